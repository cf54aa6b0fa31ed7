"""Which stelling of now an earlier answer belongs to: by number, in another edition by text.

A workbook was read with the stellingen of now already. A report keeps their texts of that time.
"""

from __future__ import annotations

from pipeline.model import Antwoord, Content, EarlierAnswer, Facts, StellingFact
from pipeline.naming import normalise

# In percent. Two stellingen of ours are alike for 80 at most, so 88 is the same one reworded.
_ALIKE = 88


def answers_of(facts: Facts, content: Content) -> tuple[EarlierAnswer, ...]:
    """Return the answers to stellingen that are still there; ValueError for what is no answer."""
    found = _by_number(facts) if facts.edition == content.edition else _by_text(facts, content)
    numbers = {stelling.number for stelling in content.stellingen}
    return tuple(
        EarlierAnswer(number, Antwoord(fact.advice_answer))
        for number, fact in sorted(found.items())
        if number in numbers
    )


def _by_number(facts: Facts) -> dict[int, StellingFact]:
    return {fact.number: fact for fact in facts.stellingen}


def _by_text(facts: Facts, content: Content) -> dict[int, StellingFact]:
    """Return per stelling of now the one that it was: the pairs that are most alike first."""
    from rapidfuzz.fuzz import ratio  # only now: reports of this edition do not need it

    pairs = [
        (ratio(normalise(fact.text), normalise(stelling.text)), stelling.number, place)
        for stelling in content.stellingen
        for place, fact in enumerate(facts.stellingen)
    ]
    found: dict[int, StellingFact] = {}
    taken: set[int] = set()
    for alike, number, place in sorted(pairs, key=lambda pair: -pair[0]):
        if alike >= _ALIKE and number not in found and place not in taken:
            found[number] = facts.stellingen[place]
            taken.add(place)
    return found
