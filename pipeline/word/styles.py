"""Which style of Word each role has."""

from __future__ import annotations

from pipeline.model import Role

STYLE_OF_ROLE = {
    Role.TITLE: "Title",
    Role.SUBTITLE: "Subtitle",
    Role.FRONT: "QuickScan Voorblad",
    Role.BODY: "Body Text",
    Role.LEAD: "QuickScan Stelling",
    Role.ANSWER: "QuickScan Antwoord",
    Role.LABEL: "QuickScan Tussenkop",
    Role.QUOTE: "Quote",
    Role.NOTE: "QuickScan Toelichting",
    Role.BULLET: "List Bullet",
    Role.SUB_BULLET: "List Bullet 2",
    Role.CELL: "QuickScan Tabeltekst",
    Role.FIGURE: "QuickScan Tabelcijfer",
    Role.SOURCE: "QuickScan Bron",
}
HEADING_STYLES = ("Heading 1", "Heading 2", "Heading 3")
TABLE_STYLE = "QuickScan Tabel"
STRONG = "Strong"
HYPERLINK = "Hyperlink"
