"""The colours of a chart, made from the one colour of the style document.

That colour can be read on white: contrast 4.5 or more. The pieces of a spread are steps from
light to dark, each with words on it that can be read and unlike its neighbours: by contrast, by a
white line between them, and by the letter in each. So a chart in black and white tells the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pipeline.word.chart.look import TEXT, Look
from pipeline.word.shade import WHITE, luminance, shade

OWN_ACCENT = "0B4F5C"
_INK = "1F1F1F"
_TINT, _LIGHT, _MIDDLE, _DEEP, _DARK = 0.74, 0.76, 0.39, 0.17, 0.07  # as luminance
_GREY, _GREY_LINE = "F2F2F2", "7F7F7F"


@dataclass(frozen=True, slots=True)
class Palette:
    """How bars and the pieces of stacked bars look, in the order of the series."""

    bars: tuple[Look, ...]
    pieces: tuple[Look, ...]


@lru_cache(maxsize=8)
def palette(accent: str) -> Palette:
    """Return the looks of bars and pieces in a colour."""
    darkest = accent if luminance(accent) <= _DARK else shade(accent, _DARK)
    light, middle, deep = (shade(accent, step) for step in (_LIGHT, _MIDDLE, _DEEP))
    return Palette(
        bars=(
            Look(accent, None, TEXT, "outEnd"),
            Look(shade(accent, _TINT), accent, TEXT, "outEnd"),
        ),
        pieces=(
            Look(light, WHITE, _INK, "ctr"),
            Look(middle, WHITE, _INK, "ctr"),
            Look(deep, WHITE, WHITE, "ctr"),
            Look(darkest, WHITE, WHITE, "ctr"),
            Look(_GREY, _GREY_LINE, _INK, "ctr"),
        ),
    )
