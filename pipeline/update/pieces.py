"""A report as pieces: paragraphs, and tables of rows of cells, each with what it says and means.

Two pieces are the same where they mean the same: not where a program wrote the same XML. Runs that
were cut up, straight or curly quotes, bookmarks, revision numbers and alt text make no difference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from pipeline.edited.draft import level_of_style
from pipeline.edited.tips import BOXES, is_ticked
from pipeline.edited.xml import Element, w
from pipeline.update.content import Eyes, IsGiven, ParagraphContent, comparable
from pipeline.word.comments import AUTHOR

_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_WRAPPERS = {w(n) for n in ("sdt", "customXml", "sdtContent", "ins", "moveTo")}


class Kind(Enum):
    """What a piece is."""

    PARAGRAPH = "paragraph"
    TABLE = "table"
    ROW = "row"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment of Word: who wrote it, and what."""

    author: str
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """One piece of a report, and where it stands.

    `text` is what it says now, `key` what it said before tracked changes, made comparable;
    `shape` its style and what else is in it; `revised` whether it holds tracked changes; `notes`
    are the comments of this tool beside it, `spoken` is whether a person wrote one.
    """

    kind: Kind
    element: Element
    names: tuple[str, ...]
    text: str
    key: str
    shape: str
    revised: bool = False
    level: int | None = None
    ticked: bool = False
    notes: tuple[str, ...] = ()
    spoken: bool = False
    parts: tuple[Piece, ...] = ()

    def means(self, other: Piece) -> bool:
        """Tell whether two pieces mean the same."""
        if self.revised or other.revised or self.key != other.key or self.shape != other.shape:
            return False
        if len(self.parts) != len(other.parts):
            return False
        return all(map(Piece.means, self.parts, other.parts))

    @property
    def name(self) -> str:
        """The bookmark by which the piece is known, where it has one."""
        return self.names[0] if self.names else ""


@dataclass(frozen=True, slots=True)
class Reader:
    """What must be known of a document to read its pieces; `plain` is its plain style."""

    plain: str
    eyes: Eyes
    remark_of: Callable[[str], Remark]

    def pieces(self, body: Element) -> tuple[Piece, ...]:
        """Return the pieces of a body in order, without its table of contents."""
        return tuple(self._pieces(body))

    def _pieces(self, holder: Element) -> Iterator[Piece]:
        for one in holder:
            if one.tag == w("p"):
                piece = self.paragraph(one)
                if not is_contents(piece.shape):
                    yield piece
            elif one.tag == w("tbl"):
                yield self.table(one)
            elif one.tag in _WRAPPERS:
                yield from self._pieces(one)

    def table(self, table: Element) -> Piece:
        """Return a table with its rows."""
        rows = [row for row in table.iter(w("tr")) if _owner(row, "tbl") is table]
        head = replace(self, eyes=replace(self.eyes, given_by=_by_the_table))
        read = (head.row(row) if at == 0 else self.row(row) for at, row in enumerate(rows))
        return _whole(Kind.TABLE, table, tuple(read))

    def row(self, row: Element) -> Piece:
        """Return a row with its cells."""
        cells = tuple(self.cell(cell) for cell in row.iter(w("tc")) if _owner(cell, "tr") is row)
        return _whole(Kind.ROW, row, cells)

    def cell(self, cell: Element) -> Piece:
        """Return a cell: all that stands in it as one piece."""
        paragraphs = [self.paragraph(one) for one in cell.iter(w("p"))]
        return Piece(
            Kind.CELL,
            cell,
            tuple(name for one in paragraphs for name in one.names),
            "\n".join(one.text for one in paragraphs),
            " ¶ ".join(one.key for one in paragraphs),
            " ¶ ".join(one.shape for one in paragraphs),
            any(one.revised for one in paragraphs),
            None,
            any(one.ticked for one in paragraphs),
            tuple(note for one in paragraphs for note in one.notes),
            any(one.spoken for one in paragraphs),
        )

    def paragraph(self, paragraph: Element) -> Piece:
        """Return a paragraph."""
        content = ParagraphContent(self.eyes, self.plain, self.eyes.given_by(self.plain))
        content.read(paragraph)
        breaks = ["deel"] if content.ends_part else []
        remarks = [self.remark_of(number) for number in content.remarks]
        return Piece(
            Kind.PARAGRAPH,
            paragraph,
            tuple([name for name in content.names if name.startswith("_")]),
            "".join(content.now),
            _without_box(comparable("".join(content.before))),
            ";".join([content.style, *content.marks(), *breaks]),
            content.revised,
            level_of_style(content.style),
            content.has_box and bool(is_ticked(paragraph)),
            tuple([one.text for one in remarks if one.author == AUTHOR]),
            any(one.author != AUTHOR for one in remarks),
        )


def is_contents(style: str) -> bool:
    """Tell by the name of its style whether a paragraph is a line of the table of contents."""
    return style.startswith("toc ") and style[4:5].isdigit()


def _by_the_table(_style: str) -> IsGiven:
    """Say that the look of a header row comes from its table; LibreOffice writes it out."""
    return lambda _look: True


def _whole(kind: Kind, element: Element, parts: tuple[Piece, ...]) -> Piece:
    names = tuple(name for part in parts for name in part.names)
    text = ("\n" if kind is Kind.TABLE else " | ").join(part.text for part in parts)
    key = " | ".join(part.key for part in parts)
    revised = kind is Kind.ROW and _is_revised_row(element)
    notes = tuple(note for part in parts for note in part.notes)
    ticked, spoken = any(part.ticked for part in parts), any(part.spoken for part in parts)
    return Piece(kind, element, names, text, key, "", revised, None, ticked, notes, spoken, parts)


def _is_revised_row(row: Element) -> bool:
    marks = (w("trPr") + "/" + w(name) for name in ("ins", "del", "trPrChange"))
    return any(row.find(mark) is not None for mark in marks)


def _owner(element: Element, name: str) -> Element | None:
    return next(element.iterancestors(w(name)), None)


def _without_box(text: str) -> str:
    return text.lstrip("".join(BOXES) + " ")
