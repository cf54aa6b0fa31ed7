"""A folder -> what is past its retention, and after a yes its removal.

Filled-in workbooks, mails, drafts and working reports go. The version that was sent stays, with
the scores in it; of a report that was never made final the scores are kept in a table. What a run
kept of what it said goes along: it tells of what is gone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from pipeline.clearing.find import Kind, Known, known_files, records
from pipeline.clearing.reports import ReportFile, Scan
from pipeline.clearing.scores import read_table, with_scores
from pipeline.clearing.term import days_of
from pipeline.model import Content, Source
from pipeline.problems import Code, Problem, problem
from pipeline.reasons import reason_of
from pipeline.shelf import renew, renew_keeping

__all__ = ["Cleared", "Kind", "Past", "clear", "days_of", "past_retention"]

SCORES = "bewaarde scores.csv"


@dataclass(frozen=True, slots=True)
class Past:
    """A file that is past its retention.

    `final_day` is when its report was made final, as far as that lies in this folder: the report
    of this scan and not of another year, for what came in any report of the team.
    """

    file: Known
    final_day: date | None

    @property
    def keeps_scores(self) -> bool:
        """Whether the scores in it must be kept elsewhere, because no final version has them."""
        return self.file.kind is Kind.REPORT and self.final_day is None


@dataclass(frozen=True, slots=True)
class Cleared:
    """What was removed, where scores were kept, and what could not be done."""

    removed: tuple[Path, ...]
    scores: Path | None
    problems: tuple[Problem, ...]


def past_retention(folder: Path, content: Content, today: date, days: int) -> tuple[Past, ...]:
    """Return what lies in a folder for longer than so many days, in order of the files."""
    files = known_files(folder, content)
    finals: dict[str | Scan, date] = {}
    for one in files:
        if one.kind is Kind.FINAL:
            for whose in (*one.whose, *_whose_report(one)):
                finals[whose] = max(one.day, finals.get(whose, one.day))
    limit = today - timedelta(days=days)
    return tuple(
        Past(one, max((finals[w] for w in _whose_report(one) if w in finals), default=None))
        for one in files
        if one.kind is not Kind.FINAL and one.day < limit
    )


def _whose_report(one: Known) -> tuple[str | Scan, ...]:
    """Return by what the final version of a file is found: the scan in a report, else the team."""
    return (one.report.scan,) if one.report else tuple(one.whose)


def clear(past: tuple[Past, ...], folder: Path) -> Cleared:
    """Remove these files; first keep the scores that stand nowhere else.

    A report of which the scores can't be kept stays. What can't be done is told, and the rest done.
    """
    only = [one.file for one in past if one.keeps_scores]
    without = [one for one in only if one.report is None or one.report.facts is None]
    kept, told = _keep_scores([one for one in only if one not in without], folder / SCORES)
    problems = [problem(Code.CLEAR_NO_SCORES, _source(one.path)) for one in without]
    stays = without if kept else only
    files = [one.file for one in past if one.file not in stays]
    failed = _remove([one.path for one in files])
    gone = tuple(one.path for one in files if not one.path.exists())
    left = _remove(records(folder)) if gone else ()
    return Cleared(gone, kept, (*problems, *told, *failed, *left))


def _keep_scores(files: list[Known], path: Path) -> tuple[Path | None, tuple[Problem, ...]]:
    """Add the scores of the newest report of each scan to the table."""
    newest: dict[Scan, tuple[ReportFile, date]] = {}
    for one in sorted(files, key=lambda one: one.day):
        if one.report:
            newest[one.report.scan] = one.report, one.day
    reports = list(newest.values())
    if not reports:
        return None, ()
    try:
        return path, _put_scores(path, reports)
    except OSError as error:
        fault = problem(Code.CLEAR_SCORES_FAILED, Source(str(path)), reason=reason_of(error))
        return None, (fault,)


def _put_scores(path: Path, reports: list[tuple[ReportFile, date]]) -> tuple[Problem, ...]:
    """Add these scores to the table; another file in its place is kept with date and time."""
    table = read_table(path.read_bytes() if path.exists() else b"")
    if table is not None:
        renew(path, with_scores(table, reports))
        return ()
    aside = renew_keeping(path, with_scores("", reports), datetime.now().astimezone())
    return (problem(Code.CLEAR_SCORES_ASIDE, Source(str(path)), name=aside.name),)


def _remove(paths: Iterable[Path]) -> tuple[Problem, ...]:
    """Remove these files; return those that could not be removed."""
    failed = []
    for path in paths:
        try:
            path.unlink()
        except OSError as error:
            failed.append(problem(Code.CLEAR_FAILED, _source(path), reason=reason_of(error)))
    return tuple(failed)


def _source(path: Path) -> Source:
    return Source(path.as_posix())
