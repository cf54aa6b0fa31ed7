"""What the writer and the reader of a workbook share: names of sheets, cells and texts."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model import Content, Stelling

SHEET_EXPLANATION = "Uitleg"
SHEET_PROFILE = "Gegevens"
SHEET_SCAN = "QuickScan"
SHEET_TERMS = "Begrippen"
SHEET_LISTS = "Lijsten"
SHEET_QUESTIONS = "Vragen"

EDITION = "editie"
CHOICE_COUNT = 3
MARK = "*"


@dataclass(frozen=True, slots=True)
class ProfileField:
    """An input cell of the sheet Gegevens; one that is `required` is marked with *.

    `attribute` is what a Profile calls it.
    """

    name: str
    attribute: str
    required: bool = False

    @property
    def label_key(self) -> str:
        """The key of its label in the texts of the workbook."""
        return f"veld: {self.name}"

    @property
    def reason_key(self) -> str:
        """The key of the text that says why it is asked."""
        return f"waarom: {self.name}"


PROFILE_FIELDS = (
    ProfileField("organisatie", "organisation", required=True),
    ProfileField("onderdeel", "department", required=True),
    ProfileField("soort", "kind", required=True),
    ProfileField("gemeenten", "municipalities"),
    ProfileField("wijze", "mode", required=True),
    ProfileField("aantal", "people"),
    ProfileField("rol", "role", required=True),
    ProfileField("invuller", "name"),
    ProfileField("email", "email"),
    ProfileField("datum", "filled_in_on", required=True),
)


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting of who sends: its `{name}` in the texts, and its attribute of Sender."""

    name: str
    attribute: str


SETTINGS = (
    Setting("naam", "name"),
    Setting("organisatie", "organisation"),
    Setting("mail", "mail"),
    Setting("telefoon", "phone"),
    Setting("deadline", "deadline"),
    Setting("grondslag", "basis"),
    Setting("partner", "partner"),
    Setting("bewaartermijn", "retention"),
    Setting("bewaartermijn_scores", "score_retention"),
    Setting("privacyverklaring", "privacy_url"),
)


class Column:
    """The columns of the sheet QuickScan in a workbook of our own."""

    NUMBER = "A"
    STELLING = "B"
    TOELICHTING = "C"
    MEANING = "D"
    ANSWER = "E"
    REMARK = "F"


def answer_name(number: int) -> str:
    """Return the defined name of the answer to a stelling."""
    return f"antwoord_{number:02d}"


def remark_name(number: int) -> str:
    """Return the defined name of the remark beside a stelling."""
    return f"opmerking_{number:02d}"


def good_name(thema_key: str) -> str:
    """Return the defined name of what goes well already in a thema."""
    return f"goed_{thema_key}"


def choice_name(order: int) -> str:
    """Return the defined name of what people want to begin with, 1 to 3."""
    return f"keuze_{order}"


def input_names(content: Content) -> tuple[str, ...]:
    """Return the defined names of all cells that people fill in, in reading order."""
    numbers = tuple(stelling.number for stelling in content.stellingen)
    return (
        *(field.name for field in PROFILE_FIELDS),
        *map(answer_name, numbers),
        *map(remark_name, numbers),
        *(good_name(thema.key) for thema in content.themas),
        *(choice_name(order) for order in range(1, CHOICE_COUNT + 1)),
    )


def field_label(content: Content, field: ProfileField) -> str:
    """Return the label of a field as the workbook shows it, `Organisatie *`."""
    label = content.workbook[field.label_key]
    return f"{label} {MARK}" if field.required else label


def choice_label(stelling: Stelling) -> str:
    """Return a stelling as the list of choices shows it, `7 Vertrouwen opbouwen`."""
    return f"{stelling.number} {stelling.short_name}"
