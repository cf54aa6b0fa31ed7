"""What one run read and made, with the invitation list: what a round is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from pipeline.dates import read_date
from pipeline.intake import Checked
from pipeline.model import Invitation
from pipeline.overview import Key, key_of
from pipeline.round.drafts import Drafts, drafts_beside
from pipeline.run import Desk, Outcome
from pipeline.shelf import reminder_name, report_stems
from pipeline.teams import Advised

REMINDERS = "herinneringen"


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

    @cached_property
    def files(self) -> tuple[str, ...]:
        """All that came in, as it is named to the user."""
        return tuple(one.file for one in self.checked)

    @cached_property
    def useless(self) -> tuple[Checked, ...]:
        """The files of which no answer counts: nothing to read in them, or no organisation."""
        return tuple(one for one in self.checked if not _counts(one))

    @cached_property
    def drafts(self) -> Drafts:
        """The questions that lie ready beside the reports."""
        return drafts_beside(self.desk.folder)


def _counts(one: Checked) -> bool:
    return one.usable is not None and bool(one.usable.profile.organisation.text)
