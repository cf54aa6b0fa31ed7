"""The properties of a final report: what it is about, and not who made it."""

from __future__ import annotations

from pipeline.edited.draft import FINAL_MARK, Draft
from pipeline.edited.package import OFFICE, PACKAGE, Relation
from pipeline.properties import CORE_PART, PROPERTIES_PART, PROPERTY_NAME
from pipeline.word.text import xml_text

_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_CORE = (
    f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="{_DC}" '
    f'xmlns:dcterms="{_TERMS}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
)
_DATE = '<dcterms:{name} xsi:type="dcterms:W3CDTF">{date}</dcterms:{name}>'
_CUSTOM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" '
    f'name="{PROPERTY_NAME}"><vt:lpwstr>{FINAL_MARK}</vt:lpwstr></property></Properties>'
)


def subject_of(draft: Draft) -> str:
    """Return whose report it is, as its properties say."""
    return _core(draft).get(f"{{{_DC}}}subject", "")


def clean_properties(draft: Draft) -> None:
    """Write the properties anew, and lead from the file to nothing but these and the text."""
    package = draft.package
    core = _core_xml(_core(draft))
    package.put(CORE_PART, core, _CORE_TYPE)
    package.put(PROPERTIES_PART, (_HEAD + _CUSTOM).encode(), _CUSTOM_TYPE)
    package.relations[""] = [
        Relation("rId1", f"{OFFICE}/officeDocument", package.main),
        Relation("rId2", f"{PACKAGE}/relationships/metadata/core-properties", CORE_PART),
        Relation("rId3", f"{OFFICE}/custom-properties", PROPERTIES_PART),
    ]


def _core(draft: Draft) -> dict[str, str]:
    """Return the core properties by name."""
    return {
        str(one.tag): (one.text or "").strip()
        for part in draft.package.related("", "core-properties")
        for one in draft.package.tree(part)
    }


def _core_xml(core: dict[str, str]) -> bytes:
    dates = "".join(
        _DATE.format(name=name, date=xml_text(date))
        for name in ("created", "modified")
        if (date := core.get(f"{{{_TERMS}}}{name}", ""))
    )
    return (
        f"{_HEAD}{_CORE}"
        f"<dc:title>{xml_text(core.get(f'{{{_DC}}}title', ''))}</dc:title>"
        f"<dc:subject>{xml_text(core.get(f'{{{_DC}}}subject', ''))}</dc:subject>"
        f"<dc:creator>{PROPERTY_NAME}</dc:creator>"
        f"<cp:lastModifiedBy>{PROPERTY_NAME}</cp:lastModifiedBy>"
        f"{dates}<dc:language>nl-NL</dc:language></cp:coreProperties>"
    ).encode()
