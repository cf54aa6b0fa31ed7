"""Where reports are kept: their names, and writing them so that nothing is ever overwritten."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from pipeline.model import Source
from pipeline.problems import Code, PipelineError, Problem, problem
from pipeline.reasons import reason_of
from pipeline.seal import has_whole_seal, seal_of
from pipeline.shelf.names import (
    agenda_name,
    asking_list_name,
    final_name,
    invitation_name,
    owner_by_file,
    questions_draft_name,
    questions_name,
    questions_stem,
    reminder_name,
    report_name,
    report_stems,
    scan_name,
    short_name,
    without_number,
)

__all__ = [
    "OWN_START",
    "Status",
    "Written",
    "agenda_name",
    "asking_list_name",
    "final_name",
    "invitation_name",
    "is_open",
    "lay_beside",
    "owner_by_file",
    "prepare_folder",
    "put",
    "put_anew",
    "put_beside",
    "put_form",
    "put_over",
    "questions_draft_name",
    "questions_name",
    "questions_stem",
    "read",
    "reminder_name",
    "renew",
    "renew_keeping",
    "report_name",
    "report_stems",
    "scan_name",
    "short_name",
    "without_number",
]

OWN_START = ".quickscan-"
_NEW = " (nieuw "
_MOMENT = 60  # seconds


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


def prepare_folder(folder: Path) -> None:
    """Make a folder that can be written to. Raises PipelineError where that can't be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _clear_leftovers(folder)
        with tempfile.TemporaryFile(dir=folder, prefix=OWN_START):
            pass
    except OSError as error:
        source = Source(str(folder))
        raise PipelineError(
            problem(Code.OUTPUT_NOT_WRITABLE, source, reason=reason_of(error))
        ) from None


def _clear_leftovers(folder: Path) -> None:
    """Take away what a run left behind that was stopped half-way; one that still runs is spared."""
    for leftover in folder.glob(f"{OWN_START}*.tmp"):
        with suppress(OSError):
            if not _is_in_use(leftover):
                leftover.unlink()


if sys.platform == "win32":

    def _hold(_stream: BinaryIO) -> None:
        """Do nothing: a file that is being written can't be removed here."""

    def _is_in_use(path: Path) -> bool:
        """Tell whether a file was made a moment ago: between writing and renaming it is free."""
        return time.time() - path.stat().st_mtime < _MOMENT
else:
    import fcntl

    def _hold(stream: BinaryIO) -> None:
        """Say that a file is in use, for as long as it is open."""
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _is_in_use(path: Path) -> bool:
        """Tell whether a run that is still going on holds a file."""
        with path.open("rb") as stream:
            try:
                _hold(stream)
            except BlockingIOError:
                return True
        return False


def put(
    folder: Path, name: str, content: bytes, now: datetime, same: Callable[[bytes, bytes], bool]
) -> Written:
    """Put a report on the shelf. An earlier one that differs is first renamed with date and time.

    `same` tells whether two files say the same; then nothing is written.
    """
    path = folder / name

    def write() -> Written:
        if not path.exists():
            _write(path, content)
            return Written(path, Status.NEW)
        before = path.read_bytes()
        if same(before, content):
            return Written(path, Status.UNCHANGED)
        written = put_over(path, before, content, now)
        renamed = problem(Code.REPORT_RENAMED, Source(str(path)), name=_dated(path, now).name)
        is_over = written.status is Status.UPDATED
        return replace(written, problems=(renamed,)) if is_over else written

    return _writing(path, write)


def read(path: Path) -> bytes | Written | None:
    """Return the report that stands there, None where there is none, or that it can't be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        return _failed(path, error)


def put_over(path: Path, before: bytes, content: bytes, now: datetime) -> Written:
    """Put an updated report in the place of the one that was read as `before`.

    That one is kept beside it, with date and time. Where it is open, may not be changed, or was
    changed in the meantime, it stays as it is and the updated one is written beside it.
    """
    if is_open(path):
        return put_beside(path, content, now, Code.REPORT_OPEN)
    try:
        return _put_over(path, before, content, now)
    except FileNotFoundError:
        return put_beside(path, content, now, Code.REPORT_CHANGED)
    except OSError as error:
        return _failed(path, error)


def _put_over(path: Path, before: bytes, content: bytes, now: datetime) -> Written:
    if not path.stat().st_mode & stat.S_IWUSR:
        return put_beside(path, content, now, Code.REPORT_READ_ONLY)
    with _temporary(path, content) as temporary:
        if path.read_bytes() != before:
            return put_beside(path, content, now, Code.REPORT_CHANGED)
        earlier = _free(_dated(path, now))
        _write(earlier, before)
        try:
            temporary.replace(path)
        except PermissionError:
            earlier.unlink()
            return put_beside(path, content, now, Code.REPORT_OPEN)
    told = problem(Code.REPORT_UPDATED, Source(str(path)), name=earlier.name)
    return Written(path, Status.UPDATED, (told,))


def put_beside(path: Path, content: bytes, now: datetime, reason: Code) -> Written:
    """Write a report beside one that must stay as it is, and say why."""

    def write() -> Written:
        beside = _free(path.with_stem(f"{path.stem}{_NEW}{now:%Y-%m-%d %H%M%S})"))
        _write(beside, content)
        told = problem(reason, Source(str(path)), name=beside.name)
        return Written(beside, Status.BESIDE, (told,))

    return _writing(path, write)


def put_anew(path: Path, content: bytes, now: datetime) -> Written:
    """Put a new report on the shelf; an earlier one is kept beside it, with date and time."""

    def write() -> Written:
        if not path.exists():
            _write(path, content)
            return Written(path, Status.NEW)
        written = put_over(path, path.read_bytes(), content, now)
        is_new = written.status is Status.UPDATED
        return replace(written, status=Status.NEW) if is_new else written

    return _writing(path, write)


def put_form(path: Path, content: bytes, now: datetime) -> Written:
    """Put a workbook that people fill in on the shelf; it bears a seal.

    One that nobody saved since is renewed. One that was filled in stays, and the new one is put
    beside it, once.
    """

    def write(before: bytes | None) -> Written:
        if before is not None and seal_of(before) == seal_of(content):
            return Written(path, Status.UNCHANGED)
        if before is None or has_whole_seal(before):
            if before is not None and is_open(path):
                return put_beside(path, content, now, Code.REPORT_OPEN)
            _write(path, content)
            return Written(path, Status.NEW if before is None else Status.UPDATED)
        if any(seal_of(one.read_bytes()) == seal_of(content) for one in _beside(path)):
            return Written(path, Status.UNCHANGED)
        return put_beside(path, content, now, Code.AGENDA_FILLED_IN)

    before = read(path)
    return before if isinstance(before, Written) else _writing(path, lambda: write(before))


def _beside(path: Path) -> Iterator[Path]:
    """Yield the new files that were put beside one at earlier times."""
    return (one for one in path.parent.iterdir() if one.name.startswith(f"{path.stem}{_NEW}"))


def _writing(path: Path, write: Callable[[], Written]) -> Written:
    """Tell that a report could not be written."""
    try:
        return write()
    except OSError as error:
        return _failed(path, error)


def _failed(path: Path, error: OSError) -> Written:
    fault = problem(Code.REPORT_NOT_WRITTEN, Source(str(path)), reason=reason_of(error))
    return Written(None, Status.FAILED, (fault,))


def is_open(path: Path) -> bool:
    """Tell whether an office program says by a file beside it that a file is open.

    Word leaves out the first letters of a name of more than six letters, or two of them.
    """
    starts = ("~$" + path.name, "~$" + path.name[1:], "~$" + path.name[2:])
    locks = (*starts, f".~lock.{path.name}#")
    return any(path.with_name(lock).exists() for lock in locks)


def _dated(path: Path, now: datetime) -> Path:
    return path.with_stem(f"{path.stem} ({now:%Y-%m-%d %H%M%S})")


def _free(path: Path) -> Path:
    """Return the path, or one with a number where something has that name already."""
    free, number = path, 1
    while free.exists():
        number += 1
        free = path.with_stem(f"{path.stem} {number}")
    return free


def _write(path: Path, content: bytes) -> None:
    with _temporary(path, content) as temporary:
        temporary.replace(path)


@contextmanager
def _temporary(path: Path, content: bytes) -> Iterator[Path]:
    """Write a file beside the path, whole on the disk, to be given its name by renaming."""
    temporary = path.with_name(f"{OWN_START}{uuid4().hex}.tmp")
    try:
        with temporary.open("xb") as stream:
            _hold(stream)
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
            if sys.platform != "win32":  # held until it has its name; Windows renames no open file
                yield temporary
        if sys.platform == "win32":
            yield temporary
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


# What this tool may replace, because a person's part of it was read first


def renew(path: Path, content: bytes) -> None:
    """Write a file in the place of an earlier one. Raises OSError."""
    _write(path, content)


def renew_keeping(path: Path, content: bytes, now: datetime) -> Path:
    """Write a file after giving the earlier one date and time; return where that is now.

    Nothing is moved before the new one is whole on the disk. Raises OSError.
    """
    with _temporary(path, content) as temporary:
        aside = _free(path.with_stem(f"{path.stem} ({now:%Y-%m-%d %H%M%S})"))
        path.rename(aside)
        temporary.replace(path)
    return aside


def lay_beside(path: Path, content: bytes, now: datetime) -> Path:
    """Write a file under a name that says that it is the new one. Raises OSError."""
    beside = _free(path.with_stem(f"{path.stem}{_NEW}{now:%Y-%m-%d %H%M%S})"))
    _write(beside, content)
    return beside
