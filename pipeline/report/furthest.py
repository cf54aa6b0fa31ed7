"""What goes best: the same stellingen in the summary and in chapter 'Waar staat u nu?'."""

from __future__ import annotations

from collections import Counter

from pipeline.model import Antwoord
from pipeline.report.material import Material

_MOST = 5


def furthest(material: Material) -> list[int]:
    """Return what goes well, else what goes better than the rest."""
    good = material.with_answer(Antwoord.VOLLEDIG, Antwoord.GROTENDEELS)
    stands_out = material.with_answer(Antwoord.NIET)
    return good or (material.with_answer(Antwoord.DEELS) if stands_out else [])


def furthest_shown(material: Material) -> list[int]:
    """Return the first few of these, of each thema one before of any a second."""
    return _spread_over_themas(material, furthest(material))


def _spread_over_themas(material: Material, numbers: list[int]) -> list[int]:
    """Return the first few stellingen, of each thema one before of any a second."""
    turns: Counter[str] = Counter()
    ranked = []
    for place, number in enumerate(numbers):
        thema = material.content.thema_of(number).key
        ranked.append((turns[thema], place, number))
        turns[thema] += 1
    chosen = [number for _, _, number in sorted(ranked)[:_MOST]]
    return [number for number in numbers if number in chosen]
