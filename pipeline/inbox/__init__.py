"""Paths -> the workbooks that came in, each with where it came from, and what can't be used.

Mails and zips are opened, also within each other; a workbook in one is handed over as bytes. One
is found at a time, so that a round of 10,000 does not stand in memory at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.inbox.kinds import is_own, is_system_file
from pipeline.inbox.walk import Incoming, Unusable, found_in
from pipeline.model import Source
from pipeline.problems import Code, PipelineError, Problem, problem

__all__ = [
    "Incoming",
    "Unusable",
    "files_in",
    "found_in",
    "is_own",
    "is_system_file",
    "nothing_found",
]


def files_in(paths: Iterable[Path], apart: Path | None = None) -> list[Path]:
    """Return the files on disk to look into. Raises PipelineError for a path that is missing.

    `apart` is the folder where this tool writes: within a larger folder it is passed over.
    """
    paths = tuple(paths)
    missing = [problem(Code.PATH_MISSING, Source(str(p))) for p in paths if not p.exists()]
    if missing:
        raise PipelineError(*missing)
    found = {file.resolve(): file for path in reversed(paths) for file in _files(path)}
    if apart is not None and not any(_is_within(path, apart) for path in paths):
        found = {real: file for real, file in found.items() if not _is_within(real, apart)}
    return sorted(file for file in found.values() if not _is_own(file))


def _is_within(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def nothing_found(paths: Iterable[Path]) -> tuple[Problem, ...]:
    """Return that there is nothing to read under these paths."""
    return tuple(problem(Code.NOTHING_FOUND, Source(str(p))) for p in paths)


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    for file in sorted(path.rglob("*")):
        if file.is_file() and not is_system_file(file.name):
            yield file


def _is_own(file: Path) -> bool:
    try:
        with file.open("rb") as stream:
            return is_own(file.name, stream)
    except OSError:
        return False
