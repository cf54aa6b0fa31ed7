"""A team as it stands -> its stand as this tool sees it, and what is to be done now.

The rules stand in order: the first that fits says what to do, and where the team comes in the list.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from pipeline.dates import in_words, working_days_before
from pipeline.model import Texts
from pipeline.overview.values import Action, Made, ReportState, Stand, Team, Urgency

REMINDER_DAYS = 5  # working days before the deadline


def stand_of(team: Team) -> Stand:
    """Return how far a team is, as far as this tool can know."""
    report = team.report
    if report is not None and report.final:
        return Stand.EDITED
    if team.asked:
        return Stand.RETURNED
    if report is not None and report.edited:
        return Stand.EDITED
    if report is not None and report.made is not Made.FAILED:
        return Stand.READY
    if team.came_in:
        return Stand.RECEIVED
    return Stand.REMINDED if team.reminded else Stand.INVITED


@dataclass(frozen=True, slots=True)
class Case:
    """A team with the stand that holds, chosen or not, and what day it is."""

    team: Team
    stand: str
    today: date
    texts: Texts
    reminders: str

    def stands_at(self, *stands: Stand) -> bool:
        """Tell whether one of these is the stand that holds."""
        return any(self.stand == self.texts[f"stand: {stand.value}"] for stand in stands)

    @property
    def report(self) -> ReportState:
        """The report; where there is none, one that was not made now."""
        return self.team.report or ReportState(Made.NOT_NOW, None)

    @property
    def gone(self) -> bool:
        """Whether the team is neither on the list nor among the scans."""
        team = self.team
        return not (team.came_in or team.invited)

    @property
    def overdue(self) -> bool:
        """Whether the deadline has passed."""
        return self.team.deadline is not None and self.team.deadline < self.today

    @property
    def time_to_remind(self) -> bool:
        """Whether the day has come on which a reminder is sent."""
        deadline = self.team.deadline
        return deadline is not None and working_days_before(deadline, REMINDER_DAYS) <= self.today


Said = tuple[str, dict[str, object]] | None
Rule = Callable[[Case], Said]


def _failed(case: Case) -> Said:
    return ("doen: rapport niet gemaakt", {}) if case.report.made is Made.FAILED else None


def _beside(case: Case) -> Said:
    return ("doen: rapport ernaast", {}) if case.report.made is Made.BESIDE else None


def _settled(case: Case) -> Said:
    fine = case.team.received and not case.team.errors
    return ("doen: fouten zijn weg", {}) if fine and case.stands_at(Stand.RETURNED) else None


def _blank(case: Case) -> Said:
    asked = case.stands_at(Stand.RETURNED)
    empty = case.team.blank and not case.team.received and not asked
    return ("doen: leeg", {}) if empty else None


def _unusable(case: Case) -> Said:
    later = case.stands_at(Stand.RETURNED, Stand.SENT, Stand.DISCUSSED)
    nothing = case.team.unusable and not case.team.received and not later
    return ("doen: niet te gebruiken", {}) if nothing else None


def _errors(case: Case) -> Said:
    later = case.stands_at(Stand.RETURNED, Stand.SENT, Stand.DISCUSSED) or case.team.asked
    count = 0 if later or case.report.final else case.team.errors
    if count == 1:
        return "doen: een vraag", {}
    return ("doen: vragen", {"aantal": count}) if count else None


def _overdue(case: Case) -> Said:
    late = case.overdue and _waits(case) and not case.stands_at(Stand.RETURNED)
    return ("doen: te laat", _deadline(case)) if late else None


def _remind(case: Case) -> Said:
    if not (case.time_to_remind and _waits(case)):
        return None
    if case.stands_at(Stand.INVITED):
        return "doen: herinner", _deadline(case)
    drafted = case.team.reminded and case.stands_at(Stand.REMINDED)
    return ("doen: herinnering klaar", {"map": case.reminders}) if drafted else None


def _final_again(case: Case) -> Said:
    if not case.report.renewed:
        return None
    sent = case.stands_at(Stand.SENT, Stand.DISCUSSED)
    return "doen: opnieuw verzenden" if sent else "doen: opnieuw definitief", {}


def _send(case: Case) -> Said:
    ready = case.report.final and not case.stands_at(Stand.SENT, Stand.DISCUSSED)
    return ("doen: verstuur", {}) if ready else None


def _make_final(case: Case) -> Said:
    return ("doen: maak definitief", {}) if case.stands_at(Stand.EDITED) else None


def _edit(case: Case) -> Said:
    if not (case.team.received and case.stands_at(Stand.READY)):
        return None
    if not case.team.lacking:
        return "doen: bewerk", {}
    return ("doen: bewerk of vraag", _deadline(case)) if case.overdue else None


def _discuss(case: Case) -> Said:
    return ("doen: bespreek", {}) if case.stands_at(Stand.SENT) else None


def _more(case: Case) -> Said:
    lacking = case.team.lacking
    if not (case.team.received and case.stands_at(Stand.READY, Stand.RECEIVED) and lacking):
        return None
    if case.team.deadline is None:
        return "doen: nog een" if lacking == 1 else "doen: nog meer", {"aantal": lacking}
    key = "doen: nog een tot" if lacking == 1 else "doen: nog meer tot"
    return key, {"aantal": lacking} | _deadline(case)


def _better(case: Case) -> Said:
    """Say to wait. That questions lie ready is known, that they were sent is not."""
    if not case.stands_at(Stand.RETURNED):
        return None
    asked = case.team.asked
    return ("doen: vragen klaar", {"map": asked}) if asked else ("doen: wacht op verbetering", {})


def _wait(case: Case) -> Said:
    deadline = case.team.deadline
    if not _waits(case):
        return None
    if deadline is None:
        return "doen: wacht", {}
    if case.time_to_remind or case.stands_at(Stand.REMINDED):
        return "doen: wacht na herinnering", _deadline(case)
    day = in_words(working_days_before(deadline, REMINDER_DAYS))
    return "doen: wacht tot", _deadline(case) | {"herinner": day}


def _earlier(case: Case) -> Said:
    known = not case.team.came_in and case.report.path
    return ("doen: rapport van eerder", {}) if known else None


def _gone(case: Case) -> Said:
    return ("doen: niet in deze ronde", {}) if case.gone else None


def _done(case: Case) -> Said:
    return ("doen: klaar", {}) if case.stands_at(Stand.DISCUSSED) else None


def _whatever(case: Case) -> Said:
    return ("doen: bewerk", {}) if case.team.received else ("doen: wacht", {})


def _waits(case: Case) -> bool:
    """Tell whether nothing came in of a team that was asked."""
    team = case.team
    came = team.came_in or case.report.path
    return team.invited and not came and not case.stands_at(Stand.SENT, Stand.DISCUSSED)


def _deadline(case: Case) -> dict[str, object]:
    return {"deadline": in_words(case.team.deadline) if case.team.deadline else ""}


RULES: tuple[tuple[Urgency, Rule], ...] = (
    (Urgency.NOW, _failed),
    (Urgency.NOW, _beside),
    (Urgency.NOW, _settled),
    (Urgency.NOW, _blank),
    (Urgency.NOW, _unusable),
    (Urgency.NOW, _errors),
    (Urgency.NOW, _overdue),
    (Urgency.NOW, _remind),
    (Urgency.NOW, _final_again),
    (Urgency.NOW, _send),
    (Urgency.NOW, _make_final),
    (Urgency.NOW, _edit),
    (Urgency.NOW, _discuss),
    (Urgency.WAIT, _more),
    (Urgency.WAIT, _better),
    (Urgency.WAIT, _wait),
    (Urgency.DONE, _done),
    (Urgency.WAIT, _earlier),
    (Urgency.DONE, _gone),
    (Urgency.NOW, _whatever),
)


def action_of(case: Case) -> Action:
    """Return what is to be done now for a team."""
    for rank, (urgency, rule) in enumerate(RULES):
        said = rule(case)
        if said is not None:
            key, values = said
            return Action(rank, urgency, case.texts.fill(key, **values))
    raise ValueError(case)
