"""Comments beside the text: which are still open, and taking them all away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.edited.draft import Draft
from pipeline.edited.xml import Element, all_of, pieces, remove, text_of, w, w14, w15

_DONE = {"1", "true"}


@dataclass(frozen=True, slots=True)
class _Comment:
    key: str
    author: str
    paragraph: str
    text: str


def open_comments(draft: Draft) -> Iterator[tuple[str, str]]:
    """Yield each comment that was neither resolved, replied to nor deleted.

    That is the heading it stands under, and its text.
    """
    comments = _comments(draft)
    threads = _threads(draft)
    replied = {parent for parent, _ in threads.values()}
    replies = {key for key, (parent, _) in threads.items() if parent}
    beside = _replies_without_thread(draft, comments, threads)
    for heading, key in _anchored(draft):
        one = comments.get(key)
        if one is None or key in beside or key in beside.values() or one.paragraph in replies:
            continue
        done = threads.get(one.paragraph, ("", False))[1]
        if not done and one.paragraph not in replied - {""}:
            yield heading, one.text


def _comments(draft: Draft) -> dict[str, _Comment]:
    found: dict[str, _Comment] = {}
    for part in draft.package.related(draft.package.main, "comments"):
        for one in all_of(draft.package.tree(part), "comment"):
            paragraphs = all_of(one, "p")
            last = paragraphs[-1].get(w14("paraId"), "") if paragraphs else ""
            text = " ".join(map(text_of, paragraphs)).strip()
            key = one.get(w("id"), "")
            found[key] = _Comment(key, one.get(w("author"), ""), last.upper(), text)
    return found


def _threads(draft: Draft) -> dict[str, tuple[str, bool]]:
    """Return per comment, by its last paragraph, what it replies to and whether it is done."""
    return {
        one.get(w15("paraId"), "").upper(): (
            one.get(w15("paraIdParent"), "").upper(),
            one.get(w15("done"), "").casefold() in _DONE,
        )
        for part in draft.package.related(draft.package.main, "commentsExtended")
        for one in draft.package.tree(part)
    }


def _anchors(draft: Draft) -> Iterator[tuple[str, list[str]]]:
    """Yield the comments at each place, with its heading; no text stands between them."""
    for story in draft.stories():
        heading = ""
        for paragraph in all_of(story, "p"):
            heading = text_of(paragraph) if draft.level_of(paragraph) else heading
            together: list[str] = []
            for one in paragraph.iter():
                if one.tag == w("commentReference"):
                    together.append(one.get(w("id"), ""))
                elif together and one.tag in {w("t"), w("tab")}:
                    yield heading, together
                    together = []
            if together:
                yield heading, together


def _anchored(draft: Draft) -> Iterator[tuple[str, str]]:
    for heading, together in _anchors(draft):
        for key in together:
            yield heading, key


def _replies_without_thread(
    draft: Draft, comments: dict[str, _Comment], threads: dict[str, tuple[str, bool]]
) -> dict[str, str]:
    """Return the replies of LibreOffice, which says nothing of threads, with what they answer.

    Such a reply stands at the same place as a comment of somebody else.
    """
    replies: dict[str, str] = {}
    for _, together in _anchors(draft):
        first = comments.get(together[0])
        for key in together[1:]:
            other = comments.get(key)
            if first and other and other.author != first.author and other.paragraph not in threads:
                replies[key] = first.key
    return replies


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
