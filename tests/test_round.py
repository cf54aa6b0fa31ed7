"""A whole round in one command: 60 organisations, some with two teams, some faulty.

1. Every team gets its report; a faulty workbook stops nothing and is named.
2. The overview tells of every team, and of every fault.
3. Killed half-way and started again gives what one run gives.
4. With two processes comes out what comes out with one.
5. A run in which nothing changed says the same and writes nothing.
6. What changed is done, and nothing else.
7. Ctrl-C ends cleanly and keeps what is done.
8. At the end stands a summary that fits a screen, worst first.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.conftest import Ran, Run
from tests.outline import outline
from tests.rounds import Filled, planned, write_round, written
from tests.sheets import ROOT

ORGANISATIONS = 60
FEW = 12


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Filled]]:
    folder = tmp_path_factory.mktemp("ronde") / "binnen"
    return folder, write_round(folder, list(planned(ORGANISATIONS)))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kleine ronde") / "binnen"
    write_round(folder, _plans())
    return folder


def start(scans: Path, output: Path, *options: str) -> subprocess.Popen[bytes]:
    """Start a report run as a program of its own."""
    command = [sys.executable, "-m", "pipeline", "report", str(scans), "-o", str(output), *options]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        command,
        env=environment,
        cwd=output.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def reports(folder: Path) -> dict[str, str]:
    """Return the text of each report by its name."""
    return {file.name: outline(file) for file in folder.glob("Adviesrapport*.docx")}


def stand(folder: Path) -> list[tuple[object, ...]]:
    """Return the first sheet of the overview."""
    sheet = load_workbook(folder / "overzicht.xlsx")["Stand"]
    return [tuple(cell for cell in row) for row in sheet.iter_rows(values_only=True)]


def wait_for_reports(folder: Path, count: int) -> None:
    end = time.monotonic() + 120
    while len(list(folder.glob("Adviesrapport*.docx"))) < count:
        assert time.monotonic() < end
        time.sleep(0.02)


def test_1_2_a_round_goes_through_in_one_command(
    large: tuple[Path, list[Filled]], run: Run
) -> None:
    folder, plans = large
    ran = run("report", folder, "-o", "uit")
    teams = {(one.organisation, one.department) for one in plans}
    names = {f"Adviesrapport {whose} - {team}.docx" for whose, team in teams}
    assert ran.code == 1
    assert {file.name for file in Path("uit").glob("*.docx")} == names
    told = {(row[0], row[1]) for row in stand(Path("uit"))}
    assert teams <= told
    faulty = [one.name for one in plans if one.faulty]
    assert faulty
    faults = load_workbook("uit/overzicht.xlsx")["Vragen en fouten"]
    told_files = {str(row[0]) for row in faults.iter_rows(values_only=True)}
    assert all(any(name in told for told in told_files) for name in faulty)


def test_3_killed_half_way_and_started_again_gives_what_one_run_gives(
    small: Path, tmp_path: Path, run: Run
) -> None:
    stopped = start(small, tmp_path / "twee keer")
    wait_for_reports(tmp_path / "twee keer", 3)
    stopped.send_signal(signal.SIGKILL)
    stopped.communicate()
    run("report", small, "-o", "twee keer")
    run("report", small, "-o", "een keer")
    assert reports(Path("twee keer")) == reports(Path("een keer"))
    assert stand(Path("twee keer")) == stand(Path("een keer"))
    assert not list(Path("twee keer").glob(".quickscan-*.tmp"))


def test_4_two_processes_make_what_one_makes(small: Path, tmp_path: Path, run: Run) -> None:
    one = run("report", small, "-o", "uit", "--jobs", 1, "--json")
    first = reports(Path("uit"))
    shutil.rmtree("uit")
    two = start(small, tmp_path / "uit", "--jobs", "2", "--json")
    out, _ = two.communicate()
    assert out.decode() == one.out
    assert reports(Path("uit")) == first


def test_5_nothing_changed_is_said_again_and_nothing_is_written(small: Path, run: Run) -> None:
    first = run("report", small, "-o", "uit")
    before = {file: file.stat().st_mtime_ns for file in Path("uit").rglob("*")}
    second = run("report", small, "-o", "uit")
    assert second.out == first.out.replace("nieuw:", "ongewijzigd:")
    assert second.code == first.code
    assert second.err == first.err.replace(" nieuw)", " ongewijzigd)")
    assert {file: file.stat().st_mtime_ns for file in Path("uit").rglob("*")} == before


def changed_answer(folder: Path) -> str:
    """Change one answer of a team of one person; return the name of its report."""
    plans = [one for one in _plans() if not one.faulty]
    of_team = Counter((one.organisation, one.department) for one in plans)
    plan = next(one for one in plans if of_team[one.organisation, one.department] == 1)
    was = dict(plan.cells)["antwoord_07"]
    now = "Deels" if was == "Niet of nauwelijks" else "Niet of nauwelijks"
    cells = tuple((name, now if name == "antwoord_07" else text) for name, text in plan.cells)
    written(Filled(plan.name, plan.organisation, plan.department, plan.faulty, cells), folder)
    return f"Adviesrapport {plan.organisation} - {plan.department}.docx"


def after_a_change(small: Path, tmp_path: Path, run: Run) -> tuple[Path, str]:
    """Run a round, then change one answer; return the workbooks and the name of its report."""
    own = tmp_path / "binnen"
    shutil.copytree(small, own)
    run("report", own, "-o", "uit")
    return own, changed_answer(own)


def statuses(ran: Ran) -> dict[str, str]:
    """Return what became of each report, by its name."""
    return {Path(one["report"]).name: one["status"] for one in ran.data if one["report"]}


def _plans() -> list[Filled]:
    return list(planned(FEW, seed=2, people=(1, 3), faulty=0.3))


def test_6_only_the_report_of_a_changed_workbook_is_renewed(
    small: Path, tmp_path: Path, run: Run
) -> None:
    own, name = after_a_change(small, tmp_path, run)
    became = statuses(run("report", own, "-o", "uit", "--json"))
    assert [file for file, status in became.items() if status != "unchanged"] == [name]
    assert became[name] == "updated"


def test_6_a_report_of_which_nothing_changed_is_not_even_opened(
    small: Path, tmp_path: Path, run: Run
) -> None:
    own, name = after_a_change(small, tmp_path, run)
    other = next(file for file in Path("uit").glob("Adviesrapport*.docx") if file.name != name)
    before = other.stat()
    other.write_bytes(bytes(before.st_size))  # only who opens it can see this
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    became = statuses(run("report", own, "-o", "uit", "--json"))
    assert (became[name], became[other.name]) == ("updated", "unchanged")


@pytest.mark.parametrize("changed", ["style", "content"])
def test_6_a_style_or_a_text_that_changed_renews_every_report(
    small: Path, tmp_path: Path, run: Run, changed: str
) -> None:
    content = tmp_path / "inhoud"
    shutil.copytree(ROOT / "content", content)
    run("report", small, "-o", "uit", "--content", content)
    if changed == "content":
        text = (content / "rapport.md").read_text(encoding="utf-8")
        text = text.replace("\nGespreksagenda\n", "\nWaarover u praat\n")
        text = text.replace("\nSamenvatting\n", "\nIn het kort\n")
        (content / "rapport.md").write_text(text, encoding="utf-8")
    style = ("--style", ROOT / "tests" / "house_styles" / "stichting.docx")
    options = style if changed == "style" else ()
    became = statuses(run("report", small, "-o", "uit", "--content", content, "--json", *options))
    assert set(became.values()) == {"updated"}


def test_6_an_edited_report_is_looked_at_in_every_run(
    small: Path, tmp_path: Path, run: Run
) -> None:
    own, name = after_a_change(small, tmp_path, run)
    report = next(file for file in Path("uit").glob("Adviesrapport*.docx") if file.name != name)
    document = Document(str(report))
    document.add_paragraph("Dit schreef de adviseur.")
    document.save(str(report))
    for _ in range(2):
        assert statuses(run("report", own, "-o", "uit", "--json"))[report.name] == "unchanged"
        assert sum("bewerkt" in row for row in stand(Path("uit"))) == 1
        changed_answer(own)


def test_6_a_deleted_report_is_made_again(small: Path, run: Run) -> None:
    run("report", small, "-o", "uit")
    report = next(Path("uit").glob("Adviesrapport*.docx"))
    report.unlink()
    data = run("report", small, "-o", "uit", "--json").data
    assert [one["status"] for one in data].count("new") == 1


def test_7_ctrl_c_keeps_what_is_done(large: tuple[Path, list[Filled]], tmp_path: Path) -> None:
    running = start(large[0], tmp_path / "uit", "--jobs", "1")
    wait_for_reports(tmp_path / "uit", 2)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate()
    assert running.returncode == 1
    assert "Gestopt." in err.decode()
    assert "Traceback" not in err.decode()
    assert len(reports(tmp_path / "uit")) >= 2


def test_8_a_summary_that_fits_a_screen_ends_the_run(
    large: tuple[Path, list[Filled]], run: Run
) -> None:
    folder, plans = large
    ran: Ran = run("report", folder, "-o", "uit")
    *_, last = ran.err.splitlines()
    faulty = sum(one.faulty for one in plans)
    teams = len({(one.organisation, one.department) for one in plans})
    assert last.startswith(f"{teams} rapporten in uit ({teams} nieuw).")
    assert last.endswith(f"{faulty} bestanden vragen aandacht.")
