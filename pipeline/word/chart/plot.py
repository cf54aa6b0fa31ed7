"""The chart part: bars, axes and legend."""

from __future__ import annotations

from pipeline.model import Chart, ChartKind
from pipeline.word.chart.labels import labels_xml
from pipeline.word.chart.layout import layout
from pipeline.word.chart.look import AXIS, LEGEND_SIZE, TEXT_SIZE, paint, shape, text_look
from pipeline.word.chart.series import SHEET, Drawn, Series
from pipeline.word.namespaces import C15, OFFICE, XML, A, C
from pipeline.word.text import xml_text

_GAP = {ChartKind.SINGLE: 55, ChartKind.BESIDE: 25, ChartKind.STACKED: 35}


def chart_part(chart: Chart, drawn: Drawn, width: int, typeface: str) -> str:
    """Return the chart part; `width` is that of the drawing."""
    return (
        f'{XML}<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{OFFICE}">'
        '<c:date1904 val="0"/><c:lang val="nl-NL"/><c:roundedCorners val="0"/>'
        '<c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea>{layout(chart, width, typeface)}"
        f"{_bars(chart, drawn.every, typeface)}{_axes(chart, typeface)}"
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>"
        f"{_legend(chart, typeface)}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{text_look(TEXT_SIZE, typeface)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _bars(chart: Chart, series: tuple[Series, ...], typeface: str) -> str:
    grouping = "stacked" if chart.kind is ChartKind.STACKED else "clustered"
    drawn = "".join([_draw_series(chart, one, at, typeface) for at, one in enumerate(series)])
    return (
        f'<c:barChart><c:barDir val="bar"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>'
        f'{drawn}<c:gapWidth val="{_GAP[chart.kind]}"/><c:overlap val="100"/>'
        '<c:axId val="1"/><c:axId val="2"/></c:barChart>'
    )


def _draw_series(chart: Chart, series: Series, at: int, typeface: str) -> str:
    last = len(chart.bars) + 1
    categories = [bar.label for bar in chart.bars]
    labels = labels_xml(chart, series, at, typeface)
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/><c:tx>{_name(series)}</c:tx>'
        f'{shape(series.look)}<c:invertIfNegative val="0"/>{labels}'
        f"<c:cat>{_texts(f'A$2:$A${last}', categories)}</c:cat>"
        f"<c:val>{_numbers(f'{series.column}$2:${series.column}${last}', series.values)}</c:val>"
        '<c:extLst><c:ext uri="{02D57815-91ED-43cb-92C2-25804820EDAC}" '
        f'xmlns:c15="{C15}"><c15:datalabelsRange>'
        f"<c15:f>{SHEET}!${series.words_column}$2:${series.words_column}${last}</c15:f>"
        f"<c15:dlblRangeCache>{_points(series.words)}</c15:dlblRangeCache>"
        "</c15:datalabelsRange></c:ext></c:extLst></c:ser>"
    )


def _name(series: Series) -> str:
    """Return the name in the legend; that of a stand-in is there and not to be seen."""
    if series.look.fill is None:
        return "<c:v>\u00a0</c:v>"
    return _texts(f"{series.column}$1", (series.name,))


def _texts(cells: str, texts: tuple[str, ...] | list[str]) -> str:
    cache = f"<c:strCache>{_points(texts)}</c:strCache>"
    return f"<c:strRef><c:f>{SHEET}!${cells}</c:f>{cache}</c:strRef>"


def _numbers(cells: str, numbers: tuple[int | None, ...]) -> str:
    cache = f"<c:numCache><c:formatCode>General</c:formatCode>{_points(numbers)}</c:numCache>"
    return f"<c:numRef><c:f>{SHEET}!${cells}</c:f>{cache}</c:numRef>"


def _points(cells: tuple[int | None, ...] | tuple[str, ...] | list[str]) -> str:
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{xml_text(str(cell))}</c:v></c:pt>'
        for at, cell in enumerate(cells)
        if cell not in {None, ""}
    )
    return f'<c:ptCount val="{len(cells)}"/>{points}'


def _axes(chart: Chart, typeface: str) -> str:
    """Return the axis of labels, first one on top, and the hidden axis of values."""
    line = None if chart.kind is ChartKind.STACKED else AXIS
    return (
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'<c:spPr><a:noFill/><a:ln w="9525">{paint(line)}</a:ln></c:spPr>'
        f'{text_look(TEXT_SIZE, typeface)}<c:crossAx val="2"/><c:crosses val="autoZero"/>'
        '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="50"/><c:tickLblSkip val="1"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
        '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{chart.maximum}"/><c:min val="0"/></c:scaling><c:delete val="1"/>'
        '<c:axPos val="t"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        '<c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/>'
        "</c:valAx>"
    )


def _legend(chart: Chart, typeface: str) -> str:
    if chart.kind is ChartKind.SINGLE:
        return ""
    look = text_look(LEGEND_SIZE, typeface)
    return f'<c:legend><c:legendPos val="t"/><c:overlay val="0"/>{look}</c:legend>'
