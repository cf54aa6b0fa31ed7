"""A .docx -> lines of `style | text`, to compare and to read.

    Heading 2 | 1 Samenvatting
    Body Text | Zes collega's van **Team Werk** …
    QuickScan Tabel
    | Thema | Niveau |
    | [Fietsgids](https://fietsgids.example) | [7 Vertrouwen](#_stelling_07) |

The body in order; `**` marks the style Strong, → a tab, ⏎ a line end, ⟦⟧ a place to fill in. What
is no text shows as `‹drawing: its alternative text›` or `‹comment: its text›`, so that nothing is
left out without a trace.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMES = {"w": W, "r": R, "p": RELATIONS}
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
COMMENTS = "word/comments.xml"
_AROUND = frozenset({"sdt", "sdtContent", "ins", "smartTag", "fldSimple"})


def w(name: str) -> str:
    """Return the full name of an element or attribute of Word."""
    return f"{{{W}}}{name}"


def part(docx: Path, name: str) -> etree._Element:
    """Return a part of a .docx, parsed."""
    with zipfile.ZipFile(docx) as package:
        return etree.fromstring(package.read(name))


@dataclass(frozen=True)
class Names:
    """The names of the styles and the texts of the comments by id, the targets of links by key."""

    styles: dict[str, str]
    links: dict[str, str]
    comments: dict[str, str]


def outline(docx: Path) -> str:
    """Return the lines of the body."""
    names = Names(style_names(docx), link_targets(docx), comments(docx))
    body = part(docx, "word/document.xml").find(w("body"))
    assert body is not None
    return "".join(f"{line}\n" for line in _lines(body, names))


def style_names(docx: Path) -> dict[str, str]:
    """Return the names of the styles by their ids, headings with a capital as users see them."""
    found = part(docx, "word/styles.xml").iterfind(w("style"))
    ids = {str(style.get(w("styleId"))): style.find(w("name")) for style in found}
    named = {key: str(name.get(w("val"))) for key, name in ids.items() if name is not None}
    return {key: name.replace("heading ", "Heading ") for key, name in named.items()}


def link_targets(docx: Path) -> dict[str, str]:
    """Return where the relations of the body lead."""
    relations = part(docx, "word/_rels/document.xml.rels")
    return {str(one.get("Id")): str(one.get("Target")) for one in relations}


def comments(docx: Path) -> dict[str, str]:
    """Return the texts of the comments by their ids, paragraphs on one line."""
    with zipfile.ZipFile(docx) as package:
        if COMMENTS not in package.namelist():
            return {}
    found = part(docx, COMMENTS).iterfind(w("comment"))
    return {
        str(one.get(w("id"))): " ⏎ ".join(
            "".join(text.text or "" for text in paragraph.iter(w("t")))
            for paragraph in one.iter(w("p"))
        )
        for one in found
    }


def _lines(parent: etree._Element, names: Names) -> Iterator[str]:
    for element in parent:
        kind = etree.QName(element).localname
        if kind == "p":
            yield f"{_style(element, 'pPr/w:pStyle', names)} | {_text(element, names)}"
        elif kind == "tbl":
            yield _style(element, "tblPr/w:tblStyle", names)
            yield from (_row(row, names) for row in element.iterfind(w("tr")))
        elif kind in _AROUND:
            yield from _lines(element, names)


def _row(row: etree._Element, names: Names) -> str:
    cells = (" ⏎ ".join(_cell(cell, names)) for cell in row.iterfind(w("tc")))
    return f"| {' | '.join(cells)} |"


def _cell(cell: etree._Element, names: Names) -> Iterator[str]:
    for paragraph in cell.iter(w("p")):
        yield _text(paragraph, names)


def _style(element: etree._Element, path: str, names: Names) -> str:
    found = element.find(f"w:{path}", NAMES)
    return names.styles.get(str(found.get(w("val"))), "?") if found is not None else "Normal"


def _text(parent: etree._Element, names: Names) -> str:
    return "".join(_piece(element, names) for element in parent)


def _piece(element: etree._Element, names: Names) -> str:
    kind = etree.QName(element).localname
    if kind == "r":
        return _run(element, names)
    if kind == "hyperlink":
        key, anchor = element.get(f"{{{R}}}id"), element.get(w("anchor"))
        target = f"#{anchor}" if anchor else names.links.get(str(key), "?")
        return f"[{_text(element, names)}]({target})"
    if kind == "sdt":
        return f"⟦{_text(element, names)}⟧"
    return _text(element, names) if kind in _AROUND else ""


def _run(run: etree._Element, names: Names) -> str:
    text = "".join(_content(element, names) for element in run)
    if _style(run, "rPr/w:rStyle", names) != "Strong" or not text.strip():
        return text
    return text.replace(text.strip(), f"**{text.strip()}**")


def _content(element: etree._Element, names: Names) -> str:
    kind = etree.QName(element).localname
    if kind == "commentReference":
        return f"‹comment: {names.comments[str(element.get(w('id')))]}›"
    if kind in ("drawing", "pict", "object"):
        described = next(element.iter(DRAWING), None)
        return f"‹{kind}: {'' if described is None else described.get('descr')}›"
    return {"t": element.text or "", "tab": " → ", "br": " ⏎ "}.get(kind, "")
