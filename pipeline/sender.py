"""quickscan.toml -> Sender: who sends the workbook and the report."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.addresses import is_address
from pipeline.dates import in_words, read_date
from pipeline.model import Sender, Source
from pipeline.problems import Code, PipelineError, Problem, problem
from pipeline.reasons import reason_of
from pipeline.workbook_layout import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

CONFIG_NAME = "quickscan.toml"
_STYLE = "huisstijl"
_LINE = re.compile(r"at line (\d+)")  # else it is the last
_EXPECTED = 'hier staat iets anders dan: naam = "waarde"'


def read_sender(path: Path) -> tuple[Sender, tuple[Problem, ...]]:
    """Read the settings. A date is told in words; an unknown setting is named.

    Raises PipelineError where the file can't be read.
    """
    values = _values(path)
    names = {setting.name: setting.attribute for setting in SETTINGS}
    unknown = tuple(_unknown(values, {*names, _STYLE}, path))
    values = {name: value for name, value in values.items() if not isinstance(value, dict | list)}
    known = {names[name]: _text(value) for name, value in values.items() if name in names}
    style = path.parent / str(values[_STYLE]) if values.get(_STYLE) else None
    sender = Sender(**known, style=style)
    return _with_day(sender), (*unknown, *_odd(sender, path))


def _with_day(sender: Sender) -> Sender:
    """Return the sender with the deadline in words, however that was typed."""
    day = read_date(sender.deadline or "")
    return replace(sender, deadline=in_words(day)) if day else sender


def _odd(sender: Sender, path: Path) -> Iterator[Problem]:
    """Yield what stands in the settings and would look wrong in a mail."""
    source = Source(str(path))
    if sender.deadline and read_date(sender.deadline) is None:
        name = setting_names(["deadline"])
        yield problem(Code.SETTING_NO_DATE, source, setting=name, value=sender.deadline)
    if sender.mail and not is_address(sender.mail):
        name = setting_names(["mail"])
        yield problem(Code.SETTING_NO_ADDRESS, source, setting=name, value=sender.mail)


def _values(path: Path) -> dict[str, object]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise PipelineError(_unreadable(Source(str(path)), reason_of(error))) from None
    except UnicodeDecodeError:
        raise PipelineError(_unreadable(Source(str(path)), "dit is geen tekst in UTF-8")) from None
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        told = _LINE.search(str(error))
        line = int(told[1]) if told else len(text.splitlines())
        twice = "overwrite" in str(error)
        reason = "deze instelling staat er twee keer" if twice else _EXPECTED
        raise PipelineError(_unreadable(Source(str(path), line=line), reason)) from None


def _unreadable(source: Source, reason: str) -> Problem:
    return problem(Code.CONFIG_UNREADABLE, source, reason=reason)


def _unknown(values: Mapping[str, object], known: set[str], path: Path) -> Iterable[Problem]:
    for name in values:
        if name not in known:
            yield problem(Code.SETTING_UNKNOWN, Source(str(path)), setting=name)
        elif isinstance(values[name], dict | list):
            yield problem(Code.SETTING_NOT_ONE, Source(str(path)), setting=name)


def _text(value: object) -> str | None:
    text = in_words(value) if isinstance(value, date) else str(value).strip()
    return text or None


def setting_names(attributes: Iterable[str]) -> str:
    """Return attributes of Sender as they are called in quickscan.toml, with commas between."""
    names = {setting.attribute: setting.name for setting in SETTINGS}
    return ", ".join(names[attribute] for attribute in attributes)


def missing(attributes: Iterable[str]) -> tuple[Problem, ...]:
    """Return a problem that names the settings of which a sentence was left out, if any."""
    settings = setting_names(attributes)
    told = problem(Code.SETTING_MISSING, Source(CONFIG_NAME), settings=settings)
    return (told,) if settings else ()


def missing_author(sender: Sender) -> tuple[Problem, ...]:
    """Return a problem where a report can't say who made it."""
    return () if sender.name or sender.organisation else missing(("name", "organisation"))
