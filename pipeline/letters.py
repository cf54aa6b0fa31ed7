"""What our mails say: content/mails.md, filled in for one reader, with the privacy text below."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pipeline.dates import in_words
from pipeline.model import Content, Invitation, Letter, Sender
from pipeline.naming import in_sentence
from pipeline.sentences import PRIVACY, PRIVACY_HEADING, Sentences, in_order

_INVITATION = (
    ("uitnodiging: waarom", "uitnodiging: tijd"),
    ("uitnodiging: bestand", "uitnodiging: wie"),
    ("uitnodiging: terugsturen", "uitnodiging: rapport"),
    ("uitnodiging: namen",),
)
# Nobody has to work with a partner; all other settings are needed for an invitation.
_MAY_LACK = frozenset({"partner"})


class Stationery:
    """How every mail of one sender begins and ends."""

    def __init__(self, content: Content, sender: Sender) -> None:
        """Take the texts and who sends."""
        self.say = Sentences(content.mails, content, sender)
        self._privacy = Sentences(content.workbook, content, sender)
        self._sender = sender

    def letter(self, *paragraphs: str, name: str = "") -> str:
        """Return the whole text: salutation, paragraphs, whom to ask, greeting, privacy."""
        salutation = self.say("mail: aanhef naam", contact=name) if name else ""
        parts = (
            salutation or self.say("mail: aanhef"),
            *paragraphs,
            self._questions(),
            self._greeting(),
            self._data(),
        )
        return "\n\n".join(filter(None, parts))

    def _questions(self) -> str:
        keys = ("mail: telefoon", "mail: adres")
        return next((self.say(key) for key in keys if not self.say.lacks(key)), "")

    def _greeting(self) -> str:
        names = [name for name in (self._sender.name, self._sender.organisation) if name]
        return "\n".join([self.say("mail: groet"), *names]) if names else ""

    def _data(self) -> str:
        heading = self._privacy(PRIVACY_HEADING)
        return "\n\n".join((heading, *self._privacy.paragraphs(*PRIVACY)))

    def missing(self, *keys: str) -> tuple[str, ...]:
        """Return the attributes of Sender without which a mail with these texts is not whole."""
        private = (key for paragraph in PRIVACY for key in paragraph)
        lacking = {*self.say.missing(keys), *self._privacy.missing(private)}
        if not self._sender.phone and not self._sender.mail:
            lacking.add("phone")
        unsigned = ("name", "organisation")
        lacking.update(one for one in unsigned if not getattr(self._sender, one))
        return in_order(lacking)


def invitation_letter(one: Invitation, content: Content, sender: Sender) -> Letter:
    """Return the mail that asks to take part; the deadline of the list goes before the general."""
    paper = Stationery(content, with_deadline_of(one, sender))
    subject_key = "uitnodiging: onderwerp"
    subject = paper.say.join(subject_key, scan=content.title) or content.title
    paragraphs = paper.say.paragraphs(*_INVITATION, voor=whose(one.organisation, one.department))
    text = paper.letter(*paragraphs, name=one.contact)
    return Letter(subject, text, one.email, one.contact, one.cc)


def missing_for_invitations(
    invitations: tuple[Invitation, ...], content: Content, sender: Sender
) -> tuple[str, ...]:
    """Return the attributes of Sender without which an invitation can't be sent."""
    keys = ("uitnodiging: onderwerp", *(key for keys in _INVITATION for key in keys))
    lacking = {
        attribute
        for deadline in {one.deadline for one in invitations}
        for attribute in Stationery(content, _with_deadline(deadline, sender)).missing(*keys)
    }
    return in_order(lacking - _MAY_LACK)


def report_letter(whose_report: str, content: Content, sender: Sender, *, with_pdf: bool) -> Letter:
    """Return the mail that goes with a final report."""
    paper = Stationery(content, sender)
    keys = ("rapport: tekst", "rapport: pdf") if with_pdf else ("rapport: tekst",)
    subject = paper.say("rapport: onderwerp", onderdeel=whose_report)
    return Letter(subject, paper.letter(*map(paper.say, keys)))


def whose(organisation: str, department: str | None) -> str:
    """Return for whom a scan is, as it stands in a sentence: `Team Werk van de gemeente X`."""
    owner = in_sentence(organisation)
    return f"{department} van {owner}" if department else owner


def with_deadline_of(one: Invitation, sender: Sender) -> Sender:
    """Return the sender with the deadline of a row of the list, where that has one."""
    return _with_deadline(one.deadline, sender)


def _with_deadline(deadline: date | None, sender: Sender) -> Sender:
    return replace(sender, deadline=in_words(deadline)) if deadline else sender
