"""Blocks -> the XML of the body. Direct strings: a report has a thousand pieces."""

from __future__ import annotations

import re
from itertools import count
from xml.sax.saxutils import escape, quoteattr
from zlib import crc32

from docx.opc.constants import RELATIONSHIP_TYPE

from pipeline.model import Block, Cell, Heading, Paragraph, Row, Run, Table
from pipeline.word.styles import HEADING_STYLES, HYPERLINK, STRONG, STYLE_OF_ROLE, TABLE_STYLE

_LONGEST_BOOKMARK = 40
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def bookmark_name(block_id: str) -> str:
    """Return the bookmark that marks a block; the underscore in front hides it in Word."""
    name = "_" + block_id.replace(".", "__").replace("-", "_").replace(" ", "_")
    if len(name) <= _LONGEST_BOOKMARK:
        return name
    return f"{name[: _LONGEST_BOOKMARK - 9]}_{crc32(name.encode()):08x}"


class Pen:
    """Draws the blocks of one report, and remembers the links that it used."""

    def __init__(self, style_ids: dict[str, str], text_width: int) -> None:
        """Take the ids of styles by name, and the width of the text in twentieths of a point."""
        self._heading = {level: style_ids[name] for level, name in enumerate(HEADING_STYLES, 1)}
        self._role = {role: style_ids[name] for role, name in STYLE_OF_ROLE.items()}
        self._table = style_ids[TABLE_STYLE]
        self._strong = f'<w:rPr><w:rStyle w:val="{style_ids[STRONG]}"/></w:rPr>'
        self._link = f'<w:rPr><w:rStyle w:val="{style_ids[HYPERLINK]}"/></w:rPr>'
        self._text_width = text_width
        self._urls: dict[str, str] = {}
        self._ids = count(1)

    def block(self, block: Block) -> str:
        """Return the XML of a block."""
        if isinstance(block, Heading):
            return self._paragraph(block.id, self._heading[block.level], (Run(block.text),))
        if isinstance(block, Paragraph):
            return self._paragraph(block.id, self._role[block.role], block.runs)
        return self._draw_table(block)

    def relations(self) -> str:
        """Return the relations of the links that were drawn."""
        return "".join(
            f'<Relationship Id="{key}" Type="{RELATIONSHIP_TYPE.HYPERLINK}" '
            f'Target={quoteattr(url)} TargetMode="External"/>'
            for url, key in self._urls.items()
        )

    def _paragraph(self, block_id: str, style_id: str, runs: tuple[Run, ...]) -> str:
        number = next(self._ids)
        inner = "".join([self._run(run) for run in runs])
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/></w:pPr>'
            f'<w:bookmarkStart w:id="{number}" w:name="{bookmark_name(block_id)}"/>'
            f'{inner}<w:bookmarkEnd w:id="{number}"/></w:p>'
        )

    def _run(self, run: Run) -> str:
        text = _run_text(run.text)
        if run.anchor:
            target = f'w:anchor="{bookmark_name(run.anchor)}"'
        elif run.url:
            key = self._urls.setdefault(run.url, f"rIdLink{len(self._urls) + 1}")
            target = f'r:id="{key}"'
        else:
            return f"<w:r>{self._strong if run.strong else ''}{text}</w:r>"
        return f'<w:hyperlink {target} w:history="1"><w:r>{self._link}{text}</w:r></w:hyperlink>'

    def _draw_table(self, table: Table) -> str:
        unit = self._text_width / sum(table.widths)
        widths = [round(width * unit) for width in table.widths]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = "".join([self._row(row, widths, "") for row in table.rows])
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._table}"/>'
            '<w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
            f"<w:tblDescription w:val={quoteattr(clean(table.description))}/>"
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
            f"{self._row(table.header, widths, '<w:tblHeader/>')}{rows}</w:tbl>"
        )

    def _row(self, row: Row, widths: list[int], mark: str) -> str:
        cells = zip(row.cells, widths, strict=True)
        inner = "".join([self._cell(cell, width) for cell, width in cells])
        return f"<w:tr><w:trPr><w:cantSplit/>{mark}</w:trPr>{inner}</w:tr>"

    def _cell(self, cell: Cell, width: int) -> str:
        paragraph = self._paragraph(cell.id, self._role[cell.role], cell.runs)
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph}</w:tc>'


def clean(text: str) -> str:
    """Leave out what XML can't hold."""
    return _NOT_IN_XML.sub("", text)


def xml_text(text: str) -> str:
    """Return text as it stands in XML."""
    return escape(clean(text))


def _run_text(text: str) -> str:
    """Return the XML of text; a line end or tab inside it becomes that of Word."""
    text = xml_text(text)
    if "\n" not in text and "\t" not in text:
        return f'<w:t xml:space="preserve">{text}</w:t>'
    lines = text.replace("\r", "").split("\n")
    tabbed = (line.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">') for line in lines)
    return "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in tabbed)
