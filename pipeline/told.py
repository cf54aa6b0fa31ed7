"""What `report` says of a run as a whole: of each file and report, and a summary at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.as_json import dumps, outcome_json
from pipeline.intake import Checked
from pipeline.problems import Problem, Severity, worst
from pipeline.record import Said
from pipeline.run import Outcome
from pipeline.screen import SIGNS, STATUSES, checked_lines, outcome_lines, problem_line

_FEW = 10  # files; of so many all that was said still stands on the screen
_MOST_LINES = 15


def said_of(
    outcomes: Sequence[Outcome],
    checked: Iterable[Checked],
    told: Iterable[Problem],
    folder: Path,
) -> Said:
    """Return what a run says: of files, of each report, and at its end."""
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
        (*notes, *_closing(outcomes, seen, folder)),
        errors,
    )


@dataclass(frozen=True, slots=True)
class _Seen:
    """A file that came in, as it is told of."""

    file: str
    worst: Severity
    lines: str


def _closing(outcomes: Sequence[Outcome], seen: Sequence[_Seen], folder: Path) -> Iterator[str]:
    """Yield a summary that fits a screen, worst first."""
    faulty = [one for one in seen if one.worst is Severity.ERROR]
    if len(seen) > _FEW:
        failed = [outcome_lines(one) for one in outcomes if one.written.path is None]
        worst_first = [f"  {line}" for line in failed] + [f"  {_headline(one)}" for one in faulty]
        yield from worst_first[:_MOST_LINES]
        if len(worst_first) > _MOST_LINES:
            yield f"  En nog {len(worst_first) - _MOST_LINES}. Zie het blad Vragen en fouten."
    made = sum(outcome.written.path is not None for outcome in outcomes)
    counts = Counter(STATUSES[one.written.status.value] for one in outcomes)
    statuses = ", ".join(f"{count} {status}" for status, count in counts.items())
    reports = "1 rapport" if made == 1 else f"{made} rapporten"
    asks = {0: "", 1: " 1 bestand vraagt aandacht."}.get(
        len(faulty), f" {len(faulty)} bestanden vragen aandacht."
    )
    yield f"{reports} in {folder}{f' ({statuses})' if len(outcomes) > 1 else ''}.{asks}"


def _headline(seen: _Seen) -> str:
    """Return a file with the first of its errors."""
    state, *lines = seen.lines.splitlines()
    first = next((line.strip() for line in lines if SIGNS["error"] in line), "")
    return f"{state}. {first}".rstrip()
