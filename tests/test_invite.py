"""`quickscan template --list`: a workbook, and with --mail a draft, for everyone who is invited.

1. Each row gets a workbook with its names filled in, and its own deadline where it has one.
2. With --mail each row gets a draft with the workbook; a row without an address is told.
3. Where a setting is missing --mail stops with 2 and makes nothing; without --mail it goes on.
4. Options that do not go together end with 2.
5. Made again, what is the same stays; what somebody changed is kept.
6. Names fit Windows and are unique; a name with the look of a formula stays text.
"""

from __future__ import annotations

import email
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook
from pathvalidate import is_valid_filename

from tests.conftest import Run
from tests.test_template import SETTINGS

LIST = """\
organisatie;onderdeel;contactpersoon;e-mail;cc;aantal;deadline
Gemeente Toetsdam;Team Werk;Anna Visser;a.visser@toetsdam.example;p@toetsdam.example;5;18-12-2026
UWV;;;b@uwv.example, c@uwv.example;;;
"""


def prepare(folder: Path, text: str = LIST, settings: str | None = SETTINGS) -> None:
    (folder / "lijst.csv").write_text(text, encoding="utf-8")
    if settings is not None:
        (folder / "quickscan.toml").write_text(settings, encoding="utf-8")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def read_mail(path: Path) -> EmailMessage:
    return email.message_from_bytes(path.read_bytes(), policy=default)


def body(mail: EmailMessage) -> str:
    part = mail.get_body()
    assert isinstance(part, EmailMessage)
    return str(part.get_content()).replace("\r\n", "\n")


def filled(workbook: Workbook, name: str) -> object:
    sheet, cell = next(workbook.defined_names[name].destinations)
    return workbook[sheet][cell].value


def explanation(path: Path) -> str:
    rows = load_workbook(path)["Uitleg"].iter_rows(values_only=True)
    return "\n".join(str(row[0]) for row in rows if row[0])


# 1: workbooks


def test_1_each_row_gets_a_workbook_with_its_names(tmp_path: Path, run: Run) -> None:
    prepare(tmp_path)
    assert run("template", "--list", "lijst.csv", "-o", "uit").code == 0
    assert names(tmp_path / "uit") == [
        "QuickScan Gemeente Toetsdam - Team Werk.xlsx",
        "QuickScan UWV.xlsx",
    ]
    first, second = (load_workbook(tmp_path / "uit" / name) for name in names(tmp_path / "uit"))
    assert [filled(first, name) for name in ("organisatie", "onderdeel")] == [
        "Gemeente Toetsdam",
        "Team Werk",
    ]
    assert (filled(second, "organisatie"), filled(second, "onderdeel")) == ("UWV", None)


def test_1_the_deadline_of_a_row_goes_before_the_general_one(tmp_path: Path, run: Run) -> None:
    prepare(tmp_path)
    run("template", "--list", "lijst.csv", "-o", "uit")
    told = [explanation(tmp_path / "uit" / name) for name in names(tmp_path / "uit")]
    assert "18 december 2026" in told[0]
    assert "15 januari" not in told[0]
    assert "15 januari 2027" in told[1]


def test_1_a_row_without_organisation_is_an_error_and_the_others_are_made(
    tmp_path: Path, run: Run
) -> None:
    prepare(tmp_path, LIST + ";Team Zorg;;;;;\n")
    ran = run("template", "--list", "lijst.csv", "-o", "uit")
    assert ran.code == 1
    assert "lijst.csv:4: FOUT: De organisatie ontbreekt." in ran.err
    assert len(names(tmp_path / "uit")) == 2


def test_1_a_list_without_the_column_ends_with_2(tmp_path: Path, run: Run) -> None:
    prepare(tmp_path, "naam\nUWV\n")
    ran = run("template", "--list", "lijst.csv", "-o", "uit")
    assert (ran.code, (tmp_path / "uit").exists()) == (2, False)
    assert "lijst.csv: FOUT: In deze lijst staat geen kolom organisatie." in ran.err


# 2: mails


def test_2_each_row_gets_a_draft_with_its_workbook(tmp_path: Path, run: Run) -> None:
    prepare(tmp_path)
    ran = run("template", "--list", "lijst.csv", "-o", "uit", "--mail")
    assert (ran.code, "mailadres in de lijst" in ran.err) == (0, False)
    mail = read_mail(tmp_path / "uit" / "Uitnodiging Gemeente Toetsdam - Team Werk.eml")
    assert {header: str(mail[header]) for header in ("X-Unsent", "From", "To", "Cc")} == {
        "X-Unsent": "1",
        "From": "Noor Voorbeeld <scan@debrug.example>",
        "To": "Anna Visser <a.visser@toetsdam.example>",
        "Cc": "p@toetsdam.example",
    }
    assert mail["Subject"] == (
        "QuickScan diversiteitsensitief begeleiden: doet u mee vóór 18 december 2026?"
    )
    (attached,) = mail.iter_attachments()
    workbook = tmp_path / "uit" / "QuickScan Gemeente Toetsdam - Team Werk.xlsx"
    assert attached.get_filename() == workbook.name
    assert attached.get_content() == workbook.read_bytes()


def test_2_a_draft_says_all_of_the_design_and_the_privacy_text(tmp_path: Path, run: Run) -> None:
    prepare(tmp_path)
    run("template", "--list", "lijst.csv", "-o", "uit", "--mail")
    text = body(read_mail(tmp_path / "uit" / "Uitnodiging Gemeente Toetsdam - Team Werk.eml"))
    for sentence in (
        "Beste Anna Visser,",
        "Invullen kost ongeveer 30 minuten.",
        "voor Team Werk van de gemeente Toetsdam.",
        "Stuur het Excelbestand terug vóór 18 december 2026",
        "Schrijf geen namen van klanten of collega's in het bestand.",
        "Bel 020 555 01 23.",
        "Wij doen dit samen met Stichting De Oever.",
        "op grond van uw toestemming.",
        "tot 3 maanden na het definitieve rapport.",
    ):
        assert sentence in text
    assert not set("{}[]") & set(text)


def test_2_several_recipients_and_no_name(tmp_path: Path, run: Run) -> None:
    prepare(tmp_path)
    run("template", "--list", "lijst.csv", "-o", "uit", "--mail")
    mail = read_mail(tmp_path / "uit" / "Uitnodiging UWV.eml")
    assert (mail["To"], mail["Cc"]) == ("b@uwv.example, c@uwv.example", None)
    assert body(mail).startswith("Beste [naam],")


def test_2_a_row_without_an_address_gets_a_draft_without_recipient(
    tmp_path: Path, run: Run
) -> None:
    prepare(tmp_path, "organisatie;e-mail\nGemeente A;niet-bekend\n")
    ran = run("template", "--list", "lijst.csv", "-o", "uit", "--mail")
    assert ran.code == 0
    assert "lijst.csv:2: let op: “niet-bekend” is geen mailadres" in ran.err
    assert "Voor de gemeente A staat er geen mailadres in de lijst." in ran.err
    assert read_mail(tmp_path / "uit" / "Uitnodiging Gemeente A.eml")["To"] is None


# 3: settings


def test_3_a_missing_setting_stops_the_mails_and_is_named(tmp_path: Path, run: Run) -> None:
    prepare(tmp_path, settings=SETTINGS.replace("telefoon", "# telefoon").replace("mail", "# mail"))
    ran = run("template", "--list", "lijst.csv", "-o", "uit", "--mail")
    assert (ran.code, (tmp_path / "uit").exists()) == (2, False)
    assert "ontbreken deze instellingen: mail, telefoon." in ran.err


def test_3_a_deadline_may_stand_in_the_list(tmp_path: Path, run: Run) -> None:
    without = SETTINGS.replace("deadline", "# deadline")
    prepare(tmp_path, settings=without)
    ran = run("template", "--list", "lijst.csv", "-o", "uit", "--mail")
    assert (ran.code, "instellingen: deadline." in ran.err) == (2, True)
    prepare(tmp_path, LIST.replace(";;;\n", ";;;1-12-2026\n"), settings=without)
    assert run("template", "--list", "lijst.csv", "-o", "uit", "--mail").code == 0


def test_3_not_everybody_has_a_partner(tmp_path: Path, run: Run) -> None:
    prepare(tmp_path, settings=SETTINGS.replace("partner", "# partner"))
    assert run("template", "--list", "lijst.csv", "-o", "uit", "--mail").code == 0
    assert "samen met" not in body(read_mail(tmp_path / "uit" / "Uitnodiging UWV.eml"))


def test_3_without_mail_a_missing_setting_is_told_and_the_workbooks_are_made(
    tmp_path: Path, run: Run
) -> None:
    prepare(tmp_path, settings=None)
    ran = run("template", "--list", "lijst.csv", "-o", "uit")
    assert (ran.code, len(names(tmp_path / "uit"))) == (0, 2)
    assert "Deze instellingen ontbreken: naam" in ran.err


# 4: wrong use


@pytest.mark.parametrize(
    ("arguments", "told"),
    {
        ("--mail",): "--mail kan alleen samen met --list.",
        ("--list", "lijst.csv"): "Daarvoor is een map nodig.",
        ("--list", "lijst.csv", "-o", "uit.xlsx"): "Daarvoor is een map nodig.",
        ("--list", "lijst.csv", "-o", "uit", "--organisation", "A"): "kunnen niet samen",
        ("--list", "weg.csv", "-o", "uit"): "bestaat niet",
        ("-o", "."): "Dit is een map.",
    }.items(),
)
def test_4_options_that_do_not_go_together(
    tmp_path: Path, run: Run, arguments: tuple[str, ...], told: str
) -> None:
    prepare(tmp_path)
    ran = run("template", *arguments)
    assert (ran.code, told in ran.err) == (2, True)
    assert names(tmp_path) == ["lijst.csv", "quickscan.toml"]


# 5: again


def test_5_what_is_the_same_stays_as_it_is(tmp_path: Path, run: Run) -> None:
    prepare(tmp_path)
    run("template", "--list", "lijst.csv", "-o", "uit", "--mail")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "uit").iterdir()}
    ran = run("template", "--list", "lijst.csv", "-o", "uit", "--mail")
    assert (ran.code, ran.err.count("ongewijzigd: ")) == (0, 4)
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "uit").iterdir()} == before


@pytest.mark.parametrize("name", ["QuickScan UWV.xlsx", "Uitnodiging UWV.eml"])
def test_5_what_somebody_changed_is_kept(tmp_path: Path, run: Run, name: str) -> None:
    prepare(tmp_path)
    run("template", "--list", "lijst.csv", "-o", "uit", "--mail")
    (tmp_path / "uit" / name).write_bytes(b"an hour of work")
    ran = run("template", "--list", "lijst.csv", "-o", "uit", "--mail")
    assert (ran.code, "Er was al een bestand met deze naam." in ran.err) == (0, True)
    assert b"an hour of work" in [path.read_bytes() for path in (tmp_path / "uit").iterdir()]


def test_5_one_workbook_never_takes_the_place_of_another(tmp_path: Path, run: Run) -> None:
    (tmp_path / "scan.xlsx").write_bytes(b"an hour of work")
    assert run("template", "-o", "scan.xlsx").code == 0
    assert b"an hour of work" in [path.read_bytes() for path in tmp_path.iterdir()]


# 6: names


def test_6_hard_names_fit_windows_are_unique_and_stay_text(tmp_path: Path, run: Run) -> None:
    hard = ["CON", "=1+1", "A/B", "A_B", "..", "L" * 300, "-2", "@x"]
    prepare(tmp_path, "organisatie\n" + "\n".join(hard))
    ran = run("template", "--list", "lijst.csv", "-o", "uit", "--mail")
    assert ran.code == 0
    made = names(tmp_path / "uit")
    assert len(made) == 2 * len(hard)
    assert all(is_valid_filename(name, platform="windows", max_len=120) for name in made)
    workbooks = [load_workbook(path) for path in (tmp_path / "uit").glob("*.xlsx")]
    cells = {str(filled(one, "organisatie")) for one in workbooks}
    assert cells == set(hard)
