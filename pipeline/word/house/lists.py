"""Our lists, copied into a house style for the styles that use them."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from pipeline.word.elements import NUMBERING_ORDER, PARAGRAPH_ORDER, child_of, put, value, w
from pipeline.word.house.colour import recolour
from pipeline.word.house.sheet import Sheet, StyleLackingError, with_id
from pipeline.word.styles import PARAGRAPH


@dataclass(slots=True)
class ListCopier:
    """Copies our lists into a house style; remembers which of ours is which there."""

    house: Sheet
    own: Sheet
    accent: str
    numbers: dict[str, str] = field(default_factory=dict)
    levels: list[etree._Element] = field(default_factory=list)
    listed: dict[str, str] = field(default_factory=dict)

    def make_list(self, name: str, present: etree._Element | None) -> bool:
        """Give a list style that is no list the bullets of ours; tell whether that was needed."""
        own = self.own.find(name, PARAGRAPH)
        if own is None or present is None or self.house.is_numbered(present):
            return False
        numbering = own.find(f"{w('pPr')}/{w('numPr')}")
        if numbering is None:
            return False
        put(child_of(present, "pPr"), deepcopy(numbering), PARAGRAPH_ORDER)
        self.use(present, own.get(w("styleId"), ""))
        return True

    def use(self, style: etree._Element, own_id: str) -> None:
        """Let a style that came from ours use a copy of our list."""
        number = style.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
        if number is None or value(number) == "0":
            return
        if value(number) not in self.numbers:
            self.numbers[value(number)] = self._copy_number(value(number))
        number.set(w("val"), self.numbers[value(number)])
        self.listed[own_id] = style.get(w("styleId"), "")

    def _copy_number(self, number: str) -> str:
        num = with_id(self.own.numbering, "num", "numId", number)
        key = "" if num is None else value(num.find(w("abstractNumId")))
        abstract = with_id(self.own.numbering, "abstractNum", "abstractNumId", key)
        if num is None or abstract is None:
            raise StyleLackingError(f"de lijst van {number}")
        num, abstract = deepcopy(num), deepcopy(abstract)
        new = _next_number(self.house.numbering, "num", "numId")
        new_abstract = _next_number(self.house.numbering, "abstractNum", "abstractNumId")
        num.set(w("numId"), new)
        abstract.set(w("abstractNumId"), new_abstract)
        for reference in num.iterfind(w("abstractNumId")):
            reference.set(w("val"), new_abstract)
        self._append_number(abstract, num)
        return new

    def _append_number(self, abstract: etree._Element, num: etree._Element) -> None:
        """Put a list where it belongs: all abstract ones before all others."""
        recolour(abstract, self.accent)
        self.levels.extend(abstract.iter(w("lvl")))
        identity = abstract.find(w("nsid"))
        if identity is not None:
            identity.set(w("val"), f"{0x5C0A0000 + int(abstract.get(w('abstractNumId'), '0')):08X}")
        put(self.house.numbering, abstract, NUMBERING_ORDER, several=True)
        put(self.house.numbering, num, NUMBERING_ORDER, several=True)

    def link_levels(self) -> None:
        """Point the levels of our lists at the styles that use them; Word goes by those."""
        for level in self.levels:
            for pointer in level.findall(w("pStyle")):
                if value(pointer) in self.listed:
                    pointer.set(w("val"), self.listed[value(pointer)])
                else:
                    level.remove(pointer)


def _next_number(root: etree._Element, tag: str, key: str) -> str:
    used = [int(one.get(w(key), "0")) for one in root.iterfind(w(tag))]
    return str(max(used, default=0) + 1)
