"""Tracked changes: whether there are any, and accepting them all."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.edited.xml import Element, all_of, pieces, remove, unwrap, w, words

_ADDED = ("ins", "moveTo")
_GONE = ("del", "moveFrom")
_CELLS = ("cellIns", "cellDel", "cellMerge")
_LOOKS = words("""rPrChange pPrChange sectPrChange tblPrChange tblPrExChange tblGridChange
    trPrChange tcPrChange numberingChange""")
_RANGES = words("""moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd
    customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd
    customXmlMoveFromRangeStart customXmlMoveFromRangeEnd customXmlMoveToRangeStart
    customXmlMoveToRangeEnd""")
_ALL = (*_ADDED, *_GONE, *_CELLS, *_LOOKS, *_RANGES)
_PROPERTIES = {w("rPr"), w("trPr"), w("numPr")}


def revisions(root: Element) -> list[Element]:
    """Return every mark of a tracked change."""
    return all_of(root, *_ALL)


def accept_all(root: Element) -> None:
    """Keep what was added, take away what was deleted or moved, and forget who did it."""
    for one in all_of(root, "cellDel"):
        _remove_cell(one)
    for row in [one for one in all_of(root, "tr") if _is_marked(one, "trPr")]:
        remove(row)
    for paragraph in [one for one in all_of(root, "p") if _is_marked(one, "pPr/w:rPr")]:
        _join(paragraph)
    for one in all_of(root, *_GONE, *_LOOKS, *_RANGES, *_CELLS):
        remove(one)
    for one in all_of(root, *_ADDED):
        remove(one) if _is_property(one) else unwrap(one, one)
    for table in [one for one in all_of(root, "tbl") if one.find(w("tr")) is None]:
        remove(table)


def _is_property(mark: Element) -> bool:
    """Tell whether a mark says that its paragraph or row is new, and holds no text itself."""
    parent = mark.getparent()
    return parent is not None and parent.tag in _PROPERTIES


def _is_marked(element: Element, path: str) -> bool:
    """Tell whether a row, or the end of a paragraph, was deleted."""
    spaces = {"w": w("")[1:-1]}
    return any(element.find(f"w:{path}/w:{gone}", spaces) is not None for gone in _GONE)


def _remove_cell(mark: Element) -> None:
    cell = next(mark.iterancestors(w("tc")))
    row = cell.getparent()
    if row is not None and len(row.findall(w("tc"))) > 1:
        remove(cell)


def _join(paragraph: Element) -> None:
    """Join a paragraph whose end was deleted with the next one, which keeps its own look."""
    for gone in all_of(paragraph, *_GONE):
        if not _is_property(gone):
            remove(gone)
    following = paragraph.getnext()
    if following is not None and following.tag == w("p"):
        inside = [one for one in paragraph if one.tag != w("pPr")]
        properties = following.find(w("pPr"))
        place = 0 if properties is None else following.index(properties) + 1
        following[place:place] = inside
        remove(paragraph)
    elif not any(True for _ in pieces(paragraph)) and _may_go(paragraph):
        remove(paragraph)


def _may_go(paragraph: Element) -> bool:
    """Tell whether what holds a paragraph still ends in one without it."""
    parent = paragraph.getparent()
    if parent is None or parent.tag != w("tc"):
        return True
    others: Iterator[Element] = (one for one in parent if one.tag == w("p"))
    return paragraph.getnext() is not None or (
        len(list(others)) > 1 and _is_paragraph(paragraph.getprevious())
    )


def _is_paragraph(element: Element | None) -> bool:
    return element is not None and element.tag == w("p")
