"""Measure drawing and starting, and print the table: `python -m bench`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.drawing import DOCXTPL, OURS, OURS_OPENING, PLAIN, drawers
from bench.measure import take_turns
from bench.starting import (
    HELP,
    IMPORT_CLICK,
    IMPORT_LIBRARIES,
    REPORT,
    help_contenders,
    report_contenders,
)
from bench.table import Line, Target, machine, table

_DRAWING_ROUNDS = 25
_STARTING_ROUNDS = 15
_EXPLANATION = (
    "Drawing: the ratio is the time of the other over ours. "
    "Starting: ours over that of the imports.\n"
    "Medians; the ratios are medians of ratios within a round, in which all take turns."
)


def main(drawing_rounds: int = _DRAWING_ROUNDS, starting_rounds: int = _STARTING_ROUNDS) -> None:
    """Measure everything and print it."""
    lines = (*drawing_lines(drawing_rounds), *starting_lines(starting_rounds))
    sys.stdout.write(f"{machine()}\n\n{table(lines)}\n\n{_EXPLANATION}\n")


def drawing_lines(rounds: int) -> Iterator[Line]:
    """Measure drawing the same report in each way."""
    times = take_turns(drawers(), rounds)
    ours = times[OURS]
    yield Line(OURS, ours.milliseconds)
    for name, at_least in ((OURS_OPENING, None), (DOCXTPL, 3), (PLAIN, 15)):
        target = None if at_least is None else Target(at_least, at_least=True)
        yield Line(name, times[name].milliseconds, times[name].ratio(ours), target)


def starting_lines(rounds: int) -> Iterator[Line]:
    """Measure `--help` and one report, each in a new process."""
    with TemporaryDirectory() as folder:
        times = take_turns(help_contenders(Path(folder)), rounds)
        times |= take_turns(report_contenders(Path(folder)), rounds)
    for base, name in ((IMPORT_CLICK, HELP), (IMPORT_LIBRARIES, REPORT)):
        yield Line(base, times[base].milliseconds)
        ratio = times[name].ratio(times[base])
        yield Line(name, times[name].milliseconds, ratio, Target(2, at_least=False))


if __name__ == "__main__":
    main()
