"""Which names are nearly the same, without comparing each with each.

A name is reduced to letters: without case, accents, spaces, marks, and words such as `gemeente` or
`team`, also misspelt. Two names are nearly the same where what is left is equal, or one letter was
added, left out, replaced or moved, or where only spaces differ (`Team Werk`, `Teamwerk`). Names
that differ in a number (`Team 1`, `Team 2`) are not. Each name is
filed under what it is without each of its letters; only names in one drawer are compared, so that
the work grows with the number of names.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations
from pathlib import PurePath

from pipeline.model import Field, Questionnaire
from pipeline.naming import normalise
from pipeline.problems import Code, Problem, problem

_SMALL_WORDS = {"gem", "afd", "de", "het", "en", "van"}
_KINDS = ("gemeente", "team", "afdeling", "onderdeel")
_SHORTEST = 5  # with fewer letters, one more or less makes another name
_ARTICLE = {"organisatie": "de", "onderdeel": "het"}
_WORDS = re.compile(r"[a-z]+|\d+")


def ask_about_names(
    questionnaires: Iterable[Questionnaire], settled: frozenset[str]
) -> tuple[Problem, ...]:
    """Ask about organisations, and departments of one organisation, that are nearly the same.

    Nothing is asked about two names that are both `settled`. Each problem has its place in one
    workbook and names the other.
    """
    ones = sorted(questionnaires, key=lambda one: one.origin.label)
    asked = list(_asked("organisatie", [one.profile.organisation for one in ones], settled))
    by_organisation: dict[str, list[Field]] = defaultdict(list)
    for one in ones:
        by_organisation[normalise(one.profile.organisation.text)].append(one.profile.department)
    for organisation, departments in by_organisation.items():
        if organisation:
            asked += _asked("onderdeel", departments, settled)
    return tuple(asked)


def _asked(what: str, fields: Iterable[Field], settled: frozenset[str]) -> Iterator[Problem]:
    first: dict[str, Field] = {}
    for field in fields:
        first.setdefault(normalise(field.text), field)
    for one, other in nearly_same(field.text for field in first.values()):
        if not {normalise(one), normalise(other)} <= settled:
            here, there = first[normalise(one)], first[normalise(other)]
            yield problem(
                Code.NAME_NEARLY_SAME,
                here.source,
                what=f"De naam van {_ARTICLE[what]} {what}",
                name=one,
                other=other,
                file=PurePath(there.source.file).name,
            )


def nearly_same(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of names that are nearly and not quite the same, in order of the names."""
    pairs = {pair for pair in to_compare(names) if _near(*pair)}
    return tuple(sorted(pairs))


def to_compare(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of names that lie in one drawer; names the same but for case are one."""
    drawers: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in sorted({normalise(name): name for name in names}.values()):
        for drawer in _drawers(name):
            drawers[drawer].append(name)
    yield from dict.fromkeys(
        pair for drawer in drawers.values() for pair in combinations(drawer, 2)
    )


def _drawers(name: str) -> set[tuple[str, ...]]:
    letters, numbers = _reduced(name), _numbers(name)
    drawers = {(letters, *numbers), (_joined(name), *numbers)} if letters else set()
    if len(letters) < _SHORTEST:
        return drawers
    return drawers | {(one, *numbers) for one in _without_a_letter(letters)}


def _without_a_letter(letters: str) -> set[str]:
    return {letters[:at] + letters[at + 1 :] for at in range(len(letters))}


def _near(one: str, other: str) -> bool:
    """Tell whether two names of one drawer, so at most one letter apart or moved, are too near."""
    first, second = _reduced(one), _reduced(other)
    if first == second or _joined(one) == _joined(other):
        return True
    return min(len(first), len(second)) >= _SHORTEST and bool(_variants(first) & _variants(second))


def _variants(letters: str) -> set[str]:
    return {letters} | _without_a_letter(letters)


def _joined(name: str) -> str:
    return "".join(word for word in _words(name) if not word.isdigit())


@cache
def _is_kind(word: str) -> bool:
    """Tell whether a word says what kind of thing it is: `team`, also as `taem`."""
    if word in _SMALL_WORDS:
        return True
    return any(word == kind or _variants(word) & _variants(kind) for kind in _KINDS)


def _reduced(name: str) -> str:
    words = [word for word in _words(name) if not word.isdigit()]
    return "".join([word for word in words if not _is_kind(word)] or words)


def _numbers(name: str) -> tuple[str, ...]:
    return tuple(word for word in _words(name) if word.isdigit())


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", normalise(name).replace("&", " en "))
    return _WORDS.findall("".join(one for one in plain if not unicodedata.combining(one)))
