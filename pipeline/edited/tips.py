"""The tips of a report with their boxes: what was ticked, and where the others go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.edited.draft import Draft
from pipeline.edited.xml import (
    Element,
    all_of,
    pieces,
    remove,
    replace,
    text_of,
    unwrap,
    value,
    w,
    w14,
    within,
    without_spaces_around,
)
from pipeline.model import Role
from pipeline.word.controls import TICKED, UNTICKED
from pipeline.word.styles import STYLE_OF_ROLE

_TICKED = {TICKED, "☑", "✓", "✔"}
BOXES = _TICKED | {UNTICKED}
_LONGEST_ACTION = 200
_SENTENCE_END = re.compile(r"[.!?](?=\s)")
_OWN_LAYOUT = ("numPr", "ind", "tabs")


@dataclass(frozen=True, slots=True)
class EditedTip:
    """A tip where it stands now; `paragraphs` are the tip and the list below it.

    `ticked` is None for a tip without a box: the consultant's own.
    """

    stelling: int | None
    heading: str
    paragraphs: tuple[Element, ...]
    ticked: bool | None

    @property
    def action(self) -> str:
        """What to do, short enough for a row of the agenda."""
        first, *items = (
            without_spaces_around(text_of(p)).lstrip("".join(BOXES)) for p in self.paragraphs
        )
        text = f"{first} {'; '.join(items)}" if first.endswith(":") else first
        return shortened(text.strip())


def shortened(text: str) -> str:
    """Return the start of a text, up to the end of a sentence where that can be."""
    if len(text) <= _LONGEST_ACTION:
        return text
    start = text[: _LONGEST_ACTION + 1]
    ends = [match.end() for match in _SENTENCE_END.finditer(start)]
    if ends:
        return start[: ends[-1]]
    return f"{start[: _LONGEST_ACTION - 1].rpartition(' ')[0]}…"


def find_tips(draft: Draft) -> list[EditedTip]:
    """Return all tips in order of the text: by their box or by their style, under a heading."""
    return list(_tips(draft))


def _tips(draft: Draft) -> Iterator[EditedTip]:
    stelling, heading = None, ""
    for paragraph in all_of(draft.body, "p"):
        level = draft.level_of(paragraph)
        if level:
            heading = without_spaces_around(text_of(paragraph))
            stelling = draft.stelling_of(paragraph) if level == 3 else None
        elif is_tip(draft, paragraph):
            ticked = is_ticked(paragraph)
            yield EditedTip(stelling, heading, (paragraph, *_items(draft, paragraph)), ticked)


def is_tip(draft: Draft, paragraph: Element) -> bool:
    """Tell whether a paragraph is a tip."""
    if within(paragraph, "tbl"):
        return False
    return draft.has_role(paragraph, Role.TIP) or text_of(paragraph).lstrip()[:1] in BOXES


def _items(draft: Draft, tip: Element) -> Iterator[Element]:
    following = tip.getnext()
    while following is not None and following.tag == w("p"):
        if not draft.has_role(following, Role.SUB_BULLET):
            return
        yield following
        following = following.getnext()


def is_ticked(tip: Element) -> bool | None:
    """Tell what a box says: the sign that a person sees, or what a program stored."""
    boxes = {sign for sign in _start_of(tip) if sign in BOXES}
    if not boxes:
        return None
    stored = any(one.get(w14("val")) in {"1", "true"} for one in tip.iter(w14("checked")))
    return stored or bool(boxes & _TICKED)


def _start_of(paragraph: Element) -> str:
    """Return the first two signs of a paragraph."""
    start = ""
    for piece in pieces(paragraph):
        start = (start + (piece.text or "")).lstrip()
        if len(start) > 1:
            break
    return start[:2]


# Changing


def remove_box(draft: Draft, tip: Element) -> None:
    """Take the box of a tip away, so that it becomes an item of a real list."""
    for control in all_of(tip, "sdt"):
        unwrap(control, [inside for one in control.findall(w("sdtContent")) for inside in one])
    text = text_of(tip)
    start = len(text) - len(text.lstrip("".join(BOXES) + " \t\u00a0"))
    replace(tip, 0, start)
    for run in all_of(tip, "r"):
        if all(one.tag == w("rPr") or _is_empty_text(one) for one in run):
            remove(run)
    bullet = draft.style_id(STYLE_OF_ROLE[Role.BULLET])
    if bullet is not None and draft.has_role(tip, Role.TIP):
        _set_style(tip, bullet)


def _is_empty_text(element: Element) -> bool:
    return element.tag == w("t") and not element.text


def _set_style(paragraph: Element, style_id: str) -> None:
    properties = paragraph.find(w("pPr"))
    style = None if properties is None else properties.find(w("pStyle"))
    if properties is None or style is None or value(style) == style_id:
        return
    style.set(w("val"), style_id)
    for own in all_of(properties, *_OWN_LAYOUT):
        remove(own)


def remove_empty_labels(draft: Draft) -> None:
    """Take away a label like `Ook mogelijk` that has nothing left below it."""
    labels = {draft.say(f"stelling: {key}") for key in ("begin hier", "ook mogelijk")}
    labels |= {
        draft.say("stelling: past bij", antwoord=option.label) for option in draft.content.options
    }
    paragraphs = [one for one in draft.body if one.tag in {w("p"), w("tbl")}]
    for one, following in zip(paragraphs, [*paragraphs[1:], None], strict=True):
        if one.tag == w("p") and _said(one) in labels and _ends(draft, following, labels):
            remove(one)


def _ends(draft: Draft, following: Element | None, labels: set[str]) -> bool:
    """Tell whether what follows a label is something new."""
    if following is None:
        return True
    if following.tag != w("p"):
        return False
    return draft.level_of(following) is not None or _said(following) in labels


def _said(paragraph: Element) -> str:
    return without_spaces_around(text_of(paragraph))
