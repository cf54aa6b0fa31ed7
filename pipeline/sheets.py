"""A workbook file -> the values of its cells. Reads only, and never more than it needs.

A stranger's workbook is never saved again: dropdowns that Excel made would be lost.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import IO
from xml.etree.ElementTree import ParseError

from lxml.etree import XMLSyntaxError
from openpyxl import load_workbook
from openpyxl.utils.cell import coordinate_to_tuple, get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook.workbook import Workbook

from pipeline.model import Source
from pipeline.problems import Code, Problem, problem

# A filled-in QuickScan is some 40 kB, 1 MB unpacked. Far above that it is no QuickScan.
MAX_UNPACKED = 150_000_000
MAX_ROWS = 3_000  # a scan has some 40; rows that only have a layout can run to a million
MAX_COLUMNS = 60
MAX_SHEETS = 40

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# What openpyxl, zipfile and the XML parsers raise for a file that is not what it says it is.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    InvalidFileException,
    XMLSyntaxError,
    ParseError,
    UnicodeDecodeError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    EOFError,
    NotImplementedError,
)


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell that holds a formula; its value is asked for when it is needed."""


@dataclass(frozen=True, slots=True)
class Place:
    """A cell by sheet, row and column (from 1)."""

    sheet: str
    row: int
    column: int

    @property
    def coordinate(self) -> str:
        """The cell as a user writes it: `E14`."""
        return f"{get_column_letter(self.column)}{self.row}"


Grid = Mapping[tuple[int, int], object]


@dataclass(frozen=True)
class Sheets:
    """The values of a workbook: its cells by sheet, and its names that mean one cell."""

    file: str
    path: Path
    names: Mapping[str, Place]
    grids: Mapping[str, Grid]

    def value(self, place: Place) -> object:
        """Return the value of a cell; None when empty, a Formula when it has no stored value."""
        value = self.grids.get(place.sheet, {}).get((place.row, place.column))
        if isinstance(value, Formula):
            stored = self._stored.get(place.sheet, {}).get((place.row, place.column))
            return value if stored is None else stored
        return value

    def cells(self) -> Iterator[tuple[Place, str]]:
        """Yield every cell that holds text, sheet by sheet, row by row."""
        for sheet, grid in self.grids.items():
            for (row, column), value in grid.items():
                if isinstance(value, str):
                    yield Place(sheet, row, column), value

    def source(self, place: Place) -> Source:
        """Return a cell as a place to show."""
        return Source(self.file, place.sheet, place.coordinate)

    @cached_property
    def _stored(self) -> Mapping[str, Grid]:
        with self.path.open("rb") as stream:
            return _grids(load_workbook(stream, read_only=True, data_only=True, keep_links=False))


def read_sheets(path: Path, label: str) -> tuple[Sheets | None, tuple[Problem, ...]]:
    """Read a workbook file, shown to the user as `label`; no Sheets where it can't be used."""
    source = Source(label)
    try:
        fault = _fault_of_file(path, source)
        if fault is not None:
            return None, (fault,)
        with path.open("rb") as stream:
            return _read(stream, path, label), ()
    except _BROKEN:
        return None, (problem(Code.FILE_UNREADABLE, source),)
    except OSError:
        return None, (problem(Code.FILE_NO_ACCESS, source),)


def _read(stream: IO[bytes], path: Path, label: str) -> Sheets:
    workbook = load_workbook(stream, read_only=True, keep_links=False)
    names = MappingProxyType(dict(_names(workbook)))
    return Sheets(label, path, names, _grids(workbook))


def _fault_of_file(path: Path, source: Source) -> Problem | None:
    """Tell from the first bytes what a file is, before anything parses it."""
    with path.open("rb") as stream:
        start = stream.read(8)
    if not start:
        return problem(Code.FILE_EMPTY, source)
    if start == _OLE:
        encrypted = _ENCRYPTED in path.read_bytes()
        return problem(Code.FILE_ENCRYPTED if encrypted else Code.FILE_IS_XLS, source)
    if start.startswith(b"%PDF"):
        return problem(Code.FILE_IS_PDF, source)
    return _fault_of_zip(path, source)


def _fault_of_zip(path: Path, source: Source) -> Problem | None:
    with zipfile.ZipFile(path) as archive:
        size = sum(member.file_size for member in archive.infolist())
        if size > MAX_UNPACKED:
            return problem(Code.FILE_TOO_LARGE, source, size=size // 1_000_000)
        names = archive.namelist()
        if "mimetype" in names and b"opendocument.spreadsheet" in archive.read("mimetype"):
            return problem(Code.FILE_IS_ODS, source)
    return None


def _names(workbook: Workbook) -> Iterator[tuple[str, Place]]:
    """Yield the workbook's own names that mean exactly one cell of a sheet that is there."""
    for name, defined in workbook.defined_names.items():
        if "#REF!" in (defined.attr_text or "") or "!" not in (defined.attr_text or ""):
            continue
        for sheet, reference in defined.destinations:
            coordinate = reference.replace("$", "")
            if ":" not in coordinate and sheet in workbook.sheetnames:
                yield name, Place(sheet, *coordinate_to_tuple(coordinate))


def _grids(workbook: Workbook) -> Mapping[str, Grid]:
    sheets = workbook.worksheets[:MAX_SHEETS]
    return MappingProxyType({sheet.title: dict(_grid(sheet)) for sheet in sheets})


def _grid(sheet: object) -> Iterator[tuple[tuple[int, int], object]]:
    sheet.reset_dimensions()  # type: ignore[attr-defined]
    rows = sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS)  # type: ignore[attr-defined]
    for row in rows:
        for cell in row:
            if cell.value is not None:
                formula = cell.data_type == "f"
                yield (cell.row, cell.column), Formula() if formula else cell.value
