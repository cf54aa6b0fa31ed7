"""Scores, Content -> Facts: what a later scan is put beside, and by what people are known again."""

from __future__ import annotations

import hashlib

from pipeline.figures import rounded_down
from pipeline.model import Content, Facts, Profile, Scores, StellingFact, StellingScore
from pipeline.naming import normalise

_KEY_LENGTH = 16


def facts_of(scores: Scores, content: Content) -> Facts:
    """Return what a report keeps of its scan."""
    days = [one.profile.day for one in scores.used if one.profile.day]
    return Facts(
        content.edition,
        len(scores.used),
        tuple(_fact(one, content) for one in scores.stellingen),
        scores.organisation or "",
        scores.department or "",
        people(scores),
        max(days, default=None),
    )


def _fact(score: StellingScore, content: Content) -> StellingFact:
    return StellingFact(
        score.stelling,
        score.advice_answer.value,
        None if score.score is None else rounded_down(score.score),
        content.stelling(score.stelling).text,
    )


def people(scores: Scores) -> int | None:
    """Return how many people filled in; None for a group of unknown size."""
    profiles = [one.profile for one in scores.used]
    if any(profile.together and profile.number_of_people is None for profile in profiles):
        return None
    return sum(profile.number_of_people or 1 for profile in profiles)


def key_of(profile: Profile) -> str:
    """Return by what a person is known again: a hash of mail address and of name, no more.

    Empty for a person without both. Who gave only one of the two is known again by that one.
    """
    known = (normalise(field.text) for field in (profile.email, profile.name))
    return " ".join(hashlib.sha256(one.encode()).hexdigest()[:_KEY_LENGTH] for one in known if one)
