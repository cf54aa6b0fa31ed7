"""Comments of this tool in an edited report: adding them, and taking those away that are over."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from pipeline.edited.comments import comments_of
from pipeline.edited.draft import Draft
from pipeline.edited.package import OFFICE, Relation
from pipeline.edited.xml import Element, all_of, read_fragment, remove, text_of, w, w14
from pipeline.word.comments import (
    AUTHOR,
    COMMENTS_PART,
    COMMENTS_TYPE,
    comment_xml,
)
from pipeline.word.styles import COMMENT_REFERENCE, COMMENT_TEXT
from pipeline.word.text import clean

_EMPTY = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
)


_THREADS = ("commentsExtended", "commentsIds")


class Remarks:
    """The comments of one report."""

    def __init__(self, draft: Draft) -> None:
        """Take the report, which is changed in place."""
        self._draft = draft
        numbers = [one.get(w("id"), "") for one in self._all()]
        numbers += [one.get(w("id"), "") for one in all_of(draft.main, "commentReference")]
        self._numbers = count(max([-1, *(int(n) for n in numbers if n.isdigit())]) + 1)

    def _all(self) -> list[Element]:
        package = self._draft.package
        return [
            one
            for part in package.related(package.main, "comments")
            for one in all_of(package.tree(part), "comment")
        ]

    def add(self, paragraph: Element, text: str) -> None:
        """Put a comment around all that stands in a paragraph."""
        number = next(self._numbers)
        text_style = self._draft.style_id(COMMENT_TEXT) or ""
        reference = self._draft.style_id(COMMENT_REFERENCE) or ""
        self._root().append(
            read_fragment(comment_xml(number, clean(text), text_style, reference))[0]
        )
        properties = paragraph.find(w("pPr"))
        start = paragraph.makeelement(w("commentRangeStart"), {w("id"): str(number)})
        paragraph.insert(0 if properties is None else 1, start)
        paragraph.extend(read_fragment(_mark(number, reference)))

    def says(self, paragraph: Element, text: str) -> bool:
        """Tell whether this tool says this beside a paragraph already."""
        return any(_said(one) == clean(text) for _, one in self._own(paragraph))

    def take_away(self, paragraph: Element, texts: set[str]) -> bool:
        """Take away the comments of this tool that say one of these; tell whether there were any.

        One that a person answered stays: the answer would mean nothing without it.
        """
        found = [
            (number, comment)
            for number, comment in self._own(paragraph)
            if _said(comment) in texts and not self._is_answered(number)
        ]
        for number, comment in found:
            self._take_thread(comment)
            remove(comment)
            self._take_mark(number)
        return bool(found)

    def take_away_from(self, paragraph: Element, start: str) -> bool:
        """Take away the comments of this tool that begin with these words, in the same way."""
        said = {_said(one) for _, one in self._own(paragraph)}
        return self.take_away(paragraph, {text for text in said if text.startswith(start)})

    def _is_answered(self, number: str) -> bool:
        comment = comments_of(self._draft).get(number)
        return comment is not None and comment.answered

    def _take_thread(self, comment: Element) -> None:
        """Take away what Word keeps of a comment beside it, by the ids of its paragraphs."""
        keys = {one.get(w14("paraId"), "").upper() for one in all_of(comment, "p")} - {""}
        package = self._draft.package
        for kind in _THREADS:
            for part in package.related(package.main, kind):
                for one in list(package.tree(part)):
                    if any(value.upper() in keys for value in map(str, one.attrib.values())):
                        remove(one)

    def _own(self, paragraph: Element) -> Iterator[tuple[str, Element]]:
        beside = {one.get(w("id"), "") for one in all_of(paragraph, "commentReference")}
        for one in self._all():
            if one.get(w("id")) in beside and one.get(w("author")) == AUTHOR:
                yield one.get(w("id"), ""), one

    def _take_mark(self, number: str) -> None:
        names = ("commentRangeStart", "commentRangeEnd", "commentReference")
        for one in all_of(self._draft.main, *names):
            if one.get(w("id")) == number:
                run = one.getparent()
                is_run = run is not None and run.tag == w("r")
                remove(run if is_run and run is not None else one)

    def _root(self) -> Element:
        """Return the part with comments; it is made where the report has none."""
        package = self._draft.package
        part = next(package.related(package.main, "comments"), None)
        if part is None:
            part = COMMENTS_PART
            package.put(part, _EMPTY.encode(), COMMENTS_TYPE)
            relations = package.relations[package.main]
            relations.append(Relation("rIdQSComments", f"{OFFICE}/comments", part))
        return package.tree(part)


def _said(comment: Element) -> str:
    return "\n".join(map(text_of, all_of(comment, "p")))


def _mark(number: int, reference: str) -> str:
    look = f'<w:rPr><w:rStyle w:val="{reference}"/></w:rPr>' if reference else ""
    return (
        f'<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r>{look}<w:commentReference w:id="{number}"/></w:r>'
    )
