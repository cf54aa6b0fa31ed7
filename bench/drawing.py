"""Drawing and saving one report: ours, docxtpl and plain python-docx, from the same value."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bench import with_docxtpl, with_python_docx
from bench.example import report, style_path
from pipeline.word import draw, open_style

OURS = "draw + save, style opened once per process"
OURS_OPENING = "draw + save, style opened for this report"
DOCXTPL = "docxtpl: load, render, save"
PLAIN = "python-docx: open, add_paragraph, save"


def drawers() -> dict[str, Callable[[], bytes]]:
    """Return everyone who draws the mixed example, each giving a .docx.

    The template of docxtpl is made here, and our style document is opened here: both are done
    once for a whole round of reports. The others draw no bookmarks; we draw one per paragraph.
    """
    drawn, path, now = report(), style_path(), datetime.now().astimezone()
    style, template = open_style(path, path), with_docxtpl.make_template(path)
    return {
        OURS: lambda: draw(drawn, style, now),
        OURS_OPENING: lambda: draw(drawn, open_style(path, path), now),
        DOCXTPL: lambda: with_docxtpl.draw(drawn, template),
        PLAIN: lambda: with_python_docx.draw(drawn, path),
    }
