"""The page of a report: that of the last section, with its headers and footers."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from pipeline.word.elements import w, words
from pipeline.word.house.alt import with_alt
from pipeline.word.house.package import Package
from pipeline.word.house.parts import Copied
from pipeline.word.house.traces import cleaned
from pipeline.word.namespaces import OFFICE, W
from pipeline.word.whose import gather_place

_R = f"{{{OFFICE}}}"
# What stays of a section, in the order of Word; the measures must be there.
_PAGE = words("pgSz pgMar pgBorders pgNumType cols titlePg textDirection bidi rtlGutter docGrid")
_MEASURES = ("pgSz", "pgMar")


def last_section(package: Package, own: Package, copied: Copied) -> etree._Element:
    """Return the page of the last section: one column, pages numbered from the first."""
    sections = _sections(package)
    ours = sections if own is package else _sections(own)
    page = etree.Element(w("sectPr"), nsmap={"w": W, "r": OFFICE})
    for kind in ("header", "footer"):
        for which in ("default", "first", "even"):
            _refer(page, copied, _nearest(sections, f"{kind}Reference", which))
    _measure_as(page, [*ours[-1:], *sections[-1:]])
    _plain(page)
    etree.cleanup_namespaces(page)
    return page


def _measure_as(page: etree._Element, last: list[etree._Element]) -> None:
    """Give a page what the last of these sections says, and measures of one before if need be."""
    for tag in _PAGE:
        found = next((one for s in reversed(last) if (one := s.find(w(tag))) is not None), None)
        if found is not None and (tag in _MEASURES or found.getparent() is last[-1]):
            page.append(deepcopy(found))


def _sections(package: Package) -> list[etree._Element]:
    return list(cleaned(package.root(package.main)).iter(w("sectPr")))


def _nearest(sections: list[etree._Element], tag: str, which: str) -> str:
    """Return the key of a header or footer; a section without one has that of the one before."""
    for section in reversed(sections):
        for reference in section.iterfind(w(tag)):
            if reference.get(w("type"), "default") == which:
                return f"{tag} {which} {reference.get(f'{_R}id', '')}"
    return ""


def _refer(page: etree._Element, copied: Copied, nearest: str) -> None:
    """Take a header or footer along, and refer to it."""
    if not nearest:
        return
    tag, which, key = nearest.split(" ", 2)
    kind, package = tag.removesuffix("Reference"), copied.package
    for relation in package.related(package.main, kind):
        if relation.key == key and relation.target in package.parts:
            count = sum(name.startswith(f"word/{kind}") for name in copied.parts)
            root = gather_place(with_alt(cleaned(package.root(relation.target))))
            new = copied.put(kind, f"word/{kind}{count + 1}.xml", root, relation.target)
            reference = etree.SubElement(page, w(tag))
            reference.set(w("type"), which)
            reference.set(f"{_R}id", new)


def _plain(page: etree._Element) -> None:
    """Leave out columns and a first page number: those were for another text."""
    for tag, kept in (("cols", "space"), ("pgNumType", "fmt")):
        for one in page.findall(w(tag)):
            said = one.get(w(kept))
            one.clear()
            if said is not None:
                one.set(w(kept), said)
    for borders in page.findall(w("pgBorders")):
        if any(str(name).startswith(_R) for one in borders.iter() for name in one.attrib):
            page.remove(borders)


def measure(section: etree._Element, tag: str, name: str) -> int:
    """Return a measure of the page in twentieths of a point."""
    element = section.find(w(tag))
    return int(float("0" if element is None else element.get(w(name), "0")))


def text_width(section: etree._Element) -> int:
    """Return the room between the margins in twentieths of a point."""
    sides = sum(abs(measure(section, "pgMar", side)) for side in ("left", "right", "gutter"))
    return measure(section, "pgSz", "w") - sides
