"""quickscan.toml -> Sender: who sends the workbook and the report."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.dates import in_words
from pipeline.model import Sender, Source
from pipeline.problems import Code, PipelineError, Problem, problem
from pipeline.workbook_layout import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterable

CONFIG_NAME = "quickscan.toml"
_STYLE = "huisstijl"


def read_sender(path: Path) -> tuple[Sender, tuple[Problem, ...]]:
    """Read the settings. A date is told in words; an unknown setting is named.

    Raises PipelineError where the file can't be read.
    """
    try:
        with path.open("rb") as stream:
            values = tomllib.load(stream)
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        fault = problem(Code.CONFIG_UNREADABLE, Source(str(path)), reason=error, file=path.name)
        raise PipelineError(fault) from None
    names = {setting.name: setting.attribute for setting in SETTINGS}
    known = {names[name]: _text(value) for name, value in values.items() if name in names}
    style = path.parent / str(values[_STYLE]) if values.get(_STYLE) else None
    return Sender(**known, style=style), tuple(_unknown(values, {*names, _STYLE}, path))


def _unknown(values: Iterable[str], known: set[str], path: Path) -> Iterable[Problem]:
    for name in values:
        if name not in known:
            yield problem(Code.SETTING_UNKNOWN, Source(str(path)), setting=name)


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
