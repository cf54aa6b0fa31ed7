"""What is told about a report and not in it: its title and language, and the mark of this tool.

No person's name is among it.
"""

from __future__ import annotations

from datetime import UTC, datetime

from pipeline.model import Report
from pipeline.properties import PROPERTIES_PART, PROPERTY_NAME
from pipeline.word.namespaces import OFFICE, PACKAGE, XML
from pipeline.word.text import xml_text

CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
CORE_RELATION = f"{PACKAGE}/relationships/metadata/core-properties"
_LANGUAGE = "nl-NL"
_CORE_TYPES = (
    f'xmlns:cp="{PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_CUSTOM_XML = (
    f"{XML}<Properties "
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" '
    f'name="{PROPERTY_NAME}"><vt:lpwstr>adviesrapport</vt:lpwstr></property></Properties>'
)
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_RELATION = f"{OFFICE}/custom-properties"


def core_properties(report: Report, made: datetime) -> str:
    """Return the core properties of a report that is `made` at a time."""
    moment = made.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        f"{XML}<cp:coreProperties {_CORE_TYPES}>"
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
