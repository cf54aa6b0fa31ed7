"""Questionnaire -> problems of meaning. Each rule is a plain function; RULES is the whole list."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.domains import sender_hint
from pipeline.model import Antwoord, Content, Given, NvtRule, Questionnaire, Reading, Source
from pipeline.naming import is_municipality
from pipeline.problems import Code, Problem, problem, stelling_problem
from pipeline.workbook_layout import PROFILE_FIELDS

Rule = Callable[[Questionnaire, Content], Iterator[Problem]]
_LONGEST_QUOTE = 60
_CODE_OF_READING = {
    Reading.NOT_FOUND: Code.STELLING_MISSING,
    Reading.WITHOUT_VALUE: Code.ANSWER_WITHOUT_VALUE,
    Reading.NOT_UNDERSTOOD: Code.ANSWER_NOT_UNDERSTOOD,
    Reading.READ_AS: Code.ANSWER_READ_AS,
}


def check(questionnaire: Questionnaire, content: Content) -> tuple[Problem, ...]:
    """Return all problems of one workbook in reading order: sheet Gegevens, then the answers."""
    return tuple(found for rule in RULES for found in rule(questionnaire, content))


def _required_fields(one: Questionnaire, content: Content) -> Iterator[Problem]:
    profile = one.profile
    fields = {
        "organisatie": profile.organisation,
        "onderdeel": profile.department,
        "soort": profile.kind,
        "wijze": profile.mode,
        "rol": profile.role,
        "datum": profile.filled_in_on,
    }
    for field in PROFILE_FIELDS:
        if field.required and not fields[field.name].text:
            missing = field.name == "organisatie"
            code = Code.ORGANISATION_MISSING if missing else Code.FIELD_MISSING
            label = content.workbook[field.label_key].rstrip("?")
            hint = sender_hint(one.origin.mail)
            yield problem(code, fields[field.name].source, label=label, hint=hint)


def _unclear_fields(one: Questionnaire, _: Content) -> Iterator[Problem]:
    profile = one.profile
    for code, field, meaning in (
        (Code.MODE_NOT_UNDERSTOOD, profile.mode, profile.together),
        (Code.PEOPLE_NOT_UNDERSTOOD, profile.people, profile.number_of_people),
        (Code.DATE_NOT_UNDERSTOOD, profile.filled_in_on, profile.day),
    ):
        if field.text and meaning is None:
            yield problem(code, field.source, written=_quote(field.text))


def _answers(one: Questionnaire, content: Content) -> Iterator[Problem]:
    if one.is_blank and not any(given.written for given in one.answers):
        yield problem(Code.ALL_EMPTY, Source(one.origin.label))
        return
    for given in one.answers:
        yield from _answer(given, one, content)


def _answer(given: Given, one: Questionnaire, content: Content) -> Iterator[Problem]:
    nearest = content.option(given.nearest).label if given.nearest else ""
    empty = given.antwoord is Antwoord.LEEG
    code = Code.ANSWER_EMPTY if empty else None
    code = _CODE_OF_READING.get(given.reading, code)
    if given.antwoord is Antwoord.NVT and _nvt_is_odd(given, one, content):
        yield stelling_problem(Code.NVT_UNEXPECTED, given.source, given.stelling)
    if code is not None:
        yield stelling_problem(
            code,
            given.source,
            given.stelling,
            written=_quote(given.written),
            nearest=nearest,
            read="" if empty else content.option(given.antwoord).label,
        )


def _nvt_is_odd(given: Given, one: Questionnaire, content: Content) -> bool:
    rule = content.stelling(given.stelling).nvt
    if rule is NvtRule.NOT_FOR_MUNICIPALITIES:
        return is_municipality(one.profile.kind.text, one.profile.organisation.text, content)
    return rule in (NvtRule.NO, NvtRule.RARELY)


def _choices(one: Questionnaire, _: Content) -> Iterator[Problem]:
    for choice in one.choices:
        if choice.stelling is None:
            written = _quote(choice.written)
            yield problem(Code.CHOICE_NOT_UNDERSTOOD, choice.source, written=written)


def _quote(written: str) -> str:
    """Return what was written, short enough for one line."""
    line = " ".join(written.split())
    return line if len(line) <= _LONGEST_QUOTE else line[: _LONGEST_QUOTE - 1] + "…"


RULES: tuple[Rule, ...] = (_required_fields, _unclear_fields, _answers, _choices)
