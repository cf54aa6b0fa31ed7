"""What stands in one paragraph: its text before and after tracked changes, and how it looks.

A look is told as text (`b` for bold, `<address>` for a link), so that two can be compared.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from pipeline.edited.tips import BOXES
from pipeline.edited.xml import Element, R, is_on, value, w, w14

IsGiven: TypeAlias = Callable[[str], bool]  # whether a look comes from the style already
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_AS_TYPED = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", None),
        "\u2026": "...",
    }
)
_LOOKS = {w("b"): "b", w("i"): "i", w("strike"): "s", w("caps"): "C", w("smallCaps"): "c"}
_VALUES = {w(name): name for name in ("u", "highlight", "vertAlign", "color", "sz")}
_PLAIN = {"", "none", "auto", "baseline"}
# Character styles that say what a run is, not how somebody wanted it to look.
_STYLES_OF_KIND = {"hyperlink", "internet link", "placeholder text", "annotation reference"}
_ADDED = {w("ins"), w("moveTo")}
_GONE = {w("del"), w("moveFrom")}
_CHANGED = {w(f"{name}Change") for name in ("pPr", "rPr", "sectPr", "tblPr", "trPr", "tcPr")}
_T, _DELETED_TEXT, _R, _R_PR, _R_STYLE = map(w, ("t", "delText", "r", "rPr", "rStyle"))
_P_STYLE = w("pStyle")
_P_PR, _SECT_PR, _R_PR_CHANGE, _SDT = map(w, ("pPr", "sectPr", "rPrChange", "sdt"))
_BOOKMARK, _COMMENT, _NAME, _ID = map(w, ("bookmarkStart", "commentReference", "name", "id"))
_HYPERLINK, _ANCHOR, _DRAWING, _FIELD = map(w, ("hyperlink", "anchor", "drawing", "instrText"))
_SIGNS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_OBJECTS = {w(n) for n in ("object", "pict", "footnoteReference", "endnoteReference", "sym")}
_THINGS = _OBJECTS | {_DRAWING, _FIELD}
_MARKS = {_P_PR, _BOOKMARK, _COMMENT}
_SKIPPED = {w(n) for n in ("sdtPr", "sdtEndPr", "txbxContent", "rPr", "bookmarkEnd")}


@dataclass(frozen=True, slots=True)
class Eyes:
    """What must be known of a document to see what stands in a paragraph."""

    style_name: Callable[[str], str]
    given_by: Callable[[str], IsGiven]
    target_of: Callable[[str], str]
    chart_of: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Way:
    """How the elements above a text change it."""

    look: str = ""
    added: bool = False
    gone: bool = False


_PLAINLY = _Way()


@dataclass(slots=True)
class ParagraphContent:
    """The content of a paragraph, as it is read.

    `names` are its bookmarks, `remarks` the numbers of the comments beside it.
    """

    eyes: Eyes
    style: str
    given: IsGiven
    now: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    revised: bool = False
    ends_part: bool = False
    _has_control: bool = False
    _looks: list[tuple[str, str]] = field(default_factory=list)

    @property
    def has_box(self) -> bool:
        """Whether a box to tick may stand in front, as a control or as a sign."""
        return self._has_control or any(text[:1] in BOXES for text in self.now[:2] if text)

    def read(self, element: Element, way: _Way = _PLAINLY) -> None:
        """Read all that stands inside an element."""
        for one in element:
            tag = str(one.tag)
            if tag in (_T, _DELETED_TEXT) or tag in _SIGNS:
                self._say(_SIGNS.get(tag) or one.text or "", way)
            elif tag in _MARKS:
                self._mark(tag, one)
            elif tag in _SKIPPED:
                continue
            elif tag in _THINGS:
                self._looks.append((f"{way.look}{self._thing(tag, one)}", "*"))
            elif tag == _SDT and _is_box(one):
                self._has_control = True
                self.names += [mark.get(_NAME, "") for mark in one.iter(_BOOKMARK)]
            else:
                self.read(one, self._way_into(tag, one, way))

    def _mark(self, tag: str, one: Element) -> None:
        """Read what says something of a paragraph and is not in its text."""
        if tag == _P_PR:
            self._read_properties(one)
        elif tag == _BOOKMARK:
            self.names.append(one.get(_NAME, ""))
        elif tag == _COMMENT:
            self.remarks.append(one.get(_ID, ""))

    def _read_properties(self, properties: Element) -> None:
        for one in properties:
            tag = one.tag
            if tag == _P_STYLE:
                self.style = self.eyes.style_name(value(one))
                self.given = self.eyes.given_by(self.style)
            elif tag == _SECT_PR:
                self.ends_part = True
            elif tag in _CHANGED or (tag == _R_PR and _is_revised(one)):
                self.revised = True

    def _way_into(self, tag: str, one: Element, way: _Way) -> _Way:
        if tag == _R:
            first = next(iter(one), None)  # a run begins with its properties
            return way if first is None or first.tag != _R_PR else self._way_into_run(first, way)
        if tag in _ADDED or tag in _GONE:
            self.revised = True
            added, gone = way.added or tag in _ADDED, way.gone or tag in _GONE
            return _Way(way.look, added, gone)
        if tag == _HYPERLINK:
            return _Way(way.look + self._link(one), way.added, way.gone)
        return way

    def _way_into_run(self, properties: Element, way: _Way) -> _Way:
        look = self._look(properties)
        return _Way(way.look + look, way.added, way.gone) if look else way

    def _say(self, text: str, way: _Way) -> None:
        if not way.gone:
            self.now.append(text)
        if not way.added:
            self.before.append(text)
        self._looks.append((way.look, text))

    def marks(self) -> list[str]:
        """Return the looks that are not plain, each with the text that has it."""
        if not any(look for look, _ in self._looks):
            return []
        merged: list[tuple[str, str]] = []
        for look, text in self._looks:
            if merged and (merged[-1][0] == look or not text.strip()):
                before = merged.pop()
                merged.append((before[0], before[1] + text))
            else:
                merged.append((look, text))
        return [f"{look}:{comparable(text)}" for look, text in merged if look and text.strip()]

    def _thing(self, tag: str, one: Element) -> str:
        """Return what stands in the text and is no text."""
        if tag == _FIELD:
            return f"veld {(one.text or '').strip()}"
        if tag != _DRAWING:
            return tag.rpartition("}")[2]
        chart = next(one.iter(_CHART), None)
        if chart is None:
            return "beeld"
        return f"grafiek {self.eyes.chart_of(chart.get(f'{{{R}}}id', ''))}"

    def _link(self, link: Element) -> str:
        anchor = link.get(_ANCHOR)
        if anchor:
            return f"<#{anchor}>"
        return f"<{_address(self.eyes.target_of(link.get(f'{{{R}}}id', '')))}>"

    def _look(self, properties: Element) -> str:
        """Return how a run looks beside what its paragraph gives it already."""
        found, name = "", ""
        for one in properties:
            tag = str(one.tag)
            if tag == _R_STYLE:
                name = self.eyes.style_name(value(one))
            elif tag == _R_PR_CHANGE:
                self.revised = True
            elif (look := look_of(tag, one)) and not self.given(look):
                found += look
        return found if name in _STYLES_OF_KIND or not name else f"{found}[{name}]"


def _address(url: str) -> str:
    """Return an address as it is compared; LibreOffice puts a slash behind a bare one."""
    return url.rstrip("/")


def looks(properties: Element) -> Iterator[str]:
    """Yield what properties of a run or a style say of its look."""
    return filter(None, (look_of(str(one.tag), one) for one in properties))


def look_of(tag: str, one: Element) -> str:
    """Return what one property, with this tag, says of a look; empty where that is nothing."""
    if tag in _LOOKS:
        return _LOOKS[tag] if is_on(one) else ""
    if tag in _VALUES and value(one).casefold() not in _PLAIN:
        return f"({_VALUES[tag]} {value(one).casefold()})"
    return ""


def comparable(text: str) -> str:
    """Return text as it is compared: one way to write quotes, hyphens and spaces."""
    if text.isascii():
        return " ".join(text.split())
    return " ".join(unicodedata.normalize("NFC", text).translate(_AS_TYPED).split())


def _is_box(control: Element) -> bool:
    return control.tag == w("sdt") and control.find(f"{w('sdtPr')}/{w14('checkbox')}") is not None


def _is_revised(end: Element) -> bool:
    """Tell whether the end of a paragraph was added or taken away."""
    return any(one.tag in _ADDED or one.tag in _GONE for one in end)
