"""Stellingen in other words, as an older edition has them: told by number and likeness."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from pipeline.limits import MAX_COMPARED
from pipeline.model import Stelling
from pipeline.naming import normalise
from pipeline.sheets import Place

SHORTEST_TEXT = 15  # a cell with fewer letters than this is not taken for a stelling
_LONGEST_TEXT = 600
# In percent. Two stellingen of ours are alike for 80 at most, so 88 is more than chance.
_ALIKE = 88
_ALIKE_AND_SAME_NUMBER = 60


def alike(
    stellingen: Iterable[Stelling],
    texts: Iterable[tuple[Place, str]],
    number_beside: Callable[[Place], int | None],
) -> dict[int, tuple[Place, ...]]:
    """Return by number the cells that hold a stelling in other words.

    A text belongs to the stelling that it is most like; less likeness will do where the number of
    that stelling stands beside it.
    """
    from rapidfuzz.fuzz import ratio

    wanted = [(stelling.number, normalise(stelling.text)) for stelling in stellingen]
    found: dict[int, list[Place]] = defaultdict(list)
    likely = [one for one in texts if SHORTEST_TEXT <= len(one[1]) <= _LONGEST_TEXT]
    for place, text in likely[:MAX_COMPARED]:
        written = normalise(text)
        score, number = max((ratio(written, text), number) for number, text in wanted)
        same = score >= _ALIKE_AND_SAME_NUMBER and number_beside(place) == number
        if score >= _ALIKE or same:
            found[number].append(place)
    return {number: tuple(places) for number, places in found.items()}
