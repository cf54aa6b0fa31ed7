"""How the overview looks: colours, widths and formats."""

from __future__ import annotations

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from pipeline.overview.values import Urgency

TYPEFACE = "Calibri"
SIZE = 10.5
HEADER = "17495C"
NOW = "FFF4CC"
DONE = "E3F2E6"
PERSON = "FFFBEB"
# All colours of cells; another one was given by a person.
FILLS = frozenset({None, HEADER, NOW, DONE, PERSON})
ACTION_FILL = {Urgency.NOW: NOW, Urgency.WAIT: None, Urgency.DONE: DONE}

_INK = "1F2933"
_SOFT = "52606D"
_LINK = "0B5FA5"
_LINE = Side(style="thin", color="C9D3D9")
DATE_FORMAT = "[$-413]d mmmm yyyy"
# The answers in a chart: from light to dark, then what has no score.
SERIES = ("D9ECEF", "7BB2BC", "3A7F8B", "0B4F5C", "D8C58A", "C8CDD2", "EEF0F2")
EDGE = "7F8B96"
DARK_SERIES = frozenset({"3A7F8B", "0B4F5C"})

HEADER_FONT = Font(TYPEFACE, SIZE, bold=True, color="FFFFFF")
BODY_FONT = Font(TYPEFACE, SIZE, color=_INK)
STRONG_FONT = Font(TYPEFACE, SIZE, bold=True, color=_INK)
SOFT_FONT = Font(TYPEFACE, SIZE, italic=True, color=_SOFT)
LINK_FONT = Font(TYPEFACE, SIZE, underline="single", color=_LINK)
UNDER = Border(bottom=_LINE)
HEADER_PLACE = Alignment("left", "center", wrap_text=True, indent=1)
FIGURE_HEADER_PLACE = Alignment("center", "center", wrap_text=True)
TEXT_PLACE = Alignment("left", "center", wrap_text=True, indent=1)
FIGURE_PLACE = Alignment("center", "center", wrap_text=True)


def fill(colour: str | None) -> PatternFill:
    """Return the background of a cell."""
    return PatternFill("solid", fgColor=f"FF{colour}") if colour else PatternFill()
