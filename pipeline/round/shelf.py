"""What lies on the shelf of one team: its report of now or of before, and its final version."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from pipeline.overview import Made, ReportState
from pipeline.run import Desk, Outcome
from pipeline.shelf import Status, final_name, report_name, report_stems, short_name

_MOMENT = 60  # seconds within which files of one copy action have their time
_MADE = {Status.FAILED: Made.FAILED, Status.BESIDE: Made.BESIDE}


def report_of(outcome: Outcome, desk: Desk) -> ReportState:
    """Return the report as a run left it; where it was not made well, with the one of before.

    Of the one of before it is only known that it was edited where the run got as far as that.
    """
    path = outcome.written.path
    made = _MADE.get(outcome.written.status, Made.WELL)
    if made is Made.WELL and path is not None:
        return replace(_with_final(made, path), edited=outcome.updated.edited)
    own = on_shelf(outcome.organisation or "", outcome.department, desk)
    edited = outcome.updated.edited or None
    return replace(own, made=made, edited=edited) if own else ReportState(made, path)


def on_shelf(organisation: str, department: str | None, desk: Desk) -> ReportState | None:
    """Return the report that a team has from before; a whole one goes before a short one."""
    (stem,) = report_stems([(organisation, department)])
    paths = (desk.folder / name for name in (report_name(stem), short_name(stem)))
    path = next((path for path in paths if path.is_file()), None)
    return _with_final(Made.NOT_NOW, path) if path else None


def _with_final(made: Made, path: Path) -> ReportState:
    final = path.with_name(final_name(path.name))
    changed = path.stat().st_mtime
    if not final.is_file():
        return ReportState(made, path, day=_day(changed))
    sent = final.stat().st_mtime
    renewed = changed > sent + _MOMENT
    return ReportState(made, path, final, renewed=renewed, day=_day(max(changed, sent)))


def _day(moment: float) -> date:
    return datetime.fromtimestamp(moment).astimezone().date()
