"""The front page: whose report, about which scan, by whom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from pipeline.dates import in_words, in_words_with
from pipeline.facts import people
from pipeline.model import Block, Paragraph, Role, Run, Sender
from pipeline.report.material import Material


def front_page(material: Material, sender: Sender, title: str) -> Iterator[Block]:
    """Yield title, organisatie, onderdeel and the facts of the scan."""
    scores = material.scores
    yield Paragraph("voorblad.titel", Role.TITLE, (Run(title),))
    yield Paragraph("voorblad.organisatie", Role.SUBTITLE, (Run(scores.organisation or ""),))
    if scores.department:
        yield Paragraph("voorblad.onderdeel", Role.SUBTITLE, (Run(scores.department),))
    yield from _facts(material, sender)


def title_block(material: Material, sender: Sender, title: str) -> Iterator[Block]:
    """Yield the same, smaller, to stand above a short report."""
    yield Paragraph("voorblad.titel", Role.SMALL_TITLE, (Run(title),))
    yield Paragraph("voorblad.organisatie", Role.LEAD, (Run(material.whose),))
    yield from _facts(material, sender)


def _facts(material: Material, sender: Sender) -> Iterator[Block]:
    author = ", ".join(part for part in (sender.name, sender.organisation) if part)
    for key, value in (
        ("ingevuld", when_filled_in(material)),
        ("invullers", _people(material)),
        ("stand", material.say("voorblad: concept")),
        ("opsteller", author),
    ):
        if value:
            text = f"{material.say(f'voorblad: {key}')}\t{value}"
            yield Paragraph(f"voorblad.{key}", Role.FRONT, (Run(text),))


def when_filled_in(material: Material) -> str:
    """Return `op 12 november 2026`, or from when to when; empty where no date is known."""
    days = sorted({one.profile.day for one in material.scores.used if one.profile.day})
    if not days:
        return ""
    if len(days) == 1:
        return material.say("wanneer: op", datum=in_words(days[0]))
    if days[-1] - days[0] == timedelta(days=1):
        return material.say("wanneer: twee dagen", dagen=in_words_with("en", days[0], days[-1]))
    dagen = in_words_with("tot en met", days[0], days[-1])
    return material.say("wanneer: van tot", dagen=dagen)


def _people(material: Material) -> str:
    count = people(material.scores)
    return material.say("voorblad: groep") if count is None else str(count)
