"""Who must be asked what -> a plain list (.xlsx), for those whose mail program takes no drafts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties

from pipeline.cells import mark_as_own, saved
from pipeline.heights import row_height
from pipeline.model import Asked, Content, Sender
from pipeline.properties import PROPERTY_NAME
from pipeline.sentences import Sentences
from pipeline.template.sheet import Sheet, paper
from pipeline.template.style import CELL, HEADER, LEAD, TITLE

_COLUMNS = (
    ("bestand", 30.0),
    ("organisatie", 24.0),
    ("onderdeel", 20.0),
    ("wie", 18.0),
    ("adres", 28.0),
    ("waar", 34.0),
    ("cel", 16.0),
    ("gelezen", 36.0),
    ("vraag", 36.0),
    ("concept", 34.0),
)
_LETTERS = "ABCDEFGHIJ"


def draw_asking_list(asked: Iterable[Asked], content: Content, sender: Sender) -> bytes:
    """Return the list: one row per question, in order of the files."""
    say = content.mails.fill
    workbook = Workbook()
    mark_as_own(workbook, "navragen")
    title = say("navragen: titel")
    workbook.properties = DocumentProperties(title=title, creator=PROPERTY_NAME, language="nl-NL")
    sheet = Sheet(workbook, title, tuple(width for _, width in _COLUMNS))
    rows = [row for one in asked for row in _rows(one)]
    sheet.put("A", title, TITLE)
    sheet.next(36)
    sheet.put("A", say("navragen: uitleg") if rows else say("navragen: niets"), LEAD)
    sheet.next(26)
    _draw_table(sheet, rows, content)
    paper(sheet, Sentences(content.workbook, content, sender), landscape=True)
    return saved(workbook)


def _draw_table(sheet: Sheet, rows: list[tuple[str, ...]], content: Content) -> None:
    header = sheet.row
    for letter, (part, _) in zip(_LETTERS, _COLUMNS, strict=True):
        sheet.put(letter, content.mails[f"navragen: kolom {part}"], HEADER)
    sheet.next(26)
    for row in rows:
        for letter, text in zip(_LETTERS, row, strict=True):
            sheet.put(letter, text, CELL)
        widths = (width - 2 for _, width in _COLUMNS)
        sheet.next(row_height(tuple((t, w, 10.5) for t, w in zip(row, widths, strict=True)), 10))
    sheet.worksheet.freeze_panes = f"B{header + 1}"
    sheet.worksheet.auto_filter.ref = f"A{header}:{_LETTERS[-1]}{sheet.row - 1}"
    sheet.worksheet.print_title_rows = f"{header}:{header}"


def _rows(one: Asked) -> Iterator[tuple[str, ...]]:
    for question in one.questions:
        yield (
            one.file,
            one.organisation,
            one.department,
            one.name,
            one.address,
            question.about,
            question.cell or "",
            question.read,
            question.ask,
            one.draft,
        )
