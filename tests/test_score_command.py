"""`quickscan score`: what it says, and how it ends.

1. One object per organisatie + onderdeel, with the fields of the contract.
2. Figures are rounded down to two decimals; overall has no niveau.
3. answers holds one per answer set; null for one that was not understood.
4. respondents and files count the answer sets used; what was set aside is told on stderr.
5. An unknown organisation is null and on its own; a file without any answer gives nothing.
6. The example of the design: scores 2,00 2,33 1,80 1,50, total 1,90; begin with 16, 21, 22, 4, 14.
7. Exit 0 without an error, 1 if and only if there is one, 2 for wrong use.
8. Data goes to stdout, all else to stderr, in UTF-8 whatever the terminal says.
9. `samen` stands; of the same person the newest counts; what people chose comes first.
10. An answer that was changed in LibreOffice changes the tips.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests import sheets
from tests.conftest import Run
from tests.office import soffice, uno_python
from tests.sheets import EXAMPLES, complete, make

FIELDS = [
    *("organisation", "department", "files", "respondents", "stellingen", "themas"),
    *("overall", "start_with", "discuss"),
]
STELLING_FIELDS = [
    *("answers", "advice_answer", "also_answer", "score"),
    *("spread", "disagreement", "niveau", "tips"),
]
COUNTS = ["score", "scored", "unknown", "empty", "nvt"]
THEMAS = ["competenties", "methoden", "randvoorwaarden", "proces"]


def test_1_two_people_as_data(run: Run) -> None:
    make(Path("box/1.xlsx"), complete(invuller="An"))
    make(Path("box/2.xlsx"), complete(invuller="Bo", _01="Niet of nauwelijks"))
    ran = run("score", "box", "--json")
    (one,) = ran.data
    assert list(one) == FIELDS
    assert (one["organisation"], one["department"]) == ("Gemeente Toetsdam", "Team Werk")
    assert (sorted(one["files"]), one["respondents"]) == (["box/1.xlsx", "box/2.xlsx"], 2)
    assert list(one["stellingen"]) == [str(number) for number in range(1, 25)]
    assert list(one["stellingen"]["1"]) == STELLING_FIELDS
    assert {key: list(thema) for key, thema in one["themas"].items()} == {
        key: [*COUNTS, "niveau", "provisional"] for key in THEMAS
    }
    assert list(one["overall"]) == COUNTS
    assert (ran.code, ran.err) == (0, "")


def test_1_the_figures_of_a_stelling(run: Run) -> None:
    make(Path("box/1.xlsx"), complete(invuller="An"))
    make(Path("box/2.xlsx"), complete(invuller="Bo", _01="Niet of nauwelijks"))
    (one,) = run("score", "box", "--json").data
    first = one["stellingen"]["1"]
    assert sorted(first.pop("answers")) == ["deels", "niet"]
    assert first == {
        "advice_answer": "niet",
        "also_answer": None,
        "score": 1.5,
        "spread": 1,
        "disagreement": 0.0,
        "niveau": "startend",
        "tips": ["1.1", "1.2", "1.3", "1.4"],
    }


def test_1_a_stelling_without_score(run: Run) -> None:
    make(Path("scan.xlsx"), complete(_09="nvt", _10=""))
    (one,) = run("score", "scan.xlsx", "--json").data
    nothing: dict[str, object] = {
        "also_answer": None,
        "score": None,
        "spread": None,
        "disagreement": None,
        "niveau": None,
        "tips": [],
    }
    nvt = {"answers": ["nvt"], "advice_answer": "nvt"}
    leeg = {"answers": ["leeg"], "advice_answer": "leeg"}
    assert one["stellingen"]["9"] == nvt | nothing
    assert one["stellingen"]["10"] == leeg | nothing


def test_1_one_object_for_each_onderdeel(run: Run) -> None:
    for number, department in enumerate(("Team Zuid", "Team Noord", "team zuid ", "")):
        make(Path(f"box/{number}.xlsx"), complete(onderdeel=department))
    found = [(one["department"], one["respondents"]) for one in run("score", "box", "--json").data]
    assert found == [(None, 1), ("Team Noord", 1), ("Team Zuid", 2)]


def test_1_also_answer_beside_onbekend(run: Run) -> None:
    for number, answer in enumerate(("Onbekend", "Onbekend", "Onbekend", "Deels", "3")):
        make(Path(f"box/{number}.xlsx"), complete(_01=answer))
    first = run("score", "box", "--json").data[0]["stellingen"]["1"]
    shown = (first["advice_answer"], first["also_answer"], first["score"], first["niveau"])
    assert shown == ("onbekend", "deels", None, "onbekend")
    # three onbekend against two scores: six of ten pairs; deels and grotendeels are one apart
    assert (first["disagreement"], first["spread"], first["tips"]) == (0.6, 1, ["1.1", "1.2"])


def test_2_figures_are_rounded_down(run: Run) -> None:
    for number, answer in enumerate(("Deels", "3", "3")):
        make(Path(f"box/{number}.xlsx"), complete(_01=answer, _02="Onbekend", _10="1", _11="1"))
    (one,) = run("score", "box", "--json").data
    assert one["stellingen"]["1"]["score"] == 2.66
    assert one["themas"]["methoden"]["score"] == 1.33
    # competenties: 3, seven times 2 and one unknown; overall 45 over 23
    assert one["themas"]["competenties"]["score"] == 2.12
    assert one["overall"] == {"score": 1.95, "scored": 23, "unknown": 1, "empty": 0, "nvt": 0}


def test_2_disagreement_is_rounded_down(run: Run) -> None:
    for number, answer in enumerate(("1", "1", "3")):
        make(Path(f"box/{number}.xlsx"), complete(_01=answer))
    assert run("score", "box", "--json").data[0]["stellingen"]["1"]["disagreement"] == 0.66


def test_3_an_answer_that_was_not_understood_is_null(run: Run) -> None:
    make(Path("scan.xlsx"), complete(_01="niet volledig"))
    ran = run("score", "scan.xlsx", "--json")
    first = ran.data[0]["stellingen"]["1"]
    assert (first["answers"], first["advice_answer"]) == ([None], "leeg")
    assert (ran.code, ran.data[0]["overall"]["empty"]) == (1, 1)
    assert "niet volledig" in ran.err


def test_4_9_of_the_same_person_the_newest_counts(run: Run) -> None:
    make(Path("box/a.xlsx"), complete(email="an@x.example", datum="9-11-2026", _01="1"))
    make(Path("box/b.xlsx"), complete(email="AN@x.example", datum="2-11-2026", _01="4"))
    ran = run("score", "box", "--json")
    (one,) = ran.data
    assert (one["files"], one["respondents"]) == (["box/a.xlsx"], 1)
    assert one["stellingen"]["1"]["answers"] == ["niet"]
    assert "box/b.xlsx" in ran.err
    assert ran.code == 0


def test_9_without_a_date_the_newest_file_counts(run: Run) -> None:
    old = make(Path("box/a.xlsx"), complete(invuller="An", datum="", _01="1"))
    make(Path("box/b.xlsx"), complete(invuller="An", datum="", _01="4"))
    os.utime(old, (1_000_000_000, 1_000_000_000))
    (one,) = run("score", "box", "--json").data
    assert one["files"] == ["box/b.xlsx"]


def test_4_9_what_a_group_filled_in_together_stands(run: Run) -> None:
    samen = complete(wijze="Wij vullen samen in", aantal="6", datum="2-11-2026")
    make(Path("box/samen.xlsx"), samen)
    make(Path("box/los.xlsx"), complete(datum="9-11-2026", _01="4"))
    make(Path("box/oud.xlsx"), samen, datum=date(2026, 10, 1))
    ran = run("score", "box", "--json")
    (one,) = ran.data
    assert (one["files"], one["respondents"]) == (["box/samen.xlsx"], 1)
    assert "box/los.xlsx" in ran.err
    assert "box/oud.xlsx" in ran.err


def test_9_what_people_chose_comes_first(run: Run) -> None:
    chosen = {"keuze_1": "17 Inclusief personeelsbeleid", "keuze_2": "9"}
    make(Path("scan.xlsx"), complete(soort="UWV", **chosen))
    (one,) = run("score", "scan.xlsx", "--json").data
    assert one["start_with"] == [9, 17, 20, 24, 13]


def test_9_without_names_the_advice_is_the_same(run: Run) -> None:
    table = complete(keuze_1="17 Inclusief personeelsbeleid", _07="1", _16="1")
    make(Path("met.xlsx"), table)
    make(Path("zonder.xlsx"), table, sheets.without_names)
    (one,), (other,) = (run("score", name, "--json").data for name in ("met.xlsx", "zonder.xlsx"))
    assert other | {"files": one["files"]} == one


def test_9_people_who_differ_have_something_to_discuss(run: Run) -> None:
    make(Path("box/1.xlsx"), complete(_03="1", _20="?", _24="4"))
    make(Path("box/2.xlsx"), complete(_03="4"))
    assert run("score", "box", "--json").data[0]["discuss"] == [3, 20, 24]


def test_5_an_unknown_organisation_is_null_and_on_its_own(run: Run) -> None:
    make(Path("box/1.xlsx"), complete(organisatie=""))
    make(Path("box/2.xlsx"), complete(organisatie=""))
    ran = run("score", "box", "--json")
    assert [(one["organisation"], one["files"]) for one in ran.data] == [
        (None, ["box/1.xlsx"]),
        (None, ["box/2.xlsx"]),
    ]
    assert ran.code == 0


def test_5_7_a_file_without_any_answer_gives_nothing_and_ends_with_1(run: Run) -> None:
    make(Path("box/leeg.xlsx"), complete(alles=""))
    sheets.no_scan(Path("box/begroting.xlsx"))
    ran = run("score", "box", "--json")
    assert (ran.data, ran.code) == ([], 1)
    assert "box/leeg.xlsx" in ran.err
    assert "box/begroting.xlsx" in ran.err


def test_7_a_bad_file_does_not_stop_the_others(run: Run) -> None:
    make(Path("box/goed.xlsx"))
    Path("box/kapot.xlsx").write_bytes(b"geen werkboek")
    ran = run("score", "box", "--json")
    assert ([one["files"] for one in ran.data], ran.code) == ([["box/goed.xlsx"]], 1)
    assert "box/kapot.xlsx" in ran.err


def test_6_the_example_of_the_design(run: Run) -> None:
    ran = run("score", EXAMPLES / "gemengd.xlsx", "--json")
    (one,) = ran.data
    assert [one["themas"][key]["score"] for key in THEMAS] == [2.0, 2.33, 1.8, 1.5]
    assert [one["themas"][key]["niveau"] for key in THEMAS] == ["onderweg"] * 2 + ["startend"] * 2
    assert [one["themas"][key]["provisional"] for key in THEMAS] == [False, False, True, False]
    assert one["overall"] == {"score": 1.9, "scored": 20, "unknown": 3, "empty": 0, "nvt": 1}
    assert one["start_with"] == [16, 21, 22, 4, 14]
    assert (one["discuss"], ran.code) == ([], 0)


def test_6_the_example_of_two_people(run: Run) -> None:
    ran = run("score", EXAMPLES / "duo-1.xlsx", EXAMPLES / "duo-2.xlsx", "--json")
    (one,) = ran.data
    assert one["respondents"] == 2
    # two steps or more apart, or onbekend against a score, of two people: all of the one pair
    assert one["discuss"] == [4, 9, 10, 13, 18]
    assert one["stellingen"]["4"]["spread"] == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("score",),
        ("score", "weg.xlsx"),
        ("score", "leeg"),
        ("score", "scan.xlsx", "-o", "scores.docx"),
        ("score", "scan.xlsx", "-o", "scan.xlsx/scores.csv"),
        ("score", "scan.xlsx", "-o", "er/is/geen/map/scores.xlsx"),
        ("score", "scan.xlsx", "--config", "weg.toml"),
    ],
)
def test_7_wrong_use_ends_with_2_and_no_data(run: Run, arguments: tuple[str, ...]) -> None:
    make(Path("scan.xlsx"))
    Path("leeg").mkdir()
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.strip()


def test_8_as_a_program_it_speaks_utf_8_in_any_terminal(tmp_path: Path, run_program: Run) -> None:
    make(tmp_path / "scan.xlsx", complete(organisatie="Gemeente Súdwest-Fryslân", _01=""))
    ran = run_program("score", "scan.xlsx", "--json", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert "Gemeente Súdwest-Fryslân" in ran.out
    (one,) = ran.data
    assert (one["organisation"], ran.code) == ("Gemeente Súdwest-Fryslân", 0)
    assert "Stelling 1 is niet ingevuld" in ran.err


def test_8_without_json_the_figures_have_a_comma(run: Run) -> None:
    out = run("score", EXAMPLES / "gemengd.xlsx").out
    for figure in ("2,00", "2,33", "1,80", "1,50"):
        assert figure in out


def tips(scan: dict[str, Any], number: int) -> list[str]:
    found: list[str] = scan["stellingen"][str(number)]["tips"]
    return found


@pytest.mark.skipif(not (soffice() and uno_python()), reason="LibreOffice is not installed here")
def test_10_an_answer_changed_in_libreoffice_changes_the_tips(run: Run) -> None:
    Path("wijziging").mkdir()
    Path("wijziging/later.txt").write_text("01: Volledig en geborgd", encoding="utf-8")
    example = EXAMPLES / "gemengd.xlsx"
    sheets.filled_in_by_office(Path("wijziging"), Path("uit"), template=example)
    (before,), (after,) = (
        run("score", path, "--json").data for path in (example, "uit/later.xlsx")
    )
    assert tips(before, 1) == ["1.3", "1.4", "1.5", "1.6", "1.7"]
    assert tips(after, 1) == ["1.8"]
    assert [tips(after, n) for n in range(2, 25)] == [tips(before, n) for n in range(2, 25)]
