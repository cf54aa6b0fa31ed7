"""The table that `python -m bench` prints."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from math import ceil, floor
from pathlib import Path

_HEAD = ("what", "median ms", "ratio", "target", "reached")


@dataclass(frozen=True, slots=True)
class Target:
    """A ratio to reach: at least or at most so many."""

    limit: float
    at_least: bool

    def reached(self, ratio: float) -> bool:
        """Tell whether a ratio is good enough."""
        return ratio >= self.limit if self.at_least else ratio <= self.limit

    def shown(self, ratio: float) -> str:
        """Return a ratio with two decimals, rounded so that it never seems to reach the limit."""
        rounded = floor if self.at_least else ceil
        return f"{rounded(ratio * 100) / 100:.2f}"

    def __str__(self) -> str:
        """Return it as it stands in the table."""
        return f"{'at least' if self.at_least else 'at most'} {self.limit:g}"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what was measured; a ratio where it is compared, and what that should be."""

    what: str
    milliseconds: float
    ratio: float | None = None
    target: Target | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        """The line as text."""
        milliseconds = f"{self.milliseconds:.1f}"
        if self.ratio is None:
            return (self.what, milliseconds, "", "", "")
        if self.target is None:
            return (self.what, milliseconds, f"{self.ratio:.2f}", "", "")
        reached = "yes" if self.target.reached(self.ratio) else "no"
        return (self.what, milliseconds, self.target.shown(self.ratio), str(self.target), reached)


def table(lines: Iterable[Line]) -> str:
    """Return the lines below a head, in columns."""
    rows = [_HEAD, *(line.cells for line in lines)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(_aligned(row, widths) for row in rows)


def _aligned(row: tuple[str, ...], widths: list[int]) -> str:
    what, milliseconds, ratio, target, reached = zip(row, widths, strict=True)
    left = [text.ljust(width) for text, width in (target, reached)]
    right = [text.rjust(width) for text, width in (milliseconds, ratio)]
    return "  ".join((what[0].ljust(what[1]), *right, *left)).rstrip()


def machine() -> str:
    """Return on what and when this was measured."""
    libraries = ", ".join(f"{name} {version(name)}" for name in ("python-docx", "docxtpl"))
    return (
        f"{_processor()}, {os.cpu_count()} cores, Python {platform.python_version()}, "
        f"{libraries}, {date.today():%Y-%m-%d}"
    )


def _processor() -> str:
    """Return the model of the processor; Linux says it in a file, others in `platform`."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    models = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(models, platform.processor() or platform.machine())
