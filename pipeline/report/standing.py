"""Chapter 'Waar staat u nu?': the chart, what goes well, where there is room, what is open."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Antwoord, Block, Heading, Paragraph, Role, Row, Run, Table
from pipeline.report.agreement import agreement
from pipeline.report.chart import chart_keys, standing_chart
from pipeline.report.examples import examples_in_front
from pipeline.report.furthest import furthest, furthest_shown
from pipeline.report.material import Material, row
from pipeline.report.previous import beside_previous
from pipeline.report.round import beside_round
from pipeline.wording import capitalised, enumerated

_DISCUSSION_AFTER = 3  # chapters: the Gespreksagenda comes after the beginning and the agenda
_MOST_ROOM = 12  # more stellingen than this are told as a count


def standing(material: Material, chapter: int) -> Iterator[Block]:
    """Yield the chapter under its number."""
    yield Heading("stand", 2, f"{chapter} {material.say('kop: stand')}", new_page=True)
    keys = [*_about_keys(material), *chart_keys(material)]
    keys += ["stand: bijlage"] if material.whole else []
    text = " ".join(material.say(key) for key in keys)
    yield Paragraph("stand.inleiding", Role.INTRO, (Run(text),))
    yield standing_chart(material)
    yield from agreement(material, chapter + _DISCUSSION_AFTER)
    sections = [("goed", _good), ("ruimte", _room)]
    if material.open_numbers:
        sections.append(("uitzoeken", _find_out))
    if material.previous is not None:
        sections.append(("vorige", _previous))
    for number, (key, section) in enumerate(sections, 1):
        yield Heading(key, 3, f"{chapter}.{number} {material.say(f'kop: {key}')}")
        yield from section(material, chapter)
    if material.benchmark is not None:
        heading = f"{chapter}.{len(sections) + 1} {material.say('kop: ronde')}"
        yield Heading("ronde", 3, heading)
        yield from beside_round(material, material.benchmark)


def _about_keys(material: Material) -> tuple[str, ...]:
    """Return the key of what this chapter tells, by what there is to tell."""
    find_out = " uitzoeken" if material.open_numbers else ""
    if furthest(material):
        return (f"stand: inleiding{find_out}",)
    if material.scores.overall.scored:
        return (f"stand: inleiding ruimte{find_out}",)
    return ("stand: inleiding alleen uitzoeken",) if find_out else ()


def _good(material: Material, _: int) -> Iterator[Block]:
    good = furthest(material)
    shown = furthest_shown(material)
    if material.with_answer(Antwoord.VOLLEDIG, Antwoord.GROTENDEELS):
        key = "goed: inleiding" if len(good) == len(shown) else "goed: inleiding onder andere"
    elif good:
        key = "goed: nog niets"
    else:
        key = "goed: nog geen" if material.scores.overall.scored else "goed: geen score"
    role = Role.INTRO if shown else Role.BODY
    many = capitalised(material.number(len(good)))
    counts = {"aantal": many, "getoond": material.number(len(shown))}
    yield Paragraph("goed.inleiding", role, (Run(material.say(key, **counts)),))
    for number in shown:
        answer = material.label(material.score(number).advice_answer)
        text = f"{material.name(number)}: {answer}"
        yield Paragraph(f"goed.stelling-{number:02d}", Role.BULLET, (Run(text),))
    yield from examples_in_front(material)


def _room(material: Material, chapter: int) -> Iterator[Block]:
    niet, deels = (material.with_answer(a) for a in (Antwoord.NIET, Antwoord.DEELS))
    numbers = niet or deels
    if len(numbers) > _MOST_ROOM:
        text = _much_room(material, niet, deels, chapter)
        yield Paragraph("ruimte.inleiding", Role.BODY, (Run(text),))
        return
    role = Role.INTRO if numbers else Role.BODY
    kind = _room_kind(material, niet, deels)
    by_people = material.several and numbers
    key = f"ruimte: {kind} meer invullers" if by_people else f"ruimte: {kind}"
    yield Paragraph("ruimte.inleiding", role, (Run(material.say(key)),))
    yield from _per_thema(material, numbers)


def _much_room(material: Material, niet: list[int], deels: list[int], chapter: int) -> str:
    """Tell as a count where there is room; the chapter after this one says where to begin."""
    count, total = len(niet or deels), len(material.scores.stellingen)
    kind = "niet" if niet else "deels"
    key = f"ruimte: alles {kind}" if count == total else f"ruimte: overal {kind}"
    return material.say(key, aantal=count, totaal=total, hoofdstuk=chapter + 1)


def _room_kind(material: Material, niet: list[int], deels: list[int]) -> str:
    if niet:
        return "een" if len(niet) == 1 else "inleiding"
    if deels:
        return "een deels" if len(deels) == 1 else "deels"
    return "geen" if material.scores.overall.scored else "geen score"


def _per_thema(material: Material, numbers: list[int]) -> Iterator[Block]:
    for thema in material.content.themas:
        named = [s.number for s in thema.stellingen if s.number in numbers]
        if named:
            runs = (Run(f"{thema.title}: ", strong=True), Run(material.names(named)))
            yield Paragraph(f"ruimte.{thema.key}", Role.BULLET, runs)


def _find_out(material: Material, _: int) -> Iterator[Block]:
    yield Paragraph("uitzoeken.inleiding", Role.INTRO, (Run(" ".join(_open(material))),))
    columns = ("kolom: stelling", "kolom: stand", "kolom: navragen")
    yield Table(
        "uitzoeken.tabel",
        material.say("tabel: uitzoeken"),
        (8, 5, 6),
        row("uitzoeken.kop", *(material.say(column) for column in columns)),
        tuple(_find_out_row(material, number) for number in material.open_numbers),
    )


def _open(material: Material) -> Iterator[str]:
    """Say why there is no answer yet, and what to do about it."""
    yield _why_open(material)
    if len(material.unread_numbers) < len(material.open_numbers):
        ask = "uitzoeken: vraag na meer invullers" if material.several else "uitzoeken: vraag na"
        yield material.say(ask)
    if material.unread_numbers:
        yield material.say("uitzoeken: kies alsnog")


def _why_open(material: Material) -> str:
    """Say why there is no answer yet: only the reasons that there are."""
    found = {
        "onbekend": material.with_answer(Antwoord.ONBEKEND),
        "leeg": material.empty_numbers,
        "niet gelezen": material.unread_numbers,
    }
    reasons = [material.say(f"uitzoeken: reden {kind}") for kind in found if found[kind]]
    kind = "inleiding een" if len(material.open_numbers) == 1 else "inleiding"
    key = f"uitzoeken: {kind} meer invullers" if material.several else f"uitzoeken: {kind}"
    return material.say(key, reden=enumerated(reasons, "of"))


def _previous(material: Material, _: int) -> Iterator[Block]:
    if material.previous is not None:
        yield from beside_previous(material, material.previous)


def _find_out_row(material: Material, number: int) -> Row:
    return row(
        f"uitzoeken.stelling-{number:02d}",
        material.name(number),
        material.niveau_of_stelling(material.score(number)),
        material.stelling(number).ask,
    )
