"""A style document of any organisation, taken apart once and kept as bytes to draw on.

What goes into a report is chosen, not what stays out: styles, lists, theme, fonts, and the page of
the last section with its headers and footers. All else that a stranger's document holds is left.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn
from xml.sax.saxutils import quoteattr

from lxml import etree

from pipeline.model import Source
from pipeline.problems import Code, PipelineError, problem
from pipeline.word.properties import (
    CORE_PART,
    CORE_RELATION,
    CORE_TYPE,
    cleaned,
    marked,
    report_settings,
)
from pipeline.word.styles import (
    Completed,
    Sheet,
    StyleLackingError,
    W,
    accent_of,
    complete,
    w,
    words,
)

MAIN_PART = "word/document.xml"
RELATIONS_PART = "word/_rels/document.xml.rels"
TYPES_PART = "[Content_Types].xml"
MAX_UNPACKED = 100_000_000
DEFAULT_ACCENT = "0B4F5C"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_R = f"{{{_OFFICE}}}"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN_TYPE = f"{_WORD_TYPE}document.main+xml"
_MAIN_TYPES = {
    _MAIN_TYPE,
    f"{_WORD_TYPE}template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
}
_NAMESPACES = {
    "w": W,
    "r": _OFFICE,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
}
_IGNORABLE = "w14 w15"
_HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_VML = "urn:schemas-microsoft-com:vml"
_NAME_OF_KIND = {
    "styles": "word/styles.xml",
    "numbering": "word/numbering.xml",
    "settings": "word/settings.xml",
    "theme": "word/theme/theme1.xml",
    "fontTable": "word/fontTable.xml",
}
_SAFE = re.compile("[^A-Za-z]")
# What stays of a section, in the order of Word; the measures must be there.
_PAGE = words("pgSz pgMar pgBorders pgNumType cols titlePg textDirection bidi rtlGutter docGrid")
_MEASURES = ("pgSz", "pgMar")
_PAPER = (("A5", 8391, 11906), ("A4", 11906, 16838), ("A3", 16838, 23811), ("Letter", 12240, 15840))
_ABOUT = 60
_SIDES = {"top": "boven", "bottom": "onder", "left": "links", "right": "rechts"}
_LEFT_OUT = {
    "comments": "opmerkingen",
    "glossaryDocument": "bouwstenen",
    "customXml": "eigen XML-gegevens",
}
_SETTINGS = {
    "attachedTemplate": "gekoppelde sjabloon",
    "documentProtection": "beveiliging tegen bewerken",
    "mailMerge": "samenvoegen met adressen",
}
_PROPERTIES = {
    "core-properties": ("creator", "lastModifiedBy", "title", "subject", "keywords", "description"),
    "extended-properties": ("Company", "Manager"),
    "custom-properties": ("lpwstr", "lpstr"),
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
)
# What zipfile and lxml raise for a file that is not what it says it is.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    EOFError,
    KeyError,
    NotImplementedError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class StyleDocument:
    """A style document ready to draw on: its parts as bytes, the ids of its styles by name.

    `before` and `after` are the main part up to and from where the blocks go; `text_width` is
    in twentieths of a point. `accent` is its colour, `added` names what it lacked.
    """

    parts: tuple[tuple[str, bytes], ...]
    before: str
    after: str
    relations: str
    style_ids: tuple[tuple[str, str], ...]
    text_width: int
    accent: str
    added: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StyleFindings:
    """What a style document gives and lacks, in Dutch words."""

    page: str
    header: bool
    footer: bool
    logo: bool
    found: tuple[str, ...]
    added: tuple[str, ...]
    left_out: tuple[str, ...]


def open_style(path: Path, default: Path) -> StyleDocument:
    """Read a style document; what it lacks comes from `default`. Its body is left out.

    Raises PipelineError where it is no Word document that can be used.
    """
    house = _taken_apart(path, default)
    return StyleDocument(
        parts=tuple(marked(house.copied.all_parts()).items()),
        before=house.before,
        after=house.after,
        relations=house.copied.relations_of(MAIN_PART).removesuffix("</Relationships>"),
        style_ids=house.completed.ids,
        text_width=_text_width(house.section),
        accent=house.accent,
        added=house.completed.added,
    )


def inspect_style(path: Path, default: Path) -> StyleFindings:
    """Tell what a report in this style will have, and what is left out of it."""
    house = _taken_apart(path, default)
    headers, footers = _furniture(house, "header"), _furniture(house, "footer")
    return StyleFindings(
        page=_page_in_words(house.section),
        header=any(_shows_something(part) for part in headers),
        footer=any(_shows_something(part) for part in footers),
        logo=any(_holds_picture(part) for part in headers),
        found=house.completed.found,
        added=house.completed.added,
        left_out=tuple(_left_out(house.package)),
    )


@dataclass(frozen=True, slots=True)
class _House:
    """A style document taken apart: what was there, and what a report takes along."""

    package: _Package
    copied: _Copied
    section: etree._Element
    completed: Completed
    accent: str

    @property
    def before(self) -> str:
        """The main part up to where the blocks go."""
        names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
        return f'{_HEAD}<w:document {names} mc:Ignorable="{_IGNORABLE}"><w:body>'

    @property
    def after(self) -> str:
        """The main part from where the blocks end."""
        section = etree.tostring(self.section, encoding="unicode")
        for prefix, uri in _NAMESPACES.items():
            section = section.replace(f' xmlns:{prefix}="{uri}"', "")
        return f"{section}</w:body></w:document>"


def _taken_apart(path: Path, default: Path) -> _House:
    with _telling_faults(path):
        package = _open_package(path)
    with _telling_faults(default):
        own = _open_package(default)
    with _telling_faults(path):
        try:
            return _choose(package, own)
        except StyleLackingError as error:
            _refuse(default, Code.STYLE_UNREADABLE, reason=f"de stijl {error} ontbreekt")


def _choose(package: _Package, own: _Package) -> _House:
    """Choose from a style document what a report takes along."""
    copied = _Copied(package)
    sheet, ours = _sheet(package, own), _sheet(own, own)
    accent = accent_of(sheet, package.kin("theme"), DEFAULT_ACCENT)
    completed = complete(sheet, ours, accent)
    chosen: dict[str, etree._Element | None] = {
        "styles": sheet.styles,
        "numbering": sheet.numbering,
        "settings": _settings(package, own),
    }
    chosen |= {kind: package.kin(kind) for kind in ("theme", "fontTable")}
    for kind, root in chosen.items():
        if root is not None and len(root):
            copied.put(kind, _NAME_OF_KIND[kind], root, package.kin_name(kind))
    section = _section(package, own, copied)
    return _House(package, copied, section, completed, accent)


def _settings(package: _Package, own: _Package) -> etree._Element:
    settings = package.kin("settings")
    if settings is None:
        settings = own.kin("settings")
    return report_settings(etree.Element("none") if settings is None else settings)


def _sheet(package: _Package, own: _Package) -> Sheet:
    """Return the styles and lists of a style document, without traces of people."""
    styles, numbering = package.kin("styles"), package.kin("numbering")
    if styles is None:
        styles = etree.Element(w("styles"), nsmap={"w": W})
        ours = own.kin("styles")
        defaults = None if ours is None else ours.find(w("docDefaults"))
        if defaults is not None:
            styles.append(deepcopy(defaults))
    if numbering is None:
        numbering = etree.Element(w("numbering"), nsmap={"w": W})
    return Sheet(cleaned(styles), cleaned(numbering))


# Reading


@contextmanager
def _telling_faults(path: Path) -> Iterator[None]:
    """Turn what is wrong with a file into one clear line about it."""
    try:
        yield
    except FileNotFoundError:
        _refuse(path, Code.STYLE_UNREADABLE, reason="het bestaat niet")
    except OSError:
        _refuse(path, Code.STYLE_UNREADABLE, reason="het kan niet worden geopend")
    except _BROKEN:
        _refuse(path, Code.STYLE_UNREADABLE, reason="het is beschadigd")


def _refuse(path: Path, code: Code, **details: object) -> NoReturn:
    raise PipelineError(problem(code, Source(str(path)), **details)) from None


def _open_package(path: Path) -> _Package:
    """Read a Word file; raises PipelineError where it is another kind of file."""
    with path.open("rb") as stream:
        start = stream.read(8)
    if not start:
        _refuse(path, Code.STYLE_EMPTY)
    if start == _OLE:
        encrypted = _ENCRYPTED in path.read_bytes()
        _refuse(path, Code.STYLE_ENCRYPTED if encrypted else Code.STYLE_NOT_WORD)
    if not start.startswith(b"PK"):
        _refuse(path, Code.STYLE_NOT_WORD)
    parts = _read_parts(path)
    if TYPES_PART not in parts:
        _refuse(path, Code.STYLE_NOT_WORD)
    package = _Package(parts, _content_types(parts[TYPES_PART]))
    if package.type_of(package.main) not in _MAIN_TYPES:
        _refuse(path, Code.STYLE_NOT_WORD)
    if package.root(package.main).tag != w("document"):
        _refuse(path, Code.STYLE_NOT_WORD)
    return package


def _read_parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        members = [one for one in archive.infolist() if not one.is_dir()]
        if any(one.flag_bits & 1 for one in members):
            _refuse(path, Code.STYLE_ENCRYPTED)
        if sum(one.file_size for one in members) > MAX_UNPACKED:
            reason = f"het is uitgepakt groter dan {MAX_UNPACKED // 1_000_000} MB"
            _refuse(path, Code.STYLE_UNREADABLE, reason=reason)
        return {one.filename.lstrip("/"): archive.read(one) for one in members}


def _parse(part: bytes) -> etree._Element:
    """Parse a part; one that declares things of its own is no part of a Word file."""
    root = etree.fromstring(part, _PARSER)
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("doctype")
    return root


def _content_types(part: bytes) -> Mapping[str, str]:
    """Return the content types of parts (`/word/x.xml`) and of extensions (`xml`)."""
    found = _parse(part)
    types = ((one.get("PartName", one.get("Extension", "")), one) for one in found)
    return {str(key).casefold(): one.get("ContentType", "") for key, one in types}


@dataclass(frozen=True, slots=True)
class _Relation:
    """A relation of a part: `target` is the name of a part, or an address outside."""

    key: str
    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        """The last word of its type: `header`, `image`."""
        return self.type.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class _Package:
    """The parts of a Word file by name, and their content types."""

    parts: Mapping[str, bytes]
    types: Mapping[str, str]

    @property
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
        return _parse(self.parts[name])

    def relations(self, name: str) -> list[_Relation]:
        """Return the relations of a part; of the package itself for an empty name."""
        part = self.parts.get(_relations_name(name))
        return [] if part is None else [_relation(one, name) for one in _parse(part)]

    def related(self, name: str, kind: str) -> list[_Relation]:
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


def _relations_name(name: str) -> str:
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _relation(element: etree._Element, source: str) -> _Relation:
    external = element.get("TargetMode") == "External"
    target = element.get("Target", "")
    if not external:
        target = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target))
        target = target.lstrip("/")
    return _Relation(element.get("Id", ""), element.get("Type", ""), target, external)


# Taking along


@dataclass(slots=True)
class _Copied:
    """What a report takes along: parts under names of our own, and their relations."""

    package: _Package
    parts: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    relations: dict[str, list[str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def put(self, kind: str, name: str, root: etree._Element, source: str | None) -> str:
        """Put a part that belongs to the main part, with what it refers to; return its key."""
        self.parts[name] = _bytes(root)
        self.types[name] = _THEME_TYPE if kind == "theme" else f"{_WORD_TYPE}{kind}+xml"
        if source is not None:
            self._take_along(source, name, root)
        keys = self.relations.setdefault(MAIN_PART, [])
        key = f"rIdStyle{len(keys) + 1}"
        keys.append(_relation_xml(key, f"{_OFFICE}/{kind}", _place(name, MAIN_PART)))
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

    def _part(self, relation: _Relation) -> str:
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
        return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">' + "".join(
            (*self.relations.get(name, ()), "</Relationships>")
        )

    def all_parts(self) -> dict[str, bytes]:
        """Return all parts but the main one, its relations and the core properties."""
        whole = {"": [_relation_xml("rIdMain", f"{_OFFICE}/officeDocument", MAIN_PART)]}
        whole[""].append(_relation_xml("rIdCore", CORE_RELATION, CORE_PART))
        self.relations.update(whole)
        relations = {
            _relations_name(name): self.relations_of(name).encode()
            for name, kept in self.relations.items()
            if kept and name != MAIN_PART
        }
        return {TYPES_PART: self._types().encode()} | relations | self.parts

    def _types(self) -> str:
        types = self.types | {MAIN_PART: _MAIN_TYPE, CORE_PART: CORE_TYPE}
        overrides = "".join(
            f"<Override PartName={quoteattr(f'/{name}')} ContentType={quoteattr(kind)}/>"
            for name, kind in types.items()
        )
        return (
            f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
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


# The page


def _section(package: _Package, own: _Package, copied: _Copied) -> etree._Element:
    """Return the page of the last section: one column, pages numbered from the first."""
    sections = _sections(package)
    page = etree.Element(w("sectPr"), nsmap={"w": W, "r": _OFFICE})
    for kind in ("header", "footer"):
        for which in ("default", "first", "even"):
            _refer(page, copied, _nearest(sections, f"{kind}Reference", which))
    last = [*_sections(own)[-1:], *sections[-1:]]
    for tag in _PAGE:
        found = next((one for s in reversed(last) if (one := s.find(w(tag))) is not None), None)
        if found is not None and (tag in _MEASURES or found.getparent() is last[-1]):
            page.append(deepcopy(found))
    _plain(page)
    etree.cleanup_namespaces(page)
    return page


def _sections(package: _Package) -> list[etree._Element]:
    return list(cleaned(package.root(package.main)).iter(w("sectPr")))


def _nearest(sections: list[etree._Element], tag: str, which: str) -> str:
    """Return the key of a header or footer; a section without one has that of the one before."""
    for section in reversed(sections):
        for reference in section.iterfind(w(tag)):
            if reference.get(w("type"), "default") == which:
                return f"{tag} {which} {reference.get(f'{_R}id', '')}"
    return ""


def _refer(page: etree._Element, copied: _Copied, nearest: str) -> None:
    """Take a header or footer along, and refer to it."""
    if not nearest:
        return
    tag, which, key = nearest.split(" ", 2)
    kind, package = tag.removesuffix("Reference"), copied.package
    for relation in package.related(package.main, kind):
        if relation.key == key and relation.target in package.parts:
            count = sum(name.startswith(f"word/{kind}") for name in copied.parts)
            root = cleaned(package.root(relation.target))
            new = copied.put(kind, f"word/{kind}{count + 1}.xml", root, relation.target)
            reference = etree.SubElement(page, w(tag))
            reference.set(w("type"), which)
            reference.set(f"{_R}id", new)


def _plain(page: etree._Element) -> None:
    """Leave out columns and a first page number: those were for another text."""
    for tag, kept in (("cols", "space"), ("pgNumType", "fmt")):
        for one in page.findall(w(tag)):
            said = one.get(w(kept))
            one.clear()
            if said is not None:
                one.set(w(kept), said)
    for borders in page.findall(w("pgBorders")):
        if any(str(name).startswith(_R) for one in borders.iter() for name in one.attrib):
            page.remove(borders)


def _measure(section: etree._Element, tag: str, name: str) -> int:
    """Return a measure of the page in twentieths of a point."""
    element = section.find(w(tag))
    return int(float("0" if element is None else element.get(w(name), "0")))


def _text_width(section: etree._Element) -> int:
    sides = sum(abs(_measure(section, "pgMar", side)) for side in ("left", "right", "gutter"))
    return _measure(section, "pgSz", "w") - sides


# What there is to tell


def _page_in_words(section: etree._Element) -> str:
    wide, high = _measure(section, "pgSz", "w"), _measure(section, "pgSz", "h")
    direction = "liggend" if wide > high else "staand"
    return f"{_paper(wide, high)} {direction}, marges {_margins(section)}"


def _paper(wide: int, high: int) -> str:
    small, large = sorted((wide, high))
    for name, width, height in _PAPER:
        if abs(small - width) <= _ABOUT and abs(large - height) <= _ABOUT:
            return name
    return f"{_centimetres(wide)} × {_centimetres(high)} cm"


def _margins(section: etree._Element) -> str:
    sizes = {
        dutch: _centimetres(abs(_measure(section, "pgMar", side))) for side, dutch in _SIDES.items()
    }
    if len(set(sizes.values())) == 1:
        return f"{sizes['boven']} cm"
    return ", ".join(f"{dutch} {size} cm" for dutch, size in sizes.items())


def _centimetres(twips: int) -> str:
    return f"{twips * 2.54 / 1440:.1f}".removesuffix(".0").replace(".", ",")


def _furniture(house: _House, kind: str) -> list[etree._Element]:
    """Return the headers or footers that a report takes along."""
    parts = house.copied.parts
    return [_parse(part) for name, part in parts.items() if name.startswith(f"word/{kind}")]


def _shows_something(root: etree._Element) -> bool:
    texts = root.iter(w("t"), w("instrText"))
    return any((text.text or "").strip() for text in texts) or _holds_picture(root)


def _holds_picture(root: etree._Element) -> bool:
    return next(root.iter(f"{{{_NAMESPACES['a']}}}blip", f"{{{_VML}}}imagedata"), None) is not None


def _left_out(package: _Package) -> Iterator[str]:
    """Yield in Dutch what a style document holds that a report does not take along."""
    kinds = {relation.kind for relation in package.relations(package.main)}
    main = package.root(package.main)
    if any((text.text or "").strip() for text in main.iter(w("t"))):
        yield "tekst"
    if any(one.get(w("author")) is not None for one in main.iter()):
        yield "bijgehouden wijzigingen"
    yield from (word for kind, word in _LEFT_OUT.items() if kind in kinds)
    if _has_macros(package):
        yield "macro's"
    if any(_says_something(package, kind) for kind in _PROPERTIES):
        yield "eigenschappen"
    settings = package.kin("settings")
    if settings is not None:
        yield from (word for tag, word in _SETTINGS.items() if settings.find(w(tag)) is not None)


def _has_macros(package: _Package) -> bool:
    of_kind = "macroEnabled" in package.type_of(package.main)
    return of_kind or any(name.casefold().endswith("vbaproject.bin") for name in package.parts)


def _says_something(package: _Package, kind: str) -> bool:
    """Tell whether properties of this kind hold text, beside what every program fills in."""
    for relation in package.related("", kind):
        if relation.target in package.parts:
            for one in package.root(relation.target).iter():
                if etree.QName(one).localname in _PROPERTIES[kind] and (one.text or "").strip():
                    return True
    return False
