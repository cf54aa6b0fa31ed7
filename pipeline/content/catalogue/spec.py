"""A fixed text that the code needs."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.workbook_layout import SETTINGS

SETTING_FIELDS = tuple(setting.name for setting in SETTINGS)


@dataclass(frozen=True, slots=True)
class TextSpec:
    """A text by key, and the names that the code fills in."""

    key: str
    fields: tuple[str, ...] = ()
