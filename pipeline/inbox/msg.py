"""A mail as Outlook saves it (.msg) -> who sent it, and its attachments.

python-oxmsg gives no mail within a mail: its storage is walked here. What is missing it does not
always take well, so each property is asked for by itself.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from datetime import datetime
from email import message_from_string
from email.policy import compat32
from io import BytesIO

from olefile import OleFileIO
from olefile.olefile import OleFileError
from oxmsg.properties import Properties
from oxmsg.storage import Storage

from pipeline.inbox.kinds import is_picture
from pipeline.inbox.opened import Opened, Part, UnreadableError
from pipeline.inbox.text import SHOWN, address, header_text, leads_to_file, moment
from pipeline.limits import MAX_DEPTH, MAX_MAIL, MAX_STREAMS
from pipeline.model import Mail
from pipeline.naming import visible

# Properties of a mail and of an attachment, by the numbers in Microsoft's [MS-OXPROPS].
_SUBJECT, _HEADERS, _BODY, _HTML = 0x0037, 0x007D, 0x1000, 0x1013
_MESSAGE_ID, _REFERENCES = 0x1035, 0x1039
_SENDER_NAME, _SENDER_MAIL, _SENDER_SMTP, _SENT_FOR_SMTP = 0x0C1A, 0x0C1F, 0x5D01, 0x5D02
_SUBMITTED, _DELIVERED = 0x0039, 0x0E06
_DATA, _SHORT_NAME, _LONG_NAME, _DISPLAY_NAME = 0x3701, 0x3704, 0x3707, 0x3001
_CONTENT_ID, _HIDDEN, _FLAGS, _METHOD = 0x3712, 0x7FFE, 0x3714, 0x3705
_SHOWN_IN_TEXT = 4  # in _FLAGS
_BY_LINK = 7  # in _METHOD: a file in OneDrive or SharePoint
_INSIDE = f"__substg1.0_{_DATA:04X}000D"  # the storage of a mail within a mail
_HEADER_OF_MAIL, _HEADER_OF_INNER_MAIL, _HEADER_OF_PART = 32, 24, 8
# What olefile and python-oxmsg raise for what is not there or not what it says it is.
_BROKEN = (
    OleFileError,
    OSError,
    EOFError,
    struct.error,
    KeyError,
    IndexError,
    ValueError,
    LookupError,
    AttributeError,
    TypeError,
    AssertionError,
    OverflowError,
    RecursionError,
)


def open_msg(content: bytes) -> Opened:
    """Open a mail of Outlook. Raises UnreadableError where it is no such mail."""
    try:
        with OleFileIO(BytesIO(content)) as file:
            _check(file)
            storage = Storage.from_ole(file)
        if not storage.properties_stream_bytes:
            raise UnreadableError
        return _opened(storage, _HEADER_OF_MAIL)
    except _BROKEN as error:
        raise UnreadableError from error


def _check(file: OleFileIO[str]) -> None:
    """Refuse a file of which the parts together are larger than a mail: they may overlap."""
    streams = file.listdir()
    depth = max((len(path) for path in streams), default=0)
    if len(streams) > MAX_STREAMS or depth > 2 * MAX_DEPTH + 4:
        raise UnreadableError
    if sum(file.get_size(path) for path in streams) > MAX_MAIL:
        raise UnreadableError


def _opened(storage: Storage, header: int) -> Opened:
    mail = _Properties(storage, header)
    text = mail.text(_BODY) + mail.text(_HTML) + mail.raw(_HTML).decode("utf-8", "replace")
    shown = {name.casefold() for name in SHOWN.findall(text)}
    parts = [_Properties(part, _HEADER_OF_PART) for part in storage.iter_attachment_storages()]
    return Opened(
        parts=_parts(parts, shown),
        mail=_mail(mail),
        has_link=leads_to_file(text) or any(part.number(_METHOD) == _BY_LINK for part in parts),
    )


class _Properties:
    """The properties of a mail or attachment; one that is missing or broken is empty."""

    def __init__(self, storage: Storage, header: int) -> None:
        self.storage = storage
        self._properties = Properties(storage, properties_header_offset=header)

    def text(self, number: int) -> str:
        try:
            return visible(self._properties.str_prop_value(number) or "").strip()
        except _BROKEN:
            return ""

    def raw(self, number: int) -> bytes:
        try:
            return self._properties.binary_prop_value(number) or b""
        except _BROKEN:
            return b""

    def number(self, number: int) -> int:
        try:
            return int(self._properties.int_prop_value(number) or 0)
        except _BROKEN:
            return 0

    def moment(self, number: int) -> datetime | None:
        try:
            when = self._properties.date_prop_value(number)
            return when.astimezone() if isinstance(when, datetime) else None
        except _BROKEN:
            return None


def _parts(parts: list[_Properties], shown: set[str]) -> Iterator[Part]:
    for part in parts:
        name = _name(part)
        inside = next((one for one in part.storage.storages if one.name == _INSIDE), None)
        if inside is not None and "__properties_version1.0" in _names_of_streams(inside):
            opened = _opened(inside, _HEADER_OF_INNER_MAIL)
            subject = opened.mail.subject if opened.mail else ""
            yield Part(f"{name or subject or 'bericht'}.eml", opened)
        elif part.number(_METHOD) != _BY_LINK and not _is_shown(part, name, shown):
            yield Part(name or "bijlage", part.raw(_DATA))


def _names_of_streams(storage: Storage) -> list[str]:
    return [stream.name for stream in storage.streams]


def _name(part: _Properties) -> str:
    names = (part.text(number) for number in (_LONG_NAME, _SHORT_NAME, _DISPLAY_NAME))
    return " ".join(next((name for name in names if name), "").split())


def _is_shown(part: _Properties, name: str, shown: set[str]) -> bool:
    """Tell whether a part is a picture in the text of the mail."""
    mark = part.text(_CONTENT_ID).strip("<> ").casefold()
    hidden = part.number(_HIDDEN) or part.number(_FLAGS) & _SHOWN_IN_TEXT
    return is_picture(name) and bool(hidden or mark in shown)


def _mail(mail: _Properties) -> Mail:
    headers = message_from_string(mail.text(_HEADERS), policy=compat32)
    name, sender = address(headers.get("From"))
    kept = (mail.text(number) for number in (_SENDER_SMTP, _SENT_FOR_SMTP, _SENDER_MAIL))
    known = (one for one in kept if "@" in one and not one.startswith("/"))
    return Mail(
        sender=sender or next(known, ""),
        sender_name=name or mail.text(_SENDER_NAME),
        subject=" ".join(mail.text(_SUBJECT).split()),
        message_id=mail.text(_MESSAGE_ID) or header_text(headers.get("Message-ID")),
        references=mail.text(_REFERENCES) or header_text(headers.get("References")),
        sent=mail.moment(_SUBMITTED) or mail.moment(_DELIVERED) or moment(headers.get("Date")),
    )
