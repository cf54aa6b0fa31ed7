"""The sheet Begrippen: words with their meaning."""

from __future__ import annotations

from openpyxl import Workbook

from pipeline.heights import row_height
from pipeline.model import Content
from pipeline.sentences import Sentences
from pipeline.template.sheet import Sheet, paper, protect
from pipeline.template.style import CELL, HEADER, LEAD, TITLE, Look
from pipeline.workbook_layout import SHEET_TERMS

_WORD = Look(10.5, bold=True, line=CELL.line, vertical="center", indent=1)


def draw_terms(workbook: Workbook, content: Content, texts: Sentences) -> None:
    """Add the sheet."""
    sheet = Sheet(workbook, SHEET_TERMS, (32, 68))
    sheet.put("A", texts("begrippen: titel"), TITLE)
    sheet.next(36)
    sheet.put("A", texts("begrippen: inleiding"), LEAD)
    sheet.next(26)
    sheet.put("A", texts("begrippen: kolom begrip"), HEADER)
    sheet.put("B", texts("begrippen: kolom betekenis"), HEADER)
    header = sheet.row
    sheet.next(26)
    for term in content.terms:
        sheet.put("A", term.word, _WORD)
        sheet.put("B", term.meaning, CELL)
        sheet.next(row_height(((term.word, 30, 11), (term.meaning, 66.5, CELL.size)), 10))
    sheet.worksheet.freeze_panes = f"A{header + 1}"
    sheet.worksheet.print_title_rows = f"{header}:{header}"
    paper(sheet, texts)
    protect(sheet.worksheet)
