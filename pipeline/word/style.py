"""A style document, parsed once and kept as bytes to draw on."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.style import WD_STYLE_TYPE

from pipeline.word.properties import CORE_PART, marked
from pipeline.word.styles import *
from pipeline.word.styles import STYLE_OF_ROLE

MAIN_PART = "word/document.xml"
RELATIONS_PART = "word/_rels/document.xml.rels"
_BODY = re.compile(rb"(.*<w:body>)(.*)(</w:body>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class StyleDocument:
    """A style document ready to draw on: its parts as bytes, the ids of its styles by name.

    `before` and `after` are the main part up to and from where the blocks go; `text_width` is
    in twentieths of a point.
    """

    parts: tuple[tuple[str, bytes], ...]
    before: str
    after: str
    relations: str
    style_ids: tuple[tuple[str, str], ...]
    text_width: int


def open_style(path: Path) -> StyleDocument:
    """Parse a style document. Its body is left out; KeyError names a style that it lacks."""
    document = Document(str(path))
    section = document.sections[-1]
    margins = (section.left_margin or 0) + (section.right_margin or 0)
    style_ids = tuple(_style_ids(document))
    parts = dict(_parts(document))
    parts[MAIN_PART] = (
        parts[MAIN_PART].replace(
            b"<w:document ",
            b'<w:document xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ',
            1,
        )
        if b"xmlns:w14" not in parts[MAIN_PART]
        else parts[MAIN_PART]
    )
    main = _BODY.fullmatch(parts.pop(MAIN_PART))
    if main is None:
        raise KeyError(MAIN_PART)
    relations = parts.pop(RELATIONS_PART).decode()
    del parts[CORE_PART]
    return StyleDocument(
        parts=tuple(marked(parts).items()),
        before=main[1].decode(),
        after=(main[2] + main[3]).decode(),
        relations=relations.replace("</Relationships>", ""),
        style_ids=style_ids,
        text_width=((section.page_width or 0) - margins) // 635,
    )


def _style_ids(document: DocumentObject) -> Iterator[tuple[str, str]]:
    names = [(name, WD_STYLE_TYPE.PARAGRAPH) for name in STYLE_OF_ROLE.values()]
    names += [(name, WD_STYLE_TYPE.PARAGRAPH) for name in HEADING_STYLES]
    names += [(TABLE_STYLE, WD_STYLE_TYPE.TABLE)]
    names += [
        (name, WD_STYLE_TYPE.CHARACTER)
        for name in (STRONG, HYPERLINK, COMMENT_REFERENCE, PLACEHOLDER)
    ]
    names += [(name, WD_STYLE_TYPE.PARAGRAPH) for name in (*TOC_STYLES, TOC_HEADING, COMMENT_TEXT)]
    known = {(style.name, style.type): style.style_id for style in document.styles}
    for name, kind in names:
        yield name, known[name, kind]


def _parts(document: DocumentObject) -> Iterator[tuple[str, bytes]]:
    """Save the document without its body and return its parts."""
    body = document.element.body
    for element in body.xpath("./*[not(self::w:sectPr)]"):
        body.remove(element)
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as package:
        for name in package.namelist():
            yield name, package.read(name)
