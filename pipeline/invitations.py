"""The invitation list (.xlsx or .csv) -> who is asked to take part, and what is wrong in the list.

A list that can't be read at all, or that lacks the column organisatie, is a PipelineError. A row
without organisatie is told as an error and left out; any other fault is told and leaves its field
empty. Of two rows for the same organisatie + onderdeel the first counts.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from pathlib import Path

from pipeline.addresses import is_address, split_addresses
from pipeline.dates import read_date
from pipeline.model import Invitation, Source
from pipeline.naming import normalise, visible
from pipeline.plain_text import decoded
from pipeline.problems import Code, PipelineError, Problem, problem
from pipeline.sheets import Formula, Place, Sheets, read_sheets

ORGANISATION = "organisatie"
COLUMNS = (ORGANISATION, "onderdeel", "contactpersoon", "e-mail", "cc", "aantal", "deadline")
MAX_CSV_BYTES = 5_000_000  # a list of a thousand rows is some 100 kB

_OTHER_SPELLINGS = {
    "emailadres": "e-mail",
    "mail": "e-mail",
    "mailadres": "e-mail",
    "contact": "contactpersoon",
}
_SPELLING = re.compile(r"[\s.\-\u2010\u2011]")
_SEPARATORS = ";,\t"
# A workbook, an old workbook or encrypted one, a pdf: `sheets` says what is wrong with these.
_NO_CSV_STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")


@dataclass(frozen=True, slots=True)
class _Cell:
    """What stands at one place of the list; None is an empty cell."""

    value: object
    source: Source

    @property
    def text(self) -> str:
        value = self.value
        if value is None or isinstance(value, Formula):
            return ""
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return " ".join(visible(str(value)).split())


_Row = tuple[_Cell, ...]


@dataclass(frozen=True, slots=True)
class _Header:
    """Which column of the list holds what; `unknown` are cells with a heading of their own."""

    columns: tuple[tuple[str, int], ...]
    twice: tuple[_Cell, ...]
    unknown: tuple[_Cell, ...]

    def cell(self, name: str, row: _Row) -> _Cell:
        """Return the cell of a row under a heading; an empty one where the list lacks it."""
        place = dict(self.columns).get(name)
        if place is None or place >= len(row):
            return _Cell(None, row[0].source)
        return row[place]


def read_invitations(path: Path) -> tuple[tuple[Invitation, ...], tuple[Problem, ...]]:
    """Read a list with the columns COLUMNS, in any order; only organisatie must be there.

    Raises PipelineError where the list can't be read, lacks that column, has a column twice, or
    holds no row.
    """
    rows = _read_rows(path)
    header, place = _find_header(rows)
    source = Source(str(path))
    if ORGANISATION not in dict(header.columns):
        raise PipelineError(problem(Code.LIST_WITHOUT_COLUMN, source, columns=", ".join(COLUMNS)))
    if header.twice:
        raise PipelineError(
            *(problem(Code.LIST_COLUMN_TWICE, c.source, column=c.text) for c in header.twice)
        )
    filled = [row for row in rows[place + 1 :] if _is_filled(row)]
    if not filled:
        raise PipelineError(problem(Code.LIST_EMPTY, source))
    unused = [problem(Code.LIST_COLUMN_UNKNOWN, c.source, column=c.text) for c in header.unknown]
    read = [_invitation(header, row) for row in filled]
    faults = [fault for _, found in read for fault in found]
    once, twice = _once(one for one, _ in read if one is not None)
    return once, (*unused, *faults, *twice)


def _is_filled(row: _Row) -> bool:
    return any(cell.text or isinstance(cell.value, Formula) for cell in row)


def _once(
    invitations: Iterable[Invitation],
) -> tuple[tuple[Invitation, ...], tuple[Problem, ...]]:
    """Return the first row of each organisatie + onderdeel, and the others as problems."""
    first: dict[tuple[str, str], Invitation] = {}
    problems = []
    for one in invitations:
        key = (normalise(one.organisation), normalise(one.department or ""))
        known = first.setdefault(key, one)
        if known is not one:
            where = known.source.place or f"regel {known.source.line}"
            problems.append(problem(Code.LIST_ROW_TWICE, one.source, first=where))
    return tuple(first.values()), tuple(problems)


# One row


def _invitation(header: _Header, row: _Row) -> tuple[Invitation | None, list[Problem]]:
    cells = {name: header.cell(name, row) for name in COLUMNS}
    problems = [
        problem(Code.LIST_FORMULA, cell.source)
        for cell in cells.values()
        if isinstance(cell.value, Formula)
    ]
    organisation = cells[ORGANISATION]
    if not organisation.text:
        return None, [*problems, problem(Code.LIST_NO_ORGANISATION, organisation.source)]
    email, of_email = _addresses(cells["e-mail"])
    cc, of_cc = _addresses(cells["cc"])
    expected, of_expected = _number(cells["aantal"])
    deadline, of_deadline = _day(cells["deadline"])
    invitation = Invitation(
        organisation=organisation.text,
        department=cells["onderdeel"].text or None,
        contact=cells["contactpersoon"].text,
        email=email,
        cc=cc,
        expected=expected,
        deadline=deadline,
        source=organisation.source,
    )
    return invitation, [*problems, *of_email, *of_cc, *of_expected, *of_deadline]


def _addresses(cell: _Cell) -> tuple[str, list[Problem]]:
    """Return the addresses of a cell, with commas between; a faulty one is left out and told."""
    raw = "" if cell.value is None or isinstance(cell.value, Formula) else str(cell.value)
    parts = split_addresses(raw)
    wrong = [part for part in parts if not is_address(part)]
    told = [problem(Code.LIST_ADDRESS_WRONG, cell.source, written=part) for part in wrong]
    return ", ".join(part for part in parts if part not in wrong), told


def _number(cell: _Cell) -> tuple[int | None, list[Problem]]:
    if not cell.text or isinstance(cell.value, Formula):
        return None, []
    if re.fullmatch(r"[0-9]{1,6}", cell.text) and int(cell.text):
        return int(cell.text), []
    return None, [problem(Code.LIST_NUMBER_WRONG, cell.source, written=cell.text)]


def _day(cell: _Cell) -> tuple[date | None, list[Problem]]:
    if not cell.text:
        return None, []
    value = cell.value if isinstance(cell.value, datetime | date) else cell.text
    day = read_date(value)
    wrong = problem(Code.LIST_DATE_WRONG, cell.source, written=cell.text)
    return day, [] if day else [wrong]


# The header


def _find_header(rows: list[_Row]) -> tuple[_Header, int]:
    """Return the row with most known headings and its place; a title may stand above it."""
    headers = [(_header(row), place) for place, row in enumerate(rows)]
    with_organisation = [one for one in headers if ORGANISATION in dict(one[0].columns)]
    none = (_Header((), (), ()), 0)
    return max(with_organisation or [none], key=lambda one: (len(one[0].columns), -one[1]))


def _header(row: _Row) -> _Header:
    columns: dict[str, int] = {}
    twice, unknown = [], []
    for place, cell in enumerate(row):
        name = _column_name(cell.text)
        if name in columns:
            twice.append(cell)
        elif name is not None:
            columns[name] = place
        elif cell.text:
            unknown.append(cell)
    return _Header(tuple(columns.items()), tuple(twice), tuple(unknown))


def _column_name(heading: str) -> str | None:
    """Return the column that a heading means: `E-mail`, `email` and `E-mailadres` are one."""
    letters = _SPELLING.sub("", normalise(heading).rstrip(": "))
    known = {name.replace("-", ""): name for name in COLUMNS} | _OTHER_SPELLINGS
    return known.get(letters)


# From file to rows


def _read_rows(path: Path) -> list[_Row]:
    source = Source(str(path))
    try:
        with path.open("rb") as stream:
            start = stream.read(8)
            if not start.startswith(_NO_CSV_STARTS):
                return _csv_rows(start + stream.read(MAX_CSV_BYTES), source)
    except FileNotFoundError:
        raise PipelineError(problem(Code.PATH_MISSING, source)) from None
    except OSError:
        raise PipelineError(problem(Code.FILE_NO_ACCESS, source)) from None
    sheets, problems = read_sheets(path, str(path))
    if sheets is None:
        raise PipelineError(*problems)
    return _best(_sheet_rows(sheets, sheet) for sheet in sheets.grids)


def _best(tables: Iterable[list[_Row]]) -> list[_Row]:
    """Return the table with most known headings, the first one of equals."""
    return max(tables, key=lambda rows: len(_find_header(rows)[0].columns), default=[])


def _sheet_rows(sheets: Sheets, sheet: str) -> list[_Row]:
    filled = sorted(place for place, value in sheets.grids[sheet].items() if value is not None)
    rows = []
    for row, places in groupby(filled, key=lambda place: place[0]):
        width = max(column for _, column in places)
        cells = (Place(sheet, row, column) for column in range(1, width + 1))
        rows.append(tuple(_Cell(sheets.value(cell), sheets.source(cell)) for cell in cells))
    return rows


def _csv_rows(content: bytes, source: Source) -> list[_Row]:
    if len(content) > MAX_CSV_BYTES:
        raise PipelineError(problem(Code.LIST_UNREADABLE, source))
    text = decoded(content)
    if text is None:
        raise PipelineError(problem(Code.LIST_UNREADABLE, source))
    try:
        return _best(list(_split(text, separator, source)) for separator in _SEPARATORS)
    except csv.Error:
        raise PipelineError(problem(Code.LIST_UNREADABLE, source)) from None


def _split(text: str, separator: str, source: Source) -> Iterator[_Row]:
    """Yield the rows, each cell with the line on which its row begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    line = 1
    for values in reader:
        if values:
            place = Source(source.file, line=line)
            yield tuple(_Cell(value or None, place) for value in values)
        line = reader.line_num + 1
