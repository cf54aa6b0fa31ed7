"""The words of WordprocessingML, and text as it stands in paragraphs that programs cut up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_OFF = {"0", "false", "off", "none"}
PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True, remove_comments=True
)


@cache
def w(name: str) -> str:
    """Return a name of WordprocessingML as lxml knows it."""
    return f"{{{W}}}{name}"


@cache
def w14(name: str) -> str:
    """Return a name of Word 2010."""
    return f"{{{W14}}}{name}"


@cache
def w15(name: str) -> str:
    """Return a name of Word 2013."""
    return f"{{{W15}}}{name}"


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text; a long list of names reads best as one."""
    return tuple(text.split())


def all_of(root: Element, *names: str) -> list[Element]:
    """Return all elements of these names, to be changed at will."""
    return list(root.iter(*map(w, names)))


def value(element: Element | None) -> str:
    """Return the w:val of an element; empty where there is none."""
    return "" if element is None else element.get(w("val"), "")


def is_on(element: Element | None) -> bool:
    """Tell whether a property that is on or off is on; there without a value means on."""
    return element is not None and value(element).casefold() not in _OFF


def read_fragment(xml: str) -> list[Element]:
    """Return the elements of a piece of XML that is written with the usual prefixes."""
    spaces = f'xmlns:w="{W}" xmlns:w14="{W14}" xmlns:r="{R}"'
    return list(etree.fromstring(f"<part {spaces}>{xml}</part>", PARSER))


def remove(element: Element) -> None:
    """Take an element away; text is never beside an element in WordprocessingML."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: Element, inside: Iterable[Element]) -> None:
    """Put what is inside an element in its place."""
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        parent[place : place + 1] = list(inside)


def within(element: Element, *names: str) -> bool:
    """Tell whether an element stands inside one of these names."""
    return next(element.iterancestors(*map(w, names)), None) is not None


# Text

_PIECES = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_NOT_TEXT = {w(n) for n in ("pPr", "rPr", "del", "moveFrom", "txbxContent", "sdtPr", "drawing")}


def pieces(element: Element) -> Iterator[Element]:
    """Yield what makes up the text of a paragraph or cell; what was deleted is no text."""
    for child in element:
        if child.tag == w("t") or child.tag in _PIECES:
            yield child
        elif child.tag not in _NOT_TEXT:
            yield from pieces(child)


def text_of(element: Element) -> str:
    """Return the text of a paragraph."""
    return "".join(map(_text, pieces(element)))


def _text(piece: Element) -> str:
    return _PIECES.get(piece.tag, piece.text or "")


def replace(paragraph: Element, start: int, end: int, into: str = "") -> None:
    """Replace the characters from start to end, wherever programs cut the text into runs."""
    place = 0
    for piece in list(pieces(paragraph)):
        text = _text(piece)
        first, last = max(start - place, 0), min(end - place, len(text))
        place += len(text)
        if first >= last:
            continue
        if piece.tag in _PIECES:
            remove(piece)
            continue
        piece.text = text[:first] + into + text[last:]
        piece.set(_XML_SPACE, "preserve")
        into = ""


def without_spaces_around(text: str) -> str:
    """Return text with single spaces, as it is compared."""
    return re.sub(r"\s+", " ", text.replace("\u200b", "")).strip()
