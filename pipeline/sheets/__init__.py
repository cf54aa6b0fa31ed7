"""A workbook file -> the values of its cells. Reads only, and never more than it needs.

A stranger's workbook is never saved again: dropdowns that Excel made would be lost.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import IO, Protocol, cast
from xml.etree.ElementTree import ParseError

from lxml.etree import XMLSyntaxError
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils.cell import coordinate_to_tuple, get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook.workbook import Workbook

from pipeline.archives import BROKEN_ZIP, TooMuchError
from pipeline.limits import MAX_COLUMNS, MAX_MERGES, MAX_ROWS, MAX_SHEETS, MAX_WORKBOOK
from pipeline.model import Source
from pipeline.problems import Code, Problem, problem
from pipeline.sheets.gate import UnsafeError, Weighed, weigh

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage"
# A name that means one cell; it may also mean a range, a formula, or a cell that is gone.
_ONE_CELL = re.compile(r"=?(?:'(?:[^']|'')+'|[^'!:\[\]]+)!\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}")
_NO_VALUES = frozenset({"f", "e"})
# What openpyxl, zipfile and the XML parsers raise for a file that is not what it says it is.
_BROKEN = (
    *BROKEN_ZIP,
    InvalidFileException,
    XMLSyntaxError,
    ParseError,
    TypeError,
    LookupError,
    AttributeError,
    AssertionError,
)


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell that holds a formula or an error; its value is asked for when it is needed."""


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
Bounds = tuple[int, int, int, int]


@dataclass(frozen=True)
class Sheets:
    """The values of a workbook: its cells by sheet, and its names that mean one cell.

    `merged` gives for a sheet the ranges that are shown as one cell; `hidden` are sheets that
    nobody sees.
    """

    label: str
    file: Path | bytes
    names: Mapping[str, Place]
    grids: Mapping[str, Grid]
    hidden: frozenset[str] = frozenset()
    merged: Mapping[str, tuple[Bounds, ...]] = field(default_factory=dict)

    def shown(self, place: Place) -> Place:
        """Return the cell whose value is shown at a place: another one within merged cells."""
        for left, top, right, bottom in self.merged.get(place.sheet, ()):
            if left <= place.column <= right and top <= place.row <= bottom:
                return Place(place.sheet, top, left)
        return place

    def value(self, place: Place) -> object:
        """Return the value shown in a cell; None when empty, a Formula without a stored value."""
        place = self.shown(place)
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
        return Source(self.label, place.sheet, place.coordinate)

    @cached_property
    def _stored(self) -> Mapping[str, Grid]:
        with _opened(self.file) as stream:
            workbook = _load(stream, data_only=True)
            return _grids(workbook)


def read_sheets(file: Path | bytes, label: str) -> tuple[Sheets | None, tuple[Problem, ...]]:
    """Read a workbook, shown to the user as `label`; no Sheets where it can't be used.

    The problems tell why, or what else is in a workbook that is used.
    """
    source = Source(label)
    try:
        with _opened(file) as stream:
            sheets, codes = _examine(stream, file, label)
    except UnsafeError:
        sheets, codes = None, (Code.FILE_NOT_SAFE,)
    except TooMuchError:
        sheets, codes = None, (Code.FILE_TOO_LARGE,)
    except _BROKEN:
        sheets, codes = None, (Code.FILE_UNREADABLE,)
    except OSError:
        sheets, codes = None, (Code.FILE_NO_ACCESS,)
    return sheets, tuple(problem(code, source) for code in codes)


def load_whole(path: Path) -> Workbook | None:
    """Open a workbook with all that belongs to its cells, such as colours and comments.

    For what this tool drew itself and a person may have changed; it is never saved again. None
    where it can't be used.
    """
    return _load_own(path, read_only=False)


def load_values(path: Path) -> Workbook | None:
    """Open a workbook for the values of its cells alone, sheet by sheet; None as `load_whole`."""
    return _load_own(path, read_only=True)


def _load_own(path: Path, read_only: bool) -> Workbook | None:
    try:
        stream = BytesIO(path.read_bytes())
        fault = _code_of_start(stream) or _code_of_members(weigh(stream).members)
        return None if fault else _load(stream, read_only=read_only)
    except (UnsafeError, TooMuchError, *_BROKEN, OSError):
        return None


def _examine(
    stream: IO[bytes], file: Path | bytes, label: str
) -> tuple[Sheets | None, tuple[Code, ...]]:
    """Read a workbook where it is one; each step only after the one before found nothing."""
    fault = _code_of_start(stream)
    if fault is not None:
        return None, (fault,)
    weighed = weigh(stream)
    fault = _code_of_members(weighed.members)
    if fault is not None:
        return None, (fault,)
    return _read(stream, file, label, weighed), tuple(_warnings(weighed))


def _opened(file: Path | bytes) -> IO[bytes]:
    return BytesIO(file) if isinstance(file, bytes) else file.open("rb")


def _read(stream: IO[bytes], file: Path | bytes, label: str, weighed: Weighed) -> Sheets:
    workbook = _load(stream)
    return Sheets(
        label=label,
        file=file,
        names=MappingProxyType(dict(_names(workbook))),
        grids=_grids(workbook),
        hidden=frozenset(s.title for s in workbook.worksheets if s.sheet_state != "visible"),
        merged=_merged(stream, weighed),
    )


def _load(stream: IO[bytes], data_only: bool = False, read_only: bool = True) -> Workbook:
    stream.seek(0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what openpyxl would lose on saving; nothing is saved
        return load_workbook(stream, read_only=read_only, data_only=data_only, keep_links=False)


def _merged(stream: IO[bytes], weighed: Weighed) -> Mapping[str, tuple[Bounds, ...]]:
    """Return which cells are merged: only known from the whole sheet, which may be endless."""
    if weighed.is_cut or not 0 < weighed.merges <= MAX_MERGES:
        return {}
    sheets = _load(stream, read_only=False).worksheets
    return {
        sheet.title: tuple(merged.bounds for merged in sheet.merged_cells.ranges)
        for sheet in sheets
    }


def _code_of_start(stream: IO[bytes]) -> Code | None:
    """Tell from size and first bytes what is no workbook, before anything parses it."""
    size = stream.seek(0, 2)
    stream.seek(0)
    start = stream.read(8)
    stream.seek(0)
    if not start:
        return Code.FILE_EMPTY
    if size > MAX_WORKBOOK:
        return Code.FILE_TOO_LARGE
    if start.startswith(b"%PDF"):
        return Code.FILE_IS_PDF
    return _code_of_ole(stream) if start == _OLE else None


def _code_of_ole(stream: IO[bytes]) -> Code:
    """Tell a workbook behind a password from one of before 2007: both are such a container."""
    from olefile import OleFileIO  # only now: few files need it
    from olefile.olefile import OleFileError

    try:
        with OleFileIO(stream) as container:
            return Code.FILE_ENCRYPTED if container.exists(_ENCRYPTED) else Code.FILE_IS_XLS
    except (OleFileError, *_BROKEN):
        return Code.FILE_IS_XLS


_CODE_OF_MEMBER = {
    "content.xml": Code.FILE_IS_ODS,
    "word/document.xml": Code.FILE_IS_WORD,
    "xl/workbook.bin": Code.FILE_IS_XLSB,
    "Index/Document.iwa": Code.FILE_IS_NUMBERS,
}


def _code_of_members(members: frozenset[str]) -> Code | None:
    """Tell what a file is that only bears the name of a workbook."""
    return next((code for name, code in _CODE_OF_MEMBER.items() if name in members), None)


def _warnings(weighed: Weighed) -> Iterator[Code]:
    """Yield what else is in a workbook and was left alone."""
    if weighed.has_macros:
        yield Code.FILE_HAS_MACROS
    if weighed.has_dde:
        yield Code.FILE_HAS_DDE
    elif weighed.has_links:
        yield Code.FILE_HAS_LINKS


def _names(workbook: Workbook) -> Iterator[tuple[str, Place]]:
    """Yield the workbook's own names that mean exactly one cell of a sheet that is there."""
    for name, defined in workbook.defined_names.items():
        if not _ONE_CELL.fullmatch(defined.attr_text or ""):
            continue
        for sheet, reference in defined.destinations:
            if sheet in workbook.sheetnames:
                yield name, Place(sheet, *coordinate_to_tuple(reference.replace("$", "")))


def _grids(workbook: Workbook) -> Mapping[str, Grid]:
    sheets = cast("list[_Streamed]", workbook.worksheets[:MAX_SHEETS])
    return MappingProxyType({sheet.title: dict(_grid(sheet)) for sheet in sheets})


class _Streamed(Protocol):
    """A sheet that is read row by row; the stubs know it as one that stands in memory."""

    title: str

    def reset_dimensions(self) -> None:
        """Forget what the file says about its size."""

    def iter_rows(self, *, max_row: int, max_col: int) -> Iterable[tuple[Cell, ...]]:
        """Return the rows, within these limits."""


def _grid(sheet: _Streamed) -> Iterator[tuple[tuple[int, int], object]]:
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS)
    for row in rows:
        for cell in row:
            if cell.value is not None:
                value = Formula() if cell.data_type in _NO_VALUES else cell.value
                yield (cell.row, cell.column), value
