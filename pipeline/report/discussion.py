"""Chapter 'Gespreksagenda': where people differ most, with a question to talk about each.

After an earlier report also what was agreed then.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import (
    Antwoord,
    Block,
    Comparison,
    Heading,
    Paragraph,
    Role,
    Run,
)
from pipeline.report.agreed import agreed_before
from pipeline.report.material import Material
from pipeline.report.spread import spread_in_words


def has_discussion(material: Material) -> bool:
    """Tell whether there is anything to talk about."""
    return bool(material.advice.discuss or _agreed(material))


def discussion(material: Material, chapter: int) -> Iterator[Block]:
    """Yield the chapter under its number."""
    yield Heading("gesprek", 2, f"{chapter} {material.say('kop: gesprek')}")
    agreed, differing = _agreed(material), material.advice.discuss
    if agreed and differing:
        yield Heading("gesprek.verschil", 3, f"{chapter}.1 {material.say('kop: uiteen')}")
    if differing:
        yield from _questions(material)
    if agreed:
        number = f"{chapter}.2" if differing else f"{chapter}.1"
        yield Heading("afspraken", 3, f"{number} {material.say('kop: afspraken')}")
        yield from agreed_before(material, agreed)


def _agreed(material: Material) -> Comparison | None:
    """Return the earlier scan where its report holds what was agreed."""
    previous = material.previous
    return previous if previous and previous.earlier.agenda else None


def _questions(material: Material) -> Iterator[Block]:
    answers = (material.score(number).answers for number in material.advice.discuss)
    unknown = any(Antwoord.ONBEKEND in given for given in answers)
    said = material.say("gesprek: inleiding onbekend" if unknown else "gesprek: inleiding")
    yield Paragraph("gesprek.inleiding", Role.INTRO, (Run(said),))
    for number in material.advice.discuss:
        yield _question(material, number)


def _question(material: Material, number: int) -> Paragraph:
    """Return how far the answers to a stelling lie apart, and what to ask each other.

    One paragraph: no program can part the name of a stelling from its question.
    """
    stelling = material.stelling(number)
    spread = spread_in_words(material, material.score(number))
    name = Run(f"{number} {stelling.short_name}", strong=True)
    answers = Run(f". {material.say('gesprek: antwoorden', spreiding=spread)}\n")
    runs = (name, answers, Run(stelling.question))
    return Paragraph(f"gesprek.stelling-{number:02d}", Role.BULLET, runs)
