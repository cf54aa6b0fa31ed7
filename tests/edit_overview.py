"""Edit an overview as people do: with LibreOffice, from readable lines, and save it as Excel.

    /usr/bin/python3 tests/edit_overview.py OVERVIEW EDITS OUT

A line of EDITS is one edit on the sheet Stand; columns go by their heading, rows by the words in
their first two columns:

    sorteer | Organisatie | aflopend
    typ     | Gemeente Toetsdam | Team Werk | Eigen notitie | gebeld
    zet     | 7 | Stand | los woord              in this row, whatever stands in it
    filter  | Organisatie | Gemeente Toetsdam    other rows are hidden
    kolom   | Kleur                              a new column, behind the others
    voeg in | 0                                  an empty column before the first
    kleur   | Gemeente Toetsdam | Team Werk      the whole row
    opmerking | Gemeente Toetsdam | Team Werk | let op
    blad    | Kladblok                           a new sheet, with a word in it
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.office import office_property, running_office

FORMAT = "Calc MS Excel 2007 XML"
FAR = 60
PINK = 0xFFC0CB


def main(overview: Path, edits: Path, out: Path) -> None:
    """Open an overview, do the edits one by one, and save it as another file."""
    with running_office() as desktop:
        hidden = office_property("Hidden", True)
        document = desktop.loadComponentFromURL(overview.resolve().as_uri(), "_blank", 0, (hidden,))
        try:
            for line in edits.read_text(encoding="utf-8").splitlines():
                if line.strip():
                    name, *words = (word.strip() for word in line.split("|"))
                    EDITS[name](document, *words)
            document.storeToURL(out.resolve().as_uri(), (office_property("FilterName", FORMAT),))
        finally:
            document.close(True)


def _sheet(document: Any) -> Any:
    return document.Sheets.getByName("Stand")


def _column(sheet: Any, heading: str) -> int:
    for column in range(FAR):
        if sheet.getCellByPosition(column, 0).String == heading:
            return column
    raise LookupError(heading)


def _last_row(sheet: Any) -> int:
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    return int(cursor.RangeAddress.EndRow)


def _last_column(sheet: Any) -> int:
    filled = [c for c in range(FAR) if sheet.getCellByPosition(c, 0).String]
    return filled[-1]


def _row(sheet: Any, organisation: str, department: str) -> int:
    columns = (_column(sheet, "Organisatie"), _column(sheet, "Onderdeel"))
    for row in range(1, _last_row(sheet) + 1):
        if [sheet.getCellByPosition(c, row).String for c in columns] == [organisation, department]:
            return row
    raise LookupError(organisation)


def _sort(document: Any, heading: str, order: str) -> None:
    sheet = _sheet(document)
    uno: Any = importlib.import_module("uno")
    field = uno.createUnoStruct("com.sun.star.table.TableSortField")
    field.Field, field.IsAscending = _column(sheet, heading), order != "aflopend"
    fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
    table = sheet.getCellRangeByPosition(0, 0, _last_column(sheet), _last_row(sheet))
    asked = (office_property("SortFields", fields), office_property("ContainsHeader", True))
    uno.invoke(table, "sort", (uno.Any("[]com.sun.star.beans.PropertyValue", asked),))


def _type(document: Any, organisation: str, department: str, heading: str, text: str) -> None:
    sheet = _sheet(document)
    row = _row(sheet, organisation, department)
    sheet.getCellByPosition(_column(sheet, heading), row).String = text


def _put(document: Any, row: str, heading: str, text: str) -> None:
    sheet = _sheet(document)
    sheet.getCellByPosition(_column(sheet, heading), int(row) - 1).String = text


def _filter(document: Any, heading: str, text: str) -> None:
    sheet = _sheet(document)
    uno: Any = importlib.import_module("uno")
    table = sheet.getCellRangeByPosition(0, 0, _last_column(sheet), _last_row(sheet))
    asked = table.createFilterDescriptor(True)
    field = uno.createUnoStruct("com.sun.star.sheet.TableFilterField")
    field.Field, field.StringValue = _column(sheet, heading), text
    asked.setFilterFields((field,))
    asked.ContainsHeader = True
    table.filter(asked)


def _add_column(document: Any, heading: str) -> None:
    sheet = _sheet(document)
    column = _last_column(sheet) + 1
    sheet.getCellByPosition(column, 0).String = heading
    sheet.getCellByPosition(column, 1).String = "groen"


def _insert_column(document: Any, place: str) -> None:
    _sheet(document).Columns.insertByIndex(int(place), 1)


def _colour(document: Any, organisation: str, department: str) -> None:
    sheet = _sheet(document)
    row = _row(sheet, organisation, department)
    sheet.getCellRangeByPosition(0, row, _last_column(sheet), row).CellBackColor = PINK


def _comment(document: Any, organisation: str, department: str, text: str) -> None:
    sheet = _sheet(document)
    cell = sheet.getCellByPosition(0, _row(sheet, organisation, department))
    sheet.Annotations.insertNew(cell.CellAddress, text)


def _add_sheet(document: Any, name: str) -> None:
    document.Sheets.insertNewByName(name, document.Sheets.Count)
    document.Sheets.getByName(name).getCellByPosition(0, 0).String = "los idee"


EDITS: dict[str, Callable[..., None]] = {
    "sorteer": _sort,
    "typ": _type,
    "zet": _put,
    "filter": _filter,
    "kolom": _add_column,
    "voeg in": _insert_column,
    "kleur": _colour,
    "opmerking": _comment,
    "blad": _add_sheet,
}


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
