"""Answers by role: shown only where nobody can be found by them, also not by subtraction.

1. The rule itself, for any number of people per role: every role shown has three people or more,
   and so has whoever is left when any of them are taken from all.
2. In a report: a table of middle answers in Bijlage A; a dash where too few of a role answered.
3. Where fewer than two roles can be shown there is no table.
"""

from __future__ import annotations

from itertools import chain, combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.report.roles import roles_shown
from tests.conftest import Run
from tests.outline import outline
from tests.sheets import complete, make

ROLES = ("Uitvoering", "Beleid", "Leiding", "Anders", "Gemengde groep", "")
TITLE = "Per rol staat hier het middelste antwoord."


@given(st.dictionaries(st.sampled_from(ROLES), st.integers(0, 9)))
def test_1_no_group_of_fewer_than_three_can_be_computed(people: dict[str, int]) -> None:
    shown = roles_shown(people)
    known = {*(people[role] for role in shown)}
    taken_away = chain.from_iterable(combinations(shown, n) for n in range(len(shown) + 1))
    left = {sum(people.values()) - sum(people[role] for role in some) for some in taken_away}
    assert {size for size in known | left if 0 < size < 3} <= ({sum(people.values())} - known)
    assert "" not in shown


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ({"Uitvoering": 3, "Beleid": 3}, ("Uitvoering", "Beleid")),
        ({"Uitvoering": 5, "Beleid": 3, "Leiding": 1}, ("Uitvoering",)),
        ({"Uitvoering": 5, "Beleid": 3, "Leiding": 3, "": 2}, ("Uitvoering", "Leiding")),
        ({"Uitvoering": 5, "Beleid": 3, "": 3}, ("Uitvoering", "Beleid")),
        ({"Uitvoering": 2, "Beleid": 2}, ()),
        ({"Uitvoering": 4, "Beleid": 1}, ()),
        ({}, ()),
    ],
)
def test_1_examples_of_the_rule(people: dict[str, int], expected: tuple[str, ...]) -> None:
    assert roles_shown(people) == expected


def report_of(tmp_path: Path, run: Run, people: str, **by_person: dict[str, str]) -> str:
    """Make a report of people by the first letters of their roles: `UUUBBB`."""
    names = {role[:1]: role for role in ROLES}
    for number, letter in enumerate(people):
        answer = {"U": "Deels", "B": "Grotendeels"}.get(letter, "Niet of nauwelijks")
        table = complete(email=f"p{number}@toetsdam.example", rol=names[letter], alles=answer)
        changed = by_person.get(f"p{number}", {})
        lines = "\n".join(f"{key}: {value}" for key, value in changed.items())
        make(tmp_path / "in" / f"{number}.xlsx", f"{table}\n{lines}")
    run("report", tmp_path / "in", "-o", tmp_path / "out")
    (report,) = (tmp_path / "out").glob("*.docx")
    return outline(report)


def table_of(text: str) -> list[str]:
    """Return the rows of the table of answers by role."""
    _, _, after = text.partition(TITLE)
    lines = after.splitlines()[1:]
    assert lines[0] == "QuickScan Tabel"
    return [line for line in lines[1:26] if line.startswith("|")]


def test_2_the_middle_answer_of_each_role_stands_in_the_annex(tmp_path: Path, run: Run) -> None:
    header, *rows = table_of(report_of(tmp_path, run, "UUUBBB"))
    assert header == "| Nr | Stelling | Uitvoering | Beleid |"
    assert rows[6] == "| 7 | Vertrouwen opbouwen | Deels | Groten\u00addeels |"
    assert len(rows) == 24


def test_2_a_stelling_that_too_few_of_a_role_answered_has_a_dash(tmp_path: Path, run: Run) -> None:
    _, *rows = table_of(report_of(tmp_path, run, "UUUBBB", p0={"07": ""}))
    assert rows[6] == "| 7 | Vertrouwen opbouwen | – | – |"  # the others could be subtracted
    assert rows[7] == "| 8 | Verwach\u00adtingen goed bespreken | Deels | Groten\u00addeels |"


@pytest.mark.parametrize("people", ["UUUBB", "UUUUBBBL", "UUUUUU", "UU", "U"])
def test_3_where_somebody_could_be_found_there_is_no_table(
    tmp_path: Path, run: Run, people: str
) -> None:
    assert TITLE not in report_of(tmp_path, run, people)
