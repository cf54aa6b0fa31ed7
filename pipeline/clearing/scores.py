"""Scores of reports that go -> a table that stays, so that a later scan can be put beside them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date

from pipeline.cells import csv_text
from pipeline.clearing.reports import ReportFile

# The first three are how this tool knows its own csv; see properties.
_HEADER = (
    "organisatie",
    "onderdeel",
    "invullers",
    "editie",
    "datum",
    "stelling",
    "antwoord",
    "score",
)
_DELIMITER = ";"
_BETWEEN = " – "
_LINE_END = "\r\n"


def read_table(file: bytes) -> str | None:
    """Return the text of a table of kept scores, empty for an empty file; None for another file.

    A table that another program saved may lack the byte order mark, or have more columns.
    """
    try:
        text = file.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    if not text.strip():
        return ""
    first = text.splitlines()[0].replace('"', "").split(_DELIMITER)
    return text if tuple(first[: len(_HEADER)]) == _HEADER else None


def with_scores(table: str, reports: Iterable[tuple[ReportFile, date]]) -> bytes:
    """Return a table with the scores of these reports added; what stands in it stays as it is.

    The day with a report is when it was saved: it counts where that of the scan is not known.
    """
    before = table or _line(_HEADER)
    if not before.endswith(("\r", "\n")):
        before += _LINE_END
    known = set(before.splitlines())
    lines = (_line(row) for report, day in reports for row in _rows(report, day))
    added = [line for line in lines if line.removesuffix(_LINE_END) not in known]
    return (before + "".join(added)).encode("utf-8-sig")


def _line(row: tuple[str, ...]) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=_DELIMITER, lineterminator=_LINE_END).writerow(row)
    return text.getvalue()


def _rows(report: ReportFile, day: date) -> Iterator[tuple[str, ...]]:
    if report.facts is None:
        return
    organisation, _, department = report.whose.partition(_BETWEEN)
    for one in report.facts.stellingen:
        yield (
            csv_text(organisation),
            csv_text(department),
            str(report.facts.respondents),
            report.facts.edition,
            (report.facts.day or day).isoformat(),
            str(one.number),
            one.advice_answer,
            "" if one.score is None else f"{one.score:.2f}".replace(".", ","),
        )
