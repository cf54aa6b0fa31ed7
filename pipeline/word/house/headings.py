"""Headings of a house style that do what the report needs, and look as they did."""

from __future__ import annotations

from lxml import etree

from pipeline.word.elements import PARAGRAPH_ORDER, child_of, put, value, w
from pipeline.word.house.sheet import Sheet


def make_heading(house: Sheet, style: etree._Element | None, level: int) -> None:
    """Let a heading of the house style do what the report needs; its look stays.

    Our headings hold their own numbers, so those of the house style are switched off.
    """
    if style is None:
        return
    properties = child_of(style, "pPr")
    if house.is_numbered(style):
        put(properties, _no_number(), PARAGRAPH_ORDER)
        _unlink(house.numbering, style.get(w("styleId"), ""))
    for tag in ("keepNext", "pageBreakBefore") if level == 0 else ("keepNext",):
        put(properties, etree.Element(w(tag)), PARAGRAPH_ORDER)
    outline = etree.Element(w("outlineLvl"))
    outline.set(w("val"), str(level))
    put(properties, outline, PARAGRAPH_ORDER)


def _no_number() -> etree._Element:
    off = etree.Element(w("numPr"))
    etree.SubElement(off, w("numId")).set(w("val"), "0")
    return off


def _unlink(numbering: etree._Element, style_id: str) -> None:
    for level in numbering.iter(w("lvl")):
        for pointer in level.findall(w("pStyle")):
            if value(pointer) == style_id:
                level.remove(pointer)
