"""Where reports are kept: their names, and writing them so that nothing is ever overwritten."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from pipeline.filenames import clean_name
from pipeline.model import Source
from pipeline.problems import Code, PipelineError, Problem, problem

OWN_START = ".quickscan-"
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


def final_name(name: str) -> str:
    """Return the file name of the final version of a report."""
    return name.removesuffix(".docx") + " (definitief).docx"


def reminder_name(stem: str) -> str:
    """Return the file name of a draft reminder."""
    return f"Herinnering {stem}".strip() + ".eml"


def agenda_name(stem: str) -> str:
    """Return the file name of the verbeteragenda as a workbook."""
    return f"Verbeteragenda {stem}".strip() + ".xlsx"


def scan_name(stem: str) -> str:
    """Return the file name of a workbook to fill in."""
    return f"QuickScan {stem}".strip() + ".xlsx"


def invitation_name(stem: str) -> str:
    """Return the file name of the draft that asks to fill in a workbook."""
    return f"Uitnodiging {stem}".strip() + ".eml"


def questions_name(stem: str) -> str:
    """Return the file name of an annotated copy."""
    return f"Vragen {stem}".strip() + ".xlsx"


def questions_draft_name(stem: str) -> str:
    """Return the file name of the draft that goes with an annotated copy."""
    return f"Vragen {stem}".strip() + ".eml"


def asking_list_name() -> str:
    """Return the file name of the list of who must be asked what."""
    return "Navragen.xlsx"


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
            problem(Code.OUTPUT_NOT_WRITABLE, source, reason=error.strerror)
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
    if _is_open(path):
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
        beside = _free(path.with_stem(f"{path.stem} (nieuw {now:%Y-%m-%d %H%M%S})"))
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


def _writing(path: Path, write: Callable[[], Written]) -> Written:
    """Tell that a report could not be written."""
    try:
        return write()
    except OSError as error:
        return _failed(path, error)


def _failed(path: Path, error: OSError) -> Written:
    fault = problem(Code.REPORT_NOT_WRITTEN, Source(str(path)), reason=error.strerror)
    return Written(None, Status.FAILED, (fault,))


def _is_open(path: Path) -> bool:
    """Tell whether Word or LibreOffice says by a file beside it that a report is open.

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


def is_open(path: Path) -> bool:
    """Tell whether Excel or LibreOffice has a workbook open: they put a lock file beside it."""
    locks = (f"~${path.name}", f".~lock.{path.name}#")
    return any(path.with_name(lock).exists() for lock in locks)


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
    beside = _free(path.with_stem(f"{path.stem} (nieuw {now:%Y-%m-%d %H%M%S})"))
    _write(beside, content)
    return beside
