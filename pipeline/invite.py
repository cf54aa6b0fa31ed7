"""Invitations -> for each a blank workbook with its names filled in, and a draft mail."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from pipeline.letters import invitation_letter, missing_for_invitations, whose, with_deadline_of
from pipeline.mail import Attachment, draft, same_draft
from pipeline.model import Content, Invitation, Sender, Source
from pipeline.problems import Code, PipelineError, Problem, problem
from pipeline.sameness import same_file
from pipeline.sender import setting_names
from pipeline.shelf import (
    Written,
    invitation_name,
    prepare_folder,
    put,
    report_stems,
    scan_name,
)
from pipeline.template import Prefill, make_template, template_bytes


@dataclass(frozen=True, slots=True)
class Invited:
    """What was made for one row of the list; no mail where none was asked for."""

    stem: str
    invitation: Invitation
    file: bytes
    workbook: Written
    mail: Written | None = None
    told: tuple[Problem, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is to be told about it."""
        return self.told + self.workbook.problems + (self.mail.problems if self.mail else ())


@dataclass(frozen=True, slots=True)
class InvitationDesk:
    """What every invitation of one run is made with, where it goes, and when it was made."""

    content: Content
    sender: Sender
    folder: Path
    now: datetime


def write_scans(invitations: Iterable[Invitation], desk: InvitationDesk) -> tuple[Invited, ...]:
    """Write a workbook for each row of the list, with its own names and deadline."""
    prepare_folder(desk.folder)
    invitations = tuple(invitations)
    stems = report_stems((one.organisation, one.department) for one in invitations)
    return tuple(_scan(stem, one, desk) for stem, one in zip(stems, invitations, strict=True))


def _scan(stem: str, one: Invitation, desk: InvitationDesk) -> Invited:
    prefill = Prefill(one.organisation, one.department or "")
    file = template_bytes(make_template(desk.content, with_deadline_of(one, desk.sender), prefill))
    return Invited(stem, one, file, put(desk.folder, scan_name(stem), file, desk.now, same_file))


def require_settings(invitations: Iterable[Invitation], desk: InvitationDesk) -> None:
    """Raise PipelineError where a setting is missing that an invitation needs."""
    lacking = missing_for_invitations(tuple(invitations), desk.content, desk.sender)
    if lacking:
        settings = setting_names(lacking)
        raise PipelineError(problem(Code.INVITATION_SETTINGS, Source(""), settings=settings))


def with_mails(invited: Iterable[Invited], desk: InvitationDesk) -> tuple[Invited, ...]:
    """Write a draft mail with each workbook; one without a recipient is told."""
    return tuple(_with_mail(one, desk) for one in invited)


def _with_mail(one: Invited, desk: InvitationDesk) -> Invited:
    row = one.invitation
    letter = invitation_letter(row, desk.content, desk.sender)
    mail = draft(letter, desk.sender, (Attachment(scan_name(one.stem), one.file),))
    written = put(desk.folder, invitation_name(one.stem), mail, desk.now, same_draft)
    name = whose(row.organisation, row.department)
    unknown = problem(Code.LIST_NO_ADDRESS, row.source, whose=name)
    return replace(one, mail=written, told=() if row.email else (unknown,))
