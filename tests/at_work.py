"""A consultant at work in a report: edits at named places, in the XML that Word leaves behind.

    with at_work(path) as report:
        report.type_over("_stelling_07__antwoord", "Onze eigen tekst")

A place is a bookmark of the tool, or for a chapter its heading. Written with python-docx, not with
the code that is tested.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path
from typing import Any

from docx import Document
from docx.comments import Comment
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

Element = etree._Element

PERSON = "Bea Bakker"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_DOT = base64.b64decode(  # a picture of one point
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5Er"
    "kJggg=="
)


@contextmanager
def at_work(path: Path) -> Iterator[Work]:
    """Open a report, and save it at the end."""
    work = Work(path.read_bytes())
    yield work
    file = io.BytesIO()
    work.document.save(file)
    path.write_bytes(file.getvalue())


class Work:
    """A report that is open, to look at and to edit."""

    def __init__(self, docx: bytes) -> None:
        """Open a report."""
        self.document = Document(io.BytesIO(docx))
        self.body: Element = self.document.element.body

    # Looking

    def paragraph(self, name: str) -> Paragraph:
        """Return the paragraph with a bookmark."""
        for p in self.body.iter(qn("w:p")):
            if name in _names(p):
                return self._as_paragraph(p)
        raise LookupError(name)

    def _as_paragraph(self, element: Any) -> Paragraph:
        return Paragraph(element, self.document._body)

    def has(self, name: str) -> bool:
        """Tell whether there is a paragraph with a bookmark."""
        return any(name in _names(p) for p in self.body.iter(qn("w:p")))

    def lines(self) -> list[str]:
        """Return the text of every paragraph, also in tables and controls."""
        return [_text(p) for p in self.body.iter(qn("w:p"))]

    def text(self, name: str) -> str:
        """Return what stands in the paragraph with a bookmark."""
        return _text(self.paragraph(name)._p)

    def comments(self) -> list[str]:
        """Return the texts of the comments that stand somewhere in the text."""
        anchored = [one.get(qn("w:id")) for one in self.body.iter(qn("w:commentReference"))]
        said = {str(one.comment_id): one.text for one in self.document.comments}
        return [said[number or ""] for number in anchored]

    def comments_at(self, name: str) -> list[str]:
        """Return the texts of the comments beside a paragraph."""
        marks = self.paragraph(name)._p.iter(qn("w:commentReference"))
        said = {str(one.comment_id): one.text for one in self.document.comments}
        return [said[one.get(qn("w:id"), "")] for one in marks]

    def styled(self, *starts: str) -> list[str]:
        """Return the texts of which the style begins so, as `Heading` or `toc`."""
        named = {one.style_id: (one.name or "").casefold() for one in self.document.styles}
        return [
            _text(p)
            for p in self.body.iter(qn("w:p"))
            if named.get(_style_id(p), "").startswith(starts)
        ]

    def rows(self, name: str) -> list[list[str]]:
        """Return the rows of the table in which a bookmark stands."""
        table: Any = next(self.paragraph(name)._p.iterancestors(qn("w:tbl")))
        found = Table(table, self.document._body).rows
        return [["\n".join(map(_text, c._tc.iter(qn("w:p")))) for c in r.cells] for r in found]

    def loose_links(self) -> set[str]:
        """Return the links inside the report that lead nowhere."""
        there = {one.get(qn("w:name")) for one in self.body.iter(qn("w:bookmarkStart"))}
        return {one.get(qn("w:anchor"), "") for one in self.body.iter(qn("w:hyperlink"))} - {
            "",
            *there,
        }

    # Editing

    def type_over(self, name: str, text: str) -> None:
        """Select what stands in a paragraph, and type."""
        p = self.paragraph(name)._p
        for one in list(p):
            if one.tag not in {qn("w:pPr"), qn("w:bookmarkStart"), qn("w:bookmarkEnd")}:
                p.remove(one)
        self._as_paragraph(p).add_run(text)

    def add_after(self, name: str, text: str) -> Paragraph:
        """Type a paragraph of one's own behind another."""
        p = self.paragraph(name)._p
        new = p.makeelement(qn("w:p"))
        p.addnext(new)
        paragraph = self._as_paragraph(new)
        paragraph.add_run(text)
        return paragraph

    def picture_after(self, name: str) -> None:
        """Put a picture in a paragraph of its own behind another."""
        self.add_after(name, "").add_run().add_picture(io.BytesIO(_DOT))

    def table_after(self, name: str, *cells: str) -> None:
        """Put a table of one row behind a paragraph."""
        table = self.document.add_table(1, len(cells))
        for cell, text in zip(table.rows[0].cells, cells, strict=True):
            cell.text = text
        self.paragraph(name)._p.addnext(table._tbl)

    def comment(self, name: str, text: str, author: str = PERSON) -> Comment:
        """Write a comment beside a paragraph."""
        runs = self.paragraph(name).runs
        return self.document.add_comment(runs, text, author, "BB")

    def reply(self, start: str, text: str) -> None:
        """Answer a comment that begins with these words."""
        first = self._comment(start)
        place = next(
            one
            for one in self.body.iter(qn("w:commentReference"))
            if one.get(qn("w:id")) == str(first.comment_id)
        )
        p = next(place.iterancestors(qn("w:p")))
        answer = self.document.add_comment(self._as_paragraph(p).runs, text, PERSON)
        self._threads({first: {}, answer: {"paraIdParent": _key(first)}})

    def resolve(self, start: str) -> None:
        """Tick off a comment that begins with these words."""
        self._threads({self._comment(start): {"done": "1"}})

    def delete_comment(self, start: str) -> None:
        """Take away a comment that begins with these words."""
        comment = self._comment(start)
        number = str(comment.comment_id)
        names = ("commentRangeStart", "commentRangeEnd", "commentReference")
        for one in list(self.body.iter(*[qn(f"w:{name}") for name in names])):
            if one.get(qn("w:id")) == number:
                is_mark = one.tag == qn("w:commentReference")
                _remove(one.getparent() if is_mark else one)
        _remove(comment._comment_elm)

    def _comment(self, start: str) -> Comment:
        return next(one for one in self.document.comments if one.text.startswith(start))

    def _threads(self, said: dict[Comment, dict[str, str]]) -> None:
        """Write what Word keeps of comments beside them."""
        root = etree.Element(f"{{{_W15}}}commentsEx", nsmap={"w15": _W15})
        for comment, more in said.items():
            own = {"paraId": _key(comment), "done": "0"} | more
            etree.SubElement(root, f"{{{_W15}}}commentEx", {f"{{{_W15}}}{k}": own[k] for k in own})
        part = self.document.part
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"
        own_part = Part(
            PackURI("/word/commentsExtended.xml"), kind, etree.tostring(root), part.package
        )
        relation = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
        part.relate_to(own_part, relation)

    def tick(self, name: str) -> None:
        """Click the box in front of a tip."""
        p = self.paragraph(name)._p
        for stored in p.iter(f"{{{_W14}}}checked"):
            stored.set(f"{{{_W14}}}val", "1")
        next(next(p.iter(qn("w:sdtContent"))).iter(qn("w:t"))).text = "☒"

    def fill(self, name: str, text: str) -> None:
        """Type in a place to fill in."""
        control = next(self.paragraph(name)._p.iter(qn("w:sdt")))
        for one in list(control.iter(qn("w:showingPlcHdr"), qn("w:rStyle"))):
            _remove(one)
        next(control.iter(qn("w:t"))).text = text

    def track(self, name: str, text: str) -> None:
        """Type over a paragraph while changes are tracked."""
        p = self.paragraph(name)._p
        runs = p.findall(qn("w:r"))
        who = {qn("w:author"): PERSON, qn("w:date"): "2026-11-23T14:30:00Z"}
        gone = etree.SubElement(p, qn("w:del"), {qn("w:id"): "9001", **who})
        new = etree.SubElement(p, qn("w:ins"), {qn("w:id"): "9002", **who})
        runs[0].addprevious(gone)
        for run in runs:
            gone.append(run)
            for one in run.iter(qn("w:t")):
                one.tag = qn("w:delText")
        etree.SubElement(etree.SubElement(new, qn("w:r")), qn("w:t")).text = text

    def delete(self, name: str) -> None:
        """Take a paragraph away."""
        _remove(self.paragraph(name)._p)

    def delete_row(self, name: str) -> None:
        """Take away the row in which a bookmark stands."""
        _remove(next(self.paragraph(name)._p.iterancestors(qn("w:tr"))))

    def delete_chapter(self, name: str) -> None:
        """Take away a heading and all below it."""
        for one in self._chapter(name):
            _remove(one)

    def move_chapter(self, name: str, before: str) -> None:
        """Drag a heading and all below it before another heading."""
        target = self.paragraph(before)._p
        for one in self._chapter(name):
            target.addprevious(one)

    def _chapter(self, name: str) -> list[Element]:
        first: Element = self.paragraph(name)._p
        level = self._level(first) or 0
        found = [first]
        for one in first.itersiblings():
            if (self._level(one) or 10) <= level or one.tag == qn("w:sectPr"):
                break
            found.append(one)
        return found

    def _level(self, element: Element) -> int | None:
        named = {one.style_id: (one.name or "").casefold() for one in self.document.styles}
        words = named.get(_style_id(element), "").split()
        return int(words[1]) if words[:1] == ["heading"] else None

    def rename_styles(self) -> None:
        """Give every style another id, as Word and LibreOffice do in another language."""
        for style in list(self.document.styles.element.iter(qn("w:style"))):
            old, new = style.get(qn("w:styleId"), ""), f"Eigen{style.get(qn('w:styleId'))}"
            style.set(qn("w:styleId"), new)
            for root in (self.body, self.document.styles.element):
                for one in root.iter(*[qn(f"w:{name}") for name in _STYLED]):
                    if one.get(qn("w:val")) == old:
                        one.set(qn("w:val"), new)

    def copy_after(self, name: str) -> None:
        """Copy a paragraph and paste it below itself."""
        p = self.paragraph(name)._p
        p.addnext(deepcopy(p))


_STYLED = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")


def _names(p: Element) -> set[str]:
    return {one.get(qn("w:name"), "") for one in p.iter(qn("w:bookmarkStart"))}


def _text(p: Element) -> str:
    return "".join(one.text or "" for one in p.iter(qn("w:t"))).replace("\u00ad", "")


def _style_id(p: Element) -> str:
    style = p.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if style is None else style.get(qn("w:val"), "")


def _key(comment: Comment) -> str:
    """Return by what Word knows a comment: a number at its last paragraph."""
    last = comment.paragraphs[-1]._p
    number = f"{0x1A000000 + comment.comment_id:08X}"
    last.set(f"{{{_W14}}}paraId", number)
    return number


def _remove(element: Element | None) -> None:
    parent = None if element is None else element.getparent()
    if element is not None and parent is not None:
        parent.remove(element)
