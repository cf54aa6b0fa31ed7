"""Which piece of one text is which piece of another: by what they say, with names as help.

Names (bookmarks) are not enough: a program may lose them, and in Word one goes when a person
replaces all of its text. So content comes first, as in diff3, and Heckel's way (1978) to find
blocks that moved: what occurs once in both is the same, and so are its neighbours that are equal.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from pipeline.update.pieces import Piece

_ALIKE = 55  # of 100: two texts with that much in common are one text that was edited
_LONG = 10  # letters: a text of which no other piece of a chapter has the same by accident
_SHORT = 8  # letters: a shorter text, as `Deels`, may well be another piece
_MOST_PAIRS = 2_000  # compared letter by letter in one gap; larger gaps are left as they are


def align(base: Sequence[Piece], other: Sequence[Piece]) -> dict[int, int]:
    """Return for each piece of the base which one of the other it is, by their places."""
    pairing = _Pairing(base, other)
    pairing.by_name_and_text()
    pairing.by_unique_text(_LONG)
    pairing.by_name()
    pairing.by_unique_text(_SHORT)
    pairing.by_neighbours()
    pairing.by_order()
    pairing.by_likeness()
    return pairing.pairs


class _Pairing:
    """Two texts, and what was found so far; each step pairs only what is still single."""

    def __init__(self, base: Sequence[Piece], other: Sequence[Piece]) -> None:
        self._base, self._other = base, other
        self.pairs: dict[int, int] = {}
        self._taken: set[int] = set()

    def _pair(self, one: int, two: int) -> None:
        single = one not in self.pairs and two not in self._taken
        if single and self._base[one].kind is self._other[two].kind:
            self.pairs[one] = two
            self._taken.add(two)

    def _pair_nameless(self, one: int, two: int) -> None:
        """Pair two pieces unless their names say that they are not the same."""
        names, others = self._base[one].names, self._other[two].names
        if not names or not others or set(names) & set(others):
            self._pair(one, two)

    def _equal(self, one: int, two: int) -> bool:
        return self._base[one].key == self._other[two].key

    def _single_base(self) -> list[int]:
        return [one for one in range(len(self._base)) if one not in self.pairs]

    def _single_other(self) -> list[int]:
        return [two for two in range(len(self._other)) if two not in self._taken]

    def by_name_and_text(self) -> None:
        """Pair what has a name in common, and the same text."""
        for one, two in self._named():
            if self._equal(one, two):
                self._pair(one, two)

    def by_name(self) -> None:
        """Pair what has a name in common."""
        for one, two in self._named():
            self._pair(one, two)

    def _named(self) -> Iterator[tuple[int, int]]:
        """Yield what has a name in common; of a table, most names."""
        named: dict[str, int] = {}
        for two in self._single_other():
            for name in self._other[two].names:
                named.setdefault(name, two)
        for one in self._single_base():
            votes = Counter(named[name] for name in self._base[one].names if name in named)
            for two, _ in votes.most_common(1):
                yield one, two

    def by_unique_text(self, letters: int) -> None:
        """Pair what occurs once in both texts, wherever it stands, from so many letters on."""
        ones = _unique(self._base, self._single_base())
        twos = _unique(self._other, self._single_other())
        pair = self._pair_in_chapter if letters >= _LONG else self._pair_nameless
        for key, one in ones.items():
            if key in twos and len(key) >= letters:
                pair(one, twos[key])

    def _pair_in_chapter(self, one: int, two: int) -> None:
        """Pair what was renumbered within a chapter: another tip was put before it."""
        if _chapter(self._base[one]) == _chapter(self._other[two]):
            self._pair(one, two)
        else:
            self._pair_nameless(one, two)

    def by_neighbours(self) -> None:
        """Pair the equal pieces after and before those that are paired already."""
        for step, pairs in (
            (1, sorted(self.pairs.items())),
            (-1, sorted(self.pairs.items())[::-1]),
        ):
            for one, two in pairs:
                self._walk(one + step, two + step, step)

    def _walk(self, one: int, two: int, step: int) -> None:
        while 0 <= one < len(self._base) and 0 <= two < len(self._other):
            if one in self.pairs or two in self._taken or not self._equal(one, two):
                return
            self._pair_nameless(one, two)
            if one not in self.pairs:
                return
            one, two = one + step, two + step

    def by_order(self) -> None:
        """Pair equal texts in the same order, between what is paired on both sides."""
        for ones, twos in self._gaps():
            a = [self._base[one].key for one in ones]
            b = [self._other[two].key for two in twos]
            for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
                for step in range(block.size):
                    self._pair_nameless(ones[block.a + step], twos[block.b + step])

    def by_likeness(self) -> None:
        """Pair what has most in common, between what is paired on both sides."""
        for ones, twos in self._gaps():
            if len(ones) * len(twos) > _MOST_PAIRS:
                continue
            likes = [
                (likeness, -abs(place_1 - place_2), one, two)
                for place_1, one in enumerate(ones)
                for place_2, two in enumerate(twos)
                if (likeness := self._likeness(one, two)) >= _ALIKE
            ]
            for _, _, one, two in sorted(likes, reverse=True):
                self._pair_nameless(one, two)

    def _likeness(self, one: int, two: int) -> float:
        a, b = self._base[one], self._other[two]
        if a.kind is not b.kind or (a.level is None) is not (b.level is None):
            return 0
        if not a.key or not b.key:
            return 100 if a.key == b.key else 0
        return fuzz.ratio(a.key, b.key, score_cutoff=_ALIKE)

    def _gaps(self) -> Iterator[tuple[list[int], list[int]]]:
        """Yield what is single in both texts between the same pairs."""
        free = self._single_other()
        before: dict[tuple[int, int], list[int]] = defaultdict(list)
        for one in self._single_base():
            before[self._bounds(one)].append(one)
        for (low, high), ones in before.items():
            twos = [two for two in free if low < two < high]
            if twos:
                yield ones, twos

    def _bounds(self, one: int) -> tuple[int, int]:
        low = next((self.pairs[k] for k in range(one - 1, -1, -1) if k in self.pairs), -1)
        ends = (self.pairs[k] for k in range(one + 1, len(self._base)) if k in self.pairs)
        high = next((end for end in ends if end > low), len(self._other))
        return low, high


def _chapter(piece: Piece) -> str:
    """Return the first part of a name: `_stelling_07` of `_stelling_07__tip_3`."""
    return piece.name.rpartition("__")[0]


def _unique(pieces: Sequence[Piece], places: list[int]) -> dict[str, int]:
    """Return the places of texts that occur once in all of the pieces."""
    times = Counter(piece.key for piece in pieces)
    return {pieces[place].key: place for place in places if times[pieces[place].key] == 1}


def in_order(places: Sequence[int]) -> set[int]:
    """Return the values of the longest part of a row that goes up; the others were moved."""
    ends: list[int] = []  # per length the place in the row where the lowest such part ends
    before: dict[int, int] = {}
    for at, place in enumerate(places):
        length = _fitting(places, ends, place)
        before[at] = ends[length - 1] if length else -1
        ends[length : length + 1] = [at]
    found: set[int] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        found.add(places[at])
        at = before[at]
    return found


def _fitting(places: Sequence[int], ends: list[int], place: int) -> int:
    low, high = 0, len(ends)
    while low < high:
        middle = (low + high) // 2
        if places[ends[middle]] < place:
            low = middle + 1
        else:
            high = middle
    return low
