"""What an editor wrote in content/."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from pathlib import Path

from pipeline.model.scale import Antwoord, Niveau, Source


@dataclass(frozen=True, slots=True)
class Option:
    """An answer as people see and type it. `score` is None where it does not count."""

    antwoord: Antwoord
    label: str
    number: int | None
    score: int | None
    synonyms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of running text; `link` is a key in the table of links."""

    text: str
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """The answers that a tip fits: from `first` up to and including `last`."""

    first: Antwoord
    last: Antwoord

    def holds(self, antwoord: Antwoord) -> bool:
        """Tell whether an answer lies in this window; nvt and leeg never do."""
        return self.first.step <= antwoord.step <= self.last.step


@dataclass(frozen=True, slots=True)
class Tip:
    """One advice of the source document.

    `opening` only fits the answer onbekend; at others `instead` stands in its place, or nothing.
    `items` is a list in the tip; `leans_on` is the id of a tip without which this one can't be
    understood; `advice` holds the keys of recurring advice; `lead_in` makes it a step where it is
    shown as the first one.
    """

    id: str
    window: Window
    opening: tuple[Span, ...]
    instead: str
    text: tuple[Span, ...]
    items: tuple[tuple[Span, ...], ...]
    advice: tuple[str, ...]
    lead_in: str
    leans_on: str | None
    out_of_order: str | None
    source: Source


class NvtRule(StrEnum):
    """Whether 'niet van toepassing' is an expected answer to a stelling."""

    YES = "ja"
    RARELY = "zelden"
    NO = "nee"
    NOT_FOR_MUNICIPALITIES = "niet voor gemeenten"


@dataclass(frozen=True, slots=True)
class Explanation:
    """What an answer means."""

    antwoord: Antwoord
    text: str


@dataclass(frozen=True, slots=True)
class KindOfExplanation:
    """What the answers mean for one kind of stelling (professionals, organisatie, proces)."""

    key: str
    question: str
    explanations: tuple[Explanation, ...]


@dataclass(frozen=True, slots=True)
class Duty:
    """A legal duty of municipalities: at `antwoord` the stelling comes first, with `sentence`.

    `name` is what the duty is, within a sentence.
    """

    antwoord: Antwoord
    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Stelling:
    """One statement of the scan, with its tips in the order of the source document.

    `hint` only helps who fills in. `explanations`, and `question` to talk about it, are its own or
    those of its kind of explanation. `worth` says what it brings to begin here, or is empty.
    """

    number: int
    text: str
    short_name: str
    toelichting: str
    hint: str
    question: str
    explanations: tuple[Explanation, ...]
    nvt: NvtRule
    ask: str
    start_order: int
    worth: str
    duty: Duty | None
    without_tip: tuple[Antwoord, ...]
    tips: tuple[Tip, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Thema:
    """A group of stellingen."""

    key: str
    title: str
    introduction: str
    stellingen: tuple[Stelling, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Link:
    """One document or site that tips point at; only a `clickable` one becomes a hyperlink.

    The `url` of another is that of the website to search, or empty.
    """

    key: str
    title: str
    maker: str
    url: str
    match: str
    known: str
    source: Source

    @property
    def clickable(self) -> bool:
        """Tell whether the address leads to what the tip means (rule of the list of links)."""
        return self.match in CLICKABLE and bool(self.url)


CLICKABLE = frozenset({"exact", "probable", "landing", "home page", "section"})
NOT_CLICKABLE = frozenset({"organisation", "document identified", "related", "unknown"})


@dataclass(frozen=True, slots=True)
class RecurringAdvice:
    """An advice that many stellingen share."""

    key: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word with its meaning."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The limits of the scoring rules; shares are exact, from 0 to 1."""

    scored_share: Fraction
    provisional_share: Fraction
    disagreement: Fraction
    start_count: int
    start_per_thema: int
    discuss_count: int


@dataclass(frozen=True, slots=True)
class NiveauLabel:
    """A niveau in words, with the score from which a thema has it (None: the lowest)."""

    niveau: Niveau
    label: str
    from_score: Fraction | None


@dataclass(frozen=True, slots=True)
class OrganisationKind:
    """A choice for 'soort organisatie'."""

    label: str
    is_municipality: bool


@dataclass(frozen=True, slots=True)
class FillingMode:
    """A choice for 'hoe vult u in?'."""

    label: str
    together: bool


@dataclass(frozen=True)
class Texts:
    """Fixed texts by key; a text holds `{names}` that the composer fills in."""

    entries: tuple[tuple[str, str], ...]

    @cached_property
    def _by_key(self) -> dict[str, str]:
        return dict(self.entries)

    def __contains__(self, key: str) -> bool:
        """Tell whether there is a text of this key."""
        return key in self._by_key

    def __getitem__(self, key: str) -> str:
        """Return the text of a key as written; KeyError for one that content/ lacks."""
        return self._by_key[key]

    def fill(self, key: str, **values: object) -> str:
        """Return the text of a key with its `{names}` filled in."""
        return self[key].format(**values)


@dataclass(frozen=True)
class Content:
    """All that stands in a content folder."""

    title: str
    edition: str
    about: str
    options: tuple[Option, ...]
    explanations: tuple[KindOfExplanation, ...]
    niveaus: tuple[NiveauLabel, ...]
    thresholds: Thresholds
    kinds: tuple[OrganisationKind, ...]
    modes: tuple[FillingMode, ...]
    roles: tuple[str, ...]
    themas: tuple[Thema, ...]
    links: tuple[Link, ...]
    recurring: tuple[RecurringAdvice, ...]
    terms: tuple[Term, ...]
    workbook: Texts
    report: Texts
    mails: Texts
    overview: Texts
    style: Path

    @cached_property
    def stellingen(self) -> tuple[Stelling, ...]:
        """All stellingen in order."""
        return tuple(stelling for thema in self.themas for stelling in thema.stellingen)

    @cached_property
    def _stelling_by_number(self) -> dict[int, Stelling]:
        return {stelling.number: stelling for stelling in self.stellingen}

    @cached_property
    def _thema_by_number(self) -> dict[int, Thema]:
        return {s.number: thema for thema in self.themas for s in thema.stellingen}

    @cached_property
    def _link_by_key(self) -> dict[str, Link]:
        return {link.key: link for link in self.links}

    @cached_property
    def _option_by_antwoord(self) -> dict[Antwoord, Option]:
        return {option.antwoord: option for option in self.options}

    def stelling(self, number: int) -> Stelling:
        """Return the stelling of a number."""
        return self._stelling_by_number[number]

    def thema_of(self, number: int) -> Thema:
        """Return the thema that holds the stelling of a number."""
        return self._thema_by_number[number]

    def link(self, key: str) -> Link:
        """Return the link of a key."""
        return self._link_by_key[key]

    def option(self, antwoord: Antwoord) -> Option:
        """Return an answer as people see it; LEEG has none (KeyError)."""
        return self._option_by_antwoord[antwoord]
