"""Scores -> a table for other tools: .xlsx or .csv."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from pipeline.cells import csv_text, mark_as_own, put_text, saved
from pipeline.figures import rounded_down
from pipeline.model import Content, Scores, Source
from pipeline.problems import Code, PipelineError, problem

Value = str | int | float | None
COLUMNS = (
    "organisatie",
    "onderdeel",
    "invullers",
    "thema",
    "nummer",
    "stelling",
    "adviesantwoord",
    "score",
    "spreiding",
    "verschil",
    "niveau",
)
_WIDTHS = (30, 24, 10, 18, 9, 34, 18, 8, 10, 9, 12)


def score_table(scores: Iterable[Scores], content: Content, path: Path) -> bytes:
    """Return a file with a row per stelling of each organisatie + onderdeel.

    The name of the file tells the kind. Raises PipelineError for another than .xlsx or .csv.
    """
    rows = [row for one in scores for row in _rows(one, content)]
    match path.suffix.casefold():
        case ".xlsx":
            return _workbook(rows)
        case ".csv":
            return _csv(rows).encode("utf-8-sig")
        case suffix:
            source = Source(str(path))
            fault = problem(Code.OUTPUT_KIND_UNKNOWN, source, suffix=suffix or path.name)
            raise PipelineError(fault)


def _rows(scores: Scores, content: Content) -> Iterator[tuple[Value, ...]]:
    for one in scores.stellingen:
        yield (
            scores.organisation,
            scores.department,
            len(scores.used),
            content.thema_of(one.stelling).title,
            one.stelling,
            content.stelling(one.stelling).short_name,
            one.advice_answer.value,
            _figure(one.score),
            one.spread,
            _figure(one.disagreement),
            one.niveau.value if one.niveau else None,
        )


def _figure(figure: Fraction | None) -> float | None:
    return None if figure is None else rounded_down(figure)


def _workbook(rows: list[tuple[Value, ...]]) -> bytes:
    workbook = Workbook()
    mark_as_own(workbook, "scores")
    sheet = workbook.worksheets[0]
    sheet.title = "Scores"
    for row_number, row in enumerate((COLUMNS, *rows), 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(row_number, column)
            if isinstance(value, str):
                put_text(cell, value)
            else:
                cell.value = value
    for column, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
        header = sheet.cell(1, column)
        header.font = Font(bold=True)
        header.alignment = Alignment(vertical="top")
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    return saved(workbook)


def _csv(rows: list[tuple[Value, ...]]) -> str:
    """Return the rows as Dutch Excel reads them: semicolons and decimal commas."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(COLUMNS)
    writer.writerows([_csv_value(value) for value in row] for row in rows)
    return text.getvalue()


def _csv_value(value: Value) -> str:
    if isinstance(value, float):
        return f"{value:.2f}".replace(".", ",")
    return "" if value is None else csv_text(str(value))
