"""Paths -> the files that came in, each with where it came from."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from pipeline.model import Origin, Source
from pipeline.problems import Code, PipelineError, Problem, problem
from pipeline.properties import CSV_START, OWN_MARK, PROPERTIES_PART

WORKBOOK_SUFFIXES = frozenset({".xlsx", ".xlsm"})
# What programs and this tool leave in a folder, and nobody sent.
_SYSTEM_NAMES = frozenset({"thumbs.db", "desktop.ini", ".ds_store", "quickscan.toml"})
_LOCK_STARTS = ("~$", ".~lock")
_OWN_STARTS = (".quickscan-",)
_MARKABLE = WORKBOOK_SUFFIXES | {".docx"}
_CODE_OF_SUFFIX = {
    ".xls": Code.FILE_IS_XLS,
    ".ods": Code.FILE_IS_ODS,
    ".pdf": Code.FILE_IS_PDF,
}


def find(paths: Iterable[Path]) -> tuple[tuple[Origin, ...], tuple[Problem, ...]]:
    """Find the workbooks in files and folders, and name each file that is none.

    System files and what this tool wrote itself are passed over without a word. Raises
    PipelineError for a path that does not exist, or when there is nothing to read at all.
    """
    paths = tuple(paths)
    missing = [problem(Code.PATH_MISSING, Source(str(p))) for p in paths if not p.exists()]
    if missing:
        raise PipelineError(*missing)
    found = {file.resolve(): file for path in reversed(paths) for file in _files(path)}
    files = sorted(file for file in found.values() if not is_own(file))
    if not files:
        raise PipelineError(*(problem(Code.NOTHING_FOUND, Source(str(p))) for p in paths))
    workbooks = tuple(_origin(file) for file in files if _is_workbook(file))
    others = tuple(_unusable(file) for file in files if not _is_workbook(file))
    return workbooks, others


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    for file in sorted(path.rglob("*")):
        if file.is_file() and not _is_system_file(file):
            yield file


def _is_system_file(file: Path) -> bool:
    name = file.name.casefold()
    return name in _SYSTEM_NAMES or name.startswith(_LOCK_STARTS + _OWN_STARTS)


def _is_workbook(file: Path) -> bool:
    return file.suffix.casefold() in WORKBOOK_SUFFIXES


def _origin(file: Path) -> Origin:
    received = datetime.fromtimestamp(file.stat().st_mtime).astimezone()
    return Origin(file.as_posix(), file, received)


def _unusable(file: Path) -> Problem:
    suffix = file.suffix.casefold()
    code = _CODE_OF_SUFFIX.get(suffix, Code.FILE_NOT_USABLE)
    return problem(code, Source(file.as_posix()), suffix=suffix or "zonder achtervoegsel")


def is_own(file: Path) -> bool:
    """Tell whether this tool wrote a file that is no scan: a report, a table of scores."""
    if file.suffix.casefold() == ".csv":
        with file.open("rb") as stream:
            return stream.read(len(CSV_START)) == CSV_START
    if file.suffix.casefold() not in _MARKABLE or not zipfile.is_zipfile(file):
        return False
    try:
        with zipfile.ZipFile(file) as package:
            return OWN_MARK.encode() in package.read(PROPERTIES_PART)
    except (KeyError, zipfile.BadZipFile, OSError):
        return False
