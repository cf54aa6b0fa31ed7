"""Chapter 'Waar staat u nu?': the chart, what goes well, where there is room, what is open."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Antwoord, Block, Heading, Paragraph, Role, Row, Run, Table
from pipeline.report.chart import chart_kind_key, standing_chart
from pipeline.report.material import Material, row

_MOST_GOOD = 5


def standing(material: Material, chapter: int) -> Iterator[Block]:
    """Yield the chapter under its number."""
    yield Heading("stand", 2, f"{chapter} {material.say('kop: stand')}")
    keys = ["stand: inleiding", chart_kind_key(material)]
    keys += ["stand: bijlage"] if material.whole else []
    text = " ".join(material.say(key) for key in keys)
    yield Paragraph("stand.inleiding", Role.INTRO, (Run(text),))
    yield standing_chart(material)
    sections = [("goed", _good), ("ruimte", _room)]
    if material.open_numbers:
        sections.append(("uitzoeken", _find_out))
    for number, (key, section) in enumerate(sections, 1):
        yield Heading(key, 3, f"{chapter}.{number} {material.say(f'kop: {key}')}")
        yield from section(material)


def _good(material: Material) -> Iterator[Block]:
    good = material.with_answer(Antwoord.VOLLEDIG, Antwoord.GROTENDEELS)
    partly = material.with_answer(Antwoord.DEELS)
    if good:
        key = "goed: inleiding"
    elif partly:
        key = "goed: nog niets"
    else:
        key = "goed: nog geen" if material.scores.overall.scored else "goed: geen score"
    yield Paragraph("goed.inleiding", Role.INTRO, (Run(material.say(key)),))
    for number in (good or partly)[:_MOST_GOOD]:
        answer = material.label(material.score(number).advice_answer)
        text = f"{material.name(number)}: {answer}"
        yield Paragraph(f"goed.stelling-{number:02d}", Role.BULLET, (Run(text),))
    yield from _examples(material)


def _examples(material: Material) -> Iterator[Block]:
    for thema in material.content.themas:
        texts = [
            example.text
            for one in material.scores.used
            for example in one.examples
            if example.thema == thema.key
        ]
        if texts:
            said = material.say("goed: voorbeeld", thema=thema.title)
            yield Paragraph(f"goed.{thema.key}", Role.LABEL, (Run(said),))
        for number, text in enumerate(texts, 1):
            quote = material.say("opmerking: citaat", opmerking=text)
            yield Paragraph(f"goed.{thema.key}.{number}", Role.QUOTE, (Run(quote),))


def _room(material: Material) -> Iterator[Block]:
    for antwoord, key in (
        (Antwoord.NIET, "ruimte: inleiding"),
        (Antwoord.DEELS, "ruimte: deels"),
    ):
        numbers = material.with_answer(antwoord)
        if numbers:
            yield Paragraph("ruimte.inleiding", Role.INTRO, (Run(material.say(key)),))
            yield from _per_thema(material, numbers)
            return
    key = "ruimte: geen" if material.scores.overall.scored else "ruimte: geen score"
    yield Paragraph("ruimte.inleiding", Role.INTRO, (Run(material.say(key)),))


def _per_thema(material: Material, numbers: list[int]) -> Iterator[Block]:
    for thema in material.content.themas:
        named = [s.number for s in thema.stellingen if s.number in numbers]
        if named:
            runs = (Run(f"{thema.title}: ", strong=True), Run(material.names(named)))
            yield Paragraph(f"ruimte.{thema.key}", Role.BULLET, runs)


def _find_out(material: Material) -> Iterator[Block]:
    yield Paragraph("uitzoeken.inleiding", Role.INTRO, (Run(material.say("uitzoeken: inleiding")),))
    columns = ("kolom: stelling", "kolom: stand", "kolom: navragen")
    yield Table(
        "uitzoeken.tabel",
        material.say("tabel: uitzoeken"),
        (8, 5, 6),
        row("uitzoeken.kop", *(material.say(column) for column in columns)),
        tuple(_find_out_row(material, number) for number in material.open_numbers),
    )


def _find_out_row(material: Material, number: int) -> Row:
    return row(
        f"uitzoeken.stelling-{number:02d}",
        material.name(number),
        material.niveau_of_stelling(material.score(number)),
        material.stelling(number).ask,
    )
