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
from pipeline.check import check
from pipeline.inbox import find
from pipeline.model import Advice, Content, Field, Origin, Questionnaire, Sender, Source
from pipeline.problems import Code, Problem, problem
from pipeline.questionnaire import read_questionnaire
from pipeline.report import Material, compose
from pipeline.score import group, score
from pipeline.shelf import Status, Written, prepare_folder, put, report_names
from pipeline.word import StyleDocument, draw, open_style, same_report


@dataclass(frozen=True, slots=True)
class Checked:
    """One file that came in: what was read, if it could be used, and all its problems."""

    file: str
    questionnaire: Questionnaire | None
    problems: tuple[Problem, ...]

    @property
    def usable(self) -> Questionnaire | None:
        """The questionnaire, where it holds any answer at all."""
        one = self.questionnaire
        return None if one is None or one.is_blank else one


@dataclass(frozen=True, slots=True)
class Advised:
    """The advice on one organisatie + onderdeel, with the workbooks that were set aside."""

    advice: Advice
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the report of one organisatie + onderdeel."""

    organisation: str | None
    department: str | None
    written: Written
    problems: tuple[Problem, ...]


def take_in(paths: Iterable[Path], content: Content) -> tuple[Checked, ...]:
    """Find, read and check everything under these paths, in order of the files."""
    workbooks, others = find(paths)
    checked = [_check_one(origin, content) for origin in workbooks]
    checked += [Checked(fault.source.file, None, (fault,)) for fault in others]
    return tuple(sorted(checked, key=lambda one: one.file))


def _check_one(origin: Origin, content: Content) -> Checked:
    questionnaire, shape = read_questionnaire(origin, content)
    if questionnaire is None:
        return Checked(origin.label, None, shape)
    return Checked(origin.label, questionnaire, shape + check(questionnaire, content))


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
    usable = [one.usable for one in checked if one.usable is not None]
    groups = group(usable)
    return tuple(
        Advised(advise(scores, content), group.problems)
        for scores, group in zip(score(groups, content), groups, strict=True)
    )


def write_reports(
    advised: Iterable[Advised], content: Content, sender: Sender, folder: Path, now: datetime
) -> tuple[Outcome, ...]:
    """Write the report of each organisatie + onderdeel; one without a name gets none."""
    prepare_folder(folder)
    advised = tuple(advised)
    named = [one for one in advised if one.advice.scores.organisation]
    owners = [(s.organisation or "", s.department) for s in (one.advice.scores for one in named)]
    style = open_style(sender.style or content.style) if named else None
    outcomes = [_without_name(one) for one in advised if one not in named]
    for one, name in zip(named, report_names(owners), strict=True):
        if style is not None:
            content_of_file = _draw(one.advice, content, sender, style, now)
            written = put(folder, name, content_of_file, now, same_report)
            outcomes.append(_outcome(one, written))
    return tuple(outcomes)


def _draw(
    advice: Advice, content: Content, sender: Sender, style: StyleDocument, now: datetime
) -> bytes:
    return draw(compose(Material(advice, content), sender), style, now)


def _without_name(one: Advised) -> Outcome:
    used = one.advice.scores.used[0]
    unknown = problem(Code.ORGANISATION_UNKNOWN, Source(used.origin.label))
    written = Written(None, Status.FAILED, (unknown,))
    return _outcome(one, written)


def _outcome(one: Advised, written: Written) -> Outcome:
    scores = one.advice.scores
    problems = one.problems + written.problems
    return Outcome(scores.organisation, scores.department, written, problems)
