"""An edited report -> the version that is sent: checked first, then cleaned, never changed itself.

Nothing that was deleted, hidden or kept for a later run comes along. What stays unseen is what a
scan of next year is put beside: edition, number of respondents, answer and score per stelling.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from pipeline.edited.agenda import agenda_rows
from pipeline.edited.draft import Draft, open_report
from pipeline.edited.package import DAMAGED
from pipeline.finalize.checks import faults, warnings
from pipeline.finalize.cleaning import clean
from pipeline.finalize.pdf import PdfFailedError, pdf_of
from pipeline.finalize.whose import whose_report
from pipeline.letters import report_letter
from pipeline.mail import Attachment, same_draft
from pipeline.mail import draft as draft_mail
from pipeline.model import Content, Sender, Source
from pipeline.problems import Code, Problem, problem
from pipeline.sameness import same_file
from pipeline.shelf import Status, is_open, put

__all__ = [
    "Faults",
    "Final",
    "FinalOutcome",
    "FinalStatus",
    "finalize",
    "finalize_report",
]

_FINAL = " (definitief)"


class Faults(StrEnum):
    """What to do with a report in which something must be settled first."""

    REFUSE = "refuse"
    GO_ON = "go on"


@dataclass(frozen=True, slots=True)
class Final:
    """The version that is sent; no content where it is refused or can't be made."""

    content: bytes | None
    problems: tuple[Problem, ...]
    refused: bool = False
    whose: str = ""
    agenda: tuple[tuple[str, str], ...] = ()


class FinalStatus(StrEnum):
    """What became of making a report final."""

    FINAL = "final"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class FinalOutcome:
    """What became of one report, and where its versions are."""

    source: Path
    status: FinalStatus
    report: Path | None = None
    pdf: Path | None = None
    mail: Path | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is asked beside the final version itself."""

    faults: Faults = Faults.REFUSE
    pdf: bool = False
    mail: bool = False


def finalize(
    docx: bytes, source: Source, content: Content, on_faults: Faults = Faults.REFUSE
) -> Final:
    """Check an edited report and return the version that is sent."""
    draft, problems = open_report(docx, source, content)
    if draft is None:
        return Final(None, problems)
    try:
        return _finalize(draft, on_faults)
    except DAMAGED:
        return Final(None, (problem(Code.REPORT_UNREADABLE, source),))


def _finalize(draft: Draft, on_faults: Faults) -> Final:
    found, told = faults(draft), warnings(draft)
    if found and on_faults is Faults.REFUSE:
        return Final(None, found + told, refused=True)
    whose = whose_report(draft)
    clean(draft)
    gone_on = tuple(problem(Code.FINAL_ANYWAY, one.source, fault=one.message) for one in found)
    agenda = tuple((row.stelling, row.actie) for row in agenda_rows(draft))
    return Final(draft.package.saved(), gone_on + told, whose=whose, agenda=agenda)


# From file to file


def finalize_report(
    path: Path, content: Content, sender: Sender, now: datetime, wishes: Wishes
) -> FinalOutcome:
    """Write the final version of a report beside it, with a PDF and a draft mail where asked."""
    source = Source(str(path))
    try:
        docx = path.read_bytes()
    except OSError:
        code = Code.REPORT_IS_FOLDER if path.is_dir() else Code.REPORT_NO_ACCESS
        return FinalOutcome(path, FinalStatus.FAILED, problems=(problem(code, source),))
    final = finalize(docx, source, content, wishes.faults)
    if final.content is None:
        status = FinalStatus.REFUSED if final.refused else FinalStatus.FAILED
        return FinalOutcome(path, status, problems=final.problems)
    name = f"{path.stem}{_FINAL}.docx"
    written = put(path.parent, name, final.content, now, same_file)
    open_now = (problem(Code.FINAL_OF_OPEN, source),) if is_open(path) else ()
    problems = open_now + final.problems + written.problems
    if written.path is None:
        return FinalOutcome(path, FinalStatus.FAILED, problems=problems)
    desk = _Desk(written.path, final, content, sender, now)
    is_new = written.status is not Status.UNCHANGED
    pdf, of_pdf = desk.write_pdf(is_new) if wishes.pdf else (None, ())
    mail, of_mail = desk.write_mail(pdf) if wishes.mail else (None, ())
    problems += of_pdf + of_mail
    return FinalOutcome(path, FinalStatus.FINAL, written.path, pdf, mail, problems)


@dataclass(frozen=True, slots=True)
class _Desk:
    """A final report, and all that is needed to put its PDF and its mail beside it."""

    path: Path
    final: Final
    content: Content
    sender: Sender
    now: datetime

    def write_pdf(self, is_new: bool) -> tuple[Path | None, tuple[Problem, ...]]:
        """Write the PDF; one of the same report stays as it is."""
        source, path = Source(str(self.path)), self.path.with_suffix(".pdf")
        reminder = problem(Code.PDF_NOT_FILLABLE, Source(str(path)))
        if not is_new and _is_as_new(path, self.path):
            return path, (reminder,)
        try:
            pdf = pdf_of(self.final.content or b"")
        except (PdfFailedError, OSError):
            return None, (problem(Code.PDF_FAILED, source),)
        if pdf is None:
            return None, (problem(Code.PDF_WITHOUT_OFFICE, source),)
        written = put(path.parent, path.name, pdf, self.now, same_file)
        return written.path, (reminder, *written.problems)

    def write_mail(self, pdf: Path | None) -> tuple[Path | None, tuple[Problem, ...]]:
        """Write the draft mail with the report, and its PDF where there is one."""
        files = (self.path, pdf) if pdf else (self.path,)
        try:
            attachments = tuple(Attachment(file.name, file.read_bytes()) for file in files)
        except OSError as error:
            source = Source(str(error.filename))
            return None, (problem(Code.REPORT_NO_ACCESS, source),)
        letter = report_letter(
            self.final.whose, self.content, self.sender, with_pdf=pdf is not None
        )
        path = self.path.with_suffix(".eml")
        written = put(
            path.parent,
            path.name,
            draft_mail(letter, self.sender, attachments),
            self.now,
            same_draft,
        )
        return written.path, written.problems


def _is_as_new(pdf: Path, report: Path) -> bool:
    """Tell whether a PDF is there that was made after the report: else it tells of an older one."""
    try:
        return pdf.stat().st_mtime >= report.stat().st_mtime
    except OSError:
        return False
