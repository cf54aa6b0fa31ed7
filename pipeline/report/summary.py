"""The sentences of the summary. Each function says one thing, or nothing where it does not hold."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, takewhile

from pipeline.facts import people
from pipeline.model import Antwoord, Niveau, ThemaScore
from pipeline.report.front import when_filled_in
from pipeline.report.furthest import furthest_shown
from pipeline.report.material import Material, uncapitalised
from pipeline.report.previous import compared
from pipeline.wording import capitalised, enumerated

_FROM_HIGH_TO_LOW = (Antwoord.VOLLEDIG, Antwoord.GROTENDEELS, Antwoord.DEELS, Antwoord.NIET)
_CLOSE = 0.3  # themas that lie within this much of each other differ too little to rank
_FURTHEST = 3
_MANY = 6  # more numbers than this are told as a count


def summary(material: Material) -> tuple[str, ...]:
    """Return the paragraphs: answers, themas, the earlier scan, where to begin, and then."""
    paragraphs = (_answers, _themas, _previous, _beginning, _ending)
    texts = (" ".join(sentence for sentence in part(material) if sentence) for part in paragraphs)
    return tuple(text for text in texts if text)


def _answers(material: Material) -> Iterator[str]:
    yield _who(material)
    alone = people(material.scores) == 1
    yield material.say("samenvatting: eigen beeld een" if alone else "samenvatting: eigen beeld")
    if _all_unknown(material):
        yield material.say("samenvatting: alles onbekend")
        return
    total = len(material.scores.stellingen)
    if material.scores.overall.nvt == total:
        yield material.say("samenvatting: alles nvt", totaal=total)
        return
    if material.several:
        lowest, middle = "samenvatting: laagste van twee", "samenvatting: adviesantwoord"
        yield material.say(lowest if material.pair else middle)
    yield from _counts(material)
    yield _unknown(material)
    yield _nvt_and_empty(material)
    yield _unread(material)


def _unknown(material: Material) -> str:
    unknown = material.with_answer(Antwoord.ONBEKEND)
    many = material.several and not material.pair
    who = " meer invullers" if many else ""
    if len(unknown) == 1:
        key = f"samenvatting: een onbekend{who}"
        return material.say(key, stelling=material.name(unknown[0]))
    count = material.number(len(unknown))
    said = count if many else capitalised(count)
    return material.say(f"samenvatting: onbekend{who}", aantal=said) if unknown else ""


def _unread(material: Material) -> str:
    count = len(material.unread_numbers)
    if count == 1:
        return material.say("samenvatting: een niet gelezen")
    return _counted(material, "samenvatting: niet gelezen", count) if count else ""


def _who(material: Material) -> str:
    count = people(material.scores)
    together = any(one.profile.together for one in material.scores.used)
    if count is None:
        key = "samenvatting: groep samen"
    elif count == 1:
        key = "samenvatting: een alleen"
    else:
        key = "samenvatting: meer samen" if together else "samenvatting: meer apart"
    said = material.say(
        key,
        aantal=capitalised(material.number(count or 0)),
        wie=material.whose_in_sentence,
        wanneer=when_filled_in(material),
    )
    return " ".join(said.split())


def _all_unknown(material: Material) -> bool:
    unknown = material.with_answer(Antwoord.ONBEKEND)
    return len(unknown) == len(material.scores.stellingen)


def _counted(material: Material, key: str, count: int) -> str:
    return material.say(key, aantal=capitalised(material.number(count)))


def _counts(material: Material) -> Iterator[str]:
    """Say how many stellingen have each answer; one alone in front gets its own sentence."""
    total = len(material.scores.stellingen)
    counts = [(answer, len(material.with_answer(answer))) for answer in _FROM_HIGH_TO_LOW]
    counts = [(answer, count) for answer, count in counts if count]
    single = list(takewhile(lambda pair: pair[1] == 1, counts))
    if single:
        words = [_word(material, answer) for answer, _ in single]
        said = enumerated([words[0], *(f"één {word}" for word in words[1:])])
        yield material.say("samenvatting: een stelling", antwoord=said)
        counts = counts[len(single) :]
    if not counts:
        return
    (first, first_count), *others = counts
    if first_count == total:
        said = _word(material, first)
        yield material.say("samenvatting: alle stellingen", totaal=total, antwoord=said)
        return
    parts = [_word(material, first)]
    parts += [f"{_one_or_more(material, n)} {_word(material, answer)}" for answer, n in others]
    said = material.number(first_count)
    if material.several and not single:
        key = "samenvatting: stellingen meer invullers"
        yield material.say(key, eerste=said, rest=enumerated(parts))
        return
    yield material.say("samenvatting: stellingen", eerste=capitalised(said), rest=enumerated(parts))


def _one_or_more(material: Material, count: int) -> str:
    return "één" if count == 1 else material.number(count)


def _word(material: Material, antwoord: Antwoord) -> str:
    return material.say(f"samenvatting: antwoord {antwoord}")


def _nvt_and_empty(material: Material) -> str:
    """Say how many do not apply and how many are empty, in one sentence where that can be."""
    nvt, empty = _nvt(material), _empty(material)
    count = len(material.empty_numbers)
    if not nvt or not empty or _is_much(material, count):
        return " ".join(said for said in (nvt, empty) if said)
    key = "samenvatting: nvt en een leeg" if count == 1 else "samenvatting: nvt en leeg"
    return material.say(key, nvt=nvt.rstrip("."), aantal=material.number(count))


def _is_much(material: Material, empty: int) -> bool:
    total = len(material.scores.stellingen)
    return empty >= material.content.thresholds.provisional_share * total


def _nvt(material: Material) -> str:
    count = material.scores.overall.nvt
    if count == 1:
        return material.say("samenvatting: een nvt")
    return _counted(material, "samenvatting: nvt", count) if count else ""


def _empty(material: Material) -> str:
    total = len(material.scores.stellingen)
    empty = len(material.empty_numbers)
    if not empty:
        return ""
    if _is_much(material, empty):
        return material.say("samenvatting: veel leeg", ingevuld=total - empty, totaal=total)
    if empty == 1:
        return material.say("samenvatting: een leeg")
    return _counted(material, "samenvatting: leeg", empty)


def _themas(material: Material) -> Iterator[str]:
    overall = material.scores.overall
    if not (overall.scored or overall.empty) and (not overall.unknown or _all_unknown(material)):
        return
    themas = material.scores.themas
    levels = {score.niveau for score in themas}
    if levels == {Niveau.GEVORDERD}:
        yield material.say("samenvatting: overal gevorderd")
    elif levels == {Niveau.STARTEND} and len(themas) > 1:
        yield material.say("samenvatting: overal startend")
    elif len(levels) == 1 and None not in levels and len(themas) > 1:
        yield material.say(
            "samenvatting: niveau overal", niveau=material.niveau_of_thema(_plain(themas[0]))
        )
    else:
        yield from _levels(material)
    if _close_together(themas):
        yield material.say("samenvatting: dicht bij elkaar")
    yield _furthest(material)


def _plain(score: ThemaScore) -> ThemaScore:
    return ThemaScore(score.thema, score.tally, score.niveau, provisional=False)


def _levels(material: Material) -> Iterator[str]:
    """Say the niveau of the themas, highest first; those of one niveau in one sentence."""
    titles = {thema.key: thema.title for thema in material.content.themas}
    known = [score for score in material.scores.themas if score.niveau is not None]
    order = list(Niveau)
    known.sort(key=lambda score: (-order.index(score.niveau or Niveau.ONBEKEND), -_score(score)))
    for niveau, scores in groupby(known, key=lambda score: score.niveau):
        if niveau is not None:
            named = enumerated(titles[score.thema] for score in scores)
            yield material.say("samenvatting: niveau", themas=named, niveau=material.niveau(niveau))
    unknown = [titles[s.thema] for s in material.scores.themas if s.niveau is None]
    if len(unknown) == 1:
        yield material.say("samenvatting: geen niveau", thema=unknown[0])
    elif unknown:
        yield material.say("samenvatting: geen niveaus", themas=enumerated(unknown))


def _score(score: ThemaScore) -> float:
    return float(score.tally.score or 0)


def _close_together(themas: tuple[ThemaScore, ...]) -> bool:
    scores = [score.tally.score for score in themas if score.tally.score is not None]
    known = all(score.niveau is not None for score in themas)
    return known and len(scores) > 1 and 0 < max(scores) - min(scores) <= _CLOSE


def _furthest(material: Material) -> str:
    """Name what goes best, where that is more than a part of the stellingen and not all."""
    best = material.with_answer(Antwoord.VOLLEDIG) or material.with_answer(Antwoord.GROTENDEELS)
    if not best or len(best) > len(material.scores.stellingen) // 2:
        return ""
    key = "samenvatting: verst" if len(best) <= _FURTHEST else "samenvatting: verst onder andere"
    shown = [number for number in best if number in furthest_shown(material)]
    return material.say(key, stellingen=material.names(shown[:_FURTHEST]))


def _previous(material: Material) -> Iterator[str]:
    if material.previous is not None:
        yield compared(material, material.previous)


def _beginning(material: Material) -> Iterator[str]:
    advice = material.advice
    duties = [number for number in advice.start_with if number in advice.duties]
    others = [number for number in advice.start_with if number not in advice.duties]
    yield from (_duty(material, number) for number in duties)
    yield from _duties_set_aside(material)
    if others:
        yield material.say(_begin_key(material, duties), stellingen=material.names(others))
    yield from _to_find_out(material)


def _duty(material: Material, number: int) -> str:
    """Say that the law asks this; where the answers differ not as a fact that it is not done."""
    duty = material.stelling(number).duty
    if duty is None:
        return ""
    if material.differ(number):
        return material.say("samenvatting: plicht verschil", plicht=duty.name)
    return material.say("samenvatting: plicht", plicht=uncapitalised(duty.sentence))


def _begin_key(material: Material, duties: list[int]) -> str:
    if duties:
        return "samenvatting: begin daarna"
    levels = {score.niveau for score in material.scores.themas}
    return (
        "samenvatting: begin gevorderd" if levels == {Niveau.GEVORDERD} else "samenvatting: begin"
    )


def _duties_set_aside(material: Material) -> Iterator[str]:
    """Warn a municipality of each legal duty that does not apply according to its answer."""
    if not material.advice.municipality:
        return
    several = "samenvatting: plicht nvt meer invullers"
    key = several if material.several else "samenvatting: plicht nvt"
    for number in material.with_answer(Antwoord.NVT):
        duty = material.stelling(number).duty
        if duty is not None:
            yield material.say(key, plicht=duty.name)


def _to_find_out(material: Material) -> Iterator[str]:
    unknown = material.with_answer(Antwoord.ONBEKEND)
    if unknown and not material.advice.start_with:
        first = sorted(unknown, key=lambda number: material.stelling(number).start_order)
        count = material.content.thresholds.start_count
        yield material.say("samenvatting: zoek uit", stellingen=material.names(first[:count]))
        return
    for key, kind, numbers in (
        ("zoek ook uit", "onbekend", unknown),
        ("vul ook in", "leeg", material.empty_numbers),
        ("kies alsnog", "niet gelezen", material.unread_numbers),
    ):
        if numbers:
            yield material.say(f"samenvatting: {key}", welke=_which(material, kind, numbers))
    yield _provisional(material)


def _which(material: Material, kind: str, numbers: list[int]) -> str:
    if len(numbers) > _MANY:
        aantal = material.number(len(numbers))
        return material.say(f"samenvatting: welke veel {kind}", aantal=aantal)
    return material.say("samenvatting: welke", nummers=enumerated(map(str, numbers)))


def _provisional(material: Material) -> str:
    """Name the themas whose niveau may change when the open stellingen get an answer."""
    themas = [
        thema.title
        for thema, score in zip(material.content.themas, material.scores.themas, strict=True)
        if score.provisional and score.niveau is not None
    ]
    return material.say("samenvatting: voorlopig", themas=enumerated(themas)) if themas else ""


def _ending(material: Material) -> Iterator[str]:
    if len(material.advice.start_with) == 1:
        yield material.say("samenvatting: slot een")
    elif material.advice.start_with:
        yield material.say("samenvatting: slot")
    elif material.open_numbers:
        yield material.say("samenvatting: slot uitzoeken")
    elif material.scores.overall.scored:
        yield material.say("samenvatting: slot vasthouden")
