"""The blank workbook: what is committed, what people may change, and what the command fills in.

1. The committed workbook is what `quickscan template` makes without settings.
2. Names by the contract, each of one cell; people can change exactly those cells.
3. One dropdown everywhere, with the answers in order; messages are as short as Excel wants them.
4. A sentence whose setting is missing is left out, which is told; all settings are used.
5. A name with the look of a formula stays text.
6. The counts of open and unknown answers are right, also before anything reckons.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.model import Content
from tests.conftest import Run
from tests.office import soffice, uno_python
from tests.sheets import BLANK, filled_in_by_office, make

EXAMPLES_OF_GOOD = [
    "goed_competenties",
    "goed_methoden",
    "goed_randvoorwaarden",
    "goed_proces",
]
CHOICES = ["keuze_1", "keuze_2", "keuze_3"]
NUMBERS = [f"{number:02d}" for number in range(1, 25)]
ANSWERS = [f"antwoord_{number}" for number in NUMBERS]
REMARKS = [f"opmerking_{number}" for number in NUMBERS]
LISTS = [
    "lijst_antwoorden",
    "lijst_stellingen",
    "lijst_soorten",
    "lijst_wijzen",
    "lijst_rollen",
]
LABELS = """
organisatie | Organisatie *
onderdeel   | Onderdeel (team of afdeling) *
soort       | Soort organisatie *
gemeenten   | Voor welke gemeente(n)?
wijze       | Hoe vult u in? *
aantal      | Met hoeveel personen?
rol         | Uw rol *
invuller    | Naam (niet verplicht)
email       | E-mail (niet verplicht)
datum       | Datum *
"""
FIELDS = [line.partition("|")[0].strip() for line in LABELS.strip().splitlines()]
INPUTS = [*FIELDS, *ANSWERS, *REMARKS, *EXAMPLES_OF_GOOD, *CHOICES]
DROPDOWNS = """
lijst_antwoorden | Niet of nauwelijks, Deels, Grotendeels, Volledig en geborgd, Onbekend, Niet van toepassing
lijst_soorten    | Gemeente, Samenwerkingsverband van gemeenten, UWV, Sociaal ontwikkelbedrijf, Anders
lijst_wijzen     | Ik vul alleen in, Wij vullen samen in
lijst_rollen     | Uitvoering, Beleid, Leiding, Anders, Gemengde groep
"""  # noqa: E501
HEADERS = """
A | Nr
B | Stelling
C | Toelichting
D | Wat bedoelen we met het antwoord?
E | Uw antwoord
F | Opmerking (niet verplicht; bij ‘niet van toepassing’ graag de reden)
"""
SETTINGS = """
naam = "Noor Voorbeeld"
organisatie = "Adviesbureau De Brug"
mail = "scan@debrug.example"
telefoon = "020 555 01 23"
deadline = 2027-01-15
grondslag = "uw toestemming"
partner = "Stichting De Oever"
bewaartermijn = "3 maanden"
bewaartermijn_scores = "2 jaar"
privacyverklaring = "https://debrug.example/privacy"
"""
SHOWN = """
Noor Voorbeeld helpt u graag.
Adviesbureau De Brug verwerkt uw gegevens.
Mail het naar scan@debrug.example.
Telefoon: 020 555 01 23.
vóór 15 januari 2027.
op grond van uw toestemming.
samen met Stichting De Oever.
tot 3 maanden na het definitieve rapport.
2 jaar, voor een vervolgscan.
https://debrug.example/privacy
"""
ALL_SETTINGS = [line.partition(" = ")[0] for line in SETTINGS.strip().splitlines()]
LONGEST_TITLE, LONGEST_PROMPT, LONGEST_ERROR = 32, 254, 225
PARTLY = """
    organisatie: Gemeente Toetsdam
    01: Deels
    02: Onbekend
    10: Niet van toepassing
    24: Onbekend
"""


@pytest.fixture(scope="module")
def blank() -> Workbook:
    return load_workbook(BLANK)


def pairs(table: str) -> list[tuple[str, str]]:
    lines = (line.partition("|") for line in table.strip().splitlines())
    return [(left.strip(), right.strip()) for left, _, right in lines]


def cell_of(workbook: Workbook, name: str) -> Cell:
    ((sheet, reference),) = workbook.defined_names[name].destinations
    cell = workbook[sheet][reference]
    assert isinstance(cell, Cell), f"{name} is not one cell"
    return cell


def sheet_of(cell: Cell) -> Worksheet:
    assert isinstance(cell.parent, Worksheet)
    return cell.parent


def cells_of(workbook: Workbook) -> list[Cell]:
    rows = (row for sheet in workbook.worksheets for row in sheet.iter_rows())
    return [cell for row in rows for cell in row if isinstance(cell, Cell)]


def scan(workbook: Workbook) -> Worksheet:
    sheet = workbook["QuickScan"]
    assert isinstance(sheet, Worksheet)
    return sheet


def validation_of(workbook: Workbook, name: str) -> DataValidation:
    cell = cell_of(workbook, name)
    every = sheet_of(cell).data_validations.dataValidation
    (found,) = (one for one in every if cell.coordinate in one.cells)
    assert isinstance(found, DataValidation)
    return found


def list_of(workbook: Workbook, name: str) -> list[object]:
    ((sheet, reference),) = workbook.defined_names[name].destinations
    return [cell.value for row in workbook[sheet][reference] for cell in row]


def seen(workbook: Workbook) -> dict[str, object]:
    """Return all that can be seen or done in a workbook, by its place."""
    found: dict[str, object] = {"sheets": [(s.title, s.sheet_state) for s in workbook.worksheets]}
    found["names"] = {name: d.attr_text for name, d in workbook.defined_names.items()}
    for sheet in workbook.worksheets:
        found |= {f"{sheet.title}!{key}": value for key, value in sheet_settings(sheet).items()}
    for cell in cells_of(workbook):
        look = (cell.font, cell.fill, cell.border, cell.alignment, cell.number_format)
        kind = (cell.value, cell.data_type, cell.protection.locked, cell.quotePrefix)
        found[f"{cell.parent.title}!{cell.coordinate}"] = (*kind, *map(repr, look))
    return found


def sheet_settings(sheet: Worksheet) -> dict[str, object]:
    return {
        "merged": str(sheet.merged_cells),
        "widths": {key: one.width for key, one in sheet.column_dimensions.items()},
        "heights": {key: one.height for key, one in sheet.row_dimensions.items()},
        "choices": sorted(map(repr, sheet.data_validations.dataValidation)),
        "protection": repr(sheet.protection),
        "shading": sorted(str(found.sqref) for found in sheet.conditional_formatting),
        "frozen": sheet.freeze_panes,
        "filter": sheet.auto_filter.ref,
        "paper": (repr(sheet.page_setup), repr(sheet.page_margins), sheet.print_title_rows),
    }


def text_of(workbook: Workbook, sheet: str) -> str:
    rows = workbook[sheet].iter_rows(values_only=True)
    return "\n".join(str(value) for row in rows for value in row if value is not None)


# 1: the committed workbook


def test_committed_workbook_is_what_the_command_makes(tmp_path: Path, run: Run) -> None:
    run("template", "-o", tmp_path / "leeg.xlsx")
    made, committed = seen(load_workbook(tmp_path / "leeg.xlsx")), seen(load_workbook(BLANK))
    changed = {
        key: (committed.get(key), made[key]) for key in made if committed.get(key) != made[key]
    }
    assert changed == {}, "make it again: quickscan template -o input_templates/quickscan.xlsx"
    assert committed.keys() == made.keys()


def test_committed_file_is_the_same_part_by_part(tmp_path: Path, run: Run) -> None:
    run("template", "-o", tmp_path / "leeg.xlsx")
    with zipfile.ZipFile(tmp_path / "leeg.xlsx") as made, zipfile.ZipFile(BLANK) as committed:
        assert made.namelist() == committed.namelist()
        differ = [n for n in made.namelist() if made.read(n) != committed.read(n)]
    assert set(differ) <= {"docProps/core.xml"}  # holds the time


# 2: names and what people can change


def test_names_are_those_of_the_contract(blank: Workbook) -> None:
    assert sorted(blank.defined_names) == sorted([*INPUTS, *LISTS, "editie"])


@pytest.mark.parametrize("name", [*INPUTS, "editie"])
def test_name_is_of_one_cell_that_is_visible(blank: Workbook, name: str) -> None:
    cell = cell_of(blank, name)
    assert sheet_of(cell).sheet_state == "visible"


def test_no_two_names_are_of_the_same_cell(blank: Workbook) -> None:
    places = {(cell_of(blank, n).parent.title, cell_of(blank, n).coordinate) for n in INPUTS}
    assert len(places) == len(INPUTS)


def test_unlocked_are_exactly_the_cells_that_people_fill_in(blank: Workbook) -> None:
    unlocked = {(c.parent.title, c.coordinate) for c in cells_of(blank) if not c.protection.locked}
    inputs = {(cell_of(blank, n).parent.title, cell_of(blank, n).coordinate) for n in INPUTS}
    assert unlocked == inputs
    assert [n for n in INPUTS if cell_of(blank, n).value is not None] == []


def test_every_sheet_is_protected_without_a_password_and_leaves_widths_and_filter_free(
    blank: Workbook,
) -> None:
    for sheet in blank.worksheets:
        protection = sheet.protection
        assert (protection.sheet, protection.password) == (True, None)
        assert (protection.formatColumns, protection.formatRows) == (False, False)
        assert protection.autoFilter is False
        assert (protection.selectLockedCells, protection.selectUnlockedCells) == (False, False)


def test_sheets_are_four_and_a_hidden_one_without_merged_cells(blank: Workbook) -> None:
    states = [(sheet.title, sheet.sheet_state) for sheet in blank.worksheets]
    visible = [(name, "visible") for name in ("Uitleg", "Gegevens", "QuickScan", "Begrippen")]
    assert states == [*visible, ("Lijsten", "hidden")]
    assert [sheet.title for sheet in blank.worksheets if sheet.merged_cells.ranges] == []


def test_edition_stands_alone_in_its_cell(blank: Workbook, content: Content) -> None:
    assert cell_of(blank, "editie").value == content.edition


def test_properties_name_the_tool_and_no_person(blank: Workbook) -> None:
    properties = blank.properties
    assert (properties.creator, properties.lastModifiedBy) == ("QuickScan", None)
    assert properties.language == "nl-NL"
    with zipfile.ZipFile(BLANK) as package:
        assert "docProps/custom.xml" not in package.namelist()  # marks what is no scan


# labels


@pytest.mark.parametrize(("name", "label"), pairs(LABELS))
def test_label_stands_left_of_its_field(blank: Workbook, name: str, label: str) -> None:
    cell = cell_of(blank, name)
    assert blank["Gegevens"].cell(cell.row, cell.column - 1).value == label
    assert blank["Gegevens"].cell(cell.row, cell.column + 1).value


def test_columns_have_the_headers_of_the_design(blank: Workbook) -> None:
    row = cell_of(blank, "antwoord_01").row - 2  # a row of the thema stands between
    assert [(c, scan(blank)[f"{c}{row}"].value) for c, _ in pairs(HEADERS)] == pairs(HEADERS)
    assert scan(blank).print_title_rows == f"${row}:${row}"
    assert scan(blank).freeze_panes == f"A{row + 1}"


@pytest.mark.parametrize("number", range(1, 25))
def test_row_of_a_stelling(blank: Workbook, content: Content, number: int) -> None:
    row = cell_of(blank, f"antwoord_{number:02d}").row
    stelling = content.stelling(number)
    texts = [scan(blank)[f"{column}{row}"].value for column in "ABC"]
    explained = f"{stelling.toelichting} {stelling.hint}".strip()
    assert texts == [number, stelling.text, explained]
    assert cell_of(blank, f"opmerking_{number:02d}").row == row
    meaning = str(scan(blank)[f"D{row}"].value)
    assert [text for text in main_meanings(content, number) if text not in meaning] == []


def main_meanings(content: Content, number: int) -> list[str]:
    """Return what the four answers that differ per stelling mean there."""
    explanations = content.stelling(number).explanations
    return [e.text for e in explanations if e.antwoord not in ("onbekend", "nvt")]


# 3: dropdowns and messages


@pytest.mark.parametrize(("name", "labels"), pairs(DROPDOWNS))
def test_choices_of_a_dropdown_are_in_order(blank: Workbook, name: str, labels: str) -> None:
    assert list_of(blank, name) == labels.split(", ")


def test_choices_to_begin_with_are_the_stellingen(blank: Workbook, content: Content) -> None:
    labels = [f"{stelling.number} {stelling.short_name}" for stelling in content.stellingen]
    assert list_of(blank, "lijst_stellingen") == labels


@pytest.mark.parametrize(
    ("name", "choices"),
    [
        *((name, "lijst_antwoorden") for name in ANSWERS),
        *((name, "lijst_stellingen") for name in CHOICES),
        ("soort", "lijst_soorten"),
        ("wijze", "lijst_wijzen"),
        ("rol", "lijst_rollen"),
    ],
)
def test_cell_has_its_dropdown(blank: Workbook, name: str, choices: str) -> None:
    found = validation_of(blank, name)
    assert (found.type, found.formula1, found.allow_blank) == ("list", choices, True)
    assert (found.showErrorMessage, found.errorStyle) == (True, None)
    assert not found.showDropDown  # which would hide the arrow


@pytest.mark.parametrize("name", ANSWERS)
def test_message_of_an_answer_fits_and_tells_the_answers_in_order(
    blank: Workbook, content: Content, name: str
) -> None:
    found = validation_of(blank, name)
    assert found.showInputMessage
    assert 0 < len(found.promptTitle or "") <= LONGEST_TITLE
    assert 0 < len(found.prompt or "") <= LONGEST_PROMPT
    told = [line.partition(": ")[0] for line in (found.prompt or "").splitlines()]
    labels = [option.label for option in content.options if option.score]
    assert told in (labels, labels[1:])  # where it does not fit, the most obvious one goes
    assert "…" not in (found.prompt or "")


def test_error_messages_fit(blank: Workbook) -> None:
    for sheet in blank.worksheets:
        for found in sheet.data_validations.dataValidation:
            assert 0 < len(found.errorTitle or "") <= LONGEST_TITLE
            assert 0 < len(found.error or "") <= LONGEST_ERROR


def test_error_message_names_the_answer_for_who_does_not_know(blank: Workbook) -> None:
    error = "Kies een antwoord uit de lijst. Weet u het niet? Kies dan Onbekend."
    assert {validation_of(blank, name).error for name in ANSWERS} == {error}


def test_date_is_asked_as_a_date_and_only_warned_about(blank: Workbook) -> None:
    found = validation_of(blank, "datum")
    assert (found.type, found.errorStyle) == ("date", "warning")
    assert cell_of(blank, "datum").number_format == "dd-mm-yyyy"


def test_number_of_people_is_a_whole_number(blank: Workbook) -> None:
    found = validation_of(blank, "aantal")
    assert (found.type, found.operator, found.formula1) == ("whole", "greaterThanOrEqual", "1")


def test_dropdowns_need_no_extension_of_excel() -> None:
    with zipfile.ZipFile(BLANK) as package:
        sheets = [name for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
        assert [name for name in sheets if b"x14" in package.read(name)] == []


# 4: settings


def test_without_settings_sentences_are_left_out_and_told(tmp_path: Path, run: Run) -> None:
    ran = run("template", "-o", tmp_path / "leeg.xlsx")
    assert (ran.code, ran.out) == (0, "")
    assert [name for name in ALL_SETTINGS if name not in ran.err] == []
    text = text_of(load_workbook(tmp_path / "leeg.xlsx"), "Uitleg")
    assert "{" not in text
    assert "None" not in text
    assert "Mail het naar" not in text
    assert "Hebt u vragen?" not in text


def test_every_setting_is_on_the_sheet(tmp_path: Path, run: Run) -> None:
    (tmp_path / "quickscan.toml").write_text(SETTINGS, encoding="utf-8")
    ran = run("template", "-o", tmp_path / "leeg.xlsx")
    assert (ran.code, "ontbreken" in ran.err) == (0, False)
    text = text_of(load_workbook(tmp_path / "leeg.xlsx"), "Uitleg")
    assert [line for line in SHOWN.strip().splitlines() if line not in text] == []


@pytest.mark.parametrize("name", ALL_SETTINGS)
def test_missing_setting_is_named_alone(tmp_path: Path, run: Run, name: str) -> None:
    lines = [line for line in SETTINGS.splitlines() if not line.startswith(f"{name} =")]
    (tmp_path / "mijn.toml").write_text("\n".join(lines), encoding="utf-8")
    ran = run("template", "--config", tmp_path / "mijn.toml", "-o", tmp_path / "leeg.xlsx")
    assert ran.code == 0
    assert f"ontbreken: {name}." in ran.err or f"ontbreekt: {name}." in ran.err
    assert "{" not in text_of(load_workbook(tmp_path / "leeg.xlsx"), "Uitleg")


def test_setting_that_is_a_formula_or_brace_stays_text(tmp_path: Path, run: Run) -> None:
    (tmp_path / "quickscan.toml").write_text('naam = "={mail}+1"', encoding="utf-8")
    run("template", "-o", tmp_path / "leeg.xlsx")
    assert "={mail}+1 helpt u graag." in text_of(load_workbook(tmp_path / "leeg.xlsx"), "Uitleg")


# 5: names that look like formulas


@pytest.mark.parametrize("name", ["=1+1", "+31 20", "-5", "@team", "\tTeam", '=HYPERLINK("x")'])
def test_name_with_the_look_of_a_formula_stays_text(tmp_path: Path, run: Run, name: str) -> None:
    path = tmp_path / "leeg.xlsx"
    ran = run("template", "--organisation", name, "--department", name, "-o", path)
    cells = [cell_of(load_workbook(path), field) for field in ("organisatie", "onderdeel")]
    assert ran.code == 0
    assert [(cell.value, cell.data_type, cell.quotePrefix) for cell in cells] == [
        (name, "s", True),
        (name, "s", True),
    ]


def test_names_are_filled_in_and_stay_open_for_change(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "leeg.xlsx"
    run("template", "--organisation", "Gemeente Toetsdam", "--department", "Team Werk", "-o", path)
    workbook = load_workbook(path)
    cells = [cell_of(workbook, field) for field in ("organisatie", "onderdeel")]
    assert [cell.value for cell in cells] == ["Gemeente Toetsdam", "Team Werk"]
    assert [cell.protection.locked for cell in cells] == [False, False]


# 6: counts


def test_counts_are_there_before_anything_reckons(content: Content) -> None:
    sheet = scan(load_workbook(BLANK, data_only=True))
    assert (sheet["E1"].value, sheet["F1"].value) == ("Nog open: 24 van 24", "Onbekend: 0")
    per_thema = [f"Nog open: {len(t.stellingen)} van {len(t.stellingen)}" for t in content.themas]
    assert [sheet[f"E{row}"].value for row in rows_of_themas(content)] == per_thema


def rows_of_themas(content: Content) -> list[int]:
    firsts = [thema.stellingen[0].number for thema in content.themas]
    blank = load_workbook(BLANK)
    return [cell_of(blank, f"antwoord_{number:02d}").row - 1 for number in firsts]


def test_counts_are_right_after_filling_in_with_libreoffice(
    tmp_path: Path, content: Content
) -> None:
    if soffice() is None or uno_python() is None:
        pytest.skip("LibreOffice with a Python that has uno is not installed")
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "deels.txt").write_text(PARTLY, encoding="utf-8")
    filled_in_by_office(tmp_path / "cases", tmp_path / "out")
    sheet = scan(load_workbook(tmp_path / "out" / "deels.xlsx", data_only=True))
    assert (sheet["E1"].value, sheet["F1"].value) == ("Nog open: 20 van 24", "Onbekend: 2")
    assert [sheet[f"E{row}"].value for row in rows_of_themas(content)] == [
        "Nog open: 7 van 9",
        "Nog open: 2 van 3",
        "Nog open: 7 van 7",
        "Nog open: 4 van 5",
    ]


def test_blank_workbook_reads_back_as_a_scan_without_answers(tmp_path: Path, run: Run) -> None:
    ran = run("check", make(tmp_path / "leeg.xlsx", ""), "--json")
    assert set(ran.data[0]["answers"].values()) == {"leeg"}
    assert [p["code"] for p in ran.data[0]["problems"] if p["severity"] == "error"] == ["all-empty"]


@pytest.mark.parametrize("name", ["scan", "scan.docx", "scan.xlsm"])
def test_a_workbook_is_made_under_no_other_kind_of_name(run: Run, name: str) -> None:
    ran = run("template", "-o", name)
    assert (ran.code, list(Path().iterdir())) == (2, [])
    assert "eindigt op .xlsx" in ran.err
