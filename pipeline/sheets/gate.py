"""What a stranger's workbook is made of, weighed before anything else parses it.

Every part that could be taken for XML is walked once by expat, which builds nothing: no document
type, no endless nesting, no more elements than are read within seconds.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field
from typing import IO
from xml.parsers.expat import ExpatError, ParserCreate, errors

from pipeline.archives import TooMuchError, is_locked, open_zip
from pipeline.limits import (
    MAX_ELEMENTS,
    MAX_MEMBERS,
    MAX_NESTING,
    MAX_PART,
    MAX_RATIO,
    MAX_ROWS,
    MAX_SHEET,
    MAX_TEXTS,
    MAX_UNPACKED,
    RATIO_COUNTS_FROM,
)

_CHUNK = 65_536
_MAY_BE_LARGE = ("xl/worksheets/", "xl/media/", "xl/embeddings/", "xl/sharedstrings.xml")
_SPACE_AND_MARKS = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
_TELLING = frozenset({"macrosheet", "externalLink", "ddeLink"})
_UNKNOWN_ENCODING = errors.codes[errors.XML_ERROR_UNKNOWN_ENCODING]
_MACROS = re.compile(r"vbaproject\.bin$|(^|/)macrosheets/", re.IGNORECASE)


class UnsafeError(Exception):
    """A workbook that is made to do harm: a document type, or endless nesting."""


@dataclass(slots=True)
class Weighed:
    """What is in a workbook besides cells; `is_cut` when a sheet has more rows than are read."""

    members: frozenset[str] = frozenset()
    telling: set[str] = field(default_factory=set)
    elements: int = 0
    merges: int = 0
    is_cut: bool = False

    @property
    def has_macros(self) -> bool:
        """Tell whether it holds a program, of today or of Excel 4."""
        return any(_MACROS.search(name) for name in self.members) or "macrosheet" in self.telling

    @property
    def has_links(self) -> bool:
        """Tell whether it takes values from other files."""
        return "externalLink" in self.telling

    @property
    def has_dde(self) -> bool:
        """Tell whether it takes values from another program, which Excel then starts."""
        return "ddeLink" in self.telling


def weigh(stream: IO[bytes]) -> Weighed:
    """Walk all parts of a workbook.

    Raises UnsafeError, TooMuchError, or one of BROKEN_ZIP for what is no workbook.
    """
    weighed = Weighed()
    with open_zip(stream, MAX_MEMBERS) as archive:
        members = archive.infolist()
        _check_sizes(members)
        weighed.members = frozenset(member.filename for member in members)
        for member in members:
            with archive.open(member) as part:
                _walk_part(part, weighed)
    stream.seek(0)
    return weighed


def _check_sizes(members: list[zipfile.ZipInfo]) -> None:
    if any(is_locked(member) for member in members):
        raise zipfile.BadZipFile
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if unpacked > MAX_UNPACKED or (unpacked > RATIO_COUNTS_FROM and unpacked > MAX_RATIO * packed):
        raise TooMuchError
    chartsheet = any("chartsheets/" in member.filename for member in members)
    for member in members:
        large = member.filename.casefold().startswith(_MAY_BE_LARGE) and not chartsheet
        if member.file_size > (MAX_UNPACKED if large else MAX_PART):
            raise TooMuchError


class _EnoughError(Exception):
    """The rows that are read have been walked."""


def _walk_part(part: IO[bytes], weighed: Weighed) -> None:
    chunk = part.read(_CHUNK)
    if not chunk.lstrip(_SPACE_AND_MARKS).startswith(b"<") and chunk.strip(_SPACE_AND_MARKS):
        return
    walker = _Walker(weighed)
    try:
        walked = 0
        while chunk:
            walked += len(chunk)
            if walked > (MAX_SHEET if walker.root == "worksheet" else MAX_TEXTS):
                raise TooMuchError
            walker.feed(chunk)
            chunk = part.read(_CHUNK)
    except _EnoughError:
        weighed.is_cut = True
    except ExpatError as error:
        # Broken XML is for whoever reads that part; but nothing may hide behind an encoding.
        if error.code == _UNKNOWN_ENCODING:
            raise UnsafeError from error


class _Walker:
    """Walks one part; it remembers how deep it is and in which row."""

    def __init__(self, weighed: Weighed) -> None:
        self.root = ""
        self._weighed = weighed
        self._depth = 0
        self._row = 0
        self._parser = ParserCreate()
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def feed(self, chunk: bytes) -> None:
        self._parser.Parse(chunk, False)

    def _refuse(self, *_: object) -> None:
        raise UnsafeError

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._weighed.elements += 1
        self._depth += 1
        if self._depth > MAX_NESTING:
            raise UnsafeError
        if self._weighed.elements > MAX_ELEMENTS:
            raise TooMuchError
        local = name.rpartition(":")[2]
        self.root = self.root or local
        if local == "row":
            self._count_row(attributes.get("r"))
        elif local == "mergeCell":
            self._weighed.merges += 1
        elif local in _TELLING:
            self._weighed.telling.add(local)

    def _end(self, _: str) -> None:
        self._depth -= 1

    def _count_row(self, written: str | None) -> None:
        self._row = int(written) if written and written.isdecimal() else self._row + 1
        if self.root == "worksheet" and self._row > MAX_ROWS:
            raise _EnoughError
