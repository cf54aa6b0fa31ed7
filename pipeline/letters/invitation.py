"""The mail that asks to take part."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pipeline.dates import in_words
from pipeline.letters.stationery import Stationery, whose
from pipeline.model import Content, Invitation, Letter, Sender
from pipeline.sentences import in_order

_SUBJECT = "uitnodiging: onderwerp"
_PARAGRAPHS = (
    ("uitnodiging: waarom", "uitnodiging: tijd"),
    ("uitnodiging: bestand", "uitnodiging: wie"),
    ("uitnodiging: terugsturen", "uitnodiging: rapport"),
    ("uitnodiging: namen",),
)
# Nobody has to work with a partner; all other settings are needed for an invitation.
_MAY_LACK = frozenset({"partner"})


def invitation_letter(one: Invitation, content: Content, sender: Sender) -> Letter:
    """Return the mail that asks to take part; the deadline of the list goes before the general."""
    paper = Stationery(content, with_deadline_of(one, sender))
    subject = paper.say.join(_SUBJECT, scan=content.title) or content.title
    paragraphs = paper.say.paragraphs(*_PARAGRAPHS, voor=whose(one.organisation, one.department))
    text = paper.letter(*paragraphs, name=one.contact)
    return Letter(subject, text, one.email, one.contact, one.cc)


def missing_for_invitations(
    invitations: tuple[Invitation, ...], content: Content, sender: Sender
) -> tuple[str, ...]:
    """Return the attributes of Sender without which an invitation can't be sent."""
    keys = (_SUBJECT, *(key for keys in _PARAGRAPHS for key in keys))
    lacking = {
        attribute
        for deadline in {one.deadline for one in invitations}
        for attribute in Stationery(content, _with_deadline(deadline, sender)).missing(*keys)
    }
    return in_order(lacking - _MAY_LACK)


def with_deadline_of(one: Invitation, sender: Sender) -> Sender:
    """Return the sender with the deadline of a row of the list, where that has one."""
    return _with_deadline(one.deadline, sender)


def _with_deadline(deadline: date | None, sender: Sender) -> Sender:
    return replace(sender, deadline=in_words(deadline)) if deadline else sender
