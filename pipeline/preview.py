"""Questionnaires with one answer throughout, so that an editor sees every tip in a report."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from pipeline.model import (
    Content,
    Field,
    Given,
    Option,
    Origin,
    Profile,
    Questionnaire,
    Reading,
    Source,
)

_ORGANISATION = "Gemeente Voorbeeldstad"


def preview_questionnaires(content: Content, now: datetime) -> tuple[Questionnaire, ...]:
    """Return one filled-in questionnaire per answer: all niet, all deels, and so on."""
    return tuple(_all_the_same(option, content, now) for option in content.options)


def _all_the_same(option: Option, content: Content, now: datetime) -> Questionnaire:
    source = Source(option.label)
    answers = tuple(
        Given(stelling.number, option.antwoord, Reading.AS_IS, option.label, None, "", source)
        for stelling in content.stellingen
    )
    return Questionnaire(
        origin=Origin(option.label, Path(option.label), now),
        edition=content.edition,
        profile=_profile(option, now, source),
        answers=answers,
        examples=(),
        choices=(),
    )


def _profile(option: Option, now: datetime, source: Source) -> Profile:
    empty = Field("", source)
    return Profile(
        organisation=Field(_ORGANISATION, source),
        department=Field(f"alles {option.label}", source),
        kind=empty,
        municipalities=empty,
        mode=empty,
        people=empty,
        role=empty,
        name=empty,
        email=empty,
        filled_in_on=empty,
        together=None,
        number_of_people=None,
        day=now.date(),
    )
