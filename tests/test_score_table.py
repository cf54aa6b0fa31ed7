"""The table of scores for other tools.

1. One row per stelling of each organisatie + onderdeel, in .xlsx and in .csv.
2. A .csv opens in a Dutch Excel: semicolons, decimal commas, a byte order mark.
3. Text that begins with = + - @ is never a formula.
4. Figures in .xlsx are numbers, rounded down; what is not there is empty.
5. With -o the data goes to the file.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.conftest import Run
from tests.sheets import EXAMPLES, complete, make


def rows_of_csv(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream, delimiter=";"))


def rows_of_xlsx(path: Path) -> list[list[object]]:
    return [list(row) for row in load_workbook(path).worksheets[0].iter_rows(values_only=True)]


@pytest.fixture
def box(run: Run) -> Path:
    """Make a box with two scans of one team and one of another."""
    make(Path("box/1.xlsx"), complete(_01="1", _09="nvt", _10="?"))
    make(Path("box/2.xlsx"), complete(_01="2", _09="nvt", _10="?"))
    make(Path("box/3.xlsx"), complete(onderdeel="Team Zuid"))
    return Path("box")


def test_1_2_a_csv_for_a_dutch_excel(run: Run, box: Path) -> None:
    assert run("score", box, "-o", "scores.csv").code == 0
    assert Path("scores.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    header, *rows = rows_of_csv(Path("scores.csv"))
    assert header[:3] == ["organisatie", "onderdeel", "invullers"]
    assert len(rows) == 48
    start = ["Gemeente Toetsdam", "Team Werk", "2", "Competenties"]
    overbruggen = ["1", "Cultuurverschillen overbruggen", "niet", "1,50", "1", "0,00", "startend"]
    assert rows[0] == start + overbruggen
    assert rows[8][6:] == ["nvt", "", "", "", ""]
    assert rows[9][6:] == ["onbekend", "", "", "0,00", "onbekend"]


def test_1_4_a_workbook_with_numbers(run: Run, box: Path) -> None:
    assert run("score", box, "-o", "scores.xlsx").code == 0
    header, *rows = rows_of_xlsx(Path("scores.xlsx"))
    assert len(rows) == 48
    first = dict(zip(header, rows[0], strict=True))
    assert (first["organisatie"], first["invullers"], first["nummer"]) == (
        "Gemeente Toetsdam",
        2,
        1,
    )
    assert (first["score"], first["spreiding"], first["verschil"]) == (1.5, 1, 0)
    assert rows[8][6:] == ["nvt", None, None, None, None]


def test_1_both_forms_say_the_same(run: Run) -> None:
    for name in ("scores.csv", "scores.xlsx"):
        run("score", EXAMPLES, "-o", name)
    text, values = rows_of_csv(Path("scores.csv")), rows_of_xlsx(Path("scores.xlsx"))
    assert [[meant(cell) for cell in row] for row in text] == values


def meant(cell: str) -> str | float | None:
    """Return what a cell of a Dutch .csv stands for."""
    number = cell.replace(",", ".")
    return float(number) if number.replace(".", "", 1).isdecimal() else cell or None


def test_4_figures_are_rounded_down(run: Run) -> None:
    for number, answer in enumerate(("2", "3", "3")):
        make(Path(f"box/{number}.xlsx"), complete(_01=answer))
    run("score", "box", "-o", "scores.csv")
    assert rows_of_csv(Path("scores.csv"))[1][7] == "2,66"


@pytest.mark.parametrize("name", ["=1+1", "+31 20", "-naam", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_3_a_name_that_looks_like_a_formula_stays_text(run: Run, name: str) -> None:
    make(Path("scan.xlsx"), organisatie=None, onderdeel=None)
    workbook = load_workbook("scan.xlsx")
    cell = workbook["Gegevens"]["B4"]
    cell.value, cell.data_type = name, "s"
    workbook.save("scan.xlsx")
    run("score", "scan.xlsx", "-o", "scores.csv")
    run("score", "scan.xlsx", "-o", "scores.xlsx")
    assert not rows_of_csv(Path("scores.csv"))[1][0].startswith(("=", "+", "-", "@"))
    cell = load_workbook("scores.xlsx").worksheets[0]["A2"]
    assert (cell.value, cell.data_type) == (name, "s")


def test_5_with_an_output_file_the_figures_are_not_printed_too(run: Run, box: Path) -> None:
    assert run("score", box, "-o", "scores.csv").out == ""


def test_5_a_table_that_is_there_is_kept_with_date_and_time(run: Run, box: Path) -> None:
    Path("scores.csv").write_text("van een ander")
    ran = run("score", box, "-o", "scores.csv")
    (kept,) = Path().glob("scores (*).csv")
    assert kept.read_text() == "van een ander"
    assert kept.name in ran.err
    again = run("score", box, "-o", "scores.csv")
    assert (ran.code, again.code, len(list(Path().glob("scores*.csv")))) == (0, 0, 2)


def test_5_json_may_be_asked_for_beside_the_file(run: Run, box: Path) -> None:
    ran = run("score", box, "-o", "scores.csv", "--json")
    assert len(ran.data) == 2
    assert Path("scores.csv").exists()
