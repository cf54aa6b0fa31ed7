"""The sheet Vragen, in front of an annotated copy: all questions, each linked to its cell.

No cell of it holds exactly the text of a stelling or a label, so that a reader that has lost the
names of the cells never takes it for the sheets that are filled in.
"""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.hyperlink import Hyperlink

from pipeline.feedback.filling import input_cell
from pipeline.feedback.marks import CHECK_LINE, OPEN_LINE
from pipeline.heights import row_height
from pipeline.model import Question
from pipeline.sentences import Sentences
from pipeline.template.sheet import Sheet, paper, protect
from pipeline.template.style import CELL, DEEP, DONE, HEADER, TYPEFACE, WHITE, Look
from pipeline.wording import in_letters
from pipeline.workbook_layout import SHEET_QUESTIONS, SHEET_SCAN

_COLUMNS = "ABCD"
_WIDTHS = (48.0, 42.0, 42.0, 13.0)
_TITLE = Look(20, bold=True, colour=WHITE, fill=DEEP, vertical="center", indent=1, wrap=False)
_TEXT = Look(11, vertical="center", wrap=False)
_LINK = Look(10.5, bold=True, colour=CHECK_LINE, line=CELL.line, vertical="center", indent=1)
_STATE = Look(10.5, bold=True, line=CELL.line, vertical="center", horizontal="center")


def draw_questions(workbook: Workbook, asked: tuple[Question, ...], texts: Sentences) -> None:
    """Add the sheet, and open the workbook there."""
    sheet = Sheet(workbook, SHEET_QUESTIONS, _WIDTHS, OPEN_LINE)
    _draw_top(sheet, asked, texts)
    header = sheet.row
    _draw_header(sheet, texts)
    for question in asked:
        _draw_question(sheet, question, texts)
    _show_done(sheet, header, texts)
    sheet.worksheet.freeze_panes = f"A{header + 1}"
    sheet.worksheet.print_title_rows = f"{header}:{header}"
    paper(sheet, texts, landscape=True)
    protect(sheet.worksheet)
    _put_first(workbook, sheet)


def _draw_top(sheet: Sheet, asked: tuple[Question, ...], texts: Sentences) -> None:
    for column in _COLUMNS:
        sheet.put(column, texts("vragen: titel") if column == "A" else "", _TITLE)
    sheet.next(42)
    sheet.next(8)
    sheet.put("A", _counted(asked, texts), _TEXT)
    sheet.next(20)
    for key in ("vragen: zo doet u dat", "vragen: terugsturen"):
        sheet.put("A", texts(key), _TEXT)
        sheet.next(20)
    sheet.next(8)


def _counted(asked: tuple[Question, ...], texts: Sentences) -> str:
    """Return how many questions there are, and how much there is to check; as the mail says it."""
    count = sum(question.is_open for question in asked)
    checks = len(asked) - count
    words = in_letters(count, texts.content)
    told = texts("vragen: een vraag" if count == 1 else "vragen: meer vragen", aantal=words)
    if not checks:
        return told
    key = "vragen: ook een controle" if checks == 1 else "vragen: ook controles"
    return f"{told} {texts(key, aantal=in_letters(checks, texts.content))}"


def _draw_header(sheet: Sheet, texts: Sentences) -> None:
    for column, part in zip(_COLUMNS, ("waar", "gelezen", "vraag", "stand"), strict=True):
        sheet.put(column, texts(f"vragen: kolom {part}"), HEADER)
    sheet.next(26)


def _draw_question(sheet: Sheet, question: Question, texts: Sentences) -> None:
    sheet.put("A", question.about, _LINK)
    _link(sheet, question)
    sheet.put("B", question.read, CELL)
    sheet.put("C", question.ask, CELL)
    if question.is_open and question.name is not None:
        done, still_open = texts("vragen: ingevuld"), texts("vragen: open")
        formula = f'=IF(LEN(TRIM({question.name}))>0,"{done}","{still_open}")'
        sheet.formula("D", formula, _STATE)
    else:
        sheet.put("D", texts("vragen: controle"), _STATE)
    cells = ((question.about, 46, 11), (question.read, 40, 10.5), (question.ask, 40, 10.5))
    sheet.next(max(30, row_height(cells, 10)))


def _link(sheet: Sheet, question: Question) -> None:
    """Link to the cell; a question about all leads to the sheet with the stellingen."""
    cell = sheet.worksheet[f"A{sheet.row}"]
    target = f"'{SHEET_SCAN}'!A1"
    if question.name is not None:
        to = input_cell(sheet.workbook, question.name)
        target = f"'{to.parent.title}'!{to.coordinate}"
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=target)
    cell.font = Font(TYPEFACE, _LINK.size, bold=True, underline="single", color=_LINK.colour)


def _show_done(sheet: Sheet, header: int, texts: Sentences) -> None:
    """Show in green which questions were answered."""
    first, last = header + 1, sheet.row - 1
    style = DifferentialStyle(font=Font(bold=True), fill=PatternFill("solid", bgColor=DONE))
    done = texts("vragen: ingevuld")
    rule = Rule(type="expression", dxf=style, formula=[f'$D{first}="{done}"'])
    sheet.worksheet.conditional_formatting.add(f"A{first}:D{last}", rule)


def _put_first(workbook: Workbook, sheet: Sheet) -> None:
    workbook.move_sheet(sheet.worksheet, -(len(workbook.sheetnames) - 1))
    workbook.active = 0
    for other in workbook.worksheets:
        other.sheet_view.tabSelected = other is sheet.worksheet
