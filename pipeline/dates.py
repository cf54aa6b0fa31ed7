"""Dates as people type them, and as a Dutch reader expects them."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from pipeline.naming import normalise

_MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_MARCH = "mrt"  # the one short form that is no beginning
_EARLIEST = 1900  # what Excel knows; an earlier year is a slip of the pen
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ].*)?")
_IN_WORDS = re.compile(r"(?:[a-z]+ )?(\d{1,2}) ([a-z]{3,9})\.? (\d{4})")


def in_words(day: date) -> str:
    """Write a date as `23 november 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def in_words_with(word: str, first: date, last: date) -> str:
    """Write two dates as `5 en 9 november 2026`, without what they share."""
    start = in_words(first)
    if first.year == last.year:
        start = start.removesuffix(f" {first.year}")
        if first.month == last.month:
            start = str(first.day)
    return f"{start} {word} {in_words(last)}"


def working_days_before(day: date, count: int) -> date:
    """Return the day that is this many working days (Monday to Friday) before another."""
    before = day
    while count:
        before -= timedelta(days=1)
        count -= before.isoweekday() <= 5
    return before


def read_date(value: object) -> date | None:
    """Return the date that a cell value stands for; None where it is none."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return _parse(normalise(value)) if isinstance(value, str) else None


def _parse(text: str) -> date | None:
    if match := _DAY_FIRST.fullmatch(text):
        return _valid(match[3], match[2], match[1])
    if match := _YEAR_FIRST.fullmatch(text):
        return _valid(match[1], match[2], match[3])
    match = _IN_WORDS.fullmatch(text)
    month = _month(match[2]) if match else None
    return _valid(match[3], month, match[1]) if match and month else None


def _month(word: str) -> int | None:
    found = [number for number, name in enumerate(_MONTHS, 1) if name.startswith(word)]
    return 3 if word == _MARCH else found[0] if len(found) == 1 else None


def _valid(year: str, month: str | int, day: str) -> date | None:
    if int(year) < _EARLIEST:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
