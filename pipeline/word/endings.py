"""Where a page may end: what stays on the page of what follows it, and what is not split.

The last paragraphs of a part stay together, so that no page holds two lines. A list stays with
what leads to it and leaves no item alone. An item that is not long stays whole. All this is said at
the paragraphs themselves: the styles of a house are its own. LibreOffice guesses twenty paragraphs
to a page before it lays out, and where a page holds more it may forget what stays together; after
a page break it begins anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.model import Block, Heading, Paragraph, Role, Run, Table

_TOGETHER = 4  # paragraphs at the end of a part
_SHORT_LIST = 3  # items that stay together; of a longer list the first two and the last two
_SHORT_LETTERS = 700  # about seven lines: a longer paragraph may be split over two pages
_ITEMS = (Role.BULLET, Role.SUB_BULLET, Role.QUOTE)
_WHOLE = (*_ITEMS, Role.TIP)
_WITH_NEXT, _WHOLE_LINES = "<w:keepNext/>", "<w:keepLines/>"
_NEW_PAGE = '<w:pageBreakBefore/><w:spacing w:before="0"/>'  # as at the top of any other page


def page_marks(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Return per block the marks, as XML, that say where a page may not end; mostly none."""
    with_next = kept_at_end(blocks) | kept_in_lists(blocks) | kept_before(blocks)
    every = (
        (_WITH_NEXT, with_next),
        (_WHOLE_LINES, kept_whole(blocks)),
        (_NEW_PAGE, begins_page(blocks)),
    )
    return tuple(
        "".join([mark for mark, places in every if at in places]) for at in range(len(blocks))
    )


def keep(paragraph: str, marks: str) -> str:
    """Return the XML of a paragraph with its marks."""
    return paragraph.replace("</w:pPr>", f"{marks}</w:pPr>", 1) if marks else paragraph


def kept_at_end(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the places of the paragraphs at the end of a part that stay with the next one."""
    ends = [place for place, block in enumerate(blocks) if _begins_part(block)]
    return frozenset(place for end in (*ends, len(blocks)) for place in _before(blocks, end))


def kept_in_lists(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the places of what leads to a list, and of its items, that stay with the next one."""
    return frozenset(
        place for first, end in _lists(blocks) for place in _held_list(blocks, first, end)
    )


def kept_before(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the places of what leads to what follows: a note to a table, a heading to labels."""
    return frozenset(
        place
        for place, (before, one, after) in enumerate(_threes(blocks), 1)
        if isinstance(one, Paragraph)
        and (
            (isinstance(before, Heading) and _has_role(after, (Role.LABEL,)))
            or (isinstance(after, Table) and _has_role(one, (Role.NOTE,)))
        )
    )


def kept_whole(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the places of the items, and of the texts under a label, that are not split."""
    below = {at + 1 for at, block in enumerate(blocks) if _has_role(block, (Role.LABEL,))}
    return frozenset(
        place
        for place, block in enumerate(blocks)
        if (_has_role(block, _WHOLE) or (place in below and _has_role(block, (Role.BODY,))))
        and _letters(block) <= _SHORT_LETTERS
    )


def begins_page(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the places of the headings below a part that begin on a new page."""
    return frozenset(
        place for place, one in enumerate(blocks) if isinstance(one, Heading) and one.new_page
    )


def _threes(blocks: Sequence[Block]) -> Iterator[tuple[Block, Block, Block]]:
    yield from zip(blocks, blocks[1:], blocks[2:], strict=False)


def _begins_part(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 1


def _before(blocks: Sequence[Block], end: int) -> Iterator[int]:
    """Yield the places before the last paragraph of a part, as far as all are paragraphs."""
    for place in range(end - 1, max(end - _TOGETHER, 0) - 1, -1):
        if not isinstance(blocks[place], Paragraph):
            return
        if place < end - 1:
            yield place


def _lists(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Yield where each list begins, and where it has ended."""
    items = [False, *(_has_role(block, _ITEMS) for block in blocks), False]
    changes = [place for place, (one, next_one) in enumerate(pairwise(items)) if one != next_one]
    yield from zip(changes[::2], changes[1::2], strict=True)


def _held_list(blocks: Sequence[Block], first: int, end: int) -> Iterator[int]:
    if first and isinstance(blocks[first - 1], Paragraph):
        yield first - 1
    letters = sum(map(_letters, blocks[first:end]))
    if end - first <= _SHORT_LIST and letters <= _SHORT_LETTERS:
        yield from range(first, end - 1)
    elif end - first > 1:
        yield from (first, end - 2)


def _has_role(block: Block, roles: Sequence[Role]) -> bool:
    return isinstance(block, Paragraph) and block.role in roles


def _letters(block: Block) -> int:
    """Return how long a paragraph is; a control is as long as what it shows."""
    inside = block.runs if isinstance(block, Paragraph) else ()
    return sum(len(one.text if isinstance(one, Run) else one.value or one.prompt) for one in inside)
