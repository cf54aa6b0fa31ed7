"""Ticked tips go to the agenda; the others of that stelling to an annex of their own."""

from __future__ import annotations

from itertools import count, groupby

from pipeline.edited.agenda import fill_in
from pipeline.edited.draft import Draft
from pipeline.edited.tips import EditedTip, find_tips, remove_box, remove_empty_labels
from pipeline.edited.xml import Element, all_of, read_fragment, remove, w
from pipeline.model import Role
from pipeline.word.styles import HEADING_STYLES, STYLE_OF_ROLE, TOC_STYLES
from pipeline.word.text import run_text

_BOOKMARK = "_bijlage_andere_tips"
_LEVEL = 2


def settle_tips(draft: Draft) -> None:
    """Give each ticked tip its row, move what was passed over, and take all boxes away."""
    tips = find_tips(draft)
    for tip in tips:
        if tip.ticked:
            fill_in(draft, tip.stelling, tip.heading if tip.stelling else "", tip.action)
    for tip in tips:
        remove_box(draft, tip.paragraphs[0])
    moved = _passed_over(tips)
    if moved:
        _write_annex(draft, moved)
        remove_empty_labels(draft)


def _passed_over(tips: list[EditedTip]) -> list[EditedTip]:
    """Return the tips without a tick of the stellingen that have one with."""
    chosen = {tip.stelling for tip in tips if tip.ticked} - {None}
    return [tip for tip in tips if tip.ticked is False and tip.stelling in chosen]


def _write_annex(draft: Draft, tips: list[EditedTip]) -> None:
    """Write the annex at the end of the text, and its line in the table of contents."""
    title = draft.say("finalize: bijlage andere tips")
    heading = _paragraph(draft, HEADING_STYLES[_LEVEL - 1], title)
    _mark(draft, heading)
    _append(draft, heading)
    said = draft.say("finalize: bijlage andere tips inleiding")
    _append(draft, _paragraph(draft, STYLE_OF_ROLE[Role.INTRO], said))
    for named, of_stelling in groupby(tips, key=lambda tip: tip.heading):
        _append(draft, _paragraph(draft, HEADING_STYLES[2], named))
        for tip in of_stelling:
            for paragraph in tip.paragraphs:
                _append(draft, paragraph)
    _add_to_contents(draft, title)


def _append(draft: Draft, paragraph: Element) -> None:
    section = draft.body.find(w("sectPr"))
    if section is None:
        draft.body.append(paragraph)
    else:
        section.addprevious(paragraph)


def _paragraph(draft: Draft, style: str, text: str) -> Element:
    (paragraph,) = read_fragment(f"<w:p><w:r>{run_text(text)}</w:r></w:p>")
    style_id = draft.style_id(style)
    if style_id is not None:
        properties = read_fragment('<w:pPr><w:pStyle w:val=""/></w:pPr>')[0]
        properties[0].set(w("val"), style_id)
        paragraph.insert(0, properties)
    return paragraph


def _mark(draft: Draft, heading: Element) -> None:
    """Put a bookmark around a heading, with a number that is still free."""
    taken = {one.get(w("id")) for one in all_of(draft.body, "bookmarkStart")}
    number = next(str(one) for one in count(1) if str(one) not in taken)
    start, end = read_fragment(
        f'<w:bookmarkStart w:id="{number}" w:name="{_BOOKMARK}"/><w:bookmarkEnd w:id="{number}"/>'
    )
    heading.insert(len(heading) - 1, start)
    heading.append(end)


def _add_to_contents(draft: Draft, title: str) -> None:
    """Add a line after the last one of the table of contents, and move its end along."""
    lines = [one for one in all_of(draft.body, "p") if draft.style_of(one).startswith("toc ")]
    lines = [one for one in lines if draft.style_of(one) != "toc heading"]
    if not lines:
        return
    (link,) = read_fragment(
        f'<w:hyperlink w:anchor="{_BOOKMARK}" w:history="1"><w:r>{run_text(title)}</w:r>'
        "</w:hyperlink>"
    )
    line = _paragraph(draft, TOC_STYLES[_LEVEL - 1], "")
    for run in all_of(line, "r"):
        remove(run)
    line.append(link)
    for run in _end_of_field(lines[-1]):
        line.append(run)
    lines[-1].addnext(line)


def _end_of_field(line: Element) -> list[Element]:
    """Return the run that ends the table of contents, where the last line holds it."""
    marks = all_of(line, "fldChar")
    kinds = [one.get(w("fldCharType")) for one in marks]
    if kinds.count("end") <= kinds.count("begin"):
        return []
    run = marks[-1].getparent()
    return [] if run is None else [run]
