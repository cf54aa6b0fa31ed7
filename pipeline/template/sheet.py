"""What all sheets share: writing text as text, names, protection, paper and footers."""

from __future__ import annotations

from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.cells import put_text
from pipeline.sentences import Sentences
from pipeline.template.style import DEEP, DONE, Look


class Sheet:
    """A sheet that is being drawn from top to bottom."""

    def __init__(
        self, workbook: Workbook, title: str, widths: tuple[float, ...], tab: str = DEEP
    ) -> None:
        """Add the sheet, with columns of these widths and a tab of this colour."""
        first = workbook.active if workbook.sheetnames == ["Sheet"] else None
        self.workbook = workbook
        self.worksheet: Worksheet = first or workbook.create_sheet()
        self.worksheet.title = title
        self.worksheet.sheet_view.showGridLines = False
        self.worksheet.sheet_properties.tabColor = tab
        self.row = 1
        for letter, width in zip("ABCDEFGHIJKL", widths, strict=False):
            self.worksheet.column_dimensions[letter].width = width

    def put(self, column: str, text: str | CellRichText, look: Look) -> Cell:
        """Write a text in the current row."""
        cell: Cell = self.worksheet[f"{column}{self.row}"]
        if isinstance(text, CellRichText):
            cell.value = text
        else:
            put_text(cell, text)
        return dress(cell, look)

    def formula(self, column: str, formula: str, look: Look) -> Cell:
        """Write a formula of our own in the current row."""
        cell: Cell = self.worksheet[f"{column}{self.row}"]
        cell.value = formula
        return dress(cell, look)

    def next(self, height: float) -> None:
        """End the current row, with its height in points."""
        self.worksheet.row_dimensions[self.row].height = height
        self.row += 1

    def name(self, name: str, column: str) -> None:
        """Give a cell of the current row a name in the whole workbook."""
        define(self.workbook, name, self.worksheet, f"${column}${self.row}")

    def width(self, column: str) -> float:
        """Return the width of a column."""
        return float(self.worksheet.column_dimensions[column].width)


def dress(cell: Cell, look: Look) -> Cell:
    """Give a cell its look."""
    cell.font = look.font
    cell.fill = look.pattern
    cell.border = look.border
    cell.alignment = look.alignment
    cell.protection = look.protection
    cell.number_format = look.number_format
    return cell


def define(workbook: Workbook, name: str, worksheet: Worksheet, reference: str) -> None:
    """Add a name in the whole workbook."""
    target = f"'{worksheet.title}'!{reference}"
    workbook.defined_names[name] = DefinedName(name, attr_text=target)


def mark_filled(worksheet: Worksheet, cells: list[str]) -> None:
    """Show by colour and bold letters which cells are filled in."""
    if not cells:
        return
    style = DifferentialStyle(font=Font(bold=True), fill=PatternFill("solid", bgColor=DONE))
    rule = Rule(type="expression", dxf=style, formula=[f"LEN(TRIM({cells[0]}))>0"])
    worksheet.conditional_formatting.add(" ".join(cells), rule)


def protect(worksheet: Worksheet) -> None:
    """Lock what is not filled in, without a password; columns, rows and filter stay free."""
    protection = worksheet.protection
    protection.sheet = True
    protection.formatColumns = False
    protection.formatRows = False
    protection.autoFilter = False
    protection.selectLockedCells = False
    protection.selectUnlockedCells = False


def paper(sheet: Sheet, texts: Sentences, *, landscape: bool = False, pages: int = 0) -> None:
    """Set A4, one page wide and `pages` high (0: as many as needed), with page numbers."""
    worksheet, content = sheet.worksheet, texts.content
    setup = worksheet.page_setup
    setup.paperSize = worksheet.PAPERSIZE_A4
    setup.orientation = "landscape" if landscape else "portrait"
    setup.fitToWidth, setup.fitToHeight = 1, pages
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    worksheet.print_options.horizontalCentered = True
    margins = worksheet.page_margins
    margins.left = margins.right = 0.5
    margins.top, margins.bottom, margins.footer = 0.5, 0.7, 0.35
    footer: Any = worksheet.oddFooter
    footer.left.text = f"{content.title}, {content.edition}".replace("&", "&&")
    footer.right.text = texts("voettekst: pagina", pagina="&P", paginas="&N")
    for part in (footer.left, footer.right):
        part.font, part.size, part.color = "Calibri,Regular", 9, DEEP[2:]
