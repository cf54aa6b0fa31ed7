"""A piece of a fresh report, made fit to stand in another file.

Its styles get the ids that they have there; its links, charts, comments and numbers that must be
unique are taken over into that file.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from copy import deepcopy
from itertools import count

from pipeline.edited.draft import Draft
from pipeline.edited.package import Relation
from pipeline.edited.xml import Element, R, all_of, remove, value, w
from pipeline.update.remarks import Remarks

_STYLED = ("pStyle", "rStyle", "tblStyle")
_RELATION = (f"{{{R}}}id", f"{{{R}}}embed")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


class Graft:
    """Takes pieces from a fresh report over into an edited one."""

    def __init__(self, fresh: Draft, edited: Draft) -> None:
        """Take both reports; only the edited one is changed."""
        self._fresh, self._edited = fresh, edited
        body = edited.body
        self._bookmarks = _above(one.get(w("id"), "") for one in all_of(body, "bookmarkStart"))
        self._drawings = _above(one.get("id", "") for one in body.iter(_DRAWING))
        self._controls = _above(value(one.find(w("id"))) for one in all_of(body, "sdtPr"))
        self._relations = {one.key: one for one in fresh.package.relations[fresh.package.main]}
        self.remarks = Remarks(edited)

    def taken_over(self, element: Element) -> Element:
        """Return a copy of an element of the fresh report, without its comments."""
        copy = deepcopy(element)
        remove_remarks(copy)
        for one in all_of(copy, *_STYLED):
            self._restyle(one)
        self._renumber(copy)
        for one in copy.iter():
            for name in _RELATION:
                if one.get(name):
                    one.set(name, self._relation(one.get(name, "")))
        return copy

    def name(self, paragraph: Element, name: str) -> None:
        """Put a bookmark around what stands in a paragraph."""
        number = str(next(self._bookmarks))
        start = paragraph.makeelement(w("bookmarkStart"), {w("id"): number, w("name"): name})
        properties = paragraph.find(w("pPr"))
        paragraph.insert(0 if properties is None else 1, start)
        paragraph.append(paragraph.makeelement(w("bookmarkEnd"), {w("id"): number}))

    def _restyle(self, mark: Element) -> None:
        """Give a style the id that it has in the edited report; one it lacks comes along."""
        style_id = value(mark)
        name = self._fresh.style_names.get(style_id, "")
        known = self._edited.style_id(name)
        mark.set(w("val"), known or self._bring_style(style_id))

    def _bring_style(self, style_id: str) -> str:
        """Add a style that the edited report lacks, with those it rests on."""
        styles = self._style_part(self._edited)
        for style in all_of(self._style_part(self._fresh), "style"):
            if style.get(w("styleId")) == style_id:
                copy = deepcopy(style)
                styles.append(copy)
                self._edited.style_names[style_id] = self._fresh.style_names[style_id]
                for one in all_of(copy, "basedOn", "next", "link"):
                    self._restyle(one)
                for one in all_of(copy, "numPr"):
                    remove(one)
        return style_id

    def _style_part(self, draft: Draft) -> Element:
        part = next(draft.package.related(draft.package.main, "styles"))
        return draft.package.tree(part)

    def _renumber(self, copy: Element) -> None:
        numbers: dict[str, str] = {}
        for one in all_of(copy, "bookmarkStart", "bookmarkEnd"):
            old = one.get(w("id"), "")
            numbers.setdefault(old, "") or numbers.update({old: str(next(self._bookmarks))})
            one.set(w("id"), numbers[old])
        for one in all_of(copy, "sdtPr"):
            number = one.find(w("id"))
            if number is not None:
                number.set(w("val"), str(next(self._controls)))
        for one in copy.iter(_DRAWING):
            one.set("id", str(next(self._drawings)))

    # Relations

    def _relation(self, key: str) -> str:
        """Return the relation of the edited report to what a fresh one leads to."""
        wanted = self._relations[key]
        package = self._edited.package
        relations = package.relations[package.main]
        if wanted.external:
            for one in relations:
                if one.external and one.target == wanted.target and one.kind == wanted.kind:
                    return one.key
            target = wanted.target
        else:
            target = self._bring_part(wanted.target)
        own = _free_key(relations)
        relations.append(Relation(own, wanted.kind, target, wanted.external))
        return own

    def _bring_part(self, part: str) -> str:
        """Copy a part, and all that it leads to, under a name that is free."""
        source, package = self._fresh.package, self._edited.package
        own = _free_name(part, package.parts)
        package.put(own, source.content(part), source.type_of(part))
        package.relations[own] = [
            one if one.external else Relation(one.key, one.kind, self._bring_part(one.target))
            for one in source.relations.get(part, ())
        ]
        return own


def remove_remarks(element: Element) -> None:
    """Take away the marks of comments from an element."""
    for one in all_of(element, "commentRangeStart", "commentRangeEnd"):
        remove(one)
    for one in all_of(element, "commentReference"):
        run = one.getparent()
        remove(one if run is None or run.tag != w("r") else run)


def _above(numbers: Iterable[str]) -> count[int]:
    """Return numbers that are higher than all of these."""
    taken = [int(number) for number in numbers if number.lstrip("-").isdigit()]
    return count(max([0, *taken]) + 1)


def _free_key(relations: list[Relation]) -> str:
    taken = {one.key for one in relations}
    return next(key for key in (f"rIdQS{n}" for n in count(1)) if key not in taken)


def _free_name(part: str, taken: Iterable[str]) -> str:
    folder, name = posixpath.split(part)
    stem, dot, suffix = name.partition(".")
    names = (posixpath.join(folder, f"{stem}QS{n}{dot}{suffix}") for n in count(1))
    known = set(taken)
    return next(one for one in names if one not in known)
