"""Workbooks as people really send them: read where the meaning is certain, else told.

1. An own cell that is empty: what a copy of the row or the cell beside it says is read, and told.
2. Two places that say different things are an error, and no choice is made.
3. A name that points to the row of another stelling is not believed.
4. Other wording, as in an older edition, is matched by number and likeness, and told.
5. A column of answers without header, or one that slipped, is found; without one the file is
   refused with the reason.
6. Merged cells are read as they are shown, and that is told.
7. Fields are found beside their label, and what is found twice or without value is told.
8. What is not in a list to choose from is told.
9. Formulas without results are told as what they are.
10. Hidden sheets count as any other, and are named as hidden.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.check import check
from pipeline.model import Content, Origin, Questionnaire
from pipeline.problems import Problem
from pipeline.questionnaire import read_questionnaire
from tests import sheets
from tests.sheets import Shape, answer_cell, complete, make
from tests.test_questionnaire import DIVERSE, NOW, all_deels, answers, remarks

FIRST, LAST, TEXT, ANSWER, REMARK = 5, 32, 2, 5, 6


def read(
    path: Path, content: Content, table: str, *shapes: Shape, **values: object
) -> tuple[Questionnaire, list[Problem]]:
    make(path, table, *shapes, **values)
    questionnaire, shape = read_questionnaire(Origin(path.name, path, NOW), content)
    assert questionnaire is not None
    return questionnaire, [*shape, *check(questionnaire, content)]


def codes(problems: list[Problem]) -> list[tuple[str, str, str | None]]:
    return [(p.severity.value, p.code.key, p.source.place) for p in problems]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "scan.xlsx"


def scan(workbook: Workbook) -> Worksheet:
    sheet = workbook["QuickScan"]
    assert isinstance(sheet, Worksheet)
    return sheet


def typed(cell: str, value: object) -> Shape:
    """Type something in a cell of the sheet QuickScan."""

    def put(workbook: Workbook) -> None:
        scan(workbook)[cell] = value  # type: ignore[assignment]

    return put


def row_of(number: int) -> int:
    return int(answer_cell(number).rpartition("!")[2][1:])


def copied(**changes: object) -> Shape:
    """Copy the sheet QuickScan; the changes are cells of the copy."""

    def copy(workbook: Workbook) -> None:
        twin = workbook.copy_worksheet(scan(workbook))
        twin.title = "Kopie"
        for cell, value in changes.items():
            twin[cell] = value  # type: ignore[assignment]

    return copy


# 1, 2: copies and neighbours


def test_1_the_answer_of_a_copy_is_read_where_the_own_cell_is_empty(
    path: Path, content: Content
) -> None:
    shape = sheets.stelling_twice(7, "Grotendeels")
    one, problems = read(path, content, complete(_07=""), shape)
    assert answers(one) == all_deels(_7="grotendeels")
    assert codes(problems) == [("warning", "answer-elsewhere", "QuickScan!E60")]
    assert answer_cell(7) in problems[0].message
    assert "zo gelezen: Grotendeels" in problems[0].message


def test_1_a_copy_that_is_not_understood_is_an_error(path: Path, content: Content) -> None:
    one, problems = read(path, content, complete(_07=""), sheets.stelling_twice(7, "tja"))
    assert answers(one) == all_deels(_7="leeg")
    assert codes(problems) == [("error", "answer-not-understood", "QuickScan!E60")]


def test_2_a_copy_that_is_not_understood_beside_an_answer_is_an_error(
    path: Path, content: Content
) -> None:
    one, problems = read(path, content, complete(), sheets.stelling_twice(7, "tja"))
    assert codes(problems) == [("error", "stelling-twice", answer_cell(7))]
    assert answers(one)[7] == "leeg"


def test_2_two_copies_that_differ_are_an_error_also_where_the_own_cell_is_empty(
    path: Path, content: Content
) -> None:
    def twice(workbook: Workbook) -> None:
        sheets.stelling_twice(7, "Grotendeels")(workbook)
        for column in range(1, 7):
            above = scan(workbook).cell(60, column).value
            scan(workbook).cell(61, column).value = above if column != ANSWER else "Onbekend"

    one, problems = read(path, content, complete(_07=""), twice)
    assert codes(problems) == [("error", "stelling-twice", "QuickScan!E60")]
    assert answers(one)[7] == "leeg"


def test_2_a_copied_sheet_with_the_same_answers_is_fine(path: Path, content: Content) -> None:
    one, problems = read(path, content, DIVERSE, copied())
    assert answers(one)[2] == "grotendeels"
    assert "stelling-twice" not in [code for _, code, _ in codes(problems)]


def test_2_a_copied_sheet_with_other_answers_is_an_error_for_those(
    path: Path, content: Content
) -> None:
    row = row_of(12)
    one, problems = read(path, content, complete(), copied(**{f"E{row}": "Onbekend"}))
    assert codes(problems) == [("error", "stelling-twice", answer_cell(12))]
    assert f"Kopie!E{row}" in problems[0].suggestion
    assert answers(one) == all_deels(_12="leeg")


@pytest.mark.parametrize("column", ["C", "D", "F", "G"])
@pytest.mark.parametrize("written", ["Grotendeels", "GROTENDEELS ", "Grotendeels (3)"])
def test_1_an_answer_in_the_cell_beside_it_is_read_and_told(
    path: Path, content: Content, column: str, written: str
) -> None:
    cell = f"{column}{row_of(7)}"
    one, problems = read(path, content, complete(_07=""), typed(cell, written))
    assert answers(one) == all_deels(_7="grotendeels")
    assert remarks(one) == {}
    assert codes(problems) == [("warning", "answer-elsewhere", f"QuickScan!{cell}")]


@pytest.mark.parametrize("written", ["3", 3, "?", "grotendels", "Deels, denk ik", "ja"])
def test_1_what_may_be_a_remark_is_no_answer(path: Path, content: Content, written: object) -> None:
    one, problems = read(path, content, complete(_07=""), typed(f"F{row_of(7)}", written))
    assert answers(one) == all_deels(_7="leeg")
    assert remarks(one) == {7: str(written)}
    assert codes(problems) == [("warning", "answer-empty", answer_cell(7))]


def test_1_two_answers_beside_it_are_no_answer(path: Path, content: Content) -> None:
    shapes = typed(f"D{row_of(7)}", "Deels"), typed(f"F{row_of(7)}", "Onbekend")
    one, problems = read(path, content, complete(_07=""), *shapes)
    assert answers(one)[7] == "leeg"
    assert codes(problems) == [("warning", "answer-empty", answer_cell(7))]


def test_1_a_remark_that_is_an_answer_beside_an_answer_stays_a_remark(
    path: Path, content: Content
) -> None:
    one, problems = read(path, content, complete(), typed(f"F{row_of(7)}", "Grotendeels"))
    assert (answers(one), remarks(one)) == (all_deels(), {7: "Grotendeels"})
    assert problems == []


# 3: names


def renamed(**cells: str) -> Shape:
    """Let names point to other cells of the sheet QuickScan."""

    def point(workbook: Workbook) -> None:
        for name, cell in cells.items():
            workbook.defined_names[name].attr_text = f"'QuickScan'!{cell}"

    return point


def test_3_a_name_in_the_row_of_another_stelling_is_not_believed(
    path: Path, content: Content
) -> None:
    def remove_text_of_7(workbook: Workbook) -> None:
        scan(workbook).cell(row_of(7), TEXT).value = None

    shape = renamed(antwoord_07=f"$E${row_of(8)}")
    table = complete(_08="Volledig en geborgd")
    one, problems = read(path, content, table, remove_text_of_7, shape)
    assert answers(one) == all_deels(_7="leeg", _8="volledig")
    assert codes(problems) == [
        ("warning", "read-by-text", answer_cell(8)),
        ("error", "stelling-missing", None),
    ]


def test_3_two_names_for_one_cell_mean_neither(path: Path, content: Content) -> None:
    shape = renamed(antwoord_07="$E$70", antwoord_08="$E$70")
    one, problems = read(path, content, complete(_07="Onbekend"), shape, typed("E70", "Deels"))
    assert answers(one) == all_deels(_7="onbekend")
    assert [code for _, code, _ in codes(problems)] == ["read-by-text"]
    for number in (7, 8):
        assert f"{number} ({answer_cell(number)})" in problems[0].message


@pytest.mark.parametrize("target", ["QuickScan!$E$6:$E$9", "#REF!", "1+1", "[1]Blad1!$A$1", ""])
def test_3_a_name_that_means_no_cell_is_passed_over(
    path: Path, content: Content, target: str
) -> None:
    def point(workbook: Workbook) -> None:
        workbook.defined_names["antwoord_07"].attr_text = target

    one, _ = read(path, content, complete(_07="Onbekend"), point)
    assert answers(one) == all_deels(_7="onbekend")


# 4: other wording


def older(*numbers: int) -> Shape:
    """Give stellingen the wording of an edition before this one."""

    def reword(workbook: Workbook) -> None:
        for number in numbers:
            cell = scan(workbook).cell(row_of(number), TEXT)
            words = str(cell.value).split()
            cell.value = " ".join(word for place, word in enumerate(words) if place % 6 != 3)

    return reword


def test_4_other_wording_without_names_is_matched_by_number_and_told(
    path: Path, content: Content
) -> None:
    shapes = (older(2, 24), sheets.without_names, sheets.edition_text("2025.1"))
    one, problems = read(path, content, DIVERSE, *shapes)
    assert (answers(one)[2], answers(one)[24]) == ("grotendeels", "grotendeels")
    told = [(p.code.key, p.stelling) for p in problems]
    assert ("stelling-reworded", 2) in told
    assert ("stelling-reworded", 24) in told


def test_4_other_wording_in_rows_that_were_sorted_is_followed(path: Path, content: Content) -> None:
    shapes = (older(2, 24), sheets.rows_swapped(2, 24))
    table = complete(_02="Onbekend", _24="Volledig en geborgd")
    one, problems = read(path, content, table, *shapes)
    assert (answers(one)[2], answers(one)[24]) == ("onbekend", "volledig")
    assert "read-by-text" in [code for _, code, _ in codes(problems)]


def test_4_a_stelling_that_an_older_edition_lacks_is_a_warning(
    path: Path, content: Content
) -> None:
    shapes = (sheets.stelling_removed(7), sheets.edition("2025.1"))
    _, problems = read(path, content, complete(), *shapes)
    assert [(s, c) for s, c, _ in codes(problems)] == [
        ("warning", "edition-older"),
        ("warning", "stelling-not-in-edition"),
    ]


# 5: columns


def header_gone(workbook: Workbook) -> None:
    for row in scan(workbook).iter_rows(max_row=FIRST):
        for cell in row:
            if isinstance(cell.value, str) and cell.column in (ANSWER, REMARK):
                cell.value = None


def test_5_without_names_and_header_the_column_of_answers_is_found(
    path: Path, content: Content
) -> None:
    one, problems = read(path, content, complete(), sheets.without_names, header_gone)
    assert answers(one) == all_deels()
    assert "read-by-text" in [code for _, code, _ in codes(problems)]


def answers_moved(column: int) -> Shape:
    def move(workbook: Workbook) -> None:
        for number in range(1, 25):
            cell = scan(workbook).cell(row_of(number), ANSWER)
            scan(workbook).cell(row_of(number), column).value = cell.value
            cell.value = None

    return move


@pytest.mark.parametrize("answer", ["2", "Deels"])
@pytest.mark.parametrize("column", [4, 6, 7])
def test_5_a_whole_column_that_slipped_is_read_and_told(
    path: Path, content: Content, column: int, answer: str
) -> None:
    one, problems = read(path, content, complete(alles=answer), answers_moved(column))
    assert (answers(one), remarks(one)) == (all_deels(), {})
    assert {(s, c) for s, c, _ in codes(problems)} == {("warning", "answer-elsewhere")}
    assert [p.stelling for p in problems] == list(range(1, 25))


def column_of_answers_gone(workbook: Workbook) -> None:
    scan(workbook).delete_cols(ANSWER, 2)
    sheets.without_names(workbook)


def test_5_without_a_column_of_answers_the_file_is_refused(path: Path, content: Content) -> None:
    make(path, complete(), column_of_answers_gone)
    one, problems = read_questionnaire(Origin(path.name, path, NOW), content)
    assert one is None
    assert [p.code.key for p in problems] == ["file-without-answers"]


# 6: merged cells


def merged(cells: str) -> Shape:
    return lambda workbook: scan(workbook).merge_cells(cells)


def test_6_merged_answers_are_read_as_shown_and_told(path: Path, content: Content) -> None:
    first, last = row_of(4), row_of(6)
    one, problems = read(path, content, complete(_04="Onbekend"), merged(f"E{first}:E{last}"))
    assert answers(one) == all_deels(_4="onbekend", _5="onbekend", _6="onbekend")
    assert [(c, p.stelling) for p, (_, c, _) in zip(problems, codes(problems), strict=True)] == [
        ("answer-merged", 5),
        ("answer-merged", 6),
    ]


def test_6_an_answer_merged_with_its_remark_is_read(path: Path, content: Content) -> None:
    row = row_of(7)
    one, problems = read(path, content, complete(_07="Onbekend"), merged(f"E{row}:F{row}"))
    assert (answers(one), remarks(one)) == (all_deels(_7="onbekend"), {7: "Onbekend"})
    assert problems == []


# 7, 8: fields


def test_7_fields_found_beside_their_label_are_told_with_their_cells(
    path: Path, content: Content
) -> None:
    one, problems = read(path, content, complete(), sheets.without_names)
    assert one.profile.organisation.text == "Gemeente Toetsdam"
    (told,) = [p for p in problems if p.code.key == "fields-by-label"]
    assert "Organisatie (Gegevens!B4)" in told.message


def test_7_a_name_beside_the_label_of_another_field_is_not_believed(
    path: Path, content: Content
) -> None:
    def shifted(workbook: Workbook) -> None:
        workbook.defined_names["organisatie"].attr_text = "'Gegevens'!$B$5"

    one, problems = read(path, content, complete(), shifted)
    assert one.profile.organisation.text == "Gemeente Toetsdam"
    assert [code for _, code, _ in codes(problems)] == ["fields-by-label"]


def test_7_a_field_that_is_there_twice_with_other_text_is_told(
    path: Path, content: Content
) -> None:
    def again(workbook: Workbook) -> None:
        workbook["Gegevens"]["A30"] = "Organisatie"
        workbook["Gegevens"]["B30"] = "Gemeente Weerstad"
        del workbook.defined_names["organisatie"]

    one, problems = read(path, content, complete(), again)
    assert one.profile.organisation.text == "Gemeente Toetsdam"
    assert ("warning", "field-twice", "Gegevens!B4") in codes(problems)


def test_7_a_field_with_a_formula_without_result_is_told(path: Path, content: Content) -> None:
    _, problems = read(path, content, complete(), onderdeel="=1+1")
    assert ("warning", "field-without-value", "Gegevens!B5") in codes(problems)


@pytest.mark.parametrize(
    ("field", "written", "cell"),
    [("soort", "Provincie", "Gegevens!B6"), ("rol", "Stagiair", "Gegevens!B10")],
)
def test_8_what_is_not_in_its_list_is_told(
    path: Path, content: Content, field: str, written: str, cell: str
) -> None:
    _, problems = read(path, content, complete(**{field: written}))
    assert codes(problems) == [("warning", "field-not-in-list", cell)]
    assert written in problems[0].message


@pytest.mark.parametrize(
    ("field", "written"),
    [
        ("soort", "gemeente "),
        ("soort", "Samenwerkingsverband"),
        ("rol", "GEMENGDE GROEP"),
        ("wijze", "samen"),
        ("wijze", "ik vul alleen in"),
    ],
)
def test_8_what_is_in_its_list_in_other_letters_is_not_told(
    path: Path, content: Content, field: str, written: str
) -> None:
    assert read(path, content, complete(**{field: written}))[1] == []


def test_8_a_way_of_filling_in_that_is_understood_is_told_as_read(
    path: Path, content: Content
) -> None:
    one, problems = read(path, content, complete(wijze="met ons drieën samen"))
    assert one.profile.together is True
    assert codes(problems) == [("warning", "mode-read-as", "Gegevens!B8")]
    assert "zo gelezen: Wij vullen samen in" in problems[0].message


# 9, 10: formulas, hidden sheets


def test_9_only_formulas_without_result_are_told_as_that(path: Path, content: Content) -> None:
    _, problems = read(path, content, complete(alles="=Lijsten!A4"))
    assert codes(problems) == [("error", "all-without-value", answer_cell(1))]
    assert "sla het op" in problems[0].suggestion


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#NAME?"])
def test_9_an_error_in_a_cell_is_no_answer_and_no_name(
    path: Path, content: Content, error: str
) -> None:
    one, problems = read(path, content, complete(), antwoord_07=error, organisatie=error)
    assert (answers(one)[7], one.profile.organisation.text) == ("leeg", "")
    assert ("error", "answer-without-value", answer_cell(7)) in codes(problems)


def hidden(title: str) -> Callable[[Workbook], None]:
    def hide(workbook: Workbook) -> None:
        workbook[title].sheet_state = "veryHidden"

    return hide


def test_10_a_scan_on_a_hidden_sheet_is_read(path: Path, content: Content) -> None:
    one, problems = read(path, content, complete(), hidden("QuickScan"))
    assert (answers(one), problems) == (all_deels(), [])


def test_10_a_hidden_copy_that_differs_is_named_as_hidden(path: Path, content: Content) -> None:
    shapes: tuple[Any, ...] = (copied(**{f"E{row_of(3)}": "Onbekend"}), hidden("Kopie"))
    _, problems = read(path, content, complete(), *shapes)
    assert codes(problems) == [("error", "stelling-twice", answer_cell(3))]
    assert "verborgen blad" in problems[0].suggestion


def test_1_a_message_about_one_or_more_answers_reads_well(path: Path, content: Content) -> None:
    shape = sheets.without_names_of("antwoord_")
    _, problems = read(path, content, complete(), shape)
    (told,) = problems
    assert told.message.startswith(
        "Deze stellingen stonden op een andere plaats. Wij lazen ze op nummer en tekst:"
    )
    assert all(f"{number} ({answer_cell(number)})" in told.message for number in range(1, 25))
