"""Measure drawing and starting, and print the table: `python -m bench`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.drawing import DOCXTPL, OURS, OURS_OPENING, PLAIN, drawers
from bench.measure import take_turns
from bench.rounds import (
    AGAIN,
    FIRST,
    ONE,
    ONE_MORE,
    TWO,
    WHOLE,
    again,
    growth,
    processes,
    whole_scan,
)
from bench.rounds import DOCXTPL as RENDER
from bench.starting import (
    HELP,
    IMPORT_CLICK,
    IMPORT_LIBRARIES,
    REPORT,
    help_contenders,
    report_contenders,
)
from bench.table import Line, Target, machine, table
from bench.updating import FRESH, UPDATED, updaters

_DRAWING_ROUNDS = 25
_STARTING_ROUNDS = 15
_ROUND_ROUNDS = 3
_SCANS = (100, 1_000, 400)  # a small round, a large one, and one for two processes
_EXPLANATION = (
    "Drawing: the ratio is the time of the other over ours. "
    "Starting: ours over that of the imports. "
    "Updating and rounds: as the line above it.\n"
    "Medians; the ratios are medians of ratios within a round, in which all take turns."
)


def main(
    drawing_rounds: int = _DRAWING_ROUNDS,
    starting_rounds: int = _STARTING_ROUNDS,
    round_rounds: int = _ROUND_ROUNDS,
    scans: tuple[int, int, int] = _SCANS,
) -> None:
    """Measure everything and print it."""
    lines = (
        *drawing_lines(drawing_rounds),
        *updating_lines(drawing_rounds),
        *starting_lines(starting_rounds),
        *round_lines(round_rounds, scans),
    )
    sys.stdout.write(f"{machine()}\n\n{table(lines)}\n\n{_EXPLANATION}\n")


def drawing_lines(rounds: int) -> Iterator[Line]:
    """Measure drawing the same report in each way."""
    times = take_turns(drawers(), rounds)
    ours = times[OURS]
    yield Line(OURS, ours.milliseconds)
    for name, at_least in ((OURS_OPENING, None), (DOCXTPL, 3), (PLAIN, 15)):
        target = None if at_least is None else Target(at_least, at_least=True)
        yield Line(name, times[name].milliseconds, times[name].ratio(ours), target)


def updating_lines(rounds: int) -> Iterator[Line]:
    """Measure an update of an edited report, beside a fresh one."""
    times = take_turns(updaters(), rounds)
    yield Line(FRESH, times[FRESH].milliseconds)
    ratio = times[UPDATED].ratio(times[FRESH])
    yield Line(UPDATED, times[UPDATED].milliseconds, ratio, Target(3, at_least=False))


def starting_lines(rounds: int) -> Iterator[Line]:
    """Measure `--help` and one report, each in a new process."""
    with TemporaryDirectory() as folder:
        times = take_turns(help_contenders(Path(folder)), rounds)
        times |= take_turns(report_contenders(Path(folder)), rounds)
    for base, name in ((IMPORT_CLICK, HELP), (IMPORT_LIBRARIES, REPORT)):
        yield Line(base, times[base].milliseconds)
        ratio = times[name].ratio(times[base])
        yield Line(name, times[name].milliseconds, ratio, Target(2, at_least=False))


def round_lines(rounds: int, scans: tuple[int, int, int]) -> Iterator[Line]:
    """Measure a whole scan, a round as it grows, two processes, and a run in which all is done."""
    few, many, shared = scans
    one = whole_scan(rounds * 3)
    yield Line(RENDER, one[RENDER].milliseconds)
    ratio = one[WHOLE].ratio(one[RENDER])
    yield Line(WHOLE, one[WHOLE].milliseconds, ratio, Target(2, at_least=False))
    of_few, of_many = growth(rounds, few, many)
    yield Line(f"per scan, round of {few}", of_few.milliseconds)
    ratio = of_many.ratio(of_few)
    target = Target(1.1, at_least=False)
    yield Line(f"per scan, round of {many}", of_many.milliseconds, ratio, target)
    both = processes(rounds, shared)
    yield Line(TWO, both[TWO].milliseconds)
    ratio = both[ONE].ratio(both[TWO])
    yield Line(ONE, both[ONE].milliseconds, ratio, Target(1.7, at_least=True))
    runs = again(rounds, few)
    yield Line(FIRST, runs[FIRST].milliseconds)
    ratio = runs[AGAIN].ratio(runs[FIRST])
    yield Line(AGAIN, runs[AGAIN].milliseconds, ratio, Target(0.1, at_least=False))
    yield Line(ONE_MORE, runs[ONE_MORE].milliseconds, runs[ONE_MORE].ratio(runs[FIRST]))


if __name__ == "__main__":
    main()
