"""A report that can't be replaced stays whole, and the new one is put beside it and told.

1. Open in Word or LibreOffice, read-only, changed meanwhile, or not a report of ours.
2. An agenda in Excel that was filled in stays; the new one is put beside it, once.
3. Killed at any moment, on a full disk, or two runs at once: the old file is whole, no half file
   bears a report's name, and the next run clears what was left.
"""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from pipeline.shelf import Status, put_over
from tests.at_work import at_work
from tests.conftest import Ran, Run
from tests.sheets import ROOT, complete, made_in, make

NAME = "Adviesrapport Gemeente Toetsdam - Team Werk.docx"
NIET = "Niet of nauwelijks"
OWN = "Twee dagen werk."
NOW = datetime(2026, 11, 23, 14, 30, 5, tzinfo=UTC)
# Word leaves out the first two letters of a long name, one of seven letters, none of a shorter one
WORD_LOCKS = {
    NAME: "~$viesrapport Gemeente Toetsdam - Team Werk.docx",
    "Rapport.docx": "~$apport.docx",
    "Advies.docx": "~$Advies.docx",
}


@pytest.fixture
def edited(tmp_path: Path, run: Run) -> Path:
    """Return a report in which a person worked, beside a scan that has changed since."""
    report(tmp_path, run, complete())
    path = tmp_path / "out" / NAME
    with at_work(path) as work:
        work.type_over("_samenvatting__alinea_1", OWN)
    make(tmp_path / "scan.xlsx", complete(_07=NIET))
    return path


def report(folder: Path, run: Run, table: str | None = None) -> Ran:
    if table:
        make(folder / "scan.xlsx", table)
    return run("report", folder / "scan.xlsx", "-o", folder / "out", "--json")


def beside(path: Path) -> list[Path]:
    return [one for one in made_in(path.parent) if " (nieuw " in one.name]


def holds_updated(path: Path) -> bool:
    texts = [one.text for one in Document(str(path)).paragraphs]
    return OWN in texts and any(text.startswith("Uw antwoord: Niet of") for text in texts)


# 1. in use


def _locked_by(lock: str) -> Callable[[Path], object]:
    return lambda path: path.with_name(lock).write_bytes(b"\x03Bea")


IN_USE: dict[str, tuple[Callable[[Path], object], str]] = {
    "open in Word": (_locked_by(WORD_LOCKS[NAME]), "report-open"),
    "open in LibreOffice": (_locked_by(f".~lock.{NAME}#"), "report-open"),
    "read-only": (lambda path: path.chmod(0o444), "report-read-only"),
}


@pytest.mark.parametrize("how", IN_USE)
def test_a_report_in_use_stays_and_the_updated_one_is_put_beside(
    how: str, edited: Path, tmp_path: Path, run: Run
) -> None:
    use, code = IN_USE[how]
    use(edited)
    before = edited.read_bytes()
    ran = report(tmp_path, run)
    (told,) = ran.data
    assert (ran.code, told["status"], [one["code"] for one in told["problems"]]) == (
        1,
        "beside",
        [code],
    )
    assert edited.read_bytes() == before
    (new,) = beside(edited)
    assert told["report"] == str(new)
    assert new.name in told["problems"][0]["message"]
    assert holds_updated(new)


@pytest.mark.parametrize(("name", "lock"), WORD_LOCKS.items())
def test_the_lock_file_of_word_is_known_for_names_of_every_length(
    name: str, lock: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(b"1")
    path.with_name(lock).write_bytes(b"")
    written = put_over(path, b"1", b"2", NOW)
    assert (written.status, path.read_bytes()) == (Status.BESIDE, b"1")


def test_a_report_that_a_colleague_saved_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "Rapport.docx"
    path.write_bytes(b"of a colleague")
    written = put_over(path, b"as it was read", b"updated", NOW)
    assert (written.status, [one.code.key for one in written.problems]) == (
        Status.BESIDE,
        ["report-changed"],
    )
    assert path.read_bytes() == b"of a colleague"


def _saved_by_another(path: Path) -> None:
    Document().save(str(path))


NOT_OURS: dict[str, Callable[[Path], object]] = {
    "a document of somebody else": _saved_by_another,
    "no document": lambda path: path.write_bytes(b"two days of work"),
    "empty": lambda path: path.write_bytes(b""),
    "half a file": lambda path: path.write_bytes(path.read_bytes()[:5000]),
}


@pytest.mark.parametrize("what", NOT_OURS)
def test_what_is_no_report_of_ours_stays_and_the_new_one_is_put_beside(
    what: str, edited: Path, tmp_path: Path, run: Run
) -> None:
    NOT_OURS[what](edited)
    before = edited.read_bytes()
    ran = report(tmp_path, run)
    assert (ran.code, ran.data[0]["status"]) == (1, "beside")
    assert [one["code"] for one in ran.data[0]["problems"]] == ["report-not-ours"]
    assert edited.read_bytes() == before
    assert len(beside(edited)) == 1


def test_a_final_report_under_the_name_of_a_working_one_is_not_overwritten(
    tmp_path: Path, run: Run
) -> None:
    report(tmp_path, run, complete())
    path = tmp_path / "out" / NAME
    run("finalize", path, "--anyway")
    path.with_name(NAME.replace(".docx", " (definitief).docx")).replace(path)
    before = path.read_bytes()
    ran = report(tmp_path, run, complete(_07=NIET))
    assert (ran.data[0]["status"], path.read_bytes()) == ("beside", before)


# 2. an agenda in Excel

AGENDA = "Verbeteragenda Gemeente Toetsdam - Team Werk.xlsx"


def with_agenda(folder: Path, run: Run, *options: str, **answers: str) -> Ran:
    make(folder / "scan.xlsx", complete(**answers))
    return run("report", folder / "scan.xlsx", "-o", folder / "out", "--agenda", *options)


def fill_in(path: Path) -> None:
    workbook = load_workbook(path)
    workbook.worksheets[0]["C2"] = "Bea"
    workbook.save(path)


def agendas(folder: Path) -> list[str]:
    return sorted(one.name for one in (folder / "out").glob("Verbeteragenda*"))


def first_stelling(path: Path) -> object:
    return load_workbook(path).worksheets[0]["A2"].value


def test_an_agenda_that_nobody_touched_is_renewed_without_a_word(tmp_path: Path, run: Run) -> None:
    with_agenda(tmp_path, run)
    before = first_stelling(tmp_path / "out" / AGENDA)
    ran = with_agenda(tmp_path, run, _07=NIET)
    assert (ran.code, agendas(tmp_path)) == (0, [AGENDA])
    assert "Verbeteragenda" not in ran.err
    assert first_stelling(tmp_path / "out" / AGENDA) != before


def test_an_agenda_that_was_filled_in_stays_and_the_new_one_is_put_beside_once(
    tmp_path: Path, run: Run
) -> None:
    with_agenda(tmp_path, run)
    path = tmp_path / "out" / AGENDA
    fill_in(path)
    filled = path.read_bytes()
    assert "Verbeteragenda" not in with_agenda(tmp_path, run).err  # nothing new to say
    assert agendas(tmp_path) == [AGENDA]
    ran = with_agenda(tmp_path, run, _07=NIET)
    with_agenda(tmp_path, run, _07=NIET, _08=NIET, _09=NIET)
    with_agenda(tmp_path, run, _07=NIET)
    assert (ran.code, path.read_bytes()) == (0, filled)
    assert "Deze verbeteragenda is ingevuld en blijft staan." in ran.err
    assert len(agendas(tmp_path)) == 3
    assert first_stelling(tmp_path / "out" / agendas(tmp_path)[0]) == "7 Vertrouwen opbouwen"


def test_fresh_makes_the_agenda_anew_and_keeps_the_filled_one(tmp_path: Path, run: Run) -> None:
    with_agenda(tmp_path, run)
    path = tmp_path / "out" / AGENDA
    fill_in(path)
    filled = path.read_bytes()
    with_agenda(tmp_path, run, "--fresh")
    assert path.read_bytes() != filled
    assert filled in [(tmp_path / "out" / name).read_bytes() for name in agendas(tmp_path)]


# 3. stopped half-way


def started(folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "pipeline", "report", str(folder / "scan.xlsx"), "-o", "out"]
    return subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def all_whole(folder: Path) -> bool:
    """Tell whether every file that bears a report's name is a whole one."""
    return all(zipfile.ZipFile(path).testzip() is None for path in folder.glob("*.docx"))


def leftovers(folder: Path) -> list[str]:
    return [one.name for one in folder.iterdir() if one.name.endswith(".tmp")]


def test_killed_at_any_moment_the_report_is_the_old_or_the_new_one(
    edited: Path, tmp_path: Path, run: Run
) -> None:
    old = edited.read_bytes()
    start = time.perf_counter()
    started(tmp_path).wait()
    whole_run = time.perf_counter() - start
    assert holds_updated(edited)
    moments = random.Random(7)
    for _ in range(12):
        edited.write_bytes(old)
        process = started(tmp_path)
        time.sleep(moments.uniform(0.3, 1.05) * whole_run)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert edited.read_bytes() == old or holds_updated(edited)
        assert all_whole(edited.parent)
    report(tmp_path, run)
    assert leftovers(edited.parent) == []


# After this many of its calls to the disk a run is killed, by the tracing of Python itself.
_KILLED = """
import os, signal, sys
calls = int(sys.argv.pop(1))
def watch(event, arguments):
    global calls
    if event in {"open", "os.rename", "os.remove"} and ".quickscan-" in str(arguments):
        calls -= 1
        if calls < 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(watch)
from pipeline.__main__ import main
main()
"""


@pytest.mark.parametrize("calls", range(9))
def test_killed_at_each_step_of_writing_the_report_is_the_old_or_the_new_one(
    calls: int, edited: Path, tmp_path: Path, run: Run
) -> None:
    old = edited.read_bytes()
    command = [sys.executable, "-c", _KILLED, str(calls), "report", "scan.xlsx", "-o", "out"]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
        capture_output=True,
    )
    assert done.returncode == -signal.SIGKILL
    assert edited.read_bytes() == old or holds_updated(edited)
    assert all_whole(edited.parent)
    assert report(tmp_path, run).code == 0
    assert holds_updated(edited)
    assert leftovers(edited.parent) == []


def _small_files() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))


def test_on_a_full_disk_the_old_report_is_whole_and_it_is_told(
    edited: Path, tmp_path: Path, run: Run
) -> None:
    old = edited.read_bytes()
    command = [sys.executable, "-m", "pipeline", "report", "scan.xlsx", "-o", "out", "--json"]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
        capture_output=True,
        preexec_fn=_small_files,
    )
    assert done.returncode == 1
    assert b'"report-not-written"' in done.stdout
    assert edited.read_bytes() == old
    assert all_whole(edited.parent)
    assert leftovers(edited.parent) == []


def test_two_runs_at_once_lose_nothing(edited: Path, tmp_path: Path) -> None:
    old = edited.read_bytes()
    for _ in range(3):
        edited.write_bytes(old)
        both = [started(tmp_path), started(tmp_path)]
        for one in both:
            one.wait()
        assert holds_updated(edited)
        assert all_whole(edited.parent)
        assert old in [one.read_bytes() for one in made_in(edited.parent)]
    assert leftovers(edited.parent) == []
