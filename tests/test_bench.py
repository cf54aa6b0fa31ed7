"""What `make bench` compares is comparable, and it prints what it should. Times are not tested."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as DocxParagraph

from bench.__main__ import main
from bench.drawing import DOCXTPL, OURS, OURS_OPENING, PLAIN, drawers
from bench.example import report, text_only
from bench.measure import Times, take_turns
from bench.starting import one_report
from bench.table import Line, Target, table
from pipeline.model import (
    Bar,
    Cell,
    Chart,
    ChartKind,
    Contents,
    ContentsEntry,
    Control,
    ControlKind,
    Facts,
    Heading,
    Inline,
    Paragraph,
    Report,
    Role,
    Row,
    Run,
    Table,
)
from tests.outline import outline

_LINK_INSIDE = re.compile(r"\[([^]]*)\]\(#[^)]*\)")

TABLE = """
what      median ms  ratio  target      reached
ours            4.0
too slow       12.0   2.99  at least 3  no
just so        12.0   3.00  at least 3  yes
just in       100.0   2.00  at most 2   yes
just out      100.1   2.01  at most 2   no
"""


@pytest.mark.parametrize("name", [OURS, OURS_OPENING, DOCXTPL, PLAIN])
def test_every_contender_draws_all_text_of_the_report_in_order(name: str) -> None:
    document = Document(io.BytesIO(drawers()[name]()))

    drawn = [DocxParagraph(p, document).text for p in document.element.body.iter(qn("w:p"))]

    assert drawn == list(_texts_of(report()))


def test_all_contenders_draw_the_same_styles_bold_links_and_tables(tmp_path: Path) -> None:
    ours, *others = (_outline(run(), tmp_path / "drawn.docx") for run in drawers().values())

    assert others == [ours] * 3


def _outline(docx: bytes, path: Path) -> list[str]:
    """Return the outline without links inside the report: docxtpl can't make those."""
    path.write_bytes(docx)
    return _LINK_INSIDE.sub(r"\1", outline(path)).splitlines()


def _texts_of(drawn: Report) -> Iterator[str]:
    for block in drawn.blocks:
        if isinstance(block, Heading):
            yield block.text
        elif isinstance(block, Paragraph):
            yield _text(block.runs)
        elif isinstance(block, Table):
            rows = (block.header, *block.rows)
            yield from (_text(cell.runs) for row in rows for cell in row.cells)


def _text(inlines: tuple[Inline, ...]) -> str:
    return "".join(one.text for one in inlines if isinstance(one, Run))


def test_what_only_we_draw_is_left_out_and_a_control_becomes_its_text() -> None:
    heading = Heading("kop", 1, "Wat u nu kunt doen")
    who = Control("wie", ControlKind.TEXT, "Wie", "Vul in wie", value="Noor")
    when = Control("wanneer", ControlKind.DATE, "Wanneer", "Kies een datum")
    row = Row((Cell("cel", (who,), Role.FIGURE),))
    whole = Report(
        title="Toets",
        subject="Toetsdam",
        facts=Facts("1", 1, ()),
        blocks=(
            Contents("inhoud", (ContentsEntry(1, "Kop", "kop"),)),
            heading,
            Chart("grafiek", "Een grafiek", ChartKind.SINGLE, ("Score",), (Bar("1", (2,)),), 4),
            Paragraph("taak", Role.BULLET, (who, Run(": "), when), tick=True, notes=("Let op",)),
            Table("tabel", "Een tabel", (1,), row, (row,)),
        ),
    )

    text_row = Row((Cell("cel", (Run("Noor"),), Role.FIGURE),))
    assert text_only(whole).blocks == (
        heading,
        Paragraph("taak", Role.BULLET, (Run("Noor"), Run(": "), Run("Kies een datum"))),
        Table("tabel", "Een tabel", (1,), text_row, (text_row,)),
    )


def test_the_table_says_per_line_whether_its_target_is_reached() -> None:
    lines = (
        Line("ours", 4.0),
        Line("too slow", 12.0, 2.999, Target(3, at_least=True)),
        Line("just so", 12.0, 3.0, Target(3, at_least=True)),
        Line("just in", 100.0, 2.0, Target(2, at_least=False)),
        Line("just out", 100.1, 2.001, Target(2, at_least=False)),
    )

    assert table(lines) == TABLE.strip()


def test_contenders_take_turns_and_the_first_round_does_not_count() -> None:
    turns: list[str] = []

    times = take_turns({"A": lambda: turns.append("A"), "B": lambda: turns.append("B")}, 2)

    assert "".join(turns) == "ABABAB"
    assert [len(one.seconds) for one in times.values()] == [2, 2]


def test_a_ratio_is_the_median_of_the_ratios_per_round() -> None:
    slow, quick = Times((6.0, 100.0, 8.0)), Times((2.0, 10.0, 4.0))

    assert slow.ratio(quick) == 3.0
    assert slow.milliseconds == 8000


def test_the_cold_report_that_is_measured_is_written(tmp_path: Path) -> None:
    folder = one_report(tmp_path)

    assert len(list(folder.glob("Adviesrapport*.docx"))) == 1


def test_bench_prints_every_measurement_with_its_target(capsys: pytest.CaptureFixture[str]) -> None:
    main(1, 1, 1, (4, 8, 6))

    printed = capsys.readouterr().out
    assert re.findall(r"^(\w.+?)  .* (at \w+ [\d.]+) +(?:yes|no)$", printed, re.MULTILINE) == [
        ("docxtpl: load, render, save", "at least 3"),
        ("python-docx: open, add_paragraph, save", "at least 15"),
        ("updated: the same, and edits of a person kept", "at most 3"),
        ("quickscan --help", "at most 2"),
        ("quickscan report, one scan to one new report", "at most 2"),
        ("whole scan: read, score, advise, draw, chart, check, save", "at most 2"),
        ("per scan, round of 8", "at most 1.1"),
        ("one process", "at least 1.7"),
        ("the same run, nothing changed", "at most 0.1"),
    ]
