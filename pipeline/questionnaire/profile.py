"""The fields of the sheet Gegevens, the choices, and what goes well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.dates import read_date
from pipeline.model import Choice, Content, Example, Field, Profile
from pipeline.naming import normalise
from pipeline.problems import Code, Problem, problem
from pipeline.questionnaire.finder import Finder
from pipeline.sheets import Formula, Place
from pipeline.workbook_layout import (
    CHOICE_COUNT,
    PROFILE_FIELDS,
    ProfileField,
    choice_label,
    choice_name,
    good_name,
)

_REMARK_HEADER = "kolom: opmerking"
_CHOICE_LABEL = "keuze: label"
_EXAMPLE_QUESTION = "goed: vraag"
_LEADING_NUMBER = re.compile(r"(\d+)\b")
_BESIDE = 3  # so many columns right of its label a field may stand


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a field was found; `own` is its named cell."""

    place: Place | None
    own: bool


def read_profile(found: Finder) -> Profile:
    """Read who filled in, for which part of which organisation."""

    def field(name: str) -> Field:
        place = _field_spot(found, name).place
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
        day=read_date(found.value(_field_spot(found, "datum").place)),
    )


def _field_spot(found: Finder, name: str) -> _Spot:
    """Find a field: by its name, else right of its label. Where they disagree, the label."""
    named = found.named(name)
    labels = _labels(found, name)
    if named and (_beside_own_label(named, labels) or not labels):
        return _moved(found, name) if _is_of_other(found, named, name) else _Spot(named, True)
    if named and not _is_of_other(found, named, name):
        return _Spot(named, True)
    return _Spot(_right_of(found, labels), False) if labels else _Spot(None, False)


def _moved(found: Finder, name: str) -> _Spot:
    labels = _labels(found, name)
    return _Spot(_right_of(found, labels), False) if labels else _Spot(None, False)


def _labels(found: Finder, name: str) -> list[Place]:
    return found.labelled(found.content.workbook[f"veld: {name}"])


def _beside_own_label(named: Place, labels: list[Place]) -> bool:
    return any((one.sheet, one.row) == (named.sheet, named.row) for one in labels)


def _is_of_other(found: Finder, named: Place, name: str) -> bool:
    """Tell whether a named cell stands beside the label of another field."""
    others = (field.name for field in PROFILE_FIELDS if field.name != name)
    return not _beside_own_label(named, _labels(found, name)) and any(
        _beside_own_label(named, _labels(found, other)) for other in others
    )


def _right_of(found: Finder, labels: list[Place]) -> Place:
    """Return the cell right of a label that is filled in; else the first one."""
    places = [
        Place(label.sheet, label.row, label.column + step)
        for label in labels
        for step in range(1, _BESIDE + 1)
    ]
    reasons = _reasons(found.content)
    filled = (place for place in places if normalise(found.text(place)) not in reasons)
    return next(filled, places[0])


def _reasons(content: Content) -> frozenset[str]:
    """Return what stands beside a field without being filled in: why it is asked, or nothing."""
    texts = content.workbook
    keys = [field.reason_key for field in PROFILE_FIELDS if field.reason_key in texts]
    return frozenset({"", *(normalise(texts[key]) for key in keys)})


def _together(found: Finder, written: str) -> bool | None:
    """Return whether a group filled in together; by the list, else by the words they differ in."""
    text = normalise(written)
    for mode in found.content.modes:
        if text == normalise(mode.label):
            return mode.together
    words = {"samen": True, "alleen": False}
    meant = {words[word] for word in text.split() if word in words}
    return meant.pop() if len(meant) == 1 else None


def _whole_number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 7 and int(text) > 0 else None


def read_examples(found: Finder) -> tuple[Example, ...]:
    """Read what goes well already, per thema."""
    themas = enumerate(found.content.themas)
    texts = ((t.key, found.text(_example_spot(found, n, t.key).place)) for n, t in themas)
    return tuple(Example(key, text) for key, text in texts if text)


def _example_spot(found: Finder, order: int, thema_key: str) -> _Spot:
    """Find what goes well: by its name, else beside the question.

    The question is the same for each thema; they stand in the order of the themas.
    """
    named = found.named(good_name(thema_key))
    if named:
        return _Spot(named, True)
    questions = found.labelled(found.content.workbook[_EXAMPLE_QUESTION])
    by_row = sorted(questions, key=lambda place: (place.sheet, place.row))
    beside = found.under(_REMARK_HEADER, by_row[order]) if order < len(by_row) else None
    return _Spot(beside, False)


def read_choices(found: Finder) -> tuple[Choice, ...]:
    """Read the stellingen that people want to begin with."""
    places = [_choice_spot(found, order).place for order in range(1, CHOICE_COUNT + 1)]
    written = [(place, found.text(place)) for place in places]
    return tuple(
        Choice(_chosen(text, found.content), found.source(place), text)
        for place, text in written
        if text
    )


def _choice_spot(found: Finder, order: int) -> _Spot:
    named = found.named(choice_name(order))
    if named:
        return _Spot(named, True)
    labels = found.labelled(found.content.workbook.fill(_CHOICE_LABEL, nummer=order))
    return _Spot(_right_of(found, labels) if labels else None, False)


def _chosen(written: str, content: Content) -> int | None:
    """Return the stelling that a choice means: by its short name, else by its number."""
    text = normalise(written)
    for stelling in content.stellingen:
        if text in map(normalise, (stelling.short_name, choice_label(stelling))):
            return stelling.number
    number = _LEADING_NUMBER.match(text)
    known = {stelling.number for stelling in content.stellingen}
    return int(number[1]) if number and number[1] in map(str, known) else None


def told_fields(found: Finder) -> Iterator[Problem]:
    """Yield what is to be told about where the fields were found."""
    spots = [(field, _field_spot(found, field.name)) for field in PROFILE_FIELDS]
    for field, spot in spots:
        yield from _told(found, field, spot)
    moved = [(_name(found, field), spot.place) for field, spot in spots if not spot.own]
    moved += [(f"Keuze {n}", spot.place) for n, spot in _moved_choices(found)]
    filled = [(name, place) for name, place in moved if place and found.text(place)]
    if filled:
        cells = ", ".join(f"{name} ({place.sheet}!{place.coordinate})" for name, place in filled)
        yield problem(Code.FIELDS_BY_LABEL, found.source(filled[0][1]), cells=cells)


def _moved_choices(found: Finder) -> Iterator[tuple[int, _Spot]]:
    for order in range(1, CHOICE_COUNT + 1):
        spot = _choice_spot(found, order)
        if not spot.own:
            yield order, spot


def _name(found: Finder, field: ProfileField) -> str:
    return found.content.workbook[field.label_key].rstrip("?")


def _told(found: Finder, field: ProfileField, spot: _Spot) -> Iterator[Problem]:
    place, name = spot.place, _name(found, field)
    if place and isinstance(found.sheets.value(place), Formula):
        yield problem(Code.FIELD_WITHOUT_VALUE, found.source(place), label=name)
    if place and not spot.own:
        texts = {found.text(_right_of(found, [one])) for one in _labels(found, field.name)}
        if len(texts - {""}) > 1:
            read = found.text(place)
            yield problem(Code.FIELD_TWICE, found.source(place), label=name, read=read)
