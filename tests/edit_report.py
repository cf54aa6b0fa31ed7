"""Edit reports as people do: with LibreOffice, from readable lines, and save them as Word.

    /usr/bin/python3 tests/edit_report.py REPORT EDITS OUT

A line of EDITS is one edit:

    vervang | Jan Verhulst | een collega        everywhere
    vul     | Naam | Bea                        the first place that is left
    kruis   | 7 Vertrouwen opbouwen | 2         the second tip under that heading
    los op                                      all comments
    volg wijzigingen                            from here on
    voeg toe  | Wie moet u spreken? | Bel Jo    a paragraph behind the one with that text
    beeld     | Wie moet u spreken?             a picture behind the paragraph with that text
    verwijder | 7 Vertrouwen opbouwen           a heading and all below it
    verplaats | 7 Vertrouwen opbouwen | 3 Basis… a heading and all below it, before another heading
    vet       | Wie moet u spreken?             the paragraph with that text in bold
"""

from __future__ import annotations

import base64
import importlib
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.office import office_property, running_office

FORMAT = "MS Word 2007 XML"
TICKED = "☒"
_DOT = (  # a picture of one point
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5Er"
    "kJggg=="
)


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


def _paragraph(document: Any, text: str) -> Any:
    """Return the first paragraph that holds a text."""
    for paragraph in _parts(document.Text):
        is_table = paragraph.supportsService("com.sun.star.text.TextTable")
        if not is_table and text in paragraph.String:
            return paragraph
    raise LookupError(text)


def _new_paragraph(document: Any, text: str) -> Any:
    """Return a cursor in a new paragraph behind the one that holds a text."""
    uno: Any = importlib.import_module("uno")
    cursor = document.Text.createTextCursorByRange(_paragraph(document, text).End)
    end = uno.getConstantByName("com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK")
    document.Text.insertControlCharacter(cursor, end, False)
    return cursor


def _add(document: Any, text: str, new: str) -> None:
    document.Text.insertString(_new_paragraph(document, text), new, False)


def _add_picture(document: Any, text: str) -> None:
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        file.write(base64.b64decode(_DOT))
        file.flush()
        picture = document.createInstance("com.sun.star.text.TextGraphicObject")
        picture.setPropertyValue("GraphicURL", Path(file.name).as_uri())
        document.Text.insertTextContent(_new_paragraph(document, text), picture, False)


def _section(document: Any, heading: str) -> Any:
    """Return a cursor over a heading and all below it, up to the next one of its level."""
    level = 0
    cursor = None
    for part in _parts(document.Text):
        if part.supportsService("com.sun.star.text.TextTable"):
            continue
        if cursor is None and part.OutlineLevel and part.String == heading:
            level = part.OutlineLevel
            cursor = document.Text.createTextCursorByRange(part.Start)
        elif cursor is not None and 0 < part.OutlineLevel <= level:
            cursor.gotoRange(part.Start, True)
            return cursor
    raise LookupError(heading)


def _delete(document: Any, heading: str) -> None:
    _section(document, heading).String = ""


def _move(document: Any, heading: str, before: str) -> None:
    controller = document.CurrentController
    cursor = _section(document, heading)
    controller.select(cursor)
    cut = controller.getTransferable()
    cursor.String = ""
    controller.ViewCursor.gotoRange(_section(document, before).Start, False)
    controller.insertTransferable(cut)


def _bold(document: Any, text: str) -> None:
    cursor = document.Text.createTextCursorByRange(_paragraph(document, text).Start)
    cursor.gotoEndOfParagraph(True)
    cursor.CharWeight = 150.0


def _track(document: Any) -> None:
    document.RecordChanges = True


def _parts(holder: Any) -> Iterator[Any]:
    parts = holder.createEnumeration()
    while parts.hasMoreElements():
        yield parts.nextElement()


EDITS: dict[str, Callable[..., None]] = {
    "vervang": _replace,
    "vul": _fill,
    "kruis": _tick,
    "los op": _resolve_all,
    "volg wijzigingen": _track,
    "voeg toe": _add,
    "beeld": _add_picture,
    "verwijder": _delete,
    "verplaats": _move,
    "vet": _bold,
}


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
