"""How far several people agree, and that with one or two of them nobody is anonymous."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.facts import people
from pipeline.model import Block, Paragraph, Role, Run, StellingScore
from pipeline.report.material import Material

_FEW = {1: "stand: niet anoniem een", 2: "stand: niet anoniem twee"}


def agreement(material: Material, discussion: int) -> Iterator[Block]:
    """Yield what is said below the chart; `discussion` is the number of that chapter."""
    if material.several:
        text = f"{_same(material)} {_apart(material, discussion)}"
        yield Paragraph("stand.eens", Role.BODY, (Run(text),))
    key = _few_key(material)
    if key:
        yield Paragraph("stand.anoniem", Role.BODY, (Run(material.say(key)),))


def _few_key(material: Material) -> str | None:
    used = material.scores.used
    if any(one.profile.together for one in used):
        return None
    count = people(material.scores) if len(used) == 1 else len(used)
    return None if count is None else _FEW.get(count)


def _same(material: Material) -> str:
    total = len(material.scores.stellingen)
    count = sum(map(_is_unanimous, material.scores.stellingen))
    if count == total:
        return material.say("stand: alles eens", totaal=total)
    if count == 0:
        return material.say("stand: niets eens")
    return material.say("stand: eens", aantal=_counted(material, count), totaal=total)


def _is_unanimous(score: StellingScore) -> bool:
    return None not in score.answers and len(set(score.answers)) == 1


def _apart(material: Material, discussion: int) -> str:
    limit = material.content.thresholds.disagreement
    count = sum((score.disagreement or 0) >= limit for score in material.scores.stellingen)
    if count == 0:
        return material.say("stand: niets uiteen")
    key = "stand: uiteen" if count == len(material.advice.discuss) else "stand: uiteen meer"
    return material.say(key, aantal=_counted(material, count), hoofdstuk=discussion)


def _counted(material: Material, count: int) -> str:
    return "één" if count == 1 else material.number(count)
