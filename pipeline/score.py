"""Questionnaires -> Scores: one per organisatie + onderdeel. DataFrames live and die here.

Every rule is that of the interface contract, "Scores". Figures are exact (Fraction); rounding
is for who shows them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC
from fractions import Fraction
from typing import TypeAlias

from pipeline.model import (
    Antwoord,
    Content,
    Given,
    Niveau,
    NiveauLabel,
    Questionnaire,
    RoleAnswer,
    RoleScore,
    Scores,
    StellingScore,
    Tally,
    Thema,
    ThemaScore,
    Thresholds,
)
from pipeline.naming import normalise
from pipeline.problems import Code, Problem, problem

_NIVEAU_OF = {
    Antwoord.NIET: Niveau.STARTEND,
    Antwoord.DEELS: Niveau.ONDERWEG,
    Antwoord.GROTENDEELS: Niveau.GEVORDERD,
    Antwoord.VOLLEDIG: Niveau.GEVORDERD,
    Antwoord.ONBEKEND: Niveau.ONBEKEND,
}


TeamKey: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The workbooks of one organisatie + onderdeel: those that count, and those set aside."""

    organisation: str | None
    department: str | None
    used: tuple[Questionnaire, ...]
    set_aside: tuple[Questionnaire, ...]
    problems: tuple[Problem, ...]


def group(questionnaires: Iterable[Questionnaire]) -> tuple[Group, ...]:
    """Bring the workbooks of one organisatie + onderdeel together, in order of their names.

    Names are the same but for case and spaces. A workbook without organisation stays alone. Of
    one person, and of those that filled in together, only the newest counts.
    """
    by_name: dict[TeamKey, list[Questionnaire]] = defaultdict(list)
    for one in questionnaires:
        by_name[team_key(one)].append(one)
    return tuple(_group(by_name[key]) for key in sorted(by_name))


def team_key(one: Questionnaire) -> TeamKey:
    """Return of which organisatie + onderdeel a workbook is; without a name it is of its own."""
    organisation = normalise(one.profile.organisation.text)
    department = normalise(one.profile.department.text)
    if not organisation:
        return ("", department, one.origin.label)
    return (organisation, department)


def _group(members: list[Questionnaire]) -> Group:
    members = sorted(members, key=_age)
    together = [one for one in members if one.profile.together]
    if together:
        counts = {id(together[-1])}
        code = Code.NOT_TOGETHER
    else:
        counts = {id(one) for one in {_person(one): one for one in members}.values()}
        code = Code.PERSON_TWICE
    used = tuple(one for one in members if id(one) in counts)
    aside = tuple(one for one in members if id(one) not in counts)
    return Group(
        _spelling(one.profile.organisation.text for one in used),
        _spelling(one.profile.department.text for one in used),
        used,
        aside,
        tuple(_set_aside(one, used, code) for one in aside),
    )


def _age(one: Questionnaire) -> tuple[str, str, str]:
    """Sort key, oldest first: the date of the mail, else that filled in, else of the file."""
    received = one.origin.received.astimezone(UTC)
    mailed = one.origin.mail is not None and one.origin.mail.sent is not None
    day = received.date() if mailed else one.profile.day or received.date()
    return (day.isoformat(), received.isoformat(), one.origin.label)


def _person(one: Questionnaire) -> str:
    profile = one.profile
    return normalise(profile.email.text) or normalise(profile.name.text) or one.origin.label


def _set_aside(one: Questionnaire, used: tuple[Questionnaire, ...], code: Code) -> Problem:
    newer = next((other for other in used if _person(other) == _person(one)), used[-1])
    return problem(code, one.profile.name.source, newer=newer.origin.label)


def _spelling(names: Iterable[str]) -> str | None:
    """Return the way a name is written most often, of equals the first."""
    return Counter(" ".join(name.split()) for name in names).most_common(1)[0][0] or None


def score(groups: Iterable[Group], content: Content) -> tuple[Scores, ...]:
    """Score each group: per stelling, per thema and overall."""
    groups = tuple(groups)
    counts = _counts(groups)
    return tuple(_scores(index, group, counts, content) for index, group in enumerate(groups))


Counts = dict[tuple[int, int], dict[Antwoord, int]]


def _counts(groups: tuple[Group, ...]) -> Counts:
    """Count the answers of every stelling of every group in one go."""
    import pandas as pd  # only now: `check` does not need its 40 MB

    answers = pd.DataFrame(
        [
            (index, given.stelling, given.antwoord.value)
            for index, group in enumerate(groups)
            for one in group.used
            for given in one.answers
        ],
        columns=["group", "stelling", "antwoord"],
    )
    table = answers.groupby(["group", "stelling", "antwoord"]).size().reset_index(name="count")
    counts: Counts = defaultdict(dict)
    for index, number, antwoord, count in table.itertuples(index=False, name=None):
        counts[index, number][Antwoord(antwoord)] = int(count)
    return counts


def _scores(index: int, group: Group, counts: Counts, content: Content) -> Scores:
    points = {o.antwoord: o.score for o in content.options if o.score is not None}
    stellingen = tuple(
        _stelling_score(
            number := stelling.number,
            _answers(group, number),
            Count(counts.get((index, number), {}), points),
        )
        for stelling in content.stellingen
    )
    by_number = {one.stelling: one for one in stellingen}
    themas = tuple(
        _thema_score(
            thema.key,
            _tally((by_number[s.number] for s in thema.stellingen), points),
            content.thresholds,
            content.niveaus,
        )
        for thema in content.themas
    )
    return Scores(
        group.organisation,
        group.department,
        group.used,
        group.set_aside,
        stellingen,
        themas,
        _tally(stellingen, points),
        _roles(group, content, points),
    )


def _roles(group: Group, content: Content, points: dict[Antwoord, int]) -> tuple[RoleScore, ...]:
    """Score the people of each role, in the order of the roles in content/, others after."""
    known = {normalise(role): role for role in content.roles}
    by_role: dict[str, list[Questionnaire]] = {role: [] for role in (*content.roles, "")}
    for one in group.used:
        by_role[known.get(normalise(one.profile.role.text), "")].append(one)
    return tuple(
        RoleScore(role, len(members), _role_answers(members, content, points))
        for role, members in by_role.items()
        if members
    )


def _role_answers(
    members: list[Questionnaire], content: Content, points: dict[Antwoord, int]
) -> tuple[RoleAnswer, ...]:
    given: dict[int, Counter[Antwoord]] = defaultdict(Counter)
    for one in members:
        for answer in one.answers:
            given[answer.stelling][answer.antwoord] += 1
    return tuple(
        RoleAnswer(
            stelling.number,
            sum(given[stelling.number].values()) - given[stelling.number][Antwoord.LEEG],
            _advice_answer(Count(dict(given[stelling.number]), points)),
        )
        for stelling in content.stellingen
    )


def _answers(group: Group, number: int) -> tuple[Antwoord | None, ...]:
    return tuple(
        _as_answer(given) for one in group.used for given in one.answers if given.stelling == number
    )


def _as_answer(given: Given) -> Antwoord | None:
    return None if given.is_unread else given.antwoord


@dataclass(frozen=True, slots=True)
class Count:
    """How often each answer was given to one stelling; `points` are what answers score."""

    of: dict[Antwoord, int]
    points: dict[Antwoord, int]

    def how_many(self, *answers: Antwoord) -> int:
        """Return how often one of these answers was given."""
        return sum(self.of.get(antwoord, 0) for antwoord in answers)

    @property
    def scored(self) -> tuple[Antwoord, ...]:
        """The answers that score, lowest first, each as often as given."""
        ladder = sorted(self.points, key=lambda antwoord: self.points[antwoord])
        return tuple(antwoord for antwoord in ladder for _ in range(self.how_many(antwoord)))

    @property
    def given(self) -> int:
        """How many are neither leeg nor nvt."""
        return len(self.scored) + self.how_many(Antwoord.ONBEKEND)


def _stelling_score(
    number: int, answers: tuple[Antwoord | None, ...], count: Count
) -> StellingScore:
    scored = count.scored
    advice_answer = _advice_answer(count)
    unknown_but_scored = advice_answer is Antwoord.ONBEKEND and len(scored) >= 2
    figures = [count.points[antwoord] for antwoord in scored]
    return StellingScore(
        stelling=number,
        answers=answers,
        advice_answer=advice_answer,
        also_answer=_low_median(scored) if unknown_but_scored else None,
        score=Fraction(sum(figures), len(figures)) if advice_answer in count.points else None,
        spread=max(figures) - min(figures) if len(figures) >= 2 else None,
        disagreement=_disagreement(count),
        niveau=_NIVEAU_OF.get(advice_answer),
    )


def _advice_answer(count: Count) -> Antwoord:
    """Return the answer that the advice follows; ties never go up."""
    nvt = count.how_many(Antwoord.NVT)
    unknown = count.how_many(Antwoord.ONBEKEND)
    if 2 * nvt > nvt + count.given:
        return Antwoord.NVT
    if not count.given:
        return Antwoord.LEEG
    if 2 * unknown > count.given:
        return Antwoord.ONBEKEND
    return _low_median(count.scored)


def _low_median(ladder: tuple[Antwoord, ...]) -> Antwoord:
    return ladder[(len(ladder) - 1) // 2]


def _disagreement(count: Count) -> Fraction | None:
    """Return the share of pairs of given answers that lie two or more steps apart."""
    if count.given < 2:
        return None
    unknown = count.how_many(Antwoord.ONBEKEND)
    apart = unknown * len(count.scored)
    kinds = list(count.points)
    for place, one in enumerate(kinds):
        for other in kinds[place + 1 :]:
            if abs(count.points[one] - count.points[other]) >= 2:
                apart += count.how_many(one) * count.how_many(other)
    return Fraction(apart, count.given * (count.given - 1) // 2)


def score_thema(thema: Thema, answers: Mapping[int, Antwoord], content: Content) -> ThemaScore:
    """Score one thema by the answers to its stellingen; one without an answer is leeg."""
    points = {o.antwoord: o.score for o in content.options if o.score is not None}
    given = [answers.get(stelling.number, Antwoord.LEEG) for stelling in thema.stellingen]
    return _thema_score(thema.key, _tally_of(given, points), content.thresholds, content.niveaus)


def _tally(scores: Iterable[StellingScore], points: dict[Antwoord, int]) -> Tally:
    return _tally_of([score.advice_answer for score in scores], points)


def _tally_of(answers: list[Antwoord], points: dict[Antwoord, int]) -> Tally:
    figures = [points[antwoord] for antwoord in answers if antwoord in points]
    return Tally(
        score=Fraction(sum(figures), len(figures)) if figures else None,
        scored=len(figures),
        unknown=answers.count(Antwoord.ONBEKEND),
        empty=answers.count(Antwoord.LEEG),
        nvt=answers.count(Antwoord.NVT),
    )


def _thema_score(
    key: str, tally: Tally, limits: Thresholds, niveaus: tuple[NiveauLabel, ...]
) -> ThemaScore:
    applicable = tally.scored + tally.unknown + tally.empty
    enough = tally.scored >= limits.scored_share * applicable
    open_share = tally.unknown + tally.empty >= limits.provisional_share * applicable
    return ThemaScore(
        thema=key,
        tally=tally,
        niveau=_niveau(tally.score, niveaus) if tally.score is not None and enough else None,
        provisional=applicable > 0 and open_share,
    )


def _niveau(score: Fraction, niveaus: tuple[NiveauLabel, ...]) -> Niveau:
    reached = [one for one in niveaus if one.from_score is None or score >= one.from_score]
    return max(reached, key=lambda one: one.from_score or 0).niveau
