"""The hidden sheet with the lists to choose from, each with a name."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation

from pipeline.model import Content
from pipeline.sentences import Sentences
from pipeline.template.sheet import Sheet, define, protect
from pipeline.template.style import BODY
from pipeline.workbook_layout import SHEET_LISTS, choice_label

LIST_ANSWERS = "lijst_antwoorden"
LIST_STELLINGEN = "lijst_stellingen"
LIST_KINDS = "lijst_soorten"
LIST_MODES = "lijst_wijzen"
LIST_ROLES = "lijst_rollen"
LONGEST_TITLE = 32
LONGEST_MESSAGE = 225


def draw_lists(workbook: Workbook, content: Content, texts: Sentences) -> None:
    """Add the hidden sheet: one column per list."""
    lists = (
        (LIST_ANSWERS, tuple(option.label for option in content.options)),
        (LIST_STELLINGEN, tuple(map(choice_label, content.stellingen))),
        (LIST_KINDS, tuple(kind.label for kind in content.kinds)),
        (LIST_MODES, tuple(mode.label for mode in content.modes)),
        (LIST_ROLES, content.roles),
    )
    sheet = Sheet(workbook, SHEET_LISTS, (28, 44, 40, 28, 24))
    for letter, (name, values) in zip("ABCDE", lists, strict=True):
        sheet.row = 1
        for value in values:
            sheet.put(letter, value, BODY)
            sheet.row += 1
        define(workbook, name, sheet.worksheet, f"${letter}$1:${letter}${len(values)}")
    sheet.worksheet.sheet_state = "hidden"
    protect(sheet.worksheet)


def shorten(text: str, limit: int) -> str:
    """Return a text of at most so many characters, cut off after a whole word."""
    if len(text) <= limit:
        return text
    whole, _, _ = text[:limit].rpartition(" ")
    return f"{whole.rstrip(' .,;:')}…"


def choose_from(name: str, title: str, message: str) -> DataValidation:
    """Return a dropdown that takes its choices from a named list and refuses others."""
    return DataValidation(
        type="list",
        formula1=name,
        allow_blank=True,
        showErrorMessage=True,
        errorTitle=shorten(title, LONGEST_TITLE),
        error=shorten(message, LONGEST_MESSAGE),
    )
