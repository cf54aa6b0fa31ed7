"""The fixed texts with their `{names}` filled in; a sentence without its setting is left out."""

from __future__ import annotations

from collections.abc import Iterable
from string import Formatter

from pipeline.model import Content, Sender, Texts
from pipeline.workbook_layout import SETTINGS

PRIVACY_HEADING = "uitleg: privacy"
# What is done with the data of who fills in: on the first sheet, and below every mail.
PRIVACY = (
    (
        "privacy: doel",
        "privacy: organisatie",
        "privacy: partner",
        "privacy: grondslag",
        "privacy: naam",
    ),
    ("privacy: rapport", "privacy: vergelijking"),
    (
        "privacy: bewaren",
        "privacy: bewaren scores",
        "privacy: rechten",
        "privacy: klacht",
        "privacy: verklaring",
    ),
)


class Sentences:
    """The texts of one file of content/ for one sender."""

    def __init__(self, texts: Texts, content: Content, sender: Sender) -> None:
        """Gather what may stand between braces."""
        self.texts = texts
        self.content = content
        self._values: dict[str, object] = {"aantal": len(content.stellingen)}
        self._values |= {option.antwoord.value: option.label for option in content.options}
        for setting in SETTINGS:
            value = getattr(sender, setting.attribute)
            if value is not None and str(value).strip():
                self._values[setting.name] = str(value).strip()

    def __call__(self, key: str, **values: object) -> str:
        """Return a text with all its names filled in."""
        return self.texts.fill(key, **self._values | values)

    def join(self, *keys: str, **values: object) -> str:
        """Return sentences as one paragraph, without those that lack a setting."""
        return " ".join(self(key, **values) for key in keys if not self.lacks(key))

    def paragraphs(self, *paragraphs: tuple[str, ...], **values: object) -> tuple[str, ...]:
        """Return paragraphs of sentences, without those of which nothing is left."""
        return tuple(filter(None, (self.join(*keys, **values) for keys in paragraphs)))

    def lacks(self, key: str) -> tuple[str, ...]:
        """Return the attributes of Sender that a text needs and that are missing."""
        needed = _names(self.texts[key])
        return tuple(
            setting.attribute
            for setting in SETTINGS
            if setting.name in needed and setting.name not in self._values
        )

    def missing(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Return the attributes of Sender that any of these texts lacks."""
        lacking = {attribute for key in keys for attribute in self.lacks(key)}
        return in_order(lacking)


def in_order(attributes: Iterable[str]) -> tuple[str, ...]:
    """Return attributes of Sender, each once, in the order of the settings."""
    wanted = set(attributes)
    return tuple(setting.attribute for setting in SETTINGS if setting.attribute in wanted)


def _names(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)
