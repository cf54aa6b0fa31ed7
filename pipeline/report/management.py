"""Deel A, for board and management: its chapters in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.model import Block, Heading
from pipeline.report.agenda import agenda
from pipeline.report.beginning import beginning
from pipeline.report.discussion import discussion, has_discussion
from pipeline.report.material import Material
from pipeline.report.overview import overview
from pipeline.report.standing import standing

Chapter = Callable[[Material, int], Iterator[Block]]


def part_a(material: Material) -> Iterator[Block]:
    """Yield Deel A; its chapters are numbered from 1."""
    if material.whole:
        yield Heading("deel-a", 1, material.say("kop: deel a"))
    for number, chapter in enumerate(chapters(material), 1):
        yield from chapter(material, number)


def chapters(material: Material) -> tuple[Chapter, ...]:
    """Return the chapters of Deel A; without anything to discuss there is no Gespreksagenda."""
    always: tuple[Chapter, ...] = (overview, standing, beginning, agenda)
    return (*always, discussion) if has_discussion(material) else always
