"""How long files are kept: a setting in words, such as `3 maanden` -> days."""

from __future__ import annotations

import re

from pipeline.naming import normalise

_TERM = re.compile(r"(\d{1,4}) ?(dag|dagen|week|weken|maand|maanden|jaar|jaren)\.?")
# As long as the longest month and year, so that nothing goes too early.
_DAYS = {"d": 1, "w": 7, "m": 31, "j": 366}


def days_of(term: str) -> int | None:
    """Return the days of a term; None where it is not understood."""
    read = _TERM.fullmatch(normalise(term))
    return int(read[1]) * _DAYS[read[2][0]] if read else None
