"""Making a report fit to send: one small step for each thing that must not come along."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from pipeline.edited.agenda import agenda_tables, remove_blank_rows, renew_questions
from pipeline.edited.draft import Draft
from pipeline.edited.xml import Element, all_of, replace, text_of, unwrap, w
from pipeline.finalize.alt import restore_alt_text
from pipeline.finalize.annex import settle_tips
from pipeline.finalize.comments import remove_comments
from pipeline.finalize.hidden import remove_hidden_text
from pipeline.finalize.prompts import remove_prompts
from pipeline.finalize.properties import clean_properties
from pipeline.finalize.revisions import accept_all
from pipeline.finalize.traces import clean_embedded, clean_parts, clean_settings, remove_traces

Step = Callable[[Draft], None]


def clean(draft: Draft) -> None:
    """Take all steps, in an order in which each finds what the one before left."""
    steps: tuple[Step, ...] = (
        _accept_revisions,
        remove_comments,
        remove_hidden_text,
        remove_prompts,
        _set_state,
        _free_controls,
        settle_tips,
        remove_blank_rows,
        renew_questions,
        remove_traces,
        restore_alt_text,
        clean_settings,
        clean_parts,
        clean_embedded,
        clean_properties,
    )
    for step in steps:
        step(draft)
    for story in draft.stories():
        etree.cleanup_namespaces(story, keep_ns_prefixes=_prefixes_in_use(story))


def _prefixes_in_use(story: Element) -> list[str]:
    """Return all prefixes of a part: some are named in its text, as in mc:Ignorable."""
    return [prefix for prefix in story.nsmap if prefix]


def _accept_revisions(draft: Draft) -> None:
    for story in draft.stories():
        accept_all(story)


def _set_state(draft: Draft) -> None:
    """Write Definitief on the front page."""
    label, final = draft.say("voorblad: stand"), draft.say("voorblad: definitief")
    for paragraph in all_of(draft.body, "p"):
        text = text_of(paragraph)
        if draft.level_of(paragraph):
            return
        rest = text.strip()[len(label) :]
        if text.strip().startswith(label) and rest[:1] in {"\t", " ", ":"}:
            end = len(text.rstrip())
            replace(paragraph, end - len(rest.strip(" \t:")), end, final)
            return


def _free_controls(draft: Draft) -> None:
    """Take away the places to fill in outside the agenda; what is in them stays."""
    agenda = agenda_tables(draft)
    for control in all_of(draft.body, "sdt"):
        tables = control.iterancestors(w("tbl"))
        made_by_word = control.find(f"{w('sdtPr')}/{w('docPartObj')}") is not None
        if not made_by_word and not any(table in agenda for table in tables):
            unwrap(control, [one for part in control.findall(w("sdtContent")) for one in part])
