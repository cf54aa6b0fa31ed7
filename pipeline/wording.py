"""Parts of Dutch sentences: counts in words, and enumerations."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.model import Content


def in_letters(count: int, content: Content) -> str:
    """Return a count in words, as far as content/ names them: `zes`."""
    words = content.report["getallen"].split()
    return words[count] if count < len(words) else str(count)


def enumerated(parts: Iterable[str], before_last: str = "en") -> str:
    """Return parts as a Dutch enumeration: `a, b en c`, or `a, b of c`."""
    *firsts, last = parts
    return f"{', '.join(firsts)} {before_last} {last}" if firsts else last


def capitalised(text: str) -> str:
    """Return text that begins with a capital."""
    return text[:1].upper() + text[1:]
