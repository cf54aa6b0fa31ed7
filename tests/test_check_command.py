"""`quickscan check`: what it says, and how it ends.

1. One object per workbook, and one per file that can't be used, with the fields of the contract.
2. answers holds all 24 keys as text: the key of the answer, "leeg" where empty, null where it
   could not be read.
3. status is error or warning when that is the highest severity, else ok.
4. A problem has code, severity, cell, stelling, message and suggestion; null where it has none.
5. A file that can't be used is an object with status error and no answers; so is one with only
   empty answers an error.
6. An unknown organisation is a warning.
7. Exit 0 without an error, 1 if and only if there is one, 2 for wrong use.
8. Data goes to stdout, all else to stderr, in UTF-8 whatever the terminal says.
9. Checking changes nothing.
10. The committed examples read back as their cases say.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests import sheets
from tests.conftest import Run
from tests.fill_scans import read_case
from tests.office import soffice, uno_python
from tests.sheets import CASES, EXAMPLES, answer_cell, complete, make

FIELDS = ["file", "organisation", "department", "status", "answers", "problems"]
PROBLEM_FIELDS = ["code", "severity", "cell", "stelling", "message", "suggestion"]
ALL_NUMBERS = [str(number) for number in range(1, 25)]


def test_1_2_a_scan_as_data(run: Run) -> None:
    make(Path("box/scan.xlsx"), complete(_01="Volledig en geborgd", _09="nvt", _18="?"))
    ran = run("check", "box", "--json")
    (one,) = ran.data
    assert list(one) == FIELDS
    assert (one["file"], one["organisation"]) == ("box/scan.xlsx", "Gemeente Toetsdam")
    assert (one["department"], one["status"], one["problems"]) == ("Team Werk", "ok", [])
    changes = {"1": "volledig", "9": "nvt", "18": "onbekend"}
    assert one["answers"] == dict.fromkeys(ALL_NUMBERS, "deels") | changes
    assert (ran.code, ran.err) == (0, "")


def test_1_a_list_in_order_of_the_files(run: Run) -> None:
    for name in ("box/d.xlsx", "box/a/z.xlsx", "box/b.xlsx"):
        make(Path(name))
    Path("box/c.pdf").write_bytes(b"%PDF")
    files = [one["file"] for one in run("check", "box", "--json").data]
    assert files == ["box/a/z.xlsx", "box/b.xlsx", "box/c.pdf", "box/d.xlsx"]


ANSWERS_AND_PROBLEMS = [
    ("grotendels", "grotendeels", "warning", "answer-read-as"),
    (None, "leeg", "warning", "answer-empty"),
    ("niet volledig", None, "error", "answer-not-understood"),
    (5, None, "error", "answer-not-understood"),
    ("-1", None, "error", "answer-not-understood"),
    ("=Lijsten!A4", None, "error", "answer-without-value"),
]


@pytest.mark.parametrize(("typed", "answer", "severity", "code"), ANSWERS_AND_PROBLEMS)
def test_2_3_4_an_answer_that_needs_a_look(
    run: Run, typed: object, answer: str | None, severity: str, code: str
) -> None:
    make(Path("scan.xlsx"), antwoord_07=typed)
    ran = run("check", "scan.xlsx", "--json")
    (one,) = ran.data
    (problem,) = one["problems"]
    assert one["answers"] == dict.fromkeys(ALL_NUMBERS, "deels") | {"7": answer}
    assert (one["status"], ran.code) == (severity, 1 if severity == "error" else 0)
    assert list(problem) == PROBLEM_FIELDS
    assert (problem["code"], problem["severity"]) == (code, severity)
    assert (problem["cell"], problem["stelling"]) == (answer_cell(7), 7)
    assert problem["message"].endswith(".")
    assert problem["suggestion"].endswith(".")


@pytest.mark.parametrize("typed", [3, 3.0, "3", "3 ", "GROTENDEELS ", "Grotendeels (3)"])
def test_2_a_number_is_an_answer(run: Run, typed: object) -> None:
    make(Path("scan.xlsx"), antwoord_07=typed)
    (one,) = run("check", "scan.xlsx", "--json").data
    assert (one["answers"]["7"], one["status"]) == ("grotendeels", "ok")


def test_2_a_stelling_that_is_not_there_is_leeg(run: Run) -> None:
    make(Path("scan.xlsx"), complete(), sheets.stelling_removed(7))
    ran = run("check", "scan.xlsx", "--json")
    (one,) = ran.data
    codes = [(p["code"], p["severity"], p["stelling"]) for p in one["problems"]]
    assert (one["answers"]["7"], codes) == ("leeg", [("stelling-missing", "error", 7)])
    assert ran.code == 1


def test_3_4_a_stelling_twice_is_an_error_with_both_places(run: Run) -> None:
    make(Path("scan.xlsx"), complete(), sheets.stelling_twice(7, "Volledig en geborgd"))
    ran = run("check", "scan.xlsx", "--json")
    (problem,) = ran.data[0]["problems"]
    assert (problem["code"], problem["cell"]) == ("stelling-twice", answer_cell(7))
    assert ran.data[0]["answers"]["7"] is None
    assert "QuickScan!E60" in problem["suggestion"]
    assert ran.code == 1


def test_4_a_problem_without_a_cell_has_null_there(run: Run) -> None:
    sheets.no_scan(Path("begroting.xlsx"))
    (one,) = run("check", "begroting.xlsx", "--json").data
    (problem,) = one["problems"]
    assert (problem["cell"], problem["stelling"]) == (None, None)


def test_5_a_workbook_that_is_no_scan_is_an_error(run: Run) -> None:
    sheets.no_scan(Path("begroting.xlsx"))
    ran = run("check", "begroting.xlsx", "--json")
    (one,) = ran.data
    assert (one["file"], one["status"], one["answers"]) == ("begroting.xlsx", "error", {})
    assert (one["organisation"], one["department"], ran.code) == (None, None, 1)


@pytest.mark.parametrize("name", ["scan.xlsx", "scan.xls", "scan.pdf", "scan.txt"])
def test_5_a_file_that_can_t_be_read_does_not_stop_the_others(run: Run, name: str) -> None:
    make(Path("box/goed.xlsx"))
    Path("box", name).write_bytes(b"geen werkboek")
    ran = run("check", "box", "--json")
    by_file = {one["file"]: (one["status"], len(one["answers"])) for one in ran.data}
    assert by_file == {"box/goed.xlsx": ("ok", 24), f"box/{name}": ("error", 0)}
    assert ran.code == 1


def test_5_a_blank_workbook_is_an_error(run: Run) -> None:
    ran = run("check", sheets.BLANK, "--json")
    (one,) = ran.data
    assert (one["status"], set(one["answers"].values()), ran.code) == ("error", {"leeg"}, 1)
    assert "all-empty" in [problem["code"] for problem in one["problems"]]


def test_6_an_unknown_organisation_is_a_warning(run: Run) -> None:
    make(Path("scan.xlsx"), complete(organisatie="", onderdeel=""))
    ran = run("check", "scan.xlsx", "--json")
    (one,) = ran.data
    assert (one["organisation"], one["department"], one["status"]) == (None, None, "warning")
    assert ran.code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("check", "weg.xlsx"),
        ("check", "scan.xlsx", "weg.xlsx"),
        ("check", "leeg"),
        ("check", "scan.xlsx", "--onbekend"),
        ("check", "scan.xlsx", "--content", "weg"),
        ("check", "scan.xlsx", "--config", "weg.toml"),
    ],
)
def test_7_wrong_use_ends_with_2_and_no_data(run: Run, arguments: tuple[str, ...]) -> None:
    make(Path("scan.xlsx"))
    Path("leeg").mkdir()
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.strip()


def test_8_without_json_each_file_is_told_with_its_problems(run: Run) -> None:
    make(Path("box/een.xlsx"), complete(_07="niet volledig"))
    make(Path("box/twee.xlsx"))
    ran = run("check", "box")
    assert ran.code == 1
    assert "box/een.xlsx" in ran.out
    assert "box/twee.xlsx: goed" in ran.out
    assert f"{answer_cell(7)}: Stelling 7: “niet volledig”" in ran.out


def test_8_as_a_program_it_speaks_utf_8_in_any_terminal(tmp_path: Path, run_program: Run) -> None:
    make(tmp_path / "één.xlsx", complete(organisatie="Gemeente Súdwest-Fryslân 🌷"))
    ran = run_program("check", "één.xlsx", "--json", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert "Gemeente Súdwest-Fryslân" in ran.out
    (one,) = ran.data
    assert (one["file"], one["organisation"]) == ("één.xlsx", "Gemeente Súdwest-Fryslân 🌷")
    assert (ran.code, ran.err) == (0, "")


def test_7_8_as_a_program_it_ends_as_it_should(tmp_path: Path, run_program: Run) -> None:
    make(tmp_path / "scan.xlsx", complete(_07="niet volledig"))
    codes = [run_program("check", *arguments).code for arguments in (["scan.xlsx"], ["weg"], [])]
    assert codes == [1, 2, 2]


def test_8_wrong_use_is_told_in_dutch(run_program: Run) -> None:
    assert "Gebruik: " in run_program("check").err


def test_9_checking_changes_nothing(run: Run, tmp_path: Path) -> None:
    path = make(Path("scan.xlsx"), complete(_07="niet volledig"))
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    run("check", "scan.xlsx")
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [one.name for one in tmp_path.iterdir()] == ["scan.xlsx"]


KEY_OF = {
    "Niet of nauwelijks": "niet",
    "Deels": "deels",
    "Grotendeels": "grotendeels",
    "Volledig en geborgd": "volledig",
    "Onbekend": "onbekend",
    "Niet van toepassing": "nvt",
    "": "leeg",
    "grotendels": "grotendeels",
    "3 ": "grotendeels",
    "DEELS": "deels",
    "weet niet": "onbekend",
    "soms wel, soms niet": None,
    "niet volledig": None,
}


def cases() -> list[str]:
    return sorted(path.stem for path in CASES.glob("*.txt"))


@pytest.mark.parametrize("name", cases())
def test_10_an_example_reads_back_as_its_case_says(run: Run, name: str) -> None:
    case = dict(read_case((CASES / f"{name}.txt").read_text(encoding="utf-8")))
    (one,) = run("check", EXAMPLES / f"{name}.xlsx", "--json").data
    assert one["answers"] == {n: KEY_OF[case[f"antwoord_{int(n):02d}"]] for n in ALL_NUMBERS}
    assert (one["organisation"], one["department"]) == (case["organisatie"], case["onderdeel"])


def test_10_the_example_with_mistakes_tells_each_of_them(run: Run) -> None:
    (one,) = run("check", EXAMPLES / "fouten.xlsx", "--json").data
    assert [in_short(problem) for problem in one["problems"]] == [
        ("warning", "field-missing", "Gegevens!B10", None),
        ("warning", "answer-read-as", answer_cell(2), 2),
        ("warning", "answer-empty", answer_cell(5), 5),
        ("error", "answer-not-understood", answer_cell(6), 6),
        ("warning", "nvt-unexpected", answer_cell(13), 13),
        ("warning", "nvt-unexpected", answer_cell(16), 16),
        ("warning", "answer-empty", answer_cell(17), 17),
        ("warning", "answer-empty", answer_cell(22), 22),
        ("error", "answer-not-understood", answer_cell(24), 24),
        ("warning", "choice-not-understood", "QuickScan!F40", None),
    ]


def in_short(problem: dict[str, Any]) -> tuple[str, str, str | None, int | None]:
    return problem["severity"], problem["code"], problem["cell"], problem["stelling"]


@pytest.mark.skipif(not (soffice() and uno_python()), reason="LibreOffice is not installed here")
def test_10_the_examples_are_what_libreoffice_makes_of_the_cases(run: Run) -> None:
    sheets.filled_in_by_office(CASES, Path("nieuw"))
    fresh, committed = (
        {Path(one["file"]).name: one["answers"] for one in run("check", *scans, "--json").data}
        for scans in (sorted(Path("nieuw").glob("*.xlsx")), sorted(EXAMPLES.glob("*.xlsx")))
    )
    assert sorted(fresh) == [f"{name}.xlsx" for name in cases()]
    assert fresh == committed
