"""Names of organisations.

1. Two texts are the same but for case, spaces and the form of their accents.
2. The duties of a gemeente hold by the kind that was chosen; without one, by the name.
3. Within a sentence: `de gemeente Toetsdam`.
"""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Content
from pipeline.naming import in_sentence, is_municipality, normalise


@pytest.mark.parametrize(
    "written",
    [
        "Gemeente Één",
        "GEMEENTE ÉÉN",
        " gemeente \u00a0 één\n",
        "Gemeente E\u0301e\u0301n",
        "\ufeffGemeente\u200b Één",
    ],
)
def test_1_the_same_name_in_other_writing(written: str) -> None:
    assert normalise(written) == "gemeente één"


@pytest.mark.parametrize("other", ["Gemeente Een", "GemeenteÉén", "Gemeente Één 2"])
def test_1_another_name_is_another_name(other: str) -> None:
    assert normalise(other) != normalise("Gemeente Één")


@given(st.text(alphabet=st.characters(codec="utf-8", categories=("L", "Nd", "Zs")), max_size=20))
def test_1_accents_may_be_in_either_form(text: str) -> None:
    composed, apart = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert normalise(composed) == normalise(apart)
    assert normalise(f"  {text}\t") == normalise(text)


@pytest.mark.parametrize(
    ("kind", "organisation", "expected"),
    [
        ("Gemeente", "UWV", True),
        ("GEMEENTE ", "", True),
        ("Samenwerkingsverband van gemeenten", "", True),
        ("UWV", "Gemeente Toetsdam", False),
        ("Anders", "Gemeente Toetsdam", False),
        ("", "Gemeente Toetsdam", True),
        ("", "GEMEENTE Toetsdam", True),
        ("", "Dienst van de gemeente", False),
        ("", "", False),
    ],
)
def test_2_whose_duties_hold(
    content: Content, kind: str, organisation: str, expected: bool
) -> None:
    assert is_municipality(kind, organisation, content) is expected


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Gemeente Toetsdam", "de gemeente Toetsdam"),
        ("gemeente Toetsdam", "de gemeente Toetsdam"),
        ("Werkbedrijf Lindemeer", "Werkbedrijf Lindemeer"),
        ("Sociale Dienst", "de Sociale Dienst"),
        ("Dienst SZW", "de Dienst SZW"),
        ("Intergemeentelijke Sociale Dienst Oost", "de Intergemeentelijke Sociale Dienst Oost"),
        ("De Sociale Dienst", "De Sociale Dienst"),
        ("Dienstverlening", "Dienstverlening"),
        ("Gemeente", "Gemeente"),
        ("Gemeentebelangen", "Gemeentebelangen"),
    ],
)
def test_3_a_name_within_a_sentence(name: str, sentence: str) -> None:
    assert in_sentence(name) == sentence
