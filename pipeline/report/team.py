"""Deel B, for the team: per thema and stelling the answer and all tips that fit it."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import (
    Antwoord,
    Block,
    Cell,
    Control,
    ControlKind,
    Heading,
    Paragraph,
    Role,
    Row,
    Run,
    Stelling,
    StellingScore,
    Table,
    Thema,
    ThemaScore,
    Tip,
)
from pipeline.report.examples import examples_of_thema
from pipeline.report.management import chapters
from pipeline.report.material import Material, row
from pipeline.report.notes import answer_notes, remark_notes
from pipeline.report.spread import spread_in_cell, spread_in_words
from pipeline.report.tips import tip_runs
from pipeline.wording import capitalised

_GENERIC = "stelling: geen tip"
_WITHOUT_TIPS = {Antwoord.LEEG: "stelling: leeg", Antwoord.NVT: "stelling: nvt"}
_BEGIN_HERE = 2  # so many tips stand under Begin hier; the rest under Ook mogelijk


def part_b(material: Material) -> Iterator[Block]:
    """Yield Deel B; its chapters go on with the numbers of Deel A."""
    yield Heading("deel-b", 1, material.say("kop: deel b"))
    chapter = len(chapters(material)) + 1
    yield from _guide(material, chapter)
    if _recurring(material):
        chapter += 1
        yield from _recurring_advice(material, chapter)
    for thema, score in zip(material.content.themas, material.scores.themas, strict=True):
        chapter += 1
        yield from _thema(material, thema, score, chapter)


def _guide(material: Material, chapter: int) -> Iterator[Block]:
    yield Heading("leeswijzer", 2, f"{chapter} {material.say('kop: leeswijzer')}")
    texts = material.say("leeswijzer: tekst").split("\n\n")
    if material.several:
        texts.append(_how_answers_count(material))
    for number, text in enumerate(texts, 1):
        yield Paragraph(f"leeswijzer.alinea-{number}", Role.BODY, (Run(text),))


def _how_answers_count(material: Material) -> str:
    if material.pair:
        return material.say("leeswijzer: twee invullers")
    aantal = capitalised(material.number(len(material.scores.used)))
    return material.say("leeswijzer: meer invullers", aantal=aantal)


def _recurring(material: Material) -> list[Row]:
    return [
        Row(
            (
                Cell(f"advies.{one.advice.key}.1", (Run(one.advice.name),)),
                Cell(f"advies.{one.advice.key}.2", (Run(one.advice.text),)),
                Cell(f"advies.{one.advice.key}.3", _stelling_links(one.stellingen)),
            )
        )
        for one in material.advice.recurring
        if len(one.stellingen) > 1
    ]


def _stelling_links(numbers: tuple[int, ...]) -> tuple[Run, ...]:
    """Return the numbers of stellingen, each a link to its place: `1, 2 en 9`."""
    runs = []
    for place, number in enumerate(numbers, 1):
        before = {1: "", len(numbers): " en "}.get(place, ", ")
        runs += [Run(before)] if before else []
        runs.append(Run(str(number), anchor=f"stelling-{number:02d}"))
    return tuple(runs)


def _recurring_advice(material: Material, chapter: int) -> Iterator[Block]:
    yield Heading("adviezen", 2, f"{chapter} {material.say('kop: adviezen')}")
    yield Paragraph("adviezen.inleiding", Role.INTRO, (Run(material.say("adviezen: inleiding")),))
    columns = ("kolom: advies", "kolom: waarom", "kolom: stellingen")
    yield Table(
        "adviezen.tabel",
        material.say("tabel: adviezen"),
        (9, 23, 6),
        row("adviezen.kop", *(material.say(column) for column in columns)),
        tuple(_recurring(material)),
        together=False,
    )


def _thema(material: Material, thema: Thema, score: ThemaScore, chapter: int) -> Iterator[Block]:
    first = thema == material.content.themas[0]
    yield Heading(f"thema-{thema.key}", 2, f"{chapter} {thema.title}", new_page=first)
    yield Paragraph(f"thema-{thema.key}.inleiding", Role.INTRO, (Run(thema.introduction),))
    yield Paragraph(f"thema-{thema.key}.adviseur", Role.INTRO, (_own_words(material, thema),))
    said = material.say("thema: niveau", niveau=material.niveau_of_thema(score))
    yield Paragraph(f"thema-{thema.key}.niveau", Role.INTRO, (Run(said),))
    yield _thema_table(material, thema)
    yield from examples_of_thema(material, thema)
    for stelling in thema.stellingen:
        yield from _stelling(material, stelling)


def _own_words(material: Material, thema: Thema) -> Control:
    return Control(
        f"thema-{thema.key}.adviseur.tekst",
        ControlKind.TEXT,
        material.say("adviseur: thema titel", thema=thema.title),
        material.say("adviseur: thema", thema=thema.title),
    )


def _thema_table(material: Material, thema: Thema) -> Table:
    columns = ["stelling", "adviesantwoord" if material.several else "antwoord", "niveau"]
    columns += ["spreiding"] if material.several else []
    return Table(
        f"thema-{thema.key}.tabel",
        material.say("tabel: stellingen van thema", thema=thema.title),
        (7, 5, 4, 6) if material.several else (8, 5, 5),
        row(f"thema-{thema.key}.kop", *(material.say(f"kolom: {column}") for column in columns)),
        tuple(_thema_row(material, stelling) for stelling in thema.stellingen),
    )


def _thema_row(material: Material, stelling: Stelling) -> Row:
    score = material.score(stelling.number)
    row_id = f"{stelling_id(stelling.number)}.rij"
    name = Run(f"{stelling.number} {stelling.short_name}", anchor=stelling_id(stelling.number))
    texts = [material.broken(material.answer(score)), material.niveau_of_stelling(score)]
    texts += [spread_in_cell(material, score)] if material.several else []
    cells = (Cell(f"{row_id}.{n}", (Run(text),)) for n, text in enumerate(texts, 2))
    return Row((Cell(f"{row_id}.1", (name,)), *cells))


def stelling_id(number: int) -> str:
    """Return the id of the block of a stelling, `stelling-07`."""
    return f"stelling-{number:02d}"


def _stelling(material: Material, stelling: Stelling) -> Iterator[Block]:
    block_id = stelling_id(stelling.number)
    score = material.score(stelling.number)
    yield Heading(block_id, 3, f"{stelling.number} {stelling.short_name}")
    explained = f"\n{material.say('stelling: waarover')} {stelling.toelichting}"
    lead = (Run(stelling.text), Run(explained, small=True))
    yield Paragraph(f"{block_id}.tekst", Role.LEAD, lead)
    notes = answer_notes(material, score)
    answer = tuple(_answer(material, score))
    yield Paragraph(f"{block_id}.antwoord", Role.ANSWER, answer, notes=notes)
    yield from _remarks(material, stelling)
    yield from _advice(material, stelling, score)


def _answer(material: Material, score: StellingScore) -> Iterator[Run]:
    """Say the answer, the niveau, and with several people how far they lie apart."""
    count = len(material.scores.used)
    key = "stelling: adviesantwoord" if material.several else "stelling: antwoord"
    yield Run(f"{material.say(key, aantal=count)} ", strong=True)
    yield Run(f"{material.answer(score)}. ")
    if score.niveau is not None:
        yield Run(f"{material.say('stelling: niveau')} ", strong=True)
        yield Run(f"{material.niveau_of_stelling(score)}. ")
    if material.several:
        yield Run(f"{material.say('stelling: spreiding')} ", strong=True)
        yield Run(f"{spread_in_words(material, score)}. ")
    if score.advice_answer is Antwoord.ONBEKEND:
        yield Run(f"{material.say('stelling: navragen')} ", strong=True)
        yield Run(f"{material.stelling(score.stelling).ask}.")


def _remarks(material: Material, stelling: Stelling) -> Iterator[Block]:
    remarks = [
        (given, one)
        for one in material.scores.used
        for given in one.answers
        if given.stelling == stelling.number and given.remark
    ]
    # by text, so that no order tells whose remarks belong together
    remarks.sort(key=lambda pair: pair[0].remark.casefold())
    for number, (given, one) in enumerate(remarks, 1):
        quote = Run(material.say("opmerking: citaat", opmerking=given.remark))
        block_id = f"{stelling_id(stelling.number)}.opmerking-{number}"
        notes = remark_notes(material, given.remark, one)
        yield Paragraph(block_id, Role.QUOTE, (quote,), notes=notes)


def _advice(material: Material, stelling: Stelling, score: StellingScore) -> Iterator[Block]:
    block_id = stelling_id(stelling.number)
    advice = material.advice.stelling(stelling.number)
    key = _without_tips(material, stelling, score)
    if not advice.tips:
        generic = key == _GENERIC
        notes = (material.say("notitie: algemene zin"),) if generic else ()
        text = (Run(material.say(key)),)
        yield Paragraph(f"{block_id}.geen-tip", Role.BODY, text, notes=notes)
    if score.also_answer is not None:
        also = material.say("stelling: ook antwoord", antwoord=material.label(score.also_answer))
        yield Paragraph(f"{block_id}.ook-antwoord", Role.BODY, (Run(also),))
    first, rest = advice.tips[:_BEGIN_HERE], advice.tips[_BEGIN_HERE:]
    answer = score.advice_answer
    yield from _tips(material, f"{block_id}.begin-hier", "begin hier", first, answer)
    yield from _tips(material, f"{block_id}.ook-mogelijk", "ook mogelijk", rest, answer)
    if score.also_answer is not None and advice.also:
        said = material.say("stelling: past bij", antwoord=material.label(score.also_answer))
        yield Paragraph(f"{block_id}.past-bij", Role.LABEL, (Run(said),))
        for tip in advice.also:
            yield from _tip(material, tip, score.also_answer)


def _without_tips(material: Material, stelling: Stelling, score: StellingScore) -> str:
    """Return the key of what is said where no tip fits the answer."""
    if material.is_unread(score):
        return "stelling: niet te lezen"
    if score.advice_answer is Antwoord.NVT and stelling.duty and material.advice.municipality:
        return "stelling: nvt plicht"
    return _WITHOUT_TIPS.get(score.advice_answer, _GENERIC)


def _tips(
    material: Material, block_id: str, key: str, tips: tuple[Tip, ...], antwoord: Antwoord
) -> Iterator[Block]:
    if tips:
        label = material.say(f"stelling: {key}")
        yield Paragraph(block_id, Role.LABEL, (Run(label),))
    for tip in tips:
        yield from _tip(material, tip, antwoord)


def _tip(material: Material, tip: Tip, antwoord: Antwoord) -> Iterator[Block]:
    number, order = tip.id.split(".")
    block_id = f"{stelling_id(int(number))}.tip-{order}"
    yield Paragraph(block_id, Role.TIP, tip_runs(material, tip, antwoord), tick=True)
    for place, item in enumerate(tip.items, 1):
        yield Paragraph(f"{block_id}.{place}", Role.SUB_BULLET, material.runs(item))
