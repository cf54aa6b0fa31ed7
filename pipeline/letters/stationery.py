"""How every mail of one sender begins and ends, with the privacy text below."""

from __future__ import annotations

from pipeline.model import Content, Sender
from pipeline.naming import in_sentence
from pipeline.sentences import PRIVACY, PRIVACY_HEADING, Sentences, in_order


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


def whose(organisation: str, department: str | None) -> str:
    """Return for whom a scan is, as it stands in a sentence: `Team Werk van de gemeente X`."""
    owner = in_sentence(organisation)
    return f"{in_sentence(department)} van {owner}" if department else owner
