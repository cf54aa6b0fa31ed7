"""The styles and lists of a document, and how a style is found there by any of its names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from lxml import etree

from pipeline.word.elements import value, w
from pipeline.word.house.names import OTHER_NAMES
from pipeline.word.styles import PARAGRAPH


class StyleLackingError(Exception):
    """A style that a report needs and that our own style document lacks too."""


@dataclass(slots=True)
class Sheet:
    """The styles of a document, with the numbering that its lists use.

    Its styles are indexed once: one that comes later comes by `add`.
    """

    styles: etree._Element
    numbering: etree._Element
    _by_label: dict[tuple[str, str, str], etree._Element] = field(default_factory=dict, init=False)
    _by_id: dict[str | None, etree._Element] = field(default_factory=dict, init=False)
    _taken: set[str] = field(default_factory=set, init=False)

    def __post_init__(self) -> None:
        """Index the styles that are there."""
        for style in self.styles.iterfind(w("style")):
            self._enter(style)

    def add(self, style: etree._Element) -> None:
        """Put a style after all others."""
        self.styles.append(style)
        self._enter(style)

    def _enter(self, style: etree._Element) -> None:
        """Index a style; the first one of a name keeps it."""
        self._by_id.setdefault(style.get(w("styleId")), style)
        self._taken |= _names(style)
        for sort, labels in _LABELS.items():
            for label in labels(style):
                self._by_label.setdefault((kind_of(style), sort, label), style)

    def find(self, name: str, kind: str) -> etree._Element | None:
        """Return the style of this name and type, however it is called here."""
        wanted = [_key(one) for one in (name, *OTHER_NAMES.get(name, ()))]
        places = ((kind, sort, key) for sort in _LABELS for key in wanted)
        return next((self._by_label[place] for place in places if place in self._by_label), None)

    def by_id(self, style_id: str) -> etree._Element | None:
        """Return the style of this id."""
        return self._by_id.get(style_id)

    def has_name(self, name: str) -> bool:
        """Tell whether a style of any type has this name."""
        return _key(name) in self._taken

    def free_id(self, wanted: str) -> str:
        """Return an id that no style has yet, whatever its case."""
        taken = {(one or "").casefold() for one in self._by_id}
        name, count = wanted, 1
        while name.casefold() in taken:
            count += 1
            name = f"{wanted}{count}"
        return name

    def default(self, kind: str) -> etree._Element | None:
        """Return the style that things of a type have when nothing is said."""
        styles = (one for one in self.styles.iterfind(w("style")) if kind_of(one) == kind)
        return next((one for one in styles if one.get(w("default")) in ("1", "true", "on")), None)

    def inherited(self, style: etree._Element | None, path: str) -> etree._Element | None:
        """Return what a style or the nearest one under it says at a path of names."""
        steps = "/".join(w(step) for step in path.split("/"))
        for one in self._chain(style):
            found = one.find(steps)
            if found is not None:
                return found
        return None

    def _chain(self, style: etree._Element | None) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while style is not None and style.get(w("styleId"), "") not in seen:
            seen.add(style.get(w("styleId"), ""))
            yield style
            style = self.by_id(value(style.find(w("basedOn"))))

    def is_numbered(self, style: etree._Element) -> bool:
        """Tell whether paragraphs of a style get a number or bullet by themselves."""
        number = value(self.inherited(style, "pPr/numPr/numId"))
        num = with_id(self.numbering, "num", "numId", number)
        if num is None or number == "0":
            return False
        abstract = value(num.find(w("abstractNumId")))
        return with_id(self.numbering, "abstractNum", "abstractNumId", abstract) is not None


def kind_of(style: etree._Element) -> str:
    """Return the type of a style: `paragraph`, `character`."""
    return style.get(w("type"), PARAGRAPH)


@cache
def _key(name: str) -> str:
    """Return a name without what differs between programs and versions: `Kop 1` is `kop1`."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _names(style: etree._Element) -> set[str]:
    return {_key(value(style.find(w("name"))))}


def _aliases(style: etree._Element) -> set[str]:
    return {_key(alias) for alias in value(style.find(w("aliases"))).split(",")}


def _ids(style: etree._Element) -> set[str]:
    return {_key(style.get(w("styleId"), ""))}


# How a style is found, in this order.
_LABELS = {"name": _names, "alias": _aliases, "id": _ids}


def with_id(root: etree._Element, tag: str, key: str, number: str) -> etree._Element | None:
    """Return the list of this number."""
    return next((one for one in root.iterfind(w(tag)) if one.get(w(key)) == number), None)
