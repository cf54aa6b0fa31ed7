"""A draft mail as a file: it opens as a new mail that the consultant reads, completes and sends."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from pipeline.model import Sender

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TYPES = {".docx": _WORD, ".xlsx": _EXCEL, ".pdf": "application/pdf"}


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a mail."""

    name: str
    content: bytes


def draft(
    recipient: str | None,
    subject: str,
    text: str,
    sender: Sender,
    attachments: Iterable[Attachment] = (),
) -> bytes:
    """Return a mail that was not sent yet, with who sends it where that is known."""
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = " ".join(subject.split())
    mail["X-Unsent"] = "1"
    if sender.mail and "@" in sender.mail:
        mail["From"] = _address(sender.name or "", sender.mail)
    if recipient:
        mail["To"] = _address("", recipient)
    mail.set_content(f"{text.rstrip()}\n", charset="utf-8")
    for one in attachments:
        kind, _, subtype = _type_of(one.name).partition("/")
        mail.add_attachment(one.content, maintype=kind, subtype=subtype, filename=one.name)
    return mail.as_bytes()


def _address(name: str, address: str) -> Address:
    user, _, domain = "".join(address.split()).rpartition("@")
    return Address(" ".join(name.split()), user, domain)


def _type_of(name: str) -> str:
    suffix = name[name.rfind(".") :].casefold()
    return _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
