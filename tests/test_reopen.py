"""A drawn report is opened again before it gets its name.

1. A report as it is drawn is whole.
2. A part that is lost, XML that is damaged, an id that occurs twice, and a block that is not
   there are each told.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from pipeline.model import Content, Facts, Heading, Paragraph, Report, Role, Run
from pipeline.word import draw, open_style, verify
from pipeline.word.reopen import BrokenReportError

Parts = dict[str, bytes]
MAIN = "word/document.xml"

REPORT = Report(
    title="Adviesrapport",
    subject="Gemeente Toetsdam",
    facts=Facts("2026.1", 1, ()),
    blocks=(
        Heading("deel-a", 1, "Deel A"),
        Paragraph("stelling-07.tip-3", Role.TIP, (Run("Plan een gesprek."),), tick=True),
        Paragraph("stelling-07.tip-4", Role.TIP, (Run("Vraag het na."),), tick=True),
    ),
)


def drawn(content: Content) -> bytes:
    style = open_style(content.style, content.style)
    return draw(REPORT, style, datetime(2026, 11, 23, tzinfo=UTC))


def changed(docx: bytes, change: Callable[[Parts], object]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return saved.getvalue()


def put(parts: Parts, old: str, new: str) -> None:
    assert old.encode() in parts[MAIN]
    parts[MAIN] = parts[MAIN].replace(old.encode(), new.encode(), 1)


def test_1_a_report_as_drawn_is_whole(content: Content) -> None:
    verify(drawn(content), REPORT)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda parts: parts.pop("word/styles.xml"), "styles.xml is not there"),
        (lambda parts: put(parts, "</w:body>", ""), "word/document.xml: "),
        (
            lambda parts: put(parts, '"_stelling_07__tip_4"', '"_stelling_07__tip_3"'),
            "bookmark name _stelling_07__tip_3 occurs 2 times",
        ),
        (
            lambda parts: put(parts, '<w:id w:val="1000001"/>', '<w:id w:val="1000000"/>'),
            "control 1000000 occurs 2 times",
        ),
        (
            lambda parts: put(parts, '"_stelling_07__tip_4"', '"_weg"'),
            "block stelling-07.tip-4 is not there",
        ),
    ],
)
def test_2_what_is_wrong_is_told(
    content: Content, change: Callable[[Parts], object], told: str
) -> None:
    with pytest.raises(BrokenReportError, match=told):
        verify(changed(drawn(content), change), REPORT)
