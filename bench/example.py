"""What is measured: the text of the report on the mixed example, in the shipped style document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path

from pipeline.content import load_content, shipped_folder
from pipeline.intake import take_in
from pipeline.model import (
    Block,
    Cell,
    Content,
    Heading,
    Inline,
    Paragraph,
    Report,
    Row,
    Run,
    Sender,
    Table,
)
from pipeline.run import Desk
from pipeline.teams import score_all

ROOT = Path(__file__).resolve().parent.parent
WORKBOOK = ROOT / "input_templates" / "voorbeelden" / "gemengd.xlsx"


@cache
def content() -> Content:
    """Return the shipped content."""
    return load_content(shipped_folder())


@cache
def report() -> Report:
    """Return the report on the mixed example, as far as every contender can draw it."""
    (advised,) = score_all(take_in([WORKBOOK], content()), content())
    desk = Desk(content(), Sender(), Path(), datetime.now().astimezone())
    return text_only(desk.compose(advised))


@cache
def style_path() -> Path:
    """Return the style document that every contender draws in."""
    return content().style


def text_only(whole: Report) -> Report:
    """Leave out what only we draw: charts, the table of contents, boxes to tick and remarks.

    A control becomes the text that it shows.
    """
    return replace(whole, blocks=tuple(_text_blocks(whole.blocks)))


def _text_blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Paragraph):
            yield Paragraph(block.id, block.role, _runs(block.runs))
        elif isinstance(block, Table):
            rows = tuple(_text_row(row) for row in block.rows)
            yield replace(block, header=_text_row(block.header), rows=rows)


def _text_row(row: Row) -> Row:
    return Row(tuple(Cell(cell.id, _runs(cell.runs), cell.role) for cell in row.cells))


def _runs(inlines: tuple[Inline, ...]) -> tuple[Run, ...]:
    return tuple(one if isinstance(one, Run) else Run(one.value or one.prompt) for one in inlines)
