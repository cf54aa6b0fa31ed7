"""Reports, scans and invitations -> how a round stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from pipeline.dates import read_date
from pipeline.intake import Checked
from pipeline.model import Invitation, Questionnaire, Source
from pipeline.overview import (
    Earlier,
    Key,
    Made,
    Missing,
    ReportState,
    RoundState,
    Team,
    key_of,
)
from pipeline.problems import Code, Problem, Severity, problem
from pipeline.run import Desk, Outcome
from pipeline.shelf import Status, final_name, reminder_name, report_name, report_stems, short_name
from pipeline.teams import Advised

REMINDERS = "herinneringen"
_MOMENT = 60  # seconds within which files of one copy action have their time
_MADE = {Status.FAILED: Made.FAILED, Status.BESIDE: Made.BESIDE}


@dataclass(frozen=True)
class Round:
    """What one run read and made. `invitations` is None where there is no list."""

    advised: tuple[Advised, ...]
    outcomes: tuple[Outcome, ...]
    checked: Sequence[Checked]
    invitations: tuple[Invitation, ...] | None
    desk: Desk

    @property
    def today(self) -> date:
        """The day of this run."""
        return self.desk.now.date()

    @cached_property
    def by_key(self) -> dict[Key, Invitation]:
        """The rows of the list by organisatie + onderdeel."""
        return {key_of(one.organisation, one.department): one for one in self.invitations or ()}

    def invitation_of(self, key: Key) -> Invitation | None:
        """Return the row of a team, else the one of its whole organisation."""
        return self.by_key.get(key) or self.by_key.get((key[0], ""))

    def reminder_of(self, invitation: Invitation) -> Path:
        """Return where the draft reminder of a row is kept."""
        return self.desk.folder / REMINDERS / reminder_name(self._stems[id(invitation)])

    @cached_property
    def _stems(self) -> dict[int, str]:
        rows = self.invitations or ()
        stems = report_stems((one.organisation, one.department) for one in rows)
        return {id(one): stem for one, stem in zip(rows, stems, strict=True)}

    def deadline_of(self, one: Invitation | None) -> date | None:
        """Return when the scans should be in: as the list says, else the settings."""
        in_list = one.deadline if one else None
        return in_list or read_date(self.desk.sender.deadline or "")


def round_state(round_: Round, earlier: Earlier) -> RoundState:
    """Return how a round stands."""
    teams = _teams(round_)
    there = {team.key for team in teams}
    before = tuple(
        Team(
            line.organisation,
            line.department,
            report=_on_shelf(line.organisation, line.department, round_.desk),
        )
        for line in earlier.lines
        if line.key not in there
    )
    missing = None if round_.invitations is None else missing_of(round_)
    problems = (*_problems(round_), *not_listed(round_))
    return RoundState(teams, before, problems, missing, round_.today, REMINDERS)


# Teams


def _teams(round_: Round) -> tuple[Team, ...]:
    """Return all teams: those of which something came in, and those that were only asked."""
    came_in = tuple(_came_in(round_))
    used = {id(round_.invitation_of(team.key)) for team in came_in}
    silent = (one for one in round_.invitations or () if id(one) not in used)
    return came_in + tuple(_silent(one, round_) for one in silent)


def _came_in(round_: Round) -> Iterator[Team]:
    """Yield the teams of which something came in, in order of their names."""
    outcomes = {(one.organisation, one.department): one for one in round_.outcomes}
    advised = [one for one in round_.advised if one.advice.scores.organisation]
    shared = Counter(id(round_.invitation_of(_key(one))) for one in advised)
    for one in advised:
        scores = one.advice.scores
        outcome = outcomes.get((scores.organisation, scores.department))
        team = _scored(one, outcome, round_)
        invitation = round_.invitation_of(team.key)
        alone = shared[id(invitation)] == 1
        yield team if alone else replace(team, expected=None)
    yield from _only_blank(round_, {_key(one) for one in advised})


def _key(one: Advised) -> Key:
    return key_of(one.advice.scores.organisation or "", one.advice.scores.department)


def _scored(one: Advised, outcome: Outcome | None, round_: Round) -> Team:
    scores = one.advice.scores
    team = _team(scores.organisation or "", scores.department, round_)
    every = scores.used + scores.set_aside
    return replace(
        team,
        contact=team.contact or _contact(scores.used),
        received=len(scores.used),
        together=any(sent.profile.together for sent in scores.used),
        errors=sum(found.severity is Severity.ERROR for found in one.answers),
        day=max(sent.origin.received for sent in every).date(),
        advice=one.advice,
        report=_report(outcome, round_.desk) if outcome else None,
    )


def _contact(used: tuple[Questionnaire, ...]) -> str:
    """Return who filled in, where that is one person; of several none stands for the others."""
    return used[0].profile.name.text if len(used) == 1 else ""


def _only_blank(round_: Round, known: set[Key]) -> Iterator[Team]:
    """Yield the teams of which only workbooks without an answer came in."""
    for one in round_.checked:
        sent = one.questionnaire
        if sent is None or one.usable is not None or not sent.profile.organisation.text:
            continue
        profile = sent.profile
        team = _team(profile.organisation.text, profile.department.text or None, round_)
        if team.key not in known:
            known.add(team.key)
            yield replace(team, blank=True, day=sent.origin.received.date())


def _silent(one: Invitation, round_: Round) -> Team:
    """Return a team of which nothing came in now; perhaps it has a report of before."""
    team = _team(one.organisation, one.department, round_)
    report = _on_shelf(one.organisation, one.department, round_.desk)
    return replace(team, report=report, reminded=round_.reminder_of(one).exists())


def _team(organisation: str, department: str | None, round_: Round) -> Team:
    invitation = round_.invitation_of(key_of(organisation, department))
    return Team(
        organisation,
        department,
        contact=invitation.contact if invitation else "",
        expected=invitation.expected if invitation else None,
        invited=invitation is not None,
        deadline=round_.deadline_of(invitation),
    )


# The shelf


def _report(outcome: Outcome, desk: Desk) -> ReportState:
    path = outcome.written.path
    made = _MADE.get(outcome.written.status, Made.WELL)
    if made is Made.WELL and path is not None:
        return replace(_with_final(made, path), edited=outcome.updated.edited)
    own = _on_shelf(outcome.organisation or "", outcome.department, desk)
    return replace(own, made=made) if own else ReportState(made, path)


def _on_shelf(organisation: str, department: str | None, desk: Desk) -> ReportState | None:
    """Return the report that a team has from before."""
    (stem,) = report_stems([(organisation, department)])
    name = short_name(stem) if desk.wanted.short else report_name(stem)
    path = desk.folder / name
    return _with_final(Made.NOT_NOW, path) if path.is_file() else None


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


# The list


def missing_of(round_: Round) -> tuple[Missing, ...]:
    """Return the rows of the list of which not everything is in."""
    return tuple(_missing(round_, _teams(round_)))


def _missing(round_: Round, teams: tuple[Team, ...]) -> Iterator[Missing]:
    of_row: dict[int, list[Team]] = {}
    for team in teams:
        of_row.setdefault(id(round_.invitation_of(team.key)), []).append(team)
    for one in round_.invitations or ():
        whose = of_row.get(id(one), [])
        received = sum(team.received for team in whose)
        known = any(team.together or (team.report and not team.received) for team in whose)
        if not known and received < (one.expected or 1):
            blank = any(team.blank for team in whose)
            yield Missing(one, received, round_.deadline_of(one), blank)


def not_listed(round_: Round) -> Iterator[Problem]:
    """Yield the teams of which a scan came in and that are not on the list."""
    if round_.invitations is None:
        return
    for one in round_.advised:
        scores = one.advice.scores
        if scores.organisation and round_.invitation_of(_key(one)) is None:
            names = (scores.organisation, scores.department)
            whose = " - ".join(name for name in names if name)
            source = Source(scores.used[0].origin.label)
            yield problem(Code.TEAM_NOT_LISTED, source, whose=whose)


def _problems(round_: Round) -> Iterable[Problem]:
    yield from (found for one in round_.checked for found in one.problems)
    yield from (found for one in round_.outcomes for found in one.problems)
