"""A report as a tuple of blocks: what it says and in which role, not how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """What a paragraph is for. The style document says how each looks."""

    TITLE = "title"
    SMALL_TITLE = "small title"
    SUBTITLE = "subtitle"
    FRONT = "front"
    BODY = "body"
    INTRO = "intro"
    LEAD = "lead"
    ANSWER = "answer"
    LABEL = "label"
    QUOTE = "quote"
    NOTE = "note"
    TIP = "tip"
    BULLET = "bullet"
    SUB_BULLET = "sub bullet"
    CELL = "cell"
    FIGURE = "figure"
    CELL_KEPT = "cell kept"
    FIGURE_KEPT = "figure kept"
    SOURCE = "source"
    CONTENTS = "contents"


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one kind. `url` leads out, `anchor` to the block of that id in this report.

    `small` text explains the larger text before it in the same paragraph.
    """

    text: str
    strong: bool = False
    small: bool = False
    url: str | None = None
    anchor: str | None = None


class ControlKind(StrEnum):
    """What can be filled in at a place in the report."""

    TEXT = "text"
    CHOICE = "choice"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Control:
    """A place to fill in. It shows its `prompt` until it holds a value; `title` names it."""

    id: str
    kind: ControlKind
    title: str
    prompt: str
    value: str = ""
    choices: tuple[str, ...] = ()


Inline = Run | Control


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3; one that is on a `new_page` begins it. A part always does."""

    id: str
    level: int
    text: str
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or list item.

    `tick` puts a box in front that a person can tick; `notes` are remarks beside the text for
    the consultant's eyes only.
    """

    id: str
    role: Role
    runs: tuple[Inline, ...]
    tick: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: one paragraph, a figure set to the right."""

    id: str
    runs: tuple[Inline, ...]
    role: Role = Role.CELL


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; `widths` are parts of the text width, one per column.

    The rows of one that is `together` stay on one page.
    """

    id: str
    description: str
    widths: tuple[int, ...]
    header: Row
    rows: tuple[Row, ...]
    together: bool = True


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """One line of the table of contents: a heading, and the id of its block."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents, filled in."""

    id: str
    entries: tuple[ContentsEntry, ...]


class ChartKind(StrEnum):
    """How the bars of a chart relate to each other."""

    SINGLE = "single"  # one bar per line
    BESIDE = "beside"  # the series beside each other
    STACKED = "stacked"  # the series after each other in one bar


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a chart: its label, and per series a value with the word that stands for it.

    A value of None draws nothing, and its word is shown in place of the bar. A line without
    values is the heading of a group.
    """

    label: str
    values: tuple[int | None, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart of horizontal bars, from top to bottom; `maximum` is the end of the axis."""

    id: str
    description: str
    kind: ChartKind
    series: tuple[str, ...]
    bars: tuple[Bar, ...]
    maximum: int


Block = Heading | Paragraph | Table | Contents | Chart


@dataclass(frozen=True, slots=True)
class StellingFact:
    """What a report keeps of a stelling for a later scan; `score` is rounded down, 1 to 4.

    By its text it is known again in another edition.
    """

    number: int
    advice_answer: str
    score: float | None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What travels inside a report, unseen, so that a later one can be put beside it.

    `respondents` counts answer sets, `people` those who filled in: None for a group of unknown
    size. `day` is the last on which somebody filled in, None where none is known.
    """

    edition: str
    respondents: int
    stellingen: tuple[StellingFact, ...]
    organisation: str = ""
    department: str = ""
    people: int | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Respondent:
    """One answer set behind a report: a key by which the person is known again, no name.

    A key has a part for the mail address and one for the name, as far as these are known.
    """

    key: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One advice report, ready to be drawn; `respondents` stay until it is made final."""

    title: str
    subject: str
    facts: Facts
    blocks: tuple[Block, ...]
    respondents: tuple[Respondent, ...] = ()
