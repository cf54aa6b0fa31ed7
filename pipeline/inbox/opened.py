"""What comes out of a mail or zip."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from pipeline.model import Mail
from pipeline.problems import Code


class UnreadableError(Exception):
    """A mail or zip that is not what its name says."""


@dataclass(frozen=True, slots=True)
class Part:
    """A file in a mail or zip: its name as a stranger wrote it, and what it holds.

    A mail within a mail is opened already. `fault` is why a part can't be read: behind a password,
    larger than is read, damaged. `changed` is when a file in a zip was saved.
    """

    name: str
    content: bytes | Opened = b""
    fault: Code | None = None
    changed: datetime | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A mail or zip: its files, one by one, and for a mail who sent it.

    `is_draft` is a mail that was never sent; `has_link` one whose text leads to a shared file.
    """

    parts: Iterator[Part]
    mail: Mail | None = None
    is_draft: bool = False
    has_link: bool = False
