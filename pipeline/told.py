"""What `report` says of a run as a whole: of each file and report, and a summary at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.as_json import dumps, outcome_json
from pipeline.intake import Checked
from pipeline.problems import Problem, Severity, worst
from pipeline.record import Said
from pipeline.run import Outcome
from pipeline.screen import (
    SIGNS,
    checked_lines,
    more_line,
    outcome_lines,
    problem_line,
    round_line,
)

_FEW = 10  # files; of so many all that was said still stands on the screen
_MOST_LINES = 15


def said_of(
    outcomes: Sequence[Outcome],
    checked: Iterable[Checked],
    told: Iterable[Problem],
    folder: Path,
    sheet: str,
) -> Said:
    """Return what a run says: of files, of each report, and at its end.

    `sheet` is the sheet of the overview where all faults stand.
    """
    seen = [_Seen(one.file, worst(one.problems), checked_lines(one)) for one in checked]
    of_reports = [problem for one in outcomes for problem in one.problems]
    notes = [problem_line(one) for one in dict.fromkeys((*told, *of_reports))]
    errors = Severity.ERROR in {one.worst for one in seen} | {
        one.severity for one in (*told, *of_reports)
    }
    return Said(
        tuple(one.lines for one in seen if "\n" in one.lines),
        tuple(map(outcome_lines, outcomes)),
        dumps(map(outcome_json, outcomes)),
        (*notes, *_worst_first(outcomes, seen, sheet), _closing(outcomes, seen, folder)),
        errors,
    )


@dataclass(frozen=True, slots=True)
class _Seen:
    """A file that came in, as it is told of."""

    file: str
    worst: Severity
    lines: str


def _worst_first(outcomes: Sequence[Outcome], seen: Sequence[_Seen], sheet: str) -> Iterator[str]:
    """Yield what went wrong, as many lines as fit a screen; nothing for a few files."""
    if len(seen) <= _FEW:
        return
    failed = [outcome_lines(one) for one in outcomes if one.written.path is None]
    lines = failed + [_headline(one) for one in _faulty(seen)]
    yield from (f"  {line}" for line in lines[:_MOST_LINES])
    if len(lines) > _MOST_LINES:
        yield f"  {more_line(len(lines) - _MOST_LINES, sheet)}"


def _closing(outcomes: Sequence[Outcome], seen: Sequence[_Seen], folder: Path) -> str:
    made = sum(outcome.written.path is not None for outcome in outcomes)
    statuses = [one.written.status.value for one in outcomes]
    return round_line(made, statuses, folder, len(_faulty(seen)))


def _faulty(seen: Sequence[_Seen]) -> list[_Seen]:
    return [one for one in seen if one.worst is Severity.ERROR]


def _headline(seen: _Seen) -> str:
    """Return a file with the first of its errors."""
    state, *lines = seen.lines.splitlines()
    first = next((line.strip() for line in lines if SIGNS["error"] in line), "")
    return f"{state}. {first}".rstrip()
