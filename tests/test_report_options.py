"""What `quickscan report` makes when more is asked of it, and what it notes for the consultant.

1. `--short`: Deel A alone under a name of its own; at most six pages, as is Deel A of the whole.
2. It never speaks of Deel B or of a Bijlage, whatever the answers.
3. `--agenda`: the verbeteragenda as a workbook, begun with the first stellingen; it is no input.
4. `--previous`: the answers of an earlier scan of the same organisatie + onderdeel beside those of
   now. Of another one there are none.
5. `--style`, else `huisstijl` in quickscan.toml: a report on the paper of the organisation. A file
   that is no style document is one clear line, and nothing is written.
6. `quickscan style` tells in Dutch what such a document gives and lacks.
7. Notes, as comments of Word: beside an answer that could not be read, was interpreted, is empty
   or differs; beside personal data in a remark; beside text that fits any organisation.
8. One note for all sources without a target.
"""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from lxml import etree
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.conftest import Run
from tests.office import soffice
from tests.outline import outline, part
from tests.refresh_goldens import cases, fill_in
from tests.sheets import EXAMPLES, ROOT, complete, make

HOUSES = ROOT / "tests" / "house_styles"
HOUSE = HOUSES / "gemeente.docx"
FOOTER = "Gemeente Voorbeeldstad"
OTHER_HOUSE, OTHER_FOOTER = HOUSES / "uitvoering.dotx", "Uitvoering Toets"
MOST_PAGES = 6
NOW, EARLIER = "Nu", "Vorige scan"
ANSWERS = {case.name: case for case in cases()}
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
ELSEWHERE = re.compile(r"\bdeel b\b|\bbijlagen?\b", re.IGNORECASE)


def one_report(folder: Path) -> Path:
    (report,) = folder.glob("Adviesrapport*.docx")
    return report


def report_on(tmp_path: Path, run: Run, table: str, *options: object, **values: object) -> Path:
    """Make the report of one scan; `values` are typed by the names of their cells."""
    make(tmp_path / "in" / "scan.xlsx", table, **values)
    run("report", tmp_path / "in", "-o", tmp_path / "out", *options)
    return one_report(tmp_path / "out")


def headings(report: Path) -> list[str]:
    lines = (line.partition(" | ") for line in outline(report).splitlines())
    return [text for style, _, text in lines if style.startswith("Heading ")]


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


# 1. short


@pytest.mark.parametrize(
    ("department", "name"),
    [
        ("Team Werk", "Adviesrapport Gemeente Toetsdam - Team Werk (kort).docx"),
        ("", "Adviesrapport Gemeente Toetsdam (kort).docx"),
    ],
)
def test_1_a_short_report_has_a_name_of_its_own(
    tmp_path: Path, run: Run, department: str, name: str
) -> None:
    report = report_on(tmp_path, run, complete(onderdeel=department), "--short")
    assert report.name == name
    assert list((tmp_path / "out").iterdir()) == [report]


def test_1_a_short_report_leaves_the_whole_one_as_it_is(tmp_path: Path, run: Run) -> None:
    whole = report_on(tmp_path, run, complete())
    before = whole.read_bytes()
    run("report", tmp_path / "in", "-o", tmp_path / "out", "--short")
    assert len(list((tmp_path / "out").iterdir())) == 2
    assert whole.read_bytes() == before


@pytest.mark.parametrize("case", ANSWERS)
def test_1_a_short_report_holds_the_chapters_of_deel_a(
    tmp_path: Path, run: Run, case: str
) -> None:
    inbox = fill_in(ANSWERS[case], tmp_path / "in")
    run("report", inbox, "-o", tmp_path / "whole")
    run("report", inbox, "-o", tmp_path / "short", "--short")
    first, *rest = headings(one_report(tmp_path / "whole"))
    part_a = rest[: next(n for n, text in enumerate(rest) if text.startswith("Deel B"))]
    assert first.startswith("Deel A")
    assert headings(one_report(tmp_path / "short")) == part_a


def test_1_above_a_short_report_stands_whose_it_is_and_when(tmp_path: Path, run: Run) -> None:
    report = report_on(tmp_path, run, complete(), "--short")
    above, _, _ = outline(report).partition("Heading ")
    told = ("Gemeente Toetsdam", "Team Werk", "12 november 2026", "Concept")
    assert [one for one in told if one not in above] == []


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Return what LibreOffice prints of all examples, whole and short, by file name."""
    program = soffice()
    if program is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("pdfs")
    for options in ([], ["--short"]):
        command = ["-m", "pipeline", "report", str(EXAMPLES), "-o", str(folder), *options]
        subprocess.run([python(), *command], cwd=ROOT, check=False, capture_output=True)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = ["--headless", profile, "--convert-to", "pdf", "--outdir", str(folder)]
    files = sorted(folder.glob("*.docx"))
    subprocess.run([str(program), *options, *map(str, files)], check=True, capture_output=True)
    return {file.stem: file.with_suffix(".pdf").read_bytes() for file in files}
