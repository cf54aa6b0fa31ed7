"""Is an updated report whole? What was right before must be right after."""

from __future__ import annotations

from pipeline.edited.draft import Draft
from pipeline.edited.package import Package
from pipeline.edited.xml import Element, all_of, remove, w
from pipeline.update.documents import pieces_of
from pipeline.update.merge import Merge
from pipeline.word.reopen import BrokenReportError, faults_of


def check_whole(before: bytes, after: bytes) -> None:
    """Raise BrokenReportError for each fault that the report did not have before."""
    faults = set(faults_of(after))
    if faults and (new := faults - set(faults_of(before))):
        raise BrokenReportError("; ".join(sorted(new)))


def restore_names(merge: Merge) -> None:
    """Give back the bookmarks that links lead to, and leave each of them once."""
    _leave_once(merge.draft.body)
    there = {one.get(w("name")) for one in all_of(merge.draft.body, "bookmarkStart")}
    links = {one.get(w("anchor")) for one in all_of(merge.draft.body, "hyperlink")}
    wanted = links - there - {None}
    if not wanted:
        return
    by_text = {piece.key: piece for piece in pieces_of(merge.draft) if not piece.parts}
    for piece in pieces_of(merge.fresh):
        own = by_text.get(piece.key)
        if piece.name in wanted and own is not None:
            merge.graft.name(own.element, piece.name)


def drop_unused_charts(draft: Draft) -> None:
    """Take out each chart that the text no longer shows, with the old figures behind it."""
    package = draft.package
    text = package.content(package.main)
    relations = package.relations[package.main]
    unused = [
        one
        for one in relations
        if one.short_kind == "chart" and f'"{one.key}"'.encode() not in text
    ]
    package.relations[package.main] = [one for one in relations if one not in unused]
    for one in unused:
        _drop(package, one.target)


def _drop(package: Package, part: str) -> None:
    package.parts.pop(part, None)
    package.types.pop(part, None)
    for one in package.relations.pop(part, []):
        if not one.external:
            _drop(package, one.target)


def _leave_once(body: Element) -> None:
    seen: set[str] = set()
    for start in all_of(body, "bookmarkStart"):
        name = start.get(w("name"), "")
        if name in seen:
            for end in all_of(body, "bookmarkEnd"):
                if end.get(w("id")) == start.get(w("id")):
                    remove(end)
            remove(start)
        seen.add(name)
