"""One workbook -> Questionnaire + problems of shape. Forgiving where the meaning is certain.

An answer is found by its defined name and by the text of its stelling. Where the two disagree
(rows were sorted or inserted) the text decides; where the text is gone the name does. What is not
read at its own place is told, with the cell.
"""

from __future__ import annotations

import re

from pipeline.model import Content, Origin, Questionnaire, Source
from pipeline.problems import Code, Problem, problem
from pipeline.questionnaire.finder import Finder
from pipeline.questionnaire.profile import read_choices, read_examples, read_profile, told_fields
from pipeline.questionnaire.replies import read_replies, told_replies
from pipeline.sheets import Sheets, read_sheets
from pipeline.workbook_layout import EDITION

_EDITION = re.compile(r"\d+(\.\d+)*")


def read_questionnaire(
    origin: Origin, content: Content, attached: bytes | None = None
) -> tuple[Questionnaire | None, tuple[Problem, ...]]:
    """Read one workbook: the file at its path, or what was attached to a mail.

    No Questionnaire where the file can't be used at all.
    """
    file = origin.path if attached is None else attached
    sheets, problems = read_sheets(file, origin.label)
    if sheets is None:
        return None, problems
    return _read(origin, sheets, content, problems)


def _read(
    origin: Origin, sheets: Sheets, content: Content, problems: tuple[Problem, ...]
) -> tuple[Questionnaire | None, tuple[Problem, ...]]:
    found = Finder(sheets, content)
    edition, edition_problems = _edition(found)
    if any(p.code is Code.EDITION_NEWER for p in edition_problems):
        return None, edition_problems
    replies = read_replies(found)
    if not any(reply.place for reply in replies):
        code = Code.FILE_WITHOUT_ANSWERS if found.has_texts else Code.FILE_NOT_A_SCAN
        return None, (problem(code, Source(origin.label)),)
    questionnaire = Questionnaire(
        origin=origin,
        edition=edition,
        profile=read_profile(found),
        answers=tuple(reply.given for reply in replies),
        examples=read_examples(found),
        choices=read_choices(found),
    )
    shape = (*told_fields(found), *told_replies(found, replies))
    return questionnaire, (*problems, *edition_problems, *shape)


def _edition(found: Finder) -> tuple[str, tuple[Problem, ...]]:
    """Return the edition of the workbook; a missing one is told from the texts."""
    place = found.named(EDITION)
    match = _EDITION.search(found.text(place))
    known = found.content.edition
    if match is None:
        unsure = problem(Code.EDITION_UNKNOWN, found.source(place), known=known)
        return known, () if found.has_all_texts or not found.has_texts else (unsure,)
    written = match[0]
    code = Code.EDITION_NEWER if _parts(written) > _parts(known) else Code.EDITION_OLDER
    other = problem(code, found.source(place), edition=written, known=known)
    return written, () if _parts(written) == _parts(known) else (other,)


def _parts(edition: str) -> tuple[int, ...]:
    return tuple(int(part) for part in edition.split(".") if part.isdecimal())
