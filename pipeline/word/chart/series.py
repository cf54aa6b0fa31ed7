"""The lines and series of a chart as they are drawn, and the columns that hold them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.model import Bar, Chart, ChartKind
from pipeline.word.chart.look import STAND_IN, STAND_IN_AFTER, Look
from pipeline.word.chart.palette import Palette
from pipeline.word.text import clean

SHEET = "Grafiek"


@dataclass(frozen=True, slots=True)
class Series:
    """One series: its heading, a figure per bar, and the words at those that are drawn."""

    name: str
    values: tuple[int | None, ...]
    words: tuple[str, ...]
    column: str
    words_column: str
    look: Look


def as_drawn(chart: Chart) -> Chart:
    """Return a chart with the lines as they are drawn."""
    if chart.kind is ChartKind.SINGLE:
        return chart
    split = _lines if chart.kind is ChartKind.BESIDE else _pieces
    return replace(chart, bars=tuple(line for bar in chart.bars for line in split(bar)))


def _pieces(bar: Bar) -> Iterator[Bar]:
    """Leave out the pieces of 0, that would show their outline."""
    values = tuple(value or None for value in bar.values)
    pairs = zip(bar.values, bar.words, strict=True)
    yield Bar(bar.label, values, tuple("" if value == 0 else word for value, word in pairs))


def _lines(bar: Bar) -> Iterator[Bar]:
    """Return a bar as one line per series, the first with the label, and an empty line."""
    every = range(len(bar.values))
    for at in every:
        values = tuple(bar.values[one] if one == at else None for one in every)
        words = tuple(bar.words[one] if one == at else "" for one in every)
        yield Bar("" if at else bar.label, values, words)
    if not bar.values:
        yield bar
    yield Bar("")


@dataclass(frozen=True, slots=True)
class Drawn:
    """The series of a chart, and the stand-ins for values that are not there."""

    series: tuple[Series, ...]
    stand_ins: tuple[Series, ...]

    @property
    def every(self) -> tuple[Series, ...]:
        """All of them, in the order of their columns."""
        return self.series + self.stand_ins


def all_series(chart: Chart, palette: Palette) -> Drawn:
    """Return the series of a chart, with their columns: figures from B on, then words."""
    needed = _stand_ins_needed(chart)
    first_words = 1 + len(chart.series) + len(needed)
    looks = palette.pieces if chart.kind is ChartKind.STACKED else palette.bars
    series = tuple(
        Series(name, _values(chart, at), _words(chart, at), letter(1 + at),
                letter(first_words + at), looks[at])
        for at, name in enumerate(chart.series)
    )  # fmt: skip
    look = STAND_IN_AFTER if chart.kind is ChartKind.STACKED else STAND_IN
    stand_ins = tuple(
        Series(f"{series[at].name} (zonder waarde)", _zeros(series[at]), series[at].words,
                letter(1 + len(series) + place), series[at].words_column, look)
        for place, at in enumerate(needed)
    )  # fmt: skip
    return Drawn(series, stand_ins)


def _stand_ins_needed(chart: Chart) -> tuple[int, ...]:
    """Return which series have a word without a value."""
    every = range(len(chart.series))
    return tuple(at for at in every if any(_is_word_alone(bar, at) for bar in chart.bars))


def _is_word_alone(bar: Bar, at: int) -> bool:
    return at < len(bar.values) and bar.values[at] is None and bool(bar.words[at])


def _values(chart: Chart, at: int) -> tuple[int | None, ...]:
    return tuple(bar.values[at] if bar.values else None for bar in chart.bars)


def _words(chart: Chart, at: int) -> tuple[str, ...]:
    return tuple(clean(bar.words[at]) if bar.values else "" for bar in chart.bars)


def _zeros(series: Series) -> tuple[int | None, ...]:
    pairs = zip(series.values, series.words, strict=True)
    return tuple(0 if value is None and word else None for value, word in pairs)


def letter(column: int) -> str:
    """Return the letter of a column of the sheet."""
    return chr(ord("A") + column)
