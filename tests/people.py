"""Answers in letters -> questionnaires in memory, for rules that need many small cases.

    N niet, D deels, G grotendeels, V volledig, O onbekend, x nvt, . leeg, ! not understood

A word of letters is one person's answers to stelling 1, 2, …; what is left out is leeg.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from pipeline.advise import advise
from pipeline.model import (
    Advice,
    Antwoord,
    Choice,
    Content,
    Field,
    Given,
    Origin,
    Questionnaire,
    Reading,
    Scores,
    Source,
    StellingScore,
)
from pipeline.preview import preview_questionnaires
from pipeline.score import group, score

LETTERS = {
    "N": Antwoord.NIET,
    "D": Antwoord.DEELS,
    "G": Antwoord.GROTENDEELS,
    "V": Antwoord.VOLLEDIG,
    "O": Antwoord.ONBEKEND,
    "x": Antwoord.NVT,
    ".": Antwoord.LEEG,
    "!": Antwoord.LEEG,
}
LETTER_OF = {antwoord: letter for letter, antwoord in reversed(LETTERS.items())}
NOW = datetime(2026, 11, 23, 14, 30, tzinfo=UTC)
# gemengd: the example in the design of the report
MIXED = "DDNNDGGDx DDG DNDNGOO DNNOD"


def person(
    content: Content,
    letters: str,
    *,
    file: str = "scan.xlsx",
    choices: tuple[int, ...] = (),
    together: bool | None = None,
    day: date | None = None,
    received: datetime = NOW,
    **fields: str,
) -> Questionnaire:
    """Return what one person sent; `fields` are attributes of the profile."""
    blank = preview_questionnaires(content, NOW)[0]
    source = Source(file)
    texts = {"organisation": "Gemeente Toetsdam", "department": "Team Werk"} | fields
    profile = replace(
        blank.profile,
        **{name: Field(text, source) for name, text in texts.items()},  # type: ignore[arg-type]
        together=together,
        day=day,
    )
    return replace(
        blank,
        origin=Origin(file, Path(file), received),
        profile=profile,
        answers=_answers(content, letters.replace(" ", ""), source),
        choices=tuple(Choice(number, source, str(number)) for number in choices),
    )


def _answers(content: Content, letters: str, source: Source) -> tuple[Given, ...]:
    padded = letters.ljust(len(content.stellingen), ".")
    return tuple(
        Given(stelling.number, LETTERS[letter], _reading(letter), letter, None, "", source)
        for stelling, letter in zip(content.stellingen, padded, strict=True)
    )


def _reading(letter: str) -> Reading:
    return Reading.NOT_UNDERSTOOD if letter == "!" else Reading.AS_IS


def scored(content: Content, *people: Questionnaire) -> Scores:
    """Score people of one organisatie + onderdeel."""
    (one,) = score(group(people), content)
    return one


def scored_letters(content: Content, *people: str) -> Scores:
    """Score people of whom only the answers matter."""
    return scored(content, *crowd(content, *people))


def crowd(
    content: Content, *people: str, organisation: str = "Gemeente Toetsdam"
) -> tuple[Questionnaire, ...]:
    """Return a different person for each word of letters."""
    return tuple(
        person(content, letters, file=f"{number}.xlsx", organisation=organisation)
        for number, letters in enumerate(people, 1)
    )


def first_stelling(content: Content, letters: str) -> StellingScore:
    """Score one stelling; each letter is the answer of another person."""
    return scored_letters(content, *letters.replace(" ", "")).stelling(1)


def advised(content: Content, *people: Questionnaire) -> Advice:
    """Advise people of one organisatie + onderdeel."""
    return advise(scored(content, *people), content)
