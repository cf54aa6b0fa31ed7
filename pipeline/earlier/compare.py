"""Scores + Earlier -> Comparison: per stelling and thema higher, the same, lower, or none of these.

Answers are compared, not means: with several people the middle one. A thema is said to differ only
where two ways to look agree: its score as a whole, and the answers that have a score both times.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from pipeline.facts import key_of, people
from pipeline.model import (
    Antwoord,
    Comparison,
    Content,
    Difference,
    Earlier,
    Others,
    Scores,
    StellingDifference,
    Thema,
    ThemaDifference,
    ThemaScore,
)
from pipeline.score import score_thema


@dataclass(frozen=True, slots=True)
class _Both:
    """The answers of now and of that time by stelling."""

    now: Mapping[int, Antwoord]
    before: Mapping[int, Antwoord]
    content: Content

    def step(self, number: int) -> int | None:
        """Return by how much an answer is higher; None where one of the two has no score."""
        now, before = (_score(found.get(number), self.content) for found in (self.now, self.before))
        return None if now is None or before is None else now - before


def compare(scores: Scores, earlier: Earlier, content: Content) -> Comparison:
    """Put the figures of now beside those of an earlier scan."""
    now = {one.stelling: one.advice_answer for one in scores.stellingen}
    both = _Both(now, {one.stelling: one.antwoord for one in earlier.answers}, content)
    stellingen = tuple(
        StellingDifference(number, both.before.get(number), _difference(both.step(number)))
        for number in now
    )
    themas = tuple(
        _thema(thema, score, both)
        for thema, score in zip(content.themas, scores.themas, strict=True)
    )
    return Comparison(earlier, stellingen, themas, _others(scores, earlier))


def _score(antwoord: Antwoord | None, content: Content) -> int | None:
    if antwoord is None or antwoord is Antwoord.LEEG:
        return None
    return content.option(antwoord).score


def _difference(step: Fraction | int | None) -> Difference:
    if step is None:
        return Difference.UNKNOWN
    if step == 0:
        return Difference.SAME
    return Difference.HIGHER if step > 0 else Difference.LOWER


def _thema(thema: Thema, now: ThemaScore, both: _Both) -> ThemaDifference:
    before = score_thema(thema, both.before, both.content)
    steps = [both.step(stelling.number) for stelling in thema.stellingen]
    known = [step for step in steps if step is not None]
    if not known or not (_is_certain(now) and _is_certain(before)):
        return ThemaDifference(thema.key, before, Difference.UNKNOWN)
    whole = _difference((now.tally.score or Fraction(0)) - (before.tally.score or Fraction(0)))
    agreed = whole is _difference(sum(known))
    return ThemaDifference(thema.key, before, whole if agreed else Difference.UNKNOWN)


def _is_certain(score: ThemaScore) -> bool:
    return score.niveau is not None and not score.provisional


def _others(scores: Scores, earlier: Earlier) -> Others | None:
    """Tell how many did not take part before; None where that is nobody, or can't be known.

    Of people who filled in together only one is known.
    """
    now = [frozenset(key_of(one.profile).split()) for one in scores.used]
    before = earlier.keys or ()
    apart = people(scores) == len(now) and earlier.people == earlier.respondents
    if not (apart and before and all(now) and all(before)):
        return None
    new = [one for one in now if not any(one & other for other in before)]
    if not new:
        return None
    return Others.ALL if len(new) == len(now) else Others.SOME
