"""A tip as it is shown at an answer."""

from __future__ import annotations

from dataclasses import replace

from pipeline.model import Antwoord, Run, Span, Tip
from pipeline.report.material import Material
from pipeline.wording import capitalised


def tip_runs(material: Material, tip: Tip, antwoord: Antwoord) -> tuple[Run, ...]:
    """Return the text of a tip; an opening that only fits onbekend is replaced elsewhere."""
    if not tip.opening:
        return material.runs(tip.text)
    if antwoord is Antwoord.ONBEKEND:
        return material.runs((*tip.opening, Span(" "), *tip.text))
    first, *rest = tip.text
    instead = (Span(f"{tip.instead} "),) if tip.instead else ()
    return material.runs((*instead, replace(first, text=capitalised(first.text)), *rest))
