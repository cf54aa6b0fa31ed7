"""What a report takes along of a style document, and what of ours where it has nothing."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from pipeline.problems import Code
from pipeline.word.elements import w
from pipeline.word.house.colour import accent_of
from pipeline.word.house.complete import Completed, complete
from pipeline.word.house.measures import table_indent, text_font
from pipeline.word.house.package import HEAD, Package, open_package, refuse, telling_faults
from pipeline.word.house.page import last_section
from pipeline.word.house.parts import Copied
from pipeline.word.house.settings import report_settings
from pipeline.word.house.sheet import Sheet, StyleLackingError
from pipeline.word.house.traces import cleaned
from pipeline.word.namespaces import MC, OFFICE, W14, W15, WP, A, C, W

_DEFAULT_ACCENT = "0B4F5C"
_NAMESPACES = {
    "w": W,
    "r": OFFICE,
    "wp": WP,
    "a": A,
    "c": C,
    "mc": MC,
    "w14": W14,
    "w15": W15,
}
_IGNORABLE = "w14 w15"
_NAME_OF_KIND = {
    "styles": "word/styles.xml",
    "numbering": "word/numbering.xml",
    "settings": "word/settings.xml",
    "theme": "word/theme/theme1.xml",
    "fontTable": "word/fontTable.xml",
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """A style document taken apart: what was there, and what a report takes along."""

    package: Package
    copied: Copied
    section: etree._Element
    completed: Completed
    accent: str
    font: str
    table_indent: int

    @property
    def before(self) -> str:
        """The main part up to where the blocks go."""
        names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
        return f'{HEAD}<w:document {names} mc:Ignorable="{_IGNORABLE}"><w:body>'

    @property
    def after(self) -> str:
        """The main part from where the blocks end."""
        section = etree.tostring(self.section, encoding="unicode")
        for prefix, uri in _NAMESPACES.items():
            section = section.replace(f' xmlns:{prefix}="{uri}"', "")
        return f"{section}</w:body></w:document>"


def choose(path: Path, default: Path) -> Chosen:
    """Take a style document apart; what it lacks comes from `default`."""
    package = open_package(path)
    own = package if path == default else open_package(default)
    with telling_faults(path):
        try:
            return _choose(package, own)
        except StyleLackingError as error:
            refuse(default, Code.STYLE_UNREADABLE, reason=f"de stijl {error} ontbreekt")


def _choose(package: Package, own: Package) -> Chosen:
    """Choose from a style document what a report takes along."""
    sheet = _sheet(package, own)
    ours = sheet if own is package else _sheet(own, own)
    accent = accent_of(sheet, package.kin("theme"), _DEFAULT_ACCENT)
    completed = complete(sheet, ours, accent)
    copied = Copied(package)
    settings = _settings(package, own)
    _take_along(copied, sheet, settings)
    section = last_section(package, own, copied)
    font = text_font(sheet, package.kin("theme"))
    indent = table_indent(sheet, settings)
    return Chosen(package, copied, section, completed, accent, font, indent)


def _take_along(copied: Copied, sheet: Sheet, settings: etree._Element) -> None:
    """Take along what belongs to the main part, beside headers and footers."""
    package = copied.package
    chosen: dict[str, etree._Element | None] = {
        "styles": sheet.styles,
        "numbering": sheet.numbering,
        "settings": settings,
    }
    chosen |= {kind: package.kin(kind) for kind in ("theme", "fontTable")}
    for kind, root in chosen.items():
        if root is not None and len(root):
            copied.put(kind, _NAME_OF_KIND[kind], root, package.kin_name(kind))


def _settings(package: Package, own: Package) -> etree._Element:
    settings = package.kin("settings")
    if settings is None:
        settings = own.kin("settings")
    return report_settings(etree.Element("none") if settings is None else settings)


def _sheet(package: Package, own: Package) -> Sheet:
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
