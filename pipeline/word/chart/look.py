"""The colours, fonts and fills of a chart."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from pipeline.model import ChartKind

OWN_FONT = "Calibri"
TEXT = "404040"
AXIS = "A6A6A6"
TEXT_SIZE = 9
LEGEND_SIZE = 8
LABEL_SIZE = {ChartKind.SINGLE: 9, ChartKind.BESIDE: 7, ChartKind.STACKED: 8}


@dataclass(frozen=True, slots=True)
class Look:
    """Fill and outline of bars, the colour of the words at them, and where these stand."""

    fill: str | None
    line: str | None
    ink: str
    place: str


STAND_IN = Look(None, None, "595959", "outEnd")
STAND_IN_AFTER = Look(None, None, "595959", "inBase")


def shape(look: Look) -> str:
    """Return the fill and outline of a bar."""
    line = f'<a:ln w="9525">{paint(look.line)}</a:ln>'
    return f"<c:spPr>{paint(look.fill)}{line}</c:spPr>"


def paint(colour: str | None) -> str:
    """Return a fill; none for no colour."""
    if colour is None:
        return "<a:noFill/>"
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def font(element: str, size: float, colour: str, typeface: str) -> str:
    """Return the font of text, as an element of this name."""
    language = ' lang="nl-NL"' if element == "rPr" else ""
    return (
        f'<a:{element}{language} sz="{round(size * 100)}" b="0">{paint(colour)}'
        f"<a:latin typeface={quoteattr(typeface)}/></a:{element}>"
    )


def text_look(size: float, typeface: str, colour: str = TEXT) -> str:
    """Return the look of text that the program that draws the chart puts there."""
    look = font("defRPr", size, colour, typeface)
    return (
        f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{look}</a:pPr>"
        '<a:endParaRPr lang="nl-NL"/></a:p></c:txPr>'
    )
