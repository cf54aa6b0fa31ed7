"""Reports, scans and invitations -> how a round stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.model import Source
from pipeline.overview import Earlier, Missing, RoundState, Team
from pipeline.problems import Code, Problem, problem
from pipeline.round.gathered import REMINDERS, Round
from pipeline.round.shelf import on_shelf
from pipeline.round.teams import key_of_advised, teams_of


def round_state(round_: Round, earlier: Earlier) -> RoundState:
    """Return how a round stands."""
    teams = teams_of(round_)
    there = {team.key for team in teams}
    before = tuple(
        Team(
            line.organisation,
            line.department,
            report=on_shelf(line.organisation, line.department, round_.desk),
        )
        for line in earlier.lines
        if line.key not in there
    )
    missing = None if round_.invitations is None else missing_of(round_)
    problems = (*_problems(round_), *not_listed(round_))
    return RoundState(teams, before, problems, missing, round_.today, REMINDERS, round_.files)


# The list


def missing_of(round_: Round) -> tuple[Missing, ...]:
    """Return the rows of the list of which not everything is in."""
    return tuple(_missing(round_, teams_of(round_)))


def _missing(round_: Round, teams: tuple[Team, ...]) -> Iterator[Missing]:
    of_row: dict[int, list[Team]] = {}
    for team in teams:
        of_row.setdefault(id(round_.invitation_of(team.key)), []).append(team)
    for one in round_.invitations or ():
        whose = of_row.get(id(one), [])
        received = sum(team.received for team in whose)
        known = any(team.together or (team.report and not team.received) for team in whose)
        if not known and received < (one.expected or 1):
            useless = any(team.blank or team.unusable for team in whose)
            yield Missing(one, received, round_.deadline_of(one), useless)


def not_listed(round_: Round) -> Iterator[Problem]:
    """Yield the teams of which a scan came in and that are not on the list."""
    if round_.invitations is None:
        return
    for one in round_.advised:
        scores = one.advice.scores
        if scores.organisation and round_.invitation_of(key_of_advised(one)) is None:
            names = (scores.organisation, scores.department)
            whose = " - ".join(name for name in names if name)
            source = Source(scores.used[0].origin.label)
            yield problem(Code.TEAM_NOT_LISTED, source, whose=whose)


def _problems(round_: Round) -> Iterable[Problem]:
    yield from (found for one in round_.checked for found in one.problems)
    yield from (found for one in round_.outcomes for found in one.problems)
