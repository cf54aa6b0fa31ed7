"""The answer to each stelling, where it was found, and what is to be told about that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from pipeline.answers import Understood
from pipeline.model import Antwoord, Given, Reading, Stelling
from pipeline.naming import normalise
from pipeline.problems import Code, Problem, problem, stelling_problem
from pipeline.questionnaire.finder import Finder, Row
from pipeline.sheets import Place
from pipeline.workbook_layout import remark_name

_BESIDE = 3  # so many columns right of its own cell an answer may have slipped


class Where(Enum):
    """Where an answer was found."""

    OWN = auto()  # in its named cell
    BY_TEXT = auto()  # in the row of the text of the stelling
    COPY = auto()  # in another row with that text: the own cell is empty
    BESIDE = auto()  # in the same row, one or more columns away
    MERGED = auto()  # in a cell that is merged with its own


@dataclass(frozen=True, slots=True)
class Reply:
    """What was found of one stelling: its own cell, and the place where its answer stands.

    `copies` are its other cells that say something else.
    """

    given: Given
    own: Place | None
    place: Place | None
    where: Where
    exact: bool
    copies: tuple[Place, ...] = ()


def read_replies(found: Finder) -> tuple[Reply, ...]:
    """Find and read the answers to all stellingen."""
    return tuple(_reply(found, stelling) for stelling in found.content.stellingen)


def _reply(found: Finder, stelling: Stelling) -> Reply:
    rows = found.rows(stelling)
    named = found.named_answer(stelling.number)
    places = [row.answer for row in rows] + ([named] if named else [])
    own, where = _own_place(named, rows)
    place, where = _filled_place(found, own, where, rows, places)
    copies = _copies(found, place, places)
    understood = found.understood(place)
    if copies:
        understood = Understood(Antwoord.LEEG, Reading.TWICE)
    given = Given(
        stelling=stelling.number,
        antwoord=understood.antwoord,
        reading=understood.reading,
        written=found.text(place),
        nearest=understood.nearest,
        remark=_remark(found, stelling, own, place, rows),
        source=found.source(place),
    )
    exact = own is None or any(row.exact for row in rows)
    return Reply(given, own, place, where, exact, copies)


def _own_place(named: Place | None, rows: list[Row]) -> tuple[Place | None, Where]:
    if named and (not rows or any(named == row.answer for row in rows)):
        return named, Where.OWN
    return (rows[0].answer if rows else None), Where.BY_TEXT


def _filled_place(
    found: Finder, own: Place | None, where: Where, rows: list[Row], places: list[Place]
) -> tuple[Place | None, Where]:
    """Return where the answer stands: the own cell, else one that can only be meant."""
    if own is None or not _is_empty(found, own):
        merged = own is not None and found.sheets.shown(own) != own
        return own, Where.MERGED if merged else where
    filled = [place for place in places if not _is_empty(found, place)]
    if filled:
        return filled[0], Where.COPY
    beside = [place for row in rows for place in _beside(found, row)]
    said = {found.understood(place).antwoord for place in beside}
    return (beside[0], Where.BESIDE) if len(said) == 1 else (own, where)


def _is_empty(found: Finder, place: Place) -> bool:
    one = found.understood(place)
    return one.reading is Reading.AS_IS and one.antwoord is Antwoord.LEEG


def _beside(found: Finder, row: Row) -> Iterator[Place]:
    """Yield the cells in a row that hold nothing but an answer, in so many words.

    A number beside it may be anything, and a question mark is a question, unless a whole column
    of answers slipped.
    """
    for column in range(row.text.column + 1, row.answer.column + _BESIDE + 1):
        place = Place(row.text.sheet, row.text.row, column)
        in_words = any(char.isalpha() for char in found.text(place))
        certain = in_words or found.slipped_column(place.sheet) == column
        if column != row.answer.column and certain and found.is_answer(place):
            yield place


def _copies(found: Finder, place: Place | None, places: list[Place]) -> tuple[Place, ...]:
    """Return the other cells of a stelling that say something else."""
    if place is None:
        return ()
    said = _said(found, place)
    others = (other for other in dict.fromkeys(places) if other != place)
    return tuple(
        other for other in others if not _is_empty(found, other) and _said(found, other) != said
    )


def _said(found: Finder, place: Place) -> str:
    """Return what a cell says: the answer, else the words."""
    one = found.understood(place)
    return normalise(found.text(place)) if one.antwoord is Antwoord.LEEG else one.antwoord.value


def _remark(
    found: Finder, stelling: Stelling, own: Place | None, place: Place | None, rows: list[Row]
) -> str:
    """Return the remark in the row of the answer; not the answer itself where it slipped."""
    if place is None:
        return ""
    named = found.named(remark_name(stelling.number))
    if named is None or own is None or (named.sheet, named.row) != (place.sheet, place.row):
        rows_here = (row for row in rows if (row.text.sheet, row.text.row) == _line(place))
        named = next((row.remark for row in rows_here), None)
    return "" if named == place else found.text(named)


def _line(place: Place) -> tuple[str, int]:
    return place.sheet, place.row


def told_replies(found: Finder, replies: tuple[Reply, ...]) -> Iterator[Problem]:
    """Yield what is to be told about where the answers were found."""
    for reply in replies:
        yield from _told(found, reply)
    moved = [one for one in replies if one.place and one.where is Where.BY_TEXT]
    if moved:
        cells = ", ".join(f"{one.given.stelling} ({_cell(found, one.place)})" for one in moved)
        yield problem(Code.READ_BY_TEXT, moved[0].given.source, cells=cells)


def _told(found: Finder, reply: Reply) -> Iterator[Problem]:
    given, source = reply.given, reply.given.source
    if not reply.exact and reply.place:
        yield stelling_problem(Code.STELLING_REWORDED, source, given.stelling)
    if reply.copies:
        places = ", ".join(_cell(found, place) for place in reply.copies)
        yield stelling_problem(Code.STELLING_TWICE, source, given.stelling, other=places)
    elif reply.where in _CODE_OF_PLACE and given.antwoord is not Antwoord.LEEG:
        read = found.content.option(given.antwoord).label
        code = _CODE_OF_PLACE[reply.where]
        yield stelling_problem(code, source, given.stelling, read=read, own=_cell(found, reply.own))


_CODE_OF_PLACE = {
    Where.COPY: Code.ANSWER_ELSEWHERE,
    Where.BESIDE: Code.ANSWER_ELSEWHERE,
    Where.MERGED: Code.ANSWER_MERGED,
}


def _cell(found: Finder, place: Place | None) -> str:
    if place is None:
        return ""
    hidden = ", verborgen blad" if place.sheet in found.sheets.hidden else ""
    return f"{place.sheet}!{place.coordinate}{hidden}"
