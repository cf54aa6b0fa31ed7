"""What drawing must know of a style document: the font of its text, and where tables begin."""

from __future__ import annotations

from lxml import etree

from pipeline.model import Role
from pipeline.word.elements import value, w
from pipeline.word.house.sheet import Sheet
from pipeline.word.namespaces import A
from pipeline.word.styles import PARAGRAPH, STYLE_OF_ROLE, TABLE, TABLE_STYLE

_WITHOUT_FONT = "Times New Roman"  # what Word takes where nothing is said
_WITHOUT_MODE, _FROM_EDGE = 12, 15  # modes of compatibility
_MARGIN = 115  # of a cell, in twentieths of a point, where nothing is said


def text_font(sheet: Sheet, theme: etree._Element | None) -> str:
    """Return the name of the font of running text."""
    body = sheet.find(STYLE_OF_ROLE[Role.BODY], PARAGRAPH)
    fonts = sheet.inherited(body, "rPr/rFonts")
    if fonts is None:
        fonts = sheet.styles.find(f"{w('docDefaults')}//{w('rFonts')}")
    if fonts is None:
        return _WITHOUT_FONT
    return _of_theme(theme, fonts.get(w("asciiTheme"), "")) or (
        fonts.get(w("ascii")) or _WITHOUT_FONT
    )


def _of_theme(theme: etree._Element | None, named: str) -> str:
    """Return the font that a theme has for `minorHAnsi` or `majorHAnsi`."""
    if theme is None or not named:
        return ""
    font = theme.find(f".//{{{A}}}{named[:5]}Font/{{{A}}}latin")
    return "" if font is None else font.get("typeface", "")


def table_indent(sheet: Sheet, settings: etree._Element | None) -> int:
    """Return where a table begins, so that its edge is at the margin; twentieths of a point.

    Up to Word 2010 (mode 14) the indent is measured to the text of the first cell, later to the
    edge of the table.
    """
    if _mode(settings) >= _FROM_EDGE:
        return 0
    for side in ("left", "start"):
        margin = sheet.inherited(sheet.find(TABLE_STYLE, TABLE), f"tblPr/tblCellMar/{side}")
        if margin is not None:
            return int(float(margin.get(w("w"), "0")))
    return _MARGIN


def _mode(settings: etree._Element | None) -> int:
    found = [] if settings is None else list(settings.iter(w("compatSetting")))
    modes = [value(one) for one in found if one.get(w("name")) == "compatibilityMode"]
    return int(modes[0]) if modes and modes[0].isdecimal() else _WITHOUT_MODE
