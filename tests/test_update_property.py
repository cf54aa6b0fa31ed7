"""Whatever a person does in a report, an update loses none of it and renews all the rest.

Random edits in a small report, with and without bookmarks; then the answers change.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.content import load_content
from pipeline.model import Content, Sender, Source
from pipeline.report import Material, compose
from pipeline.update import Updated, update
from pipeline.word import draw, open_style
from tests.editing import Editor, named_texts, texts
from tests.people import advised, person
from tests.sheets import ROOT
from tests.small_content import small_folder

NOW = datetime(2026, 11, 23, 14, 30, tzinfo=UTC)
SOURCE = Source("rapport.docx")
PLACE = st.integers(0, 400)
ANSWERS = st.text("NDGVOx.", min_size=3, max_size=3)


@dataclass(frozen=True)
class Edit:
    """One thing that a person does."""

    name: str
    at: int
    to: int

    def do(self, editor: Editor, number: int) -> None:
        text = f"Eigen tekst {number} over fietsen"
        doings: dict[str, Callable[[], None]] = {
            "replace": lambda: editor.replace(self.at, text),
            "insert": lambda: editor.insert(self.at, text),
            "delete": lambda: editor.delete(self.at),
            "move": lambda: editor.move(self.at, self.to),
            "split": lambda: editor.split(self.at),
            "join": lambda: editor.join(self.at),
            "restyle": lambda: editor.restyle(self.at),
            "cell": lambda: editor.cell(self.at, text),
            "row": lambda: editor.add_row(self.at, text),
        }
        doings[self.name]()


NAMES = ("replace", "insert", "delete", "move", "split", "join", "restyle", "cell", "row")
EDITS = st.lists(st.builds(Edit, st.sampled_from(NAMES), PLACE, PLACE), max_size=12)


@cache
def small_content() -> Content:
    with TemporaryDirectory() as folder:
        return load_content(small_folder(Path(folder) / "klein"))


@lru_cache(64)
def report(answers: str) -> bytes:
    content = small_content()
    own = ROOT / "content" / "huisstijl.docx"
    style = open_style(own, own)
    material = Material(advised(content, person(content, answers)), content)
    return draw(compose(material, Sender()), style, NOW)


def updated(edited: bytes, fresh: bytes) -> Updated:
    found = update(edited, fresh, small_content(), SOURCE)
    assert isinstance(found, Updated)
    return found


def edit(docx: bytes, edits: list[Edit]) -> Editor:
    editor = Editor(docx)
    for number, one in enumerate(edits):
        one.do(editor, number)
    return editor


@settings(max_examples=25)
@given(ANSWERS, ANSWERS, EDITS, st.booleans())
def test_no_text_of_a_person_is_ever_lost(
    before: str, after: str, edits: list[Edit], nameless: bool
) -> None:
    editor = edit(report(before), edits)
    if nameless:
        editor.lose_bookmarks()
    edited = editor.saved()
    there = set(texts(edited))
    result = updated(edited, report(after)).content or edited
    own = [text for text in editor.own if text.strip() and any(text in one for one in there)]
    found = texts(result)
    assert [text for text in own if not any(text in one for one in found)] == []


@settings(max_examples=25)
@given(ANSWERS, ANSWERS, EDITS)
def test_what_nobody_touched_is_as_in_the_fresh_report(
    before: str, after: str, edits: list[Edit]
) -> None:
    base, fresh = named_texts(report(before)), named_texts(report(after))
    editor = edit(report(before), edits)
    edited = editor.saved()
    result = named_texts(updated(edited, report(after)).content or edited)
    touched = editor.touched | editor.deleted
    for name, around in editor.tables_of.items():  # written in a column that is there no longer
        touched |= around if name not in fresh else set()
    untouched = (base.keys() & fresh.keys()) - touched
    assert {name: result.get(name) for name in untouched} == {
        name: fresh[name] for name in untouched
    }
    over = base.keys() - fresh.keys() - touched
    assert {name for name in over if result.get(name) == base[name]} <= (
        editor.moved | editor.lengthened
    )


@settings(max_examples=10)
@given(ANSWERS, ANSWERS)
def test_a_report_that_nobody_touched_becomes_the_fresh_one(before: str, after: str) -> None:
    edited = report(before)
    assert texts(updated(edited, report(after)).content or edited) == texts(report(after))


@settings(max_examples=10)
@given(ANSWERS, ANSWERS, EDITS, st.booleans())
def test_updating_twice_changes_nothing(
    before: str, after: str, edits: list[Edit], nameless: bool
) -> None:
    editor = edit(report(before), edits)
    if nameless:
        editor.lose_bookmarks()
    edited = editor.saved()
    once = updated(edited, report(after)).content or edited
    assert updated(once, report(after)).content is None


@pytest.mark.parametrize("way", ["lose_bookmarks", "cut_runs", "smart_quotes"])
@settings(max_examples=5)
@given(ANSWERS, ANSWERS)
def test_how_a_program_writes_it_makes_no_difference(way: str, before: str, after: str) -> None:
    editor = Editor(report(before))
    getattr(editor, way)()
    edited = editor.saved()
    assert updated(edited, report(before)).content is None
    found = texts(updated(edited, report(after)).content or edited)
    assert [one.replace("’", "'") for one in found] == texts(report(after))
