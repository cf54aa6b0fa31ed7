"""Earlier reports, working or sent -> Earlier: found and read with care, never changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pipeline.earlier.editions import answers_of
from pipeline.edited.agenda import AgendaRow, agenda_rows
from pipeline.edited.draft import Draft
from pipeline.edited.facts import facts_in
from pipeline.edited.package import BROKEN, Package
from pipeline.inbox import is_own, is_system_file
from pipeline.model import Agreed, Content, Earlier, Facts, Source
from pipeline.problems import Code, Problem, problem
from pipeline.word.basis import BASIS_NAMESPACE

_SUFFIX = ".docx"
_PERSON = f"{{{BASIS_NAMESPACE}}}invuller"


@dataclass(frozen=True, slots=True)
class ReadReports:
    """The reports among some files, `files` all that is dealt with, and what is wrong in them."""

    earlier: tuple[Earlier, ...]
    files: frozenset[Path]
    problems: tuple[Problem, ...]


def read_reports(path: Path, content: Content) -> ReadReports:
    """Read the reports in a file or folder; Word documents that are none are passed over."""
    found = [(file, _read(file, content)) for file in _documents(path)]
    return ReadReports(
        tuple(one for _, one in found if isinstance(one, Earlier)),
        frozenset(file for file, one in found if one is not None),
        tuple(one for _, one in found if isinstance(one, Problem)),
    )


def _documents(path: Path) -> Iterator[Path]:
    for file in [path] if path.is_file() else sorted(path.rglob("*")):
        if file.suffix.casefold() == _SUFFIX and file.is_file() and not is_system_file(file.name):
            yield file


def _read(path: Path, content: Content) -> Earlier | Problem | None:
    """Read one document; None for one that is not ours."""
    source = Source(str(path))
    try:
        ours = _is_ours(path)
        draft = Draft(Package(path.read_bytes()), source, content)
        facts = facts_in(draft)
        if facts is None:
            return problem(Code.PREVIOUS_WITHOUT_FACTS, source) if ours else None
        return _earlier(draft, facts, datetime.fromtimestamp(path.stat().st_mtime, UTC))
    except OSError:
        return problem(Code.PREVIOUS_NO_ACCESS, source)
    except BROKEN:
        return problem(Code.PREVIOUS_UNREADABLE, source) if ours else None


def _is_ours(path: Path) -> bool:
    with path.open("rb") as stream:
        return is_own(path.name, stream)


def _earlier(draft: Draft, facts: Facts, saved: datetime) -> Earlier:
    return Earlier(
        draft.source,
        saved,
        facts.organisation,
        facts.department,
        facts.edition,
        facts.day,
        facts.people,
        facts.respondents,
        answers_of(facts, draft.content),
        _keys(draft),
        tuple(_agreed(row) for row in agenda_rows(draft) if _is_filled_in(row)),
    )


def _keys(draft: Draft) -> tuple[frozenset[str], ...] | None:
    """Return by what the people are known again; the version that was sent does not tell."""
    part = draft.custom_part(BASIS_NAMESPACE)
    if part is None:
        return None
    people = draft.package.tree(part).iter(_PERSON)
    return tuple(frozenset(one.get("sleutel", "").split()) for one in people)


def _is_filled_in(row: AgendaRow) -> bool:
    """Tell whether anything was agreed; the stelling alone was there from the start."""
    return bool(row.actie or row.wie or row.klaar)


def _agreed(row: AgendaRow) -> Agreed:
    return Agreed(row.stelling, row.actie, row.wie, row.klaar, row.stand)
