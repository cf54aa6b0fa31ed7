"""What the charts tell to who does not see them: LibreOffice loses it when it saves a report."""

from __future__ import annotations

from collections import Counter

from pipeline.edited.draft import Draft
from pipeline.edited.package import Package
from pipeline.edited.xml import Element
from pipeline.model import Antwoord
from pipeline.word.facts import FACTS_NAMESPACE

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"


def chart_texts(docx: bytes) -> list[str]:
    """Return the alt text of each chart of a report, in order."""
    package = Package(docx)
    return [one.get("descr", "") for one in _charts(package.tree(package.main))]


def restore_alt_text(draft: Draft) -> None:
    """Tell again what our own chart shows, where it says nothing any more."""
    charts = _charts(draft.main)
    said = _told(draft)
    if len(charts) == 1 and said and not charts[0].get("descr"):
        charts[0].set("descr", said)


def _charts(main: Element) -> list[Element]:
    """Return what names each chart."""
    return [
        named
        for named in main.iter(_DRAWING)
        if (frame := named.getparent()) is not None and next(frame.iter(_CHART), None) is not None
    ]


def _told(draft: Draft) -> str:
    """Return the chart in a sentence, as it was told when it was drawn; empty without facts."""
    counts = Counter(_answers(draft))
    parts = [
        draft.say("grafiek: telling", aantal=counts[antwoord], antwoord=_label(draft, antwoord))
        for antwoord in reversed(Antwoord)
        if counts[antwoord]
    ]
    *firsts, last = parts or [""]
    told = f"{', '.join(firsts)} en {last}" if firsts else last
    telling = f"{told[:1].upper()}{told[1:]}."
    return draft.say("grafiek: beschrijving", telling=telling) if told else ""


def _answers(draft: Draft) -> list[Antwoord]:
    return [
        Antwoord(one.get("antwoord", ""))
        for part in draft.package.related(draft.package.main, "customXml")
        for one in draft.package.tree(part).iter(f"{{{FACTS_NAMESPACE}}}stelling")
        if one.get("antwoord") in set(Antwoord)
    ]


def _label(draft: Draft, antwoord: Antwoord) -> str:
    if antwoord is Antwoord.LEEG:
        return draft.say("antwoord: leeg")
    return draft.content.option(antwoord).label
