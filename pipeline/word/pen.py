"""Blocks -> the XML of the body. Direct strings: a report has a thousand pieces."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import count
from xml.sax.saxutils import quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE

from pipeline.model import (
    Block,
    Cell,
    Chart,
    Contents,
    Control,
    Heading,
    Inline,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
)
from pipeline.word.chart import drawing_xml
from pipeline.word.comments import around
from pipeline.word.contents import contents_xml
from pipeline.word.controls import control_xml, tick_box
from pipeline.word.styles import (
    COMMENT_REFERENCE,
    HEADING_STYLES,
    HYPERLINK,
    PLACEHOLDER,
    SMALL,
    STRONG,
    STYLE_OF_ROLE,
    TABLE_STYLE,
    TOC_STYLES,
)
from pipeline.word.text import bookmark_name, clean, run_text

_MOST_ROWS_TOGETHER = 12
_LAST_ROWS_TOGETHER = 4
_KEPT = {Role.CELL: Role.CELL_KEPT, Role.FIGURE: Role.FIGURE_KEPT}
FIRST_CONTROL = 1_000_000  # ids of controls; far from those that Word gives


class Pen:
    """Draws the blocks of one report; remembers its links, comments and charts, in order."""

    def __init__(self, style_ids: dict[str, str], text_width: int, table_indent: int = 0) -> None:
        """Take the ids of styles by name; width of text and indent in twentieths of a point."""
        self._style = style_ids
        self._heading = {level: style_ids[name] for level, name in enumerate(HEADING_STYLES, 1)}
        self._role = {role: style_ids[name] for role, name in STYLE_OF_ROLE.items()}
        self._contents = tuple(style_ids[name] for name in TOC_STYLES)
        self._strong = f'<w:rPr><w:rStyle w:val="{style_ids[STRONG]}"/></w:rPr>'
        self._small = f'<w:rPr><w:rStyle w:val="{style_ids[SMALL]}"/></w:rPr>'
        self._link = f'<w:rPr><w:rStyle w:val="{style_ids[HYPERLINK]}"/></w:rPr>'
        self._text_width = text_width
        self._indent = f'<w:tblInd w:w="{table_indent}" w:type="dxa"/>' if table_indent else ""
        self._urls: dict[str, str] = {}
        self._bookmarks = count(1)
        self._controls = count(FIRST_CONTROL)
        self.notes: list[str] = []
        self.charts: list[Chart] = []

    def block(self, block: Block) -> str:
        """Return the XML of a block."""
        match block:
            case Heading():
                runs = (Run(block.text),)
                return self._paragraph(block.id, self._heading[block.level], self._runs(runs))
            case Paragraph():
                return self._paragraph(block.id, self._role[block.role], self._inside(block))
            case Contents():
                return contents_xml(block, self._contents)
            case Chart():
                return self._draw_chart(block)
            case Table():
                return self._draw_table(block)

    def relations(self) -> str:
        """Return the relations of the links that were drawn."""
        return "".join(
            f'<Relationship Id="{key}" Type="{RELATIONSHIP_TYPE.HYPERLINK}" '
            f'Target={quoteattr(url)} TargetMode="External"/>'
            for url, key in self._urls.items()
        )

    def _inside(self, paragraph: Paragraph) -> str:
        inner = self._runs(paragraph.runs)
        if paragraph.tick:
            inner = tick_box(bookmark_name(paragraph.id), next(self._controls)) + inner
        for note in paragraph.notes:
            inner = around(inner, len(self.notes), self._style[COMMENT_REFERENCE])
            self.notes.append(note)
        return inner

    def _paragraph(self, block_id: str, style_id: str, inner: str) -> str:
        number = next(self._bookmarks)
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/></w:pPr>'
            f'<w:bookmarkStart w:id="{number}" w:name="{bookmark_name(block_id)}"/>'
            f'{inner}<w:bookmarkEnd w:id="{number}"/></w:p>'
        )

    def _runs(self, runs: Iterable[Inline]) -> str:
        return "".join(
            [self._control(one) if isinstance(one, Control) else self._run(one) for one in runs]
        )

    def _control(self, control: Control) -> str:
        tag = bookmark_name(control.id)
        return control_xml(control, tag, next(self._controls), self._style[PLACEHOLDER])

    def _run(self, run: Run) -> str:
        text = run_text(run.text)
        if run.anchor:
            target = f'w:anchor="{bookmark_name(run.anchor)}"'
        elif run.url:
            key = self._urls.setdefault(run.url, f"rIdLink{len(self._urls) + 1}")
            target = f'r:id="{key}"'
        else:
            look = self._strong if run.strong else self._small if run.small else ""
            return f"<w:r>{look}{text}</w:r>"
        return f'<w:hyperlink {target} w:history="1"><w:r>{self._link}{text}</w:r></w:hyperlink>'

    def _draw_chart(self, chart: Chart) -> str:
        self.charts.append(chart)
        number = len(self.charts)
        drawing = drawing_xml(chart, number, chart_relation(number), self._text_width)
        return self._paragraph(chart.id, self._role[Role.BODY], drawing)

    def _draw_table(self, table: Table) -> str:
        unit = self._text_width / sum(table.widths)
        widths = [round(width * unit) for width in table.widths]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = "".join([self._row(row, widths, "") for row in _kept_together(table)])
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._style[TABLE_STYLE]}"/>'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{self._indent}'
            '<w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
            f"<w:tblDescription w:val={quoteattr(clean(table.description))}/>"
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
            f"{self._row(_kept(table.header), widths, '<w:tblHeader/>')}{rows}</w:tbl>"
        )

    def _row(self, row: Row, widths: list[int], mark: str) -> str:
        cells = zip(row.cells, widths, strict=True)
        inner = "".join([self._cell(cell, width) for cell, width in cells])
        return f"<w:tr><w:trPr><w:cantSplit/>{mark}</w:trPr>{inner}</w:tr>"

    def _cell(self, cell: Cell, width: int) -> str:
        paragraph = self._paragraph(cell.id, self._role[cell.role], self._runs(cell.runs))
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph}</w:tc>'


def chart_relation(number: int) -> str:
    """Return the relation of a chart, by its number from 1."""
    return f"rIdChart{number}"


def _kept_together(table: Table) -> tuple[Row, ...]:
    """Return the rows of a table; those of a short one stay on one page, of a long one the last."""
    if not table.together:
        return table.rows
    short = len(table.rows) <= _MOST_ROWS_TOGETHER
    first_kept = 0 if short else len(table.rows) - _LAST_ROWS_TOGETHER
    *firsts, last = table.rows
    return (*firsts[:first_kept], *map(_kept, firsts[first_kept:]), last)


def _kept(row: Row) -> Row:
    """Return a row that stays on the page of the next one."""
    return Row(tuple(replace(cell, role=_KEPT.get(cell.role, cell.role)) for cell in row.cells))
