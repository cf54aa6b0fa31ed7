"""Questionnaire -> what stands in each input cell of our own workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from openpyxl import Workbook
from openpyxl.cell.cell import Cell

from pipeline.cells import put_text
from pipeline.model import Antwoord, Content, Question, Questionnaire
from pipeline.naming import normalise
from pipeline.workbook_layout import (
    PROFILE_FIELDS,
    answer_name,
    choice_label,
    choice_name,
    good_name,
    remark_name,
)

_Value = str | int | date


def input_cell(workbook: Workbook, name: str) -> Cell:
    """Return the cell of our own workbook that has this defined name."""
    sheet, reference = next(workbook.defined_names[name].destinations)
    cell = workbook[sheet][reference]
    if not isinstance(cell, Cell):
        raise TypeError(name)
    return cell


def fill_in(
    workbook: Workbook, one: Questionnaire, content: Content, asked: Iterable[Question]
) -> None:
    """Fill in all that was understood; the cell of an open question stays empty."""
    left_open = {question.name for question in asked if question.is_open}
    for name, value in _values(one, content):
        if name in left_open:
            continue
        cell = input_cell(workbook, name)
        if isinstance(value, str):
            put_text(cell, value)
        else:
            number_format = cell.number_format  # openpyxl would give a date one of its own
            cell.value = value
            cell.number_format = number_format


def _values(one: Questionnaire, content: Content) -> Iterator[tuple[str, _Value]]:
    yield from _profile(one, content)
    for given in one.answers:
        if given.antwoord is not Antwoord.LEEG:
            yield answer_name(given.stelling), content.option(given.antwoord).label
        yield remark_name(given.stelling), given.remark
    for example in one.examples:
        yield good_name(example.thema), example.text
    for order, choice in enumerate(one.choices, 1):
        if choice.stelling is not None:
            yield choice_name(order), choice_label(content.stelling(choice.stelling))


def _profile(one: Questionnaire, content: Content) -> Iterator[tuple[str, _Value]]:
    profile = one.profile
    for field in PROFILE_FIELDS:
        text = getattr(profile, field.attribute).text
        yield field.name, _as_in_list(field.name, text, content)
    if profile.together is not None:
        modes = (mode.label for mode in content.modes if mode.together is profile.together)
        yield "wijze", next(modes, profile.mode.text)
    if profile.number_of_people is not None:
        yield "aantal", profile.number_of_people
    if profile.day is not None:
        yield "datum", profile.day


def _as_in_list(name: str, text: str, content: Content) -> str:
    """Return a choice as the list writes it, where only capitals or spaces differ."""
    choices = {"soort": [kind.label for kind in content.kinds], "rol": content.roles}.get(name, ())
    return next((label for label in choices if normalise(label) == normalise(text)), text)
