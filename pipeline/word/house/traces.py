"""Traces of the people who made a style document, taken out of its parts."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from pipeline.word.elements import w, words
from pipeline.word.namespaces import OFFICE, W14, W15, WP

_DROPPED = {
    w(name)
    for name in words("""bookmarkStart bookmarkEnd permStart permEnd proofErr commentRangeStart
    commentRangeEnd commentReference dataBinding placeholder control movie objectEmbed objectLink
    rsid id""")
} | {
    f"{{{W15}}}dataBinding",
    "{urn:schemas-microsoft-com:office:office}OLEObject",
}
_UNWRAPPED = {w("ins"), w("moveTo")}
_PARAGRAPH_ID = (f"{{{W14}}}paraId", f"{{{W14}}}textId")
_DRAWING = f"{{{WP}}}docPr"
_R = f"{{{OFFICE}}}"
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
        if element.get(_R + inside) and element.get(_R + outside):
            del element.attrib[_R + outside]


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
