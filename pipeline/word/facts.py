"""What a report keeps of its scan, in a custom XML part: nobody sees it, every program keeps it."""

from __future__ import annotations

from pipeline.model import Facts, StellingFact
from pipeline.word.text import xml_text

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


def facts_parts(facts: Facts) -> dict[str, bytes]:
    """Return the parts that hold the facts."""
    stellingen = "".join(map(_stelling, facts.stellingen))
    item = (
        f'{_HEAD}<quickscan xmlns="{FACTS_NAMESPACE}" editie="{xml_text(facts.edition)}" '
        f'invullers="{facts.respondents}">{stellingen}</quickscan>'
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
    score = "" if fact.score is None else f' score="{fact.score}"'
    return f'<stelling nummer="{fact.number}" antwoord="{fact.advice_answer}"{score}/>'
