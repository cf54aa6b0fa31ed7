"""Advice -> Report: every decision about what the report says, in which order and words.

Each block and each piece of it has an id that stays the same from run to run
(`stelling-07.tip-3`), because edits are kept per piece.
"""

from __future__ import annotations

from pipeline.model import Advice, Content, Report, Sender
from pipeline.report.annexes import annexes
from pipeline.report.front import front_page
from pipeline.report.management import part_a
from pipeline.report.material import Material
from pipeline.report.team import part_b


def compose(advice: Advice, content: Content, sender: Sender) -> Report:
    """Write the report of one organisatie + onderdeel, whose name must be known."""
    material = Material(advice, content)
    title = material.say("titel", scan=content.title)
    return Report(
        title=title,
        subject=material.whose,
        blocks=(
            *front_page(material, sender, title),
            *part_a(material),
            *part_b(material),
            *annexes(material),
        ),
    )
