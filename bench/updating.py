"""A report that a person edited, brought up to date when two answers changed, beside a fresh one.

Both go from the scored workbook to a checked .docx, in memory; the style document is open already.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bench.example import WORKBOOK, content, style_path
from pipeline.intake import take_in
from pipeline.model import Antwoord, Report, Sender, Source
from pipeline.run import Desk
from pipeline.teams import score_all
from pipeline.update import Updated, update
from pipeline.word import draw, open_style, verify
from tests.editing import Editor

FRESH = "fresh: compose, draw, check"
UPDATED = "updated: the same, and edits of a person kept"
_CHANGED = {7: Antwoord.NIET, 16: Antwoord.VOLLEDIG}
_EVERY = 25  # paragraphs: a report of 550 then has about twenty edits


def updaters() -> dict[str, Callable[[], bytes]]:
    """Return making a fresh report, and updating an edited one; each gives a .docx."""
    now = datetime.now().astimezone()
    style = open_style(style_path(), style_path())

    def fresh() -> bytes:
        report = _report(_CHANGED, now)
        docx = draw(report, style, now)
        verify(docx, report)
        return docx

    edited = _edited(draw(_report({}, now), style, now))

    def updated() -> bytes:
        done = update(edited, fresh(), content(), Source("rapport.docx"))
        if not isinstance(done, Updated) or done.content is None:
            raise SystemExit("nothing was updated")
        return done.content

    return {FRESH: fresh, UPDATED: updated}


def _report(changes: dict[int, Antwoord], now: datetime) -> Report:
    """Compose the report on the mixed example, in which some answers are other ones."""
    (checked,) = take_in([WORKBOOK], content())
    if checked.questionnaire is None:
        raise SystemExit(str(WORKBOOK))
    answers = tuple(
        replace(one, antwoord=changes.get(one.stelling, one.antwoord))
        for one in checked.questionnaire.answers
    )
    changed = replace(checked, questionnaire=replace(checked.questionnaire, answers=answers))
    (advised,) = score_all([changed], content())
    return Desk(content(), Sender(), Path(), now).compose(advised, None)


def _edited(docx: bytes) -> bytes:
    """Return a report in which a person typed, added, deleted, moved and filled in."""
    editor = Editor(docx)
    for number, at in enumerate(range(20, len(editor.paragraphs), _EVERY)):
        edit = (editor.replace, editor.insert)[number % 2]
        edit(at, f"Eigen tekst {number} van de adviseur")
        editor.cell(at, "Eigen woorden")
    editor.delete(60)
    editor.move(90, 120)
    return editor.saved()
