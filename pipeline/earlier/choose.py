"""Which of several earlier scans a scan is put beside, and what is told about that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.model import Earlier, EarlierAnswer, Facts
from pipeline.naming import team_key
from pipeline.problems import Code, Problem, problem


@dataclass(frozen=True, slots=True)
class Chosen:
    """The earlier scan that a scan is put beside, and what is to be told about that."""

    best: Earlier
    problems: tuple[Problem, ...]


def team_of(one: Earlier | Facts) -> tuple[str, str]:
    """Return whose it is, as names are compared."""
    return team_key(one.organisation, one.department)


def choose(now: Facts, earlier: Sequence[Earlier]) -> Chosen | None:
    """Choose the newest earlier scan of a team; None without any.

    The scan of now itself, which may stand among them, counts only where there is no other.
    """
    others = [one for one in earlier if not _is_same_scan(one, now)] or earlier
    if not others:
        return None
    best = max(others, key=lambda one: (_day(one), one.saved, one.source.file))
    same = [one for one in others if _scan(one) == _scan(best)]
    older = [one for one in others if _scan(one) != _scan(best)]
    return Chosen(_completed(best, same), tuple(_told(now, best, older)))


def _told(now: Facts, best: Earlier, older: list[Earlier]) -> Iterator[Problem]:
    for one in older:
        yield problem(Code.PREVIOUS_OLDER, one.source, newer=best.source.file)
    if _is_same_scan(best, now):
        yield problem(Code.PREVIOUS_IS_SAME, best.source)
    elif best.day and now.day and best.day > now.day:
        yield problem(Code.PREVIOUS_IS_NEWER, best.source)


def _day(one: Earlier) -> date:
    return one.day or one.saved.date()


def _scan(one: Earlier) -> tuple[date | None, int, tuple[EarlierAnswer, ...]]:
    """Return by what the workbooks and the reports of one scan are known to be of that scan."""
    return one.day, one.respondents, one.answers


def _is_same_scan(one: Earlier, now: Facts) -> bool:
    given = {answer.stelling: answer.antwoord for answer in one.answers}
    same = all(given.get(fact.number) == fact.advice_answer for fact in now.stellingen)
    return same and (one.day, one.respondents) == (now.day, now.respondents)


def _completed(best: Earlier, versions: list[Earlier]) -> Earlier:
    """Return a scan with what its other versions tell: the newest agenda, and who filled in."""
    newest_first = sorted(versions, key=lambda one: one.saved, reverse=True)
    agenda = next((one.agenda for one in newest_first if one.agenda), ())
    keys = next((one.keys for one in newest_first if one.keys is not None), None)
    return replace(best, agenda=agenda, keys=keys)
