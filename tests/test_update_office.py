"""A report that was really edited in LibreOffice is brought up to date, and no edit is lost.

Each edit is a line of `tests/edit_report.py`. LibreOffice writes the whole document anew:
it loses the names of controls, alternative texts and the settings of the table of contents.

Stelling 7 was Grotendeels and is now Niet; 16 was Niet and is now Volledig en geborgd.
"""

from __future__ import annotations

import io
import subprocess
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from pipeline.intake import take_in
from pipeline.model import Antwoord, Content, Sender, Source
from pipeline.run import Desk
from pipeline.teams import score_all
from pipeline.update import Updated, update
from pipeline.word import draw
from tests.editing import texts
from tests.foreign_programs import faults_of, missing
from tests.office import soffice, uno_python
from tests.sheets import EXAMPLES, ROOT

SOURCE = Source("rapport.docx")
NOW = datetime(2026, 11, 23, 14, 30, tzinfo=UTC)
CHANGED = {7: Antwoord.NIET, 16: Antwoord.VOLLEDIG}
TAKEN_OUT, MOVED, STAYS = "9 Werkgevers helpen met begeleiding", "12 Comm", "10 Meer tijd"
EDITS = """
vervang   | Dit thema gaat over wat uw professionals weten | Wij vroegen wat uw mensen weten
voeg toe  | Uw antwoord: Deels. Niveau: onderweg.          | Een eigen alinea van de adviseur.
beeld     | Een eigen alinea van de adviseur.
verwijder | 9 Werkgevers helpen met begeleiding
verplaats | 12 Communicatiehulpmiddelen gebruiken          | 10 Meer tijd als vaste werkwijze
kruis     | 7 Vertrouwen opbouwen                          | 3
vul       | Naam                                           | Bea
"""


def made(content: Content, changes: dict[int, Antwoord]) -> bytes:
    """Return a fresh report on the mixed example, in which some answers are other ones."""
    (checked,) = take_in([EXAMPLES / "gemengd.xlsx"], content)
    assert checked.questionnaire is not None
    answers = tuple(
        replace(one, antwoord=changes.get(one.stelling, one.antwoord))
        for one in checked.questionnaire.answers
    )
    changed = replace(checked, questionnaire=replace(checked.questionnaire, answers=answers))
    desk = Desk(content, Sender(), Path(), NOW)
    (advised,) = score_all([changed], content)
    return draw(desk.compose(advised), desk.open_style(), NOW)


def edited_in_office(folder: Path, report: bytes, edits: str) -> bytes:
    """Return a report as LibreOffice saves it after these edits."""
    python = uno_python()
    if soffice() is None or python is None:
        pytest.skip("LibreOffice met python3-uno ontbreekt")
    (folder / "rapport.docx").write_bytes(report)
    (folder / "edits.txt").write_text(edits, encoding="utf-8")
    program = ROOT / "tests" / "edit_report.py"
    files = (folder / "rapport.docx", folder / "edits.txt", folder / "bewerkt.docx")
    subprocess.run([python, program, *files], check=True, capture_output=True)
    return (folder / "bewerkt.docx").read_bytes()


@pytest.fixture(scope="module")
def before(content: Content) -> bytes:
    return made(content, {})


@pytest.fixture(scope="module")
def after(content: Content) -> bytes:
    return made(content, CHANGED)


@pytest.fixture(scope="module")
def saved(before: bytes, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return edited_in_office(tmp_path_factory.mktemp("opgeslagen"), before, "")


@pytest.fixture(scope="module")
def edited(before: bytes, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return edited_in_office(tmp_path_factory.mktemp("bewerkt"), before, EDITS)


@pytest.fixture(scope="module")
def result(edited: bytes, after: bytes, content: Content) -> Updated:
    return updated(edited, after, content)


def updated(report: bytes, fresh: bytes, content: Content) -> Updated:
    found = update(report, fresh, content, SOURCE)
    assert isinstance(found, Updated)
    return found


def lines(docx: bytes | None) -> list[str]:
    assert docx is not None
    plain = (line.lstrip("☐☒").replace("\u00ad", "") for line in texts(docx))
    return [" ".join(line.split()) for line in plain if line.strip()]


def styled(docx: bytes | None, *starts: str) -> list[str]:
    """Return the texts of the paragraphs of which the style begins so, also in a control."""
    document = Document(io.BytesIO(docx or b""))
    names = {style.style_id: (style.name or "").casefold() for style in document.styles}
    found = []
    for paragraph in document.element.body.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        name = names.get("" if style is None else style.get(qn("w:val"), ""), "")
        if name.startswith(starts):
            found.append("".join(t.text or "" for t in paragraph.iter(qn("w:t"))).strip())
    return found


def test_a_report_that_was_only_opened_and_saved_counts_as_not_edited(
    saved: bytes, before: bytes, content: Content
) -> None:
    assert updated(saved, before, content) == Updated(None)


def test_an_opened_and_saved_report_becomes_the_fresh_one(
    saved: bytes, after: bytes, content: Content
) -> None:
    found = updated(saved, after, content)
    assert lines(found.content) == lines(after)
    assert (found.kept, found.gone) == ((), ())


def test_typed_text_stays_where_it_was_typed(result: Updated) -> None:
    found = lines(result.content)
    place = found.index("Een eigen alinea van de adviseur.")
    assert found[place - 1] == "Uw antwoord: Deels. Niveau: onderweg."
    assert any(line.startswith("Wij vroegen wat uw mensen weten") for line in found)
    assert "thema-competenties.inleiding" in result.kept


def test_a_picture_stays_behind_its_paragraph(result: Updated) -> None:
    body = Document(io.BytesIO(result.content or b"")).element.body
    named = [p for p in body.iter(qn("w:p")) if "Een eigen alinea" in "".join(p.itertext())]
    assert next(named[0].getnext().iter(qn("pic:pic")), None) is not None


def test_a_deleted_stelling_stays_deleted_and_goes_from_the_contents(result: Updated) -> None:
    assert TAKEN_OUT not in styled(result.content, "heading", "toc", "contents")


def test_a_moved_stelling_stays_moved_in_text_and_contents(result: Updated) -> None:
    found = styled(result.content, "heading 3", "toc 3", "contents 3")
    both = [one for one in found if one.startswith((MOVED, STAYS))]
    assert [one[:2] for one in both] == ["12", "10"] * 2


def test_a_ticked_tip_that_no_longer_fits_stays_with_a_comment(
    result: Updated, after: bytes
) -> None:
    assert "stelling-07.tip-7" in result.gone
    assert "stelling-07.tip-9" not in result.gone
    assert any("Dit past niet meer" in one for one in comments(result.content))
    assert not any("Dit past niet meer" in one for one in comments(after))


def test_a_ticked_tip_is_an_action_in_the_agenda(result: Updated) -> None:
    rows = [
        [cell.text for cell in row.cells]
        for table in Document(io.BytesIO(result.content or b"")).tables
        for row in table.rows
    ]
    assert any("Vertrouwen opbouwen" in row[0] and len(row) == 5 for row in rows)


def test_what_was_filled_in_in_the_agenda_stays(result: Updated) -> None:
    assert "Bea" in lines(result.content)


def test_the_chart_shows_the_new_answers_and_tells_them(result: Updated, after: bytes) -> None:
    assert alt_texts(result.content) == alt_texts(after)


def test_figures_that_are_not_shown_any_more_are_gone(result: Updated) -> None:
    with zipfile.ZipFile(io.BytesIO(result.content or b"")) as package:
        names = package.namelist()
    assert len([name for name in names if name.startswith("word/charts/chart")]) == 1
    assert len([name for name in names if name.endswith(".xlsx")]) == 1


def test_the_contents_hold_exactly_the_headings(result: Updated) -> None:
    entries = styled(result.content, "toc 1", "toc 2", "toc 3", "contents ")
    entries = [one for one in entries if one != "Inhoud"]
    assert entries == styled(result.content, "heading ")


def test_updating_again_changes_nothing(result: Updated, after: bytes, content: Content) -> None:
    assert updated(result.content or b"", after, content).content is None


@pytest.mark.foreign
@pytest.mark.skipif(bool(missing()), reason=missing() or "here")
def test_an_update_adds_no_fault_for_the_validator_of_microsoft(
    edited: bytes, result: Updated, saved: bytes, tmp_path: Path
) -> None:
    files = {"saved": saved, "edited": edited, "updated": result.content or b""}
    faults = {}
    for name, docx in files.items():
        path = tmp_path / f"{name}.docx"
        path.write_bytes(docx)
        faults[name] = faults_of(path)
    assert faults["saved"], "LibreOffice writes what the validator takes: this test proves little"
    assert faults["updated"] - faults["edited"] == set()


def test_descriptions_of_tables_that_libreoffice_lost_are_back(
    result: Updated, after: bytes
) -> None:
    assert described(after) == described(result.content)


def described(docx: bytes | None) -> set[str]:
    body = Document(io.BytesIO(docx or b"")).element.body
    return {one.get(qn("w:val"), "") for one in body.iter(qn("w:tblDescription"))}


def comments(docx: bytes | None) -> list[str]:
    document = Document(io.BytesIO(docx or b""))
    return [one.text for one in document.comments]


def alt_texts(docx: bytes | None) -> list[str]:
    body = Document(io.BytesIO(docx or b"")).element.body
    return [one.get("descr", "") for one in body.iter(qn("wp:docPr")) if one.get("descr")]
