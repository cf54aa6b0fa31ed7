"""An edited report becomes the version that is sent, or is refused with a list.

Edits are told as `what stands there#n = what is typed`: the n-th time that it stands there; with
#* everywhere. Two edits are divided by `;`. `LibreOffice` is a report that was really edited in
it; the other reports are changed in their XML, as Word would do it.
"""

from __future__ import annotations

import email
import io
import re
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document
from lxml import etree

from pipeline.cli import quickscan
from pipeline.edited.tips import shortened
from pipeline.finalize import (
    Faults,
    Final,
    FinalOutcome,
    FinalStatus,
    Wishes,
    finalize,
    finalize_report,
)
from pipeline.finalize.pdf_alt import with_alt_texts
from pipeline.finalize.revisions import accept_all
from pipeline.mail import Attachment, draft
from pipeline.model import Content, Letter, Sender, Source
from pipeline.problems import Code
from tests.office import soffice, uno_python
from tests.sheets import ROOT

EXAMPLE = ROOT / "input_templates" / "voorbeelden" / "gemengd.xlsx"
SOURCE = Source("rapport.docx")
NOW = datetime(2026, 11, 23, 14, 30, 5, tzinfo=UTC)
MAIN = "word/document.xml"
NAME = "Verhulst"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OPENING = "[Schrijf hier uw eigen opening. Wat valt u op, en wat wilt u als eerste zeggen?]"
THEMAS = ("Competenties", "Methoden", "Randvoorwaarden", "Proces")
OWN_WORDS = {OPENING: "Wat een mooi begin."} | {
    f"[Schrijf hier wat u bij {thema} wilt meegeven.]": f"Over {thema}." for thema in THEMAS
}
FIRST_TIP = "Geef professionals inzicht in succesvolle aanpakken bij andere gemeentes."
SECOND_TIP = "Voor de arbeidstoeleiding zijn er specifieke trainingen."


@pytest.fixture(scope="session")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a report as the tool makes it."""
    folder = tmp_path_factory.mktemp("rapporten")
    result = CliRunner().invoke(quickscan, ["report", str(EXAMPLE), "-o", str(folder)])
    assert result.exit_code == 0, result.output
    (report,) = folder.glob("*.docx")
    return report.read_bytes()


@pytest.fixture(scope="session")
def ready(drawn: bytes) -> bytes:
    """Return a report in which the consultant did all that is asked."""
    done = changed(drawn, MAIN, lambda text: _all_replaced(text, OWN_WORDS))
    return changed(done, MAIN, lambda text: re.sub(r"<w:comment(Range|Ref)[^>]*>", "", text))


# What is refused

REFUSED = """
vraag blijft staan   | Over Proces.#1=[Schrijf hier wat u bij Proces wilt meegeven.]  | prompt-left
Word vraagt          | Wat een mooi begin.#1=Klik of tik om tekst in te voeren.      | prompt-left
vraag in eigen tekst | mooi begin.#1=[Schrijf hier wat u bij Proces wilt meegeven.]  | prompt-left
wie zonder datum     | Schrijf hier de actie#1=Doen; Naam#1=Bea                    | agenda-no-date
datum zonder wie     | Schrijf hier de actie#1=Doen; Kies een datum#1=1 mei 2027   | agenda-no-name
wie en datum alleen  | Naam#2=Bea; Kies een datum#2=1 mei 2027                   | agenda-no-action
"""
ACCEPTED = """
niets meer te doen
actie alleen   | Schrijf hier de actie#1=Doen
alles gevuld   | Schrijf hier de actie#1=Doen; Naam#1=Bea; Kies een datum#1=1 mei 2027
Word vraagt    | Schrijf hier de actie#1=Klik of tik om tekst in te voeren.
"""


def _rows(table: str) -> list[list[str]]:
    return [[word.strip() for word in line.split("|")] for line in table.strip().splitlines()]


@pytest.mark.parametrize(("case", "edits", "code"), _rows(REFUSED))
def test_a_report_is_refused_for_each_fault_alone(
    ready: bytes, content: Content, case: str, edits: str, code: str
) -> None:
    final = finalize(edited(ready, edits), SOURCE, content)
    assert final.refused, case
    assert final.content is None, case
    assert codes(final) == [code], case


@pytest.mark.parametrize("row", _rows(ACCEPTED), ids=lambda row: row[0])
def test_a_report_without_faults_becomes_final(
    ready: bytes, content: Content, row: list[str]
) -> None:
    final = finalize(edited(ready, *row[1:]), SOURCE, content)
    assert codes(final) == []
    assert "Stand\tDefinitief" in paragraphs(final)
    assert "Stand\tConcept" not in paragraphs(final)


def test_every_fault_is_named_in_one_list(drawn: bytes, content: Content) -> None:
    final = finalize(edited(drawn, "Naam#1=Bea"), SOURCE, content)
    assert codes(final) == ["prompt-left"] * 5 + [
        "comment-open",
        "agenda-no-date",
        "agenda-no-action",
    ]
    assert [one.message for one in final.problems[4:6]] == [
        "Hier staat nog een vraag aan u: “[Schrijf hier wat u bij Proces wilt meegeven.]”.",
        "Bijlage C Bronnen: deze opmerking is nog open: “Van deze bronnen is geen vindplaats "
        "bekend. In de tips staan zij zonder link. V…”.",
    ]


def test_anyway_goes_on_and_takes_prompts_and_comments_away(drawn: bytes, content: Content) -> None:
    final = finalize(drawn, SOURCE, content, Faults.GO_ON)
    assert codes(final) == ["final-anyway"] * 6
    assert not [name for name in parts(final.content) if "comment" in name]
    assert b"<w:comment" not in parts(final.content)[MAIN]
    text = paragraphs(final)
    assert not [one for one in text if "[Schrijf hier" in one]
    assert text[text.index("1 Samenvatting", 50) + 1].startswith("Zes collega's")


def test_a_prompt_within_own_words_goes_alone(ready: bytes, content: Content) -> None:
    with_prompt = edited(ready, f"Wat een mooi begin.#1={OPENING} Mooi.")
    assert " Mooi." in paragraphs(finalize(with_prompt, SOURCE, content, Faults.GO_ON))


# Tracked changes

# XML in short: tags without prefix, "text" for a run, who for who did it and when; ¬ and + are the
# mark of the end of a paragraph that was deleted or added, - that of a row that was deleted.
TRACKED = """
toegevoegd  | <ins who>"Heel goed"</ins>                           | Heel goed
verwijderd  | <del who><r><delText>Verhulst</delText></r></del>    |
verplaatst  | <moveFrom who>"Verhulst"</moveFrom>                  |
hierheen    | <moveTo who>"Heel goed"</moveTo>                     | Heel goed
opmaak      | <r><rPr><rPrChange who><rPr/></rPrChange></rPr><t>Vet</t></r> | Vet
"""


@pytest.mark.parametrize(("case", "xml", "left"), _rows(TRACKED))
def test_a_tracked_change_is_refused_and_accepted_anyway(
    ready: bytes, content: Content, case: str, xml: str, left: str
) -> None:
    tracked = changed(ready, MAIN, _after_own_words(_xml(xml)))
    assert codes(finalize(tracked, SOURCE, content)) == ["revisions-left"], case
    final = finalize(tracked, SOURCE, content, Faults.GO_ON)
    assert f"Wat een mooi begin.{left}" in paragraphs(final), case
    assert not holding(final.content, NAME), case


ACCEPTED_XML = """
einde van alinea weg | <p>¬"a"</p><p>"b"</p>                                            | ab
hele alinea weg      | <p>¬<del>"a"</del></p><p>"b"</p>                                 | b
nieuwe alinea        | <p>+<ins>"a"</ins></p><p/>                                       | a/
rij weg              | <tbl><tr>-<tc><p>"a"</p></tc></tr><tr><tc><p/></tc></tr></tbl>   |
tabel weg            | <tbl><tr>-<tc><p/></tc></tr></tbl><p>"b"</p>                     | b
cel houdt een alinea | <tbl><tr><tc><p>¬</p></tc></tr></tbl>                            |
"""
SIGNS = {
    "¬": "<pPr><rPr><del/></rPr></pPr>",
    "+": "<pPr><rPr><ins/></rPr></pPr>",
    "-": "<trPr><del/></trPr>",
    " who": f' id="9" author="{NAME}" date="2026-11-23T00:00:00Z"',
}


def _xml(short: str) -> str:
    """Return XML as Word writes it."""
    text = re.sub('"([^"]*)"', r"<r><t>\1</t></r>", short)
    for sign, meaning in SIGNS.items():
        text = text.replace(sign, meaning)
    text = re.sub(r'(\s)(\w+)="', r'\1w:\2="', text)
    return re.sub(r"<(/?)(\w)", r"<\1w:\2", text)


@pytest.mark.parametrize(("case", "xml", "left"), _rows(ACCEPTED_XML))
def test_changes_to_paragraphs_and_rows_are_accepted(case: str, xml: str, left: str) -> None:
    body = etree.fromstring(f'<w:body xmlns:w="{W}">{_xml(xml)}</w:body>')
    accept_all(body)
    shown = "/".join("".join(map(str, p.itertext())) for p in body.iter(f"{{{W}}}p"))
    assert shown == left, case


# Comments

# A comment is known by two letters, of which the first is its author. `:1` is resolved, `:0` not,
# `>AA` replies; `:?` is one of which the program says nothing, as LibreOffice does.
THREADS = """
opgelost                   | AA:1        |
beantwoord                 | AA:0 BB>AA  |
open                       | AA:0        | AA
tweede nog open            | AA:1 BB:0   | BB
antwoord van LibreOffice   | AA:? BA:?   |
twee van dezelfde persoon  | AA:? AB:?   | AA AB
"""


@pytest.mark.parametrize(("case", "threads", "left"), _rows(THREADS))
def test_a_comment_must_be_resolved_or_replied_to(
    drawn: bytes, content: Content, case: str, threads: str, left: str
) -> None:
    done = changed(drawn, MAIN, lambda text: _all_replaced(text, OWN_WORDS))
    final = finalize(with_threads(done, threads), SOURCE, content)
    told = [dict(one.details)["text"] for one in final.problems]
    assert told == left.split(), case
    assert set(codes(final)) <= {"comment-open"}, case


def test_a_comment_that_was_deleted_from_the_text_is_gone(ready: bytes, content: Content) -> None:
    assert "word/comments.xml" in parts(ready)
    final = finalize(ready, SOURCE, content)
    assert not [name for name in parts(final.content) if "comment" in name]


# What stays and what goes


def test_what_stays_unseen_is_edition_respondents_answers_and_scores(
    ready: bytes, content: Content
) -> None:
    before = parts(ready)["customXml/item1.xml"].decode()
    more = before.replace('invullers="1"', f'invullers="1" wie="{NAME}"').replace(
        "</quickscan>", f"<basis>{NAME}</basis></quickscan>"
    )
    final = finalize(changed(ready, "customXml/item1.xml", lambda _: more), SOURCE, content)
    kept = etree.fromstring(parts(final.content)["customXml/item1.xml"])
    assert etree.tostring(kept) == etree.tostring(etree.fromstring(before.encode()))
    assert len(kept) == 24


def _planted(part: str) -> Callable[[bytes], bytes]:
    """Return what puts a name in a part of its own, to which the main part leads."""

    def plant(docx: bytes) -> bytes:
        kind = f"{OFFICE}/{Path(part).stem.rstrip('0123456789')}"
        kind = f"{OFFICE}/customXml" if part.startswith("customXml") else kind
        line = f'<Relationship Id="rIdPlant" Type="{kind}" Target="/{part}"/>'
        added = changed(
            docx,
            "word/_rels/document.xml.rels",
            lambda text: text.replace("</Relationships>", f"{line}</Relationships>"),
        )
        return with_part(added, part, f"<oud>{NAME}</oud>".encode())

    return plant


def _in_main(xml: str) -> Callable[[bytes], bytes]:
    return lambda docx: changed(docx, MAIN, _after_own_words(xml))


def _in_part(part: str, before: str, xml: str) -> Callable[[bytes], bytes]:
    return lambda docx: changed(docx, part, lambda text: text.replace(before, xml + before, 1))


def _in_workbook(docx: bytes) -> bytes:
    (name,) = [one for one in parts(docx) if one.endswith(".xlsx")]
    workbook = parts(docx)[name]
    main = changed(
        workbook,
        "xl/workbook.xml",
        lambda text: re.sub("(<workbook[^>]*>)", rf'\1<fileSharing userName="{NAME}"/>', text),
    )
    return with_part(docx, name, with_part(main, "docProps/core.xml", f"<a>{NAME}</a>".encode()))


def _with_thumbnail(docx: bytes) -> bytes:
    line = f'<Relationship Id="rIdT" Type="{OFFICE}/thumbnail" Target="docProps/t.xml"/>'
    line += (
        f'<Relationship Id="rIdA" Type="{OFFICE}/extended-properties" Target="docProps/app.xml"/>'
    )
    with_lines = changed(docx, "_rels/.rels", lambda t: t.replace("</Rel", f"{line}</Rel", 1))
    named = with_part(with_lines, "docProps/t.xml", f"<a>{NAME}</a>".encode())
    return with_part(named, "docProps/app.xml", f"<a><Company>{NAME}</Company></a>".encode())


def _in_style(docx: bytes) -> bytes:
    style = '<w:style w:type="character" w:styleId="Weg"><w:name w:val="Weg"/><w:rPr><w:vanish/>'
    hiding = _in_part("word/styles.xml", "</w:styles>", f"{style}</w:rPr></w:style>")(docx)
    run = f'<w:r><w:rPr><w:rStyle w:val="Weg"/></w:rPr><w:t>{NAME}</w:t></w:r>'
    return _in_main(run)(hiding)


HIDING_PLACES: dict[str, Callable[[bytes], bytes]] = {
    "basis for updates": _planted("customXml/item7.xml"),
    "people": _planted("word/people.xml"),
    "glossary": _planted("word/glossaryDocument.xml"),
    "part of an unknown kind": _planted("word/geheim.xml"),
    "part that nothing leads to": lambda docx: with_part(
        docx, "x/y.xml", f"<a>{NAME}</a>".encode()
    ),
    "comment": _in_part("word/comments.xml", "</w:comments>", f"<!-- {NAME} -->"),
    "who made it": _in_part(
        "docProps/core.xml", "</cp:core", f"<cp:lastModifiedBy>{NAME}</cp:lastModifiedBy>"
    ),
    "own property": _in_part(
        "docProps/custom.xml", "</Properties", f'<property name="x"><a>{NAME}</a></property>'
    ),
    "thumbnail and company": _with_thumbnail,
    "variable": _in_part(
        "word/settings.xml",
        "<w:decimalSymbol",
        f'<w:docVars><w:docVar w:name="a" w:val="{NAME}"/></w:docVars>',
    ),
    "hidden text": _in_main(f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{NAME}</w:t></w:r>"),
    "text in a hiding style": _in_style,
    "who may edit": _in_main(f'<w:permStart w:id="1" w:ed="{NAME}"/><w:permEnd w:id="1"/>'),
    "smart tag": _in_main(
        f'<w:smartTag w:element="a"><w:smartTagPr><w:attr w:name="a" w:val="{NAME}"/>'
        "</w:smartTagPr><w:r><w:t>!</w:t></w:r></w:smartTag>"
    ),
    "last choice": _in_main(
        '<w:sdt><w:sdtPr><w:id w:val="3"/><w:dropDownList '
        f'w:lastValue="{NAME}"/></w:sdtPr><w:sdtContent><w:r><w:t>!</w:t></w:r></w:sdtContent></w:sdt>'
    ),
    "link that is used no more": _in_part(
        "word/_rels/document.xml.rels",
        "</Relationships>",
        f'<Relationship Id="rIdX" Type="{OFFICE}/hyperlink" Target="mailto:{NAME}@x.nl" '
        'TargetMode="External"/>',
    ),
    "workbook behind the chart": _in_workbook,
}


@pytest.mark.parametrize("place", HIDING_PLACES)
def test_a_name_that_nobody_sees_is_in_no_part(ready: bytes, content: Content, place: str) -> None:
    planted = HIDING_PLACES[place](ready)
    assert holding(planted, NAME)
    final = finalize(planted, SOURCE, content)
    assert codes(final) == []
    assert not holding(final.content, NAME)


def test_what_a_reader_sees_stays(ready: bytes, content: Content) -> None:
    kept = paragraphs(finalize(ready, SOURCE, content))
    before = [text.removeprefix("☐\t") for text in _texts(ready)]
    gone = [one for one in before if one not in kept and one != "Stand\tConcept"]
    assert gone == []
    assert len(kept) == len(before)


def test_a_final_report_names_nobody_and_is_known_as_final(ready: bytes, content: Content) -> None:
    final = finalize(ready, SOURCE, content)
    properties = Document(io.BytesIO(final.content or b"")).core_properties
    assert (properties.author, properties.last_modified_by) == ("QuickScan", "QuickScan")
    assert properties.title == "Adviesrapport QuickScan diversiteitsensitief begeleiden"
    assert b">definitief rapport<" in parts(final.content)["docProps/custom.xml"]
    assert codes(finalize(final.content or b"", SOURCE, content)) == ["report-already-final"]


def test_what_led_to_a_program_of_the_consultant_is_gone(ready: bytes, content: Content) -> None:
    tracked = _in_part("word/settings.xml", "<w:defaultTabStop", "<w:trackRevisions/>")(ready)
    marked = changed(
        tracked, MAIN, lambda text: text.replace("<w:p>", '<w:p w:rsidR="00AB12CD">', 3)
    )
    final = finalize(marked, SOURCE, content)
    assert b"rsid" not in parts(final.content)[MAIN]
    assert b"trackRevisions" not in parts(final.content)["word/settings.xml"]


def test_the_chart_tells_again_what_it_shows(ready: bytes, content: Content) -> None:
    silent = changed(ready, MAIN, lambda text: re.sub(r' (descr|title)="Staaf[^"]*"', "", text))
    main = parts(finalize(silent, SOURCE, content).content)[MAIN].decode()
    told = "1 keer Niet van toepassing, 4 keer Grotendeels, 10 keer Deels, 6 keer Niet of"
    assert f'descr="Staafgrafiek met het antwoord op elke stelling, per thema. {told}' in main


def test_the_same_edits_give_the_same_bytes(ready: bytes, content: Content) -> None:
    first, second = (finalize(ready, SOURCE, content).content for _ in range(2))
    assert first == second


# Links


LINKS = """
weg        | <w:hyperlink w:anchor="_nergens"><w:r><w:t>hier</w:t></w:r></w:hyperlink>      | hier
leeg       | <w:hyperlink><w:r><w:t>daar</w:t></w:r></w:hyperlink>                           | daar
in het rapport | <w:hyperlink w:anchor="_agenda"><w:r><w:t>agenda</w:t></w:r></w:hyperlink>  |
"""


@pytest.mark.parametrize(("case", "xml", "named"), _rows(LINKS))
def test_a_link_that_leads_nowhere_is_a_warning(
    ready: bytes, content: Content, case: str, xml: str, named: str
) -> None:
    final = finalize(changed(ready, MAIN, _after_own_words(xml)), SOURCE, content)
    told = [f"De link “{named}” leidt nergens heen."] if named else []
    assert [one.message for one in final.problems] == told, case
    assert final.content is not None, case


# Tips and agenda


def test_where_nothing_is_ticked_all_tips_stay_in_a_real_list(
    ready: bytes, content: Content
) -> None:
    final = finalize(ready, SOURCE, content)
    assert below(final, "7 Vertrouwen opbouwen") == below_of(ready, "7 Vertrouwen opbouwen")
    assert "Bijlage D Andere tips" not in paragraphs(final)
    document = Document(io.BytesIO(final.content or b""))
    styles = {
        one.style.name
        for one in document.paragraphs
        if one.style is not None and one.text.startswith(FIRST_TIP)
    }
    assert styles == {"List Bullet"}
    assert not [one for one in paragraphs(final) if one.startswith(("☐", "☒"))]
    assert b"w14:checkbox" not in parts(final.content)[MAIN]


def test_a_ticked_tip_becomes_a_row_and_the_others_move_to_an_annex(
    ready: bytes, content: Content
) -> None:
    final = finalize(ticked(ready, "7 Vertrouwen opbouwen", 2), SOURCE, content)
    assert agenda(final)[-1][0] == "7 Vertrouwen opbouwen"
    assert agenda(final)[-1][1].startswith(SECOND_TIP)
    assert agenda(final)[-1][2:] == ["Naam", "Kies een datum", "Niet gestart"]
    assert labels_and_tips(final, "7 Vertrouwen opbouwen") == ["Begin hier", SECOND_TIP]
    annex = paragraphs(final)[paragraphs(final).index("Bijlage D Andere tips", 60) :]
    assert annex[:3] == [
        "Bijlage D Andere tips",
        "Deze tips passen ook bij uw antwoorden. Zij staan niet in uw verbeteragenda.",
        "7 Vertrouwen opbouwen",
    ]
    assert annex[3].startswith(FIRST_TIP)
    assert len(annex) == 6
    whole = below_of(ready, "7 Vertrouwen opbouwen")
    assert {*annex[3:], *below(final, "7 Vertrouwen opbouwen"), "Ook mogelijk"} == set(whole)


def test_the_annex_is_in_the_table_of_contents(ready: bytes, content: Content) -> None:
    final = finalize(ticked(ready, "7 Vertrouwen opbouwen", 1), SOURCE, content)
    main = parts(final.content)[MAIN].decode()
    contents = main[main.index("TOC \\o") :]
    contents = contents[: contents.index('w:fldCharType="end"')]
    (anchor,) = re.findall(r'w:anchor="(\w+)"(?:(?!w:anchor).)*Bijlage D', contents)
    assert f'w:name="{anchor}"' in main
    assert main.count('w:fldCharType="end"') == main.count('w:fldCharType="begin"')


def test_a_ticked_tip_fills_the_row_of_its_stelling(ready: bytes, content: Content) -> None:
    before = agenda_of(ready)
    name = before[1][0]
    final = finalize(ticked(ready, name, 1, 2), SOURCE, content)
    after = agenda(final)
    assert [row[0] for row in after] == [before[0][0], name, name, *(r[0] for r in before[2:])]
    assert after[1][1] != before[1][1]
    assert after[2][1] not in {after[1][1], before[1][1]}


def test_a_tip_of_the_consultant_without_a_box_stays(ready: bytes, content: Content) -> None:
    tip = (
        '<w:p><w:pPr><w:pStyle w:val="QuickScanTip"/></w:pPr><w:r><w:t>Eigen tip.</w:t></w:r></w:p>'
    )
    own = changed(ready, MAIN, _before_heading("8 Verwachtingen goed bespreken", tip))
    final = finalize(ticked(own, "7 Vertrouwen opbouwen", 2), SOURCE, content)
    assert below(final, "7 Vertrouwen opbouwen")[-1] == "Eigen tip."
    document = Document(io.BytesIO(final.content or b""))
    (style,) = [one.style for one in document.paragraphs if one.text == "Eigen tip."]
    assert style is not None
    assert style.name == "List Bullet"


def test_a_tip_takes_the_list_below_it_along(ready: bytes, content: Content) -> None:
    name = "21 Gedragen visie"
    lists = [one for one in below_of(ready, name) if one.startswith("Maak diversiteits")]
    final = finalize(ticked(ready, name, 1), SOURCE, content)
    annex = paragraphs(final)[paragraphs(final).index("Bijlage D Andere tips", 60) :]
    assert [one for one in annex if one in lists] == lists


def test_a_place_that_is_filled_in_shows_its_text_and_the_others_ask(
    ready: bytes, content: Content
) -> None:
    before = parts(ready)[MAIN].decode().count("Kies een datum")
    filled = edited(ready, "Schrijf hier de actie#1=Doen; Naam#1=Bea; Kies een datum#1=1 mei 2027")
    forgotten = changed(filled, MAIN, _asking_no_more)
    main = parts(finalize(forgotten, SOURCE, content).content)[MAIN].decode()
    assert main.count("<w:showingPlcHdr/>") == 3 * (before - 1)
    (date,) = re.findall(r"<w:r>(?:(?!<w:r>).)*1 mei 2027", main)
    assert "rStyle" not in date


def _asking_no_more(text: str) -> str:
    """Forget of every place but the first date whether it is empty, as LibreOffice does."""
    head, date, rest = text.partition("<w:showingPlcHdr/><w:date>")
    parts_without = [one.replace("<w:showingPlcHdr/>", "") for one in (head, rest)]
    return date.join(parts_without)


def test_a_row_with_who_and_when_takes_its_action_from_a_tick(
    ready: bytes, content: Content
) -> None:
    name = agenda_of(ready)[0][0]
    filled = edited(ready, "Naam#1=Bea; Kies een datum#1=1 mei 2027")
    assert codes(finalize(filled, SOURCE, content)) == ["agenda-no-action"]
    final = finalize(ticked(filled, name, 1), SOURCE, content)
    assert codes(final) == []
    assert agenda(final)[0][2:4] == ["Bea", "1 mei 2027"]


def test_rows_without_stelling_and_action_go_and_the_others_keep_their_places(
    ready: bytes, content: Content
) -> None:
    names = agenda_of(ready)
    blank = edited(ready, *(f"{row[0]}#agenda=Schrijf hier een stelling" for row in names[:2]))
    final = finalize(blank, SOURCE, content)
    assert agenda(final) == names[2:]
    assert agenda(final)[0][1:4] == ["Schrijf hier de actie", "Naam", "Kies een datum"]
    main = parts(final.content)[MAIN].decode()
    assert main.count("<w:showingPlcHdr/>") == 3 * len(names[2:])
    assert main.count("<w:dropDownList>") == len(names[2:])


def test_one_row_stays_to_fill_in_where_all_are_blank(ready: bytes, content: Content) -> None:
    names = agenda_of(ready)
    blank = edited(ready, *(f"{row[0]}#agenda=Schrijf hier een stelling" for row in names))
    rows = agenda(finalize(blank, SOURCE, content))
    assert rows == [
        [
            "Schrijf hier een stelling",
            "Schrijf hier de actie",
            "Naam",
            "Kies een datum",
            "Niet gestart",
        ]
    ]


def test_ticks_without_an_agenda_are_told(ready: bytes, content: Content) -> None:
    renamed = edited(ticked(ready, "7 Vertrouwen opbouwen", 1), "Wat gaan we doen?#1=Plan")
    assert codes(finalize(renamed, SOURCE, content)) == ["agenda-gone"]


SHORTENED = """
Kort.                              | Kort.
{99}. {99}. {99}.                  | {99}.
{120}. {120}.                      | {120}.
{150} {150}                        | {150}…
"""


@pytest.mark.parametrize(("text", "action"), _rows(SHORTENED))
def test_an_action_ends_at_the_end_of_a_sentence(text: str, action: str) -> None:
    def long(match: re.Match[str]) -> str:
        return "a" * int(match[1])

    written = re.sub(r"\{(\d+)\}", long, text)
    assert shortened(written) == re.sub(r"\{(\d+)\}", long, action)


# What is no report

UNUSABLE: dict[str, tuple[bytes, Code]] = {
    "empty": (b"", Code.REPORT_EMPTY),
    "no Word document": (b"%PDF-1.4", Code.REPORT_NOT_WORD),
    "old Word document": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Code.REPORT_NOT_WORD),
    "with a password": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        Code.REPORT_ENCRYPTED,
    ),
    "cut off": (b"PK\x03\x04" + bytes(90), Code.REPORT_UNREADABLE),
}


@pytest.mark.parametrize("case", UNUSABLE)
def test_what_is_no_report_is_told_in_one_line(content: Content, case: str) -> None:
    file, code = UNUSABLE[case]
    final = finalize(file, SOURCE, content, Faults.GO_ON)
    assert codes(final) == [code.key]
    assert final.content is None


def test_another_word_document_is_no_report(content: Content) -> None:
    letter = Document()
    letter.add_heading("Samenvatting", 1)
    saved = io.BytesIO()
    letter.save(saved)
    assert codes(finalize(saved.getvalue(), SOURCE, content)) == ["not-a-report"]


def test_a_report_that_lost_its_mark_is_known_by_its_headings(
    ready: bytes, content: Content
) -> None:
    unmarked = changed(ready, "docProps/custom.xml", lambda text: text.replace("QuickScan", "X"))
    assert codes(finalize(unmarked, SOURCE, content)) == []


def test_a_report_that_lost_its_headings_is_known_by_its_mark(
    ready: bytes, content: Content
) -> None:
    flat = changed(ready, MAIN, lambda text: re.sub(r'"Heading\d"', '"BodyText"', text))
    assert codes(finalize(flat, SOURCE, content)) == []


def test_a_workbook_is_no_report(content: Content) -> None:
    assert codes(finalize(EXAMPLE.read_bytes(), SOURCE, content)) == ["report-not-word"]


# Beside the report


def test_the_final_version_stands_beside_the_edited_one(
    ready: bytes, content: Content, tmp_path: Path
) -> None:
    outcome = _written(tmp_path, ready, content)
    assert outcome.status is FinalStatus.FINAL
    assert _names(tmp_path) == ["Adviesrapport X (definitief).docx", "Adviesrapport X.docx"]
    assert (tmp_path / "Adviesrapport X.docx").read_bytes() == ready


def test_an_earlier_final_version_is_renamed_and_never_overwritten(
    ready: bytes, content: Content, tmp_path: Path
) -> None:
    first = _written(tmp_path, ready, content).report
    assert first is not None
    sent = first.read_bytes()
    _written(tmp_path, ready, content)
    assert len(_names(tmp_path)) == 2
    outcome = _written(tmp_path, edited(ready, "Wat een mooi begin.#1=Anders."), content)
    earlier = tmp_path / "Adviesrapport X (definitief) (2026-11-23 143005).docx"
    assert earlier.read_bytes() == sent
    assert [one.code for one in outcome.problems] == [Code.REPORT_RENAMED]


def test_a_refused_report_leaves_nothing_behind(
    drawn: bytes, content: Content, tmp_path: Path
) -> None:
    outcome = _written(tmp_path, drawn, content, Wishes(pdf=True, mail=True))
    assert (outcome.status, outcome.report) == (FinalStatus.REFUSED, None)
    assert _names(tmp_path) == ["Adviesrapport X.docx"]


def test_a_folder_is_no_report(content: Content, tmp_path: Path) -> None:
    outcome = finalize_report(tmp_path, content, Sender(), NOW, Wishes())
    assert outcome.status is FinalStatus.FAILED
    assert [one.code for one in outcome.problems] == [Code.REPORT_IS_FOLDER]


def test_a_report_that_is_open_in_word_is_told(
    ready: bytes, content: Content, tmp_path: Path
) -> None:
    (tmp_path / "~$viesrapport X.docx").write_bytes(b"")
    outcome = _written(tmp_path, ready, content)
    assert outcome.status is FinalStatus.FINAL
    assert [one.code for one in outcome.problems] == [Code.FINAL_OF_OPEN]


def test_a_report_that_is_not_there_fails(content: Content, tmp_path: Path) -> None:
    outcome = finalize_report(tmp_path / "weg.docx", content, Sender(), NOW, Wishes())
    assert outcome.status is FinalStatus.FAILED
    assert [one.code for one in outcome.problems] == [Code.REPORT_NO_ACCESS]


# Mail


def test_a_draft_mail_holds_the_sent_version(
    ready: bytes, content: Content, tmp_path: Path
) -> None:
    sender = Sender(name="Ans Been", organisation="Bureau Noord", mail="ans@noord.nl")
    outcome = _written(tmp_path, ready, content, Wishes(mail=True), sender)
    mail = _read(outcome.mail)
    assert mail["X-Unsent"] == "1"
    assert mail["Subject"] == "Adviesrapport QuickScan Team Werk"
    assert (mail["From"], mail["To"]) == ("Ans Been <ans@noord.nl>", None)
    (attached,) = mail.iter_attachments()
    assert attached.get_filename() == "Adviesrapport X (definitief).docx"
    assert outcome.report is not None
    assert attached.get_content() == outcome.report.read_bytes()


def test_a_sentence_that_needs_a_missing_setting_is_left_out(
    ready: bytes, content: Content, tmp_path: Path
) -> None:
    outcome = _written(tmp_path, ready, content, Wishes(mail=True))
    mail = _read(outcome.mail)
    assert mail["From"] is None
    text = _body(mail)
    assert "Vragen?" not in text
    assert "Met vriendelijke groet" not in text
    assert "Hierbij het rapport." in text


def test_a_draft_keeps_every_sign_and_no_extra_lines_in_its_head() -> None:
    letter = Letter("Eén\nBcc: x@y.nl", "Geëerde “lezer” – dag", "a@b.nl")
    mail = draft(letter, Sender(), [Attachment("é.pdf", b"%")])
    read = email.message_from_bytes(mail, policy=default)
    assert (read["Subject"], read["Bcc"], read["To"]) == ("Eén Bcc: x@y.nl", None, "a@b.nl")
    assert isinstance(read, EmailMessage)
    assert _body(read).strip() == "Geëerde “lezer” – dag"
    assert [one.get_filename() for one in read.iter_attachments()] == ["é.pdf"]


# PDF


def test_without_libreoffice_one_line_says_so(
    ready: bytes, content: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("pipeline.finalize.pdf._PLACES", ())
    outcome = _written(tmp_path, ready, content, Wishes(pdf=True))
    assert outcome.status is FinalStatus.FINAL
    assert [one.code for one in outcome.problems] == [Code.PDF_WITHOUT_OFFICE]
    assert outcome.report is not None


def test_a_pdf_is_tagged_and_tells_its_charts(
    ready: bytes, content: Content, tmp_path: Path
) -> None:
    _needs_office()
    outcome = _written(tmp_path, ready, content, Wishes(pdf=True, mail=True))
    assert [one.code for one in outcome.problems] == [Code.PDF_NOT_FILLABLE]
    assert outcome.pdf is not None
    pdf = outcome.pdf.read_bytes()
    for word in (b"/MarkInfo<</Marked true", b"/Outlines", b"/DisplayDocTitle true", b"nl-NL"):
        assert word in pdf
    told = "Staafgrafiek met het antwoord".encode("utf-16-be").hex().upper().encode()
    assert b"/Alt<FEFF" + told in pdf
    attached = [one.get_filename() for one in _read(outcome.mail).iter_attachments()]
    assert attached == ["Adviesrapport X (definitief).docx", "Adviesrapport X (definitief).pdf"]


def test_a_pdf_of_an_earlier_version_is_made_anew(
    ready: bytes, content: Content, tmp_path: Path
) -> None:
    _needs_office()
    pdf = _written(tmp_path, ready, content, Wishes(pdf=True)).pdf
    assert pdf is not None
    before = pdf.read_bytes()
    changed = edited(ready, "Wat een mooi begin.#1=Anders.")
    _written(tmp_path, changed, content)
    assert pdf.read_bytes() == before
    _written(tmp_path, changed, content, Wishes(pdf=True))
    assert pdf.read_bytes() != before


def test_a_pdf_with_another_number_of_figures_stays_as_it_is() -> None:
    pdf = (
        b"%PDF-1.6\n1 0 obj\n<</Type/StructElem\n/S/Figure\n/P 2 0 R>>\nendobj\n"
        b"trailer\n<</Size 2>>\nstartxref\n9\n%%EOF\n"
    )
    assert with_alt_texts(pdf, ["a", "b"]) == pdf
    added = with_alt_texts(pdf, ["a"])
    assert added.startswith(pdf)
    start = int(re.findall(rb"startxref\n(\d+)", added)[-1])
    assert added[start:].startswith(b"xref")
    place = int(re.findall(rb"\n(\d{10}) 00000 n", added)[-1])
    assert added[place:].startswith(
        b"1 0 obj\n<</Type/StructElem\n/S/Figure\n/P 2 0 R/Alt<FEFF0061>"
    )


# LibreOffice

EDITS = f"""
vervang | Wij bellen soms een tolk | Jan {NAME} belt soms een tolk
vervang | Jan {NAME} belt | Een collega belt
vul     | {OPENING} | Wat een mooi begin.
vul     | [Schrijf hier wat u bij Competenties wilt meegeven.] | Over Competenties.
vul     | [Schrijf hier wat u bij Methoden wilt meegeven.] | Over Methoden.
vul     | [Schrijf hier wat u bij Randvoorwaarden wilt meegeven.] | Over Randvoorwaarden.
vul     | [Schrijf hier wat u bij Proces wilt meegeven.] | Over Proces.
vul     | Schrijf hier de actie | Wij vragen het na
vul     | Naam | Bea
vul     | Kies een datum | 1 mei 2027
los op
"""
TICKS = "kruis | 7 Vertrouwen opbouwen | 2"
TRACKED_DELETION = f"""
vervang | Wij bellen soms een tolk | Jan {NAME} belt soms een tolk
volg wijzigingen
vervang | Jan {NAME} belt | Een collega belt
"""


@pytest.fixture(scope="module")
def in_office(drawn: bytes, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], bytes]:
    """Return what edits a report in LibreOffice; each list of edits is done once."""
    folder = tmp_path_factory.mktemp("bewerkt")
    done: dict[str, bytes] = {}

    def edit(edits: str) -> bytes:
        _needs_office()
        if edits not in done:
            done[edits] = _edit_in_office(drawn, edits, folder)
        return done[edits]

    return edit


def _edit_in_office(report: bytes, edits: str, folder: Path) -> bytes:
    source, list_of_edits, out = (folder / name for name in ("in.docx", "edits.txt", "uit.docx"))
    source.write_bytes(report)
    list_of_edits.write_text(edits, encoding="utf-8")
    program = ROOT / "tests" / "edit_report.py"
    subprocess.run(
        [uno_python() or "", program, source, list_of_edits, out], check=True, timeout=300
    )
    return out.read_bytes()


def test_libreoffice_a_report_comes_back_and_becomes_final(
    in_office: Callable[[str], bytes], content: Content
) -> None:
    final = finalize(in_office(EDITS), SOURCE, content)
    assert codes(final) == []
    text = paragraphs(final)
    assert "Stand\tDefinitief" in text
    assert "“Een collega belt soms een tolk. Niet iedereen weet hoe dat moet.”" in text
    assert not holding(final.content, NAME)
    assert not [one for one in text if one.startswith(("☐", "☒", "[Schrijf"))]
    assert agenda(final)[0][1:] == ["Wij vragen het na", "Bea", "1 mei 2027", "Niet gestart"]


def test_libreoffice_a_ticked_tip_becomes_a_row_and_the_others_an_annex(
    in_office: Callable[[str], bytes], content: Content
) -> None:
    final = finalize(in_office(EDITS + TICKS), SOURCE, content)
    assert codes(final) == []
    assert agenda(final)[-1][0] == "7 Vertrouwen opbouwen"
    assert agenda(final)[-1][1].startswith(SECOND_TIP)
    assert labels_and_tips(final, "7 Vertrouwen opbouwen") == ["Begin hier", SECOND_TIP]
    assert paragraphs(final).count("Bijlage D Andere tips") == 2
    main = parts(final.content)[MAIN].decode()
    assert main.count('w:fldCharType="end"') == main.count('w:fldCharType="begin"')


def test_libreoffice_open_comments_and_prompts_are_found(
    in_office: Callable[[str], bytes], content: Content
) -> None:
    final = finalize(in_office(TICKS), SOURCE, content)
    assert codes(final) == ["prompt-left"] * 5 + ["comment-open"]


def test_libreoffice_what_was_deleted_with_changes_tracked_is_refused_or_gone(
    in_office: Callable[[str], bytes], content: Content
) -> None:
    report = in_office(TRACKED_DELETION)
    assert holding(report, NAME)
    assert "revisions-left" in codes(finalize(report, SOURCE, content))
    final = finalize(report, SOURCE, content, Faults.GO_ON)
    assert not holding(final.content, NAME)
    assert "“Een collega belt soms een tolk. Niet iedereen weet hoe dat moet.”" in paragraphs(final)


def _needs_office() -> None:
    if soffice() is None or uno_python() is None:
        pytest.skip("LibreOffice is not installed here")


# Editing as Word does


def parts(docx: bytes | None) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx or b"")) as package:
        return {name: package.read(name) for name in package.namelist()}


def _saved(all_parts: dict[str, bytes]) -> bytes:
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in all_parts.items():
            package.writestr(name, part)
    return saved.getvalue()


def with_part(docx: bytes, name: str, part: bytes) -> bytes:
    return _saved(parts(docx) | {name: part})


def changed(docx: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """Change the text of one part; it must become another."""
    before = parts(docx)[name].decode()
    after = change(before)
    assert after != before, name
    return with_part(docx, name, after.encode())


def edited(docx: bytes, *lists: str) -> bytes:
    """Type over texts: `old#2=new; old#*=new`; #agenda is the first one within the agenda."""
    for edit in (one for edits in lists for one in edits.split(";") if one.strip()):
        old, _, rest = edit.strip().partition("#")
        place, _, new = rest.partition("=")
        docx = changed(docx, MAIN, lambda text, o=old, p=place, n=new: _typed(text, o, p, n))  # type: ignore[misc]
    return docx


def _typed(text: str, old: str, place: str, new: str) -> str:
    if place == "agenda":
        head = text.index("Wat gaan we doen?")
        return text[:head] + text[head:].replace(f">{old}<", f">{new}<", 1)
    start = -1
    for _ in range(int(place)):
        start = text.index(old, start + 1)
    return text[:start] + new + text[start + len(old) :]


def _all_replaced(text: str, texts: dict[str, str]) -> str:
    for old, new in texts.items():
        assert old in text
        text = text.replace(old, new)
    return text


def _after_own_words(xml: str) -> Callable[[str], str]:
    """Return what puts XML at the end of the paragraph of the consultant's opening."""

    def put(text: str) -> str:
        start = text.index("Wat een mooi begin.")
        end = text.index("</w:sdt>", start) + len("</w:sdt>")
        return text[:end] + xml + text[end:]

    return put


def _before_heading(heading: str, xml: str) -> Callable[[str], str]:
    """Return what puts XML before the heading of a stelling."""

    def put(text: str) -> str:
        start = text.rindex("<w:p>", 0, text.rindex(f">{heading}<"))
        return text[:start] + xml + text[start:]

    return put


def ticked(docx: bytes, heading: str, *places: int) -> bytes:
    """Tick tips below the heading of a stelling, the first is 1."""

    def tick(text: str, place: int) -> str:
        start = text.rindex(f">{heading}<")
        for _ in range(place):
            start = re.compile("[☐☒]<").search(text, start + 1).start()  # type: ignore[union-attr]
        return text[:start] + "☒" + text[start + 1 :]

    for place in places:
        docx = changed(docx, MAIN, lambda text, p=place: tick(text, p))  # type: ignore[misc]
    return docx


def with_threads(docx: bytes, threads: str) -> bytes:
    """Give a report other comments in place of its own, all at one place."""
    names = re.findall(r"(\w+)[:>]", threads)
    lines = ""
    for name, sign, rest in re.findall(r"(\w+)([:>])(\w)", threads):
        more = f'w15:done="{rest}"' if sign == ":" else 'w15:paraIdParent="AA" w15:done="0"'
        lines += f'<w15:commentEx w15:paraId="{name}" {more}/>'
    comments = "".join(
        f'<w:comment w:id="{number}" w:author="{name[0]}"><w:p w14:paraId="{name}"><w:r>'
        f"<w:t>{name}</w:t></w:r></w:p></w:comment>"
        for number, name in enumerate(names)
    )
    head = f'<w:comments xmlns:w="{W}" xmlns:w14="{W14}">'
    docx = with_part(docx, "word/comments.xml", f"{head}{comments}</w:comments>".encode())
    extended = f'<w15:commentsEx xmlns:w15="{W15}">{lines}</w15:commentsEx>'
    docx = with_part(docx, "word/commentsExtended.xml", extended.encode())
    line = (
        '<Relationship Id="rIdEx" Type="http://schemas.microsoft.com/office/2011/relationships/'
        'commentsExtended" Target="commentsExtended.xml"/></Relationships>'
    )
    relations = "word/_rels/document.xml.rels"
    docx = changed(docx, relations, lambda text: text.replace("</Relationships>", line))
    mark = '<w:r><w:commentReference w:id="{}"/></w:r>'
    marks = "".join(mark.format(number) for number in range(len(names)))
    run = re.compile(r'<w:r>(?:(?!</w:r>).)*<w:commentReference w:id="0"/></w:r>')
    return changed(docx, MAIN, lambda text: run.sub(marks, text))


# Looking


def codes(final: Final) -> list[str]:
    return [one.code.key for one in final.problems]


def paragraphs(final: Final) -> list[str]:
    assert final.content is not None
    return _texts(final.content)


def _texts(docx: bytes) -> list[str]:
    """Return the text of every paragraph, in order, also in tables and controls."""
    main = etree.fromstring(parts(docx)[MAIN])
    return ["".join(map(_sign, one.iter())) for one in main.iter(f"{{{W}}}p")]


def _sign(element: etree._Element) -> str:
    if element.tag == f"{{{W}}}t":
        return element.text or ""
    in_run = element.tag == f"{{{W}}}tab" and element.get(f"{{{W}}}pos") is None
    return "\t" if in_run else ""


# A heading stands two paragraphs above the answer: the stelling itself comes between.
ABOVE_ANSWER = 2


def below(final: Final, heading: str) -> list[str]:
    return _below(paragraphs(final), heading)


def below_of(docx: bytes, heading: str) -> list[str]:
    return [one.removeprefix("☐\t") for one in _below(_texts(docx), heading)]


def _below(texts: list[str], heading: str) -> list[str]:
    """Return what stands under the heading of a stelling, up to that of the next one."""
    answers = [i for i, text in enumerate(texts) if "Uw antwoord" in text]
    headings = [i - ABOVE_ANSWER for i in answers]
    start = next(i for i in headings if texts[i] == heading)
    end = next((i for i in headings if i > start), len(texts))
    return texts[start + 1 : end]


def labels_and_tips(final: Final, heading: str) -> list[str]:
    """Return the labels under a stelling, and of its tips the first sentence."""
    texts = below(final, heading)
    tips = texts[texts.index("Begin hier") + 1 :]
    return ["Begin hier", *(one.partition(". ")[0] + "." for one in tips)]


def agenda(final: Final) -> list[list[str]]:
    assert final.content is not None
    return agenda_of(final.content)


def agenda_of(docx: bytes) -> list[list[str]]:
    """Return the rows of the agenda below its head."""
    main = etree.fromstring(parts(docx)[MAIN])
    for table in main.iter(f"{{{W}}}tbl"):
        rows = [
            ["".join(map(_sign, cell.iter())) for cell in row.iter(f"{{{W}}}tc")]
            for row in table.iter(f"{{{W}}}tr")
        ]
        if "Wat gaan we doen?" in rows[0]:
            return rows[1:]
    raise LookupError("agenda")


def holding(file: bytes | None, name: str) -> list[str]:
    """Return every part, also of a workbook inside, whose name or content holds a name."""
    return list(_holding(file or b"", name))


def _holding(file: bytes, name: str) -> Iterator[str]:
    for part, inside in parts(file).items():
        if inside.startswith(b"PK"):
            yield from (f"{part} > {one}" for one in _holding(inside, name))
        elif any(name.encode(code) in inside for code in ("utf-8", "utf-16-le")) or name in part:
            yield part


def _written(
    folder: Path,
    docx: bytes,
    content: Content,
    wishes: Wishes | None = None,
    sender: Sender | None = None,
) -> FinalOutcome:
    path = folder / "Adviesrapport X.docx"
    path.write_bytes(docx)
    return finalize_report(path, content, sender or Sender(), NOW, wishes or Wishes())


def _names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def _read(path: Path | None) -> EmailMessage:
    assert path is not None
    mail = email.message_from_bytes(path.read_bytes(), policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


def _body(mail: EmailMessage) -> str:
    body = mail.get_body()
    assert body is not None
    return str(body.get_content())
