"""A draft mail as a file: it opens as a new mail that the consultant reads, completes and sends."""

from __future__ import annotations

import email
import mimetypes
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, default

from pipeline.addresses import is_address, split_addresses
from pipeline.model import Letter, Mail, Sender
from pipeline.sameness import parts

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TYPES = {".docx": _WORD, ".xlsx": _EXCEL, ".pdf": "application/pdf"}
_MESSAGE_ID = re.compile(r"<[!-;=?-~]{1,900}>")
_TOLD = ("Subject", "From", "To", "Cc", "In-Reply-To", "References")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a mail."""

    name: str
    content: bytes


def draft(letter: Letter, sender: Sender, attachments: Iterable[Attachment] = ()) -> bytes:
    """Return a mail that was not sent yet, with who sends it where that is known."""
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = " ".join(letter.subject.split())
    mail["X-Unsent"] = "1"
    if sender.mail and is_address(sender.mail):
        mail["From"] = _address(sender.name or "", sender.mail)
    for header, addresses in (("To", _recipients(letter)), ("Cc", _plain(letter.cc))):
        if addresses:
            mail[header] = addresses
    mail.set_content(f"{letter.text.rstrip()}\n", charset="utf-8")
    for one in attachments:
        kind, _, subtype = _type_of(one.name).partition("/")
        mail.add_attachment(one.content, maintype=kind, subtype=subtype, filename=one.name)
    return _thread(letter.answers) + mail.as_bytes()


def _recipients(letter: Letter) -> list[Address]:
    """Return to whom it goes, with a name where that can only mean one of them."""
    addresses = _plain(letter.to)
    if len(addresses) != 1:
        return addresses
    return [_address(letter.to_name, addresses[0].addr_spec)]


def _plain(text: str) -> list[Address]:
    return [_address("", part) for part in split_addresses(text) if is_address(part)]


def _thread(answered: Mail | None) -> bytes:
    """Return the headers that keep a reply in its thread, on lines as long as they are.

    EmailMessage would encode a long id, after which no mail program knows it any more.
    """
    own = _MESSAGE_ID.findall(answered.message_id)[:1] if answered else []
    if answered is None or not own:
        return b""
    earlier = [one for one in _MESSAGE_ID.findall(answered.references) if one not in own]
    references = "\r\n ".join(dict.fromkeys([*earlier, *own]))
    return f"In-Reply-To: {own[0]}\r\nReferences: {references}\r\n".encode("ascii")


def _address(name: str, address: str) -> Address:
    user, _, domain = "".join(address.split()).rpartition("@")
    return Address(" ".join(name.split()), user, domain)


def _type_of(name: str) -> str:
    suffix = name[name.rfind(".") :].casefold()
    return _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"


# Whether a draft is still the one that was made


def same_draft(one: bytes, other: bytes) -> bool:
    """Tell whether two drafts say the same and hold the same files, whenever they were made."""
    return list(_said(one)) == list(_said(other))


def _said(draft: bytes) -> Iterator[object]:
    mail = email.message_from_bytes(draft, policy=default)
    yield [str(mail[header]) for header in _TOLD]
    for part in mail.walk():
        if not part.is_multipart():
            content = part.get_payload(decode=True)
            yield part.get_filename(), parts(content if isinstance(content, bytes) else b"")
