"""A stranger's zip, opened within limits: what it says of itself is checked first."""

from __future__ import annotations

import struct
import zipfile
import zlib
from typing import IO

# What zipfile raises for a file that is not what it says it is.
BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
)
_END = b"PK\x05\x06"
_END_64, _END_64_LOCATOR = b"PK\x06\x06", b"PK\x06\x07"
_LONGEST_END = 65_535 + 22 + 20 + 56
_BYTES_PER_MEMBER = 400  # in the directory of a zip: 46, a long path, and what programs add
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the others unpack far larger, and are rare


class TooMuchError(Exception):
    """A zip holds more than its reader takes."""


def open_zip(stream: IO[bytes], most_members: int) -> zipfile.ZipFile:
    """Open a zip of at most so many members.

    Raises TooMuchError where there are more, and one of BROKEN_ZIP where it is no zip.
    """
    if _directory_size(stream) > most_members * _BYTES_PER_MEMBER:
        raise TooMuchError
    archive = zipfile.ZipFile(stream)
    if len(archive.filelist) > most_members:
        raise TooMuchError
    return archive


def _directory_size(stream: IO[bytes]) -> int:
    """Return how large the list of members says it is: reading that list takes memory."""
    end = stream.seek(0, 2)
    start = stream.seek(max(0, end - _LONGEST_END))
    tail = stream.read(end - start)
    sizes, at = [0], tail.find(_END)
    while at >= 0:
        sizes += struct.unpack_from("<12xL", tail.ljust(at + 16, b"\0"), at)
        if tail[max(0, at - 20) : at].startswith(_END_64_LOCATOR):
            sizes += _size_64(tail[max(0, at - 76) : at - 20])
        at = tail.find(_END, at + 1)
    stream.seek(0)
    return max(sizes)


def _size_64(record: bytes) -> tuple[int, ...]:
    return struct.unpack_from("<40xQ", record) if record.startswith(_END_64) else ()


def is_locked(member: zipfile.ZipInfo) -> bool:
    """Tell whether a member can only be read with a password."""
    return bool(member.flag_bits & 1)


def read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> bytes:
    """Return what a member holds. Raises TooMuchError above so many bytes, or one of BROKEN_ZIP."""
    if member.file_size > most or member.compress_type not in _METHODS:
        raise TooMuchError
    with archive.open(member) as part:
        return part.read(most)
