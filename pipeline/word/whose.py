"""Whose report it is, in the header or footer: at a place that the style document names."""

from __future__ import annotations

from lxml import etree

from pipeline.word.elements import w
from pipeline.word.text import xml_text

PLACE = "[organisatie en onderdeel]"
_STORIES = ("word/header", "word/footer")
_LONGEST = 80  # letters: beside the page number on one line; the front page has the whole name


def gather_place(root: etree._Element) -> etree._Element:
    """Write the place of a header or footer in one piece: Word may have cut it in several."""
    for paragraph in root.iter(w("p")):
        texts = list(paragraph.iter(w("t")))
        start = "".join([one.text or "" for one in texts]).find(PLACE)
        if start >= 0:
            _gather(texts, start)
    return root


def _gather(texts: list[etree._Element], start: int) -> None:
    """Put the place where it begins, and take its letters out of the texts that held them."""
    left, begun = len(PLACE), False
    for one in texts:
        text = one.text or ""
        taken = text[start : start + left] if start < len(text) else ""
        if taken:
            one.text = text[:start] + ("" if begun else PLACE) + text[start + len(taken) :]
            left, start, begun = left - len(taken), 0, True
        else:
            start -= len(text)
        if not left:
            return


def with_name(parts: dict[str, bytes], whose: str) -> dict[str, bytes]:
    """Return the headers and footers that name whose report it is, with that name."""
    place, name = PLACE.encode(), xml_text(_shortened(whose)).encode()
    return {
        key: part.replace(place, name)
        for key, part in parts.items()
        if key.startswith(_STORIES) and place in part
    }


def _shortened(whose: str) -> str:
    whose = " ".join(whose.split())
    return whose if len(whose) <= _LONGEST else f"{whose[: _LONGEST - 1].rstrip()}…"
