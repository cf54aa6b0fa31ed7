"""How light a colour is, and lighter or darker shades of it; colours are six hex digits."""

from __future__ import annotations

WHITE, BLACK = "FFFFFF", "000000"
_STEPS = 12  # halvings: finer than a colour of 256 steps


def luminance(colour: str) -> float:
    """Return how light a colour is, 0 to 1, as the guidelines for accessibility have it."""
    parts = (part / 255 for part in bytes.fromhex(colour))
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(p * weight for p, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def contrast(one: str, other: str) -> float:
    """Return the contrast between two colours as the guidelines for accessibility have it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def shade(colour: str, light: float) -> str:
    """Return a colour, mixed with white or black until it is this light."""
    towards = WHITE if luminance(colour) < light else BLACK
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        share = (low + high) / 2
        too_far = (luminance(_mixed(colour, towards, share)) > light) == (towards == WHITE)
        low, high = (low, share) if too_far else (share, high)
    return _mixed(colour, towards, low)


def _mixed(colour: str, towards: str, share: float) -> str:
    pairs = zip(bytes.fromhex(colour), bytes.fromhex(towards), strict=True)
    return "".join(f"{round(one + (other - one) * share):02X}" for one, other in pairs)
