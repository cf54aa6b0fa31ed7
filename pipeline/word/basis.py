"""What a report was when it was generated, in a custom XML part of it: the base for updates.

An update puts the report as it is now beside this, and so knows what a person changed. It holds
the parts that an update reads, the ids of the styles in them by name, and who answered what. The
version that is sent is without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import quoteattr

from pipeline import __version__
from pipeline.model import Report
from pipeline.word.namespaces import OFFICE, PACKAGE, XML
from pipeline.word.text import clean

BASIS_PART = "customXml/item2.xml"
BASIS_NAMESPACE = "urn:quickscan:basis"
BASIS_TYPES = {
    BASIS_PART: "application/xml",
    "customXml/itemProps2.xml": (
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    ),
}
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>\s*")


def basis_parts(
    report: Report,
    style_mark: str,
    style_ids: Iterable[tuple[str, str]],
    parts: Iterable[tuple[str, str]],
) -> dict[str, bytes]:
    """Return the parts that hold the base: `style_ids` by name, `parts` of XML by their name.

    `style_mark` tells one style document from another.
    """
    styles = "".join(
        f"<stijl id={quoteattr(key)} naam={quoteattr(name)}/>" for name, key in style_ids
    )
    item = (
        f'{XML}<basis xmlns="{BASIS_NAMESPACE}" versie="{__version__}" '
        f"editie={quoteattr(report.facts.edition)} huisstijl={quoteattr(style_mark)}>"
        f"{styles}{''.join(_people(report))}{''.join(_part(*part) for part in parts)}</basis>"
    )
    properties = (
        f'{XML}<ds:datastoreItem ds:itemID="{{0B7C2B1D-52C0-4B5D-8E0A-3D1D5B0A4F62}}" '
        'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{BASIS_NAMESPACE}"/></ds:schemaRefs>'
        "</ds:datastoreItem>"
    )
    relations = (
        f'{XML}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/customXmlProps" Target="itemProps2.xml"/></Relationships>'
    )
    return {
        BASIS_PART: item.encode(),
        "customXml/itemProps2.xml": properties.encode(),
        "customXml/_rels/item2.xml.rels": relations.encode(),
    }


def _people(report: Report) -> Iterator[str]:
    """Yield who answered what, without names: a person is known again by a key."""
    for one in report.respondents:
        answers = clean(" ".join(one.answers))
        yield f"<invuller sleutel={quoteattr(one.key)} antwoorden={quoteattr(answers)}/>"


def _part(name: str, xml: str) -> str:
    return f"<deel naam={quoteattr(name)}>{_DECLARATION.sub('', xml)}</deel>"
