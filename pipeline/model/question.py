"""What is asked of the people who filled in a workbook."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Topic(StrEnum):
    """What a question is about; all but CHECK wait for something to be filled in."""

    UNREAD = "unread"
    TWICE = "twice"
    EMPTY = "empty"
    REASON = "reason"
    FIELD = "field"
    CHOICE = "choice"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Question:
    """One question, at the cell of our own workbook that has this defined name.

    `about` says in words which cell that is, `read` what stood there, `ask` what to do. Without a
    `name` it is about the workbook as a whole. `cell` is where it stood in their workbook.
    """

    topic: Topic
    name: str | None
    about: str
    read: str
    ask: str
    stelling: int | None = None
    cell: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether something has to be filled in."""
        return self.topic is not Topic.CHECK


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is asked what about one file; `draft` is the name of the draft mail that asks it."""

    file: str
    organisation: str
    department: str
    name: str
    address: str
    questions: tuple[Question, ...]
    draft: str
