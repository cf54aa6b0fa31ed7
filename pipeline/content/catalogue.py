"""The fixed texts that the code needs, each with the `{names}` that an editor may use in it."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.workbook_layout import PROFILE_FIELDS, SETTINGS


@dataclass(frozen=True, slots=True)
class TextSpec:
    """A text by key, and the names that the code fills in."""

    key: str
    fields: tuple[str, ...] = ()


SETTING_FIELDS = tuple(setting.name for setting in SETTINGS)
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

REPORT_TEXTS: tuple[TextSpec, ...] = (
    TextSpec("getallen"),
    TextSpec("titel", ("scan",)),
    TextSpec("voorblad: ingevuld"),
    TextSpec("voorblad: invullers"),
    TextSpec("voorblad: groep"),
    TextSpec("voorblad: stand"),
    TextSpec("voorblad: concept"),
    TextSpec("voorblad: definitief"),
    TextSpec("voorblad: opsteller"),
    TextSpec("wanneer: op", ("datum",)),
    TextSpec("wanneer: tussen", ("dagen",)),
    TextSpec("kop: deel a"),
    TextSpec("kop: deel b"),
    TextSpec("kop: bijlagen"),
    TextSpec("kop: samenvatting"),
    TextSpec("kop: stand"),
    TextSpec("kop: goed"),
    TextSpec("kop: ruimte"),
    TextSpec("kop: uitzoeken"),
    TextSpec("kop: begin"),
    TextSpec("kop: inhoud"),
    TextSpec("kop: agenda"),
    TextSpec("kop: gesprek"),
    TextSpec("kop: leeswijzer"),
    TextSpec("kop: adviezen"),
    TextSpec("kop: bijlage a"),
    TextSpec("kop: bijlage b"),
    TextSpec("kop: bijlage c"),
    TextSpec(
        "samenvatting: een alleen",
        (
            "wie",
            "wanneer",
        ),
    ),
    TextSpec(
        "samenvatting: meer apart",
        (
            "aantal",
            "wie",
            "wanneer",
        ),
    ),
    TextSpec(
        "samenvatting: meer samen",
        (
            "aantal",
            "wie",
            "wanneer",
        ),
    ),
    TextSpec(
        "samenvatting: groep samen",
        (
            "wie",
            "wanneer",
        ),
    ),
    TextSpec("samenvatting: eigen beeld"),
    TextSpec(
        "samenvatting: alle stellingen",
        (
            "totaal",
            "antwoord",
        ),
    ),
    TextSpec("samenvatting: een stelling", ("antwoord",)),
    TextSpec(
        "samenvatting: stellingen",
        (
            "eerste",
            "rest",
        ),
    ),
    TextSpec("samenvatting: antwoord volledig"),
    TextSpec("samenvatting: antwoord grotendeels"),
    TextSpec("samenvatting: antwoord deels"),
    TextSpec("samenvatting: antwoord niet"),
    TextSpec("samenvatting: adviesantwoord"),
    TextSpec("samenvatting: een niet gelezen"),
    TextSpec("samenvatting: niet gelezen", ("aantal",)),
    TextSpec("samenvatting: een onbekend", ("stelling",)),
    TextSpec("samenvatting: onbekend", ("aantal",)),
    TextSpec("samenvatting: alles onbekend"),
    TextSpec("samenvatting: alles nvt", ("totaal",)),
    TextSpec("samenvatting: een nvt"),
    TextSpec("samenvatting: nvt", ("aantal",)),
    TextSpec("samenvatting: een leeg"),
    TextSpec("samenvatting: leeg", ("aantal",)),
    TextSpec(
        "samenvatting: veel leeg",
        (
            "ingevuld",
            "totaal",
        ),
    ),
    TextSpec(
        "samenvatting: niveau",
        (
            "themas",
            "niveau",
        ),
    ),
    TextSpec("samenvatting: niveau overal", ("niveau",)),
    TextSpec("samenvatting: overal gevorderd"),
    TextSpec("samenvatting: geen niveau", ("thema",)),
    TextSpec("samenvatting: geen niveaus", ("themas",)),
    TextSpec("samenvatting: dicht bij elkaar"),
    TextSpec("samenvatting: verst", ("stellingen",)),
    TextSpec("samenvatting: verst onder andere", ("stellingen",)),
    TextSpec("samenvatting: plicht", ("plicht",)),
    TextSpec("samenvatting: begin", ("stellingen",)),
    TextSpec("samenvatting: begin daarna", ("stellingen",)),
    TextSpec("samenvatting: zoek uit", ("stellingen",)),
    TextSpec("samenvatting: zoek ook uit", ("welke",)),
    TextSpec(
        "samenvatting: zoek ook uit voorlopig",
        (
            "welke",
            "themas",
        ),
    ),
    TextSpec("samenvatting: vul ook in", ("welke",)),
    TextSpec(
        "samenvatting: vul ook in voorlopig",
        (
            "welke",
            "themas",
        ),
    ),
    TextSpec("samenvatting: welke", ("nummers",)),
    TextSpec("samenvatting: welke veel", ("aantal",)),
    TextSpec("samenvatting: slot"),
    TextSpec("samenvatting: slot een"),
    TextSpec("samenvatting: slot uitzoeken"),
    TextSpec("samenvatting: slot vasthouden"),
    TextSpec("tabel: themas"),
    TextSpec("tabel: uitzoeken"),
    TextSpec("tabel: adviezen"),
    TextSpec("tabel: stellingen van thema", ("thema",)),
    TextSpec("tabel: antwoorden"),
    TextSpec("tabel: scores van themas"),
    TextSpec("kolom: thema"),
    TextSpec("kolom: niveau"),
    TextSpec("kolom: stelling"),
    TextSpec("kolom: nummer"),
    TextSpec("kolom: antwoord"),
    TextSpec("kolom: adviesantwoord"),
    TextSpec("kolom: gegeven"),
    TextSpec("kolom: spreiding"),
    TextSpec("kolom: score"),
    TextSpec("kolom: vorige"),
    TextSpec("kolom: met score"),
    TextSpec("kolom: onbekend"),
    TextSpec("kolom: leeg"),
    TextSpec("kolom: nvt"),
    TextSpec("woorden om af te breken"),
    TextSpec("kolom kort: niet"),
    TextSpec("kolom kort: deels"),
    TextSpec("kolom kort: grotendeels"),
    TextSpec("kolom kort: volledig"),
    TextSpec("kolom kort: onbekend"),
    TextSpec("kolom kort: leeg"),
    TextSpec("kolom kort: nvt"),
    TextSpec("kolom: navragen"),
    TextSpec("kolom: stand"),
    TextSpec("kolom: advies"),
    TextSpec("kolom: waarom"),
    TextSpec("kolom: stellingen"),
    TextSpec("rij: totaal"),
    TextSpec("niveau: onbekend"),
    TextSpec("niveau: leeg"),
    TextSpec("niveau: niet gelezen"),
    TextSpec("niveau: nvt"),
    TextSpec("niveau: geen"),
    TextSpec("niveau: voorlopig", ("niveau",)),
    TextSpec("antwoord: leeg"),
    TextSpec("stand: inleiding"),
    TextSpec("stand: inleiding uitzoeken"),
    TextSpec("stand: bijlage"),
    TextSpec("goed: inleiding"),
    TextSpec("goed: inleiding onder andere"),
    TextSpec("goed: nog niets"),
    TextSpec("goed: nog geen"),
    TextSpec("goed: geen score"),
    TextSpec("goed: voorbeeld", ("thema",)),
    TextSpec("ruimte: inleiding"),
    TextSpec("ruimte: een"),
    TextSpec("ruimte: een deels"),
    TextSpec(
        "ruimte: overal",
        (
            "aantal",
            "totaal",
            "hoofdstuk",
        ),
    ),
    TextSpec(
        "ruimte: alles",
        (
            "totaal",
            "hoofdstuk",
        ),
    ),
    TextSpec("ruimte: deels"),
    TextSpec("ruimte: geen"),
    TextSpec("ruimte: geen score"),
    TextSpec("uitzoeken: inleiding"),
    TextSpec("begin: inleiding", ("aantal",)),
    TextSpec("begin: inleiding een"),
    TextSpec("begin: geen"),
    TextSpec("begin: geen maar open"),
    TextSpec("begin: waarom"),
    TextSpec("begin: plicht", ("antwoord",)),
    TextSpec("begin: gekozen", ("antwoord",)),
    TextSpec(
        "begin: gekozen door",
        (
            "aantal",
            "antwoord",
        ),
    ),
    TextSpec("begin: gekozen door iedereen", ("antwoord",)),
    TextSpec("begin: gekozen door beiden", ("antwoord",)),
    TextSpec("begin: gekozen door een", ("antwoord",)),
    TextSpec("begin: antwoord", ("antwoord",)),
    TextSpec("begin: eerste stap"),
    TextSpec("begin: verwijzing", ("nummer",)),
    TextSpec("tabel: agenda"),
    TextSpec("agenda: inleiding"),
    TextSpec("agenda: kolom stelling"),
    TextSpec("agenda: kolom actie"),
    TextSpec("agenda: kolom wie"),
    TextSpec("agenda: kolom klaar"),
    TextSpec("agenda: kolom stand"),
    TextSpec("agenda: vraag stelling"),
    TextSpec("agenda: vraag actie"),
    TextSpec("agenda: vraag wie"),
    TextSpec("agenda: vraag klaar"),
    TextSpec("agenda: standen"),
    TextSpec("gesprek: inleiding"),
    TextSpec("gesprek: stelling", ("stelling",)),
    TextSpec("gesprek: antwoorden", ("spreiding",)),
    TextSpec("gesprek: vraag onbekend"),
    TextSpec("grafiek: reeks nu"),
    TextSpec("grafiek: reeks vorige"),
    TextSpec("grafiek: letter niet"),
    TextSpec("grafiek: letter deels"),
    TextSpec("grafiek: letter grotendeels"),
    TextSpec("grafiek: letter volledig"),
    TextSpec("grafiek: letter onbekend"),
    TextSpec("grafiek: inleiding"),
    TextSpec("grafiek: balk"),
    TextSpec("grafiek: inleiding spreiding"),
    TextSpec("grafiek: inleiding vorige"),
    TextSpec("grafiek: beschrijving", ("telling",)),
    TextSpec(
        "grafiek: beschrijving spreiding",
        (
            "invullers",
            "telling",
        ),
    ),
    TextSpec("grafiek: bijlage"),
    TextSpec(
        "grafiek: telling",
        (
            "aantal",
            "antwoord",
        ),
    ),
    TextSpec("adviseur: opening titel"),
    TextSpec("adviseur: opening"),
    TextSpec("adviseur: thema titel", ("thema",)),
    TextSpec("adviseur: thema", ("thema",)),
    TextSpec("notitie: verschil", ("spreiding",)),
    TextSpec("notitie: mailadres"),
    TextSpec("notitie: telefoonnummer"),
    TextSpec("notitie: naam"),
    TextSpec("notitie: algemene zin"),
    TextSpec("notitie: bronnen"),
    TextSpec("leeswijzer: tekst"),
    TextSpec("leeswijzer: meer invullers"),
    TextSpec("adviezen: inleiding"),
    TextSpec("thema: niveau", ("niveau",)),
    TextSpec("stelling: antwoord"),
    TextSpec("stelling: adviesantwoord", ("aantal",)),
    TextSpec("stelling: niveau"),
    TextSpec("stelling: spreiding"),
    TextSpec(
        "stelling: van tot",
        (
            "laagste",
            "hoogste",
        ),
    ),
    TextSpec("stelling: ook onbekend", ("aantal",)),
    TextSpec("stelling: niet gelezen"),
    TextSpec("stelling: navragen"),
    TextSpec("stelling: ook antwoord", ("antwoord",)),
    TextSpec("stelling: waarover"),
    TextSpec("stelling: begin hier"),
    TextSpec("stelling: ook mogelijk"),
    TextSpec("stelling: past bij", ("antwoord",)),
    TextSpec("stelling: geen tip"),
    TextSpec("stelling: leeg"),
    TextSpec("stelling: niet te lezen"),
    TextSpec("stelling: nvt plicht"),
    TextSpec("stelling: nvt"),
    TextSpec("opmerking: citaat", ("opmerking",)),
    TextSpec("bijlage a: inleiding"),
    TextSpec("bijlage a: themas"),
    TextSpec(
        "bijlage b: tekst",
        (
            "onderweg",
            "gevorderd",
            "per_thema",
            "editie",
        ),
    ),
    TextSpec("bijlage c: inleiding"),
    TextSpec("bijlage c: onbekend"),
    TextSpec("bijlage c: stelling", ("nummers",)),
    TextSpec("bijlage c: geen"),
    TextSpec("finalize: bijlage andere tips"),
    TextSpec("finalize: bijlage andere tips inleiding"),
    TextSpec("finalize: vragen van Word"),
)

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
            "controle alles",
            "rest",
            "open",
            "opsturen",
            "datum",
            "mail",
            "goede bestand",
            "leeg bestand",
        )
    ),
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
    TextSpec("rapport: onderwerp", ("onderdeel",)),
    TextSpec("rapport: tekst"),
    TextSpec("rapport: pdf"),
)
