"""The invitation list: who is asked to take part.

1. The columns stand in any order and spelling; only organisatie must be there.
2. A csv is read with semicolons, commas or tabs, in UTF-8 with or without BOM, in the code page of
   Dutch Excel and as "Unicode text"; a workbook as LibreOffice saves it.
3. A fault is told with its place and what to do; the other rows go on.
4. A list that can't be read, lacks the column or holds nothing is a mistake of the user.
5. Of two rows for the same organisatie + onderdeel the first counts, and the other is told.
"""

from __future__ import annotations

import subprocess
from dataclasses import astuple
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from pipeline.invitations import MAX_CSV_BYTES, read_invitations
from pipeline.model import Invitation
from pipeline.problems import PipelineError
from tests.office import soffice
from tests.sheets import EXAMPLES

HEADER = "organisatie;onderdeel;contactpersoon;e-mail;cc;aantal;deadline"
ROW = "Gemeente Súdwest;Team Werk;Anna Visser;a.visser@sud.example;;5;18-12-2026"
READ = ("Gemeente Súdwest", "Team Werk", "Anna Visser", "a.visser@sud.example", "", 5)


def listed(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "lijst.csv"
    path.write_bytes(text.encode(encoding))
    return path


def read(folder: Path, *lines: str) -> tuple[tuple[Invitation, ...], list[tuple[str, int | None]]]:
    """Return the rows, and the key and line of each problem."""
    rows, problems = read_invitations(listed(folder, "\n".join(lines)))
    return rows, [(one.code.key, one.source.line) for one in problems]


def only(folder: Path, *lines: str) -> Invitation:
    (row,), problems = read(folder, *lines)
    assert problems == []
    return row


def mistakes(path: Path) -> list[str]:
    with pytest.raises(PipelineError) as caught:
        read_invitations(path)
    return [problem.code.key for problem in caught.value.problems]


# 1: columns


def test_1_all_columns_are_read(tmp_path: Path) -> None:
    row = only(tmp_path, HEADER, ROW)
    assert astuple(row)[:6] == READ
    assert row.deadline == date(2026, 12, 18)
    assert (row.source.file, row.source.line) == (str(tmp_path / "lijst.csv"), 2)


def test_1_only_the_organisation_must_be_there(tmp_path: Path) -> None:
    row = only(tmp_path, "organisatie", "Gemeente A")
    assert astuple(row)[:7] == ("Gemeente A", None, "", "", "", None, None)


def test_1_columns_stand_in_any_order_and_spelling(tmp_path: Path) -> None:
    row = only(tmp_path, "DEADLINE; E-mailadres ;Organisatie", "1 december 2026;a@b.example;UWV")
    assert (row.organisation, row.email, row.deadline) == (
        "UWV",
        "a@b.example",
        date(2026, 12, 1),
    )


@pytest.mark.parametrize("heading", ["email", "E-mail:", "e mail", "Mailadres", "E‑mail"])
def test_1_mail_is_spelled_in_many_ways(tmp_path: Path, heading: str) -> None:
    assert only(tmp_path, f"organisatie;{heading}", "UWV;a@b.example").email == "a@b.example"


def test_1_lines_above_the_header_and_empty_rows_are_passed_over(tmp_path: Path) -> None:
    row = only(tmp_path, "Ronde najaar;;;;;;", "", HEADER, ";;;;;;", ROW, ";;;;;;")
    assert (row.organisation, row.source.line) == ("Gemeente Súdwest", 5)


def test_1_a_column_that_is_not_used_is_told(tmp_path: Path) -> None:
    rows, problems = read(tmp_path, "organisatie;dedline", "UWV;morgen")
    assert [row.organisation for row in rows] == ["UWV"]
    assert problems == [("list-column-unknown", 1)]


def test_1_several_addresses_and_names_around_them_are_read(tmp_path: Path) -> None:
    row = only(
        tmp_path,
        "organisatie,e-mail,cc",
        'UWV,"Sam <s@b.example>; t@b.example","mailto:u@b.example"',
    )
    assert (row.email, row.cc) == ("s@b.example, t@b.example", "u@b.example")


# 2: programs


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_2_a_csv_is_read_as_programs_write_it(
    tmp_path: Path, encoding: str, separator: str
) -> None:
    text = f"{HEADER}\r\n{ROW}\r\n".replace(";", separator)
    (row,), problems = read_invitations(listed(tmp_path, text, encoding))
    assert (astuple(row)[:6], problems) == (READ, ())


def test_2_text_in_quotes_may_hold_separators_and_line_ends(tmp_path: Path) -> None:
    first, second = read(tmp_path, HEADER, '"Werk; Inkomen\nen Zorg";;;;;;', "Gemeente B;;;;;;")[0]
    assert (first.organisation, first.source.line) == ("Werk; Inkomen en Zorg", 2)
    assert (second.organisation, second.source.line) == ("Gemeente B", 4)


@pytest.mark.skipif(soffice() is None, reason="LibreOffice is not installed")
def test_2_a_workbook_is_read_as_libreoffice_saves_it(tmp_path: Path) -> None:
    listed(tmp_path, f"{HEADER}\n{ROW}\n")
    semicolons = "--infilter=Text - txt - csv (StarCalc):59,34,76,1,7/4/7/4"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [soffice() or "", profile, "--headless", semicolons, "--convert-to", "xlsx", "lijst.csv"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    (row,), problems = read_invitations(tmp_path / "lijst.xlsx")
    assert (astuple(row)[:6], row.deadline, problems) == (READ, date(2026, 12, 18), ())
    assert row.source.place == "lijst!A2"


def test_2_dates_and_numbers_of_a_workbook_are_read_as_such(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.create_sheet("Ronde").append([None, "Organisatie", "Aantal", "Deadline"])
    workbook["Ronde"].append([None, "UWV", 5.0, datetime(2026, 12, 18)])
    workbook.save(tmp_path / "lijst.xlsx")
    (row,), _ = read_invitations(tmp_path / "lijst.xlsx")
    assert (row.organisation, row.expected, row.deadline) == ("UWV", 5, date(2026, 12, 18))
    assert row.source.place == "Ronde!B2"


# 3: faults of one row

FAULTS = {
    "Gemeente A;;;geen-adres;;;": "list-address-wrong",
    "Gemeente A;;;a@b.example;x@;;": "list-address-wrong",
    "Gemeente A;;;;;vijf;": "list-number-wrong",
    "Gemeente A;;;;;0;": "list-number-wrong",
    "Gemeente A;;;;;2,5;": "list-number-wrong",
    "Gemeente A;;;;;;31-02-2026": "list-date-wrong",
    "Gemeente A;;;;;;volgende week": "list-date-wrong",
}


@pytest.mark.parametrize(("line", "code"), FAULTS.items())
def test_3_a_fault_leaves_its_field_empty_and_the_rest_goes_on(
    tmp_path: Path, line: str, code: str
) -> None:
    rows, problems = read(tmp_path, HEADER, line, ROW)
    assert [row.organisation for row in rows] == ["Gemeente A", "Gemeente Súdwest"]
    assert problems == [(code, 2)]
    assert (rows[0].cc, rows[0].expected, rows[0].deadline) == ("", None, None)


def test_3_a_row_without_organisation_is_told_and_left_out(tmp_path: Path) -> None:
    rows, problems = read(tmp_path, HEADER, ";Team Werk;;;;;", ROW)
    assert [row.organisation for row in rows] == ["Gemeente Súdwest"]
    assert problems == [("list-no-organisation", 2)]


def test_3_a_formula_without_a_value_is_told_with_its_cell(tmp_path: Path) -> None:
    workbook = Workbook()
    for line in (["organisatie", "deadline"], ["UWV", "=TODAY()+14"]):
        workbook.worksheets[0].append(line)
    workbook.save(tmp_path / "lijst.xlsx")
    (row,), (problem,) = read_invitations(tmp_path / "lijst.xlsx")
    assert (row.deadline, problem.code.key) == (None, "list-formula")
    assert problem.source.place == "Sheet!B2"


# 4: no list


@pytest.mark.parametrize(
    ("text", "code"),
    {
        "": "list-without-column",
        "naam;onderdeel\nA;B": "list-without-column",
        HEADER: "list-empty",
        f"{HEADER}\n;;;;;;": "list-empty",
        f"organisatie;email;e-mail\n{ROW}": "list-column-twice",
        "\0\1\2": "list-unreadable",
        "organisatie\nGemeente A" + " " * MAX_CSV_BYTES: "list-unreadable",
    }.items(),
)
def test_4_a_list_that_is_none_is_a_mistake(tmp_path: Path, text: str, code: str) -> None:
    assert mistakes(listed(tmp_path, text)) == [code]


def test_4_a_list_that_is_not_there_is_a_mistake(tmp_path: Path) -> None:
    assert mistakes(tmp_path / "weg.csv") == ["path-missing"]


def test_4_another_kind_of_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "lijst.xlsx"
    path.write_bytes(b"%PDF-1.7")
    assert mistakes(path) == ["file-is-pdf"]


def test_4_a_filled_in_scan_is_no_list(tmp_path: Path) -> None:
    assert mistakes(EXAMPLES / "gemengd.xlsx") == ["list-without-column"]


# 5: twice


def test_5_the_first_of_two_equal_rows_counts(tmp_path: Path) -> None:
    rows, problems = read(tmp_path, HEADER, ROW, ROW.replace("Team Werk", " team  WERK"))
    assert [row.source.line for row in rows] == [2]
    assert problems == [("list-row-twice", 3)]


def test_5_two_departments_are_two_rows(tmp_path: Path) -> None:
    rows, problems = read(tmp_path, HEADER, ROW, ROW.replace("Team Werk", "Team Zorg"))
    assert ([row.department for row in rows], problems) == (["Team Werk", "Team Zorg"], [])
