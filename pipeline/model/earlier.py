"""What is known of an earlier scan, and how the one of now compares with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from pipeline.model.scale import Antwoord, Source
from pipeline.model.scores import ThemaScore


@dataclass(frozen=True, slots=True)
class Agreed:
    """A row of a verbeteragenda as it was filled in; what was left open is empty."""

    stelling: str
    action: str
    who: str
    ready: str
    state: str


@dataclass(frozen=True, slots=True)
class EarlierAnswer:
    """The answer of that time to a stelling of now."""

    stelling: int
    antwoord: Antwoord


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier scan of one organisatie + onderdeel, from its workbooks or from its report.

    `answers` holds only stellingen that are still there; `people` is None for a group of unknown
    size, `day` where no date was filled in. `keys` hold the hashes of each person; None where they
    are not known. `saved` is when the file was last written.
    """

    source: Source
    saved: datetime
    organisation: str
    department: str
    edition: str
    day: date | None
    people: int | None
    respondents: int
    answers: tuple[EarlierAnswer, ...]
    keys: tuple[frozenset[str], ...] | None = None
    agenda: tuple[Agreed, ...] = ()


class Difference(StrEnum):
    """How the answer of now lies beside the earlier one."""

    HIGHER = "hoger"
    SAME = "gelijk"
    LOWER = "lager"
    UNKNOWN = "niet te vergelijken"


class Others(StrEnum):
    """How many of those who filled in now did not take part the time before."""

    ALL = "alle"
    SOME = "deel"


@dataclass(frozen=True, slots=True)
class StellingDifference:
    """A stelling of now beside the earlier answer; None where the earlier scan did not have it."""

    stelling: int
    before: Antwoord | None
    difference: Difference


@dataclass(frozen=True, slots=True)
class ThemaDifference:
    """A thema of now beside the earlier figures."""

    thema: str
    before: ThemaScore
    difference: Difference


@dataclass(frozen=True, slots=True)
class Comparison:
    """A scan beside an earlier one; `others` is None where nothing is known of other people."""

    earlier: Earlier
    stellingen: tuple[StellingDifference, ...]
    themas: tuple[ThemaDifference, ...]
    others: Others | None

    def stelling(self, number: int) -> StellingDifference:
        """Return how a stelling compares."""
        return next(one for one in self.stellingen if one.stelling == number)

    def numbers(self, difference: Difference) -> list[int]:
        """Return the stellingen that differ in this way."""
        return [one.stelling for one in self.stellingen if one.difference is difference]
