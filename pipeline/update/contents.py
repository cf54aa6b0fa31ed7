"""The table of contents of an edited report, written anew from the headings that it has now."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from pipeline.edited.draft import Draft, level_of_style
from pipeline.edited.xml import (
    Element,
    all_of,
    read_fragment,
    remove,
    text_of,
    w,
    without_spaces_around,
)
from pipeline.model import ContentsEntry
from pipeline.update.graft import Graft
from pipeline.update.pieces import is_contents
from pipeline.word.contents import entries_xml
from pipeline.word.styles import TOC_STYLES

_DEEPEST = 3


def renew_contents(draft: Draft, graft: Graft) -> None:
    """Write the table of contents anew; one that a person took out stays out."""
    styled = [(one, draft.style_of(one)) for one in _paragraphs(draft.body)]
    lines = [one for one, style in styled if is_contents(style)]
    styles = tuple(draft.style_id(name) for name in TOC_STYLES)
    if not lines or None in styles:
        return
    entries = tuple(_entries(styled, draft, graft))
    if not entries or entries == _stands(lines, draft):
        return
    xml = entries_xml(entries, tuple(style or "" for style in styles))
    first = lines[0]
    for line in read_fragment(xml):
        first.addprevious(line)
    for line in lines:
        remove(line)


def _paragraphs(holder: Element) -> Iterator[Element]:
    """Yield the paragraphs outside tables."""
    for one in holder:
        if one.tag == w("p"):
            yield one
        elif one.tag != w("tbl"):
            yield from _paragraphs(one)


def _entries(styled: list[tuple[Element, str]], draft: Draft, graft: Graft) -> list[ContentsEntry]:
    names = (f"_kop_{number}" for number in count(1))
    taken = {one.get(w("name")) for one in all_of(draft.body, "bookmarkStart")}
    entries = []
    for paragraph, style in styled:
        level = level_of_style(style)
        text = without_spaces_around(text_of(paragraph)) if level else ""
        if level and level <= _DEEPEST and text:
            name = _name(paragraph)
            if not name:
                name = next(one for one in names if one not in taken)
                graft.name(paragraph, name)
            entries.append(ContentsEntry(level, text, name))
    return entries


def _name(heading: Element) -> str:
    names = (one.get(w("name"), "") for one in all_of(heading, "bookmarkStart"))
    return next((name for name in names if name.startswith("_")), "")


def _stands(lines: list[Element], draft: Draft) -> tuple[ContentsEntry, ...]:
    return tuple(
        ContentsEntry(
            int(draft.style_of(line)[-1]),
            without_spaces_around(text_of(line)),
            next((link.get(w("anchor"), "") for link in all_of(line, "hyperlink")), ""),
        )
        for line in lines
    )
