"""What `--previous` names -> the earlier scans in it: workbooks and reports, found side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.aliases import Aliases
from pipeline.earlier import ReadReports, earlier_of, read_reports
from pipeline.intake import Intake, pack, take_in
from pipeline.model import Content, Earlier, Source
from pipeline.problems import Code, PipelineError, Problem, problem
from pipeline.teams import score_all, with_aliases


@dataclass(frozen=True, slots=True)
class Previous:
    """The earlier scans, the workbooks that were read for them, and what is to be told."""

    earlier: tuple[Earlier, ...]
    checked: Intake
    problems: tuple[Problem, ...]


NO_PREVIOUS = Previous((), Intake(()), ())


def read_previous(path: Path, content: Content, aliases: Aliases) -> Previous:
    """Read the earlier scans under a path; PipelineError where nothing at all is found there."""
    reports = read_reports(path, content)
    checked = with_aliases(_workbooks(path, content, reports), aliases)
    advised = score_all(checked, content, aliases)
    scans = [earlier_of(one.opened().scores, content) for one in advised]
    earlier = (*scans, *(_renamed(one, aliases) for one in reports.earlier))
    problems = reports.problems + tuple(found for one in advised for found in one.problems)
    if not earlier:
        problems += (problem(Code.PREVIOUS_NOT_USABLE, Source(str(path))),)
    return Previous(earlier, checked, problems)


def _workbooks(path: Path, content: Content, reports: ReadReports) -> Intake:
    """Return all that is no report; where there is nothing else, that is no mistake."""
    try:
        checked = take_in((path,), content)
    except PipelineError:
        if not reports.files:
            raise
        return Intake(())
    return Intake(pack(one) for one in checked if Path(one.file) not in reports.files)


def _renamed(one: Earlier, aliases: Aliases) -> Earlier:
    names = aliases.name_for(one.organisation), aliases.name_for(one.department)
    return replace(one, organisation=names[0], department=names[1])
