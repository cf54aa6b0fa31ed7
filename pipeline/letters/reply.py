"""The mail that sends a workbook back with questions, or asks for the right file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from pipeline.addresses import is_address
from pipeline.dates import read_date
from pipeline.domains import own_domain
from pipeline.letters.stationery import Stationery, whose
from pipeline.model import Content, Letter, Mail, Profile, Question, Questionnaire, Sender, Topic
from pipeline.naming import normalise
from pipeline.wording import capitalised, enumerated, in_letters

_WORDS = MappingProxyType(
    {
        Topic.UNREAD: "ongelezen",
        Topic.TWICE: "dubbel",
        Topic.EMPTY: "leeg",
        Topic.REASON: "reden",
        Topic.FIELD: "gegeven",
        Topic.CHOICE: "keuze",
        Topic.CHECK: "controle",
    }
)
_MOST_NUMBERS = 8  # more than these are not named one by one: the first sheet does
_ALREADY_REPLY = re.compile(r"(re|antw|aw|betr)\s*:", re.IGNORECASE)
_LAST_NAME_FIRST = re.compile(r"([^,@()]+), ([^,@()]+)")


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that can't be used, by the name that its sender knows; none for the mail itself.

    Without a reason it held no answer. `is_link`: it is a link in place of a file.
    """

    name: str
    reason: str
    is_link: bool = False


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who is answered: an address and a name where they are known, and the mail that came."""

    address: str = ""
    name: str = ""
    mail: Mail | None = None


def addressee(mail: Mail | None, email: str, name: str, sender: Sender) -> Addressee:
    """Return who sent a file: by the mail it came with, else by the `email` in the workbook.

    A mail of the consultants themselves is no mail of the people who filled in.
    """
    if mail is not None and is_address(mail.sender) and not _is_ours(mail.sender, sender):
        return Addressee(mail.sender, _in_order(mail.sender_name) or name, mail)
    return Addressee(email if is_address(email) else "", name)


def _is_ours(address: str, sender: Sender) -> bool:
    return normalise(address) == normalise(sender.mail or "")


def _in_order(name: str) -> str:
    """Return a name as one says it: `Visser, Anna` is Anna Visser; an address is no name."""
    if "@" in name:
        return ""
    match = _LAST_NAME_FIRST.fullmatch(name.strip())
    return f"{match[2]} {match[1]}" if match else name.strip()


def question_letter(
    one: Questionnaire,
    asked: tuple[Question, ...],
    to: Addressee,
    content: Content,
    sender: Sender,
) -> Letter:
    """Return the mail that goes with the annotated copy of a workbook."""
    paper = Stationery(content, sender)
    count = sum(question.is_open for question in asked)
    subject = "terug: onderwerp een vraag" if count == 1 else "terug: onderwerp"
    text = paper.letter(
        _thanks(one.profile, paper),
        " ".join((*_sentences(asked, to, paper), paper.say("terug: rest"))),
        " ".join((*_where(asked, paper), paper.say.join("terug: opsturen", "terug: datum"))),
        name=to.name,
    )
    return _letter(paper, to, paper.say(subject, aantal=count), text)


def unusable_letter(
    files: tuple[Refused, ...], to: Addressee, content: Content, sender: Sender
) -> Letter:
    """Return the mail that asks for the right file, because of files that can't be used."""
    paper = Stationery(content, sender)
    mail_last = sorted(files, key=lambda one: not one.name)
    told = "\n".join(_unusable(one, files, paper) for one in mail_last)
    linked = any(one.is_link for one in files)
    ask = "terug: bestand als bijlage" if linked else "terug: goede bestand"
    again = paper.say.join(ask, "terug: datum", "terug: leeg bestand")
    thanks = "terug: dank" if all(one.name for one in files) else "terug: dank mail"
    text = paper.letter(paper.say(thanks), told, again, name=to.name)
    return _letter(paper, to, paper.say("terug: onderwerp bestand"), text)


def _unusable(one: Refused, files: tuple[Refused, ...], paper: Stationery) -> str:
    if not one.name and one.is_link:
        return paper.say("terug: link" if len(files) == 1 else "terug: ook link")
    if not one.name:
        return paper.say("terug: mail")
    if not one.reason:
        return paper.say("terug: niets ingevuld", bestand=one.name)
    return paper.say("terug: bestand", bestand=one.name, reden=one.reason)


def _letter(paper: Stationery, to: Addressee, own_subject: str, text: str) -> Letter:
    subject = own_subject
    if to.mail is not None and to.mail.subject.strip():
        theirs = to.mail.subject.strip()
        is_reply = _ALREADY_REPLY.match(theirs)
        subject = theirs if is_reply else paper.say("terug: antwoord op", onderwerp=theirs)
    return Letter(subject, text, to.address, to.name, answers=to.mail)


def _thanks(profile: Profile, paper: Stationery) -> str:
    if not profile.organisation.text:
        return paper.say("terug: dank")
    voor = whose(profile.organisation.text, profile.department.text or None)
    return paper.say("terug: dank voor wie", voor=voor)


def _sentences(asked: tuple[Question, ...], to: Addressee, paper: Stationery) -> Iterator[str]:
    """Yield a sentence per topic, in the order of the topics; a missing name comes first."""
    unnamed = [question for question in asked if question.name == "organisatie"]
    if unnamed:
        yield from _about_name(to, paper)
    for topic, word in _WORDS.items():
        about = [one for one in asked if one.topic is topic and one not in unnamed]
        if topic is Topic.CHECK and any(question.stelling is None for question in about):
            yield paper.say("terug: controle alles")
            about = [question for question in about if question.stelling is not None]
        if about:
            yield _sentence(about, word, paper)


def _about_name(to: Addressee, paper: Stationery) -> Iterator[str]:
    """Yield what is asked where the organisation has no name: first what it may be."""
    yield paper.say("terug: organisatie")
    domain = own_domain(to.mail.sender) if to.mail else None
    if domain:
        yield paper.say("terug: organisatie domein", domein=domain)
    yield paper.say("terug: organisatie invullen")


def _where(asked: tuple[Question, ...], paper: Stationery) -> Iterator[str]:
    """Yield where the questions stand, and how much there is to check; as the sheet says it."""
    count = sum(question.is_open for question in asked)
    yield paper.say("terug: open een vraag" if count == 1 else "terug: open")
    checks = len(asked) - count
    if checks:
        key = "terug: ook een controle" if checks == 1 else "terug: ook controles"
        yield paper.say(key, aantal=in_letters(checks, paper.say.content))


def _sentence(about: list[Question], word: str, paper: Stationery) -> str:
    count = "een" if len(about) == 1 else "meer" if len(about) <= _MOST_NUMBERS else "veel"
    numbers = enumerated(str(question.stelling or "") for question in about)
    words = in_letters(len(about), paper.say.content)
    return capitalised(paper.say(f"terug: {count} {word}", aantal=words, nummers=numbers))


def missing_for_replies(content: Content, sender: Sender) -> tuple[str, ...]:
    """Return the attributes of Sender because of which a sentence is left out of a reply."""
    return Stationery(content, sender).missing("terug: datum")


def without_past_deadline(sender: Sender, today: date) -> Sender:
    """Return the sender without a deadline that has gone by: nobody can be held to it."""
    day = read_date(sender.deadline or "")
    return replace(sender, deadline=None) if day is not None and day < today else sender
