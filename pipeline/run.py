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
from pipeline.check import check
from pipeline.domains import sender_hint
from pipeline.inbox import Incoming, Unusable, find
from pipeline.model import (
    Advice,
    Content,
    Field,
    Origin,
    Questionnaire,
    Report,
    Scores,
    Sender,
    Source,
)
from pipeline.naming import normalise
from pipeline.problems import Code, Problem, problem
from pipeline.questionnaire import read_questionnaire
from pipeline.report import Material, compose, compose_short
from pipeline.score import group, score
from pipeline.shelf import (
    Status,
    Written,
    agenda_name,
    prepare_folder,
    put,
    report_name,
    report_stems,
    short_name,
)
from pipeline.word import StyleDocument, draw, open_style, same_report, verify


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
    """What to make of each report: all of it or Deel A alone, with what beside it."""

    short: bool = False
    agenda: bool = False
    previous: tuple[Scores, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the report of one organisatie + onderdeel."""

    organisation: str | None
    department: str | None
    written: Written
    problems: tuple[Problem, ...]


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


def score_all(checked: Iterable[Checked], content: Content) -> tuple[Advised, ...]:
    """Score and advise each organisatie + onderdeel, in order of their names."""
    checked = tuple(checked)
    problems = {one.file: one.problems for one in checked}
    groups = group(one.usable for one in checked if one.usable is not None)
    return tuple(
        Advised(
            advise(scores, content),
            group.problems,
            tuple(found for one in group.used for found in problems[one.origin.label]),
        )
        for scores, group in zip(score(groups, content), groups, strict=True)
    )


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
        material = Material(one.advice, self.content, one.answers, previous, whole)
        write = compose if whole else compose_short
        return write(material, self.sender)

    def put(self, name: str, file: bytes) -> Written:
        """Put a file on the shelf."""
        return put(self.folder, name, file, self.now, same_report)


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
    written = desk.put(name, docx)
    if desk.wanted.agenda:
        beside = desk.put(agenda_name(stem), draw_agenda(one.advice, desk.content))
        written = replace(written, problems=written.problems + beside.problems)
    return _with(_outcome(one, written), _without_previous(one, desk))


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
