"""Scores of a round -> Benchmark: per stelling the middle answer of all organisations.

Five organisations or more, each counted once: with several departments by its own middle answer.
A middle answer of five or more can't be taken apart. Whoever knows one of the answers, their own,
still finds every answer of each of the others possible: the others alone can be a majority that
keeps the middle where it is. Counts, means and ranks can be taken apart, so there are none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from statistics import median_low

from pipeline.model import Antwoord, Benchmark, Content, RoundAnswer, Scores
from pipeline.naming import normalise

FEWEST = 5


def organisations_in(scores: Iterable[Scores]) -> int:
    """Return how many organisations took part; one without a name is none."""
    return len(_by_organisation(scores))


def benchmark(scores: Iterable[Scores], content: Content) -> Benchmark | None:
    """Return the round that an organisation is put beside; None with too few organisations."""
    by_organisation = _by_organisation(scores)
    if len(by_organisation) < FEWEST:
        return None
    answers = tuple(
        RoundAnswer(stelling.number, _middle(by_organisation.values(), stelling.number, content))
        for stelling in content.stellingen
    )
    return Benchmark(len(by_organisation), answers)


def _by_organisation(scores: Iterable[Scores]) -> dict[str, list[Scores]]:
    found: dict[str, list[Scores]] = defaultdict(list)
    for one in scores:
        if one.organisation:
            found[normalise(one.organisation)].append(one)
    return dict(found)


def _middle(
    organisations: Iterable[list[Scores]], number: int, content: Content
) -> Antwoord | None:
    """Return the middle answer; None where fewer than five organisations have one that scores."""
    points = {one.score: one.antwoord for one in content.options if one.score is not None}
    score_of = {antwoord: score for score, antwoord in points.items()}
    middles = []
    for departments in organisations:
        answers = (one.stelling(number).advice_answer for one in departments)
        scored = [score_of[answer] for answer in answers if answer in score_of]
        if scored:
            middles.append(median_low(scored))
    return points[median_low(middles)] if len(middles) >= FEWEST else None
