"""An overview -> its workbook: five sheets that can be sorted, filtered and printed."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.packaging.core import DocumentProperties
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.cells import mark_as_own, put_text, saved
from pipeline.heights import row_height
from pipeline.model import Content
from pipeline.overview import look
from pipeline.overview.chart import add_chart, described
from pipeline.overview.memory import remember
from pipeline.overview.values import Overview, Sheet, TeamLine, Urgency, Value
from pipeline.properties import PROPERTY_NAME
from pipeline.seal import parts_of, prepare_seal, sealed

_ORGANISATION, _DEPARTMENT, _CONTACT, _RECEIVED, _STAND, _ACTION, _DAY = range(1, 8)
_BEFORE_THEMAS = (28, 22, 19, 12, 16, 46, 19)
_THEMA_WIDTH = 17
_AFTER_THEMAS = (12, 8, 8, 15, 12, 44)
_FAULT_WIDTHS = (44, 18, 64, 64)
_MISSING_WIDTHS = (32, 26, 26, 34, 14, 20)
_SOURCE_WIDTHS = (56, 28, 70, 22)
_COUNT_WIDTHS = (6, 44, *(13,) * 7)
_SHEETS = "xl/worksheets/"
_FAR_WIDTH = 60
_INDENT = 2  # of the width of a column
_MOST_LETTERS = 255  # of an address in a workbook


def draw_overview(overview: Overview, content: Content, whole: str, table: str) -> bytes:
    """Return the workbook; `whole` and `table` are the digests of the overview and of its csv."""
    workbook = Workbook()
    mark_as_own(workbook, "overzicht")
    prepare_seal(workbook)
    workbook.properties = DocumentProperties(
        title=overview.title, creator=PROPERTY_NAME, language="nl-NL"
    )
    stand = workbook.worksheets[0]
    stand.title = overview.stand
    kept = _draw_stand(stand, overview, content)
    _draw_sheet(workbook, overview.faults, _FAULT_WIDTHS, content)
    _draw_sheet(workbook, overview.missing, _MISSING_WIDTHS, content)
    counts = _draw_sheet(workbook, overview.counts.table, _COUNT_WIDTHS, content)
    add_chart(counts, overview.counts)
    # The table on one page, and the chart beside it on another.
    counts.page_setup.fitToWidth, counts.page_setup.fitToHeight = 2, 1
    _draw_sheet(workbook, overview.sources, _SOURCE_WIDTHS, content)
    remember(workbook, overview.lines, kept, whole, table)
    parts = described(parts_of(saved(workbook)), overview.counts)
    return sealed({name: _growing(name, part) for name, part in parts.items()})


def _growing(name: str, part: bytes) -> bytes:
    """Let rows grow with what a person types in them."""
    return part.replace(b' customHeight="1"', b"") if name.startswith(_SHEETS) else part


def _draw_stand(sheet: Worksheet, overview: Overview, content: Content) -> set[int]:
    """Draw the sheet Stand; return the columns that a person fills in."""
    themas = (_THEMA_WIDTH,) * len(content.themas)
    _draw_header(sheet, overview.header, (*_BEFORE_THEMAS, *themas, *_AFTER_THEMAS))
    for row, line in enumerate(overview.lines, 2):
        _draw_line(sheet, row, line)
    _offer_stands(sheet, overview, content)
    _finish(sheet, content, "C2")
    sheet.print_title_cols = "A:B"
    sheet.page_setup.fitToWidth = 2
    return {_STAND, len(overview.header)}


def _draw_line(sheet: Worksheet, row: int, line: TeamLine) -> None:
    values: tuple[Value, ...] = (
        line.organisation,
        line.department,
        line.contact,
        line.received,
        line.stand,
        line.action.text,
        line.day,
        *line.niveaus,
        line.unknown,
        line.empty,
        line.nvt,
        line.start_with,
        line.report_text,
        line.note,
    )
    for column, value in enumerate(values, 1):
        _put(sheet, row, column, value)
    last = len(values)
    for column in (_RECEIVED, *range(last - 5, last - 2)):
        sheet.cell(row, column).alignment = look.FIGURE_PLACE
        sheet.cell(1, column).alignment = look.FIGURE_HEADER_PLACE
    _draw_action(sheet.cell(row, _ACTION), line)
    for column in (_STAND, last):
        sheet.cell(row, column).fill = look.fill(look.PERSON)
    if line.report is not None:
        _lead_to(sheet, row, last - 1, line.report.name)
    _set_height(sheet, row)


def _draw_action(cell: object, line: TeamLine) -> None:
    assert isinstance(cell, Cell)
    cell.fill = look.fill(look.ACTION_FILL[line.action.urgency])
    if line.action.urgency is Urgency.NOW:
        cell.font = look.STRONG_FONT


def _lead_to(sheet: Worksheet, row: int, column: int, name: str) -> None:
    """Link to a file in the same folder, so that the folder can be moved."""
    cell = sheet.cell(row, column)
    cell.font = look.LINK_FONT
    target = "".join(quote(sign, safe="()") if sign.isascii() else sign for sign in name)
    assert isinstance(cell, Cell)
    link = Hyperlink(ref=cell.coordinate, target=target, tooltip=name[:_MOST_LETTERS])
    cell.hyperlink = link


def _offer_stands(sheet: Worksheet, overview: Overview, content: Content) -> None:
    if not overview.lines:
        return
    texts = content.overview
    choices = f'"{",".join(overview.stands)}"'
    validation = DataValidation(
        type="list",
        formula1=choices,
        allow_blank=True,
        errorStyle="warning",
        showErrorMessage=True,
        errorTitle=texts["keuzelijst: titel"],
        error=texts["keuzelijst: fout"],
    )
    letter = get_column_letter(_STAND)
    validation.add(f"{letter}2:{letter}{len(overview.lines) + 1}")
    sheet.add_data_validation(validation)


# A sheet that only tells


def _draw_sheet(
    workbook: Workbook, told: Sheet, widths: tuple[int, ...], content: Content
) -> Worksheet:
    sheet: Worksheet = workbook.create_sheet(told.title)
    if not told.rows:
        _draw_empty(sheet, told)
        return sheet
    _draw_header(sheet, told.header, widths)
    for row, values in enumerate(told.rows, 2):
        for column, value in enumerate(values, 1):
            _put(sheet, row, column, value)
            if isinstance(value, int):
                sheet.cell(1, column).alignment = look.FIGURE_HEADER_PLACE
        _set_height(sheet, row)
    _finish(sheet, content, "A2")
    return sheet


def _draw_empty(sheet: Worksheet, told: Sheet) -> None:
    cell = sheet.cell(1, 1)
    put_text(cell, told.empty)
    cell.font = look.SOFT_FONT
    cell.alignment = look.TEXT_PLACE
    sheet.column_dimensions["A"].width = _FAR_WIDTH


def _draw_header(sheet: Worksheet, header: tuple[str, ...], widths: tuple[int, ...]) -> None:
    for column, (text, width) in enumerate(zip(header, widths, strict=False), 1):
        cell = sheet.cell(1, column)
        put_text(cell, text)
        cell.font = look.HEADER_FONT
        cell.fill = look.fill(look.HEADER)
        cell.alignment = look.HEADER_PLACE
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.row_dimensions[1].height = 34


def _put(sheet: Worksheet, row: int, column: int, value: Value) -> None:
    """Write a value: text that stays text, a figure as a figure, a date as a date."""
    cell = sheet.cell(row, column)
    cell.font, cell.border, cell.alignment = look.BODY_FONT, look.UNDER, look.TEXT_PLACE
    if isinstance(value, str):
        put_text(cell, value)
        return
    cell.value = value
    if isinstance(value, date):
        cell.number_format = look.DATE_FORMAT
    elif value is not None:
        cell.alignment = look.FIGURE_PLACE


def _set_height(sheet: Worksheet, row: int) -> None:
    """Make a row as high as its text needs; only some programs do so themselves."""
    cells = tuple(
        (cell.value, sheet.column_dimensions[cell.column_letter].width - _INDENT, look.SIZE)
        for cell in sheet[row]
        if isinstance(cell, Cell) and isinstance(cell.value, str)
    )
    sheet.row_dimensions[row].height = row_height(cells) if cells else None


def _finish(sheet: Worksheet, content: Content, frozen: str) -> None:
    """Freeze, filter, and set the paper."""
    sheet.freeze_panes = frozen
    sheet.auto_filter.ref = sheet.dimensions
    sheet.sheet_view.zoomScale = 100
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    if sheet.sheet_properties.pageSetUpPr is not None:
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = 0.4
    if sheet.oddFooter is not None:
        sheet.oddFooter.right.text = content.overview["voettekst"]
