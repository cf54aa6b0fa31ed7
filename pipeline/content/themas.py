"""One thema file -> Thema: stellingen with toelichting and tips."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.content.files import Reader
from pipeline.markdown import Item, Section, Text
from pipeline.model import (
    WINDOW_ORDER,
    Antwoord,
    Duty,
    Explanation,
    KindOfExplanation,
    NvtRule,
    Span,
    Stelling,
    Thema,
    Tip,
    Window,
)
from pipeline.problems import Code

_NUMBERED = re.compile(r"(\d+)\.\s+(.+)")
_OPENING = re.compile(r"\{(.+?)\}\s*")
_ROWS_OF_THEMA = frozenset({"sleutel", "aantekening"})
_ROWS_OF_STELLING = frozenset(
    {
        "korte naam",
        "soort uitleg",
        "niet van toepassing",
        "navragen bij",
        "gespreksvraag",
        "startvolgorde",
        "waarom beginnen",
        "wettelijke plicht",
        "plicht",
        "let op",
        "geen tip bij",
        "invulhulp",
        "aantekening",
        *(f"uitleg {antwoord}" for antwoord in Antwoord),
    }
)
_MARKS = ("advies", "anders", "eerste stap", "leunt op", "volgorde")
_NO_WINDOW = Window(Antwoord.ONBEKEND, Antwoord.VOLLEDIG)


def read_themas(reader: Reader, kinds: tuple[KindOfExplanation, ...]) -> tuple[Thema, ...]:
    """Read every thema file, in the order of their names."""
    names = sorted(path.name for path in reader.folder.glob("thema-*.md"))
    if not names:
        reader.fault(Code.CONTENT_FILE_MISSING, "thema-*.md", None)
    read = (_ThemaFile(reader, name, kinds).thema() for name in names)
    return tuple(thema for thema in read if thema is not None)


@dataclass(frozen=True, slots=True)
class _ThemaFile:
    reader: Reader
    name: str
    kinds: tuple[KindOfExplanation, ...]

    def thema(self) -> Thema | None:
        sections = self.reader.sections(self.name)
        if not sections:
            return None
        head, *rest = sections
        self.check_form(head, _ROWS_OF_THEMA)
        return Thema(
            self.value(head, "sleutel"),
            head.title,
            "\n\n".join(head.paragraphs),
            tuple(self.stelling(section) for section in rest),
            self.reader.source(self.name, _line_of(head, "sleutel")),
        )

    def check_form(self, section: Section, known: frozenset[str]) -> None:
        """Name what can't be read, and rows that mean nothing here."""
        for line in section.odd_lines:
            self.fault(Code.CONTENT_FORM, line)
        for row in section.rows:
            if row["gegeven"] not in known:
                self.fault(
                    Code.CONTENT_VALUE_UNKNOWN,
                    row.line,
                    what="gegeven",
                    value=row["gegeven"],
                    allowed=", ".join(sorted(known)),
                )

    def fault(self, code: Code, line: int, **details: object) -> None:
        self.reader.fault(code, self.name, line, **details)

    def place(self, section: Section, what: str) -> tuple[str, str, int]:
        """Return a row of the table as the reader names it: what, in which file, which line."""
        return what, self.name, _line_of(section, what)

    def value(self, section: Section, what: str) -> str:
        """Return a value of the table that must be there."""
        found = _optional(section, what)
        if not found:
            self.fault(Code.CONTENT_PART_MISSING, _line_of(section, what), what=f"‘{what}’")
        return found

    def stelling(self, section: Section) -> Stelling:
        self.check_form(section, _ROWS_OF_STELLING)
        heading = _NUMBERED.fullmatch(section.title)
        if heading is None:
            what = f"Het nummer van de stelling in de kop “{section.title}”"
            self.fault(Code.CONTENT_PART_MISSING, section.line, what=what)
        number, text = (int(heading[1]), heading[2]) if heading else (0, section.title)
        if not section.paragraphs:
            self.fault(Code.CONTENT_PART_MISSING, section.line, what="De toelichting")
        nvt = self.value(section, "niet van toepassing")
        order = self.value(section, "startvolgorde")
        kind = self.kind(section)
        return Stelling(
            number=number,
            text=text,
            short_name=self.value(section, "korte naam"),
            toelichting="\n\n".join(section.paragraphs),
            hint=_optional(section, "invulhulp"),
            question=_optional(section, "gespreksvraag") or kind.question,
            explanations=self.explanations(section, kind),
            nvt=self.reader.choice(NvtRule, nvt, *self.place(section, "niet van toepassing")),
            ask=self.value(section, "navragen bij"),
            start_order=self.reader.number(order, *self.place(section, "startvolgorde")),
            worth=_optional(section, "waarom beginnen"),
            duty=self.duty(section),
            without_tip=self.without_tip(section),
            tips=tuple(
                self.tip(item, f"{number}.{order}") for order, item in enumerate(section.items, 1)
            ),
            source=self.reader.source(self.name, section.line),
        )

    def kind(self, section: Section) -> KindOfExplanation:
        """Return the kind of explanation of a stelling; another word is a fault."""
        key = self.value(section, "soort uitleg")
        kind = next((kind for kind in self.kinds if kind.key == key), None)
        if kind is None:
            self.fault(
                Code.CONTENT_VALUE_UNKNOWN,
                _line_of(section, "soort uitleg"),
                what="soort uitleg",
                value=key,
                allowed=", ".join(kind.key for kind in self.kinds),
            )
        return kind or KindOfExplanation(key, "", ())

    def explanations(self, section: Section, kind: KindOfExplanation) -> tuple[Explanation, ...]:
        """Return what the answers mean; a stelling may have its own words."""
        return tuple(
            Explanation(e.antwoord, _optional(section, f"uitleg {e.antwoord}") or e.text)
            for e in kind.explanations
        )

    def duty(self, section: Section) -> Duty | None:
        at = _optional(section, "wettelijke plicht")
        if not at:
            return None
        antwoord = self.reader.choice(Antwoord, at, *self.place(section, "wettelijke plicht"))
        return Duty(antwoord, self.value(section, "plicht"), self.value(section, "let op"))

    def without_tip(self, section: Section) -> tuple[Antwoord, ...]:
        mark = _optional(section, "geen tip bij")
        window, _, reason = mark.partition(":")
        if not mark:
            return ()
        if not reason.strip():
            what = "De reden bij ‘geen tip bij’"
            self.fault(Code.CONTENT_PART_MISSING, _line_of(section, "geen tip bij"), what=what)
        held = self.window(window.strip(), _line_of(section, "geen tip bij"))
        return tuple(antwoord for antwoord in WINDOW_ORDER if held.holds(antwoord))

    def tip(self, item: Item, tip_id: str) -> Tip:
        window, *marks = (part.strip() for part in item.text.strong.split(";"))
        values = self.marks(marks, item.text.line)
        opening, text = _split_opening(_spans(item.text))
        if any(brace in span.text for span in (*opening, *text) for brace in "{}"):
            self.fault(Code.CONTENT_BRACE, item.text.line, tip=tip_id)
        if not text:
            what = f"De tekst van tip {tip_id}"
            self.fault(Code.CONTENT_PART_MISSING, item.text.line, what=what)
        return Tip(
            id=tip_id,
            window=self.tip_window(window, item.text.line),
            opening=opening,
            instead=values.get("anders", ""),
            text=text,
            items=tuple(_spans(inner) for inner in item.items),
            advice=tuple(key.strip() for key in values.get("advies", "").split(",") if key),
            lead_in=values.get("eerste stap", ""),
            leans_on=values.get("leunt op"),
            out_of_order=values.get("volgorde"),
            source=self.reader.source(self.name, item.text.line),
        )

    def marks(self, marks: Iterable[str], line: int) -> dict[str, str]:
        values = {}
        for mark in marks:
            name, _, value = (part.strip() for part in mark.partition(":"))
            if name not in _MARKS or not value:
                self.fault(
                    Code.CONTENT_VALUE_UNKNOWN,
                    line,
                    what="Na het venster",
                    value=mark,
                    allowed=", ".join(f"{name}: …" for name in _MARKS),
                )
            values[name] = value
        return values

    def tip_window(self, written: str, line: int) -> Window:
        window = self.window(written, line)
        width = window.last.step - window.first.step + 1
        if window is _NO_WINDOW:
            return window
        if width < 1:
            self.fault(Code.CONTENT_WINDOW_EMPTY, line, value=written)
        elif width > 3:
            self.fault(Code.CONTENT_WINDOW_WIDE, line, value=written)
        return window

    def window(self, written: str, line: int) -> Window:
        first, _, last = (part.strip() for part in written.replace("-", "–").partition("–"))
        names = tuple(antwoord.value for antwoord in WINDOW_ORDER)
        if first not in names or (last or first) not in names:
            self.fault(Code.CONTENT_WINDOW_UNREADABLE, line, value=written)
            return _NO_WINDOW
        return Window(Antwoord(first), Antwoord(last or first))


def _optional(section: Section, what: str) -> str:
    return next((row["waarde"] for row in section.rows if row["gegeven"] == what), "")


def _line_of(section: Section, what: str) -> int:
    """Return the line of a row of the table, else that of the heading."""
    return next((row.line for row in section.rows if row["gegeven"] == what), section.line)


def _spans(text: Text) -> tuple[Span, ...]:
    pieces = [
        (piece, (target or "").removeprefix("link:") or None) for piece, target in text.pieces
    ]
    spans = [Span(piece, link) for piece, link in pieces]
    if spans:
        spans[0] = Span(spans[0].text.lstrip(), spans[0].link)
    return tuple(span for span in spans if span.text)


def _split_opening(spans: tuple[Span, ...]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Split off the part in braces at the start, which only fits the answer onbekend."""
    match = _OPENING.match(spans[0].text) if spans else None
    if match is None:
        return (), spans
    rest = spans[0].text[match.end() :]
    return (Span(match[1]),), ((Span(rest),) if rest else ()) + spans[1:]
