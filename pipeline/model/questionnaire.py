"""One returned workbook as understood, and who sends the blank one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from pipeline.model.scale import Antwoord, Source


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends workbook and report; None is a setting that is missing."""

    name: str | None = None
    organisation: str | None = None
    mail: str | None = None
    phone: str | None = None
    deadline: str | None = None
    basis: str | None = None
    partner: str | None = None
    retention: str | None = None
    score_retention: str | None = None
    privacy_url: str | None = None
    style: Path | None = None


@dataclass(frozen=True, slots=True)
class Mail:
    """The mail that a file came with: enough to answer it in its own thread.

    `sent` is None where the mail does not say when.
    """

    sender: str
    sender_name: str
    subject: str
    message_id: str = ""
    references: str = ""
    sent: datetime | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """A file that came in: `label` as shown to the user, `received` when, `mail` with what mail.

    `path` is the file on disk: the file itself, or the mail or zip in which it came.
    """

    label: str
    path: Path
    received: datetime
    mail: Mail | None = None


class Reading(StrEnum):
    """How the text of a cell became an answer."""

    AS_IS = "as is"
    READ_AS = "read as"
    NOT_UNDERSTOOD = "not understood"
    WITHOUT_VALUE = "without value"
    NOT_FOUND = "not found"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class Given:
    """The answer of one workbook to one stelling, with the remark beside it.

    What could not be read is kept as LEEG: `reading` tells why, `nearest` what comes nearest.
    """

    stelling: int
    antwoord: Antwoord
    reading: Reading
    written: str
    nearest: Antwoord | None
    remark: str
    source: Source

    @property
    def is_unread(self) -> bool:
        """Tell whether something was written that could not be read as one answer."""
        return self.reading in (Reading.NOT_UNDERSTOOD, Reading.WITHOUT_VALUE, Reading.TWICE)


@dataclass(frozen=True, slots=True)
class Field:
    """The text of an input cell of the sheet Gegevens; empty text is not filled in."""

    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class Profile:
    """Who filled in, for which part of which organisation.

    `together`, `number_of_people` and `day` are what mode, people and filled_in_on mean; None
    where that is empty or not understood.
    """

    organisation: Field
    department: Field
    kind: Field
    municipalities: Field
    mode: Field
    people: Field
    role: Field
    name: Field
    email: Field
    filled_in_on: Field
    together: bool | None
    number_of_people: int | None
    day: date | None


@dataclass(frozen=True, slots=True)
class Example:
    """What goes well already in a thema, in the words of who filled in."""

    thema: str
    text: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A stelling that the people themselves want to begin with; None is not understood."""

    stelling: int | None
    source: Source
    written: str


@dataclass(frozen=True)
class Questionnaire:
    """One returned workbook, as understood."""

    origin: Origin
    edition: str
    profile: Profile
    answers: tuple[Given, ...]
    examples: tuple[Example, ...]
    choices: tuple[Choice, ...]

    @property
    def is_blank(self) -> bool:
        """Tell whether no answer was given at all."""
        return all(g.antwoord is Antwoord.LEEG for g in self.answers)
