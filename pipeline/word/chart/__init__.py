"""A chart as Word has it: drawing, chart part, and the workbook that "Gegevens bewerken" opens.

What is drawn must not hang on the program that draws it: every figure and word is cached in the
chart part, colours are literal, and all labels are kept. A word beside a bar is text from the
workbook (Value From Cells), so whoever changes a figure there can change the word on the same row.

A value of None is an empty cell. Its word needs a point to stand at: a series of zeros without
fill and without name, a stand-in, which draws nothing else. For that all series lie over each
other, and bars beside each other are lines of their own: a stand-in that has to share a cluster,
or an axis of its own, comes out elsewhere in LibreOffice than in Word. For the same reason no
entry of the legend is deleted: they do not count the entries of horizontal bars alike.

Direct strings: openpyxl takes more time for the workbook than all of this does.
"""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from pipeline.model import Chart
from pipeline.word.chart.layout import TEXT_WIDTH, height
from pipeline.word.chart.look import OWN_FONT
from pipeline.word.chart.palette import OWN_ACCENT, palette
from pipeline.word.chart.plot import chart_part
from pipeline.word.chart.series import all_series, as_drawn
from pipeline.word.chart.workbook import workbook_part
from pipeline.word.namespaces import OFFICE, PACKAGE, WP, XML, A, C
from pipeline.word.text import clean

__all__ = ["CHART_RELATION", "CHART_TYPE", "WORKBOOK_TYPE", "chart_parts", "drawing_xml"]


CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CHART_RELATION = f"{OFFICE}/chart"
_EMU = 635  # in a twentieth of a point
_FIRST_DRAWING = 9000  # beyond the ids of pictures in the header of a style document


def chart_parts(
    chart: Chart,
    number: int,
    width: int = TEXT_WIDTH,
    accent: str = OWN_ACCENT,
    typeface: str = OWN_FONT,
) -> tuple[tuple[str, bytes], ...]:
    """Return the parts of a chart by name, in a colour and font; `width` is of the drawing."""
    chart = as_drawn(chart)
    drawn = all_series(chart, palette(accent))
    workbook = f"embeddings/Microsoft_Excel_Worksheet{number}.xlsx"
    relation = (
        f'{XML}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/package" Target="../{workbook}"/></Relationships>'
    )
    return (
        (f"word/charts/chart{number}.xml", chart_part(chart, drawn, width, typeface).encode()),
        (f"word/charts/_rels/chart{number}.xml.rels", relation.encode()),
        (f"word/{workbook}", workbook_part(chart, drawn)),
    )


def drawing_xml(chart: Chart, number: int, relation_id: str, width: int) -> str:
    """Return the run that shows a chart; `width` is in twentieths of a point."""
    told = quoteattr(" ".join(clean(chart.description).split()))
    return (
        '<w:r><w:rPr><w:noProof/></w:rPr><w:drawing><wp:inline distT="0" distB="0" distL="0" '
        f'distR="0" xmlns:wp="{WP}"><wp:extent cx="{width * _EMU}" '
        f'cy="{round(height(as_drawn(chart))) * _EMU}"/><wp:docPr id="{_FIRST_DRAWING + number}" '
        f'name="Grafiek {number}" descr={told} title={told}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{C}"><c:chart xmlns:c="{C}" '
        f'xmlns:r="{OFFICE}" r:id="{relation_id}"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
