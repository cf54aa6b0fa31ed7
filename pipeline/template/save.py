"""Saving a workbook with the outcome of its formulas, which openpyxl leaves out.

Mail programs and the Protected View of Excel show what is saved and do not reckon themselves.
"""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.utils.cell import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.cells import saved

_CELL = re.compile(r'<c r="(\w+)"([^>]*)><f>(.*?)</f><v\s*/?>(?:</v>)?</c>', re.DOTALL)
_PART = re.compile(
    r'"(?P<text>(?:[^"]|"")*)"&?'
    r"|COUNTBLANK\((?P<blank>\w+:\w+)\)&?"
    r'|COUNTIF\((?P<within>\w+:\w+),"(?P<value>(?:[^"]|"")*)"\)&?'
)


def template_bytes(workbook: Workbook) -> bytes:
    """Return the file of a workbook that make_template drew."""
    drawn, finished = BytesIO(saved(workbook)), BytesIO()
    sheets = {f"xl/worksheets/sheet{n}.xml": sheet for n, sheet in enumerate(workbook, 1)}
    with ZipFile(drawn) as source, ZipFile(finished, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            if name in sheets:
                part = _with_outcomes(part.decode("utf-8"), sheets[name]).encode("utf-8")
            target.writestr(name, part)
    return finished.getvalue()


def _with_outcomes(xml: str, worksheet: Worksheet) -> str:
    def outcome(match: re.Match[str]) -> str:
        cell, attributes, formula = match.groups()
        value = escape(_reckon(unescape(formula), worksheet))
        return f'<c r="{cell}"{attributes} t="str"><f>{formula}</f><v>{value}</v></c>'

    return _CELL.sub(outcome, xml)


_FILLED = re.compile(r'=?IF\(LEN\(TRIM\((?P<name>\w+)\)\)>0,"(?P<yes>[^"]*)","(?P<no>[^"]*)"\)')


def _reckon(formula: str, worksheet: Worksheet) -> str:
    """Return the outcome of a text with counts in it; counts beside each other are added."""
    if filled := _FILLED.fullmatch(formula):
        return filled["yes"] if _is_filled(filled["name"], worksheet) else filled["no"]
    outcome, total = "", None
    for part in _PART.finditer(formula):
        if part["text"] is None:
            total = (total or 0) + _count(part, worksheet)
            continue
        outcome += ("" if total is None else str(total)) + part["text"].replace('""', '"')
        total = None
    return outcome + ("" if total is None else str(total))


def _is_filled(name: str, worksheet: Worksheet) -> bool:
    workbook = worksheet.parent
    if workbook is None:
        return False
    sheet, reference = next(workbook.defined_names[name].destinations)
    return bool(str(workbook[sheet][reference].value or "").strip())


def _count(part: re.Match[str], worksheet: Worksheet) -> int:
    left, top, right, bottom = range_boundaries(part["blank"] or part["within"])
    rows = worksheet.iter_rows(top, bottom, left, right, values_only=True)
    values = [value for row in rows for value in row]
    if part["blank"]:
        return sum(value in (None, "") for value in values)
    wanted = part["value"].replace('""', '"').casefold()
    return sum(str(value).casefold() == wanted for value in values)
