"""Never wrong and silent: a scan that is shuffled, stretched, renamed and corrupted at random.

An answer is read as it was given, or it is not read and that stelling is told. The workbook is
written anew from its values, with its names where a program left them: moved along with their
cells, where they were, or gone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName

from pipeline.check import check
from pipeline.content import load_content
from pipeline.model import Antwoord, Content, Origin
from pipeline.questionnaire import read_questionnaire
from tests.sheets import BLANK, ROOT, answer_cell
from tests.test_questionnaire import NOW

Line = list[object]
ROWS = {number: int(answer_cell(number).rpartition("!")[2][1:]) for number in range(1, 25)}
ANSWER = 4  # the column of the answers, from 0
JUNK = ("tja", "niet volledig", "5", "ja en nee", "grotendeels wel en niet", "-", 2.5, True)


@dataclass
class Sheet:
    """The values of the sheet QuickScan; of a name the row (from 0), and which answer is true."""

    lines: list[Line]
    names: dict[int, tuple[int, int]]
    truth: dict[int, object]
    title: str = "QuickScan"
    gone: set[int] = field(default_factory=set)


@cache
def content() -> Content:
    return load_content(ROOT / "content")


@cache
def blank() -> tuple[tuple[object, ...], ...]:
    sheet = load_workbook(BLANK)["QuickScan"]
    return tuple(tuple(row) for row in sheet.iter_rows(values_only=True))


def fresh(given_answers: Sequence[str]) -> Sheet:
    lines = [list(line) for line in blank()]
    for number, text in enumerate(given_answers, 1):
        lines[ROWS[number] - 1][ANSWER] = text
    names = {number: (row - 1, ANSWER) for number, row in ROWS.items()}
    return Sheet(lines, names, dict(enumerate(given_answers, 1)))


# What happens to it. `follow` tells whether names go along with their cells.


def shuffle(sheet: Sheet, order: Sequence[int], follow: bool) -> None:
    """Let the rows of the stellingen change places."""
    held = [line for line in sheet.lines if is_stelling(line)]
    places = [at for at, line in enumerate(sheet.lines) if is_stelling(line)]
    moved = sorted(zip(order, held, places, strict=False), key=lambda one: one[0])
    new_place = {}
    for (_, line, came_from), place in zip(moved, places, strict=True):
        sheet.lines[place] = line
        new_place[came_from] = place
    if follow:
        sheet.names = {n: (new_place.get(row, row), col) for n, (row, col) in sheet.names.items()}


def insert_rows(sheet: Sheet, at: int, count: int, follow: bool) -> None:
    sheet.lines[at:at] = [[None] * 12 for _ in range(count)]
    if follow:
        sheet.names = {n: (row + count * (row >= at), col) for n, (row, col) in sheet.names.items()}


def insert_column(sheet: Sheet, at: int, follow: bool) -> None:
    for line in sheet.lines:
        line.insert(at, None)
    if follow:
        sheet.names = {n: (row, col + (col >= at)) for n, (row, col) in sheet.names.items()}


def delete_row(sheet: Sheet, number: int, follow: bool) -> None:
    at = next((at for at, line in enumerate(sheet.lines) if number_of(line) == number), None)
    if at is None:
        return
    del sheet.lines[at]
    sheet.gone.add(number)
    if follow:
        sheet.names = {
            n: (row - (row > at), col) for n, (row, col) in sheet.names.items() if row != at
        }


def is_stelling(line: Line) -> bool:
    return number_of(line) is not None


def number_of(line: Line) -> int | None:
    """Return the stelling of a line, by its text, wherever columns were inserted."""
    texts = {stelling.text: stelling.number for stelling in content().stellingen}
    return next((texts[cell] for cell in line if isinstance(cell, str) and cell in texts), None)


def corrupt(sheet: Sheet, number: int, junk: object) -> None:
    """Type something that is no answer over one."""
    for line in sheet.lines:
        if number_of(line) == number:
            at = next((n for n, cell in enumerate(line) if cell == sheet.truth[number]), None)
            if at is not None:
                line[at] = junk
                sheet.truth[number] = junk


def save(sheet: Sheet, path: Path, with_names: bool) -> None:
    workbook = Workbook()
    worksheet = workbook.worksheets[0]
    worksheet.title = sheet.title
    for line in sheet.lines:
        worksheet.append([None if isinstance(c, str) and c.startswith("=") else c for c in line])
    for number, (row, column) in sheet.names.items() if with_names else ():
        target = f"'{sheet.title}'!${get_column_letter(column + 1)}${row + 1}"
        name = f"antwoord_{number:02d}"
        workbook.defined_names[name] = DefinedName(name, attr_text=target)
    workbook.save(path)


@st.composite
def messes(draw: st.DrawFn) -> tuple[Sheet, bool]:
    labels = [option.label for option in content().options]
    sheet = fresh(draw(st.lists(st.sampled_from(labels), min_size=24, max_size=24)))
    follow, with_names = draw(st.booleans()), draw(st.booleans())
    for number in draw(st.lists(st.integers(1, 24), max_size=3, unique=True)):
        corrupt(sheet, number, draw(st.sampled_from(JUNK)))
    if draw(st.booleans()):
        order = draw(st.permutations(range(24)))
        shuffle(sheet, order, follow)
    for at in draw(st.lists(st.integers(1, 40), max_size=3)):
        insert_rows(sheet, at, draw(st.integers(1, 3)), follow)
    for number in draw(st.lists(st.integers(1, 24), max_size=2, unique=True)):
        delete_row(sheet, number, follow)
    for at in draw(st.lists(st.integers(0, 7), max_size=2)):
        insert_column(sheet, at, follow)
    sheet.title = draw(st.sampled_from(("QuickScan", "Blad 1", "Team 'Noord'", "x" * 31)))
    return sheet, with_names


@settings(max_examples=120)
@given(messes())
def test_an_answer_is_read_as_it_was_given_or_told(
    tmp_path_factory: object, mess: tuple[Sheet, bool]
) -> None:
    sheet, with_names = mess
    path = Path(str(tmp_path_factory.mktemp("mess"))) / "scan.xlsx"  # type: ignore[attr-defined]
    if "'" in sheet.title:
        sheet.title = sheet.title.replace("'", "")
    save(sheet, path, with_names)
    one, shape = read_questionnaire(Origin("scan.xlsx", path, NOW), content())
    if one is None:
        assert shape, "refused without a reason"
        return
    told = {problem.stelling for problem in (*shape, *check(one, content()))}
    labels = {option.label: option.antwoord for option in content().options}
    for reply in one.answers:
        number = reply.stelling
        true = None if number in sheet.gone else labels.get(str(sheet.truth[number]))
        if reply.antwoord is not Antwoord.LEEG:
            assert reply.antwoord is true, f"stelling {number} is read wrong"
        if reply.antwoord is not true:
            assert number in told, f"stelling {number} is silent"
