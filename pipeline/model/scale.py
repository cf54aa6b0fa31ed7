"""Answers, levels, and where something was read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Source:
    """Where something was read: a file, and in it a cell (`sheet`, `cell`) or a line."""

    file: str
    sheet: str | None = None
    cell: str | None = None
    line: int | None = None

    @property
    def place(self) -> str | None:
        """The cell as a user writes it, `QuickScan!E14`; None where there is no cell."""
        return f"{self.sheet}!{self.cell}" if self.sheet and self.cell else None


class Antwoord(StrEnum):
    """An answer to a stelling. LEEG is an empty cell, which is not the same as ONBEKEND."""

    ONBEKEND = "onbekend"
    NIET = "niet"
    DEELS = "deels"
    GROTENDEELS = "grotendeels"
    VOLLEDIG = "volledig"
    NVT = "nvt"
    LEEG = "leeg"

    @property
    def step(self) -> int:
        """Place in the order of windows: onbekend 0 … volledig 4, nvt 5, leeg 6."""
        return _STEPS[self]


_STEPS = {antwoord: step for step, antwoord in enumerate(Antwoord)}
WINDOW_ORDER = tuple(Antwoord)[:5]


class Niveau(StrEnum):
    """Where an organisation stands on a stelling or thema."""

    STARTEND = "startend"
    ONDERWEG = "onderweg"
    GEVORDERD = "gevorderd"
    ONBEKEND = "onbekend"
