"""Our styles, copied into a house style with what they rest on."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from pipeline.model import Role
from pipeline.word.elements import (
    AFTER_COLOUR,
    AFTER_FONTS,
    PARAGRAPH_ORDER,
    child_of,
    put,
    value,
    w,
)
from pipeline.word.house.colour import recolour
from pipeline.word.house.lists import ListCopier
from pipeline.word.house.sheet import Sheet, StyleLackingError, kind_of
from pipeline.word.styles import PARAGRAPH, STYLE_OF_ROLE, TABLE_STYLE


@dataclass(slots=True)
class StyleCopier:
    """Copies our styles into a house style; remembers which of ours is which there."""

    house: Sheet
    own: Sheet
    accent: str
    lists: ListCopier
    ids: dict[str, str] = field(default_factory=dict)

    def id_of(self, name: str, kind: str) -> str:
        """Return the id of a style in the house style, where ours is put if there is none."""
        own = self.own.find(name, kind)
        if own is None:
            raise StyleLackingError(name)
        return self._place(own, name)

    def _place(self, own: etree._Element, name: str) -> str:
        own_id = own.get(w("styleId"), "")
        if own_id not in self.ids:
            house = self.house.find(name, kind_of(own))
            if house is None and own.get(w("default")):
                house = self.house.default(kind_of(own))
            if house is None:
                self._copy(own)
            else:
                self.ids[own_id] = house.get(w("styleId"), "")
        return self.ids[own_id]

    def _copy(self, own: etree._Element) -> None:
        own_id = own.get(w("styleId"), "")
        copied = deepcopy(own)
        self.ids[own_id] = self.house.free_id(own_id)
        copied.set(w("styleId"), self.ids[own_id])
        self._rename(copied)
        self.house.add(copied)
        for tag in ("basedOn", "next", "link"):
            self._redirect(copied, tag)
        self.lists.use(copied, own_id)
        self._space(copied, own)
        self._free_table_text(copied, own)
        recolour(copied, self.accent)

    def _rename(self, copied: etree._Element) -> None:
        """Give a style a name of its own where one of another type has its name."""
        label = copied.find(w("name"))
        if label is not None and self.house.has_name(value(label)):
            label.set(w("val"), f"QuickScan {value(label)}")
            copied.set(w("customStyle"), "1")

    def _redirect(self, copied: etree._Element, tag: str) -> None:
        reference = copied.find(w(tag))
        if reference is None:
            return
        target = self.own.by_id(value(reference))
        if target is None:
            copied.remove(reference)
        else:
            reference.set(w("val"), self._place(target, value(target.find(w("name")))))

    def _space(self, copied: etree._Element, own: etree._Element) -> None:
        """Keep the room between paragraphs, where the house style has none to inherit."""
        if kind_of(own) != PARAGRAPH or _has_room(self.house, copied):
            return
        ours = self.own.inherited(own, "pPr/spacing")
        if ours is None:
            ours = self.own.styles.find(f".//{w('pPrDefault')}//{w('spacing')}")
        if ours is not None:
            put(child_of(copied, "pPr"), deepcopy(ours), PARAGRAPH_ORDER)

    def _free_table_text(self, copied: etree._Element, own: etree._Element) -> None:
        """Let the table style colour its header row: what a paragraph's style says would win.

        Text of tables keeps the font of what it rested on; the table takes over its colour.
        """
        name = value(own.find(w("name")))
        if name == STYLE_OF_ROLE[Role.CELL]:
            fonts = self.house.inherited(copied, "rPr/rFonts")
            for base in copied.findall(w("basedOn")):
                copied.remove(base)
            if fonts is not None:
                put(child_of(copied, "rPr"), deepcopy(fonts), ("rFonts", *AFTER_FONTS))
        if name == TABLE_STYLE:
            text = self.house.default(PARAGRAPH)
            colour = self.house.inherited(text, "rPr/color")
            if colour is not None and value(colour) != "auto":
                put(child_of(copied, "rPr"), deepcopy(colour), ("color", *AFTER_COLOUR))


def _has_room(sheet: Sheet, style: etree._Element) -> bool:
    """Tell whether a style says how much room is above or below, or inherits some."""
    if style.find(f"{w('pPr')}/{w('spacing')}") is not None:
        return True
    spacing = sheet.inherited(style, "pPr/spacing")
    if spacing is None:
        spacing = sheet.styles.find(f".//{w('pPrDefault')}//{w('spacing')}")
    sides = ("after", "before", "afterAutospacing", "beforeAutospacing")
    return spacing is not None and any(spacing.get(w(side), "0") != "0" for side in sides)
