"""Deel A, for board and management: summary, where you stand, where to begin."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.model import (
    Antwoord,
    Block,
    Cell,
    Heading,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
    ThemaScore,
)
from pipeline.report.material import Material, capitalised, row
from pipeline.report.summary import summary
from pipeline.report.tips import tip_runs

_MOST_GOOD = 5
# Widths of columns in millimetres, by their longest word.
_THEMA_WIDTH, _NIVEAU_WIDTH = 31, 23
_WIDTHS = {
    Antwoord.NIET: 20,
    Antwoord.DEELS: 12,
    Antwoord.GROTENDEELS: 22,
    Antwoord.VOLLEDIG: 18,
    Antwoord.ONBEKEND: 20,
    Antwoord.LEEG: 17,
    Antwoord.NVT: 13,
}
_LADDER = (Antwoord.NIET, Antwoord.DEELS, Antwoord.GROTENDEELS, Antwoord.VOLLEDIG)

Chapter = Callable[[Material, int], Iterator[Block]]


def part_a(material: Material) -> Iterator[Block]:
    """Yield Deel A; its chapters are numbered from 1."""
    yield Heading("deel-a", 1, material.say("kop: deel a"))
    for number, chapter in enumerate(CHAPTERS, 1):
        yield from chapter(material, number)


def _summary(material: Material, chapter: int) -> Iterator[Block]:
    yield Heading("samenvatting", 2, f"{chapter} {material.say('kop: samenvatting')}")
    for number, text in enumerate(summary(material), 1):
        yield Paragraph(f"samenvatting.alinea-{number}", Role.BODY, (Run(text),))
    yield _thema_table(material)


def _thema_table(material: Material) -> Table:
    """Per thema the niveau and how often each answer is given; columns without use left out."""
    overall = material.scores.overall
    answers = [*_LADDER, Antwoord.ONBEKEND]
    answers += [Antwoord.LEEG] if overall.empty else []
    answers += [Antwoord.NVT] if overall.nvt else []
    header = row(
        "samenvatting.themas.kop", material.say("kolom: thema"), material.say("kolom: niveau")
    )
    figures = tuple(_column_head(material, antwoord) for antwoord in answers)
    return Table(
        "samenvatting.themas",
        material.say("tabel: themas"),
        (_THEMA_WIDTH, _NIVEAU_WIDTH, *(_WIDTHS[antwoord] for antwoord in answers)),
        Row(header.cells + figures),
        tuple(_thema_row(material, score, answers) for score in material.scores.themas),
    )


def _column_head(material: Material, antwoord: Antwoord) -> Cell:
    text = material.say(f"kolom kort: {antwoord}")
    return Cell(f"samenvatting.themas.kop.{antwoord}", (Run(text),), Role.FIGURE)


def _thema_row(material: Material, score: ThemaScore, answers: list[Antwoord]) -> Row:
    thema = next(one for one in material.content.themas if one.key == score.thema)
    given = [material.score(stelling.number).advice_answer for stelling in thema.stellingen]
    row_id = f"samenvatting.{thema.key}"
    texts = row(row_id, thema.title, material.niveau_of_thema(score)).cells
    counts = tuple(
        Cell(f"{row_id}.{antwoord}", (Run(str(given.count(antwoord))),), Role.FIGURE)
        for antwoord in answers
    )
    return Row(texts + counts)


def _standing(material: Material, chapter: int) -> Iterator[Block]:
    yield Heading("stand", 2, f"{chapter} {material.say('kop: stand')}")
    yield Paragraph("stand.inleiding", Role.BODY, (Run(material.say("stand: inleiding")),))
    sections = [("goed", _good), ("ruimte", _room)]
    if _open_numbers(material):
        sections.append(("uitzoeken", _find_out))
    for number, (key, section) in enumerate(sections, 1):
        yield Heading(key, 3, f"{chapter}.{number} {material.say(f'kop: {key}')}")
        yield from section(material)


def _with_answer(material: Material, *answers: Antwoord) -> list[int]:
    """Return the stellingen with one of these answers, in the order of the answers."""
    scores = material.scores.stellingen
    return [s.stelling for answer in answers for s in scores if s.advice_answer is answer]


def _good(material: Material) -> Iterator[Block]:
    good = _with_answer(material, Antwoord.VOLLEDIG, Antwoord.GROTENDEELS)
    partly = _with_answer(material, Antwoord.DEELS)
    if good:
        key = "goed: inleiding"
    elif partly:
        key = "goed: nog niets"
    else:
        key = "goed: nog geen" if material.scores.overall.scored else "goed: geen score"
    yield Paragraph("goed.inleiding", Role.BODY, (Run(material.say(key)),))
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
        numbers = _with_answer(material, antwoord)
        if numbers:
            yield Paragraph("ruimte.inleiding", Role.BODY, (Run(material.say(key)),))
            yield from _per_thema(material, numbers)
            return
    key = "ruimte: geen" if material.scores.overall.scored else "ruimte: geen score"
    yield Paragraph("ruimte.inleiding", Role.BODY, (Run(material.say(key)),))


def _per_thema(material: Material, numbers: list[int]) -> Iterator[Block]:
    for thema in material.content.themas:
        named = [s.number for s in thema.stellingen if s.number in numbers]
        if named:
            runs = (Run(f"{thema.title}: ", strong=True), Run(material.names(named)))
            yield Paragraph(f"ruimte.{thema.key}", Role.BULLET, runs)


def _open_numbers(material: Material) -> list[int]:
    return _with_answer(material, Antwoord.ONBEKEND, Antwoord.LEEG)


def _find_out(material: Material) -> Iterator[Block]:
    yield Paragraph("uitzoeken.inleiding", Role.BODY, (Run(material.say("uitzoeken: inleiding")),))
    columns = ("kolom: stelling", "kolom: stand", "kolom: navragen")
    yield Table(
        "uitzoeken.tabel",
        material.say("tabel: uitzoeken"),
        (8, 5, 6),
        row("uitzoeken.kop", *(material.say(column) for column in columns)),
        tuple(_find_out_row(material, number) for number in _open_numbers(material)),
    )


def _find_out_row(material: Material, number: int) -> Row:
    return row(
        f"uitzoeken.stelling-{number:02d}",
        material.name(number),
        material.niveau_of_stelling(material.score(number)),
        material.stelling(number).ask,
    )


def _beginning(material: Material, chapter: int) -> Iterator[Block]:
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
    return material.say("begin: geen maar open" if _open_numbers(material) else "begin: geen")


def _first_step(material: Material, number: int) -> Iterator[Block]:
    block_id = f"begin.stelling-{number:02d}"
    stelling = material.stelling(number)
    yield Paragraph(block_id, Role.LABEL, (Run(f"{number} {stelling.short_name}"),))
    why = Run(f"{material.say('begin: waarom')} ", strong=True)
    reason = Run(f"{_reason(material, number)} ")
    link = Run(material.say("begin: verwijzing", nummer=number), anchor=f"stelling-{number:02d}")
    yield Paragraph(f"{block_id}.waarom", Role.BODY, (why, reason, link, Run(".")))
    tips = material.advice.stelling(number).tips
    if tips:
        start = Run(f"{material.say('begin: eerste stap')} ", strong=True)
        answer = material.score(number).advice_answer
        runs = (start, *tip_runs(material, tips[0], answer))
        yield Paragraph(f"{block_id}.stap", Role.BODY, runs)
        for order, item in enumerate(tips[0].items, 1):
            yield Paragraph(f"{block_id}.stap.{order}", Role.BULLET, material.runs(item))


def _reason(material: Material, number: int) -> str:
    advice = material.advice
    answer = material.label(material.score(number).advice_answer)
    chose = sum(
        any(choice.stelling == number for choice in one.choices) for one in material.scores.used
    )
    if number in advice.duties:
        return material.say("begin: plicht", antwoord=answer)
    if chose and not material.several:
        return material.say("begin: gekozen", antwoord=answer)
    if chose == 1:
        return material.say("begin: gekozen door een", antwoord=answer)
    if chose:
        many = capitalised(material.number(chose))
        return material.say("begin: gekozen door", aantal=many, antwoord=answer)
    return material.say("begin: antwoord", antwoord=answer)


CHAPTERS: tuple[Chapter, ...] = (_summary, _standing, _beginning)
