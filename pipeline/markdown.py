"""Plain Markdown -> sections with tables, paragraphs and lists, each with its line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode


@dataclass(frozen=True, slots=True)
class Text:
    """Running text: pieces of (text, target of the link or None), `strong` the bold start."""

    line: int
    strong: str
    pieces: tuple[tuple[str, str | None], ...]

    @property
    def plain(self) -> str:
        """The text without its links and its bold start."""
        return "".join(text for text, _ in self.pieces).strip()


@dataclass(frozen=True, slots=True)
class Item:
    """A list item with the items of a list inside it."""

    text: Text
    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A table row: the texts of its cells by the header of their column."""

    line: int
    cells: tuple[tuple[str, str], ...]

    def __getitem__(self, column: str) -> str:
        """Return a cell by the header of its column, empty where there is none."""
        return dict(self.cells).get(column, "")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with all that follows up to the next heading of any level.

    `odd_lines` are the lines of what can't be read: a numbered list, code, a quote, an item
    that is empty or holds more than one paragraph and a list.
    """

    level: int
    title: str
    line: int
    rows: tuple[TableRow, ...] = ()
    columns: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    odd_lines: tuple[int, ...] = ()


def read_sections(path: Path) -> tuple[Section, ...]:
    """Read a Markdown file. Text before the first heading is left out. Lines count from 1."""
    tokens = MarkdownIt("commonmark").enable("table").parse(path.read_text(encoding="utf-8-sig"))
    sections: list[Section] = []
    for node in SyntaxTreeNode(tokens).children:
        if node.type == "heading":
            sections.append(Section(int(node.tag[1]), _plain(node.children[0]), _line(node)))
        elif sections:
            sections[-1] = _with(sections[-1], node)
    return tuple(sections)


def _with(section: Section, node: SyntaxTreeNode) -> Section:
    match node.type:
        case "table":
            columns, rows = _table(node)
            return replace(section, rows=section.rows + rows, columns=columns)
        case "bullet_list":
            return _with_items(section, node)
        case "paragraph":
            text = _plain(node.children[0])
            return replace(section, paragraphs=(*section.paragraphs, text))
        case "html_block":
            return section
    return replace(section, odd_lines=(*section.odd_lines, _line(node)))


def _with_items(section: Section, bullets: SyntaxTreeNode) -> Section:
    """Add the items of a list; one in another form is only told."""
    good = [node for node in bullets.children if _is_plain(node)]
    odd = tuple(_line(node) for node in bullets.children if node not in good)
    items = section.items + tuple(map(_item, good))
    return replace(section, items=items, odd_lines=section.odd_lines + odd)


def _is_plain(item: SyntaxTreeNode) -> bool:
    """Tell whether an item is one paragraph, with at most one list of such items below it."""
    kinds = [child.type for child in item.children]
    if kinds == ["paragraph"]:
        return True
    inner = item.children[1].children if kinds == ["paragraph", "bullet_list"] else []
    return bool(inner) and all([c.type for c in one.children] == ["paragraph"] for one in inner)


def _line(node: SyntaxTreeNode) -> int:
    return node.map[0] + 1 if node.map else 0


def _table(node: SyntaxTreeNode) -> tuple[tuple[str, ...], tuple[TableRow, ...]]:
    head, *body = node.children
    columns = tuple(_plain(cell.children[0]) for cell in head.children[0].children)
    rows = tuple(
        TableRow(
            _line(row),
            tuple(
                (column, _plain(cell.children[0]))
                for column, cell in zip(columns, row.children, strict=True)
            ),
        )
        for part in body
        for row in part.children
    )
    return columns, rows


def _item(node: SyntaxTreeNode) -> Item:
    first, *rest = node.children
    inner = tuple(_text(item.children[0]) for part in rest for item in part.children)
    return Item(_text(first), inner)


def _text(paragraph: SyntaxTreeNode) -> Text:
    tokens = paragraph.children[0].token.children if paragraph.children[0].token else None
    strong, pieces = _pieces(tokens or [])
    return Text(_line(paragraph), strong, pieces)


def _plain(inline: SyntaxTreeNode) -> str:
    token = inline.token
    strong, pieces = _pieces((token.children if token else None) or [])
    return (strong + "".join(text for text, _ in pieces)).strip()


def _pieces(tokens: list[Token]) -> tuple[str, tuple[tuple[str, str | None], ...]]:
    """Split inline tokens into a bold start and pieces of text with their link target."""
    strong, bold, target = "", False, None
    pieces: list[tuple[str, str | None]] = []
    for token in tokens:
        if token.type in ("strong_open", "strong_close"):
            bold = token.type == "strong_open" and not "".join(text for text, _ in pieces)
        elif token.type in ("link_open", "link_close"):
            target = str(token.attrs["href"]) if token.type == "link_open" else None
        elif bold:
            strong += _written(token)
        else:
            pieces.append((_written(token), target))
    return strong, tuple(piece for piece in pieces if piece[0])


def _written(token: Token) -> str:
    return " " if token.type in ("softbreak", "hardbreak") else token.content
