"""What an overview keeps of itself for a next run, in a sheet that nobody sees.

The sheet holds the stand that this tool wrote last per team, by name and not by row, so that
sorting does no harm. Digests tell whether a person added more than a stand or a note.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.cells import put_text
from pipeline.overview.values import Key, TeamLine, key_of
from pipeline.seal import digest

SHEET = "Bewaard"
_HEADER = ("organisatie", "onderdeel", "stand", "inhoud", "geheel", "csv")


@dataclass(frozen=True, slots=True)
class Memory:
    """What the hidden sheet holds: stands by team, and digests of what was written."""

    stands: tuple[tuple[Key, str], ...] = ()
    content: str = ""
    whole: str = ""
    table: str = ""


# The sheet that nobody sees


def remember(
    workbook: Workbook, lines: Iterable[TeamLine], kept: set[int], whole: str, table: str
) -> None:
    """Add the hidden sheet; `kept` are the columns of a person.

    `whole` is the digest of all that the overview says, `table` the one of the csv.
    """
    content = _digest_of(workbook, kept)
    sheet = workbook.create_sheet(SHEET)
    sheet.sheet_state = "veryHidden"
    rows = [(line.organisation, line.department or "", line.told) for line in lines]
    for number, row in enumerate((_HEADER, *rows), 1):
        for column, text in enumerate(row, 1):
            put_text(sheet.cell(number, column), text)
    for column, text in enumerate((content, whole, table), 4):
        put_text(sheet.cell(2, column), text)


def recall(workbook: Workbook) -> Memory | None:
    """Return what the hidden sheet holds; None where it is gone."""
    if SHEET not in workbook.sheetnames:
        return None
    rows = [*workbook[SHEET].iter_rows(max_col=len(_HEADER), values_only=True)]
    header, *rows = rows or [()]
    if header[: len(_HEADER)] != _HEADER:
        return None
    texts = [[str(value or "") for value in row] for row in rows]
    stands = tuple((key_of(row[0], row[1]), row[2]) for row in texts if row[0])
    return Memory(stands, *(texts[0][3:6] if texts else ()))


def same_content(workbook: Workbook, memory: Memory, kept: set[int]) -> bool:
    """Tell whether the sheets say what this tool wrote, but for the columns of a person."""
    return _digest_of(workbook, kept) == memory.content


def _digest_of(workbook: Workbook, kept: set[int]) -> str:
    """Return the digest of all values but those in the columns of a person, in any order."""
    told = []
    for place, sheet in enumerate(_visible(workbook)):
        rows = [_row(row, kept if place == 0 else set()) for row in _values(sheet)]
        filled = [row for row in rows if row.strip("\t")]
        told.append("\n".join((sheet.title, *sorted(filled))))
    return digest("\n\n".join(told).encode())


def _visible(workbook: Workbook) -> Iterator[Worksheet]:
    return (sheet for sheet in workbook.worksheets if sheet.title != SHEET)


def _values(sheet: Worksheet) -> Iterator[tuple[object, ...]]:
    yield from sheet.iter_rows(values_only=True)


def _row(values: tuple[object, ...], kept: set[int]) -> str:
    texts = (_text(value) for column, value in enumerate(values, 1) if column not in kept)
    return "\t".join(texts).rstrip("\t")


def _text(value: object) -> str:
    """Return a value as every program gives it back: 2 and 2.0, a date with or without time."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else " ".join(str(value).split())
