"""An overview -> a .csv for other tools: the sheet Stand with a row per team."""

from __future__ import annotations

import csv
import io
from datetime import date

from pipeline.cells import csv_text
from pipeline.model import Content
from pipeline.overview.values import Overview, TeamLine, Value

# The first three are how this tool knows its own csv; see properties.
_BEFORE_THEMAS = (
    "organisatie",
    "onderdeel",
    "invullers",
    "verwacht",
    "contactpersoon",
    "deadline",
    "stand",
    "nu doen",
    "laatste datum",
)
_AFTER_THEMAS = ("onbekend", "leeg", "nvt", "beginnen met", "rapport", "eigen notitie")


def overview_table(overview: Overview, content: Content) -> bytes:
    """Return the rows as Dutch Excel reads them: a byte order mark, semicolons; days as ISO."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    themas = (f"niveau {thema.key}" for thema in content.themas)
    writer.writerow((*_BEFORE_THEMAS, *themas, *_AFTER_THEMAS))
    writer.writerows([_shown(value) for value in _row(line)] for line in overview.lines)
    return text.getvalue().encode("utf-8-sig")


def _row(line: TeamLine) -> tuple[Value, ...]:
    return (
        line.organisation,
        line.department,
        line.respondents,
        line.expected,
        line.contact,
        line.deadline,
        line.stand,
        line.action.text,
        line.day,
        *line.niveaus,
        line.unknown,
        line.empty,
        line.nvt,
        line.start_with,
        line.report.name if line.report else None,
        line.note,
    )


def _shown(value: Value) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else csv_text(str(value))
