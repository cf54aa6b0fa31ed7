"""The chart of the sheet De ronde: a stacked bar per stelling, to be edited in Excel."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from openpyxl.chart import BarChart
from openpyxl.chart.data_source import (
    AxDataSource,
    NumData,
    NumDataSource,
    NumRef,
    NumVal,
    StrData,
    StrRef,
    StrVal,
)
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.series import Series as Bars
from openpyxl.chart.series import SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import (
    CharacterProperties,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
)
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.overview import look
from pipeline.overview.values import Counts

_NAMES, _FIRST_ANSWER = 2, 3  # columns
_WIDTH, _ROW_HEIGHT, _AROUND = 24, 0.62, 3.2  # centimetres
_TEXT, _SMALL = 900, 800  # hundredths of a point
_NO_ZEROS = "0;;;"
_DRAWING = "xl/drawings/drawing1.xml"
_CHART = "xl/charts/chart1.xml"
_NAME = 'name="Chart 1"'
_FORMAT = f'<numFmt formatCode="{_NO_ZEROS}"'


def add_chart(sheet: Worksheet, counts: Counts) -> None:
    """Put the chart beside the table; none where there is no table."""
    if not counts.table.rows:
        return
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "stacked", 100, 35
    columns = len(counts.table.header)
    for column in range(_FIRST_ANSWER, columns + 1):
        chart.series.append(_series(sheet, counts, column))
    _set_axes(chart, _teams(counts))
    chart.title = _title(counts.chart_title)
    chart.legend.position = "b"
    chart.width, chart.height = _WIDTH, _AROUND + _ROW_HEIGHT * len(counts.table.rows)
    sheet.add_chart(chart, f"{get_column_letter(columns + 2)}1")


def described(parts: dict[str, bytes], counts: Counts) -> dict[str, bytes]:
    """Give the chart its description, for who can't see it, and labels a format of their own."""
    if _DRAWING not in parts:
        return parts
    told = f"name={quoteattr(counts.chart_title)} descr={quoteattr(counts.description)}"
    drawing = parts[_DRAWING].decode("utf-8").replace(_NAME, told)
    chart = parts[_CHART].decode("utf-8").replace(_FORMAT, f'{_FORMAT} sourceLinked="0"')
    return parts | {_DRAWING: drawing.encode("utf-8"), _CHART: chart.encode("utf-8")}


def _series(sheet: Worksheet, counts: Counts, column: int) -> Bars:
    """Return one answer over all stellingen, with its values stored for who does not reckon."""
    rows = counts.table.rows
    colour = look.SERIES[(column - _FIRST_ANSWER) % len(look.SERIES)]
    names = [str(row[_NAMES - 1]) for row in rows]
    figures = [NumVal(idx=place, v=row[column - 1]) for place, row in enumerate(rows)]
    title = _strings(sheet, column, 1, [counts.table.header[column - 1]])
    series = Bars(
        idx=column - _FIRST_ANSWER,
        order=column - _FIRST_ANSWER,
        tx=SeriesLabel(strRef=title),
        cat=AxDataSource(strRef=_strings(sheet, _NAMES, 2, names)),
        val=NumDataSource(
            numRef=NumRef(
                f=_place(sheet, column, 2, len(rows)),
                numCache=NumData(formatCode="General", pt=figures),
            )
        ),
    )
    line = look.EDGE if colour == look.SERIES[-1] else "FFFFFF"
    series.graphicalProperties = GraphicalProperties(solidFill=colour)
    series.graphicalProperties.line = LineProperties(solidFill=line, w=9525)
    series.dLbls = _labels("FFFFFF" if colour in look.DARK_SERIES else "1F1F1F")
    return series


def _strings(sheet: Worksheet, column: int, first: int, texts: list[str]) -> StrRef:
    points = [StrVal(idx=place, v=text) for place, text in enumerate(texts)]
    cache = StrData(ptCount=len(points), pt=points)
    return StrRef(f=_place(sheet, column, first, len(texts)), strCache=cache)


def _place(sheet: Worksheet, column: int, first: int, count: int) -> str:
    letter = get_column_letter(column)
    return f"{quote_sheetname(sheet.title)}!${letter}${first}:${letter}${first + count - 1}"


def _labels(ink: str) -> DataLabelList:
    labels = DataLabelList(numFmt=_NO_ZEROS, showVal=True, dLblPos="ctr")
    labels.showSerName = labels.showCatName = labels.showLegendKey = labels.showPercent = False
    labels.txPr = _text(_SMALL, ink)
    return labels


def _teams(counts: Counts) -> int:
    """Return how many answers each stelling has: as long as the longest bar."""
    return sum(value for value in counts.table.rows[0][_NAMES:] if isinstance(value, int))


def _title(text: str) -> Title:
    looks = ParagraphProperties(defRPr=_letters(1200, strong=True))
    paragraph = Paragraph(pPr=looks, r=[RegularTextRun(t=text)])
    return Title(tx=Text(rich=RichText(p=[paragraph])), overlay=False)


def _set_axes(chart: BarChart, teams: int) -> None:
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.txPr = chart.y_axis.txPr = _text(_TEXT, "404040")
    chart.x_axis.noMultiLvlLbl = True
    chart.y_axis.majorGridlines = None
    chart.y_axis.scaling.max = teams
    chart.y_axis.delete = True


def _text(size: int, colour: str) -> RichText:
    letters = ParagraphProperties(defRPr=_letters(size, colour))
    return RichText(p=[Paragraph(pPr=letters, endParaRPr=CharacterProperties())])


def _letters(size: int, colour: str = "1F2933", *, strong: bool = False) -> CharacterProperties:
    return CharacterProperties(sz=size, b=strong, solidFill=colour)
