"""Where reports are kept: their names, and that nothing is ever overwritten.

1. A name is `Adviesrapport <organisatie> - <onderdeel>.docx`, one that Windows takes, and unique.
2. A report that is the same is left as it is.
3. A report that differs: the earlier one gets date and time in its name, the new one its place.
4. What can't be written is told: a folder ends the command with 2, one report with 1 while the
   others are made. No half or temporary file is left behind.
"""

from __future__ import annotations

import os
import re
import resource
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pathvalidate import is_valid_filename

from pipeline.shelf import Status, lay_beside, put, renew_keeping, report_name, report_stems
from tests.conftest import Ran, Run
from tests.outline import outline
from tests.sheets import complete, made_in, make

NAME = "Adviesrapport Gemeente Toetsdam - Team Werk.docx"
DATED = re.compile(r"Adviesrapport Gemeente Toetsdam - Team Werk \(\d{4}-\d\d-\d\d \d{6}\)\.docx")
NOW = datetime(2026, 11, 23, 14, 30, 5, tzinfo=UTC)
NOBODY = 65534
MOST_BYTES = 255  # of one name, in the file systems of Linux and macOS

# organisation | department (- for none) | name without `Adviesrapport ` and `.docx`
NAMES = r"""
Gemeente Toetsdam     | Team Werk          | Gemeente Toetsdam - Team Werk
Gemeente Toetsdam     | -                  | Gemeente Toetsdam
Werk/Inkomen: A & B   | Team "Noord"?      | Werk_Inkomen_ A & B - Team _Noord__
Gemeente Toetsdam.    | Team Werk.         | Gemeente Toetsdam - Team Werk
Gemeente  Toetsdam    | Team   Werk        | Gemeente Toetsdam - Team Werk
Café Ĳssel 🐦         | بلدية              | Café Ĳssel 🐦 - بلدية
"""
HARD_NAMES = {
    "reserved": "CON",
    "climbs": r"..\..\CON",
    "climbs, other slash": "../../etc/passwd",
    "drive": r"C:\Windows\System32",
    "only signs": "???",
    "only dots": "..",
    "control characters": "Toets\x00\x1f\ndam",
    "long": "Samenwerkingsverband " * 40,
    "long in bytes": "🐦" * 200,
    "accents apart": "Cafe\u0301" * 60,
    "space at the end": "Toetsdam ",
}
# organisations in one folder | their names; the last two differ in capitals only
TOGETHER = {
    ("Toets/dam", "Toets:dam"): ["Toets_dam", "Toets_dam (2)"],
    ("A", "A", "A"): ["A", "A (2)", "A (3)"],
    ("Toetsdam", "TOETSDAM"): ["Toetsdam", "TOETSDAM (2)"],
    ("A", "A (2)", "A"): ["A", "A (2)", "A (3)"],
}


def report_names(owners: Iterable[tuple[str, str | None]]) -> list[str]:
    return [report_name(stem) for stem in report_stems(owners)]


def rows() -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in NAMES.strip().splitlines()]


def report_on(tmp_path: Path, run: Run, table: str | None = None) -> Ran:
    """Make the report of one scan in the folder `out`."""
    scan = make(tmp_path / "inbox" / "scan.xlsx", table or complete())
    return run("report", scan, "-o", tmp_path / "out", "--json")


def files(tmp_path: Path) -> list[str]:
    return [path.name for path in made_in(tmp_path / "out")]


def dated(tmp_path: Path) -> list[Path]:
    return [path for path in (tmp_path / "out").iterdir() if DATED.fullmatch(path.name)]


# names


@pytest.mark.parametrize(("organisation", "department", "name"), rows())
def test_name_of_a_report(organisation: str, department: str, name: str) -> None:
    owner = (organisation, None if department == "-" else department)
    assert report_names([owner]) == [f"Adviesrapport {name}.docx"]


@pytest.mark.parametrize("organisation", HARD_NAMES.values(), ids=HARD_NAMES)
def test_name_is_one_that_windows_and_linux_take(organisation: str) -> None:
    (name,) = report_names([(organisation, organisation)])
    assert is_valid_filename(name, platform="windows")
    assert name == Path(name).name
    assert name.startswith("Adviesrapport")
    assert name.endswith(".docx")
    assert len(name.encode("utf-8")) + len(" (2026-11-23 143005) 2") <= MOST_BYTES


@pytest.mark.parametrize("organisation", HARD_NAMES.values(), ids=HARD_NAMES)
def test_report_of_a_hard_name_is_made(tmp_path: Path, run: Run, organisation: str) -> None:
    scan = make(tmp_path / "scan.xlsx", complete(organisatie=""))
    ran = run("report", scan, "--organisation", organisation, "-o", tmp_path / "out")
    assert ran.code == 0
    assert "De organisatie is niet ingevuld" not in ran.err
    assert len(files(tmp_path)) == 1


@pytest.mark.parametrize(("owners", "names"), TOGETHER.items())
def test_names_in_one_folder_are_unique(owners: tuple[str, ...], names: list[str]) -> None:
    made = report_names([(owner, None) for owner in owners])
    assert made == [f"Adviesrapport {name}.docx" for name in names]


def test_a_name_that_is_cut_off_is_the_same_whoever_else_is_there() -> None:
    one, other = ("L" * 300 + "a", "D" * 300), ("L" * 300 + "b", "D" * 300)
    together = report_names([one, other])
    assert together == report_names([one]) + report_names([other])
    assert len(set(together)) == 2


def test_the_report_of_another_is_never_updated(tmp_path: Path, run: Run) -> None:
    for name in ("Toets/dam", "Toets:dam"):
        scan = make(tmp_path / "scan.xlsx", complete(organisatie=name))
        ran = run("report", scan, "-o", tmp_path / "out", "--json")
    (one,) = ran.data
    assert (ran.code, one["status"]) == (1, "beside")
    assert [found["code"] for found in one["problems"]] == ["report-of-another"]
    assert len(files(tmp_path)) == 2
    first = tmp_path / "out" / "Adviesrapport Toets_dam - Team Werk.docx"
    assert "Toets/dam" in outline(first)
    assert "Toets:dam" not in outline(first)


def test_two_departments_get_a_report_each(tmp_path: Path, run: Run) -> None:
    for department in ("Noord", "Zuid"):
        make(tmp_path / "inbox" / f"{department}.xlsx", complete(onderdeel=department))
    run("report", tmp_path / "inbox", "-o", tmp_path / "out")
    assert files(tmp_path) == [
        "Adviesrapport Gemeente Toetsdam - Noord.docx",
        "Adviesrapport Gemeente Toetsdam - Zuid.docx",
    ]


# again


def test_first_report_is_new(tmp_path: Path, run: Run) -> None:
    ran = report_on(tmp_path, run)
    assert (ran.code, files(tmp_path)) == (0, [NAME])
    assert (ran.data[0]["status"], ran.data[0]["report"]) == ("new", str(tmp_path / "out" / NAME))


def test_same_report_is_left_as_it_is(tmp_path: Path, run: Run) -> None:
    report_on(tmp_path, run)
    before = (tmp_path / "out" / NAME).stat()
    ran = report_on(tmp_path, run)
    after = (tmp_path / "out" / NAME).stat()
    assert (ran.code, ran.data[0]["status"], files(tmp_path)) == (0, "unchanged", [NAME])
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_report_that_differs_keeps_the_earlier_one_under_date_and_time(
    tmp_path: Path, run: Run
) -> None:
    report_on(tmp_path, run)
    earlier = (tmp_path / "out" / NAME).read_bytes()
    ran = report_on(tmp_path, run, complete(_07="Niet of nauwelijks"))
    (kept,) = dated(tmp_path)
    assert (ran.code, ran.data[0]["status"]) == (0, "updated")
    assert kept.read_bytes() == earlier
    assert (tmp_path / "out" / NAME).read_bytes() != earlier
    assert kept.name in ran.data[0]["problems"][0]["message"]


def test_report_that_somebody_edited_is_never_lost(tmp_path: Path, run: Run) -> None:
    report_on(tmp_path, run)
    (tmp_path / "out" / NAME).write_bytes(b"two days of work")
    report_on(tmp_path, run)
    everything = [path.read_bytes() for path in (tmp_path / "out").iterdir()]
    assert b"two days of work" in everything


def test_every_earlier_version_is_kept(tmp_path: Path, run: Run) -> None:
    answers = ("Deels", "Grotendeels", "Niet of nauwelijks", "Volledig en geborgd")
    written = []
    for answer in answers:
        report_on(tmp_path, run, complete(_01=answer))
        written.append((tmp_path / "out" / NAME).read_bytes())
    kept = [path.read_bytes() for path in made_in(tmp_path / "out")]
    assert sorted(kept) == sorted(written)


def test_two_versions_of_one_second_have_names_of_their_own(tmp_path: Path) -> None:
    for text in (b"1", b"2", b"3"):
        put(tmp_path, "Rapport.docx", text, NOW, lambda one, other: one == other)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "Rapport (2026-11-23 143005).docx": b"1",
        "Rapport (2026-11-23 143005) 2.docx": b"2",
        "Rapport.docx": b"3",
    }


def test_report_that_cannot_be_moved_is_left_and_the_new_one_is_put_beside(tmp_path: Path) -> None:
    path = tmp_path / "Rapport.docx"
    path.write_bytes(b"1")

    def gone_meanwhile(one: bytes, other: bytes) -> bool:
        path.unlink()
        return False

    written = put(tmp_path, "Rapport.docx", b"2", NOW, gone_meanwhile)
    assert (written.status, [p.code.key for p in written.problems]) == (
        Status.BESIDE,
        ["report-changed"],
    )
    assert [file.name for file in tmp_path.iterdir()] == ["Rapport (nieuw 2026-11-23 143005).docx"]


def test_folder_that_goes_away_while_writing_is_told_for_that_report(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "Rapport.docx").write_bytes(b"1")

    def gone_meanwhile(one: bytes, other: bytes) -> bool:
        folder.rename(tmp_path / "elders")
        return False

    written = put(folder, "Rapport.docx", b"2", NOW, gone_meanwhile)
    assert (written.status, [p.code.key for p in written.problems]) == (
        Status.FAILED,
        ["report-not-written"],
    )
    assert (tmp_path / "elders" / "Rapport.docx").read_bytes() == b"1"


# what can't be written


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Go on without the rights of the administrator, who may write everywhere."""
    administrator = os.geteuid() == 0
    try:
        if administrator:
            os.seteuid(NOBODY)
        yield
    finally:
        if administrator:
            os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Return a folder that other users can read too, as those of pytest are not."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_folder_that_cannot_be_written_ends_with_2(
    open_folder: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    scan = make(open_folder / "scan.xlsx", complete())
    run("report", scan, "-o", open_folder / "before")  # loads all that is needed
    monkeypatch.chdir(open_folder)
    out = open_folder / "out"
    out.mkdir()
    out.chmod(0o555)
    with ordinary_user():
        ran = run("report", scan, "-o", out)
    assert ran.code == 2
    assert "Hier kan niet worden geschreven" in ran.err
    assert list(out.iterdir()) == []


def test_folder_that_is_a_file_ends_with_2(tmp_path: Path, run: Run) -> None:
    scan = make(tmp_path / "scan.xlsx", complete())
    (tmp_path / "bestand").write_text("geen map", encoding="utf-8")
    assert run("report", scan, "-o", tmp_path / "bestand").code == 2
    assert run("report", scan, "-o", tmp_path / "bestand" / "out").code == 2
    assert (tmp_path / "bestand").read_text(encoding="utf-8") == "geen map"


def test_one_report_that_cannot_be_written_does_not_stop_the_others(
    tmp_path: Path, run: Run
) -> None:
    for department in ("Noord", "Zuid"):
        make(tmp_path / "inbox" / f"{department}.xlsx", complete(onderdeel=department))
    (tmp_path / "out" / "Adviesrapport Gemeente Toetsdam - Noord.docx").mkdir(parents=True)
    ran = run("report", tmp_path / "inbox", "-o", tmp_path / "out", "--json")
    assert ran.code == 1
    assert [(one["department"], one["status"]) for one in ran.data] == [
        ("Noord", "failed"),
        ("Zuid", "new"),
    ]
    assert [p["code"] for p in ran.data[0]["problems"]] == ["report-not-written"]
    assert ran.data[0]["report"] is None


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file grow beyond a few bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("write", [renew_keeping, lay_beside])
def test_on_a_full_disk_nothing_is_moved_and_no_half_file_is_left(
    tmp_path: Path, write: Callable[[Path, bytes, datetime], Path]
) -> None:
    path = tmp_path / "overzicht.xlsx"
    path.write_bytes(b"earlier")
    with full_disk(), pytest.raises(OSError, match="File too large"):
        write(path, b"x" * 1000, NOW)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {path.name: b"earlier"}


def test_on_a_full_disk_a_round_says_what_was_not_written(tmp_path: Path, run: Run) -> None:
    make(tmp_path / "scan.xlsx", complete())
    with full_disk():
        ran = run("report", "scan.xlsx", "-o", "uit")
    assert ran.code == 1
    assert "Het overzicht kan niet worden geschreven" in ran.err
    assert [file.name for file in Path("uit").iterdir()] == []


def test_on_a_full_disk_a_workbook_is_not_made(tmp_path: Path, run: Run) -> None:
    with full_disk():
        ran = run("template")
    assert (ran.code, list(tmp_path.iterdir())) == (2, [])
    assert ran.err.endswith("Wat klaar is, blijft staan.\n")
    assert "De schijf is vol." in ran.err


def test_what_is_renewed_is_kept_with_date_and_time(tmp_path: Path) -> None:
    path = tmp_path / "overzicht.xlsx"
    path.write_bytes(b"earlier")
    kept = renew_keeping(path, b"now", NOW)
    assert (kept.name, kept.read_bytes()) == ("overzicht (2026-11-23 143005).xlsx", b"earlier")
    assert path.read_bytes() == b"now"


def test_no_temporary_file_is_left(tmp_path: Path, run: Run) -> None:
    report_on(tmp_path, run)
    report_on(tmp_path, run, complete(_07="Niet of nauwelijks"))
    assert [name for name in files(tmp_path) if not name.endswith(".docx")] == []
    assert [name for name in files(tmp_path) if not name.startswith("Adviesrapport")] == []
