"""The draft mail that goes with a final report."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.mail import Attachment, draft
from pipeline.model import Content, Sender


def report_letter(
    whose: str, content: Content, sender: Sender, attachments: tuple[Attachment, ...]
) -> bytes:
    """Return the draft mail with a report; a sentence without its setting is left out."""
    with_pdf = any(one.name.casefold().endswith(".pdf") for one in attachments)
    subject = content.mails.fill("rapport: onderwerp", onderdeel=whose)
    text = "\n\n".join(_paragraphs(content, sender, with_pdf))
    return draft(None, subject, text, sender, attachments)


def _paragraphs(content: Content, sender: Sender, with_pdf: bool) -> Iterator[str]:
    say = content.mails.fill
    yield say("mail: aanhef")
    yield say("rapport: tekst")
    if with_pdf:
        yield say("rapport: pdf")
    if sender.phone:
        yield say("mail: telefoon", telefoon=sender.phone)
    elif sender.mail:
        yield say("mail: adres", mail=sender.mail)
    names = [name for name in (sender.name, sender.organisation) if name]
    if names:
        yield "\n".join([say("mail: groet"), *names])
