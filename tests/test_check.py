"""What is told about a workbook, where, and what to do.

1. A field that the workbook marks with * and that is missing is a warning.
2. A field that is filled in and not understood is a warning.
3. An empty answer is a warning; one read as something is a warning; one not read an error.
4. All answers empty is one error.
5. Niet van toepassing is asked about where it hardly fits; at 16 only for a gemeente.
6. A choice that is no stelling is a warning.
7. All problems are told in one run, in reading order.
8. Every message is Dutch, complete, and says what to do.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.check import check
from pipeline.model import Content, Origin
from pipeline.problems import Code, Problem, Severity
from pipeline.questionnaire import read_questionnaire
from tests.sheets import answer_cell, complete, make

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def problems(tmp_path: Path, content: Content, table: str, **values: object) -> list[Problem]:
    path = make(tmp_path / "scan.xlsx", table, **values)
    questionnaire, shape = read_questionnaire(Origin(path.name, path, NOW), content)
    assert questionnaire is not None
    return [*shape, *check(questionnaire, content)]


def told(
    tmp_path: Path, content: Content, table: str, **values: object
) -> list[tuple[str, str, str | None]]:
    found = problems(tmp_path, content, table, **values)
    return [(p.severity.value, p.code.key, p.source.place) for p in found]


def test_a_complete_scan_has_no_problems(tmp_path: Path, content: Content) -> None:
    assert told(tmp_path, content, complete()) == []


def test_1_a_missing_organisation_is_a_warning(tmp_path: Path, content: Content) -> None:
    found = told(tmp_path, content, complete(organisatie=""))
    assert found == [("warning", "organisation-missing", "Gegevens!B4")]


@pytest.mark.parametrize(
    ("field", "cell"),
    [
        ("onderdeel", "Gegevens!B5"),
        ("soort", "Gegevens!B6"),
        ("wijze", "Gegevens!B8"),
        ("rol", "Gegevens!B10"),
        ("datum", "Gegevens!B13"),
    ],
)
def test_1_a_missing_field_with_a_star_is_a_warning(
    tmp_path: Path, content: Content, field: str, cell: str
) -> None:
    found = told(tmp_path, content, complete(**{field: ""}))
    assert found == [("warning", "field-missing", cell)]


def test_1_a_field_with_only_spaces_is_missing(tmp_path: Path, content: Content) -> None:
    found = told(tmp_path, content, complete(), rol=" \u00a0 ")
    assert found == [("warning", "field-missing", "Gegevens!B10")]


@pytest.mark.parametrize(
    ("field", "typed", "expected"),
    [
        ("wijze", "per post", ("warning", "mode-not-understood", "Gegevens!B8")),
        ("aantal", "een stuk of zes", ("warning", "people-not-understood", "Gegevens!B9")),
        ("datum", "vorige week", ("warning", "date-not-understood", "Gegevens!B13")),
        ("datum", "31-02-2026", ("warning", "date-not-understood", "Gegevens!B13")),
    ],
)
def test_2_a_field_that_is_not_understood_is_a_warning(
    tmp_path: Path, content: Content, field: str, typed: str, expected: tuple[str, str, str]
) -> None:
    assert told(tmp_path, content, complete(**{field: typed})) == [expected]


@pytest.mark.parametrize(
    ("typed", "severity", "code"),
    [
        (None, "warning", "answer-empty"),
        ("  ", "warning", "answer-empty"),
        ("grotendels", "warning", "answer-read-as"),
        ("niet volledig", "error", "answer-not-understood"),
        ("nit", "error", "answer-not-understood"),
        (5, "error", "answer-not-understood"),
        (2.5, "error", "answer-not-understood"),
        (True, "error", "answer-not-understood"),
        (datetime(2026, 3, 2), "error", "answer-not-understood"),
        ("=Lijsten!A4", "error", "answer-without-value"),
    ],
)
def test_3_an_answer_that_needs_a_look(
    tmp_path: Path, content: Content, typed: object, severity: str, code: str
) -> None:
    (found,) = problems(tmp_path, content, complete(), antwoord_07=typed)
    assert (found.severity.value, found.code.key) == (severity, code)
    assert (found.stelling, found.source.place) == (7, answer_cell(7))


@pytest.mark.parametrize("typed", ["onbekend", "?", "DEELS", "3 ", 3, 3.0, "Grotendeels (3)"])
def test_3_an_answer_that_is_understood_as_it_is_has_no_problem(
    tmp_path: Path, content: Content, typed: object
) -> None:
    assert told(tmp_path, content, complete(), antwoord_07=typed) == []


def test_3_the_error_names_what_was_written_and_the_nearest_option(
    tmp_path: Path, content: Content
) -> None:
    (found,) = problems(tmp_path, content, complete(_07="soms deels"))
    assert "soms deels" in found.message
    assert found.suggestion == ("Kies een antwoord uit de lijst. Het dichtst erbij ligt Deels.")


@pytest.mark.parametrize("typed", ["niet volledig", "ja", 5])
def test_3_the_error_names_no_option_where_none_comes_near(
    tmp_path: Path, content: Content, typed: object
) -> None:
    (found,) = problems(tmp_path, content, complete(), antwoord_07=typed)
    assert found.suggestion == "Kies een antwoord uit de lijst."


def test_3_a_warning_says_how_it_was_read(tmp_path: Path, content: Content) -> None:
    (found,) = problems(tmp_path, content, complete(_07="grotendels"))
    assert "grotendels" in found.message
    assert "zo gelezen" in found.message
    assert "Grotendeels" in found.message


def test_4_without_any_answer_there_is_one_error_about_them(
    tmp_path: Path, content: Content
) -> None:
    found = told(tmp_path, content, complete(alles=""))
    assert found == [("error", "all-empty", None)]


def test_4_answers_that_can_t_be_read_are_each_told(tmp_path: Path, content: Content) -> None:
    found = told(tmp_path, content, complete(alles="ja"))
    assert found == [
        ("error", "answer-not-understood", answer_cell(number)) for number in range(1, 25)
    ]


def nvt_asked(tmp_path: Path, content: Content, **changes: str) -> list[int | None]:
    found = problems(tmp_path, content, complete(alles="nvt", **changes))
    assert {p.code for p in found} == {Code.NVT_UNEXPECTED}
    assert {p.severity for p in found} == {Severity.WARNING}
    return [p.stelling for p in found]


ODD_FOR_ALL = [number for number in range(1, 25) if number not in (9, 16)]
ODD_FOR_GEMEENTE = sorted([*ODD_FOR_ALL, 16])


def test_5_niet_van_toepassing_is_asked_about_but_not_at_9(
    tmp_path: Path, content: Content
) -> None:
    assert nvt_asked(tmp_path, content) == ODD_FOR_GEMEENTE


@pytest.mark.parametrize(
    ("kind", "organisation", "odd"),
    [
        ("Gemeente", "Stadskantoor", ODD_FOR_GEMEENTE),
        ("Samenwerkingsverband van gemeenten", "De Kom", ODD_FOR_GEMEENTE),
        ("UWV", "Gemeente Toetsdam", ODD_FOR_ALL),
        ("Sociaal ontwikkelbedrijf", "De Kom", ODD_FOR_ALL),
        ("Anders", "De Kom", ODD_FOR_ALL),
    ],
)
def test_5_at_16_it_is_odd_for_a_gemeente_only(
    tmp_path: Path, content: Content, kind: str, organisation: str, odd: list[int]
) -> None:
    assert nvt_asked(tmp_path, content, soort=kind, organisatie=organisation) == odd


def test_6_a_choice_that_is_no_stelling_is_a_warning(tmp_path: Path, content: Content) -> None:
    found = told(tmp_path, content, complete(keuze_2="met andere gemeenten samen"))
    assert found == [("warning", "choice-not-understood", "QuickScan!F40")]


def test_7_all_problems_are_told_at_once_from_top_to_bottom(
    tmp_path: Path, content: Content
) -> None:
    table = complete(rol="", datum="toen", _02="grotendels", _05="", _24="tja", keuze_1="alles")
    found = told(tmp_path, content, table)
    assert [(code, cell) for _, code, cell in found] == [
        ("field-missing", "Gegevens!B10"),
        ("date-not-understood", "Gegevens!B13"),
        ("answer-read-as", answer_cell(2)),
        ("answer-empty", answer_cell(5)),
        ("answer-not-understood", answer_cell(24)),
        ("choice-not-understood", "QuickScan!F39"),
    ]


def test_8_every_problem_of_a_bad_workbook_says_what_to_do(
    tmp_path: Path, content: Content
) -> None:
    table = complete(organisatie="", wijze="?", aantal="x", datum="toen", alles="ja", _03="")
    for found in problems(tmp_path, content, table, antwoord_04="=1+1", keuze_1="{wat}"):
        assert found.message[-1] in ".?"
        assert found.suggestion.endswith(".")
        assert "{" not in found.message.replace("{wat}", "") + found.suggestion


def test_8_a_very_long_answer_is_quoted_in_short(tmp_path: Path, content: Content) -> None:
    (found,) = problems(tmp_path, content, complete(_07="heel veel tekst\n" * 100))
    assert len(found.message) < 200
