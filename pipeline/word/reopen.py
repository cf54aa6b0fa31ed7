"""A drawn report, opened again before it gets its name: is it whole?

What is checked is what makes Word call a file unreadable, or a reader miss a part: parts and
relations, ids that must be unique, and that every block is there.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from pipeline.model import Contents, Report, Table
from pipeline.word.text import bookmark_name

_MAIN = "word/document.xml"
_RELATION = re.compile(rb"<Relationship\b[^>]*>")
_TARGET = re.compile(rb'\bTarget="([^"]*)"')
# An element and the attribute of it that may occur once in a document.
_UNIQUE = {
    "bookmark": re.compile(r'<w:bookmarkStart w:id="(\d+)"'),
    "bookmark name": re.compile(r'<w:bookmarkStart w:id="\d+" w:name="([^"]*)"'),
    "drawing": re.compile(r'<wp:docPr id="(\d+)"'),
    "control": re.compile(r'<w:id w:val="(\d+)"'),
    "comment": re.compile(r'<w:commentReference w:id="(\d+)"'),
}


class BrokenReportError(Exception):
    """A report that was drawn and is not whole: a fault of this tool, never of its user."""


def verify(docx: bytes, report: Report) -> None:
    """Open a drawn report again. Raises BrokenReportError with all that is wrong."""
    parts = _parts_of(docx)
    faults = [*_faults(parts), *_missing(parts.get(_MAIN, b"").decode(), report)]
    if faults:
        raise BrokenReportError("; ".join(faults))


def faults_of(docx: bytes) -> tuple[str, ...]:
    """Return all that is wrong with a file of Word, whoever wrote it."""
    return tuple(_faults(_parts_of(docx)))


def _parts_of(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _faults(parts: dict[str, bytes]) -> Iterator[str]:
    yield from _unreadable(parts)
    yield from _lost(parts)
    yield from _twice(parts.get(_MAIN, b"").decode())


def _unreadable(parts: dict[str, bytes]) -> Iterator[str]:
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                etree.fromstring(part)
            except etree.XMLSyntaxError as error:
                yield f"{name}: {error}"


def _lost(parts: dict[str, bytes]) -> Iterator[str]:
    """Yield each relation that leads to a part that is not there."""
    for name, part in parts.items():
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            for target in _targets(part):
                path = posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
                if path not in parts:
                    yield f"{name}: {target} is not there"


def _targets(relations: bytes) -> Iterator[str]:
    for element in _RELATION.findall(relations):
        target = _TARGET.search(element)
        if target and b'TargetMode="External"' not in element:
            yield target[1].decode()


def _twice(main: str) -> Iterator[str]:
    for what, pattern in _UNIQUE.items():
        for value, times in Counter(pattern.findall(main)).items():
            if times > 1:
                yield f"{what} {value} occurs {times} times"


def _missing(main: str, report: Report) -> Iterator[str]:
    present = set(_UNIQUE["bookmark name"].findall(main))
    for block_id in _ids(report):
        if bookmark_name(block_id) not in present:
            yield f"block {block_id} is not there"


def _ids(report: Report) -> Iterator[str]:
    """Return the ids that are drawn as bookmarks; of a table those of its cells."""
    for block in report.blocks:
        if isinstance(block, Table):
            rows = (block.header, *block.rows)
            yield from (cell.id for row in rows for cell in row.cells)
        elif not isinstance(block, Contents):
            yield block.id
