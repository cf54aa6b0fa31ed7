"""From answers to figures, over the people of one organisatie + onderdeel.

1. advice_answer is nvt when more than half of the non-empty answers are nvt; leeg when none is
   given; onbekend when more than half of the given ones are; else the low median of the scored.
   Ties never go up.
2. also_answer: the low median of the scored ones, where advice_answer is onbekend and two or
   more people did score.
3. score is the mean of the scored answers, null unless advice_answer is scored.
4. spread is highest less lowest scored answer, null below two.
5. disagreement is the share of pairs of given answers two or more steps apart; an onbekend
   against a score is apart; null below two.
6. niveau of a stelling follows advice_answer.
7. Thema: score is the mean over its advice answers; scored, unknown, empty and nvt are counted.
8. Thema: startend below 2, onderweg from 2, gevorderd from 3, on the exact value.
9. Thema: no niveau when less than half of the stellingen that are not nvt are scored.
10. Thema: provisional when a quarter or more of those are onbekend or leeg.
11. With none scored no score and no niveau; with all nvt not provisional.
12. Overall: the same counts, and the mean over all scored stellingen.
13. Workbooks of one organisatie + onderdeel belong together, whatever case and spaces.
14. "samen": that workbook stands, of several the newest; the others are named and not counted.
15. Same person twice (e-mail, else invuller): the newest counts (datum, else file time).
16. Without organisation each workbook is on its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction
from itertools import combinations
from statistics import median_low

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.figures import shown
from pipeline.model import Antwoord, Content, Niveau, Questionnaire, Tally, ThemaScore
from pipeline.score import Group, group, score
from tests.people import (
    LETTER_OF,
    LETTERS,
    MIXED,
    crowd,
    first_stelling,
    person,
    scored,
    scored_letters,
)

POINTS = {"N": 1, "D": 2, "G": 3, "V": 4}
LETTER_OF_POINTS = {points: letter for letter, points in POINTS.items()}

STELLING_CASES = """
    answers | advice also score spread disagreement niveau
    N       | N      -    1     -      -            startend
    D       | D      -    2     -      -            onderweg
    G       | G      -    3     -      -            gevorderd
    V       | V      -    4     -      -            gevorderd
    O       | O      -    -     -      -            onbekend
    x       | x      -    -     -      -            -
    .       | .      -    -     -      -            -
    !       | .      -    -     -      -            -
    D N     | N      -    3/2   1      0            startend
    N D     | N      -    3/2   1      0            startend
    N V     | N      -    5/2   3      1            startend
    D V     | D      -    3     2      1            onderweg
    N D G   | D      -    2     2      1/3          onderweg
    N N V V | N      -    5/2   3      2/3          startend
    G G V V | G      -    7/2   1      0            gevorderd
    D D D V | D      -    5/2   2      1/2          onderweg
    O D     | D      -    2     -      1            onderweg
    O O D   | O      -    -     -      2/3          onbekend
    O O     | O      -    -     -      0            onbekend
    O O O D V | O    D    -     2      7/10         onbekend
    O O O N N | O    N    -     0      3/5         onbekend
    O O N N | N      -    1     0      2/3          startend
    x D     | D      -    2     -      -            onderweg
    x x D   | x      -    -     -      -            -
    x x . . D | x    -    -     -      -            -
    x x D D | D      -    2     0      0            onderweg
    x x x D V | x    -    -     2      1            -
    x .     | x      -    -     -      -            -
    x !     | x      -    -     -      -            -
    x x O   | x      -    -     -      -            -
    x O     | O      -    -     -      -            onbekend
    . . D   | D      -    2     -      -            onderweg
    . O D   | D      -    2     -      1            onderweg
    ! O D   | D      -    2     -      1            onderweg
"""


@pytest.mark.parametrize("case", STELLING_CASES.strip().splitlines()[1:])
def test_1_to_6_the_figures_of_a_stelling(content: Content, case: str) -> None:
    answers, _, expected = case.partition("|")
    one = first_stelling(content, answers)
    also = LETTER_OF[one.also_answer] if one.also_answer else None
    figures = (one.score, one.spread, one.disagreement)
    parts = (LETTER_OF[one.advice_answer], also, *figures, one.niveau)
    assert ["-" if part is None else str(part) for part in parts] == expected.split()


GROUPS = st.lists(st.sampled_from("NDGVOx.!"), min_size=1, max_size=7)


@given(GROUPS)
def test_1_to_6_hold_for_any_group_of_people(content: Content, letters: list[str]) -> None:
    one = first_stelling(content, "".join(letters))
    advice, also = naive_advice(letters)
    scores = [POINTS[letter] for letter in letters if letter in POINTS]
    assert (LETTER_OF[one.advice_answer], one.also_answer) == (advice, also and LETTERS[also])
    assert one.score == (Fraction(sum(scores), len(scores)) if advice in POINTS else None)
    assert one.spread == (max(scores) - min(scores) if len(scores) > 1 else None)
    assert one.disagreement == naive_disagreement(letters)


def naive_advice(letters: Sequence[str]) -> tuple[str, str | None]:
    """Restate rule 1 and 2, answer by answer."""
    not_empty = [letter for letter in letters if letter not in ".!"]
    given = [letter for letter in not_empty if letter != "x"]
    points = [POINTS[letter] for letter in given if letter != "O"]
    middle = LETTER_OF_POINTS[median_low(points)] if points else None
    if len(not_empty) - len(given) > len(not_empty) / 2:
        return "x", None
    if not given:
        return ".", None
    if given.count("O") > len(given) / 2:
        return "O", middle if len(points) >= 2 else None
    assert middle is not None
    return middle, None


def naive_disagreement(letters: Sequence[str]) -> Fraction | None:
    """Restate rule 5, pair by pair."""
    pairs = list(combinations([letter for letter in letters if letter in "NDGVO"], 2))
    apart = [pair for pair in pairs if is_apart(*pair)]
    return Fraction(len(apart), len(pairs)) if pairs else None


def is_apart(one: str, other: str) -> bool:
    if "O" in (one, other):
        return one != other
    return abs(POINTS[one] - POINTS[other]) >= 2


@given(GROUPS.flatmap(lambda group: st.tuples(st.just(group), st.permutations(group))))
def test_1_the_order_in_which_people_answer_does_not_matter(
    content: Content, orders: tuple[list[str], list[str]]
) -> None:
    one, other = (first_stelling(content, "".join(order)) for order in orders)
    assert replace(one, answers=()) == replace(other, answers=())


def test_answers_are_kept_in_order_with_none_for_one_not_understood(content: Content) -> None:
    one = first_stelling(content, "D!.N")
    assert one.answers == (Antwoord.DEELS, None, Antwoord.LEEG, Antwoord.NIET)


def proces(content: Content, letters: str) -> ThemaScore:
    """Score the last thema, with five stellingen."""
    return scored_letters(content, "." * 19 + letters).themas[-1]


THEMA_CASES = """
    answers | score scored unknown empty nvt niveau    provisional
    NNNNN   | 1     5      0       0     0   startend  no
    NDDDD   | 9/5   5      0       0     0   startend  no
    DDDDD   | 2     5      0       0     0   onderweg  no
    NGDDD   | 2     5      0       0     0   onderweg  no
    GGGGD   | 14/5  5      0       0     0   onderweg  no
    GGGGG   | 3     5      0       0     0   gevorderd no
    VVVVV   | 4     5      0       0     0   gevorderd no
    DDDDO   | 2     4      1       0     0   onderweg  no
    DDD.O   | 2     3      1       1     0   onderweg  yes
    DDDOx   | 2     3      1       0     1   onderweg  yes
    DDD.x   | 2     3      0       1     1   onderweg  yes
    DDOOO   | 2     2      3       0     0   -         yes
    DDOOx   | 2     2      2       0     1   onderweg  yes
    DOOOx   | 2     1      3       0     1   -         yes
    D.xxx   | 2     1      0       1     3   onderweg  yes
    Dxxxx   | 2     1      0       0     4   onderweg  no
    OOOOO   | -     0      5       0     0   -         yes
    xxxxO   | -     0      1       0     4   -         yes
    xxxxx   | -     0      0       0     5   -         no
    D....   | 2     1      0       4     0   -         yes
    DDD!!   | 2     3      0       2     0   onderweg  yes
"""


def thema_cases() -> list[tuple[str, str]]:
    """Return the lines of THEMA_CASES as answers and expectation."""
    lines = [line.split("|") for line in THEMA_CASES.strip().splitlines()[1:]]
    return [(answers.strip(), " ".join(expected.split())) for answers, expected in lines]


@pytest.mark.parametrize(("letters", "expected"), thema_cases())
def test_7_to_11_the_figures_of_a_thema(content: Content, letters: str, expected: str) -> None:
    assert in_short(proces(content, letters)) == expected


def in_short(one: ThemaScore) -> str:
    tally = one.tally
    counts = (tally.scored, tally.unknown, tally.empty, tally.nvt)
    provisional = "yes" if one.provisional else "no"
    parts = (tally.score, *counts, one.niveau, provisional)
    return " ".join("-" if part is None else str(part) for part in parts)


def test_7_a_thema_is_the_mean_of_advice_answers_not_of_people(content: Content) -> None:
    # stelling 20: niet and volledig, of which the advice answer is niet
    one = scored_letters(content, "." * 19 + "NDDDD", "." * 19 + "VDDDD").themas[-1]
    assert one.tally.score == Fraction(9, 5)


@pytest.mark.parametrize(
    ("letters", "score", "niveau", "as_shown"),
    [
        ("N" + "D" * 23, "47/24", Niveau.STARTEND, "1,95"),
        ("D" * 24, "2", Niveau.ONDERWEG, "2,00"),
        ("D" + "G" * 23, "71/24", Niveau.ONDERWEG, "2,95"),
        ("G" * 24, "3", Niveau.GEVORDERD, "3,00"),
    ],
)
def test_8_niveau_is_on_the_exact_value(
    content: Content, letters: str, score: str, niveau: Niveau, as_shown: str
) -> None:
    one_thema = replace(
        content, themas=(replace(content.themas[0], stellingen=content.stellingen),)
    )
    (thema,) = scored_letters(one_thema, letters).themas
    assert thema.niveau is niveau
    assert thema.tally.score == Fraction(score)
    assert shown(Fraction(score)) == as_shown


ANSWERS_TO_ALL = st.text(alphabet="NDGVOx.", min_size=24, max_size=24)


@given(ANSWERS_TO_ALL)
def test_7_to_12_hold_for_any_scan(content: Content, letters: str) -> None:
    scores = scored_letters(content, letters)
    for thema, one in zip(content.themas, scores.themas, strict=True):
        numbers = [stelling.number for stelling in thema.stellingen]
        assert_thema(one, "".join(letters[number - 1] for number in numbers))
    assert scores.overall == naive_tally(letters)


def assert_thema(one: ThemaScore, letters: str) -> None:
    """Restate rules 7 to 11 for the letters of one thema."""
    assert one.tally == naive_tally(letters)
    applicable = [letter for letter in letters if letter != "x"]
    not_open = [letter for letter in applicable if letter not in "O."]
    still_open = len(applicable) - len(not_open)
    assert one.provisional is bool(applicable and still_open * 4 >= len(applicable))
    if not not_open or len(not_open) * 2 < len(applicable):
        assert one.niveau is None
        return
    total = sum(POINTS[letter] for letter in not_open)
    steps = ((3, Niveau.GEVORDERD), (2, Niveau.ONDERWEG), (0, Niveau.STARTEND))
    assert one.niveau is next(n for limit, n in steps if total >= limit * len(not_open))


def naive_tally(letters: str) -> Tally:
    points = [POINTS[letter] for letter in letters if letter in POINTS]
    mean = Fraction(sum(points), len(points)) if points else None
    counts = (letters.count(letter) for letter in "O.x")
    return Tally(mean, len(points), *counts)


def test_7_to_12_the_example_of_the_design(content: Content) -> None:
    scores = scored_letters(content, MIXED)
    assert [in_short(one) for one in scores.themas] == [
        "2 8 0 0 1 onderweg no",
        "7/3 3 0 0 0 onderweg no",
        "9/5 5 2 0 0 startend yes",
        "3/2 4 1 0 0 startend no",
    ]
    assert scores.overall == Tally(Fraction(38, 20), 20, 3, 0, 1)


def names(one: Group) -> tuple[str | None, str | None, list[str]]:
    return one.organisation, one.department, files(one.used)


def files(questionnaires: Sequence[Questionnaire]) -> list[str]:
    return [one.origin.label for one in questionnaires]


def test_13_the_same_name_in_another_case_or_spacing_belongs_together(content: Content) -> None:
    people = (
        person(content, "D", file="a.xlsx", organisation="Gemeente Toetsdam"),
        person(content, "D", file="b.xlsx", organisation="gemeente  toetsdam "),
        person(content, "D", file="c.xlsx", department="team\u00a0werk"),
    )
    (one,) = group(people)
    assert sorted(files(one.used)) == ["a.xlsx", "b.xlsx", "c.xlsx"]
    assert names(one)[:2] == ("Gemeente Toetsdam", "Team Werk")


def test_13_another_onderdeel_or_organisatie_is_on_its_own_in_order_of_names(
    content: Content,
) -> None:
    people = (
        person(content, "D", file="a.xlsx", organisation="Zandermeer", department="Zuid"),
        person(content, "D", file="b.xlsx", organisation="Aa", department="Zuid"),
        person(content, "D", file="c.xlsx", organisation="Aa", department="Noord"),
        person(content, "D", file="d.xlsx", organisation="Aa", department=""),
    )
    assert [names(one) for one in group(people)] == [
        ("Aa", None, ["d.xlsx"]),
        ("Aa", "Noord", ["c.xlsx"]),
        ("Aa", "Zuid", ["b.xlsx"]),
        ("Zandermeer", "Zuid", ["a.xlsx"]),
    ]


def test_13_groups_do_not_touch_each_others_figures(content: Content) -> None:
    people = (
        person(content, "N", file="a.xlsx", department="A"),
        person(content, "V", file="b.xlsx", department="B"),
    )
    first, second = score(group(people), content)
    assert [one.stelling(1).score for one in (first, second)] == [Fraction(1), Fraction(4)]


def told(one: Group) -> list[tuple[str, str, str]]:
    """Return per problem its code, the workbook set aside and the one that counts."""
    return [(p.code.key, p.source.file, dict(p.details)["newer"]) for p in one.problems]


def test_14_the_workbook_of_a_group_stands_also_when_others_are_newer(content: Content) -> None:
    people = (
        person(content, "D", file="samen.xlsx", together=True, day=date(2026, 11, 1)),
        person(content, "N", file="los-1.xlsx", together=False, day=date(2026, 11, 9)),
        person(content, "N", file="los-2.xlsx", day=date(2026, 11, 9)),
    )
    (one,) = group(people)
    assert files(one.used) == ["samen.xlsx"]
    assert sorted(files(one.set_aside)) == ["los-1.xlsx", "los-2.xlsx"]
    assert {newer for _, _, newer in told(one)} == {"samen.xlsx"}
    assert len(one.problems) == 2


def test_14_of_several_that_were_filled_in_together_the_newest_stands(content: Content) -> None:
    people = (
        person(content, "D", file="nieuw.xlsx", together=True, day=date(2026, 11, 9)),
        person(content, "N", file="oud.xlsx", together=True, day=date(2026, 11, 1)),
    )
    (one,) = group(people)
    assert (files(one.used), files(one.set_aside)) == (["nieuw.xlsx"], ["oud.xlsx"])


def test_14_another_onderdeel_keeps_its_own_workbooks(content: Content) -> None:
    people = (
        person(content, "D", file="samen.xlsx", together=True, department="A"),
        person(content, "N", file="los.xlsx", together=False, department="B"),
    )
    assert [files(one.used) for one in group(people)] == [["samen.xlsx"], ["los.xlsx"]]


@pytest.mark.parametrize(
    ("older", "newer", "same"),
    [
        (("an@x.example", ""), ("AN@x.example ", ""), True),
        (("", "An Jansen"), ("", "an  jansen"), True),
        (("an@x.example", "An"), ("an@x.example", "A. Jansen"), True),
        (("an@x.example", "An"), ("bo@x.example", "An"), False),
        (("an@x.example", ""), ("bo@x.example", ""), False),
        (("", ""), ("", ""), False),
    ],
)
def test_15_of_the_same_person_the_newest_counts(
    content: Content, older: tuple[str, str], newer: tuple[str, str], same: bool
) -> None:
    days = date(2026, 11, 9), date(2026, 11, 1)
    people = (
        person(content, "N", file="b.xlsx", day=days[0], email=newer[0], name=newer[1]),
        person(content, "D", file="a.xlsx", day=days[1], email=older[0], name=older[1]),
    )
    (one,) = group(people)
    assert sorted(files(one.used)) == (["b.xlsx"] if same else ["a.xlsx", "b.xlsx"])
    assert len(one.problems) == (1 if same else 0)


def test_15_the_one_set_aside_is_named(content: Content) -> None:
    people = (
        person(content, "N", file="nieuw.xlsx", name="An", day=date(2026, 11, 9)),
        person(content, "D", file="oud.xlsx", name="An", day=date(2026, 11, 1)),
    )
    (one,) = group(people)
    assert (files(one.used), files(one.set_aside)) == (["nieuw.xlsx"], ["oud.xlsx"])
    assert told(one) == [("person-twice", "oud.xlsx", "nieuw.xlsx")]


def test_15_without_datum_the_time_of_the_file_tells(content: Content) -> None:
    early, late = (datetime(2026, 11, day, 9, tzinfo=UTC) for day in (1, 9))
    people = (
        person(content, "N", file="laat.xlsx", name="An", received=late),
        person(content, "D", file="vroeg.xlsx", name="An", received=early),
    )
    (one,) = group(people)
    assert files(one.used) == ["laat.xlsx"]


def test_15_the_datum_goes_before_the_time_of_the_file(content: Content) -> None:
    early, late = (datetime(2026, 11, day, 9, tzinfo=UTC) for day in (20, 21))
    people = (
        person(content, "N", file="a.xlsx", name="An", day=date(2026, 11, 9), received=early),
        person(content, "D", file="b.xlsx", name="An", day=date(2026, 11, 1), received=late),
    )
    (one,) = group(people)
    assert files(one.used) == ["a.xlsx"]


def test_16_without_organisation_each_workbook_is_on_its_own(content: Content) -> None:
    people = crowd(content, "D", "N", organisation="")
    assert [names(one) for one in group(people)] == [
        (None, "Team Werk", ["1.xlsx"]),
        (None, "Team Werk", ["2.xlsx"]),
    ]


def test_nobody_has_no_scores(content: Content) -> None:
    assert score(group([]), content) == ()


def test_the_people_who_count_are_those_scored(content: Content) -> None:
    people = (
        person(content, "N", file="nieuw.xlsx", name="An", day=date(2026, 11, 9)),
        person(content, "V", file="oud.xlsx", name="An", day=date(2026, 11, 1)),
        person(content, "D", file="ander.xlsx", name="Bo", day=date(2026, 11, 1)),
    )
    scores = scored(content, *people)
    assert scores.stelling(1).score == Fraction(3, 2)
