"""Questions that `check --return` laid ready in the folder of the reports, in the overview.

1. A team that was asked stands at teruggestuurd, with where the questions lie.
2. As soon as something came in since, or nothing is wrong any more, it does not.
3. One that was not asked, or not about everything, is still to be asked.
4. What the consultant chose stays.
"""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.mails import mail, text
from tests.sheets import complete, make
from tests.test_overview import of_team, stand, with_list
from tests.test_overview_kept import changed, typed

WRONG = {"_07": "soms wel, soms niet"}
OFFICE = "Gemeente Toetsdam - Werk"
WAIT = "Wacht op de verbeterde scan. Verstuurde u de vragen nog niet? Zij staan in de map terug."
ONE_FAULT = "Stuur de scan terug: er staat één fout in. Kijk op het blad Vragen en fouten."


def scan(name: str = "1", **changes: str) -> Path:
    return make(Path("box") / f"{name}.xlsx", complete(**{"onderdeel": "Werk"} | changes))


def aged(path: Path, hours: int = 1) -> None:
    moment = (datetime.now() - timedelta(hours=hours)).timestamp()
    os.utime(path, (moment, moment))


def asked(run: Run, folder: str = "output/terug") -> None:
    run("check", "box", "--return", folder)


def said(team: str = OFFICE) -> tuple[object, object]:
    row = of_team(team)
    return row["Stand"], row["Wat moet ik nu doen?"]


def reported(run: Run, *options: object) -> tuple[object, object]:
    run("report", "box", *options)
    return said()


# 1. asked


def test_1_a_team_that_was_asked_stands_at_teruggestuurd(run: Run) -> None:
    scan(**WRONG)
    assert reported(run) == ("rapport klaar", ONE_FAULT)
    asked(run)
    assert reported(run) == ("teruggestuurd", WAIT)


def test_1_in_the_folder_of_the_reports_itself_too(run: Run) -> None:
    scan(**WRONG)
    asked(run, "output")
    assert reported(run) == ("teruggestuurd", WAIT.replace("map terug", "map output"))


@pytest.mark.parametrize("left", ["eml", "xlsx"])
def test_1_the_draft_or_the_workbook_alone_is_enough(run: Run, left: str) -> None:
    scan(**WRONG)
    asked(run)
    for path in Path("output/terug").glob("Vragen *"):
        if path.suffix != f".{left}":
            path.unlink()
    assert reported(run) == ("teruggestuurd", WAIT)


def test_1_two_people_of_one_team(run: Run) -> None:
    scan("1", **WRONG)
    scan("2", **WRONG)
    asked(run)
    assert reported(run) == ("teruggestuurd", WAIT)


def test_1_who_sent_an_empty_workbook(run: Run) -> None:
    make(Path("box/1.xlsx"), "organisatie: Gemeente Toetsdam\nonderdeel: Werk")
    assert reported(run)[0] == "ontvangen"
    asked(run)
    assert reported(run) == ("teruggestuurd", WAIT)


def test_1_a_file_that_is_no_workbook(run: Run) -> None:
    scan("goed", onderdeel="Zorg")
    Path("box/een.eml").write_bytes(mail(text("Komt nog.")))
    row = "Gemeente Toetsdam;Werk;;bo@weerstad.example;;;\n"
    with_list(run, row)
    assert said()[0] == "ontvangen"
    asked(run)
    with_list(run, row)
    assert said() == ("teruggestuurd", WAIT)


def test_1_a_final_report_waits_no_more(run: Run) -> None:
    scan(**WRONG)
    asked(run)
    run("report", "box")
    report = Path("output/Adviesrapport Gemeente Toetsdam - Werk.docx")
    run("finalize", report, "--anyway")
    assert reported(run)[0] == "bewerkt"


def test_1_what_waits_stands_below_what_is_to_be_done(run: Run) -> None:
    scan("1", **WRONG)
    asked(run)
    scan("2", onderdeel="Zorg")
    run("report", "box")
    assert [row["Onderdeel"] for row in stand()] == ["Zorg", "Werk"]


# 2. over


def test_2_the_faults_are_gone(run: Run) -> None:
    scan(**WRONG)
    asked(run)
    run("report", "box")
    scan()
    assert reported(run) == ("rapport klaar", "Bewerk het rapport.")


def test_2_what_came_in_since_is_to_be_asked_again(run: Run) -> None:
    aged(scan(**WRONG))
    asked(run)
    assert reported(run) == ("teruggestuurd", WAIT)
    later = scan(_07="misschien")
    moment = (datetime.now() + timedelta(hours=1)).timestamp()
    os.utime(later, (moment, moment))
    assert reported(run) == ("rapport klaar", ONE_FAULT)


def test_2_the_questions_were_thrown_away(run: Run) -> None:
    scan(**WRONG)
    asked(run)
    run("report", "box")
    for path in Path("output/terug").iterdir():
        path.unlink()
    assert reported(run) == ("rapport klaar", ONE_FAULT)


# 3. not asked


def test_3_another_team_was_asked(run: Run) -> None:
    scan("1", onderdeel="Zorg", **WRONG)
    asked(run)
    scan("2", **WRONG)
    assert reported(run) == ("rapport klaar", ONE_FAULT)
    assert said("Gemeente Toetsdam - Zorg") == ("teruggestuurd", WAIT)


def test_3_of_two_people_one_was_asked(run: Run) -> None:
    scan("1", **WRONG)
    asked(run)
    aged(scan("2", **WRONG), hours=3)
    assert reported(run)[0] == "rapport klaar"


def test_3_a_folder_elsewhere_is_not_known(run: Run) -> None:
    scan(**WRONG)
    asked(run, "terug")
    assert reported(run) == ("rapport klaar", ONE_FAULT)


def test_3_an_earlier_version_of_the_questions_does_not_count(run: Run) -> None:
    scan(**WRONG)
    asked(run)
    for path in list(Path("output/terug").glob("Vragen *")):
        path.rename(path.with_stem(f"{path.stem} (2026-11-23 143005)"))
    assert reported(run) == ("rapport klaar", ONE_FAULT)


def test_3_what_is_only_empty_does_not_wait(run: Run) -> None:
    scan(_07="")
    asked(run)
    assert Path("output/terug/Vragen Gemeente Toetsdam - Werk.eml").exists()
    assert reported(run) == ("rapport klaar", "Bewerk het rapport.")


# 4. chosen


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ("rapport klaar", "Bewerk het rapport."),
        ("bewerkt", "Bewerkt u het rapport niet meer? Maak het dan definitief."),
        ("verzonden", "Bespreek het rapport. Zet de stand daarna op besproken."),
    ],
)
def test_4_a_stand_that_was_chosen_stays(run: Run, chosen: str, told: str) -> None:
    scan(**WRONG)
    asked(run)
    run("report", "box")
    changed(typed("Werk", "Stand", chosen))
    assert reported(run) == (chosen, told)
    assert reported(run) == (chosen, told)


def test_4_a_chosen_teruggestuurd_ends_with_the_faults_once_the_tool_agrees(run: Run) -> None:
    scan(**WRONG)
    run("report", "box")
    changed(typed("Werk", "Stand", "teruggestuurd"))
    asked(run)
    assert reported(run) == ("teruggestuurd", WAIT)
    scan()
    assert reported(run) == ("rapport klaar", "Bewerk het rapport.")
