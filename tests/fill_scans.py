"""Fill in workbooks as people do: with LibreOffice, from readable cases.

    /usr/bin/python3 tests/fill_scans.py TEMPLATE CASES_FOLDER OUT_FOLDER

A case is a text file. A line holds a field (`organisatie: Gemeente Toetsdam`) or a stelling with
its answer and perhaps a remark (`07: Grotendeels | Wij doen dit samen.`); `alles` is every
stelling, and a later line goes before an earlier one. What stands there is what is typed, also
where it is wrong; between double quotes spaces count. A line with # is a note.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.office import running_office

FORMAT = "Calc MS Excel 2007 XML"
FIRST_DAY = date(1899, 12, 30)


def main(template: Path, cases: Path, out: Path) -> None:
    """Make one workbook per case, with the name of its text file."""
    out.mkdir(parents=True, exist_ok=True)
    with running_office() as desktop:
        for case in sorted(cases.glob("*.txt")):
            inputs = dict(read_case(case.read_text(encoding="utf-8")))
            fill_in(desktop, template, inputs, out / f"{case.stem}.xlsx")


def read_case(text: str) -> Iterator[tuple[str, str]]:
    """Return the defined names with what is typed there."""
    for line in text.splitlines():
        name, colon, typed = line.partition(":")
        if not colon or line.startswith("#"):
            continue
        if name.strip() == "alles":
            for number in range(1, 25):
                yield f"antwoord_{number:02d}", typed.strip()
            continue
        if not name.strip().isdecimal():
            yield name.strip(), typed.strip()
            continue
        answer, _, remark = typed.partition(" | ")
        yield f"antwoord_{name.strip()}", _unquoted(answer.strip())
        yield f"opmerking_{name.strip()}", remark.strip()


def _unquoted(text: str) -> str:
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text


def fill_in(desktop: Any, template: Path, inputs: dict[str, str], target: Path) -> None:
    """Open the template, type the inputs at their names, and save it as a new workbook."""
    hidden = _property("Hidden", True)
    document = desktop.loadComponentFromURL(template.resolve().as_uri(), "_blank", 0, (hidden,))
    try:
        for name, typed in inputs.items():
            if typed:
                _type(_cell(document, name), name, typed)
        document.calculateAll()
        document.storeToURL(target.resolve().as_uri(), (_property("FilterName", FORMAT),))
    finally:
        document.close(True)


def _cell(document: Any, name: str) -> Any:
    named = document.NamedRanges.getByName(name)
    return named.getReferredCells().getCellByPosition(0, 0)


def _type(cell: Any, name: str, typed: str) -> None:
    """Type a date and a number of people as values, all else as text."""
    if name == "datum":
        cell.Value = (datetime.strptime(typed, "%d-%m-%Y").date() - FIRST_DAY).days
    elif name == "aantal" and typed.isdecimal():
        cell.Value = int(typed)
    else:
        cell.String = typed


def _property(name: str, value: object) -> Any:
    uno: Any = importlib.import_module("uno")
    struct = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    struct.Name, struct.Value = name, value
    return struct


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
