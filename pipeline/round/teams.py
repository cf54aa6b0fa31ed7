"""What came in and the invitation list -> the teams of a round, each as far as is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from pipeline.letters import addressee
from pipeline.model import Invitation, Mail, Questionnaire, Sender
from pipeline.overview import Key, Team, key_of
from pipeline.problems import Severity
from pipeline.round.gathered import Round
from pipeline.round.shelf import on_shelf, report_of
from pipeline.round.useless import Came, useless_by_team
from pipeline.run import Outcome
from pipeline.shelf import report_stems
from pipeline.teams import Advised


def teams_of(round_: Round) -> tuple[Team, ...]:
    """Return all teams: those of which something came in, and those that were only asked."""
    came_in = tuple(_came_in(round_))
    used = {id(round_.invitation_of(team.key)) for team in came_in}
    silent = (one for one in round_.invitations or () if id(one) not in used)
    return came_in + tuple(_silent(one, round_) for one in silent)


def key_of_advised(one: Advised) -> Key:
    """Return by what the team of an advice is known."""
    return key_of(one.advice.scores.organisation or "", one.advice.scores.department)


def _came_in(round_: Round) -> Iterator[Team]:
    """Yield the teams of which something came in, in order of their names."""
    outcomes = {(one.organisation, one.department): one for one in round_.outcomes}
    advised = [one for one in round_.advised if one.advice.scores.organisation]
    shared = Counter(id(round_.invitation_of(key_of_advised(one))) for one in advised)
    for one in advised:
        scores = one.advice.scores
        outcome = outcomes.get((scores.organisation, scores.department))
        team = _scored(one, outcome, round_)
        invitation = round_.invitation_of(team.key)
        alone = shared[id(invitation)] == 1
        yield team if alone else replace(team, expected=None)
    known = frozenset(map(key_of_advised, advised))
    for came in useless_by_team(round_, known):
        yield _useless(came, round_)


def _scored(one: Advised, outcome: Outcome | None, round_: Round) -> Team:
    scores = one.advice.scores
    team = _team(scores.organisation or "", scores.department, round_)
    every = scores.used + scores.set_aside
    errors = [found for found in one.answers if found.severity is Severity.ERROR]
    faulty = {found.source.file for found in errors}
    days = [sent.origin.received for sent in scores.used if sent.origin.label in faulty]
    return replace(
        team,
        contact=team.contact or _contact(scores.used, round_.desk.sender),
        received=len(scores.used),
        together=any(sent.profile.together for sent in scores.used),
        errors=len(errors),
        asked=_asked(team, (), days, round_),
        day=max(sent.origin.received for sent in every).date(),
        advice=one.advice,
        report=report_of(outcome, round_.desk) if outcome else None,
    )


def _useless(came: Came, round_: Round) -> Team:
    """Return a team of which only came in what can't be used; perhaps it has a report of before."""
    team = _silent_team(came.organisation, came.department, round_)
    sent = tuple(one.questionnaire for one in came.files if one.questionnaire is not None)
    mails = [one.origin.mail for one in came.files if one.origin]
    contact = _contact(sent, round_.desk.sender) or _one_sender(mails, round_.desk.sender)
    return replace(
        team,
        contact=team.contact or contact,
        blank=came.is_blank,
        unusable=not came.is_blank,
        asked=_asked(team, came.stems, came.days, round_),
        day=max(came.days).date() if came.days else None,
    )


def _silent(one: Invitation, round_: Round) -> Team:
    """Return a team of which nothing came in now."""
    return _silent_team(one.organisation, one.department, round_)


def _silent_team(organisation: str, department: str | None, round_: Round) -> Team:
    team = _team(organisation, department, round_)
    one = round_.invitation_of(team.key)
    return replace(
        team,
        report=on_shelf(organisation, department, round_.desk),
        reminded=one is not None and round_.reminder_of(one).exists(),
    )


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


def _asked(team: Team, stems: tuple[str, ...], days: list[datetime], round_: Round) -> str:
    """Return the folder in which questions to a team lie ready; empty where it was not asked."""
    if not days:
        return ""
    own = report_stems([(team.organisation, team.department)])
    return round_.drafts.folder_for((*own, *stems), days)


# Who to turn to


def _contact(used: tuple[Questionnaire, ...], sender: Sender) -> str:
    """Return who filled in, or else who sent it, where that is one person.

    Of several people none stands for the others.
    """
    names = [one.profile.name.text for one in used if one.profile.name.text]
    if names:
        return names[0] if len(used) == 1 else ""
    return _one_sender([one.origin.mail for one in used], sender)


def _one_sender(mails: Iterable[Mail | None], sender: Sender) -> str:
    """Return the name of who sent all of these mails; one of the consultants does not count."""
    senders = [addressee(mail, "", "", sender) for mail in mails]
    alone = len({one.address.casefold() for one in senders}) == 1
    return next((one.name for one in senders if one.name), "") if alone else ""
