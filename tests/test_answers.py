"""From what a person typed to an answer.

1. Key, label, typed number and synonym are read as they are, in any case and spacing.
2. A number 0–4 is read as int, as float and as text; any other number is an error.
3. Within one edit of the labels and keys of exactly one answer: read, and told.
4. From eight typed letters on, within two edits.
5. Anything else is an error, read as leeg, with the nearest option where one is really like it.
   "niet volledig" is an error; an option that the text denies is not named.
6. An empty cell is leeg, and not the same as Onbekend.
7. Never wrong and silent: what lies within reach of two answers is an error.
"""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.answers import Scale, Understood
from pipeline.model import Antwoord, Content, Reading

KEYS_AND_LABELS = {
    "onbekend": Antwoord.ONBEKEND,
    "niet": Antwoord.NIET,
    "niet of nauwelijks": Antwoord.NIET,
    "deels": Antwoord.DEELS,
    "grotendeels": Antwoord.GROTENDEELS,
    "volledig": Antwoord.VOLLEDIG,
    "volledig en geborgd": Antwoord.VOLLEDIG,
    "nvt": Antwoord.NVT,
    "niet van toepassing": Antwoord.NVT,
}
SYNONYMS = {
    "weet niet": Antwoord.ONBEKEND,
    "weet ik niet": Antwoord.ONBEKEND,
    "?": Antwoord.ONBEKEND,
    "n.v.t.": Antwoord.NVT,
}
BY_NUMBER = {
    0: Antwoord.ONBEKEND,
    1: Antwoord.NIET,
    2: Antwoord.DEELS,
    3: Antwoord.GROTENDEELS,
    4: Antwoord.VOLLEDIG,
}
KNOWN = KEYS_AND_LABELS | SYNONYMS
SPACES = (" ", "  ", "\t", "\n", "\u00a0", "\u2009")


@pytest.fixture(scope="module")
def scale(content: Content) -> Scale:
    return Scale(content.options)


@given(st.sampled_from(sorted(KNOWN)), st.data())
def test_1_known_words_are_read_in_any_case_and_spacing(
    scale: Scale, word: str, data: st.DataObject
) -> None:
    space = st.sampled_from(SPACES)
    cased = "".join(data.draw(st.sampled_from((char, char.upper()))) for char in word)
    typed = data.draw(space) + cased.replace(" ", data.draw(space)) + data.draw(space)
    assert scale.understand(typed) == Understood(KNOWN[word], Reading.AS_IS)


@pytest.mark.parametrize(("number", "antwoord"), BY_NUMBER.items())
@pytest.mark.parametrize("form", ["{}", "{} ", " {}", "{}\u00a0", "{}.0", "{},0"])
def test_2_a_number_typed_as_text_is_read(
    scale: Scale, number: int, antwoord: Antwoord, form: str
) -> None:
    assert scale.understand(form.format(number)) == Understood(antwoord, Reading.AS_IS)


@pytest.mark.parametrize(("number", "antwoord"), BY_NUMBER.items())
def test_2_a_number_is_read_as_int_and_as_float(
    scale: Scale, number: int, antwoord: Antwoord
) -> None:
    as_is = Understood(antwoord, Reading.AS_IS)
    assert [scale.understand(number), scale.understand(float(number))] == [as_is, as_is]


@pytest.mark.parametrize(
    "value", [5, -1, 12, 2.5, 0.1, 3.9999, "5", "-1", "2,5", "2.5", "34", "1e0", True, False]
)
def test_2_any_other_number_is_an_error(scale: Scale, value: object) -> None:
    understood = scale.understand(value)
    assert (understood.antwoord, understood.reading) == (Antwoord.LEEG, Reading.NOT_UNDERSTOOD)


@pytest.mark.parametrize(
    ("typed", "antwoord"),
    [
        ("deel", Antwoord.DEELS),
        ("Deelss", Antwoord.DEELS),
        ("neit", None),  # two edits, with four letters
        ("niett", Antwoord.NIET),
        ("volledg", Antwoord.VOLLEDIG),
        ("voledg", None),  # two edits, with six letters
        ("nvtt", Antwoord.NVT),
    ],
)
def test_3_a_short_word_may_be_one_edit_off(
    scale: Scale, typed: str, antwoord: Antwoord | None
) -> None:
    understood = scale.understand(typed)
    read = understood.antwoord if understood.reading is Reading.READ_AS else None
    assert read is antwoord


@pytest.mark.parametrize(
    ("typed", "antwoord"),
    [
        ("grotendels", Antwoord.GROTENDEELS),
        ("groottendeels", Antwoord.GROTENDEELS),
        ("onbekkent", Antwoord.ONBEKEND),
        ("volldigg", Antwoord.VOLLEDIG),  # two edits, with eight letters
        ("onbknd", None),  # two edits, with six letters
        ("onbeknt", None),  # two edits, with seven letters
        ("volledigee", Antwoord.VOLLEDIG),
        ("niet of nauwlijk", Antwoord.NIET),
        ("niet of nauwelijx", Antwoord.NIET),
        ("niet v toepassing", Antwoord.NVT),
        ("volledig, en geborgdt", Antwoord.VOLLEDIG),
        ("grootendells n", None),  # four edits
    ],
)
def test_4_from_eight_typed_letters_on_it_may_be_two(
    scale: Scale, typed: str, antwoord: Antwoord | None
) -> None:
    understood = scale.understand(typed)
    read = understood.antwoord if understood.reading is Reading.READ_AS else None
    assert read is antwoord


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("soms deels", Antwoord.DEELS),
        ("ja, volledig!", Antwoord.VOLLEDIG),
        ("volledig en ook geborgd", Antwoord.VOLLEDIG),
        ("nog niet of nauwelijks", Antwoord.NIET),
        ("niet van toepassing bij ons", Antwoord.NVT),
        ("grotendeels en dan wel", Antwoord.GROTENDEELS),
        ("xxxxxxonbekend", Antwoord.ONBEKEND),
    ],
)
def test_5_anything_else_is_an_error_with_the_nearest_option(
    scale: Scale, typed: str, nearest: Antwoord
) -> None:
    unread = Understood(Antwoord.LEEG, Reading.NOT_UNDERSTOOD, nearest)
    assert scale.understand(typed) == unread


@pytest.mark.parametrize(
    "typed",
    [
        *("niet volledig", "Nog niet volledig", "niet echt grotendeels", "geen volledig beeld"),
        *("niet deels", "nooit volledig", "soms wel, soms niet", "niet onbekend"),
        *("ja", "nee", "soms", "zie mail", "deels of grotendeels"),
        *(5, -1, 2.5, "7", "2026-03-02"),
    ],
)
def test_5_no_option_is_named_that_the_text_denies_or_is_not_like(
    scale: Scale, typed: object
) -> None:
    unread = Understood(Antwoord.LEEG, Reading.NOT_UNDERSTOOD, None)
    assert scale.understand(typed) == unread


@pytest.mark.parametrize("value", [None, "", "   ", "\u00a0", "\n\t", "\u200b"])
def test_6_an_empty_cell_is_leeg_and_no_error(scale: Scale, value: object) -> None:
    assert scale.understand(value) == Understood(Antwoord.LEEG, Reading.AS_IS)


def test_7_a_word_between_two_answers_is_an_error(scale: Scale) -> None:
    # one edit from the key of niet, one from the key of nvt
    assert scale.understand("nit").reading is Reading.NOT_UNDERSTOOD
    assert scale.understand("nietvt").reading is Reading.NOT_UNDERSTOOD


LETTERS = st.sampled_from("abdefgijklnorstuvwz -.")
EDIT = st.tuples(st.sampled_from(("put", "drop", "swap")), st.integers(0, 30), LETTERS)


@given(st.sampled_from(sorted(KEYS_AND_LABELS)), st.lists(EDIT, max_size=4))
def test_3_4_5_7_a_typing_error_is_read_only_when_one_answer_is_within_reach(
    scale: Scale, word: str, edits: list[tuple[str, int, str]]
) -> None:
    typed = word
    for kind, place, letter in edits:
        at = place % (len(typed) + 1)
        typed = typed[:at] + letter * (kind != "drop") + typed[at + (kind != "put") :]
    understood = scale.understand(typed)
    assert (understood.antwoord, understood.reading) == expected(" ".join(typed.split()))
    assert understood.nearest is None or understood.reading is Reading.NOT_UNDERSTOOD


def expected(typed: str) -> tuple[Antwoord, Reading]:
    if not typed or typed in KNOWN:
        return KNOWN.get(typed, Antwoord.LEEG), Reading.AS_IS
    if typed in ("nvt", "nvt.", "n.v.t", "n.v.t."):
        return Antwoord.NVT, Reading.AS_IS
    reach = 2 if sum(map(str.isalpha, typed)) >= 8 else 1
    near = {KEYS_AND_LABELS[name] for name in KEYS_AND_LABELS if edits_apart(typed, name) <= reach}
    if len(near) == 1:
        return near.pop(), Reading.READ_AS
    return Antwoord.LEEG, Reading.NOT_UNDERSTOOD


@cache
def edits_apart(one: str, other: str) -> int:
    """Return how many letters must be put in, left out or changed."""
    if not one or not other:
        return len(one) + len(other)
    changed = edits_apart(one[1:], other[1:]) + (one[0] != other[0])
    left_out = edits_apart(one[1:], other) + 1
    put_in = edits_apart(one, other[1:]) + 1
    return min(changed, left_out, put_in)
