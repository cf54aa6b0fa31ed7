"""How the workbook looks: colours with a contrast of 4.5 or more, one typeface, a few looks."""

from __future__ import annotations

from dataclasses import dataclass

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.colors import Color

TYPEFACE = "Calibri"
INK = "FF1F2933"
SOFT = "FF52606D"
DEEP = "FF17495C"
ACCENT = "FF1F6F78"
FAINT = "FFF4F9F9"
WHITE = "FFFFFFFF"
INPUT = "FFFFF4CC"
OPTIONAL = "FFFFFBEB"
DONE = "FFE3F2E6"
LINE = "FFC9D3D9"
INPUT_LINE = "FFB08900"


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a cell. `fill` and `line` are colours; `unlocked` cells are filled in."""

    size: float = 10.5
    bold: bool = False
    italic: bool = False
    colour: str = INK
    fill: str | None = None
    line: str | None = None
    under: str | None = None
    wrap: bool = True
    vertical: str = "top"
    horizontal: str = "left"
    indent: int = 0
    unlocked: bool = False
    number_format: str = "General"

    @property
    def font(self) -> Font:
        """The font for openpyxl."""
        return Font(TYPEFACE, self.size, bold=self.bold, italic=self.italic, color=self.colour)

    @property
    def pattern(self) -> PatternFill:
        """The background for openpyxl."""
        return PatternFill("solid", fgColor=self.fill) if self.fill else PatternFill()

    @property
    def border(self) -> Border:
        """The lines around the cell for openpyxl."""
        side = Side("thin", self.line) if self.line else Side()
        return Border(side, side, side, Side("medium", self.under) if self.under else side)

    @property
    def alignment(self) -> Alignment:
        """The place of the text in the cell for openpyxl."""
        return Alignment(self.horizontal, self.vertical, wrap_text=self.wrap, indent=self.indent)

    @property
    def protection(self) -> Protection:
        """The lock for openpyxl."""
        return Protection(locked=not self.unlocked)


TITLE = Look(20, bold=True, colour=DEEP, vertical="center", wrap=False)
SECTION = Look(12, bold=True, colour=ACCENT, vertical="bottom")
LEAD = Look(11, colour=SOFT, wrap=False, vertical="center")
BODY = Look(10.5)
CELL = Look(10.5, line=LINE, vertical="center", indent=1)
HEADER = Look(10.5, bold=True, colour=WHITE, fill=DEEP, line=DEEP, vertical="center", indent=1)
BAND = Look(13, bold=True, colour=WHITE, fill=ACCENT, vertical="center", indent=1, wrap=False)
FIELD = Look(
    11, fill=INPUT, line=INPUT_LINE, vertical="center", indent=1, unlocked=True, number_format="@"
)


def rich(strong: str, plain: str, look: Look) -> tuple[TextBlock, TextBlock]:
    """Return a bold start and the rest of a line, for a cell with more than one line."""
    return (
        TextBlock(_inline(look, bold=True), strong),
        TextBlock(_inline(look, bold=look.bold), plain),
    )


def rich_lines(lines: tuple[tuple[str, str], ...], look: Look) -> CellRichText:
    """Return lines that each begin in bold as one text."""
    last = len(lines) - 1
    return CellRichText(
        *(
            block
            for order, (strong, plain) in enumerate(lines)
            for block in rich(strong, plain + ("\n" if order < last else ""), look)
        )
    )


def _inline(look: Look, *, bold: bool) -> InlineFont:
    return InlineFont(rFont=TYPEFACE, sz=look.size, b=bold, color=Color(look.colour))
