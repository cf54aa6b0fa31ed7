"""Where reports are kept: their names, and writing them so that nothing is ever overwritten."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from uuid import uuid4

from pipeline.filenames import clean_name
from pipeline.model import Source
from pipeline.problems import Code, PipelineError, Problem, problem

_TEMPORARY = ".quickscan-"


class Status(StrEnum):
    """What became of a report."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    BESIDE = "beside"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Written:
    """A report on the shelf; no path where it could not be written."""

    path: Path | None
    status: Status
    problems: tuple[Problem, ...] = ()


def report_stems(owners: Iterable[tuple[str, str | None]]) -> tuple[str, ...]:
    """Return who each report is for, cleaned for Windows and unique in one folder.

    `Gemeente Toetsdam - Team Werk`, to stand behind what the file is.
    """
    stems: list[str] = []
    taken: set[str] = set()
    for organisation, department in owners:
        stem = " - ".join(clean_name(part) for part in (organisation, department) if part)
        name, number = stem, 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem} ({number})"
        taken.add(name.casefold())
        stems.append(name)
    return tuple(stems)


def report_name(stem: str) -> str:
    """Return the file name of a report."""
    return f"Adviesrapport {stem}".strip() + ".docx"


def short_name(stem: str) -> str:
    """Return the file name of a report of Deel A alone."""
    return f"Adviesrapport {stem}".strip() + " (kort).docx"


def agenda_name(stem: str) -> str:
    """Return the file name of the verbeteragenda as a workbook."""
    return f"Verbeteragenda {stem}".strip() + ".xlsx"


def prepare_folder(folder: Path) -> None:
    """Make a folder that can be written to. Raises PipelineError where that can't be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder, prefix=_TEMPORARY):
            pass
    except OSError as error:
        source = Source(str(folder))
        raise PipelineError(
            problem(Code.OUTPUT_NOT_WRITABLE, source, reason=error.strerror)
        ) from None


def put(
    folder: Path, name: str, content: bytes, now: datetime, same: Callable[[bytes, bytes], bool]
) -> Written:
    """Put a report on the shelf. An earlier one that differs is first renamed with date and time.

    `same` tells whether two files say the same; then nothing is written.
    """
    path = folder / name
    try:
        if not path.exists():
            _write(path, content)
            return Written(path, Status.NEW)
        if same(path.read_bytes(), content):
            return Written(path, Status.UNCHANGED)
        return _replace(path, content, now)
    except OSError as error:
        fault = problem(Code.REPORT_NOT_WRITTEN, Source(str(path)), reason=error.strerror)
        return Written(None, Status.FAILED, (fault,))


def _replace(path: Path, content: bytes, now: datetime) -> Written:
    earlier = _free(path.with_stem(f"{path.stem} ({now:%Y-%m-%d %H%M%S})"))
    source = Source(str(path))
    try:
        path.rename(earlier)
    except OSError:
        beside = _free(path.with_stem(f"{path.stem} (nieuw {now:%Y-%m-%d %H%M%S})"))
        _write(beside, content)
        told = problem(Code.REPORT_BESIDE, source, name=beside.name)
        return Written(beside, Status.BESIDE, (told,))
    _write(path, content)
    renamed = problem(Code.REPORT_RENAMED, source, name=earlier.name)
    return Written(path, Status.UPDATED, (renamed,))


def _free(path: Path) -> Path:
    """Return the path, or one with a number where something has that name already."""
    free, number = path, 1
    while free.exists():
        number += 1
        free = path.with_stem(f"{path.stem} {number}")
    return free


def _write(path: Path, content: bytes) -> None:
    """Write beside and rename, so that no half file ever bears the name of a report."""
    temporary = path.with_name(f"{_TEMPORARY}{uuid4().hex}.tmp")
    try:
        with temporary.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
