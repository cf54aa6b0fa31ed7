"""Chapter 'Waar kunt u beginnen?': the stellingen to begin with, why, and the first step."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Block, Heading, Paragraph, Role, Run
from pipeline.report.material import Material
from pipeline.report.spread import lie_far_apart
from pipeline.report.tips import tip_runs
from pipeline.wording import capitalised

_BOTH = 2


def beginning(material: Material, chapter: int) -> Iterator[Block]:
    """Yield the chapter under its number."""
    yield Heading("begin", 2, f"{chapter} {material.say('kop: begin')}")
    numbers = material.advice.start_with
    yield Paragraph("begin.inleiding", Role.BODY, (Run(_beginning_text(material)),))
    for number in numbers:
        yield from _first_step(material, number)


def _beginning_text(material: Material) -> str:
    count = len(material.advice.start_with)
    if count > 1:
        return material.say("begin: inleiding", aantal=material.number(count))
    if count == 1:
        return material.say("begin: inleiding een")
    return material.say("begin: geen maar open" if material.open_numbers else "begin: geen")


def _first_step(material: Material, number: int) -> Iterator[Block]:
    """Yield a stelling with why it is here and its first step, in as few paragraphs as can be.

    LibreOffice guesses before it lays out how many paragraphs a page holds; each that only leads
    to the next may be left behind at the foot of a page.
    """
    block_id = f"begin.stelling-{number:02d}"
    stelling = material.stelling(number)
    yield Paragraph(block_id, Role.LABEL, (Run(f"{number} {stelling.short_name}"),))
    why = Run(f"{material.say('begin: waarom')} ", strong=True)
    reasons = (_reason(material, number), stelling.worth, _apart(material, number))
    reason = Run("".join(f"{told} " for told in reasons if told))
    runs = (why, reason, *_reference(material, number))
    tips = material.advice.stelling(number).tips
    items = tips[0].items if tips else ()
    if tips:
        start = Run(f"\n{material.say('begin: eerste stap')} ", strong=True)
        answer = material.score(number).advice_answer
        lead_in = (Run(f"{tips[0].lead_in} "),) if tips[0].lead_in else ()
        runs = (*runs, start, *lead_in, *tip_runs(material, tips[0], answer))
    role = Role.INTRO if items else Role.BODY
    yield Paragraph(f"{block_id}.stap", role, runs)
    for order, item in enumerate(items, 1):
        yield Paragraph(f"{block_id}.stap.{order}", Role.BULLET, material.runs(item))


def _reference(material: Material, number: int) -> tuple[Run, ...]:
    """Return where the other tips stand, in a report that holds them."""
    if not material.whole:
        return ()
    link = Run(material.say("begin: verwijzing", nummer=number), anchor=f"stelling-{number:02d}")
    return (link, Run("."))


def _reason(material: Material, number: int) -> str:
    """Say why a stelling comes first: a duty, a choice of the people, or the answer itself."""
    answer = material.label(material.score(number).advice_answer)
    chose = sum(
        any(choice.stelling == number for choice in one.choices) for one in material.scores.used
    )
    if number in material.advice.duties:
        key = "begin: plicht meer invullers" if material.several else "begin: plicht"
        return material.say(key, plicht=_duty(material, number), antwoord=answer)
    if 1 < chose < len(material.scores.used):
        many = capitalised(material.number(chose))
        return material.say("begin: gekozen door", aantal=many, antwoord=answer)
    return material.say(_choice_key(chose, len(material.scores.used)), antwoord=answer)


def _apart(material: Material, number: int) -> str:
    """Say that the answers lie apart, where they do: a step may not fit all of them."""
    if not material.differ(number):
        return ""
    if lie_far_apart(material.score(number)):
        return material.say("begin: verschil")
    pair, more = "begin: verschil onbekend twee", "begin: verschil onbekend"
    return material.say(pair if material.pair else more)


def _duty(material: Material, number: int) -> str:
    duty = material.stelling(number).duty
    return duty.name if duty else material.name(number)


def _choice_key(chose: int, people: int) -> str:
    """Return the key of what is said when none, one or all of the people chose a stelling."""
    if not chose:
        return "begin: antwoord" if people == 1 else "begin: adviesantwoord"
    if chose < people:
        return "begin: gekozen door een"
    return {1: "begin: gekozen", _BOTH: "begin: gekozen door beiden"}.get(
        people, "begin: gekozen door iedereen"
    )
