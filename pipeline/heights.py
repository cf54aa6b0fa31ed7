"""How high a row must be for its wrapped text: programs do not fit protected rows themselves."""

from __future__ import annotations

import math

_PIXEL = 0.75
_WIDTHS = (
    ("ijlI.,:;'‘’ ", 0.25),
    ("ftrJ()-!", 0.34),
    ("csz/L", 0.42),
    ("gkvxyFSZPT?", 0.47),
    ("DGHNOQUw", 0.68),
    ("mMW%@…—", 0.85),
)
_WIDTH_OF = {letter: width for letters, width in _WIDTHS for letter in letters}
_OTHER = 0.525
_SAFETY = 1.01
LINE_HEIGHT = 1.33


def row_height(cells: tuple[tuple[str, float, float], ...], padding: float = 6) -> float:
    """Return the height in points for cells of (text, column width, size of the letters)."""
    tallest = max(
        count_lines(text, width, size) * size * LINE_HEIGHT for text, width, size in cells
    )
    return math.ceil(tallest + padding)


def count_lines(text: str, column_width: float, size: float) -> int:
    """Return on how many lines a text stands in a column, wrapped at its words."""
    room = (column_width * 7 - 2) * _PIXEL / size / _SAFETY
    return sum(_wrapped(paragraph, room) for paragraph in text.split("\n"))


def _wrapped(paragraph: str, room: float) -> int:
    lines, used = 1, 0.0
    for word in paragraph.split():
        width = text_width(word)
        if used and used + text_width(" ") + width > room:
            lines, used = lines + 1, 0.0
        used += width + (text_width(" ") if used else 0)
        lines, used = lines + int(used // room), used % room if used > room else used
    return lines


def text_width(text: str) -> float:
    """Return the width of a text in Calibri, in units of the size of the letters."""
    return sum(_WIDTH_OF.get(letter, _OTHER) for letter in text)
