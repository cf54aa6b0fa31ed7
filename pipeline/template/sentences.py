"""The fixed texts with their `{names}` filled in; a sentence without its setting is left out."""

from __future__ import annotations

from string import Formatter

from pipeline.model import Content, Sender
from pipeline.workbook_layout import SETTINGS

_WITH_SETTINGS = ("uitleg: terugsturen ", "privacy: ")


class Sentences:
    """The texts of the workbook for one sender."""

    def __init__(self, content: Content, sender: Sender) -> None:
        """Gather what may stand between braces."""
        self.content = content
        self._values: dict[str, object] = {"aantal": len(content.stellingen)}
        self._values |= {option.antwoord.value: option.label for option in content.options}
        for setting in SETTINGS:
            value = getattr(sender, setting.attribute)
            if value is not None and str(value).strip():
                self._values[setting.name] = str(value).strip()

    def __call__(self, key: str, **values: object) -> str:
        """Return a text with all its names filled in."""
        return self.content.workbook.fill(key, **self._values | values)

    def join(self, *keys: str) -> str:
        """Return sentences as one paragraph, without those that lack a setting."""
        return " ".join(self(key) for key in keys if not self.lacks(key))

    def lacks(self, key: str) -> tuple[str, ...]:
        """Return the attributes of Sender that a text needs and that are missing."""
        needed = _names(self.content.workbook[key])
        return tuple(
            setting.attribute
            for setting in SETTINGS
            if setting.name in needed and setting.name not in self._values
        )


def missing_settings(content: Content, sender: Sender) -> tuple[str, ...]:
    """Return the attributes of Sender because of which a sentence is left out of the workbook."""
    texts = Sentences(content, sender)
    keys = (key for key, _ in content.workbook.entries if key.startswith(_WITH_SETTINGS))
    lacking = {attribute for key in keys for attribute in texts.lacks(key)}
    return tuple(setting.attribute for setting in SETTINGS if setting.attribute in lacking)


def _names(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)
