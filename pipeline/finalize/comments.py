"""Comments beside the text: which are still open, and taking them all away."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.edited.comments import anchored, comments_of
from pipeline.edited.draft import Draft
from pipeline.edited.xml import Element, all_of, pieces, remove, w


def open_comments(draft: Draft) -> Iterator[tuple[str, str]]:
    """Yield each comment that was neither resolved, replied to nor deleted.

    That is the heading it stands under, and its text.
    """
    comments = comments_of(draft)
    for heading, key in anchored(draft):
        one = comments.get(key)
        if one is not None and not (one.done or one.is_reply or one.answered):
            yield heading, one.text


def remove_comments(draft: Draft) -> None:
    """Take away every mark of a comment; without a mark its parts are not saved."""
    for story in draft.stories():
        for one in all_of(story, "commentRangeStart", "commentRangeEnd"):
            remove(one)
        for one in all_of(story, "commentReference"):
            _remove_with_run(one)


def _remove_with_run(mark: Element) -> None:
    run = mark.getparent()
    remove(mark)
    if run is not None and run.tag == w("r") and not list(pieces(run)):
        remove(run)
