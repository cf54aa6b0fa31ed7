"""A folder -> the files in it that this tool knows, each with its kind and its day.

Links are never followed. A file of which it is not certain what it is, is left alone.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from email.parser import BytesHeaderParser
from enum import StrEnum
from pathlib import Path

from pipeline.clearing.reports import ReportFile, read_report
from pipeline.inbox.kinds import is_own, is_system_file, suffix_of
from pipeline.inbox.walk import Incoming, Unusable, found_in
from pipeline.model import Content, Questionnaire
from pipeline.naming import normalise
from pipeline.questionnaire import read_questionnaire
from pipeline.shelf import OWN_START

_INPUT = frozenset({".xlsx", ".xlsm", ".eml", ".msg", ".zip"})
_WORKBOOKS = (".xlsx", ".xlsm")
_RECORD = f"{OWN_START}ronde.json"  # as `record` names it


class Kind(StrEnum):
    """What a file is to who clears up."""

    WORKBOOK = "workbook"
    MAIL = "mail"
    ZIP = "zip"
    DRAFT = "draft"
    REPORT = "report"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Known:
    """A file that this tool knows. `whose` are the organisatie – onderdeel in it, normalised."""

    path: Path
    kind: Kind
    day: date
    whose: frozenset[str]
    report: ReportFile | None = None


def known_files(folder: Path, content: Content) -> tuple[Known, ...]:
    """Return the files below a folder that this tool knows, in order of their names."""
    root = folder.resolve()
    found = (_known(path, content) for path in sorted(_files(folder, root)))
    return tuple(one for one in found if one is not None)


def records(folder: Path) -> tuple[Path, ...]:
    """Return what runs kept below a folder of what they said: names, and what was wrong."""
    return tuple(path for path in _all_files(folder, folder.resolve()) if path.name == _RECORD)


def _files(folder: Path, root: Path) -> Iterator[Path]:
    """Yield the files below a folder that somebody sent, or could have sent."""
    return (path for path in _all_files(folder, root) if not is_system_file(path.name))


def _all_files(folder: Path, root: Path) -> Iterator[Path]:
    """Yield the files below a folder; none behind a link, nor outside it."""
    for place, folders, names in os.walk(folder, followlinks=False):
        inside = Path(place)
        folders[:] = [name for name in folders if _is_within(inside / name, root)]
        for name in names:
            path = inside / name
            if _is_within(path, root) and path.is_file():
                yield path


def _is_within(path: Path, root: Path) -> bool:
    """Tell whether a path is no link: also a junction of Windows leads elsewhere."""
    return not path.is_symlink() and path.resolve().is_relative_to(root)


def _known(path: Path, content: Content) -> Known | None:
    suffix = suffix_of(path.name)
    try:
        if suffix == ".docx":
            return _known_report(path)
        return _known_input(path, content) if suffix in _INPUT else None
    except OSError:
        return None


def _known_report(path: Path) -> Known | None:
    report = read_report(path)
    if report is None:
        return None
    kind = Kind.FINAL if report.is_final else Kind.REPORT
    return Known(path, kind, _day_of(path), frozenset({normalise(report.whose)}), report)


def _known_input(path: Path, content: Content) -> Known | None:
    with path.open("rb") as stream:
        if is_own(path.name, stream):
            return None
    found = tuple(found_in(path))
    scans = tuple(_scans(found, content))
    if suffix_of(path.name) == ".eml" and not found and _is_draft(path):
        return Known(path, Kind.DRAFT, _day_of(path), frozenset())
    if not scans or (suffix_of(path.name) == ".zip" and len(scans) < len(found)):
        return None
    day = max(one.origin.received for one in scans).date()
    return Known(path, _kind_of(path), day, frozenset(map(_whose, scans)))


def _scans(found: tuple[Incoming | Unusable, ...], content: Content) -> Iterator[Questionnaire]:
    """Yield the workbooks that somebody filled in, also only their name."""
    for one in found:
        if isinstance(one, Incoming):
            sent, _ = read_questionnaire(one.origin, content, one.attached)
            if sent and not (sent.is_blank and not _names_somebody(sent)):
                yield sent


def _names_somebody(sent: Questionnaire) -> bool:
    return bool(sent.profile.name.text or sent.profile.email.text)


def _whose(sent: Questionnaire) -> str:
    names = (sent.profile.organisation.text, sent.profile.department.text)
    return normalise(" – ".join(name for name in names if name))


def _kind_of(path: Path) -> Kind:
    if suffix_of(path.name) in _WORKBOOKS:
        return Kind.WORKBOOK
    return Kind.ZIP if suffix_of(path.name) == ".zip" else Kind.MAIL


def _is_draft(path: Path) -> bool:
    """Tell whether a mail is a draft of this tool: never sent, and without a date."""
    with path.open("rb") as stream:
        headers = BytesHeaderParser().parse(stream)
    return headers["X-Unsent"] == "1" and headers["Date"] is None


def _day_of(path: Path) -> date:
    return datetime.fromtimestamp(path.stat().st_mtime).astimezone().date()
