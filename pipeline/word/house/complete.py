"""What a house style lacks, added to it."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from pipeline.word.elements import w
from pipeline.word.house.copier import StyleCopier
from pipeline.word.house.headings import make_heading
from pipeline.word.house.lists import ListCopier
from pipeline.word.house.names import shown_name
from pipeline.word.house.sheet import Sheet
from pipeline.word.styles import HEADING_STYLES, LIST_STYLES, needed_styles


@dataclass(frozen=True, slots=True)
class Completed:
    """The ids of all styles by name, those that were there, and what was added."""

    ids: tuple[tuple[str, str], ...]
    found: tuple[str, ...]
    added: tuple[str, ...]


def complete(house: Sheet, own: Sheet, accent: str) -> Completed:
    """Add to a house style what a report needs and it lacks.

    Raises StyleLackingError with the name of a style that our own sheet lacks as well.
    """
    present = {name: house.find(name, kind) for name, kind in needed_styles()}
    lists = ListCopier(house, own, accent)
    copier = StyleCopier(house, own, accent, lists)
    ids = tuple((name, copier.id_of(name, kind)) for name, kind in needed_styles())
    listed = [name for name in LIST_STYLES if lists.make_list(name, present[name])]
    for level, name in enumerate(HEADING_STYLES):
        make_heading(house, present[name], level)
    lists.link_levels()
    _speak_dutch(house.styles)
    bullets = tuple(f"opsomteken bij {shown_name(name)}" for name in listed)
    return Completed(
        ids=ids,
        found=tuple(shown_name(name) for name, style in present.items() if style is not None),
        added=tuple(shown_name(n) for n, style in present.items() if style is None) + bullets,
    )


def _speak_dutch(styles: etree._Element) -> None:
    """Make Dutch the language of all text; a style in another language would be an exception."""
    for language in styles.iter(w("lang")):
        if not language.get(w("val"), "nl").casefold().startswith("nl"):
            language.set(w("val"), "nl-NL")
    defaults = styles.find(w("docDefaults"))
    if defaults is None:
        defaults = etree.Element(w("docDefaults"))
        styles.insert(0, defaults)
    properties = _child(_child(defaults, "rPrDefault"), "rPr")
    if properties.find(w("lang")) is None:
        etree.SubElement(properties, w("lang"))
    for language in properties.iterfind(w("lang")):
        language.set(w("val"), "nl-NL")


def _child(parent: etree._Element, tag: str) -> etree._Element:
    found = parent.find(w(tag))
    if found is None:
        found = etree.Element(w(tag))
        parent.insert(0, found)
    return found
