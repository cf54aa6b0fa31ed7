"""Questionnaire + its problems -> what to ask the people who filled in, in reading order.

What is uncertain but was read (a typing error, another place) is asked to be checked; that alone
is no reason to send a workbook back. What is for the consultant alone is no question.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

from pipeline.model import Antwoord, Content, Given, Question, Questionnaire, Topic
from pipeline.problems import Code, Problem, Severity
from pipeline.workbook_layout import (
    PROFILE_FIELDS,
    ProfileField,
    answer_name,
    choice_name,
    input_names,
    remark_name,
)


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of question: what it is about, and the keys of its two texts."""

    topic: Topic
    read: str
    ask: str


_KINDS = MappingProxyType(
    {
        Code.ANSWER_NOT_UNDERSTOOD: _Kind(Topic.UNREAD, "geen antwoord", "kies"),
        Code.ANSWER_WITHOUT_VALUE: _Kind(Topic.UNREAD, "formule", "kies"),
        Code.STELLING_TWICE: _Kind(Topic.TWICE, "twee keer", "kies geldig"),
        Code.ANSWER_EMPTY: _Kind(Topic.EMPTY, "leeg", "kies"),
        Code.STELLING_MISSING: _Kind(Topic.EMPTY, "ontbreekt", "kies"),
        Code.NVT_UNEXPECTED: _Kind(Topic.REASON, "nvt", "reden"),
        Code.ORGANISATION_MISSING: _Kind(Topic.FIELD, "leeg", "vul in"),
        Code.FIELD_MISSING: _Kind(Topic.FIELD, "leeg", "vul in"),
        Code.MODE_NOT_UNDERSTOOD: _Kind(Topic.FIELD, "niet in de lijst", "kies uit lijst"),
        Code.PEOPLE_NOT_UNDERSTOOD: _Kind(Topic.FIELD, "geen getal", "getal"),
        Code.DATE_NOT_UNDERSTOOD: _Kind(Topic.FIELD, "geen datum", "datum"),
        Code.CHOICE_NOT_UNDERSTOOD: _Kind(Topic.CHOICE, "niet in de lijst", "kies stelling"),
        Code.ANSWER_READ_AS: _Kind(Topic.CHECK, "zo gelezen", "klopt"),
        Code.STELLING_REWORDED: _Kind(Topic.CHECK, "andere tekst", "past nog"),
        Code.READ_BY_TEXT: _Kind(Topic.CHECK, "andere plaats", "klopt alles"),
        Code.EDITION_OLDER: _Kind(Topic.CHECK, "oudere editie", "klopt alles"),
        Code.EDITION_UNKNOWN: _Kind(Topic.CHECK, "onbekende editie", "klopt alles"),
    }
)
_ABOUT_ALL = frozenset({Code.READ_BY_TEXT, Code.EDITION_OLDER, Code.EDITION_UNKNOWN})


def questions(
    one: Questionnaire, problems: Iterable[Problem], content: Content
) -> tuple[Question, ...]:
    """Return the questions about one workbook, at most one per cell, in order of our workbook."""
    asking = _Asking(one, content)
    asked = [question for found in problems if (question := asking.question(found))]
    order = (None, *input_names(content))
    by_cell: dict[str | None, Question] = {}
    for question in sorted(asked, key=lambda q: (order.index(q.name), not q.is_open)):
        by_cell.setdefault(question.name, question)
    return tuple(sorted(by_cell.values(), key=lambda q: _place(q, order)))


def _place(question: Question, order: tuple[str | None, ...]) -> tuple[bool, int]:
    """Return where a question stands: a reason comes where its answer does, checks come last."""
    name = answer_name(question.stelling) if question.stelling else question.name
    return not question.is_open, order.index(name)


@dataclass(frozen=True, slots=True)
class _Asking:
    """Turns problems of one questionnaire into questions."""

    one: Questionnaire
    content: Content

    def question(self, found: Problem) -> Question | None:
        """Return what to ask because of a problem; None where the people can't help with it."""
        kind = _KINDS.get(found.code) or self._other_kind(found)
        if kind is None:
            return None
        name = self._name(found, kind)
        if name is None and found.code not in _ABOUT_ALL:
            return None
        if kind.topic is Topic.REASON and self._given(found.stelling).remark:
            return None
        read = self._say(f"vraag: {kind.read}", found) if kind.read else found.message
        return Question(
            kind.topic,
            name,
            self._about(found, name),
            read,
            self.content.workbook[f"vraag: {kind.ask}"],
            found.stelling,
            found.source.place,
        )

    def _other_kind(self, found: Problem) -> _Kind | None:
        """Return how to ask about a problem that is not in the table: mostly by its message.

        Something is open where there is no answer, where it is an error, or where a field has to
        be changed; what was read as something else is only to be checked.
        """
        details = dict(found.details)
        if found.stelling is not None:
            no_answer = self._given(found.stelling).antwoord is Antwoord.LEEG
            if no_answer or found.severity is Severity.ERROR:
                return _Kind(Topic.UNREAD, "", "kies")
            return _Kind(Topic.CHECK, "", "klopt")
        if "written" in details and "read" in details:
            return _KINDS[Code.ANSWER_READ_AS]
        is_about_field = "written" in details or "label" in details
        return _Kind(Topic.FIELD, "", "vul in") if is_about_field else None

    def _say(self, key: str, found: Problem) -> str:
        details = dict(found.details)
        return self.content.workbook.fill(
            key, geschreven=details.get("written", ""), gelezen=details.get("read", "")
        )

    def _given(self, stelling: int | None) -> Given:
        return next(given for given in self.one.answers if given.stelling == stelling)

    def _name(self, found: Problem, kind: _Kind) -> str | None:
        """Return the defined name of the cell of our workbook that a problem is about."""
        if found.stelling is not None:
            is_reason = kind.topic is Topic.REASON
            return (remark_name if is_reason else answer_name)(found.stelling)
        field = self._field(found)
        return field.name if field else self._choice(found)

    def _field(self, found: Problem) -> ProfileField | None:
        label = dict(found.details).get("label")
        for field in PROFILE_FIELDS:
            if label is not None and label.rstrip("?") == self._label(field):
                return field
            source = getattr(self.one.profile, field.attribute).source
            if label is None and source.place and source == found.source:
                return field
        return None

    def _label(self, field: ProfileField) -> str:
        return self.content.workbook[field.label_key].rstrip("?")

    def _choice(self, found: Problem) -> str | None:
        for order, choice in enumerate(self.one.choices, 1):
            if choice.source == found.source and choice.stelling is None:
                return choice_name(order)
        return None

    def _about(self, found: Problem, name: str | None) -> str:
        say = self.content.workbook.fill
        if found.stelling is not None:
            short = self.content.stelling(found.stelling).short_name
            return say("vraag: bij stelling", nummer=found.stelling, naam=short)
        field = self._field(found)
        if field is not None:
            return say("vraag: bij gegeven", gegeven=self._label(field))
        if name is not None:
            return say("vraag: bij keuze", keuze=name.rpartition("_")[2])
        return say("vraag: bij alles")
