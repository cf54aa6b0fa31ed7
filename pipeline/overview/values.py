"""What an overview of a round is made from, and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from pathlib import Path

from pipeline.model import Advice, Invitation
from pipeline.naming import normalise
from pipeline.problems import Problem

Key = tuple[str, str]
Value = str | int | date | None


def key_of(organisation: str, department: str | None) -> Key:
    """Return by what a team is known, however its name is typed."""
    return normalise(organisation), normalise(department or "")


class Stand(StrEnum):
    """How far a team is. SENT and DISCUSSED are only ever chosen by the consultant."""

    INVITED = "uitgenodigd"
    REMINDED = "herinnerd"
    RECEIVED = "ontvangen"
    RETURNED = "teruggestuurd"
    READY = "rapport klaar"
    EDITED = "bewerkt"
    SENT = "verzonden"
    DISCUSSED = "besproken"


class Made(StrEnum):
    """What became of a report in this run."""

    WELL = "well"
    BESIDE = "beside"
    FAILED = "failed"
    NOT_NOW = "not now"


@dataclass(frozen=True, slots=True)
class ReportState:
    """The report of a team on the shelf: what became of it, and its final version.

    `edited` tells whether a person worked in it, None where this run did not look; `renewed` that
    it changed after it was made final. `day` is the last day on which one of them changed.
    """

    made: Made
    path: Path | None
    final: Path | None = None
    edited: bool | None = None
    renewed: bool = False
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Team:
    """One organisatie + onderdeel of a round, as far as is known.

    `received` counts the scans that count, `expected` those that should come (None: not known),
    `errors` what could not be read in them. Where none counts, `blank` tells that there are
    workbooks without an answer, `unusable` that there are other files. `asked` is the folder where
    questions about what is wrong lie ready; empty where they do not, or not about all of it.
    `day` is when the last scan came in; `deadline` when all should be in.
    """

    organisation: str
    department: str | None
    contact: str = ""
    received: int = 0
    expected: int | None = None
    together: bool = False
    blank: bool = False
    unusable: bool = False
    errors: int = 0
    asked: str = ""
    invited: bool = False
    reminded: bool = False
    deadline: date | None = None
    day: date | None = None
    advice: Advice | None = None
    report: ReportState | None = None

    @property
    def key(self) -> Key:
        """By what this team is known."""
        return key_of(self.organisation, self.department)

    @property
    def came_in(self) -> bool:
        """Whether anything came in, of use or not."""
        return bool(self.received or self.blank or self.unusable)

    @property
    def lacking(self) -> int:
        """How many scans are still to come."""
        enough = self.together or (self.expected is None and self.received)
        return 0 if enough else max(0, (self.expected or 1) - self.received)


@dataclass(frozen=True, slots=True)
class Missing:
    """A row of the invitation list of which not everything is in.

    `useless` tells that what came in is blank or can't be used.
    """

    invitation: Invitation
    received: int
    deadline: date | None
    useless: bool = False


@dataclass(frozen=True, slots=True)
class RoundState:
    """A whole round as it stands. `missing` is None where there is no invitation list.

    `before` are the teams of an earlier overview that are in this round no more; `reminders` is
    the folder of the draft reminders; `files` are all that came in.
    """

    teams: tuple[Team, ...]
    before: tuple[Team, ...]
    problems: tuple[Problem, ...]
    missing: tuple[Missing, ...] | None
    today: date
    reminders: str
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EarlierLine:
    """What an earlier overview holds of a team. `told` is the stand that this tool wrote last.

    `told` is None where that is not known.
    """

    organisation: str
    department: str | None
    stand: str
    told: str | None
    note: str

    @property
    def key(self) -> Key:
        """By what this team is known."""
        return key_of(self.organisation, self.department)


class Hold(StrEnum):
    """What an earlier overview holds: only what this tool wrote, what it kept too, or more."""

    NOTHING = "nothing"
    OURS = "ours"
    KNOWN = "known"
    MORE = "more"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier overview; `content` and `table` tell what this tool wrote, as digests.

    `file` is the digest of what was read; empty where there was nothing.
    """

    hold: Hold
    lines: tuple[EarlierLine, ...] = ()
    content: str = ""
    table: str = ""
    file: str = ""


class Urgency(IntEnum):
    """Who is to do something now."""

    NOW = 1
    WAIT = 2
    DONE = 3


@dataclass(frozen=True, slots=True)
class Action:
    """What is to be done now; of two the one of lower `rank` comes first."""

    rank: int
    urgency: Urgency
    text: str


@dataclass(frozen=True, slots=True)
class TeamLine:
    """A row of the sheet Stand; `told` is the stand as this tool would have it."""

    organisation: str
    department: str | None
    contact: str
    received: str | int
    stand: str
    told: str
    action: Action
    day: date | None
    niveaus: tuple[str, ...]
    unknown: int | None
    empty: int | None
    nvt: int | None
    start_with: str
    report: Path | None
    report_text: str
    note: str
    respondents: int = 0
    expected: int | None = None
    deadline: date | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that only tells: a header, rows, and a sentence where there are none."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """The sheet De ronde: per stelling how often each answer is the advice answer."""

    table: Sheet
    chart_title: str
    description: str


@dataclass(frozen=True, slots=True)
class Overview:
    """A whole overview, ready to be drawn."""

    title: str
    stand: str
    header: tuple[str, ...]
    lines: tuple[TeamLine, ...]
    faults: Sheet
    missing: Sheet
    counts: Counts
    sources: Sheet
    stands: tuple[str, ...]
