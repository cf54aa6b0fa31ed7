"""What a person typed -> an answer of the scale. Rules: the interface contract, "The workbook"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from pipeline.model import Antwoord, Option, Reading
from pipeline.naming import normalise

_WHOLE_NUMBER = re.compile(r"([+-]?\d+)([.,]0+)?")
_LONG_ENOUGH_FOR_TWO_EDITS = 8


@dataclass(frozen=True, slots=True)
class Understood:
    """An answer, how it was understood, and the nearest one where it was not."""

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
        nearest = min(distances, key=lambda pair: pair[0])[1]
        return Understood(Antwoord.LEEG, Reading.NOT_UNDERSTOOD, nearest)
