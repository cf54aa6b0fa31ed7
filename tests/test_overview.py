"""The overview of a round, beside its reports.

1. It has the five sheets and columns of the design, and is no scan when it is read as input.
2. A row per organisatie + onderdeel says how far it is and what to do now; what is to be done
   first stands on top. The report is a link that moves along with the folder.
3. With a list: received and expected, who is not in yet, and who is not on the list.
4. With --mail a draft reminder for each row that is not in, once.
5. What is wrong stands on a sheet of its own, by file and cell.
6. The round is counted from five organisations on, with a chart.
7. Each source without a link stands there once, with its tips.
8. The csv says the same for other tools.
9. Text is never a formula, dates are dates, and metadata names nobody.
10. Where nothing changed, the file stays as it is.
11. A folder or list that can't be used ends with 2.
"""

from __future__ import annotations

import csv
import email
import os
import zipfile
from datetime import date, datetime, timedelta
from email.policy import default
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.content import load_content
from pipeline.model import Content
from tests.conftest import Ran, Run
from tests.mails import attachment, mail
from tests.sheets import ROOT, complete, make

STAND = [
    "Organisatie",
    "Onderdeel",
    "Contactpersoon",
    "Ontvangen / verwacht",
    "Stand",
    "Wat moet ik nu doen?",
    "Laatste datum",
    "Niveau Competenties",
    "Niveau Methoden",
    "Niveau Randvoorwaarden",
    "Niveau Proces",
    "Onbekend",
    "Leeg",
    "N.v.t.",
    "Vijf om mee te beginnen",
    "Rapport",
    "Eigen notitie",
]
SHEETS = ["Stand", "Vragen en fouten", "Nog niet binnen", "De ronde", "Bronnen zonder link"]
FIVE = ("Toetsdam", "Brugmeer", "Zandermeer", "Hoogveld", "Waterwoude")
HEADER = "organisatie;onderdeel;contactpersoon;e-mail;cc;aantal;deadline\n"


def scan(name: str, organisation: str = "Gemeente Toetsdam", **changes: str) -> Path:
    return make(Path("box") / f"{name}.xlsx", complete(organisatie=organisation, **changes))


def opened(path: str = "output/overzicht.xlsx") -> Workbook:
    return load_workbook(path)


def sheet_rows(sheet: Worksheet) -> list[dict[str, object]]:
    header, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


def stand(path: str = "output/overzicht.xlsx") -> list[dict[str, object]]:
    return sheet_rows(opened(path)["Stand"])


def of_team(name: str) -> dict[str, object]:
    (row,) = [row for row in stand() if f"{row['Organisatie']} - {row['Onderdeel']}" == name]
    return row


def with_list(run: Run, rows: str, *options: object) -> Ran:
    """Make the reports of the box with an invitation list of these rows."""
    Path("lijst.csv").write_text(HEADER + rows, encoding="utf-8")
    return run("report", "box", "--list", "lijst.csv", *options)


def day(days: int) -> str:
    return f"{date.today() + timedelta(days=days):%d-%m-%Y}"


# 1, 2. the sheet Stand


def test_1_five_sheets_and_the_columns_of_the_design(run: Run) -> None:
    scan("1")
    assert run("report", "box").code == 0
    workbook = opened()
    visible = [sheet.title for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
    assert visible == SHEETS
    assert [cell.value for cell in workbook["Stand"][1]] == STAND


def test_1_an_overview_is_no_scan(run: Run) -> None:
    scan("1")
    run("report", "box", "-o", "box")
    assert Path("box/overzicht.csv").exists()
    ran = run("check", "box", "--json")
    assert ([Path(one["file"]).name for one in ran.data], ran.code) == (["1.xlsx"], 0)


def test_2_a_row_says_how_far_a_team_is(run: Run) -> None:
    scan("1", _01="Onbekend", _09="Niet van toepassing", _07="", invuller="Bea Jansen")
    run("report", "box")
    (row,) = stand()
    (scores,) = run("score", "box", "--json").data
    assert row == {
        "Organisatie": "Gemeente Toetsdam",
        "Onderdeel": "Team Werk",
        "Contactpersoon": "Bea Jansen",
        "Ontvangen / verwacht": 1,
        "Stand": "rapport klaar",
        "Wat moet ik nu doen?": "Bewerk het rapport.",
        "Laatste datum": datetime.combine(date.today(), datetime.min.time()),
        "Niveau Competenties": "onderweg (voorlopig)",
        "Niveau Methoden": "onderweg",
        "Niveau Randvoorwaarden": "onderweg",
        "Niveau Proces": "onderweg",
        "Onbekend": 1,
        "Leeg": 1,
        "N.v.t.": 1,
        "Vijf om mee te beginnen": ", ".join(map(str, scores["start_with"])),
        "Rapport": "Concept",
        "Eigen notitie": None,
    }


def test_2_the_report_is_a_link_within_the_folder(run: Run) -> None:
    scan("1", onderdeel="Werk & Inkomen #1")
    run("report", "box")
    cell = opened()["Stand"]["P2"]
    assert cell.hyperlink is not None
    assert cell.hyperlink.target == (
        "Adviesrapport%20Gemeente%20Toetsdam%20-%20Werk%20%26%20Inkomen%20%231.docx"
    )


def test_2_several_people_stay_unnamed(run: Run) -> None:
    scan("1", invuller="Bea Jansen")
    scan("2", invuller="Karim Haddad")
    run("report", "box")
    (row,) = stand()
    assert (row["Contactpersoon"], row["Ontvangen / verwacht"]) == (None, 2)


def test_2_what_must_be_done_first_stands_on_top(run: Run) -> None:
    scan("1", onderdeel="Goed")
    scan("2", onderdeel="Fout", _07="soms wel, soms niet")
    make(Path("box/3.xlsx"), "organisatie: Gemeente Toetsdam\nonderdeel: Leeg")
    with_list(run, f"Gemeente Toetsdam;Wacht;;;;;{day(90)}\nGemeente Toetsdam;Laat;;;;;{day(-1)}\n")
    assert [row["Onderdeel"] for row in stand()] == ["Leeg", "Fout", "Laat", "Goed", "Wacht"]


def test_2_a_final_version_is_to_be_sent(run: Run) -> None:
    scan("1")
    run("report", "box")
    report = Path("output/Adviesrapport Gemeente Toetsdam - Team Werk.docx")
    run("finalize", report, "--anyway")
    run("report", "box")
    (row,) = stand()
    assert (row["Stand"], row["Rapport"]) == ("bewerkt", "Definitief")
    assert row["Wat moet ik nu doen?"] == (
        "Verstuur het definitieve rapport. Zet de stand daarna op verzonden."
    )


def test_2_a_report_that_changed_after_its_final_version(run: Run) -> None:
    scan("1")
    run("report", "box")
    report = Path("output/Adviesrapport Gemeente Toetsdam - Team Werk.docx")
    run("finalize", report, "--anyway")
    later = datetime.now().timestamp() + 600
    os.utime(report, (later, later))
    run("report", "box")
    assert "Maak het opnieuw definitief." in str(stand()[0]["Wat moet ik nu doen?"])


def test_2_a_report_that_failed_comes_first(run: Run) -> None:
    for name in ("Noord", "Zuid"):
        scan(name, onderdeel=name)
    Path("output/Adviesrapport Gemeente Toetsdam - Zuid.docx").mkdir(parents=True)
    assert run("report", "box").code == 1
    first, _ = stand()
    assert (first["Onderdeel"], first["Stand"]) == ("Zuid", "ontvangen")
    assert str(first["Wat moet ik nu doen?"]).startswith("Het rapport is niet gemaakt.")


def test_2_a_stand_is_chosen_from_a_list(run: Run) -> None:
    scan("1")
    run("report", "box")
    (choice,) = opened()["Stand"].data_validations.dataValidation
    assert choice.formula1 == (
        '"uitgenodigd,herinnerd,ontvangen,teruggestuurd,rapport klaar,bewerkt,verzonden,besproken"'
    )
    assert "E2" in choice.sqref


def test_2_a_short_report_leaves_the_rows_of_the_others(run: Run) -> None:
    for department in ("Noord", "Zuid"):
        make(Path(f"box/{department}.xlsx"), complete(onderdeel=department))
    run("report", "box")
    run("report", "box/Noord.xlsx", "--short")
    rows = opened()["Stand"].iter_rows(min_row=2, values_only=True)
    assert {"Noord", "Zuid"} <= {row[1] for row in rows}


def test_2_a_short_report_is_linked_too(run: Run) -> None:
    scan("1")
    run("report", "box", "--short")
    assert "(kort)" in str(opened()["Stand"]["P2"].hyperlink.target)


# 3. the list


def test_3_received_and_expected_per_team(run: Run) -> None:
    scan("1")
    scan("2", onderdeel="team  WERK", invuller="Bea")
    ran = with_list(run, f"gemeente toetsdam;Team Werk;An de Wit;an@t.example;;5;{day(40)}\n")
    (row,) = stand()
    assert (row["Ontvangen / verwacht"], row["Contactpersoon"]) == ("2 van 5", "An de Wit")
    assert str(row["Wat moet ik nu doen?"]).startswith("Er ontbreken nog 3 scans. Wacht tot ")
    assert ran.code == 0


def test_3_filled_in_together_is_all_there_is(run: Run) -> None:
    scan("1", wijze="Wij vullen samen in")
    with_list(run, "Gemeente Toetsdam;Team Werk;;;;5;\n")
    (row,) = stand()
    assert row["Ontvangen / verwacht"] == "1 (samen)"
    assert row["Wat moet ik nu doen?"] == "Bewerk het rapport."
    assert opened()["Nog niet binnen"]["A1"].value == "Alles is binnen."


def test_3_who_is_not_in_yet(run: Run) -> None:
    scan("1")
    deadline = date.today() + timedelta(days=40)
    rows = f"""\
Gemeente Toetsdam;Team Werk;;;;3;
Gemeente Stilstad;Team Inkomen;Joost Vos;joost@stilstad.example;;;{deadline:%d-%m-%Y}
"""
    with_list(run, rows)
    silent, partial = sheet_rows(opened()["Nog niet binnen"])
    assert list(silent.values()) == [
        "Gemeente Stilstad",
        "Team Inkomen",
        "Joost Vos",
        "joost@stilstad.example",
        "0 van 1",
        datetime.combine(deadline, datetime.min.time()),
    ]
    assert (partial["Organisatie"], partial["Ontvangen / verwacht"]) == (
        "Gemeente Toetsdam",
        "1 van 3",
    )
    assert of_team("Gemeente Stilstad - Team Inkomen")["Stand"] == "uitgenodigd"


def test_3_a_row_without_onderdeel_stands_for_the_whole_organisation(run: Run) -> None:
    scan("1", onderdeel="Noord")
    scan("2", onderdeel="Zuid")
    ran = with_list(run, "Gemeente Toetsdam;;An de Wit;;;3;\n")
    assert [row["Contactpersoon"] for row in stand()] == ["An de Wit", "An de Wit"]
    (missing,) = sheet_rows(opened()["Nog niet binnen"])
    assert missing["Ontvangen / verwacht"] == "2 van 3"
    assert "staat niet op de uitnodigingslijst" not in ran.err


def test_3_the_deadline_of_the_settings_holds_where_the_list_has_none(run: Run) -> None:
    scan("1")
    Path("quickscan.toml").write_text("deadline = 2031-03-05\n", encoding="utf-8")
    with_list(run, "Gemeente Stilstad;;;;;;\n")
    (missing,) = sheet_rows(opened()["Nog niet binnen"])
    assert missing["Deadline"] == datetime(2031, 3, 5)
    assert of_team("Gemeente Stilstad - None")["Wat moet ik nu doen?"] == (
        "Wacht op de scan. De datum is 5 maart 2031. Herinner op 26 februari 2031."
    )


def test_3_a_team_that_is_not_on_the_list_is_told(run: Run) -> None:
    scan("1")
    ran = with_list(run, "Gemeente Stilstad;;;;;;\n")
    said = "Gemeente Toetsdam - Team Werk staat niet op de uitnodigingslijst."
    assert said in ran.err
    assert ran.code == 0
    told = [row["Wat is er?"] for row in sheet_rows(opened()["Vragen en fouten"])]
    assert told == [f"Let op. {said}"]


def test_3_without_a_list_the_sheet_says_how_to_give_one(run: Run) -> None:
    scan("1")
    run("report", "box")
    assert "--list" in str(opened()["Nog niet binnen"]["A1"].value)


def test_3_a_team_with_a_report_of_before_is_not_missing(run: Run) -> None:
    scan("1")
    make(Path("later/2.xlsx"), complete(onderdeel="Zuid"))
    run("report", "box")
    Path("lijst.csv").write_text(HEADER + "Gemeente Toetsdam;Team Werk;;;;;\n", encoding="utf-8")
    run("report", "later", "--list", "lijst.csv", "--mail")
    assert opened()["Nog niet binnen"]["A1"].value == "Alles is binnen."
    assert not Path("output/herinneringen").exists()
    row = of_team("Gemeente Toetsdam - Team Werk")
    assert (row["Stand"], row["Rapport"]) == ("rapport klaar", "Concept")
    assert str(row["Wat moet ik nu doen?"]).startswith("Het rapport is van een eerdere keer.")


# 4. reminders


def reminders() -> list[str]:
    return sorted(path.name for path in Path("output/herinneringen").iterdir())


def reminder(name: str) -> tuple[str, str, str]:
    """Return to whom it goes, whether it is a draft, and what it says."""
    file = (Path("output/herinneringen") / name).read_bytes()
    mail = email.message_from_bytes(file, policy=default)
    body = mail.get_body()
    assert body is not None
    return str(mail["To"]), str(mail["X-Unsent"]), body.get_content()


def test_4_a_draft_for_each_row_that_is_not_in(run: Run) -> None:
    scan("1")
    deadline = date.today() + timedelta(days=3)
    rows = f"""\
Gemeente Toetsdam;Team Werk;;;;1;
Gemeente Stilstad;Team Inkomen;Joost Vos;joost@stilstad.example;;;{deadline:%d-%m-%Y}
Gemeente Verlaat;;;;;;
"""
    ran = with_list(run, rows, "--mail")
    stil, verlaat = (
        "Herinnering Gemeente Stilstad - Team Inkomen.eml",
        "Herinnering Gemeente Verlaat.eml",
    )
    assert (ran.code, reminders()) == (0, [stil, verlaat])
    to, draft, said = reminder(stil)
    assert (to, draft) == ("Joost Vos <joost@stilstad.example>", "1")
    assert "Wij hebben nog geen scan van Team Inkomen van de gemeente Stilstad." in said
    assert f"Lukt {deadline.day} " in said
    assert "Lukt het niet? Laat het ons weten." in reminder(verlaat)[2]
    assert "Bij de gemeente Verlaat staat geen mailadres." in ran.err
    row = of_team("Gemeente Stilstad - Team Inkomen")
    assert row["Stand"] == "herinnerd"
    assert "Zij staat in de map herinneringen." in str(row["Wat moet ik nu doen?"])


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        (2, "Wij missen nog één scan van Team Werk van de gemeente Toetsdam."),
        (4, "Wij missen nog 3 scans van Team Werk van de gemeente Toetsdam."),
    ],
)
def test_4_where_some_came_in_it_says_how_many_lack(run: Run, expected: int, said: str) -> None:
    scan("1")
    with_list(run, f"Gemeente Toetsdam;Team Werk;;t@t.example;;{expected};{day(-2)}\n", "--mail")
    _, _, text = reminder("Herinnering Gemeente Toetsdam - Team Werk.eml")
    assert said in text
    assert "Laat ons weten wanneer het wel lukt." in text


def test_4_nobody_is_reminded_twice(run: Run) -> None:
    scan("1")
    with_list(run, "Gemeente Stilstad;;;;;;\n", "--mail")
    draft = Path("output/herinneringen/Herinnering Gemeente Stilstad.eml")
    draft.write_bytes(b"my own words")
    with_list(run, "Gemeente Stilstad;;Joost;;;;\nGemeente Verlaat;;;;;;\n", "--mail")
    assert draft.read_bytes() == b"my own words"
    assert len(reminders()) == 2


def test_4_who_sent_an_empty_workbook_is_not_told_that_nothing_came(run: Run) -> None:
    scan("1")
    make(Path("box/2.xlsx"), "organisatie: Gemeente Leegdorp")
    with_list(run, "Gemeente Leegdorp;;;;;;\n", "--mail")
    assert not Path("output/herinneringen").exists()
    assert len(sheet_rows(opened()["Nog niet binnen"])) == 1


def test_4_reminders_need_a_list(run: Run) -> None:
    scan("1")
    ran = run("report", "box", "--mail")
    assert (ran.code, ran.out) == (2, "")
    assert "Noem de lijst met --list." in ran.err
    assert not Path("output").exists()


# 5. questions and faults


def test_5_what_is_wrong_by_file_and_cell(run: Run) -> None:
    scan("1", _09="")
    scan("2", onderdeel="Zuid", _07="soms wel, soms niet")
    Path("box/stuk.xlsx").write_bytes(b"PK\x03\x04 stuk")
    run("report", "box")
    told = [tuple(row.values()) for row in sheet_rows(opened()["Vragen en fouten"])]
    assert [(one[0], one[1]) for one in told] == [
        ("2.xlsx", "QuickScan!E13"),
        ("stuk.xlsx", None),
        ("1.xlsx", "QuickScan!E15"),
    ]
    assert str(told[0][2]).startswith("Fout. Stelling 7: “soms wel, soms niet”")
    assert told[2][2:] == (
        "Let op. Stelling 9 is niet ingevuld.",
        "Vraag na welk antwoord hier hoort.",
    )


def faulty_files() -> list[object]:
    return [row["Bestand"] for row in sheet_rows(opened()["Vragen en fouten"])]


def test_5_files_of_one_name_are_told_apart_by_their_folder(run: Run) -> None:
    wrong = {"_07": "soms wel, soms niet"}
    for name in ("noord/in/scan", "zuid/in/scan", "zuid/in/een"):
        scan(name, onderdeel=name, **wrong)
    whole = Path("box").resolve()
    run("report", whole)
    assert faulty_files() == ["noord/in/scan.xlsx", "een.xlsx", "zuid/in/scan.xlsx"]
    files = [one["file"] for one in run("check", whole, "--json").data]
    assert files == sorted(path.as_posix() for path in whole.rglob("*.xlsx"))


def test_5_what_came_in_a_mail_keeps_the_name_of_the_mail(run: Run) -> None:
    Path("box/diep").mkdir(parents=True)
    Path("box/diep/een.eml").write_bytes(mail(attachment("scan.pdf"), attachment()))
    run("report", "box")
    assert "een.eml > scan.pdf" in faulty_files()


def test_5_a_file_that_a_message_names_is_short_too(run: Run) -> None:
    scan("diep/oud", invuller="Bea Jansen", datum="1-11-2026")
    scan("diep/nieuw", invuller="Bea Jansen", datum="12-11-2026")
    run("report", "box")
    (row,) = sheet_rows(opened()["Vragen en fouten"])
    assert (row["Bestand"], str(row["Wat is er?"])) == (
        "oud.xlsx",
        "Let op. Dezelfde persoon stuurde een nieuwere scan (nieuw.xlsx). Deze telt niet mee.",
    )


def test_5_nothing_wrong_is_said(run: Run) -> None:
    scan("1")
    run("report", "box")
    assert opened()["Vragen en fouten"]["A1"].value == "Er zijn geen vragen en fouten."


# 6, 7. the round and the sources


def test_6_below_five_organisations_nothing_is_counted(run: Run) -> None:
    for name in FIVE[:4]:
        scan(name, f"Gemeente {name}")
    scan("nog een", "gemeente  TOETSDAM", onderdeel="Zuid")
    run("report", "box")
    assert opened()["De ronde"]["A1"].value == (
        "Vanaf 5 organisaties ziet u hier hoe vaak elk antwoord is gegeven. Nu zijn het er 4."
    )
    with zipfile.ZipFile("output/overzicht.xlsx") as package:
        assert [name for name in package.namelist() if "chart" in name] == []


def test_6_from_five_organisations_on_answers_are_counted(run: Run) -> None:
    for name in FIVE:
        scan(name, f"Gemeente {name}", _01="Grotendeels", _02="?", _03="", _04="nvt")
    scan("nog een", onderdeel="Zuid", _01="Niet of nauwelijks")
    run("report", "box")
    rows = sheet_rows(opened()["De ronde"])
    assert len(rows) == 24
    assert list(rows[0].values()) == [1, "Cultuurverschillen overbruggen", 1, 0, 5, 0, 0, 0, 0]
    counted = [{key: n for key, n in list(row.items())[2:] if n} for row in rows[1:4]]
    assert counted == [
        {"Onbekend": 5, "Deels": 1},
        {"Niet ingevuld": 5, "Deels": 1},
        {"Niet van toepassing": 5, "Deels": 1},
    ]


def test_6_a_chart_of_excel_with_values_and_a_description(run: Run) -> None:
    for name in FIVE:
        scan(name, f"Gemeente {name}")
    run("report", "box")
    (chart,) = opened()["De ronde"]._charts  # type: ignore[attr-defined]
    assert len(chart.series) == 7
    with zipfile.ZipFile("output/overzicht.xlsx") as package:
        drawing = package.read("xl/drawings/drawing1.xml").decode()
        drawn = package.read("xl/charts/chart1.xml").decode()
    assert 'descr="Gestapelde staven' in drawing
    assert "<v>Cultuurverschillen overbruggen</v>" in drawn


def test_7_each_source_without_a_link_once_with_its_tips(run: Run, content: Content) -> None:
    scan("1")
    run("report", "box")
    rows = sheet_rows(opened()["Bronnen zonder link"])
    lost = {link.title: link.key for link in content.links if not link.clickable}
    assert [row["Bron"] for row in rows] == sorted(lost, key=str.casefold)
    for row in rows:
        assert row["Tips"] == ", ".join(tips_with(content, lost[str(row["Bron"])]))


def tips_with(content: Content, key: str) -> list[str]:
    """Return the tips in the files of the content in which a link stands."""
    return [
        tip.id
        for stelling in content.stellingen
        for tip in stelling.tips
        if any(s.link == key for part in (tip.opening, tip.text, *tip.items) for s in part)
    ]


# 8. the csv


def table() -> list[dict[str, str]]:
    with Path("output/overzicht.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


def test_8_the_csv_says_the_same(run: Run) -> None:
    scan("1")
    with_list(run, "Gemeente Toetsdam;Team Werk;An;;;3;18-12-2031\nGemeente Stilstad;;;;;;\n")
    assert Path("output/overzicht.csv").read_bytes().startswith(b"\xef\xbb\xbforganisatie;")
    told = {row["organisatie"]: row for row in table()}
    one = told["Gemeente Toetsdam"]
    assert (one["invullers"], one["verwacht"], one["deadline"]) == ("1", "3", "2031-12-18")
    assert one["laatste datum"] == date.today().isoformat()
    assert one["niveau competenties"] == "onderweg"
    assert one["rapport"] == "Adviesrapport Gemeente Toetsdam - Team Werk.docx"
    assert [row["stand"] for row in table()] == [row["Stand"] for row in stand()]


# 9. safe and clean


@pytest.mark.parametrize("name", ["=1+1", "+31 20", "-naam", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_9_a_name_is_never_a_formula(run: Run, name: str) -> None:
    make(Path("box/1.xlsx"), complete(organisatie=""))
    run("report", "box", "--organisation", name)
    cell = opened()["Stand"]["A2"]
    assert (cell.value, cell.data_type) == (name, "s")
    assert table()[0]["organisatie"] == f"'{name}"


def test_9_metadata_names_nobody(run: Run) -> None:
    scan("1", invuller="Bea Jansen", email="bea@toetsdam.example")
    run("report", "box")
    with zipfile.ZipFile("output/overzicht.xlsx") as package:
        told = [package.read(name).decode() for name in package.namelist() if "docProps" in name]
    for word in ("Bea", "toetsdam", "Toetsdam", "openpyxl"):
        assert word not in "".join(told)


def test_9_every_sheet_can_be_read_and_printed(run: Run) -> None:
    for name in FIVE:
        scan(name, f"Gemeente {name}", _09="")
    with_list(run, "Gemeente Stilstad;;;;;;\n")
    for sheet in opened().worksheets[:5]:
        assert sheet.freeze_panes in ("A2", "C2")
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.print_title_rows == "$1:$1"


# 10. again


def test_10_where_nothing_changed_the_files_stay_as_they_are(run: Run) -> None:
    scan("1")
    run("report", "box")
    files = [Path("output/overzicht.xlsx"), Path("output/overzicht.csv")]
    before = [(file.stat().st_mtime_ns, file.stat().st_ino) for file in files]
    run("report", "box")
    assert [(file.stat().st_mtime_ns, file.stat().st_ino) for file in files] == before
    assert len(list(Path("output").iterdir())) == 3


def test_10_what_changed_is_renewed_without_an_earlier_version(run: Run) -> None:
    scan("1")
    run("report", "box")
    scan("1", _07="")
    run("report", "box")
    assert stand()[0]["Leeg"] == 1
    assert [path.name for path in Path("output").glob("overzicht*")] == [
        path.name for path in Path("output").glob("overzicht.*")
    ]


# 11. what can't be used


def test_11_a_list_without_its_column_ends_with_2(run: Run) -> None:
    scan("1")
    Path("lijst.csv").write_text("naam;team\nToetsdam;Werk\n", encoding="utf-8")
    ran = run("report", "box", "--list", "lijst.csv")
    assert (ran.code, ran.out) == (2, "")
    assert "In deze lijst staat geen kolom organisatie." in ran.err
    assert not Path("output").exists()


def test_11_a_list_that_is_not_there_ends_with_2(run: Run) -> None:
    scan("1")
    assert run("report", "box", "--list", "weg.csv").code == 2


def test_11_a_fault_in_a_row_ends_with_1_and_the_rest_is_done(run: Run) -> None:
    scan("1")
    ran = with_list(run, "Gemeente Toetsdam;Team Werk;;;;;\n;Team Zuid;An;;;;\n")
    assert ran.code == 1
    assert [row["Onderdeel"] for row in stand()] == ["Team Werk"]


def test_11_content_with_two_themas_has_two_niveaus(run: Run, tmp_path: Path) -> None:
    from tests.small_content import small_folder

    folder = small_folder(tmp_path / "klein")
    titles = [thema.title for thema in load_content(folder).themas]
    Path("box").mkdir()
    run("template", "--content", folder, "--organisation", "Fietsdam", "-o", "box/leeg.xlsx")
    workbook = load_workbook("box/leeg.xlsx")
    ((sheet, cell),) = workbook.defined_names["antwoord_01"].destinations
    workbook[sheet][cell].value = "Deels"
    workbook.save("box/leeg.xlsx")
    run("report", "box", "--content", folder)
    header = [cell.value for cell in opened()["Stand"][1]]
    assert [name for name in header if str(name).startswith("Niveau")] == [
        f"Niveau {title}" for title in titles
    ]


def test_the_overview_is_told_to_editors() -> None:
    assert "`overzicht.md`" in (ROOT / "content" / "LEESMIJ.md").read_text(encoding="utf-8")
