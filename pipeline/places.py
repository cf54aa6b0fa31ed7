"""Ids of pieces of a report -> where that is, in words that a consultant knows."""

from __future__ import annotations

import re
from collections.abc import Iterable

_MOST = 10  # places in one line on the screen; all ids are in the JSON
_CHAPTERS = {
    "voorblad": "voorblad",
    "samenvatting": "samenvatting",
    "stand": "Waar staat u nu?",
    "goed": "Wat gaat al goed?",
    "ruimte": "Waar ligt ruimte?",
    "uitzoeken": "Wat kunt u nog uitzoeken?",
    "ronde": "vergelijking met de ronde",
    "begin": "Waar kunt u beginnen?",
    "agenda": "verbeteragenda",
    "gesprek": "gespreksagenda",
    "leeswijzer": "leeswijzer",
    "advies": "Adviezen die vaker terugkomen",
    "adviezen": "Adviezen die vaker terugkomen",
    "bron": "Bijlage C",
    "bijlagen": "kop Bijlagen",
}
_PIECES = {
    "grafiek": "grafiek",
    "opening": "opening",
    "inleiding": "inleiding",
    "adviseur": "eigen woorden",
    "antwoord": "antwoord",
    "tekst": "stelling",
    "toelichting": "toelichting",
    "opmerking": "citaat",
    "rij": "tabel",
    "tip": "tip",
    "kop": "kop van de tabel",
}


def where(ids: Iterable[str]) -> str:
    """Return where pieces stand, each place once: `stelling 7, tip 3; verbeteragenda`."""
    places = list(dict.fromkeys(map(_place, ids)))
    shown = "; ".join(places[:_MOST])
    more = len(places) - _MOST
    return f"{shown}; en nog {more}" if more > 0 else shown


def _place(piece: str) -> str:
    first, *others = piece.split(".")
    if first == "agenda":  # of its rows the stelling says enough
        others = [one for one in others if one.startswith("stelling-")]
    words = (_chapter(first), *(_detail(one) for one in others))
    return ", ".join(dict.fromkeys(filter(None, words)))


def _chapter(name: str) -> str:
    kind, _, rest = name.partition("-")
    if kind == "bijlage":
        return f"Bijlage {rest.upper()}"
    if kind in {"stelling", "thema"}:
        return _detail(name)
    return _CHAPTERS.get(name, name.replace("-", " "))


def _detail(name: str) -> str:
    """Return a part of an id in words; nothing for one that says too little."""
    kind, _, rest = name.partition("-")
    if kind in {"stelling", "thema", "deel"}:
        return f"{kind} {re.sub('^0+(?=.)', '', rest)}"
    if kind == "tip":
        return f"tip {rest}"
    return _PIECES.get(kind, "")
