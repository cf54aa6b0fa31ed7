"""What goes well already, in the people's own words: a few in Deel A, the others at their thema."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from pipeline.model import Block, Paragraph, Questionnaire, Role, Run, Thema
from pipeline.naming import normalise
from pipeline.report.material import Material
from pipeline.report.notes import remark_notes

_MOST = 5
_MOST_LETTERS = 900  # of all examples in Deel A together: a third of a page


@dataclass(frozen=True, slots=True)
class Quoted:
    """One example: of which thema, what was written, and in whose workbook."""

    thema: str
    text: str
    one: Questionnaire


def examples_in_front(material: Material) -> Iterator[Block]:
    """Yield the examples that fit Deel A, each with its thema, and how many there are besides."""
    chosen = _in_front(material)
    if chosen:
        said = material.say("goed: voorbeelden")
        yield Paragraph("goed.voorbeelden", Role.LABEL, (Run(said),))
    for thema in material.content.themas:
        here = [quoted for quoted in chosen if quoted.thema == thema.key]
        lead = Run(f"{thema.title}: ", strong=True)
        for number, quoted in enumerate(here, 1):
            yield _quote(material, f"goed.{thema.key}.{number}", quoted, lead)
    others = len(_all(material)) - len(chosen)
    if others:
        yield Paragraph("goed.meer", Role.BODY, (Run(_elsewhere(material, len(chosen), others)),))


def examples_of_thema(material: Material, thema: Thema) -> Iterator[Block]:
    """Yield the examples of a thema that did not fit Deel A."""
    in_front = _in_front(material)
    of_thema = (quoted for quoted in _all(material) if quoted.thema == thema.key)
    others = [quoted for quoted in of_thema if quoted not in in_front]
    if others:
        said = material.say("thema: voorbeelden")
        yield Paragraph(f"thema-{thema.key}.voorbeelden", Role.LABEL, (Run(said),))
    for number, quoted in enumerate(others, 1):
        yield _quote(material, f"thema-{thema.key}.voorbeeld-{number}", quoted)


def _quote(material: Material, block_id: str, quoted: Quoted, *lead: Run) -> Paragraph:
    quote = Run(material.say("opmerking: citaat", opmerking=quoted.text))
    notes = remark_notes(material, quoted.text, quoted.one)
    return Paragraph(block_id, Role.QUOTE, (*lead, quote), notes=notes)


def _all(material: Material) -> list[Quoted]:
    """Return all examples, by text: no order tells which of them one person wrote.

    What several people wrote in the same words stands there once.
    """
    quoted = {
        (example.thema, normalise(example.text)): Quoted(example.thema, example.text, one)
        for one in reversed(material.scores.used)
        for example in one.examples
    }
    return sorted(quoted.values(), key=lambda one: one.text.casefold())


def _in_front(material: Material) -> list[Quoted]:
    """Return the examples for Deel A: of each thema one before any second, short ones first."""
    by_length = sorted(_all(material), key=lambda quoted: len(quoted.text))
    themas = [thema.key for thema in material.content.themas]
    of_thema = [[one for one in by_length if one.thema == thema] for thema in themas]
    room = _MOST_LETTERS
    chosen: list[Quoted] = []
    for quoted in (one for turn in zip_longest(*of_thema) for one in turn if one is not None):
        if len(quoted.text) <= room and len(chosen) < _MOST:
            room -= len(quoted.text)
            chosen.append(quoted)
    return [quoted for quoted in _all(material) if quoted in chosen]


def _elsewhere(material: Material, here: int, count: int) -> str:
    """Say where the other examples stand; without any here, all of them."""
    where = "deel b" if material.whole else "kort"
    what = "een voorbeeld" if count == 1 else "voorbeelden"
    key = f"goed: {what} in {where}" if here else f"goed: alleen {what} in {where}"
    return material.say(key, aantal=material.number(count))
