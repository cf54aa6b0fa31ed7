"""The folder of the reports -> the questions that lie ready there for who filled in.

`check --return MAP` writes them. That they were laid ready is known, that they were sent is not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pipeline.shelf import questions_stem, without_number


@dataclass(frozen=True, slots=True)
class _Laid:
    """A workbook with questions, or its draft: for whom, in which folder, and since when."""

    stem: str
    folder: str
    since: datetime

    def is_for(self, stem: str) -> bool:
        """Tell whether it is for this team; of several people each has a number."""
        return stem.casefold() in (self.stem, without_number(self.stem))


@dataclass(frozen=True, slots=True)
class Drafts:
    """All questions that lie ready."""

    laid: tuple[_Laid, ...]

    def folder_for(self, stems: Collection[str], faulty: Collection[datetime]) -> str:
        """Return the folder with the questions about the files that came in then, one or more.

        `stems` are the names that the questions may have. Empty where there are fewer questions
        than files, or where a file came in after the questions were laid ready: that one was
        not asked about.
        """
        ready = [one for one in self.laid if any(one.is_for(stem) for stem in stems)]
        if len({one.stem for one in ready}) < len(faulty) or not ready:
            return ""
        last = max(ready, key=lambda one: one.since)
        return last.folder if last.since >= max(faulty) else ""


def drafts_beside(folder: Path) -> Drafts:
    """Return the questions in the folder of the reports, and in folders directly inside it."""
    return Drafts(tuple(_laid_in(folder)))


def _laid_in(folder: Path) -> Iterator[_Laid]:
    for path in (*folder.glob("Vragen *"), *folder.glob("*/Vragen *")):
        stem = questions_stem(path.name)
        if stem is not None:
            with suppress(OSError):
                since = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
                yield _Laid(stem.casefold(), path.parent.name, since)
