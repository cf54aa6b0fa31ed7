"""The scan of now beside the earlier one: in a sentence, as a section, and per stelling.

It says hoger, gelijk, lager or niet te vergelijken. Whether that is better is for the reader.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dates import in_words
from pipeline.facts import people
from pipeline.model import (
    Block,
    Comparison,
    Difference,
    Others,
    Paragraph,
    Role,
    Row,
    Run,
    StellingDifference,
    Table,
)
from pipeline.report.material import Material, row
from pipeline.wording import capitalised, enumerated

_COMPARED = (Difference.HIGHER, Difference.SAME, Difference.LOWER)
_CHANGED = (Difference.HIGHER, Difference.LOWER)
_MOST_NAMED = 8  # more stellingen than this are told as a count
_NOT_THERE = "–"


def compared(material: Material, comparison: Comparison) -> str:
    """Say at how many stellingen the answer is higher, the same and lower than before."""
    sentences = [_counts(material, comparison), _not_compared(material, comparison)]
    return " ".join(filter(None, sentences))


def _counts(material: Material, comparison: Comparison) -> str:
    found = [(one, numbers) for one in _COMPARED if (numbers := comparison.numbers(one))]
    if not found:
        return material.say("vorige: geen")
    (first, numbers), *others = found
    said = material.say(f"verschil: {first}")
    if others:
        parts = [_at(material, first, len(numbers))]
        parts += [_at_more(material, one, len(more)) for one, more in others]
        return material.say("vorige: aantallen", aantallen=enumerated(parts))
    if len(numbers) == 1:
        return material.say("vorige: een", stelling=material.name(numbers[0]), verschil=said)
    whole = len(numbers) == len(comparison.stellingen)
    key = "vorige: alle" if whole else "vorige: alle vergelijkbare"
    return material.say(key, aantal=material.number(len(numbers)), verschil=said)


def _at(material: Material, difference: Difference, count: int) -> str:
    said = material.say(f"verschil: {difference}")
    if count == 1:
        return material.say("vorige: bij een stelling", verschil=said)
    return material.say("vorige: bij stellingen", aantal=material.number(count), verschil=said)


def _at_more(material: Material, difference: Difference, count: int) -> str:
    number = "één" if count == 1 else material.number(count)
    said = material.say(f"verschil: {difference}")
    return material.say("vorige: bij", aantal=number, verschil=said)


def _not_compared(material: Material, comparison: Comparison) -> str:
    count = len(comparison.numbers(Difference.UNKNOWN))
    if not count or count == len(comparison.stellingen):
        return ""
    if count == 1:
        return material.say("vorige: een niet")
    return material.say("vorige: niet", aantal=capitalised(material.number(count)))


# The section in Deel A


def beside_previous(material: Material, comparison: Comparison) -> Iterator[Block]:
    """Yield when and by whom the earlier scan was filled in, what differs, and the themas."""
    about = " ".join(_about(material, comparison))
    if about:
        yield Paragraph("vorige.scan", Role.BODY, (Run(about),))
    changed = [one for one in _CHANGED if comparison.numbers(one)]
    text = compared(material, comparison)
    yield Paragraph("vorige.aantallen", Role.INTRO if changed else Role.BODY, (Run(text),))
    for one in changed:
        lead = Run(f"{capitalised(material.say(f'verschil: {one}'))}: ", strong=True)
        named = Run(_named(material, comparison.numbers(one)))
        yield Paragraph(f"vorige.{one}", Role.BULLET, (lead, named))
    ending = " ".join(_ending(material, comparison))
    yield Paragraph("vorige.oordeel", Role.INTRO, (Run(ending),))
    yield _thema_table(material, comparison)


def _about(material: Material, comparison: Comparison) -> Iterator[str]:
    earlier = comparison.earlier
    if earlier.day:
        yield material.say("vorige: datum", datum=in_words(earlier.day))
    told = [*_number_of_people(material, comparison), *_other_people(material, comparison)]
    yield from told
    if told:
        yield material.say("vorige: oorzaak")
    if earlier.edition != material.content.edition:
        yield material.say("vorige: editie", editie=earlier.edition)


def _number_of_people(material: Material, comparison: Comparison) -> Iterator[str]:
    before, now = comparison.earlier.people, people(material.scores)
    if before != now:
        key = "vorige: mensen" if before and before > 1 else "vorige: mens"
        yield material.say(key, toen=_counted(material, before), nu=_counted(material, now))


def _counted(material: Material, count: int | None) -> str:
    if count is None:
        return material.say("vorige: een groep")
    if count == 1:
        return material.say("vorige: een persoon")
    return material.say("vorige: aantal mensen", aantal=material.number(count))


def _other_people(material: Material, comparison: Comparison) -> Iterator[str]:
    if comparison.others is Others.SOME:
        yield material.say("vorige: deels anderen")
    elif comparison.others is Others.ALL:
        alone = people(material.scores) == 1
        yield material.say("vorige: iemand anders" if alone else "vorige: anderen")


def _named(material: Material, numbers: list[int]) -> str:
    if len(numbers) <= _MOST_NAMED:
        return f"{material.names(numbers)}."
    return material.say("vorige: aantal stellingen", aantal=material.number(len(numbers)))


def _thema_table(material: Material, comparison: Comparison) -> Table:
    columns = ("kolom: thema", "kolom: vorige", "kolom: nu", "kolom: verschil")
    return Table(
        "vorige.themas",
        material.say("tabel: vorige themas"),
        (34, 44, 44, 44),
        row("vorige.themas.kop", *map(material.say, columns)),
        tuple(_thema_row(material, comparison, place) for place in range(len(comparison.themas))),
    )


def _thema_row(material: Material, comparison: Comparison, place: int) -> Row:
    one, thema = comparison.themas[place], material.content.themas[place]
    return row(
        f"vorige.{thema.key}",
        thema.title,
        material.niveau_of_thema(one.before),
        material.niveau_of_thema(material.scores.themas[place]),
        material.say(f"verschil: {one.difference}"),
    )


def _ending(material: Material, comparison: Comparison) -> Iterator[str]:
    pairs = zip(comparison.themas, material.scores.themas, strict=True)
    if any(one.difference in _CHANGED and one.before.niveau is now.niveau for one, now in pairs):
        yield material.say("vorige: zelfde niveau")
    yield material.say("vorige: geen oordeel")
    if material.whole:
        yield material.say("vorige: bijlage")


# Bijlage A


def previous_table(material: Material, comparison: Comparison) -> Iterator[Block]:
    """Yield per stelling the answer of then and of now, and how they differ."""
    about = material.say("bijlage a: vorige")
    yield Paragraph("bijlage-a.vorige.inleiding", Role.NOTE, (Run(about),))
    own = "kolom: adviesantwoord" if material.several else "kolom: antwoord"
    columns = ("kolom: nummer", "kolom: stelling", "kolom: vorige", own, "kolom: verschil")
    yield Table(
        "bijlage-a.vorige",
        material.say("tabel: vorige"),
        (10, 54, 36, 36, 34),
        row("bijlage-a.vorige.kop", *(material.broken(material.say(one)) for one in columns)),
        tuple(_row(material, one) for one in comparison.stellingen),
    )


def _row(material: Material, one: StellingDifference) -> Row:
    return row(
        f"bijlage-a.vorige.stelling-{one.stelling:02d}",
        str(one.stelling),
        material.broken(material.stelling(one.stelling).short_name),
        material.label(one.before) if one.before else _NOT_THERE,
        material.answer(material.score(one.stelling)),
        material.say(f"verschil: {one.difference}"),
    )
