"""The fixed texts of the workbook, and of what goes back with questions."""

from __future__ import annotations

from pipeline.content.catalogue.spec import SETTING_FIELDS, TextSpec
from pipeline.workbook_layout import PROFILE_FIELDS

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
        TextSpec(f"kolom: {part}")
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
    *(
        TextSpec(f"vragen: {part}")
        for part in (
            "titel",
            "een vraag",
            "ook een controle",
            "zo doet u dat",
            "terugsturen",
            "kolom waar",
            "kolom gelezen",
            "kolom vraag",
            "kolom stand",
            "kolom ernaast",
            "open",
            "ingevuld",
            "controle",
        )
    ),
    TextSpec("vragen: meer vragen", ("aantal",)),
    TextSpec("vragen: ook controles", ("aantal",)),
    TextSpec("vragen: ernaast", ("gelezen", "vraag")),
    TextSpec("vraag: bij stelling", ("nummer", "naam")),
    TextSpec("vraag: bij gegeven", ("gegeven",)),
    TextSpec("vraag: bij keuze", ("keuze",)),
    TextSpec("vraag: bij alles"),
    *(
        TextSpec(f"vraag: {part}", ("geschreven", "gelezen"))
        for part in (
            "geen antwoord",
            "formule",
            "twee keer",
            "leeg",
            "ontbreekt",
            "nvt",
            "niet in de lijst",
            "geen getal",
            "geen datum",
            "zo gelezen",
            "andere tekst",
            "andere plaats",
            "oudere editie",
            "onbekende editie",
        )
    ),
    *(
        TextSpec(f"vraag: {part}")
        for part in (
            "kies",
            "stuur opnieuw",
            "kies geldig",
            "reden",
            "vul in",
            "kies uit lijst",
            "getal",
            "datum",
            "kies stelling",
            "klopt",
            "past nog",
            "klopt alles",
        )
    ),
    TextSpec("voettekst: pagina", ("pagina", "paginas")),
)
