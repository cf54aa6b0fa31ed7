"""What a person did with an overview is still there after the next run.

1. Notes and chosen stands stay, also in rows that were sorted or filtered, and in columns that were
   moved. LibreOffice does it here, as people do in Excel.
2. A stand that nobody chose follows what happens; one that was taken out does so again.
3. A team that is gone stays as long as it holds a note or a chosen stand.
4. What a person added beyond that is kept in a file of its own, and that is told.
5. An overview that is open is left alone: the new one stands beside it, and that is told.
6. A file of that name that is no overview is kept, and that is told.
7. The csv is replaced, unless a person changed it: then it gets another name, and that is told.
8. An overview that is saved while the new one is made stays as it is: the new one stands beside it.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import PatternFill

from pipeline.intake import Checked, take_in
from pipeline.model import Content, Sender
from pipeline.problems import Problem
from pipeline.round import Round, write_overview
from pipeline.run import Desk, write_reports
from pipeline.teams import score_all
from tests.at_work import at_work
from tests.conftest import Ran, Run
from tests.office import uno_python
from tests.sheets import ROOT, complete, make, no_scan
from tests.test_shelf import ordinary_user

OVERVIEW = Path("output/overzicht.xlsx")
BESIDE = "Het rapport was open. Sluit het en maak het opnieuw. Het nieuwe staat er nu naast."
DATED = re.compile(r"overzicht \(\d{4}-\d\d-\d\d \d{6}\)\.xlsx")
NEW = re.compile(r"overzicht \(nieuw \d{4}-\d\d-\d\d \d{6}\)\.(xlsx|csv)")
TEAMS = ("Noord", "Oost", "Zuid", "West")
SORTED_AND_TYPED = """
sorteer | Onderdeel | aflopend
typ | Gemeente Toetsdam | Oost | Eigen notitie | =bel op maandag & vraag Bea
typ | Gemeente Toetsdam | Zuid | Stand | verzonden
typ | Gemeente Toetsdam | Noord | Stand | wacht op de FG
sorteer | Wat moet ik nu doen? | oplopend
filter | Onderdeel | West
"""


@pytest.fixture
def round_of_four(run: Run) -> Ran:
    """Make the overview of four teams."""
    for team in TEAMS:
        scan(team)
    return run("report", "box")


def scan(team: str, **changes: str) -> Path:
    return make(Path("box") / f"{team}.xlsx", complete(onderdeel=team, **changes))


def edited_by_office(edits: str) -> None:
    """Let LibreOffice edit the overview as these lines say."""
    python = uno_python()
    if python is None:
        pytest.skip("LibreOffice is not installed")
    Path("edits.txt").write_text(edits, encoding="utf-8")
    program = ROOT / "tests" / "edit_overview.py"
    subprocess.run([python, program, OVERVIEW, "edits.txt", "out.xlsx"], check=True, timeout=120)
    Path("out.xlsx").replace(OVERVIEW)


def changed(change: Callable[[Workbook], object]) -> None:
    """Change the overview in another program."""
    workbook = load_workbook(OVERVIEW)
    change(workbook)
    workbook.save(OVERVIEW)


def typed(team: str, heading: str, text: str | None) -> Callable[[Workbook], object]:
    """Type in the row of a team."""

    def change(workbook: Workbook) -> None:
        header, *rows = workbook["Stand"].iter_rows()
        (column,) = [cell.column for cell in header if cell.value == heading]
        (row,) = [row for row in rows if row[1].value == team]
        row[column - 1].value = text

    return change


def stand(path: Path = OVERVIEW) -> dict[str, dict[str, object]]:
    """Return the rows of the sheet Stand by onderdeel."""
    header, *rows = load_workbook(path)["Stand"].iter_rows(values_only=True)
    headings = [str(heading) for heading in header]
    told: list[dict[str, object]] = [dict(zip(headings, row, strict=True)) for row in rows]
    return {str(row["Onderdeel"]): row for row in told}


def overviews() -> list[str]:
    return sorted(path.name for path in Path("output").glob("overzicht*"))


def earlier() -> Path:
    (path,) = [path for path in Path("output").iterdir() if DATED.fullmatch(path.name)]
    return path


# 1. notes and stands


@pytest.mark.usefixtures("round_of_four")
def test_1_notes_and_stands_stay_after_sorting_and_filtering_in_libreoffice(run: Run) -> None:
    edited_by_office(SORTED_AND_TYPED)
    for _ in range(2):
        ran = run("report", "box")
        rows = stand()
        assert rows["Oost"]["Eigen notitie"] == "=bel op maandag & vraag Bea"
        assert [rows[team]["Eigen notitie"] for team in ("Noord", "Zuid", "West")] == [None] * 3
        assert {team: row["Stand"] for team, row in rows.items()} == {
            "Noord": "wacht op de FG",
            "Oost": "rapport klaar",
            "Zuid": "verzonden",
            "West": "rapport klaar",
        }
        assert rows["Zuid"]["Wat moet ik nu doen?"] == (
            "Bespreek het rapport. Zet de stand daarna op besproken."
        )
        assert overviews() == ["overzicht.csv", "overzicht.xlsx"]
        assert ran.code == 0
    assert not any(row.hidden for row in load_workbook(OVERVIEW)["Stand"].row_dimensions.values())


@pytest.mark.usefixtures("round_of_four")
def test_1_a_note_is_found_where_columns_were_moved(run: Run) -> None:
    changed(typed("Oost", "Eigen notitie", "bel"))
    changed(lambda workbook: workbook["Stand"].insert_cols(1))
    changed(lambda workbook: workbook["Stand"].insert_rows(1, 2))
    run("report", "box")
    assert stand()["Oost"]["Eigen notitie"] == "bel"


@pytest.mark.usefixtures("round_of_four")
def test_1_a_note_belongs_to_a_team_however_its_name_is_typed(run: Run) -> None:
    changed(typed("Oost", "Eigen notitie", "bel"))
    make(Path("box/Oost.xlsx"), complete(organisatie="gemeente  TOETSDAM", onderdeel="oost"))
    run("report", "box")
    assert stand()["oost"]["Eigen notitie"] == "bel"


@pytest.mark.usefixtures("round_of_four")
def test_1_notes_of_a_row_that_was_copied_are_put_together(run: Run) -> None:
    changed(typed("Oost", "Eigen notitie", "bel"))

    def copy(workbook: Workbook) -> None:
        sheet = workbook["Stand"]
        (row,) = [row for row in sheet.iter_rows(values_only=True) if row[1] == "Oost"]
        sheet.append([*row[:-1], "mail"])

    changed(copy)
    run("report", "box")
    assert stand()["Oost"]["Eigen notitie"] == "bel\nmail"


# 2. stands that follow


@pytest.mark.usefixtures("round_of_four")
def test_2_a_stand_that_nobody_chose_follows_what_happens(run: Run) -> None:
    changed(typed("Oost", "Eigen notitie", "bel"))
    for team in ("Oost", "Zuid"):
        report = f"output/Adviesrapport Gemeente Toetsdam - {team}.docx"
        run("finalize", report, "--anyway")
    changed(typed("Zuid", "Stand", "besproken"))
    run("report", "box")
    assert (stand()["Oost"]["Stand"], stand()["Zuid"]["Stand"]) == ("bewerkt", "besproken")


@pytest.mark.usefixtures("round_of_four")
def test_2_a_stand_that_was_taken_out_follows_again(run: Run) -> None:
    changed(typed("Zuid", "Stand", "besproken"))
    run("report", "box")
    assert stand()["Zuid"]["Stand"] == "besproken"
    changed(typed("Zuid", "Stand", None))
    run("report", "box")
    assert stand()["Zuid"]["Stand"] == "rapport klaar"


@pytest.mark.usefixtures("round_of_four")
def test_2_an_earlier_stand_may_be_chosen_too(run: Run) -> None:
    changed(typed("Zuid", "Stand", "ontvangen"))
    for _ in range(2):
        run("report", "box")
        assert stand()["Zuid"]["Stand"] == "ontvangen"


@pytest.mark.usefixtures("round_of_four")
def test_2_without_the_hidden_sheet_what_only_a_person_chooses_stays(run: Run) -> None:
    changed(typed("Zuid", "Stand", "verzonden"))
    changed(typed("Oost", "Stand", "uitgenodigd"))
    changed(lambda workbook: workbook.remove(workbook["Bewaard"]))
    run("report", "box")
    assert (stand()["Zuid"]["Stand"], stand()["Oost"]["Stand"]) == ("verzonden", "rapport klaar")
    assert earlier()


def test_2_a_scan_that_was_sent_back_and_came_again(run: Run) -> None:
    scan("Oost", _07="soms wel, soms niet")
    run("report", "box")
    assert stand()["Oost"]["Wat moet ik nu doen?"] == (
        "Stuur de scan terug: er staat één fout in. Kijk op het blad Vragen en fouten."
    )
    changed(typed("Oost", "Stand", "teruggestuurd"))
    run("report", "box")
    assert stand()["Oost"]["Wat moet ik nu doen?"] == "Wacht op de verbeterde scan."
    scan("Oost")
    run("report", "box")
    assert stand()["Oost"]["Wat moet ik nu doen?"] == "De fouten zijn weg. Kies een nieuwe stand."


def worked_in(team: str) -> Path:
    """Let the consultant type in the report of a team."""
    path = Path(f"output/Adviesrapport Gemeente Toetsdam - {team}.docx")
    with at_work(path) as report:
        report.type_over("_stelling_07__antwoord", "Zo zien wij het zelf.")
    return path


@pytest.mark.parametrize("listed", [False, True])
@pytest.mark.usefixtures("round_of_four")
def test_2_an_edited_report_stays_edited_when_nothing_of_the_team_is_read(
    run: Run, listed: bool
) -> None:
    Path("lijst.csv").write_text("organisatie;onderdeel\nGemeente Toetsdam;Oost\n", "utf-8")
    worked_in("Oost")
    run("report", "box")
    assert stand()["Oost"]["Stand"] == "bewerkt"
    Path("box/Oost.xlsx").unlink()
    for _ in range(2):
        run("report", "box", *(("--list", "lijst.csv") if listed else ()))
        assert stand()["Oost"]["Stand"] == "bewerkt"
    assert stand()["Zuid"]["Stand"] == "rapport klaar"


@pytest.mark.usefixtures("round_of_four")
def test_2_an_edited_report_that_is_open_stays_edited(run: Run) -> None:
    path = worked_in("Oost")
    path.with_name(f"~${path.name[2:]}").touch()
    for answer in ("", "Volledig"):
        scan("Oost", _07=answer)
        run("report", "box")
        assert stand()["Oost"]["Wat moet ik nu doen?"] == BESIDE
        assert stand()["Oost"]["Stand"] == "bewerkt"


@pytest.mark.usefixtures("round_of_four")
def test_2_an_edited_report_that_cant_be_updated_any_more_stays_edited(run: Run) -> None:
    path = worked_in("Oost")
    run("report", "box")
    path.write_bytes(b"onderweg van OneDrive")
    run("report", "box")
    assert stand()["Oost"]["Wat moet ik nu doen?"] == BESIDE
    assert stand()["Oost"]["Stand"] == "bewerkt"


@pytest.mark.usefixtures("round_of_four")
def test_2_an_edited_report_that_is_made_anew_is_no_longer_edited(run: Run) -> None:
    worked_in("Oost")
    run("report", "box")
    run("report", "box", "--fresh")
    assert stand()["Oost"]["Stand"] == "rapport klaar"


@pytest.mark.usefixtures("round_of_four")
def test_2_an_edited_report_that_is_thrown_away_is_no_longer_edited(run: Run) -> None:
    path = worked_in("Oost")
    run("report", "box")
    changed(typed("Oost", "Eigen notitie", "bel"))
    path.unlink()
    Path("box/Oost.xlsx").unlink()
    run("report", "box")
    assert stand()["Oost"]["Stand"] == "uitgenodigd"


# 3. teams that are gone


def gone(*teams: str) -> None:
    for team in teams:
        Path(f"box/{team}.xlsx").unlink()
        Path(f"output/Adviesrapport Gemeente Toetsdam - {team}.docx").unlink()


@pytest.mark.usefixtures("round_of_four")
def test_3_a_team_that_is_gone_stays_with_its_note_or_stand(run: Run) -> None:
    changed(typed("Oost", "Eigen notitie", "bel"))
    changed(typed("Zuid", "Stand", "besproken"))
    gone("Oost", "Zuid", "West")
    for _ in range(2):
        run("report", "box")
        assert sorted(stand()) == ["Noord", "Oost", "Zuid"]
        assert stand()["Oost"]["Eigen notitie"] == "bel"
        assert stand()["Zuid"]["Stand"] == "besproken"
        assert str(stand()["Oost"]["Wat moet ik nu doen?"]).startswith(
            "Van dit onderdeel is nu geen scan gelezen."
        )
    changed(typed("Oost", "Eigen notitie", None))
    run("report", "box")
    assert sorted(stand()) == ["Noord", "Zuid"]


# 4. more than that


@pytest.mark.parametrize(
    "edit",
    [
        "kolom | Kleur",
        "voeg in | 2",
        "kleur | Gemeente Toetsdam | Oost",
        "opmerking | Gemeente Toetsdam | Oost | let op",
        "blad | Kladblok",
        "typ | Gemeente Toetsdam | Oost | Contactpersoon | Karim",
        "zet | 7 | Eigen notitie | vergeet de provincie niet",
        "zet | 6 | Stand | zie mail",
    ],
)
@pytest.mark.usefixtures("round_of_four")
def test_4_what_a_person_added_is_kept_in_a_file_of_its_own(run: Run, edit: str) -> None:
    edited_by_office(f"typ | Gemeente Toetsdam | Oost | Eigen notitie | bel\n{edit}\n")
    before = OVERVIEW.read_bytes()
    ran = run("report", "box")
    assert earlier().read_bytes() == before
    assert f"Het oude heet nu {earlier().name}." in ran.err
    assert stand()["Oost"]["Eigen notitie"] == "bel"
    assert ran.code == 0


@pytest.mark.parametrize("heading", ["Stand", "Eigen notitie"])
@pytest.mark.usefixtures("round_of_four")
def test_4_a_word_above_the_table_is_kept_too(run: Run, heading: str) -> None:
    def write_above(workbook: Workbook) -> None:
        sheet = workbook["Stand"]
        (column,) = [cell.column for cell in sheet[1] if cell.value == heading]
        sheet.insert_rows(1)
        sheet.cell(1, column).value = "vraag Bea"

    changed(write_above)
    before = OVERVIEW.read_bytes()
    run("report", "box")
    assert earlier().read_bytes() == before


@pytest.mark.usefixtures("round_of_four")
def test_4_it_is_told_once_and_the_kept_file_is_no_scan(run: Run) -> None:
    changed(lambda workbook: workbook.create_sheet("Kladblok").append(["idee"]))
    run("report", "box")
    assert "heet nu" not in run("report", "box").err
    assert len(overviews()) == 3
    assert run("check", "output", "box").code == 0


@pytest.mark.usefixtures("round_of_four")
def test_4_a_colour_of_our_own_is_nothing_new(run: Run) -> None:
    changed(typed("Oost", "Eigen notitie", "bel"))
    run("report", "box")
    assert overviews() == ["overzicht.csv", "overzicht.xlsx"]

    def colour(workbook: Workbook) -> None:
        workbook["Stand"]["A3"].fill = PatternFill("solid", fgColor="FFFF00FF")

    changed(colour)
    run("report", "box")
    assert len(overviews()) == 3


# 5, 6. what can't be replaced


@pytest.mark.parametrize("lock", ["~$overzicht.xlsx", ".~lock.overzicht.xlsx#"])
@pytest.mark.usefixtures("round_of_four")
def test_5_an_overview_that_is_open_is_left_alone(run: Run, lock: str) -> None:
    changed(typed("Oost", "Eigen notitie", "bel"))
    before = OVERVIEW.read_bytes()
    (Path("output") / lock).touch()
    scan("Zuid", _07="")
    ran = run("report", "box")
    assert OVERVIEW.read_bytes() == before
    (beside,) = [path for path in Path("output").iterdir() if NEW.fullmatch(path.name)]
    assert stand(beside)["Oost"]["Eigen notitie"] == "bel"
    assert stand(beside)["Zuid"]["Leeg"] == 1
    assert f"Het nieuwe staat ernaast: {beside.name}." in ran.err
    assert ran.code == 1
    (Path("output") / lock).unlink()
    assert run("report", "box").code == 0
    assert stand()["Zuid"]["Leeg"] == 1


def test_5_a_folder_in_its_place_is_told(run: Run) -> None:
    scan("Oost")
    OVERVIEW.mkdir(parents=True)
    ran = run("report", "box")
    assert ran.code == 1
    assert "overzicht.xlsx: FOUT: " in ran.err
    assert OVERVIEW.is_dir()
    assert list(Path("output").glob("Adviesrapport*.docx"))


@pytest.mark.parametrize("content", [b"", b"geen werkboek", b"PK\x03\x04 stuk"])
def test_6_a_file_that_is_no_overview_is_kept(run: Run, content: bytes) -> None:
    scan("Oost")
    Path("output").mkdir()
    OVERVIEW.write_bytes(content)
    ran = run("report", "box")
    assert earlier().read_bytes() == content
    assert f"Het bestaande overzicht is niet te lezen. Dat heet nu {earlier().name}." in ran.err
    assert stand()["Oost"]["Stand"] == "rapport klaar"
    assert ran.code == 0


def test_6_a_workbook_of_somebody_else_is_kept(run: Run) -> None:
    scan("Oost")
    Path("output").mkdir()
    before = no_scan(OVERVIEW).read_bytes()
    run("report", "box")
    assert earlier().read_bytes() == before


# 7. the csv


@pytest.mark.usefixtures("round_of_four")
def test_7_the_csv_is_replaced_unless_a_person_changed_it(run: Run) -> None:
    scan("Zuid", _07="")
    run("report", "box")
    assert overviews() == ["overzicht.csv", "overzicht.xlsx"]
    path = Path("output/overzicht.csv")
    mine = path.read_bytes() + b"mijn eigen regel\r\n"
    path.write_bytes(mine)
    scan("Zuid", _07="", _08="")
    ran = run("report", "box")
    (kept,) = Path("output").glob("overzicht (*.csv")
    assert kept.read_bytes() == mine
    assert (
        "overzicht.csv: ter info: Er stond een overzicht.csv dat dit programma niet zo schreef."
        in ran.err
    )
    assert f"Dat heet nu {kept.name}." in ran.err
    assert ran.code == 0


def test_7_a_csv_of_somebody_else_is_kept_and_told(run: Run) -> None:
    scan("Oost")
    Path("output").mkdir()
    Path("output/overzicht.csv").write_bytes(b"naam;bedrag\r\nBea;7\r\n")
    ran = run("report", "box")
    (kept,) = Path("output").glob("overzicht (*.csv")
    assert kept.read_bytes() == b"naam;bedrag\r\nBea;7\r\n"
    assert f"Dat heet nu {kept.name}." in ran.err
    assert "Dat heet nu" not in run("report", "box").err


@pytest.mark.usefixtures("round_of_four")
def test_7_a_csv_that_is_open_gets_the_new_one_beside_it(run: Run) -> None:
    lock = Path("output/.~lock.overzicht.csv#")
    lock.touch()
    scan("Zuid", _07="")
    ran = run("report", "box")
    (beside,) = [path for path in Path("output").iterdir() if NEW.fullmatch(path.name)]
    assert f"Dit bestand is open of op slot. Het nieuwe staat ernaast: {beside.name}." in ran.err
    assert "notities" not in ran.err
    assert ran.code == 1
    lock.unlink()
    for answers in ({"_07": ""}, {"_07": "", "_08": ""}):
        scan("Zuid", **answers)
        ran = run("report", "box")
        assert (ran.code, "Dat heet nu" in ran.err) == (0, False)
    assert list(Path("output").glob("overzicht (????-*")) == []


@pytest.mark.usefixtures("round_of_four")
def test_7_the_csv_of_an_overview_that_stands_beside_is_our_own(run: Run) -> None:
    lock = Path("output/~$overzicht.xlsx")
    lock.touch()
    scan("Zuid", _07="")
    run("report", "box")
    lock.unlink()
    scan("Zuid", _07="", _08="")
    ran = run("report", "box")
    assert "Dat heet nu" not in ran.err
    assert list(Path("output").glob("overzicht (????-*")) == []


# 8. saved while the new one is made


class Slowly(list[Checked]):
    """What came in, with something that happens in the office while it is gone through."""

    def __init__(self, checked: Iterator[Checked], happens: Callable[[], object]) -> None:
        """Take what came in, and what happens."""
        super().__init__(checked)
        self._happens = happens

    def __iter__(self) -> Iterator[Checked]:
        """Yield what came in, after it happened."""
        self._happens()
        return super().__iter__()


def made_while(content: Content, happens: Callable[[], object]) -> list[Problem]:
    """Make the overview anew; after the earlier one was read, something happens."""
    checked = take_in([Path("box")], content)
    advised = score_all(checked, content)
    desk = Desk(content, Sender(), Path("output"), datetime.now().astimezone())
    outcomes = write_reports(advised, desk)
    slowly = Slowly(iter(checked), happens)
    return list(write_overview(Round(advised, outcomes, slowly, None, desk)))


@pytest.mark.usefixtures("round_of_four")
@pytest.mark.parametrize("more", [False, True])
def test_8_a_note_that_is_saved_meanwhile_is_not_lost(content: Content, more: bool) -> None:
    if more:
        changed(lambda workbook: workbook.create_sheet("Kladblok").append(["idee"]))
    scan("Zuid", _07="")
    (told,) = made_while(content, lambda: changed(typed("Oost", "Eigen notitie", "bel")))
    assert stand()["Oost"]["Eigen notitie"] == "bel"
    (beside,) = [path for path in Path("output").iterdir() if NEW.fullmatch(path.name)]
    assert stand(beside)["Zuid"]["Leeg"] == 1
    assert told.message == (
        "Iemand wijzigde het overzicht terwijl het nieuwe werd gemaakt. "
        f"Het nieuwe staat ernaast: {beside.name}."
    )


@pytest.mark.usefixtures("run")
def test_8_an_overview_that_comes_from_elsewhere_meanwhile_is_not_lost(content: Content) -> None:
    scan("Zuid")
    made_while(content, lambda: OVERVIEW.write_bytes(b"van OneDrive"))
    assert OVERVIEW.read_bytes() == b"van OneDrive"
    assert len(overviews()) == 3


@pytest.mark.usefixtures("round_of_four")
def test_8_one_that_is_taken_away_meanwhile_is_made_again(content: Content) -> None:
    scan("Zuid", _07="")
    assert made_while(content, lambda: OVERVIEW.unlink(missing_ok=True)) == []
    assert stand()["Zuid"]["Leeg"] == 1


@pytest.mark.usefixtures("run")
def test_8_an_overview_that_cant_be_drawn_is_told(
    content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        monkeypatch.chdir(name)
        scan("Zuid")
        made_while(content, lambda: None)  # loads all that is needed
        OVERVIEW.unlink()
        Path("geen plaats").mkdir()
        Path("output").chmod(0o777)
        monkeypatch.setattr(tempfile, "tempdir", "geen plaats")
        with ordinary_user():
            (told,) = made_while(content, lambda: None)
        assert told.message == (
            "Het overzicht kan niet worden geschreven: het is in gebruik, of u mag er niet bij."
        )
        assert overviews() == ["overzicht.csv"]
