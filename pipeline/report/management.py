"""Deel A, for board and management: its chapters in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.model import Block, Heading
from pipeline.report.agenda import agenda
from pipeline.report.beginning import beginning
from pipeline.report.discussion import discussion
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
    """Return the chapters of Deel A; there is nothing to discuss where people agree."""
    always: tuple[Chapter, ...] = (overview, standing, beginning, agenda)
    return (*always, discussion) if material.advice.discuss else always
