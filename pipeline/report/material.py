"""What every part of the report is written from: the advice, the content, and their words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.model import (
    Advice,
    Antwoord,
    Benchmark,
    Cell,
    Comparison,
    Content,
    Niveau,
    Row,
    Run,
    Scores,
    Span,
    Stelling,
    StellingScore,
    ThemaScore,
)
from pipeline.naming import in_sentence
from pipeline.problems import Problem
from pipeline.wording import enumerated, in_letters

_TWO = 2
_SOFT_HYPHEN = "\u00ad"
_NO_NIVEAU = {Antwoord.LEEG: "niveau: leeg", Antwoord.NVT: "niveau: nvt"}


@dataclass(frozen=True)
class Material:
    """The advice on one organisatie + onderdeel, with the words to tell it in.

    `problems` are those of the workbooks behind it; `previous` what an earlier scan tells;
    `whole` is false for a report of Deel A alone; `benchmark` is the round to put it beside.
    """

    advice: Advice
    content: Content
    problems: tuple[Problem, ...] = ()
    previous: Comparison | None = None
    whole: bool = True
    benchmark: Benchmark | None = None

    @property
    def scores(self) -> Scores:
        """The figures behind the advice."""
        return self.advice.scores

    @property
    def several(self) -> bool:
        """Whether the figures rest on more than one answer set."""
        return len(self.scores.used) > 1

    @property
    def pair(self) -> bool:
        """Whether the figures rest on two answer sets."""
        return len(self.scores.used) == _TWO

    def differ(self, number: int) -> bool:
        """Tell whether the answers to a stelling lie so far apart that people should talk."""
        disagreement = self.score(number).disagreement
        limit = self.content.thresholds.disagreement
        return disagreement is not None and disagreement >= limit

    @property
    def whose(self) -> str:
        """Organisatie and onderdeel, as in a title."""
        names = (self.scores.organisation, self.scores.department)
        return " – ".join(name for name in names if name)

    @property
    def whose_in_sentence(self) -> str:
        """Onderdeel and organisatie within a sentence: `Team Werk van de gemeente Toetsdam`."""
        organisation = in_sentence(self.scores.organisation or "")
        department = self.scores.department
        return f"{in_sentence(department)} van {organisation}" if department else organisation

    def say(self, key: str, **values: object) -> str:
        """Return a fixed text with its names filled in."""
        return self.content.report.fill(key, **values)

    def number(self, count: int) -> str:
        """Return a count in words up to twenty: `zes`."""
        return in_letters(count, self.content)

    def stelling(self, number: int) -> Stelling:
        """Return a stelling."""
        return self.content.stelling(number)

    def score(self, number: int) -> StellingScore:
        """Return the figures of a stelling."""
        return self.scores.stelling(number)

    def with_answer(self, *answers: Antwoord) -> list[int]:
        """Return the stellingen with one of these answers, in the order of the answers."""
        scores = self.scores.stellingen
        return [s.stelling for answer in answers for s in scores if s.advice_answer is answer]

    @property
    def open_numbers(self) -> list[int]:
        """The stellingen of which the answer is unknown or empty."""
        return self.with_answer(Antwoord.ONBEKEND, Antwoord.LEEG)

    def name(self, number: int) -> str:
        """Return a stelling by short name and number: `Gedragen visie (21)`."""
        return f"{self.stelling(number).short_name} ({number})"

    def names(self, numbers: Iterable[int]) -> str:
        """Return stellingen by name in one sentence part."""
        return enumerated(self.name(number) for number in numbers)

    def answer(self, score: StellingScore) -> str:
        """Return the answer to a stelling as people see it, also one that can't be read."""
        if self.is_unread(score):
            return self.say("stelling: niet gelezen")
        return self.label(score.advice_answer)

    def is_unread(self, score: StellingScore) -> bool:
        """Tell whether there is no answer because what stands there could not be read."""
        return score.advice_answer is Antwoord.LEEG and None in score.answers

    @property
    def unread_numbers(self) -> list[int]:
        """The stellingen without an answer because what stands there could not be read."""
        return [score.stelling for score in self.scores.stellingen if self.is_unread(score)]

    @property
    def empty_numbers(self) -> list[int]:
        """The stellingen that nobody filled in."""
        unread = self.unread_numbers
        return [number for number in self.with_answer(Antwoord.LEEG) if number not in unread]

    @property
    def without_answer(self) -> str:
        """What the column of stellingen without an answer is called, by what there are."""
        if not self.unread_numbers:
            return "leeg"
        return "leeg of niet gelezen" if self.empty_numbers else "niet gelezen"

    def broken(self, text: str) -> str:
        """Return text for a narrow column: its long words may be broken at a good place."""
        for word in self.say("woorden om af te breken").split():
            text = text.replace(word.replace("-", ""), word.replace("-", _SOFT_HYPHEN))
        return text

    def label(self, antwoord: Antwoord) -> str:
        """Return an answer as people see it."""
        if antwoord is Antwoord.LEEG:
            return self.say("antwoord: leeg")
        return self.content.option(antwoord).label

    def niveau_of_stelling(self, score: StellingScore) -> str:
        """Return the niveau of a stelling in words, also where it has none."""
        if score.niveau is Niveau.ONBEKEND:
            return self.say("niveau: onbekend")
        if self.is_unread(score):
            return self.say("niveau: niet gelezen")
        if score.niveau is None:
            return self.say(_NO_NIVEAU[score.advice_answer])
        return self.niveau(score.niveau)

    def niveau_of_thema(self, score: ThemaScore) -> str:
        """Return the niveau of a thema in words, with `voorlopig` where it is."""
        if score.niveau is None:
            return self.say("niveau: geen")
        niveau = self.niveau(score.niveau)
        return self.say("niveau: voorlopig", niveau=niveau) if score.provisional else niveau

    def niveau(self, niveau: Niveau) -> str:
        """Return the label of a niveau."""
        return next(one.label for one in self.content.niveaus if one.niveau is niveau)

    def runs(self, spans: Iterable[Span]) -> tuple[Run, ...]:
        """Return text of content with its links; one without a target is plain text."""
        return tuple(Run(span.text, url=self._url(span)) for span in spans)

    def _url(self, span: Span) -> str | None:
        link = self.content.link(span.link) if span.link else None
        return link.url if link and link.clickable else None


def uncapitalised(text: str) -> str:
    """Return text that goes on after a colon."""
    return text[:1].lower() + text[1:]


def row(row_id: str, *texts: str) -> Row:
    """Return a table row of plain texts; its cells are numbered from 1."""
    return Row(tuple(Cell(f"{row_id}.{n}", (Run(text),)) for n, text in enumerate(texts, 1)))
