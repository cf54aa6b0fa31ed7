"""The mail that goes with a final report."""

from __future__ import annotations

from pipeline.letters.stationery import Stationery
from pipeline.model import Content, Letter, Sender


def report_letter(whose_report: str, content: Content, sender: Sender, *, with_pdf: bool) -> Letter:
    """Return the mail that goes with a final report."""
    paper = Stationery(content, sender)
    keys = ("rapport: tekst", "rapport: pdf") if with_pdf else ("rapport: tekst",)
    subject = paper.say("rapport: onderwerp", onderdeel=whose_report)
    return Letter(subject, paper.letter(*map(paper.say, keys)))
