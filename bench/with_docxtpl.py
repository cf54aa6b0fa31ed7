"""The same report with docxtpl: a Word template that walks the blocks, one paragraph per style.

The template is made once. What is measured is what every report needs: load it, render it with
the blocks of the report, save. Text with bold or a link is docxtpl's own RichText.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx.document import Document as DocumentObject
from docx.enum.style import WD_STYLE_TYPE
from docxtpl import DocxTemplate, RichText  # type: ignore[import-untyped]

from bench.with_python_docx import empty_document
from pipeline.model import Block, Control, Heading, Inline, Paragraph, Report, Role, Row, Table
from pipeline.word.styles import HEADING_STYLES, HYPERLINK, STRONG, STYLE_OF_ROLE, TABLE_STYLE

_TABLE = "table"


def make_template(style: Path) -> bytes:
    """Return the template: the style document with a loop over blocks in its body."""
    document = empty_document(style)
    document.add_paragraph("{%p for block in blocks %}")
    test = "if"
    for name in (*STYLE_OF_ROLE.values(), *HEADING_STYLES):
        document.add_paragraph(f"{{%p {test} block.style == '{name}' %}}")
        document.add_paragraph("{{r block.text }}", style=name)
        test = "elif"
    document.add_paragraph("{%p else %}")
    _add_table(document)
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def _add_table(document: DocumentObject) -> None:
    """Add the one table: a header row, and a row that is repeated, with as many cells as needed."""
    table = document.add_table(4, 3, style=TABLE_STYLE)
    _add_cells(table.rows[0].cells, "block.header")
    table.rows[1].cells[0].text = "{%tr for row in block.rows %}"
    _add_cells(table.rows[2].cells, "row")
    table.rows[3].cells[0].text = "{%tr endfor %}"


def _add_cells(cells: Any, row: str) -> None:
    cells[0].text = f"{{%tc for cell in {row} %}}"
    cells[2].text = "{%tc endfor %}"
    cell = cells[1]
    cell.paragraphs[0].text = f"{{%p if cell.style == '{STYLE_OF_ROLE[Role.FIGURE]}' %}}"
    cell.add_paragraph("{{r cell.text }}", style=STYLE_OF_ROLE[Role.FIGURE])
    cell.add_paragraph("{%p else %}")
    cell.add_paragraph("{{r cell.text }}", style=STYLE_OF_ROLE[Role.CELL])
    cell.add_paragraph("{%p endif %}")


def draw(report: Report, template: bytes) -> bytes:
    """Load the template, render it and save."""
    document = DocxTemplate(io.BytesIO(template))
    document.init_docx()
    document.render({"blocks": list(_Filler(document).blocks(report))})
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


class _Filler:
    """Turns blocks into what the template asks for."""

    def __init__(self, document: DocxTemplate) -> None:
        self._document = document
        styles = document.get_docx().styles
        self._strong = styles.get_style_id(STRONG, WD_STYLE_TYPE.CHARACTER)
        self._link = styles.get_style_id(HYPERLINK, WD_STYLE_TYPE.CHARACTER)

    def blocks(self, report: Report) -> Iterator[dict[str, Any]]:
        for block in report.blocks:
            yield self._block(block)

    def _block(self, block: Block) -> dict[str, Any]:
        if isinstance(block, Heading):
            return {"style": HEADING_STYLES[block.level - 1], "text": RichText(block.text)}
        if isinstance(block, Paragraph):
            return {"style": STYLE_OF_ROLE[block.role], "text": self._rich(block.runs)}
        if isinstance(block, Table):
            return self._table(block)
        raise TypeError(block)

    def _table(self, table: Table) -> dict[str, Any]:
        rows = [self._row(row) for row in table.rows]
        return {"style": _TABLE, "header": self._row(table.header), "rows": rows}

    def _row(self, row: Row) -> list[dict[str, Any]]:
        return [{"style": STYLE_OF_ROLE[c.role], "text": self._rich(c.runs)} for c in row.cells]

    def _rich(self, runs: tuple[Inline, ...]) -> RichText:
        rich = RichText()
        for run in runs:
            if isinstance(run, Control):
                raise TypeError(run)
            if run.url:
                rich.add(run.text, style=self._link, url_id=self._document.build_url_id(run.url))
            elif run.anchor:
                rich.add(run.text, style=self._link)
            else:
                rich.add(run.text, style=self._strong if run.strong else None)
        return rich
