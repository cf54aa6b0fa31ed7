"""A person at work in a report: small edits in its XML, as Word leaves them, each with a mark.

    editor = Editor(docx)
    editor.replace(7, "Onze eigen tekst")
    docx = editor.saved()

Paragraphs are numbered as they stand in the body, without the table of contents. Written with
python-docx, not with the code that is tested.
"""

from __future__ import annotations

import io
from copy import deepcopy

from docx import Document
from docx.document import Document as OpenDocument
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

Element = etree._Element


class Editor:
    """A report that is open, and what was done to it."""

    def __init__(self, docx: bytes) -> None:
        """Open a report."""
        self.document: OpenDocument = Document(io.BytesIO(docx))
        self.paragraphs = [one for one in self.document.paragraphs if not _is_contents(one)]
        self.touched: set[str] = set()
        self.deleted: set[str] = set()
        self.moved: set[str] = set()
        self.own: list[str] = []
        self.lengthened: set[str] = set()
        self.tables_of: dict[str, set[str]] = {}

    def saved(self) -> bytes:
        """Return the file."""
        file = io.BytesIO()
        self.document.save(file)
        return file.getvalue()

    def tables(self) -> list[Table]:
        """Return the tables."""
        return list(self.document.tables)

    def replace(self, at: int, text: str) -> None:
        """Type another text in the place of a paragraph, as one does over a selection in Word."""
        paragraph = self._paragraph(at)
        self.touched |= names(paragraph)
        for one in list(paragraph._p):
            if one.tag in {qn("w:r"), qn("w:hyperlink"), qn("w:sdt")}:
                paragraph._p.remove(one)
        paragraph.add_run(text)
        self.own.append(text)

    def insert(self, at: int, text: str) -> None:
        """Add a paragraph before another."""
        new = self._paragraph(at).insert_paragraph_before(text)
        self.paragraphs.insert(at % len(self.paragraphs), new)
        self.own.append(text)

    def delete(self, at: int) -> None:
        """Take a paragraph away."""
        paragraph = self._paragraph(at)
        if len(self.paragraphs) > 1:
            self.deleted |= names(paragraph)
            self.paragraphs.remove(paragraph)
            _remove(paragraph._p)

    def move(self, at: int, to: int) -> None:
        """Move a paragraph before another."""
        paragraph, target = self._paragraph(at), self._paragraph(to)
        if paragraph is not target:
            self.moved |= names(paragraph)
            self.paragraphs.remove(paragraph)
            self.paragraphs.insert(self.paragraphs.index(target), paragraph)
            target._p.addprevious(paragraph._p)

    def split(self, at: int) -> None:
        """Press Enter in the middle of the last run of a paragraph."""
        paragraph = self._paragraph(at)
        if not paragraph.runs or len(paragraph.runs[-1].text.strip()) < 4:
            return
        self.touched |= names(paragraph)
        run = paragraph.runs[-1]
        half = len(run.text) // 2
        new = deepcopy(paragraph._p)
        for one in list(new):
            if one.tag != qn("w:pPr"):
                new.remove(one)
        paragraph._p.addnext(new)
        second = Paragraph(new, paragraph._parent)
        first_text, second_text = run.text[:half], run.text[half:]
        run.text = first_text
        second.add_run(second_text)
        self.paragraphs.insert(self.paragraphs.index(paragraph) + 1, second)
        self.own += [first_text, second_text]

    def join(self, at: int) -> None:
        """Press Delete at the end of a paragraph."""
        place = at % len(self.paragraphs)
        if place + 1 >= len(self.paragraphs):
            return
        first, second = self.paragraphs[place], self.paragraphs[place + 1]
        if first._p.getnext() is not second._p:
            return
        self.touched |= names(first) | names(second)
        self.own += [first.text, second.text]
        for one in list(second._p):
            if one.tag != qn("w:pPr"):
                first._p.append(one)
        _remove(second._p)
        self.paragraphs.remove(second)

    def restyle(self, at: int) -> None:
        """Underline a paragraph."""
        paragraph = self._paragraph(at)
        runs = [run for run in paragraph.runs if run.text.strip()]
        if runs:
            self.touched |= names(paragraph)
            self.own.append(paragraph.text)
        for run in runs:
            run.underline = True

    def cell(self, at: int, text: str) -> None:
        """Type in a cell of a table."""
        cells = [
            (cell, table) for table in self.tables() for row in table.rows for cell in row.cells
        ]
        if cells:
            cell, table = cells[at % len(cells)]
            around = {name.get(qn("w:name"), "") for name in table._tbl.iter(qn("w:bookmarkStart"))}
            for paragraph in cell.paragraphs:
                self.touched |= names(paragraph)
                self.tables_of |= dict.fromkeys(names(paragraph), around)
            cell.text = text
            self.own.append(text)

    def add_row(self, at: int, text: str) -> None:
        """Add a row below another."""
        rows = [(row, table) for table in self.tables() for row in table.rows]
        if rows:
            row, table = rows[at % len(rows)]
            new = deepcopy(row._tr)
            for one in list(new.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"), qn("w:sdt"))):
                _remove(one)
            texts = list(new.iter(qn("w:t")))
            for one in texts:
                one.text = ""
            if not texts:
                run = etree.SubElement(next(new.iter(qn("w:p"))), qn("w:r"))
                texts = [etree.SubElement(run, qn("w:t"))]
            texts[0].text = text
            self.lengthened |= {
                name.get(qn("w:name"), "") for name in table._tbl.iter(qn("w:bookmarkStart"))
            }
            row._tr.addnext(new)
            self.own.append(text)

    # What programs do, and what means nothing

    def lose_bookmarks(self) -> None:
        """Lose every bookmark."""
        for one in list(self.document.element.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
            _remove(one)

    def cut_runs(self) -> None:
        """Cut each run in two, with revision numbers, as Word does."""
        for run in list(self.document.element.body.iter(qn("w:r"))):
            texts = run.findall(qn("w:t"))
            if (
                len(texts) == 1
                and len(texts[0].text or "") > 1
                and run.getparent().tag == qn("w:p")
            ):
                second = deepcopy(run)
                text = texts[0].text or ""
                texts[0].text = text[:1]
                texts[0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                second.find(qn("w:t")).text = text[1:]
                run.set(qn("w:rsidR"), "00AB12CD")
                run.addnext(second)

    def smart_quotes(self) -> None:
        """Turn straight quotes into curly ones."""
        for text in self.document.element.body.iter(qn("w:t")):
            text.text = (text.text or "").replace("'", "’").replace(' "', " “").replace('"', "”")

    def _paragraph(self, at: int) -> Paragraph:
        return self.paragraphs[at % len(self.paragraphs)]


def names(paragraph: Paragraph) -> set[str]:
    """Return the bookmarks of a paragraph."""
    return {one.get(qn("w:name"), "") for one in paragraph._p.iter(qn("w:bookmarkStart"))}


def texts(docx: bytes) -> list[str]:
    """Return the text of every paragraph, also in tables."""
    body = Document(io.BytesIO(docx)).element.body
    return ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]


def named_texts(docx: bytes) -> dict[str, str]:
    """Return the text of every paragraph that has a bookmark of the tool, by that bookmark."""
    body = Document(io.BytesIO(docx)).element.body
    return {
        start.get(qn("w:name")): "".join(t.text or "" for t in p.iter(qn("w:t")))
        for p in body.iter(qn("w:p"))
        for start in p.iter(qn("w:bookmarkStart"))
    }


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _is_contents(paragraph: Paragraph) -> bool:
    style = paragraph.style
    return style is not None and style.name.casefold().startswith("toc ")
