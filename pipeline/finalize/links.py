"""Links that lead nowhere: without an address, to a place that is gone, to one's own disk."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.edited.draft import Draft
from pipeline.edited.xml import Element, R, all_of, text_of, w

_NOWHERE = ("about:", "file:", "#")
_FIELD = re.compile(r'HYPERLINK\s+(\\l\s+)?"([^"]*)"')


def links_without_target(draft: Draft) -> Iterator[str]:
    """Yield the text of each link that leads nowhere."""
    places = {one.get(w("name")) for one in all_of(draft.main, "bookmarkStart")}
    addresses = {one.key: one.target for one in draft.package.relations[draft.package.main]}
    for link in all_of(draft.main, "hyperlink"):
        if not _leads_somewhere(link, places, addresses):
            yield text_of(link) or link.get(w("anchor"), "")
    for field in all_of(draft.main, "instrText"):
        match = _FIELD.search(field.text or "")
        if match and (match[2] not in places if match[1] else not _is_address(match[2])):
            yield match[2]


def _leads_somewhere(link: Element, places: set[str | None], addresses: dict[str, str]) -> bool:
    key = link.get(f"{{{R}}}id")
    if key is None:
        return link.get(w("anchor")) in places
    return _is_address(addresses.get(key, ""))


def _is_address(target: str) -> bool:
    """Tell whether somebody else can follow an address."""
    return ":" in target and not target.casefold().startswith(_NOWHERE)
