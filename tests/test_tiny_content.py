"""The whole way with another content: two themas, three stellingen (tests/klein).

1. The workbook, the check, the scores and the report follow the content that is named.
2. Nothing in the code knows the shipped themas, or how many stellingen there are.
3. `quickscan content --preview` writes a report per answer.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from pipeline.model import Content
from tests.conftest import Run
from tests.outline import outline
from tests.sheets import ROOT
from tests.small_content import small_folder

FILLED_IN = {
    "organisatie": "Gemeente Fietsdam",
    "onderdeel": "Team Trappers",
    "soort": "Gemeente",
    "wijze": "Ik vul alleen in",
    "rol": "Beleid",
    "datum": "12-11-2026",
    "antwoord_01": "Deels",
    "antwoord_02": "Volledig en geborgd",
    "antwoord_03": "Niet of nauwelijks",
    "opmerking_01": "Wie wil, mag de fiets van de zaak lenen.",
    "goed_stallen": "De conciërge is er altijd.",
    "keuze_1": "1 Fietsen bespreken",
}
NAMES = [
    *("antwoord_01", "antwoord_02", "antwoord_03"),
    *("opmerking_01", "opmerking_02", "opmerking_03"),
    *("goed_fietsen", "goed_stallen"),
]
SUMMARY = """
Body Text | Eén collega van Team Trappers van de gemeente Fietsdam vulde op 12 november 2026 de \
QuickScan in. Dit is uw eigen beeld, geen oordeel van buiten. Collega's zien het misschien \
anders. Eén stelling geldt volledig, één deels en één niet of nauwelijks.
Body Text | Bij Fietsen bent u gevorderd. Bij Stallen bent u startend. U bent het verst met Band \
plakken (2).
Body Text | Let op: er is geen stalling. Een gemeente moet die regelen. Ga dit als eerste na. \
Begin daarna met Fietsen bespreken (1).
"""
# What the report says of a stelling, from its heading on
STELLING_1 = """
QuickScan Stelling | Onze professionals bespreken met klanten hoe zij naar hun werk kunnen \
fietsen. ⏎ Toelichting: Niet iedereen heeft leren fietsen. Vraag ernaar.
QuickScan Tussenkop | Begin hier
QuickScan Tip | ⟦☐⟧ → Bied een fietsles aan. Kijk bij:
List Bullet 2 | [Fietsschool](https://fietsschool.example)
List Bullet 2 | een vereniging in de buurt
QuickScan Tip | ⟦☐⟧ → Deze lessen kunnen ook in de avond.
Quote | “Wie wil, mag de fiets van de zaak lenen.”
"""
FIRST_STEP = """
Body Text | **Waarom deze?** Een gemeente moet een stalling volgens de wet regelen, en het \
antwoord is Niet of nauwelijks. [Zie Deel B, stelling\xa03](#_stelling_03). **⏎ Eerste stap:** \
Vraag de conciërge naar de stalling.
QuickScan Inleiding | **Waarom deze?** U koos deze stelling in de scan. Het antwoord is Deels. \
Wie fietst, komt op tijd. [Zie Deel B, stelling\xa01](#_stelling_01). **⏎ Eerste stap:** Vraag wie \
wil leren fietsen. Bied een fietsles aan. Kijk bij:
"""
STELLING_3 = """
QuickScan Stelling | Bij ons gebouw is een stalling die elke klant mag gebruiken. \
⏎ Toelichting: Een stalling is droog en dichtbij.
QuickScan Tip | ⟦☐⟧ → Vraag de conciërge naar de stalling.
QuickScan Tip | ⟦☐⟧ → Maak een plan, zoals in het stallingboek staat.
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return small_folder(tmp_path / "content")


@pytest.fixture
def scan(tmp_path: Path, run: Run, small: Path) -> Path:
    """Return the workbook of the small content, made by the command and filled in."""
    path = tmp_path / "scan.xlsx"
    run("template", "--content", small, "-o", path)
    workbook = load_workbook(path)
    for name, text in FILLED_IN.items():
        _fill_in(workbook, name, text)
    workbook.save(path)
    return path


def _fill_in(workbook: Workbook, name: str, text: str) -> None:
    ((sheet, cell),) = workbook.defined_names[name].destinations
    workbook[sheet][cell].value = text


def report_lines(tmp_path: Path, run: Run, small: Path, scan: Path) -> list[str]:
    ran = run("report", scan, "--content", small, "-o", tmp_path / "out")
    assert ran.code == 0, ran.err
    (report,) = (tmp_path / "out").glob("*.docx")
    return outline(report).splitlines()


def section(lines: list[str], start: str) -> list[str]:
    """Return the lines from a heading up to the next heading."""
    first = lines.index(start)
    after = (n for n, line in enumerate(lines) if n > first and line.startswith("Heading"))
    return lines[first : next(after)]


def missing(wanted: str, lines: list[str]) -> list[str]:
    return [line for line in wanted.strip().splitlines() if line not in lines]


def test_workbook_has_the_names_of_this_content(tmp_path: Path, run: Run, small: Path) -> None:
    run("template", "--content", small, "-o", tmp_path / "leeg.xlsx")
    workbook = load_workbook(tmp_path / "leeg.xlsx")
    starts = ("antwoord_", "opmerking_", "goed_")
    assert sorted(n for n in workbook.defined_names if n.startswith(starts)) == sorted(NAMES)
    texts = [str(cell) for row in workbook["Uitleg"].iter_rows(values_only=True) for cell in row]
    assert any("voor 3 stellingen" in text for text in texts)


def test_counts_of_the_workbook_are_of_this_content(tmp_path: Path, run: Run, small: Path) -> None:
    run("template", "--content", small, "-o", tmp_path / "leeg.xlsx")
    sheet = load_workbook(tmp_path / "leeg.xlsx", data_only=True)["QuickScan"]
    found = [sheet[f"E{row}"].value for row in range(1, 15)]
    told = [text for text in found if text and str(text).startswith("Nog open")]
    assert told == ["Nog open: 3 van 3", "Nog open: 2 van 2", "Nog open: 1 van 1"]


def test_check_reads_the_answers(run: Run, small: Path, scan: Path) -> None:
    ran = run("check", scan, "--content", small, "--json")
    assert (ran.code, ran.data[0]["problems"]) == (0, [])
    assert ran.data[0]["answers"] == {"1": "deels", "2": "volledig", "3": "niet"}


def test_first_step_says_why_to_begin_here_and_is_led_in_where_content_says_so(
    tmp_path: Path, run: Run, small: Path, scan: Path
) -> None:
    lines = report_lines(tmp_path, run, small, scan)
    assert missing(FIRST_STEP, section(lines, "Heading 2 | 3 Waar kunt u beginnen?")) == []


def test_scores_are_of_these_themas(run: Run, small: Path, scan: Path) -> None:
    (scores,) = run("score", scan, "--content", small, "--json").data
    assert {k: (t["score"], t["niveau"]) for k, t in scores["themas"].items()} == {
        "fietsen": (3.0, "gevorderd"),
        "stallen": (1.0, "startend"),
    }
    assert {k: s["tips"] for k, s in scores["stellingen"].items()} == {
        "1": ["1.2", "1.3"],
        "2": ["2.2"],
        "3": ["3.1", "3.2"],
    }
    assert (scores["overall"]["scored"], scores["start_with"]) == (3, [3, 1])


def test_tip_that_leans_on_another_takes_it_along(run: Run, small: Path, scan: Path) -> None:
    workbook = load_workbook(scan)
    _fill_in(workbook, "antwoord_01", "Grotendeels")
    workbook.save(scan)
    (scores,) = run("score", scan, "--content", small, "--json").data
    assert scores["stellingen"]["1"]["tips"] == ["1.2", "1.3", "1.4"]


def test_summary_of_the_report(tmp_path: Path, run: Run, small: Path, scan: Path) -> None:
    assert missing(SUMMARY, report_lines(tmp_path, run, small, scan)) == []


def test_report_has_a_chapter_per_thema_and_a_heading_per_stelling(
    tmp_path: Path, run: Run, small: Path, scan: Path
) -> None:
    lines = report_lines(tmp_path, run, small, scan)
    headings = [
        text for style, _, text in (line.partition(" | ") for line in lines) if "3" in style
    ]
    numbered = [text for text in headings if text[1:2] == " "]
    assert numbered == ["1 Fietsen bespreken", "2 Band plakken", "3 Stalling voor iedereen"]
    titles = [line.partition(" ")[2] for line in lines if line.endswith((" Fietsen", " Stallen"))]
    assert len(titles) == 2


def test_report_tells_the_tips_of_this_content(
    tmp_path: Path, run: Run, small: Path, scan: Path
) -> None:
    lines = report_lines(tmp_path, run, small, scan)
    assert missing(STELLING_1, section(lines, "Heading 3 | 1 Fietsen bespreken")) == []
    assert missing(STELLING_3, section(lines, "Heading 3 | 3 Stalling voor iedereen")) == []
    assert "Vraag een collega om hulp." in " ".join(section(lines, "Heading 3 | 2 Band plakken"))


def test_opening_is_only_told_to_who_does_not_know(
    tmp_path: Path, run: Run, small: Path, scan: Path
) -> None:
    for answer, begin in (
        (
            "Onbekend",
            "Als onbekend is of klanten kunnen fietsen, vraag dat dan na. Zo nee, lees daarna de",
        ),
        ("Niet of nauwelijks", "Lees daarna de"),
    ):
        workbook = load_workbook(scan)
        _fill_in(workbook, "antwoord_01", answer)
        _fill_in(workbook, "onderdeel", answer)
        workbook.save(scan)
        run("report", scan, "--content", small, "-o", tmp_path / answer)
        (report,) = (tmp_path / answer).glob("*.docx")
        bullet = f"QuickScan Tip | ⟦☐⟧ → {begin} [fietsgids](https://fietsgids.example/gids)."
        assert bullet in section(outline(report).splitlines(), "Heading 3 | 1 Fietsen bespreken")


def test_report_holds_nothing_of_the_shipped_content(
    tmp_path: Path, run: Run, small: Path, scan: Path, content: Content
) -> None:
    text = "\n".join(report_lines(tmp_path, run, small, scan))
    assert [s.short_name for s in content.stellingen if s.short_name in text] == []
    assert [thema.title for thema in content.themas if f"| {thema.title} |" in text] == []
    assert "24" not in text


def test_code_names_no_thema_and_no_stelling(content: Content) -> None:
    files = (ROOT / "pipeline").rglob("*.py")
    trees = (ast.parse(file.read_text(encoding="utf-8")) for file in files)
    nodes = (node for tree in trees for node in ast.walk(tree))
    texts = {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    known = {stelling.short_name for stelling in content.stellingen}
    known |= {name for thema in content.themas for name in (thema.key, thema.title)}
    assert texts & known == set()


def test_preview_writes_a_report_per_answer(tmp_path: Path, run: Run, small: Path) -> None:
    ran = run("content", "--content", small, "--preview", tmp_path / "voorbeeld")
    assert ran.code == 0
    made = sorted(path.stem for path in (tmp_path / "voorbeeld").iterdir())
    title = "Adviesrapport Gemeente Voorbeeldstad"
    answers = ["Deels", "Grotendeels", "Niet of nauwelijks", "Niet van toepassing"]
    answers += ["Onbekend", "Volledig en geborgd"]
    assert made == [f"{title} - alles {answer}" for answer in answers]
