"""The parts of a package that a report takes along, under names of our own."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from lxml import etree

from pipeline.properties import CORE_PART
from pipeline.word.house.package import (
    HEAD,
    MAIN_PART,
    MAIN_TYPE,
    TYPES_PART,
    WORD_TYPE,
    Package,
    Relation,
    relations_name,
)
from pipeline.word.namespaces import OFFICE, PACKAGE
from pipeline.word.properties import CORE_RELATION, CORE_TYPE

_RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_SAFE = re.compile("[^A-Za-z]")


@dataclass(slots=True)
class Copied:
    """What a report takes along: parts under names of our own, and their relations."""

    package: Package
    parts: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    relations: dict[str, list[str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def put(self, kind: str, name: str, root: etree._Element, source: str | None) -> str:
        """Put a part that belongs to the main part, with what it refers to; return its key."""
        self.parts[name] = _bytes(root)
        self.types[name] = _THEME_TYPE if kind == "theme" else f"{WORD_TYPE}{kind}+xml"
        if source is not None:
            self._take_along(source, name, root)
        keys = self.relations.setdefault(MAIN_PART, [])
        key = f"rIdStyle{len(keys) + 1}"
        keys.append(_relation_xml(key, f"{OFFICE}/{kind}", _place(name, MAIN_PART)))
        return key

    def _take_along(self, source: str, name: str, root: etree._Element) -> None:
        """Take along what a part refers to, and what that refers to."""
        used = {str(one) for element in root.iter() for one in element.attrib.values()}
        kept = self.relations.setdefault(name, [])
        for relation in self.package.relations(source):
            if relation.key in used and relation.external:
                kept.append(_relation_xml(relation.key, relation.type, relation.target, "External"))
            elif relation.key in used and relation.target in self.package.parts:
                place = _place(self._part(relation), name)
                kept.append(_relation_xml(relation.key, relation.type, place))

    def _part(self, relation: Relation) -> str:
        """Take a part along once; return its name here."""
        source = relation.target
        if source not in self.names:
            kind, extension = _SAFE.sub("", relation.kind), posixpath.splitext(source)[1]
            name = f"word/media/style{len(self.names) + 1}-{kind}{extension}"
            self.names[source] = name
            self.parts[name] = self.package.parts[source]
            self.types[name] = self.package.type_of(source)
            if self.types[name].endswith("+xml"):
                self._take_along(source, name, self.package.root(source))
        return self.names[source]

    def relations_of(self, name: str) -> str:
        """Return the part with the relations of a part."""
        return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">' + "".join(
            (*self.relations.get(name, ()), "</Relationships>")
        )

    def all_parts(self) -> dict[str, bytes]:
        """Return all parts but the main one, its relations and the core properties."""
        whole = {"": [_relation_xml("rIdMain", f"{OFFICE}/officeDocument", MAIN_PART)]}
        whole[""].append(_relation_xml("rIdCore", CORE_RELATION, CORE_PART))
        self.relations.update(whole)
        relations = {
            relations_name(name): self.relations_of(name).encode()
            for name, kept in self.relations.items()
            if kept and name != MAIN_PART
        }
        return {TYPES_PART: self._types().encode()} | relations | self.parts

    def _types(self) -> str:
        types = self.types | {MAIN_PART: MAIN_TYPE, CORE_PART: CORE_TYPE}
        overrides = "".join(
            f"<Override PartName={quoteattr(f'/{name}')} ContentType={quoteattr(kind)}/>"
            for name, kind in types.items()
        )
        return (
            f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
            f'<Default Extension="rels" ContentType="{_RELATIONS_TYPE}"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
        )


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _place(target: str, source: str) -> str:
    return posixpath.relpath(target, posixpath.dirname(source))


def _relation_xml(key: str, kind: str, target: str, mode: str = "") -> str:
    aside = f' TargetMode="{mode}"' if mode else ""
    attributes = f"Id={quoteattr(key)} Type={quoteattr(kind)} Target={quoteattr(target)}"
    return f"<Relationship {attributes}{aside}/>"
