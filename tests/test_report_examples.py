"""What people wrote about what goes well: a few in Deel A, and nothing of it is lost.

1. Few and short: all of them stand in Deel A, each with its thema, and nothing says there are more.
2. Many and long: Deel A shows at most five, of as many themas as can be; it says how many there are
   besides, and each of those stands in the chapter of its thema. A short report only says it.
3. Deel A stays within six pages, as does a short report.
4. No order tells which examples one person wrote.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.outline import outline
from tests.printed import page_objects, page_of, printed
from tests.sheets import complete, make

THEMAS = ("competenties", "methoden", "randvoorwaarden", "proces")
LONG = "Wij nemen de tijd voor een goed gesprek en vragen een tolk als dat nodig is. "
PEOPLE = 5


def filled_in(folder: Path, people: int, length: int, themas: tuple[str, ...] = THEMAS) -> Path:
    """Let people give an example of this length with every thema, and differ in their answers."""
    answers = ("Niet of nauwelijks", "Volledig en geborgd", "Deels", "Grotendeels", "Onbekend")
    for number in range(people):
        table = complete(email=f"p{number}@toetsdam.example", alles=answers[number])
        said = {f"goed_{thema}": wording(number, thema, length) for thema in themas}
        make(folder / f"{number}.xlsx", table, **said)
    return folder


def wording(number: int, thema: str, length: int) -> str:
    return f"Voorbeeld {number} {thema} {LONG * 20}"[:length].strip()


def parts(report: Path) -> tuple[str, str]:
    """Return Deel A and what comes after it; a short report is Deel A alone."""
    _, _, body = outline(report).partition("\nHeading ")
    in_front, _, after = body.partition("Heading 1 | Deel B")
    return in_front, after


def quoted(text: str) -> list[tuple[str, str]]:
    """Return the examples in a text, by the number of the person and the thema."""
    return re.findall(r"^Quote \| .*“Voorbeeld (\d) (\w+)", text, re.MULTILINE)


def report_of(tmp_path: Path, run: Run, inbox: Path, *options: object) -> Path:
    run("report", inbox, "-o", tmp_path / "out", *options)
    (report,) = (tmp_path / "out").glob("Adviesrapport*.docx")
    return report


def test_1_a_few_short_examples_stand_in_deel_a_with_their_thema(tmp_path: Path, run: Run) -> None:
    report = report_of(tmp_path, run, filled_in(tmp_path / "in", 1, 60))
    in_front, after = parts(report)
    assert [thema for _, thema in quoted(in_front)] == list(THEMAS)
    assert "Quote | **Competenties:** “Voorbeeld 0 competenties" in in_front
    assert quoted(after) == []
    assert "Er is nog" not in in_front
    assert "Er zijn nog" not in in_front


@pytest.mark.parametrize(
    ("people", "themas", "said"),
    [
        (5, THEMAS, "Er zijn nog achttien voorbeelden."),
        (3, ("proces",), "Er is nog één voorbeeld."),
    ],
)
def test_2_what_does_not_fit_stands_at_its_thema(
    tmp_path: Path, run: Run, people: int, themas: tuple[str, ...], said: str
) -> None:
    inbox = filled_in(tmp_path / "in", people, 440, themas)
    in_front, after = parts(report_of(tmp_path, run, inbox))
    every = {(str(number), thema) for number in range(people) for thema in themas}
    assert len(quoted(in_front)) == 2
    assert sorted(quoted(in_front) + quoted(after)) == sorted(every)
    assert said in in_front
    for thema, chapter in zip(THEMAS, after.split("\nHeading 2 | ")[-4 - 3 : -3], strict=True):
        assert {named for _, named in quoted(chapter)} <= {thema}


def test_2_deel_a_shows_at_most_five_and_each_thema_first(tmp_path: Path, run: Run) -> None:
    in_front, after = parts(report_of(tmp_path, run, filled_in(tmp_path / "in", PEOPLE, 40)))
    assert {thema for _, thema in quoted(in_front)} == set(THEMAS)
    assert (len(quoted(in_front)), len(quoted(after))) == (5, 15)


@pytest.mark.parametrize("length", [440, 2000])
def test_2_a_short_report_says_how_many_more_there_are(
    tmp_path: Path, run: Run, length: int
) -> None:
    inbox = filled_in(tmp_path / "in", PEOPLE, length)
    text = outline(report_of(tmp_path, run, inbox, "--short"))
    shown = len(quoted(text))
    told = {2: "Er zijn nog achttien", 0: "U gaf twintig"}[shown]
    sentence = f"{told} voorbeelden. U leest ze in het volledige rapport."
    assert text.count(sentence) == 1
    assert ("In uw eigen woorden:" in text) == (shown > 0)


@pytest.mark.parametrize("length", [175, 440])
def test_3_deel_a_stays_within_six_pages(tmp_path: Path, run: Run, length: int) -> None:
    inbox = filled_in(tmp_path / "in", PEOPLE, length)
    run("report", inbox, "-o", tmp_path / "out")
    run("report", inbox, "-o", tmp_path / "out", "--short")
    short, whole = sorted(printed(tmp_path / "out").items(), key=lambda one: len(one[0]))[::-1]
    assert len(page_objects(short[1])) <= 6
    assert page_of(whole[1], "Deel B") - page_of(whole[1], "Deel A") <= 6


def test_4_no_order_tells_which_examples_one_person_wrote(tmp_path: Path, run: Run) -> None:
    for person, (first, second) in enumerate((("Wij oefenen.", "Aan tafel."), ("Elke week.",) * 2)):
        table = complete(email=f"p{person}@toetsdam.example")
        said = {"goed_competenties": first, "goed_proces": second}
        make(tmp_path / "in" / f"{person}.xlsx", table, **said)
    in_front, _ = parts(report_of(tmp_path, run, tmp_path / "in"))
    shown = re.findall(r"^Quote \| \*\*(\w+):\*\* “(.*)”$", in_front, re.MULTILINE)
    assert shown == [
        ("Competenties", "Elke week."),
        ("Competenties", "Wij oefenen."),
        ("Proces", "Aan tafel."),
        ("Proces", "Elke week."),
    ]
