"""The chart of all stellingen, grouped by thema: what each bar says, not how it looks."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.model import Antwoord, Bar, Chart, ChartKind, Comparison, Stelling
from pipeline.report.material import Material
from pipeline.wording import capitalised, enumerated

_GIVEN = (
    Antwoord.NIET,
    Antwoord.DEELS,
    Antwoord.GROTENDEELS,
    Antwoord.VOLLEDIG,
    Antwoord.ONBEKEND,
)


def standing_chart(material: Material) -> Chart:
    """Return the answers as bars; with an earlier scan both, with several people the spread."""
    if material.previous is not None:
        return _beside(material, material.previous)
    return _stacked(material) if _shows_spread(material) else _single(material)


def _shows_spread(material: Material) -> bool:
    return material.several and material.previous is None


def chart_keys(material: Material) -> list[str]:
    """Return the keys of the sentences that introduce the chart."""
    if material.previous is not None:
        return ["grafiek: inleiding vorige"]
    if _shows_spread(material):
        return ["grafiek: inleiding spreiding"]
    has_bars = material.scores.overall.scored > 0
    return ["grafiek: inleiding", "grafiek: balk"] if has_bars else ["grafiek: inleiding"]


def _single(material: Material) -> Chart:
    def bar(stelling: Stelling) -> Bar:
        value, word = _answer_now(material, stelling.number)
        return Bar(_label(stelling), (value,), (word,))

    series = (material.say("grafiek: reeks nu"),)
    bars = _bars(material, bar)
    return Chart("stand.grafiek", _told(material), ChartKind.SINGLE, series, bars, _top(material))


def _beside(material: Material, previous: Comparison) -> Chart:
    def bar(stelling: Stelling) -> Bar:
        value, word = _answer_now(material, stelling.number)
        before = previous.stelling(stelling.number).before
        earlier = _answer(material, before) if before else (None, "")
        return Bar(_label(stelling), (value, earlier[0]), (word, earlier[1]))

    series = (material.say("grafiek: reeks nu"), material.say("grafiek: reeks vorige"))
    bars = _bars(material, bar)
    return Chart("stand.grafiek", _told(material), ChartKind.BESIDE, series, bars, _top(material))


def _stacked(material: Material) -> Chart:
    def bar(stelling: Stelling) -> Bar:
        answers = material.score(stelling.number).answers
        counts = tuple(answers.count(antwoord) for antwoord in _GIVEN)
        words = tuple(
            f"{count} {material.say(f'grafiek: letter {antwoord}')}" if count else ""
            for antwoord, count in zip(_GIVEN, counts, strict=True)
        )
        return Bar(_label(stelling), counts, words)

    series = tuple(
        f"{material.say(f'grafiek: letter {antwoord}')} = {material.label(antwoord)}"
        for antwoord in _GIVEN
    )
    people = len(material.scores.used)
    bars = _bars(material, bar)
    return Chart("stand.grafiek", _told(material), ChartKind.STACKED, series, bars, people)


def _bars(material: Material, bar: Callable[[Stelling], Bar]) -> tuple[Bar, ...]:
    """Return a heading per thema with the bars of its stellingen under it."""
    bars: list[Bar] = []
    for thema in material.content.themas:
        bars.append(Bar(thema.title.upper()))
        bars += map(bar, thema.stellingen)
    return tuple(bars)


def _label(stelling: Stelling) -> str:
    return f"{stelling.number} {stelling.short_name}"


def _answer_now(material: Material, number: int) -> tuple[int | None, str]:
    """Return the length of a bar and the word beside it, also where an answer can't be read."""
    score = material.score(number)
    if score.advice_answer is Antwoord.LEEG:
        return None, material.answer(score)
    return _answer(material, score.advice_answer)


def _answer(material: Material, antwoord: Antwoord) -> tuple[int | None, str]:
    """Return the length of a bar and the word beside it; no bar for what has no score."""
    if antwoord is Antwoord.LEEG:
        return None, material.label(antwoord)
    option = material.content.option(antwoord)
    short = material.say("kolom: nvt") if antwoord is Antwoord.NVT else option.label
    return option.score, short


def _top(material: Material) -> int:
    return max(option.score or 0 for option in material.content.options)


def _told(material: Material) -> str:
    """Return the chart in a sentence, for who does not see it."""
    parts = [
        material.say("grafiek: telling", aantal=len(numbers), antwoord=material.label(antwoord))
        for antwoord in reversed(Antwoord)
        if (numbers := material.with_answer(antwoord))
    ]
    counted = enumerated(parts)
    if _shows_spread(material):
        people = len(material.scores.used)
        said = material.say(
            "grafiek: beschrijving spreiding", invullers=people, telling=f"{counted}."
        )
    else:
        key = "grafiek: beschrijving vorige" if material.previous else "grafiek: beschrijving"
        said = material.say(key, telling=f"{capitalised(counted)}.")
    return f"{said} {material.say('grafiek: bijlage')}" if material.whole else said
