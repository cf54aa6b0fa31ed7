"""Which style of Word each role has, and which styles a report may use."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Role

STYLE_OF_ROLE = {
    Role.TITLE: "Title",
    Role.SMALL_TITLE: "QuickScan Titel kort",
    Role.SUBTITLE: "Subtitle",
    Role.FRONT: "QuickScan Voorblad",
    Role.BODY: "Body Text",
    Role.INTRO: "QuickScan Inleiding",
    Role.LEAD: "QuickScan Stelling",
    Role.ANSWER: "QuickScan Antwoord",
    Role.LABEL: "QuickScan Tussenkop",
    Role.QUOTE: "Quote",
    Role.NOTE: "QuickScan Toelichting",
    Role.TIP: "QuickScan Tip",
    Role.BULLET: "List Bullet",
    Role.SUB_BULLET: "List Bullet 2",
    Role.CELL: "QuickScan Tabeltekst",
    Role.FIGURE: "QuickScan Tabelcijfer",
    Role.CELL_KEPT: "QuickScan Tabeltekst bijeen",
    Role.FIGURE_KEPT: "QuickScan Tabelcijfer bijeen",
    Role.SOURCE: "QuickScan Bron",
    Role.CONTENTS: "TOC Heading",
}
HEADING_STYLES = ("Heading 1", "Heading 2", "Heading 3")
TOC_STYLES = ("toc 1", "toc 2", "toc 3")
CAPTION = "Caption"
COMMENT_TEXT = "annotation text"
TABLE_STYLE = "QuickScan Tabel"
STRONG = "Strong"
SMALL = "QuickScan Uitleg"
HYPERLINK = "Hyperlink"
COMMENT_REFERENCE = "annotation reference"
PLACEHOLDER = "Placeholder Text"
LIST_STYLES = (STYLE_OF_ROLE[Role.BULLET], STYLE_OF_ROLE[Role.SUB_BULLET])
PARAGRAPH, CHARACTER, TABLE = "paragraph", "character", "table"


def needed_styles() -> Iterator[tuple[str, str]]:
    """Yield the name and type of every style that a report may use, in order of use."""
    paragraphs = (*HEADING_STYLES, *STYLE_OF_ROLE.values(), *TOC_STYLES, CAPTION)
    for name in (*paragraphs, COMMENT_TEXT):
        yield name, PARAGRAPH
    yield TABLE_STYLE, TABLE
    for name in (STRONG, SMALL, HYPERLINK, PLACEHOLDER, COMMENT_REFERENCE):
        yield name, CHARACTER
