"""One workbook -> Questionnaire + problems of shape. Forgiving where the meaning is certain.

An answer is found by its defined name and by the text of its stelling. Where the two disagree
(rows were sorted or inserted) the text decides; where the text is gone the name does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from pipeline.answers import Scale, Understood
from pipeline.dates import in_words, read_date
from pipeline.model import (
    Antwoord,
    Choice,
    Content,
    Example,
    Field,
    Given,
    Origin,
    Profile,
    Questionnaire,
    Reading,
    Source,
    Stelling,
)
from pipeline.naming import normalise, visible
from pipeline.problems import Code, Problem, problem, stelling_problem
from pipeline.sheets import Formula, Place, Sheets, read_sheets
from pipeline.workbook_layout import (
    CHOICE_COUNT,
    EDITION,
    answer_name,
    choice_label,
    choice_name,
    good_name,
    remark_name,
)

_ANSWER_HEADER = "kolom: antwoord"
_REMARK_HEADER = "kolom: opmerking"
_CHOICE_LABEL = "keuze: label"
_EXAMPLE_QUESTION = "goed: vraag"
_LEADING_NUMBER = re.compile(r"(\d+)\b")
_EDITION = re.compile(r"\d+(\.\d+)*")
_SHORTEST_TEXT = 15  # a cell with fewer letters than this is not taken for a stelling


def read_questionnaire(
    origin: Origin, content: Content, attached: bytes | None = None
) -> tuple[Questionnaire | None, tuple[Problem, ...]]:
    """Read one workbook: the file at its path, or what was attached to a mail.

    No Questionnaire where the file can't be used at all.
    """
    file = origin.path if attached is None else attached
    sheets, problems = read_sheets(file, origin.label)
    if sheets is None:
        return None, problems
    found = _Finder(sheets, content)
    if not found.answer_places:
        return None, (problem(Code.FILE_NOT_A_SCAN, Source(origin.label)),)
    edition, edition_problems = _edition(found)
    if any(p.code is Code.EDITION_NEWER for p in edition_problems):
        return None, edition_problems
    questionnaire = Questionnaire(
        origin=origin,
        edition=edition,
        profile=_profile(found),
        answers=tuple(_given(found, stelling) for stelling in content.stellingen),
        examples=tuple(_examples(found)),
        choices=tuple(_choices(found)),
    )
    return questionnaire, problems + edition_problems + tuple(_shape_problems(found))


@dataclass(frozen=True, slots=True)
class _Row:
    """Where the text of a stelling stands, and where its answer is to be found."""

    text: Place
    answer: Place | None
    remark: Place | None


@dataclass(frozen=True)
class _Finder:
    """Finds cells in a workbook by name, else by what stands beside or above them."""

    sheets: Sheets
    content: Content

    @cached_property
    def scale(self) -> Scale:
        return Scale(self.content.options)

    @cached_property
    def _by_text(self) -> Mapping[str, list[Place]]:
        places: dict[str, list[Place]] = {}
        for place, text in self.sheets.cells():
            places.setdefault(normalise(text).rstrip(" *:?"), []).append(place)
        return places

    def labelled(self, label: str) -> list[Place]:
        """Return the cells that hold this label, with or without a star or colon."""
        return self._by_text.get(normalise(label).rstrip(" *:?"), [])

    def rows(self, stelling: Stelling) -> list[_Row]:
        """Return the rows in which the text of a stelling stands and an answer can stand."""
        texts = self.labelled(stelling.text) if len(stelling.text) >= _SHORTEST_TEXT else []
        rows = [
            _Row(
                text,
                self._under(_ANSWER_HEADER, text),
                self._under(_REMARK_HEADER, text),
            )
            for text in texts
        ]
        return [row for row in rows if row.answer is not None]

    def _under(self, header_key: str, text: Place) -> Place | None:
        headers = [
            header
            for header in self.labelled(self.content.workbook[header_key])
            if header.sheet == text.sheet and header.row < text.row
        ]
        column = max(headers, key=lambda place: place.row).column if headers else None
        return Place(text.sheet, text.row, column) if column else None

    @cached_property
    def answer_places(self) -> Mapping[int, Place]:
        """The cell of each answer, by the number of its stelling."""
        places = ((s.number, self._answer_place(s)) for s in self.content.stellingen)
        return {number: place for number, place in places if place is not None}

    def _answer_place(self, stelling: Stelling) -> Place | None:
        named = self.named(answer_name(stelling.number))
        rows = self.rows(stelling)
        if named and (not rows or any(named == row.answer for row in rows)):
            return named
        return rows[0].answer if rows else None

    def named(self, name: str) -> Place | None:
        """Return the cell of a defined name."""
        return self.sheets.names.get(name)

    def remark_place(self, stelling: Stelling) -> Place | None:
        """Return the cell of the remark beside the answer to a stelling."""
        answer = self.answer_places.get(stelling.number)
        named = self.named(remark_name(stelling.number))
        if answer and named != answer and _same_row(named, answer):
            return named
        beside = (row.remark for row in self.rows(stelling) if row.answer == answer)
        return next(beside, None)

    def field_place(self, name: str) -> Place | None:
        """Return the cell of a field: by its name, else right of its label."""
        named = self.named(name)
        labels = self.labelled(self.content.workbook[f"veld: {name}"])
        if named or not labels:
            return named
        return _right_of(labels[0])

    def choice_place(self, order: int) -> Place | None:
        """Return the cell of a choice to begin with: by its name, else right of its label."""
        named = self.named(choice_name(order))
        labels = self.labelled(self.content.workbook.fill(_CHOICE_LABEL, nummer=order))
        return named or (_right_of(labels[0]) if labels else None)

    def example_place(self, order: int, thema_key: str) -> Place | None:
        """Return the cell of what goes well: by its name, else beside the question.

        The question is the same for each thema; they stand in the order of the themas.
        """
        questions = self.labelled(self.content.workbook[_EXAMPLE_QUESTION])
        by_row = sorted(questions, key=lambda place: (place.sheet, place.row))
        beside = self._under(_REMARK_HEADER, by_row[order]) if order < len(by_row) else None
        return self.named(good_name(thema_key)) or beside

    def value(self, place: Place | None) -> object:
        """Return the value of a cell; None where it is empty or has no stored value."""
        value = self.sheets.value(place) if place else None
        return None if isinstance(value, Formula) else value

    def text(self, place: Place | None) -> str:
        """Return the value of a cell as text."""
        value = self.value(place)
        if isinstance(value, datetime | date):
            day = read_date(value)
            return in_words(day) if day else ""
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return "" if value is None else visible(str(value)).strip()

    def source(self, place: Place | None) -> Source:
        """Return a cell as a place to show; without a cell, the file."""
        return self.sheets.source(place) if place else Source(self.sheets.label)


def _same_row(one: Place | None, other: Place) -> bool:
    return one is not None and (one.sheet, one.row) == (other.sheet, other.row)


def _right_of(place: Place) -> Place:
    return Place(place.sheet, place.row, place.column + 1)


def _edition(found: _Finder) -> tuple[str, tuple[Problem, ...]]:
    """Return the edition of the workbook; a missing one is told from the texts."""
    place = found.named(EDITION)
    match = _EDITION.search(found.text(place))
    known = found.content.edition
    if match is None:
        complete = all(found.rows(stelling) for stelling in found.content.stellingen)
        unsure = problem(Code.EDITION_UNKNOWN, found.source(place), known=known)
        return known, () if complete else (unsure,)
    written = match[0]
    code = Code.EDITION_NEWER if _parts(written) > _parts(known) else Code.EDITION_OLDER
    other = problem(code, found.source(place), edition=written, known=known)
    return written, () if _parts(written) == _parts(known) else (other,)


def _parts(edition: str) -> tuple[int, ...]:
    return tuple(int(part) for part in edition.split(".") if part.isdecimal())


def _given(found: _Finder, stelling: Stelling) -> Given:
    place = found.answer_places.get(stelling.number)
    understood = _understood(found, place)
    return Given(
        stelling=stelling.number,
        antwoord=understood.antwoord,
        reading=understood.reading,
        written=found.text(place),
        nearest=understood.nearest,
        remark=found.text(found.remark_place(stelling)),
        source=found.source(place),
    )


def _understood(found: _Finder, place: Place | None) -> Understood:
    if place is None:
        return Understood(Antwoord.LEEG, Reading.NOT_FOUND)
    value = found.sheets.value(place)
    if isinstance(value, Formula):
        return Understood(Antwoord.LEEG, Reading.WITHOUT_VALUE)
    return found.scale.understand(value)


def _profile(found: _Finder) -> Profile:
    def field(name: str) -> Field:
        place = found.field_place(name)
        return Field(found.text(place), found.source(place))

    return Profile(
        organisation=field("organisatie"),
        department=field("onderdeel"),
        kind=field("soort"),
        municipalities=field("gemeenten"),
        mode=field("wijze"),
        people=field("aantal"),
        role=field("rol"),
        name=field("invuller"),
        email=field("email"),
        filled_in_on=field("datum"),
        together=_together(found, field("wijze").text),
        number_of_people=_whole_number(field("aantal").text),
        day=read_date(found.value(found.field_place("datum"))),
    )


def _together(found: _Finder, written: str) -> bool | None:
    """Return whether a group filled in together; by the list, else by the words they differ in."""
    text = normalise(written)
    for mode in found.content.modes:
        if text == normalise(mode.label):
            return mode.together
    words = {"samen": True, "alleen": False}
    meant = {words[word] for word in text.split() if word in words}
    return meant.pop() if len(meant) == 1 else None


def _whole_number(text: str) -> int | None:
    return int(text) if text.isdecimal() and int(text) > 0 else None


def _examples(found: _Finder) -> Iterator[Example]:
    for place, thema in enumerate(found.content.themas):
        text = found.text(found.example_place(place, thema.key))
        if text:
            yield Example(thema.key, text)


def _choices(found: _Finder) -> Iterator[Choice]:
    for order in range(1, CHOICE_COUNT + 1):
        place = found.choice_place(order)
        written = found.text(place)
        if written:
            yield Choice(_chosen(written, found.content), found.source(place), written)


def _chosen(written: str, content: Content) -> int | None:
    """Return the stelling that a choice means: by its short name, else by its number."""
    text = normalise(written)
    for stelling in content.stellingen:
        if text in map(normalise, (stelling.short_name, choice_label(stelling))):
            return stelling.number
    number = _LEADING_NUMBER.match(text)
    known = {stelling.number for stelling in content.stellingen}
    return int(number[1]) if number and int(number[1]) in known else None


def _shape_problems(found: _Finder) -> Iterator[Problem]:
    elsewhere = []
    for stelling in found.content.stellingen:
        rows = found.rows(stelling)
        place = found.answer_places.get(stelling.number)
        if place and found.named(answer_name(stelling.number)) != place:
            elsewhere.append(place)
        if place and not rows:
            yield stelling_problem(Code.STELLING_REWORDED, found.source(place), stelling.number)
        yield from _twice(found, stelling, rows)
    if elsewhere:
        yield problem(Code.READ_BY_TEXT, found.source(elsewhere[0]), count=len(elsewhere))


def _twice(found: _Finder, stelling: Stelling, rows: list[_Row]) -> Iterator[Problem]:
    answers = {_understood(found, row.answer).antwoord: row.answer for row in rows if row.answer}
    answers.pop(Antwoord.LEEG, None)
    if len(answers) > 1:
        first, *others = answers.values()
        places = ", ".join(f"{place.sheet}!{place.coordinate}" for place in others)
        yield stelling_problem(
            Code.STELLING_TWICE, found.source(first), stelling.number, other=places
        )
