"""Chapter 'Samenvatting': the sentences, and the table of themas."""

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
    Table,
    ThemaScore,
)
from pipeline.report.material import Material, row
from pipeline.report.summary import summary

# Widths of columns in millimetres, by their longest word.
_THEMA_WIDTH, _NIVEAU_WIDTH = 30, 23
_WIDTHS = {
    Antwoord.NIET: 19,
    Antwoord.DEELS: 15,
    Antwoord.GROTENDEELS: 20,
    Antwoord.VOLLEDIG: 18,
    Antwoord.ONBEKEND: 18,
    Antwoord.LEEG: 20,
    Antwoord.NVT: 14,
}
_LADDER = (Antwoord.NIET, Antwoord.DEELS, Antwoord.GROTENDEELS, Antwoord.VOLLEDIG)


def overview(material: Material, chapter: int) -> Iterator[Block]:
    """Yield the chapter under its number."""
    yield Heading("samenvatting", 2, f"{chapter} {material.say('kop: samenvatting')}")
    yield Paragraph("samenvatting.opening", Role.BODY, (_opening(material),))
    for number, text in enumerate(summary(material), 1):
        yield Paragraph(f"samenvatting.alinea-{number}", Role.BODY, (Run(text),))
    key = "samenvatting: tabel meer invullers" if material.several else "samenvatting: tabel"
    yield Paragraph("samenvatting.tabel", Role.INTRO, (Run(material.say(key)),))
    yield _thema_table(material)


def _opening(material: Material) -> Control:
    return Control(
        "samenvatting.opening.tekst",
        ControlKind.TEXT,
        material.say("adviseur: opening titel"),
        material.say("adviseur: opening"),
    )


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
    key = material.without_answer if antwoord is Antwoord.LEEG else antwoord
    text = material.broken(material.say(f"kolom kort: {key}"))
    return Cell(f"samenvatting.themas.kop.{antwoord}", (Run(text),), Role.FIGURE)


def _thema_row(material: Material, score: ThemaScore, answers: list[Antwoord]) -> Row:
    thema = next(one for one in material.content.themas if one.key == score.thema)
    given = [material.score(stelling.number).advice_answer for stelling in thema.stellingen]
    row_id = f"samenvatting.{thema.key}"
    texts = row(row_id, material.broken(thema.title), material.niveau_of_thema(score)).cells
    counts = tuple(
        Cell(f"{row_id}.{antwoord}", (Run(str(given.count(antwoord))),), Role.FIGURE)
        for antwoord in answers
    )
    return Row(texts + counts)
