"""A mail (.eml) -> who sent it, and its attachments.

It is parsed with the oldest policy of the email package: that one hands over broken headers as
they are, where the newer ones raise.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from email.feedparser import BytesFeedParser
from email.message import Message
from email.policy import compat32
from typing import IO, Any, TypeAlias

from pipeline.archives import TooMuchError
from pipeline.inbox.kinds import is_picture
from pipeline.inbox.opened import Opened, Part, UnreadableError
from pipeline.inbox.text import SHOWN, address, as_text, header_text, leads_to_file, moment
from pipeline.limits import MAX_BOUNDARIES, MAX_LINES_OF_MAIL
from pipeline.model import Mail

Letter: TypeAlias = "Message[Any, Any]"
_SENDERS = ("From", "Sender", "Reply-To", "Return-Path")
_CHUNK = 65_536
_NAMELESS = "bijlage"
_NESTED = "message/rfc822"
# Parts that mail programs add and nobody attached.
_ADDED = frozenset(
    {
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "application/pgp-signature",
        "message/delivery-status",
        "message/disposition-notification",
        "text/rfc822-headers",
        "text/calendar",
    }
)
_SUFFIX_OF_TYPE = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.ms-excel.sheet.macroenabled.12": ".xlsm",
    "application/vnd.ms-excel": ".xls",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "application/pdf": ".pdf",
    "application/zip": ".zip",
    _NESTED: ".eml",
}


def open_eml(stream: IO[bytes]) -> Opened:
    """Open a mail. Raises UnreadableError where it is no mail, TooMuchError for endless parts."""
    try:
        letter = _parsed(stream)
        leaves = tuple(_leaves(letter))
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError) as error:
        raise UnreadableError from error
    if not any(letter.get(name) for name in (*_SENDERS, "Date", "Subject", "Content-Type")):
        raise UnreadableError
    return _opened(letter, leaves)


def _parsed(stream: IO[bytes]) -> Letter:
    """Parse a mail bit by bit: as a whole it would stand in memory ten times over."""
    parser = BytesFeedParser(policy=compat32)
    lines = boundaries = 0
    while chunk := stream.read(_CHUNK):
        lines += chunk.count(b"\n")
        boundaries += chunk.count(b"\n--")
        if lines > MAX_LINES_OF_MAIL or boundaries > MAX_BOUNDARIES:
            raise TooMuchError
        parser.feed(chunk)
    return parser.close()


def _opened(letter: Letter, leaves: tuple[Letter, ...]) -> Opened:
    text = "\n".join(_text(leaf) for leaf in leaves if _is_body(leaf))
    shown = {name.casefold() for name in SHOWN.findall(text)}
    attached = (leaf for leaf in leaves if not (_is_body(leaf) or _is_shown(leaf, shown)))
    return Opened(
        parts=_parts(attached),
        mail=_mail(letter),
        is_draft=header_text(letter.get("X-Unsent")) == "1",
        has_link=leads_to_file(text),
    )


def _leaves(letter: Letter) -> Iterator[Letter]:
    """Yield the parts that hold something; a mail within the mail is one of them."""
    waiting = [letter]
    while waiting:
        one = waiting.pop()
        inside = one.get_payload()
        if one.get_content_type() != _NESTED and isinstance(inside, list):
            waiting += [part for part in reversed(inside) if isinstance(part, Message)]
        else:
            yield one


def _text(leaf: Letter) -> str:
    return as_text(_bytes(leaf), leaf.get_content_charset("utf-8"))


def _is_body(leaf: Letter) -> bool:
    attached = leaf.get_content_disposition() == "attachment" or _written_name(leaf)
    return leaf.get_content_maintype() == "text" and not attached


def _is_shown(leaf: Letter, shown: set[str]) -> bool:
    """Tell whether a part is not for the reader to keep: a picture in the text, a signature."""
    if leaf.get_content_type() in _ADDED:
        return True
    picture = leaf.get_content_maintype() == "image" or is_picture(_name(leaf))
    mark = header_text(leaf.get("Content-ID")).strip("<> ").casefold()
    return picture and (leaf.get_content_disposition() == "inline" or mark in shown)


def _parts(leaves: Iterator[Letter]) -> Iterator[Part]:
    for leaf in leaves:
        nested = _nested(leaf)
        content = _bytes(leaf) if nested is None else nested
        if content or _written_name(leaf):
            yield Part(_name(leaf), content)


def _nested(leaf: Letter) -> Opened | bytes | None:
    """Return the mail that a part holds; None where it holds none.

    Some programs pack a forwarded mail as if it were a file: then it is parsed once more.
    """
    inside = leaf.get_payload()
    if leaf.get_content_type() != _NESTED or not isinstance(inside, list):
        return None
    packed = header_text(leaf.get("Content-Transfer-Encoding")).casefold()
    letter = next((one for one in inside if isinstance(one, Message)), None)
    if letter is None:
        return b""
    if packed in ("base64", "quoted-printable"):
        letter["Content-Transfer-Encoding"] = packed
        return _bytes(letter)
    return _opened(letter, tuple(_leaves(letter)))


def _bytes(leaf: Letter) -> bytes:
    try:
        content = leaf.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        return b""
    return content if isinstance(content, bytes) else b""


def _name(leaf: Letter) -> str:
    """Return the name of an attachment; made from its type where it has none."""
    if written := _written_name(leaf):
        return written
    if leaf.get_content_type() == _NESTED:
        inside = leaf.get_payload()
        first = inside[0] if isinstance(inside, list) and inside else None
        subject = first.get("Subject") if isinstance(first, Message) else None
        return f"{header_text(subject) or _NAMELESS}.eml"
    if leaf.get_content_type() == "application/ms-tnef":
        return "winmail.dat"
    return _NAMELESS + _SUFFIX_OF_TYPE.get(leaf.get_content_type(), "")


def _written_name(leaf: Letter) -> str:
    try:
        return header_text(leaf.get_filename())
    except (ValueError, LookupError, TypeError, AttributeError):
        return ""


def _mail(letter: Letter) -> Mail:
    senders = [address(letter.get(name)) for name in _SENDERS]
    name, sender = next((one for one in senders if one[1]), ("", ""))
    return Mail(
        sender=sender,
        sender_name=name,
        subject=header_text(letter.get("Subject")),
        message_id=header_text(letter.get("Message-ID")),
        references=header_text(letter.get("References") or letter.get("In-Reply-To")),
        sent=moment(letter.get("Date")) or _arrived(letter),
    )


def _arrived(letter: Letter) -> datetime | None:
    """Return when the mail came in, as the last server on its way wrote it down."""
    received = letter.get_all("Received") or [""]
    return moment(str(received[0]).rpartition(";")[2].strip())
