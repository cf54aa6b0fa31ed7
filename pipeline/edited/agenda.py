"""The verbeteragenda: its rows as they were filled in, and filling in what was ticked."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import count

from pipeline.edited.draft import Draft
from pipeline.edited.xml import (
    Element,
    all_of,
    read_fragment,
    remove,
    text_of,
    value,
    w,
    without_spaces_around,
)
from pipeline.model import Control, ControlKind
from pipeline.word.controls import control_xml
from pipeline.word.pen import FIRST_CONTROL
from pipeline.word.styles import PLACEHOLDER
from pipeline.word.text import bookmark_name, run_text

_COLUMNS = ("stelling", "actie", "wie", "klaar", "stand")
_ASKED = ("stelling", "actie", "wie", "klaar")


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A row of the agenda, by its place from 1; what was not filled in is empty."""

    element: Element
    place: int
    cells: dict[str, Element]
    stelling: str
    actie: str
    wie: str
    klaar: str
    stand: str

    @property
    def is_blank(self) -> bool:
        """Whether nothing at all was filled in."""
        return not (self.stelling or self.actie or self.wie or self.klaar)


def agenda_tables(draft: Draft) -> list[Element]:
    """Return the tables of the agenda, known by their heads."""
    return [table for table in all_of(draft.body, "tbl") if _places(draft, table)]


def _places(draft: Draft, table: Element) -> dict[str, int]:
    """Return at which place each column stands; empty for another table."""
    rows = _rows(table)
    heads = [_cell_text(cell) for cell in _cells(rows[0])] if rows else []
    places = {
        column: heads.index(draft.say(f"agenda: kolom {column}"))
        for column in _COLUMNS
        if draft.say(f"agenda: kolom {column}") in heads
    }
    return places if {"actie", "wie", "klaar"} <= places.keys() else {}


def agenda_rows(draft: Draft) -> list[AgendaRow]:
    """Return the rows of all agenda tables."""
    return [row for table in agenda_tables(draft) for row in _read(draft, table)]


def _read(draft: Draft, table: Element) -> Iterator[AgendaRow]:
    places = _places(draft, table)
    for place, row in enumerate(_rows(table)[1:], 1):
        all_cells = _cells(row)
        cells = {c: all_cells[at] for c, at in places.items() if at < len(all_cells)}
        filled = {c: _filled_in(draft, c, cells[c]) if c in cells else "" for c in _ASKED}
        state = _cell_text(cells["stand"]) if "stand" in cells else ""
        state = "" if draft.is_question_of_word(state) else state
        yield AgendaRow(row, place, cells, **filled, stand=state)


def _filled_in(draft: Draft, column: str, cell: Element) -> str:
    """Return what a cell holds beside the question of this tool or of Word."""
    text = _cell_text(cell).replace(draft.say(f"agenda: vraag {column}"), "").strip()
    return "" if draft.is_question_of_word(text) else text


def _cell_text(cell: Element) -> str:
    return without_spaces_around(" ".join(map(text_of, all_of(cell, "p"))))


def _rows(table: Element) -> list[Element]:
    return [one for one in all_of(table, "tr") if next(one.iterancestors(w("tbl"))) is table]


def _cells(row: Element) -> list[Element]:
    return [one for one in all_of(row, "tc") if next(one.iterancestors(w("tr"))) is row]


# Filling in


def fill_in(draft: Draft, number: int | None, heading: str, action: str) -> None:
    """Put an action in the row of its stelling where that has none yet, else in a row after it."""
    rows = [
        row for row in agenda_rows(draft) if number and draft.stelling_in(row.stelling) == number
    ]
    if any(row.actie == action for row in rows):
        return
    free = next((row for row in rows if not row.actie and "actie" in row.cells), None)
    if free is not None:
        _set(draft, free, "actie", action)
        return
    after = rows[-1] if rows else next(iter(reversed(agenda_rows(draft))), None)
    if after is not None:
        _add_after(draft, after, heading, action)


def _add_after(draft: Draft, after: AgendaRow, heading: str, action: str) -> None:
    row = deepcopy(after.element)
    for attribute in list(row.attrib):
        del row.attrib[attribute]
    after.element.addnext(row)
    added = next(one for one in agenda_rows(draft) if one.element is row)
    states = draft.say("agenda: standen").split(";")
    values = {"stelling": heading, "actie": action, "stand": states[0].strip()}
    for column in added.cells:
        _set(draft, added, column, values.get(column, ""))


def _set(draft: Draft, row: AgendaRow, column: str, text: str) -> None:
    """Make a cell hold one place to fill in, with a text or else with its question."""
    cell = row.cells[column]
    paragraphs = all_of(cell, "p")
    properties = paragraphs[0].find(w("pPr"))
    for one in [one for one in cell if one.tag != w("tcPr")]:
        remove(one)
    paragraph = read_fragment("<w:p/>")[0]
    if properties is not None:
        paragraph.append(properties)
    paragraph.extend(read_fragment(_inside(draft, row, column, text)))
    cell.append(paragraph)


def _inside(draft: Draft, row: AgendaRow, column: str, text: str) -> str:
    if column == "stelling" and text:
        return f"<w:r>{run_text(text)}</w:r>"
    number = _free_number(draft)
    kinds = {"klaar": ControlKind.DATE, "stand": ControlKind.CHOICE}
    states = tuple(part.strip() for part in draft.say("agenda: standen").split(";"))
    control = Control(
        "",
        kinds.get(column, ControlKind.TEXT),
        draft.say(f"agenda: kolom {column}"),
        states[0] if column == "stand" else draft.say(f"agenda: vraag {column}"),
        text,
        states if column == "stand" else (),
    )
    style = draft.style_id(PLACEHOLDER) or "PlaceholderText"
    tag = bookmark_name(f"agenda.rij-{row.place}.{column}")
    return control_xml(control, tag, number, style)


def _free_number(draft: Draft) -> int:
    """Return a number that no control has yet."""
    taken = {value(one.find(w("id"))) for one in all_of(draft.body, "sdtPr")}
    return next(number for number in count(FIRST_CONTROL) if str(number) not in taken)


def remove_blank_rows(draft: Draft) -> None:
    """Take away the rows in which nothing was filled in; the last one of a table stays."""
    for table in agenda_tables(draft):
        rows = list(_read(draft, table))
        blank = [row for row in rows if row.is_blank]
        keep = blank[:1] if len(blank) == len(rows) else []
        for row in blank:
            if row not in keep:
                remove(row.element)


def renew_questions(draft: Draft) -> None:
    """Make each place that is still empty ask again, and each that is filled in show its text.

    LibreOffice forgets which of the two it is.
    """
    for row in agenda_rows(draft):
        for column in (one for one in _ASKED if one in row.cells):
            if getattr(row, column):
                _show_as_text(draft, row.cells[column])
            else:
                _set(draft, row, column, "")


def _show_as_text(draft: Draft, cell: Element) -> None:
    for one in all_of(cell, "showingPlcHdr"):
        remove(one)
    for style in all_of(cell, "rStyle"):
        if value(style) == draft.style_id(PLACEHOLDER):
            remove(style)
