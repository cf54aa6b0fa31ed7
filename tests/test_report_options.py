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

import io
import re
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.cli import quickscan
from tests.conftest import Run
from tests.outline import COMMENTS, comments, outline, part, w
from tests.printed import page_objects, page_of, printed
from tests.refresh_goldens import cases, fill_in
from tests.sheets import EXAMPLES, ROOT, complete, made_in, make

HOUSES = ROOT / "tests" / "house_styles"
HOUSE = HOUSES / "gemeente.docx"
FOOTER = "Gemeente Voorbeeldstad"
OTHER_HOUSE, OTHER_FOOTER = HOUSES / "uitvoering.dotx", "Uitvoering Toets"
MOST_PAGES = 6
MAIN, CHART = "word/document.xml", "word/charts/chart1.xml"
WORKBOOK = "word/embeddings/Microsoft_Excel_Worksheet1.xlsx"
NOW, EARLIER = "Nu", "Vorige scan"
ANSWERS = {case.name: case for case in cases()}
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
NO_SERIES = re.compile(r"^\s*$|\(zonder waarde\)$")  # what helps to draw the others
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
    assert made_in(tmp_path / "out") == [report]


def test_1_a_short_report_leaves_the_whole_one_as_it_is(tmp_path: Path, run: Run) -> None:
    whole = report_on(tmp_path, run, complete())
    before = whole.read_bytes()
    run("report", tmp_path / "in", "-o", tmp_path / "out", "--short")
    assert len(made_in(tmp_path / "out")) == 2
    assert whole.read_bytes() == before


@pytest.mark.parametrize("case", ANSWERS)
def test_1_a_short_report_holds_the_chapters_of_deel_a(tmp_path: Path, run: Run, case: str) -> None:
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
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return what LibreOffice prints of the examples, whole and short, by file name."""
    folder = tmp_path_factory.mktemp("pdfs")
    for options in ([], ["--short"]):
        scans = map(str, sorted(EXAMPLES.glob("*.xlsx")))
        arguments = ["report", *scans, "-o", str(folder), *options]
        CliRunner().invoke(quickscan, arguments, catch_exceptions=False)
    return printed(folder)


def test_1_a_short_report_has_at_most_six_pages(pdfs: dict[str, bytes]) -> None:
    pages = {name: len(page_objects(pdf)) for name, pdf in pdfs.items() if "(kort)" in name}
    assert len(pages) == len(ANSWERS)
    assert {name: count for name, count in pages.items() if count > MOST_PAGES} == {}


def test_1_deel_a_of_a_whole_report_has_at_most_six_pages(pdfs: dict[str, bytes]) -> None:
    whole = {name: pdf for name, pdf in pdfs.items() if "(kort)" not in name}
    pages = {name: page_of(pdf, "Deel B") - page_of(pdf, "Deel A") for name, pdf in whole.items()}
    assert len(pages) == len(ANSWERS)
    assert {name: count for name, count in pages.items() if not 0 < count <= MOST_PAGES} == {}


# 2. nothing of Deel B in a short report

EVERYWHERE = (
    "Niet of nauwelijks",
    "Deels",
    "Grotendeels",
    "Volledig en geborgd",
    "Onbekend",
    "Niet van toepassing",
)


def speaks_of_elsewhere(report: Path) -> list[str]:
    """Return where a report speaks of Deel B or a Bijlage, also in what is read aloud."""
    with zipfile.ZipFile(report) as package:
        names = [name for name in package.namelist() if name.endswith(".xml")]
        parts = {name: package.read(name).decode("utf-8") for name in names}
    found = [(name, ELSEWHERE.search(text)) for name, text in parts.items()]
    return [f"{name}: {words[0]}" for name, words in found if words]


@pytest.mark.parametrize("answer", EVERYWHERE)
def test_2_a_short_report_never_speaks_of_what_it_lacks(
    tmp_path: Path, run: Run, answer: str
) -> None:
    report = report_on(tmp_path, run, complete(alles=answer), "--short")
    assert speaks_of_elsewhere(report) == []


@pytest.mark.parametrize("case", ANSWERS)
def test_2_neither_does_that_of_an_example(tmp_path: Path, run: Run, case: str) -> None:
    run("report", fill_in(ANSWERS[case], tmp_path / "in"), "-o", tmp_path / "out", "--short")
    report = one_report(tmp_path / "out")
    assert speaks_of_elsewhere(report) == []
    starts = {one.get(w("name")) for one in part(report, MAIN).iter(w("bookmarkStart"))}
    assert {one.get(w("anchor")) for one in part(report, MAIN).iter(w("hyperlink"))} <= {
        None,
        *starts,
    }


def test_2_a_whole_report_does_speak_of_them(tmp_path: Path, run: Run) -> None:
    assert speaks_of_elsewhere(report_on(tmp_path, run, complete())) != []


# 3. the agenda

COLUMNS = ["Stelling", "Wat gaan we doen?", "Wie?", "Klaar op", "Stand"]
STATES = "Niet gestart,Loopt,Klaar"
FIRST_FIVE = """
16 Cliëntondersteuning en maatjes
21 Gedragen visie
22 Plan van aanpak
4 Discriminatie bespreekbaar maken
14 Ondersteunen bij screening
"""


def agenda(folder: Path) -> Worksheet:
    (file,) = folder.glob("Verbeteragenda*.xlsx")
    (sheet,) = load_workbook(file).worksheets
    assert isinstance(sheet, Worksheet)
    return sheet


def filled_rows(sheet: Worksheet) -> list[list[str | None]]:
    """Return the rows below the header in which anything stands."""
    values = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    return [[None if one is None else str(one) for one in row] for row in values if any(row)]


def with_agenda(tmp_path: Path, run: Run, case: str, *options: str) -> Worksheet:
    inbox = fill_in(ANSWERS[case], tmp_path / "in")
    run("report", inbox, "-o", tmp_path / "out", "--agenda", *options)
    return agenda(tmp_path / "out")


@pytest.mark.parametrize(
    ("department", "name"),
    [
        ("Team Werk", "Verbeteragenda Gemeente Toetsdam - Team Werk.xlsx"),
        ("", "Verbeteragenda Gemeente Toetsdam.xlsx"),
    ],
)
def test_3_an_agenda_stands_beside_the_report(
    tmp_path: Path, run: Run, department: str, name: str
) -> None:
    report = report_on(tmp_path, run, complete(onderdeel=department), "--agenda")
    assert {file.name for file in made_in(report.parent)} == {report.name, name}


def test_3_there_is_none_unless_asked_for(tmp_path: Path, run: Run) -> None:
    report = report_on(tmp_path, run, complete())
    assert made_in(report.parent) == [report]


def test_3_an_agenda_has_the_columns_of_the_report(tmp_path: Path, run: Run) -> None:
    sheet = with_agenda(tmp_path, run, "gemengd")
    assert [cell.value for cell in sheet[1]] == COLUMNS
    assert f"| {' | '.join(COLUMNS)} |" in outline(one_report(tmp_path / "out"))


def test_3_it_begins_with_the_five_of_the_report(tmp_path: Path, run: Run) -> None:
    expected = [[name, None, None, None, "Niet gestart"] for name in FIRST_FIVE.strip().split("\n")]
    assert filled_rows(with_agenda(tmp_path, run, "gemengd", "--short")) == expected


@pytest.mark.parametrize("case", ANSWERS)
def test_3_it_begins_with_what_the_scores_say(tmp_path: Path, run: Run, case: str) -> None:
    names = [str(row[0]) for row in filled_rows(with_agenda(tmp_path, run, case))]
    (scores,) = run("score", tmp_path / "in", "--json").data
    assert [int(name.split()[0]) for name in names] == scores["start_with"]


def test_3_every_row_offers_how_far_it_is_and_takes_a_date(tmp_path: Path, run: Run) -> None:
    sheet = with_agenda(tmp_path, run, "gemengd")
    (choice,) = sheet.data_validations.dataValidation
    assert (choice.type, choice.formula1) == ("list", f'"{STATES}"')
    rows_below = range(2, sheet.max_row + 1)
    assert len(rows_below) > 5
    assert [row for row in rows_below if f"E{row}" not in choice.sqref] == []
    assert {sheet.cell(row, 4).number_format for row in rows_below} == {"dd-mm-yyyy"}


def test_3_an_agenda_is_no_input(tmp_path: Path, run: Run) -> None:
    report_on(tmp_path, run, complete(), "--agenda")
    make(tmp_path / "out" / "scan.xlsx", complete())
    ran = run("check", tmp_path / "out", "--json")
    assert [Path(one["file"]).name for one in ran.data] == ["scan.xlsx"]
    assert ran.code == 0


def test_3_the_same_agenda_is_left_as_it_is(tmp_path: Path, run: Run) -> None:
    with_agenda(tmp_path, run, "gemengd")
    with_agenda(tmp_path, run, "gemengd")
    assert len(made_in(tmp_path / "out")) == 2


def test_3_an_agenda_that_somebody_filled_in_is_never_lost(tmp_path: Path, run: Run) -> None:
    with_agenda(tmp_path, run, "gemengd")
    (file,) = (tmp_path / "out").glob("Verbeteragenda*.xlsx")
    workbook = load_workbook(file)
    workbook.worksheets[0]["B2"] = "Met Regelhulp bellen"
    workbook.save(file)
    run("report", tmp_path / "in", "-o", tmp_path / "out", "--agenda")
    kept = [
        load_workbook(one).worksheets[0] for one in (tmp_path / "out").glob("Verbeteragenda*.xlsx")
    ]
    assert "Met Regelhulp bellen" in [sheet["B2"].value for sheet in kept]


# 4. an earlier scan

# Stelling | now | earlier | in the chart now | in the chart earlier
BESIDE = """
07 | Grotendeels        | Deels              | 3 Grotendeels        | 2 Deels
04 | Onbekend           | Niet of nauwelijks | - Onbekend           | 1 Niet of nauwelijks
09 | Deels              | Niet van toepassing| 2 Deels              | - N.v.t.
21 | Niet of nauwelijks | Volledig en geborgd| 1 Niet of nauwelijks | 4 Volledig en geborgd
"""


def series_of(report: Path) -> list[str]:
    """Return the names of the series in the chart, but what stands in for a lacking value."""
    names = [one.findtext(f".//{C}tx//{C}v") for one in part(report, CHART).iter(f"{C}ser")]
    return [str(name) for name in names if not NO_SERIES.search(str(name))]


def in_chart(report: Path, series: str, number: int) -> str:
    """Return figure and word of a series at a stelling: `3 Grotendeels`, `- Onbekend`."""
    with zipfile.ZipFile(report) as package:
        (sheet,) = load_workbook(io.BytesIO(package.read(WORKBOOK))).worksheets
    header, *lines = ([cell.value for cell in row] for row in sheet.iter_rows())
    figure, word, label = header.index(series), header.index(f"{series} (tekst)"), ""
    for line in lines:
        label = str(line[0] or label)
        if line[word] and label.startswith(f"{number} "):
            return f"{'-' if line[figure] is None else line[figure]} {line[word]}"
    return ""


def beside(tmp_path: Path, run: Run, now: str, earlier: str, *more: str) -> Path:
    """Make a report with an earlier scan beside it; `more` are scans of others at that time."""
    for number, table in enumerate((earlier, *more), 1):
        make(tmp_path / "vorig" / f"{number}.xlsx", table)
    return report_on(tmp_path, run, now, "--previous", tmp_path / "vorig")


def test_4_the_chart_shows_both_answers(tmp_path: Path, run: Run) -> None:
    table = rows(BESIDE)
    now = complete(**{f"_{number}": answer for number, answer, _, _, _ in table})
    earlier = complete(**{f"_{number}": answer for number, _, answer, _, _ in table})
    report = beside(tmp_path, run, now, earlier)
    assert series_of(report) == [NOW, EARLIER]
    for number, _, _, *expected in table:
        assert [in_chart(report, one, int(number)) for one in (NOW, EARLIER)] == expected


def test_4_the_earlier_scan_may_be_one_file(tmp_path: Path, run: Run) -> None:
    scan = make(tmp_path / "vorig.xlsx", complete(alles="Grotendeels"))
    report = report_on(tmp_path, run, complete(), "--previous", scan)
    assert in_chart(report, NOW, 1) == "2 Deels"
    assert in_chart(report, EARLIER, 1) == "3 Grotendeels"


def test_4_of_many_scans_the_one_of_the_same_department_is_taken(tmp_path: Path, run: Run) -> None:
    others = (
        complete(alles="Niet of nauwelijks", onderdeel="Team Inkomen"),
        complete(alles="Niet of nauwelijks", organisatie="Gemeente Elders"),
    )
    same = complete(alles="Grotendeels", organisatie="gemeente  TOETSDAM")
    report = beside(tmp_path, run, complete(), others[0], same, others[1])
    assert in_chart(report, EARLIER, 1) == "3 Grotendeels"


def test_4_of_several_people_the_middle_answer_is_shown(tmp_path: Path, run: Run) -> None:
    earlier = [complete(alles=a) for a in ("Niet of nauwelijks", "Deels", "Grotendeels")]
    report = beside(tmp_path, run, complete(alles="Grotendeels"), *earlier)
    assert in_chart(report, NOW, 1) == "3 Grotendeels"
    assert in_chart(report, EARLIER, 1) == "2 Deels"


def test_4_what_stands_around_the_chart_speaks_of_the_earlier_scan(
    tmp_path: Path, run: Run
) -> None:
    report = beside(tmp_path, run, complete(), complete())
    assert "vorige scan" in outline(report)
    run("report", tmp_path / "in", "-o", tmp_path / "alone")
    assert "vorige scan" not in outline(one_report(tmp_path / "alone"))


@pytest.mark.parametrize("other", ["organisatie", "onderdeel"])
def test_4_without_an_earlier_scan_there_is_no_second_series(
    tmp_path: Path, run: Run, other: str
) -> None:
    earlier = complete(alles="Grotendeels", **{other: "Iets Anders"})
    report = beside(tmp_path, run, complete(), earlier)
    assert series_of(report) == [NOW]
    assert "vorige scan" not in outline(report)


def test_4_that_there_is_none_is_told(tmp_path: Path, run: Run) -> None:
    scan = make(tmp_path / "scan.xlsx", complete())
    other = make(tmp_path / "vorig.xlsx", complete(organisatie="Gemeente Elders"))
    told = "geen eerdere scan gevonden"
    assert told in run("report", scan, "-o", tmp_path / "1", "--previous", other).err
    assert told not in run("report", scan, "-o", tmp_path / "2", "--previous", scan).err


def test_4_a_folder_in_which_no_scan_can_be_read_is_told_once_and_the_report_is_made(
    tmp_path: Path, run: Run
) -> None:
    scan = make(tmp_path / "scan.xlsx", complete())
    (tmp_path / "vorig").mkdir()
    (tmp_path / "vorig" / "kapot.xlsx").write_bytes(b"PK kapot")
    ran = run("report", scan, "-o", tmp_path / "out", "--previous", tmp_path / "vorig")
    assert ran.code == 0
    assert "kapot.xlsx" in ran.err
    told = "Hier is geen eerdere scan gevonden die te lezen is. De rapporten vergelijken niet."
    assert ran.err.count(told) == 1
    assert series_of(one_report(tmp_path / "out")) == [NOW]


def test_4_an_earlier_scan_that_does_not_exist_is_a_mistake(tmp_path: Path, run: Run) -> None:
    scan = make(tmp_path / "scan.xlsx", complete())
    ran = run("report", scan, "-o", tmp_path / "out", "--previous", tmp_path / "nergens")
    assert ran.code == 2
    assert "nergens" in ran.err
    assert not (tmp_path / "out").exists()


# 5. house style


def shown_around(report: Path) -> str:
    """Return the text of all headers and footers."""
    with zipfile.ZipFile(report) as package:
        names = [name for name in package.namelist() if re.match(r"word/(head|foot)er\d", name)]
    return "".join(str(text) for name in names for text in part(report, name).itertext())


def setting(path: Path, style: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'huisstijl = "{style.as_posix()}"\n', encoding="utf-8")
    return path


def test_5_a_report_has_the_paper_of_the_style_document(tmp_path: Path, run: Run) -> None:
    report = report_on(tmp_path, run, complete(), "--style", HOUSE)
    assert FOOTER in shown_around(report)
    with zipfile.ZipFile(report) as package:
        assert [name for name in package.namelist() if name.startswith("word/media/")] != []
    assert "Heading 2 | 1 Samenvatting" in outline(report)


def test_5_without_one_it_has_ours(tmp_path: Path, run: Run) -> None:
    around = shown_around(report_on(tmp_path, run, complete()))
    assert "Adviesrapport QuickScan diversiteitsensitief begeleiden" in around
    assert FOOTER not in around


def test_5_nothing_of_the_text_of_a_style_document_comes_along(tmp_path: Path, run: Run) -> None:
    said = [paragraph.text.strip() for paragraph in Document(str(HOUSE)).paragraphs]
    told = [text for text in said if len(text) > 20]
    report = outline(report_on(tmp_path, run, complete(), "--style", HOUSE))
    assert told != []
    assert [text for text in told if text in report] == []


def test_5_what_a_style_document_lacks_is_told(tmp_path: Path, run: Run) -> None:
    make(tmp_path / "scan.xlsx", complete())
    ran = run("report", tmp_path / "scan.xlsx", "--style", HOUSE)
    assert ran.code == 0
    (line,) = (line for line in ran.err.splitlines() if "gemeente.docx" in line)
    assert re.search("De huisstijl mist .*QuickScan Voorblad, .*Die zijn toegevoegd", line)


def test_5_the_settings_name_a_style_document(tmp_path: Path, run: Run) -> None:
    setting(tmp_path / "quickscan.toml", HOUSE)
    assert FOOTER in shown_around(report_on(tmp_path, run, complete()))


def test_5_its_place_is_told_from_that_of_the_settings(tmp_path: Path, run: Run) -> None:
    config = setting(tmp_path / "elders" / "instellingen.toml", Path("huis.docx"))
    (tmp_path / "elders" / "huis.docx").write_bytes(HOUSE.read_bytes())
    report = report_on(tmp_path, run, complete(), "--config", config)
    assert FOOTER in shown_around(report)


def test_5_the_option_goes_before_the_setting(tmp_path: Path, run: Run) -> None:
    setting(tmp_path / "quickscan.toml", HOUSE)
    around = shown_around(report_on(tmp_path, run, complete(), "--style", OTHER_HOUSE))
    assert OTHER_FOOTER in around
    assert FOOTER not in around


# What the file is | its name | what is said of it
NO_STYLE = """
nothing  | leeg.docx   | Dit huisstijlbestand is leeg (0 bytes).
text     | tekst.docx  | Dit huisstijlbestand is geen Word-document (.docx of .dotx).
pdf      | stijl.pdf   | Dit huisstijlbestand is geen Word-document (.docx of .dotx).
workbook | scan.xlsx   | Dit huisstijlbestand is geen Word-document (.docx of .dotx).
absent   | nergens.docx| Dit huisstijlbestand is niet te lezen: het bestaat niet.
"""


@pytest.mark.parametrize("how", ["option", "setting"])
@pytest.mark.parametrize("line", NO_STYLE.strip().splitlines())
def test_5_a_file_that_is_no_style_document_is_one_clear_line(
    tmp_path: Path, run: Run, line: str, how: str
) -> None:
    what, name, said = (cell.strip() for cell in line.split("|"))
    style = no_style(what, tmp_path / name)
    scan = make(tmp_path / "in" / "scan.xlsx", complete())
    options = ("--style", style)
    if how == "setting":
        options = ("--config", setting(tmp_path / "instellingen.toml", style))
    ran = run("report", scan, "-o", tmp_path / "out", *options)
    assert (ran.code, ran.out) == (2, "")
    (told,) = ran.err.splitlines()
    assert told.startswith(f"{style}: FOUT: {said} ")
    assert list((tmp_path / "out").glob("*")) == []


def no_style(what: str, path: Path) -> Path:
    """Save a file that is no style document."""
    holds = {"nothing": b"", "text": b"Beste collega", "pdf": b"%PDF-1.7\n"}
    if what == "workbook":
        make(path, complete())
    elif what in holds:
        path.write_bytes(holds[what])
    return path


# 6. what a style document gives

# Style document | what is told of it, each in a line of its own; … for what is left out here
TOLD = """
gemeente.docx   | Bladzijde: A4 staand, marges boven 3,5 cm, onder 2,5 cm, links 3 cm, rechts 2 cm.
gemeente.docx   | Gaat mee: koptekst, voettekst, logo.
gemeente.docx   | Komt in elk rapport op de bladzijden te staan: “…Voorbeeldstad · pagina 1”.
gemeente.docx   | Stijlen gevonden: Kop 1, Kop 2, Kop 3, Titel, …
gemeente.docx   | Stijlen die ontbreken: …QuickScan Voorblad, …
gemeente.docx   | Wat ontbreekt, komt uit de eigen stijl van de QuickScan.
gemeente.docx   | Gaat niet mee: tekst, opmerkingen, …
uitvoering.dotx | Stijlen die ontbreken: …Ondertitel, …
uitvoering.dotx | Gaat niet mee: tekst, bijgehouden wijzigingen, …
"""


@pytest.mark.parametrize("line", TOLD.strip().splitlines())
def test_6_what_a_style_document_gives_is_told_in_dutch(run: Run, line: str) -> None:
    house, said = (cell.strip() for cell in line.split("|"))
    ran = run("style", HOUSES / house)
    assert (ran.code, ran.err) == (0, "")
    wanted = re.escape(said).replace("…", ".*")
    assert [one for one in ran.out.splitlines() if re.fullmatch(wanted, one)] != []


def test_6_our_own_lacks_nothing(run: Run) -> None:
    ran = run("style", ROOT / "content" / "huisstijl.docx")
    assert ran.code == 0
    assert "Stijlen die ontbreken: geen." in ran.out.splitlines()


@pytest.mark.parametrize("line", NO_STYLE.strip().splitlines())
def test_6_a_file_that_is_no_style_document_is_told_too(
    tmp_path: Path, run: Run, line: str
) -> None:
    what, name, said = (cell.strip() for cell in line.split("|"))
    ran = run("style", no_style(what, tmp_path / name))
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


# 7. notes

STELLING_HEADING = re.compile(r"Heading 3 \| (\d+) ")
NOTE = re.compile(r"^(.*?) \|.*?‹comment: (.*)›$")


def notes(report: Path) -> list[tuple[int, str, str]]:
    """Return the notes at stellingen: number, style of the paragraph, text of each note."""
    found, number = [], 0
    for line in outline(report).splitlines():
        heading = STELLING_HEADING.match(line)
        number = int(heading[1]) if heading else 0 if line.startswith("Heading") else number
        style, _, rest = line.partition(" | ")
        for note in re.findall(r"‹comment: (.*?)›", rest) if number else ():
            found.append((number, style, note))
    return found


# Stelling and what is typed | beside | what the note says; … for what is left out here
ANSWER_NOTES = """
06: soms wel, soms niet | Antwoord  | …“soms wel, soms niet” is geen antwoord uit de lijst.…
06: 7                   | Antwoord  | …“7” is geen antwoord uit de lijst.…
02: grotendels          | Antwoord  | …“grotendels” is zo gelezen: Grotendeels.…
05:                     | Antwoord  | Stelling 5 is niet ingevuld.…
13: Niet van toepassing | Antwoord  | …Niet van toepassing past hier zelden.…
16: Volledig en geborgd | Body Text | Hier staat een algemene zin, …
20: Volledig en geborgd | Body Text | Hier staat een algemene zin, …
"""


@pytest.mark.parametrize("line", ANSWER_NOTES.strip().splitlines())
def test_7_what_to_look_at_is_noted_at_its_place(tmp_path: Path, run: Run, line: str) -> None:
    typed, beside, said = (cell.strip() for cell in line.split("|"))
    number, _, answer = typed.partition(":")
    report = report_on(tmp_path, run, complete(**{f"_{number}": answer.strip()}))
    ((stelling, style, note),) = notes(report)
    assert (stelling, style.removeprefix("QuickScan ")) == (int(number), beside)
    assert re.fullmatch(re.escape(said).replace("…", ".*"), note)


@pytest.mark.parametrize("answer", ["Deels", "deels", "2", "Onbekend", "weet niet"])
def test_7_what_is_understood_as_it_is_has_no_note(tmp_path: Path, run: Run, answer: str) -> None:
    assert notes(report_on(tmp_path, run, complete(_07=answer))) == []


def test_7_answers_that_differ_are_noted(tmp_path: Path, run: Run) -> None:
    make(tmp_path / "in" / "1.xlsx", complete(_07="Volledig en geborgd", _08="Grotendeels"))
    report = report_on(tmp_path, run, complete(_10="Onbekend"))
    (apart, unknown) = notes(report)
    assert apart[:2] == (7, "QuickScan Antwoord")
    assert "lopen hier uiteen (van Deels tot Volledig en geborgd)" in apart[2]
    assert unknown[:2] == (10, "QuickScan Antwoord")
    assert "lopen hier uiteen (1 keer Deels en 1 keer Onbekend)" in unknown[2]


# Remark of somebody who is Sanne Voorbeeld, s.voorbeeld@toetsdam.example | what the notes name
REMARKS = """
Mail naar info@toetsdam.example of bel ons.    | mailadres
Mijn adres: s.voorbeeld@toetsdam.example       | mailadres, naam
Bel 06-12345678 als u meer wilt weten.         | telefoonnummer
Te bereiken op 020 123 45 67.                  | telefoonnummer
Te bereiken op +31 6 1234 5678.                | telefoonnummer
Te bereiken op (020) 1234567.                  | telefoonnummer
Te bereiken op 06 - 12 34 56 78.               | telefoonnummer
Sanne Voorbeeld gaat hierover.                 | naam
SANNE  VOORBEELD weet dit.                     | naam
Sanne Voorbeeld, 0612345678                    | telefoonnummer, naam
Wij doen dit sinds 2019, in 2020-2021 nog niet. |
Dat kostte 1.250.000 euro voor 12000 klanten.  |
Een voorbeeld is het project van 12-11-2026.   |
"""


@pytest.mark.parametrize("line", REMARKS.strip().splitlines())
def test_7_personal_data_in_a_remark_are_noted(tmp_path: Path, run: Run, line: str) -> None:
    remark, expected = (cell.strip() for cell in line.split("|"))
    sender = {"invuller": "Sanne Voorbeeld", "email": "s.voorbeeld@toetsdam.example"}
    report = report_on(tmp_path, run, complete(**sender), opmerking_07=remark)
    found = notes(report)
    assert {(number, style) for number, style, _ in found} <= {(7, "Quote")}
    named = [re.findall(r"staat (?:een|de) (\w+)", note)[0] for _, _, note in found]
    assert ", ".join(named) == expected


FIRST_NAMES = """
# who filled in       | remark                              | noted
Sanne Voorbeeld       | Dat regelt sanne altijd.            | ja
Anne-Marie Toets      | Vraag het Anne-Marie.               | ja
Sanne Voorbeeld       | Wij sannen daar niet over.          | nee
Wil Toets             | Dit wil ons team graag.             | nee
Team Werk             | Ons team doet dit.                  | nee
J. Toets              | Dit doen j. en de anderen.          | nee
Jo Toets              | Jo doet dit.                        | nee
"""


@pytest.mark.parametrize("line", rows(FIRST_NAMES)[1:])
def test_7_a_first_name_alone_is_noted_where_it_can_be_nothing_else(
    tmp_path: Path, run: Run, line: list[str]
) -> None:
    name, remark, noted = line
    report = report_on(tmp_path, run, complete(invuller=name), opmerking_07=remark)
    told = [note for _, _, note in notes(report) if "staat de naam van wie" in note]
    assert len(told) == (1 if noted == "ja" else 0)


def test_7_personal_data_in_an_example_are_noted(tmp_path: Path, run: Run) -> None:
    table = complete(invuller="Sanne Voorbeeld", goed_competenties="Bel Sanne Voorbeeld.")
    comments = part(report_on(tmp_path, run, table, opmerking_07=""), COMMENTS)
    assert "de naam van wie de scan invulde" in "".join(map(str, comments.itertext()))


def test_7_a_note_repeats_no_personal_data_and_has_no_person_as_its_author(
    tmp_path: Path, run: Run
) -> None:
    remark = "Bel Sanne Voorbeeld, 0612345678 of sanne@toetsdam.example"
    table = complete(invuller="Sanne Voorbeeld", email="sanne@toetsdam.example")
    comments = part(report_on(tmp_path, run, table, opmerking_07=remark), COMMENTS)
    said = "".join(map(str, comments.itertext()))
    assert len(list(comments)) == 4
    assert [one for one in ("Sanne", "0612345678", "sanne@") if one in said] == []
    assert {one.get(w("author")) for one in comments} == {"QuickScan"}


# 8. sources


def source_notes(report: Path) -> list[str]:
    return [note for note in comments(report).values() if "is geen vindplaats bekend" in note]


@pytest.mark.parametrize("case", ANSWERS)
def test_8_one_note_names_every_source_without_a_target(
    tmp_path: Path, run: Run, case: str
) -> None:
    run("report", fill_in(ANSWERS[case], tmp_path / "in"), "-o", tmp_path / "out")
    report = one_report(tmp_path / "out")
    (note,) = source_notes(report)
    _, *named = note.split(" ⏎ ")
    listed = [line for line in outline(report).splitlines() if "Vindplaats onbekend" in line]
    titles = [re.findall(r"\*\*(.*?)\.?\*\*", line)[0] for line in listed]
    assert len(named) == len(titles) > 0
    assert [title for title, told in zip(titles, named, strict=True) if title not in told] == []


def test_8_it_stands_at_the_list_of_sources(tmp_path: Path, run: Run) -> None:
    _, _, annex = outline(report_on(tmp_path, run, complete())).partition("Bijlage C Bronnen\n")
    assert "is geen vindplaats bekend" in annex.rpartition("Bijlage C Bronnen\n")[2].split("\n")[0]


def test_8_sources_with_a_link_come_first_and_others_say_where_to_search(
    tmp_path: Path, run: Run
) -> None:
    _, _, annex = outline(report_on(tmp_path, run, complete())).rpartition("Bijlage C Bronnen\n")
    linked, _, others = annex.partition("QuickScan Tussenkop | Bronnen zonder link\n")
    assert "QuickScan Tussenkop | Bronnen met een link\n" in linked
    assert "Vindplaats onbekend" not in linked
    assert [line for line in others.splitlines() if "Vindplaats onbekend" not in line] == []
    assert (
        "**Het TOPOI-model (uitleg op de website van KIS)**. Vindplaats onbekend; zoek op" in others
    )


def test_8_without_sources_there_is_none(tmp_path: Path, run: Run) -> None:
    report = report_on(tmp_path, run, complete(alles="Niet van toepassing"))
    assert source_notes(report) == []
