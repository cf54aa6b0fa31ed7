"""Marking cells of our own workbook: a thick line, our question beside it, and a note.

Never by colour alone: who sees no colours, or prints in grey, sees the line and the arrow.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Border, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.cells import put_text
from pipeline.feedback.filling import input_cell
from pipeline.heights import row_height
from pipeline.model import Content, Question
from pipeline.properties import PROPERTY_NAME
from pipeline.template.sheet import dress
from pipeline.template.style import HEADER, Look
from pipeline.workbook_layout import SHEET_PROFILE, SHEET_SCAN

OPEN_FILL = "FFFFE1CC"
OPEN_LINE = "FFB45309"
CHECK_LINE = "FF1D4ED8"
_OPEN = Look(10.5, bold=True, colour="FF8A3B00", fill="FFFFF4EC", vertical="center", indent=1)
_CHECK = Look(10.5, colour=CHECK_LINE, fill="FFF0F5FF", vertical="center", indent=1)
_WIDTH = 44.0
_BESIDE = MappingProxyType({SHEET_PROFILE: "D", SHEET_SCAN: "G"})  # right of what is there
_NOTE_WIDTH, _NOTE_LINE, _NOTE_LETTERS = 300, 20, 42


def mark(workbook: Workbook, asked: Iterable[Question], content: Content) -> None:
    """Mark the cell of each question, with the question beside it and as a note."""
    for question in asked:
        if question.name is not None:
            cell = input_cell(workbook, question.name)
            _draw_line(cell, question)
            _ask_beside(workbook[str(cell.parent.title)], cell.row, question, content)
            cell.comment = _note(question)


def _draw_line(cell: Cell, question: Question) -> None:
    if question.is_open:
        side = Side("thick", OPEN_LINE)
        cell.fill = PatternFill("solid", fgColor=OPEN_FILL)
    else:
        side = Side("mediumDashed", CHECK_LINE)
    cell.border = Border(side, side, side, side)


def _ask_beside(sheet: Worksheet, row: int, question: Question, content: Content) -> None:
    column = _BESIDE[sheet.title]
    _put_header(sheet, column, content)
    text = content.workbook.fill("vragen: ernaast", gelezen=question.read, vraag=question.ask)
    beside = sheet[f"{column}{row}"]
    put_text(beside, text)
    dress(beside, _OPEN if question.is_open else _CHECK)
    height = sheet.row_dimensions[row]
    height.height = max(height.height or 0, row_height(((text, _WIDTH - 2, 11),), 10))


def _put_header(sheet: Worksheet, column: str, content: Content) -> None:
    """Put a head above the questions, in the row above which the panes are frozen."""
    sheet.column_dimensions[column].width = _WIDTH
    row = int(str(sheet.freeze_panes).lstrip("A")) - 1
    header = sheet[f"{column}{row}"]
    put_text(header, content.workbook["vragen: kolom ernaast"])
    dress(header, replace(HEADER, fill=OPEN_LINE, line=OPEN_LINE))


def _note(question: Question) -> Comment:
    text = f"{question.read}\n{question.ask}"
    lines = 2 + len(text) // _NOTE_LETTERS
    return Comment(text, PROPERTY_NAME, height=_NOTE_LINE * (lines + 1), width=_NOTE_WIDTH)
