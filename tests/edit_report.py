"""Edit reports as people do: with LibreOffice, from readable lines, and save them as Word.

    /usr/bin/python3 tests/edit_report.py REPORT EDITS OUT

A line of EDITS is one edit:

    vervang | Jan Verhulst | een collega        everywhere
    vul     | Naam | Bea                        the first place that is left
    kruis   | 7 Vertrouwen opbouwen | 2         the second tip under that heading
    los op                                      all comments
    volg wijzigingen                            from here on
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.office import running_office

FORMAT = "MS Word 2007 XML"
TICKED = "☒"


def main(report: Path, edits: Path, out: Path) -> None:
    """Open a report, do the edits one by one, and save it as another file."""
    with running_office() as desktop:
        hidden = office_property("Hidden", True)
        document = desktop.loadComponentFromURL(report.resolve().as_uri(), "_blank", 0, (hidden,))
        try:
            for name, *words in read_edits(edits.read_text(encoding="utf-8")):
                EDITS[name](document, *words)
            kind = office_property("FilterName", FORMAT)
            document.storeToURL(out.resolve().as_uri(), (kind,))
        finally:
            document.close(True)


def read_edits(text: str) -> Iterator[list[str]]:
    """Return the words of each line."""
    for line in text.splitlines():
        if line.strip():
            yield [word.strip() for word in line.split("|")]


def _replace(document: Any, text: str, into: str) -> None:
    search = document.createReplaceDescriptor()
    search.SearchString, search.ReplaceString = text, into
    if not document.replaceAll(search):
        raise LookupError(text)


def _fill(document: Any, prompt: str, text: str) -> None:
    search = document.createSearchDescriptor()
    search.SearchString = prompt
    found = document.findFirst(search)
    if found is None:
        raise LookupError(prompt)
    found.String = text


def _tick(document: Any, heading: str, place: str) -> None:
    """Tick a box: what a click does, the stored state and the sign that is seen."""
    boxes = list(_boxes(document, heading))
    box = boxes[int(place) - 1]
    box.Checked = True
    parts = box.createEnumeration()
    parts.nextElement().String = TICKED


def _boxes(document: Any, heading: str) -> Iterator[Any]:
    """Yield the boxes below a heading, up to the next one."""
    below = False
    for paragraph in _parts(document.Text):
        if paragraph.supportsService("com.sun.star.text.TextTable"):
            continue
        if paragraph.OutlineLevel:
            below = paragraph.String == heading
        elif below:
            for portion in _parts(paragraph):
                if portion.TextPortionType == "ContentControl" and portion.ContentControl.Checkbox:
                    yield portion.ContentControl


def _resolve_all(document: Any) -> None:
    for field in _parts(document.getTextFields()):
        if hasattr(field, "Resolved"):
            field.Resolved = True


def _track(document: Any) -> None:
    document.RecordChanges = True


def _parts(holder: Any) -> Iterator[Any]:
    parts = holder.createEnumeration()
    while parts.hasMoreElements():
        yield parts.nextElement()


def office_property(name: str, value: object) -> Any:
    uno: Any = importlib.import_module("uno")
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


EDITS: dict[str, Callable[..., None]] = {
    "vervang": _replace,
    "vul": _fill,
    "kruis": _tick,
    "los op": _resolve_all,
    "volg wijzigingen": _track,
}


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
