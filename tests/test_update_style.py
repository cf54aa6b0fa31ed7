"""Another house style: taken over where nobody worked in a report, told where somebody did."""

from __future__ import annotations

from pathlib import Path

from docx import Document

from tests.conftest import Run
from tests.editing import Editor
from tests.sheets import ROOT, make

HOUSE = ROOT / "tests" / "house_styles" / "gemeente.docx"
NAME = Path("uit") / "Adviesrapport Gemeente Toetsdam - Team Werk.docx"


def page_width() -> int | None:
    return Document(str(NAME)).sections[0].left_margin


def test_a_report_that_nobody_edited_gets_the_new_house_style(run: Run) -> None:
    make(Path("scan.xlsx"))
    run("report", "scan.xlsx", "-o", "uit", "--style", HOUSE)
    wanted = page_width()
    run("report", "scan.xlsx", "-o", "uit", "--fresh")
    assert page_width() != wanted
    (one,) = run("report", "scan.xlsx", "-o", "uit", "--style", HOUSE, "--json").data
    assert one["status"] == "updated"
    assert page_width() == wanted


def test_an_edited_report_keeps_its_house_style_and_that_is_told(run: Run) -> None:
    make(Path("scan.xlsx"))
    run("report", "scan.xlsx", "-o", "uit")
    before = page_width()
    editor = Editor(NAME.read_bytes())
    editor.insert(20, "Een eigen alinea.")
    NAME.write_bytes(editor.saved())
    (one,) = run("report", "scan.xlsx", "-o", "uit", "--style", HOUSE, "--json").data
    assert "style-kept" in [problem["code"] for problem in one["problems"]]
    assert page_width() == before
    assert "Een eigen alinea." in [p.text for p in Document(str(NAME)).paragraphs]
