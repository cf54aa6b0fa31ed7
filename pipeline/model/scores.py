"""The figures of one organisatie + onderdeel, and the advice that follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from pipeline.model.content import RecurringAdvice, Tip
from pipeline.model.questionnaire import Questionnaire
from pipeline.model.scale import Antwoord, Niveau


@dataclass(frozen=True, slots=True)
class StellingScore:
    """The figures of one stelling over the people of one organisatie + onderdeel.

    `answers` holds None where an answer was not understood. `score` is a mean on the scale 1 to
    4, `disagreement` a share from 0 to 1, both exact.
    """

    stelling: int
    answers: tuple[Antwoord | None, ...]
    advice_answer: Antwoord
    also_answer: Antwoord | None
    score: Fraction | None
    spread: int | None
    disagreement: Fraction | None
    niveau: Niveau | None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many stellingen have a score, are unknown, empty or not applicable; `score` 1 to 4."""

    score: Fraction | None
    scored: int
    unknown: int
    empty: int
    nvt: int


@dataclass(frozen=True, slots=True)
class ThemaScore:
    """The figures of one thema."""

    thema: str
    tally: Tally
    niveau: Niveau | None
    provisional: bool


@dataclass(frozen=True, slots=True)
class RoleAnswer:
    """What people of one role answered to a stelling: how many gave an answer, and the middle."""

    stelling: int
    given: int
    advice_answer: Antwoord


@dataclass(frozen=True, slots=True)
class RoleScore:
    """The answers of the people of one role; an empty role is that of people who named none."""

    role: str
    people: int
    stellingen: tuple[RoleAnswer, ...]


@dataclass(frozen=True, slots=True)
class RoundAnswer:
    """The middle answer of all organisations in a round to a stelling; None where too few gave one.

    A middle answer can't be taken apart: beside it an organisation's own answer tells nothing of
    any other.
    """

    stelling: int
    middle: Antwoord | None


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A round to put one organisation beside: how many took part, and their middle answers."""

    organisations: int
    stellingen: tuple[RoundAnswer, ...]


@dataclass(frozen=True)
class Scores:
    """The figures of one organisatie + onderdeel, and the workbooks that they rest on."""

    organisation: str | None
    department: str | None
    used: tuple[Questionnaire, ...]
    set_aside: tuple[Questionnaire, ...]
    stellingen: tuple[StellingScore, ...]
    themas: tuple[ThemaScore, ...]
    overall: Tally
    roles: tuple[RoleScore, ...] = ()

    @cached_property
    def _by_number(self) -> dict[int, StellingScore]:
        return {score.stelling: score for score in self.stellingen}

    def stelling(self, number: int) -> StellingScore:
        """Return the figures of a stelling."""
        return self._by_number[number]


@dataclass(frozen=True, slots=True)
class StellingAdvice:
    """The tips of a stelling that fit its answer, startend first.

    `also` are the tips of `also_answer` that are not in `tips`.
    """

    stelling: int
    tips: tuple[Tip, ...]
    also: tuple[Tip, ...]


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A recurring advice with the stellingen where it fits."""

    advice: RecurringAdvice
    stellingen: tuple[int, ...]


@dataclass(frozen=True)
class Advice:
    """What fits the answers of one organisatie + onderdeel."""

    scores: Scores
    stellingen: tuple[StellingAdvice, ...]
    start_with: tuple[int, ...]
    municipality: bool
    duties: tuple[int, ...]
    discuss: tuple[int, ...]
    recurring: tuple[Recurrence, ...]

    @cached_property
    def _by_number(self) -> dict[int, StellingAdvice]:
        return {advice.stelling: advice for advice in self.stellingen}

    def stelling(self, number: int) -> StellingAdvice:
        """Return the advice on a stelling."""
        return self._by_number[number]
