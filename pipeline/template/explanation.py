"""The sheet Uitleg: one column of text, one page A4."""

from __future__ import annotations

from dataclasses import dataclass

from openpyxl import Workbook

from pipeline.heights import row_height
from pipeline.model import Antwoord, Content, Option
from pipeline.sentences import PRIVACY, PRIVACY_HEADING, Sentences
from pipeline.template.sheet import Sheet, paper, protect
from pipeline.template.style import BODY, DEEP, SECTION, SOFT, WHITE, Look, rich_lines
from pipeline.workbook_layout import EDITION, SHEET_EXPLANATION

_WIDTH = 98.0
_EDGE = 1.0  # an empty column: LibreOffice fits a page of one column to its height alone
_TITLE = Look(20, bold=True, colour=WHITE, fill=DEEP, vertical="center", indent=1, wrap=False)
_SCALE = Look(10.5, indent=1)
_SMALL = Look(9.5, colour=SOFT)


@dataclass(frozen=True, slots=True)
class _Block:
    """A heading with paragraphs, each of sentences that may be left out one by one."""

    heading: str
    paragraphs: tuple[tuple[str, ...], ...]
    look: Look = BODY


_BEFORE_SCALE = (
    _Block("uitleg: waarvoor", (("uitleg: waarvoor tekst",),)),
    _Block("uitleg: wie", (("uitleg: wie tekst",),)),
    _Block("uitleg: tijd", (("uitleg: tijd tekst",),)),
    _Block("uitleg: invullen", (("uitleg: invullen tekst",), ("uitleg: tweeledig",))),
)
_AFTER_SCALE = (
    _Block("uitleg: opmerkingen", (("uitleg: opmerkingen tekst",),)),
    _Block(
        "uitleg: terugsturen",
        (
            (
                "uitleg: terugsturen bestand",
                "uitleg: terugsturen mail",
                "uitleg: terugsturen datum",
                "uitleg: terugsturen vragen",
                "uitleg: terugsturen telefoon",
            ),
        ),
    ),
    _Block(PRIVACY_HEADING, PRIVACY, _SMALL),
)


def draw_explanation(workbook: Workbook, content: Content, texts: Sentences) -> None:
    """Add the sheet."""
    sheet = Sheet(workbook, SHEET_EXPLANATION, (_WIDTH, _EDGE))
    sheet.put("A", content.title, _TITLE)
    sheet.next(42)
    for block in _BEFORE_SCALE:
        _draw_block(sheet, texts, block)
    _draw_scale(sheet, content, texts)
    for block in _AFTER_SCALE:
        _draw_block(sheet, texts, block)
    _draw_edition(sheet, content, texts)
    sheet.worksheet.print_area = f"A1:B{sheet.row - 1}"
    paper(sheet, texts, pages=1)
    protect(sheet.worksheet)


def _draw_block(sheet: Sheet, texts: Sentences, block: _Block) -> None:
    paragraphs = texts.paragraphs(*block.paragraphs)
    if not paragraphs:
        return
    _draw_heading(sheet, texts(block.heading))
    for paragraph in paragraphs:
        _draw_text(sheet, paragraph, block.look)


def _draw_heading(sheet: Sheet, text: str) -> None:
    sheet.put("A", text, SECTION)
    sheet.next(25)


def _draw_text(sheet: Sheet, text: str, look: Look, bold: str = "") -> None:
    room = _WIDTH - 2 * look.indent
    sheet.put("A", rich_lines(((bold, text),), look) if bold else text, look)
    sheet.next(row_height(((bold + text, room, look.size),), 3))


def _draw_scale(sheet: Sheet, content: Content, texts: Sentences) -> None:
    _draw_heading(sheet, texts("uitleg: schaal"))
    _draw_text(sheet, texts("uitleg: schaal inleiding"), BODY)
    for option in content.options:
        start = _start_of_line(texts, option)
        _draw_text(sheet, _meaning(content, option.antwoord), _SCALE, start)
    _draw_text(sheet, texts("uitleg: vuistregel"), BODY)


def _start_of_line(texts: Sentences, option: Option) -> str:
    if option.number is None:
        return texts("uitleg: schaal regel zonder cijfer", label=option.label, betekenis="")
    return texts("uitleg: schaal regel", label=option.label, cijfer=option.number, betekenis="")


def _meaning(content: Content, antwoord: Antwoord) -> str:
    """Return what an answer means at the kind of stelling that content/ names as the example."""
    key = content.workbook["uitleg: schaal voorbeeld"].strip()
    kinds = content.explanations
    example = next((kind for kind in kinds if kind.key == key), kinds[0])
    return next(e.text for e in example.explanations if e.antwoord is antwoord)


def _draw_edition(sheet: Sheet, content: Content, texts: Sentences) -> None:
    """The cell holds the edition alone; the words before it are its number format."""
    words = texts("uitleg: versie").replace('"', "”")
    sheet.next(8)
    look = Look(9.5, colour=SOFT, wrap=False, number_format=f'"{words} "@')
    sheet.put("A", content.edition, look)
    sheet.name(EDITION, "A")
    sheet.next(15)
