"""The summary in full, for each kind of outcome: the cases in tests/samenvattingen.

A case is one file: the answers in the notation of tests/voorbeelden (people who filled in apart are
divided by ---), then ===, then the summary as it is expected, a paragraph per line. The texts were
read as an editor reads them: the sentences must be right, and true for these answers.

After a change that is meant: `python tests/refresh_goldens.py samenvattingen`, and read the
difference.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.outline import outline
from tests.refresh_goldens import (
    SUMMARIES,
    expected_summary,
    fill_in_people,
    summary_of,
)
from tests.sheets import complete, make

CASES = sorted(SUMMARIES.glob("*.txt"))
SENTENCE = re.compile(r"[A-ZÉ0-9][^.?:]*(?::[^.?]*)?[.?]")


def ids(case: Path) -> str:
    return case.stem


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_summary_of(tmp_path: Path, run: Run, case: Path) -> None:
    ran = run("report", fill_in_people(case, tmp_path / "inbox"), "-o", tmp_path / "out")
    assert ran.code == 0
    assert summary_of(tmp_path / "out") == expected_summary(case)


def test_answers_that_could_not_be_read_are_asked_apart_from_empty_ones(
    tmp_path: Path, run: Run
) -> None:
    answers = complete(_03="", _07="niet volledig", _12="ja", _18="Onbekend")
    make(tmp_path / "inbox" / "scan.xlsx", answers)
    run("report", tmp_path / "inbox", "-o", tmp_path / "out")
    assert (
        "Zoek ook stelling 18 uit. Vul ook stelling 3 nog in. "
        "Kies bij stelling 7 en 12 alsnog een antwoord uit de lijst. "
        "Het niveau van Methoden is voorlopig, omdat daar een deel van de antwoorden ontbreekt."
    ) in summary_of(tmp_path / "out")


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_summary_is_made_of_whole_sentences_of_readable_length(case: Path) -> None:
    text = expected_summary(case)
    assert SENTENCE.sub("", text).strip() == ""
    assert not re.search(r"[{}]|  | ,| \.|,,|\bNone\b", text)
    assert max(len(sentence.split()) for sentence in SENTENCE.findall(text)) <= 35


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_summary_gives_no_score_and_no_niveau_of_the_whole(case: Path) -> None:
    assert not re.search(r"\d,\d|gemiddeld|cijfer", expected_summary(case))


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_summary_fits_on_one_page(case: Path) -> None:
    assert len(expected_summary(case).split()) <= 170


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ("Deels; Deels", ""),
        ("Niet of nauwelijks; Grotendeels", "Uw antwoorden lopen uiteen: praat daar eerst over."),
        ("Deels; Onbekend", "Eén van u weet het antwoord niet: praat daar eerst over."),
        ("Niet of nauwelijks; Deels; Onbekend", "Niet iedereen weet het antwoord: praat daar"),
        ("Niet of nauwelijks; Volledig en geborgd; Onbekend", "Uw antwoorden lopen uiteen: praat"),
    ],
)
def test_why_to_talk_before_the_first_step(
    tmp_path: Path, run: Run, answers: str, said: str
) -> None:
    for one, answer in enumerate(answers.split("; ")):
        person = {"_invuller": f"Persoon {one}", "_email": f"p{one}@voorbeeld.nl"}
        make(tmp_path / "inbox" / f"{one}.xlsx", complete(_21=answer, _keuze_1="21", **person))
    run("report", tmp_path / "inbox", "-o", tmp_path / "out")
    (report,) = (tmp_path / "out").glob("*.docx")
    (reason,) = (
        line
        for line in outline(report).splitlines()
        if "#_stelling_21)" in line and "**Waarom deze?**" in line
    )
    assert said in reason
    assert said or "praat daar eerst over" not in reason


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (
            {"_18": "Onbekend"},
            "Van deze stelling is het antwoord nog niet bekend. "
            "Vraag het na bij de mensen die het kunnen weten.",
        ),
        (
            {"_03": ""},
            "Van deze stelling is het antwoord niet ingevuld. "
            "Vraag het na bij de mensen die het kunnen weten.",
        ),
        (
            {"_07": "niet volledig"},
            "Van deze stelling is het antwoord niet te lezen. "
            "Kies waar nodig alsnog een antwoord uit de lijst.",
        ),
        (
            {"_07": "niet volledig", "_18": "Onbekend"},
            "Van deze stellingen is het antwoord nog niet bekend of niet te lezen. "
            "Vraag het na bij de mensen die het kunnen weten. "
            "Kies waar nodig alsnog een antwoord uit de lijst.",
        ),
    ],
)
def test_what_to_do_about_answers_that_are_not_there(
    tmp_path: Path, run: Run, answers: dict[str, str], said: str
) -> None:
    known = {f"_{number:02d}": "Deels" for number in range(1, 25)}
    make(tmp_path / "inbox" / "scan.xlsx", complete(**known | answers))
    run("report", tmp_path / "inbox", "-o", tmp_path / "out")
    (report,) = (tmp_path / "out").glob("*.docx")
    assert f"QuickScan Inleiding | {said}" in outline(report).splitlines()


@pytest.mark.parametrize(
    ("people", "said"),
    [
        (2, "Twee mensen vulden de QuickScan in. Het adviesantwoord is het laagste van uw twee"),
        (3, "Drie mensen vulden de QuickScan in. Het adviesantwoord is het middelste van de"),
    ],
)
def test_how_the_answers_of_several_people_count(
    tmp_path: Path, run: Run, people: int, said: str
) -> None:
    for one in range(people):
        person = {"_invuller": f"Persoon {one}", "_email": f"p{one}@voorbeeld.nl"}
        make(tmp_path / "inbox" / f"{one}.xlsx", complete(**person))
    run("report", tmp_path / "inbox", "-o", tmp_path / "out")
    (report,) = (tmp_path / "out").glob("*.docx")
    assert f"Body Text | {said}" in outline(report)
