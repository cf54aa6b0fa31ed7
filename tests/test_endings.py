"""The end of a part: no page holds only the last line or two of it.

Before each part, and at the end, the last six paragraphs stay on one page. What stands between
two tables is no end, and a table keeps its own rows together. Laid out by LibreOffice, no example
has a heading at the foot of a page without what it heads, or a page that is nearly empty.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli import quickscan
from pipeline.model import Block, Cell, Heading, Paragraph, Role, Row, Run, Table
from pipeline.word.endings import keep, kept_at_end
from tests.office import uno_python
from tests.sheets import EXAMPLES, ROOT


def blocks(letters: str) -> list[Block]:
    """Return blocks: `1` and `2` headings of that level, `p` a paragraph, `t` a table."""
    head = Row((Cell("c", (Run("x"),)),))
    made: dict[str, Block] = {
        "1": Heading("deel", 1, "Deel"),
        "2": Heading("hoofdstuk", 2, "Hoofdstuk"),
        "p": Paragraph("alinea", Role.BODY, (Run("tekst"),)),
        "t": Table("tabel", "tabel", (1,), head, (head,)),
    }
    return [made[letter] for letter in letters]


def kept(letters: str) -> str:
    """Return the blocks with those that stay with the next one as K."""
    places = kept_at_end(blocks(letters))
    return "".join("K" if at in places else letter for at, letter in enumerate(letters))


def test_the_last_six_paragraphs_of_a_part_stay_together() -> None:
    assert kept("1ppppppp1pppppppp") == "1pKKKKKp1ppKKKKKp"


def test_a_part_that_ends_with_a_table_is_left_as_it_is() -> None:
    assert kept("1ppt1ppt") == "1ppt1ppt"
    assert kept("ppptpp") == "ppptKp"


def test_a_short_part_stays_within_itself() -> None:
    assert kept("1p1p2p") == "1p1p2p"
    assert kept("") == ""
    assert kept("p") == "p"


def test_a_kept_paragraph_has_its_mark_after_its_style() -> None:
    drawn = '<w:p><w:pPr><w:pStyle w:val="Kop"/></w:pPr><w:r/></w:p>'
    assert keep(drawn) == '<w:p><w:pPr><w:pStyle w:val="Kop"/><w:keepNext/></w:pPr><w:r/></w:p>'


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
