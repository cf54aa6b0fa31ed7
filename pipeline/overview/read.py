"""An earlier overview, as a person left it -> the notes and stands in it.

Columns are found by their headings and teams by their names, so that sorting, filtering and moving
do no harm.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.model import Content
from pipeline.overview.look import FILLS
from pipeline.overview.memory import Memory, recall, same_content
from pipeline.overview.values import Earlier, EarlierLine, Hold, Key
from pipeline.seal import digest, has_whole_seal
from pipeline.sheets import load_values, load_whole

_HEADER_WITHIN = 20  # rows; a person may put a title above the table
_NO_FILL = ("00000000", "FFFFFFFF")
_CHARTS = 1


@dataclass(frozen=True, slots=True)
class _Table:
    """The sheet Stand as found, with the columns that matter."""

    sheet: Worksheet
    header_row: int
    organisation: int
    department: int
    stand: int
    note: int

    @property
    def kept(self) -> set[int]:
        """The columns that are a person's."""
        return {self.stand, self.note}


def read_earlier(path: Path, content: Content) -> Earlier:
    """Read the overview of an earlier run; one that can't be used is told as such."""
    file = digest_of(path)  # first: what is saved while it is read, is seen before replacing it
    if not path.exists():
        return Earlier(Hold.NOTHING)
    untouched = _is_untouched(path)
    workbook = load_values(path) if untouched else load_whole(path)
    table = _find_table(workbook, content) if workbook else None
    if workbook is None or table is None:
        return Earlier(Hold.UNREADABLE, file=file)
    memory = recall(workbook)
    lines = _once(_lines(table, memory))
    known = memory or Memory()
    hold = Hold.OURS if untouched else _hold(workbook, table, memory)
    return Earlier(hold, lines, known.whole, known.table, file)


def digest_of(path: Path) -> str:
    """Return by what a file on the disk is known; empty where there is none that can be read."""
    try:
        return digest(path.read_bytes())
    except OSError:
        return ""


def _is_untouched(path: Path) -> bool:
    try:
        return has_whole_seal(path.read_bytes())
    except OSError:
        return False


def _hold(workbook: Workbook, table: _Table, memory: Memory | None) -> Hold:
    """Tell whether a person added more than a stand or a note."""
    if memory is None or not same_content(workbook, memory, table.kept):
        return Hold.MORE
    if any(_words_of_no_team(table)):
        return Hold.MORE
    return Hold.MORE if _has_more(workbook) else Hold.KNOWN


def _words_of_no_team(table: _Table) -> Iterator[str]:
    """Yield what stands in a person's columns in rows without a team, above the table or below."""
    for number, row in enumerate(table.sheet.iter_rows(values_only=True), 1):
        in_table = number > table.header_row and _text(row[table.organisation - 1])
        if not in_table and number != table.header_row:
            yield from (_text(row[column - 1]) for column in table.kept)


def _has_more(workbook: Workbook) -> bool:
    """Tell whether there are comments, pictures, or colours that this tool does not use."""
    drawn = any(
        getattr(sheet, "_images", ()) or len(getattr(sheet, "_charts", ())) > _CHARTS
        for sheet in workbook.worksheets
    )
    cells = (cell for sheet in workbook.worksheets for row in sheet.iter_rows() for cell in row)
    return drawn or any(cell.comment or _fill(cell) not in FILLS for cell in cells)


def _fill(cell: Cell | MergedCell) -> str | None:
    """Return the colour of a cell, without its share of transparency; None for no colour."""
    fill = cell.fill
    colour = fill.fgColor.rgb if fill.fill_type else None
    return None if colour in (None, *_NO_FILL) else str(colour)[-6:].upper()


def _find_table(workbook: Workbook, content: Content) -> _Table | None:
    texts = content.overview
    wanted = [texts[f"kolom: {n}"] for n in ("organisatie", "onderdeel", "stand", "notitie")]
    for sheet in workbook.worksheets:
        rows = sheet.iter_rows(max_row=_HEADER_WITHIN, values_only=True)
        for number, row in enumerate(rows, 1):
            headings = [_text(value) for value in row]
            if all(heading in headings for heading in wanted):
                return _Table(sheet, number, *(headings.index(name) + 1 for name in wanted))
    return None


def _lines(table: _Table, memory: Memory | None) -> Iterator[EarlierLine]:
    told = dict(memory.stands) if memory else {}
    for row in table.sheet.iter_rows(min_row=table.header_row + 1, values_only=True):
        columns = (table.organisation, table.department, table.stand)
        organisation, department, stand = (_text(row[column - 1]) for column in columns)
        value = row[table.note - 1]
        note = "" if value is None else str(value).strip()
        if organisation:
            line = EarlierLine(organisation, department or None, stand, None, note)
            yield _told(line, told)


def _told(line: EarlierLine, told: dict[Key, str]) -> EarlierLine:
    return EarlierLine(
        line.organisation, line.department, line.stand, told.get(line.key), line.note
    )


def _once(lines: Iterator[EarlierLine]) -> tuple[EarlierLine, ...]:
    """Return each team once; notes of a row that was copied are put together."""
    found: dict[Key, EarlierLine] = {}
    for line in lines:
        first = found.setdefault(line.key, line)
        if first is line or line.note in ("", first.note):
            continue
        note = "\n".join(part for part in (first.note, line.note) if part)
        found[line.key] = EarlierLine(
            first.organisation, first.department, first.stand, first.told, note
        )
    return tuple(found.values())


def _text(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())
