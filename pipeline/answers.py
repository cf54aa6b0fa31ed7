"""What a person typed -> an answer of the scale. Rules: the interface contract, "The workbook"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from pipeline.model import Antwoord, Option, Reading
from pipeline.naming import normalise

_WHOLE_NUMBER = re.compile(r"([+-]?\d+)([.,]0+)?")
_LONG_ENOUGH_FOR_TWO_EDITS = 8
_NEGATIONS = frozenset(
    ["niet", "geen", "nooit", "niets", "nergens", "nauwelijks", "amper", "zonder"]
)
_LIKE = 0.55  # part of the letters that a text has in common with an answer that it may mean
_AROUND_WORDS = ".,;:!?()/'\""


@dataclass(frozen=True, slots=True)
class Understood:
    """An answer, how it was understood, and where it was not the nearest one, if any is like it."""

    antwoord: Antwoord
    reading: Reading
    nearest: Antwoord | None = None


@dataclass(frozen=True)
class Scale:
    """The answers of content/, ready to be compared with what people type."""

    options: tuple[Option, ...]

    @cached_property
    def _exact(self) -> dict[str, Antwoord]:
        return {
            normalise(word): option.antwoord
            for option in self.options
            for word in (option.antwoord.value, option.label, *option.synonyms)
        }

    @cached_property
    def _numbers(self) -> dict[float, Antwoord]:
        return {o.number: o.antwoord for o in self.options if o.number is not None}

    @cached_property
    def _names(self) -> tuple[tuple[str, Antwoord], ...]:
        """Labels and keys: what a typing error is compared with."""
        return tuple(
            (normalise(word), option.antwoord)
            for option in self.options
            for word in (option.antwoord.value, option.label)
        )

    def understand(self, value: object) -> Understood:
        """Return the answer that a cell value stands for.

        Key, label, number and synonym are read as they are; a typing error is read as the one
        answer within one edit (two from eight letters on); anything else is LEEG, not understood.
        """
        written = normalise(str(value)) if value is not None else ""
        if not written:
            return Understood(Antwoord.LEEG, Reading.AS_IS)
        known = self._exact.get(written) or self._of_number(value, written)
        if known is not None:
            return Understood(known, Reading.AS_IS)
        return self._guess(written)

    def _of_number(self, value: object, written: str) -> Antwoord | None:
        if isinstance(value, bool):
            return None
        if isinstance(value, (int, float)):
            return self._numbers.get(value)
        whole = _WHOLE_NUMBER.fullmatch(written)
        return self._numbers.get(int(whole[1])) if whole else None

    def _guess(self, written: str) -> Understood:
        from rapidfuzz.distance import Levenshtein

        letters = sum(char.isalpha() for char in written)
        limit = 2 if letters >= _LONG_ENOUGH_FOR_TWO_EDITS else 1
        distances = [(Levenshtein.distance(written, name), a) for name, a in self._names]
        near = {antwoord for distance, antwoord in distances if distance <= limit}
        if len(near) == 1:
            return Understood(near.pop(), Reading.READ_AS)
        return Understood(Antwoord.LEEG, Reading.NOT_UNDERSTOOD, self._nearest(written))

    def _nearest(self, written: str) -> Antwoord | None:
        """Return the one answer that a text is most like; None where it is really like none.

        An answer that stands somewhere in the text counts, but not where the text denies: `niet
        volledig` says that it is not Volledig. Then only the text as a whole is compared.
        """
        from rapidfuzz.distance import Levenshtein

        words = [word.strip(_AROUND_WORDS) for word in written.split()]
        denies = not _NEGATIONS.isdisjoint(words)
        likeness: dict[Antwoord, float] = {}
        for name, antwoord in self._names:
            if denies and _NEGATIONS.isdisjoint(name.split()):
                continue
            parts = [written] if denies else [written, *_parts(words, len(name.split()))]
            best = max(Levenshtein.normalized_similarity(part, name) for part in parts)
            likeness[antwoord] = max(best, likeness.get(antwoord, 0))
        most = max(likeness.values())
        nearest = [antwoord for antwoord, like in likeness.items() if like == most]
        return nearest[0] if most >= _LIKE and len(nearest) == 1 else None


def _parts(words: list[str], length: int) -> list[str]:
    """Return each run of so many words."""
    return [" ".join(words[at : at + length]) for at in range(len(words) - length + 1)]
