"""Do to a workbook what people do, with LibreOffice: sort, insert, delete, copy, merge, protect.

    /usr/bin/python3 tests/mess_up.py JOBS.json

A job is source, target and steps; a step is the name of a function below and what it is given.
Sheets are named, cells are written as in a formula: ["sort", "QuickScan", "A6:F14", 1].
"""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.fill_scans import FORMAT
from tests.office import running_office

FORMATS = {".xlsx": FORMAT, ".xls": "MS Excel 97", ".ods": "calc8"}
BOLD = 150.0


def main(jobs: Path) -> None:
    """Make every workbook that is asked for."""
    with running_office() as desktop:
        for job in json.loads(jobs.read_text(encoding="utf-8")):
            mess_up(desktop, Path(job["source"]), Path(job["target"]), job["steps"])


def mess_up(desktop: Any, source: Path, target: Path, steps: list[list[Any]]) -> None:
    """Open a workbook, take all steps, and save it as what its suffix says."""
    hidden = _property("Hidden", True)
    document = desktop.loadComponentFromURL(source.resolve().as_uri(), "_blank", 0, (hidden,))
    wanted = [_property("FilterName", FORMATS[target.suffix])]
    try:
        for sheet in document.Sheets:
            sheet.unprotect("")
        for name, *given in steps:
            if name == "password":
                wanted.append(_property("EncryptionData", _encryption(given[0])))
            else:
                STEPS[name](document, *given)
        target.parent.mkdir(parents=True, exist_ok=True)
        document.storeToURL(target.resolve().as_uri(), tuple(wanted))
    finally:
        document.close(True)


def _property(name: str, value: object) -> Any:
    uno: Any = importlib.import_module("uno")
    struct = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    struct.Name, struct.Value = name, value
    return struct


def _encryption(password: str) -> Any:
    uno: Any = importlib.import_module("uno")
    values = []
    for name, value in (("CryptoType", "Standard"), ("OOXPassword", password)):
        struct = uno.createUnoStruct("com.sun.star.beans.NamedValue")
        struct.Name, struct.Value = name, value
        values.append(struct)
    return uno.Any("[]com.sun.star.beans.NamedValue", tuple(values))


def _cells(document: Any, sheet: str, cells: str) -> Any:
    return document.Sheets.getByName(sheet).getCellRangeByName(cells)


def sort(document: Any, sheet: str, cells: str, column: int) -> None:
    """Sort rows by a column, from Z to A."""
    uno: Any = importlib.import_module("uno")
    field = uno.createUnoStruct("com.sun.star.table.TableSortField")
    field.Field, field.IsAscending = column, False
    fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
    descriptor = uno.Any("[]com.sun.star.beans.PropertyValue", (_property("SortFields", fields),))
    uno.invoke(_cells(document, sheet, cells), "sort", (descriptor,))


def insert_rows(document: Any, sheet: str, before: int, count: int) -> None:
    """Insert empty rows before a row."""
    document.Sheets.getByName(sheet).Rows.insertByIndex(before - 1, count)


def delete_rows(document: Any, sheet: str, first: int, count: int) -> None:
    """Delete rows."""
    document.Sheets.getByName(sheet).Rows.removeByIndex(first - 1, count)


def insert_columns(document: Any, sheet: str, before: int, count: int) -> None:
    """Insert empty columns before a column, counted from 1."""
    document.Sheets.getByName(sheet).Columns.insertByIndex(before - 1, count)


def delete_columns(document: Any, sheet: str, first: int, count: int) -> None:
    """Delete columns, counted from 1."""
    document.Sheets.getByName(sheet).Columns.removeByIndex(first - 1, count)


def rename(document: Any, sheet: str, name: str) -> None:
    """Give a sheet another name."""
    document.Sheets.getByName(sheet).Name = name


def copy(document: Any, sheet: str, name: str) -> None:
    """Copy a sheet to the end."""
    document.Sheets.copyByName(sheet, name, document.Sheets.Count)


def hide(document: Any, sheet: str) -> None:
    """Hide a sheet."""
    document.Sheets.getByName(sheet).IsVisible = False


def merge(document: Any, sheet: str, cells: str) -> None:
    """Merge cells; what stands in the others stays there, unseen."""
    _cells(document, sheet, cells).merge(True)


def type_in(document: Any, sheet: str, cell: str, text: str) -> None:
    """Type a text."""
    _cells(document, sheet, cell).String = text


def formula(document: Any, sheet: str, cell: str, text: str) -> None:
    """Type a formula."""
    _cells(document, sheet, cell).Formula = text


def number(document: Any, sheet: str, cell: str, value: float) -> None:
    """Type a number."""
    _cells(document, sheet, cell).Value = value


def bold_start(document: Any, sheet: str, cell: str, letters: int) -> None:
    """Make the first letters of a text bold."""
    cursor = _cells(document, sheet, cell).createTextCursor()
    cursor.gotoStart(False)
    cursor.goRight(letters, True)
    cursor.CharWeight = BOLD


def cut_and_paste(document: Any, sheet: str, cells: str, to: str) -> None:
    """Move cells, with the names that mean them."""
    target = _cells(document, sheet, to).getCellByPosition(0, 0).CellAddress
    sheet_itself = document.Sheets.getByName(sheet)
    sheet_itself.moveRange(target, _cells(document, sheet, cells).RangeAddress)


def copy_and_paste(document: Any, sheet: str, cells: str, to: str) -> None:
    """Copy cells."""
    target = _cells(document, sheet, to).getCellByPosition(0, 0).CellAddress
    sheet_itself = document.Sheets.getByName(sheet)
    sheet_itself.copyRange(target, _cells(document, sheet, cells).RangeAddress)


def drop_names(document: Any) -> None:
    """Delete all names of the workbook."""
    for name in document.NamedRanges.ElementNames:
        document.NamedRanges.removeByName(name)


STEPS = {
    step.__name__: step
    for step in (
        sort,
        insert_rows,
        delete_rows,
        insert_columns,
        delete_columns,
        rename,
        copy,
        hide,
        merge,
        type_in,
        formula,
        number,
        bold_start,
        cut_and_paste,
        copy_and_paste,
        drop_names,
    )
}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
