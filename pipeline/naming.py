"""Names of organisations: when two are the same, whose they are, and how they read."""

from __future__ import annotations

import re
import unicodedata

from pipeline.model import Content

_MUNICIPALITY = "gemeente"
_ARTICLES = {_MUNICIPALITY: "de", "afdeling": "de", "samenwerkingsverband": "het"}
_SERVICE = re.compile(r"(?!de )(\w+ )*dienst\b", re.IGNORECASE)
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def normalise(text: str) -> str:
    """Return text as it is compared: one form of accents, no capitals, single spaces."""
    visible = unicodedata.normalize("NFKC", text).replace("\u200b", "").replace("\ufeff", "")
    return " ".join(visible.casefold().split())


def team_key(organisation: str, department: str | None) -> tuple[str, str]:
    """Return by what organisatie + onderdeel are known, however their names are typed."""
    return normalise(organisation), normalise(department or "")


def visible(text: str) -> str:
    """Return text without control characters and letters that are no Unicode."""
    return _INVISIBLE.sub("", text)


def is_municipality(kind: str, organisation: str, content: Content) -> bool:
    """Tell whether the duties of municipalities hold: by the kind chosen, else by the name.

    The kind may be the beginning of one in the list: `Samenwerkingsverband`.
    """
    if kind:
        chosen = normalise(kind)
        municipal = (normalise(k.label) for k in content.kinds if k.is_municipality)
        return any(label.startswith(chosen) for label in municipal)
    return normalise(organisation).startswith(_MUNICIPALITY)


def in_sentence(organisation: str) -> str:
    """Return a name as it stands within a sentence: `de gemeente Toetsdam`."""
    first, _, rest = organisation.partition(" ")
    article = _ARTICLES.get(first.casefold())
    if article and rest:
        return f"{article} {first.lower()} {rest}"
    return f"de {organisation}" if _SERVICE.match(organisation) else organisation
