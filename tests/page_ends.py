"""Where the pages of reports end, as LibreOffice lays them out.

    /usr/bin/python3 tests/page_ends.py REPORT...

A line per fault: a paragraph that leads to the next one and is the last of its page, or a page
with fewer than four lines of text.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.office import office_property, running_office

FEWEST_LINES = 4
FRONT = 2  # front page and contents


def main(*reports: str) -> None:
    """Lay out each report and print what is wrong."""
    with running_office() as desktop:
        for report in map(Path, reports):
            url = report.resolve().as_uri()
            document = desktop.loadComponentFromURL(
                url, "_blank", 0, (office_property("Hidden", True),)
            )
            try:
                for fault in faults(document):
                    sys.stdout.write(f"{report.name}: {fault}\n")
            finally:
                document.close(True)


def faults(document: Any) -> Iterator[str]:
    """Yield the strandings and the short pages of a document."""
    cursor = document.getCurrentController().getViewCursor()
    blocks = [(block, *_pages(cursor, block)) for block in _blocks(document)]
    for (block, _, end), (_, start, _) in pairwise(blocks):
        if start > end and _leads_on(block):
            yield f"page {end} ends with: {block.getString()}"
    lines: Counter[int] = Counter()
    for block, start, end in blocks:
        for page in {start, end}:
            lines[page] += len(_text(block)) // 90 + 1 if start == end else FEWEST_LINES
    for page, count in sorted(lines.items()):
        if page > FRONT and count < FEWEST_LINES:
            yield f"page {page} has about {count} lines"


def _blocks(document: Any) -> Iterator[Any]:
    every = document.getText().createEnumeration()
    while every.hasMoreElements():
        yield every.nextElement()


def _is_table(block: Any) -> bool:
    return bool(block.supportsService("com.sun.star.text.TextTable"))


def _leads_on(block: Any) -> bool:
    return not _is_table(block) and bool(block.ParaKeepTogether) and bool(block.getString())


def _text(block: Any) -> str:
    """Return the text of a paragraph; of a table enough to fill lines."""
    return " " * 90 * len(block.getRows()) if _is_table(block) else str(block.getString())


def _pages(cursor: Any, block: Any) -> tuple[int, int]:
    """Return the pages where a block begins and ends."""
    if not _is_table(block):
        return _page(cursor, block.getStart()), _page(cursor, block.getEnd())
    names = block.getCellNames()
    first, last = (block.getCellByName(name).getStart() for name in (names[0], names[-1]))
    return _page(cursor, first), _page(cursor, last)


def _page(cursor: Any, place: Any) -> int:
    cursor.gotoRange(place, False)
    return int(cursor.getPage())


if __name__ == "__main__":
    main(*sys.argv[1:])
