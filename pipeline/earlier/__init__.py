"""What a scan is put beside: earlier scans and reports -> Earlier -> Comparison.

A report holds what it was made of, unseen. So the version that was sent last year is enough.
"""

from __future__ import annotations

from datetime import UTC, datetime

from pipeline.earlier.choose import Chosen, choose, team_of
from pipeline.earlier.compare import compare
from pipeline.earlier.editions import answers_of
from pipeline.earlier.reports import ReadReports, read_reports
from pipeline.facts import facts_of, key_of
from pipeline.model import Content, Earlier, Questionnaire, Scores, Source

__all__ = [
    "Chosen",
    "ReadReports",
    "choose",
    "compare",
    "earlier_of",
    "read_reports",
    "team_of",
]


def earlier_of(scores: Scores, content: Content) -> Earlier:
    """Return the scan of these workbooks, read with the content of now, as an earlier one."""
    facts = facts_of(scores, content)
    newest = max(scores.used, key=_received)
    return Earlier(
        Source(newest.origin.label),
        _received(newest),
        facts.organisation,
        facts.department,
        newest.edition,
        facts.day,
        facts.people,
        facts.respondents,
        answers_of(facts, content),
        tuple(frozenset(key_of(one.profile).split()) for one in scores.used),
    )


def _received(one: Questionnaire) -> datetime:
    return one.origin.received.astimezone(UTC)
