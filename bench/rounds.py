"""Whole rounds, from workbooks on disk to reports and an overview, in this process and in two."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory, mkdtemp

from bench import with_docxtpl
from bench.example import content, report, style_path
from bench.measure import Times, take_turns
from pipeline.crew import Crew
from pipeline.intake import take_in
from pipeline.model import Sender
from pipeline.record import key_of, known_reports, recall, remember
from pipeline.round import Round, write_overview
from pipeline.run import Desk, write_reports
from pipeline.teams import score_all
from pipeline.told import said_of
from tests.rounds import planned, written

DOCXTPL = "docxtpl: load, render, save"
WHOLE = "whole scan: read, score, advise, draw, chart, check, save"
FEW, MANY = 100, 1_000
_SMALL_ROUNDS = 4
ONE, TWO = "one process", "two processes, started already"
FIRST, AGAIN = "a run", "the same run, nothing changed"
ONE_MORE = "the same run, one workbook came in again"
_PEOPLE = (2, 6)
_MOST_TEAMS = 400  # there are names for some more


def whole_scan(rounds: int, scans_in_round: int = 20) -> dict[str, Times]:
    """Time workbooks to reports, and docxtpl rendering as many texts; both per report."""
    drawn, template = report(), with_docxtpl.make_template(style_path())
    with _round(scans_in_round, people=(1, 1)) as (scans, folder):
        times = take_turns(
            {
                DOCXTPL: lambda: [with_docxtpl.draw(drawn, template) for _ in scans],
                WHOLE: lambda: reports_only(scans, Path(mkdtemp(dir=folder))),
            },
            rounds,
        )
    return {name: _per(taken, scans_in_round) for name, taken in times.items()}


def growth(rounds: int, few: int = FEW, many: int = MANY) -> tuple[Times, Times]:
    """Time some rounds of few scans and one of many, each per scan.

    Some, so that a busy moment of the machine does not hit the small rounds alone.
    """
    with _round(many) as (scans, folder):
        starts = range(0, min(_SMALL_ROUNDS * few, len(scans)), few)
        small = [scans[start : start + few] for start in starts]
        times = take_turns(
            {
                "few": lambda: [run_anew(some, folder, Crew(1)) for some in small],
                "many": lambda: run_anew(scans, folder, Crew(1)),
            },
            rounds,
        )
    return _per(times["few"], sum(map(len, small))), _per(times["many"], many)


def processes(rounds: int, scans_in_round: int = 400) -> dict[str, Times]:
    """Time a round in one process and in two that were started before."""
    with _round(scans_in_round) as (scans, folder), Crew(2) as crew:
        return take_turns(
            {
                ONE: lambda: run_anew(scans, folder, Crew(1)),
                TWO: lambda: run_anew(scans, folder, crew),
            },
            rounds,
        )


def again(rounds: int, scans_in_round: int = FEW) -> dict[str, Times]:
    """Time a run, and the same run when nothing changed since, and when one workbook did."""
    with _round(scans_in_round) as (scans, folder):
        output, other = folder / "weer", folder / "nog een"
        run_remembered(scans, output)
        run_remembered(scans, other)
        return take_turns(
            {
                FIRST: lambda: run_anew(scans, folder, Crew(1)),
                AGAIN: lambda: _recalled(scans, output),
                ONE_MORE: lambda: _one_more(scans, other),
            },
            rounds,
        )


def run_anew(scans: list[Path], folder: Path, crew: Crew) -> None:
    """Make a round in an empty folder."""
    output = folder / "uit"
    rmtree(output, ignore_errors=True)
    run_round(scans, output, crew)


def reports_only(scans: list[Path], output: Path) -> None:
    """Make all reports of a round."""
    advised = score_all(take_in(scans, content()), content())
    desk = Desk(content(), Sender(), output, datetime.now().astimezone())
    write_reports(advised, desk)


def run_round(scans: list[Path], output: Path, crew: Crew) -> Round:
    """Make all reports of a round and its overview."""
    checked = take_in(scans, content(), crew)
    advised = score_all(checked, content())
    now = datetime.now().astimezone()
    desk = Desk(content(), Sender(), output, now, known=known_reports(output))
    made = Round(advised, write_reports(advised, desk, crew), checked, None, desk)
    write_overview(made)
    return made


def run_remembered(scans: list[Path], output: Path) -> None:
    """Make a round and keep what was said."""
    made = run_round(scans, output, Crew(1))
    unchanged = [one.as_unchanged() for one in made.outcomes]
    said = said_of(unchanged, made.checked, (), output, "")
    reports = {one.written.path.name: one.fingerprint for one in made.outcomes if one.written.path}
    remember(output, key_of((), scans), said, reports)


def _recalled(scans: list[Path], output: Path) -> None:
    if recall(output, key_of((), scans)) is None:
        raise RuntimeError("something changed")


def _one_more(scans: list[Path], output: Path) -> None:
    """Make a round again after one workbook came in again, on another moment."""
    scans[0].touch()
    run_remembered(scans, output)


def _per(times: Times, pieces: int) -> Times:
    return Times(tuple(seconds / pieces for seconds in times.seconds))


@contextmanager
def _round(scans: int, people: tuple[int, int] = _PEOPLE) -> Iterator[tuple[list[Path], Path]]:
    """Write so many workbooks, of so many people for each team."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "in").mkdir()
        plans = list(planned(min(scans, _MOST_TEAMS), people=people, faulty=0))[:scans]
        yield [written(one, place / "in") for one in plans], place
