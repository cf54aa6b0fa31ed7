"""Report + style document -> .docx. Dumb: no domain words and no decisions.

The style document is parsed once and kept as bytes. A report is one string of XML put between
those bytes, so that drawing costs little more than writing the zip file; `make bench` measures
it against other ways to do the same.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import datetime

from pipeline.model import Report
from pipeline.properties import CORE_PART
from pipeline.word.basis import BASIS_PART, BASIS_TYPES, basis_parts
from pipeline.word.chart import CHART_RELATION, CHART_TYPE, WORKBOOK_TYPE, chart_parts
from pipeline.word.comments import (
    COMMENTS_PART,
    COMMENTS_RELATION,
    COMMENTS_TYPE,
    comments_xml,
)
from pipeline.word.endings import keep, page_marks
from pipeline.word.facts import FACTS_PART, FACTS_RELATION, FACTS_TYPES, facts_parts
from pipeline.word.house import StyleDocument, StyleFindings, inspect_style, open_style
from pipeline.word.house.package import MAIN_PART, RELATIONS_PART, TYPES_PART
from pipeline.word.pen import Pen, chart_relation
from pipeline.word.properties import core_properties
from pipeline.word.reopen import verify
from pipeline.word.styles import COMMENT_REFERENCE, COMMENT_TEXT
from pipeline.word.whose import with_name

__all__ = [
    "StyleDocument",
    "StyleFindings",
    "draw",
    "inspect_style",
    "open_style",
    "verify",
]


def draw(report: Report, style: StyleDocument, made: datetime) -> bytes:
    """Return the .docx of a report in a style; `made` is the time in its properties."""
    pen = Pen(dict(style.style_ids), style.text_width, style.table_indent)
    pairs = zip(report.blocks, page_marks(report.blocks), strict=True)
    body = "".join([keep(pen.block(block), marks) for block, marks in pairs])
    main = f"{style.before}{body}{style.after}"
    relations = f"{style.relations}{_relations(pen)}</Relationships>"
    added = dict(_added_parts(pen, style)) | facts_parts(report.facts)
    written = [(MAIN_PART, main), (RELATIONS_PART, relations), *_readable(added)]
    added |= basis_parts(report, style.mark, style.style_ids, written)
    parts = dict(style.parts)
    parts |= with_name(parts, report.subject) | added
    parts[TYPES_PART] = _with_types(parts[TYPES_PART], added)
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as package:
        for name, part in parts.items():
            package.writestr(name, part)
        package.writestr(CORE_PART, core_properties(report, made))
        package.writestr(RELATIONS_PART, relations)
        package.writestr(MAIN_PART, main)
    return saved.getvalue()


def _readable(parts: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield the parts that an update reads: comments and charts."""
    for name, part in parts.items():
        if name == COMMENTS_PART or re.fullmatch(r"word/charts/chart\d+\.xml", name):
            yield name, part.decode()


def _added_parts(pen: Pen, style: StyleDocument) -> Iterator[tuple[str, bytes]]:
    """Yield the parts that this report needs beside its text: comments and charts."""
    ids = dict(style.style_ids)
    if pen.notes:
        notes = comments_xml(tuple(pen.notes), ids[COMMENT_TEXT], ids[COMMENT_REFERENCE])
        yield COMMENTS_PART, notes.encode()
    for number, chart in enumerate(pen.charts, 1):
        yield from chart_parts(chart, number, style.text_width, style.accent, style.font)


def _with_types(types: bytes, added: dict[str, bytes]) -> bytes:
    kinds = "".join(_content_type(name) for name in added)
    if kinds and b'Extension="xlsx"' not in types:
        kinds = f'<Default Extension="xlsx" ContentType="{WORKBOOK_TYPE}"/>{kinds}'
    return types.replace(b"</Types>", f"{kinds}</Types>".encode())


def _content_type(name: str) -> str:
    if name.startswith("word/charts/chart"):
        kind = CHART_TYPE
    else:
        kind = ({COMMENTS_PART: COMMENTS_TYPE} | FACTS_TYPES | BASIS_TYPES).get(name, "")
    return f'<Override PartName="/{name}" ContentType="{kind}"/>' if kind else ""


def _relations(pen: Pen) -> str:
    relations = pen.relations() + _relation("rIdFacts", FACTS_RELATION, f"../{FACTS_PART}")
    relations += _relation("rIdBasis", FACTS_RELATION, f"../{BASIS_PART}")
    if pen.notes:
        relations += _relation("rIdComments", COMMENTS_RELATION, "comments.xml")
    for number in range(1, len(pen.charts) + 1):
        target = f"charts/chart{number}.xml"
        relations += _relation(chart_relation(number), CHART_RELATION, target)
    return relations


def _relation(key: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>'
