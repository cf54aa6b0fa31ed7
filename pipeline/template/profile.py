"""The sheet Gegevens: who fills in, for what."""

from __future__ import annotations

from dataclasses import replace

from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation

from pipeline.heights import row_height
from pipeline.model import Content
from pipeline.sentences import Sentences
from pipeline.template.lists import (
    LIST_KINDS,
    LIST_MODES,
    LIST_ROLES,
    LONGEST_MESSAGE,
    LONGEST_TITLE,
    choose_from,
    shorten,
)
from pipeline.template.sheet import Sheet, mark_filled, paper, protect
from pipeline.template.style import FIELD, HEADER, INPUT_LINE, LEAD, LINE, SOFT, TITLE, Look
from pipeline.workbook_layout import PROFILE_FIELDS, SHEET_PROFILE, field_label

_LABEL = Look(11, bold=True, line=LINE, vertical="center", indent=1)
_REASON = Look(10, colour=SOFT, line=LINE, vertical="center", indent=1)
_LOOKS = {
    "datum": replace(FIELD, number_format="dd-mm-yyyy"),
    "aantal": replace(FIELD, number_format="0"),
}
_LISTS = {"soort": LIST_KINDS, "wijze": LIST_MODES, "rol": LIST_ROLES}
_YEAR_2000, _YEAR_2100 = "36526", "73050"


def draw_profile(workbook: Workbook, content: Content, texts: Sentences) -> None:
    """Add the sheet: label, input, and why it is asked."""
    sheet = Sheet(workbook, SHEET_PROFILE, (31, 40, 46), INPUT_LINE)
    sheet.put("A", texts("gegevens: titel"), TITLE)
    sheet.next(36)
    sheet.put("A", texts("gegevens: inleiding"), LEAD)
    sheet.next(26)
    for column, part in zip("ABC", ("gegeven", "invoer", "waarom"), strict=True):
        sheet.put(column, texts(f"gegevens: kolom {part}"), HEADER)
    sheet.next(26)
    first = sheet.row
    _draw_fields(sheet, content, texts)
    sheet.next(10)
    sheet.put("A", texts("gegevens: verder"), LEAD)
    sheet.next(24)
    sheet.worksheet.freeze_panes = f"A{first}"
    for selection in sheet.worksheet.sheet_view.selection:
        selection.activeCell = selection.sqref = f"B{first}"
    paper(sheet, texts)
    protect(sheet.worksheet)


def _draw_fields(sheet: Sheet, content: Content, texts: Sentences) -> None:
    cells = []
    for field in PROFILE_FIELDS:
        label, reason = field_label(content, field), texts(field.reason_key)
        sheet.put("A", label, _LABEL)
        cell = sheet.put("B", "", _LOOKS.get(field.name, FIELD))
        sheet.put("C", reason, _REASON)
        sheet.name(field.name, "B")
        validation = _validation(field.name, texts)
        if validation:
            sheet.worksheet.add_data_validation(validation)
            validation.add(cell)
        cells.append(cell.coordinate)
        sheet.next(max(32, row_height(((label, 29, 11), (reason, 44, 10)), 10)))
    mark_filled(sheet.worksheet, cells)


def _validation(name: str, texts: Sentences) -> DataValidation | None:
    if name in _LISTS:
        return choose_from(
            _LISTS[name], texts("gegevens: fout titel"), texts("gegevens: fout lijst")
        )
    if name == "aantal":
        return DataValidation(
            type="whole",
            operator="greaterThanOrEqual",
            formula1="1",
            allow_blank=True,
            showErrorMessage=True,
            errorTitle=shorten(texts("gegevens: fout aantal titel"), LONGEST_TITLE),
            error=shorten(texts("gegevens: fout aantal"), LONGEST_MESSAGE),
        )
    return _date_validation(texts) if name == "datum" else None


def _date_validation(texts: Sentences) -> DataValidation:
    return DataValidation(
        type="date",
        operator="between",
        formula1=_YEAR_2000,
        formula2=_YEAR_2100,
        allow_blank=True,
        showErrorMessage=True,
        errorStyle="warning",
        errorTitle=shorten(texts("gegevens: fout datum titel"), LONGEST_TITLE),
        error=shorten(texts("gegevens: fout datum"), LONGEST_MESSAGE),
    )
