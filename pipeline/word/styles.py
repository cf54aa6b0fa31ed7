"""Which style of Word each role has."""

from __future__ import annotations

from pipeline.model import Role

STYLE_OF_ROLE = {
    Role.TITLE: "Title",
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
    Role.SOURCE: "QuickScan Bron",
    Role.CONTENTS: "TOC Heading",
}
HEADING_STYLES = ("Heading 1", "Heading 2", "Heading 3")
TABLE_STYLE = "QuickScan Tabel"
STRONG = "Strong"
HYPERLINK = "Hyperlink"
TOC_STYLES = ("toc 1", "toc 2", "toc 3")
TOC_HEADING = "TOC Heading"
COMMENT_TEXT = "annotation text"
COMMENT_REFERENCE = "annotation reference"
PLACEHOLDER = "Placeholder Text"
CAPTION = "caption"
