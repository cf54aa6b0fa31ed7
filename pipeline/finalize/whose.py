"""Whose report it is, as its front page says."""

from __future__ import annotations

from pipeline.edited.draft import Draft
from pipeline.edited.xml import all_of, text_of, without_spaces_around
from pipeline.finalize.properties import subject_of
from pipeline.model import Role


def whose_report(draft: Draft) -> str:
    """Return the onderdeel, else the organisatie; of the front page, else of the properties."""
    names = [
        without_spaces_around(text_of(one))
        for one in all_of(draft.body, "p")
        if draft.has_role(one, Role.SUBTITLE)
    ]
    names = [name for name in names if name]
    return names[-1] if names else subject_of(draft).rpartition(" – ")[2]
