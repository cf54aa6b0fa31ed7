"""How far the answers of several people lie apart, in words."""

from __future__ import annotations

from pipeline.model import Antwoord, StellingScore
from pipeline.report.material import Material
from pipeline.wording import enumerated

_FAR = 2  # steps of the scale


def _ladder(material: Material) -> list[Antwoord]:
    scoring = [option for option in material.content.options if option.score is not None]
    return [option.antwoord for option in sorted(scoring, key=lambda option: option.score or 0)]


def lie_far_apart(score: StellingScore) -> bool:
    """Tell whether two known answers lie so far apart that they are two different pictures."""
    return (score.spread or 0) >= _FAR


def is_unanimous(score: StellingScore) -> bool:
    """Tell whether all gave the same answer, one that could be read."""
    given = set(score.answers)
    return len(given) == 1 and given.isdisjoint((None, Antwoord.LEEG))


def spread_in_cell(material: Material, score: StellingScore) -> str:
    """Return the spread where the answer itself stands beside it: `geen` where all agree."""
    if is_unanimous(score):
        return material.say("stelling: geen spreiding")
    return spread_in_words(material, score)


def spread_in_words(material: Material, score: StellingScore) -> str:
    """Return how far the answers lie apart: `van Deels tot Volledig en geborgd`.

    Answers that do not score are counted beside it, and so is one answer that stands alone.
    """
    if is_unanimous(score):
        antwoord = material.label(score.advice_answer)
        key = "stelling: allebei hetzelfde" if material.pair else "stelling: allemaal hetzelfde"
        return material.say(key, antwoord=antwoord)
    given = [antwoord for antwoord in _ladder(material) if antwoord in score.answers]
    others = [one for one in (Antwoord.ONBEKEND, Antwoord.NVT) if one in score.answers]
    counted = [*given, *others] if len(given) == 1 else others
    parts = [_times(material, score, antwoord) for antwoord in counted]
    if len(given) <= 1:
        return enumerated(parts) if parts else material.answer(score)
    lowest, highest = material.label(given[0]), material.label(given[-1])
    from_to = material.say("stelling: van tot", laagste=lowest, hoogste=highest)
    return f"{from_to}, en {enumerated(parts)}" if parts else from_to


def _times(material: Material, score: StellingScore, antwoord: Antwoord) -> str:
    count = score.answers.count(antwoord)
    return material.say("stelling: keer", aantal=count, antwoord=material.label(antwoord))
