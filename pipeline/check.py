"""Questionnaire -> problems of meaning. Each rule is a plain function; RULES is the whole list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pipeline.domains import sender_hint
from pipeline.model import Antwoord, Content, Given, NvtRule, Questionnaire, Reading, Source
from pipeline.naming import is_municipality, normalise
from pipeline.problems import NEAREST_ANSWER, Code, Problem, problem, stelling_problem
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


def _lists(one: Questionnaire, content: Content) -> Iterator[Problem]:
    """Yield what is not in the list to choose from: the kind, the role, the way of filling in."""
    profile = one.profile
    kinds, roles = [kind.label for kind in content.kinds], content.roles
    for field, name, options in (
        (profile.kind, "soort", kinds),
        (profile.role, "rol", roles),
    ):
        if field.text and not _is_in(field.text, options):
            label = content.workbook[f"veld: {name}"]
            written = _quote(field.text)
            yield problem(Code.FIELD_NOT_IN_LIST, field.source, written=written, label=label)
    mode, together = profile.mode, profile.together
    labels = {one.together: one.label for one in content.modes}
    plain = (*labels.values(), "samen", "alleen")
    if together is not None and together in labels and not _is_in(mode.text, plain):
        written, read = _quote(mode.text), labels[together]
        yield problem(Code.MODE_READ_AS, mode.source, written=written, read=read)


def _is_in(written: str, options: Iterable[str]) -> bool:
    """Tell whether a text is an option, or the first words of one: `Samenwerkingsverband`."""
    text = normalise(written)
    return any(f"{normalise(option)} ".startswith(f"{text} ") for option in options)


def _answers(one: Questionnaire, content: Content) -> Iterator[Problem]:
    if one.is_blank and not any(given.written or given.is_unread for given in one.answers):
        yield problem(Code.ALL_EMPTY, Source(one.origin.label))
        return
    if all(given.reading is Reading.WITHOUT_VALUE for given in one.answers):
        yield problem(Code.ALL_WITHOUT_VALUE, one.answers[0].source)
        return
    for given in one.answers:
        yield from _answer(given, one, content)


def _answer(given: Given, one: Questionnaire, content: Content) -> Iterator[Problem]:
    empty = given.antwoord is Antwoord.LEEG
    if given.reading is Reading.TWICE:
        return  # told where the workbook was read, with both cells
    code = Code.ANSWER_EMPTY if empty else None
    code = _CODE_OF_READING.get(given.reading, code)
    if code is Code.STELLING_MISSING and one.edition != content.edition:
        code = Code.STELLING_NOT_IN_EDITION
    if given.antwoord is Antwoord.NVT and _nvt_is_odd(given, one, content):
        yield stelling_problem(Code.NVT_UNEXPECTED, given.source, given.stelling)
    if code is not None:
        yield stelling_problem(
            code,
            given.source,
            given.stelling,
            written=_quote(given.written),
            nearest=_nearest(given, content),
            read="" if empty else content.option(given.antwoord).label,
        )


def _nearest(given: Given, content: Content) -> str:
    """Return the sentence that names the nearest answer; empty where no answer comes near."""
    if given.nearest is None:
        return ""
    return NEAREST_ANSWER.format(label=content.option(given.nearest).label)


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


RULES: tuple[Rule, ...] = (_required_fields, _unclear_fields, _lists, _answers, _choices)
