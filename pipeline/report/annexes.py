"""The annexes: all answers and scores, how the report was made, and the sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from urllib.parse import urlsplit

from pipeline.figures import shown, shown_briefly
from pipeline.model import (
    Antwoord,
    Block,
    Cell,
    Heading,
    Link,
    Niveau,
    Paragraph,
    Role,
    Row,
    Run,
    Stelling,
    Table,
    Tally,
    Tip,
)
from pipeline.report.material import Material, row
from pipeline.report.notes import sources_note
from pipeline.report.previous import previous_table
from pipeline.report.roles import answers_by_role
from pipeline.report.round import round_table
from pipeline.wording import enumerated

_NO_FIGURE = "–"


def annexes(material: Material) -> Iterator[Block]:
    """Yield Bijlage A, B and C."""
    yield Heading("bijlagen", 1, material.say("kop: bijlagen"))
    yield from _answers(material)
    yield from _method(material)
    yield from _sources(material)


def _answers(material: Material) -> Iterator[Block]:
    yield Heading("bijlage-a", 2, material.say("kop: bijlage a"))
    score = "bijlage a: score meer invullers" if material.several else "bijlage a: score"
    intro = material.say("bijlage a: inleiding", score=material.say(score))
    if material.several:
        intro = f"{intro} {material.say('bijlage a: niveau meer invullers')}"
    yield Paragraph("bijlage-a.inleiding", Role.INTRO, (Run(intro),))
    yield _answer_table(material)
    if material.previous is not None:
        yield from previous_table(material, material.previous)
    about = material.say(
        "bijlage a: themas meer invullers" if material.several else "bijlage a: themas"
    )
    yield Paragraph("bijlage-a.themas", Role.NOTE, (Run(about),))
    yield _score_table(material)
    yield from answers_by_role(material)
    if material.benchmark is not None:
        yield from round_table(material, material.benchmark)


# Columns of the table of answers, with their widths in millimetres.
_COLUMNS = {"nummer": 10, "stelling": 60, "antwoord": 36, "score": 15, "niveau": 32}
_COLUMNS_OF_SEVERAL = {
    "nummer": 10,
    "stelling": 44,
    "adviesantwoord": 30,
    "gegeven": 42,
    "score": 15,
    "niveau": 28,
}


def _answer_table(material: Material) -> Table:
    columns = _COLUMNS_OF_SEVERAL if material.several else _COLUMNS
    return Table(
        "bijlage-a.antwoorden",
        material.say("tabel: antwoorden"),
        tuple(columns.values()),
        _header(material, "bijlage-a.antwoorden.kop", list(columns)),
        tuple(_answer_row(material, stelling) for stelling in material.content.stellingen),
    )


def _header(material: Material, row_id: str, columns: list[str]) -> Row:
    """Return a header row; a column of figures has its header to the right too."""
    figures = ("score", "met score", "onbekend", "leeg", "nvt")
    return Row(
        tuple(
            Cell(
                f"{row_id}.{column.replace(' ', '-')}",
                (Run(material.broken(_column_head(material, column))),),
                Role.FIGURE if column in figures else Role.CELL,
            )
            for column in columns
        )
    )


def _column_head(material: Material, column: str) -> str:
    """Return the head; that of what has no answer tells which kinds there are."""
    if column == "leeg":
        return material.say(f"kolom kort: {material.without_answer}")
    return material.say(f"kolom: {column}")


def _answer_row(material: Material, stelling: Stelling) -> Row:
    score = material.score(stelling.number)
    row_id = f"bijlage-a.stelling-{stelling.number:02d}"
    name = material.broken(stelling.short_name)
    texts = [str(stelling.number), name, material.answer(score)]
    texts += [_given(material, score.answers)] if material.several else []
    niveau = material.niveau_of_stelling(score)
    return Row(
        (
            *row(row_id, *texts).cells,
            Cell(f"{row_id}.score", (Run(_figure(score.score)),), Role.FIGURE),
            Cell(f"{row_id}.niveau", (Run(niveau),)),
        )
    )


def _given(material: Material, answers: tuple[Antwoord | None, ...]) -> str:
    """Return how often each answer was given, in the order of the scale: counts and no rows."""
    counts = Counter(answers)
    order = sorted(counts, key=lambda a: len(Antwoord) if a is None else a.step)
    unread = material.say("stelling: niet gelezen")
    return ", ".join(f"{counts[a]}\u00a0×\u00a0{material.label(a) if a else unread}" for a in order)


def _figure(score: Fraction | None) -> str:
    return _NO_FIGURE if score is None else shown(score)


def _score_table(material: Material) -> Table:
    columns = ["thema", "niveau", "score", "met score", "onbekend", "leeg", "nvt"]
    rows = [
        _score_row(thema.key, thema.title, material.niveau_of_thema(score), score.tally)
        for thema, score in zip(material.content.themas, material.scores.themas, strict=True)
    ]
    total = material.say("rij: totaal")
    rows.append(_score_row("totaal", total, _NO_FIGURE, material.scores.overall))
    return Table(
        "bijlage-a.scores",
        material.say("tabel: scores van themas"),
        (31, 31, 14, 18, 19, 18, 13),
        _header(material, "bijlage-a.scores.kop", columns),
        tuple(rows),
    )


def _score_row(key: str, title: str, niveau: str, tally: Tally) -> Row:
    row_id = f"bijlage-a.{key}"
    counts = (tally.scored, tally.unknown, tally.empty, tally.nvt)
    figures = (_figure(tally.score), *map(str, counts))
    cells = (
        Cell(f"{row_id}.getal-{n}", (Run(text),), Role.FIGURE) for n, text in enumerate(figures, 1)
    )
    return Row((*row(row_id, title, niveau).cells, *cells))


def _method(material: Material) -> Iterator[Block]:
    yield Heading("bijlage-b", 2, material.say("kop: bijlage b"))
    levels = {one.niveau: one.from_score or Fraction(0) for one in material.content.niveaus}
    answer = "bijlage b: adviesantwoord" if material.several else "bijlage b: antwoord"
    text = material.say(
        "bijlage b: tekst",
        antwoord=material.say(answer),
        onderweg=shown_briefly(levels[Niveau.ONDERWEG]),
        gevorderd=shown_briefly(levels[Niveau.GEVORDERD]),
        per_thema=material.number(material.content.thresholds.start_per_thema),
        editie=material.content.edition,
    )
    paragraphs = [material.content.about, *text.split("\n\n")]
    for number, paragraph in enumerate(paragraphs, 1):
        yield Paragraph(f"bijlage-b.alinea-{number}", Role.BODY, (Run(paragraph),))


def _sources(material: Material) -> Iterator[Block]:
    yield Heading("bijlage-c", 2, material.say("kop: bijlage c"))
    used = _links_used(material)
    key = "bijlage c: inleiding" if used else "bijlage c: geen"
    links = sorted(used, key=lambda link: link.title.casefold())
    notes = sources_note(material, links)
    yield Paragraph("bijlage-c.inleiding", Role.BODY, (Run(material.say(key)),), notes=notes)
    for group in ("met", "zonder"):
        held = [link for link in links if link.clickable == (group == "met")]
        if 0 < len(held) < len(links):
            label = material.say(f"bijlage c: {group} link")
            yield Paragraph(f"bijlage-c.{group}-link", Role.LABEL, (Run(label),))
        for link in held:
            yield Paragraph(f"bron.{link.key}", Role.SOURCE, _source(material, link, used[link]))


def _links_used(material: Material) -> dict[Link, list[int]]:
    """Return the sources in the tips of this report, each with the stellingen it serves."""
    used: dict[Link, list[int]] = {}
    for advice in material.advice.stellingen:
        keys = [key for tip in advice.tips + advice.also for key in _keys(tip)]
        for key in dict.fromkeys(keys):
            used.setdefault(material.content.link(key), []).append(advice.stelling)
    return used


def _keys(tip: Tip) -> list[str]:
    return [span.link for part in (tip.text, *tip.items) for span in part if span.link]


def _source(material: Material, link: Link, stellingen: list[int]) -> tuple[Run, ...]:
    """Return title, maker, where to find or search it, and where it is used."""
    url = link.url if link.clickable else None
    title = Run(link.title, strong=url is None, url=url)
    end = " " if link.title.endswith(("?", "!")) else ". "
    named = link.maker and link.maker.casefold() not in link.title.casefold()
    maker = f"{end}{link.maker}. " if named else end
    place = "" if url else f"{_place(material, link)} "
    used = material.say("bijlage c: stelling", nummers=enumerated(map(str, stellingen)))
    return (title, Run(f"{maker}{place}{used}"))


def _place(material: Material, link: Link) -> str:
    """Say that the place is unknown, and on which website to search."""
    site = urlsplit(link.url).netloc.removeprefix("www.")
    key = "bijlage c: zoek" if site else "bijlage c: onbekend"
    return material.say(key, site=site)
