"""The comments of an edited report: where they stand, which are answers, and which are done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.edited.draft import Draft
from pipeline.edited.xml import all_of, text_of, w, w14, w15

_DONE = {"1", "true"}


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment; `paragraph` is the id of its last paragraph, by which its thread names it.

    `done` tells that somebody ticked it off, `is_reply` and `answered` what it is in its thread.
    """

    key: str
    author: str
    paragraph: str
    text: str
    done: bool = False
    is_reply: bool = False
    answered: bool = False


@dataclass(frozen=True, slots=True)
class _Thread:
    parent: str
    done: bool


def comments_of(draft: Draft) -> dict[str, Comment]:
    """Return the comments by their numbers, each with its place in its thread."""
    found = {one.key: one for one in _comments(draft)}
    threads = _threads(draft)
    parents = {one.parent for one in threads.values()} - {""}
    beside = _replies_without_thread(draft, found, threads)
    return {
        key: Comment(
            key,
            one.author,
            one.paragraph,
            one.text,
            one.paragraph in threads and threads[one.paragraph].done,
            key in beside or (one.paragraph in threads and bool(threads[one.paragraph].parent)),
            key in beside.values() or one.paragraph in parents,
        )
        for key, one in found.items()
    }


def _comments(draft: Draft) -> Iterator[Comment]:
    for part in draft.package.related(draft.package.main, "comments"):
        for one in all_of(draft.package.tree(part), "comment"):
            paragraphs = all_of(one, "p")
            last = paragraphs[-1].get(w14("paraId"), "") if paragraphs else ""
            text = " ".join(map(text_of, paragraphs)).strip()
            yield Comment(one.get(w("id"), ""), one.get(w("author"), ""), last.upper(), text)


def _threads(draft: Draft) -> dict[str, _Thread]:
    """Return what Word keeps of comments, by their last paragraphs."""
    return {
        one.get(w15("paraId"), "").upper(): _Thread(
            one.get(w15("paraIdParent"), "").upper(),
            one.get(w15("done"), "").casefold() in _DONE,
        )
        for part in draft.package.related(draft.package.main, "commentsExtended")
        for one in draft.package.tree(part)
    }


def anchored(draft: Draft) -> Iterator[tuple[str, str]]:
    """Yield the number of each comment in order of the text, with the heading above it."""
    for heading, together in _anchors(draft):
        for key in together:
            yield heading, key


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


def _replies_without_thread(
    draft: Draft, comments: dict[str, Comment], threads: dict[str, _Thread]
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
