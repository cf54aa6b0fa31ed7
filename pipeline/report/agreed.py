"""What was agreed the time before: the verbeteragenda of the earlier report, with its stand.

Its columns have other heads than those of the agenda of now, which is found again by them.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Agreed, Block, Comparison, Paragraph, Role, Row, Run, Table
from pipeline.report.material import Material, row

_COLUMNS = ("stelling", "afspraak", "wie", "klaar", "stand")
_WIDTHS = (38, 58, 24, 26, 20)
_MOST = 10  # what is left fits no page; it is told how many there are
_EMPTY = "–"


def agreed_before(material: Material, comparison: Comparison) -> Iterator[Block]:
    """Yield the table of what was agreed, as it stood in the earlier report."""
    agenda = comparison.earlier.agenda
    rest = len(agenda) - _MOST
    yield Paragraph("afspraken.inleiding", Role.INTRO, (Run(material.say("afspraken: inleiding")),))
    yield Table(
        "afspraken.tabel",
        material.say("tabel: afspraken"),
        _WIDTHS,
        row("afspraken.kop", *(material.say(f"afspraken: kolom {one}") for one in _COLUMNS)),
        tuple(_row(place, one) for place, one in enumerate(agenda[:_MOST], 1)),
        together=False,
    )
    if rest > 0:
        key = "afspraken: nog een" if rest == 1 else "afspraken: nog meer"
        text = material.say(key, aantal=material.number(rest))
        yield Paragraph("afspraken.rest", Role.BODY, (Run(text),))


def _row(place: int, one: Agreed) -> Row:
    texts = (one.stelling, one.action, one.who, one.ready, one.state)
    return row(f"afspraken.rij-{place}", *(text or _EMPTY for text in texts))
