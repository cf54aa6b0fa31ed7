"""How far several people agree, and that with one or two of them nobody is anonymous."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.facts import people
from pipeline.model import Block, Paragraph, Role, Run, StellingScore
from pipeline.report.material import Material
from pipeline.report.spread import is_unanimous, lie_far_apart

_FEW = {1: "stand: niet anoniem een", 2: "stand: niet anoniem twee"}


def agreement(material: Material, discussion: int) -> Iterator[Block]:
    """Yield what is said below the chart; `discussion` is the number of that chapter."""
    if material.several:
        text = f"{_same(material)} {_apart(material, discussion)}"
        yield Paragraph("stand.eens", Role.BODY, (Run(text),))
    key = _few_key(material)
    if key:
        notes = (material.say("notitie: twee invullers"),) if material.pair else ()
        yield Paragraph("stand.anoniem", Role.BODY, (Run(material.say(key)),), notes=notes)


def _few_key(material: Material) -> str | None:
    used = material.scores.used
    if any(one.profile.together for one in used):
        return None
    count = people(material.scores) if len(used) == 1 else len(used)
    return None if count is None else _FEW.get(count)


def _same(material: Material) -> str:
    total = len(material.scores.stellingen)
    count = sum(map(is_unanimous, material.scores.stellingen))
    who = " twee" if material.pair else ""
    if count == total:
        return material.say(f"stand: alles eens{who}", totaal=total)
    if count == 0:
        return material.say(f"stand: niets eens{who}")
    return material.say(f"stand: eens{who}", aantal=_counted(material, count), totaal=total)


def _apart(material: Material, discussion: int) -> str:
    limit = material.content.thresholds.disagreement
    apart = [one for one in material.scores.stellingen if (one.disagreement or 0) >= limit]
    if not apart:
        return material.say("stand: niets uiteen")
    named = len(material.advice.discuss)
    return material.say(
        "stand: uiteen" if len(apart) == named else "stand: uiteen meer",
        aantal=_counted(material, len(apart)),
        verschil=material.say(_difference_key(material, apart)),
        hoofdstuk=discussion,
        genoemd=_counted(material, named),
    )


def _difference_key(material: Material, apart: list[StellingScore]) -> str:
    """Return the key of how the answers differ: they lie far apart, or some do not know."""
    far = [lie_far_apart(one) for one in apart]
    if all(far):
        return "stand: verschil ver"
    if any(far):
        unknown = "stand: verschil ver of onbekend"
        return "stand: verschil ver of onbekend twee" if material.pair else unknown
    return "stand: verschil onbekend twee" if material.pair else "stand: verschil onbekend"


def _counted(material: Material, count: int) -> str:
    return "één" if count == 1 else material.number(count)
