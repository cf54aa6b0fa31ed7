"""The names of all that is put on the shelf, as Windows takes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from pipeline.filenames import distinct_name

_QUESTIONS = re.compile(r"Vragen (.+)\.(xlsx|eml)", re.IGNORECASE)
_NUMBER = re.compile(r" \(\d{1,4}\)")  # a date with a time is of an earlier version
_WITHIN = " > "  # how an attachment is told from the mail or zip that it came in


def report_stems(owners: Iterable[tuple[str, str | None]]) -> tuple[str, ...]:
    """Return who each report is for, cleaned for Windows and unique in one folder.

    `Gemeente Toetsdam - Team Werk`, to stand behind what the file is.
    """
    stems: list[str] = []
    taken: set[str] = set()
    for organisation, department in owners:
        stem = " - ".join(distinct_name(part) for part in (organisation, department) if part)
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


def questions_stem(name: str) -> str | None:
    """Return who an annotated copy or its draft is for; None for any other file name."""
    match = _QUESTIONS.fullmatch(name)
    return match[1] if match else None


def without_number(stem: str) -> str:
    """Return who a file is for without the number that made its name unique."""
    match = _NUMBER.search(stem)
    return stem[: match.start()] if match and match.end() == len(stem) else stem


def owner_by_file(label: str) -> tuple[str, str | None]:
    """Return what stands for organisatie and onderdeel where these are not known.

    That is the name of the file, and where it came in a mail or zip, of that too.
    """
    *within, name = label.split(_WITHIN)
    stem = PurePosixPath(name).stem
    return (PurePosixPath(within[-1]).stem, stem) if within else (stem, None)


def asking_list_name() -> str:
    """Return the file name of the list of who must be asked what."""
    return "Navragen.xlsx"
