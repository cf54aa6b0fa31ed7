"""What is told about a report and not in it: properties, language and settings of the file.

A report has a title and a language, no person's name, and the mark of this tool. Of the settings
of a style document only those stay that change how pages look.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from datetime import UTC, datetime

from lxml import etree

from pipeline.model import Report
from pipeline.properties import PROPERTIES_PART, PROPERTY_NAME
from pipeline.word.styles import W, w, words
from pipeline.word.text import xml_text

CORE_PART = "docProps/core.xml"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
CORE_RELATION = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)
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


def core_properties(report: Report, made: datetime) -> str:
    """Return the core properties of a report that is `made` at a time."""
    moment = made.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<cp:coreProperties {_CORE_TYPES}>"
        f"<dc:title>{xml_text(report.title)}</dc:title>"
        f"<dc:subject>{xml_text(report.subject)}</dc:subject>"
        f"<dc:creator>{PROPERTY_NAME}</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        f"<dc:language>{_LANGUAGE}</dc:language>"
        "</cp:coreProperties>"
    )


def marked(parts: dict[str, bytes]) -> dict[str, bytes]:
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


# Settings

# In the order in which Word wants them.
_SETTINGS_THAT_STAY = words("""embedTrueTypeFonts embedSystemFonts saveSubsetFonts mirrorMargins
    alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop
    defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps
    evenAndOddHeaders drawingGridHorizontalSpacing drawingGridVerticalSpacing
    displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery
    doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin
    characterSpacingControl compat themeFontLang clrSchemeMapping decimalSymbol
    listSeparator""")


def report_settings(settings: etree._Element) -> etree._Element:
    """Return the settings of a report in a style: what changes its look, in Dutch."""
    root = etree.Element(w("settings"), nsmap={"w": W})
    for name in _SETTINGS_THAT_STAY:
        found = settings.find(w(name))
        if name == "themeFontLang":
            root.append(_theme_language(found))
        elif found is not None:
            root.append(deepcopy(found))
    etree.cleanup_namespaces(root)
    return root


def _theme_language(found: etree._Element | None) -> etree._Element:
    """Return the language of the fonts of the theme, with those of Asia as they were."""
    language = etree.Element(w("themeFontLang")) if found is None else deepcopy(found)
    language.set(w("val"), _LANGUAGE)
    return language


# Traces of the people who made the style document

_DROPPED = {
    w(name)
    for name in words("""bookmarkStart bookmarkEnd permStart permEnd proofErr commentRangeStart
    commentRangeEnd commentReference dataBinding placeholder control movie objectEmbed objectLink
    rsid id""")
} | {
    "{http://schemas.microsoft.com/office/word/2012/wordml}dataBinding",
    "{urn:schemas-microsoft-com:office:office}OLEObject",
}
_UNWRAPPED = {w("ins"), w("moveTo")}
_PARAGRAPH_ID = (
    "{http://schemas.microsoft.com/office/word/2010/wordml}paraId",
    "{http://schemas.microsoft.com/office/word/2010/wordml}textId",
)
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PERSONAL_FIELDS = words("""AUTHOR LASTSAVEDBY USERNAME USERINITIALS USERADDRESS TITLE SUBJECT
    KEYWORDS COMMENTS FILENAME TEMPLATE INFO DOCPROPERTY DOCVARIABLE SAVEDATE CREATEDATE""")
_HIGH = 900_000_000


def cleaned(root: etree._Element) -> etree._Element:
    """Take out who wrote what and when, and all that leans on what stays behind.

    What somebody added with changes tracked stays, what somebody took away goes. Numbers that
    must differ throughout a report are made so high that those of the report stay under them.
    """
    for one in list(root.iter()):
        if one.tag in _DROPPED or one.get(w("author")) is not None:
            _take_out(one)
        _forget_who(one)
        if one.tag == w("object"):
            one.tag = w("pict")
            one.attrib.clear()
    for number, drawing in enumerate(root.iter(_DRAWING)):
        drawing.set("id", str(_HIGH + number))
    _empty_fields(root)
    return root


def _take_out(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    if element.tag in _UNWRAPPED:
        place = parent.index(element)
        parent[place:place] = list(element)
    parent.remove(element)


def _forget_who(element: etree._Element) -> None:
    """Forget in which session of Word a thing was made, and from which folder a picture came."""
    for name in map(str, list(element.attrib)):
        if name in _PARAGRAPH_ID or name.startswith(w("rsid")):
            del element.attrib[name]
    for inside, outside in (("embed", "link"), ("id", "href")):
        if element.get(_OFFICE + inside) and element.get(_OFFICE + outside):
            del element.attrib[_OFFICE + outside]


def _empty_fields(root: etree._Element) -> None:
    """Empty the fields that show a person or another document; Word fills them in again."""
    for simple in root.iter(w("fldSimple")):
        if _is_personal(simple.get(w("instr"), "")):
            _empty(simple.iter(w("t")))
    instructions: list[str] = []
    for one in root.iter(w("fldChar"), w("instrText"), w("t")):
        if one.tag == w("fldChar"):
            _open_or_close(instructions, one.get(w("fldCharType"), ""))
        elif one.tag == w("t") and any(map(_is_personal, instructions)):
            _empty([one])
        elif one.tag == w("instrText") and instructions:
            instructions[-1] += one.text or ""


def _open_or_close(instructions: list[str], kind: str) -> None:
    if kind == "begin":
        instructions.append("")
    elif kind == "end" and instructions:
        instructions.pop()


def _is_personal(instruction: str) -> bool:
    return (instruction.split() or [""])[0].upper() in _PERSONAL_FIELDS


def _empty(texts: Iterable[etree._Element]) -> None:
    for text in texts:
        text.text = ""
