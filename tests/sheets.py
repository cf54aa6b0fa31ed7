"""A text table -> a real workbook on disk, as a person would have filled in the blank one.

    organisatie: Gemeente Toetsdam
    alles: Deels
    07: Grotendeels | Wij doen dit samen.

A line is a field, or a stelling with its answer and perhaps a remark; `alles` is every stelling.
What is no text (a number, a date, a formula) is given by name: `antwoord_07=3.0`. A shape then
does to the workbook what other programs and people do.
"""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from textwrap import dedent

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from tests.fill_scans import read_case
from tests.office import uno_python

ROOT = Path(__file__).resolve().parent.parent
BLANK = ROOT / "input_templates" / "quickscan.xlsx"
EXAMPLES = ROOT / "input_templates" / "voorbeelden"
CASES = ROOT / "tests" / "voorbeelden"
COMPLETE = """
    organisatie: Gemeente Toetsdam
    onderdeel: Team Werk
    soort: Gemeente
    wijze: Ik vul alleen in
    rol: Beleid
    datum: 12-11-2026
    alles: Deels
"""

_OF_ROUND = ("overzicht", ".quickscan-ronde")
Shape = Callable[[Workbook], None]


def make(path: Path, table: str = COMPLETE, *shapes: Shape, **values: object) -> Path:
    """Fill in the blank workbook, give it a foreign shape, and save it."""
    workbook = load_workbook(BLANK)
    for name, value in (*typed(table), *values.items()):
        _named(workbook, name).value = value  # type: ignore[assignment]
    for shape in shapes:
        shape(workbook)
    path.parent.mkdir(parents=True, exist_ok=True)
    workbook.save(path)
    return path


def complete(**changes: str) -> str:
    """Return the table of a scan without problems, but for these fields or stellingen."""
    return COMPLETE + "\n".join(f"{name.lstrip('_')}: {text}" for name, text in changes.items())


def typed(table: str) -> Iterator[tuple[str, str | None]]:
    """Return defined names with what is typed there; None for nothing."""
    lines: dict[str, str | None] = {}
    for name, text in read_case(dedent(table)):
        if not name.startswith("opmerking_") or text:
            lines[name] = text or None
    yield from lines.items()


def _named(workbook: Workbook, name: str) -> Cell:
    sheet, cell = next(workbook.defined_names[name].destinations)
    found = workbook[sheet][cell]
    assert isinstance(found, Cell)
    return found


def without_names(workbook: Workbook) -> None:
    """Drop the defined names, as some programs do on saving."""
    for name in list(workbook.defined_names):
        del workbook.defined_names[name]


def without_names_of(prefix: str) -> Shape:
    """Drop the defined names that begin like this."""

    def drop(workbook: Workbook) -> None:
        for name in [name for name in workbook.defined_names if name.startswith(prefix)]:
            del workbook.defined_names[name]

    return drop


def sheet_renamed(workbook: Workbook) -> None:
    """Call the sheet with the stellingen differently; names go along, as in Excel."""
    workbook["QuickScan"].title = "Team Noord"
    for defined in workbook.defined_names.values():
        defined.attr_text = str(defined.attr_text).replace("'QuickScan'", "'Team Noord'")


def edition(text: str | None) -> Shape:
    """Write another edition; None takes it out, name and all."""

    def change(workbook: Workbook) -> None:
        _named(workbook, "editie").value = text
        if text is None:
            del workbook.defined_names["editie"]

    return change


def edition_text(text: str) -> Shape:
    """Write another edition in the cell where it stands, which no name points to any more."""

    def change(workbook: Workbook) -> None:
        for sheet in workbook.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    if isinstance(cell.value, str) and "2026.1" in cell.value:
                        cell.value = cell.value.replace("2026.1", text)

    return change


def rows_swapped(first: int, second: int) -> Shape:
    """Let two stellingen change places while the names stay, as sorting does."""

    def swap(workbook: Workbook) -> None:
        one, other = (_row(workbook, number) for number in (first, second))
        for left, right in zip(one, other, strict=True):
            left.value, right.value = right.value, left.value

    return swap


def stelling_removed(number: int) -> Shape:
    """Empty the row of a stelling and drop its names."""

    def remove(workbook: Workbook) -> None:
        for cell in _row(workbook, number):
            cell.value = None
        for name in (f"antwoord_{number:02d}", f"opmerking_{number:02d}"):
            del workbook.defined_names[name]

    return remove


def stelling_twice(number: int, answer: str) -> Shape:
    """Copy a stelling to below the table, with an answer of its own."""

    def copy(workbook: Workbook) -> None:
        cells = _row(workbook, number)
        for cell in cells:
            _sheet(workbook).cell(60, cell.column).value = cell.value
        _sheet(workbook).cell(60, _named(workbook, "antwoord_01").column).value = answer

    return copy


def stelling_reworded(number: int, text: str) -> Shape:
    """Give a stelling another text."""

    def reword(workbook: Workbook) -> None:
        _row(workbook, number)[1].value = text

    return reword


def columns_swapped(workbook: Workbook) -> None:
    """Let the columns of answers and remarks change places, and drop the names."""
    for row in _sheet(workbook).iter_rows(min_row=5, max_row=36, min_col=5, max_col=6):
        row[0].value, row[1].value = row[1].value, row[0].value
    without_names(workbook)


def made_in(folder: Path) -> list[Path]:
    """Return what a run put in its folder, by name, without what it keeps of the round."""
    return sorted(path for path in folder.iterdir() if path.stem not in _OF_ROUND)


def answer_cell(number: int, path: Path = BLANK) -> str:
    """Return where the answer to a stelling stands, `QuickScan!E14`."""
    sheet, cell = next(load_workbook(path).defined_names[f"antwoord_{number:02d}"].destinations)
    return f"{sheet}!{cell.replace('$', '')}"


def no_scan(path: Path) -> Path:
    """Save a workbook that has nothing to do with the scan."""
    workbook = Workbook()
    workbook.worksheets[0]["A1"] = "Begroting 2027"
    workbook.save(path)
    return path


def with_stored_results(path: Path, results: Mapping[str, str]) -> Path:
    """Give formulas on the sheet QuickScan the result that a program stores beside them."""
    for cell, result in results.items():
        formula = rf'(<c r="{cell}"[^>]*?)( t="\w+")?(><f>[^<]*</f>)<v(?: ?/>|></v>)'
        _rewrite_sheet(path, formula, rf'\1 t="str"\3<v>{result}</v>')
    return path


def with_size(path: Path, cells: str) -> Path:
    """Let the sheet QuickScan say that it is of another size than it is."""
    return _rewrite_sheet(path, '<dimension ref="[^"]*"', f'<dimension ref="{cells}"')


def _rewrite_sheet(path: Path, old: str, new: str) -> Path:
    """Replace the one place in the sheet QuickScan that this pattern fits."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    sheet = f"xl/worksheets/sheet{load_workbook(path).sheetnames.index('QuickScan') + 1}.xml"
    text, count = re.subn(old, new, parts[sheet].decode("utf-8"))
    assert count == 1, f"{old} is there {count} times"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, text.encode("utf-8") if name == sheet else part)
    return path


def _sheet(workbook: Workbook) -> Worksheet:
    sheet = workbook["QuickScan"]
    assert isinstance(sheet, Worksheet)
    return sheet


def _row(workbook: Workbook, number: int) -> tuple[Cell, ...]:
    cell = _named(workbook, f"antwoord_{number:02d}")
    cells = _sheet(workbook)[cell.row][:6]
    return tuple(cell for cell in cells if isinstance(cell, Cell))


def filled_in_by_office(cases: Path, out: Path, template: Path = BLANK) -> None:
    """Let LibreOffice fill in a workbook as each case says."""
    program = ROOT / "tests" / "fill_scans.py"
    subprocess.run([uno_python() or "", program, template, cases, out], check=True, timeout=300)
