"""Timing: contenders take turns, so that a busy moment of the machine hits them all alike."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Times:
    """The seconds that one contender took, round by round."""

    seconds: tuple[float, ...]

    @property
    def milliseconds(self) -> float:
        """The median, in milliseconds."""
        return median(self.seconds) * 1000

    def ratio(self, other: Times) -> float:
        """Return how many times as long as the other this took: the median over the rounds."""
        pairs = zip(self.seconds, other.seconds, strict=True)
        return median(mine / theirs for mine, theirs in pairs)


def take_turns(contenders: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, Times]:
    """Time every contender once per round, after one round that does not count."""
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    for number in range(rounds + 1):
        for name, run in contenders.items():
            seconds = _seconds(run)
            if number:
                taken[name].append(seconds)
    return {name: Times(tuple(seconds)) for name, seconds in taken.items()}


def _seconds(run: Callable[[], object]) -> float:
    """Time one run, with the garbage collector at work as it is for a user.

    What was there before is cleaned up first, so that nobody pays for the garbage of another.
    Without the collector, a thousand scans would fill gigabytes and look slow because of that.
    """
    gc.collect()
    start = perf_counter()
    run()
    return perf_counter() - start
