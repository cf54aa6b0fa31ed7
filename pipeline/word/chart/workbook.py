"""The workbook that "Gegevens bewerken" opens."""

from __future__ import annotations

import io
import zipfile

from pipeline.model import Chart
from pipeline.word.chart.series import SHEET, Drawn, letter
from pipeline.word.namespaces import OFFICE, PACKAGE, SPREADSHEET, XML
from pipeline.word.text import xml_text

_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_WORKBOOK_PARTS = (
    (
        "[Content_Types].xml",
        f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_SHEET_TYPE}.styles+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" '
        f'ContentType="{_SHEET_TYPE}.worksheet+xml"/></Types>',
    ),
    (
        "_rels/.rels",
        f'{XML}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    ),
    (
        "xl/workbook.xml",
        f'{XML}<workbook xmlns="{SPREADSHEET}" xmlns:r="{OFFICE}"><sheets>'
        f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    (
        "xl/_rels/workbook.xml.rels",
        f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.xml"/>'
        "</Relationships>",
    ),
    (
        "xl/styles.xml",
        f'{XML}<styleSheet xmlns="{SPREADSHEET}">'
        '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        "<borders><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
        '</cellStyleXfs><cellXfs count="2">'
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" '
        'quotePrefix="1" applyNumberFormat="1"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        "</styleSheet>",
    ),
)


def workbook_part(chart: Chart, drawn: Drawn) -> bytes:
    """Return the workbook. No time stands in it: the same chart gives the same bytes."""
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in (*_WORKBOOK_PARTS, ("xl/worksheets/sheet1.xml", _sheet(chart, drawn))):
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, part)
    return saved.getvalue()


def _sheet(chart: Chart, drawn: Drawn) -> str:
    rows = "".join([_row(number, cells) for number, cells in enumerate(_grid(chart, drawn), 1)])
    return (
        f'{XML}<worksheet xmlns="{SPREADSHEET}"><cols><col min="1" max="1" width="40" '
        'customWidth="1"/><col min="2" max="16" width="20" customWidth="1"/></cols>'
        f"<sheetData>{rows}</sheetData></worksheet>"
    )


def _grid(chart: Chart, drawn: Drawn) -> list[tuple[int | str | None, ...]]:
    """Return the rows of the sheet: headings, then per bar its label, figures and words."""
    headings = ("", *(one.name for one in drawn.every))
    worded = tuple(f"{one.name} (tekst)" for one in drawn.series)
    columns = [one.values for one in drawn.every]
    labels, words = (bar.label for bar in chart.bars), [one.words for one in drawn.series]
    return [headings + worded, *zip(labels, *columns, *words, strict=True)]


def _row(number: int, cells: tuple[int | str | None, ...]) -> str:
    drawn = "".join([_cell(f"{letter(at)}{number}", cell) for at, cell in enumerate(cells)])
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
