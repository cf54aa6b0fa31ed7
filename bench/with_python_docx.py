"""The same report with plain python-docx: `add_paragraph`, `add_run` and `add_table`."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as DocumentObject
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as DocxParagraph

from pipeline.model import Block, Control, Heading, Inline, Paragraph, Report, Run, Table
from pipeline.word.styles import HEADING_STYLES, HYPERLINK, STRONG, STYLE_OF_ROLE, TABLE_STYLE


def draw(report: Report, style: Path) -> bytes:
    """Open the style document, add every block, and save."""
    document = empty_document(style)
    for block in report.blocks:
        _add_block(document, block)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def empty_document(style: Path) -> DocumentObject:
    """Open the style document without the samples in its body."""
    document = Document(str(style))
    body = document.element.body
    for element in body.xpath("./*[not(self::w:sectPr)]"):
        body.remove(element)
    return document


def _add_block(document: DocumentObject, block: Block) -> None:
    if isinstance(block, Heading):
        document.add_paragraph(block.text, style=HEADING_STYLES[block.level - 1])
    elif isinstance(block, Paragraph):
        paragraph = document.add_paragraph(style=STYLE_OF_ROLE[block.role])
        _add_runs(paragraph, block.runs)
    elif isinstance(block, Table):
        _add_table(document, block)
    else:
        raise TypeError(block)


def _add_table(document: DocumentObject, table: Table) -> None:
    rows = (table.header, *table.rows)
    drawn = document.add_table(len(rows), len(table.widths), style=TABLE_STYLE)
    for row, drawn_row in zip(rows, drawn.rows, strict=True):
        for cell, drawn_cell in zip(row.cells, drawn_row.cells, strict=True):
            paragraph = drawn_cell.paragraphs[0]
            paragraph.style = STYLE_OF_ROLE[cell.role]
            _add_runs(paragraph, cell.runs)


def _add_runs(paragraph: DocxParagraph, runs: tuple[Inline, ...]) -> None:
    for run in runs:
        if isinstance(run, Control):
            raise TypeError(run)
        if run.url or run.anchor:
            _add_link(paragraph, run)
        else:
            paragraph.add_run(run.text, style=STRONG if run.strong else None)


def _add_link(paragraph: DocxParagraph, run: Run) -> None:
    """Add a run and move it into a hyperlink: the usual recipe, for python-docx has none."""
    link: Any = OxmlElement("w:hyperlink")
    if run.url:
        key = paragraph.part.relate_to(run.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link.set(qn("r:id"), key)
    else:
        link.set(qn("w:anchor"), run.anchor)
    link.append(paragraph.add_run(run.text, style=HYPERLINK)._r)
    paragraph._p.append(link)
