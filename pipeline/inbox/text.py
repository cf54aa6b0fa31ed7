"""Headers and texts of mails, as programs of all ages write them -> text."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.errors import HeaderParseError
from email.header import Header, decode_header
from email.utils import parseaddr, parsedate_to_datetime

from pipeline.limits import MAX_HEADER
from pipeline.naming import visible

# Where people share files instead of attaching them.
_SHARES = re.compile(
    r"https?://(?:[\w-]+\.)*(?:drive\.google\.com|docs\.google\.com|1drv\.ms|onedrive\.live\.com"
    r"|sharepoint\.com|wetransfer\.com|we\.tl|dropbox\.com|icloud\.com|mega\.nz|surfdrive\.surf\.nl"
    r"|surffilesender\.nl|filesender\.surf\.nl)/",
    re.IGNORECASE,
)
# A picture that the text of a mail shows.
SHOWN = re.compile(r"cid:([^\"'\s>)]+)", re.IGNORECASE)


def as_text(content: bytes, charset: str) -> str:
    """Return bytes as text; what does not fit the charset is read as Windows writes it."""
    for name in (charset, "utf-8"):
        try:
            return content.decode(name)
        except (LookupError, ValueError):  # no such charset, or a name that none can have
            continue
    return content.decode("cp1252", errors="replace")


def header_text(value: object) -> str:
    """Return a header as one line, whatever it is encoded in; empty when it is absurdly long."""
    if value is None or len(str(value)) > MAX_HEADER:
        return ""
    header = value if isinstance(value, Header) else str(value)
    try:
        chunks = decode_header(header)
    except (HeaderParseError, ValueError):
        chunks = [(str(value), None)]
    words = (_word(chunk, charset) for chunk, charset in chunks)
    return " ".join(visible("".join(words)).split())


def _word(chunk: bytes | str, charset: str | None) -> str:
    if isinstance(chunk, str):
        return as_text(chunk.encode("utf-8", "surrogateescape"), "utf-8")
    return as_text(chunk, charset or "utf-8")


def address(value: object) -> tuple[str, str]:
    """Return the name and the mail address of a header such as From; empty where it has none."""
    raw = "" if value is None else str(value)
    if len(raw) > MAX_HEADER:
        return "", ""
    name, mail = parseaddr(raw)
    mail = "".join(visible(mail).split())
    return header_text(name), mail if "@" in mail else ""


def moment(value: object) -> datetime | None:
    """Return the moment in a header such as Date, as here and now tell time; None without one."""
    try:
        when = parsedate_to_datetime(str(value)[:MAX_HEADER])
        return (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone()
    except (TypeError, ValueError, IndexError, OverflowError, OSError):
        return None


def leads_to_file(text: str) -> bool:
    """Tell whether a text holds a link to a file that somebody shares."""
    return _SHARES.search(text) is not None
