"""A chart as Word has it: drawing, chart part, and the workbook that "Gegevens bewerken" opens.

What is drawn must not hang on the program that draws it: every figure and word is cached in the
chart part, colours are literal, and all labels are kept. A word beside a bar is text from the
workbook (Value From Cells), so whoever changes a figure there changes the word next to it. A
value of None is an empty cell. Its word needs a point to stand at: a series of zeros without
fill, a stand-in, draws nothing else. Beside each other, stand-ins have axes of their own, so
that they take no room from the bars and still lie exactly over them.

Direct strings: openpyxl takes more time for the workbook than all of this does.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from pipeline.model import Bar, Chart, ChartKind
from pipeline.word.text import clean, xml_text

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CHART_RELATION = f"{_RELATIONS}/chart"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_C15 = "http://schemas.microsoft.com/office/drawing/2012/chart"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SHEET = "Grafiek"

TEXT_WIDTH = 9070  # of A4 with margins of 2,5 cm, in twentieths of a point
_EMU = 635  # in a twentieth of a point
_CM = 567  # in twentieths of a point
_LINE = 0.61 * _CM
_LEGEND = 0.75 * _CM
_EDGE = 0.1 * _CM
_HIGHEST = 21 * _CM
_LETTER = 0.52 * 20  # of the font size: an average letter of Calibri, in twentieths of a point
_CAPITAL = 0.65 * 20

_TEXT = "404040"
_AXIS = "A6A6A6"
_TEXT_SIZE = 9
_LABEL_SIZE = {ChartKind.SINGLE: 9, ChartKind.BESIDE: 7.5, ChartKind.STACKED: 8}
_GAP = {ChartKind.SINGLE: 55, ChartKind.BESIDE: 25, ChartKind.STACKED: 35}
_FIRST_DRAWING = 9000  # beyond the ids of pictures in the header of a style document


@dataclass(frozen=True, slots=True)
class _Look:
    """Fill and outline of bars, the colour of the words at them, and where these stand."""

    fill: str | None
    line: str | None
    ink: str
    place: str


@dataclass(frozen=True, slots=True)
class _Series:
    """One series: its heading, a figure per bar, and the words at those that are drawn."""

    name: str
    values: tuple[int | None, ...]
    words: tuple[str, ...]
    column: str
    words_column: str
    look: _Look


_BARS = (_Look("0B4F5C", None, _TEXT, "outEnd"), _Look("D3E4E7", "0B4F5C", _TEXT, "outEnd"))
_PIECES = (
    _Look("D3E8EB", "FFFFFF", "1F1F1F", "ctr"),
    _Look("88BBC4", "FFFFFF", "1F1F1F", "ctr"),
    _Look("3A7F8B", "FFFFFF", "FFFFFF", "ctr"),
    _Look("0B4F5C", "FFFFFF", "FFFFFF", "ctr"),
    _Look("F2F2F2", "7F7F7F", "1F1F1F", "ctr"),
)
_STAND_IN = _Look(None, None, "595959", "outEnd")
_STAND_IN_AFTER = _Look(None, None, "595959", "inBase")


def chart_parts(
    chart: Chart, number: int, width: int = TEXT_WIDTH
) -> tuple[tuple[str, bytes], ...]:
    """Return the parts of a chart by name; `width` is that of the drawing."""
    workbook = f"embeddings/Microsoft_Excel_Worksheet{number}.xlsx"
    relation = (
        f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_RELATIONS}/package" Target="../{workbook}"/></Relationships>'
    )
    return (
        (f"word/charts/chart{number}.xml", _chart_part(chart, width).encode()),
        (f"word/charts/_rels/chart{number}.xml.rels", relation.encode()),
        (f"word/{workbook}", _workbook(chart)),
    )


def drawing_xml(chart: Chart, number: int, relation_id: str, width: int) -> str:
    """Return the run that shows a chart; `width` is in twentieths of a point."""
    told = quoteattr(" ".join(clean(chart.description).split()))
    return (
        '<w:r><w:rPr><w:noProof/></w:rPr><w:drawing><wp:inline distT="0" distB="0" distL="0" '
        f'distR="0" xmlns:wp="{_WP}"><wp:extent cx="{width * _EMU}" '
        f'cy="{round(_height(chart, width)) * _EMU}"/><wp:docPr id="{_FIRST_DRAWING + number}" '
        f'name="Grafiek {number}" descr={told} title={told}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_C}"><c:chart xmlns:c="{_C}" '
        f'xmlns:r="{_RELATIONS}" r:id="{relation_id}"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


# The series, and the columns of the sheet that hold them


def _all_series(chart: Chart) -> tuple[tuple[_Series, ...], tuple[_Series, ...]]:
    """Return the series and the stand-ins. Column A holds the labels, the words come last."""
    needed = _stand_ins_needed(chart)
    first_words = 1 + len(chart.series) + len(needed)
    series = tuple(
        _Series(name, _values(chart, at), _words(chart, at), _letter(1 + at),
                _letter(first_words + at), _look(chart, at))
        for at, name in enumerate(chart.series)
    )  # fmt: skip
    look = _STAND_IN_AFTER if chart.kind is ChartKind.STACKED else _STAND_IN
    stand_ins = tuple(
        _Series(f"{series[at].name} (zonder waarde)", _zeros(series[at]), series[at].words,
                _letter(1 + len(series) + place), series[at].words_column, look)
        for place, at in enumerate(needed)
    )  # fmt: skip
    return series, stand_ins


def _stand_ins_needed(chart: Chart) -> tuple[int, ...]:
    """Return which series have a word without a value; beside each other, all or none."""
    every = range(len(chart.series))
    lacking = tuple(at for at in every if any(_is_word_alone(bar, at) for bar in chart.bars))
    return tuple(every) if lacking and chart.kind is ChartKind.BESIDE else lacking


def _is_word_alone(bar: Bar, at: int) -> bool:
    return at < len(bar.values) and bar.values[at] is None and bool(bar.words[at])


def _values(chart: Chart, at: int) -> tuple[int | None, ...]:
    return tuple(bar.values[at] if bar.values else None for bar in chart.bars)


def _words(chart: Chart, at: int) -> tuple[str, ...]:
    return tuple(clean(bar.words[at]) if bar.values else "" for bar in chart.bars)


def _zeros(series: _Series) -> tuple[int | None, ...]:
    pairs = zip(series.values, series.words, strict=True)
    return tuple(0 if value is None and word else None for value, word in pairs)


def _look(chart: Chart, at: int) -> _Look:
    return _PIECES[at] if chart.kind is ChartKind.STACKED else _BARS[at]


def _letter(column: int) -> str:
    return chr(ord("A") + column)


# The chart part


def _chart_part(chart: Chart, width: int) -> str:
    series, stand_ins = _all_series(chart)
    return (
        f'{_XML}<c:chartSpace xmlns:c="{_C}" xmlns:a="{_A}" xmlns:r="{_RELATIONS}">'
        '<c:date1904 val="0"/><c:lang val="nl-NL"/><c:roundedCorners val="0"/>'
        '<c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea>{_layout(chart, width)}{_plots(chart, series, stand_ins)}"
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>"
        f"{_legend(chart, width, len(series), len(stand_ins))}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{_text_look(_TEXT_SIZE)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _plots(chart: Chart, series: tuple[_Series, ...], stand_ins: tuple[_Series, ...]) -> str:
    """Return the bars and their axes; stand-ins beside each other get axes of their own."""
    if chart.kind is not ChartKind.BESIDE:
        return _bars(chart, series + stand_ins, 0, 1) + _axes(chart, 1, hidden=False)
    bars, axes = _bars(chart, series, 0, 1), _axes(chart, 1, hidden=False)
    if not stand_ins:
        return bars + axes
    return bars + _bars(chart, stand_ins, len(series), 3) + axes + _axes(chart, 3, hidden=True)


def _bars(chart: Chart, series: tuple[_Series, ...], first: int, axis: int) -> str:
    grouping = "stacked" if chart.kind is ChartKind.STACKED else "clustered"
    overlap = 0 if chart.kind is ChartKind.BESIDE else 100
    drawn = "".join([_draw_series(chart, one, at) for at, one in enumerate(series, first)])
    return (
        f'<c:barChart><c:barDir val="bar"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>'
        f'{drawn}<c:gapWidth val="{_GAP[chart.kind]}"/><c:overlap val="{overlap}"/>'
        f'<c:axId val="{axis}"/><c:axId val="{axis + 1}"/></c:barChart>'
    )


def _draw_series(chart: Chart, series: _Series, at: int) -> str:
    last = len(chart.bars) + 1
    name, labels = _texts(f"{series.column}$1", (series.name,)), [bar.label for bar in chart.bars]
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/><c:tx>{name}</c:tx>'
        f'{_shape(series.look)}<c:invertIfNegative val="0"/>{_labels(chart, series, at)}'
        f"<c:cat>{_texts(f'A$2:$A${last}', labels)}</c:cat>"
        f"<c:val>{_numbers(f'{series.column}$2:${series.column}${last}', series.values)}</c:val>"
        '<c:extLst><c:ext uri="{02D57815-91ED-43cb-92C2-25804820EDAC}" '
        f'xmlns:c15="{_C15}"><c15:datalabelsRange>'
        f"<c15:f>{_SHEET}!${series.words_column}$2:${series.words_column}${last}</c15:f>"
        f"<c15:dlblRangeCache>{_points(series.words)}</c15:dlblRangeCache>"
        "</c15:datalabelsRange></c:ext></c:extLst></c:ser>"
    )


def _texts(cells: str, texts: tuple[str, ...] | list[str]) -> str:
    cache = f"<c:strCache>{_points(texts)}</c:strCache>"
    return f"<c:strRef><c:f>{_SHEET}!${cells}</c:f>{cache}</c:strRef>"


def _numbers(cells: str, numbers: tuple[int | None, ...]) -> str:
    cache = f"<c:numCache><c:formatCode>General</c:formatCode>{_points(numbers)}</c:numCache>"
    return f"<c:numRef><c:f>{_SHEET}!${cells}</c:f>{cache}</c:numRef>"


def _points(cells: tuple[int | None, ...] | tuple[str, ...] | list[str]) -> str:
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{xml_text(str(cell))}</c:v></c:pt>'
        for at, cell in enumerate(cells)
        if cell not in {None, ""}
    )
    return f'<c:ptCount val="{len(cells)}"/>{points}'


def _shape(look: _Look) -> str:
    line = f'<a:ln w="9525">{_paint(look.line)}</a:ln>'
    return f"<c:spPr>{_paint(look.fill)}{line}</c:spPr>"


def _paint(colour: str | None) -> str:
    if colour is None:
        return "<a:noFill/>"
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


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


def _labels(chart: Chart, series: _Series, at: int) -> str:
    """Return the words at the bars of a series; a piece of 0 is not there and has none."""
    stacked = chart.kind is ChartKind.STACKED and series.look is not _STAND_IN_AFTER
    pairs = enumerate(zip(series.values, series.words, strict=True))
    size = _LABEL_SIZE[chart.kind]
    drawn = [
        _label(place, word, series.look, size, at)
        for place, (value, word) in pairs
        if word and value is not None and not (stacked and value == 0)
    ]
    return f"<c:dLbls>{''.join(drawn)}{_NOTHING_ELSE}</c:dLbls>"


def _label(place: int, word: str, look: _Look, size: float, series: int) -> str:
    """Return the word at one bar: a field that follows its cell, holding the word already."""
    field = f"{{51534741-0000-4000-8000-{series:04X}{place:08X}}}"
    return (
        f'<c:dLbl><c:idx val="{place}"/><c:tx><c:rich>{_ON_ONE_LINE}<a:lstStyle/><a:p>'
        f'<a:fld id="{field}" type="CELLRANGE">{_letters("rPr", size, look.ink)}<a:pPr>'
        f"{_letters('defRPr', size, look.ink)}</a:pPr><a:t>{xml_text(word)}</a:t></a:fld>"
        f'</a:p></c:rich></c:tx><c:dLblPos val="{look.place}"/>{_NOTHING_ELSE}'
        f'<c:extLst><c:ext uri="{{CE6537A1-D6FC-4f65-9D91-7224C49458BB}}" xmlns:c15="{_C15}">'
        '<c15:dlblFieldTable/><c15:showDataLabelsRange val="1"/></c:ext></c:extLst></c:dLbl>'
    )


_ON_ONE_LINE = (
    '<a:bodyPr wrap="none" lIns="19050" tIns="0" rIns="19050" bIns="0" anchor="ctr">'
    "<a:spAutoFit/></a:bodyPr>"
)


def _letters(element: str, size: float, colour: str) -> str:
    language = ' lang="nl-NL"' if element == "rPr" else ""
    return (
        f'<a:{element}{language} sz="{round(size * 100)}" b="0">{_paint(colour)}'
        f'<a:latin typeface="Calibri"/></a:{element}>'
    )


def _text_look(size: float) -> str:
    return (
        f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{_letters('defRPr', size, _TEXT)}</a:pPr>"
        '<a:endParaRPr lang="nl-NL"/></a:p></c:txPr>'
    )


def _axes(chart: Chart, axis: int, *, hidden: bool) -> str:
    """Return the axis of labels, first one on top, and the hidden axis of values."""
    crosses = "max" if hidden else "autoZero"
    return (
        f'<c:catAx><c:axId val="{axis}"/><c:scaling><c:orientation val="maxMin"/></c:scaling>'
        f'<c:delete val="{hidden:d}"/><c:axPos val="l"/><c:numFmt formatCode="General" '
        'sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        '<c:tickLblPos val="low"/><c:spPr><a:noFill/>'
        f'<a:ln w="9525">{_paint(_AXIS)}</a:ln></c:spPr>{_text_look(_TEXT_SIZE)}'
        f'<c:crossAx val="{axis + 1}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="50"/><c:tickLblSkip val="1"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="{axis + 1}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{chart.maximum}"/><c:min val="0"/></c:scaling><c:delete val="1"/>'
        '<c:axPos val="t"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        f'<c:crossAx val="{axis}"/><c:crosses val="{crosses}"/><c:crossBetween val="between"/>'
        "</c:valAx>"
    )


# Where things stand


def _height(chart: Chart, width: int) -> float:
    """Return the height of the drawing in twentieths of a point."""
    return min(len(chart.bars) * _LINE + _legend_height(chart, width) + 2 * _EDGE, _HIGHEST)


def _legend_height(chart: Chart, width: int) -> float:
    """Return the height that the legend needs: one line, or two where the names are long."""
    if chart.kind is ChartKind.SINGLE:
        return 0
    needed = sum(_text_width(name, _TEXT_SIZE) + _CM for name in chart.series)
    return _LEGEND if needed <= width else 2 * _LEGEND


def _layout(chart: Chart, width: int) -> str:
    """Return the place of the bars: room for the longest label before, for words after."""
    height = _height(chart, width)
    left = max((_text_width(bar.label, _TEXT_SIZE) for bar in chart.bars), default=0) + 0.3 * _CM
    start = min(left / width, 0.5)
    end = 1 - min(_room_after(chart) / width, 0.25)
    top = (_legend_height(chart, width) + _EDGE) / height
    return _manual(start, top, end - start, 1 - top - _EDGE / height, "inner")


def _room_after(chart: Chart) -> float:
    """Return the room for words that stand after a bar of full length."""
    if chart.kind is ChartKind.STACKED:
        return _EDGE
    words = [word for bar in chart.bars for word in bar.words]
    return max((_text_width(word, _LABEL_SIZE[chart.kind]) for word in words), default=0) + _EDGE


def _text_width(text: str, size: float) -> float:
    """Estimate how wide text is, in twentieths of a point."""
    capitals = sum(letter.isupper() for letter in text)
    return size * (capitals * _CAPITAL + (len(text) - capitals) * _LETTER)


def _manual(x: float, y: float, width: float, height: float, target: str = "") -> str:
    inner = f'<c:layoutTarget val="{target}"/>' if target else ""
    return (
        f'<c:layout><c:manualLayout>{inner}<c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x:.4f}"/><c:y val="{y:.4f}"/><c:w val="{width:.4f}"/>'
        f'<c:h val="{height:.4f}"/></c:manualLayout></c:layout>'
    )


def _legend(chart: Chart, width: int, shown: int, hidden: int) -> str:
    """Return the legend above the bars, without the stand-ins."""
    if chart.kind is ChartKind.SINGLE:
        return ""
    left_out = "".join(
        f'<c:legendEntry><c:idx val="{at}"/><c:delete val="1"/></c:legendEntry>'
        for at in range(shown, shown + hidden)
    )
    place = _manual(0, 0, 1, _legend_height(chart, width) / _height(chart, width))
    return (
        f'<c:legend><c:legendPos val="t"/>{left_out}{place}<c:overlay val="0"/>'
        f"{_text_look(_TEXT_SIZE)}</c:legend>"
    )


# The workbook

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_WORKBOOK_PARTS = (
    (
        "[Content_Types].xml",
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_SHEET_TYPE}.styles+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" '
        f'ContentType="{_SHEET_TYPE}.worksheet+xml"/></Types>',
    ),
    (
        "_rels/.rels",
        f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    ),
    (
        "xl/workbook.xml",
        f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>'
        f'<sheet name="{_SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    (
        "xl/_rels/workbook.xml.rels",
        f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_RELATIONS}/styles" Target="styles.xml"/>'
        "</Relationships>",
    ),
    (
        "xl/styles.xml",
        f'{_XML}<styleSheet xmlns="{_MAIN}">'
        '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        "<borders><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
        '</cellStyleXfs><cellXfs count="2">'
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" '
        'quotePrefix="1" applyNumberFormat="1"/></cellXfs></styleSheet>',
    ),
)


def _workbook(chart: Chart) -> bytes:
    """Return the workbook. No time stands in it: the same chart gives the same bytes."""
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in (*_WORKBOOK_PARTS, ("xl/worksheets/sheet1.xml", _sheet(chart))):
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, part)
    return saved.getvalue()


def _sheet(chart: Chart) -> str:
    rows = "".join([_row(number, cells) for number, cells in enumerate(_grid(chart), 1)])
    return (
        f'{_XML}<worksheet xmlns="{_MAIN}"><cols><col min="1" max="1" width="40" '
        'customWidth="1"/><col min="2" max="16" width="20" customWidth="1"/></cols>'
        f"<sheetData>{rows}</sheetData></worksheet>"
    )


def _grid(chart: Chart) -> list[tuple[int | str | None, ...]]:
    """Return the rows of the sheet: headings, then per bar its label, figures and words."""
    series, stand_ins = _all_series(chart)
    headings = ("", *(one.name for one in series + stand_ins))
    worded = tuple(f"{one.name} (tekst)" for one in series)
    columns = [one.values for one in series + stand_ins]
    labels, words = (bar.label for bar in chart.bars), [one.words for one in series]
    return [headings + worded, *zip(labels, *columns, *words, strict=True)]


def _row(number: int, cells: tuple[int | str | None, ...]) -> str:
    drawn = "".join([_cell(f"{_letter(at)}{number}", cell) for at, cell in enumerate(cells)])
    return f'<row r="{number}">{drawn}</row>'


def _cell(place: str, cell: int | str | None) -> str:
    """Return a cell; text is stored as text, and stays so when somebody edits it."""
    if cell is None or cell == "":
        return ""
    if isinstance(cell, int):
        return f'<c r="{place}"><v>{cell}</v></c>'
    text = f'<t xml:space="preserve">{xml_text(cell)}</t>'
    mark = ' s="1"' if cell.startswith(("=", "+", "-", "@")) else ""
    return f'<c r="{place}"{mark} t="inlineStr"><is>{text}</is></c>'
