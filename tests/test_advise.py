"""From figures to advice: which tips, where to begin, what to discuss.

1. An answer gets the tips whose window holds it, in document order; nvt and leeg get none.
2. A tip that leans on another takes that one along, before it.
3. Where the source has no tip for an answer there is none (16 and 20).
4. An opening that only fits Onbekend is marked at 10.1, 15.1, 16.1 and 21.1–24.1 and nowhere else,
   left out at other answers; in 22.1–24.1 up to and including "Zo nee," or "Zo niet,". What is
   left starts with a capital.
5. To begin with: stellingen with niet or deels, at most five; fewer is fine.
6. First a legal duty: 16 at niet, for a gemeente (soort Gemeente or Samenwerkingsverband, or
   empty with a name that begins with Gemeente).
7. Then what the people themselves chose, most often chosen first.
8. Then niet before deels, then the start order.
9. At most two per thema; those passed over come after, while there are fewer than five.
10. To discuss: two or more people, disagreement from 0.25, highest first, ties by number, at
    most five.
11. also_answer brings its own tips along, each once.
12. A recurring advice names the stellingen of which one of its tips fits.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from pipeline.advise import fitting_tips
from pipeline.cli import quickscan
from pipeline.model import Antwoord, Content, Span
from tests.people import LETTERS, MIXED, advised, crowd, person
from tests.sheets import complete, make

START_ORDER = (
    *(20, 24, 21, 13, 1, 22, 10, 12, 2, 4, 6, 14),
    *(11, 7, 5, 8, 23, 15, 3, 18, 19, 9, 17, 16),
)
THEMA_OF = dict.fromkeys(range(1, 10), "competenties") | dict.fromkeys(range(10, 13), "methoden")
THEMA_OF |= dict.fromkeys(range(13, 20), "randvoorwaarden") | dict.fromkeys(range(20, 25), "proces")
WINDOWS = (
    Antwoord.ONBEKEND,
    Antwoord.NIET,
    Antwoord.DEELS,
    Antwoord.GROTENDEELS,
    Antwoord.VOLLEDIG,
)
ONLY_AT_ONBEKEND = ("10.1", "15.1", "16.1", "21.1", "22.1", "23.1", "24.1")

TIPS_CASES = """
    1 O  | 1.1 1.2
    1 N  | 1.1 1.2 1.3 1.4
    1 D  | 1.3 1.4 1.5 1.6 1.7
    1 G  | 1.4 1.5 1.6 1.7 1.8
    1 V  | 1.8
    16 O | 16.1
    16 N | 16.1 16.2
    16 D | 16.1
    16 G |
    16 V |
    20 V |
    17 G | 17.2 17.3 17.4
    17 V | 17.2 17.4
    15 V | 15.3 15.4
    24 D | 24.2 24.3 24.4 24.5
"""


def tip_ids(content: Content, number: int, antwoord: Antwoord) -> list[str]:
    return [tip.id for tip in fitting_tips(content.stelling(number), antwoord)]


@pytest.mark.parametrize("case", TIPS_CASES.strip().splitlines())
def test_1_2_3_the_tips_of_an_answer(content: Content, case: str) -> None:
    answer, _, expected = case.partition("|")
    number, letter = answer.split()
    assert tip_ids(content, int(number), LETTERS[letter]) == expected.split()


@pytest.mark.parametrize("antwoord", list(Antwoord))
@pytest.mark.parametrize("number", range(1, 25))
def test_1_2_the_tips_are_those_of_the_window_and_what_they_lean_on(
    content: Content, number: int, antwoord: Antwoord
) -> None:
    tips = content.stelling(number).tips
    held = {tip.id for tip in tips if in_window(antwoord, tip.window.first, tip.window.last)}
    leaned_on = {tip.leans_on for tip in tips if tip.id in held}
    expected = [tip.id for tip in tips if tip.id in held | leaned_on]
    assert tip_ids(content, number, antwoord) == expected


def in_window(antwoord: Antwoord, first: Antwoord, last: Antwoord) -> bool:
    return antwoord in WINDOWS[WINDOWS.index(first) : WINDOWS.index(last) + 1]


@pytest.mark.parametrize("antwoord", [Antwoord.NVT, Antwoord.LEEG])
def test_1_nvt_and_leeg_get_no_tips(content: Content, antwoord: Antwoord) -> None:
    assert [tip_ids(content, number, antwoord) for number in range(1, 25)] == [[]] * 24


def test_2_a_tip_stands_after_the_tip_it_leans_on(content: Content) -> None:
    leaning = [tip for s in content.stellingen for tip in s.tips if tip.leans_on]
    assert leaning
    for tip in leaning:
        for antwoord in WINDOWS:
            ids = tip_ids(content, int(tip.id.partition(".")[0]), antwoord)
            assert tip.id not in ids or ids.index(str(tip.leans_on)) < ids.index(tip.id)


def plain(spans: tuple[Span, ...]) -> str:
    return "".join(span.text for span in spans)


def test_4_the_openings_that_only_fit_onbekend(content: Content) -> None:
    marked = [tip for s in content.stellingen for tip in s.tips if tip.opening]
    assert tuple(tip.id for tip in marked) == ONLY_AT_ONBEKEND
    assert all(plain(tip.opening).startswith("Als onbekend is") for tip in marked)
    ends = [plain(tip.opening).rpartition(". ")[2] for tip in marked[-3:]]
    assert ends == ["Zo nee,", "Zo nee,", "Zo niet,"]


def test_5_to_9_the_example_of_the_design(content: Content) -> None:
    people = person(content, MIXED, kind="Gemeente")
    assert advised(content, people).start_with == (16, 21, 22, 4, 14)


LEFT_AT_NIET = [
    "Wat houdt de professionals eventueel tegen",
    "Om meer kennis op te doen",
    "Een gemeente is wettelijk verplicht",
    "Als er nog geen visie is, bespreek dan",
    "Bespreek dan met elkaar wat de meerwaarde van een concreet plan",
    "Bespreek dan eens wat de meerwaarde",
    "Bespreek dan met elkaar of het nodig is",
]


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the text of a report for each answer, given to all stellingen."""
    return {word: report_text(tmp_path_factory.mktemp(word), word) for word in WINDOWS}


def report_text(folder: Path, answer: str) -> str:
    """Return the text of the report on a scan with one answer throughout."""
    scan = make(folder / "scan.xlsx", complete(alles=answer))
    result = CliRunner().invoke(quickscan, ["report", str(scan), "-o", str(folder)])
    assert result.exit_code == 0, result.stderr
    (report,) = folder.glob("Adviesrapport*.docx")
    body = Document(str(report)).element.body
    paragraphs = ([text.text or "" for text in one.iter(qn("w:t"))] for one in body.iter(qn("w:p")))
    return "\n".join("".join(texts) for texts in paragraphs)


@pytest.mark.parametrize("start", LEFT_AT_NIET)
def test_4_at_niet_a_tip_begins_after_its_opening_with_a_capital(
    reports: dict[str, str], start: str
) -> None:
    assert start in reports[Antwoord.NIET]


@pytest.mark.parametrize("antwoord", WINDOWS[1:])
def test_4_an_opening_for_onbekend_is_left_out_at_other_answers(
    reports: dict[str, str], antwoord: Antwoord
) -> None:
    for opening in ("Als onbekend is", "vraag dat dan na", "ga dat dan na"):
        assert opening not in reports[antwoord]


def test_4_at_onbekend_the_opening_leads_into_the_rest(reports: dict[str, str]) -> None:
    text = reports[Antwoord.ONBEKEND]
    assert "vraag dat dan na. Zo nee, bespreek dan met elkaar wat de meerwaarde" in text
    assert "ga dat dan na. Zo niet, bespreek dan met elkaar of het nodig is" in text
    assert "ga dan na hoe dit zit. Een gemeente is wettelijk verplicht" in text


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        ("V" * 24, ()),
        ("OOOOO xxxxx GGGGG", ()),
        ("V" * 23 + "D", (24,)),
        ("VVD VVN VVV VVV VVV D", (6, 3, 16)),
    ],
)
def test_5_only_niet_and_deels_and_fewer_is_fine(
    content: Content, letters: str, expected: tuple[int, ...]
) -> None:
    assert advised(content, person(content, letters, kind="UWV")).start_with == expected


DUTIES = [
    ("Gemeente", "Stadskantoor", True),
    ("gemeente ", "Stadskantoor", True),
    ("Samenwerkingsverband van gemeenten", "De Kom", True),
    ("Samenwerkingsverband", "De Kom", True),
    ("", "Gemeente Toetsdam", True),
    ("", "gemeente Toetsdam", True),
    ("", "Werkbedrijf Toetsdam", False),
    ("", "De Gemeente Toetsdam", False),
    ("UWV", "Gemeente Toetsdam", False),
    ("Sociaal ontwikkelbedrijf", "Gemeente Toetsdam", False),
    ("Anders", "Gemeente Toetsdam", False),
]


@pytest.mark.parametrize(("kind", "organisation", "first"), DUTIES)
def test_6_a_duty_comes_first_for_a_gemeente(
    content: Content, kind: str, organisation: str, first: bool
) -> None:
    advice = advised(content, person(content, "N" * 24, kind=kind, organisation=organisation))
    assert (advice.start_with[0] == 16) is first
    assert advice.duties == ((16,) if first else ())


@pytest.mark.parametrize("letter", "DGVOx.")
def test_6_there_is_no_duty_at_other_answers_than_niet(content: Content, letter: str) -> None:
    letters = "N" * 15 + letter + "N" * 8
    advice = advised(content, person(content, letters, kind="Gemeente"))
    assert (advice.duties, advice.start_with[0]) == ((), 20)


def test_6_a_duty_comes_before_what_people_chose(content: Content) -> None:
    people = person(content, "N" * 24, kind="Gemeente", choices=(3, 9))
    assert advised(content, people).start_with[:3] == (16, 3, 9)


def test_7_what_people_chose_comes_first_also_at_deels(content: Content) -> None:
    letters = "N" * 8 + "D" + "N" * 15
    people = person(content, letters, kind="UWV", choices=(9, 19, 17))
    # 17 and 19 were chosen: niet, in the start order; 9 is deels
    assert advised(content, people).start_with == (19, 17, 9, 20, 24)


def test_7_a_chosen_stelling_that_goes_well_is_not_to_begin_with(content: Content) -> None:
    people = person(content, "VVV" + "N" * 21, kind="UWV", choices=(1, 2, 3))
    assert advised(content, people).start_with == (20, 24, 13, 10, 12)


def test_7_most_often_chosen_comes_first(content: Content) -> None:
    chosen = ((17, 9), (17, 10), (9, 17), (12, 9, 10))
    people = [
        person(content, "N" * 24, kind="UWV", file=f"{number}.xlsx", choices=choices)
        for number, choices in enumerate(chosen)
    ]
    assert advised(content, *people).start_with[:4] == (9, 17, 10, 12)


def test_7_choosing_the_same_twice_counts_once(content: Content) -> None:
    people = (
        person(content, "N" * 24, kind="UWV", file="1.xlsx", choices=(17, 17, 17)),
        person(content, "N" * 24, kind="UWV", file="2.xlsx", choices=(9,)),
        person(content, "N" * 24, kind="UWV", file="3.xlsx", choices=(9,)),
    )
    assert advised(content, *people).start_with[:2] == (9, 17)


def test_8_niet_comes_before_deels_and_then_the_start_order(content: Content) -> None:
    few_per_thema = "VVVVVVVND VDN VVVVVDV VVVVN"
    people = person(content, few_per_thema, kind="UWV")
    assert advised(content, people).start_with == (24, 12, 8, 11, 18)


def test_9_at_most_two_per_thema(content: Content) -> None:
    people = person(content, "N" * 24, kind="UWV")
    assert advised(content, people).start_with == (20, 24, 13, 1, 10)


def test_9_those_passed_over_come_after(content: Content) -> None:
    people = person(content, "N" + "V" * 18 + "NNNNN", kind="UWV")
    assert advised(content, people).start_with == (20, 24, 1, 21, 22)


def test_9_the_rule_holds_for_what_people_chose_too(content: Content) -> None:
    people = person(content, "N" * 24, kind="UWV", choices=(1, 2, 3))
    assert advised(content, people).start_with == (1, 2, 20, 24, 13)


def naive_start(letters: str, choices: set[int]) -> list[int]:
    """Restate rules 5 to 9 for one person of the UWV."""
    chosen_first = [n for n in START_ORDER if n in choices]
    others = [n for n in START_ORDER if n not in choices]
    ladder = [
        n for part in (chosen_first, others) for a in "ND" for n in part if is_(letters, n, a)
    ]
    taken: list[int] = []
    for number in ladder:
        if [THEMA_OF[n] for n in taken].count(THEMA_OF[number]) < 2:
            taken.append(number)
    passed_over = [number for number in ladder if number not in taken]
    return (taken + passed_over)[:5]


def is_(letters: str, number: int, letter: str) -> bool:
    return letters[number - 1] == letter


@given(
    st.text(alphabet="NDGOx.", min_size=24, max_size=24),
    st.sets(st.integers(1, 24), max_size=3),
)
def test_5_to_9_hold_for_any_scan(content: Content, letters: str, choices: set[int]) -> None:
    people = person(content, letters, kind="UWV", choices=tuple(choices))
    assert list(advised(content, people).start_with) == naive_start(letters, choices)


def test_10_one_person_has_nothing_to_discuss(content: Content) -> None:
    assert advised(content, *crowd(content, "NVNV")).discuss == ()


def test_10_highest_first_and_ties_by_number(content: Content) -> None:
    # of six pairs apart: none in 1 and 8, three in 2, 5, 6 and 7, four in 3 and 4
    people = crowd(content, "DNNNNNNN", "DNNNNNNN", "DNVVNNNN", "DVVVVVVN")
    assert advised(content, *people).discuss == (3, 4, 2, 5, 6)


@pytest.mark.parametrize(
    ("letters", "discussed"),
    [
        ("NNNNNNNG", True),  # 7 of 28 pairs: a quarter
        ("NNNNNNNNG", False),  # 8 of 36
        ("NNNG", True),
        ("ND", False),
        ("NG", True),
        ("NO", True),
        ("OO", False),
        ("N.", False),
        ("Nx", False),
    ],
)
def test_10_from_a_quarter_of_the_pairs(content: Content, letters: str, discussed: bool) -> None:
    assert advised(content, *crowd(content, *letters)).discuss == ((1,) if discussed else ())


def test_11_also_answer_brings_its_tips_along_once(content: Content) -> None:
    # three do not know, two say niet: 1.1 and 1.2 fit both
    one = advised(content, *crowd(content, *"OOONN")).stelling(1)
    assert [tip.id for tip in one.tips] == ["1.1", "1.2"]
    assert [tip.id for tip in one.also] == ["1.3", "1.4"]


def test_12_a_recurring_advice_names_where_it_fits(content: Content) -> None:
    # 1 at deels: training, meeloopdagen, intervisie; 2 at volledig: nothing that recurs
    recurring = advised(content, person(content, "DV")).recurring
    assert {one.advice.key: one.stellingen for one in recurring} == {
        "training": (1,),
        "meeloopdagen": (1,),
        "intervisie": (1,),
    }
