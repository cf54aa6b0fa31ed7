"""The fixed texts that the code needs, each with the `{names}` that an editor may use in it."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.workbook_layout import PROFILE_FIELDS


@dataclass(frozen=True, slots=True)
class TextSpec:
    """A text by key, and the names that the code fills in."""

    key: str
    fields: tuple[str, ...] = ()


SETTING_FIELDS = (
    "naam",
    "organisatie",
    "mail",
    "telefoon",
    "deadline",
    "grondslag",
    "partner",
    "bewaartermijn",
    "bewaartermijn_scores",
    "privacyverklaring",
)
_ANSWER_FIELDS = ("onbekend", "niet", "deels", "grotendeels", "volledig", "nvt")
_FIXED = ("aantal", *_ANSWER_FIELDS)

WORKBOOK_TEXTS: tuple[TextSpec, ...] = (
    *(
        TextSpec(f"uitleg: {part}", _FIXED)
        for part in (
            "waarvoor",
            "waarvoor tekst",
            "wie",
            "wie tekst",
            "tijd",
            "tijd tekst",
            "invullen",
            "invullen tekst",
            "tweeledig",
            "schaal",
            "schaal inleiding",
            "schaal voorbeeld",
            "vuistregel",
            "opmerkingen",
            "opmerkingen tekst",
            "terugsturen",
            "privacy",
            "versie",
        )
    ),
    TextSpec("uitleg: schaal regel", ("label", "cijfer", "betekenis")),
    TextSpec("uitleg: schaal regel zonder cijfer", ("label", "betekenis")),
    *(
        TextSpec(f"uitleg: terugsturen {part}", (*_FIXED, *SETTING_FIELDS))
        for part in ("bestand", "mail", "datum", "vragen", "telefoon")
    ),
    *(
        TextSpec(f"privacy: {part}", (*_FIXED, *SETTING_FIELDS))
        for part in (
            "doel",
            "organisatie",
            "partner",
            "grondslag",
            "naam",
            "rapport",
            "bewaren",
            "bewaren scores",
            "vergelijking",
            "rechten",
            "klacht",
            "verklaring",
        )
    ),
    *(
        TextSpec(f"gegevens: {part}")
        for part in (
            "titel",
            "inleiding",
            "kolom gegeven",
            "kolom invoer",
            "kolom waarom",
            "verder",
            "fout titel",
            "fout lijst",
            "fout aantal titel",
            "fout aantal",
            "fout datum titel",
            "fout datum",
        )
    ),
    *(TextSpec(field.label_key) for field in PROFILE_FIELDS),
    *(TextSpec(field.reason_key) for field in PROFILE_FIELDS),
    TextSpec("scan: titel", _FIXED),
    TextSpec("scan: inleiding", _FIXED),
    TextSpec("scan: overal gelijk", ("label", "betekenis")),
    TextSpec("scan: nog open", ("open", "aantal")),
    TextSpec("scan: onbekend", ("teller", *_ANSWER_FIELDS)),
    *(
        TextSpec(f"kolom: {part}", _FIXED)
        for part in ("nummer", "stelling", "toelichting", "betekenis", "antwoord", "opmerking")
    ),
    TextSpec("antwoord: titel", ("nummer",)),
    TextSpec("antwoord: fout titel"),
    TextSpec("antwoord: fout", _FIXED),
    TextSpec("goed: vraag", ("thema",)),
    TextSpec("goed: uitleg", ("thema",)),
    *(TextSpec(f"keuze: {part}", _FIXED) for part in ("titel", "vraag", "uitleg", "fout", "dank")),
    TextSpec("keuze: label", ("nummer",)),
    TextSpec("begrippen: titel"),
    TextSpec("begrippen: inleiding"),
    TextSpec("begrippen: kolom begrip"),
    TextSpec("begrippen: kolom betekenis"),
    TextSpec("voettekst: pagina", ("pagina", "paginas")),
)

REPORT_TEXTS: tuple[TextSpec, ...] = ()
