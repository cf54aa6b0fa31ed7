"""A report in the style of any organisation: what comes along, what is added, what stays behind.

gemeente.docx and stichting.docx were saved by LibreOffice: one with ids as Dutch Word makes them
and the names that Word stores, one with Dutch names too. uitvoering.dotx is as Word writes it.

1. A style is found by its stored name, its Dutch name, an alias or its id, if its type fits.
2. What is lacking is added, rests on what is there, and lists are lists.
3. Headings begin and number as the report wants; text in tables can be coloured by the table.
4. Page, headers, footers and logo are those of the last section.
5. Body, comments, macros, properties, settings and names of people stay behind.
6. The main part has a fixed set of namespaces, and all relations lead somewhere.
7. Everything is in Dutch.
8. The colour is that of the organisation, and can be read.
9. What a style document gives and lacks is told in Dutch.
10. A file that can't be used is one clear line.
11. python-docx and LibreOffice open a report in every style.
"""

from __future__ import annotations

import io
import posixpath
import subprocess
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from pipeline.model import Cell, Facts, Heading, Paragraph, Report, Role, Row, Run, Table
from pipeline.problems import Code, PipelineError
from pipeline.word import StyleDocument, draw, inspect_style, open_style
from pipeline.word.elements import w
from pipeline.word.facts import facts_parts
from pipeline.word.house.colour import readable
from pipeline.word.house.package import MAX_UNPACKED
from pipeline.word.house.sheet import Sheet
from pipeline.word.shade import contrast
from pipeline.word.styles import TABLE_STYLE, needed_styles
from tests.conftest import Run as Command
from tests.office import soffice
from tests.sheets import ROOT, complete, make

DEFAULT = ROOT / "content" / "huisstijl.docx"
HOUSES = {path.stem: path for path in (ROOT / "tests" / "house_styles").iterdir()}
ALL = {"eigen": DEFAULT} | HOUSES
NOW = datetime(2026, 11, 23, 14, 30, tzinfo=UTC)
MAIN = "word/document.xml"
STAY_BEHIND = (
    "updateFields",
    "documentProtection",
    "attachedTemplate",
    "trackRevisions",
    "rsid",
)
PEOPLE = ("Sanne", "Joris", "sanne", "nakijken", "goede kleur")

Change = Callable[[dict[str, bytes]], None]


@pytest.fixture(params=sorted(ALL))
def path(request: pytest.FixtureRequest) -> Path:
    return ALL[str(request.param)]


@cache
def opened(path: Path) -> StyleDocument:
    return open_style(path, DEFAULT)


def changed(tmp_path: Path, house: str, change: Change) -> Path:
    """Save a style document with its parts changed."""
    with zipfile.ZipFile(ALL[house]) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    path = tmp_path / f"anders{ALL[house].suffix}"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def replacing(part: str, old: str, new: str) -> Change:
    """Return a change of a text that must be there."""

    def change(parts: dict[str, bytes]) -> None:
        assert old.encode() in parts[part]
        parts[part] = parts[part].replace(old.encode(), new.encode())

    return change


def part(style: StyleDocument, name: str) -> etree._Element:
    return etree.fromstring(dict(style.parts)[name])


def sheet(style: StyleDocument) -> Sheet:
    return Sheet(part(style, "word/styles.xml"), part(style, "word/numbering.xml"))


def the_style(style: StyleDocument, name: str) -> etree._Element:
    """Return the style that the report uses for a name of ours."""
    found = sheet(style).by_id(dict(style.style_ids)[name])
    assert found is not None, name
    return found


def says(style: StyleDocument, name: str, path: str) -> dict[str, str] | None:
    """Return what a style or one under it says at a path: attributes without namespace."""
    found = sheet(style).inherited(the_style(style, name), path)
    if found is None:
        return None
    return {etree.QName(str(key)).localname: str(value) for key, value in found.attrib.items()}


def report() -> Report:
    """Return a report with one block in every role."""
    text = (Run("Tekst "), Run("vet", strong=True), Run("link", url="https://voorbeeld.example"))
    headings = tuple(Heading(f"kop.{level}", level, f"{level} Kop") for level in (1, 2, 3))
    paragraphs = tuple(Paragraph(f"p.{role.name}", role, text) for role in Role)
    row = Row((Cell("c.1", (Run("Kop"),)), Cell("c.2", (Run("Kop"),))))
    table = Table("tabel", "Tabel", (1, 1), row, (row,))
    facts = Facts("2026.1", 1, ())
    return Report("Adviesrapport", "Toets", facts, (*headings, *paragraphs, table))


# 1 names


# Name in the document | its alias | its id | its type | the name that is looked for | found
NAMES = """
heading 1         |        | Kop1            | paragraph | Heading 1            | ja
HEADING 1         |        | x               | paragraph | Heading 1            | ja
Kop 1             |        | x               | paragraph | Heading 1            | ja
kop 1             |        | x               | paragraph | Heading 1            | ja
Mijn kop          | Kop 1  | x               | paragraph | Heading 1            | ja
Mijn kop          |        | Kop1            | paragraph | Heading 1            | ja
Mijn kop          |        | Heading1        | paragraph | Heading 1            | ja
Kop 1             |        | Kop1            | character | Heading 1            | nee
Kop 11            |        | Kop11           | paragraph | Heading 1            | nee
Kop 1 Char        |        | Kop1Char        | paragraph | Heading 1            | nee
Titel             |        | x               | paragraph | Title                | ja
Ondertitel        |        | x               | paragraph | Subtitle             | ja
Platte tekst      |        | x               | paragraph | Body Text            | ja
Platte tekst 2    |        | x               | paragraph | Body Text            | nee
Lijstopsomteken   |        | x               | paragraph | List Bullet          | ja
Lijst opsom.teken |        | x               | paragraph | List Bullet          | ja
Lijstopsomteken 2 |        | x               | paragraph | List Bullet          | nee
Lijstopsomteken 2 |        | x               | paragraph | List Bullet 2        | ja
Citaat            |        | x               | paragraph | Quote                | ja
Duidelijk citaat  |        | x               | paragraph | Quote                | nee
Zwaar             |        | x               | character | Strong               | ja
Zwaar             |        | x               | paragraph | Strong               | nee
Inhopg 1          |        | x               | paragraph | toc 1                | ja
Inhopg 3          |        | x               | paragraph | toc 3                | ja
Bijschrift        |        | x               | paragraph | Caption              | ja
annotation text   |        | Tekstopmerking  | paragraph | annotation text      | ja
quickscan tabel   |        | x               | table     | QuickScan Tabel      | ja
"""


@pytest.mark.parametrize("line", NAMES.strip().splitlines())
def test_1_a_style_is_found_by_any_of_its_names(line: str) -> None:
    name, alias, style_id, kind, sought, found = (cell.strip() for cell in line.split("|"))
    styles = etree.Element(w("styles"))
    style = etree.SubElement(styles, w("style"), {w("type"): kind, w("styleId"): style_id})
    etree.SubElement(style, w("name"), {w("val"): name})
    if alias:
        etree.SubElement(style, w("aliases"), {w("val"): f"Anders,{alias}"})
    kinds = dict(needed_styles())
    result = Sheet(styles, etree.Element(w("numbering"))).find(sought, kinds[sought])
    assert (result is not None) == (found == "ja")


def test_1_the_stored_name_goes_before_a_dutch_one(tmp_path: Path) -> None:
    old = '<w:name w:val="Mijn titel"/>'
    other = f'<w:style w:type="paragraph" w:styleId="Anders">{old}</w:style>'
    dutch = other.replace("Mijn titel", "Kop 1")
    path = changed(
        tmp_path, "uitvoering", replacing("word/styles.xml", "</w:styles>", f"{dutch}</w:styles>")
    )
    assert dict(opened(path).style_ids)["Heading 1"] == "Kop1"


@pytest.mark.parametrize("house", ["gemeente", "stichting", "uitvoering"])
def test_1_dutch_ids_and_names_are_used_as_they_are(house: str) -> None:
    ids = dict(opened(HOUSES[house]).style_ids)
    names = ["Heading 1", "Heading 2", "Heading 3", "Title", "List Bullet", "Strong"]
    assert [ids[name] for name in names] == [
        "Kop1",
        "Kop2",
        "Kop3",
        "Titel",
        "Lijstopsomteken",
        "Zwaar",
    ]


def test_1_the_own_style_lacks_nothing() -> None:
    assert opened(DEFAULT).added == ()


# 2 what is added


def test_2_every_style_that_a_report_may_use_is_there(path: Path) -> None:
    style = opened(path)
    types = {name: the_style(style, name).get(w("type")) for name, _ in needed_styles()}
    assert types == dict(needed_styles())


def test_2_ids_and_names_of_what_was_added_are_its_own(path: Path) -> None:
    style = opened(path)
    styles = list(part(style, "word/styles.xml").iter(w("style")))
    ids = [str(one.get(w("styleId"))) for one in styles]
    names = [str(found.get(w("val"))) for one in styles for found in one.iterfind(w("name"))]
    added = [one for one in names if one.startswith("QuickScan ") or one in style.added]
    assert len(set(ids)) == len(ids)
    assert added != []
    assert [one for one in added if names.count(one) > 1] == []


def test_2_no_style_rests_on_one_that_is_not_there(path: Path) -> None:
    styles = part(opened(path), "word/styles.xml")
    ids = {style.get(w("styleId")) for style in styles.iter(w("style"))}
    references = styles.iter(w("basedOn"), w("next"), w("link"))
    assert {reference.get(w("val")) for reference in references} - ids == set()


def test_2_what_was_added_rests_on_the_styles_of_the_house() -> None:
    style = opened(HOUSES["uitvoering"])
    rests = {
        name: the_style(style, name).find(w("basedOn")).get(w("val"))  # type: ignore[union-attr]
        for name in ("Body Text", "TOC Heading", "Hyperlink", "QuickScan Tabel")
    }
    assert list(rests.values()) == [
        "Standaard",
        "Kop1",
        "Standaardalinea-lettertype",
        "Standaardtabel",
    ]


@pytest.mark.parametrize("name", ["List Bullet", "List Bullet 2"])
def test_2_lists_are_real_lists(path: Path, name: str) -> None:
    style = opened(path)
    assert sheet(style).is_numbered(the_style(style, name))


@pytest.mark.parametrize("name", ["List Bullet", "List Bullet 2"])
@pytest.mark.parametrize("house", ["eigen", "stichting", "uitvoering"])
def test_2_a_level_of_a_list_knows_its_style(house: str, name: str) -> None:
    style = opened(ALL[house])
    number = (says(style, name, "pPr/numPr/numId") or {})["val"]
    numbering = part(style, "word/numbering.xml")
    (num,) = (one for one in numbering.iter(w("num")) if one.get(w("numId")) == number)
    key = num[0].get(w("val"))
    lists = (one for one in numbering.iter(w("abstractNum")))
    (abstract,) = (one for one in lists if one.get(w("abstractNumId")) == key)
    pointers = [one.get(w("val")) for one in abstract.iter(w("pStyle"))]
    assert pointers.count(dict(style.style_ids)[name]) == 1


def test_2_lists_of_the_house_keep_their_own_bullet() -> None:
    style = opened(HOUSES["uitvoering"])
    assert says(style, "List Bullet", "pPr/numPr/numId") == {"val": "2"}
    assert says(style, "List Bullet 2", "pPr/numPr/numId") == {"val": "4"}


def test_2_a_list_style_without_bullets_gets_ours_and_that_is_told() -> None:
    assert opened(HOUSES["stichting"]).added[-1] == "opsomteken bij Lijstopsomteken"


def test_2_numbers_of_lists_are_unique_and_in_the_order_of_word(path: Path) -> None:
    numbering = part(opened(path), "word/numbering.xml")
    tags = [etree.QName(one).localname for one in numbering]
    assert tags == sorted(tags)
    for tag, key in (("abstractNum", "abstractNumId"), ("num", "numId")):
        ids = [one.get(w(key)) for one in numbering.iterfind(w(tag))]
        assert len(set(ids)) == len(ids)


def test_2_a_style_of_another_type_keeps_its_name(tmp_path: Path) -> None:
    old = '<w:style w:type="character" w:styleId="Zwaar">'
    new = '<w:style w:type="paragraph" w:styleId="Strong">'
    path = changed(tmp_path, "uitvoering", replacing("word/styles.xml", old, new))
    style = opened(path)
    name = the_style(style, "Strong").find(w("name"))
    assert dict(style.style_ids)["Strong"] == "Strong2"
    assert name is not None
    assert name.get(w("val")) == "QuickScan Strong"
    assert "Zwaar" in style.added


def test_2_paragraphs_stand_apart_where_the_house_says_nothing() -> None:
    spacing = says(opened(HOUSES["uitvoering"]), "Body Text", "pPr/spacing")
    assert spacing is not None
    assert int(spacing["after"]) > 0


# 3 headings and tables


def test_3_a_part_begins_on_a_new_page(path: Path) -> None:
    assert says(opened(path), "Heading 1", "pPr/pageBreakBefore") == {}


@pytest.mark.parametrize("level", [1, 2, 3])
def test_3_headings_carry_no_number_of_their_own(path: Path, level: int) -> None:
    style = opened(path)
    heading = the_style(style, f"Heading {level}")
    assert not sheet(style).is_numbered(heading)
    assert says(style, f"Heading {level}", "pPr/outlineLvl") == {"val": str(level - 1)}
    pointers = part(style, "word/numbering.xml").iter(w("pStyle"))
    assert heading.get(w("styleId")) not in [one.get(w("val")) for one in pointers]


@pytest.mark.parametrize("house", sorted(HOUSES))
def test_3_no_style_overrules_the_header_row_of_a_table(house: str) -> None:
    style = opened(HOUSES[house])
    for name in ("QuickScan Tabeltekst", "QuickScan Tabelcijfer"):
        assert says(style, name, "rPr/color") is None
        assert says(style, name, "rPr/b") is None


# 4 the page


PAGES = """
eigen      | A4 staand, marges boven 3 cm, onder 2,5 cm, links 2,5 cm, rechts 2,5 cm | 9070
gemeente   | A4 staand, marges boven 3,5 cm, onder 2,5 cm, links 3 cm, rechts 2 cm   | 9071
stichting  | A4 staand, marges boven 3 cm, onder 3 cm, links 2,5 cm, rechts 2,5 cm   | 9072
uitvoering | A4 staand, marges boven 3,5 cm, onder 2,5 cm, links 3,5 cm, rechts 2 cm | 8787
"""


@pytest.mark.parametrize("line", PAGES.strip().splitlines())
def test_4_the_page_is_that_of_the_last_section(line: str) -> None:
    house, page, width = (cell.strip() for cell in line.split("|"))
    assert inspect_style(ALL[house], DEFAULT).page == page
    assert opened(ALL[house]).text_width == int(width)


def test_4_equal_margins_are_told_once_and_a_page_on_its_side_too(tmp_path: Path) -> None:
    old = 'w:top="1985" w:right="1134" w:bottom="1418" w:left="1985"'
    new = 'w:top="1418" w:right="1418" w:bottom="1418" w:left="1418"'
    path = changed(tmp_path, "uitvoering", replacing(MAIN, old, new))
    assert inspect_style(path, DEFAULT).page == "A4 staand, marges 2,5 cm"
    size = '<w:pgSz w:w="11906" w:h="16838"/>'
    turned = '<w:pgSz w:w="16838" w:h="11906"/>'
    path = changed(tmp_path, "uitvoering", replacing(MAIN, size, turned))
    assert inspect_style(path, DEFAULT).page.startswith("A4 liggend, marges boven")


@pytest.mark.parametrize("house", sorted(HOUSES))
def test_4_the_logo_comes_along_byte_for_byte(house: str) -> None:
    with zipfile.ZipFile(HOUSES[house]) as package:
        logo = package.read("word/media/image1.png")
    pictures = [content for name, content in opened(HOUSES[house]).parts if name.endswith(".png")]
    assert pictures == [logo]


def test_4_a_header_that_the_last_section_takes_from_the_one_before_stays() -> None:
    style = opened(HOUSES["uitvoering"])
    section = etree.fromstring((style.before + style.after).encode()).find(f".//{w('sectPr')}")
    assert section is not None
    kinds = [(etree.QName(one).localname, one.get(w("type"))) for one in section]
    assert kinds[:4] == [
        ("headerReference", "default"),
        ("headerReference", "first"),
        ("footerReference", "default"),
        ("footerReference", "first"),
    ]
    assert section.find(w("titlePg")) is not None


def test_4_columns_and_a_first_page_number_were_for_another_text() -> None:
    after = opened(HOUSES["uitvoering"]).after
    assert "w:num=" not in after
    assert "w:start=" not in after


def test_4_footers_keep_what_somebody_added_and_lose_who_it_was() -> None:
    footer = dict(opened(HOUSES["uitvoering"]).parts)["word/footer1.xml"].decode()
    assert " · afdeling Werk · " in footer
    assert "<w:ins " not in footer


# What stands in the footer, in pieces as Word may cut it, and what a report says there
PLACES = """
[organisatie en onderdeel]                 | Gemeente Toets & Zoon – Team Werk
[|organisatie en| onderdeel]               | Gemeente Toets & Zoon – Team Werk
Voor: |[organisatie |en onderdeel]|, 2026  | Voor: Gemeente Toets & Zoon – Team Werk, 2026
[organisatie]                              | [organisatie]
"""


@pytest.mark.parametrize("line", PLACES.strip().splitlines())
def test_4_a_footer_names_whose_report_it_is_where_the_style_says(
    tmp_path: Path, line: str
) -> None:
    pieces, expected = (cell.strip() for cell in line.rsplit(" | ", 1))
    runs = "".join(f'<w:r><w:t xml:space="preserve">{one}</w:t></w:r>' for one in pieces.split("|"))
    place = "<w:r><w:t>[organisatie en onderdeel]</w:t></w:r>"
    path = changed(tmp_path, "eigen", replacing("word/footer1.xml", place, runs))
    assert footer_of(path, "Gemeente Toets & Zoon – Team Werk").split("\t")[0] == expected


def test_4_a_long_name_leaves_room_for_the_page_number() -> None:
    named, page = footer_of(DEFAULT, "Gemeente " + "Langenaam" * 1110).split("\t")
    assert (len(named), named[-1]) == (80, "…")
    assert page.startswith("Pagina ")


def footer_of(path: Path, whose: str) -> str:
    """Return the text of the footer of a report."""
    report = Report("Titel", whose, Facts("2026", 1, ()), ())
    docx = draw(report, open_style(path, DEFAULT), NOW)
    return str(Document(io.BytesIO(docx)).sections[0].footer.paragraphs[0].text)


# Mode of compatibility | where a table begins, so that its edge is at the margin
MODES = """
15   | 0
14   | 113
none | 113
"""


@pytest.mark.parametrize("line", MODES.strip().splitlines())
def test_4_a_table_begins_at_the_margin_in_every_mode_of_word(tmp_path: Path, line: str) -> None:
    mode, indent = (cell.strip() for cell in line.split("|"))
    old = '"compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"'
    new = old.replace('"15"', f'"{mode}"')
    path = changed(tmp_path, "eigen", replacing("word/settings.xml", old, new))
    assert opened(path).table_indent == int(indent)


def test_4_the_font_of_the_text_is_that_of_the_style_or_of_its_theme() -> None:
    fonts = {house: opened(path).font for house, path in ALL.items()}
    assert (fonts["eigen"], fonts["gemeente"]) == ("Calibri", "Liberation Serif")


def test_8_lines_between_rows_have_the_colour_of_the_house() -> None:
    lines = opened(HOUSES["gemeente"])
    between = the_style(lines, TABLE_STYLE).find(f".//{w('insideH')}")
    assert between is not None
    colour = between.get(w("color"), "")
    assert colour != "B7CBCF"
    assert 1.5 < contrast(colour, "FFFFFF") < 2


DESCRIPTION = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def told_of_pictures(style: StyleDocument) -> set[str | None]:
    """Return what is read aloud at the pictures of headers and footers."""
    names = [name for name, _ in style.parts if name.startswith(("word/header", "word/footer"))]
    return {one.get("descr") for name in names for one in part(style, name).iter(DESCRIPTION)}


def test_4_a_logo_without_alternative_text_gets_one_and_another_keeps_its_own() -> None:
    assert told_of_pictures(opened(HOUSES["gemeente"])) == {"Logo"}
    assert told_of_pictures(opened(HOUSES["uitvoering"])) == {"Logo van Uitvoering Toets"}


# 5 what stays behind


def drawn(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(draw(report(), opened(path), NOW))) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_5_no_person_and_no_text_of_the_style_document_is_in_a_report(path: Path) -> None:
    said = b"".join(drawn(path).values()).decode("utf-8", "replace")
    assert [name for name in PEOPLE if name in said] == []
    assert [
        t
        for t in ("Handleiding", "Voorbeeldkop", "Sjabloon", "Lijst opsom.teken: een")
        if t in said
    ] == []


# What a report was when it was generated: nobody sees it.
BASIS_PARTS = {
    "customXml/item2.xml",
    "customXml/itemProps2.xml",
    "customXml/_rels/item2.xml.rels",
}


def test_5_only_parts_that_show_something_are_in_a_report(path: Path) -> None:
    aside = ("customXml", "comments", "app.xml", "glossary", "people", "vba", "webSettings")
    others = set(drawn(path)) - facts_parts(Facts("2026.1", 1, ())).keys() - BASIS_PARTS
    assert [name for name in others if any(word in name for word in aside)] == []


def test_5_settings_that_lock_ask_or_point_elsewhere_stay_behind(path: Path) -> None:
    settings = dict(opened(path).parts)["word/settings.xml"].decode()
    assert [word for word in STAY_BEHIND if word in settings] == []
    assert "compatibilityMode" in settings


@pytest.mark.parametrize(
    "kind",
    [
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
    ],
)
def test_5_macros_stay_behind(tmp_path: Path, kind: str) -> None:
    template = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"

    def with_macros(parts: dict[str, bytes]) -> None:
        replacing("[Content_Types].xml", template, kind)(parts)
        parts["word/vbaProject.bin"] = b"macro"
        relation = (
            '<Relationship Id="rId99" Target="vbaProject.bin" '
            'Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject"/>'
        )
        rels = "word/_rels/document.xml.rels"
        replacing(rels, "</Relationships>", f"{relation}</Relationships>")(parts)

    path = changed(tmp_path, "uitvoering", with_macros)
    parts = drawn(path)
    assert [name for name in parts if "vba" in name] == []
    assert b"macroEnabled" not in parts["[Content_Types].xml"]
    assert b"document.main+xml" in parts["[Content_Types].xml"]
    assert "macro's" in inspect_style(path, DEFAULT).left_out


# 6 a whole package


def test_6_the_main_part_has_the_namespaces_that_drawing_may_use(path: Path) -> None:
    style = opened(path)
    root = etree.fromstring((style.before + style.after).encode())
    assert set(root.nsmap) == {"w", "r", "wp", "a", "c", "mc", "w14", "w15"}
    assert root.get(f"{{{root.nsmap['mc']}}}Ignorable") == "w14 w15"
    assert len(root[0]) == 1


def test_6_every_relation_leads_to_a_part_and_every_part_has_one_type(path: Path) -> None:
    parts = drawn(path)
    types = etree.fromstring(parts["[Content_Types].xml"])
    named = [str(one.get("PartName")) for one in types if one.get("PartName")]
    rels = {name for name in parts if name.endswith(".rels")}
    assert sorted(named) == sorted(
        f"/{name}" for name in set(parts) - rels - {"[Content_Types].xml"}
    )
    for name in rels:
        folder = posixpath.dirname(posixpath.dirname(name))
        for one in etree.fromstring(parts[name]):
            if one.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join(folder, str(one.get("Target"))))
                assert target in parts


def test_6_relations_of_the_main_part_are_unique(path: Path) -> None:
    rels = etree.fromstring(drawn(path)["word/_rels/document.xml.rels"])
    keys = [one.get("Id") for one in rels]
    assert len(set(keys)) == len(keys)


# 7 language


def test_7_all_text_is_dutch(path: Path) -> None:
    style = opened(path)
    languages = part(style, "word/styles.xml").iter(w("lang"))
    assert {one.get(w("val")) for one in languages} == {"nl-NL"}
    theme = part(style, "word/settings.xml").find(w("themeFontLang"))
    assert theme is not None
    assert theme.get(w("val")) == "nl-NL"


# 8 colour


def test_8_the_colour_is_that_of_the_headings() -> None:
    found = {house: opened(path).accent for house, path in ALL.items()}
    assert found == {
        "eigen": "0B4F5C",
        "gemeente": "7A1F3D",
        "stichting": "1D4F91",
        "uitvoering": "21145F",
    }


def test_8_without_one_it_is_that_of_the_theme_made_dark_enough(tmp_path: Path) -> None:
    path = changed(tmp_path, "uitvoering", replacing("word/styles.xml", "21145F", "000000"))
    accent = opened(path).accent
    assert accent == readable("FF7F40") != "FF7F40"
    assert contrast(accent, "FFFFFF") >= 4.5


def test_8_with_neither_it_is_ours(tmp_path: Path) -> None:
    def grey(parts: dict[str, bytes]) -> None:
        replacing("word/styles.xml", "21145F", "000000")(parts)
        replacing("word/theme/theme1.xml", "FF7F40", "808080")(parts)

    assert opened(changed(tmp_path, "uitvoering", grey)).accent == "0B4F5C"


@pytest.mark.parametrize("house", sorted(HOUSES))
def test_8_what_was_added_has_the_colour_of_the_house(house: str) -> None:
    style = opened(HOUSES[house])
    added = etree.tostring(the_style(style, "QuickScan Tabel"), encoding="unicode")
    assert style.accent in added
    assert "0B4F5C" not in added
    assert "themeColor" not in added


@pytest.mark.parametrize("house", sorted(HOUSES))
def test_8_the_chart_has_the_colour_of_the_house(tmp_path: Path, run: Command, house: str) -> None:
    make(tmp_path / "in" / "scan.xlsx")
    run("report", tmp_path / "in", "-o", tmp_path / "out", "--style", HOUSES[house])
    (report,) = (tmp_path / "out").glob("*.docx")
    with zipfile.ZipFile(report) as package:
        chart = package.read("word/charts/chart1.xml").decode()
    assert opened(HOUSES[house]).accent in chart
    assert "0B4F5C" not in chart


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("000000", "FFFFFF", 21.0), ("777777", "FFFFFF", 4.48), ("FFFFFF", "FFFFFF", 1.0)],
)
def test_8_contrast_is_that_of_the_guidelines(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == pytest.approx(expected, abs=0.01)


def test_8_text_of_the_own_style_can_be_read_on_white() -> None:
    colours = part(opened(DEFAULT), "word/styles.xml").iter(w("color"))
    told = {str(one.get(w("val"))) for one in colours} - {"auto", "FFFFFF"}
    assert told != set()
    assert [colour for colour in told if contrast(colour, "FFFFFF") < 4.5] == []


# 9 what is told


# House | header, footer, logo | left out
FINDINGS = """
eigen      | ja ja nee | tekst, eigenschappen
gemeente   | ja ja ja  | tekst, opmerkingen, eigen XML-gegevens, eigenschappen
stichting  | ja ja ja  | tekst, opmerkingen, eigen XML-gegevens, eigenschappen
uitvoering | ja ja ja  | tekst, bijgehouden wijzigingen, eigenschappen, gekoppelde sjabloon, \
beveiliging tegen bewerken
"""


@pytest.mark.parametrize("line", FINDINGS.strip().splitlines())
def test_9_what_is_there_and_what_stays_behind_is_told(line: str) -> None:
    house, shown, left_out = (cell.strip() for cell in line.split("|"))
    told = inspect_style(ALL[house], DEFAULT)
    marks = ["ja" if one else "nee" for one in (told.header, told.footer, told.logo)]
    assert marks == shown.split()
    assert ", ".join(told.left_out) == left_out


def test_9_found_and_added_are_all_that_a_report_needs(path: Path) -> None:
    told = inspect_style(path, DEFAULT)
    bullets = [one for one in told.added if one.startswith("opsomteken")]
    assert len(told.found) + len(told.added) - len(bullets) == len(dict(needed_styles()))
    assert set(told.found) & set(told.added) == set()
    assert told.added == opened(path).added


def test_9_names_are_those_of_dutch_word() -> None:
    told = inspect_style(HOUSES["uitvoering"], DEFAULT)
    assert told.found == ("Kop 1", "Kop 2", "Kop 3", "Titel", "Lijstopsomteken", "Zwaar")
    names = ("QuickScan Titel kort", "Ondertitel", "QuickScan Voorblad", "Platte tekst")
    assert told.added[:4] == names


# 10 bad input


def zipped(**parts: bytes) -> bytes:
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/"), content)
    return saved.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BAD = {
    "leeg.docx": (b"", Code.STYLE_EMPTY),
    "leeg.dotx": (b"", Code.STYLE_EMPTY),
    "blad.pdf": (b"%PDF-1.7 ...", Code.STYLE_NOT_WORD),
    "brief.docx": (b"Geachte mevrouw", Code.STYLE_NOT_WORD),
    "oud.doc": (OLE + bytes(600), Code.STYLE_NOT_WORD),
    "dicht.docx": (OLE + "EncryptedPackage".encode("utf-16-le"), Code.STYLE_ENCRYPTED),
    "tekst.odt": (
        zipped(mimetype=b"application/vnd.oasis.opendocument.text"),
        Code.STYLE_NOT_WORD,
    ),
    "map.docx": (zipped(word__styles=b"<x/>"), Code.STYLE_NOT_WORD),
    "half.docx": (DEFAULT.read_bytes()[:3000], Code.STYLE_UNREADABLE),
    "bom.docx": (zipped(bom=bytes(MAX_UNPACKED + 1)), Code.STYLE_UNREADABLE),
}


@pytest.mark.parametrize("name", BAD)
def test_10_a_file_that_is_no_word_document_is_one_clear_line(tmp_path: Path, name: str) -> None:
    content, code = BAD[name]
    path = tmp_path / name
    path.write_bytes(content)
    assert refused(path) == [code]


def refused(path: Path, default: Path = DEFAULT) -> list[Code]:
    with pytest.raises(PipelineError) as told:
        open_style(path, default)
    assert [p.message + p.suggestion for p in told.value.problems if "{" in p.message] == []
    return [p.code for p in told.value.problems]


def test_10_a_workbook_is_no_style_document() -> None:
    assert refused(ROOT / "input_templates" / "quickscan.xlsx") == [Code.STYLE_NOT_WORD]


@pytest.mark.parametrize("name", ["is er niet.docx", "."])
def test_10_a_file_that_is_not_there_or_a_folder(tmp_path: Path, name: str) -> None:
    assert refused(tmp_path / name) == [Code.STYLE_UNREADABLE]


def without_main(parts: dict[str, bytes]) -> None:
    del parts[MAIN]


def without_types(parts: dict[str, bytes]) -> None:
    del parts["[Content_Types].xml"]


def broken_styles(parts: dict[str, bytes]) -> None:
    parts["word/styles.xml"] = parts["word/styles.xml"][:500]


def with_entities(parts: dict[str, bytes]) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><w:styles'
    replacing("word/styles.xml", "<w:styles", bomb)(parts)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (without_main, Code.STYLE_NOT_WORD),
        (without_types, Code.STYLE_NOT_WORD),
        (broken_styles, Code.STYLE_UNREADABLE),
        (with_entities, Code.STYLE_UNREADABLE),
    ],
)
def test_10_a_word_document_that_is_not_whole(tmp_path: Path, change: Change, code: Code) -> None:
    assert refused(changed(tmp_path, "uitvoering", change)) == [code]


@pytest.mark.parametrize("lost", ["styles", "numbering", "settings", "theme/theme1"])
def test_10_a_part_that_is_lacking_is_no_fault(tmp_path: Path, lost: str) -> None:
    def without(parts: dict[str, bytes]) -> None:
        del parts[f"word/{lost}.xml"]

    style = opened(changed(tmp_path, "uitvoering", without))
    assert len(style.style_ids) == len(dict(needed_styles()))
    Document(io.BytesIO(draw(report(), style, NOW)))


def test_10_a_style_that_ours_lacks_is_named(tmp_path: Path) -> None:
    old, new = "QuickScan Bron", "Iets anders"
    default = changed(tmp_path, "eigen", replacing("word/styles.xml", old, new))
    default = default.rename(tmp_path / "kapot.docx")
    replacing_id = replacing("word/styles.xml", "QuickScanBron", "IetsAnders")
    with zipfile.ZipFile(default) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    replacing_id(parts)
    default.write_bytes(zipped(**{name.replace("/", "__"): part for name, part in parts.items()}))
    with pytest.raises(PipelineError) as told:
        open_style(HOUSES["gemeente"], default)
    (found,) = told.value.problems
    assert "de stijl QuickScan Bron ontbreekt" in found.message
    assert found.source.file == str(default)


def test_10_the_command_writes_nothing_and_ends_with_2(tmp_path: Path, run: Command) -> None:
    (tmp_path / "leeg.docx").touch()
    (tmp_path / "quickscan.toml").write_text('huisstijl = "leeg.docx"\n', encoding="utf-8")
    ran = run("report", make(tmp_path / "scan.xlsx", complete()), "-o", "uit")
    assert ran.code == 2
    assert "Dit huisstijlbestand is leeg (0 bytes)." in ran.err
    assert list((tmp_path / "uit").glob("*")) == []


# 11 a report in it


def test_11_python_docx_reads_a_report_in_every_style(path: Path) -> None:
    document = Document(io.BytesIO(draw(report(), opened(path), NOW)))
    assert document.paragraphs[0].text == "1 Kop"
    assert document.core_properties.author == "QuickScan"


@pytest.mark.skipif(soffice() is None, reason="LibreOffice is not installed")
def test_11_libreoffice_opens_a_report_in_every_style(tmp_path: Path) -> None:
    for house, path in ALL.items():
        (tmp_path / f"{house}.docx").write_bytes(draw(report(), opened(path), NOW))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = [tmp_path / f"{house}.docx" for house in ALL]
    command = [str(soffice()), "--headless", profile, "--convert-to", "pdf", "--outdir"]
    subprocess.run([*command, tmp_path, *files], check=True, capture_output=True)
    assert [file.stem for file in files if not file.with_suffix(".pdf").exists()] == []


def test_11_the_command_draws_in_the_style_of_the_settings(tmp_path: Path, run: Command) -> None:
    house = HOUSES["uitvoering"].as_posix()
    (tmp_path / "quickscan.toml").write_text(f'huisstijl = "{house}"\n', encoding="utf-8")
    ran = run("report", make(tmp_path / "scan.xlsx", complete()), "-o", "uit")
    assert ran.code == 0, ran.err
    (made,) = (tmp_path / "uit").glob("*.docx")
    document = Document(str(made))
    assert "Uitvoering Toets" in document.sections[0].footer.paragraphs[0].text
    assert {"Kop1", "Titel"} <= {str(p.style.style_id) for p in document.paragraphs if p.style}
