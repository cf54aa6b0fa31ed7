"""The table of contents: a field of Word whose outcome is written already.

Without page numbers (`\\n`) its entries are right at once, in every program, and Word asks
nothing at first open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.model import Contents, ContentsEntry
from pipeline.word.text import bookmark_name, run_text

_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" \\n \\h </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def contents_xml(contents: Contents, styles: tuple[str, ...]) -> str:
    """Return the paragraphs of a table of contents; `styles` are those of levels 1, 2 and 3."""
    entries = [replace(one, anchor=bookmark_name(one.anchor)) for one in contents.entries]
    return entries_xml(entries, styles)


def entries_xml(entries: Sequence[ContentsEntry], styles: tuple[str, ...]) -> str:
    """Return the same of entries that lead to bookmarks by the names that these have in Word."""
    last = len(entries) - 1
    return "".join(
        _entry(entry, styles, _BEGIN if place == 0 else "", _END if place == last else "")
        for place, entry in enumerate(entries)
    )


def _entry(entry: ContentsEntry, styles: tuple[str, ...], before: str, after: str) -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{styles[entry.level - 1]}"/></w:pPr>{before}'
        f'<w:hyperlink w:anchor="{entry.anchor}" w:history="1">'
        f"<w:r>{run_text(entry.text)}</w:r></w:hyperlink>{after}</w:p>"
    )
