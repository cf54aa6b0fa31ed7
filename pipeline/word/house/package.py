"""Reading a stranger's Word file: its parts, types and relations, or what is wrong with it."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NoReturn

from lxml import etree

from pipeline.archives import BROKEN_ZIP
from pipeline.model import Source
from pipeline.problems import Code, PipelineError, problem
from pipeline.word.elements import w

MAIN_PART = "word/document.xml"
RELATIONS_PART = "word/_rels/document.xml.rels"
TYPES_PART = "[Content_Types].xml"
MAX_UNPACKED = 100_000_000
HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MAIN_TYPE = f"{WORD_TYPE}document.main+xml"
_MAIN_TYPES = {
    MAIN_TYPE,
    f"{WORD_TYPE}template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
)
# What a file raises that is not what it says it is.
_BROKEN = (*BROKEN_ZIP, etree.XMLSyntaxError, KeyError)


@contextmanager
def telling_faults(path: Path) -> Iterator[None]:
    """Turn what is wrong with a file into one clear line about it."""
    try:
        yield
    except FileNotFoundError:
        refuse(path, Code.STYLE_UNREADABLE, reason="het bestaat niet")
    except OSError:
        refuse(path, Code.STYLE_UNREADABLE, reason="het kan niet worden geopend")
    except _BROKEN:
        refuse(path, Code.STYLE_UNREADABLE, reason="het is beschadigd")


def refuse(path: Path, code: Code, **details: object) -> NoReturn:
    """Raise a problem with a file."""
    raise PipelineError(problem(code, Source(str(path)), **details)) from None


def open_package(path: Path) -> Package:
    """Read a Word file; raises PipelineError where it cannot be read or is of another kind."""
    with telling_faults(path):
        _check_start(path)
        parts = _read_parts(path)
        if TYPES_PART not in parts:
            refuse(path, Code.STYLE_NOT_WORD)
        package = Package(parts, _content_types(parts[TYPES_PART]))
        if package.type_of(package.main) not in _MAIN_TYPES:
            refuse(path, Code.STYLE_NOT_WORD)
        if package.root(package.main).tag != w("document"):
            refuse(path, Code.STYLE_NOT_WORD)
        return package


def _check_start(path: Path) -> None:
    """Refuse a file that does not begin as a zip file does."""
    with path.open("rb") as stream:
        start = stream.read(8)
    if not start:
        refuse(path, Code.STYLE_EMPTY)
    if start == _OLE:
        encrypted = _ENCRYPTED in path.read_bytes()
        refuse(path, Code.STYLE_ENCRYPTED if encrypted else Code.STYLE_NOT_WORD)
    if not start.startswith(b"PK"):
        refuse(path, Code.STYLE_NOT_WORD)


def _read_parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        members = [one for one in archive.infolist() if not one.is_dir()]
        if any(one.flag_bits & 1 for one in members):
            refuse(path, Code.STYLE_ENCRYPTED)
        if sum(one.file_size for one in members) > MAX_UNPACKED:
            reason = f"het is uitgepakt groter dan {MAX_UNPACKED // 1_000_000} MB"
            refuse(path, Code.STYLE_UNREADABLE, reason=reason)
        return {one.filename.lstrip("/"): archive.read(one) for one in members}


def parse(part: bytes) -> etree._Element:
    """Parse a part; one that declares things of its own is no part of a Word file."""
    root = etree.fromstring(part, _PARSER)
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("doctype")
    return root


def _content_types(part: bytes) -> Mapping[str, str]:
    """Return the content types of parts (`/word/x.xml`) and of extensions (`xml`)."""
    found = parse(part)
    types = ((one.get("PartName", one.get("Extension", "")), one) for one in found)
    return {str(key).casefold(): one.get("ContentType", "") for key, one in types}


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of a part: `target` is the name of a part, or an address outside."""

    key: str
    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        """The last word of its type: `header`, `image`."""
        return self.type.rpartition("/")[2]


@dataclass(frozen=True)
class Package:
    """The parts of a Word file by name, and their content types."""

    parts: Mapping[str, bytes]
    types: Mapping[str, str]

    @cached_property
    def main(self) -> str:
        """The name of the main part; empty where there is none."""
        found = self.related("", "officeDocument")
        return found[0].target if found and found[0].target in self.parts else ""

    def type_of(self, name: str) -> str:
        """Return the content type of a part."""
        extension = posixpath.splitext(name)[1].lstrip(".").casefold()
        return self.types.get(f"/{name}".casefold()) or self.types.get(extension, "")

    def root(self, name: str) -> etree._Element:
        """Parse a part."""
        return parse(self.parts[name])

    def relations(self, name: str) -> list[Relation]:
        """Return the relations of a part; of the package itself for an empty name."""
        part = self.parts.get(relations_name(name))
        return [] if part is None else [_relation(one, name) for one in parse(part)]

    def related(self, name: str, kind: str) -> list[Relation]:
        """Return the relations of a part that are of one kind."""
        return [one for one in self.relations(name) if one.kind == kind]

    def kin_name(self, kind: str) -> str | None:
        """Return the name of the part of this kind that belongs to the main part."""
        names = (one.target for one in self.related(self.main, kind) if not one.external)
        return next((name for name in names if name in self.parts), None)

    def kin(self, kind: str) -> etree._Element | None:
        """Parse the part of this kind that belongs to the main part."""
        name = self.kin_name(kind)
        return None if name is None else self.root(name)


def relations_name(name: str) -> str:
    """Return the name of the part with the relations of a part."""
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _relation(element: etree._Element, source: str) -> Relation:
    external = element.get("TargetMode") == "External"
    target = element.get("Target", "")
    if not external:
        target = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target))
        target = target.lstrip("/")
    return Relation(element.get("Id", ""), element.get("Type", ""), target, external)
