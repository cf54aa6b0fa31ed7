"""The consultant's own places: where they still ask for text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.edited.agenda import agenda_tables
from pipeline.edited.draft import Draft
from pipeline.edited.xml import Element, all_of, remove, replace, text_of, w

_ANY_KEPT = {w(n) for n in ("drawing", "pict", "object", "t", "tab", "br", "sym", "fldChar")}


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question to the consultant that still stands in a paragraph."""

    paragraph: Element
    text: str


def prompts(draft: Draft) -> list[Prompt]:
    """Return every prompt outside the agenda, in order of the text."""
    agenda = agenda_tables(draft)
    return [
        Prompt(paragraph, text)
        for paragraph in all_of(draft.body, "p")
        if not any(table in agenda for table in paragraph.iterancestors(w("tbl")))
        for text in _prompts_in(draft, paragraph)
    ]


def _prompts_in(draft: Draft, paragraph: Element) -> Iterator[str]:
    """Yield the prompts in a paragraph: those of this tool, and those of Word in a place."""
    text = text_of(paragraph)
    yield from (prompt for prompt in _known(draft) if prompt in text)
    for control in all_of(paragraph, "sdt"):
        shown = "".join(map(text_of, control.findall(w("sdtContent"))))
        if draft.is_question_of_word(shown):
            yield shown


def _known(draft: Draft) -> list[str]:
    themas = [thema.title for thema in draft.content.themas]
    own = [draft.say("adviseur: thema", thema=title) for title in themas]
    return [draft.say("adviseur: opening"), *own]


def remove_prompts(draft: Draft) -> None:
    """Take the prompts away, and the paragraphs in which nothing else stands."""
    for prompt in prompts(draft):
        text = text_of(prompt.paragraph)
        start = text.find(prompt.text)
        if start >= 0:
            replace(prompt.paragraph, start, start + len(prompt.text))
        if not text_of(prompt.paragraph).strip() and not _holds_something(prompt.paragraph):
            _remove_paragraph(prompt.paragraph)


def _holds_something(paragraph: Element) -> bool:
    return any(
        one.tag in _ANY_KEPT and one.text != "" for one in paragraph.iter() if one.tag != w("t")
    )


def _remove_paragraph(paragraph: Element) -> None:
    """Remove a paragraph; a cell, and a place around it, must keep one."""
    parent = paragraph.getparent()
    if parent is None or re.search(r"}tc$", str(parent.tag)):
        return
    remove(paragraph)
