"""Base, the text as it is now and the fresh text -> what becomes of each piece, and its place.

What a person did stays: added, edited, moved and deleted pieces. What nobody touched becomes as in
the fresh text, also in its order. No file is known here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from pipeline.update.align import align, in_order
from pipeline.update.pieces import Kind, Piece


class Fate(Enum):
    """What becomes of a piece."""

    LEFT = "left"  # as it is: untouched and not changed, or a person's own
    RENEWED = "renewed"  # untouched and changed
    KEPT = "kept"  # edited
    GONE = "gone"  # edited or ticked, and no longer in the fresh text
    ADDED = "added"  # new in the fresh text


@dataclass(frozen=True, slots=True)
class Step:
    """One piece of the result: `now` stands there already, `fresh` is what should stand there."""

    fate: Fate
    base: Piece | None
    now: Piece | None
    fresh: Piece | None

    @property
    def differs(self) -> bool:
        """Whether the fresh piece says something else than what was generated before."""
        if self.fresh is None or self.base is None:
            return False
        return not self.fresh.means(self.base) or self.fresh.notes != self.base.notes


@dataclass(frozen=True, slots=True)
class Plan:
    """The pieces of the result in order, and what is taken away."""

    steps: tuple[Step, ...]
    removed: tuple[Piece, ...]


def plan(
    base: Sequence[Piece],
    now: Sequence[Piece],
    fresh: Sequence[Piece],
) -> Plan:
    """Decide on each piece of a text."""
    return _Planner(base, now, fresh).plan()


def decide(base: Piece, now: Piece, fresh: Piece) -> Step:
    """Decide on a piece that stands in all three texts."""
    step = Step(Fate.RENEWED, base, now, fresh)
    if now.kind is Kind.TABLE or now.kind is Kind.ROW:
        return step
    if now.means(fresh) and not step.differs:
        return Step(Fate.LEFT, base, now, fresh)
    if not now.means(base):
        return Step(Fate.LEFT if now.means(fresh) else Fate.KEPT, base, now, fresh)
    return step if step.differs else Step(Fate.LEFT, base, now, fresh)


class _Planner:
    """The three texts and which piece of one is which of another."""

    def __init__(
        self,
        base: Sequence[Piece],
        now: Sequence[Piece],
        fresh: Sequence[Piece],
    ) -> None:
        self._base, self._now, self._fresh = base, now, fresh
        self._base_to_now = align(base, now)
        self._base_to_fresh = align(base, fresh)
        self._now_to_base = {two: one for one, two in self._base_to_now.items()}
        self._fresh_to_base = {two: one for one, two in self._base_to_fresh.items()}
        self._fresh_to_now = {
            fresh_at: self._base_to_now[one]
            for fresh_at, one in self._fresh_to_base.items()
            if one in self._base_to_now
        }
        self._found_again()
        self._now_to_fresh = {two: one for one, two in self._fresh_to_now.items()}

    def _found_again(self) -> None:
        """Know a new piece that stands there already: kept when it was gone, or typed in."""
        single = {
            piece.key: at
            for at, piece in enumerate(self._now)
            if at not in self._now_to_base and piece.key
        }
        for at, piece in enumerate(self._fresh):
            if at not in self._fresh_to_base and piece.key in single:
                self._fresh_to_now[at] = single.pop(piece.key)

    def plan(self) -> Plan:
        """Return the plan."""
        found = ((at, self._step_of_now(at)) for at in range(len(self._now)))
        steps = {at: step for at, step in found if step is not None}
        removed = set(range(len(self._now))) - steps.keys()
        return Plan(
            tuple(
                Step(Fate.ADDED, None, None, self._fresh[place.at])
                if place.is_new
                else steps[place.at]
                for place in self._order(removed)
            ),
            tuple(self._now[at] for at in sorted(removed)),
        )

    def _step_of_now(self, at: int) -> Step | None:
        """Return what becomes of a piece that stands there; None takes it away."""
        piece = self._now[at]
        base = self._base[self._now_to_base[at]] if at in self._now_to_base else None
        fresh = self._fresh[self._now_to_fresh[at]] if at in self._now_to_fresh else None
        if base is None:
            return Step(Fate.LEFT, None, piece, fresh)
        if fresh is None:
            return Step(Fate.GONE, base, piece, None) if _has_person(base, piece) else None
        return decide(base, piece, fresh)

    # The order

    def _order(self, removed: set[int]) -> list[_Place]:
        """Return the places of the result: the fresh order, with what a person put in it."""
        stays = self._in_fresh_order(removed)
        behind: dict[_Place | None, list[_Place]] = defaultdict(list)
        before: dict[_Place, list[_Place]] = defaultdict(list)
        order: list[_Place] = []
        for at in range(len(self._fresh)):
            now_at = self._fresh_to_now.get(at)
            if now_at is not None:
                if now_at in stays:
                    order.append(_Place(now_at))
            elif self._is_wanted(at):
                self._put_new(at, stays, order, behind, before)
        for at in self._placed_by_person(stays, removed):
            behind[self._neighbour(at, removed)].insert(0, _Place(at))
        return list(_flattened(order, behind, before))

    def _in_fresh_order(self, removed: set[int]) -> set[int]:
        """Return which pieces stand where the tool put them."""
        known = [at for at in range(len(self._now)) if at in self._now_to_base]
        kept = in_order([self._now_to_base[at] for at in known])
        return {
            at
            for at in known
            if self._now_to_base[at] in kept and at in self._now_to_fresh and at not in removed
        }

    def _placed_by_person(self, stays: set[int], removed: set[int]) -> Iterator[int]:
        """Yield from last to first what is kept where it stands, behind its neighbour."""
        for at in reversed(range(len(self._now))):
            if at not in stays and at not in removed:
                yield at

    def _neighbour(self, at: int, removed: set[int]) -> _Place | None:
        return next((_Place(k) for k in range(at - 1, -1, -1) if k not in removed), None)

    def _is_wanted(self, at: int) -> bool:
        """Tell whether a piece that does not stand there is new, and not in a deleted chapter."""
        if at in self._fresh_to_base:
            return False
        return all(self._is_alive(parent) for parent in self._parents(at))

    def _parents(self, at: int) -> Iterator[int]:
        level = self._fresh[at].level or 10
        for k in range(at - 1, -1, -1):
            own = self._fresh[k].level
            if own is not None and own < level:
                level = own
                yield k

    def _is_alive(self, heading: int) -> bool:
        """Tell whether anything of a chapter still stands there, or the chapter is new."""
        chapter = range(heading, self._end(heading))
        known = [k for k in chapter if k in self._fresh_to_base or k in self._fresh_to_now]
        return not known or any(k in self._fresh_to_now for k in known)

    def _end(self, heading: int) -> int:
        level = self._fresh[heading].level or 0
        following = range(heading + 1, len(self._fresh))
        ends = (k for k in following if (self._fresh[k].level or 10) <= level)
        return next(ends, len(self._fresh))

    def _put_new(
        self,
        at: int,
        stays: set[int],
        order: list[_Place],
        behind: dict[_Place | None, list[_Place]],
        before: dict[_Place, list[_Place]],
    ) -> None:
        """Put a new piece behind the one before it, also where a person moved that one."""
        own = _Place(at, is_new=True)
        chapter = next(self._parents(at), -1)
        for k in range(at - 1, max(chapter, 0) - 1, -1):
            place = self._standing(k)
            if place is not None:
                in_place = place.is_new or place.at in stays
                (order if in_place and place in order[-1:] else behind[place]).append(own)
                return
        for k in range(at + 1, self._end(chapter) if chapter >= 0 else len(self._fresh)):
            place = self._standing(k)
            if place is not None and not place.is_new:
                before[place].append(own)
                return
        order.append(own)

    def _standing(self, at: int) -> _Place | None:
        """Return where a piece of the fresh text comes to stand; None where it does not."""
        if at in self._fresh_to_now:
            return _Place(self._fresh_to_now[at])
        return _Place(at, is_new=True) if self._is_wanted(at) else None


def _has_person(base: Piece, piece: Piece) -> bool:
    """Tell whether a person edited a piece, ticked it or wrote a comment beside it."""
    return not piece.means(base) or piece.ticked or piece.spoken


@dataclass(frozen=True, slots=True)
class _Place:
    """A piece of the text as it is now, by its place there; or a new one, by that in the fresh."""

    at: int
    is_new: bool = False


def _flattened(
    order: Sequence[_Place],
    behind: dict[_Place | None, list[_Place]],
    before: dict[_Place, list[_Place]],
) -> Iterator[_Place]:
    """Yield all places, each with what was put before and behind it."""
    waiting = [*reversed(order), *reversed(behind.get(None, ()))]
    ready: set[_Place] = set()
    while waiting:
        place = waiting.pop()
        if place in before and place not in ready:
            ready.add(place)
            waiting += [place, *reversed(before[place])]
            continue
        yield place
        waiting += reversed(behind.get(place, ()))
