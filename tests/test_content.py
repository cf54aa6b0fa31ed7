"""`quickscan content` finds what is wrong in a content folder, and the shipped one has no fault.

1. Every fault is told with its file and line; all faults of a folder are told in one run.
2. The shipped content has no fault.
3. The windows of the shipped tips follow the words of the tips.
4. Every link of the list of links stands in its tip, and is clickable exactly by its match rule.
5. Every shipped stelling has a question of its own to talk about; one that has none gets that of
   its kind.

The cases of 1 stand in content_faults.txt.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from pipeline.content import read_content
from pipeline.model import CLICKABLE, WINDOW_ORDER, Antwoord, Content, Link, Span, Tip
from pipeline.problems import Problem
from tests.conftest import Run
from tests.sheets import ROOT
from tests.small_content import THEMA_1, THEMA_2, changed, small_folder

FAULTS = ROOT / "tests" / "content_faults.txt"
LINKS = ROOT / "tests" / "bron" / "links.csv"

MISSING_FILES = """
scan.md
bronnen.md
adviezen.md
begrippen.md
rapport.md
werkboek.md
mails.md
overzicht.md
huisstijl.docx
"""

# Words of a tip, and what its window must be for these words.
BEGINS_AT_ONBEKEND = ("Als onbekend is", "Als onbekend of", "Als dit onbekend is")
FOR_WHO_IS_FURTHER = (
    "periodiek",
    "structureel",
    "geborgd",
    "nieuwe medewerkers",
    "nieuwe collega's",
    "al actief",
    "als uw organisatie al",
)
WITHOUT_TIP = {
    16: (Antwoord.GROTENDEELS, Antwoord.VOLLEDIG),
    20: (Antwoord.VOLLEDIG,),
}
WITH_OPENING = ["10.1", "15.1", "16.1", "21.1", "22.1", "23.1", "24.1"]
SENTENCES_AFTER_OPENING = """
10.1 Wat houdt de professionals eventueel tegen
15.1 Om meer kennis op te doen
16.1 Een gemeente is wettelijk verplicht
21.1 Als er nog geen visie is
22.1 bespreek dan met elkaar wat
23.1 bespreek dan eens wat
24.1 bespreek dan met elkaar of
"""


@dataclass(frozen=True)
class Case:
    """A change of the small content, the fault that it is, and where that is told."""

    file: str
    text: str
    into: str
    fault: str
    where: str


def fault_cases() -> Iterator[object]:
    for line in FAULTS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            file, *rest = (cell.strip() for cell in line.split("¦"))
            case = Case({"1": THEMA_1, "2": THEMA_2}.get(file, file), *rest)
            yield pytest.param(case, id=f"{case.fault} {case.text[:30]} > {case.into[:30]}")


def place_told(folder: Path, name: str, line: int, where: str) -> tuple[str, int | None]:
    """Return file and line of a case: the changed line, or the one that begins with a text."""
    if not where:
        return name, line
    if where == "-":
        return name, None
    file, colon, start = where.partition(": ")
    name, start = (file, start) if colon and file.endswith(".md") else (name, where)
    lines = (folder / name).read_text(encoding="utf-8").splitlines()
    return name, next(n for n, text in enumerate(lines, 1) if text.startswith(start))


def told(folder: Path, problems: tuple[Problem, ...]) -> list[tuple[str, str, int | None]]:
    """Return what is told: the fault, its file as seen from the folder, and its line."""
    return [
        (p.code.key, p.source.file.removeprefix(f"{folder.as_posix()}/"), p.source.line)
        for p in problems
    ]


def tips_of(content: Content) -> Iterator[Tip]:
    return (tip for stelling in content.stellingen for tip in stelling.tips)


def words(tip: Tip) -> str:
    return "".join(span.text for part in (tip.opening, tip.text, *tip.items) for span in part)


@pytest.mark.parametrize("case", list(fault_cases()))
def test_fault_is_found_with_its_file_and_line(tmp_path: Path, case: Case) -> None:
    folder = small_folder(tmp_path / "content")
    line = changed(folder / case.file, case.text, case.into)
    _, problems = read_content(folder)
    place = place_told(folder, case.file, line, case.where)
    found = told(folder, problems)
    assert (case.fault, *place) in found or (case.fault == "*" and place in [f[1:] for f in found])


@pytest.mark.parametrize("name", MISSING_FILES.split())
def test_missing_file_is_named(tmp_path: Path, name: str) -> None:
    folder = small_folder(tmp_path / "content")
    (folder / name).unlink()
    _, problems = read_content(folder)
    assert ("content-file-missing", name, None) in told(folder, problems)


def test_folder_without_themas_is_told(tmp_path: Path) -> None:
    folder = small_folder(tmp_path / "content")
    (folder / THEMA_1).unlink()
    (folder / THEMA_2).unlink()
    _, problems = read_content(folder)
    assert ("content-file-missing", "thema-*.md", None) in told(folder, problems)


def test_file_that_is_no_utf_8_is_named(tmp_path: Path) -> None:
    folder = small_folder(tmp_path / "content")
    (folder / "begrippen.md").write_bytes("# Begrippen: ideeën".encode("latin-1"))
    _, problems = read_content(folder)
    assert told(folder, problems) == [("content-unreadable", "begrippen.md", None)]


@pytest.mark.parametrize(
    "into",
    [
        "Ga periodiek na of iedereen nog fietst.\n\n  En wie niet?",
        "Ga periodiek na of iedereen nog fietst.\n-",
        "Ga periodiek na of iedereen nog fietst.\n  - ",
        "Ga periodiek na of iedereen nog fietst.\n\n  ```\n  fiets\n  ```",
    ],
    ids=["second paragraph", "empty tip", "empty item", "code block"],
)
def test_tip_of_another_shape_is_a_fault_at_that_tip_and_no_crash(
    tmp_path: Path, into: str
) -> None:
    folder = small_folder(tmp_path / "content")
    line = changed(folder / THEMA_1, "Ga periodiek na of iedereen nog fietst.", into)
    _, problems = read_content(folder)
    assert [
        (name, at in range(line, line + 3)) for _, name, at in told(folder, problems) if at
    ] == [(THEMA_1, True)]


def test_all_faults_of_a_folder_are_told_in_one_run(tmp_path: Path) -> None:
    folder = small_folder(tmp_path / "content")
    changed(folder / THEMA_1, "**niet–deels; advies", "**soms; advies")
    changed(folder / THEMA_2, "| startvolgorde | 3 |", "| startvolgorde | vlug |")
    changed(folder / "bronnen.md", "| home page |", "| voordeur |")
    _, problems = read_content(folder)
    assert [(code, name) for code, name, _ in told(folder, problems)] == [
        ("content-window-unreadable", THEMA_1),
        ("content-value-unknown", THEMA_2),
        ("content-value-unknown", "bronnen.md"),
    ]


def test_small_content_has_no_fault(tmp_path: Path) -> None:
    _, problems = read_content(small_folder(tmp_path / "content"))
    assert problems == ()


def test_command_tells_file_and_line_and_ends_with_1(tmp_path: Path, run: Run) -> None:
    folder = small_folder(tmp_path / "content")
    line = changed(folder / THEMA_1, "**niet–deels; advies", "**soms; advies")
    result = run("content", "--content", folder)
    assert result.code == 1
    assert f"{THEMA_1}:{line}: FOUT: “soms” is geen venster." in result.out


def test_other_commands_refuse_a_folder_with_a_fault(tmp_path: Path, run: Run) -> None:
    folder = small_folder(tmp_path / "content")
    changed(folder / THEMA_1, "**niet–deels; advies", "**soms; advies")
    result = run("template", "--content", folder, "-o", tmp_path / "leeg.xlsx")
    assert result.code == 2
    assert "“soms” is geen venster." in result.err
    assert not (tmp_path / "leeg.xlsx").exists()


def test_shipped_content_has_no_fault(run: Run) -> None:
    result = run("content")
    assert (result.code, result.out) == (0, "")


# windows of the shipped tips


def test_windows_are_one_to_three_answers_wide(content: Content) -> None:
    widths = {tip.id: tip.window.last.step - tip.window.first.step + 1 for tip in tips_of(content)}
    assert {tip: width for tip, width in widths.items() if not 1 <= width <= 3} == {}


def test_tip_for_who_does_not_know_begins_at_onbekend(content: Content) -> None:
    found = [tip for tip in tips_of(content) if words(tip).startswith(BEGINS_AT_ONBEKEND)]
    assert len(found) > 10
    assert [tip.id for tip in found if tip.window.first is not Antwoord.ONBEKEND] == []


@pytest.mark.parametrize("word", FOR_WHO_IS_FURTHER)
def test_tip_for_who_is_further_is_not_given_at_niet(content: Content, word: str) -> None:
    found = [tip for tip in tips_of(content) if word in words(tip).casefold()]
    assert found != []
    assert [tip.id for tip in found if tip.window.holds(Antwoord.NIET)] == []


def test_every_answer_has_a_tip_except_where_the_source_has_none(content: Content) -> None:
    without = {
        stelling.number: tuple(
            antwoord
            for antwoord in WINDOW_ORDER
            if not any(tip.window.holds(antwoord) for tip in stelling.tips)
        )
        for stelling in content.stellingen
    }
    assert {number: answers for number, answers in without.items() if answers} == WITHOUT_TIP


def test_seven_tips_have_an_opening_for_onbekend(content: Content) -> None:
    marked = [tip for tip in tips_of(content) if tip.opening]
    assert [tip.id for tip in marked] == WITH_OPENING
    assert all(words(tip).startswith(BEGINS_AT_ONBEKEND) for tip in marked)
    assert all(tip.window.first is not tip.window.last for tip in marked)


@pytest.mark.parametrize("line", SENTENCES_AFTER_OPENING.strip().splitlines())
def test_what_is_left_of_a_tip_without_its_opening(content: Content, line: str) -> None:
    tip_id, _, start = line.partition(" ")
    tip = next(tip for tip in tips_of(content) if tip.id == tip_id)
    assert "".join(span.text for span in tip.text).startswith(start)


def test_no_brace_is_left_in_a_text_of_a_tip(content: Content) -> None:
    assert [tip.id for tip in tips_of(content) if set("{}") & set(words(tip))] == []


# links


# What a title of a web page or the name of a file says of its site.
_SITE = re.compile(
    r"^Kennissynthese - | \| KIS\.?$| - Verwey-Jonker Instituut$|(\.pdf)? \([\w.-]+\.nl\)$"
)


def link_rows() -> list[tuple[str, str, str, str]]:
    """Return stelling.tip, text, address and match of the list of links, of whole links.

    Notes of the list say which texts were fused or cut; here they are as they were meant. Where
    the text is the title of a web page or the name of a file, an editor took the site out.
    """
    whole = {
        "Dossier-Wat-werkt-bij-aanpak-armoede-schulden-2020.pdf (movisie.nl)": (
            "Wat werkt bij de aanpak van armoede en schulden"
        ),
        "communicatie-sociale-diensten-bijstandscliënten-migratieachtergrond.pdf (kis.nl)": (
            "Communicatie van sociale diensten met bijstandscliënten met een migratieachtergrond"
        ),
        "hier": "meer informatie",
        "de website van": "",
        "het Oranjefonds": "de website van het Oranje Fonds",
        "Kennissplatform Inclusief Samenleven": "Kennisplatform Inclusief Samenleven",
    }
    parts = {
        "Hoe bewust ben jij je van je vooroordelen? | NPO Kennis Vooroordelen Voorbij": (
            "Hoe bewust ben jij je van je vooroordelen?",
            "Vooroordelen Voorbij",
        ),
        "Centrum voor cliëntervaringen Rapport": (
            "Centrum voor cliëntervaringen",
            "Rapport vragen en antwoorden over het inzetten van ervaringskennis",
            "WerkPlaats Ervaringskennis",
        ),
    }
    with LINKS.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return [
        (f"{row['stelling']}.{row['tip']}", _SITE.sub("", text), row["url"], row["match"])
        for row in rows
        for text in next(
            (whole_texts for start, whole_texts in parts.items() if row["text"].startswith(start)),
            (whole.get(row["text"], row["text"]),),
        )
        if text
    ]


def comparable(text: str) -> str:
    """Return the text of a link without what an editor may mend in it."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def spans_of(content: Content, tip_id: str) -> list[Span]:
    tip = next(tip for tip in tips_of(content) if tip.id == tip_id)
    return [span for part in (tip.opening, tip.text, *tip.items) for span in part]


def link_of(content: Content, tip_id: str, text: str) -> Link | None:
    for span in spans_of(content, tip_id):
        if span.link and comparable(span.text) == comparable(text):
            return content.link(span.link)
    return None


@pytest.mark.parametrize(("tip_id", "text", "url", "match"), link_rows())
def test_link_of_the_list_is_in_its_tip_and_clickable_by_its_match(
    content: Content, tip_id: str, text: str, url: str, match: str
) -> None:
    link = link_of(content, tip_id, text)
    assert link is not None
    assert link.match == match
    assert link.clickable == (match in CLICKABLE)
    assert not link.clickable or link.url == url


def test_content_has_no_other_links_than_those_of_the_list(content: Content) -> None:
    listed = {(tip_id, comparable(text)) for tip_id, text, _, _ in link_rows()}
    found = {
        (tip.id, comparable(span.text))
        for tip in tips_of(content)
        for span in spans_of(content, tip.id)
        if span.link
    }
    assert found == listed


def test_clickable_are_the_five_matches_of_the_rule() -> None:
    assert sorted(CLICKABLE) == ["exact", "home page", "landing", "probable", "section"]


def test_source_that_is_not_clickable_says_what_is_known_and_has_at_most_a_site_to_search(
    content: Content,
) -> None:
    assert [link.key for link in content.links if not link.clickable and not link.known] == []
    lost = [link for link in content.links if not link.clickable]
    assert [link.key for link in lost if urlsplit(link.url).path] == []


def test_5_no_two_stellingen_are_talked_about_with_the_same_question(content: Content) -> None:
    questions = [stelling.question for stelling in content.stellingen]
    assert len(set(questions)) == len(content.stellingen)
    assert all(question.endswith(("?", ".")) and "?" in question for question in questions)


def test_5_a_stelling_has_its_own_question_or_that_of_its_kind(tmp_path: Path) -> None:
    folder = small_folder(tmp_path / "content")
    own = "| startvolgorde | 1 |\n| gespreksvraag | Wie plakt? |"
    changed(folder / THEMA_1, "| startvolgorde | 1 |", own)
    content, problems = read_content(folder)
    assert content is not None
    assert not problems
    of_kind, own_question = (stelling.question for stelling in content.stellingen[:2])
    assert of_kind.startswith("Wat ziet u in gesprekken goed gaan, en wat nog niet?")
    assert own_question == "Wie plakt?"


def test_6_each_stelling_says_in_a_sentence_of_its_own_why_to_begin_there(
    content: Content,
) -> None:
    told = [stelling.worth for stelling in content.stellingen]
    assert len(set(told)) == len(told)
    assert [text for text in told if not text.endswith(".")] == []


def test_6_what_leads_a_tip_in_is_one_sentence(content: Content) -> None:
    led_in = [tip.lead_in for tip in tips_of(content) if tip.lead_in]
    assert [text for text in led_in if not re.fullmatch(r"[A-Z][^.?]*[.?]", text)] == []
    assert len(led_in) > 0


def test_6_another_word_than_first_step_is_a_fault(tmp_path: Path) -> None:
    folder = small_folder(tmp_path / "content")
    changed(folder / THEMA_1, "eerste stap: Vraag", "tweede stap: Vraag")
    _, problems = read_content(folder)
    assert [code for code, _, _ in told(folder, problems)] == ["content-value-unknown"]
