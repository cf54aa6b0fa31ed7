"""From a workbook, however it comes back, to what it says.

1. Found by defined name, wherever the name points.
2. Without names: found by label, or by number and text of the stelling.
3. Rows that changed places under their names: the text of the stelling decides, and it is told.
4. A missing edition is told from the texts; an older one is a warning, a newer one an error.
5. A stelling that is there twice with different answers is an error; with the same answer not.
6. A formula counts with its stored result; without one it is an error.
7. A stelling that is not there is leeg, with a warning; the rest is read.
8. A workbook that is no scan, or can't be read, is an error.
9. Fields mean what was typed: date, number of people, alone or together, the choices.
10. The size that a sheet gives says nothing, and a stray cell at its end changes nothing.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from pipeline.model import Antwoord, Content, Origin, Questionnaire
from pipeline.questionnaire import read_questionnaire
from tests import sheets
from tests.sheets import complete, make

Told = list[tuple[str, str | None, int | None]]
NOW = datetime(2026, 11, 23, tzinfo=UTC)
DIVERSE = """
    organisatie: Gemeente Toetsdam
    onderdeel: Team Werk
    soort: Gemeente
    gemeenten: Toetsdam
    wijze: Wij vullen samen in
    aantal: 6
    rol: Gemengde groep
    invuller: An Jansen
    email: an@toetsdam.example
    datum: 12-11-2026
    alles: Deels
    01: Niet of nauwelijks
    02: Grotendeels | Wij bellen soms een tolk.
    07: Volledig en geborgd
    09: Niet van toepassing | Dat doet het werkgeversservicepunt.
    18: Onbekend
    24: Grotendeels
    goed_competenties: Een huisbezoek hielp.
    goed_proces: De directeur doet mee.
    keuze_1: 21 Gedragen visie
    keuze_3: 4 Discriminatie bespreekbaar maken
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "scan.xlsx"


def read(path: Path, content: Content) -> tuple[Questionnaire, Told]:
    questionnaire, problems = read_questionnaire(Origin(path.name, path, NOW), content)
    assert questionnaire is not None
    return questionnaire, [(p.code.key, p.source.place, p.stelling) for p in problems]


def refused(path: Path, content: Content) -> list[str]:
    questionnaire, problems = read_questionnaire(Origin(path.name, path, NOW), content)
    assert questionnaire is None
    return [problem.code.key for problem in problems]


def answers(questionnaire: Questionnaire) -> dict[int, str]:
    return {given.stelling: given.antwoord.value for given in questionnaire.answers}


def remarks(questionnaire: Questionnaire) -> dict[int, str]:
    return {given.stelling: given.remark for given in questionnaire.answers if given.remark}


def fields(questionnaire: Questionnaire) -> list[str]:
    profile = questionnaire.profile
    return [
        profile.organisation.text,
        profile.department.text,
        profile.kind.text,
        profile.municipalities.text,
        profile.mode.text,
        profile.people.text,
        profile.role.text,
        profile.name.text,
        profile.email.text,
    ]


def all_deels(**changes: str) -> dict[int, str]:
    changed = {int(name.lstrip("_")): answer for name, answer in changes.items()}
    return dict.fromkeys(range(1, 25), "deels") | changed


def assert_diverse(questionnaire: Questionnaire) -> None:
    """Check that all of DIVERSE was read, each thing in its own place."""
    assert answers(questionnaire) == all_deels(
        _1="niet", _2="grotendeels", _7="volledig", _9="nvt", _18="onbekend", _24="grotendeels"
    )
    assert remarks(questionnaire) == {
        2: "Wij bellen soms een tolk.",
        9: "Dat doet het werkgeversservicepunt.",
    }
    assert fields(questionnaire) == [
        "Gemeente Toetsdam",
        "Team Werk",
        "Gemeente",
        "Toetsdam",
        "Wij vullen samen in",
        "6",
        "Gemengde groep",
        "An Jansen",
        "an@toetsdam.example",
    ]
    assert questionnaire.profile.day == date(2026, 11, 12)


def choices(questionnaire: Questionnaire) -> list[int | None]:
    return [choice.stelling for choice in questionnaire.choices]


def examples(questionnaire: Questionnaire) -> dict[str, str]:
    return {example.thema: example.text for example in questionnaire.examples}


EXAMPLES_OF_DIVERSE = {
    "competenties": "Een huisbezoek hielp.",
    "proces": "De directeur doet mee.",
}


def test_1_every_field_is_read_by_its_name(path: Path, content: Content) -> None:
    questionnaire, told = read(make(path, DIVERSE), content)
    assert_diverse(questionnaire)
    assert choices(questionnaire) == [21, 4]
    assert examples(questionnaire) == EXAMPLES_OF_DIVERSE
    assert told == []


def test_1_names_on_a_renamed_sheet_are_followed(path: Path, content: Content) -> None:
    questionnaire, told = read(make(path, DIVERSE, sheets.sheet_renamed), content)
    assert_diverse(questionnaire)
    assert told == []
    assert {given.source.sheet for given in questionnaire.answers} == {"Team Noord"}


def test_1_a_name_that_points_nowhere_does_not_stop_the_reading(
    path: Path, content: Content
) -> None:
    def broken(workbook: Workbook) -> None:
        workbook.defined_names["antwoord_07"].attr_text = "#REF!"
        workbook.defined_names["organisatie"].attr_text = "'Weg'!$B$4"

    questionnaire, _ = read(make(path, DIVERSE, broken), content)
    assert_diverse(questionnaire)


def test_2_without_names_fields_and_answers_are_found_by_label_and_text(
    path: Path, content: Content
) -> None:
    questionnaire, told = read(make(path, DIVERSE, sheets.without_names), content)
    assert_diverse(questionnaire)
    assert told, "reading by text is told"


def test_2_without_names_the_choices_are_found_by_their_label(path: Path, content: Content) -> None:
    questionnaire, _ = read(make(path, DIVERSE, sheets.without_names), content)
    assert choices(questionnaire) == [21, 4]


def test_2_without_names_the_good_examples_are_found_by_their_question(
    path: Path, content: Content
) -> None:
    questionnaire, _ = read(make(path, DIVERSE, sheets.without_names), content)
    assert examples(questionnaire) == EXAMPLES_OF_DIVERSE


def test_2_without_names_on_a_renamed_sheet(path: Path, content: Content) -> None:
    shapes = (sheets.sheet_renamed, sheets.without_names)
    questionnaire, _ = read(make(path, DIVERSE, *shapes), content)
    assert_diverse(questionnaire)


def test_2_only_the_names_of_answers_are_gone(path: Path, content: Content) -> None:
    shape = sheets.without_names_of("antwoord_")
    questionnaire, told = read(make(path, DIVERSE, shape), content)
    assert_diverse(questionnaire)
    assert [code for code, _, _ in told] == ["read-by-text"]


def test_2_without_names_the_number_or_text_of_a_stelling_may_move(
    path: Path, content: Content
) -> None:
    shapes = (sheets.rows_swapped(1, 24), sheets.without_names)
    questionnaire, _ = read(make(path, DIVERSE, *shapes), content)
    assert_diverse(questionnaire)


def test_3_sorted_rows_are_read_by_text_and_that_is_told(path: Path, content: Content) -> None:
    questionnaire, told = read(make(path, DIVERSE, sheets.rows_swapped(2, 24)), content)
    assert_diverse(questionnaire)
    assert [code for code, _, _ in told] == ["read-by-text"]
    places = {given.stelling: given.source.place for given in questionnaire.answers}
    assert (places[2], places[24]) == (sheets.answer_cell(24), sheets.answer_cell(2))


def test_3_swapped_columns_are_read_by_their_headers(path: Path, content: Content) -> None:
    questionnaire, told = read(make(path, DIVERSE, sheets.columns_swapped), content)
    assert_diverse(questionnaire)
    assert told, "reading by text is told"


def test_3_a_reworded_stelling_is_read_by_name_and_told(path: Path, content: Content) -> None:
    shape = sheets.stelling_reworded(7, "Onze professionals praten graag met klanten.")
    questionnaire, told = read(make(path, DIVERSE, shape), content)
    assert_diverse(questionnaire)
    assert told == [("stelling-reworded", sheets.answer_cell(7), 7)]


@pytest.mark.parametrize("text", [None, "", "Versie van uw eigen organisatie"])
def test_4_a_missing_edition_is_told_from_the_texts(
    path: Path, content: Content, text: str | None
) -> None:
    questionnaire, told = read(make(path, DIVERSE, sheets.edition(text)), content)
    assert questionnaire.edition == content.edition
    assert told == []


def test_4_a_missing_edition_with_other_texts_is_a_warning(path: Path, content: Content) -> None:
    shapes = (sheets.edition(None), sheets.stelling_reworded(3, "Een heel andere stelling hier."))
    _, told = read(make(path, DIVERSE, *shapes), content)
    assert ("edition-unknown", None, None) in told


def test_4_an_older_edition_is_read_with_a_warning(path: Path, content: Content) -> None:
    questionnaire, told = read(make(path, DIVERSE, sheets.edition("Editie 2025.3")), content)
    assert_diverse(questionnaire)
    assert (questionnaire.edition, [code for code, _, _ in told]) == ("2025.3", ["edition-older"])


@pytest.mark.parametrize("text", ["Editie 2026.2", "2027.1", "Editie 2026.10"])
def test_4_a_newer_edition_is_an_error(path: Path, content: Content, text: str) -> None:
    assert refused(make(path, DIVERSE, sheets.edition(text)), content) == ["edition-newer"]


def test_5_a_stelling_twice_with_different_answers_is_an_error(
    path: Path, content: Content
) -> None:
    _, told = read(make(path, DIVERSE, sheets.stelling_twice(7, "Deels")), content)
    assert told == [("stelling-twice", sheets.answer_cell(7), 7)]


@pytest.mark.parametrize("answer", ["Volledig en geborgd", "4", "VOLLEDIG"])
def test_5_a_stelling_twice_with_the_same_answer_is_fine(
    path: Path, content: Content, answer: str
) -> None:
    questionnaire, told = read(make(path, DIVERSE, sheets.stelling_twice(7, answer)), content)
    assert_diverse(questionnaire)
    assert told == []


def test_6_a_formula_counts_with_its_stored_result(path: Path, content: Content) -> None:
    make(path, DIVERSE, antwoord_07="=Lijsten!A4")
    cell = sheets.answer_cell(7).partition("!")[2]
    sheets.with_stored_results(path, {cell: "Volledig en geborgd"})
    questionnaire, told = read(path, content)
    assert_diverse(questionnaire)
    assert told == []


def test_6_a_formula_without_result_is_not_an_answer(path: Path, content: Content) -> None:
    questionnaire, _ = read(make(path, DIVERSE, antwoord_07="=Lijsten!A4"), content)
    assert answers(questionnaire)[7] == "leeg"


def test_7_a_stelling_that_is_not_there_is_leeg(path: Path, content: Content) -> None:
    questionnaire, _ = read(make(path, complete(), sheets.stelling_removed(7)), content)
    assert answers(questionnaire) == all_deels(_7="leeg")


def test_8_a_workbook_that_is_no_scan_is_an_error(path: Path, content: Content) -> None:
    assert refused(sheets.no_scan(path), content) == ["file-not-a-scan"]


@pytest.mark.parametrize(
    ("start", "code"),
    [
        (b"", "file-empty"),
        (b"%PDF-1.7 rest", "file-is-pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 oud", "file-is-xls"),
        (b"PK\x03\x04 half een zip", "file-unreadable"),
        (b"organisatie;Toetsdam", "file-unreadable"),
    ],
)
def test_8_a_file_that_is_no_workbook_is_an_error(
    path: Path, content: Content, start: bytes, code: str
) -> None:
    path.write_bytes(start)
    assert refused(path, content) == [code]


def test_8_half_a_workbook_is_an_error(path: Path, content: Content) -> None:
    whole = make(path).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert refused(path, content) == ["file-unreadable"]


@pytest.mark.parametrize(
    "typed",
    [
        "12-11-2026",
        "12/11/2026",
        "12 november 2026",
        "2026-11-12",
        date(2026, 11, 12),
        datetime(2026, 11, 12, 9, 30),
    ],
)
def test_9_a_date_is_read_as_date_or_text(path: Path, content: Content, typed: object) -> None:
    questionnaire, _ = read(make(path, datum=typed), content)
    assert questionnaire.profile.day == date(2026, 11, 12)


@pytest.mark.parametrize(
    ("typed", "number"),
    [(6, 6), (6.0, 6), ("6", 6), ("6 ", 6), ("zes", None), ("0", None), (2.5, None)],
)
def test_9_a_number_of_people_is_a_whole_number(
    path: Path, content: Content, typed: object, number: int | None
) -> None:
    questionnaire, _ = read(make(path, aantal=typed), content)
    assert questionnaire.profile.number_of_people == number


@pytest.mark.parametrize(
    ("typed", "together"),
    [
        ("Wij vullen samen in", True),
        ("samen", True),
        ("SAMEN ", True),
        ("Ik vul alleen in", False),
        ("alleen", False),
        ("alleen en samen", None),
        ("per post", None),
    ],
)
def test_9_alone_or_together(
    path: Path, content: Content, typed: str, together: bool | None
) -> None:
    questionnaire, _ = read(make(path, complete(wijze=typed)), content)
    assert questionnaire.profile.together is together


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("21 Gedragen visie", 21),
        ("gedragen visie", 21),
        ("21", 21),
        (21, 21),
        (21.0, 21),
        ("25", None),
        ("samenwerken met andere gemeenten", None),
    ],
)
def test_9_a_choice_is_a_line_of_the_list_a_short_name_or_a_number(
    path: Path, content: Content, typed: object, chosen: int | None
) -> None:
    questionnaire, _ = read(make(path, keuze_1=typed), content)
    assert choices(questionnaire) == [chosen]


def test_9_text_in_another_form_of_unicode_is_the_same(path: Path, content: Content) -> None:
    decomposed = "Clie\u0308ntondersteuning en maatjes"
    questionnaire, _ = read(make(path, keuze_1=decomposed), content)
    assert choices(questionnaire) == [16]


def test_10_a_stray_cell_at_the_end_of_the_sheet_changes_nothing(
    path: Path, content: Content
) -> None:
    def stray(workbook: Workbook) -> None:
        workbook["QuickScan"]["XFD1048576"] = "x"

    questionnaire, told = read(make(path, DIVERSE, stray), content)
    assert_diverse(questionnaire)
    assert told == []


@pytest.mark.parametrize("cells", ["A1", "A1:B7", "A1:XFD1048576"])
def test_10_a_sheet_that_gives_a_wrong_size_is_read_whole(
    path: Path, content: Content, cells: str
) -> None:
    questionnaire, told = read(sheets.with_size(make(path, DIVERSE), cells), content)
    assert_diverse(questionnaire)
    assert told == []


def test_10_answers_keep_the_cell_in_which_they_stand(path: Path, content: Content) -> None:
    questionnaire, _ = read(make(path), content)
    (first, *_) = questionnaire.answers
    assert (first.stelling, first.antwoord) == (1, Antwoord.DEELS)
    assert first.source.place == sheets.answer_cell(1)
