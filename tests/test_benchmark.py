"""An organisation beside the round: from five organisations on, and never traceable to one.

1. The middle answer of all organisations, each counted once; none with fewer than five that score.
2. Whoever knows their own answer still finds every answer of every other one possible.
3. In a report: words in Deel A, a table in Bijlage A, no count or rank of others. A short report
   speaks of no annex. With four organisations a line says why there is none.
"""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.benchmark import benchmark
from pipeline.content import load_content
from pipeline.model import Antwoord, Content
from pipeline.score import group, score
from tests.conftest import Run
from tests.outline import outline
from tests.people import LETTER_OF, person
from tests.sheets import ROOT, complete, make

CONTENT = load_content(ROOT / "content")
LADDER = "NDGV"


def middle(content: Content, *organisations: str) -> str | None:
    """Return the middle answer to stelling 1, as a letter; a word is the departments of one."""
    people = [
        person(content, letter, file=f"{a}-{b}.xlsx", organisation=f"Organisatie {a}",
               department=f"Team {b}")
        for a, letters in enumerate(organisations)
        for b, letter in enumerate(letters)
    ]  # fmt: skip
    found = benchmark(score(group(people), content), content)
    if found is None:
        return None
    answer = found.stellingen[0].middle
    return "-" if answer is None else LETTER_OF[answer]


ROUNDS = """
N N D G V       | D
N D G V         | none: four organisations
NNNNNN D D D D  | D: six teams of one organisation count once
NV D D D V      | D
N D D G G V     | D: of two middle ones the lowest
N D G V O       | - four that score
N D G V x V     | G
O O O O O       | -
"""


@pytest.mark.parametrize("line", ROUNDS.strip().splitlines())
def test_1_the_middle_answer_of_a_round(content: Content, line: str) -> None:
    organisations, expected = (cell.strip() for cell in line.split("|"))
    found = middle(content, *organisations.split())
    assert found == (None if expected.startswith("none") else expected[0])


@given(st.lists(st.sampled_from(LADDER), min_size=5, max_size=6))
def test_2_every_answer_of_another_organisation_stays_possible(answers: list[str]) -> None:
    own, *others = answers
    shown = median(answers)
    for suspected in LADDER:
        rest = product(LADDER, repeat=len(others) - 1)
        assert any(median([own, suspected, *some]) == shown for some in rest)


def median(answers: list[str]) -> str:
    ranked = sorted(answers, key=LADDER.index)
    return ranked[(len(ranked) - 1) // 2]


@given(st.lists(st.sampled_from(LADDER), min_size=5, max_size=9))
def test_2_what_is_shown_is_that_middle_and_nothing_else(answers: list[str]) -> None:
    assert middle(CONTENT, *answers) == median(answers)


def round_of(folder: Path, answers: str) -> Path:
    words = {LETTER_OF[one]: CONTENT.option(one).label for one in Antwoord if one in _LABELLED}
    for number, letter in enumerate(answers):
        table = complete(organisatie=f"Gemeente {'ABCDEFGH'[number] * 6}", alles=words[letter])
        make(folder / f"{number}.xlsx", table)
    return folder


_LABELLED = (Antwoord.NIET, Antwoord.DEELS, Antwoord.GROTENDEELS, Antwoord.VOLLEDIG,
             Antwoord.ONBEKEND)  # fmt: skip
HEADING = "Hoe is het bij anderen?"


def report_of(tmp_path: Path, run: Run, answers: str, *options: str) -> tuple[str, str]:
    """Return the report of the first organisation, and what was told."""
    ran = run("report", round_of(tmp_path / "in", answers), "-o", tmp_path / "out",
              "--benchmark", *options)  # fmt: skip
    assert ran.code == 0
    (report,) = (tmp_path / "out").glob("*AAAAAA*.docx")
    return outline(report), ran.err


def test_3_a_report_puts_the_organisation_beside_the_round(tmp_path: Path, run: Run) -> None:
    text, _ = report_of(tmp_path, run, "NDDGV")
    assert f"Heading 3 | 2.3 {HEADING}" in text
    assert "Vijf organisaties deden mee aan deze ronde, met de uwe erbij." in text
    assert "Uw antwoord is bij vierentwintig lager." in text
    assert "Dit is geen oordeel en geen ranglijst." in text
    assert "| 7 | Vertrouwen opbouwen | Niet of nauwelijks | Deels |" in text
    assert re.findall("[B-H]{6}", text) == []


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ("DDDGV", "Uw antwoord is bij vierentwintig gelijk."),
        ("VDDGV", "Uw antwoord is bij vierentwintig hoger."),
        ("ODDGVV", "Er zijn nog geen antwoorden die te vergelijken zijn."),
    ],
)
def test_3_it_says_how_the_answers_compare(
    tmp_path: Path, run: Run, answers: str, said: str
) -> None:
    text, _ = report_of(tmp_path, run, answers, "--short")
    assert said in text
    assert "Bijlage" not in text


def test_3_with_four_organisations_there_is_none_and_a_line_says_why(
    tmp_path: Path, run: Run
) -> None:
    text, told = report_of(tmp_path, run, "NDGV")
    assert HEADING not in text
    assert "In deze ronde zitten 4 organisaties. Een rapport vergelijkt vanaf vijf" in told


def test_3_without_being_asked_for_there_is_none(tmp_path: Path, run: Run) -> None:
    run("report", round_of(tmp_path / "in", "NDDGV"), "-o", tmp_path / "out")
    assert all(HEADING not in outline(one) for one in (tmp_path / "out").glob("*.docx"))
