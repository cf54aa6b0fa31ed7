"""Finds cells in a workbook: by name, and by what stands beside or above them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from pipeline.answers import Scale, Understood
from pipeline.dates import in_words, read_date
from pipeline.model import Antwoord, Content, Reading, Source, Stelling
from pipeline.naming import normalise, visible
from pipeline.questionnaire.wording import SHORTEST_TEXT, alike
from pipeline.sheets import Formula, Place, Sheets
from pipeline.workbook_layout import answer_name

_ANSWER_HEADER = "kolom: antwoord"
_REMARK_HEADER = "kolom: opmerking"
_REACH = 8  # so many columns right of a stelling its answer may stand
_END_OF_LABEL = " *:?"


@dataclass(frozen=True, slots=True)
class Row:
    """Where the text of a stelling stands, and where its answer is to be found.

    `exact` is false where the text only looks like that of the stelling.
    """

    text: Place
    answer: Place
    remark: Place | None
    exact: bool


@dataclass(frozen=True)
class Finder:
    """Finds cells in a workbook by name, else by what stands beside or above them."""

    sheets: Sheets
    content: Content

    @cached_property
    def scale(self) -> Scale:
        """The answers that can be given."""
        return Scale(self.content.options)

    @cached_property
    def _by_text(self) -> Mapping[str, list[Place]]:
        places: dict[str, list[Place]] = {}
        for place, text in self.sheets.cells():
            places.setdefault(_as_label(text), []).append(place)
        return places

    def labelled(self, label: str) -> list[Place]:
        """Return the cells that hold this label, with or without a star or colon."""
        return self._by_text.get(_as_label(label), [])

    # stellingen

    @cached_property
    def _exact_texts(self) -> Mapping[int, tuple[Place, ...]]:
        long = [s for s in self.content.stellingen if len(s.text) >= SHORTEST_TEXT]
        return {s.number: tuple(self.labelled(s.text)) for s in long}

    @cached_property
    def has_texts(self) -> bool:
        """Tell whether any stelling is there in its own words."""
        return any(self._exact_texts.values())

    @cached_property
    def has_all_texts(self) -> bool:
        """Tell whether every stelling is there in its own words."""
        return all(self._rows_of(s.number) for s in self.content.stellingen)

    @cached_property
    def _similar_texts(self) -> Mapping[int, tuple[Place, ...]]:
        """The cells that look like a stelling that is not there in its own words."""
        missing = [s for s in self.content.stellingen if not self._exact_texts.get(s.number)]
        if not missing:
            return {}
        exact = {place for places in self._exact_texts.values() for place in places}
        texts = [(place, text) for place, text in self.sheets.cells() if place not in exact]
        return alike(missing, texts, self._number_beside)

    def _number_beside(self, place: Place) -> int | None:
        """Return the number that stands left of a text, the nearest first."""
        for column in range(place.column - 1, 0, -1):
            written = self.text(Place(place.sheet, place.row, column)).rstrip(".) ")
            if written:
                return int(written) if written.isdecimal() and len(written) < 4 else None
        return None

    def rows(self, stelling: Stelling) -> list[Row]:
        """Return the rows of a stelling in which an answer can stand, those in sight first."""
        rows = self._rows_of(stelling.number)
        return sorted(rows, key=lambda row: row.text.sheet in self.sheets.hidden)

    def _rows_of(self, number: int) -> list[Row]:
        exact = self._exact_texts.get(number, ())
        texts = exact or self._similar_texts.get(number, ())
        columns = [(text, self._answer_column(text)) for text in texts]
        return [
            Row(
                text,
                Place(text.sheet, text.row, column),
                self.under(_REMARK_HEADER, text),
                bool(exact),
            )
            for text, column in columns
            if column is not None
        ]

    def _answer_column(self, text: Place) -> int | None:
        headed = self.under(_ANSWER_HEADER, text)
        return headed.column if headed else self._columns.get(text.sheet)

    def under(self, header_key: str, text: Place) -> Place | None:
        """Return the cell in the row of a text, under the nearest header above it."""
        headers = [
            header
            for header in self.labelled(self.content.workbook[header_key])
            if header.sheet == text.sheet and header.row < text.row
        ]
        column = max(headers, key=lambda place: place.row).column if headers else None
        return Place(text.sheet, text.row, column) if column else None

    @cached_property
    def _columns(self) -> Mapping[str, int]:
        """By sheet, the column in which the answers stand where no header says so."""
        texts = [place for places in self._exact_texts.values() for place in places]
        by_name = {
            sheet: self._most(
                place.column
                for place in self._answer_names.values()
                if place.sheet == sheet and self.row_holds_text(place)
            )
            for sheet in self.sheets.grids
        }
        by_answers = {
            sheet: self._filled_column([text for text in texts if text.sheet == sheet])
            for sheet in self.sheets.grids
        }
        columns = {sheet: by_name[sheet] or by_answers[sheet] for sheet in self.sheets.grids}
        return {sheet: column for sheet, column in columns.items() if column}

    @staticmethod
    def _most(columns: Iterable[int]) -> int | None:
        counted = Counter(columns).most_common(1)
        return counted[0][0] if counted else None

    def _filled_column(self, texts: list[Place]) -> int | None:
        """Return the one column right of these texts in which most hold an answer."""
        counted = Counter(
            text.column + step
            for text in texts
            for step in range(1, _REACH)
            if self.is_answer(Place(text.sheet, text.row, text.column + step))
        ).most_common(2)
        if not counted or counted[0][1] * 2 < len(texts) or counted[0][1] < 3:
            return None
        tied = len(counted) > 1 and counted[1][1] == counted[0][1]
        return None if tied else counted[0][0]

    def slipped_column(self, sheet: str) -> int | None:
        """Return the column that holds the answers of a sheet where their own holds none."""
        return self._slipped.get(sheet)

    @cached_property
    def _slipped(self) -> Mapping[str, int]:
        texts = [place for places in self._exact_texts.values() for place in places]
        slipped = {}
        for sheet in self.sheets.grids:
            here = [text for text in texts if text.sheet == sheet]
            own = [self.under(_ANSWER_HEADER, text) for text in here]
            column = self._filled_column(here)
            if column and not any(self.text(place) for place in own):
                slipped[sheet] = column
        return slipped

    def row_holds_text(self, place: Place) -> bool:
        """Tell whether the text of some stelling stands in the row of a cell."""
        return (place.sheet, place.row) in self._rows_with_text

    @cached_property
    def _rows_with_text(self) -> Mapping[tuple[str, int], int]:
        """By sheet and row, the stelling of which the text stands there."""
        both = (self._similar_texts, self._exact_texts)
        return {
            (place.sheet, place.row): number
            for texts in both
            for number, places in texts.items()
            for place in places
        }

    @cached_property
    def _answer_names(self) -> Mapping[int, Place]:
        """The named cells of the answers; a cell with the names of two means neither."""
        numbers = [stelling.number for stelling in self.content.stellingen]
        named = {number: self.named(answer_name(number)) for number in numbers}
        times = Counter(place for place in named.values() if place)
        return {number: place for number, place in named.items() if place and times[place] == 1}

    def named_answer(self, number: int) -> Place | None:
        """Return the named cell of an answer, unless it stands in the row of another stelling."""
        place = self._answer_names.get(number)
        if place is None:
            return None
        holds = self._rows_with_text.get((place.sheet, place.row), number)
        return place if holds == number else None

    # cells

    def named(self, name: str) -> Place | None:
        """Return the cell of a defined name."""
        return self.sheets.names.get(name)

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

    def understood(self, place: Place | None) -> Understood:
        """Return the answer that stands in a cell."""
        if place is None:
            return Understood(Antwoord.LEEG, Reading.NOT_FOUND)
        value = self.sheets.value(place)
        if isinstance(value, Formula):
            return Understood(Antwoord.LEEG, Reading.WITHOUT_VALUE)
        return self.scale.understand(value)

    def is_answer(self, place: Place) -> bool:
        """Tell whether a cell holds an answer, in so many words or as a number."""
        one = self.understood(place)
        return one.reading is Reading.AS_IS and one.antwoord is not Antwoord.LEEG

    def source(self, place: Place | None) -> Source:
        """Return a cell as a place to show; without a cell, the file."""
        return self.sheets.source(place) if place else Source(self.sheets.label)


def _as_label(text: str) -> str:
    return normalise(text).rstrip(_END_OF_LABEL)
