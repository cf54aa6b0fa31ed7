"""Which files are read, and which are passed over.

1. A folder is searched whole; a workbook is .xlsx or .xlsm, in any case.
2. Lock and system files are skipped without a word.
3. What this tool itself wrote that is no scan is skipped without a word.
4. Any other file is named, with what to do.
5. A path that does not exist, or a folder in which nothing is found, is a mistake of the user.
6. A file that is named twice is read once.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from pipeline.inbox import Incoming, Unusable
from pipeline.intake import take_in
from pipeline.model import Content
from pipeline.problems import PipelineError
from tests.conftest import Run
from tests.finding import find
from tests.sheets import complete, make


def put(folder: Path, *names: str) -> Path:
    """Write files with these names; what stands in them does not matter here."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    return folder


def workbooks(*paths: Path) -> list[str]:
    return [found.origin.path.name for found in find([*paths]) if isinstance(found, Incoming)]


def named(*paths: Path) -> list[tuple[str, str]]:
    faults = (found.problem for found in find([*paths]) if isinstance(found, Unusable))
    return sorted((p.code.key, Path(p.source.file).name) for p in faults)


def stand(overview: str) -> list[tuple[object, ...]]:
    return list(load_workbook(overview)["Stand"].iter_rows(values_only=True))


def mistakes(content: Content, *paths: Path) -> list[str]:
    with pytest.raises(PipelineError) as caught:
        take_in(paths, content)
    return [problem.code.key for problem in caught.value.problems]


def test_1_a_folder_is_searched_whole(tmp_path: Path) -> None:
    put(tmp_path, "b.xlsx", "diep/er/c.xlsm", "A.XLSX", "map met spatie/é.xlsx")
    assert sorted(workbooks(tmp_path)) == ["A.XLSX", "b.xlsx", "c.xlsm", "é.xlsx"]
    assert named(tmp_path) == []


def test_2_lock_and_system_files_are_skipped(tmp_path: Path) -> None:
    locks = ("~$scan.xlsx", ".~lock.scan.xlsx#", "Thumbs.db", ".DS_Store", "THUMBS.DB")
    put(tmp_path, "scan.xlsx", *locks)
    assert (workbooks(tmp_path), named(tmp_path)) == (["scan.xlsx"], [])


@pytest.mark.parametrize("output", ["scores.xlsx", "scores.csv"])
def test_3_a_table_of_scores_is_skipped(tmp_path: Path, run: Run, output: str) -> None:
    make(tmp_path / "scan.xlsx")
    assert run("score", "scan.xlsx", "-o", output).code == 0
    assert (workbooks(tmp_path), named(tmp_path)) == (["scan.xlsx"], [])


def test_3_a_report_is_skipped(tmp_path: Path, run: Run) -> None:
    make(tmp_path / "scan.xlsx")
    assert run("report", "scan.xlsx", "-o", tmp_path).code == 0
    assert list(tmp_path.glob("*.docx"))
    assert (workbooks(tmp_path), named(tmp_path)) == (["scan.xlsx"], [])


def test_3_the_blank_workbook_is_read(tmp_path: Path, run: Run) -> None:
    assert run("template", "-o", "leeg.xlsx").code == 0
    assert workbooks(tmp_path) == ["leeg.xlsx"]


def test_4_other_files_are_named(tmp_path: Path) -> None:
    put(tmp_path, "scan.xlsx", "oud.xls", "blad.ods", "scan.pdf", "foto.jpg", "brief.docx", "los")
    assert named(tmp_path) == [
        ("file-is-ods", "blad.ods"),
        ("file-is-pdf", "scan.pdf"),
        ("file-is-picture", "foto.jpg"),
        ("file-is-word", "brief.docx"),
        ("file-is-xls", "oud.xls"),
        ("file-not-usable", "los"),
    ]


def test_5_a_path_that_does_not_exist(content: Content, tmp_path: Path) -> None:
    put(tmp_path, "scan.xlsx")
    assert mistakes(content, tmp_path / "scan.xlsx", tmp_path / "weg.xlsx") == ["path-missing"]


@pytest.mark.parametrize("names", [(), ("~$scan.xlsx", "Thumbs.db")])
def test_5_a_folder_in_which_nothing_is_found(
    content: Content, tmp_path: Path, names: tuple[str, ...]
) -> None:
    assert mistakes(content, put(tmp_path, *names)) == ["nothing-found"]


def test_5_what_this_tool_wrote_in_the_folder_of_the_reports_is_passed_over(run: Run) -> None:
    make(Path("box/scan.xlsx"), complete(_07="soms wel, soms niet", invuller="", email=""))
    assert run("check", "box", "--return", "box/uit/vragen").code == 1
    assert list(Path("box/uit/vragen").glob("Vragen*.xlsx"))
    run("report", "box", "-o", "box/uit")
    (counted,) = [row[3] for row in stand("box/uit/overzicht.xlsx") if row[1] == "Team Werk"]
    assert counted == 1


def test_6_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    put(tmp_path, "scan.xlsx", "ander.xlsx")
    assert sorted(workbooks(tmp_path, tmp_path / "scan.xlsx")) == ["ander.xlsx", "scan.xlsx"]


def test_6_the_same_file_by_another_path_is_read_once(tmp_path: Path) -> None:
    put(tmp_path, "scan.xlsx", "map/x.xlsx")
    again = tmp_path / "map" / ".." / "scan.xlsx"
    assert workbooks(tmp_path / "scan.xlsx", again) == ["scan.xlsx"]
