"""What a run said and made, kept beside the reports for the next one.

When nothing at all changed it is said again: no workbook needs to be read and no report opened.
Everything counts: the workbooks, the content, the settings, the options, the day, this tool, and
each file in the folder of the reports. Else each report that would become as it is, is left alone.
No answer and no name of a person is kept, but for what a run says on the screen.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, astuple, dataclass
from pathlib import Path
from typing import Any

from pipeline import __version__
from pipeline.fingerprints import Fingerprint
from pipeline.shelf import OWN_START, renew

_NAME = f"{OWN_START}ronde.json"
WORTH_KEEPING = 20  # files that came in; fewer are read again in a moment
_UNREADABLE = (OSError, ValueError, KeyError, TypeError, AttributeError)


@dataclass(frozen=True, slots=True)
class Said:
    """What a run said: about files, of each report, notes at the end; and if anything is wrong."""

    files: tuple[str, ...]
    lines: tuple[str, ...]
    as_json: str
    notes: tuple[str, ...]
    has_error: bool


def key_of(options: Iterable[object], sources: Iterable[Path]) -> str:
    """Return a digest of options and of all files under these paths: of name and content."""
    digest = hashlib.sha256(__version__.encode())
    for option in options:
        digest.update(f"\0{option!r}".encode(errors="surrogatepass"))
    for path in sources:
        for file in _files(path):
            digest.update(f"\0{file.as_posix()}\0".encode(errors="surrogatepass"))
            digest.update(_digest(file))
    return digest.hexdigest()


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    for file in sorted(path.rglob("*")):
        if file.is_file() and not file.name.startswith(OWN_START):
            yield file


def _digest(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").digest()
    except OSError as error:
        return type(error).__name__.encode()


def recall(folder: Path, key: str) -> Said | None:
    """Return what was said before with this key; None where anything changed since."""
    try:
        kept = json.loads((folder / _NAME).read_text(encoding="utf-8"))
        if kept["key"] != key or kept["folder"] != _state(folder):
            return None
        return _said(kept["said"]) if kept["said"] else None
    except _UNREADABLE:
        return None


def _said(kept: dict[str, Any]) -> Said:
    return Said(
        tuple(kept["files"]),
        tuple(kept["lines"]),
        str(kept["as_json"]),
        tuple(kept["notes"]),
        bool(kept["has_error"]),
    )


def known_reports(folder: Path) -> dict[str, Fingerprint]:
    """Return of what the reports in a folder were made, by their names, as far as is known."""
    try:
        kept = json.loads((folder / _NAME).read_text(encoding="utf-8"))["reports"]
        return {name: Fingerprint(str(of), int(n), int(ns)) for name, (of, n, ns) in kept.items()}
    except _UNREADABLE:
        return {}


def remember(
    folder: Path, key: str, said: Said | None, reports: Mapping[str, Fingerprint | None]
) -> None:
    """Keep what was said, None where a next run has something to do, and the reports by name.

    Where that can't be written, the next run does everything.
    """
    with suppress(OSError):
        kept = {
            "key": key,
            "folder": _state(folder),
            "said": asdict(said) if said else None,
            "reports": {name: astuple(one) for name, one in reports.items() if one},
        }
        renew(folder / _NAME, json.dumps(kept).encode())


def _state(folder: Path) -> str:
    """Return how the files in a folder are: none was written since when this is the same."""
    digest = hashlib.sha256()
    for file in _files(folder):
        of_file = file.stat()
        told = f"{file.name}\0{of_file.st_size}\0{of_file.st_mtime_ns}\0"
        digest.update(told.encode(errors="surrogatepass"))
    return digest.hexdigest()
