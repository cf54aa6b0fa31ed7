"""Figures as they are shown.

1. With two decimals and a comma, rounded down.
2. None is ever shown beyond its threshold: below a whole number it stays below.
3. In JSON the same figure, with a point.
"""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.figures import rounded_down, shown


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        ("47/24", "1,95"),
        ("2", "2,00"),
        ("7/3", "2,33"),
        ("9/5", "1,80"),
        ("3/2", "1,50"),
        ("19/10", "1,90"),
        ("299/100", "2,99"),
        ("2999/1000", "2,99"),
        ("1/3", "0,33"),
        ("2/3", "0,66"),
        ("0", "0,00"),
    ],
)
def test_1_a_figure_has_two_decimals_and_is_rounded_down(figure: str, text: str) -> None:
    assert shown(Fraction(figure)) == text
    assert rounded_down(Fraction(figure)) == float(text.replace(",", "."))


@given(st.fractions(min_value=0, max_value=4, max_denominator=500))
def test_2_3_a_figure_is_never_shown_beyond_what_it_is(figure: Fraction) -> None:
    in_text = Fraction(shown(figure).replace(",", "."))
    assert 0 <= figure - in_text < Fraction(1, 100)
    assert rounded_down(figure) == float(in_text)
