"""An alternative text for the pictures of a header or footer that have none."""

from __future__ import annotations

from lxml import etree

from pipeline.word.namespaces import WP, A

VML = "urn:schemas-microsoft-com:vml"
_LOGO = "Logo"  # what a picture beside the text of every page nearly always is
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


def with_alt(root: etree._Element) -> etree._Element:
    """Give each picture without alternative text one; what is marked as decoration stays so."""
    for properties in root.iter(f"{{{WP}}}docPr"):
        drawing = properties.getparent()
        if drawing is not None and next(drawing.iter(f"{{{A}}}blip"), None) is not None:
            _describe(properties, "descr")
    for picture in root.iter(f"{{{VML}}}imagedata"):
        shape = picture.getparent()
        if shape is not None:
            _describe(shape, "alt")
    return root


def _describe(element: etree._Element, attribute: str) -> None:
    decorative = any(one.get("val") in ("1", "true") for one in element.iter(_DECORATIVE))
    if not (element.get(attribute, "").strip() or decorative):
        element.set(attribute, _LOGO)
