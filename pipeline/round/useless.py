"""Files of which no answer counts -> whose they are, where that is certain.

The name in the workbook says so; else the address of the sender, where it stands in one row of the
invitation list and in no other. A domain is never enough.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from pipeline.addresses import split_addresses
from pipeline.intake import Checked
from pipeline.model import Invitation
from pipeline.overview import Key, key_of
from pipeline.problems import Code
from pipeline.round.gathered import Round
from pipeline.shelf import owner_by_file, report_stems


@dataclass(frozen=True, slots=True)
class Came:
    """What came in of a team of which nothing can be used."""

    organisation: str
    department: str | None
    files: tuple[Checked, ...]

    @property
    def is_blank(self) -> bool:
        """Whether there is a workbook in which nobody filled in an answer."""
        return any(found.code is Code.ALL_EMPTY for one in self.files for found in one.problems)

    @property
    def days(self) -> list[datetime]:
        """When the files came in; those of one mail once, as they get one reply."""
        return sorted({one.origin.received for one in self.files if one.origin})

    @property
    def stems(self) -> tuple[str, ...]:
        """The names that questions about these files may have, where no name was filled in."""
        return tuple(stem for one in self.files for stem in report_stems([owner_by_file(one.file)]))


def useless_by_team(round_: Round, known: frozenset[Key]) -> Iterator[Came]:
    """Yield the teams of which only came in what can't be used; `known` are the others."""
    by_team: dict[Key, Came] = {}
    for one in round_.useless:
        owner = _in_workbook(one) or _on_list(one, round_, known)
        if owner is None or key_of(*owner) in known:
            continue
        before = by_team.get(key_of(*owner), Came(*owner, ()))
        by_team[key_of(*owner)] = Came(*owner, (*before.files, one))
    yield from by_team.values()


def _in_workbook(one: Checked) -> tuple[str, str | None] | None:
    if one.questionnaire is None or not one.questionnaire.profile.organisation.text:
        return None
    profile = one.questionnaire.profile
    return profile.organisation.text, profile.department.text or None


def _on_list(one: Checked, round_: Round, known: frozenset[Key]) -> tuple[str, str | None] | None:
    """Return the row of the list with the address of the sender, if nothing else came in of it."""
    mail = one.origin.mail if one.origin else None
    if mail is None or not mail.sender:
        return None
    rows = [row for row in round_.invitations or () if _asks(row, mail.sender)]
    used = {id(round_.invitation_of(key)) for key in known}
    if len(rows) != 1 or id(rows[0]) in used:
        return None
    return rows[0].organisation, rows[0].department


def _asks(row: Invitation, address: str) -> bool:
    """Tell whether an address stands in a row of the list."""
    addresses = (*split_addresses(row.email), *split_addresses(row.cc))
    return address.casefold() in map(str.casefold, addresses)
