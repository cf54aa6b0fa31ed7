"""`quickscan check --return`: what needs a person goes back, and comes back clean.

1. The copy is our own blank workbook with all that was understood; open cells are empty.
2. Each fault is marked: a line, the question beside it, a note, and a link on the first sheet.
3. Filled in with LibreOffice and returned, the copy reads without a single problem.
4. The reply goes to the sender of the mail, in its thread; else to the address in the workbook.
5. The text is right for none, one and more.
6. A file that can't be used is asked for again, with a blank workbook.
7. What reads well, or was replaced by a newer workbook, is not asked about.
8. A plain list says who must be asked what.
9. Made again, what is the same stays; what a person made is kept.
10. Text with the look of a formula stays text; JSON and exit code are those of `check`.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.workbook.workbook import Workbook

from pipeline.intake import Checked, take_in
from pipeline.letters import Addressee, addressee, question_letter
from pipeline.model import Content, Mail, Question, Sender, Topic
from pipeline.returns import ReturnDesk, send_back
from tests.conftest import Run
from tests.mails import attachment, mail, text
from tests.office import soffice, uno_python
from tests.people import person
from tests.sheets import (
    BLANK,
    EXAMPLES,
    complete,
    filled_in_by_office,
    make,
    no_scan,
    stelling_reworded,
    stelling_twice,
)
from tests.test_invite import body, filled, names, read_mail
from tests.test_template import SETTINGS

NOW = datetime(2026, 11, 23, 14, 30, tzinfo=UTC)
NAME = "Vragen Gemeente Toetsdam - Team Werk"
MAIL = Mail("a.visser@toetsdam.example", "Visser, Anna", "Scan", "<1@toetsdam.example>", "<0@x>")
# A scan in which everything goes wrong that can be asked about; `datum` is typed as text.
MESSY = complete(
    soort="gemeente",
    rol="",
    wijze="met ons tweeën",
    _02="grotendels",
    _05="",
    _06="soms wel, soms niet | Dat ligt aan de collega.",
    _24="niet volledig",
    goed_proces="Wij evalueren elk jaar.",
    keuze_1="14 Ondersteunen bij screening",
    keuze_2="iets met taal",
)
ANSWERED = """
    rol: Leiding
    wijze: Wij vullen samen in
    05: Onbekend
    06: Deels
    24: Grotendeels
    keuze_2: 2 Taalverschillen overbruggen
"""
OPEN = ("wijze", "rol", "antwoord_05", "antwoord_06", "antwoord_24", "keuze_2")


def returned(run: Run, folder: Path, table: str = MESSY, *shapes: object) -> Path:
    """Send one scan back; return the folder with what was written."""
    make(folder / "in" / "scan.xlsx", table, *shapes)  # type: ignore[arg-type]
    run("check", folder / "in", "--return", folder / "uit")
    return folder / "uit"


def the_copy(folder: Path) -> Workbook:
    return load_workbook(folder / f"{NAME}.xlsx")


def cell_of(workbook: Workbook, name: str) -> Cell:
    sheet, coordinate = next(workbook.defined_names[name].destinations)
    cell = workbook[sheet][coordinate]
    assert isinstance(cell, Cell)
    return cell


def rows_of_questions(workbook: Workbook) -> list[tuple[object, ...]]:
    rows = list(workbook["Vragen"].iter_rows(values_only=True))
    start = next(place for place, row in enumerate(rows) if row[0] == "Waar?")
    return [row[:4] for row in rows[start + 1 :]]


def sent(content: Content, folder: Path, *checked: Checked, sender: Sender | None = None) -> Path:
    """Send back what was read, as if it came by mail."""
    send_back(checked, ReturnDesk(content, sender or Sender(), folder, NOW))
    return folder


def by_mail(content: Content, path: Path, mail: Mail) -> Checked:
    (one,) = take_in([path], content)
    assert one.questionnaire is not None
    assert one.origin is not None
    origin = replace(one.origin, mail=mail)
    return replace(one, questionnaire=replace(one.questionnaire, origin=origin), origin=origin)


def only_mail(folder: Path) -> EmailMessage:
    (path,) = folder.glob("*.eml")
    return read_mail(path)


# 1: the copy


def test_1_all_that_was_understood_is_filled_in(tmp_path: Path, run: Run) -> None:
    copy = the_copy(returned(run, tmp_path))
    expected: dict[str, object] = {
        "organisatie": "Gemeente Toetsdam",
        "onderdeel": "Team Werk",
        "soort": "Gemeente",
        "datum": datetime(2026, 11, 12),
        "antwoord_01": "Deels",
        "antwoord_02": "Grotendeels",
        "opmerking_06": "Dat ligt aan de collega.",
        "goed_proces": "Wij evalueren elk jaar.",
        "keuze_1": "14 Ondersteunen bij screening",
    }
    assert {name: filled(copy, name) for name in expected} == expected


def test_1_open_cells_are_empty_and_can_be_filled_in(tmp_path: Path, run: Run) -> None:
    copy = the_copy(returned(run, tmp_path))
    assert {name: filled(copy, name) for name in OPEN} == dict.fromkeys(OPEN)
    assert not any(cell_of(copy, name).protection.locked for name in OPEN)


def test_1_the_copy_is_our_blank_workbook(tmp_path: Path, run: Run) -> None:
    copy, blank = the_copy(returned(run, tmp_path)), load_workbook(BLANK)
    assert copy.sheetnames == ["Vragen", *blank.sheetnames]
    assert set(copy.defined_names) == set(blank.defined_names)
    for name in blank.sheetnames:
        assert copy[name].protection.sheet == blank[name].protection.sheet
        assert copy[name].protection.password == blank[name].protection.password
        dropdowns = len(blank[name].data_validations.dataValidation)
        assert len(copy[name].data_validations.dataValidation) == dropdowns
    assert copy.active is copy["Vragen"]


def test_1_two_answers_to_one_stelling_are_not_chosen_between(tmp_path: Path, run: Run) -> None:
    folder = returned(run, tmp_path, complete(), stelling_twice(9, "Grotendeels"))
    copy = the_copy(folder)
    assert filled(copy, "antwoord_09") is None
    assert [row[0] for row in rows_of_questions(copy)] == [
        "Stelling 9: Werkgevers helpen met begeleiding"
    ]
    assert "Eén stelling stond twee keer in uw bestand" in body(only_mail(folder))


# 2: the marks


def test_2_every_open_cell_has_a_line_a_note_and_the_question_beside_it(
    tmp_path: Path, run: Run
) -> None:
    copy = the_copy(returned(run, tmp_path))
    for name in OPEN:
        cell = cell_of(copy, name)
        assert cell.border.left.style == "thick"
        assert cell.comment is not None
        beside = copy[str(cell.parent.title)].cell(cell.row, 7 if "_" in name else 4).value
        assert str(beside).startswith("◄ ")
    note = cell_of(copy, "antwoord_06").comment
    assert note is not None
    assert "U schreef “soms wel, soms niet”." in note.text
    assert cell_of(copy, "antwoord_01").comment is None


def test_2_the_first_sheet_names_all_faults_in_reading_order(tmp_path: Path, run: Run) -> None:
    rows = rows_of_questions(the_copy(returned(run, tmp_path)))
    assert [row[0] for row in rows] == [
        "Blad Gegevens: Hoe vult u in",
        "Blad Gegevens: Uw rol",
        "Stelling 5: Maatschappelijke problemen bespreken",
        "Stelling 6: Open en onbevooroordeelde houding",
        "Stelling 24: Sturing door het management",
        "Tot slot: keuze 2",
        "Stelling 2: Taalverschillen overbruggen",
    ]
    assert rows[-1][1:] == (
        "U schreef “grotendels”. Wij lazen: Grotendeels.",
        "Klopt dat niet? Kies dan een ander antwoord.",
        "kijk na",
    )


def test_2_every_fault_is_linked_to_its_cell(tmp_path: Path, run: Run) -> None:
    copy = the_copy(returned(run, tmp_path))
    links = [
        cell.hyperlink.location
        for row in copy["Vragen"].iter_rows()
        for cell in row
        if isinstance(cell, Cell) and cell.hyperlink
    ]
    cells = [cell_of(copy, name) for name in (*OPEN, "antwoord_02")]
    assert links == [f"'{cell.parent.title}'!{cell.coordinate}" for cell in cells]


def test_2_no_cell_of_the_first_sheet_is_a_label_or_a_stelling(
    tmp_path: Path, run: Run, content: Content
) -> None:
    texts = {
        str(cell).casefold()
        for row in the_copy(returned(run, tmp_path))["Vragen"].iter_rows(values_only=True)
        for cell in row
        if cell
    }
    labels = [told for key, told in content.workbook.entries if key.startswith(("veld:", "kolom:"))]
    stellingen = [part for s in content.stellingen for part in (s.text, s.short_name)]
    assert texts & {text.casefold() for text in (*labels, *stellingen)} == set()


@pytest.mark.skipif(soffice() is None, reason="LibreOffice is not installed")
def test_2_libreoffice_shows_notes_and_links(tmp_path: Path, run: Run) -> None:
    folder = returned(run, tmp_path)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [soffice() or "", profile, "--headless", "--convert-to", "fods", f"{NAME}.xlsx"],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    shown = (folder / f"{NAME}.fods").read_text(encoding="utf-8")
    assert shown.count("<office:annotation ") == len(OPEN) + 1
    assert shown.count('xlink:href="#') == len(OPEN) + 1
    assert shown.count(">nog open<") == len(OPEN)


# 3: there and back again


@pytest.mark.skipif(uno_python() is None, reason="LibreOffice is not installed")
def test_3_filled_in_and_returned_the_copy_reads_cleanly(tmp_path: Path, run: Run) -> None:
    for folder, table in (("eerst", MESSY), ("daarna", ANSWERED)):
        (tmp_path / folder).mkdir()
        lines = "\n".join(line.strip() for line in table.splitlines())
        if folder == "eerst":  # `alles` is a word of tests.sheets, not of the program that types
            lines = lines.replace(
                "alles: Deels", "\n".join(f"{n:02d}: Deels" for n in range(1, 25))
            )
        (tmp_path / folder / "scan.txt").write_text(lines, encoding="utf-8")
    filled_in_by_office(tmp_path / "eerst", tmp_path / "in")
    assert run("check", tmp_path / "in", "--return", tmp_path / "uit").code == 1
    copy = tmp_path / "uit" / f"{NAME}.xlsx"
    filled_in_by_office(tmp_path / "daarna", tmp_path / "terug", copy)
    ran = run("check", tmp_path / "terug", "--return", tmp_path / "niets", "--json")
    (one,) = ran.data
    assert (ran.code, one["status"], one["problems"]) == (0, "ok", [])
    answers = {key: one["answers"][key] for key in ("1", "2", "5", "6", "24")}
    assert answers == {
        "1": "deels",
        "2": "grotendeels",
        "5": "onbekend",
        "6": "deels",
        "24": "grotendeels",
    }
    assert (one["organisation"], one["department"]) == ("Gemeente Toetsdam", "Team Werk")
    assert names(tmp_path / "niets") == ["Navragen.xlsx"]


def test_3_the_copy_has_no_mark_of_our_own_and_is_found(
    tmp_path: Path, run: Run, content: Content
) -> None:
    folder = returned(run, tmp_path)
    for path in folder.glob("*.eml"):
        path.unlink()  # drafts are known by their header, by what reads mails
    assert [Path(one.file).name for one in take_in([folder], content)] == [f"{NAME}.xlsx"]


# 4: to whom


def test_4_the_reply_goes_to_the_sender_in_its_thread(tmp_path: Path, content: Content) -> None:
    path = make(tmp_path / "scan.xlsx", MESSY + "\nemail: ander@x.example")
    mail = only_mail(sent(content, tmp_path / "uit", by_mail(content, path, MAIL)))
    assert {h: str(mail[h]) for h in ("X-Unsent", "To", "Subject", "In-Reply-To")} == {
        "X-Unsent": "1",
        "To": "Anna Visser <a.visser@toetsdam.example>",
        "Subject": "Re: Scan",
        "In-Reply-To": "<1@toetsdam.example>",
    }
    assert str(mail["References"]).split() == ["<0@x>", "<1@toetsdam.example>"]
    assert body(mail).startswith("Beste Anna Visser,")


@pytest.mark.parametrize("subject", ["RE: Scan", "Antw: Scan", "re : Scan"])
def test_4_a_reply_to_a_reply_gets_no_second_re(
    tmp_path: Path, content: Content, subject: str
) -> None:
    path = make(tmp_path / "scan.xlsx", MESSY)
    one = by_mail(content, path, replace(MAIL, subject=subject))
    assert only_mail(sent(content, tmp_path / "uit", one))["Subject"] == subject


def test_4_a_long_id_is_kept_whole_and_a_header_is_never_added(
    tmp_path: Path, content: Content
) -> None:
    path = make(tmp_path / "scan.xlsx", MESSY)
    long = f"<{'a' * 150}@toetsdam.example>"
    evil = replace(MAIL, message_id=long, references="<1@x>\r\nBcc: x@y.example", subject="A\r\nB")
    sent(content, tmp_path / "uit", by_mail(content, path, evil))
    (file,) = (tmp_path / "uit").glob("*.eml")
    assert f"In-Reply-To: {long}\r\n".encode() in file.read_bytes()
    mail = read_mail(file)
    assert (mail["Bcc"], mail["Subject"]) == (None, "Re: A B")


def test_4_without_a_mail_it_goes_to_the_address_in_the_workbook(tmp_path: Path, run: Run) -> None:
    table = MESSY + "\ninvuller: Bo de Wit\nemail: bo@toetsdam.example"
    mail = only_mail(returned(run, tmp_path, table))
    assert str(mail["To"]) == "Bo de Wit <bo@toetsdam.example>"
    assert (mail["Subject"], mail["In-Reply-To"]) == ("Uw QuickScan: 6 vragen", None)


def test_4_without_any_address_it_has_no_recipient_which_is_told(tmp_path: Path, run: Run) -> None:
    make(tmp_path / "in" / "scan.xlsx", MESSY + "\nemail: onbekend")
    ran = run("check", tmp_path / "in", "--return", tmp_path / "uit")
    assert only_mail(tmp_path / "uit")["To"] is None
    assert f"Het concept {NAME}.eml heeft geen ontvanger." in ran.err


def test_4_a_mail_that_we_forwarded_ourselves_is_not_answered(content: Content) -> None:
    own = Sender(mail="A.Visser@toetsdam.example")
    assert addressee(MAIL, "bo@x.example", "Bo", own) == Addressee("bo@x.example", "Bo")
    assert addressee(MAIL, "", "", own) == Addressee()


# 5: the text


def question(number: int | None, topic: Topic) -> Question:
    return Question(topic, "cel", "Waar", "Gelezen.", "Vraag?", number)


def said(content: Content, *asked: Question, sender: Sender | None = None) -> str:
    one = person(content, "D" * 24)
    letter = question_letter(one, asked, Addressee(), content, sender or Sender())
    return letter.text.split("\n\nWat doen wij")[0]


def test_5_the_text_of_the_design(content: Content) -> None:
    asked = (question(7, Topic.UNREAD), question(12, Topic.UNREAD))
    sender = Sender(name="Sam", organisation="Bureau", phone="010", deadline="18 december 2026")
    assert said(content, *asked, sender=sender) == (
        "Beste [naam],\n\n"
        "Dank u wel voor de QuickScan van Team Werk van de gemeente Toetsdam.\n\n"
        "Twee antwoorden konden wij niet lezen (stelling 7 en 12). "
        "De rest hebben wij voor u overgenomen.\n\n"
        "Open het Excelbestand in de bijlage. De vragen staan op het eerste blad. "
        "Stuur het bestand terug als antwoord op deze mail. Lukt dat vóór 18 december 2026?\n\n"
        "Vragen? Bel 010.\n\n"
        "Met vriendelijke groet,\nSam\nBureau"
    )


SENTENCES = {
    (Topic.UNREAD, 1): "Eén antwoord konden wij niet lezen (stelling 1).",
    (Topic.UNREAD, 3): "Drie antwoorden konden wij niet lezen (stelling 1, 2 en 3).",
    (Topic.UNREAD, 12): "Twaalf antwoorden konden wij niet lezen. De rest",
    (Topic.TWICE, 2): "Twee stellingen stonden twee keer in uw bestand",
    (Topic.EMPTY, 1): "Eén stelling is nog niet ingevuld (stelling 1).",
    (Topic.EMPTY, 2): "Twee stellingen zijn nog niet ingevuld (stelling 1 en 2).",
    (Topic.EMPTY, 23): "Drieëntwintig stellingen zijn nog niet ingevuld. De rest",
    (Topic.REASON, 1): "Bij stelling 1 koos u ‘Niet van toepassing’. Wij horen graag waarom.",
    (Topic.REASON, 2): "Bij stelling 1 en 2 koos u ‘Niet van toepassing’.",
    (Topic.FIELD, 1): "Over het blad Gegevens hebben wij één vraag.",
    (Topic.FIELD, 3): "Over het blad Gegevens hebben wij drie vragen.",
    (Topic.CHOICE, 1): "Bij ‘Tot slot’ konden wij één keuze niet lezen.",
    (Topic.CHOICE, 2): "Bij ‘Tot slot’ konden wij twee keuzes niet lezen.",
    (Topic.CHECK, 1): "Bij één antwoord twijfelden wij (stelling 1).",
    (Topic.CHECK, 2): "Bij twee antwoorden twijfelden wij (stelling 1 en 2).",
}


@pytest.mark.parametrize(("case", "sentence"), SENTENCES.items())
def test_5_each_sentence_fits_its_number(
    content: Content, case: tuple[Topic, int], sentence: str
) -> None:
    topic, count = case
    assert sentence in said(content, *(question(n, topic) for n in range(1, count + 1)))


def test_5_a_missing_name_is_asked_for_with_what_the_mail_address_suggests(
    tmp_path: Path, content: Content
) -> None:
    one = by_mail(content, make(tmp_path / "scan.xlsx", complete(organisatie="", rol="")), MAIL)
    folder = sent(content, tmp_path / "uit", one)
    assert names(folder) == ["Navragen.xlsx", "Vragen scan.eml", "Vragen scan.xlsx"]
    assert (
        "Dank u wel voor uw QuickScan.\n\n"
        "De naam van uw organisatie ontbreekt. "
        "Is het de organisatie van uw mailadres (toetsdam.example)? "
        "Wilt u de naam op het blad Gegevens invullen? "
        "Over het blad Gegevens hebben wij één vraag. De rest hebben wij voor u overgenomen."
    ) in body(only_mail(folder))
    first, *_ = rows_of_questions(load_workbook(folder / "Vragen scan.xlsx"))
    assert first[:3] == (
        "Blad Gegevens: Organisatie",
        "Hier was niets ingevuld.",
        "Wilt u dit invullen?",
    )


def test_5_one_question_has_a_subject_of_its_own(tmp_path: Path, run: Run) -> None:
    mail = only_mail(returned(run, tmp_path, complete(_05="")))
    assert mail["Subject"] == "Uw QuickScan: één vraag"
    copy = the_copy(tmp_path / "uit")
    told = [row[0] for row in copy["Vragen"].iter_rows(values_only=True)]
    assert any("Wij hebben nog één vraag." in str(text) for text in told)
    assert "Open het Excelbestand in de bijlage. De vraag staat op het eerste blad. Stuur" in (
        body(mail)
    )


CHECKS = {
    "": (None, None),
    "_02": ("Daar staat ook één punt om na te kijken. Stuur", "Er is ook één punt om na te"),
    "_02 _03": ("Daar staan ook twee punten om na te kijken.", "Er zijn ook twee punten om na te"),
}


@pytest.mark.parametrize(("typed", "words"), CHECKS.items())
def test_5_mail_and_first_sheet_count_the_same(
    tmp_path: Path, run: Run, typed: str, words: tuple[str | None, str | None]
) -> None:
    wrong = dict.fromkeys(typed.split(), "grotendels")
    mail = only_mail(returned(run, tmp_path, complete(_05="", _06="", **wrong)))
    sheet = [str(row[0]) for row in the_copy(tmp_path / "uit")["Vragen"].values]
    (top,) = [text for text in sheet if text.startswith("Dank u wel")]
    assert (mail["Subject"], "Wij hebben nog twee vragen." in top) == (
        "Uw QuickScan: 2 vragen",
        True,
    )
    assert len(rows_of_questions(the_copy(tmp_path / "uit"))) == 2 + len(wrong)
    in_mail, in_sheet = words
    assert "na te kijken" not in body(mail) if in_mail is None else in_mail in body(mail)
    assert "na te kijken" not in top if in_sheet is None else in_sheet in top


def test_5_without_a_suggestion_a_missing_name_is_asked_for(tmp_path: Path, run: Run) -> None:
    folder = returned(run, tmp_path, complete(organisatie=""))
    assert (
        "De naam van uw organisatie ontbreekt. Wilt u de naam op het blad Gegevens invullen? "
        "De rest hebben wij voor u overgenomen."
    ) in body(only_mail(folder))


def test_5_a_deadline_that_has_gone_by_is_not_named(tmp_path: Path, content: Content) -> None:
    path = make(tmp_path / "scan.xlsx", MESSY)
    for deadline, named in (("1 december 2026", True), ("1 oktober 2026", False)):
        folder = tmp_path / deadline
        one = by_mail(content, path, MAIL)
        sent(content, folder, one, sender=Sender(deadline=deadline))
        assert ("Lukt dat vóór" in body(only_mail(folder))) is named


def test_5_the_privacy_text_stands_below_and_a_missing_setting_is_told(
    tmp_path: Path, run: Run
) -> None:
    make(tmp_path / "in" / "scan.xlsx", MESSY)
    ran = run("check", tmp_path / "in", "--return", tmp_path / "uit")
    text = body(only_mail(tmp_path / "uit"))
    assert "Deze instellingen ontbreken: naam, organisatie" in ran.err
    assert "Wat doen wij met uw gegevens?" in text
    assert "Lukt dat" not in text
    (tmp_path / "quickscan.toml").write_text(SETTINGS, encoding="utf-8")
    ran = run("check", tmp_path / "in", "--return", tmp_path / "anders")
    assert "ontbreken" not in ran.err
    assert "Adviesbureau De Brug verwerkt uw gegevens." in body(only_mail(tmp_path / "anders"))


# 6: files that can't be used


def test_6_a_file_that_is_no_workbook_is_asked_for_again(tmp_path: Path, run: Run) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "ingevuld.pdf").write_bytes(b"%PDF-1.7")
    no_scan(tmp_path / "in" / "begroting.xlsx")
    assert run("check", tmp_path / "in", "--return", tmp_path / "uit").code == 1
    assert names(tmp_path / "uit") == [
        "Navragen.xlsx",
        "QuickScan.xlsx",
        "Vragen begroting.eml",
        "Vragen ingevuld.eml",
    ]
    mail = read_mail(tmp_path / "uit" / "Vragen ingevuld.eml")
    assert "Uw bestand “ingevuld.pdf” kunnen wij niet gebruiken. Dit is een pdf." in body(mail)
    (attached,) = mail.iter_attachments()
    assert attached.get_filename() == "QuickScan.xlsx"
    assert attached.get_content() == (tmp_path / "uit" / "QuickScan.xlsx").read_bytes()


def test_6_who_sent_an_empty_workbook_gets_it_back_with_its_names(tmp_path: Path, run: Run) -> None:
    table = "organisatie: Gemeente Toetsdam\nonderdeel: Team Werk"
    folder = returned(run, tmp_path, table)
    assert names(folder) == [
        "Navragen.xlsx",
        "QuickScan Gemeente Toetsdam - Team Werk.xlsx",
        f"{NAME}.eml",
    ]
    assert "“scan.xlsx” staat nog geen enkel antwoord." in body(only_mail(folder))
    copy = load_workbook(folder / "QuickScan Gemeente Toetsdam - Team Werk.xlsx")
    assert (filled(copy, "onderdeel"), copy.sheetnames[0]) == ("Team Werk", "Uitleg")


def test_6_an_empty_workbook_without_a_name_gets_a_blank_one(tmp_path: Path, run: Run) -> None:
    folder = returned(run, tmp_path, "")
    assert names(folder) == ["Navragen.xlsx", "QuickScan.xlsx", "Vragen scan.eml"]


def test_6_a_mail_without_a_workbook_is_answered_and_one_that_can_t_be_read_is_not(
    tmp_path: Path, content: Content
) -> None:
    good = by_mail(content, make(tmp_path / "scan.xlsx"), MAIL)
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7")
    (fault,) = take_in([tmp_path / "x.pdf"], content)
    empty_mail = replace(fault, file="in/een.eml", origin=good.origin)
    text = body(only_mail(sent(content, tmp_path / "uit", empty_mail)))
    assert "Dank u wel voor uw mail.\n\nIn uw mail vonden wij geen ingevuld Excelbestand." in text
    unreadable = replace(fault, file="in/een.eml", origin=None)
    assert names(sent(content, tmp_path / "niets", unreadable)) == ["Navragen.xlsx"]


LINK = "Hier is de scan: https://weerstad.sharepoint.com/:x:/s/werk/Ea1"


@pytest.mark.parametrize("link", [LINK, "https://docs.google.com/spreadsheets/d/1a/edit"])
def test_6_a_link_is_answered_by_asking_for_the_file_itself(
    tmp_path: Path, run: Run, link: str
) -> None:
    (tmp_path / "een.eml").write_bytes(mail(text(link)))
    run("check", tmp_path / "een.eml", "--return", tmp_path / "uit")
    reply = only_mail(tmp_path / "uit")
    assert (reply["To"], reply["Subject"]) == (
        "Bo Bakker <bo@weerstad.example>",
        "Re: QuickScan van team Werk",
    )
    assert (
        "Dank u wel voor uw mail.\n\n"
        "Wij zagen in uw mail alleen een link naar een bestand. Wij hebben het bestand zelf nodig."
        "\n\nWilt u op deze mail antwoorden, met het ingevulde Excelbestand (.xlsx) als bijlage?"
    ) in body(reply)


def test_6_a_link_beside_a_file_is_told_beside_it(tmp_path: Path, run: Run) -> None:
    (tmp_path / "een.eml").write_bytes(mail(text(LINK), attachment("scan.pdf", b"%PDF-1.7")))
    run("check", tmp_path / "een.eml", "--return", tmp_path / "uit")
    assert (
        "Uw bestand “scan.pdf” kunnen wij niet gebruiken. Dit is een pdf. Daaruit zijn geen "
        "antwoorden te lezen.\n"
        "In uw mail staat ook een link naar een bestand. Wij hebben het bestand zelf nodig."
    ) in body(only_mail(tmp_path / "uit"))


def test_6_beside_a_workbook_that_is_fine_nothing_else_of_that_mail_is_asked_for(
    tmp_path: Path, content: Content
) -> None:
    good = by_mail(content, make(tmp_path / "scan.xlsx"), MAIL)
    assert good.origin is not None
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7")
    (pdf,) = take_in([tmp_path / "x.pdf"], content)
    of_same_mail = replace(pdf, file="een.eml > x.pdf", origin=good.origin)
    assert names(sent(content, tmp_path / "uit", good, of_same_mail)) == ["Navragen.xlsx"]
    both = (of_same_mail, replace(of_same_mail, file="een.eml > y.pdf"))
    text = body(only_mail(sent(content, tmp_path / "uit2", *both)))
    assert ("“x.pdf”" in text, "“y.pdf”" in text) == (True, True)


# 7: what is not asked


def test_7_what_reads_well_is_not_asked_about(tmp_path: Path, run: Run) -> None:
    ran = run("check", EXAMPLES / "gemengd.xlsx", "--return", tmp_path / "uit")
    assert (ran.code, names(tmp_path / "uit")) == (0, ["Navragen.xlsx"])


@pytest.mark.parametrize("table", [complete(_02="grotendels"), complete(_13="nvt | Te klein.")])
def test_7_what_only_has_to_be_looked_at_is_not_sent_back(
    tmp_path: Path, run: Run, table: str
) -> None:
    assert names(returned(run, tmp_path, table)) == ["Navragen.xlsx"]


def test_7_another_wording_alone_is_not_sent_back(tmp_path: Path, run: Run) -> None:
    reworded = stelling_reworded(3, "Wij hebben het hier over iets heel anders dan eerst.")
    assert names(returned(run, tmp_path, complete(), reworded)) == ["Navragen.xlsx"]


def test_7_nvt_without_a_reason_is_asked_about(tmp_path: Path, run: Run) -> None:
    copy = the_copy(returned(run, tmp_path, complete(_13="nvt")))
    assert filled(copy, "antwoord_13") == "Niet van toepassing"
    assert cell_of(copy, "opmerking_13").comment is not None


def test_7_a_workbook_that_a_newer_one_stands_for_is_not_asked_about(
    tmp_path: Path, run: Run
) -> None:
    person = "\nemail: bo@toetsdam.example"
    make(tmp_path / "in" / "oud.xlsx", MESSY + person)
    make(tmp_path / "in" / "nieuw.xlsx", complete(datum="20-11-2026") + person)
    run("check", tmp_path / "in", "--return", tmp_path / "uit")
    assert names(tmp_path / "uit") == ["Navragen.xlsx"]


def test_7_what_waits_to_be_sent_is_not_asked_about(tmp_path: Path, run: Run) -> None:
    make(tmp_path / "in" / "scan.xlsx", MESSY + "\nemail: bo@toetsdam.example")
    for _ in range(2):
        run("check", "in", "--return", "in/vragen")
        for path in (tmp_path / "in" / "vragen").glob("*.eml"):
            path.unlink()  # drafts are passed over by what reads mails
    made = ["Navragen.xlsx", f"{NAME}.xlsx"]
    assert names(tmp_path / "in" / "vragen") == made


# 8: the list


def list_of(folder: Path) -> Iterator[tuple[object, ...]]:
    rows = load_workbook(folder / "Navragen.xlsx")["Navragen"].iter_rows(values_only=True)
    return (row for row in rows if any(row[1:]))


def test_8_the_list_says_who_must_be_asked_what(tmp_path: Path, run: Run) -> None:
    folder = returned(run, tmp_path, complete(_05="") + "\nemail: bo@toetsdam.example")
    header, row = list_of(folder)
    assert dict(zip(header, row, strict=True)) == {
        "Bestand": (tmp_path / "in" / "scan.xlsx").as_posix(),
        "Organisatie": "Gemeente Toetsdam",
        "Onderdeel": "Team Werk",
        "Wie": None,
        "E-mail": "bo@toetsdam.example",
        "Waar?": "Stelling 5: Maatschappelijke problemen bespreken",
        "Cel in dat bestand": "QuickScan!E11",
        "Wat lazen wij?": "Hier was niets ingevuld.",
        "Wat vraagt u?": "Kies een antwoord uit de lijst. Weet u het niet? Kies dan Onbekend.",
        "Conceptmail": f"{NAME}.eml",
    }


def test_8_the_list_and_the_drafts_are_not_read_as_scans(tmp_path: Path, run: Run) -> None:
    folder = returned(run, tmp_path)
    for path in folder.glob("*.eml"):
        path.unlink()  # drafts are known by their header, which is for the reader of mails
    ran = run("check", folder, "--json")
    assert [Path(one["file"]).name for one in ran.data] == [f"{NAME}.xlsx"]


# 9: again


def test_9_what_is_the_same_stays(tmp_path: Path, run: Run) -> None:
    folder = returned(run, tmp_path)
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    returned(run, tmp_path)
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before


@pytest.mark.parametrize("name", [f"{NAME}.xlsx", f"{NAME}.eml", "Navragen.xlsx"])
def test_9_what_a_person_made_is_kept(tmp_path: Path, run: Run, name: str) -> None:
    folder = returned(run, tmp_path)
    (folder / name).write_bytes(b"an hour of work")
    returned(run, tmp_path)
    assert b"an hour of work" in [path.read_bytes() for path in folder.iterdir()]
    assert (folder / name).read_bytes() != b"an hour of work"


def test_9_two_people_of_one_department_get_a_copy_each(tmp_path: Path, run: Run) -> None:
    for who in ("a", "b"):
        make(tmp_path / "in" / f"{who}.xlsx", MESSY + f"\nemail: {who}@toetsdam.example")
    run("check", tmp_path / "in", "--return", tmp_path / "uit")
    assert names(tmp_path / "uit") == [
        "Navragen.xlsx",
        f"{NAME} (2).eml",
        f"{NAME} (2).xlsx",
        f"{NAME}.eml",
        f"{NAME}.xlsx",
    ]


# 10: text, JSON, exit code


def test_10_text_with_the_look_of_a_formula_stays_text(tmp_path: Path, run: Run) -> None:
    table = complete(organisatie="@Stad", onderdeel="-1+1", _06="=HYPERLINK(1) | +31 6")
    folder = returned(run, tmp_path, table.replace("=HYPERLINK", "'=HYPERLINK"))
    (path,) = folder.glob("Vragen*.xlsx")
    for workbook in (load_workbook(path), load_workbook(folder / "Navragen.xlsx")):
        ours = ("Nog open", "Onbekend", "IF(LEN(TRIM(")
        cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
        formulas = [str(cell.value) for cell in cells if cell.data_type == "f"]
        assert [one for one in formulas if not any(word in one for word in ours)] == []
    assert filled(load_workbook(path), "organisatie") == "@Stad"
    assert filled(load_workbook(path), "opmerking_06") == "+31 6"


def test_10_json_and_exit_code_stay_those_of_check(tmp_path: Path, run: Run) -> None:
    make(tmp_path / "scan.xlsx", MESSY)
    plain = run("check", tmp_path / "scan.xlsx", "--json")
    ran = run("check", tmp_path / "scan.xlsx", "--json", "--return", tmp_path / "uit")
    assert (ran.code, ran.out) == (plain.code, plain.out)


def test_10_a_folder_that_can_t_be_written_ends_with_2(tmp_path: Path, run: Run) -> None:
    make(tmp_path / "scan.xlsx", MESSY)
    (tmp_path / "bestand").write_text("geen map", encoding="utf-8")
    assert run("check", tmp_path / "scan.xlsx", "--return", tmp_path / "bestand").code == 2
    ran = run("check", tmp_path / "scan.xlsx", "--return", tmp_path / "bestand" / "uit")
    assert ran.code == 2
