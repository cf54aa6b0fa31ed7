"""A list of names: two columns, the name as written and the name to use, as Excel saves it.

1. xlsx, and csv in each form that Excel gives.
2. Rows may lead to each other.
3. What can't be read, or says two things, is one clear line per fault and ends with 2.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from pipeline.aliases import read_aliases
from tests.conftest import Run
from tests.sheets import complete, make

ROWS = (("Naam", "Goede naam"), ("Gem. Súdwest", "Gemeente Súdwest-Fryslân"), ("", ""))


def saved_xlsx(path: Path, rows: tuple[tuple[str, str], ...] = ROWS) -> Path:
    workbook = Workbook()
    for row in rows:
        workbook.worksheets[0].append(list(row))
    workbook.save(path)
    return path


def saved_csv(path: Path, delimiter: str, encoding: str) -> Path:
    lines = (delimiter.join(row) for row in ROWS)
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


def test_1_a_workbook(tmp_path: Path) -> None:
    aliases = read_aliases(saved_xlsx(tmp_path / "namen.xlsx"))
    assert aliases.name_for("gem. súdwest ") == "Gemeente Súdwest-Fryslân"
    assert aliases.name_for("Gemeente Toetsdam") == "Gemeente Toetsdam"
    assert aliases.name_for("") == ""


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_1_a_csv(tmp_path: Path, delimiter: str, encoding: str) -> None:
    aliases = read_aliases(saved_csv(tmp_path / "namen.csv", delimiter, encoding))
    assert aliases.name_for("Gem. Súdwest") == "Gemeente Súdwest-Fryslân"


def test_2_rows_may_lead_to_each_other_also_in_a_circle(tmp_path: Path) -> None:
    chain = (("A-dam", "Adam"), ("Adam", "Gemeente Adam"), ("Een", "Twee"), ("Twee", "Een"))
    aliases = read_aliases(saved_xlsx(tmp_path / "namen.xlsx", chain))
    assert aliases.name_for("A-dam") == "Gemeente Adam"
    assert aliases.name_for("Een") == "Een"


FAULTS = """
leeg.csv    |                               | deze lijst met namen is niet te lezen
half.csv    | Gem. Toetsdam;                | bij “Gem. Toetsdam” staat maar één naam
dubbel.csv  | Toets;Toetsdam@Toets;Toetshuis | “Toets” staat twee keer in de lijst
kapot.xlsx  | PK kapot                      | Excelwerkboek
"""


@pytest.mark.parametrize("line", FAULTS.strip().splitlines())
def test_3_a_list_that_can_not_be_used_is_a_clear_line(tmp_path: Path, run: Run, line: str) -> None:
    name, text, told = (cell.strip() for cell in line.split("|"))
    (tmp_path / name).write_text(text.replace("@", "\n"), encoding="utf-8")
    scan = make(tmp_path / "scan.xlsx", complete())
    ran = run("report", scan, "-o", tmp_path / "out", "--aliases", tmp_path / name)
    assert ran.code == 2
    assert name in ran.err
    assert told.casefold() in ran.err.casefold()
    assert not (tmp_path / "out").exists()


def test_3_a_list_that_is_not_there_is_a_clear_line(tmp_path: Path, run: Run) -> None:
    scan = make(tmp_path / "scan.xlsx", complete())
    ran = run("score", scan, "--aliases", tmp_path / "nergens.csv")
    assert ran.code == 2
    assert "nergens.csv" in ran.err
