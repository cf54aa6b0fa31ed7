"""Clearing up what is past its retention.

1. Filled-in workbooks, mails and drafts of this tool, zips of workbooks and working reports that
   are older than asked are listed; after a yes they are gone. The day of a mail is when it was
   sent, of a file when it was saved.
2. The version that was sent stays. Of a report without one, the scores are kept in a table.
3. What is not known to be ours or an input stays, however old.
4. Links are never followed.
5. Without a yes nothing is removed; where nobody can answer it ends with 2.
6. Without --older-than the term of quickscan.toml holds.
7. A file that can't be removed is told; the others go.
8. What a run kept of what it said goes along with what it tells of.
"""

from __future__ import annotations

import csv
import os
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import Workbook

from pipeline.clearing import days_of
from pipeline.cli import quickscan
from pipeline.record import WORTH_KEEPING
from tests.conftest import Ran, Run
from tests.office import soffice
from tests.sheets import BLANK, complete, make, no_scan
from tests.test_shelf import ordinary_user

BOM = b"\xef\xbb\xbf"
REPORT = "Adviesrapport Gemeente Toetsdam - Team Werk.docx"
FINAL = "Adviesrapport Gemeente Toetsdam - Team Werk (definitief).docx"


def aged(*paths: Path, days: int = 200) -> None:
    moment = (datetime.now() - timedelta(days=days)).timestamp()
    for path in paths:
        os.utime(path, (moment, moment))


def everything() -> list[Path]:
    return [path for path in Path("map").rglob("*") if path.is_file()]


def names() -> list[str]:
    return sorted(path.relative_to("map").as_posix() for path in everything())


def old_scan(name: str = "scan.xlsx", **changes: str) -> Path:
    path = make(Path("map") / name, complete(**changes))
    aged(path)
    return path


def mail_with(attached: Path, days: int) -> bytes:
    """Return a mail of so many days ago with a file attached."""
    mail = EmailMessage()
    mail["From"], mail["To"] = "bea@toetsdam.example", "quickscan@voorbeeld.example"
    mail["Subject"] = "Onze scan"
    mail["Date"] = format_datetime(datetime.now().astimezone() - timedelta(days=days))
    mail.set_content("Hierbij.")
    mail.add_attachment(
        attached.read_bytes(), maintype="application", subtype="octet-stream", filename="scan.xlsx"
    )
    return mail.as_bytes()


def clear(run: Run, *options: object) -> list[str]:
    """Remove what is older than 90 days; return what is left."""
    run("clear", "map", "--older-than", 90, "--yes", *options)
    return names()


@pytest.fixture
def reported(run: Run) -> Path:
    """Return a folder with an old scan and its report, of today."""
    run("report", old_scan(), "-o", "map/uit")
    return Path("map/uit")


# 1. what goes


def test_1_an_old_scan_goes_and_a_new_one_stays(run: Run) -> None:
    old_scan("diep/er/oud.xlsx")
    make(Path("map/nieuw.xlsx"), complete())
    assert clear(run) == ["nieuw.xlsx"]


@pytest.mark.parametrize(("days", "left"), [(90, ["scan.xlsx"]), (91, [])])
def test_1_older_means_more_days(run: Run, days: int, left: list[str]) -> None:
    aged(make(Path("map/scan.xlsx"), complete()), days=days)
    assert clear(run) == left


def test_1_a_mail_is_as_old_as_when_it_was_sent(run: Run) -> None:
    scan = make(Path("scan.xlsx"), complete())
    Path("map").mkdir()
    Path("map/oud.eml").write_bytes(mail_with(scan, days=200))
    Path("map/nieuw.eml").write_bytes(mail_with(scan, days=2))
    aged(Path("map/nieuw.eml"))
    assert clear(run) == ["nieuw.eml"]


def test_1_a_zip_of_workbooks_goes_and_one_with_something_else_stays(run: Run) -> None:
    scan = make(Path("scan.xlsx"), complete())
    aged(scan)
    Path("map").mkdir()
    for name, other in (("scans.zip", False), ("gemengd.zip", True)):
        with zipfile.ZipFile(Path("map") / name, "w") as package:
            package.write(scan, "a.xlsx")
            if other:
                package.writestr("verslag.pdf", b"%PDF-1.7")
        aged(Path("map") / name)
    ran = run("clear", "map", "--older-than", 90, "--yes")
    assert "scans.zip: zip met werkboeken" in ran.out
    assert names() == ["gemengd.zip"]


def test_1_working_reports_and_their_earlier_versions_go(run: Run, reported: Path) -> None:
    (reported / REPORT).rename(reported / REPORT.replace(".docx", " (2026-01-02 030405).docx"))
    run("report", "map/scan.xlsx", "-o", reported, "--short")
    run("report", "map/scan.xlsx", "-o", reported)
    aged(*everything())
    clear(run)
    assert list(reported.glob("*.docx")) == []


def test_1_drafts_go(run: Run, reported: Path) -> None:
    Path("lijst.csv").write_text("organisatie\nGemeente Stilstad\n", encoding="utf-8")
    run("report", "map/scan.xlsx", "-o", reported, "--list", "lijst.csv", "--mail")
    run("finalize", reported / REPORT, "--anyway", "--mail")
    assert len(list(reported.rglob("*.eml"))) == 2
    aged(*everything())
    clear(run)
    assert list(reported.rglob("*.eml")) == []


def test_1_the_list_says_what_each_file_is_and_of_when(run: Run, reported: Path) -> None:
    ran = run("clear", "map", "--older-than", 90, "--yes")
    assert ran.out.startswith("map/scan.xlsx: ingevuld werkboek, ")
    assert ran.err == "1 bestand verwijderd.\n"
    assert (reported / REPORT).exists()


def test_1_nothing_past_its_retention_is_said(run: Run) -> None:
    make(Path("map/scan.xlsx"), complete())
    ran = run("clear", "map", "--older-than", 1)
    assert (ran.code, ran.out, ran.err) == (0, "", "Er is niets ouder dan 1 dag.\n")


# 2. scores that are kept


def test_2_the_version_that_was_sent_stays_with_its_scores(run: Run, reported: Path) -> None:
    run("finalize", reported / REPORT, "--anyway")
    before = (reported / FINAL).read_bytes()
    aged(*everything())
    assert clear(run) == [f"uit/{FINAL}", "uit/overzicht.csv", "uit/overzicht.xlsx"]
    assert (reported / FINAL).read_bytes() == before
    with zipfile.ZipFile(reported / FINAL) as package:
        parts = [package.read(name) for name in package.namelist() if "customXml/" in name]
    assert any(b'<stelling nummer="1" antwoord="deels" score="2.0"' in part for part in parts)


def kept_scores() -> list[dict[str, str]]:
    with Path("map/bewaarde scores.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


def test_2_scores_of_a_report_that_was_never_final_are_kept_in_a_table(
    run: Run, reported: Path
) -> None:
    aged(*everything())
    ran = run("clear", "map", "--older-than", 90, "--yes")
    assert not (reported / REPORT).exists()
    assert "geen definitieve versie in deze map, de scores worden bewaard" in ran.out
    rows = kept_scores()
    assert len(rows) == 24
    assert (rows[0]["organisatie"], rows[0]["onderdeel"]) == ("Gemeente Toetsdam", "Team Werk")
    assert [rows[0][name] for name in ("invullers", "stelling", "antwoord", "score")] == [
        *("1", "1"),
        *("deels", "2,00"),
    ]
    make(Path("map/nieuw.xlsx"), complete())
    assert [Path(one["file"]).name for one in run("check", "map", "--json").data] == ["nieuw.xlsx"]


def test_2_scores_that_were_kept_before_stay(run: Run) -> None:
    for team in ("Noord", "@Zuid"):
        run("report", old_scan(onderdeel=team), "-o", "map/uit")
        aged(*everything())
        clear(run)
    assert [row["onderdeel"] for row in kept_scores()] == ["Noord"] * 24 + ["'@Zuid"] * 24


def clear_with_scores_in(file: bytes, run: Run) -> Ran:
    """Clear a report of Zuid where there is a file with this in the place of the table."""
    Path("map").mkdir(exist_ok=True)
    Path("map/bewaarde scores.csv").write_bytes(file)
    run("report", old_scan(onderdeel="Zuid"), "-o", "map/uit")
    aged(*everything())
    return run("clear", "map", "--older-than", 90, "--yes")


def set_aside() -> list[Path]:
    return list(Path("map").glob("bewaarde scores (????-??-?? ??????).csv"))


@pytest.fixture
def kept_of_north(run: Run) -> bytes:
    """Return the table with the scores of Noord, whose report is gone."""
    run("report", old_scan(onderdeel="Noord"), "-o", "map/uit")
    aged(*everything())
    clear(run)
    return Path("map/bewaarde scores.csv").read_bytes()


def saved_by_office(table: bytes) -> bytes:
    """Return a table as LibreOffice saves it."""
    program = soffice()
    if program is None:
        pytest.skip("LibreOffice is not installed")
    Path("los.csv").write_bytes(table)
    command = (
        *(program, "-env:UserInstallation=" + Path("profiel").resolve().as_uri(), "--headless"),
        *("--infilter=CSV:59,34,76,1", "--convert-to"),
        *("csv:Text - txt - csv (StarCalc):59,34,76,1", "--outdir", "van office", "los.csv"),
    )
    subprocess.run(command, check=True, timeout=120, capture_output=True)
    return Path("van office/los.csv").read_bytes()


def test_2_scores_stay_in_a_table_that_libreoffice_saved(run: Run, kept_of_north: bytes) -> None:
    table = saved_by_office(kept_of_north)
    assert not table.startswith(BOM)
    clear_with_scores_in(table, run)
    assert [row["onderdeel"] for row in kept_scores()] == ["Noord"] * 24 + ["Zuid"] * 24
    assert set_aside() == []


def test_2_a_column_that_a_person_added_stays(run: Run, kept_of_north: bytes) -> None:
    header, *lines = kept_of_north.decode("utf-8-sig").split("\r\n")
    mine = "\r\n".join((f"{header};notitie", f'{lines[0]};"bel\nBea"', *lines[1:]))
    clear_with_scores_in(BOM + mine.encode(), run)
    assert len(kept_scores()) == 48
    assert kept_scores()[0]["notitie"] == "bel\nBea"


@pytest.mark.parametrize(
    "other",
    [
        BOM + "organisatie;onderdeel;invullers;editie\r\nCafé".encode("cp1252"),
        "organisatie;onderdeel;invullers;editie;datum;stelling;antwoord;score\r\nCafé;".encode(
            "cp1252"
        ),
        b"organisatie;onderdeel;invullers;niveau\r\nToetsdam;;1;gevorderd\r\n",
        b"mijn eigen lijst",
        b"PK\x03\x04 een werkboek",
    ],
)
def test_2_another_file_in_the_place_of_the_table_is_kept_and_told(run: Run, other: bytes) -> None:
    ran = clear_with_scores_in(other, run)
    (aside,) = set_aside()
    assert aside.read_bytes() == other
    assert f"Het heet nu {aside.name}." in ran.err
    assert [row["onderdeel"] for row in kept_scores()] == ["Zuid"] * 24
    assert ran.code == 0


@pytest.mark.parametrize("nothing", [b"", BOM, b"\r\n"])
def test_2_an_empty_file_in_the_place_of_the_table_is_filled(run: Run, nothing: bytes) -> None:
    clear_with_scores_in(nothing, run)
    assert set_aside() == []
    assert len(kept_scores()) == 24


def last_years_report(run: Run, date: str = "5 maart 2025") -> Path:
    """Make the report of last year; let it lie under another name, as a new one takes its own."""
    run("report", old_scan("oud/scan.xlsx", datum=date, _07="Volledig"), "-o", "map/toen")
    return Path("map/toen") / REPORT


@pytest.mark.parametrize("dates", [("5 maart 2025", "6 maart 2026"), ("", "")])
def test_2_a_final_version_of_last_year_does_not_hold_the_scores_of_this_year(
    run: Run, dates: tuple[str, str]
) -> None:
    run("finalize", last_years_report(run, dates[0]), "--anyway")
    run("report", old_scan(datum=dates[1], _07="Niet"), "-o", "map/uit")
    aged(*everything())
    ran = run("clear", "map", "--older-than", 90, "--yes")
    assert f"map/uit/{REPORT}: werkversie" in ran.out
    assert ran.out.count("de scores worden bewaard") == 1
    assert answers_to_7() == ["niet"]
    assert f"toen/{FINAL}" in names()


@pytest.mark.parametrize("dates", [("5 maart 2025", "6 maart 2026"), ("", "")])
def test_2_the_scores_of_two_years_are_kept(run: Run, dates: tuple[str, str]) -> None:
    last_years_report(run, dates[0])
    run("report", old_scan(datum=dates[1], _07="Niet"), "-o", "map/uit")
    aged(*everything())
    ran = run("clear", "map", "--older-than", 90, "--yes")
    assert ran.out.count("de scores worden bewaard") == 2
    assert sorted(answers_to_7()) == ["niet", "volledig"]


def test_2_kept_scores_have_the_day_of_the_scan(run: Run) -> None:
    last_years_report(run)
    aged(*everything())
    clear(run)
    assert {row["datum"] for row in kept_scores()} == {"2025-03-05"}


def test_2_of_versions_of_one_scan_only_the_newest_is_kept(run: Run) -> None:
    earlier = last_years_report(run).rename("map/toen/eerder.docx")
    last_years_report(run)
    aged(*everything())
    aged(earlier, days=300)
    clear(run)
    assert len(kept_scores()) == 24


def test_2_a_final_version_that_lost_its_scores_does_not_hold_them(
    run: Run, reported: Path
) -> None:
    run("finalize", reported / REPORT, "--anyway")
    without_scores(reported / FINAL)
    aged(*everything())
    clear(run)
    assert len(kept_scores()) == 24


def answers_to_7() -> list[str]:
    return [row["antwoord"] for row in kept_scores() if row["stelling"] == "7"]


def test_2_a_final_version_of_before_too_recent_is_told(run: Run, reported: Path) -> None:
    run("finalize", reported / REPORT, "--anyway")
    ran = run("clear", "map", "--older-than", 90, "--yes")
    assert "let op: het rapport is pas definitief sinds " in ran.out


def without_scores(path: Path) -> None:
    """Let the scores in a report be lost, as some programs do."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part.replace(b"urn:quickscan:rapport", b"urn:weg"))


def test_2_a_report_without_readable_scores_stays(run: Run, reported: Path) -> None:
    path = reported / REPORT
    without_scores(path)
    aged(*everything())
    ran = run("clear", "map", "--older-than", 90, "--yes")
    assert path.exists()
    assert not Path("map/scan.xlsx").exists()
    assert "Dit rapport is bewaard" in ran.err
    assert ran.code == 0


def test_2_where_scores_cant_be_kept_the_report_stays(run: Run, reported: Path) -> None:
    aged(*everything())
    Path("map/bewaarde scores.csv").mkdir()
    ran = run("clear", "map", "--older-than", 90, "--yes")
    assert ((reported / REPORT).exists(), ran.code) == (True, 1)
    assert "De scores kunnen hier niet worden bewaard" in ran.err
    assert not Path("map/scan.xlsx").exists()


# 3, 4. what stays


def test_3_what_is_not_known_stays(run: Run) -> None:
    Path("map").mkdir()
    no_scan(Path("map/begroting.xlsx"))
    Path("map/leeg.xlsx").write_bytes(BLANK.read_bytes())
    Path("map/stuk.xlsx").write_bytes(b"PK\x03\x04 stuk")
    Path("map/brief.docx").write_bytes(b"PK\x03\x04 stuk")
    Path("map/notities.txt").write_text("bel Bea", encoding="utf-8")
    Path("map/vraag.eml").write_bytes(b"From: a@b.example\r\nDate: x\r\n\r\nWanneer?\r\n")
    Path("map/quickscan.toml").write_text("", encoding="utf-8")
    book = Workbook()
    book.save("map/ander.xlsm")
    aged(*everything())
    before = names()
    assert clear(run) == before


def test_3_overview_agenda_and_score_table_stay(run: Run, reported: Path) -> None:
    run("report", "map/scan.xlsx", "-o", reported, "--agenda")
    run("score", "map/scan.xlsx", "-o", "map/scores.csv")
    aged(*everything())
    assert clear(run) == [
        "bewaarde scores.csv",
        "scores.csv",
        "uit/Verbeteragenda Gemeente Toetsdam - Team Werk.xlsx",
        "uit/overzicht.csv",
        "uit/overzicht.xlsx",
    ]


def test_3_a_workbook_with_only_a_name_is_personal_and_goes(run: Run) -> None:
    aged(make(Path("map/naam.xlsx"), "organisatie: Toetsdam\ninvuller: Bea Jansen"))
    aged(make(Path("map/leeg.xlsx"), "organisatie: Toetsdam"))
    assert clear(run) == ["leeg.xlsx"]


def test_4_links_are_never_followed(run: Run) -> None:
    outside = make(Path("elders/scan.xlsx"), complete())
    make(Path("elders/map/scan.xlsx"), complete())
    Path("map").mkdir()
    Path("map/link.xlsx").symlink_to(outside.resolve())
    Path("map/linkmap").symlink_to(Path("elders").resolve())
    aged(outside, Path("elders/map/scan.xlsx"))
    ran = run("clear", "map", "--older-than", 90, "--yes")
    assert (ran.out, ran.code) == ("", 0)
    assert len(list(Path("elders").rglob("*.xlsx"))) == 2
    assert Path("map/link.xlsx").is_symlink()


# 5. the question


def answered(text: str) -> tuple[int, str]:
    """Ask, and answer this."""
    done = CliRunner().invoke(quickscan, ["clear", "map", "--older-than", "90"], input=text)
    return done.exit_code, done.stderr


@pytest.mark.parametrize("yes", ["ja\n", "j\n", " Ja. \n", "y\n"])
@pytest.mark.usefixtures("run")
def test_5_after_a_yes_it_is_gone(yes: str) -> None:
    old_scan()
    code, told = answered(yes)
    assert (code, names()) == (0, [])
    assert told == (
        "Wilt u dit bestand voorgoed verwijderen? Typ ja of nee: 1 bestand verwijderd.\n"
    )


@pytest.mark.parametrize("no", ["nee\n", "n\n", "\n", "misschien\n"])
@pytest.mark.usefixtures("run")
def test_5_anything_else_leaves_all(no: str) -> None:
    old_scan("1.xlsx")
    old_scan("2.xlsx")
    code, told = answered(no)
    assert (code, names()) == (0, ["1.xlsx", "2.xlsx"])
    assert told.endswith(
        "deze 2 bestanden voorgoed verwijderen? Typ ja of nee: Er is niets verwijderd.\n"
    )


def test_5_where_nobody_can_answer_it_ends_with_2(run_program: Run, tmp_path: Path) -> None:
    aged(make(tmp_path / "map" / "scan.xlsx", complete()))
    ran = run_program("clear", "map", "--older-than", 90)
    assert ran.code == 2
    assert "Geef de opdracht met --yes" in ran.err
    assert (tmp_path / "map" / "scan.xlsx").exists()


def test_5_a_folder_that_is_not_there_ends_with_2(run: Run) -> None:
    ran = run("clear", "weg", "--older-than", 90, "--yes")
    assert (ran.code, ran.out) == (2, "")
    old_scan()
    assert run("clear", "map/scan.xlsx", "--older-than", 90, "--yes").code == 2
    assert run("clear", "map", "--older-than", -1, "--yes").code == 2


# 6. the term

TERMS = """
3 maanden  | 93
1 maand    | 31
90 dagen   | 90
2 weken    | 14
1 jaar     | 366
2 jaren    | 732
een tijdje | -
           | -
3          | -
"""


@pytest.mark.parametrize("line", TERMS.strip().splitlines())
def test_6_a_term_in_words(line: str) -> None:
    term, days = (cell.strip() for cell in line.split("|"))
    assert days_of(term) == (None if days == "-" else int(days))


def test_6_without_a_number_of_days_the_setting_holds(run: Run) -> None:
    old_scan()
    aged(make(Path("map/later.xlsx"), complete()), days=92)
    Path("quickscan.toml").write_text('bewaartermijn = "3 maanden"\n', encoding="utf-8")
    assert run("clear", "map", "--yes").code == 0
    assert names() == ["later.xlsx"]


def test_6_without_both_it_ends_with_2(run: Run) -> None:
    old_scan()
    ran = run("clear", "map", "--yes")
    assert ran.code == 2
    assert "--older-than" in ran.err
    assert names() == ["scan.xlsx"]


# 7. what can't be removed


@pytest.fixture
def open_folder(run: Run, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Work in a folder that other users can read too, once `run` has chosen its own."""
    assert callable(run)
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        monkeypatch.chdir(name)
        yield Path(name)


@pytest.mark.usefixtures("open_folder")
def test_7_a_file_that_cant_be_removed_is_told_and_the_others_go(run: Run) -> None:
    old_scan("vast/scan.xlsx")
    old_scan("los/scan.xlsx")
    run("clear", "map", "--older-than", 9_000, "--yes")  # loads all that is needed
    Path("map/los").chmod(0o777)
    with ordinary_user():
        ran = run("clear", "map", "--older-than", 90, "--yes")
    assert (ran.code, names()) == (1, ["vast/scan.xlsx"])
    assert "map/vast/scan.xlsx: FOUT: Dit bestand kan niet worden verwijderd" in ran.err
    assert "1 bestand verwijderd." in ran.err


# 8. what a run kept of what it said


RECORD = "uit/.quickscan-ronde.json"


@pytest.fixture
def remembered(run: Run) -> Path:
    """Return the record of a run with so many files that it is kept."""
    old_scan("in/scan.xlsx")
    for number in range(WORTH_KEEPING):
        Path(f"map/in/{number}.pdf").write_bytes(b"%PDF-1.7")
    run("report", "map/in", "-o", "map/uit")
    record = Path("map") / RECORD
    assert "Gemeente Toetsdam" in record.read_text(encoding="utf-8")
    return record


@pytest.mark.usefixtures("remembered")
def test_8_what_a_run_kept_of_what_it_said_goes_along(run: Run) -> None:
    left = clear(run)
    assert "in/scan.xlsx" not in left
    assert RECORD not in left


@pytest.mark.usefixtures("remembered")
def test_8_where_nothing_goes_it_stays(run: Run) -> None:
    run("clear", "map", "--older-than", 900, "--yes")
    assert RECORD in names()


def test_8_one_behind_a_link_stays(run: Run, remembered: Path) -> None:
    elsewhere = Path("elders.json")
    remembered.rename(elsewhere)
    remembered.symlink_to(elsewhere.resolve())
    clear(run)
    assert elsewhere.exists()
