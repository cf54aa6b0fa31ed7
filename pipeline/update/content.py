"""What stands in one paragraph: its text before and after tracked changes, and how it looks.

A look is told as text (`b` for bold, `<address>` for a link), so that two can be compared.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeAlias

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
_LOOKS = {"b": "b", "i": "i", "strike": "s", "dstrike": "s", "caps": "C", "smallCaps": "c"}
_VALUES = ("u", "highlight", "vertAlign", "color", "sz")
_PLAIN = {"", "none", "auto", "baseline"}
# Character styles that say what a run is, not how somebody wanted it to look.
_STYLES_OF_KIND = {"hyperlink", "internet link", "placeholder text", "annotation reference"}
_ADDED = {w("ins"), w("moveTo")}
_GONE = {w("del"), w("moveFrom")}
_CHANGED = {w(f"{name}Change") for name in ("pPr", "rPr", "sectPr", "tblPr", "trPr", "tcPr")}
_TEXTS = {w("t"), w("delText")}
_SIGNS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_OBJECTS = {w(n) for n in ("object", "pict", "footnoteReference", "endnoteReference", "sym")}
_SKIPPED = {w(n) for n in ("sdtPr", "sdtEndPr", "txbxContent", "rPr")}


@dataclass(frozen=True, slots=True)
class Eyes:
    """What must be known of a document to see what stands in a paragraph."""

    character_style: Callable[[str], str]
    target_of: Callable[[str], str]
    chart_of: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Way:
    """How the elements above a text change it."""

    look: str = ""
    added: bool = False
    gone: bool = False


@dataclass(slots=True)
class ParagraphContent:
    """The content of a paragraph, as it is read."""

    eyes: Eyes
    given: IsGiven
    now: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    revised: bool = False
    _looks: list[tuple[str, str]] = field(default_factory=list)

    def read(self, element: Element, way: _Way = _Way()) -> None:
        """Read all that stands inside an element."""
        for one in element:
            tag = str(one.tag)
            if tag in _TEXTS or tag in _SIGNS:
                self._say(_SIGNS.get(tag, one.text or ""), way)
            elif tag == w("pPr"):
                self.revised |= _is_revised(one)
            elif tag in _SKIPPED or _is_box(one):
                continue
            elif (thing := self._thing(one)) is not None:
                self._looks.append((f"{way.look}{thing}", "*"))
            else:
                self.read(one, self._way_into(one, way))

    def _way_into(self, one: Element, way: _Way) -> _Way:
        tag = one.tag
        if tag in _ADDED or tag in _GONE:
            self.revised = True
            return replace(way, added=way.added or tag in _ADDED, gone=way.gone or tag in _GONE)
        if tag == w("r"):
            self.revised |= one.find(f"{w('rPr')}/{w('rPrChange')}") is not None
            return replace(way, look=way.look + self._look_of_run(one))
        if tag == w("hyperlink"):
            return replace(way, look=way.look + self._link(one))
        return way

    def _say(self, text: str, way: _Way) -> None:
        if not way.gone:
            self.now.append(text)
        if not way.added:
            self.before.append(text)
        self._looks.append((way.look, text))

    def marks(self) -> list[str]:
        """Return the looks that are not plain, each with the text that has it."""
        merged: list[tuple[str, str]] = []
        for look, text in self._looks:
            if merged and (merged[-1][0] == look or not text.strip()):
                before = merged.pop()
                merged.append((before[0], before[1] + text))
            else:
                merged.append((look, text))
        return [f"{look}:{comparable(text)}" for look, text in merged if look and text.strip()]

    def _thing(self, one: Element) -> str | None:
        """Return what stands in the text and is no text."""
        if one.tag == w("drawing"):
            return self._drawing(one)
        if one.tag in _OBJECTS:
            return str(one.tag).rpartition("}")[2]
        return f"veld {(one.text or '').strip()}" if one.tag == w("instrText") else None

    def _drawing(self, drawing: Element) -> str:
        chart = next(drawing.iter(_CHART), None)
        if chart is None:
            return "beeld"
        return f"grafiek {self.eyes.chart_of(chart.get(f'{{{R}}}id', ''))}"

    def _link(self, link: Element) -> str:
        anchor = link.get(w("anchor"))
        target = (
            f"#{anchor}" if anchor else _address(self.eyes.target_of(link.get(f"{{{R}}}id", "")))
        )
        return f"<{target}>"

    def _look_of_run(self, run: Element) -> str:
        """Return how a run looks beside what its paragraph gives it already."""
        properties = run.find(w("rPr"))
        if properties is None:
            return ""
        look = "".join(one for one in looks(properties) if not self.given(one))
        style = value(properties.find(w("rStyle")))
        name = self.eyes.character_style(style) if style else ""
        return look if name in _STYLES_OF_KIND or not name else f"{look}[{name}]"


def _address(url: str) -> str:
    """Return an address as it is compared; LibreOffice puts a slash behind a bare one."""
    return url.rstrip("/")


def looks(properties: Element) -> Iterator[str]:
    """Yield what properties of a run or a style say of its look."""
    for name, sign in _LOOKS.items():
        if is_on(properties.find(w(name))):
            yield sign
    for name in _VALUES:
        said = value(properties.find(w(name))).casefold()
        if said not in _PLAIN:
            yield f"({name} {said})"


def comparable(text: str) -> str:
    """Return text as it is compared: one way to write quotes, hyphens and spaces."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_AS_TYPED).split())


def _is_box(control: Element) -> bool:
    return control.tag == w("sdt") and control.find(f"{w('sdtPr')}/{w14('checkbox')}") is not None


def _is_revised(properties: Element) -> bool:
    """Tell whether the properties of a paragraph, or its end, hold a tracked change."""
    end = properties.find(w("rPr"))
    inside = [] if end is None else [one.tag for one in end]
    return any(one.tag in _CHANGED for one in properties) or any(
        tag in _ADDED | _GONE for tag in inside
    )
