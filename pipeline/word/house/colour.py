"""The colour of a house style: which it is, and whether it can be read."""

from __future__ import annotations

import colorsys
import re

from lxml import etree

from pipeline.word.elements import value, w
from pipeline.word.house.sheet import Sheet
from pipeline.word.namespaces import A
from pipeline.word.shade import WHITE, contrast, luminance, shade
from pipeline.word.styles import HEADING_STYLES, PARAGRAPH

_THEME_COLOURS = {"accent1", "hyperlink"}
_READABLE, _COLOURED = 4.5, 0.15
_HEX = re.compile("[0-9A-Fa-f]{6}")
_LINE = "B7CBCF"  # of the lines between rows in our own style: its accent, made light


def accent_of(sheet: Sheet, theme: etree._Element | None, otherwise: str) -> str:
    """Return the colour of a house style, dark enough to be read on white and under white.

    That of Heading 1 is what a reader knows; the accent of a theme is often still Office's own.
    """
    heading = sheet.find(HEADING_STYLES[0], PARAGRAPH)
    colours = [value(sheet.inherited(heading, "rPr/color"))]
    if theme is not None:
        colours += [one.get("val", "") for one in theme.iterfind(f".//{{{A}}}accent1/*")]
    return readable(next((one.upper() for one in colours if _is_colour(one)), otherwise))


def _is_colour(text: str) -> bool:
    """Tell whether this is a colour, and not black, white, grey or a word."""
    if not _HEX.fullmatch(text):
        return False
    _, lightness, saturation = colorsys.rgb_to_hls(*(part / 255 for part in _parts(text)))
    return saturation >= _COLOURED and 0.04 < lightness < 0.97


def _parts(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour)
    return red, green, blue


def readable(colour: str) -> str:
    """Return a colour, darkened until it can be read on white."""
    while contrast(colour, WHITE) < _READABLE:
        colour = "".join(f"{part * 95 // 100:02X}" for part in _parts(colour))
    return colour


def recolour(element: etree._Element, accent: str) -> None:
    """Write our accent as the one of the house style, with no theme to look it up in."""
    line = shade(accent, luminance(_LINE))
    for one in element.iter():
        if one.get(w("color")) == _LINE:
            one.set(w("color"), line)
        colour = "val" if one.tag == w("color") else "color"
        for attribute, theme in ((colour, "theme"), ("fill", "themeFill")):
            marks = ("Color", "Tint", "Shade") if theme == "theme" else ("", "Tint", "Shade")
            named, *mixed = [one.attrib.pop(w(theme + mark), "") for mark in marks]
            if named in _THEME_COLOURS and not any(mixed):
                one.set(w(attribute), accent)
