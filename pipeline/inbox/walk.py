"""One file on disk -> what is in it, however deep: workbooks, and what can't be used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import IO

from pipeline.archives import TooMuchError
from pipeline.filenames import base_name, clean_file_name
from pipeline.inbox.eml import open_eml
from pipeline.inbox.kinds import Kind, code_of, is_own, is_system_file, kind_of, suffix_of
from pipeline.inbox.opened import Opened, Part, UnreadableError
from pipeline.inbox.zips import open_zip_file
from pipeline.limits import (
    MAX_DEPTH,
    MAX_MAIL,
    MAX_PARTS_OF_MAIL,
    MAX_PARTS_OF_ZIP,
    MAX_TAKEN_OUT,
    MEGABYTE,
)
from pipeline.model import Mail, Origin, Source
from pipeline.problems import Code, Problem, problem

WITHIN = " > "
_NO_SUFFIX = "zonder achtervoegsel"


@dataclass(frozen=True, slots=True)
class Incoming:
    """A workbook that came in; `attached` holds it where it is no file on disk by itself."""

    origin: Origin
    attached: bytes | None = None


@dataclass(frozen=True, slots=True)
class Unusable:
    """A file or attachment that can't be used, and why."""

    origin: Origin
    problem: Problem


Found = Incoming | Unusable


def found_in(file: Path) -> Iterator[Found]:
    """Yield what is in one file on disk."""
    try:
        received = datetime.fromtimestamp(file.stat().st_mtime).astimezone()
        origin = Origin(file.as_posix(), file, received)
        with file.open("rb") as stream:
            yield from _found_on_disk(origin, stream)
    except OSError:
        origin = Origin(file.as_posix(), file, datetime.fromtimestamp(0, UTC))
        yield _unusable(origin, Code.FILE_NO_ACCESS)


def _found_on_disk(origin: Origin, stream: IO[bytes]) -> Iterator[Found]:
    kind = kind_of(origin.path.name, stream)
    size = stream.seek(0, 2)
    stream.seek(0)
    if kind is Kind.WORKBOOK:
        yield Incoming(origin)
    elif kind is Kind.OTHER:
        yield _unusable(origin, code_of(origin.path.name))
    elif kind is not Kind.ZIP and size > MAX_MAIL:
        yield _unusable(origin, Code.MAIL_TOO_LARGE, size=size // MEGABYTE)
    else:
        most = MAX_PARTS_OF_ZIP if kind is Kind.ZIP else MAX_PARTS_OF_MAIL
        yield from _Walk(most).container(origin, kind, stream, 1)


def _unusable(origin: Origin, code: Code, **details: object) -> Unusable:
    name = origin.label.rpartition(WITHIN)[2]
    known = {"suffix": suffix_of(name) or _NO_SUFFIX, "count": MAX_DEPTH}
    return Unusable(origin, problem(code, Source(origin.label), **known, **details))


class _Walk:
    """The way through one file on disk; it counts what comes out, so that it ends."""

    def __init__(self, most_parts: int) -> None:
        self._parts_left = most_parts
        self._bytes_left = MAX_TAKEN_OUT

    def container(
        self, origin: Origin, kind: Kind, stream: IO[bytes], depth: int
    ) -> Iterator[Found]:
        """Yield what is in a mail or zip, which is the so many-th around it."""
        if depth > MAX_DEPTH:
            yield _unusable(origin, Code.TOO_DEEP)
            return
        try:
            opened = _open(kind, stream)
        except UnreadableError:
            yield _unusable(origin, _UNREADABLE[kind])
        except TooMuchError:
            yield _unusable(origin, Code.TOO_MUCH_INSIDE)
        else:
            yield from self._opened(origin, opened, depth)

    def _opened(self, origin: Origin, opened: Opened, depth: int) -> Iterator[Found]:
        if opened.is_draft:
            return
        if opened.mail is not None:
            mail = _completed(opened.mail, origin.mail)
            origin = replace(origin, mail=mail, received=mail.sent or origin.received)
        yield from self._parts(origin, opened, depth)

    def _parts(self, origin: Origin, opened: Opened, depth: int) -> Iterator[Found]:
        names, seen, workbook = _Names(), False, False
        for part in opened.parts:
            name = names.unique(clean_file_name(part.name))
            if not self._takes(part):
                yield _unusable(origin, Code.TOO_MUCH_INSIDE)
                return
            if is_system_file(base_name(part.name)):
                continue
            seen = True
            for found in self._part(_inner(origin, name, part), name, part, depth):
                workbook = workbook or isinstance(found, Incoming)
                yield found
        if not seen or (opened.has_link and not workbook):
            yield _unusable(origin, _code_of_empty(opened))

    def _takes(self, part: Part) -> bool:
        """Count a part; tell whether it is still within what is taken out of one file."""
        self._parts_left -= 1
        self._bytes_left -= len(part.content) if isinstance(part.content, bytes) else 0
        return self._parts_left >= 0 and self._bytes_left >= 0

    def _part(self, origin: Origin, name: str, part: Part, depth: int) -> Iterator[Found]:
        if part.fault is not None:
            yield _unusable(origin, part.fault)
        elif isinstance(part.content, Opened):
            yield from self._nested(origin, part.content, depth + 1)
        elif not is_own(name, BytesIO(part.content)):
            yield from self._file(origin, name, part.content, depth)

    def _nested(self, origin: Origin, opened: Opened, depth: int) -> Iterator[Found]:
        if depth > MAX_DEPTH:
            yield _unusable(origin, Code.TOO_DEEP)
        else:
            yield from self._opened(origin, opened, depth)

    def _file(self, origin: Origin, name: str, content: bytes, depth: int) -> Iterator[Found]:
        kind = kind_of(name, BytesIO(content))
        if kind is Kind.WORKBOOK:
            yield Incoming(origin, content)
        elif kind is Kind.OTHER:
            yield _unusable(origin, code_of(name))
        else:
            yield from self.container(origin, kind, BytesIO(content), depth + 1)


_UNREADABLE = {
    Kind.MAIL: Code.MAIL_UNREADABLE,
    Kind.OUTLOOK_MAIL: Code.MAIL_UNREADABLE,
    Kind.ZIP: Code.ZIP_UNREADABLE,
}


def _open(kind: Kind, stream: IO[bytes]) -> Opened:
    if kind is Kind.ZIP:
        return open_zip_file(stream)
    if kind is Kind.MAIL:
        return open_eml(stream)
    from pipeline.inbox.msg import open_msg  # only now: its libraries take time to load

    return open_msg(stream.read())


def _code_of_empty(opened: Opened) -> Code:
    if opened.mail is None:
        return Code.ZIP_WITHOUT_WORKBOOK
    return Code.MAIL_WITH_LINK if opened.has_link else Code.MAIL_WITHOUT_WORKBOOK


def _completed(mail: Mail, around: Mail | None) -> Mail:
    """Return a mail, with what it does not tell from the mail around it."""
    if around is None:
        return mail
    return replace(mail if mail.sender else around, sent=mail.sent or around.sent)


def _inner(origin: Origin, name: str, part: Part) -> Origin:
    """Return where a part came from: the label of what it is in, and its own name."""
    label = f"{origin.label}{WITHIN}{name}"
    mail = origin.mail
    received = origin.received if mail and mail.sent else part.changed or origin.received
    return replace(origin, label=label, received=received)


class _Names:
    """The names in one mail or zip, each once: two attachments may have the same name."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def unique(self, name: str) -> str:
        """Return a name, with a number where it is taken."""
        stem, dot, suffix = name.rpartition(".") if "." in name else (name, "", "")
        free = name
        while free.casefold() in self._taken:
            number = self._taken[name.casefold()] = self._taken[name.casefold()] + 1
            free = f"{stem} ({number}){dot}{suffix}"
        self._taken[free.casefold()] = 1
        return free
