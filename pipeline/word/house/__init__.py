"""A style document of any organisation, taken apart once and kept as bytes to draw on.

What goes into a report is chosen, not what stays out: styles, lists, theme, fonts, and the page of
the last section with its headers and footers. All else that a stranger's document holds is left.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from pipeline.word.house.choice import choose
from pipeline.word.house.findings import StyleFindings, inspect_style
from pipeline.word.house.package import MAIN_PART
from pipeline.word.house.page import text_width
from pipeline.word.properties import marked

__all__ = ["StyleDocument", "StyleFindings", "inspect_style", "open_style"]


@dataclass(frozen=True, slots=True)
class StyleDocument:
    """A style document ready to draw on: its parts as bytes, the ids of its styles by name.

    `before` and `after` are the main part up to and from where the blocks go; `text_width` is
    in twentieths of a point, and so is `table_indent`. `accent` is its colour, `font` that of its
    text, `added` names what it lacked.
    """

    parts: tuple[tuple[str, bytes], ...]
    before: str
    after: str
    relations: str
    style_ids: tuple[tuple[str, str], ...]
    text_width: int
    accent: str
    font: str
    table_indent: int
    added: tuple[str, ...]

    @property
    def mark(self) -> str:
        """What tells this style document from another."""
        styles = dict(self.parts).get("word/styles.xml", b"")
        return f"{crc32(styles + self.after.encode()):08x}"


def open_style(path: Path, default: Path) -> StyleDocument:
    """Read a style document; what it lacks comes from `default`. Its body is left out.

    Raises PipelineError where it is no Word document that can be used.
    """
    house = choose(path, default)
    return StyleDocument(
        parts=tuple(marked(house.copied.all_parts()).items()),
        before=house.before,
        after=house.after,
        relations=house.copied.relations_of(MAIN_PART).removesuffix("</Relationships>"),
        style_ids=house.completed.ids,
        text_width=text_width(house.section),
        accent=house.accent,
        font=house.font,
        table_indent=house.table_indent,
        added=house.completed.added,
    )
