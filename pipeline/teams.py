"""What came in -> advice per organisatie + onderdeel, for a whole round within little memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from pipeline.advise import advise
from pipeline.aliases import NO_ALIASES, Aliases
from pipeline.intake import Checked, Intake, pack, unpack
from pipeline.model import Advice, Content, Field, Questionnaire, Source
from pipeline.names import ask_about_names
from pipeline.problems import Code, Problem
from pipeline.score import Group, TeamKey, group, score, team_key

_AT_ONCE = 300  # workbooks: enough to score in one go, few enough to stand in memory
_NOTHING = Field("", Source(""))


@dataclass(frozen=True, slots=True)
class Advised:
    """The advice on one organisatie + onderdeel.

    `problems` tells which workbooks were set aside; `answers` what was wrong in those that count.
    Of these workbooks `advice` knows only whose they are; `opened` gives all that is in them.
    """

    advice: Advice
    problems: tuple[Problem, ...]
    answers: tuple[Problem, ...] = ()
    packed: tuple[bytes, ...] = ()

    def opened(self) -> Advice:
        """Return the advice with all that is in its workbooks."""
        read = [unpack(one).questionnaire for one in self.packed]
        by_label = {one.origin.label: one for one in read if one is not None}
        scores = self.advice.scores
        used = tuple(by_label[one.origin.label] for one in scores.used)
        return replace(self.advice, scores=replace(scores, used=used))


def with_organisation(checked: Iterable[Checked], name: str) -> Intake:
    """Fill in the name of the organisation where a workbook has none, and no longer ask for it."""
    named = _with_questionnaires(checked, partial(_named, name))
    return Intake(pack(replace(one, problems=_answered(one.problems))) for one in named)


def _answered(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(one for one in problems if one.code is not Code.ORGANISATION_MISSING)


def _named(name: str, one: Questionnaire) -> Questionnaire:
    if one.profile.organisation.text:
        return one
    field = Field(name, one.profile.organisation.source)
    return replace(one, profile=replace(one.profile, organisation=field))


def with_aliases(checked: Iterable[Checked], aliases: Aliases) -> Intake:
    """Write names of organisations and departments as the list of names has them."""
    return _with_questionnaires(checked, partial(_renamed, aliases))


def _renamed(aliases: Aliases, one: Questionnaire) -> Questionnaire:
    profile = one.profile
    organisation, department = (
        replace(field, text=aliases.name_for(field.text))
        for field in (profile.organisation, profile.department)
    )
    return replace(one, profile=replace(profile, organisation=organisation, department=department))


def _with_questionnaires(
    checked: Iterable[Checked], change: Callable[[Questionnaire], Questionnaire]
) -> Intake:
    return Intake(
        pack(replace(one, questionnaire=change(one.questionnaire) if one.questionnaire else None))
        for one in checked
    )


# Scoring and advising


def score_all(
    checked: Iterable[Checked], content: Content, aliases: Aliases = NO_ALIASES
) -> tuple[Advised, ...]:
    """Score and advise each organisatie + onderdeel, in order of their names.

    Names that are nearly the same and not settled by `aliases` are asked about. Not all workbooks
    stand in memory at once, but some hundreds.
    """
    intake = checked if isinstance(checked, Intake) else Intake(map(pack, checked))
    packed: dict[TeamKey, list[bytes]] = defaultdict(list)
    names: dict[tuple[str, str], Questionnaire] = {}
    for one, small in zip(intake, intake.packed, strict=True):
        if one.usable is not None:
            packed[team_key(one.usable)].append(small)
            names.setdefault(_names(one.usable), _light(one.usable))
    asked = ask_about_names(names.values(), aliases.settled)
    batches = _batches(packed[key] for key in sorted(packed))
    return tuple(advised for batch in batches for advised in _score_some(batch, content, asked))


def _batches(teams: Iterable[list[bytes]]) -> Iterator[list[list[bytes]]]:
    """Yield teams together until they have enough workbooks to be scored in one go."""
    batch: list[list[bytes]] = []
    for team in teams:
        batch.append(team)
        if sum(map(len, batch)) >= _AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch


def _names(one: Questionnaire) -> tuple[str, str]:
    return one.profile.organisation.text, one.profile.department.text


def _score_some(
    teams: Sequence[list[bytes]], content: Content, asked: tuple[Problem, ...]
) -> Iterator[Advised]:
    """Score and advise some teams; they are scored in one go."""
    opened = {(one := unpack(packed)).file: (one, packed) for team in teams for packed in team}
    groups = group(one.questionnaire for one, _ in opened.values() if one.questionnaire)
    for scores, members in zip(score(groups, content), groups, strict=True):
        used = [opened[one.origin.label] for one in members.used]
        yield Advised(
            _lightened(advise(scores, content)),
            members.problems + _about(members, asked),
            tuple(found for one, _ in used for found in one.problems),
            tuple(packed for _, packed in used),
        )


def _lightened(advice: Advice) -> Advice:
    scores = advice.scores
    used, aside = (tuple(map(_light, ones)) for ones in (scores.used, scores.set_aside))
    return replace(advice, scores=replace(scores, used=used, set_aside=aside))


def _about(group: Group, asked: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return what is asked about the names in the workbooks of a group."""
    files = {one.origin.label for one in group.used}
    return tuple(found for found in asked if found.source.file in files)


def _light(one: Questionnaire) -> Questionnaire:
    """Return a workbook of which only is known whose it is and where it came from."""
    profile = replace(
        one.profile,
        kind=_NOTHING,
        municipalities=_NOTHING,
        mode=_NOTHING,
        people=_NOTHING,
        role=_NOTHING,
        email=_NOTHING,
        filled_in_on=_NOTHING,
    )
    return replace(one, profile=profile, answers=(), examples=(), choices=())
