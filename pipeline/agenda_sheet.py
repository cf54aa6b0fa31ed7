"""Advice -> the verbeteragenda as a workbook, for who plans in Excel."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.cells import mark_as_own, put_text, saved
from pipeline.model import Advice, Content
from pipeline.properties import PROPERTY_NAME
from pipeline.seal import parts_of, prepare_seal, sealed

COLUMNS = ("stelling", "actie", "wie", "klaar", "stand")
_WIDTHS = (36, 60, 24, 14, 16)
_SPARE_ROWS = 10  # rows to fill in below those of the stellingen to begin with
_DATE_FORMAT = "dd-mm-yyyy"
_HEADER = PatternFill("solid", fgColor="0B4F5C")
_LINE = Side(style="thin", color="BFBFBF")


def draw_agenda(advice: Advice, content: Content) -> bytes:
    """Return the workbook: one row per stelling to begin with, and rows to spare.

    It bears a seal, so that a next run knows whether anybody filled it in.
    """
    workbook = Workbook()
    mark_as_own(workbook, "verbeteragenda")
    prepare_seal(workbook)
    title = content.report["kop: agenda"]
    workbook.properties = DocumentProperties(title=title, creator=PROPERTY_NAME, language="nl-NL")
    sheet = workbook.worksheets[0]
    sheet.title = title
    _draw_header(sheet, content)
    states = [part.strip() for part in content.report["agenda: standen"].split(";")]
    names = [_name(content, number) for number in advice.start_with]
    for row, name in enumerate(names + [""] * _SPARE_ROWS, 2):
        _draw_row(sheet, row, name, states[0] if name else "")
    _offer_states(sheet, states, len(names) + _SPARE_ROWS + 1)
    _set_paper(sheet)
    return sealed(parts_of(saved(workbook)))


def _name(content: Content, number: int) -> str:
    return f"{number} {content.stelling(number).short_name}"


def _draw_header(sheet: Worksheet, content: Content) -> None:
    for place, (column, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True), 1):
        cell = sheet.cell(1, place)
        put_text(cell, content.report[f"agenda: kolom {column}"])
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = _HEADER
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.row_dimensions[1].height = 24
    sheet.freeze_panes = "A2"


def _draw_row(sheet: Worksheet, row: int, name: str, state: str) -> None:
    for place, text in enumerate((name, "", "", "", state), 1):
        cell = sheet.cell(row, place)
        put_text(cell, text)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        cell.border = Border(bottom=_LINE)
    sheet.cell(row, 4).number_format = _DATE_FORMAT
    sheet.row_dimensions[row].height = 32


def _offer_states(sheet: Worksheet, states: list[str], last_row: int) -> None:
    choices = f'"{",".join(states)}"'
    validation = DataValidation(type="list", formula1=choices, allow_blank=True)
    validation.add(f"E2:E{last_row}")
    sheet.add_data_validation(validation)


def _set_paper(sheet: Worksheet) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    if sheet.sheet_properties.pageSetUpPr is not None:
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
