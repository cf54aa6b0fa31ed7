"""Every report can be read by everyone: aloud, by keyboard, and in any program.

1. The language is Dutch in the defaults, the theme and the properties, and the title is told.
2. Headings begin at level 1 (in a short report at 2, below its title) and skip no level.
3. Every table has a description and one header row, which repeats and has text in each cell.
4. No row of a table splits over two pages.
5. Space and new pages come from styles: no paragraph is empty, no page break is made by hand.
6. Every drawing in the text has an alternative text that is a sentence.
7. A place to fill in has a title; a tick box has none, or LibreOffice swallows what follows.
8. The text of a link says where it goes.
9. Tips and bullets are lists through their style; no bullet is typed.
10. The contents are a field with one entry per heading, each a link to that heading; Word is not
    told to renew them, because then it asks a question at first open.
11. Ids of comments, bookmarks, drawings and controls are unique, and so are bookmark names.
12. What a chart shows is what its workbook holds, and no person is in either.

The reports are those of the golden cases, and of MORE: one of each kind that is drawn otherwise.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document
from lxml import etree
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.cli import quickscan
from tests.outline import DRAWING, NAMES, R, link_targets, part, style_names, w
from tests.refresh_goldens import ANSWERS, GOLDENS, cases
from tests.sheets import ROOT, make, typed

# Report | answers of the golden case | options
MORE = """
kort     | gemengd | --short
gemeente | duo     | --style {tests}/house_styles/gemeente.docx
vervolg  | gemengd | --previous {inbox}
"""
PLAIN = {case.name: (case.name, "") for case in cases()}
EXTRA = [[cell.strip() for cell in line.split("|")] for line in MORE.strip().splitlines()]
REPORTS = PLAIN | {name: (case, options) for name, case, options in EXTRA}
SHORT = "kort"
PERSON = "Sanne Voorbeeld"

MAIN, CHART = "word/document.xml", "word/charts/chart1.xml"
WORKBOOK = "word/embeddings/Microsoft_Excel_Worksheet1.xlsx"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
BODY_LEVEL = 9  # the outline level of what is no heading
SENTENCE = re.compile(r"[A-Z]\w*( \S+){5,}\.")
VAGUE_WORDS = re.compile(r"\b(hier|klik|link)\b", re.IGNORECASE)
VAGUE_TEXTS = {"", "dit", "meer", "lees meer", "artikel", "dit artikel", "website", "pdf"}
ADDRESS = re.compile(r"://|^\S+\.[a-z]{2,}/\S", re.IGNORECASE)  # more of it than the name of a site
TYPED_BULLET = re.compile(r"\s*[•·*–-]\s")


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the reports by their names."""
    folder = tmp_path_factory.mktemp("reports")
    return {
        name: report_of(GOLDENS / case, options, folder / name)
        for name, (case, options) in REPORTS.items()
    }


def report_of(case: Path, options: str, folder: Path) -> Path:
    """Make a report through the command; each of the people gives a name."""
    inbox, out = folder / "inbox", folder / "out"
    for number, answers in enumerate(sorted(case.glob(ANSWERS)), 1):
        text = answers.read_text(encoding="utf-8")
        make(inbox / f"{number}.xlsx", text, invuller=f"{PERSON} {number}")
    words = [word.format(tests=ROOT / "tests", inbox=inbox) for word in options.split()]
    arguments = ["report", str(inbox), "-o", str(out), *words]
    CliRunner().invoke(quickscan, arguments, catch_exceptions=False)
    (report,) = out.glob("*.docx")
    return report


@pytest.fixture(params=sorted(REPORTS))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def report(name: str, reports: dict[str, Path]) -> Path:
    return reports[name]


@pytest.fixture(params=sorted(REPORTS.keys() - {SHORT}))
def whole(request: pytest.FixtureRequest, reports: dict[str, Path]) -> Path:
    """Return a report with all its parts."""
    return reports[str(request.param)]


# what is in a report


def main(report: Path) -> etree._Element:
    return part(report, MAIN)


def found(report: Path, path: str) -> list[etree._Element]:
    """Return the elements of the main part on a path, `.//w:tbl`."""
    return list(main(report).iterfind(path, NAMES))


def val(element: etree._Element | None, attribute: str = "val") -> str | None:
    return None if element is None else element.get(w(attribute))


def text(element: etree._Element) -> str:
    return "".join(one.text or "" for one in element.iter(w("t")))


def style_id(paragraph: etree._Element) -> str:
    return val(paragraph.find("w:pPr/w:pStyle", NAMES)) or ""


def from_style(report: Path, style: str, path: str) -> str | None:
    """Return a setting of a style, `w:outlineLvl`, else that of the style on which it rests."""
    styles = {val(one, "styleId"): one for one in part(report, "word/styles.xml").iter(w("style"))}
    based: str | None = style
    while based in styles:
        own = styles[based].find(f"w:pPr/{path}", NAMES)
        if own is not None:
            return val(own)
        based = val(styles[based].find("w:basedOn", NAMES))
    return None


def headings(report: Path) -> list[tuple[int, str]]:
    """Return level, from 1, and text of the headings, by the outline level of their styles."""
    paragraphs = found(report, ".//w:p")
    levels = {
        one: from_style(report, one, "w:outlineLvl") for one in set(map(style_id, paragraphs))
    }
    known = {
        one: int(level) + 1 for one, level in levels.items() if level and int(level) < BODY_LEVEL
    }
    return [(known[style_id(p)], text(p)) for p in paragraphs if style_id(p) in known]


def named(report: Path, *names: str) -> list[etree._Element]:
    """Return the paragraphs in styles of these names."""
    ids = {key for key, name in style_names(report).items() if name in names}
    return [paragraph for paragraph in found(report, ".//w:p") if style_id(paragraph) in ids]


def is_tick_box(control: etree._Element) -> bool:
    return control.find(f"w:sdtPr/{W14}checkbox", NAMES) is not None


def tips(report: Path) -> list[etree._Element]:
    """Return the paragraphs with a tick box."""
    return [p for p in found(report, ".//w:p") if any(map(is_tick_box, p.iter(w("sdt"))))]


def links(report: Path) -> list[tuple[str, str]]:
    """Return text and target of each link."""
    targets = link_targets(report)
    return [
        (text(link), val(link, "anchor") or targets[str(link.get(f"{{{R}}}id"))])
        for link in main(report).iter(w("hyperlink"))
    ]


def twice(values: list[str | None]) -> list[str | None]:
    return [value for value, times in Counter(values).items() if times > 1]


# 1. language and title


def test_1_the_defaults_are_dutch(report: Path) -> None:
    styles = part(report, "word/styles.xml")
    assert val(styles.find("w:docDefaults/w:rPrDefault/w:rPr/w:lang", NAMES)) == "nl-NL"
    assert val(part(report, "word/settings.xml").find("w:themeFontLang", NAMES)) == "nl-NL"


def test_1_no_text_says_that_it_is_in_another_language(report: Path) -> None:
    with zipfile.ZipFile(report) as package:
        parts = [name for name in package.namelist() if re.fullmatch(r"word/\w+\.xml", name)]
    spoken = {val(lang) for name in parts for lang in part(report, name).iter(w("lang"))}
    assert spoken <= {"nl-NL", None}


def test_1_title_and_language_are_properties(report: Path) -> None:
    properties = Document(str(report)).core_properties
    assert properties.title == "Adviesrapport QuickScan diversiteitsensitief begeleiden"
    assert properties.language == "nl-NL"


# 2. headings


def test_2_headings_begin_at_the_top_and_skip_no_level(name: str, report: Path) -> None:
    levels = [level for level, _ in headings(report)]
    assert levels[0] == (2 if name == SHORT else 1)
    assert [two for two in pairwise(levels) if two[1] > two[0] + 1] == []


def test_2_headings_have_text_and_the_title_stands_above_them(name: str, report: Path) -> None:
    assert [level for level, said in headings(report) if not said.strip()] == []
    (title,) = named(report, "QuickScan Titel kort" if name == SHORT else "Title")
    assert text(title) == text(found(report, ".//w:p")[0])


# 3 and 4. tables


def test_3_tables_have_a_description(report: Path) -> None:
    tables = found(report, ".//w:tbl")
    told = [val(table.find("w:tblPr/w:tblDescription", NAMES)) for table in tables]
    assert told != []
    assert [one for one in told if not one or not SENTENCE.fullmatch(one)] == []


def test_3_the_first_row_alone_is_a_header_and_says_something(report: Path) -> None:
    for table in found(report, ".//w:tbl"):
        rows = table.findall("w:tr", NAMES)
        heads = [row.find("w:trPr/w:tblHeader", NAMES) is not None for row in rows]
        assert heads == [True] + [False] * (len(rows) - 1)
        assert [cell for cell in rows[0].iter(w("tc")) if not text(cell).strip()] == []


def test_4_no_row_splits(report: Path) -> None:
    rows = found(report, ".//w:tr")
    assert len(rows) > 10
    assert [row for row in rows if row.find("w:trPr/w:cantSplit", NAMES) is None] == []


# 5. space


def is_silent(paragraph: etree._Element) -> bool:
    """Tell whether a paragraph has no text, no drawing and no place to fill in."""
    marks = [w("drawing"), w("sdt")]
    return not text(paragraph).strip() and next(paragraph.iter(*marks), None) is None


def test_5_no_paragraph_in_the_text_is_empty(report: Path) -> None:
    paragraphs = found(report, "w:body/w:p")
    assert len(paragraphs) > 20
    assert [style_id(one) for one in paragraphs if is_silent(one)] == []


def test_5_a_cell_says_what_its_row_is_about_and_holds_no_empty_lines(report: Path) -> None:
    for row in found(report, ".//w:tr"):
        first, *_ = cells = row.findall("w:tc", NAMES)
        assert not all(map(is_silent, first.iter(w("p"))))
        lines = [list(map(is_silent, cell.iter(w("p")))) for cell in cells]
        assert [cell for cell in lines if len(cell) > 1 and any(cell)] == []


def test_5_no_new_page_is_made_by_hand(report: Path) -> None:
    assert [one for one in found(report, ".//w:br") if val(one, "type")] == []


# 6. drawings


def test_6_every_drawing_is_told_in_a_sentence(report: Path) -> None:
    told = [drawing.get("descr") or "" for drawing in main(report).iter(DRAWING)]
    assert len(told) == len(found(report, ".//w:drawing")) == 1
    assert [one for one in told if not SENTENCE.fullmatch(one)] == []


# 7. places to fill in


def titles(report: Path, *, boxes: bool) -> list[str | None]:
    """Return the titles of the tick boxes, or of the other places to fill in."""
    controls = [one for one in found(report, ".//w:sdt") if is_tick_box(one) is boxes]
    return [val(control.find("w:sdtPr/w:alias", NAMES)) for control in controls]


def test_7_places_to_fill_in_have_a_title(report: Path) -> None:
    told = titles(report, boxes=False)
    assert len(told) > 20
    assert [one for one in told if not one or not one.strip()] == []


def test_7_tick_boxes_have_none(name: str, report: Path) -> None:
    told = titles(report, boxes=True)
    assert (len(told) > 50) is (name != SHORT)
    assert set(told) <= {None}


# 8. links


def test_8_the_text_of_a_link_says_where_it_goes(report: Path) -> None:
    said = [one.strip().casefold() for one, _ in links(report)]
    assert said != []
    assert [one for one in said if one in VAGUE_TEXTS or VAGUE_WORDS.search(one)] == []


def test_8_no_link_shows_more_of_an_address_than_its_site(report: Path) -> None:
    assert [said for said, _ in links(report) if ADDRESS.search(said)] == []


def test_8_the_same_text_leads_to_one_place(report: Path) -> None:
    assert twice([said for said, _ in set(links(report))]) == []


def test_8_a_number_alone_stands_below_a_header_that_tells_what_it_is(whole: Path) -> None:
    numbers = [one for one in found(whole, ".//w:hyperlink") if text(one).isdecimal()]
    assert [header_above(one) for one in numbers] == ["Past bij stelling"] * len(numbers)


def header_above(element: etree._Element) -> str:
    """Return the header of the column in which an element stands; empty outside tables."""
    cell = next(element.iterancestors(w("tc")), None)
    row, table = (next(element.iterancestors(w(name)), None) for name in ("tr", "tbl"))
    if cell is None or row is None or table is None:
        return ""
    place = row.findall("w:tc", NAMES).index(cell)
    return text(table.findall("w:tr", NAMES)[0].findall("w:tc", NAMES)[place])


# 9. lists


def test_9_tips_and_bullets_are_lists_through_their_style(name: str, report: Path) -> None:
    bullets = named(report, "List Bullet", "List Bullet 2")
    assert bullets != []
    assert (tips(report) != []) is (name != SHORT)
    kinds = {list_kind(report, style) for style in map(style_id, bullets + tips(report))}
    assert kinds == {"bullet"}
    assert found(report, ".//w:p/w:pPr/w:numPr") == []


def list_kind(report: Path, style: str) -> str | None:
    """Return the number format of the list to which a style belongs."""
    number = from_style(report, style, "w:numPr/w:numId")
    level = from_style(report, style, "w:numPr/w:ilvl") or "0"
    numbering = part(report, "word/numbering.xml")
    abstract = val(numbering.find(f"w:num[@w:numId='{number}']/w:abstractNumId", NAMES))
    path = f"w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[@w:ilvl='{level}']/w:numFmt"
    return val(numbering.find(path, NAMES))


def test_9_no_bullet_is_typed(report: Path) -> None:
    lines = [text(paragraph) for paragraph in found(report, "w:body/w:p")]
    assert [line for line in lines if TYPED_BULLET.match(line)] == []


# 10. contents


def entries(report: Path) -> list[tuple[int, str, str]]:
    """Return level, text and target of each entry of the table of contents."""
    names = style_names(report)
    return [
        (int(names[style_id(entry)][-1]), text(entry), str(val(link, "anchor")))
        for entry in named(report, "toc 1", "toc 2", "toc 3")
        for link in entry.iter(w("hyperlink"))
    ]


def test_10_the_contents_are_one_field_around_all_entries(whole: Path) -> None:
    (code,) = found(whole, ".//w:instrText")
    assert code.text == ' TOC \\o "1-3" \\n \\h '
    first, *_, last = named(whole, "toc 1", "toc 2", "toc 3")
    marks = [(val(one, "fldCharType"), paragraph_of(one)) for one in found(whole, ".//w:fldChar")]
    ends = [text(first), text(first), text(last)]
    assert marks == list(zip(["begin", "separate", "end"], ends, strict=True))


def paragraph_of(element: etree._Element) -> str:
    return text(next(element.iterancestors(w("p"))))


def test_10_the_contents_name_every_heading_in_order(whole: Path) -> None:
    assert [(level, said) for level, said, _ in entries(whole)] == headings(whole)


def test_10_every_entry_leads_to_its_heading(whole: Path) -> None:
    starts = found(whole, ".//w:bookmarkStart")
    places = {val(start, "name"): paragraph_of(start) for start in starts}
    assert [places.get(target) for _, _, target in entries(whole)] == [
        said for _, said in headings(whole)
    ]


def test_10_word_asks_nothing_at_first_open(report: Path) -> None:
    settings = part(report, "word/settings.xml")
    assert list(settings.iter(w("updateFields"))) == []
    assert [one for one in found(report, ".//w:fldChar") if val(one, "dirty")] == []


def test_10_a_short_report_has_no_contents(reports: dict[str, Path]) -> None:
    assert entries(reports[SHORT]) == []
    assert found(reports[SHORT], ".//w:instrText") == []


# 11. ids


def test_11_ids_of_bookmarks_controls_and_drawings_are_unique(report: Path) -> None:
    starts = found(report, ".//w:bookmarkStart")
    assert twice([val(start, "id") for start in starts]) == []
    assert twice([str(val(start, "name")).casefold() for start in starts]) == []
    assert twice([val(one) for one in found(report, ".//w:sdt/w:sdtPr/w:id")]) == []
    assert twice(list(drawing_ids(report))) == []


def drawing_ids(report: Path) -> Iterator[str | None]:
    """Yield the ids of the drawings in the text, and once those of the headers and footers."""
    with zipfile.ZipFile(report) as package:
        heads = [name for name in package.namelist() if re.match(r"word/(head|foot)er\d", name)]
    yield from [one.get("id") for one in main(report).iter(DRAWING)]
    yield from {one.get("id") for name in heads for one in part(report, name).iter(DRAWING)}


def test_11_every_comment_has_an_id_of_its_own_and_one_place(whole: Path) -> None:
    ids = [val(one, "id") for one in part(whole, "word/comments.xml").iter(w("comment"))]
    assert ids != []
    assert twice(ids) == []
    for mark in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert sorted(str(val(one, "id")) for one in found(whole, f".//w:{mark}")) == sorted(
            map(str, ids)
        )


# 12. the chart


def sheet(report: Path) -> Worksheet:
    with zipfile.ZipFile(report) as package:
        (only,) = load_workbook(io.BytesIO(package.read(WORKBOOK))).worksheets
    assert isinstance(only, Worksheet)
    return only


def cached(report: Path) -> dict[str, list[str]]:
    """Return what the chart shows of each range of cells; empty for a cell without a value."""
    shown = {}
    for cache in part(report, CHART).iter():
        if etree.QName(cache).localname.endswith("Cache"):
            reference = next(cache.itersiblings(preceding=True))
            points = {str(one.get("idx")): one.findtext(f"{C}v") for one in cache.iter(f"{C}pt")}
            count = next(cache.iter(f"{C}ptCount")).get("val")
            shown[str(reference.text)] = [points.get(str(n)) or "" for n in range(int(count or 0))]
    return shown


def in_cells(sheet: Worksheet, reference: str) -> list[str]:
    """Return the texts of the cells that a reference, `Grafiek!$B$2:$B$29`, names."""
    title, _, cells = reference.partition("!")
    assert title.strip("'") == sheet.title
    rows = sheet[cells] if ":" in cells else ((sheet[cells],),)
    values = [cell.value for row in rows for cell in row]
    return ["" if value is None else str(value) for value in values]


def test_12_the_chart_shows_what_its_workbook_holds(report: Path) -> None:
    shown = cached(report)
    assert len(shown) >= 4
    assert {reference: in_cells(sheet(report), reference) for reference in shown} == shown


def test_12_the_workbook_holds_nothing_else(report: Path) -> None:
    shown = {one for texts in cached(report).values() for one in texts}
    cells = [cell for row in sheet(report).iter_rows(min_row=2) for cell in row]
    assert {str(cell.value) for cell in cells if cell.value is not None} - shown == set()


def personal(case: Path) -> set[str]:
    """Return what people wrote in a golden case that could tell who they are."""
    tables = [answers.read_text(encoding="utf-8") for answers in case.glob(ANSWERS)]
    lines = [line for table in tables for line in typed(table)]
    marks = ("opmerking", "goed", "email")
    return {PERSON} | {said for name, said in lines if said and name.startswith(marks)}


def test_12_no_person_is_in_the_chart(name: str, report: Path) -> None:
    texts = [str(one) for one in part(report, CHART).itertext()]
    texts += [str(cell.value) for row in sheet(report).iter_rows() for cell in row]
    said = personal(GOLDENS / REPORTS[name][0])
    assert len(said) > 1
    assert [one for one in said if any(one in shown for shown in texts)] == []
