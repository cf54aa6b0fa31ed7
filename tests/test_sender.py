"""Who sends workbook and report: quickscan.toml.

1. The settings are read; a date is told in words; an empty one is missing.
2. A setting that is not known is a warning.
3. A file that can't be read is a mistake of the user.
4. The style document is found beside the settings.
5. quickscan.toml in the current folder is used, or the file of --config.
6. Where a setting is missing, the sentence that needs it is left out, told on stderr, and exit 0.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from pipeline.problems import PipelineError
from pipeline.sender import read_sender
from tests.conftest import Run

SETTINGS = """
    naam = "Fatima de Wit"
    organisatie = "Adviesbureau Súd"
    mail = "quickscan@sud.example"
    telefoon = "020 123 45 67"
    deadline = 2026-11-23
"""
# the settings, lines divided by ; | the line that can't be read | why
UNREADABLE = """
naam =            | 1 | hier staat iets anders dan: naam = "waarde"
naam: Fatima      | 1 | hier staat iets anders dan: naam = "waarde"
naam='a';naam='b' | 2 | deze instelling staat er twee keer
mail='a';naam = ? | 2 | hier staat iets anders dan: naam = "waarde"
"""


def settings(folder: Path, text: str, name: str = "quickscan.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def explanation(path: str) -> str:
    """Return the text of the first sheet of a workbook."""
    sheet = load_workbook(path)["Uitleg"]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    return "\n".join(str(cell.value) for cell in cells if cell.value is not None)


def test_1_the_settings_are_read(tmp_path: Path) -> None:
    sender, problems = read_sender(settings(tmp_path, SETTINGS))
    assert (sender.name, sender.organisation) == ("Fatima de Wit", "Adviesbureau Súd")
    assert (sender.mail, sender.phone) == ("quickscan@sud.example", "020 123 45 67")
    assert sender.deadline == "23 november 2026"
    assert (sender.partner, sender.style, problems) == (None, None, ())


def test_1_an_empty_setting_is_missing(tmp_path: Path) -> None:
    sender, _ = read_sender(settings(tmp_path, 'naam = "  "\nmail = ""'))
    assert (sender.name, sender.mail) == (None, None)


def test_2_a_setting_that_is_not_known_is_a_warning(tmp_path: Path) -> None:
    _, problems = read_sender(settings(tmp_path, 'naam = "Fatima"\nnaan = "Fatima"'))
    (problem,) = problems
    assert (problem.code.key, problem.severity.value) == ("setting-unknown", "warning")
    assert "naan" in problem.message


def test_1_settings_that_notepad_saved_are_read(tmp_path: Path) -> None:
    path = tmp_path / "quickscan.toml"
    path.write_text(SETTINGS, encoding="utf-8-sig")
    assert read_sender(path)[0].name == "Fatima de Wit"


@pytest.mark.parametrize("typed", ["2026-12-18", '"18-12-2026"', '"18 dec. 2026"'])
def test_1_a_deadline_is_told_in_words_however_it_is_typed(tmp_path: Path, typed: str) -> None:
    sender, problems = read_sender(settings(tmp_path, f"deadline = {typed}"))
    assert (sender.deadline, problems) == ("18 december 2026", ())


def test_2_a_date_or_an_address_that_is_none_is_a_warning(tmp_path: Path) -> None:
    text = 'deadline = "volgende week"\nmail = "geen adres"'
    _, problems = read_sender(settings(tmp_path, text))
    assert [(one.code.key, one.severity.value) for one in problems] == [
        ("setting-no-date", "warning"),
        ("setting-no-address", "warning"),
    ]


@pytest.mark.parametrize("text", ['naam = ["a", "b"]', "[naam]\nvoor = 'Fatima'"])
def test_2_a_setting_with_more_than_one_value_is_a_warning(tmp_path: Path, text: str) -> None:
    sender, problems = read_sender(settings(tmp_path, text))
    (problem,) = problems
    assert (problem.code.key, problem.severity.value) == ("setting-not-one", "warning")
    assert sender.name is None


@pytest.mark.parametrize("case", UNREADABLE.strip().splitlines())
def test_3_settings_that_can_t_be_read_are_a_mistake_with_its_line(
    tmp_path: Path, case: str
) -> None:
    text, line, reason = (part.strip() for part in case.split("|"))
    with pytest.raises(PipelineError) as caught:
        read_sender(settings(tmp_path, text.replace(";", "\n")))
    (problem,) = caught.value.problems
    assert (problem.code.key, problem.source.line) == ("config-unreadable", int(line))
    assert problem.message == f"De instellingen zijn niet te lezen: {reason}."


def test_3_settings_that_are_not_there_are_a_mistake(run: Run) -> None:
    ran = run("template", "-o", "scan.xlsx", "--config", "weg.toml")
    assert ran.code == 2
    assert not Path("scan.xlsx").exists()


def test_4_the_style_document_is_found_beside_the_settings(tmp_path: Path) -> None:
    sender, _ = read_sender(settings(tmp_path, 'huisstijl = "stijl/huis.docx"'))
    assert sender.style == tmp_path / "stijl" / "huis.docx"


def test_5_the_settings_in_this_folder_are_used(run: Run, tmp_path: Path) -> None:
    settings(tmp_path, SETTINGS)
    assert run("template", "-o", "scan.xlsx").code == 0
    text = explanation("scan.xlsx")
    for expected in ("Fatima de Wit", "quickscan@sud.example", "23 november 2026"):
        assert expected in text


def test_5_the_settings_that_are_named_go_before_those_in_this_folder(
    run: Run, tmp_path: Path
) -> None:
    settings(tmp_path, SETTINGS)
    settings(tmp_path, SETTINGS.replace("Fatima", "Joke"), "ander.toml")
    run("template", "-o", "scan.xlsx", "--config", "ander.toml")
    text = explanation("scan.xlsx")
    assert "Joke de Wit" in text
    assert "Fatima" not in text


def test_6_a_sentence_without_its_setting_is_left_out_and_told(run: Run, tmp_path: Path) -> None:
    without_deadline = SETTINGS.replace("deadline = 2026-11-23", "")
    settings(tmp_path, without_deadline)
    ran = run("template", "-o", "scan.xlsx")
    assert ran.code == 0
    assert "deadline" in ran.err
    assert "telefoon" not in ran.err
    assert "november" not in explanation("scan.xlsx")


def test_6_without_any_settings_no_gap_or_name_of_a_setting_is_left(run: Run) -> None:
    ran = run("template", "-o", "scan.xlsx")
    assert ran.code == 0
    assert "deadline" in ran.err
    text = explanation("scan.xlsx")
    for gap in ("{", "}", "[", "None"):
        assert gap not in text
