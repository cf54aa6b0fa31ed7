"""The names of all that is put on the shelf, as Windows takes them."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.filenames import distinct_name


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


def asking_list_name() -> str:
    """Return the file name of the list of who must be asked what."""
    return "Navragen.xlsx"
