"""Scores -> Advice: which tips, where to begin, what to discuss. Rules: the contract, "Tips"."""

from __future__ import annotations

from collections import Counter

from pipeline.model import (
    Advice,
    Antwoord,
    Content,
    Recurrence,
    Scores,
    Stelling,
    StellingAdvice,
    Tip,
)
from pipeline.naming import is_municipality

_TO_BEGIN_WITH = (Antwoord.NIET, Antwoord.DEELS)


def advise(scores: Scores, content: Content) -> Advice:
    """Choose the tips of each stelling, the stellingen to begin with and those to discuss."""
    stellingen = tuple(_stelling_advice(stelling, scores) for stelling in content.stellingen)
    municipality = _is_municipality(scores, content)
    duties = _duties(scores, content) if municipality else ()
    chosen = _chosen(scores)
    return Advice(
        scores=scores,
        stellingen=stellingen,
        start_with=_start_with(scores, content, duties, chosen),
        municipality=municipality,
        duties=duties,
        discuss=_discuss(scores, content),
        recurring=_recurring(stellingen, content),
    )


def _stelling_advice(stelling: Stelling, scores: Scores) -> StellingAdvice:
    score = scores.stelling(stelling.number)
    tips = fitting_tips(stelling, score.advice_answer)
    also = fitting_tips(stelling, score.also_answer) if score.also_answer else ()
    return StellingAdvice(stelling.number, tips, tuple(tip for tip in also if tip not in tips))


def fitting_tips(stelling: Stelling, antwoord: Antwoord) -> tuple[Tip, ...]:
    """Return the tips whose window holds an answer, in document order.

    A tip that leans on another takes that one along, before it.
    """
    wanted = {tip.id for tip in stelling.tips if tip.window.holds(antwoord)}
    for tip in reversed(stelling.tips):
        if tip.id in wanted and tip.leans_on:
            wanted.add(tip.leans_on)
    return tuple(tip for tip in stelling.tips if tip.id in wanted)


def _is_municipality(scores: Scores, content: Content) -> bool:
    kinds = Counter(one.profile.kind.text for one in scores.used if one.profile.kind.text)
    kind = kinds.most_common(1)[0][0] if kinds else ""
    return is_municipality(kind, scores.organisation or "", content)


def _duties(scores: Scores, content: Content) -> tuple[int, ...]:
    """Return the stellingen whose answer falls short of a legal duty of municipalities."""
    return tuple(
        stelling.number
        for stelling in content.stellingen
        if stelling.duty
        and scores.stelling(stelling.number).advice_answer is stelling.duty.antwoord
    )


def _chosen(scores: Scores) -> Counter[int]:
    """Count how many of the people chose a stelling to begin with."""
    return Counter(
        number
        for one in scores.used
        for number in {c.stelling for c in one.choices if c.stelling is not None}
    )


def _start_with(
    scores: Scores, content: Content, duties: tuple[int, ...], chosen: Counter[int]
) -> tuple[int, ...]:
    def rank(stelling: Stelling) -> tuple[bool, int, int, int]:
        number = stelling.number
        answer = scores.stelling(number).advice_answer
        return (number not in duties, -chosen[number], answer.step, stelling.start_order)

    weak = [
        stelling
        for stelling in content.stellingen
        if scores.stelling(stelling.number).advice_answer in _TO_BEGIN_WITH
    ]
    return _spread_over_themas([s.number for s in sorted(weak, key=rank)], content)


def _spread_over_themas(ranked: list[int], content: Content) -> tuple[int, ...]:
    """Take at most so many per thema; those passed over come after, while there is room."""
    limits = content.thresholds
    taken: list[int] = []
    per_thema: Counter[str] = Counter()
    for number in ranked:
        thema = content.thema_of(number).key
        if per_thema[thema] < limits.start_per_thema:
            per_thema[thema] += 1
            taken.append(number)
    passed_over = [number for number in ranked if number not in taken]
    return tuple((taken + passed_over)[: limits.start_count])


def _discuss(scores: Scores, content: Content) -> tuple[int, ...]:
    """Return the stellingen on which people differ most, highest first, ties by number."""
    if len(scores.used) < 2:
        return ()
    differ = [
        (-one.disagreement, one.stelling)
        for one in scores.stellingen
        if one.disagreement is not None and one.disagreement >= content.thresholds.disagreement
    ]
    return tuple(number for _, number in sorted(differ))[: content.thresholds.discuss_count]


def _recurring(stellingen: tuple[StellingAdvice, ...], content: Content) -> tuple[Recurrence, ...]:
    """Return each recurring advice with the stellingen where one of its tips fits."""
    found = []
    for advice in content.recurring:
        numbers = tuple(
            one.stelling
            for one in stellingen
            if any(advice.key in tip.advice for tip in one.tips + one.also)
        )
        if numbers:
            found.append(Recurrence(advice, numbers))
    return tuple(found)
