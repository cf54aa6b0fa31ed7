"""The words at the bars: fields that follow a cell of the workbook."""

from __future__ import annotations

from pipeline.model import Chart
from pipeline.word.chart.look import LABEL_SIZE, Look, font, text_look
from pipeline.word.chart.series import Series
from pipeline.word.namespaces import C15
from pipeline.word.text import xml_text

_NOTHING_ELSE = "".join(
    f'<c:{what} val="0"/>'
    for what in (
        "showLegendKey",
        "showVal",
        "showCatName",
        "showSerName",
        "showPercent",
        "showBubbleSize",
    )
)
_ON_ONE_LINE = (
    '<a:bodyPr wrap="none" lIns="19050" tIns="0" rIns="19050" bIns="0" anchor="ctr">'
    "<a:spAutoFit/></a:bodyPr>"
)


def labels_xml(chart: Chart, series: Series, at: int, typeface: str) -> str:
    """Return the words at the bars of a series."""
    pairs = enumerate(zip(series.values, series.words, strict=True))
    size, ink = LABEL_SIZE[chart.kind], series.look.ink
    written = (
        f"{font('rPr', size, ink, typeface)}<a:pPr>{font('defRPr', size, ink, typeface)}</a:pPr>"
    )
    drawn = [
        _label(place, word, series.look, written, at)
        for place, (value, word) in pairs
        if word and value is not None
    ]
    look = text_look(size, typeface, ink)
    return f"<c:dLbls>{''.join(drawn)}{look}{_NOTHING_ELSE}</c:dLbls>"


def _label(place: int, word: str, look: Look, written: str, series: int) -> str:
    """Return the word at one bar: a field that follows its cell, holding the word already."""
    field = f"{{51534741-0000-4000-8000-{series:04X}{place:08X}}}"
    return (
        f'<c:dLbl><c:idx val="{place}"/><c:tx><c:rich>{_ON_ONE_LINE}<a:lstStyle/><a:p>'
        f'<a:fld id="{field}" type="CELLRANGE">{written}<a:t>{xml_text(word)}</a:t></a:fld>'
        f'</a:p></c:rich></c:tx><c:dLblPos val="{look.place}"/>{_NOTHING_ELSE}'
        f'<c:extLst><c:ext uri="{{CE6537A1-D6FC-4f65-9D91-7224C49458BB}}" xmlns:c15="{C15}">'
        '<c15:showDataLabelsRange val="1"/></c:ext></c:extLst></c:dLbl>'
    )
