"""What the reports say, word for word: the golden cases in tests/goldens.

1. The answers of a case, through the real command, give the expected outline.
2. So do the examples that are shipped, which LibreOffice filled in.
3. Nothing is left over in the folder of goldens.

After a change that is meant: `python tests/refresh_goldens.py`, and read the difference.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.refresh_goldens import OUTLINE, cases, fill_in, outline_of_reports, stale_ones
from tests.sheets import EXAMPLES

SHIPPED = {
    "startend": ["startend.xlsx"],
    "gemengd": ["gemengd.xlsx"],
    "gevorderd": ["gevorderd.xlsx"],
    "duo": ["duo-1.xlsx", "duo-2.xlsx"],
    "fouten": ["fouten.xlsx"],
}


def expected(case: Path) -> str:
    return (case / OUTLINE).read_text(encoding="utf-8")


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_answers_give_the_expected_report(tmp_path: Path, run: Run, case: Path) -> None:
    run("report", fill_in(case, tmp_path / "inbox"), "-o", tmp_path / "out")
    assert outline_of_reports(tmp_path / "out") == expected(case)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_shipped_example_gives_the_expected_report(tmp_path: Path, run: Run, case: Path) -> None:
    examples = [EXAMPLES / name for name in SHIPPED[case.name]]
    run("report", *examples, "-o", tmp_path / "out")
    assert outline_of_reports(tmp_path / "out") == expected(case)


def test_every_shipped_example_is_a_golden_case() -> None:
    shipped = sorted(name for names in SHIPPED.values() for name in names)
    assert sorted(path.name for path in EXAMPLES.glob("*.xlsx")) == shipped
    assert [case.name for case in cases()] == sorted(SHIPPED)


def test_no_golden_is_left_over() -> None:
    assert stale_ones() == []
