"""The chart of a report: what Word shows, what "Gegevens bewerken" opens, what is read aloud.

1. Every figure and word in the chart is also in the embedded workbook, at the cell it names.
2. A value of None is an empty cell and no bar; its word stands where the bar would begin.
3. Bars beside each other have a line each; a piece of 0 is not there at all.
4. The order of elements is that of the schema, ids are unique, all colours are literal.
5. The alternative text is the description, whatever is in it.
6. Words can be read on what they stand on, and neighbours told apart.
7. The workbook holds one sheet, text as text, and no properties; the same chart, the same bytes.
8. LibreOffice draws a bar per value and every word.
"""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
import zlib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import Workbook, load_workbook

from pipeline.model import Bar, Chart, ChartKind
from pipeline.word.chart import (
    CHART_RELATION,
    CHART_TYPE,
    WORKBOOK_TYPE,
    chart_parts,
    drawing_xml,
)
from tests.office import soffice

# A line is a bar: its label, then per series the value (- for None) and its word. A line with
# only a label is the heading of a group.
SINGLE = """
COMPETENTIES
1 Taalverschillen overbruggen          | 2 Deels
5 Maatschappelijke problemen bespreken | 1 Niet of nauwelijks
7 Vertrouwen & opbouwen                | 4 Volledig en geborgd
PROCES
9 Werkgevers helpen met begeleiding    | - Niet van toepassing
23 Ondersteuningsstructuur             | - Onbekend
24 Sturing door management             | 3 Grotendeels
"""
BESIDE = """
COMPETENTIES
1 Taalverschillen overbruggen | 2 Deels    | 1 Niet of nauwelijks
7 Vertrouwen opbouwen         | - Onbekend | 3 Grotendeels
PROCES
24 Sturing door management    | 4 Volledig | - Niet ingevuld
"""
STACKED = """
COMPETENTIES
1 Taalverschillen overbruggen | 1 1 N | 2 2 D | 0     | 0     | 1 1 O
7 Vertrouwen opbouwen         | 0     | 1 1 D | 1 1 G | 2 2 V | 0
PROCES
9 Werkgevers helpen           | 0     | 0     | 0     | 0     | - N.v.t.
"""
PIECES = ("Niet of nauwelijks", "Deels", "Grotendeels", "Volledig en geborgd", "Onbekend")
TOLD = 'Eén stelling is "volledig" & geborgd; <twee> zijn onbekend.'
SPACE = "\u00a0"
KEY = 6  # points: the boxes of the legend are smaller than this
MARGIN = 72  # points: where the text of a page begins that says nothing of its margins

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C15 = "{http://schemas.microsoft.com/office/drawing/2012/chart}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def chart(kind: ChartKind, series: tuple[str, ...], table: str) -> Chart:
    return Chart("grafiek", TOLD, kind, series, tuple(map(bar, table.strip().splitlines())), 4)


def bar(line: str) -> Bar:
    label, *cells = (cell.strip() for cell in line.split("|"))
    split = [cell.partition(" ") for cell in cells]
    values = tuple(None if value == "-" else int(value) for value, _, _ in split)
    return Bar(label, values, tuple(word for _, _, word in split))


CHARTS = {
    "single": chart(ChartKind.SINGLE, ("Nu",), SINGLE),
    "beside": chart(ChartKind.BESIDE, ("Nu", "Vorige scan"), BESIDE),
    "stacked": chart(ChartKind.STACKED, PIECES, STACKED),
}
every_kind = pytest.mark.parametrize("kind", CHARTS)


def full(kind: str, people: int = 4) -> Chart:
    """Return a chart of 24 lines in 4 groups."""
    one = CHARTS[kind]
    lines = [line for line in one.bars if line.values]
    group = (Bar("RANDVOORWAARDEN"), *(lines * 6)[:6])
    return Chart(one.id, one.description, one.kind, one.series, group * 4, people)


def chart_part(one: Chart, *style: object) -> etree._Element:
    return etree.fromstring(dict(chart_parts(one, 1, *style))["word/charts/chart1.xml"])  # type: ignore[arg-type]


def embedded(one: Chart) -> bytes:
    return dict(chart_parts(one, 1))["word/embeddings/Microsoft_Excel_Worksheet1.xlsx"]


def workbook(one: Chart) -> Workbook:
    return load_workbook(io.BytesIO(embedded(one)))


def found(root: etree._Element, *path: str) -> list[etree._Element]:
    return list(root.iterfind(".//" + "/".join(path)))


def text_at(root: etree._Element, *path: str) -> str:
    return root.findtext("/".join(path)) or ""


def value(element: etree._Element, name: str) -> str:
    return next(str(child.get("val")) for child in element.iter(C + name))


def series_of(one: Chart) -> list[etree._Element]:
    return found(chart_part(one), C + "ser")


def points(cache: etree._Element) -> dict[int, str]:
    return {int(str(one.get("idx"))): text_at(one, C + "v") for one in cache.iter(C + "pt")}


def figures(series: etree._Element) -> dict[int, str]:
    return points(found(series, C + "val")[0])


def labels(series: etree._Element) -> dict[int, str]:
    return points(found(series, C + "cat")[0])


def words(series: etree._Element) -> dict[int, str]:
    """Return the words at the bars of a series, by line."""
    every = found(series, C + "dLbl")
    return {int(value(one, "idx")): "".join(map(str, one.itertext(A + "t"))) for one in every}


def name(series: etree._Element) -> str:
    return "".join(map(str, found(series, C + "tx")[0].itertext(C + "v")))


def drawn(one: Chart) -> str:
    """Return the lines of a chart: the label, then what stands there: series, figure, word."""
    series = series_of(one)
    (axis, *_) = found(series[0], C + "cat")
    lines = [labels(series[0]).get(at, "") for at in range(int(value(axis, "ptCount")))]
    for each in series:
        for at, figure in figures(each).items():
            lines[at] += f" | {name(each)} {figure} {words(each).get(at, '-')}"
    return "\n".join(lines).replace(SPACE, "stand-in") + "\n"


# 1. the same in chart and workbook


def references(one: Chart) -> Iterator[tuple[str, dict[int, str]]]:
    """Return the cells that a chart names, and what it holds of them itself."""
    for kept in ("strRef", "numRef"):
        for reference in found(chart_part(one), C + kept):
            yield text_at(reference, C + "f"), points(reference)
    for reference in found(chart_part(one), C15 + "datalabelsRange"):
        yield text_at(reference, C15 + "f"), points(reference)


def in_cells(book: Workbook, reference: str) -> dict[int, str]:
    sheet, _, cells = reference.partition("!")
    picked = book[sheet][cells.replace("$", "")]
    column = [row[0] for row in picked] if isinstance(picked, tuple) else [picked]
    return {at: str(cell.value) for at, cell in enumerate(column) if cell.value is not None}


@every_kind
def test_what_the_chart_holds_is_what_its_workbook_holds(kind: str) -> None:
    book, named = workbook(CHARTS[kind]), list(references(CHARTS[kind]))
    assert len(named) >= 4
    assert [in_cells(book, cells) for cells, _ in named] == [held for _, held in named]


@every_kind
def test_the_workbook_begins_with_the_names_of_the_series_and_the_labels(kind: str) -> None:
    (sheet,) = workbook(CHARTS[kind]).worksheets
    names = [sheet.cell(1, 2 + at).value for at in range(len(CHARTS[kind].series))]
    column = [sheet.cell(row, 1).value for row in range(2, sheet.max_row + 1)]
    assert (sheet.title, tuple(names)) == ("Grafiek", CHARTS[kind].series)
    assert [label for label in column if label] == [one.label for one in CHARTS[kind].bars]


# 2. and 3. values, words, and what has no value


def test_each_bar_has_its_word_and_onbekend_is_a_word_alone() -> None:
    assert (
        drawn(CHARTS["single"])
        == """\
COMPETENTIES
1 Taalverschillen overbruggen | Nu 2 Deels
5 Maatschappelijke problemen bespreken | Nu 1 Niet of nauwelijks
7 Vertrouwen & opbouwen | Nu 4 Volledig en geborgd
PROCES
9 Werkgevers helpen met begeleiding | stand-in 0 Niet van toepassing
23 Ondersteuningsstructuur | stand-in 0 Onbekend
24 Sturing door management | Nu 3 Grotendeels
"""
    )


def test_the_earlier_bar_stands_on_the_line_below() -> None:
    assert (
        drawn(CHARTS["beside"])
        == """\
COMPETENTIES

1 Taalverschillen overbruggen | Nu 2 Deels
 | Vorige scan 1 Niet of nauwelijks

7 Vertrouwen opbouwen | stand-in 0 Onbekend
 | Vorige scan 3 Grotendeels

PROCES

24 Sturing door management | Nu 4 Volledig
 | stand-in 0 Niet ingevuld

"""
    )


def test_pieces_stand_in_one_bar_and_those_of_nobody_are_left_out() -> None:
    assert (
        drawn(CHARTS["stacked"])
        == """\
COMPETENTIES
1 Taalverschillen overbruggen | Niet of nauwelijks 1 1 N | Deels 2 2 D | Onbekend 1 1 O
7 Vertrouwen opbouwen | Deels 1 1 D | Grotendeels 1 1 G | Volledig en geborgd 2 2 V
PROCES
9 Werkgevers helpen | stand-in 0 N.v.t.
"""
    )


@every_kind
def test_no_value_is_an_empty_cell(kind: str) -> None:
    (sheet,) = workbook(CHARTS[kind]).worksheets
    columns = {str(cell.value): at for at, cell in enumerate(sheet[1], 1)}
    rows = {str(sheet.cell(row, 1).value): row for row in range(2, sheet.max_row + 1)}
    alone = [one for one in CHARTS[kind].bars if one.values and one.values[-1] is None]
    for one in alone:
        down = len(one.values) - 1 if kind == "beside" else 0
        cell = sheet.cell(rows[one.label] + down, columns[CHARTS[kind].series[-1]])
        assert (one.label, cell.value) == (one.label, None)
    assert alone


@every_kind
def test_a_stand_in_is_not_seen(kind: str) -> None:
    stand_ins = [one for one in series_of(CHARTS[kind]) if name(one) == SPACE]
    assert stand_ins
    for one in stand_ins:
        assert set(figures(one).values()) == {"0"}
        assert found(one, C + "spPr")[0].find(A + "noFill") is not None
        assert found(one, C + "spPr", A + "ln", A + "noFill") != []


@every_kind
def test_a_stand_in_lies_over_the_bars_and_takes_no_room_from_them(kind: str) -> None:
    assert value(chart_part(CHARTS[kind]), "overlap") == "100"


def test_a_chart_without_onbekend_has_no_stand_in() -> None:
    one = chart(ChartKind.SINGLE, ("Nu",), "1 Taalverschillen | 2 Deels")
    assert [name(each) for each in series_of(one)] == ["Nu"]


# 4. schema, ids, colours

SHOW = "showLegendKey showVal showCatName showSerName showPercent showBubbleSize"
ORDER = {
    "chartSpace": "date1904 lang roundedCorners chart spPr txPr externalData",
    "chart": "autoTitleDeleted plotArea legend plotVisOnly dispBlanksAs",
    "plotArea": "layout barChart catAx valAx spPr",
    "manualLayout": "layoutTarget xMode yMode x y w h",
    "barChart": "barDir grouping varyColors ser dLbls gapWidth overlap axId",
    "ser": "idx order tx spPr invertIfNegative dLbls cat val extLst",
    "dLbls": f"dLbl spPr txPr dLblPos {SHOW} extLst",
    "dLbl": f"idx layout tx spPr txPr dLblPos {SHOW} extLst",
    "catAx": "axId scaling delete axPos numFmt majorTickMark minorTickMark tickLblPos spPr txPr "
    "crossAx crosses auto lblAlgn lblOffset tickLblSkip noMultiLvlLbl",
    "valAx": "axId scaling delete axPos numFmt majorTickMark minorTickMark tickLblPos spPr txPr "
    "crossAx crosses crossBetween",
    "scaling": "orientation max min",
    "legend": "legendPos layout overlay txPr",
    "numCache": "formatCode ptCount pt",
    "strCache": "ptCount pt",
}


def local(element: etree._Element) -> str:
    return etree.QName(element).localname


@every_kind
def test_elements_stand_in_the_order_of_the_schema(kind: str) -> None:
    root = chart_part(CHARTS[kind])
    for parent, order in ORDER.items():
        for element in root.iter(C + parent):
            places = [order.split().index(local(child)) for child in element]
            assert (parent, places) == (parent, sorted(places))


@every_kind
def test_labels_are_where_word_takes_them(kind: str) -> None:
    """Word calls a chart with a label outside a stacked bar damaged; the validator does not."""
    taken = {"ctr", "inEnd", "inBase"} if kind == "stacked" else {"outEnd"}
    places = {value(one, "dLblPos") for one in found(chart_part(CHARTS[kind]), C + "dLbl")}
    assert places
    assert places <= taken


@every_kind
def test_ids_of_series_fields_and_axes_are_unique(kind: str) -> None:
    root = chart_part(CHARTS[kind])
    fields = [str(one.get("id")) for one in root.iter(A + "fld")]
    series = [value(one, "idx") for one in root.iter(C + "ser")]
    axes = [value(one, "axId") for tag in ("catAx", "valAx") for one in root.iter(C + tag)]
    assert fields
    for ids in (fields, series, axes):
        assert len(ids) == len(set(ids))


@every_kind
def test_no_colour_or_font_hangs_on_a_theme(kind: str) -> None:
    root = chart_part(CHARTS[kind])
    assert list(root.iter(A + "schemeClr")) == []
    assert {one.get("typeface") for one in root.iter(A + "latin")} == {"Calibri"}
    assert {local(one[0]) for one in root.iter(A + "solidFill")} == {"srgbClr"}


@every_kind
def test_all_labels_are_kept_from_top_to_bottom_and_values_begin_at_nought(kind: str) -> None:
    (names,), (values,) = (found(chart_part(CHARTS[kind]), C + tag) for tag in ("catAx", "valAx"))
    assert (value(names, "orientation"), value(names, "tickLblSkip")) == ("maxMin", "1")
    assert (value(values, "min"), value(values, "max")) == ("0", "4")
    assert value(values, "delete") == "1"
    assert found(chart_part(CHARTS[kind]), C + "majorGridlines") == []


@pytest.mark.parametrize(("kind", "shown"), [("single", 0), ("beside", 1), ("stacked", 1)])
def test_only_several_series_have_a_legend(kind: str, shown: int) -> None:
    assert len(found(chart_part(CHARTS[kind]), C + "legend")) == shown


def test_parts_and_relation_carry_the_number_of_the_chart() -> None:
    parts = dict(chart_parts(CHARTS["single"], 3))
    assert list(parts) == [
        "word/charts/chart3.xml",
        "word/charts/_rels/chart3.xml.rels",
        "word/embeddings/Microsoft_Excel_Worksheet3.xlsx",
    ]
    (relation,) = etree.fromstring(parts["word/charts/_rels/chart3.xml.rels"])
    (data,) = found(etree.fromstring(parts["word/charts/chart3.xml"]), C + "externalData")
    assert relation.get("Target") == "../embeddings/Microsoft_Excel_Worksheet3.xlsx"
    assert data.get(R + "id") == relation.get("Id")


# 5. the drawing in the text


def drawing(one: Chart, number: int = 1, width: int = 9070) -> etree._Element:
    """Parse a drawing by itself: the root around it knows the namespace of Word only."""
    run = drawing_xml(one, number, f"rIdChart{number}", width)
    return etree.fromstring(f'<w:p xmlns:w="{WORD}">{run}</w:p>')


def told(one: Chart) -> str:
    return str(found(drawing(one), WP + "docPr")[0].get("descr"))


def test_the_alternative_text_is_the_description() -> None:
    assert told(CHARTS["single"]) == TOLD


def test_the_alternative_text_is_one_line_that_xml_can_hold() -> None:
    one = Chart("grafiek", "Eén\n 'twee'\x00\x0b drie", ChartKind.SINGLE, ("Nu",), (), 4)
    assert told(one) == "Eén 'twee' drie"


def test_two_drawings_have_names_ids_and_relations_of_their_own() -> None:
    both = [drawing(CHARTS["single"], number) for number in (1, 2)]
    properties = [found(one, WP + "docPr")[0] for one in both]
    assert [one.get("name") for one in properties] == ["Grafiek 1", "Grafiek 2"]
    assert len({one.get("id") for one in properties}) == 2
    shown = [found(one, C + "chart")[0].get(R + "id") for one in both]
    assert shown == ["rIdChart1", "rIdChart2"]


@pytest.mark.parametrize(
    ("kind", "lowest", "highest"), [("single", 13, 15), ("beside", 17, 21), ("stacked", 14, 16)]
)
def test_24_stellingen_fit_on_a_page(kind: str, lowest: float, highest: float) -> None:
    extent = found(drawing(full(kind), width=9070), WP + "extent")[0]
    assert int(str(extent.get("cx"))) == 9070 * 635
    assert lowest <= int(str(extent.get("cy"))) / 360000 <= highest


def test_a_hundred_bars_are_no_higher_than_a_page() -> None:
    one = chart(ChartKind.SINGLE, ("Nu",), "1 Taalverschillen | 2 Deels\n" * 100)
    extent = found(drawing(one), WP + "extent")[0]
    assert round(int(str(extent.get("cy"))) / 360000, 1) == 21


# 6. contrast


def luminance(colour: str) -> float:
    shades = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in shades]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def colour(element: etree._Element, *path: str) -> str:
    return str(found(element, *path, A + "solidFill", A + "srgbClr")[0].get("val"))


# A deep blue, a red, a green, an orange made readable, a light grey-blue made readable, black.
ACCENTS = ("0B4F5C", "154273", "A4123F", "006600", "B35900", "5A6F80", "000000")
every_accent = pytest.mark.parametrize("accent", ACCENTS)


def in_colour(kind: str, accent: str) -> list[etree._Element]:
    """Return the series of a chart in a colour, without those that help to draw."""
    root = chart_part(CHARTS[kind], 9070, accent)
    return [one for one in root.iter(C + "ser") if name(one) != SPACE]


@every_accent
def test_words_can_be_read_on_their_piece(accent: str) -> None:
    for piece in in_colour("stacked", accent):
        assert contrast(colour(piece, C + "spPr"), colour(piece, A + "fld", A + "rPr")) >= 4.5


@pytest.mark.parametrize("kind", ["single", "beside"])
def test_words_can_be_read_on_paper(kind: str) -> None:
    for one in series_of(CHARTS[kind]):
        assert contrast("FFFFFF", colour(one, A + "fld", A + "rPr")) >= 4.5


@every_accent
def test_a_bar_has_the_colour_of_the_house_and_can_be_seen(accent: str) -> None:
    now, earlier = in_colour("beside", accent)
    assert colour(now, C + "spPr") == colour(earlier, C + "spPr", A + "ln") == accent
    assert contrast("FFFFFF", accent) >= 3
    assert contrast(accent, colour(earlier, C + "spPr")) >= 3


@every_accent
def test_pieces_grow_darker_and_differ_from_their_neighbours(accent: str) -> None:
    *answers, onbekend = [colour(piece, C + "spPr") for piece in in_colour("stacked", accent)]
    assert sorted(answers, key=luminance, reverse=True) == answers
    assert min(contrast(*two) for two in pairwise(answers)) >= 1.7
    assert len({onbekend[:2], onbekend[2:4], onbekend[4:]}) == 1


@pytest.mark.parametrize(("kind", "name_of"), [("beside", "Vorige scan"), ("stacked", "Onbekend")])
def test_a_light_bar_has_an_outline_that_can_be_seen(kind: str, name_of: str) -> None:
    (light,) = (one for one in series_of(CHARTS[kind]) if name(one) == name_of)
    assert contrast("FFFFFF", colour(light, C + "spPr", A + "ln")) >= 3


# 7. the workbook


def test_text_that_looks_like_a_formula_stays_text() -> None:
    one = chart(ChartKind.SINGLE, ("=Nu",), "=1+1 | 2 @SUM(A1)\n-2 | - +3\n\t=4 | 1 Deels")
    (sheet,) = workbook(one).worksheets
    text = [cell for row in sheet for cell in row if isinstance(cell.value, str)]
    risky = [cell for cell in text if str(cell.value)[0] in "=+-@"]
    assert {str(cell.value) for cell in risky} >= {"=Nu", "=1+1", "@SUM(A1)", "-2", "+3", "=4"}
    assert {cell.data_type for cell in text} <= {"s", "inlineStr"}
    assert all(cell.quotePrefix for cell in risky)


def test_the_workbook_holds_nothing_but_the_figures() -> None:
    with zipfile.ZipFile(io.BytesIO(embedded(CHARTS["single"]))) as package:
        assert sorted(package.namelist()) == [
            "[Content_Types].xml",
            "_rels/.rels",
            "xl/_rels/workbook.xml.rels",
            "xl/styles.xml",
            "xl/workbook.xml",
            "xl/worksheets/sheet1.xml",
        ]
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


# 8. LibreOffice

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def save(one: Chart, path: Path) -> Path:
    """Save a document that holds nothing but a chart."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xlsx" ContentType="{WORKBOOK_TYPE}"/>'
        f'<Override PartName="/word/document.xml" ContentType="{MAIN_TYPE}"/>'
        f'<Override PartName="/word/charts/chart1.xml" ContentType="{CHART_TYPE}"/></Types>',
        "_rels/.rels": link(f"{RELATED}/officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": link(CHART_RELATION, "charts/chart1.xml"),
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body><w:p>'
        f"{drawing_xml(one, 1, 'rId1', 9070)}</w:p></w:body></w:document>",
    }
    parts.update(chart_parts(one, 1))
    with zipfile.ZipFile(path, "w") as package:
        for part, held in parts.items():
            package.writestr(part, held)
    return path


def link(kind: str, target: str) -> str:
    inner = f'<Relationship Id="rId1" Type="{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{LINKS}">{inner}</Relationships>'


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return what LibreOffice draws of each chart: the inside of a PDF."""
    program = soffice()
    if program is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("charts")
    files = [save(one, folder / f"{kind}.docx") for kind, one in CHARTS.items()]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = ["--headless", profile, "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([str(program), *options, *map(str, files)], check=True, capture_output=True)
    return {kind: unpacked((folder / f"{kind}.pdf").read_bytes()) for kind in CHARTS}


def unpacked(pdf: bytes) -> bytes:
    """Return the streams of a PDF that can be unpacked."""
    streams = re.findall(rb"/FlateDecode>>\s*stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    return b"\n".join(zlib.decompress(stream) for stream in streams)


def lengths(pdf: bytes, fill: str) -> list[float]:
    """Return the lengths of the bars of a colour, from top to bottom, in points."""
    rgb, boxes = [int(fill[at : at + 2], 16) / 255 for at in (0, 2, 4)], []
    _, *pieces = re.split(rb"([\d.]+ [\d.]+ [\d.]+) rg\n", pdf)
    for paint, painted in zip(pieces[::2], pieces[1::2], strict=True):
        if [round(float(one), 2) for one in paint.split()] == [round(one, 2) for one in rgb]:
            boxes += re.findall(rb"((?:[\d.]+ [\d.]+ [ml]\s+)+)h\s+f", painted)
    across = [[float(x) for x in re.findall(rb"([\d.]+) [\d.]+ [ml]", box)] for box in boxes]
    return [max(xs) - min(xs) for xs in across if max(xs) - min(xs) > KEY]


def shown(pdf: bytes) -> str:
    """Return the text of a PDF with one font."""
    pairs = re.findall(rb"^<(\w\w)> <(\w{4,})>$", pdf, re.MULTILINE)
    letters = {code: bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}
    codes = b"".join(re.findall(rb"<(\w+)>(?=[^<>\n]*(?:<|\]TJ|Tj))", pdf))
    return "".join(letters.get(codes[at : at + 2], "?") for at in range(0, len(codes), 2))


# Chart | series | the figures of its bars, from top to bottom
BARS = """
single  | Nu                  | 2 1 4 3
beside  | Nu                  | 2 4
beside  | Vorige scan         | 1 3
stacked | Niet of nauwelijks  | 1
stacked | Deels               | 2 1
stacked | Grotendeels         | 1
stacked | Volledig en geborgd | 2
stacked | Onbekend            | 1
"""


@pytest.mark.parametrize("line", BARS.strip().splitlines())
def test_libreoffice_draws_a_bar_per_value_and_none_for_onbekend(
    pdfs: dict[str, bytes], line: str
) -> None:
    kind, series, expected = (cell.strip() for cell in line.split("|"))
    drawn_series = [one for one in series_of(CHARTS[kind]) if name(one) != SPACE]
    fills = {name(one): colour(one, C + "spPr") for one in drawn_series}
    every = [one for fill in fills.values() for one in lengths(pdfs[kind], fill)]
    figures_drawn = [round(one / min(every)) for one in lengths(pdfs[kind], fills[series])]
    assert " ".join(map(str, figures_drawn)) == expected


@every_kind
def test_libreoffice_shows_every_label_and_word(pdfs: dict[str, bytes], kind: str) -> None:
    text = shown(pdfs[kind])
    wanted = [one.label for one in CHARTS[kind].bars]
    wanted += [word for one in CHARTS[kind].bars for word in one.words]
    wanted += CHARTS[kind].series if kind != "single" else ()
    assert [one for one in wanted if one not in text] == []


@every_kind
def test_libreoffice_has_room_for_all_text(pdfs: dict[str, bytes], kind: str) -> None:
    """It squeezes a chart whose labels or words do not fit, and then places text otherwise."""
    begins = [float(x) for x in re.findall(rb"([\d.]+) [\d.]+ Td", pdfs[kind])]
    assert len(begins) >= len(CHARTS[kind].bars)
    assert min(begins) >= MARGIN
