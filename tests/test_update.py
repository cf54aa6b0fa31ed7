"""A report is made again, and nothing that a person did in it is lost.

Every answer is Deels. At stelling 7 that gives tip 4 to 8; with Niet of nauwelijks it is tip 1 to
6, so 7 and 8 leave and 1 to 3 are new. The commands are the real ones.
"""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from pipeline.places import where
from tests.at_work import Work, at_work
from tests.conftest import Ran, Run
from tests.foreign_programs import faults_of, missing
from tests.sheets import ROOT, complete, made_in, make
from tests.small_content import changed

NAME = "Adviesrapport Gemeente Toetsdam - Team Werk.docx"
NIET = "Niet of nauwelijks"
EDITED = "U hebt deze tekst bewerkt."
GONE = "Dit past niet meer bij de antwoorden."
ANSWER = "_stelling_07__antwoord"
OWN = "Zo zien wij het zelf."
NEW = "Uw antwoord: Niet of nauwelijks. Niveau: startend."

Edit = Callable[[Work], object]


@dataclass
class Case:
    """One organisation: its scan, its report, and making that again."""

    folder: Path
    run: Run
    options: tuple[object, ...] = ()
    name: str = NAME

    @property
    def path(self) -> Path:
        return self.folder / "out" / self.name

    def ran(self, *people: str, **answers: str) -> Ran:
        """Make the report on one scan, or on one of each of these people, as JSON."""
        for old in (self.folder / "scans").glob("*"):
            old.unlink()
        for number, table in enumerate(people or (complete(**answers),)):
            make(self.folder / "scans" / f"scan-{number}.xlsx", table)
        return self.again("--json")

    def again(self, *options: object) -> Ran:
        """Make the report on the same scans again."""
        scans = self.folder / "scans"
        return self.run("report", scans, "-o", self.folder / "out", *self.options, *options)

    def report(self, *people: str, **answers: str) -> dict[str, Any]:
        """Make the report, and return what is told of it."""
        ran = self.ran(*people, **answers)
        assert ran.code == 0, ran.err
        (told,) = ran.data
        assert isinstance(told, dict)
        return told

    def edited(self, *edits: Edit) -> None:
        """Make the report on all Deels, and edit it."""
        self.report()
        self.edit(*edits)

    def edit(self, *edits: Edit) -> None:
        with at_work(self.path) as report:
            for edit in edits:
                edit(report)

    @property
    def now(self) -> Work:
        return Work(self.path.read_bytes())

    def fresh(self) -> Work:
        """Return the report on the same scans as it is made in an empty folder."""
        scans, out = self.folder / "scans", self.folder / "fresh"
        self.run("report", scans, "-o", out, *self.options)
        return Work((out / self.name).read_bytes())


@pytest.fixture
def case(tmp_path: Path, run: Run) -> Case:
    return Case(tmp_path, run)


# text


def test_edited_text_stays_word_for_word_with_the_new_text_in_a_comment(case: Case) -> None:
    case.edited(lambda report: report.type_over(ANSWER, OWN))
    told = case.report(_07=NIET)
    assert case.now.text(ANSWER) == OWN
    (comment,) = case.now.comments_at(ANSWER)
    assert comment.startswith(EDITED)
    assert f"“{NEW}”" in comment
    assert "stelling-07.antwoord" in told["kept"]
    assert "stelling-07.rij.2" in told["renewed"]


def test_edited_text_gets_no_comment_where_the_new_text_is_the_old_one(case: Case) -> None:
    case.edited(lambda report: report.type_over(ANSWER, OWN))
    case.report(_08=NIET)
    assert case.now.text(ANSWER) == OWN
    assert case.now.comments_at(ANSWER) == []


def test_a_second_change_replaces_the_comment(case: Case) -> None:
    case.edited(lambda report: report.type_over(ANSWER, OWN))
    case.report(_07=NIET)
    case.report(_07="Volledig en geborgd")
    (comment,) = case.now.comments_at(ANSWER)
    assert "“Uw antwoord: Volledig en geborgd. Niveau: gevorderd.”" in comment


def test_a_comment_of_an_update_that_was_deleted_does_not_come_back(case: Case) -> None:
    case.edited(lambda report: report.type_over(ANSWER, OWN))
    case.report(_07=NIET)
    case.edit(lambda report: report.delete_comment(EDITED))
    case.report(_07=NIET, _08=NIET)
    assert case.now.comments_at(ANSWER) == []


def test_text_that_was_taken_over_by_hand_needs_no_comment(case: Case) -> None:
    case.edited(lambda report: report.type_over(ANSWER, NEW))
    case.report(_07=NIET)
    assert case.now.text(ANSWER) == NEW
    assert case.now.comments_at(ANSWER) == []


def test_an_edited_cell_stays_and_its_row_is_renewed(case: Case) -> None:
    case.edited(lambda report: report.type_over("_stelling_07__rij__2", "Deels, denken wij"))
    case.report(_07=NIET)
    assert case.now.text("_stelling_07__rij__2") == "Deels, denken wij"
    assert case.now.text("_stelling_07__rij__3") == "startend"
    assert case.now.comments_at("_stelling_07__rij__2")[0].startswith(EDITED)


def test_tracked_changes_are_kept_and_count_as_edits(case: Case) -> None:
    case.edited(lambda report: report.track(ANSWER, OWN))
    told = case.report(_07=NIET)
    assert "stelling-07.antwoord" in told["kept"]
    marks = [one.tag.rpartition("}")[2] for one in case.now.paragraph(ANSWER)._p.iter()]
    assert {"ins", "del", "delText"} <= set(marks)


def test_a_look_that_a_person_gave_is_an_edit(case: Case) -> None:
    def underline(report: Work) -> None:
        for run in report.paragraph(ANSWER).runs:
            run.underline = True

    case.edited(underline)
    assert "stelling-07.antwoord" in case.report(_07=NIET)["kept"]


# what a person added, deleted or moved


def test_what_a_person_added_stays_behind_what_it_was_put_behind(case: Case) -> None:
    case.edited(
        lambda report: report.add_after(ANSWER, "Onze alinea."),
        lambda report: report.table_after("_stelling_08__antwoord", "Eigen", "tabel"),
        lambda report: report.picture_after("_stelling_09__antwoord"),
    )
    case.report(_07=NIET, _08=NIET, _09=NIET)
    lines = case.now.lines()
    assert lines[lines.index("Onze alinea.") - 1].strip() == NEW
    assert lines[lines.index("Eigen") - 1].strip() == NEW
    assert lines[lines.index("tabel") - 1] == "Eigen"
    picture = case.now.paragraph("_stelling_09__antwoord")._p.getnext()
    assert picture is not None
    assert any(one.tag.endswith("}pic") for one in picture.iter())


def test_a_comment_of_a_person_stays_on_a_paragraph_that_is_renewed(case: Case) -> None:
    case.edited(lambda report: report.comment(ANSWER, "Navragen bij Jo."))
    case.report(_07=NIET)
    assert case.now.text(ANSWER).strip() == NEW
    assert case.now.comments_at(ANSWER) == ["Navragen bij Jo."]


def test_a_paragraph_that_would_go_stays_for_the_comment_of_a_person(case: Case) -> None:
    case.edited(lambda report: report.comment("_stelling_07__tip_8", "Deze juist wel!"))
    told = case.report(_07=NIET)
    assert told["gone"] == ["stelling-07.tip-8"]
    assert not case.now.has("_stelling_07__tip_7")
    comments = case.now.comments_at("_stelling_07__tip_8")
    assert comments[0] == "Deze juist wel!"
    assert comments[1].startswith(GONE)


def test_a_chapter_that_was_deleted_stays_deleted_and_leaves_the_contents(case: Case) -> None:
    case.edited(lambda report: report.delete_chapter("_stelling_07"))
    case.report(_07=NIET)
    assert not [one for one in case.now.styled("heading", "toc") if "Vertrouwen" in one]
    assert not case.now.has("_stelling_07__tip_1")
    assert case.now.loose_links() == set()


def test_a_chapter_that_was_moved_stays_moved_and_is_renewed(case: Case) -> None:
    case.edited(lambda report: report.move_chapter("_stelling_07", "_stelling_03"))
    case.report(_07=NIET)
    headings = [one for one in case.now.styled("heading 3") if re.match("[2-8] ", one)]
    assert [int(one[0]) for one in headings] == [2, 7, 3, 4, 5, 6, 8]
    assert case.now.styled("toc")[1:] == case.now.styled("heading")
    lines = case.now.lines()
    tip = lines.index(case.now.text("_stelling_07__tip_1"))
    assert lines.index(case.now.text("_stelling_07__antwoord")) < tip
    assert tip < lines.index(case.now.text("_stelling_03__tekst"))


def test_headings_of_a_person_are_in_the_contents(case: Case) -> None:
    def own_chapter(report: Work) -> None:
        heading = report.add_after("_stelling_07__tip_8", "Ons eigen kopje")
        heading.style = report.document.styles["Heading 3"]

    case.edited(own_chapter)
    case.report(_03=NIET)
    assert "Ons eigen kopje" in case.now.styled("toc")
    assert case.now.styled("toc")[1:] == case.now.styled("heading")
    assert case.now.loose_links() == set()


# comments of this tool

TYPO = {"_07": "Dels"}  # read as Deels, and told in a comment
READ_AS = "scan-0.xlsx"


def said(case: Case) -> list[str]:
    return [one for one in case.now.comments_at(ANSWER) if READ_AS in one]


def test_a_comment_that_is_over_goes(case: Case) -> None:
    case.report(**TYPO)
    assert len(said(case)) == 1
    case.report(_07="Deels")
    assert said(case) == []


def test_a_comment_that_a_person_deleted_does_not_come_back(case: Case) -> None:
    case.report(**TYPO)
    case.edit(lambda report: report.delete_comment(said(case)[0][:20]))
    case.report(**TYPO, _08=NIET)
    assert said(case) == []


@pytest.mark.parametrize("renewed", [{"_08": NIET}, {"opmerking_07": "Wij wel."}])
def test_a_comment_that_a_person_resolved_stays_resolved(
    case: Case, renewed: dict[str, str]
) -> None:
    case.report(**TYPO)
    case.edit(lambda report: report.resolve(said(case)[0][:20]))
    case.report(**TYPO, **renewed)
    assert len(said(case)) == 1
    assert b'done="1"' in part(case.path, "commentsExtended")


def test_a_comment_with_an_answer_of_a_person_stays_with_it(case: Case) -> None:
    case.report(**TYPO)
    case.edit(lambda report: report.reply(said(case)[0][:20], "Nagevraagd: klopt."))
    case.report(_07=NIET)
    assert case.now.text(ANSWER).strip() == NEW
    assert [one[:11] for one in case.now.comments_at(ANSWER)][-1] == "Nagevraagd:"
    assert len(said(case)) == 1


def part(path: Path, word: str) -> bytes:
    document = Document(str(path))
    related = (one.target_part for one in document.part.rels.values() if word in one.reltype)
    return bytes(next(related).blob)


# boxes, controls and the agenda


def test_a_ticked_box_follows_its_tip(case: Case) -> None:
    case.edited(lambda report: report.tick("_stelling_07__tip_6"))
    case.report(_07=NIET)
    assert case.now.text("_stelling_07__tip_6").startswith("☒")
    boxes = [line[0] for line in case.now.lines() if line[:1] in {"☐", "☒"}]
    assert boxes.count("☒") == 1


def test_a_ticked_tip_that_no_longer_fits_stays_with_a_comment(case: Case) -> None:
    case.edited(lambda report: report.tick("_stelling_07__tip_8"))
    told = case.report(_07=NIET)
    assert told["gone"] == ["stelling-07.tip-8"]
    assert case.now.text("_stelling_07__tip_8").startswith("☒")
    assert case.now.comments_at("_stelling_07__tip_8")[0].startswith(GONE)


def test_a_tip_that_leaves_and_comes_back_stands_there_once(case: Case) -> None:
    case.edited(lambda report: report.tick("_stelling_07__tip_8"))
    before = case.now.text("_stelling_07__tip_8")
    case.report(_07=NIET)
    told = case.report()
    assert case.now.lines().count(before) == 1
    assert case.now.comments_at("_stelling_07__tip_8") == []
    assert told["gone"] == ["agenda.stelling-07.stelling"]  # the tip is an action there now


def test_a_filled_control_keeps_its_value(case: Case) -> None:
    case.edited(
        lambda report: report.fill("_samenvatting__opening", "Wat een begin."),
        lambda report: report.fill("_agenda__stelling_20__wie", "Noor"),
    )
    told = case.report(_07=NIET)
    assert case.now.text("_samenvatting__opening") == "Wat een begin."
    assert case.now.text("_agenda__stelling_20__wie") == "Noor"
    assert "samenvatting.opening" in told["kept"]
    assert "agenda.stelling-20.wie" in told["kept"]


def test_a_filled_row_of_a_stelling_that_is_no_longer_chosen_stays(case: Case) -> None:
    case.edited(lambda report: report.fill("_agenda__stelling_10__wie", "Noor"))
    told = case.report(_07=NIET)
    assert case.now.text("_agenda__stelling_10__wie") == "Noor"
    assert case.now.has("_agenda__stelling_07__wie")
    assert told["gone"]


def test_a_ticked_tip_is_put_in_the_agenda_once(case: Case) -> None:
    case.edited(lambda report: report.tick("_stelling_20__tip_3"))
    tip = case.now.text("_stelling_20__tip_3").lstrip("☒")[:60]

    case.report(_07=NIET)
    assert in_agenda(case.now, tip) == 1
    case.report(_07="Volledig en geborgd")
    assert in_agenda(case.now, tip) == 1


def in_agenda(report: Work, text: str) -> int:
    return sum(text in cell for row in report.rows("_agenda__kop__1") for cell in row)


def test_an_action_that_was_taken_out_of_the_agenda_stays_out(case: Case) -> None:
    case.edited(lambda report: report.tick("_stelling_20__tip_3"))
    tip = case.now.text("_stelling_20__tip_3").lstrip("☒")[:60]
    case.report(_07=NIET)
    case.edit(lambda report: report.delete_row("_agenda__stelling_20__stelling"))
    case.report(_07="Volledig en geborgd")
    assert in_agenda(case.now, tip) == 0


# another content


def test_a_tip_that_was_changed_in_content_is_renewed(case: Case, tmp_path: Path) -> None:
    case.report()
    content = own_content(tmp_path)
    changed(content / "thema-1-competenties.md", TIP_8, "Vraag waarom")
    case.options = ("--content", content)
    told = case.report()
    assert told["renewed"] == ["stelling-07.tip-8"]
    assert case.now.text("_stelling_07__tip_8").startswith("☐Vraag waarom")


def test_a_tick_stays_on_a_tip_that_was_changed_in_content(case: Case, tmp_path: Path) -> None:
    case.edited(lambda report: report.tick("_stelling_07__tip_8"))
    content = own_content(tmp_path)
    changed(content / "thema-1-competenties.md", TIP_8, "Vraag waarom")
    case.options = ("--content", content)
    case.report()
    assert case.now.text("_stelling_07__tip_8").startswith("☒Vraag waarom")


def test_an_edited_and_ticked_tip_stays_when_another_is_put_before_it(
    case: Case, tmp_path: Path
) -> None:
    case.edited(
        lambda report: report.tick("_stelling_07__tip_6"),
        lambda report: report.comment("_stelling_07__tip_7", "Goed idee."),
    )
    sixth, seventh = (case.now.text(f"_stelling_07__tip_{n}") for n in (6, 7))
    content = own_content(tmp_path)
    file = content / "thema-1-competenties.md"
    line = next(one for one in file.read_text("utf-8").splitlines() if TIP_7 in one)
    changed(file, line, f"- **niet–grotendeels** Drink samen koffie.\n{line}")
    case.options = ("--content", content)
    told = case.report()
    assert told["added"] == ["stelling-07.tip-7", "agenda.stelling-07.tip-6"]
    lines = case.now.lines()
    assert lines.count(sixth) == lines.count(seventh) == 1
    assert sixth.startswith("☒")
    assert [one for one in lines if "Drink samen koffie" in one] == ["☐Drink samen koffie."]
    at = case.fresh()
    assert [x.lstrip("☐☒") for x in tips(case.now)] == [x.lstrip("☐☒") for x in tips(at)]
    name = next(
        f"_stelling_07__tip_{n}"
        for n in range(6, 10)
        if seventh == at.text(f"_stelling_07__tip_{n}")
    )
    assert case.now.comments_at(name) == ["Goed idee."]


def tips(report: Work) -> list[str]:
    return [line for line in report.lines() if line[:1] in ("☐", "☒")]


TIP_7 = "U kunt meeloopdagen organiseren waarin minder ervaren professionals d"
TIP_8 = "U kunt onderzoeken waarom een groot deel van de professionals nog nie"


def own_content(folder: Path) -> Path:
    return Path(shutil.copytree(ROOT / "content", folder / "content"))


# other kinds of report

NOOR = complete(invuller="Noor", email="noor@toetsdam.example")
JO = complete(invuller="Jo", email="jo@toetsdam.example", _07=NIET, _04="Volledig en geborgd")


def test_from_one_person_to_several_the_report_is_as_a_fresh_one_with_the_edits(
    case: Case,
) -> None:
    case.report(NOOR)
    case.edit(
        lambda report: report.type_over(ANSWER, OWN),
        lambda report: report.add_after("_stelling_08__antwoord", "Onze alinea."),
        lambda report: report.fill("_agenda__stelling_20__wie", "Noor"),
        lambda report: report.tick("_stelling_08__tip_4"),
    )
    case.report(NOOR, JO)
    now, fresh = case.now, case.fresh()
    assert now.styled("heading") == fresh.styled("heading")
    assert [one for one in now.styled("heading 2") if one.startswith("5 Gespreksagenda")]
    assert now.styled("toc")[1:] == now.styled("heading")
    assert now.loose_links() == set()
    assert now.text(ANSWER) == OWN
    assert "Onze alinea." in now.lines()
    assert now.text("_agenda__stelling_20__wie") == "Noor"
    assert now.text("_stelling_08__tip_4").startswith("☒")
    for name in ("_stelling_07__rij__2", "_bijlage_a__antwoorden__kop__stelling"):
        assert now.rows(name) == fresh.rows(name)
    assert beyond(now, fresh) == ["Noor", OWN, "Onze alinea."]


def test_back_from_several_people_to_one(case: Case) -> None:
    case.report(NOOR, JO)
    case.edit(lambda report: report.type_over(ANSWER, OWN))
    case.report(NOOR)
    now, fresh = case.now, case.fresh()
    assert now.styled("heading") == fresh.styled("heading")
    assert beyond(now, fresh) == [OWN]


def beyond(now: Work, fresh: Work) -> list[str]:
    """Return what stands in a report beyond what is in a fresh one, whatever was ticked."""
    generated = {line.lstrip("☐☒") for line in fresh.lines()}
    return [line for line in now.lines() if line.lstrip("☐☒") not in generated]


def test_a_short_report_is_updated_too(case: Case) -> None:
    case.options = ("--short",)
    case.name = NAME.replace(".docx", " (kort).docx")
    case.edited(lambda report: report.type_over("_begin__inleiding", OWN))
    told = case.report(_07=NIET)
    assert told["status"] == "updated"
    assert case.now.text("_begin__inleiding") == OWN
    assert case.now.has("_begin__stelling_07")


def test_a_report_in_a_house_style_is_updated_in_it(case: Case) -> None:
    case.options = ("--style", next((ROOT / "tests" / "house_styles").glob("*.docx")))
    case.edited(lambda report: report.type_over(ANSWER, OWN))
    assert case.report(_07=NIET)["kept"] == ["stelling-07.antwoord"]
    assert beyond(case.now, case.fresh()) == [OWN]


def test_a_report_with_other_style_ids_is_updated(case: Case) -> None:
    case.edited(Work.rename_styles)
    assert case.report()["status"] == "unchanged"
    case.report(_07=NIET)
    now, fresh = case.now, case.fresh()
    assert now.lines() == fresh.lines()
    assert now.styled("heading") == fresh.styled("heading")
    known = {one.style_id for one in now.document.styles}
    used = {one.get(f"{W}val", "") for one in now.body.iter(f"{W}pStyle", f"{W}rStyle")}
    assert used <= known


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


# what is told


def test_nothing_to_change_writes_nothing(case: Case) -> None:
    case.edited(
        lambda report: report.type_over(ANSWER, OWN),
        lambda report: report.tick("_stelling_08__tip_4"),
    )
    case.report()
    before, bytes_before = case.path.stat(), case.path.read_bytes()
    files = made_in(case.path.parent)
    told = case.report()
    after = case.path.stat()
    assert told["status"] == "unchanged"
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    assert case.path.read_bytes() == bytes_before
    assert made_in(case.path.parent) == files


TOLD = """\
vernieuwd: /out/NAME
  vernieuwd: NN teksten
  behouden, want u hebt het bewerkt: verbeteragenda, stelling 20; stelling 7, antwoord
  verdwenen uit het advies, maar bij u blijven staan: stelling 7, tip 8
  nieuw: NN teksten
"""


def test_one_short_list_says_where_in_words_of_a_consultant(case: Case) -> None:
    case.edited(
        lambda report: report.type_over(ANSWER, OWN),
        lambda report: report.tick("_stelling_07__tip_8"),
        lambda report: report.fill("_agenda__stelling_20__wie", "Noor"),
    )
    make(case.folder / "scans" / "scan-0.xlsx", complete(_07=NIET))
    ran = case.again()
    told = ran.out.replace(str(case.folder), "").replace(NAME, "NAME")
    assert re.sub(r"\d+ teksten", "NN teksten", told) == TOLD
    assert "De vorige versie staat ernaast: Adviesrapport Gemeente" in ran.err


@pytest.mark.parametrize(
    ("ids", "words"),
    [
        (("stelling-07.tip-3", "stelling-07.tip-3.1"), "stelling 7, tip 3"),
        (("agenda.stelling-10.wie", "agenda.stelling-10.stand"), "verbeteragenda, stelling 10"),
        (("agenda.stelling-10.tip-3",), "verbeteragenda, stelling 10"),
        (("agenda.rij-6.wie",), "verbeteragenda"),
        (("bijlage-a.stelling-07.score",), "Bijlage A, stelling 7"),
        (("stelling-07.rij.2",), "stelling 7, tabel"),
        (("thema-proces.adviseur",), "thema proces, eigen woorden"),
        (("begin.stelling-07.stap",), "Waar kunt u beginnen?, stelling 7"),
        (("stand.grafiek",), "Waar staat u nu?, grafiek"),
        (("bron.vng", "bron.kis"), "Bijlage C"),
        (
            tuple(f"stelling-{n:02d}" for n in range(1, 13)),
            "; ".join(f"stelling {n}" for n in range(1, 11)) + "; en nog 2",
        ),
    ],
)
def test_an_id_in_words(ids: tuple[str, ...], words: str) -> None:
    assert where(ids) == words


def test_fresh_starts_anew_and_keeps_the_old_file(case: Case) -> None:
    case.edited(lambda report: report.type_over(ANSWER, OWN))
    edited = case.path.read_bytes()
    (told,) = case.again("--fresh", "--json").data
    assert told["status"] == "new"
    assert OWN not in case.now.lines()
    assert edited in [one.read_bytes() for one in made_in(case.path.parent)]
    assert case.now.lines() == case.fresh().lines()


# on to the version that is sent


def test_an_updated_report_becomes_final_without_what_it_was_made_from(case: Case) -> None:
    case.report(NOOR, JO)
    case.edit(
        lambda report: report.type_over(ANSWER, OWN),
        lambda report: report.comment("_stelling_08__antwoord", "Navragen."),
    )
    case.report(NOOR, JO.replace("07: Niet of nauwelijks", "07: Onbekend"))
    refused = case.run("finalize", case.path, "--json")
    told = " ".join(one["message"] for one in refused.data[0]["problems"])
    assert refused.code == 1
    assert EDITED in told
    assert "Navragen." in told
    final = case.run("finalize", case.path, "--anyway", "--json")
    assert final.code == 0
    parts = everything(Path(final.data[0]["report"]))
    assert OWN in parts
    for unseen in ("urn:quickscan:basis", "<basis", "invuller sleutel", "noor@", "overgenomen"):
        assert unseen in everything(case.path) or unseen in {"noor@", "overgenomen"}
        assert unseen not in parts
    assert not re.search(r'antwoorden="[a-z ]+"', parts)


def test_a_text_that_no_longer_fits_is_asked_about_before_sending(case: Case) -> None:
    case.edited(lambda report: report.tick("_stelling_07__tip_8"))
    case.report(_07=NIET)
    told = [one["message"] for one in case.run("finalize", case.path, "--json").data[0]["problems"]]
    assert any(GONE in one for one in told)


def everything(path: Path) -> str:
    """Return all parts of a file as text."""
    with zipfile.ZipFile(path) as package:
        return "\n".join(package.read(one).decode("utf-8", "replace") for one in package.namelist())


# short tips, exit codes


def test_a_ticked_short_tip_is_followed_when_another_is_put_before_it(
    case: Case, tmp_path: Path
) -> None:
    content = own_content(tmp_path)
    file = content / "thema-1-competenties.md"
    line = next(one for one in file.read_text("utf-8").splitlines() if TIP_7 in one)
    window = "- **deels; volgorde: zomaar**"
    changed(file, line, f"{window} Drink samen koffie.\n{line}")
    case.options = ("--content", content)
    case.edited(lambda report: report.tick("_stelling_07__tip_7"))
    changed(file, f"{window} Drink", f"{window} Eet taart.\n{window} Drink")
    case.report()
    boxes = [one for one in case.now.lines() if "koffie" in one or "taart" in one]
    assert boxes[-2:] == ["☐Eet taart.", "☒Drink samen koffie."]


@pytest.mark.foreign
@pytest.mark.skipif(bool(missing()), reason=missing() or "here")
def test_an_update_of_what_was_typed_in_word_has_no_fault_at_all(case: Case) -> None:
    case.report(NOOR)
    case.edit(
        lambda report: report.type_over(ANSWER, OWN),
        lambda report: report.tick("_stelling_08__tip_4"),
        lambda report: report.fill("_agenda__stelling_20__wie", "Noor"),
        lambda report: report.move_chapter("_stelling_07", "_stelling_03"),
    )
    case.report(NOOR, JO)
    assert faults_of(case.path) == set()
