"""Where things stand in a chart, and how high it is."""

from __future__ import annotations

from pipeline.model import Chart, ChartKind
from pipeline.word.chart.look import LABEL_SIZE, OWN_FONT, TEXT_SIZE

TEXT_WIDTH = 9070  # of A4 with margins of 2,5 cm, in twentieths of a point
_CM = 567  # in twentieths of a point
_LINE = {
    ChartKind.SINGLE: 0.49 * _CM,
    ChartKind.BESIDE: 0.24 * _CM,
    ChartKind.STACKED: 0.48 * _CM,
}
_LEGEND = 0.75 * _CM
_EDGE = 0.1 * _CM
_HIGHEST = 21 * _CM
_LETTER = 0.52 * 20  # of the font size: an average letter of Calibri, in twentieths of a point
_CAPITAL = 0.65 * 20
_WIDER = 1.15  # any other font: few are narrower, Verdana is about this much wider


def height(chart: Chart) -> float:
    """Return the height of the drawing in twentieths of a point."""
    return min(len(chart.bars) * _LINE[chart.kind] + _legend_height(chart) + 2 * _EDGE, _HIGHEST)


def _legend_height(chart: Chart) -> float:
    """Return the room for the legend: two lines from four names on, which may not fit on one."""
    if chart.kind is ChartKind.SINGLE:
        return 0
    return _LEGEND if len(chart.series) < 4 else 1.5 * _LEGEND


def layout(chart: Chart, width: int, typeface: str) -> str:
    """Return the place of the bars: room for the longest label before, for words after."""
    high, wider = height(chart), 1 if typeface == OWN_FONT else _WIDER
    longest = max((_text_width(bar.label, TEXT_SIZE) for bar in chart.bars), default=0)
    left = longest * wider + 0.3 * _CM
    start = min(left / width, 0.5)
    end = 1 - min(_room_after(chart) * wider / width, 0.25)
    top = (_legend_height(chart) + _EDGE) / high
    bottom = 1 - _EDGE / high
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
        f'<c:yMode val="edge"/><c:x val="{start:.4f}"/><c:y val="{top:.4f}"/>'
        f'<c:w val="{end - start:.4f}"/><c:h val="{bottom - top:.4f}"/></c:manualLayout></c:layout>'
    )


def _room_after(chart: Chart) -> float:
    """Return the room for words that stand after a bar of full length."""
    if chart.kind is ChartKind.STACKED:
        return _EDGE
    words = [word for bar in chart.bars for word in bar.words]
    return max((_text_width(word, LABEL_SIZE[chart.kind]) for word in words), default=0) + _EDGE


def _text_width(text: str, size: float) -> float:
    """Estimate how wide text is, in twentieths of a point."""
    capitals = sum(letter.isupper() for letter in text)
    return size * (capitals * _CAPITAL + (len(text) - capitals) * _LETTER)
