"""The facts that travel in a report, in whatever part a program put them."""

from __future__ import annotations

from pipeline.edited.draft import Draft
from pipeline.model import Facts
from pipeline.word.facts import FACTS_NAMESPACE, read_facts


def facts_in(draft: Draft) -> Facts | None:
    """Return the facts; None without any, or without whose they are."""
    part = draft.custom_part(FACTS_NAMESPACE)
    facts = read_facts(draft.package.tree(part)) if part else None
    return facts if facts and facts.organisation and facts.stellingen else None
