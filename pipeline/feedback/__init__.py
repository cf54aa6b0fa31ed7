"""A returned workbook that needs a person -> a copy of our own, filled in and annotated.

Never their file itself: what another program saved is only read. The copy is our blank workbook
with all that was understood, and bears no mark of ours, so that it is read when it comes back.
"""

from __future__ import annotations

from pipeline.feedback.asking_list import draw_asking_list
from pipeline.feedback.filling import fill_in
from pipeline.feedback.marks import mark
from pipeline.feedback.questions import questions
from pipeline.feedback.sheet import draw_questions
from pipeline.model import Content, Question, Questionnaire, Sender
from pipeline.sentences import Sentences
from pipeline.template import make_template, template_bytes

__all__ = ["annotated_copy", "draw_asking_list", "filled_copy", "questions"]


def annotated_copy(
    one: Questionnaire, asked: tuple[Question, ...], content: Content, sender: Sender
) -> bytes:
    """Return the workbook with what was understood, its open cells marked, and the questions."""
    workbook = make_template(content, sender)
    fill_in(workbook, one, content, asked)
    mark(workbook, asked, content)
    draw_questions(workbook, asked, Sentences(content.workbook, content, sender))
    return template_bytes(workbook)


def filled_copy(one: Questionnaire, content: Content, sender: Sender) -> bytes:
    """Return the workbook with what was understood, for who sent one without any answer."""
    workbook = make_template(content, sender)
    fill_in(workbook, one, content, ())
    return template_bytes(workbook)
