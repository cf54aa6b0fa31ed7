"""A report as a tuple of blocks: what it says and in which role, not how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a paragraph is for. The style document says how each looks."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    FRONT = "front"
    BODY = "body"
    LEAD = "lead"
    ANSWER = "answer"
    LABEL = "label"
    QUOTE = "quote"
    NOTE = "note"
    BULLET = "bullet"
    SUB_BULLET = "sub bullet"
    CELL = "cell"
    FIGURE = "figure"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one kind. `url` leads out, `anchor` to the block of that id in this report."""

    text: str
    strong: bool = False
    url: str | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3."""

    id: str
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or list item."""

    id: str
    role: Role
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: one paragraph, a figure set to the right."""

    id: str
    runs: tuple[Run, ...]
    role: Role = Role.CELL


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; `widths` are parts of the text width, one per column."""

    id: str
    description: str
    widths: tuple[int, ...]
    header: Row
    rows: tuple[Row, ...]


Block = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Report:
    """One advice report, ready to be drawn."""

    title: str
    subject: str
    blocks: tuple[Block, ...]
