"""Places to fill in: content controls of Word, inside a paragraph, where every program keeps them.

A tick box carries no title: with one, LibreOffice 7.4 wraps the rest of the document in it.
"""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from pipeline.model import Control, ControlKind
from pipeline.word.text import clean, run_text

UNTICKED, TICKED = "☐", "☒"
_STATES = (
    '<w14:checkbox><w14:checked w14:val="0"/>'
    f'<w14:checkedState w14:val="{ord(TICKED):04X}" w14:font="MS Gothic"/>'
    f'<w14:uncheckedState w14:val="{ord(UNTICKED):04X}" w14:font="MS Gothic"/></w14:checkbox>'
)
_DATE = (
    '<w:date><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="nl-NL"/>'
    '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
)


def tick_box(tag: str, number: int) -> str:
    """Return a box that can be ticked, with a tab behind it."""
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val={quoteattr(tag)}/><w:id w:val="{number}"/>{_STATES}'
        f"</w:sdtPr><w:sdtContent><w:r><w:t>{UNTICKED}</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:r><w:tab/></w:r>"
    )


def control_xml(control: Control, tag: str, number: int, prompt_style: str) -> str:
    """Return a control that shows its value, or its prompt in the style of prompts."""
    if control.value:
        showing, inner = "", f"<w:r>{run_text(control.value)}</w:r>"
    else:
        showing = "<w:showingPlcHdr/>"
        look = f'<w:rPr><w:rStyle w:val="{prompt_style}"/></w:rPr>'
        inner = f"<w:r>{look}{run_text(control.prompt)}</w:r>"
    title = quoteattr(clean(control.title))
    return (
        f"<w:sdt><w:sdtPr><w:alias w:val={title}/><w:tag w:val={quoteattr(tag)}/>"
        f'<w:id w:val="{number}"/>{showing}{_kind(control)}</w:sdtPr>'
        f"<w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    )


def _kind(control: Control) -> str:
    if control.kind is ControlKind.DATE:
        return _DATE
    if control.kind is ControlKind.TEXT:
        return '<w:text w:multiLine="1"/>'
    items = "".join(
        f"<w:listItem w:displayText={choice} w:value={choice}/>"
        for choice in (quoteattr(clean(choice)) for choice in control.choices)
    )
    return f"<w:dropDownList>{items}</w:dropDownList>"
