"""What came in and needs a person -> annotated copies, reply drafts, and a list of who to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pipeline.feedback import draw_asking_list
from pipeline.intake import Checked
from pipeline.letters import without_past_deadline
from pipeline.mail import Attachment, draft, same_draft
from pipeline.model import Asked, Content, Sender, Source
from pipeline.problems import Code, Problem, problem
from pipeline.returns.cases import Case, CaseBook
from pipeline.sameness import same_file
from pipeline.shelf import (
    Written,
    asking_list_name,
    prepare_folder,
    put,
    questions_draft_name,
    questions_name,
    report_stems,
    scan_name,
)

__all__ = ["ReturnDesk", "SentBack", "send_back"]


@dataclass(frozen=True, slots=True)
class ReturnDesk:
    """What every reply of one run is made with, where it goes, and when it was made."""

    content: Content
    sender: Sender
    folder: Path
    now: datetime

    def wrote(self, one: Checked) -> bool:
        """Tell whether a file lies in the folder for what goes back."""
        here = self.folder.resolve()
        return one.origin is not None and one.origin.path.resolve().is_relative_to(here)

    def put(self, name: str, file: bytes) -> Written:
        """Put a workbook on the shelf."""
        return put(self.folder, name, file, self.now, same_file)

    def put_draft(self, name: str, file: bytes) -> Written:
        """Put a draft mail on the shelf."""
        return put(self.folder, name, file, self.now, same_draft)


@dataclass(frozen=True, slots=True)
class SentBack:
    """What was written, and what is to be told about it."""

    written: tuple[Written, ...]
    told: tuple[Problem, ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is to be told."""
        return (*self.told, *(found for one in self.written for found in one.problems))


def send_back(checked: Iterable[Checked], desk: ReturnDesk) -> SentBack:
    """Write a copy and a reply draft for each workbook that needs a person, and the list.

    What lies in the folder for these is waiting to be sent, and is not asked about.
    """
    prepare_folder(desk.folder)
    sender = without_past_deadline(desk.sender, desk.now.date())
    book = CaseBook(desk.content, sender)
    cases = tuple(book.cases(tuple(one for one in checked if not desk.wrote(one))))
    named = tuple(zip(report_stems(case.owner for case in cases), cases, strict=True))
    blank = None if all(case.copy for case in cases) else book.blank()
    written = [] if blank is None else [desk.put(scan_name(""), blank)]
    for stem, case in named:
        written += _write(stem, case, blank or b"", desk)
    asked = [_asked(stem, case) for stem, case in named]
    listed = draw_asking_list(asked, desk.content, sender)
    written.append(desk.put(asking_list_name(), listed))
    told = [
        problem(
            Code.REPLY_NO_ADDRESS,
            Source(case.checked.file),
            name=questions_draft_name(stem),
        )
        for stem, case in named
        if not case.to.address
    ]
    return SentBack(tuple(written), tuple(told))


def _write(stem: str, case: Case, blank: bytes, desk: ReturnDesk) -> Iterator[Written]:
    name = scan_name("")
    if case.copy is not None:
        name = questions_name(stem) if case.is_annotated else scan_name(stem)
        yield desk.put(name, case.copy)
    attached = Attachment(name, case.copy or blank)
    mail = draft(case.letter, desk.sender, (attached,))
    yield desk.put_draft(questions_draft_name(stem), mail)


def _asked(stem: str, case: Case) -> Asked:
    return Asked(
        case.checked.file,
        *case.names,
        case.to.name,
        case.to.address,
        case.questions,
        questions_draft_name(stem),
    )
