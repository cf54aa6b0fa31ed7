"""What a style document gives and lacks, in Dutch words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from pipeline.word.elements import w
from pipeline.word.house.alt import VML
from pipeline.word.house.choice import Chosen, choose
from pipeline.word.house.package import Package, parse
from pipeline.word.house.page import measure
from pipeline.word.namespaces import A

_PAPER = (("A5", 8391, 11906), ("A4", 11906, 16838), ("A3", 16838, 23811), ("Letter", 12240, 15840))
_ABOUT = 60
_SIDES = {"top": "boven", "bottom": "onder", "left": "links", "right": "rechts"}
_LEFT_OUT = {
    "comments": "opmerkingen",
    "glossaryDocument": "bouwstenen",
    "customXml": "eigen XML-gegevens",
}
_SETTINGS = {
    "attachedTemplate": "gekoppelde sjabloon",
    "documentProtection": "beveiliging tegen bewerken",
    "mailMerge": "samenvoegen met adressen",
}
_PROPERTIES = {
    "core-properties": ("creator", "lastModifiedBy", "title", "subject", "keywords", "description"),
    "extended-properties": ("Company", "Manager"),
    "custom-properties": ("lpwstr", "lpstr"),
}


@dataclass(frozen=True, slots=True)
class StyleFindings:
    """What a style document gives and lacks, in Dutch words.

    `printed` is what its headers and footers say on the pages of each report.
    """

    page: str
    header: bool
    footer: bool
    logo: bool
    printed: tuple[str, ...]
    found: tuple[str, ...]
    added: tuple[str, ...]
    left_out: tuple[str, ...]


def inspect_style(path: Path, default: Path) -> StyleFindings:
    """Tell what a report in this style will have, and what is left out of it."""
    house = choose(path, default)
    headers, footers = _furniture(house, "header"), _furniture(house, "footer")
    return StyleFindings(
        page=_page_in_words(house.section),
        header=any(_shows_something(part) for part in headers),
        footer=any(_shows_something(part) for part in footers),
        logo=any(_holds_picture(part) for part in headers),
        printed=tuple(dict.fromkeys(filter(None, map(_words, (*headers, *footers))))),
        found=house.completed.found,
        added=house.completed.added,
        left_out=tuple(_left_out(house.package)),
    )


def _page_in_words(section: etree._Element) -> str:
    wide, high = measure(section, "pgSz", "w"), measure(section, "pgSz", "h")
    direction = "liggend" if wide > high else "staand"
    return f"{_paper(wide, high)} {direction}, marges {_margins(section)}"


def _paper(wide: int, high: int) -> str:
    small, large = sorted((wide, high))
    for name, width, height in _PAPER:
        if abs(small - width) <= _ABOUT and abs(large - height) <= _ABOUT:
            return name
    return f"{_centimetres(wide)} × {_centimetres(high)} cm"


def _margins(section: etree._Element) -> str:
    sizes = {
        dutch: _centimetres(abs(measure(section, "pgMar", side))) for side, dutch in _SIDES.items()
    }
    if len(set(sizes.values())) == 1:
        return f"{sizes['boven']} cm"
    return ", ".join(f"{dutch} {size} cm" for dutch, size in sizes.items())


def _centimetres(twips: int) -> str:
    return f"{twips * 2.54 / 1440:.1f}".removesuffix(".0").replace(".", ",")


def _furniture(house: Chosen, kind: str) -> list[etree._Element]:
    """Return the headers or footers that a report takes along."""
    parts = house.copied.parts
    return [parse(part) for name, part in parts.items() if name.startswith(f"word/{kind}")]


def _shows_something(root: etree._Element) -> bool:
    texts = root.iter(w("t"), w("instrText"))
    return any((text.text or "").strip() for text in texts) or _holds_picture(root)


def _words(root: etree._Element) -> str:
    """Return what a header or footer says, with a space for each tab."""
    return " ".join("".join(one.text or " " for one in root.iter(w("t"), w("tab"), w("p"))).split())


def _holds_picture(root: etree._Element) -> bool:
    return next(root.iter(f"{{{A}}}blip", f"{{{VML}}}imagedata"), None) is not None


def _left_out(package: Package) -> Iterator[str]:
    """Yield in Dutch what a style document holds that a report does not take along."""
    kinds = {relation.kind for relation in package.relations(package.main)}
    main = package.root(package.main)
    if any((text.text or "").strip() for text in main.iter(w("t"))):
        yield "tekst"
    if any(one.get(w("author")) is not None for one in main.iter()):
        yield "bijgehouden wijzigingen"
    yield from (word for kind, word in _LEFT_OUT.items() if kind in kinds)
    if _has_macros(package):
        yield "macro's"
    if any(_says_something(package, kind) for kind in _PROPERTIES):
        yield "eigenschappen"
    settings = package.kin("settings")
    if settings is not None:
        yield from (word for tag, word in _SETTINGS.items() if settings.find(w(tag)) is not None)


def _has_macros(package: Package) -> bool:
    of_kind = "macroEnabled" in package.type_of(package.main)
    return of_kind or any(name.casefold().endswith("vbaproject.bin") for name in package.parts)


def _says_something(package: Package, kind: str) -> bool:
    """Tell whether properties of this kind hold text, beside what every program fills in."""
    for relation in package.related("", kind):
        if relation.target in package.parts:
            for one in package.root(relation.target).iter():
                if etree.QName(one).localname in _PROPERTIES[kind] and (one.text or "").strip():
                    return True
    return False
