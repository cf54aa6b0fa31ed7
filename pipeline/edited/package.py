"""A file of Office as its parts: read with care, saved with only what it uses.

What is not led to from the main part, by name or by use, is not written. So nothing that a person
deleted, or that a program keeps beside the text, comes along by accident.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import unquote
from xml.sax.saxutils import quoteattr

from lxml import etree

from pipeline.archives import BROKEN_ZIP
from pipeline.edited.xml import PARSER, Element, words

MAX_UNPACKED = 300_000_000
TYPES_PART = "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_QUICK = 4  # of 9: half the time of the usual 6, for two in a hundred more bytes
# Relations that a part needs without naming them in its text; all others must be used.
_NEEDED_UNNAMED = words("""officeDocument core-properties custom-properties styles numbering
    settings fontTable theme webSettings footnotes endnotes customXml customXmlProps themeOverride
    chartStyle chartColorStyle diagramDrawing sharedStrings""")
# What a part that is damaged raises when it is needed; a bug of ours keeps its traceback.
DAMAGED = (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError)
# What a file raises that is not what it says it is.
BROKEN = (*BROKEN_ZIP, etree.XMLSyntaxError, KeyError)


@dataclass(frozen=True, slots=True)
class Relation:
    """A line from a part to another part, or out of the file."""

    key: str
    kind: str
    target: str
    external: bool = False

    @property
    def short_kind(self) -> str:
        """The last word of the kind; the same in every edition of the standard."""
        return self.kind.rpartition("/")[2]


class Package:
    """The parts of a file, their relations and their content types."""

    def __init__(self, file: bytes) -> None:
        """Read a file. Raises one of BROKEN where it is damaged or far too large."""
        with zipfile.ZipFile(io.BytesIO(file)) as package:
            if sum(one.file_size for one in package.infolist()) > MAX_UNPACKED:
                raise ValueError(MAX_UNPACKED)
            names = [one.filename for one in package.infolist() if not one.is_dir()]
            self.parts = {name.lstrip("/"): package.read(name) for name in names}
        self._trees: dict[str, Element] = {}
        self.types: dict[str, str] = {}
        self.extensions: dict[str, str] = {}
        self._read_types()
        self.relations = {source: list(self._relations(source)) for source in ("", *self.parts)}
        self.main = next(self.related("", "officeDocument"), "")

    def _read_types(self) -> None:
        for one in read_xml(self.parts.pop(TYPES_PART)):
            kind = one.get("ContentType", "")
            if one.get("PartName"):
                self.types[one.get("PartName", "").lstrip("/")] = kind
            elif one.get("Extension"):
                self.extensions[one.get("Extension", "").casefold()] = kind

    def _relations(self, source: str) -> Iterator[Relation]:
        part = self.parts.pop(relations_part(source), None)
        for one in () if part is None else read_xml(part):
            external = one.get("TargetMode") == "External"
            target = one.get("Target", "")
            if not external:
                target = _joined(source, target)
            yield Relation(one.get("Id", ""), one.get("Type", ""), target, external)

    def related(self, source: str, kind: str) -> Iterator[str]:
        """Yield the parts that a part leads to, of one kind."""
        for relation in self.relations.get(source, ()):
            if relation.short_kind == kind and relation.target in self.parts:
                yield relation.target

    def type_of(self, part: str) -> str:
        """Return the content type of a part."""
        extension = part.rpartition(".")[2].casefold()
        return self.types.get(part) or self.extensions.get(extension, "application/xml")

    def tree(self, part: str) -> Element:
        """Return the XML of a part, to be changed in place."""
        if part not in self._trees:
            self._trees[part] = read_xml(self.parts[part])
        return self._trees[part]

    def content(self, part: str) -> bytes:
        """Return a part as it is now."""
        if part not in self._trees:
            return self.parts[part]
        return etree.tostring(
            self._trees[part], encoding="UTF-8", xml_declaration=True, standalone=True
        )

    def put(self, part: str, content: bytes, kind: str) -> None:
        """Add or replace a part."""
        self._trees.pop(part, None)
        self.parts[part] = content
        self.types[part] = kind

    def kept(self) -> dict[str, list[Relation]]:
        """Return every part that is led to, in order, each with the relations that it uses."""
        kept: dict[str, list[Relation]] = {}
        waiting = [""]
        while waiting:
            source = waiting.pop(0)
            kept[source] = list(self._used(source))
            targets = dict.fromkeys(one.target for one in kept[source] if not one.external)
            waiting += [one for one in targets if one not in kept and one not in waiting]
        return kept

    def _used(self, source: str) -> Iterator[Relation]:
        relations = self.relations.get(source, ())
        text = self.content(source) if source and relations else b""
        for one in relations:
            named = any(f"{q}{one.key}{q}".encode() in text for q in "\"'")
            if (one.external or one.target in self.parts) and (
                named or one.short_kind in _NEEDED_UNNAMED
            ):
                yield one

    def saved(self) -> bytes:
        """Return the file with only what it uses; the same parts give the same bytes."""
        return self._saved(self.kept())

    def saved_whole(self) -> bytes:
        """Return the file with every part that it was read with, and those that were added."""
        return self._saved({source: self.relations.get(source, []) for source in ("", *self.parts)})

    def _saved(self, kept: dict[str, list[Relation]]) -> bytes:
        saved = io.BytesIO()
        with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED, compresslevel=_QUICK) as package:
            _write(package, TYPES_PART, self._types_xml(list(kept)[1:]))
            for source, relations in kept.items():
                if relations:
                    _write(package, relations_part(source), _relations_xml(source, relations))
                if source:
                    _write(package, source, self.content(source))
        return saved.getvalue()

    def _types_xml(self, parts: list[str]) -> bytes:
        used = {part.rpartition(".")[2].casefold() for part in parts if part not in self.types}
        extensions = {"rels": _RELATIONS_TYPE, "xml": "application/xml"}
        extensions |= {e: kind for e, kind in self.extensions.items() if e in used}
        defaults = "".join(
            f"<Default Extension={quoteattr(e)} ContentType={quoteattr(kind)}/>"
            for e, kind in extensions.items()
        )
        overrides = "".join(
            f"<Override PartName={quoteattr('/' + part)} ContentType={quoteattr(kind)}/>"
            for part, kind in ((part, self.types.get(part)) for part in parts)
            if kind
        )
        types = f'<Types xmlns="{PACKAGE}/content-types">{defaults}{overrides}</Types>'
        return (_HEAD + types).encode()


def read_xml(part: bytes) -> Element:
    """Read XML; ValueError for one with a document type, which Office never writes."""
    root = etree.fromstring(part, PARSER)
    if b"<!DOCTYPE" in part:
        raise ValueError("DTD")
    return root


def relations_part(source: str) -> str:
    """Return the part that holds the relations of a part; of the file as a whole for ''."""
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _joined(source: str, target: str) -> str:
    """Return a target as the name of a part."""
    path = unquote(target.partition("#")[0])
    folder = "" if path.startswith("/") else posixpath.dirname(source)
    return posixpath.normpath(posixpath.join(folder, path.lstrip("/")))


def _relations_xml(source: str, relations: list[Relation]) -> bytes:
    lines = "".join(_relation_xml(source, relation) for relation in relations)
    return f'{_HEAD}<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'.encode()


def _relation_xml(source: str, relation: Relation) -> str:
    if not relation.external:
        folder = posixpath.dirname(source) or "."
        relation = replace(relation, target=posixpath.relpath(relation.target, folder))
    mode = ' TargetMode="External"' if relation.external else ""
    return (
        f"<Relationship Id={quoteattr(relation.key)} Type={quoteattr(relation.kind)} "
        f"Target={quoteattr(relation.target)}{mode}/>"
    )


def _write(package: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _NO_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    package.writestr(entry, content, compresslevel=_QUICK)
