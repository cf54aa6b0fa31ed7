"""Report + style document -> .docx. Dumb: no domain words and no decisions.

The style document is parsed once and kept as bytes. A report is one string of XML put between
those bytes, so that drawing costs little more than writing the zip file; `make bench` measures
it against other ways to do the same.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

from pipeline.model import Report
from pipeline.word.pen import Pen
from pipeline.word.properties import CORE_PART, core_properties
from pipeline.word.style import MAIN_PART, RELATIONS_PART, StyleDocument, open_style

__all__ = ["StyleDocument", "draw", "open_style", "same_report"]


def draw(report: Report, style: StyleDocument, made: datetime) -> bytes:
    """Return the .docx of a report in a style; `made` is the time in its properties."""
    pen = Pen(dict(style.style_ids), style.text_width)
    body = "".join(pen.block(block) for block in report.blocks)
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as package:
        for name, part in style.parts:
            package.writestr(name, part)
        package.writestr(CORE_PART, core_properties(report, made))
        package.writestr(RELATIONS_PART, style.relations + pen.relations() + "</Relationships>")
        package.writestr(MAIN_PART, style.before + body + style.after)
    return saved.getvalue()


def same_report(one: bytes, other: bytes) -> bool:
    """Tell whether two files are the same report in the same style, whenever they were made."""
    return _parts(one) == _parts(other)


def _parts(docx: bytes) -> dict[str, bytes]:
    """Return the parts of a report without the time in its properties."""
    if not zipfile.is_zipfile(io.BytesIO(docx)):
        return {"": docx}
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return {name: package.read(name) for name in package.namelist() if name != CORE_PART}
