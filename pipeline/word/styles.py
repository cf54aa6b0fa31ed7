"""Which style of Word each role has, how it is found in a stranger's document, and what it lacks.

A style is found by its name as Word stores it, by its name in Dutch Word, by an alias, and last
by its id. Where there is none, ours is copied, with what it rests on.
"""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache

from lxml import etree

from pipeline.model import Role

STYLE_OF_ROLE = {
    Role.TITLE: "Title",
    Role.SUBTITLE: "Subtitle",
    Role.FRONT: "QuickScan Voorblad",
    Role.BODY: "Body Text",
    Role.INTRO: "QuickScan Inleiding",
    Role.LEAD: "QuickScan Stelling",
    Role.ANSWER: "QuickScan Antwoord",
    Role.LABEL: "QuickScan Tussenkop",
    Role.QUOTE: "Quote",
    Role.NOTE: "QuickScan Toelichting",
    Role.TIP: "QuickScan Tip",
    Role.BULLET: "List Bullet",
    Role.SUB_BULLET: "List Bullet 2",
    Role.CELL: "QuickScan Tabeltekst",
    Role.FIGURE: "QuickScan Tabelcijfer",
    Role.CELL_KEPT: "QuickScan Tabeltekst bijeen",
    Role.FIGURE_KEPT: "QuickScan Tabelcijfer bijeen",
    Role.SOURCE: "QuickScan Bron",
    Role.CONTENTS: "TOC Heading",
}
HEADING_STYLES = ("Heading 1", "Heading 2", "Heading 3")
TOC_STYLES = ("toc 1", "toc 2", "toc 3")
CAPTION = "Caption"
COMMENT_TEXT = "annotation text"
TABLE_STYLE = "QuickScan Tabel"
STRONG = "Strong"
HYPERLINK = "Hyperlink"
COMMENT_REFERENCE = "annotation reference"
PLACEHOLDER = "Placeholder Text"
LIST_STYLES = (STYLE_OF_ROLE[Role.BULLET], STYLE_OF_ROLE[Role.SUB_BULLET])

# The names in Dutch Word, the one to show first; then those of LibreOffice.
OTHER_NAMES = {
    "Title": ("Titel",),
    "Subtitle": ("Ondertitel",),
    "Body Text": ("Platte tekst",),
    "Quote": ("Citaat", "Quotations"),
    "List Bullet": ("Lijstopsomteken", "Lijst opsom.teken"),
    "List Bullet 2": ("Lijstopsomteken 2", "Lijst opsom.teken 2"),
    "Heading 1": ("Kop 1",),
    "Heading 2": ("Kop 2",),
    "Heading 3": ("Kop 3",),
    "toc 1": ("Inhopg 1", "Inhoudsopgave 1", "Contents 1"),
    "toc 2": ("Inhopg 2", "Inhoudsopgave 2", "Contents 2"),
    "toc 3": ("Inhopg 3", "Inhoudsopgave 3", "Contents 3"),
    "TOC Heading": ("Kop van inhoudsopgave", "Contents Heading"),
    "Caption": ("Bijschrift",),
    "annotation text": ("Tekst opmerking", "Comment Text"),
    "annotation reference": ("Verwijzing opmerking", "Comment Reference"),
    "Strong": ("Zwaar", "Strong Emphasis"),
    "Hyperlink": ("Hyperlink", "Internet Link"),
    "Placeholder Text": ("Tekst van tijdelijke aanduiding",),
    "Normal": ("Standaard",),
    "Header": ("Koptekst",),
    "Footer": ("Voettekst",),
    "Table Grid": ("Tabelraster",),
    "Default Paragraph Font": ("Standaardalinea-lettertype",),
    "Normal Table": ("Standaardtabel",),
    "No List": ("Geen lijst",),
}

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text; a long list of names reads best as one."""
    return tuple(text.split())


_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PARAGRAPH, _CHARACTER, _TABLE = "paragraph", "character", "table"
_STYLE_ORDER = words("""name aliases basedOn next link autoRedefine hidden uiPriority semiHidden
    unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr
    tcPr tblStylePr""")
_PARAGRAPH_ORDER = words("""pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr
    suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct
    topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind
    contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
    textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange""")
_AFTER_COLOUR = words("""spacing w kern position sz szCs highlight u effect bdr shd fitText
    vertAlign rtl cs em lang eastAsianLayout specVanish oMath""")
_AFTER_FONTS = (
    words("""b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint
    noProof snapToGrid vanish webHidden color""")
    + _AFTER_COLOUR
)
_THEME_COLOURS = {"accent1", "hyperlink"}
_WHITE, _READABLE, _COLOURED = "FFFFFF", 4.5, 0.15
_HEX = re.compile("[0-9A-Fa-f]{6}")


def w(name: str) -> str:
    """Return a name of WordprocessingML as lxml knows it."""
    return f"{{{W}}}{name}"


def value(element: etree._Element | None) -> str:
    """Return the w:val of an element; empty where there is no such element or value."""
    return "" if element is None else element.get(w("val"), "")


def shown_name(name: str) -> str:
    """Return a style as a user of Dutch Word knows it."""
    return OTHER_NAMES.get(name, (name,))[0]


def needed_styles() -> Iterator[tuple[str, str]]:
    """Yield the name and type of every style that a report may use, in order of use."""
    paragraphs = (*HEADING_STYLES, *STYLE_OF_ROLE.values(), *TOC_STYLES, CAPTION)
    for name in (*paragraphs, COMMENT_TEXT):
        yield name, _PARAGRAPH
    yield TABLE_STYLE, _TABLE
    for name in (STRONG, HYPERLINK, PLACEHOLDER, COMMENT_REFERENCE):
        yield name, _CHARACTER


class StyleLackingError(Exception):
    """A style that a report needs and that our own style document lacks too."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The styles of a document, with the numbering that its lists use."""

    styles: etree._Element
    numbering: etree._Element

    def find(self, name: str, kind: str) -> etree._Element | None:
        """Return the style of this name and type, however it is called here."""
        wanted = [_key(one) for one in (name, *OTHER_NAMES.get(name, ()))]
        styles = [one for one in self.styles.iterfind(w("style")) if _kind(one) == kind]
        for labels in (_names, _aliases, _ids):
            labelled = [(style, labels(style)) for style in styles]
            for key in wanted:
                for style, keys in labelled:
                    if key in keys:
                        return style
        return None

    def by_id(self, style_id: str) -> etree._Element | None:
        """Return the style of this id."""
        found = (s for s in self.styles.iterfind(w("style")) if s.get(w("styleId")) == style_id)
        return next(found, None)

    def default(self, kind: str) -> etree._Element | None:
        """Return the style that things of a type have when nothing is said."""
        styles = (one for one in self.styles.iterfind(w("style")) if _kind(one) == kind)
        return next((one for one in styles if one.get(w("default")) in ("1", "true", "on")), None)

    def inherited(self, style: etree._Element | None, path: str) -> etree._Element | None:
        """Return what a style or the nearest one under it says at a path of names."""
        steps = "/".join(w(step) for step in path.split("/"))
        for one in self._chain(style):
            found = one.find(steps)
            if found is not None:
                return found
        return None

    def _chain(self, style: etree._Element | None) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while style is not None and style.get(w("styleId"), "") not in seen:
            seen.add(style.get(w("styleId"), ""))
            yield style
            style = self.by_id(value(style.find(w("basedOn"))))

    def is_numbered(self, style: etree._Element) -> bool:
        """Tell whether paragraphs of a style get a number or bullet by themselves."""
        number = value(self.inherited(style, "pPr/numPr/numId"))
        num = _with_id(self.numbering, "num", "numId", number)
        if num is None or number == "0":
            return False
        abstract = value(num.find(w("abstractNumId")))
        return _with_id(self.numbering, "abstractNum", "abstractNumId", abstract) is not None


def _kind(style: etree._Element) -> str:
    return style.get(w("type"), _PARAGRAPH)


@cache
def _key(name: str) -> str:
    """Return a name without what differs between programs and versions: `Kop 1` is `kop1`."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _names(style: etree._Element) -> set[str]:
    return {_key(value(style.find(w("name"))))}


def _aliases(style: etree._Element) -> set[str]:
    return {_key(alias) for alias in value(style.find(w("aliases"))).split(",")}


def _ids(style: etree._Element) -> set[str]:
    return {_key(style.get(w("styleId"), ""))}


def _with_id(root: etree._Element, tag: str, key: str, number: str) -> etree._Element | None:
    return next((one for one in root.iterfind(w(tag)) if one.get(w(key)) == number), None)


# What is lacking


@dataclass(frozen=True, slots=True)
class Completed:
    """The ids of all styles by name, those that were there, and what was added."""

    ids: tuple[tuple[str, str], ...]
    found: tuple[str, ...]
    added: tuple[str, ...]


def complete(house: Sheet, own: Sheet, accent: str) -> Completed:
    """Add to a house style what a report needs and it lacks.

    Raises StyleLackingError with the name of a style that our own sheet lacks as well.
    """
    present = {name: house.find(name, kind) for name, kind in needed_styles()}
    copier = _Copier(house, own, accent, {})
    ids = tuple((name, copier.id_of(name, kind)) for name, kind in needed_styles())
    listed = [name for name in LIST_STYLES if copier.make_list(name, present[name])]
    for level, name in enumerate(HEADING_STYLES):
        _make_heading(house, present[name], level)
    copier.link_levels()
    _speak_dutch(house.styles)
    bullets = tuple(f"opsomteken bij {shown_name(name)}" for name in listed)
    return Completed(
        ids=ids,
        found=tuple(shown_name(name) for name, style in present.items() if style is not None),
        added=tuple(shown_name(n) for n, style in present.items() if style is None) + bullets,
    )


@dataclass(slots=True)
class _Copier:
    """Copies our styles into a house style; remembers which of ours is which there."""

    house: Sheet
    own: Sheet
    accent: str
    ids: dict[str, str]
    numbers: dict[str, str] = field(default_factory=dict)
    levels: list[etree._Element] = field(default_factory=list)
    listed: dict[str, str] = field(default_factory=dict)

    def id_of(self, name: str, kind: str) -> str:
        """Return the id of a style in the house style, where ours is put if there is none."""
        own = self.own.find(name, kind)
        if own is None:
            raise StyleLackingError(name)
        return self._place(own, name)

    def _place(self, own: etree._Element, name: str) -> str:
        own_id = own.get(w("styleId"), "")
        if own_id not in self.ids:
            house = self.house.find(name, _kind(own))
            if house is None and own.get(w("default")):
                house = self.house.default(_kind(own))
            if house is None:
                self._copy(own)
            else:
                self.ids[own_id] = house.get(w("styleId"), "")
        return self.ids[own_id]

    def _copy(self, own: etree._Element) -> None:
        own_id = own.get(w("styleId"), "")
        copied = deepcopy(own)
        self.ids[own_id] = self._free_id(own_id)
        copied.set(w("styleId"), self.ids[own_id])
        self._rename(copied)
        self.house.styles.append(copied)
        for tag in ("basedOn", "next", "link"):
            self._redirect(copied, tag)
        self._use_number(copied, own_id)
        self._space(copied, own)
        self._free_table_text(copied, own)
        recolour(copied, self.accent)

    def _free_id(self, wanted: str) -> str:
        taken = {one.get(w("styleId"), "").casefold() for one in self.house.styles}
        name, count = wanted, 1
        while name.casefold() in taken:
            count += 1
            name = f"{wanted}{count}"
        return name

    def _rename(self, copied: etree._Element) -> None:
        """Give a style a name of its own where one of another type has its name."""
        label = copied.find(w("name"))
        taken = {key for one in self.house.styles.iterfind(w("style")) for key in _names(one)}
        if label is not None and _key(value(label)) in taken:
            label.set(w("val"), f"QuickScan {value(label)}")
            copied.set(w("customStyle"), "1")

    def _redirect(self, copied: etree._Element, tag: str) -> None:
        reference = copied.find(w(tag))
        if reference is None:
            return
        target = self.own.by_id(value(reference))
        if target is None:
            copied.remove(reference)
        else:
            reference.set(w("val"), self._place(target, value(target.find(w("name")))))

    def _space(self, copied: etree._Element, own: etree._Element) -> None:
        """Keep the room between paragraphs, where the house style has none to inherit."""
        if _kind(own) != _PARAGRAPH or _has_room(self.house, copied):
            return
        ours = self.own.inherited(own, "pPr/spacing")
        if ours is None:
            ours = self.own.styles.find(f".//{w('pPrDefault')}//{w('spacing')}")
        if ours is not None:
            put(_child_of(copied, "pPr"), deepcopy(ours), _PARAGRAPH_ORDER)

    def _free_table_text(self, copied: etree._Element, own: etree._Element) -> None:
        """Let the table style colour its header row: what a paragraph's style says would win.

        Text of tables keeps the font of what it rested on; the table takes over its colour.
        """
        name = value(own.find(w("name")))
        if name == STYLE_OF_ROLE[Role.CELL]:
            fonts = self.house.inherited(copied, "rPr/rFonts")
            for base in copied.findall(w("basedOn")):
                copied.remove(base)
            if fonts is not None:
                put(_child_of(copied, "rPr"), deepcopy(fonts), ("rFonts", *_AFTER_FONTS))
        if name == TABLE_STYLE:
            text = self.house.default(_PARAGRAPH)
            colour = self.house.inherited(text, "rPr/color")
            if colour is not None and value(colour) != "auto":
                put(_child_of(copied, "rPr"), deepcopy(colour), ("color", *_AFTER_COLOUR))

    def make_list(self, name: str, present: etree._Element | None) -> bool:
        """Give a list style that is no list the bullets of ours; tell whether that was needed."""
        own = self.own.find(name, _PARAGRAPH)
        if own is None or present is None or self.house.is_numbered(present):
            return False
        numbering = own.find(f"{w('pPr')}/{w('numPr')}")
        if numbering is None:
            return False
        put(_child_of(present, "pPr"), deepcopy(numbering), _PARAGRAPH_ORDER)
        self._use_number(present, own.get(w("styleId"), ""))
        return True

    def _use_number(self, style: etree._Element, own_id: str) -> None:
        number = style.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
        if number is None or value(number) == "0":
            return
        if value(number) not in self.numbers:
            self.numbers[value(number)] = self._copy_number(value(number))
        number.set(w("val"), self.numbers[value(number)])
        self.listed[own_id] = style.get(w("styleId"), "")

    def _copy_number(self, number: str) -> str:
        num = _with_id(self.own.numbering, "num", "numId", number)
        key = "" if num is None else value(num.find(w("abstractNumId")))
        abstract = _with_id(self.own.numbering, "abstractNum", "abstractNumId", key)
        if num is None or abstract is None:
            raise StyleLackingError(f"de lijst van {number}")
        num, abstract = deepcopy(num), deepcopy(abstract)
        new = _next_number(self.house.numbering, "num", "numId")
        new_abstract = _next_number(self.house.numbering, "abstractNum", "abstractNumId")
        num.set(w("numId"), new)
        abstract.set(w("abstractNumId"), new_abstract)
        for reference in num.iterfind(w("abstractNumId")):
            reference.set(w("val"), new_abstract)
        self._append_number(abstract, num)
        return new

    def _append_number(self, abstract: etree._Element, num: etree._Element) -> None:
        """Put a list where it belongs: all abstract ones before all others."""
        recolour(abstract, self.accent)
        self.levels.extend(abstract.iter(w("lvl")))
        identity = abstract.find(w("nsid"))
        if identity is not None:
            identity.set(w("val"), f"{0x5C0A0000 + int(abstract.get(w('abstractNumId'), '0')):08X}")
        put(self.house.numbering, abstract, _NUMBERING_ORDER, several=True)
        put(self.house.numbering, num, _NUMBERING_ORDER, several=True)

    def link_levels(self) -> None:
        """Point the levels of our lists at the styles that use them; Word goes by those."""
        for level in self.levels:
            for pointer in level.findall(w("pStyle")):
                if value(pointer) in self.listed:
                    pointer.set(w("val"), self.listed[value(pointer)])
                else:
                    level.remove(pointer)


_NUMBERING_ORDER = words("numPicBullet abstractNum num numIdMacAtCleanup")


def _next_number(root: etree._Element, tag: str, key: str) -> str:
    used = [int(one.get(w(key), "0")) for one in root.iterfind(w(tag))]
    return str(max(used, default=0) + 1)


def _has_room(sheet: Sheet, style: etree._Element) -> bool:
    """Tell whether a style says how much room is above or below, or inherits some."""
    if style.find(f"{w('pPr')}/{w('spacing')}") is not None:
        return True
    spacing = sheet.inherited(style, "pPr/spacing")
    if spacing is None:
        spacing = sheet.styles.find(f".//{w('pPrDefault')}//{w('spacing')}")
    sides = ("after", "before", "afterAutospacing", "beforeAutospacing")
    return spacing is not None and any(spacing.get(w(side), "0") != "0" for side in sides)


def _make_heading(house: Sheet, style: etree._Element | None, level: int) -> None:
    """Let a heading of the house style do what the report needs; its look stays.

    Our headings hold their own numbers, so those of the house style are switched off.
    """
    if style is None:
        return
    properties = _child_of(style, "pPr")
    if house.is_numbered(style):
        off = etree.Element(w("numPr"))
        etree.SubElement(off, w("numId")).set(w("val"), "0")
        put(properties, off, _PARAGRAPH_ORDER)
        _unlink(house.numbering, style.get(w("styleId"), ""))
    for tag in ("keepNext", "pageBreakBefore") if level == 0 else ("keepNext",):
        put(properties, etree.Element(w(tag)), _PARAGRAPH_ORDER)
    outline = etree.Element(w("outlineLvl"))
    outline.set(w("val"), str(level))
    put(properties, outline, _PARAGRAPH_ORDER)


def _unlink(numbering: etree._Element, style_id: str) -> None:
    for level in numbering.iter(w("lvl")):
        for pointer in level.findall(w("pStyle")):
            if value(pointer) == style_id:
                level.remove(pointer)


def _speak_dutch(styles: etree._Element) -> None:
    """Make Dutch the language of all text; a style in another language would be an exception."""
    for language in styles.iter(w("lang")):
        if not language.get(w("val"), "nl").casefold().startswith("nl"):
            language.set(w("val"), "nl-NL")
    defaults = styles.find(w("docDefaults"))
    if defaults is None:
        defaults = etree.Element(w("docDefaults"))
        styles.insert(0, defaults)
    properties = _child(_child(defaults, "rPrDefault"), "rPr")
    if properties.find(w("lang")) is None:
        etree.SubElement(properties, w("lang"))
    for language in properties.iterfind(w("lang")):
        language.set(w("val"), "nl-NL")


def _child(parent: etree._Element, tag: str) -> etree._Element:
    found = parent.find(w(tag))
    if found is None:
        found = etree.Element(w(tag))
        parent.insert(0, found)
    return found


def _child_of(style: etree._Element, tag: str) -> etree._Element:
    found = style.find(w(tag))
    if found is None:
        found = etree.Element(w(tag))
        put(style, found, _STYLE_ORDER)
    return found


def put(
    parent: etree._Element, child: etree._Element, order: tuple[str, ...], several: bool = False
) -> None:
    """Put a child where the order of Word wants it, in place of the one that is there."""
    if not several:
        for old in parent.findall(child.tag):
            parent.remove(old)
    rank = order.index(etree.QName(child).localname)
    later = {w(tag) for tag in order[rank + 1 :]}
    place = next((index for index, one in enumerate(parent) if one.tag in later), len(parent))
    parent.insert(place, child)


# Colour


def accent_of(sheet: Sheet, theme: etree._Element | None, otherwise: str) -> str:
    """Return the colour of a house style, dark enough to be read on white and under white.

    That of Heading 1 is what a reader knows; the accent of a theme is often still Office's own.
    """
    heading = sheet.find(HEADING_STYLES[0], _PARAGRAPH)
    colours = [value(sheet.inherited(heading, "rPr/color"))]
    if theme is not None:
        colours += [one.get("val", "") for one in theme.iterfind(f".//{{{_A}}}accent1/*")]
    return readable(next((one.upper() for one in colours if _is_colour(one)), otherwise))


def _is_colour(text: str) -> bool:
    """Tell whether this is a colour, and not black, white, grey or a word."""
    if not _HEX.fullmatch(text):
        return False
    _, lightness, saturation = colorsys.rgb_to_hls(*(part / 255 for part in _parts(text)))
    return saturation >= _COLOURED and 0.04 < lightness < 0.97


def _parts(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour)
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """Return the contrast between two colours as the guidelines for accessibility have it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = (part / 255 for part in _parts(colour))
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(p * weight for p, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def readable(colour: str) -> str:
    """Return a colour, darkened until it can be read on white."""
    while contrast(colour, _WHITE) < _READABLE:
        colour = "".join(f"{part * 95 // 100:02X}" for part in _parts(colour))
    return colour


def recolour(element: etree._Element, accent: str) -> None:
    """Write our accent as the one of the house style, with no theme to look it up in."""
    for one in element.iter():
        colour = "val" if one.tag == w("color") else "color"
        for attribute, theme in ((colour, "theme"), ("fill", "themeFill")):
            marks = ("Color", "Tint", "Shade") if theme == "theme" else ("", "Tint", "Shade")
            named, *mixed = [one.attrib.pop(w(theme + mark), "") for mark in marks]
            if named in _THEME_COLOURS and not any(mixed):
                one.set(w(attribute), accent)
