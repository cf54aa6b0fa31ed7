"""Rows of the invitation list of which not everything is in -> draft reminders, one at most."""

from __future__ import annotations

from datetime import date

from pipeline.letters import Stationery, whose, with_deadline_of
from pipeline.mail import draft, same_draft
from pipeline.model import Content, Letter, Sender
from pipeline.overview import Missing
from pipeline.problems import Code, Problem, problem
from pipeline.round.gathered import Round
from pipeline.round.state import missing_of
from pipeline.shelf import prepare_folder, put


def write_reminders(round_: Round) -> tuple[Problem, ...]:
    """Write a draft for each row that lacks a scan; one that had a draft before gets no other."""
    lacking = [one for one in missing_of(round_) if not one.useless]
    rows = [one for one in lacking if not round_.reminder_of(one.invitation).exists()]
    if not rows:
        return ()
    prepare_folder(round_.reminder_of(rows[0].invitation).parent)
    return tuple(found for one in rows for found in _write(one, round_))


def _write(one: Missing, round_: Round) -> tuple[Problem, ...]:
    desk, row = round_.desk, one.invitation
    path = round_.reminder_of(row)
    letter = reminder_letter(one, round_.today, desk.content, desk.sender)
    written = put(path.parent, path.name, draft(letter, desk.sender), desk.now, same_draft)
    if row.email:
        return written.problems
    name = whose(row.organisation, row.department)
    unknown = problem(Code.REMINDER_WITHOUT_ADDRESS, row.source, whose=name)
    return (*written.problems, unknown)


def reminder_letter(one: Missing, today: date, content: Content, sender: Sender) -> Letter:
    """Return the mail that asks where a scan is, or the others of a team."""
    row = one.invitation
    paper = Stationery(content, with_deadline_of(row, sender))
    lacking = (row.expected or 1) - one.received
    keys = ("herinnering: nog niets", "herinnering: nog een", "herinnering: nog meer")
    begun = keys[0] if not one.received else keys[1] if lacking == 1 else keys[2]
    late = one.deadline is not None and one.deadline < today
    asked = paper.say.join("herinnering: datum voorbij" if late else "herinnering: datum")
    text = paper.letter(
        paper.say(begun, voor=whose(row.organisation, row.department), nog=lacking),
        asked or paper.say("herinnering: zonder datum"),
        name=row.contact,
    )
    subject = paper.say("herinnering: onderwerp", scan=content.title)
    return Letter(subject, text, row.email, row.contact, row.cc)
