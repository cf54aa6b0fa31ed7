"""An earlier scan beside the one of now: from its workbook, or from the report that was made of it.

1. Per stelling and thema the report says hoger, gelijk, lager or niet te vergelijken, and never
   that something got better. In the summary, in chapter 2, in the chart and in Bijlage A.
2. A working report, the version that was sent and the scan itself tell the same. LibreOffice edited
   the report before it was sent, and may have given its parts other names.
3. The agenda of the earlier report is shown with its stand, also where one person filled in.
4. It says when the number of people differs, and where that can be known that others filled in.
5. Editions are matched by stelling.
6. What can't be used is told; of several earlier scans the newest counts.
7. A report with all of this keeps to its pages.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document
from openpyxl import load_workbook

from pipeline.cli import quickscan
from pipeline.model import Content
from tests.conftest import Run
from tests.office import soffice, uno_python
from tests.outline import outline
from tests.printed import page_objects, page_of, printed
from tests.sheets import (
    ROOT,
    complete,
    edition,
    make,
    stelling_removed,
    typed,
)

MOST_PAGES = 6
SECTION = "Verschil met de vorige scan"
AGREED = "Afspraken van de vorige keer"
LETTERS = {
    "N": "Niet of nauwelijks",
    "D": "Deels",
    "G": "Grotendeels",
    "V": "Volledig en geborgd",
    "O": "Onbekend",
    "x": "Niet van toepassing",
    ".": "",
}
THEN, NOW = "DDNNDGGDxDDGDNDNGOODNNOD", "GDNDDGDDxDDGDNDNGODDNNOO"
EDITS = """
vul | Schrijf hier de actie | Vraag de cliëntondersteuner in het team
vul | Naam                  | Bea
vul | Kies een datum        | 1 mei 2026
vul | Niet gestart          | Loopt
vul | Schrijf hier de actie | Maak samen een visie
"""
IN_AGENDA = [
    "16 Cliëntondersteuning en maatjes | Vraag de cliëntondersteuner in het team | Bea "
    "| 1 mei 2026 | Loopt",
    "21 Gedragen visie | Maak samen een visie | – | – | Niet gestart",
]


def answers(letters: str) -> dict[str, str]:
    return {f"_{number:02d}": LETTERS[letter] for number, letter in enumerate(letters, 1)}


def scan(path: Path, letters: str, *shapes: Callable[..., None], **fields: str) -> Path:
    """Fill in a workbook of one person; fields are cells by name."""
    return make(path, complete(**answers(letters), **fields), *shapes)


def report_of(run: Run, inbox: Path, out: Path, *options: object) -> Path:
    """Make the one report of some workbooks."""
    ran = run("report", inbox, "-o", out, *options)
    assert ran.code == 0, ran.err
    (report,) = out.glob("Adviesrapport*.docx")
    return report


@dataclass(frozen=True)
class Shown:
    """What a report says of the earlier scan."""

    report: Path

    @property
    def lines(self) -> list[str]:
        """The body, without styles."""
        return [line.partition("| ")[2] for line in outline(self.report).splitlines()]

    @property
    def summary(self) -> str:
        """The sentences in the summary; nothing where it does not compare."""
        return next((one for one in self.below("1 Samenvatting") if "vorige scan" in one), "")

    def below(self, heading: str) -> list[str]:
        """Return the paragraphs below a heading, up to the next one."""
        lines = outline(self.report).splitlines()
        start = next(n for n, line in enumerate(lines) if re.search(rf"^Head.*{heading}$", line))
        end = next(n for n in range(start + 1, len(lines)) if lines[n].startswith("Heading"))
        return [line.partition("| ")[2] for line in lines[start + 1 : end]]

    @property
    def about(self) -> str:
        """What the section tells about the earlier scan."""
        return self.below(SECTION)[0]

    def table(self, head: str) -> list[str]:
        """Return the rows of the table whose header begins like this."""
        lines = iter(outline(self.report).replace("\u00ad", "").splitlines())
        next(line for line in lines if line.startswith(f"| {head}"))
        found: list[str] = []
        for line in lines:
            if not line.startswith("| "):
                return found
            found.append(line.strip("| "))
        return found

    @property
    def per_stelling(self) -> dict[int, str]:
        """The difference of each stelling, as Bijlage A tells it."""
        rows = (row.split(" | ") for row in self.table("Nr | Stelling | Vorige scan"))
        return {int(row[0]): row[-1] for row in rows}


@pytest.fixture
def beside(tmp_path: Path, run: Run) -> Callable[..., Shown]:
    """Return what makes a report of now beside an earlier one."""

    def make_report(previous: Path, letters: str = NOW, **fields: str) -> Shown:
        now = scan(tmp_path / "nu" / "scan.xlsx", letters, **fields)
        return Shown(report_of(run, now.parent, tmp_path / "uit", "--previous", previous))

    return make_report


@pytest.fixture(scope="session")
def last_year(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return what is left of last year: the scan, the report as edited in LibreOffice, and sent."""
    if soffice() is None or uno_python() is None:
        pytest.skip("LibreOffice met python3-uno ontbreekt")
    folder = tmp_path_factory.mktemp("vorig")
    fields = {"datum": "12-11-2025", "invuller": "Bea Bos"}
    workbook = scan(folder / "scan" / "scan.xlsx", THEN, **fields)
    command("report", workbook, "-o", folder / "gemaakt")
    (made,) = (folder / "gemaakt").glob("Adviesrapport*.docx")
    (folder / "werk").mkdir()
    edited = folder / "werk" / made.name
    (folder / "edits.txt").write_text(EDITS, encoding="utf-8")
    program = ROOT / "tests" / "edit_report.py"
    lines = [uno_python() or "", program, made, folder / "edits.txt", edited]
    subprocess.run(lines, check=True, timeout=300)
    command("finalize", edited, "--anyway")
    (folder / "verzonden").mkdir()
    final = folder / "werk" / f"{made.stem} (definitief).docx"
    sent = Path(shutil.move(final, folder / "verzonden"))
    return {"scan": workbook, "werk": edited, "verzonden": sent}


def command(*arguments: object) -> None:
    result = CliRunner().invoke(quickscan, [str(one) for one in arguments], catch_exceptions=False)
    assert result.exit_code in (0, 1), result.output


# 1. per stelling and thema

STELLINGEN = """
hoger   | N D | N V | D G | G V
gelijk  | N N | D D | G G | V V
lager   | V G | G D | D N | V N
niet te vergelijken | O D | D O | x D | D x | . D | D . | O O | x x | . .
"""


@pytest.mark.parametrize("row", STELLINGEN.strip().splitlines())
def test_1_each_pair_of_answers(tmp_path: Path, run: Run, row: str) -> None:
    expected, *pairs = (one.strip() for one in row.split("|"))
    then, now = ("".join(pair.split()[side] for pair in pairs) for side in (0, 1))
    before = scan(tmp_path / "vorig.xlsx", then.ljust(24, "D"))
    inbox = scan(tmp_path / "nu" / "scan.xlsx", now.ljust(24, "D")).parent
    shown = Shown(report_of(run, inbox, tmp_path / "uit", "--previous", before))
    found = list(shown.per_stelling.values())
    assert found == [expected] * len(pairs) + ["gelijk"] * (24 - len(pairs))


# then, now | Competenties, Methoden, Randvoorwaarden, Proces
THEMAS = """
DDDDDDDDD DDD DDDDDDD DDDDD | DDDDDDDDG DDN DDDDDDD GNDDD | hoger, lager, gelijk, gelijk
ODDDDDDDD DDD DDDDDDD DDDDD | GDDDDDDDD DDD DDDDDDD DDDDD | -, gelijk, gelijk, gelijk
OODDDDDDD DDD DDDDDDD DDDDD | GGGGGGGGG DDD DDDDDDD DDDDD | hoger, gelijk, gelijk, gelijk
OOODDDDDD ODD DDDDDDD DDDDD | GGGGGGGGG DDD DDDDDDD DDDDD | -, -, gelijk, gelijk
DDDDDDDDD DDD DDDDDDD DDDDD | DDDDDDDDD GGO DDDDDDD xxxxx | gelijk, -, gelijk, -
"""


@pytest.mark.parametrize("row", THEMAS.strip().splitlines())
def test_1_each_thema(tmp_path: Path, beside: Callable[..., Shown], row: str) -> None:
    then, now, expected = (one.strip() for one in row.split("|"))
    before = scan(tmp_path / "vorig.xlsx", then.replace(" ", ""))
    rows = beside(before, now.replace(" ", "")).table("Thema | Vorige scan")
    wanted = expected.replace("-", "niet te vergelijken").split(", ")
    assert [line.split(" | ")[-1] for line in rows] == wanted


# then | now | what the summary says
SUMMARIES = """
DDDDDDDDDDDDDDDDDDDDDDDD | DDDDDDDDDDDDDDDDDDDDDDDD | Vergeleken met de vorige scan is het \
antwoord bij alle vierentwintig stellingen gelijk.
DDDDDDDDDDDDDDDDDDDDDDDD | GGNDDDDDDDDDDDDDDDDDDDDD | Vergeleken met de vorige scan is het \
antwoord bij twee stellingen hoger, bij eenentwintig gelijk en bij één lager.
DDDDDDDDDDDDDDDDDDDDDDDD | GGGGGGGGGGGGGGGGGGGGGGGN | Vergeleken met de vorige scan is het \
antwoord bij drieëntwintig stellingen hoger en bij één lager.
DDDDDDDDDDDDDDDDDDDDDDDD | GNDDDDDDDDDDDDDDDDDDDDDO | Vergeleken met de vorige scan is het \
antwoord bij één stelling hoger, bij eenentwintig gelijk en bij één lager. Eén stelling is niet te \
vergelijken.
DDDDDDDDDDDDDDDDDDDDDDOO | DDDDDDDDDDDDDDDDDDDDDDDD | Vergeleken met de vorige scan is het \
antwoord gelijk, bij alle tweeëntwintig stellingen die te vergelijken zijn. Twee stellingen zijn \
niet te vergelijken.
OOOOOOOOOOOOOOOOOOOOOOOD | NDDDDDDDDDDDDDDDDDDDDDDN | Eén stelling is te vergelijken met de \
vorige scan: Sturing door het management (24). Het antwoord is nu lager. Drieëntwintig stellingen \
zijn niet te vergelijken.
OOOOOOOOOOOOOOOOOOOOOOOO | NDDDDDDDDDDDDDDDDDDDDDDN | Geen enkele stelling is te vergelijken met \
de vorige scan.
"""


@pytest.mark.parametrize("row", SUMMARIES.strip().splitlines())
def test_1_the_summary_says_it_in_a_sentence(
    tmp_path: Path, beside: Callable[..., Shown], row: str
) -> None:
    then, now, expected = (one.strip() for one in row.split("|"))
    assert beside(scan(tmp_path / "vorig.xlsx", then), now).summary == expected


def test_1_chapter_2_tells_it_in_full(tmp_path: Path, beside: Callable[..., Shown]) -> None:
    shown = beside(scan(tmp_path / "vorig.xlsx", THEN, datum="12-11-2025"))
    assert shown.below(SECTION) == [
        "De vorige scan is van 12 november 2025.",
        "Vergeleken met de vorige scan is het antwoord bij twee stellingen hoger, bij zestien "
        "gelijk en bij één lager. Vijf stellingen zijn niet te vergelijken.",
        "**Hoger:** Cultuurverschillen overbruggen (1) en Discriminatie bespreekbaar maken (4).",
        "**Lager:** Vertrouwen opbouwen (7).",
        "Ook binnen hetzelfde niveau kan een thema hoger of lager zijn. Hoger of lager is geen "
        "oordeel. Het zijn uw eigen antwoorden van toen en van nu. In Bijlage A staat het verschil "
        "per stelling.",
        "",
        "Thema | Vorige scan | Nu | Verschil |",
        "Competenties | onderweg | onderweg | hoger |",
        "Methoden | onderweg | onderweg | gelijk |",
        "Randvoorwaarden | startend (voorlopig) | startend | niet te vergelijken |",
        "Proces | startend | startend (voorlopig) | niet te vergelijken |",
    ]


def test_1_many_stellingen_are_told_as_a_number(
    tmp_path: Path, beside: Callable[..., Shown]
) -> None:
    shown = beside(scan(tmp_path / "vorig.xlsx", "D" * 24), "G" * 24)
    assert "**Hoger:** vierentwintig stellingen." in shown.below(SECTION)


def test_1_nothing_is_said_to_be_better_or_worse(
    tmp_path: Path, beside: Callable[..., Shown]
) -> None:
    shown = beside(scan(tmp_path / "vorig.xlsx", "N" * 24), "G" * 24)
    text = "\n".join([*shown.below(SECTION), shown.summary, *shown.table("Nr | Stelling | Vor")])
    assert (
        re.findall(r"verbeterd|verslechterd|vooruit|achteruit|\bbeter\b|\bslechter\b", text) == []
    )


def test_1_a_short_report_tells_it_without_a_bijlage(tmp_path: Path, run: Run) -> None:
    before = scan(tmp_path / "vorig.xlsx", THEN)
    inbox = scan(tmp_path / "nu" / "scan.xlsx", NOW).parent
    shown = Shown(report_of(run, inbox, tmp_path / "uit", "--short", "--previous", before))
    assert shown.below(SECTION)[4].endswith("uw eigen antwoorden van toen en van nu.")
    assert "Bijlage" not in "\n".join(shown.lines)


# 2. from the report itself


@pytest.mark.parametrize("kind", ["scan", "werk", "verzonden"])
def test_2_scan_and_report_tell_the_same(
    last_year: dict[str, Path], beside: Callable[..., Shown], kind: str
) -> None:
    shown = beside(last_year[kind], invuller="Bea Bos")
    assert shown.summary == (
        "Vergeleken met de vorige scan is het antwoord bij twee stellingen hoger, bij zestien "
        "gelijk en bij één lager. Vijf stellingen zijn niet te vergelijken."
    )
    assert shown.about == "De vorige scan is van 12 november 2025."
    assert [number for number, one in shown.per_stelling.items() if one == "hoger"] == [1, 4]
    assert shown.table("Nr | Stelling | Vorige scan")[6] == (
        "7 | Vertrouwen opbouwen | Grotendeels | Deels | lager"
    )


def test_2_parts_with_other_names_are_found(
    tmp_path: Path, last_year: dict[str, Path], beside: Callable[..., Shown]
) -> None:
    """Google Docs and others name what they keep as they like."""
    renamed = tmp_path / "rapport.docx"
    with zipfile.ZipFile(last_year["verzonden"]) as package:
        parts = {one: package.read(one) for one in package.namelist()}
    with zipfile.ZipFile(renamed, "w") as package:
        for name, part in parts.items():
            text = part.replace(b"customXml/item1.xml", b"customXml/item9.xml")
            package.writestr(name.replace("customXml/item1.xml", "customXml/item9.xml"), text)
    assert beside(renamed).summary.startswith("Vergeleken met de vorige scan")


def test_2_a_report_without_its_mark_is_known_by_what_it_holds(
    tmp_path: Path, last_year: dict[str, Path], run: Run
) -> None:
    bare = tmp_path / "rapport.docx"
    with zipfile.ZipFile(last_year["werk"]) as package:
        parts = {one: package.read(one) for one in package.namelist()}
    with zipfile.ZipFile(bare, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part.replace(b'name="QuickScan"', b'name="Ander"'))
    now = scan(tmp_path / "nu.xlsx", NOW)
    ran = run("report", now, "-o", "uit", "--previous", bare)
    assert "rapport.docx" not in ran.err
    assert Shown(next(Path("uit").glob("Adv*.docx"))).summary


# 3. last year's agenda


@pytest.mark.parametrize("kind", ["werk", "verzonden"])
def test_3_what_was_agreed_is_shown_with_its_stand(
    last_year: dict[str, Path], beside: Callable[..., Shown], kind: str
) -> None:
    shown = beside(last_year[kind])
    assert shown.below(AGREED)[0] == (
        "Dit stond in de verbeteragenda van het vorige rapport, met de stand van toen. Bespreek "
        "wat ervan is gekomen."
    )
    assert shown.table("Stelling | Afspraak") == IN_AGENDA


def test_3_with_one_person_the_chapter_holds_only_that(
    last_year: dict[str, Path], beside: Callable[..., Shown]
) -> None:
    headings = [
        line.partition(" | ")[2]
        for line in outline(beside(last_year["verzonden"]).report).splitlines()
        if line.startswith("Heading") and re.search(r"\| [5-7]\.?\d? \D", line)
    ]
    assert headings[:4] == [
        "5 Gespreksagenda",
        f"5.1 {AGREED}",
        "6 Zo leest u dit deel",
        "7 Adviezen die vaker terugkomen",
    ]


def test_3_with_several_people_it_comes_after_the_questions(
    tmp_path: Path, run: Run, last_year: dict[str, Path]
) -> None:
    for number, letter in enumerate("NV"):
        scan(tmp_path / "nu" / f"{number}.xlsx", letter * 24)
    shown = Shown(
        report_of(run, tmp_path / "nu", tmp_path / "uit", "--previous", last_year["verzonden"])
    )
    assert shown.below("5.1 Waarover u verschillend denkt")[0].startswith(
        "Hier liggen uw antwoorden"
    )
    assert shown.table("Stelling | Afspraak") == IN_AGENDA


def test_3_without_an_agenda_there_is_no_chapter_for_it(
    last_year: dict[str, Path], beside: Callable[..., Shown]
) -> None:
    text = "\n".join(beside(last_year["scan"]).lines)
    assert "Gespreksagenda" not in text
    assert AGREED not in text


def test_3_the_agenda_of_now_is_not_taken_for_that_of_then(
    tmp_path: Path, run: Run, last_year: dict[str, Path]
) -> None:
    """The report of now shows two agendas; as an earlier report it tells only its own."""
    fields = {"datum": "12-11-2026", "invuller": "Bea Bos"}
    now = scan(tmp_path / "nu" / "scan.xlsx", NOW, **fields).parent
    report = report_of(run, now, tmp_path / "uit", "--previous", last_year["werk"])
    later = scan(tmp_path / "later" / "scan.xlsx", NOW, datum="12-11-2027").parent
    assert "Gespreksagenda" not in "\n".join(
        Shown(report_of(run, later, tmp_path / "uit2", "--previous", report)).lines
    )
    ran = run("finalize", report, "--anyway")
    assert "agenda" not in ran.err.casefold()


# 4. who filled in

CAUSE = "Ook daardoor kan een antwoord anders zijn."
# then | now | what is said; a person is a name, `groep 4` four people together
PEOPLE = f"""
Bea             | Bea             |
Bea             | Jo              | Wie nu invulde, deed de vorige keer niet mee. {CAUSE}
Bea             | Bea, Jo         | Toen vulde één persoon de scan in, nu twee mensen. Een deel \
van u deed de vorige keer niet mee. {CAUSE}
Bea, Jo         | Bea             | Toen vulden twee mensen de scan in, nu één persoon. {CAUSE}
Bea, Jo         | Ali, Ans        | Niemand van u vulde ook de vorige scan in. {CAUSE}
Bea, Jo         | Ans             | Toen vulden twee mensen de scan in, nu één persoon. Wie nu \
invulde, deed de vorige keer niet mee. {CAUSE}
Bea, Jo         | Jo, Bea         |
Bea             | groep 6         | Toen vulde één persoon de scan in, nu zes mensen. {CAUSE}
groep 6         | groep 4         | Toen vulden zes mensen de scan in, nu vier mensen. {CAUSE}
groep           | groep 4         | Toen vulde een groep de scan in, nu vier mensen. {CAUSE}
groep 4         | groep 4         |
-               | -               |
-               | Bea             |
"""


def filled_in_by(folder: Path, who: str, letters: str, day: str) -> Path:
    """Fill in the workbooks of some people, or of a group together."""
    if who.startswith("groep"):
        mode = {"wijze": "Wij vullen samen in", "aantal": who.removeprefix("groep").strip()}
        scan(folder / "samen.xlsx", letters, datum=day, **mode)
    for name in [] if who.startswith("groep") else who.split(", "):
        given = name.replace("-", "")
        mail = f"{given.lower()}@toetsdam.example" if given else ""
        scan(folder / f"{name}.xlsx", letters, datum=day, invuller=given, email=mail)
    return folder


@pytest.mark.parametrize("row", PEOPLE.strip("\n").splitlines())
@pytest.mark.parametrize("kind", ["scan", "werk"])
def test_4_that_others_filled_in_is_told(tmp_path: Path, run: Run, row: str, kind: str) -> None:
    then, now, expected = (one.strip() for one in row.split("|"))
    previous = filled_in_by(tmp_path / "vorig", then, THEN, "12-11-2025")
    if kind == "werk":
        previous = report_of(run, previous, tmp_path / "rapport")
    inbox = filled_in_by(tmp_path / "nu", now, NOW, "12-11-2026")
    shown = Shown(report_of(run, inbox, tmp_path / "uit", "--previous", previous))
    assert shown.about == f"De vorige scan is van 12 november 2025. {expected}".strip()


def test_4_the_version_that_was_sent_tells_the_number_and_no_names(
    tmp_path: Path, run: Run
) -> None:
    before = filled_in_by(tmp_path / "vorig", "Bea, Jo", THEN, "12-11-2025")
    report = report_of(run, before, tmp_path / "rapport")
    run("finalize", report, "--anyway")
    sent = report.with_name(f"{report.stem} (definitief).docx")
    inbox = filled_in_by(tmp_path / "nu", "Ans, Ali, Cor", NOW, "12-11-2026")
    shown = Shown(report_of(run, inbox, tmp_path / "uit", "--previous", sent))
    told = f"Toen vulden twee mensen de scan in, nu drie mensen. {CAUSE}"
    assert shown.about == f"De vorige scan is van 12 november 2025. {told}"
    with zipfile.ZipFile(sent) as package:
        everything = b"".join(package.read(name) for name in package.namelist())
    assert b"sleutel=" not in everything


def test_4_who_gave_only_a_name_this_time_is_known_again(tmp_path: Path, run: Run) -> None:
    before = filled_in_by(tmp_path / "vorig", "Bea, Jo", THEN, "12-11-2025")
    report = report_of(run, before, tmp_path / "rapport")
    scan(tmp_path / "nu" / "bea.xlsx", NOW, invuller="bea")
    inbox = filled_in_by(tmp_path / "nu", "Ans", NOW, "12-11-2026")
    shown = Shown(report_of(run, inbox, tmp_path / "uit", "--previous", report))
    assert "Een deel van u deed de vorige keer niet mee." in shown.about


# 5. editions

OTHER_EDITION = (
    "De vorige scan is gemaakt met editie 2025.1 van de QuickScan. Een stelling die toen iets "
    "anders zei, is niet te vergelijken."
)


def older_content(folder: Path, changes: dict[str, str]) -> Path:
    """Return a content folder of an older edition, in which these texts were other ones."""
    shutil.copytree(ROOT / "content", folder)
    for file in folder.glob("*.md"):
        text = file.read_text(encoding="utf-8").replace(
            "| editie | 2026.1 |", "| editie | 2025.1 |"
        )
        for new, old in changes.items():
            text = text.replace(new, old)
        file.write_text(text, encoding="utf-8")
    return folder


def filled(blank: Path, path: Path, table: str) -> Path:
    """Fill in a workbook of another edition by the names of its cells."""
    workbook = load_workbook(blank)
    for name, text in typed(table):
        sheet, cell = next(workbook.defined_names[name].destinations)
        workbook[sheet][cell].value = text
    path.parent.mkdir()
    workbook.save(path)
    return path


def test_5_a_report_of_an_older_edition_is_matched_by_stelling(
    tmp_path: Path, run: Run, content: Content, beside: Callable[..., Shown]
) -> None:
    """In the older edition 6 said something else, 7 and 8 had each other's number, 9 a comma."""
    six, seven, eight, nine = (content.stelling(number).text for number in (6, 7, 8, 9))
    old = older_content(
        tmp_path / "oud",
        {six: "In onze kantine is plaats voor iedereen.", seven: "@", eight: seven, "@": eight}
        | {nine: nine.replace("werkgevers, hebben", "werkgevers hebben")},
    )
    run("template", "--content", old, "-o", tmp_path / "leeg.xlsx")
    table = complete(**answers("DDDDDNGNGDDDDDDDDDDDDDDD"), datum="12-11-2025")
    workbook = filled(tmp_path / "leeg.xlsx", tmp_path / "vorig" / "scan.xlsx", table)
    run("report", workbook, "--content", old, "-o", tmp_path / "rapport")
    (report,) = (tmp_path / "rapport").glob("Adv*.docx")
    shown = beside(report, "D" * 24)
    rows = shown.table("Nr | Stelling | Vorige scan")
    assert [row.split(" | ", 2)[2] for row in rows[5:9]] == [
        "– | Deels | niet te vergelijken",
        "Niet of nauwelijks | Deels | hoger",
        "Grotendeels | Deels | lager",
        "Grotendeels | Deels | lager",
    ]
    assert shown.about == f"De vorige scan is van 12 november 2025. {OTHER_EDITION}"


def test_5_so_is_a_scan_of_an_older_edition(tmp_path: Path, beside: Callable[..., Shown]) -> None:
    before = scan(tmp_path / "vorig.xlsx", "N" * 24, edition("2025.1"), stelling_removed(6))
    shown = beside(before, "D" * 24)
    assert shown.per_stelling[6] == "niet te vergelijken"
    assert set(shown.per_stelling.values()) == {"hoger", "niet te vergelijken"}
    assert shown.about.endswith(OTHER_EDITION)


# 6. what is told


def test_6_a_folder_may_hold_reports_scans_and_other_things(
    tmp_path: Path, run: Run, last_year: dict[str, Path]
) -> None:
    vorig = tmp_path / "vorig" / "diep"
    vorig.mkdir(parents=True)
    shutil.copy(last_year["verzonden"], vorig)
    shutil.copy(last_year["werk"], vorig / "Adviesrapport (oud).docx")
    scan(vorig / "Team Zuid.xlsx", "G" * 24, onderdeel="Team Zuid")
    notes = Document()
    notes.add_paragraph("Notulen")
    notes.save(str(vorig / "notulen.docx"))
    (vorig / "Adviesrapport kapot.docx").write_bytes(b"PK kapot")
    (vorig / "~$viesrapport.docx").write_bytes(b"op slot")
    scan(tmp_path / "nu" / "werk.xlsx", NOW)
    scan(tmp_path / "nu" / "zuid.xlsx", "G" * 24, onderdeel="Team Zuid")
    ran = run("report", tmp_path / "nu", "-o", "uit", "--previous", tmp_path / "vorig")
    assert ran.code == 0
    werk, zuid = (Shown(one) for one in sorted(Path("uit").glob("Adv*.docx")))
    assert werk.table("Stelling | Afspraak") == IN_AGENDA
    assert set(zuid.per_stelling.values()) == {"gelijk"}
    told = [line for line in ran.err.splitlines() if ".docx" in line]
    assert [Path(line.partition(":")[0]).name for line in told] == [
        "Adviesrapport kapot.docx",
        "notulen.docx",
    ]


def test_6_the_newest_earlier_scan_counts_and_that_is_told(tmp_path: Path, run: Run) -> None:
    for year, letter in ((2024, "N"), (2025, "G")):
        inbox = scan(tmp_path / str(year) / "scan.xlsx", letter * 24, datum=f"12-11-{year}").parent
        report_of(run, inbox, tmp_path / "vorig" / str(year))
    now = scan(tmp_path / "nu.xlsx", "D" * 24)
    ran = run("report", now, "-o", "uit", "--previous", tmp_path / "vorig")
    (report,) = Path("uit").glob("Adv*.docx")
    assert set(Shown(report).per_stelling.values()) == {"lager"}
    told = "Van dit onderdeel is er een nieuwere eerdere scan"
    assert [told in line for line in ran.err.splitlines() if "2024" in line] == [True]


def test_6_the_report_of_now_among_the_earlier_ones_is_not_taken(tmp_path: Path, run: Run) -> None:
    """The second run finds its own report beside last year's, which it renamed."""
    before = scan(tmp_path / "toen" / "scan.xlsx", "N" * 24, datum="12-11-2025").parent
    report_of(run, before, tmp_path / "uit")
    inbox = scan(tmp_path / "nu" / "scan.xlsx", "D" * 24).parent
    for _ in range(2):
        ran = run("report", inbox, "-o", tmp_path / "uit", "--previous", tmp_path / "uit")
        assert "dezelfde als die van nu" not in ran.err
        report = tmp_path / "uit" / "Adviesrapport Gemeente Toetsdam - Team Werk.docx"
        assert set(Shown(report).per_stelling.values()) == {"hoger"}


# what is named as the earlier one | what is told
MISTAKES = """
dezelfde scan   | Deze eerdere scan is dezelfde als die van nu.
latere scan     | Deze eerdere scan is later ingevuld dan die van nu.
zonder feiten   | In dit rapport zijn de antwoorden van toen niet meer te vinden.
ander antwoord  | Dit eerdere rapport is beschadigd of te groot.
ander onderdeel | Voor dit onderdeel is geen eerdere scan gevonden.
notulen         | Hier is geen eerdere scan gevonden die te lezen is.
"""


@pytest.mark.parametrize("row", MISTAKES.strip().splitlines())
def test_6_what_can_not_be_right_is_told(tmp_path: Path, run: Run, row: str) -> None:
    case, told = (one.strip() for one in row.split("|"))
    inbox = scan(tmp_path / "nu" / "scan.xlsx", NOW).parent
    previous = _mistaken(case, tmp_path / "vorig", run)
    ran = run("report", inbox, "-o", tmp_path / "uit", "--previous", previous)
    assert told in ran.err
    assert ran.code == 0


def _mistaken(case: str, folder: Path, run: Run) -> Path:
    fields = {"latere scan": {"datum": "12-11-2027"}, "ander onderdeel": {"onderdeel": "Zuid"}}
    inbox = scan(folder / "scan.xlsx", NOW, **fields.get(case, {})).parent
    if case.endswith("scan") or case == "ander onderdeel":
        return inbox
    if case == "notulen":
        Document().save(str(folder / "notulen.docx"))
        return folder / "notulen.docx"
    report = report_of(run, inbox, folder / "rapport")
    old, new = {
        "zonder feiten": (b"urn:quickscan:rapport", b"urn:weg"),
        "ander antwoord": (b'antwoord="deels"', b'antwoord="prima"'),
    }[case]
    with zipfile.ZipFile(report) as package:
        parts = {one: package.read(one) for one in package.namelist()}
    with zipfile.ZipFile(report, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part.replace(old, new))
    return report


def test_6_names_are_those_of_the_list_of_names(tmp_path: Path, run: Run) -> None:
    before = scan(tmp_path / "vorig" / "scan.xlsx", THEN, onderdeel="Afd. Werk").parent
    report = report_of(run, before, tmp_path / "rapport")
    (tmp_path / "namen.csv").write_text("zo;goed\nAfd. Werk;Team Werk\n", encoding="utf-8")
    inbox = scan(tmp_path / "nu" / "scan.xlsx", NOW).parent
    aliases = ("--aliases", tmp_path / "namen.csv")
    shown = Shown(report_of(run, inbox, tmp_path / "uit", "--previous", report, *aliases))
    assert shown.summary.startswith("Vergeleken met de vorige scan")


# 7. pages


def test_7_deel_a_keeps_to_six_pages(tmp_path: Path, run: Run, last_year: dict[str, Path]) -> None:
    """Three people who differ, themselves unlike last year, with a long agenda of then."""
    for number, letters in enumerate(("NVDGONVDGONVDGONVDGONVDG", "VNGDOVNGDOVNGDOVNGDOVNGD", NOW)):
        scan(tmp_path / "nu" / f"{number}.xlsx", letters)
    for out, options in (("heel", ()), ("kort", ("--short",))):
        report_of(run, tmp_path / "nu", tmp_path / out, *options, "--previous", last_year["werk"])
    (whole,), (short,) = (printed(tmp_path / out).values() for out in ("heel", "kort"))
    assert page_of(whole, "Deel B") - page_of(whole, "Deel A") <= MOST_PAGES
    assert len(page_objects(short)) <= MOST_PAGES
    assert page_of(short, "2 Waar staat u nu?") <= 2
