"""content/ -> Content + problems: plain Markdown that an editor without code can change.

The format is told to editors in content/LEESMIJ.md. Nothing here knows how many stellingen,
themas or tips there are.
"""

from __future__ import annotations

from pathlib import Path

from pipeline.content.catalogue import (
    MAIL_TEXTS,
    OVERVIEW_TEXTS,
    REPORT_TEXTS,
    WORKBOOK_TEXTS,
)
from pipeline.content.faults import find_faults
from pipeline.content.files import Reader, Tables
from pipeline.content.tables import read_links, read_recurring, read_scan, read_terms
from pipeline.content.texts import read_texts
from pipeline.content.themas import read_themas
from pipeline.model import Content, Source
from pipeline.problems import Code, PipelineError, Problem, Severity, problem

STYLE_NAME = "huisstijl.docx"


def shipped_folder() -> Path:
    """Return the content folder that came with the tool: in the wheel, else in the checkout."""
    package = Path(__file__).parent.parent
    inside = package / "_content"
    return inside if inside.is_dir() else package.parent / "content"


def load_content(folder: Path) -> Content:
    """Read and check a content folder.

    Raises PipelineError with all faults when there is one of severity error.
    """
    content, problems = read_content(folder)
    faults = tuple(p for p in problems if p.severity is Severity.ERROR)
    if content is None or faults:
        raise PipelineError(*faults)
    return content


def read_content(folder: Path) -> tuple[Content | None, tuple[Problem, ...]]:
    """Read a content folder and find all its faults; no Content where a file is unusable."""
    if not folder.is_dir():
        return None, (problem(Code.PATH_MISSING, Source(str(folder))),)
    reader = Reader(folder)
    content = _read(reader)
    if reader.faults:
        return None, tuple(reader.faults)
    return content, find_faults(content)


def _read(reader: Reader) -> Content:
    scan = read_scan(Tables(reader, "scan.md"))
    return Content(
        title=scan.title,
        edition=scan.edition,
        about=scan.about,
        options=scan.options,
        explanations=scan.explanations,
        niveaus=scan.niveaus,
        thresholds=scan.thresholds,
        kinds=scan.kinds,
        modes=scan.modes,
        roles=scan.roles,
        themas=read_themas(reader, scan.explanations),
        links=read_links(Tables(reader, "bronnen.md")),
        recurring=read_recurring(Tables(reader, "adviezen.md")),
        terms=read_terms(Tables(reader, "begrippen.md")),
        workbook=read_texts(reader, "werkboek.md", WORKBOOK_TEXTS),
        report=read_texts(reader, "rapport.md", REPORT_TEXTS),
        mails=read_texts(reader, "mails.md", MAIL_TEXTS),
        overview=read_texts(reader, "overzicht.md", OVERVIEW_TEXTS),
        style=reader.folder / STYLE_NAME,
    )
