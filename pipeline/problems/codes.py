"""The list of everything that can be wrong: one code, one message, what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum


class Severity(StrEnum):
    """How bad a problem is; ERROR makes the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a code says to the user; `{names}` come from the details of the problem."""

    severity: Severity
    message: str
    suggestion: str = ""


def _error(message: str, suggestion: str = "") -> Meaning:
    return Meaning(Severity.ERROR, message, suggestion)


def _warning(message: str, suggestion: str = "") -> Meaning:
    return Meaning(Severity.WARNING, message, suggestion)


def _info(message: str, suggestion: str = "") -> Meaning:
    return Meaning(Severity.INFO, message, suggestion)


class Code(Enum):
    """The problems by name; the name in small letters with hyphens stands in JSON."""

    # a file as a whole
    FILE_EMPTY = _error(
        "Dit bestand is leeg (0 bytes).", "Vraag de afzender om het bestand opnieuw te sturen."
    )
    FILE_IS_XLS = _error(
        "Dit is een oud Excelbestand (.xls).",
        "Open het in Excel en kies Opslaan als, Excel-werkmap (.xlsx). Lees het daarna opnieuw in.",
    )
    FILE_IS_ODS = _error(
        "Dit is een OpenDocument-werkblad (.ods).",
        "Open het in Excel of LibreOffice en sla het op als .xlsx. Lees het daarna opnieuw in.",
    )
    FILE_IS_PDF = _error(
        "Dit is een pdf. Daaruit zijn geen antwoorden te lezen.",
        "Vraag de afzender om het ingevulde Excelbestand zelf.",
    )
    FILE_ENCRYPTED = _error(
        "Dit werkboek is beveiligd met een wachtwoord.",
        "Open het met het wachtwoord en sla het op zonder wachtwoord.",
    )
    FILE_UNREADABLE = _error(
        "Dit bestand is beschadigd of geen Excelwerkboek.",
        "Open het in Excel. Lukt dat, sla het dan opnieuw op als .xlsx. Vraag het anders opnieuw.",
    )
    FILE_TOO_LARGE = _error(
        "Dit bestand is te groot voor een QuickScan.",
        "Vraag de afzender om de QuickScan in het oorspronkelijke bestand terug te sturen.",
    )
    FILE_NOT_A_SCAN = _error(
        "Dit werkboek is geen QuickScan: geen van de stellingen staat erin.",
        "Vraag de afzender om de QuickScan in het oorspronkelijke bestand terug te sturen.",
    )
    FILE_WITHOUT_ANSWERS = _error(
        "De stellingen staan in dit werkboek, maar de kolom met de antwoorden niet.",
        "Vraag de afzender om de QuickScan in het oorspronkelijke bestand terug te sturen.",
    )
    FILE_NO_ACCESS = _error(
        "Dit bestand kan niet worden geopend.",
        "Sluit het in andere programma's, of controleer of u het mag lezen.",
    )
    FILE_ENDED_PROCESS = _error(
        "Bij het lezen van dit bestand stopte het programma onverwacht.",
        "Vraag de afzender om het bestand opnieuw te sturen.",
    )
    FILE_NOT_USABLE = _error(
        "Dit is geen Excelwerkboek ({suffix}).",
        "Vraag de afzender om het ingevulde Excelbestand (.xlsx).",
    )
    FILE_IS_WORD = _error(
        "Dit is een Word-document, geen Excelwerkboek.",
        "Vraag de afzender om het ingevulde Excelbestand zelf.",
    )
    FILE_IS_PICTURE = _error(
        "Dit is een foto of plaatje. Daaruit zijn geen antwoorden te lezen.",
        "Vraag de afzender om het ingevulde Excelbestand zelf.",
    )
    FILE_IS_NUMBERS = _error(
        "Dit is een bestand van Numbers (Apple).",
        "Vraag de afzender om in Numbers te kiezen voor Exporteer naar, Excel.",
    )
    FILE_IS_XLSB = _error(
        "Dit is een binair Excelbestand (.xlsb).",
        "Open het in Excel en kies Opslaan als, Excel-werkmap (.xlsx). Lees het daarna opnieuw in.",
    )
    FILE_IS_WINMAIL = _error(
        "Dit is een winmail.dat: Outlook heeft de bijlage daarin ingepakt.",
        "Vraag de afzender om de mail opnieuw te sturen, in de opmaak HTML of tekst zonder opmaak.",
    )
    FILE_IS_LINK = _error(
        "Dit is een snelkoppeling, niet het bestand zelf.",
        "Vraag de afzender om het ingevulde Excelbestand als bijlage te sturen.",
    )
    FILE_IS_ARCHIVE = _error(
        "Dit is een ingepakt bestand ({suffix}) dat dit programma niet uitpakt.",
        "Pak het zelf uit en lees de map in.",
    )
    FILE_IS_SEALED = _error(
        "Deze mail is versleuteld of ondertekend. De bijlagen zijn zo niet te lezen.",
        "Open de mail in uw mailprogramma en bewaar het werkboek als los bestand.",
    )
    FILE_NOT_SAFE = _error(
        "Dit werkboek is niet gelezen: het is zo gemaakt dat lezen niet veilig is.",
        "Open het niet. Vraag de afzender of dit bestand klopt.",
    )
    FILE_HAS_MACROS = _warning(
        "In dit werkboek zitten macro's. Ze zijn niet uitgevoerd.",
        "De QuickScan heeft geen macro's. Vraag de afzender ernaar voordat u het bestand opent.",
    )
    FILE_HAS_DDE = _warning(
        "Dit werkboek wil een ander programma starten (DDE). Dat is niet gebeurd.",
        "De QuickScan doet dat niet. Vraag de afzender ernaar voordat u het bestand opent.",
    )
    FILE_HAS_LINKS = _info(
        "Dit werkboek verwijst naar andere bestanden. Die zijn niet geopend.",
    )
    # mails and zips
    MAIL_WITHOUT_WORKBOOK = _error(
        "In deze mail zit geen werkboek.",
        "Vraag de afzender om het ingevulde Excelbestand als bijlage te sturen.",
    )
    MAIL_WITH_LINK = _error(
        "In deze mail zit geen werkboek, alleen een link naar een bestand.",
        "Vraag de afzender om het Excelbestand als bijlage. Of bewaar het zelf in deze map.",
    )
    MAIL_UNREADABLE = _error(
        "Deze mail is beschadigd of is geen mail.",
        "Open de mail in uw mailprogramma en bewaar het werkboek als los bestand.",
    )
    MAIL_TOO_LARGE = _error(
        "Deze mail is te groot om te lezen ({size} MB).",
        "Open de mail in uw mailprogramma en bewaar het werkboek als los bestand.",
    )
    ZIP_WITHOUT_WORKBOOK = _error(
        "In dit zipbestand zit geen werkboek.", "Vraag de afzender welk bestand is bedoeld."
    )
    ZIP_UNREADABLE = _error(
        "Dit zipbestand is beschadigd of is geen zipbestand.",
        "Vraag de afzender om de werkboeken opnieuw te sturen.",
    )
    ZIP_ENCRYPTED = _error(
        "Dit bestand zit in een zipbestand met een wachtwoord.",
        "Pak het zipbestand zelf uit met het wachtwoord en lees de map in.",
    )
    TOO_MUCH_INSIDE = _error(
        "Hierin zitten te veel of te grote bestanden. De rest is niet gelezen.",
        "Bewaar de werkboeken zelf in een map en lees die in.",
    )
    TOO_DEEP = _error(
        "Dit zit te diep: in meer dan {count} mails of zipbestanden in elkaar.",
        "Bewaar het werkboek zelf in een map en lees die in.",
    )
    EDITION_NEWER = _error(
        "Dit werkboek is van een nieuwere editie ({edition}) dan dit programma kent ({known}).",
        "Gebruik de nieuwste versie van dit programma.",
    )
    EDITION_OLDER = _warning(
        "Dit werkboek is van een oudere editie ({edition}). Gelezen per stelling.",
        "Geef een volgende keer het nieuwe werkboek mee.",
    )
    EDITION_UNKNOWN = _warning(
        "In dit werkboek staat geen editie die dit programma kent. Gelezen als editie {known}.",
        "Controleer of de stellingen in het werkboek de stellingen van nu zijn.",
    )
    ALL_EMPTY = _error(
        "In dit werkboek is geen enkel antwoord ingevuld.",
        "Vraag de afzender of dit het goede bestand is.",
    )
    ALL_WITHOUT_VALUE = _error(
        "In dit werkboek staan formules zonder uitkomst op de plaats van de antwoorden.",
        "Open het in Excel en sla het op. Lees het daarna opnieuw in.",
    )
    # cells
    ANSWER_EMPTY = _warning(
        "Stelling {number} is niet ingevuld.", "Vraag na welk antwoord hier hoort."
    )
    ANSWER_READ_AS = _warning(
        "Stelling {number}: “{written}” is zo gelezen: {read}.", "Controleer of dit klopt."
    )
    ANSWER_NOT_UNDERSTOOD = _error(
        "Stelling {number}: “{written}” is geen antwoord uit de lijst.",
        "Kies een antwoord uit de lijst.{nearest}",
    )
    ANSWER_WITHOUT_VALUE = _error(
        "Stelling {number}: in deze cel staat een formule zonder uitkomst.",
        "Kies een antwoord uit de lijst.",
    )
    STELLING_MISSING = _error(
        "Stelling {number} staat niet in dit werkboek.",
        "Vraag het antwoord na. Tot dan telt de stelling als niet ingevuld.",
    )
    STELLING_NOT_IN_EDITION = _warning(
        "Stelling {number} staat niet in deze oudere editie.",
        "Vraag het antwoord na. Tot dan telt de stelling als niet ingevuld.",
    )
    STELLING_TWICE = _error(
        "Stelling {number} staat twee keer in het werkboek, met verschillende antwoorden.",
        "Vraag welk antwoord geldt en haal het andere weg. Zie ook {other}.",
    )
    STELLING_REWORDED = _warning(
        "Stelling {number} heeft in dit werkboek een andere tekst.",
        "Vergelijk de teksten. Betekent de stelling iets anders? Vraag dan een nieuw antwoord.",
    )
    READ_BY_TEXT = _warning(
        "Deze stellingen stonden op een andere plaats. Wij lazen ze op nummer en tekst: {cells}.",
        "Controleer een paar antwoorden in het werkboek.",
    )
    ANSWER_ELSEWHERE = _warning(
        "Stelling {number}: de eigen cel ({own}) is leeg. Dit antwoord is zo gelezen: {read}.",
        "Controleer of dit klopt.",
    )
    ANSWER_MERGED = _warning(
        "Stelling {number}: de cel is samengevoegd met andere. Zo gelezen: {read}.",
        "Controleer of dit antwoord bij deze stelling hoort.",
    )
    FIELDS_BY_LABEL = _warning(
        "Niet op de eigen plaats, en zo gelezen naast het label: {cells}.",
        "Controleer of dit klopt.",
    )
    FIELD_TWICE = _warning(
        "{label} staat twee keer in het werkboek, met verschillende tekst. Zo gelezen: {read}.",
        "Vraag de afzender wat er moet staan.",
    )
    FIELD_WITHOUT_VALUE = _warning(
        "{label}: in deze cel staat een formule zonder uitkomst.",
        "Vul de tekst zelf in, of vraag die na.",
    )
    NVT_UNEXPECTED = _warning(
        "Stelling {number}: Niet van toepassing past hier zelden.",
        "Vraag naar de reden, als die niet in de opmerking staat.",
    )
    ORGANISATION_MISSING = _warning(
        "De organisatie is niet ingevuld.",
        "Vul de naam in het werkboek in, of geef die mee met --organisation.{hint}",
    )
    FIELD_MISSING = _warning("{label} is niet ingevuld.", "Vraag het na bij de invuller.")
    DATE_NOT_UNDERSTOOD = _warning(
        "“{written}” is geen datum die dit programma begrijpt.",
        "Schrijf de datum als 23-11-2026.",
    )
    PEOPLE_NOT_UNDERSTOOD = _warning(
        "“{written}” is geen aantal personen.", "Vul een heel getal in."
    )
    MODE_NOT_UNDERSTOOD = _warning(
        "“{written}” staat niet in de lijst bij “Hoe vult u in?”.",
        "Kies een antwoord uit de lijst.",
    )
    MODE_READ_AS = _warning("“{written}” is zo gelezen: {read}.", "Controleer of dit klopt.")
    FIELD_NOT_IN_LIST = _warning(
        "“{written}” staat niet in de lijst bij {label}.", "Kies een antwoord uit de lijst."
    )
    CHOICE_NOT_UNDERSTOOD = _warning(
        "“{written}” is geen stelling uit de keuzelijst.", "Vraag welke stelling is bedoeld."
    )
    # several workbooks together
    PERSON_TWICE = _warning(
        "Dezelfde persoon stuurde een nieuwere scan ({newer}). Deze telt niet mee.",
        "Zijn het twee mensen? Geef elk in het werkboek een eigen mailadres.",
    )
    NOT_TOGETHER = _warning(
        "Dit onderdeel vulde samen één scan in ({newer}). Deze telt niet mee.",
        "Klopt dat niet? Verander dan in die scan het antwoord op “Hoe vult u in?”.",
    )
    NAME_NEARLY_SAME = _warning(
        "{what} lijkt op een andere: “{name}” en “{other}” ({file}). Nu tellen zij als twee.",
        "Is het er één? Zet in een lijst links de naam zoals die er staat en rechts de naam die "
        "klopt, en geef die lijst mee met --aliases. Zijn het er twee? Zet elke naam dan met "
        "zichzelf in die lijst.",
    )
    # lists
    ALIASES_UNREADABLE = _error(
        "Deze lijst met namen is niet te lezen: {reason}.",
        "Maak een .xlsx of .csv met twee kolommen: de naam zoals die er staat, en de goede naam.",
    )
    ALIAS_INCOMPLETE = _error(
        "Bij “{name}” staat maar één naam.",
        "Zet links de naam zoals die er staat en rechts de naam die klopt.",
    )
    ALIAS_TWICE = _error(
        "“{name}” staat twee keer in de lijst: als “{one}” en als “{other}”.", "Haal er één weg."
    )
    # reports
    ORGANISATION_UNKNOWN = _error(
        "Er is geen rapport gemaakt: de organisatie is niet ingevuld.",
        "Vul de naam in het werkboek in, of geef die mee met --organisation.{hint}",
    )
    REPORT_NOT_WRITTEN = _error(
        "Dit bestand kan niet worden geschreven: {reason}.",
        "Controleer de map en probeer het opnieuw.",
    )
    REPORT_ENDED_PROCESS = _error(
        "Bij het maken van dit rapport stopte het programma onverwacht.",
        "Maak dit rapport nog eens. Lukt het weer niet, meld het dan aan de maker.",
    )
    REPORT_OPEN = _error(
        "Dit bestand is open of op slot. De nieuwe versie staat ernaast: {name}.",
        "Sluit het en probeer het opnieuw. Gooi het bestand ernaast dan weg.",
    )
    REPORT_READ_ONLY = _error(
        "Dit bestand is alleen-lezen. De nieuwe versie staat ernaast: {name}.",
        "Ga verder in het nieuwe bestand, of haal Alleen-lezen weg en probeer het opnieuw.",
    )
    REPORT_CHANGED = _error(
        "Iemand wijzigde dit bestand terwijl het werd bijgewerkt. De nieuwe versie staat "
        "ernaast: {name}.",
        "Sluit het overal en probeer het opnieuw. Gooi het bestand ernaast dan weg.",
    )
    REPORT_OF_ANOTHER = _error(
        "Hier staat al een rapport met deze bestandsnaam, van een andere organisatie of een ander "
        "onderdeel. Het nieuwe rapport staat ernaast: {name}.",
        "Geef het oude rapport zelf een andere naam, en maak het nieuwe daarna opnieuw.",
    )
    REPORT_NOT_OURS = _error(
        "Dit bestand heet als een rapport, maar is niet bij te werken. Het nieuwe rapport staat "
        "ernaast: {name}.",
        "Kies welk bestand u houdt. Wilt u opnieuw beginnen? Gebruik --fresh. Het oude bestand "
        "blijft dan bewaard.",
    )
    PREVIOUS_NOT_FOUND = _info(
        "Voor dit onderdeel is geen eerdere scan gevonden. Het rapport vergelijkt niet.",
        "Controleer of organisatie en onderdeel in de eerdere scan net zo heten.",
    )
    PREVIOUS_OLDER = _info(
        "Van dit onderdeel is er een nieuwere eerdere scan ({newer}). Die telt, deze niet."
    )
    PREVIOUS_IS_SAME = _warning(
        "Deze eerdere scan is dezelfde als die van nu. Het rapport laat geen verschil zien.",
        "Noem bij --previous de scan of het rapport van de vorige keer.",
    )
    PREVIOUS_IS_NEWER = _warning(
        "Deze eerdere scan is later ingevuld dan die van nu.",
        "Controleer welke scan van nu is, en welke van de vorige keer.",
    )
    PREVIOUS_WITHOUT_FACTS = _warning(
        "In dit rapport zijn de antwoorden van toen niet meer te vinden. Het telt niet mee.",
        "Noem een andere versie van het rapport, of het werkboek van toen.",
    )
    PREVIOUS_UNREADABLE = _warning(
        "Dit eerdere rapport is beschadigd of te groot. Het telt niet mee.",
        "Noem een andere versie van het rapport, of het werkboek van toen.",
    )
    PREVIOUS_NO_ACCESS = _warning(
        "Dit Word-document kan niet worden geopend. Het telt niet mee.",
        "Sluit het in andere programma's, of controleer of u het mag lezen.",
    )
    ROUND_TOO_SMALL = _info(
        "In deze ronde zitten {count} organisaties. Een rapport vergelijkt vanaf vijf, want met "
        "minder is te herkennen wie wat antwoordde.",
        "Geef alle werkboeken van de ronde tegelijk mee.",
    )
    PREVIOUS_NOT_USABLE = _warning(
        "Hier is geen eerdere scan gevonden die te lezen is. De rapporten vergelijken niet.",
        "Noem bij --previous een rapport of een ingevuld werkboek van de vorige keer, of een map "
        "daarmee.",
    )
    REPORT_RENAMED = _info(
        "Er was al een bestand met deze naam. Dat heet nu {name}.",
        "Neem uw eigen wijzigingen daaruit over.",
    )
    STYLE_KEPT = _info(
        "U werkte in dit rapport. Daarom houdt het zijn oude huisstijl.",
        "Wilt u de nieuwe huisstijl? Maak het rapport dan opnieuw met --fresh. Het oude blijft "
        "bewaard.",
    )
    AGENDA_FILLED_IN = _warning(
        "Deze verbeteragenda is ingevuld en blijft staan. De nieuwe staat ernaast: {name}.",
        "Neem over wat u nodig hebt, en gooi het bestand weg dat u niet meer gebruikt.",
    )
    REPORT_UPDATED = _info("De vorige versie staat ernaast: {name}.")
    # overview of a round
    TEAM_NOT_LISTED = _warning(
        "{whose} staat niet op de uitnodigingslijst.",
        "Controleer of de naam in het werkboek en in de lijst dezelfde is.",
    )
    REMINDER_WITHOUT_ADDRESS = _info(
        "Bij {whose} staat geen mailadres. Het concept van de herinnering heeft geen ontvanger.",
        "Vul de ontvanger zelf in.",
    )
    REMINDER_NEEDS_LIST = _error(
        "Met --mail maakt u herinneringen. Daarvoor is een uitnodigingslijst nodig.",
        "Noem de lijst met --list.",
    )
    OVERVIEW_BESIDE = _error(
        "Het overzicht is open of op slot. Het nieuwe staat ernaast: {name}.",
        "Sluit het overzicht en maak het opnieuw. Schrijf uw notities niet in het nieuwe.",
    )
    OVERVIEW_CHANGED = _error(
        "Iemand wijzigde het overzicht terwijl het nieuwe werd gemaakt. Het nieuwe staat ernaast: "
        "{name}.",
        "Sluit het overzicht overal en maak het opnieuw. Schrijf uw notities niet in het nieuwe.",
    )
    OVERVIEW_NOT_WRITTEN = _error(
        "Het overzicht kan niet worden geschreven: {reason}.",
        "Controleer de map en probeer het opnieuw.",
    )
    OVERVIEW_SET_ASIDE = _info(
        "In het overzicht stond meer dan uw notities en standen. Het oude heet nu {name}.",
        "Uw notities en standen staan ook in het nieuwe overzicht. Neem de rest zelf over.",
    )
    OVERVIEW_NOT_READ = _warning(
        "Het bestaande overzicht is niet te lezen. Dat heet nu {name}.",
        "Stonden er notities in? Neem die zelf over.",
    )
    TABLE_BESIDE = _error(
        "Dit bestand is open of op slot. Het nieuwe staat ernaast: {name}.",
        "Sluit het in andere programma's en maak het overzicht opnieuw.",
    )
    TABLE_SET_ASIDE = _info(
        "Er stond een overzicht.csv dat dit programma niet zo schreef. Dat heet nu {name}.",
        "Het programma vervangt overzicht.csv elke keer. Bewaar uw eigen versie onder een andere "
        "naam.",
    )
    # clearing up
    CLEAR_NO_TERM = _error(
        "Het is niet duidelijk hoe oud een bestand moet zijn om te worden verwijderd.",
        "Noem het aantal dagen met --older-than, of vul in quickscan.toml in: "
        'bewaartermijn = "3 maanden".',
    )
    CLEAR_NEEDS_YES = _error(
        "Er is niets verwijderd: niemand kon de vraag beantwoorden.",
        "Geef de opdracht met --yes om zonder vraag te verwijderen.",
    )
    CLEAR_FAILED = _error(
        "Dit bestand kan niet worden verwijderd: {reason}.",
        "Sluit het in andere programma's en probeer het opnieuw.",
    )
    CLEAR_NO_SCORES = _warning(
        "Dit rapport is bewaard: er is geen definitieve versie van, en de scores zijn er niet "
        "uit te lezen.",
        "Hebt u het niet meer nodig? Verwijder het dan zelf.",
    )
    CLEAR_SCORES_FAILED = _error(
        "De scores kunnen hier niet worden bewaard: {reason}. Rapporten zonder definitieve versie "
        "zijn daarom blijven staan.",
        "Controleer de map en probeer het opnieuw.",
    )
    CLEAR_SCORES_ASIDE = _warning(
        "Dit bestand is niet te lezen als tabel met bewaarde scores. Het heet nu {name}.",
        "Staan er scores in? Bewaar het dan. De nieuwe tabel heeft de oude naam.",
    )
    # settings and wrong use
    SETTING_MISSING = _info(
        "Deze instellingen ontbreken: {settings}. De zinnen die ze nodig hebben, zijn weggelaten.",
        "Vul ze in quickscan.toml in.",
    )
    CONFIG_UNREADABLE = _error(
        "De instellingen zijn niet te lezen: {reason}.",
        "Zet elke instelling op een eigen regel, met de waarde tussen aanhalingstekens.",
    )
    SETTING_NO_DATE = _warning(
        "De instelling {setting} is geen datum: “{value}”.",
        "Schrijf een datum zo: 2026-12-18, zonder aanhalingstekens.",
    )
    SETTING_NO_ADDRESS = _warning(
        "De instelling {setting} is geen mailadres: “{value}”.", "Controleer het adres."
    )
    SETTING_NOT_ONE = _warning(
        "De instelling {setting} heeft meer dan één waarde.", "Zet er één waarde achter."
    )
    SETTING_UNKNOWN = _warning(
        "Dit programma kent de instelling {setting} niet.", "Controleer de spelling."
    )
    NOTHING_FOUND = _error(
        "In deze map staat geen ingevulde QuickScan.", "Controleer of u de goede map noemt."
    )
    PATH_MISSING = _error("Dit bestand of deze map bestaat niet.", "Controleer de naam.")
    OUTPUT_NOT_WRITABLE = _error(
        "Hier kan niet worden geschreven: {reason}.", "Kies een andere plaats met -o."
    )
    FILE_SYSTEM = _error(
        "Dit kan niet worden gelezen of geschreven: {reason}.",
        "Sluit het bestand in andere programma's, en geef de opdracht nog eens.",
    )
    DISK_FULL = _error(
        "De schijf is vol.",
        "Maak ruimte, en geef de opdracht nog eens. Wat klaar is, blijft staan.",
    )
    OUTPUT_KIND_UNKNOWN = _error(
        "Scores kunnen naar .xlsx of .csv, niet naar {suffix}.", "Kies een andere naam bij -o."
    )
    # invitation list
    LIST_UNREADABLE = _error(
        "Deze lijst is niet te lezen.", "Sla de lijst op als .xlsx of als .csv, en probeer opnieuw."
    )
    LIST_WITHOUT_COLUMN = _error(
        "In deze lijst staat geen kolom organisatie.",
        "Zet boven de kolommen: {columns}. Alleen organisatie is nodig.",
    )
    LIST_COLUMN_TWICE = _error(
        "De kolom “{column}” staat twee keer in de lijst.",
        "Haal er één weg, of geef die een andere naam.",
    )
    LIST_COLUMN_UNKNOWN = _info(
        "De kolom “{column}” wordt niet gebruikt.", "Hoort dat wel? Controleer dan de spelling."
    )
    LIST_EMPTY = _error(
        "In deze lijst staat geen enkele organisatie.", "Zet elke organisatie op een eigen regel."
    )
    LIST_NO_ORGANISATION = _error(
        "De organisatie ontbreekt. Deze regel is overgeslagen.",
        "Vul de naam in, of haal de regel weg.",
    )
    LIST_ROW_TWICE = _warning(
        "Deze organisatie en dit onderdeel staan al bij {first}. Deze regel is overgeslagen.",
        "Zijn het twee onderdelen? Geef elk een eigen naam. Een tweede mailadres kan in de eerste "
        "regel, met een puntkomma ertussen.",
    )
    LIST_ADDRESS_WRONG = _warning(
        "“{written}” is geen mailadres en is weggelaten.", "Verbeter het adres in de lijst."
    )
    LIST_NUMBER_WRONG = _warning(
        "“{written}” is geen aantal en is weggelaten.", "Vul een heel getal in, bijvoorbeeld 5."
    )
    LIST_DATE_WRONG = _warning(
        "“{written}” is geen datum. Voor deze regel geldt nu de deadline uit quickscan.toml.",
        "Schrijf de datum als 23-11-2026.",
    )
    LIST_FORMULA = _warning(
        "In deze cel staat een formule zonder uitkomst. De cel telt als leeg.",
        "Typ de waarde zelf in.",
    )
    LIST_NO_ADDRESS = _warning(
        "Voor {whose} staat er geen mailadres in de lijst. Het concept heeft geen ontvanger.",
        "Vul het adres in de lijst in, of in het concept.",
    )
    # what goes back
    REPLY_NO_ADDRESS = _info(
        "Van wie dit bestand kwam, is niet bekend. Het concept {name} heeft geen ontvanger.",
        "Vul het adres in het concept in.",
    )
    # the blank workbook
    TEMPLATE_NEEDS_FOLDER = _error(
        "Bij --list komt er een werkboek per regel. Daarvoor is een map nodig.",
        "Noem een map met -o, bijvoorbeeld: -o uitnodigingen.",
    )
    TEMPLATE_IS_FOLDER = _error(
        "Dit is een map.", "Noem een bestand met -o, bijvoorbeeld: -o quickscan.xlsx."
    )
    TEMPLATE_OTHER_KIND = _error(
        "De naam van een werkboek eindigt op .xlsx.",
        "Noem een bestand met -o, bijvoorbeeld: -o quickscan.xlsx.",
    )
    TEMPLATE_MAIL_NEEDS_LIST = _error(
        "--mail kan alleen samen met --list.", "Noem met --list de lijst van wie u uitnodigt."
    )
    TEMPLATE_NAME_AND_LIST = _error(
        "--organisation en --department kunnen niet samen met --list.",
        "Laat ze weg: de namen komen uit de lijst.",
    )
    INVITATION_SETTINGS = _error(
        "Voor een uitnodiging ontbreken deze instellingen: {settings}. Er is niets gemaakt.",
        "Vul ze in quickscan.toml in. De deadline mag ook in de lijst staan.",
    )
    # content/
    CONTENT_FILE_MISSING = _error("Dit bestand ontbreekt of is leeg.", "Zet het bestand terug.")
    CONTENT_UNREADABLE = _error("Dit bestand is niet te lezen: {reason}.", "Sla het op als UTF-8.")
    CONTENT_PART_MISSING = _error("{what} ontbreekt.", "Vul het aan; zie LEESMIJ.md.")
    CONTENT_VALUE_UNKNOWN = _error("{what}: “{value}” kan hier niet.", "Kies uit: {allowed}.")
    CONTENT_DUPLICATE = _error("{what} “{value}” komt twee keer voor.", "Haal er één weg.")
    CONTENT_WINDOW_UNREADABLE = _error(
        "“{value}” is geen venster.", "Begin de tip met bijvoorbeeld **niet–deels**."
    )
    CONTENT_WINDOW_EMPTY = _error(
        "Geen antwoord bereikt het venster {value}.", "Zet het eerste antwoord vooraan."
    )
    CONTENT_WINDOW_WIDE = _error(
        "Het venster {value} is breder dan drie antwoorden.", "Kies een smaller venster."
    )
    CONTENT_ORDER = _error(
        "Tip {tip} gaat terug van gevorderd naar startend.",
        "Verander het venster, of zet er de reden bij: **{value}; volgorde: reden**.",
    )
    CONTENT_ORDER_NEEDLESS = _error(
        "Tip {tip} gaat niet terug in de volgorde. De reden is niet nodig.", "Haal die weg."
    )
    CONTENT_NO_TIP = _error(
        "Stelling {number} heeft geen tip bij het antwoord {antwoord}.",
        "Maak een venster breder, of zet in de tabel: geen tip bij {antwoord}, met de reden.",
    )
    CONTENT_NO_TIP_NEEDLESS = _error(
        "Stelling {number} heeft wel een tip bij het antwoord {antwoord}.",
        "Haal dat antwoord weg bij ‘geen tip bij’.",
    )
    CONTENT_LINK_UNKNOWN = _error(
        "De link {value} staat niet in bronnen.md.", "Voeg de bron toe, of verbeter de sleutel."
    )
    CONTENT_LINK_UNUSED = _warning(
        "De bron {value} wordt nergens genoemd.", "Haal de bron weg, of verwijs ernaar."
    )
    CONTENT_FORM = _error(
        "Dit is hier geen tekst, tabel of tip die dit programma leest.",
        "Een tip is één alinea na een streepje, met hoogstens één lijst eronder.",
    )
    CONTENT_BRACE = _error(
        "Tip {tip} heeft een losse accolade.",
        "Accolades staan alleen om het begin dat bij Onbekend hoort.",
    )
    CONTENT_TEXT_MISSING = _error("De tekst “{value}” ontbreekt.", "Zet de tekst terug.")
    CONTENT_TEXT_FIELD = _error(
        "De tekst “{value}” gebruikt {{{field}}}, en dat is hier niet bekend.",
        "Kies uit: {allowed}.",
    )
    # house style
    STYLE_NOT_WORD = _error(
        "Dit huisstijlbestand is geen Word-document (.docx of .dotx).",
        "Open het in Word en kies Opslaan als, Word-document (.docx).",
    )
    STYLE_ENCRYPTED = _error(
        "Dit huisstijlbestand is beveiligd met een wachtwoord.",
        "Open het met het wachtwoord en sla het op zonder wachtwoord.",
    )
    STYLE_EMPTY = _error(
        "Dit huisstijlbestand is leeg (0 bytes).", "Vraag het bestand opnieuw, of kies een ander."
    )
    STYLE_UNREADABLE = _error(
        "Dit huisstijlbestand is niet te lezen: {reason}.",
        "Controleer de naam. Open het bestand in Word en sla het opnieuw op als .docx.",
    )
    STYLE_LACKS = _info(
        "De huisstijl mist {styles}. Die zijn toegevoegd uit de eigen stijl van de QuickScan."
    )

    # finalize
    REPORT_EMPTY = _error("Dit rapport is leeg (0 bytes).", "Zoek een eerdere versie.")
    REPORT_ENCRYPTED = _error(
        "Dit rapport is beveiligd met een wachtwoord.",
        "Open het met het wachtwoord en sla het op zonder wachtwoord.",
    )
    REPORT_NOT_WORD = _error(
        "Dit is geen Word-document (.docx).",
        "Open het rapport in Word en kies Opslaan als, Word-document (.docx).",
    )
    REPORT_UNREADABLE = _error(
        "Dit rapport is beschadigd of te groot.",
        "Open het in Word en sla het opnieuw op als .docx.",
    )
    REPORT_NO_ACCESS = _error(
        "Dit rapport kan niet worden geopend.",
        "Sluit het in andere programma's, of controleer of u het mag lezen.",
    )
    NOT_A_REPORT = _error(
        "Dit Word-document is geen adviesrapport van de QuickScan.",
        "Controleer of u het goede bestand noemt.",
    )
    REPORT_ALREADY_FINAL = _error(
        "Dit is al een definitieve versie.", "Noem het rapport waarin u werkt."
    )
    PROMPT_LEFT = _error(
        "Hier staat nog een vraag aan u: “{text}”.",
        "Schrijf er uw eigen tekst, of haal de vraag weg.",
    )
    REVISIONS_LEFT = _error(
        "In dit rapport staan nog bijgehouden wijzigingen.",
        "Kies in Word bij Controleren voor Alle wijzigingen accepteren, of negeer ze.",
    )
    COMMENT_OPEN = _error(
        "{place}deze opmerking is nog open: “{text}”.",
        "Los de opmerking op, beantwoord die of verwijder die.",
    )
    AGENDA_NO_DATE = _error(
        "Verbeteragenda, {row}: er staat wel wie, maar niet wanneer het klaar is.",
        "Kies een datum, of haal de naam weg.",
    )
    AGENDA_NO_NAME = _error(
        "Verbeteragenda, {row}: er staat wel wanneer, maar niet wie het doet.",
        "Schrijf er een naam bij, of haal de datum weg.",
    )
    AGENDA_NO_ACTION = _error(
        "Verbeteragenda, {row}: er staat niet wat er gaat gebeuren.",
        "Schrijf de actie op, of haal naam en datum weg.",
    )
    AGENDA_GONE = _warning(
        "Er zijn tips aangekruist, maar de verbeteragenda staat niet meer in dit rapport.",
        "De aangekruiste tips staan bij hun stelling.",
    )
    LINK_WITHOUT_TARGET = _warning(
        "De link “{text}” leidt nergens heen.", "Verbeter de link, of haal die weg."
    )
    FINAL_ANYWAY = _warning(
        "Toch definitief gemaakt. Dit stond nog open: {fault}", "Kijk de definitieve versie na."
    )
    FINAL_OF_OPEN = _warning(
        "Dit rapport is nog open in een ander programma. Wat daar niet is opgeslagen, staat niet "
        "in de definitieve versie.",
        "Sla het rapport op, sluit het, en maak het opnieuw definitief.",
    )
    REPORT_IS_FOLDER = _error("Dit is een map.", "Noem het rapport zelf.")
    PDF_NOT_FILLABLE = _info(
        "In een pdf kan de organisatie de verbeteragenda niet invullen.",
        "Stuur ook het Word-document of de verbeteragenda mee.",
    )
    PDF_WITHOUT_OFFICE = _warning(
        "Er is geen pdf gemaakt: LibreOffice is niet gevonden.",
        "Installeer LibreOffice, of bewaar het rapport in Word als pdf.",
    )
    PDF_FAILED = _error(
        "Er is geen pdf gemaakt: LibreOffice gaf er geen.", "Bewaar het rapport in Word als pdf."
    )

    @property
    def key(self) -> str:
        """The name of the code in JSON."""
        return self.name.lower().replace("_", "-")


NEAREST_ANSWER = " Het dichtst erbij ligt {label}."  # only where an answer is like what was typed
