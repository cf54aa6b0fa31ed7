"""Scores of reports that go -> a table that stays, so that a later scan can be put beside them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date

from pipeline.cells import csv_text
from pipeline.clearing.reports import ReportFile
from pipeline.properties import CSV_START

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
_BETWEEN = " – "


def with_scores(table: bytes, reports: Iterable[tuple[ReportFile, date]]) -> bytes:
    """Return a table with the scores of these reports added; those in it already stay."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    before = table.decode("utf-8-sig").splitlines() if table.startswith(CSV_START) else []
    if not before:
        writer.writerow(_HEADER)
    for report, day in reports:
        writer.writerows(_rows(report, day))
    added = [line for line in text.getvalue().splitlines() if line not in set(before)]
    return ("\r\n".join((*before, *added)) + "\r\n").encode("utf-8-sig")


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
            day.isoformat(),
            str(one.number),
            one.advice_answer,
            "" if one.score is None else f"{one.score:.2f}".replace(".", ","),
        )
