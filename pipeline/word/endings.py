"""The end of a part: its last paragraphs stay together, so that no page holds two lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.model import Block, Heading, Paragraph

_TOGETHER = 6


def kept_at_end(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the places of the paragraphs that stay on the page of the next one."""
    ends = [place for place, block in enumerate(blocks) if _begins_part(block)]
    return frozenset(place for end in (*ends, len(blocks)) for place in _before(blocks, end))


def _begins_part(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 1


def _before(blocks: Sequence[Block], end: int) -> Iterator[int]:
    """Yield the places before the last paragraph of a part, as far as all are paragraphs."""
    for place in range(end - 1, max(end - _TOGETHER, 0) - 1, -1):
        if not isinstance(blocks[place], Paragraph):
            return
        if place < end - 1:
            yield place


def keep(paragraph: str) -> str:
    """Return the XML of a paragraph that stays on the page of the next one."""
    return paragraph.replace("</w:pPr>", "<w:keepNext/></w:pPr>", 1)
