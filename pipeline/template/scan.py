"""The sheet QuickScan: the stellingen with their dropdowns, by thema."""

from __future__ import annotations

from dataclasses import replace

from openpyxl import Workbook
from openpyxl.cell.cell import Cell

from pipeline.heights import row_height
from pipeline.model import Antwoord, Content, Explanation, Stelling, Thema
from pipeline.sentences import Sentences
from pipeline.template.lists import (
    LIST_ANSWERS,
    LIST_STELLINGEN,
    LONGEST_TITLE,
    choose_from,
    shorten,
)
from pipeline.template.sheet import Sheet, dress, mark_filled, paper, protect
from pipeline.template.style import (
    ACCENT,
    BAND,
    DEEP,
    FAINT,
    FIELD,
    HEADER,
    INPUT_LINE,
    LINE,
    OPTIONAL,
    SOFT,
    TITLE,
    WHITE,
    Look,
    rich_lines,
)
from pipeline.workbook_layout import (
    CHOICE_COUNT,
    SHEET_SCAN,
    Column,
    answer_name,
    choice_name,
    good_name,
    remark_name,
)

_COLUMNS = "ABCDEF"
_WIDTHS = (6, 42, 38, 48, 24, 38)
_LEAD = Look(10.5, colour=SOFT, wrap=False, vertical="center")
_COUNTER = Look(12, bold=True, colour=DEEP, wrap=False, vertical="center", indent=1)
_BAND_COUNTER = Look(
    10.5, bold=True, colour=WHITE, fill=BAND.fill, wrap=False, vertical="center", indent=1
)
_NUMBER = Look(12, bold=True, colour=ACCENT, line=LINE, vertical="center", horizontal="center")
_STELLING = Look(11, line=LINE, vertical="center", indent=1)
_TOELICHTING = Look(10, colour=SOFT, line=LINE, vertical="center", indent=1)
_MEANING = Look(10, line=LINE, vertical="center", indent=1)
_ANSWER = replace(FIELD, number_format="General")
_REMARK = replace(FIELD, size=10, fill=OPTIONAL)
_QUESTION = Look(11, bold=True, colour=DEEP, fill=FAINT, vertical="center", indent=1)
_HINT = Look(10, colour=SOFT, fill=FAINT, vertical="center", indent=1)
_CHOICE = replace(FIELD, fill=OPTIONAL)
_CHOICE_LABEL = Look(11, bold=True, fill=FAINT, vertical="center", horizontal="right", indent=1)
_THANKS = Look(11, bold=True, colour=ACCENT, vertical="center", wrap=False)
_MAIN = (Antwoord.VOLLEDIG, Antwoord.GROTENDEELS, Antwoord.DEELS, Antwoord.NIET)
_LONGEST_PROMPT = 254


def draw_scan(workbook: Workbook, content: Content, texts: Sentences) -> None:
    """Add the sheet."""
    sheet = Sheet(workbook, SHEET_SCAN, _WIDTHS, INPUT_LINE)
    shared = _shared_explanations(content)
    _draw_top(sheet, content, texts, shared)
    header = sheet.row
    _draw_header(sheet, texts)
    blocks = tuple(_draw_thema(sheet, thema, texts, shared) for thema in content.themas)
    last = sheet.row - 1
    _draw_choices(sheet, texts)
    _draw_counters(sheet, content, texts, blocks)
    sheet.worksheet.auto_filter.ref = f"A{header}:{Column.REMARK}{last}"
    _finish(sheet, texts, header)


def _shared_explanations(content: Content) -> tuple[Explanation, ...]:
    """Return what onbekend and nvt mean, where that is the same at every stelling."""
    first, *rest = content.stellingen
    return tuple(
        e
        for e in first.explanations
        if e.antwoord not in _MAIN and all(e in stelling.explanations for stelling in rest)
    )


def _draw_top(
    sheet: Sheet, content: Content, texts: Sentences, shared: tuple[Explanation, ...]
) -> None:
    sheet.put("A", texts("scan: titel"), TITLE)
    sheet.next(32)
    sheet.put("A", texts("scan: inleiding"), _LEAD)
    sheet.next(17)
    for explanation in shared:
        label = content.option(explanation.antwoord).label
        line = texts("scan: overal gelijk", label=label, betekenis="")
        sheet.put("A", rich_lines(((line, explanation.text),), _LEAD), _LEAD)
        sheet.next(17)


def _draw_header(sheet: Sheet, texts: Sentences) -> None:
    parts = ("nummer", "stelling", "toelichting", "betekenis", "antwoord", "opmerking")
    for column, part in zip(_COLUMNS, parts, strict=True):
        sheet.put(column, texts(f"kolom: {part}"), HEADER)
    sheet.next(34)


def _draw_thema(
    sheet: Sheet, thema: Thema, texts: Sentences, shared: tuple[Explanation, ...]
) -> str:
    """Draw a thema; return the range of its answers."""
    band = sheet.row
    _fill_row(sheet, BAND)
    sheet.put("A", thema.title, BAND)
    sheet.next(28)
    first = sheet.row
    for stelling in thema.stellingen:
        _draw_stelling(sheet, stelling, texts, shared)
    answers = f"{Column.ANSWER}{first}:{Column.ANSWER}{sheet.row - 1}"
    _draw_good(sheet, thema, texts)
    count = texts("scan: nog open", open="{}", aantal=len(thema.stellingen))
    cell = sheet.worksheet[f"{Column.ANSWER}{band}"]
    cell.value = _counting(count, (f"COUNTBLANK({answers})",))
    dress(cell, _BAND_COUNTER)
    return answers


def _fill_row(sheet: Sheet, look: Look) -> None:
    for column in _COLUMNS:
        sheet.put(column, "", look)


def _draw_stelling(
    sheet: Sheet, stelling: Stelling, texts: Sentences, shared: tuple[Explanation, ...]
) -> None:
    meaning = tuple(
        (f"{texts.content.option(e.antwoord).label}: ", e.text)
        for e in stelling.explanations
        if e not in shared
    )
    sheet.worksheet[f"{Column.NUMBER}{sheet.row}"].value = stelling.number
    dress(sheet.worksheet[f"{Column.NUMBER}{sheet.row}"], _NUMBER)
    sheet.put(Column.STELLING, stelling.text, _STELLING)
    sheet.put(Column.TOELICHTING, _help(stelling), _TOELICHTING)
    sheet.put(Column.MEANING, rich_lines(meaning, _MEANING), _MEANING)
    answer = sheet.put(Column.ANSWER, "", _ANSWER)
    sheet.put(Column.REMARK, "", _REMARK)
    sheet.name(answer_name(stelling.number), Column.ANSWER)
    sheet.name(remark_name(stelling.number), Column.REMARK)
    _add_dropdown(sheet, answer, stelling, texts)
    told = "\n".join(label + text for label, text in meaning)
    sheet.next(
        row_height(
            (
                _room(sheet, Column.STELLING, stelling.text, _STELLING),
                _room(sheet, Column.TOELICHTING, _help(stelling), _TOELICHTING),
                _room(sheet, Column.MEANING, told, _MEANING),
            ),
            10,
        )
    )


def _help(stelling: Stelling) -> str:
    """Return what a stelling is about, and what only helps who fills in."""
    return " ".join(part for part in (stelling.toelichting, stelling.hint) if part)


def _room(sheet: Sheet, column: str, text: str, look: Look) -> tuple[str, float, float]:
    return text, sheet.width(column) - 1.3 * look.indent, look.size


def _add_dropdown(sheet: Sheet, cell: Cell, stelling: Stelling, texts: Sentences) -> None:
    dropdown = choose_from(LIST_ANSWERS, texts("antwoord: fout titel"), texts("antwoord: fout"))
    dropdown.showInputMessage = True
    dropdown.promptTitle = shorten(texts("antwoord: titel", nummer=stelling.number), LONGEST_TITLE)
    dropdown.prompt = _prompt(stelling, texts.content)
    sheet.worksheet.add_data_validation(dropdown)
    dropdown.add(cell)


def _prompt(stelling: Stelling, content: Content) -> str:
    """Return the four main answers in short: first sentences, and more of them where it fits.

    Where even that is too long whole lines go, the most obvious first: column D has them all.
    """
    told = {e.antwoord: e.text for e in stelling.explanations if e.antwoord in _MAIN}
    short = {antwoord: _first_sentence(text) for antwoord, text in told.items()}
    for antwoord in reversed(_MAIN[1:]):
        if len(_as_lines(short, content)) > _LONGEST_PROMPT:
            short.pop(antwoord, None)
    for antwoord in short:
        longer = short | {antwoord: told[antwoord]}
        if len(_as_lines(longer, content)) <= _LONGEST_PROMPT:
            short = longer
    return shorten(_as_lines(short, content), _LONGEST_PROMPT)


def _as_lines(told: dict[Antwoord, str], content: Content) -> str:
    return "\n".join(f"{content.option(a).label}: {text}" for a, text in told.items() if text)


def _first_sentence(text: str) -> str:
    sentence, stop, _ = text.partition(". ")
    return sentence + stop.strip()


def _draw_good(sheet: Sheet, thema: Thema, texts: Sentences) -> None:
    _fill_row(sheet, _HINT)
    question, hint = (texts(f"goed: {part}", thema=thema.title) for part in ("vraag", "uitleg"))
    sheet.put(Column.STELLING, question, _QUESTION)
    sheet.put(Column.TOELICHTING, hint, _HINT)
    cell = sheet.put(Column.REMARK, "", _REMARK)
    sheet.name(good_name(thema.key), Column.REMARK)
    mark_filled(sheet.worksheet, [cell.coordinate])
    sheet.next(54)


def _draw_choices(sheet: Sheet, texts: Sentences) -> None:
    _fill_row(sheet, BAND)
    sheet.put("A", texts("keuze: titel"), BAND)
    sheet.next(28)
    refused = (texts("antwoord: fout titel"), texts("keuze: fout"))
    dropdown = choose_from(LIST_STELLINGEN, *refused)
    sheet.worksheet.add_data_validation(dropdown)
    for order in range(1, CHOICE_COUNT + 1):
        _fill_row(sheet, _HINT)
        if order == 1:
            sheet.put(Column.STELLING, texts("keuze: vraag"), _QUESTION)
            sheet.put(Column.TOELICHTING, texts("keuze: uitleg"), _HINT)
        sheet.put(Column.ANSWER, texts("keuze: label", nummer=order), _CHOICE_LABEL)
        cell = sheet.put(Column.REMARK, "", _CHOICE)
        sheet.name(choice_name(order), Column.REMARK)
        dropdown.add(cell)
        mark_filled(sheet.worksheet, [cell.coordinate])
        sheet.next(34)
    sheet.put(Column.STELLING, texts("keuze: dank"), _THANKS)
    sheet.next(40)


def _draw_counters(
    sheet: Sheet, content: Content, texts: Sentences, blocks: tuple[str, ...]
) -> None:
    sheet.row = 1
    unknown = _quoted(content.option(Antwoord.ONBEKEND).label)
    still_open = tuple(f"COUNTBLANK({block})" for block in blocks)
    not_known = tuple(f"COUNTIF({block},{unknown})" for block in blocks)
    total = len(content.stellingen)
    for column, text, counts in (
        (Column.ANSWER, texts("scan: nog open", open="{}", aantal=total), still_open),
        (Column.REMARK, texts("scan: onbekend", teller="{}"), not_known),
    ):
        sheet.formula(column, _counting(text, counts), _COUNTER)


def _counting(text: str, counts: tuple[str, ...]) -> str:
    """Return a formula for a text with a sum of counts in the place of `{}`."""
    before, _, after = text.partition("{}")
    return f"={_quoted(before)}&{'+'.join(counts)}&{_quoted(after)}"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _finish(sheet: Sheet, texts: Sentences, header: int) -> None:
    worksheet = sheet.worksheet
    answers = [f"{Column.ANSWER}{row}" for row in range(header + 1, worksheet.max_row + 1)]
    worksheet.freeze_panes = f"A{header + 1}"
    for selection in worksheet.sheet_view.selection:
        selection.activeCell = selection.sqref = f"{Column.ANSWER}{header + 2}"
    worksheet.print_title_rows = f"{header}:{header}"
    mark_filled(worksheet, [cell for cell in answers if not worksheet[cell].protection.locked])
    paper(sheet, texts, landscape=True)
    protect(worksheet)
