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
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr
from zlib import crc32

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE

from pipeline.model import Block, Cell, Heading, Paragraph, Report, Role, Row, Run, Table
from pipeline.properties import PROPERTIES_PART, PROPERTY_NAME

STYLE_OF_ROLE = {
    Role.TITLE: "Title",
    Role.SUBTITLE: "Subtitle",
    Role.FRONT: "QuickScan Voorblad",
    Role.BODY: "Body Text",
    Role.LEAD: "QuickScan Stelling",
    Role.ANSWER: "QuickScan Antwoord",
    Role.LABEL: "QuickScan Tussenkop",
    Role.QUOTE: "Quote",
    Role.NOTE: "QuickScan Toelichting",
    Role.BULLET: "List Bullet",
    Role.SUB_BULLET: "List Bullet 2",
    Role.CELL: "QuickScan Tabeltekst",
    Role.FIGURE: "QuickScan Tabelcijfer",
    Role.SOURCE: "QuickScan Bron",
}
HEADING_STYLES = ("Heading 1", "Heading 2", "Heading 3")
TABLE_STYLE = "QuickScan Tabel"
STRONG = "Strong"
HYPERLINK = "Hyperlink"

_DOCUMENT = "word/document.xml"
_RELATIONS = "word/_rels/document.xml.rels"
_CORE = "docProps/core.xml"
_BODY = re.compile(rb"(.*<w:body>)(.*)(</w:body>.*)", re.DOTALL)
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST_BOOKMARK = 40
_LANGUAGE = "nl-NL"
_CORE_TYPES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_CUSTOM_XML = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    "<Properties "
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" '
    f'name="{PROPERTY_NAME}"><vt:lpwstr>adviesrapport</vt:lpwstr></property></Properties>'
)
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_RELATION = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
)


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
    main = _BODY.fullmatch(parts.pop(_DOCUMENT))
    if main is None:
        raise KeyError(_DOCUMENT)
    relations = parts.pop(_RELATIONS).decode()
    del parts[_CORE]
    return StyleDocument(
        parts=tuple(_marked(parts).items()),
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
    names += [(name, WD_STYLE_TYPE.CHARACTER) for name in (STRONG, HYPERLINK)]
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


def _marked(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Add the document property by which this tool knows its own reports."""
    kind = f'<Override PartName="/{PROPERTIES_PART}" ContentType="{_CUSTOM_TYPE}"/>'
    relation = f'<Relationship Id="rIdMark" Type="{_CUSTOM_RELATION}" Target="{PROPERTIES_PART}"/>'
    added = {
        "[Content_Types].xml": _with_last(parts["[Content_Types].xml"], kind, "</Types>"),
        "_rels/.rels": _with_last(parts["_rels/.rels"], relation, "</Relationships>"),
        PROPERTIES_PART: _CUSTOM_XML.encode(),
    }
    return parts | added


def _with_last(part: bytes, element: str, end: str) -> bytes:
    return part.replace(end.encode(), f"{element}{end}".encode())


def draw(report: Report, style: StyleDocument, made: datetime) -> bytes:
    """Return the .docx of a report in a style; `made` is the time in its properties."""
    pen = _Pen(dict(style.style_ids), style.text_width)
    body = "".join(pen.block(block) for block in report.blocks)
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as package:
        for name, part in style.parts:
            package.writestr(name, part)
        package.writestr(_CORE, _core_properties(report, made))
        package.writestr(_RELATIONS, style.relations + pen.relations() + "</Relationships>")
        package.writestr(_DOCUMENT, style.before + body + style.after)
    return saved.getvalue()


def same_text(one: bytes, other: bytes) -> bool:
    """Tell whether two .docx files hold the same main part and links, whenever they were made."""
    return all(_part(one, name) == _part(other, name) for name in (_DOCUMENT, _RELATIONS))


def _part(docx: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return package.read(name) if name in package.namelist() else b""


def _core_properties(report: Report, made: datetime) -> str:
    moment = made.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<cp:coreProperties {_CORE_TYPES}>"
        f"<dc:title>{_text(report.title)}</dc:title>"
        f"<dc:subject>{_text(report.subject)}</dc:subject>"
        f"<dc:creator>{PROPERTY_NAME}</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        f"<dc:language>{_LANGUAGE}</dc:language>"
        "</cp:coreProperties>"
    )


def bookmark_name(block_id: str) -> str:
    """Return the bookmark that marks a block; the underscore in front hides it in Word."""
    name = "_" + block_id.replace(".", "__").replace("-", "_").replace(" ", "_")
    if len(name) <= _LONGEST_BOOKMARK:
        return name
    return f"{name[: _LONGEST_BOOKMARK - 9]}_{crc32(name.encode()):08x}"


class _Pen:
    """Draws the blocks of one report, and remembers the links that it used."""

    def __init__(self, style_ids: dict[str, str], text_width: int) -> None:
        self._heading = {level: style_ids[name] for level, name in enumerate(HEADING_STYLES, 1)}
        self._role = {role: style_ids[name] for role, name in STYLE_OF_ROLE.items()}
        self._table = style_ids[TABLE_STYLE]
        self._strong = f'<w:rPr><w:rStyle w:val="{style_ids[STRONG]}"/></w:rPr>'
        self._link = f'<w:rPr><w:rStyle w:val="{style_ids[HYPERLINK]}"/></w:rPr>'
        self._text_width = text_width
        self._urls: dict[str, str] = {}
        self._ids = count(1)

    def block(self, block: Block) -> str:
        if isinstance(block, Heading):
            return self._paragraph(block.id, self._heading[block.level], (Run(block.text),))
        if isinstance(block, Paragraph):
            return self._paragraph(block.id, self._role[block.role], block.runs)
        return self._draw_table(block)

    def relations(self) -> str:
        return "".join(
            f'<Relationship Id="{key}" Type="{RELATIONSHIP_TYPE.HYPERLINK}" '
            f'Target={quoteattr(url)} TargetMode="External"/>'
            for url, key in self._urls.items()
        )

    def _paragraph(self, block_id: str, style_id: str, runs: tuple[Run, ...]) -> str:
        number = next(self._ids)
        inner = "".join([self._run(run) for run in runs])
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/></w:pPr>'
            f'<w:bookmarkStart w:id="{number}" w:name="{bookmark_name(block_id)}"/>'
            f'{inner}<w:bookmarkEnd w:id="{number}"/></w:p>'
        )

    def _run(self, run: Run) -> str:
        text = _run_text(run.text)
        if run.anchor:
            target = f'w:anchor="{bookmark_name(run.anchor)}"'
        elif run.url:
            key = self._urls.setdefault(run.url, f"rIdLink{len(self._urls) + 1}")
            target = f'r:id="{key}"'
        else:
            return f"<w:r>{self._strong if run.strong else ''}{text}</w:r>"
        return f'<w:hyperlink {target} w:history="1"><w:r>{self._link}{text}</w:r></w:hyperlink>'

    def _draw_table(self, table: Table) -> str:
        unit = self._text_width / sum(table.widths)
        widths = [round(width * unit) for width in table.widths]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = "".join([self._row(row, widths, "") for row in table.rows])
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._table}"/>'
            '<w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
            f"<w:tblDescription w:val={quoteattr(_clean(table.description))}/>"
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
            f"{self._row(table.header, widths, '<w:tblHeader/>')}{rows}</w:tbl>"
        )

    def _row(self, row: Row, widths: list[int], mark: str) -> str:
        cells = zip(row.cells, widths, strict=True)
        inner = "".join([self._cell(cell, width) for cell, width in cells])
        return f"<w:tr><w:trPr><w:cantSplit/>{mark}</w:trPr>{inner}</w:tr>"

    def _cell(self, cell: Cell, width: int) -> str:
        paragraph = self._paragraph(cell.id, self._role[cell.role], cell.runs)
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph}</w:tc>'


def _clean(text: str) -> str:
    """Leave out what XML can't hold."""
    return _NOT_IN_XML.sub("", text)


def _text(text: str) -> str:
    return escape(_clean(text))


def _run_text(text: str) -> str:
    """Return the XML of text; a line end or tab inside it becomes that of Word."""
    text = _text(text)
    if "\n" not in text and "\t" not in text:
        return f'<w:t xml:space="preserve">{text}</w:t>'
    lines = text.replace("\r", "").split("\n")
    tabbed = (line.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">') for line in lines)
    return "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in tabbed)
