"""Files of which no answer counts -> whose they are, where that is certain.

The name in the workbook says so; else the address of the sender, where it stands in one row of the
invitation list and in no other. A domain is never enough: then the organisation is not known yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from pipeline.addresses import split_addresses
from pipeline.domains import own_domain
from pipeline.intake import Checked
from pipeline.letters import addressee
from pipeline.model import Invitation
from pipeline.overview import Key, ShortNames, key_of
from pipeline.problems import Code
from pipeline.round.gathered import Round
from pipeline.shelf import owner_by_file, report_stems

Owner = tuple[str, str | None]


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
    finding = _Finding(round_, known)
    for one in round_.useless:
        owner = _in_workbook(one) or finding.by_sender(one)
        if owner is None or key_of(*owner) in known:
            continue
        before = by_team.get(key_of(*owner), Came(*owner, ()))
        by_team[key_of(*owner)] = Came(*owner, (*before.files, one))
    yield from by_team.values()


def _in_workbook(one: Checked) -> Owner | None:
    if one.questionnaire is None or not one.questionnaire.profile.organisation.text:
        return None
    profile = one.questionnaire.profile
    return profile.organisation.text, profile.department.text or None


class _Finding:
    """Whose a file without a name is, in one round."""

    def __init__(self, round_: Round, known: frozenset[Key]) -> None:
        self._round = round_
        self._used = {id(round_.invitation_of(key)) for key in known}
        self._heard = frozenset(_senders_that_count(round_))
        self._names = ShortNames(round_.files)

    def by_sender(self, one: Checked) -> Owner | None:
        """Return the row of the list with the sender of a file, else that it is not known whose.

        None where it does not matter: a scan of that row or that sender counts, or nobody sent it.
        """
        address = self._sender(one)
        if not address:
            return self._unknown(one, self._names.of(one.file)) if one.usable is not None else None
        rows = [row for row in self._round.invitations or () if _asks(row, address)]
        open_ = [row for row in rows if id(row) not in self._used]
        if len(rows) == 1 and open_:
            return rows[0].organisation, rows[0].department
        if (rows and not open_) or address in self._heard:
            return None
        return self._unknown(one, own_domain(address) or address)

    def _sender(self, one: Checked) -> str:
        mail = one.origin.mail if one.origin else None
        return addressee(mail, "", "", self._round.desk.sender).address.casefold()

    def _unknown(self, one: Checked, sent_by: str) -> Owner:
        name = self._round.desk.content.overview.fill("organisatie: onbekend", van=sent_by)
        sent = one.questionnaire
        return name, (sent.profile.department.text or None) if sent else None


def _senders_that_count(round_: Round) -> Iterator[str]:
    """Yield from whom a scan came that counts."""
    for advised in round_.advised:
        scores = advised.advice.scores
        if scores.organisation:
            mails = (sent.origin.mail for sent in (*scores.used, *scores.set_aside))
            yield from (mail.sender.casefold() for mail in mails if mail)


def _asks(row: Invitation, address: str) -> bool:
    """Tell whether an address stands in a row of the list."""
    addresses = (*split_addresses(row.email), *split_addresses(row.cc))
    return address in map(str.casefold, addresses)
