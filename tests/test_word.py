"""The .docx as Word wants it: its parts, its styles, its marks, and what strangers type in it.

1. All look comes from named styles that the file holds; nothing is formatted directly.
2. Bookmarks, links and relations fit each other; names are ones that Word takes.
3. Header rows repeat, rows do not split, and every cell ends in a paragraph.
4. The language is Dutch; title and mark of the tool are set; no person is in the properties.
5. Any name of an organisation comes out as it was typed, in a file that opens.
6. python-docx and LibreOffice open every report.
"""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections import Counter
from itertools import pairwise
from os.path import normpath
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document
from lxml import etree

from pipeline.cli import quickscan
from tests.conftest import Run
from tests.office import soffice
from tests.outline import NAMES, R, link_targets, outline, part, style_names, w
from tests.refresh_goldens import cases, fill_in
from tests.sheets import complete, make

CASES = {case.name: case for case in cases()}
MAIN = "word/document.xml"
PAGE_ENDS = ("keepNext", "keepLines", "pageBreakBefore", "spacing")  # the last: none above it
PERSON, ADDRESS = "Sanne Voorbeeld", "sanne@toetsdam.example"
LONG = "Gemeente " + "Langenaam" * 1110  # some 10,000 letters

# Organisation as typed | as it stands on the front page
NAMES_TYPED = """
Peper & Zout <BV> "Toets"       | Peper & Zout <BV> "Toets"
Gemeente Zwaluw 🐦 👩‍👧          | Gemeente Zwaluw 🐦 👩‍👧
بلدية الاختبار                   | بلدية الاختبار
Gemeente Café Ĳsselmonde        | Gemeente Café Ĳsselmonde
..\\CON                          | ..\\CON
=1+1                            | =1+1
{organisatie} {0} %s            | {organisatie} {0} %s
]]>&amp;                        | ]]>&amp;
"""
CONTROL = "Gemeente\x00 Toets\x01\x08\ufffedam"
NOT_UNICODE = "Gemeente \udce9\ud800Toetsdam"  # what Python makes of a terminal that is not UTF-8


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the report of every golden case, by its name."""
    folder = tmp_path_factory.mktemp("reports")
    return {name: report_of(case, folder / name) for name, case in CASES.items()}


def report_of(case: Path, folder: Path) -> Path:
    inbox, out = fill_in(case, folder / "inbox"), folder / "out"
    CliRunner().invoke(quickscan, ["report", str(inbox), "-o", str(out)], catch_exceptions=False)
    (report,) = out.glob("*.docx")
    return report


@pytest.fixture(params=sorted(CASES))
def report(request: pytest.FixtureRequest, reports: dict[str, Path]) -> Path:
    return reports[str(request.param)]


def main_part(report: Path) -> etree._Element:
    return part(report, MAIN)


def values(report: Path, path: str) -> list[str]:
    """Return the w:val of all elements of a path, such as `.//w:pStyle`."""
    return [str(element.get(w("val"))) for element in main_part(report).iterfind(path, NAMES)]


def style_ids(report: Path, kind: str) -> set[str]:
    found = part(report, "word/styles.xml").iterfind("w:style", NAMES)
    return {str(style.get(w("styleId"))) for style in found if style.get(w("type")) == kind}


def children_of(report: Path, name: str) -> set[str]:
    found = main_part(report).iter(w(name))
    return {etree.QName(child).localname for element in found for child in element}


def parts_of(report: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(report) as package:
        return {name: package.read(name) for name in package.namelist()}


def named_report(tmp_path: Path, run: Run, name: str) -> Path:
    """Make the report of an organisation whose name is given with the command."""
    scan = make(tmp_path / "scan.xlsx", complete(organisatie=""))
    ran = run("report", scan, "--organisation", name, "-o", tmp_path / "out")
    assert ran.code == 0, ran.err
    (report,) = (tmp_path / "out").glob("*.docx")
    return report


def subtitles(report: Path) -> list[str]:
    lines = (line.partition(" | ") for line in outline(report).splitlines())
    return [text for style, _, text in lines if style == "Subtitle"]


# styles


@pytest.mark.parametrize(
    ("mark", "kind"), [("pStyle", "paragraph"), ("rStyle", "character"), ("tblStyle", "table")]
)
def test_styles_that_are_used_are_in_the_file(report: Path, mark: str, kind: str) -> None:
    used = values(report, f".//w:{mark}")
    assert used != []
    assert set(used) - style_ids(report, kind) == set()


def test_every_paragraph_and_table_has_a_style(report: Path) -> None:
    main = main_part(report)
    paragraphs = list(main.iter(w("p")))
    assert len(paragraphs) > 300
    assert [p for p in paragraphs if p.find("w:pPr/w:pStyle", NAMES) is None] == []
    assert [t for t in main.iter(w("tbl")) if t.find("w:tblPr/w:tblStyle", NAMES) is None] == []


def test_nothing_is_formatted_directly(report: Path) -> None:
    assert children_of(report, "rPr") <= {"rStyle", "noProof"}  # no spelling check of a chart
    assert children_of(report, "pPr") <= {"pStyle", *PAGE_ENDS}  # no look, but where a page ends
    assert children_of(report, "tcPr") <= {"tcW"}
    assert children_of(report, "trPr") <= {"cantSplit", "tblHeader"}


def test_no_paragraph_is_empty(report: Path) -> None:
    paragraphs = main_part(report).iter(w("p"))
    silent = [p for p in paragraphs if not "".join(map(str, p.itertext())).strip()]
    assert [p for p in silent if next(p.iter(w("drawing")), None) is None] == []


def test_headings_go_down_one_level_at_a_time(report: Path) -> None:
    names = [style_names(report)[style] for style in values(report, ".//w:pStyle")]
    levels = [int(name[-1]) for name in names if name.startswith("Heading ")]
    assert levels[0] == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


# bookmarks and links


def test_bookmarks_are_unique_and_named_as_word_wants(report: Path) -> None:
    starts = list(main_part(report).iter(w("bookmarkStart")))
    ids = [str(start.get(w("id"))) for start in starts]
    names = [str(start.get(w("name"))) for start in starts]
    assert [n for n, count in Counter(map(str.casefold, names)).items() if count > 1] == []
    assert [n for n, count in Counter(ids).items() if count > 1] == []
    assert [name for name in names if not re.fullmatch(r"[A-Za-z_]\w{0,39}", name)] == []


def test_every_bookmark_ends_in_the_paragraph_in_which_it_began(report: Path) -> None:
    main = main_part(report)
    starts = {e.get(w("id")): e.getparent() for e in main.iter(w("bookmarkStart"))}
    ends = {e.get(w("id")): e.getparent() for e in main.iter(w("bookmarkEnd"))}
    assert starts == ends


def test_every_internal_link_has_its_bookmark(report: Path) -> None:
    main = main_part(report)
    links = {link.get(w("anchor")) for link in main.iter(w("hyperlink"))} - {None}
    bookmarks = {start.get(w("name")) for start in main.iter(w("bookmarkStart"))}
    assert links != set()
    assert links - bookmarks == set()


def test_every_external_link_has_its_relation_and_every_relation_a_link(report: Path) -> None:
    used = {link.get(f"{{{R}}}id") for link in main_part(report).iter(w("hyperlink"))} - {None}
    relations = part(report, "word/_rels/document.xml.rels")
    links = [one for one in relations if str(one.get("Type")).endswith("/hyperlink")]
    assert used == {one.get("Id") for one in links}
    assert {one.get("TargetMode") for one in links} == {"External"}
    assert [url for url in link_targets(report).values() if "://" in url and " " in url] == []


# tables


def test_first_row_repeats_and_no_row_splits(report: Path) -> None:
    for table in main_part(report).iter(w("tbl")):
        rows = list(table.iterfind("w:tr", NAMES))
        heads = [row.find("w:trPr/w:tblHeader", NAMES) is not None for row in rows]
        assert heads == [True] + [False] * (len(rows) - 1)
        assert [row for row in rows if row.find("w:trPr/w:cantSplit", NAMES) is None] == []


def test_every_cell_ends_in_a_paragraph(report: Path) -> None:
    cells = list(main_part(report).iter(w("tc")))
    assert cells != []
    assert {cell[-1].tag for cell in cells} == {w("p")}


def test_rows_have_as_many_cells_as_the_grid_of_their_table(report: Path) -> None:
    for table in main_part(report).iter(w("tbl")):
        columns = len(table.findall("w:tblGrid/w:gridCol", NAMES))
        assert {len(row.findall("w:tc", NAMES)) for row in table.iter(w("tr"))} == {columns}


def test_tables_say_what_they_show(report: Path) -> None:
    described = values(report, ".//w:tblDescription")
    assert len(described) == len(list(main_part(report).iter(w("tbl"))))
    assert [text for text in described if not text.endswith(".")] == []


# properties and package


def test_language_is_dutch_everywhere(report: Path) -> None:
    styles = part(report, "word/styles.xml")
    defaults = styles.find("w:docDefaults/w:rPrDefault/w:rPr/w:lang", NAMES)
    assert defaults is not None
    assert defaults.get(w("val")) == "nl-NL"
    others = {lang.get(w("val")) for lang in styles.iter(w("lang"))}
    assert others == {"nl-NL"}
    assert list(main_part(report).iter(w("lang"))) == []
    assert Document(str(report)).core_properties.language == "nl-NL"


def test_title_is_set_and_the_tool_is_the_only_author(reports: dict[str, Path]) -> None:
    properties = Document(str(reports["gemengd"])).core_properties
    assert properties.title == "Adviesrapport QuickScan diversiteitsensitief begeleiden"
    assert properties.subject == "Gemeente Toetsdam – Team Werk"
    assert properties.author == "QuickScan"
    assert properties.last_modified_by in ("", "QuickScan")
    assert (properties.comments, properties.keywords, properties.category) == ("", "", "")


def test_no_trace_of_who_filled_in_is_anywhere_in_the_file(tmp_path: Path, run: Run) -> None:
    scan = make(tmp_path / "scan.xlsx", complete(invuller=PERSON, email=ADDRESS))
    run("report", scan, "-o", tmp_path / "out")
    (report,) = (tmp_path / "out").glob("*.docx")
    found = [n for n, data in parts_of(report).items() for t in (PERSON, ADDRESS) if t in str(data)]
    assert found == []


def test_mark_of_the_tool_is_a_property_of_the_file(report: Path) -> None:
    parts = parts_of(report)
    custom = etree.fromstring(parts["docProps/custom.xml"])
    assert [one.get("name") for one in custom] == ["QuickScan"]
    assert b'PartName="/docProps/custom.xml"' in parts["[Content_Types].xml"]
    assert b'Target="docProps/custom.xml"' in parts["_rels/.rels"]


def test_every_part_is_there_once_and_can_be_read(report: Path) -> None:
    with zipfile.ZipFile(report) as package:
        assert package.testzip() is None
        assert [n for n, count in Counter(package.namelist()).items() if count > 1] == []
    for name, data in parts_of(report).items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(data)


def test_every_relation_inside_the_file_leads_to_a_part(report: Path) -> None:
    parts = parts_of(report)
    for name in [name for name in parts if name.endswith(".rels")]:
        base = Path(name).parent.parent
        targets = [one for one in etree.fromstring(parts[name]) if not one.get("TargetMode")]
        places = {normpath(base / str(one.get("Target"))).lstrip("/") for one in targets}
        assert places - set(parts) == set()


# what strangers type


@pytest.mark.parametrize("line", NAMES_TYPED.strip().splitlines())
def test_name_of_an_organisation_comes_out_as_typed(tmp_path: Path, run: Run, line: str) -> None:
    typed, shown = (text.strip() for text in line.split(" | "))
    report = named_report(tmp_path, run, typed)
    assert subtitles(report)[0] == shown
    assert Document(str(report)).core_properties.subject.startswith(shown)


def test_control_characters_are_left_out(tmp_path: Path, run: Run) -> None:
    report = named_report(tmp_path, run, CONTROL)
    assert subtitles(report)[0] == "Gemeente Toetsdam"
    assert report.name.isprintable()


def test_letters_that_are_no_unicode_do_not_stop_the_report(tmp_path: Path, run: Run) -> None:
    report = named_report(tmp_path, run, NOT_UNICODE)
    assert subtitles(report)[0].replace("\N{REPLACEMENT CHARACTER}", "") == "Gemeente Toetsdam"


def test_name_of_ten_thousand_letters_is_whole_in_the_report(tmp_path: Path, run: Run) -> None:
    report = named_report(tmp_path, run, LONG)
    assert subtitles(report)[0] == LONG
    assert len(report.name) < 200


def test_report_never_leaves_the_folder(tmp_path: Path, run: Run) -> None:
    report = named_report(tmp_path, run, "../../elders/C:\\Windows\\naam")
    assert report.parent == tmp_path / "out"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "scan.xlsx"]


def test_remark_with_lines_tabs_and_signs_is_quoted_as_typed(tmp_path: Path, run: Run) -> None:
    remark = 'Eén < twee & "drie"\n\tvier'
    scan = make(tmp_path / "scan.xlsx", complete(), opmerking_01=remark)
    run("report", scan, "-o", tmp_path / "out")
    (report,) = (tmp_path / "out").glob("*.docx")
    assert 'Quote | “Eén < twee & "drie" ⏎  → vier”\n' in outline(report)


# other programs


def test_python_docx_reads_the_same_paragraphs(report: Path) -> None:
    read = [paragraph.text for paragraph in Document(str(report)).paragraphs]
    body = main_part(report).find(w("body"))
    assert body is not None
    assert len(read) == len(body.findall(w("p")))
    assert f"{Path(report).stem.split(' - ')[1]}" in read


def test_libreoffice_makes_a_pdf_of_every_report(
    tmp_path: Path, run: Run, reports: dict[str, Path]
) -> None:
    program = soffice()
    if program is None:
        pytest.skip("LibreOffice is not installed")
    strange = named_report(tmp_path, run, "Peper & Zout <BV> 🐦 بلدية")
    files = [*reports.values(), strange]
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    options = ["--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path / "pdf")]
    subprocess.run([str(program), *options, *map(str, files)], check=True, capture_output=True)
    made = {path.stem: path.read_bytes()[:5] for path in (tmp_path / "pdf").iterdir()}
    assert made == {file.stem: b"%PDF-" for file in files}
