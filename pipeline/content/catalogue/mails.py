"""The fixed texts of the mails."""

from __future__ import annotations

from pipeline.content.catalogue.spec import SETTING_FIELDS, TextSpec

MAIL_TEXTS: tuple[TextSpec, ...] = (
    TextSpec("mail: aanhef"),
    TextSpec("mail: aanhef naam", ("contact",)),
    TextSpec("mail: groet"),
    TextSpec("mail: telefoon", ("telefoon",)),
    TextSpec("mail: adres", ("mail",)),
    TextSpec("uitnodiging: onderwerp", ("scan", "deadline")),
    *(
        TextSpec(f"uitnodiging: {part}", ("voor", *SETTING_FIELDS))
        for part in ("waarom", "tijd", "bestand", "wie", "terugsturen", "rapport", "namen")
    ),
    TextSpec("terug: antwoord op", ("onderwerp",)),
    TextSpec("terug: onderwerp een vraag"),
    TextSpec("terug: onderwerp", ("aantal",)),
    TextSpec("terug: onderwerp bestand"),
    TextSpec("terug: dank voor wie", ("voor",)),
    *(
        TextSpec(f"terug: {number} {topic}", ("aantal", "nummers"))
        for number in ("een", "meer", "veel")
        for topic in ("ongelezen", "dubbel", "leeg", "reden", "controle")
    ),
    *(
        TextSpec(f"terug: {number} {topic}", ("aantal", "nummers"))
        for number in ("een", "meer")
        for topic in ("gegeven", "keuze")
    ),
    *(
        TextSpec(f"terug: {part}", SETTING_FIELDS)
        for part in (
            "dank",
            "dank mail",
            "organisatie",
            "organisatie invullen",
            "controle alles",
            "rest",
            "open een vraag",
            "open",
            "ook een controle",
            "opsturen",
            "datum",
            "mail",
            "link",
            "ook link",
            "goede bestand",
            "bestand als bijlage",
            "leeg bestand",
        )
    ),
    TextSpec("terug: ook controles", ("aantal",)),
    TextSpec("terug: organisatie domein", ("domein",)),
    TextSpec("terug: bestand", ("bestand", "reden")),
    *(TextSpec(f"navragen: {part}") for part in ("titel", "uitleg", "niets")),
    *(
        TextSpec(f"navragen: kolom {part}")
        for part in (
            "bestand",
            "organisatie",
            "onderdeel",
            "wie",
            "adres",
            "waar",
            "cel",
            "gelezen",
            "vraag",
            "concept",
        )
    ),
    TextSpec("terug: niets ingevuld", ("bestand",)),
    TextSpec("herinnering: onderwerp", ("scan",)),
    TextSpec("herinnering: nog niets", ("voor",)),
    TextSpec("herinnering: nog een", ("voor",)),
    TextSpec("herinnering: nog meer", ("voor", "nog")),
    TextSpec("herinnering: datum", ("deadline",)),
    TextSpec("herinnering: datum voorbij", ("deadline",)),
    TextSpec("herinnering: zonder datum"),
    TextSpec("rapport: onderwerp", ("onderdeel",)),
    TextSpec("rapport: tekst"),
    TextSpec("rapport: pdf"),
)
