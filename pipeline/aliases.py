"""A list of names -> which name to use for which; xlsx or csv, two columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pipeline.model import Source
from pipeline.naming import normalise
from pipeline.plain_text import decoded
from pipeline.problems import Code, PipelineError, Problem, problem
from pipeline.reasons import reason_of
from pipeline.sheets import Grid, read_sheets


@dataclass(frozen=True, slots=True)
class Alias:
    """One row: a name as written, the name to use, and where it stands."""

    written: str
    use: str
    source: Source


@dataclass(frozen=True)
class Aliases:
    """Which name to use for which; a name that is in the list is settled."""

    rows: tuple[Alias, ...] = ()

    @cached_property
    def _by_name(self) -> Mapping[str, str]:
        return {normalise(row.written): row.use for row in self.rows}

    def name_for(self, name: str) -> str:
        """Return the name to use, through rows that lead to each other; else the name itself."""
        seen = set[str]()
        while normalise(name) in self._by_name and normalise(name) not in seen:
            seen.add(normalise(name))
            name = self._by_name[normalise(name)]
        return name

    @cached_property
    def settled(self) -> frozenset[str]:
        """The names to use, as they are compared: nothing need be asked about two of these."""
        return frozenset(normalise(row.use) for row in self.rows)


NO_ALIASES = Aliases()


def read_aliases(path: Path) -> Aliases:
    """Read a list of names; raises PipelineError with all that is wrong in it."""
    rows = tuple(_rows(path))
    faults = tuple(_faults(rows))
    if faults:
        raise PipelineError(*faults)
    if not rows:
        raise PipelineError(_unreadable(path, "er staan geen twee kolommen met namen in"))
    return Aliases(rows)


def _faults(rows: tuple[Alias, ...]) -> Iterator[Problem]:
    """Yield the rows with one name, and the names that have two to use."""
    uses: dict[str, str] = {}
    for row in rows:
        if not (row.written and row.use):
            yield problem(Code.ALIAS_INCOMPLETE, row.source, name=row.written or row.use)
        elif normalise(uses.setdefault(normalise(row.written), row.use)) != normalise(row.use):
            first = uses[normalise(row.written)]
            yield problem(Code.ALIAS_TWICE, row.source, name=row.written, one=first, other=row.use)


def _rows(path: Path) -> Iterator[Alias]:
    if not path.exists():
        raise PipelineError(problem(Code.PATH_MISSING, Source(str(path))))
    read = _csv_rows if path.suffix.casefold() in (".csv", ".txt") else _sheet_rows
    for (written, use), source in read(path):
        if written or use:
            yield Alias(written, use, source)


Pair = tuple[tuple[str, str], Source]


def _sheet_rows(path: Path) -> Iterator[Pair]:
    sheets, problems = read_sheets(path, str(path))
    if sheets is None:
        raise PipelineError(*problems)
    name, grid = next(iter(sheets.grids.items()), ("", {}))
    for row in sorted({row for row, _ in grid}):
        yield (_text(grid, row, 1), _text(grid, row, 2)), Source(str(path), name, f"A{row}")


def _text(grid: Grid, row: int, column: int) -> str:
    value = grid.get((row, column))
    return " ".join(value.split()) if isinstance(value, str) else ""


def _csv_rows(path: Path) -> Iterator[Pair]:
    text = _decoded(path)
    first, _, _ = text.partition("\n")
    delimiter = max(";\t,", key=first.count)
    for line, row in enumerate(csv.reader(text.splitlines(), delimiter=delimiter), 1):
        yield (_column(row, 0), _column(row, 1)), Source(str(path), line=line)


def _column(row: list[str], at: int) -> str:
    return " ".join(row[at].split()) if at < len(row) else ""


def _decoded(path: Path) -> str:
    """Return the text of a csv, as Excel saves it: UTF-8, else that of Windows."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise PipelineError(_unreadable(path, reason_of(error))) from None
    text = decoded(content)
    if text is None:
        raise PipelineError(_unreadable(path, "de letters zijn niet te lezen"))
    return text


def _unreadable(path: Path, reason: str) -> Problem:
    return problem(Code.ALIASES_UNREADABLE, Source(str(path)), reason=reason)
