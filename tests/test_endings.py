"""Where pages end.

1. Before each part, and at the end, the last four paragraphs stay on one page. What stands between
   two tables is no end, and a table keeps its own rows together.
2. A list stays with what leads to it, and leaves no item alone; so does a row of quotes.
3. An item, and a text under a label, is not split unless it is long.
4. A heading begins a page where the report says so.
5. Laid out by LibreOffice, no example has a heading at the foot of a page without what it heads,
   or a page that is nearly empty.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli import quickscan
from pipeline.model import Block, Cell, Heading, Paragraph, Role, Row, Run, Table
from pipeline.word.endings import (
    begins_page,
    keep,
    kept_at_end,
    kept_before,
    kept_in_lists,
    kept_whole,
)
from tests.office import uno_python
from tests.sheets import EXAMPLES, ROOT

Rule = Callable[[Sequence[Block]], frozenset[int]]


def blocks(letters: str) -> list[Block]:
    """Return blocks, by letter.

    `1` and `2` headings of that level, `n` one on a new page, `p` a paragraph, `t` a table, `l` a
    label, `b` a bullet, `s` one below it, `q` a quote, `x` a tip, `o` a note;
    `B` and `X` long ones.
    """
    head = Row((Cell("c", (Run("x"),)),))
    made: dict[str, Block] = {
        "1": Heading("deel", 1, "Deel"),
        "2": Heading("hoofdstuk", 2, "Hoofdstuk"),
        "n": Heading("hoofdstuk", 2, "Hoofdstuk", new_page=True),
        "l": Paragraph("label", Role.LABEL, (Run("Begin hier"),)),
        "b": Paragraph("punt", Role.BULLET, (Run("tekst"),)),
        "s": Paragraph("punt", Role.SUB_BULLET, (Run("tekst"),)),
        "q": Paragraph("citaat", Role.QUOTE, (Run("tekst"),)),
        "x": Paragraph("tip", Role.TIP, (Run("tekst"),)),
        "B": Paragraph("punt", Role.BULLET, (Run("tekst " * 200),)),
        "o": Paragraph("toelichting", Role.NOTE, (Run("tekst"),)),
        "X": Paragraph("tip", Role.TIP, (Run("tekst " * 200),)),
        "p": Paragraph("alinea", Role.BODY, (Run("tekst"),)),
        "t": Table("tabel", "tabel", (1,), head, (head,)),
    }
    return [made[letter] for letter in letters]


def kept(letters: str, rule: Rule = kept_at_end) -> str:
    """Return the blocks with those that a rule holds, to the next one or whole, as K."""
    places = rule(blocks(letters))
    return "".join("K" if at in places else letter for at, letter in enumerate(letters))


def test_the_last_four_paragraphs_of_a_part_stay_together() -> None:
    assert kept("1ppppppp1pppppppp") == "1pppKKKp1ppppKKKp"


def test_a_part_that_ends_with_a_table_is_left_as_it_is() -> None:
    assert kept("1ppt1ppt") == "1ppt1ppt"
    assert kept("ppptpp") == "ppptKp"


def test_a_short_part_stays_within_itself() -> None:
    assert kept("1p1p2p") == "1p1p2p"
    assert kept("") == ""
    assert kept("p") == "p"


def test_a_kept_paragraph_has_its_mark_after_its_style() -> None:
    drawn = '<w:p><w:pPr><w:pStyle w:val="Kop"/></w:pPr><w:r/></w:p>'
    marks = "<w:keepNext/><w:keepLines/>"
    assert keep(drawn, marks) == f'<w:p><w:pPr><w:pStyle w:val="Kop"/>{marks}</w:pPr><w:r/></w:p>'
    assert keep(drawn, "") == drawn


def test_what_leads_to_a_list_stays_with_it_and_a_short_list_stays_together() -> None:
    assert kept("pbbbp", kept_in_lists) == "KKKbp"
    assert kept("2qqql", kept_in_lists) == "2KKql"
    assert kept("lxssx", kept_in_lists) == "lKKsx"
    assert kept("ppbp", kept_in_lists) == "pKbp"
    assert kept("tbb", kept_in_lists) == "tKb"


def test_a_longer_list_leaves_no_item_alone() -> None:
    assert kept("pbbbbbp", kept_in_lists) == "KKbbKbp"
    assert kept("pbBb", kept_in_lists) == "KKKb"


def test_what_stands_between_a_heading_and_labels_stays_with_them() -> None:
    assert kept("2plp2pp", kept_before) == "2Klp2pp"


def test_a_note_stays_with_the_table_below_it() -> None:
    assert kept("2ntpot", kept_before) == "2ntpKt"


def test_items_and_what_is_under_a_label_stay_whole_unless_long() -> None:
    assert kept("plpxXbBsqp", kept_whole) == "plKKXKBKKp"


def test_a_heading_begins_a_page_where_that_is_said() -> None:
    assert kept("1p2pnp", begins_page) == "1p2pKp"


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return the reports of the examples, in our style and in that of a house."""
    folder = tmp_path_factory.mktemp("reports")
    house = ROOT / "tests" / "house_styles" / "gemeente.docx"
    for name, options in (("eigen", []), ("huis", ["--style", str(house)])):
        scans = map(str, sorted(EXAMPLES.glob("*.xlsx")))
        arguments = ["report", *scans, "-o", str(folder / name), *options]
        CliRunner().invoke(quickscan, arguments, catch_exceptions=False)
    return sorted(folder.glob("*/*.docx"))


@pytest.mark.skipif(uno_python() is None, reason="LibreOffice is not installed")
def test_in_libreoffice_no_heading_is_stranded_and_no_page_is_nearly_empty(
    reports: list[Path],
) -> None:
    program = ROOT / "tests" / "page_ends.py"
    done = subprocess.run(
        [uno_python() or "", program, *reports], check=True, capture_output=True, timeout=300
    )
    assert len(reports) == 10
    assert done.stdout.decode("utf-8") == ""
