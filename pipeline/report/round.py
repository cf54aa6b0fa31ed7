"""The organisation beside the round: in words in Deel A, per stelling in Bijlage A."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Benchmark, Block, Paragraph, Role, RoundAnswer, Row, Run, Table
from pipeline.report.material import Material, row
from pipeline.wording import capitalised, enumerated

_NOT_SHOWN = "–"
_HIGHER, _SAME, _LOWER = "hoger", "gelijk", "lager"


def beside_round(material: Material, benchmark: Benchmark) -> Iterator[Block]:
    """Yield how often the answers are higher than, the same as or lower than the middle ones."""
    organisations = capitalised(material.number(benchmark.organisations))
    about = material.say("ronde: inleiding", aantal=organisations)
    text = f"{about} {_counts(material, benchmark)}"
    yield Paragraph("ronde.inleiding", Role.BODY, (Run(text),))
    ending = "ronde: geen oordeel met bijlage" if material.whole else "ronde: geen oordeel"
    yield Paragraph("ronde.oordeel", Role.BODY, (Run(material.say(ending)),))


def _counts(material: Material, benchmark: Benchmark) -> str:
    """Say how many answers are higher, the same and lower; what is none is left out."""
    places = [_place(material, one) for one in benchmark.stellingen]
    said = [
        material.say(f"ronde: {place}", aantal="één" if count == 1 else material.number(count))
        for place in (_HIGHER, _SAME, _LOWER)
        if (count := places.count(place))
    ]
    if not said:
        return material.say("ronde: niets te vergelijken")
    return material.say("ronde: aantallen", aantallen=enumerated(said))


def _place(material: Material, one: RoundAnswer) -> str | None:
    """Return where the answer to a stelling lies beside the middle one; None without either."""
    points = {option.antwoord: option.score for option in material.content.options}
    own = points.get(material.score(one.stelling).advice_answer)
    middle = points[one.middle] if one.middle else None
    if own is None or middle is None:
        return None
    return _SAME if own == middle else _HIGHER if own > middle else _LOWER


def round_table(material: Material, benchmark: Benchmark) -> Iterator[Block]:
    """Yield the own answer to each stelling beside the middle one of the round."""
    about = material.say("bijlage a: ronde")
    yield Paragraph("bijlage-a.ronde.inleiding", Role.NOTE, (Run(about),))
    own = "kolom: adviesantwoord" if material.several else "kolom: antwoord"
    columns = ("kolom: nummer", "kolom: stelling", own, "kolom: ronde")
    yield Table(
        "bijlage-a.ronde",
        material.say("tabel: ronde"),
        (10, 60, 40, 40),
        row("bijlage-a.ronde.kop", *map(material.say, columns)),
        tuple(_row(material, one) for one in benchmark.stellingen),
    )


def _row(material: Material, one: RoundAnswer) -> Row:
    return row(
        f"bijlage-a.ronde.stelling-{one.stelling:02d}",
        str(one.stelling),
        material.broken(material.stelling(one.stelling).short_name),
        material.answer(material.score(one.stelling)),
        material.label(one.middle) if one.middle else _NOT_SHOWN,
    )
