"""How far the answers of several people lie apart, in words."""

from __future__ import annotations

from pipeline.model import Antwoord, StellingScore
from pipeline.report.material import Material


def _ladder(material: Material) -> list[Antwoord]:
    scoring = [option for option in material.content.options if option.score is not None]
    return [option.antwoord for option in sorted(scoring, key=lambda option: option.score or 0)]


def spread_in_words(material: Material, score: StellingScore) -> str:
    """Return how far the answers lie apart: `van Deels tot Volledig en geborgd`."""
    ladder = _ladder(material)
    given = [ladder.index(a) for a in score.answers if a is not None and a in ladder]
    unknown = score.answers.count(Antwoord.ONBEKEND)
    parts = []
    if given:
        lowest, highest = ladder[min(given)], ladder[max(given)]
        parts.append(_from_to(material, lowest, highest))
    if unknown:
        parts.append(material.say("stelling: ook onbekend", aantal=unknown))
    return " en ".join(parts) or material.answer(score)


def _from_to(material: Material, lowest: Antwoord, highest: Antwoord) -> str:
    if lowest is highest:
        return material.label(lowest)
    first, last = material.label(lowest), material.label(highest)
    return material.say("stelling: van tot", laagste=first, hoogste=last)
