"""Dates as people type them, and as a Dutch reader expects them.

1. A date is written as `23 november 2026`.
2. A date is read from a date cell and from what people type, day first.
3. What is no date, or no day that exists, is none.
"""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.dates import in_words, read_date

DAY = date(2026, 11, 3)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 23), "23 november 2026"),
        (date(2026, 3, 1), "1 maart 2026"),
        (date(2027, 8, 31), "31 augustus 2027"),
    ],
)
def test_1_a_date_in_words(day: date, words: str) -> None:
    assert in_words(day) == words


@pytest.mark.parametrize(
    "typed",
    [
        DAY,
        datetime(2026, 11, 3, 23, 59),
        "3-11-2026",
        "03-11-2026",
        "3/11/2026",
        "03.11.2026",
        " 3-11-2026 ",
        "2026-11-03",
        "2026-11-03T09:00:00",
        "3 november 2026",
        "3 November 2026",
        "3 nov 2026",
        "3 nov. 2026",
        "dinsdag 3 november 2026",
    ],
)
def test_2_a_date_that_is_typed_is_read(typed: object) -> None:
    assert read_date(typed) == DAY


@pytest.mark.parametrize(
    "typed",
    [
        None,
        "",
        "toen",
        "31-02-2026",
        "32-1-2026",
        "3-13-2026",
        "3 m 2026",
        "3 ma 2026",
        "1-1-0001",
        "0203-11-12",
        46329,
        True,
    ],
)
def test_3_what_is_no_date_is_none(typed: object) -> None:
    assert read_date(typed) is None


def test_2_maart_has_a_short_form_of_its_own() -> None:
    assert read_date("23 mrt 2026") == read_date("23 mrt. 2026") == date(2026, 3, 23)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2999, 12, 31)))
def test_1_2_what_is_written_in_words_is_read_back(day: date) -> None:
    assert read_date(in_words(day)) == day
