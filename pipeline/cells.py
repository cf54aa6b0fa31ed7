"""Writing text in a cell so that it stays text, and saving, of every workbook that is made here."""

from __future__ import annotations

from io import BytesIO
from tempfile import TemporaryFile
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.packaging.custom import StringProperty

from pipeline.naming import visible
from pipeline.properties import PROPERTY_NAME

# A text that begins with one of these would become a formula in a workbook or csv.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_LONGEST_TEXT = 32_767  # what a cell can hold
_ROOM = 4_000_000  # bytes, for the sheets of a large workbook


def put_text(cell: Cell | MergedCell, text: str) -> None:
    """Write text that never becomes a formula or an error value; nothing for an empty text."""
    clean = visible(text)[:_LONGEST_TEXT]
    if not clean:
        return
    cell.value = clean
    cell.data_type = "s"
    quoted: Any = cell
    quoted.quotePrefix = clean.startswith(FORMULA_SIGNS)


def csv_text(text: str) -> str:
    """Return text for a csv that no program takes for a formula."""
    clean = visible(text)
    return f"'{clean}" if clean.startswith(FORMULA_SIGNS) else clean


def mark_as_own(workbook: Workbook, kind: str) -> None:
    """Set the property by which this tool knows a workbook that it wrote and that is no scan."""
    set_property(workbook, PROPERTY_NAME, kind)


def set_property(workbook: Workbook, name: str, value: str) -> None:
    """Set a property of a workbook that nobody sees and every program keeps."""
    mark = StringProperty(name=name, value=value)
    workbook.custom_doc_props.append(mark)  # type: ignore[attr-defined]  # not in the stubs


def saved(workbook: Workbook) -> bytes:
    """Return the file of a workbook. Raises OSError where the disk is full.

    openpyxl puts each sheet on it for a moment, and ends in another way where that fails half-way.
    """
    with TemporaryFile() as room:
        room.write(bytes(_ROOM))
        room.flush()
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()
