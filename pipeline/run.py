"""The whole way, from mailed workbooks to reports. Start reading here.

workbook --read--> Questionnaire --check-->  --score--> Scores --advise--> Advice
         --compose--> Report --draw--> .docx
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from pipeline.advise import advise
from pipeline.agenda_sheet import draw_agenda
from pipeline.aliases import NO_ALIASES, Aliases
from pipeline.check import check
from pipeline.domains import sender_hint
from pipeline.inbox import Incoming, Unusable, find
from pipeline.model import (
    Advice,
    Benchmark,
    Content,
    Field,
    Origin,
    Questionnaire,
    Report,
    Scores,
    Sender,
    Source,
)
from pipeline.names import ask_about_names
from pipeline.naming import normalise
from pipeline.problems import Code, Problem, problem
from pipeline.questionnaire import read_questionnaire
from pipeline.report import Material, compose, compose_short
from pipeline.sameness import same_file
from pipeline.score import Group, group, score
from pipeline.shelf import (
    Status,
    Written,
    agenda_name,
    prepare_folder,
    put,
    put_anew,
    put_beside,
    put_over,
    read,
    report_name,
    report_stems,
    short_name,
)
from pipeline.update import NOTHING_UPDATED, Updated, update
from pipeline.word import StyleDocument, draw, open_style, verify


@dataclass(frozen=True, slots=True)
class Checked:
    """One file that came in: what was read, if it could be used, and all its problems.

    `origin` tells with what mail it came; None where that does not matter.
    """

    file: str
    questionnaire: Questionnaire | None
    problems: tuple[Problem, ...]
    origin: Origin | None = None

    @property
    def usable(self) -> Questionnaire | None:
        """The questionnaire, where it holds any answer at all."""
        one = self.questionnaire
        return None if one is None or one.is_blank else one


@dataclass(frozen=True, slots=True)
class Advised:
    """The advice on one organisatie + onderdeel.

    `problems` tells which workbooks were set aside; `answers` what was wrong in those that count.
    """

    advice: Advice
    problems: tuple[Problem, ...]
    answers: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to make: all of a report or Deel A alone, anew or in place, with what beside it."""

    short: bool = False
    agenda: bool = False
    anew: bool = False
    previous: tuple[Scores, ...] = ()
    benchmark: Benchmark | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the report of one organisatie + onderdeel."""

    organisation: str | None
    department: str | None
    written: Written
    problems: tuple[Problem, ...]
    updated: Updated = NOTHING_UPDATED


def take_in(paths: Iterable[Path], content: Content) -> tuple[Checked, ...]:
    """Find, read and check everything under these paths, in order of the files."""
    checked = [_check_one(found, content) for found in find(paths)]
    return tuple(sorted(checked, key=lambda one: one.file))


def _check_one(found: Incoming | Unusable, content: Content) -> Checked:
    origin = found.origin
    if isinstance(found, Unusable):
        return Checked(origin.label, None, (found.problem,), origin)
    questionnaire, shape = read_questionnaire(origin, content, found.attached)
    if questionnaire is None:
        return Checked(origin.label, None, shape, origin)
    problems = shape + check(questionnaire, content)
    return Checked(origin.label, questionnaire, problems, origin)


def with_organisation(checked: Iterable[Checked], name: str) -> tuple[Checked, ...]:
    """Fill in the name of the organisation where a workbook has none."""
    return tuple(replace(one, questionnaire=_named(one.questionnaire, name)) for one in checked)


def _named(one: Questionnaire | None, name: str) -> Questionnaire | None:
    if one is None or one.profile.organisation.text:
        return one
    field = Field(name, one.profile.organisation.source)
    return replace(one, profile=replace(one.profile, organisation=field))


def with_aliases(checked: Iterable[Checked], aliases: Aliases) -> tuple[Checked, ...]:
    """Write names of organisations and departments as the list of names has them."""
    return tuple(
        replace(one, questionnaire=_renamed(one.questionnaire, aliases)) for one in checked
    )


def _renamed(one: Questionnaire | None, aliases: Aliases) -> Questionnaire | None:
    if one is None:
        return None
    profile = one.profile
    organisation, department = (
        replace(field, text=aliases.name_for(field.text))
        for field in (profile.organisation, profile.department)
    )
    return replace(one, profile=replace(profile, organisation=organisation, department=department))


def score_all(
    checked: Iterable[Checked], content: Content, aliases: Aliases = NO_ALIASES
) -> tuple[Advised, ...]:
    """Score and advise each organisatie + onderdeel, in order of their names.

    Names that are nearly the same and not settled by `aliases` are asked about.
    """
    checked = tuple(checked)
    problems = {one.file: one.problems for one in checked}
    groups = group(one.usable for one in checked if one.usable is not None)
    used = (one for group in groups for one in group.used)
    asked = ask_about_names(used, aliases.settled)
    return tuple(
        Advised(
            advise(scores, content),
            group.problems + _about(group, asked),
            tuple(found for one in group.used for found in problems[one.origin.label]),
        )
        for scores, group in zip(score(groups, content), groups, strict=True)
    )


def _about(group: Group, asked: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return what is asked about the names in the workbooks of a group."""
    files = {one.origin.label for one in group.used}
    return tuple(found for found in asked if found.source.file in files)


@dataclass(frozen=True, slots=True)
class Desk:
    """What every report of one run is made with, where it goes, and when it was made."""

    content: Content
    sender: Sender
    folder: Path
    now: datetime
    wanted: Wanted = Wanted()

    def open_style(self) -> StyleDocument:
        """Open the style document of the sender, else our own."""
        return open_style(self.sender.style or self.content.style, self.content.style)

    def compose(self, one: Advised) -> Report:
        """Write the text of one report."""
        previous = _previous(one.advice.scores, self.wanted.previous)
        whole = not self.wanted.short
        beside = self.wanted.benchmark
        material = Material(one.advice, self.content, one.answers, previous, whole, beside)
        write = compose if whole else compose_short
        return write(material, self.sender)

    def put_report(self, name: str, fresh: bytes) -> tuple[Written, Updated]:
        """Put a report on the shelf; one that stands there is updated in place."""
        path = self.folder / name
        before = read(path)
        if isinstance(before, Written):
            return before, NOTHING_UPDATED
        if before is None or self.wanted.anew:
            return put_anew(path, fresh, self.now), NOTHING_UPDATED
        updated = update(before, fresh, self.content, Source(str(path)))
        if updated is None:
            return put_beside(path, fresh, self.now, Code.REPORT_NOT_OURS), NOTHING_UPDATED
        if updated.content is None:
            return Written(path, Status.UNCHANGED), updated
        return put_over(path, before, updated.content, self.now), updated

    def put(self, name: str, file: bytes) -> Written:
        """Put a file on the shelf."""
        return put(self.folder, name, file, self.now, same_file)


def write_reports(advised: Iterable[Advised], desk: Desk) -> tuple[Outcome, ...]:
    """Write the report of each organisatie + onderdeel; one without a name gets none."""
    prepare_folder(desk.folder)
    advised = tuple(advised)
    named = [one for one in advised if one.advice.scores.organisation]
    outcomes = [_without_name(one) for one in advised if one not in named]
    if named:
        style = desk.open_style()
        lacks = _lacks(style, desk)
        stems = report_stems(_owner(one) for one in named)
        for one, stem in zip(named, stems, strict=True):
            outcomes.append(_with(_write(one, stem, desk, style), lacks))
    return tuple(outcomes)


def _without_previous(one: Advised, desk: Desk) -> tuple[Problem, ...]:
    """Return that no earlier scan was found, where one was to be put beside this one."""
    earlier = desk.wanted.previous
    if not earlier or _previous(one.advice.scores, earlier):
        return ()
    source = Source(one.advice.scores.used[0].origin.label)
    return (problem(Code.PREVIOUS_NOT_FOUND, source),)


def _lacks(style: StyleDocument, desk: Desk) -> tuple[Problem, ...]:
    """Return what the house style lacked, where it is not our own."""
    if not style.added or desk.sender.style is None:
        return ()
    source = Source(str(desk.sender.style))
    return (problem(Code.STYLE_LACKS, source, styles=", ".join(style.added)),)


def _with(outcome: Outcome, problems: tuple[Problem, ...]) -> Outcome:
    return replace(outcome, problems=outcome.problems + problems)


def _owner(one: Advised) -> tuple[str, str | None]:
    return one.advice.scores.organisation or "", one.advice.scores.department


def _write(one: Advised, stem: str, desk: Desk, style: StyleDocument) -> Outcome:
    """Draw one report and put it on the shelf, with its agenda where that is wanted."""
    name = short_name(stem) if desk.wanted.short else report_name(stem)
    report = desk.compose(one)
    docx = draw(report, style, desk.now)
    verify(docx, report)
    written, updated = desk.put_report(name, docx)
    if desk.wanted.agenda:
        beside = desk.put(agenda_name(stem), draw_agenda(one.advice, desk.content))
        written = replace(written, problems=written.problems + beside.problems)
    outcome = replace(_outcome(one, written), updated=updated)
    return _with(outcome, _without_previous(one, desk))


def _previous(scores: Scores, earlier: tuple[Scores, ...]) -> Scores | None:
    """Return the earlier figures of the same organisatie + onderdeel."""

    def key(one: Scores) -> tuple[str, str]:
        return normalise(one.organisation or ""), normalise(one.department or "")

    return next((one for one in earlier if key(one) == key(scores)), None)


def _without_name(one: Advised) -> Outcome:
    used = one.advice.scores.used[0]
    hint = sender_hint(used.origin.mail)
    unknown = problem(Code.ORGANISATION_UNKNOWN, Source(used.origin.label), hint=hint)
    written = Written(None, Status.FAILED, (unknown,))
    return _outcome(one, written)


def _outcome(one: Advised, written: Written) -> Outcome:
    scores = one.advice.scores
    problems = one.problems + written.problems
    return Outcome(scores.organisation, scores.department, written, problems)
