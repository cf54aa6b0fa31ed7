"""Names that are nearly the same: asked about, never merged, and found without comparing all.

1. Which pairs are near.
2. The number of comparisons grows with the number of names.
3. In a round: each is asked about once, with both files; nothing is merged; a list settles it.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from pipeline.names import nearly_same, to_compare
from tests.conftest import Run
from tests.sheets import complete, make

PAIRS = """
Gemeente Toetsdam        | Gemeente Toestdam        | near
Gemeente Toetsdam        | Gemeente Toetsdamm       | near
Gemeente Toetsdam        | Toetsdam                 | near
Gemeente Toetsdam        | GEMEENTE  toetsdam       | same
Gemeente Súdwest-Fryslân | Gemeente Sudwest Fryslan | near
Team Werk & Inkomen      | Team Werk en Inkomen     | near
Team Werk                | Werk                     | near
Team Werk                | Teamwerk                 | near
Team Werk                | Taem Werk                | near
Gem. Toetsdam            | Gemeente Toetsdam        | near
Afd. Werk en Inkomen     | Afdeling Werk & Inkomen  | near
Team 1                   | Team 2                   | other
Team 1                   | Team 11                  | other
Team Werk 1              | Team Werkk 2             | other
Team Oost                | Team West                | other
Team A                   | Team B                   | other
Gemeente Toetsdam        | Gemeente Zandermeer      | other
Gemeente Toetsdam        | Gemeente Toetsdorp       | other
"""


@pytest.mark.parametrize("line", PAIRS.strip().splitlines())
def test_1_whether_two_names_are_nearly_the_same(line: str) -> None:
    one, other, expected = (cell.strip() for cell in line.split("|"))
    assert len(nearly_same([one, other])) == (1 if expected == "near" else 0)
    assert nearly_same([one, other]) == nearly_same([other, one]) or expected == "same"


def names(count: int) -> list[str]:
    """Return made-up names, of which one in ten differs from another by a letter."""
    drawn = random.Random(6)
    made: list[str] = []
    while len(made) < count:
        name = "".join(drawn.choices("abdeghiklmnoprstuvw", k=9)).title()
        made += [f"Gemeente {name}"] if len(made) % 10 else [f"Gemeente {name}", name[:-1]]
    return made[:count]


@pytest.mark.parametrize("count", [1_000, 10_000])
def test_2_ten_thousand_names_take_no_more_comparisons_than_names(count: int) -> None:
    compared = list(to_compare(names(count)))
    assert count / 20 < len(compared) < count


def test_2_names_that_differ_in_a_number_are_not_compared_at_all() -> None:
    assert list(to_compare(f"Team {number}" for number in range(10_000))) == []


def round_of(folder: Path) -> Path:
    """Let four people of what may be one or two organisations send a scan."""
    for number, (organisation, department) in enumerate(
        (
            ("Gemeente Toetsdam", "Team Inkomen"),
            ("Gemeente Toetsdam", "Team Inkommen"),
            ("Gemeente Toestdam", "Team 1"),
            ("Gemeente Toestdam", "Team 2"),
        )
    ):
        make(folder / f"{number}.xlsx", complete(organisatie=organisation, onderdeel=department))
    return folder


ORGANISATION = "De naam van de organisatie lijkt op een andere: “Gemeente Toestdam” en"
DEPARTMENT = (
    "De naam van het onderdeel lijkt op een andere: “Team Inkomen” en “Team Inkommen” (1.xlsx)"
)


def test_3_each_is_asked_about_once_and_nothing_is_merged(tmp_path: Path, run: Run) -> None:
    ran = run("report", round_of(tmp_path / "in"), "-o", tmp_path / "out")
    assert ran.code == 0
    assert ran.err.count(f"{ORGANISATION} “Gemeente Toetsdam” (0.xlsx).") == 1
    assert ran.err.count(DEPARTMENT) == 1
    assert "“Team 1”" not in ran.err
    assert len(list((tmp_path / "out").glob("*.docx"))) == 4


@pytest.mark.parametrize("command", ["report", "score"])
def test_3_a_list_settles_it(tmp_path: Path, run: Run, command: str) -> None:
    rows = "Gemeente Toestdam;Gemeente Toetsdam\nteam inkommen;Team Inkomen\n"
    (tmp_path / "namen.csv").write_text(rows, encoding="utf-8")
    ran = run(command, round_of(tmp_path / "in"), "--aliases", tmp_path / "namen.csv", "--json")
    assert ran.code == 0
    found = [(one["organisation"], one["department"]) for one in ran.data]
    assert found == [("Gemeente Toetsdam", name) for name in ("Team 1", "Team 2", "Team Inkomen")]
    assert "lijkt op een andere" not in ran.err


def test_3_two_that_are_two_are_not_asked_about_again(tmp_path: Path, run: Run) -> None:
    same = ("Gemeente Toestdam", "Gemeente Toetsdam", "Team Inkomen", "Team Inkommen")
    (tmp_path / "namen.csv").write_text("\n".join(f"{one};{one}" for one in same))
    ran = run("score", round_of(tmp_path / "in"), "--aliases", tmp_path / "namen.csv", "--json")
    assert len(ran.data) == 4
    assert "lijkt op een andere" not in ran.err
