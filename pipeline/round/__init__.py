"""A whole round on the shelf: the overview beside the reports, and reminders where asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from pipeline.model import Source
from pipeline.overview import (
    Earlier,
    Hold,
    digest,
    digest_of,
    draw_overview,
    overview_of,
    overview_table,
    read_earlier,
)
from pipeline.problems import Code, Problem, problem
from pipeline.properties import CSV_START
from pipeline.reasons import reason_of
from pipeline.round.gathered import Round
from pipeline.round.reminders import write_reminders
from pipeline.round.state import not_listed, round_state
from pipeline.run import Desk
from pipeline.shelf import is_open, lay_beside, renew, renew_keeping

__all__ = ["Round", "write_overview", "write_reminders"]

OVERVIEW = "overzicht.xlsx"
TABLE = "overzicht.csv"


def write_overview(round_: Round) -> tuple[Problem, ...]:
    """Write the overview of a round beside its reports, and its table for other tools.

    Notes and stands that a person put in an earlier one are taken over. One that is the same is
    left as it is.
    """
    desk = round_.desk
    path = desk.folder / OVERVIEW
    earlier = read_earlier(path, desk.content)
    overview = overview_of(round_state(round_, earlier), earlier, desk.content)
    table = overview_table(overview, desk.content)
    whole = digest(repr(overview).encode(errors="replace"))
    of_table = _put_table(desk.folder / TABLE, table, earlier, desk)
    # A csv that could not be replaced is still known as our own in a next run.
    there = digest(table) if digest_of(desk.folder / TABLE) == digest(table) else earlier.table
    kept: tuple[Problem, ...] = ()
    if earlier.hold is not Hold.OURS or (earlier.content, earlier.table) != (whole, there):
        draw = partial(draw_overview, overview, desk.content, whole, there)
        kept = _put(path, draw, earlier, desk)
    return (*not_listed(round_), *kept, *of_table)


_TOLD = {Hold.MORE: Code.OVERVIEW_SET_ASIDE, Hold.UNREADABLE: Code.OVERVIEW_NOT_READ}


def _put(
    path: Path, draw: Callable[[], bytes], earlier: Earlier, desk: Desk
) -> tuple[Problem, ...]:
    """Draw the overview, write it in its place, and tell what became of the earlier one.

    Where a person has it open or on a lock, or saved it since it was read, it stays as it is and
    the new one is put beside it.
    """
    try:
        file = draw()
    except OSError as error:
        return (_not_written(path, error),)
    if is_open(path):
        return _beside(path, file, desk, Code.OVERVIEW_BESIDE)
    if digest_of(path) not in ("", earlier.file):
        return _beside(path, file, desk, Code.OVERVIEW_CHANGED)
    try:
        return _put_over(path, file, earlier, desk)
    except PermissionError:
        return _beside(path, file, desk, Code.OVERVIEW_BESIDE)
    except OSError as error:
        return (_not_written(path, error),)


def _put_over(path: Path, file: bytes, earlier: Earlier, desk: Desk) -> tuple[Problem, ...]:
    """Replace the earlier overview; one that holds more than is taken over gets date and time."""
    if earlier.hold not in _TOLD or not path.is_file():
        renew(path, file)
        return ()
    kept = renew_keeping(path, file, desk.now)
    return (problem(_TOLD[earlier.hold], Source(str(path)), name=kept.name),)


def _beside(path: Path, file: bytes, desk: Desk, reason: Code) -> tuple[Problem, ...]:
    try:
        beside = lay_beside(path, file, desk.now)
    except OSError as error:
        return (_not_written(path, error),)
    return (problem(reason, Source(str(path)), name=beside.name),)


def _not_written(path: Path, error: OSError) -> Problem:
    return problem(Code.OVERVIEW_NOT_WRITTEN, Source(str(path)), reason=reason_of(error))


def _put_table(path: Path, table: bytes, earlier: Earlier, desk: Desk) -> tuple[Problem, ...]:
    """Write the csv; one that this tool did not write last is kept with date and time."""
    try:
        before = path.read_bytes() if path.exists() else None
        if before == table:
            return ()
        if is_open(path):
            return _beside(path, table, desk, Code.TABLE_BESIDE)
        if before is None or _is_own(before, path, earlier, desk):
            renew(path, table)
            return ()
        kept = renew_keeping(path, table, desk.now)
    except PermissionError:
        return _beside(path, table, desk, Code.TABLE_BESIDE)
    except OSError as error:
        return (_not_written(path, error),)
    return (problem(Code.TABLE_SET_ASIDE, Source(str(path)), name=kept.name),)


def _is_own(before: bytes, path: Path, earlier: Earlier, desk: Desk) -> bool:
    """Tell whether a csv is as this tool wrote it, for this overview or one that stands beside."""
    if not before.startswith(CSV_START):
        return False
    known = digest(before)
    others = path.parent.glob(f"{path.stem} (*.xlsx")
    written = (read_earlier(one, desk.content).table for one in others)
    return known == earlier.table or known in written
