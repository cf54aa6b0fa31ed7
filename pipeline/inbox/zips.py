"""A zip -> the files in it, one at a time."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import IO

from pipeline.archives import BROKEN_ZIP, TooMuchError, is_locked, open_zip, read_member
from pipeline.inbox.opened import Opened, Part, UnreadableError
from pipeline.limits import MAX_MAIL, MAX_PARTS_OF_ZIP
from pipeline.problems import Code

_MACOS = "__macosx/"  # where macOS keeps what Finder wants to know


def open_zip_file(stream: IO[bytes]) -> Opened:
    """Open a zip; `stream` stays open while its parts are read.

    Raises UnreadableError where it is no zip, TooMuchError where it holds far too much.
    """
    try:
        archive = open_zip(stream, MAX_PARTS_OF_ZIP)
    except BROKEN_ZIP as error:
        raise UnreadableError from error
    return Opened(_parts(archive))


def _parts(archive: zipfile.ZipFile) -> Iterator[Part]:
    files = (member for member in archive.infolist() if not member.is_dir())
    for member in sorted(files, key=lambda member: member.filename):
        if not member.filename.casefold().startswith(_MACOS):
            yield _part(archive, member)


def _part(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Part:
    if is_locked(member):
        return Part(member.filename, fault=Code.ZIP_ENCRYPTED)
    try:
        content = read_member(archive, member, MAX_MAIL)
    except TooMuchError:
        return Part(member.filename, fault=Code.TOO_MUCH_INSIDE)
    except BROKEN_ZIP:
        return Part(member.filename, fault=Code.FILE_UNREADABLE)
    return Part(member.filename, content, changed=_changed(member))


def _changed(member: zipfile.ZipInfo) -> datetime | None:
    try:
        return datetime(*member.date_time).astimezone()
    except (ValueError, OverflowError, OSError):
        return None
