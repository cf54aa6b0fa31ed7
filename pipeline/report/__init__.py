"""Advice -> Report: every decision about what the report says, in which order and words.

Each block and each piece of it has an id that stays the same from run to run
(`stelling-07.tip-3`), because edits are kept per piece.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.facts import facts_of, key_of
from pipeline.model import (
    Block,
    Contents,
    ContentsEntry,
    Heading,
    Paragraph,
    Report,
    Respondent,
    Role,
    Run,
    Sender,
)
from pipeline.report.annexes import annexes
from pipeline.report.front import front_page, title_block
from pipeline.report.management import part_a
from pipeline.report.material import Material
from pipeline.report.team import part_b

__all__ = ["Material", "compose", "compose_short"]


def compose(material: Material, sender: Sender) -> Report:
    """Write the report of one organisatie + onderdeel, whose name must be known."""
    title = _title(material)
    body = (*part_a(material), *part_b(material), *annexes(material))
    front = tuple(front_page(material, sender, title))
    blocks = (*front, *_contents(material, body), *body)
    return Report(
        title,
        material.whose,
        facts_of(material.scores, material.content),
        blocks,
        _respondents(material),
    )


def compose_short(material: Material, sender: Sender) -> Report:
    """Write Deel A alone, with a title above it instead of a front page."""
    title = _title(material)
    blocks = (*title_block(material, sender, title), *part_a(material))
    return Report(
        title,
        material.whose,
        facts_of(material.scores, material.content),
        blocks,
        _respondents(material),
    )


def _respondents(material: Material) -> tuple[Respondent, ...]:
    """Return who answered what; a person without name or mail address has no key."""
    return tuple(
        Respondent(key_of(one.profile), tuple(given.antwoord.value for given in one.answers))
        for one in material.scores.used
    )


def _title(material: Material) -> str:
    return material.say("titel", scan=material.content.title)


def _contents(material: Material, body: Iterable[Block]) -> tuple[Block, ...]:
    headings = (block for block in body if isinstance(block, Heading))
    entries = tuple(ContentsEntry(one.level, one.text, one.id) for one in headings)
    heading = (Run(material.say("kop: inhoud")),)
    return Paragraph("inhoud", Role.CONTENTS, heading), Contents("inhoud.lijst", entries)
