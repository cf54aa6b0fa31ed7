"""What a person put beside a text that is renewed: a tick, comments, bookmarks. It goes along."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from pipeline.edited.xml import Element, all_of, remove, w, w14
from pipeline.word.controls import TICKED

_STARTS = ("commentRangeStart", "bookmarkStart")
_ENDS = ("commentRangeEnd", "bookmarkEnd")


def carry_over(old: Sequence[Element], new: Element, ticked: bool, own: set[str]) -> None:
    """Give a renewed paragraph what stood beside the old ones; `own` are bookmarks of this tool."""
    if ticked:
        _tick(new)
    properties = new.find(w("pPr"))
    place = 0 if properties is None else 1
    dropped = {
        one.get(w("id"))
        for paragraph in old
        for one in all_of(paragraph, "bookmarkStart")
        if one.get(w("name")) in own
    }
    for paragraph in old:
        for mark in all_of(paragraph, *_STARTS, *_ENDS, "commentReference"):
            if mark.tag in {w("bookmarkStart"), w("bookmarkEnd")} and mark.get(w("id")) in dropped:
                continue
            if mark.tag in set(map(w, _STARTS)):
                new.insert(place, deepcopy(mark))
                place += 1
            else:
                new.append(_with_run(mark))


def _with_run(mark: Element) -> Element:
    """Return a mark, with the run around it where it has one for itself."""
    run = mark.getparent()
    is_reference = mark.tag == w("commentReference")
    return (
        deepcopy(run) if is_reference and run is not None and run.tag == w("r") else deepcopy(mark)
    )


def _tick(paragraph: Element) -> None:
    for control in all_of(paragraph, "sdt"):
        for stored in control.iter(w14("checked")):
            stored.set(w14("val"), "1")
            for text in all_of(control, "t"):
                text.text = TICKED


def replace_cell(cell: Element, fresh: Element, own: set[str]) -> None:
    """Make a cell hold what the fresh one holds; its own look stays."""
    old = [one for one in cell if one.tag != w("tcPr")]
    new = [one for one in fresh if one.tag != w("tcPr")]
    first = next(one for one in new if one.tag == w("p"))
    carry_over([p for one in old for p in one.iter(w("p"))], first, False, own)
    for one in old:
        remove(one)
    cell.extend(new)
