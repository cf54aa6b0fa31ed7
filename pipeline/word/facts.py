"""What a report keeps of its scan, in a custom XML part: nobody sees it, every program keeps it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol
from xml.sax.saxutils import quoteattr

from pipeline.model import Facts, StellingFact
from pipeline.word.text import clean

FACTS_PART = "customXml/item1.xml"
FACTS_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
FACTS_NAMESPACE = "urn:quickscan:rapport"
_PROPERTIES_RELATION = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps"
)
_PROPERTIES = "customXml/itemProps1.xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
FACTS_TYPES = {
    FACTS_PART: "application/xml",
    _PROPERTIES: "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
}


# The names of what is kept, per element.
FACTS_NAMES = {
    "quickscan": ("editie", "invullers", "organisatie", "onderdeel", "mensen", "ingevuld"),
    "stelling": ("nummer", "antwoord", "score", "tekst"),
}


def facts_parts(facts: Facts) -> dict[str, bytes]:
    """Return the parts that hold the facts."""
    stellingen = "".join(map(_stelling, facts.stellingen))
    kept = {
        "editie": facts.edition,
        "invullers": str(facts.respondents),
        "organisatie": facts.organisation,
        "onderdeel": facts.department,
        "mensen": "" if facts.people is None else str(facts.people),
        "ingevuld": "" if facts.day is None else facts.day.isoformat(),
    }
    item = (
        f'{_HEAD}<quickscan xmlns="{FACTS_NAMESPACE}"{_attributes(kept)}>{stellingen}</quickscan>'
    )
    properties = (
        f'{_HEAD}<ds:datastoreItem ds:itemID="{{6F0B3B8C-6C62-4C0E-9C42-7D1B5C1F2A31}}" '
        'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{FACTS_NAMESPACE}"/></ds:schemaRefs>'
        "</ds:datastoreItem>"
    )
    relations = (
        f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships"><Relationship Id="rId1" Type="{_PROPERTIES_RELATION}" '
        'Target="itemProps1.xml"/></Relationships>'
    )
    return {
        FACTS_PART: item.encode(),
        _PROPERTIES: properties.encode(),
        "customXml/_rels/item1.xml.rels": relations.encode(),
    }


def _stelling(fact: StellingFact) -> str:
    score = "" if fact.score is None else str(fact.score)
    kept = {"nummer": str(fact.number), "antwoord": fact.advice_answer, "score": score}
    return f"<stelling{_attributes(kept | {'tekst': fact.text})}/>"


def _attributes(values: dict[str, str]) -> str:
    """Return attributes as they stand in XML; what is empty is left out."""
    return "".join(f" {name}={quoteattr(clean(text))}" for name, text in values.items() if text)


# Reading


class FactsElement(Protocol):
    """An element as every reader of XML gives it."""

    def get(self, key: str, default: str, /) -> str:
        """Return an attribute."""

    def iter(self, tag: str, /) -> Iterable[FactsElement]:
        """Yield the elements of this name."""


def read_facts(root: FactsElement) -> Facts | None:
    """Return the facts in the root of their part; None where they are not whole."""
    try:
        return Facts(
            root.get("editie", ""),
            int(root.get("invullers", "")),
            tuple(map(_read_stelling, root.iter(f"{{{FACTS_NAMESPACE}}}stelling"))),
            root.get("organisatie", ""),
            root.get("onderdeel", ""),
            int(root.get("mensen", "")) if root.get("mensen", "") else None,
            date.fromisoformat(root.get("ingevuld", "")) if root.get("ingevuld", "") else None,
        )
    except ValueError:
        return None


def _read_stelling(one: FactsElement) -> StellingFact:
    score = one.get("score", "")
    return StellingFact(
        int(one.get("nummer", "")),
        one.get("antwoord", ""),
        float(score) if score else None,
        one.get("tekst", ""),
    )
