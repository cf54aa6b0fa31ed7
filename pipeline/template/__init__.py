"""Content -> the blank workbook that people fill in.

Every word comes from content/. Only the names of sheets and cells stand in the code, because
the reader shares them (workbook_layout).
"""

from __future__ import annotations

from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties

from pipeline.cells import put_text
from pipeline.model import Content, Sender
from pipeline.sentences import Sentences
from pipeline.template.explanation import draw_explanation
from pipeline.template.lists import draw_lists
from pipeline.template.profile import draw_profile
from pipeline.template.save import template_bytes
from pipeline.template.scan import draw_scan
from pipeline.template.terms import draw_terms

__all__ = [
    "Prefill",
    "make_template",
    "missing_settings",
    "template_bytes",
]

_WITH_SETTINGS = ("uitleg: terugsturen ", "privacy: ")


@dataclass(frozen=True, slots=True)
class Prefill:
    """What is filled in beforehand; empty is left to the people themselves."""

    organisation: str = ""
    department: str = ""


def make_template(content: Content, sender: Sender, prefill: Prefill | None = None) -> Workbook:
    """Draw the blank workbook. A sentence that needs a setting which is missing is left out."""
    workbook = Workbook()
    workbook.properties = DocumentProperties(
        title=content.title, creator="QuickScan", language="nl-NL"
    )
    texts = Sentences(content.workbook, content, sender)
    for draw in (draw_explanation, draw_profile, draw_scan, draw_terms, draw_lists):
        draw(workbook, content, texts)
    _fill_in(workbook, prefill or Prefill())
    return workbook


def missing_settings(content: Content, sender: Sender) -> tuple[str, ...]:
    """Return the attributes of Sender because of which a sentence is left out of the workbook."""
    keys = (key for key, _ in content.workbook.entries if key.startswith(_WITH_SETTINGS))
    return Sentences(content.workbook, content, sender).missing(keys)


def _fill_in(workbook: Workbook, prefill: Prefill) -> None:
    for name, text in (("organisatie", prefill.organisation), ("onderdeel", prefill.department)):
        place = next(workbook.defined_names[name].destinations)
        put_text(workbook[place[0]][place[1]], text)
