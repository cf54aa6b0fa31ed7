"""What must be settled before a report is sent. Each rule yields what it finds, one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.edited.agenda import AgendaRow, agenda_rows, agenda_tables
from pipeline.edited.draft import Draft
from pipeline.edited.tips import find_tips
from pipeline.finalize.comments import open_comments
from pipeline.finalize.links import links_without_target
from pipeline.finalize.prompts import prompts
from pipeline.finalize.revisions import revisions
from pipeline.problems import Code, Problem, problem

Rule = Callable[[Draft], Iterator[Problem]]
_LONGEST = 80


def faults(draft: Draft) -> tuple[Problem, ...]:
    """Return everything because of which a report is not made final."""
    rules: tuple[Rule, ...] = (_prompts, _revisions, _comments, _agenda)
    return tuple(found for rule in rules for found in rule(draft))


def warnings(draft: Draft) -> tuple[Problem, ...]:
    """Return what the consultant may want to know, and what does not stop anything."""
    rules: tuple[Rule, ...] = (_links, _ticks_without_agenda)
    return tuple(found for rule in rules for found in rule(draft))


def _prompts(draft: Draft) -> Iterator[Problem]:
    for prompt in prompts(draft):
        yield problem(Code.PROMPT_LEFT, draft.source, text=_brief(prompt.text))


def _revisions(draft: Draft) -> Iterator[Problem]:
    count = sum(len(revisions(story)) for story in draft.stories())
    if count:
        yield problem(Code.REVISIONS_LEFT, draft.source)


def _comments(draft: Draft) -> Iterator[Problem]:
    for heading, text in open_comments(draft):
        place = f"{_brief(heading)}: " if heading else ""
        yield problem(Code.COMMENT_OPEN, draft.source, place=place, text=_brief(text))


def _agenda(draft: Draft) -> Iterator[Problem]:
    """A row says who and when, or neither; and no row says so without an action."""
    ticked = {tip.stelling for tip in find_tips(draft) if tip.ticked}
    for place, row in enumerate(agenda_rows(draft), 1):
        named = _brief(row.stelling or row.actie) or f"regel {place}"
        if row.wie and not row.klaar:
            yield problem(Code.AGENDA_NO_DATE, draft.source, row=named)
        if row.klaar and not row.wie:
            yield problem(Code.AGENDA_NO_NAME, draft.source, row=named)
        if (row.wie or row.klaar) and not row.actie and not _gets_action(draft, row, ticked):
            yield problem(Code.AGENDA_NO_ACTION, draft.source, row=named)


def _gets_action(draft: Draft, row: AgendaRow, ticked: set[int | None]) -> bool:
    stelling = draft.stelling_in(row.stelling)
    return stelling is not None and stelling in ticked


def _links(draft: Draft) -> Iterator[Problem]:
    for text in links_without_target(draft):
        yield problem(Code.LINK_WITHOUT_TARGET, draft.source, text=_brief(text))


def _ticks_without_agenda(draft: Draft) -> Iterator[Problem]:
    if not agenda_tables(draft) and any(tip.ticked for tip in find_tips(draft)):
        yield problem(Code.AGENDA_GONE, draft.source)


def _brief(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _LONGEST else f"{one_line[: _LONGEST - 1].rstrip()}…"
