"""Figures as they are shown: rounded down, so that none is ever shown beyond its threshold."""

from __future__ import annotations

from fractions import Fraction
from math import floor


def rounded_down(figure: Fraction) -> float:
    """Return a figure rounded down to two decimals, for JSON."""
    return floor(figure * 100) / 100


def shown(figure: Fraction) -> str:
    """Return a figure as a Dutch reader expects it: `1,50`."""
    return f"{rounded_down(figure):.2f}".replace(".", ",")


def shown_briefly(figure: Fraction) -> str:
    """Return a figure without decimals that say nothing: `2`, `2,5`."""
    return shown(figure).rstrip("0").rstrip(",")
