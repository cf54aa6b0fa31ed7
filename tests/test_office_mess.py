"""What people do to a workbook in a real program (LibreOffice), and what is read of it.

1. Nothing that moves a row or column changes an answer, with or without names.
2. What was deleted is told; what was copied counts once.
3. A password, .xls and .ods are named as what they are.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from pipeline.check import check
from pipeline.model import Content, Origin
from pipeline.questionnaire import read_questionnaire
from tests.office import soffice, uno_python
from tests.sheets import EXAMPLES, ROOT, answer_cell
from tests.test_questionnaire import NOW

pytestmark = pytest.mark.skipif(
    not (soffice() and uno_python()), reason="LibreOffice is not installed here"
)
SOURCE = EXAMPLES / "gemengd.xlsx"
SCAN = "QuickScan"


def row(number: int) -> int:
    return int(answer_cell(number).rpartition("!")[2][1:])


BLOCK = f"A{row(1)}:F{row(9)}"
ANSWERS = f"E{row(1)}:E{row(24)}"
Steps = list[list[Any]]

# By name: the steps, and the codes that tell of it (besides those of the source: none).
HARMLESS: dict[str, tuple[Steps, set[str]]] = {
    "opened and saved": ([], set()),
    "sorted": ([["sort", SCAN, BLOCK, 1]], {"read-by-text"}),
    "sorted, no names": (
        [["sort", SCAN, BLOCK, 1], ["drop_names"]],
        {"read-by-text", "fields-by-label"},
    ),
    "rows inserted": ([["insert_rows", SCAN, row(5), 3]], set()),
    "rows inserted at the top": ([["insert_rows", SCAN, 1, 2]], set()),
    "rows inserted, no names": (
        [["insert_rows", SCAN, row(5), 3], ["drop_names"]],
        {"read-by-text", "fields-by-label"},
    ),
    "a column inserted": ([["insert_columns", SCAN, 5, 1]], set()),
    "a column inserted, no names": (
        [["insert_columns", SCAN, 3, 2], ["insert_columns", "Gegevens", 2, 1], ["drop_names"]],
        {"read-by-text", "fields-by-label"},
    ),
    "columns deleted": ([["delete_columns", SCAN, 3, 2]], set()),
    "columns deleted, no names": (
        [["delete_columns", SCAN, 3, 2], ["drop_names"]],
        {"read-by-text", "fields-by-label"},
    ),
    "number column deleted": ([["delete_columns", SCAN, 1, 1]], set()),
    "sheet renamed": ([["rename", SCAN, "Blad 1 (het echte)"]], set()),
    "sheet renamed, no names": (
        [["rename", SCAN, "Scan"], ["rename", "Gegevens", "Wie"], ["drop_names"]],
        {"read-by-text", "fields-by-label"},
    ),
    "sheet copied": ([["copy", SCAN, "Kopie"]], set()),
    "sheet hidden": ([["hide", SCAN]], set()),
    "an answer cut and pasted elsewhere": (
        [["cut_and_paste", SCAN, f"E{row(10)}:E{row(10)}", "H60"]],
        {"answer-elsewhere"},
    ),
    "a number as text": ([["type_in", SCAN, f"E{row(1)}", "2"]], set()),
    "a number": ([["number", SCAN, f"E{row(1)}", 2]], set()),
    "bold letters": ([["bold_start", SCAN, f"E{row(1)}", 3]], set()),
    "bold letters in a stelling": ([["bold_start", SCAN, f"B{row(1)}", 9]], set()),
    "a formula that gives an answer": ([["formula", SCAN, f"E{row(1)}", '="De"&"els"']], set()),
    "merged with the remark": ([["merge", SCAN, f"E{row(1)}:F{row(1)}"]], set()),
    "hidden rows below the table": ([["type_in", SCAN, "A2900", "x"]], set()),
}
HARMFUL: dict[str, tuple[Steps, set[str], dict[str, str | None]]] = {
    "a row deleted": (
        [["delete_rows", SCAN, row(7), 1]],
        {"stelling-missing"},
        {"7": "leeg"},
    ),
    "a row deleted, no names": (
        [["delete_rows", SCAN, row(7), 1], ["drop_names"]],
        {"stelling-missing", "read-by-text", "fields-by-label", "edition-unknown"},
        {"7": "leeg"},
    ),
    "a copy that differs": (
        [["copy", SCAN, "Kopie"], ["type_in", "Kopie", f"E{row(2)}", "Volledig en geborgd"]],
        {"stelling-twice"},
        {"2": None},
    ),
    "answer and remark swapped": (
        [
            ["copy_and_paste", SCAN, f"E{row(7)}", f"F{row(7)}"],
            ["type_in", SCAN, f"E{row(7)}", ""],
        ],
        {"answer-elsewhere"},
        {},
    ),
    "a formula that fails": (
        [["formula", SCAN, f"E{row(7)}", "=1/0"]],
        {"answer-without-value"},
        {"7": None},
    ),
    "text over the answer": (
        [["type_in", SCAN, f"E{row(7)}", "dat verschilt per collega"]],
        {"answer-not-understood"},
        {"7": None},
    ),
}
REFUSED: dict[str, tuple[str, Steps, str]] = {
    "password": ("x.xlsx", [["password", "geheim"]], "file-encrypted"),
    "old Excel": ("x.xls", [], "file-is-xls"),
    "old Excel by another name": ("x.xls", [], "file-is-xls"),
    "OpenDocument": ("x.ods", [], "file-is-ods"),
    "no column of answers": (
        "x.xlsx",
        [["delete_columns", SCAN, 5, 2], ["drop_names"]],
        "file-without-answers",
    ),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Let LibreOffice make all workbooks in one go."""
    folder = tmp_path_factory.mktemp("mess")
    cases = {name: ("x.xlsx", steps) for name, (steps, *_) in (HARMLESS | HARMFUL).items()}
    cases |= {name: (file, steps) for name, (file, steps, _) in REFUSED.items()}
    targets = {
        name: folder / f"{number}{Path(file).suffix}"
        for number, (name, (file, _)) in enumerate(cases.items())
    }
    jobs = [
        {"source": str(SOURCE), "target": str(targets[name]), "steps": steps}
        for name, (_, steps) in cases.items()
    ]
    (folder / "jobs.json").write_text(json.dumps(jobs), encoding="utf-8")
    program = ROOT / "tests" / "mess_up.py"
    subprocess.run([uno_python() or "", program, folder / "jobs.json"], check=True, timeout=300)
    return targets


def read(path: Path, content: Content) -> tuple[dict[str, str | None], list[str], set[str]]:
    """Return the answers, what stands in the fields, and the codes of what is told."""
    one, shape = read_questionnaire(Origin(path.name, path, NOW), content)
    assert one is not None, [problem.code for problem in shape]
    profile = one.profile
    fields = [profile.organisation, profile.department, profile.kind, profile.mode, profile.role]
    return (
        {str(g.stelling): None if g.is_unread else g.antwoord.value for g in one.answers},
        [field.text for field in fields] + [str(profile.day)],
        {problem.code.key for problem in (*shape, *check(one, content))},
    )


@pytest.mark.parametrize("name", HARMLESS)
def test_1_2_an_answer_stays_what_it_was(
    made: dict[str, Path], content: Content, name: str
) -> None:
    answers, fields, codes = read(made[name], content)
    as_it_was = read(SOURCE, content)
    assert (answers, fields) == as_it_was[:2]
    assert codes - as_it_was[2] == HARMLESS[name][1]


@pytest.mark.parametrize("name", HARMFUL)
def test_2_what_is_not_certain_is_told(made: dict[str, Path], content: Content, name: str) -> None:
    answers, fields, codes = read(made[name], content)
    as_it_was = read(SOURCE, content)
    _, told, changes = HARMFUL[name]
    assert (answers, fields) == (as_it_was[0] | changes, as_it_was[1])
    assert codes - as_it_was[2] == told


@pytest.mark.parametrize("name", REFUSED)
def test_3_what_can_t_be_read_is_named(made: dict[str, Path], content: Content, name: str) -> None:
    path = made[name]
    if name == "old Excel by another name":
        path = path.rename(path.with_suffix(".xlsx"))
    if path.suffix in (".xls", ".ods"):
        path = path.rename(path.with_name(f"{path.stem}-hernoemd.xlsx"))
    one, problems = read_questionnaire(Origin(path.name, path, NOW), content)
    assert (one, [p.code.key for p in problems]) == (None, [REFUSED[name][2]])
