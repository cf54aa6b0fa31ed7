"""What was agreed the time before: the verbeteragenda of the earlier report, with its stand.

Its columns have other heads than those of the agenda of now, which is found again by them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from pipeline.model import Agreed, Block, Comparison, Paragraph, Role, Row, Run, Table
from pipeline.report.material import Material, row

_COLUMNS = ("stelling", "afspraak", "wie", "klaar", "stand")
_WIDTHS = (38, 58, 24, 26, 20)
_MOST_LINES = 36  # more would take Deel A beyond its pages; it is told how many are left
_LETTERS_OF_LINE = 36  # of an action, in its column
_FEWEST_LINES = 2  # its stelling and stand
_BETWEEN = 1  # the room around a row
_EMPTY = "–"


def agreed_before(material: Material, comparison: Comparison) -> Iterator[Block]:
    """Yield the table of what was agreed, as it stood in the earlier report."""
    agenda = comparison.earlier.agenda
    shown = agenda[: _how_many_fit(agenda)]
    rest = len(agenda) - len(shown)
    yield Paragraph("afspraken.inleiding", Role.INTRO, (Run(material.say("afspraken: inleiding")),))
    yield Table(
        "afspraken.tabel",
        material.say("tabel: afspraken"),
        _WIDTHS,
        row("afspraken.kop", *(material.say(f"afspraken: kolom {one}") for one in _COLUMNS)),
        tuple(_row(place, one) for place, one in enumerate(shown, 1)),
        together=False,
    )
    if rest > 0:
        key = "afspraken: nog een" if rest == 1 else "afspraken: nog meer"
        text = material.say(key, aantal=material.number(rest))
        yield Paragraph("afspraken.rest", Role.BODY, (Run(text),))


def _how_many_fit(agenda: tuple[Agreed, ...]) -> int:
    """Return how many rows there is room for; the first is always shown."""
    lines = (
        max(len(one.action) // _LETTERS_OF_LINE + 1, _FEWEST_LINES) + _BETWEEN for one in agenda
    )
    return max(sum(total <= _MOST_LINES for total in accumulate(lines)), 1)


def _row(place: int, one: Agreed) -> Row:
    texts = (one.stelling, one.action, one.who, one.ready, one.state)
    return row(f"afspraken.rij-{place}", *(text or _EMPTY for text in texts))
