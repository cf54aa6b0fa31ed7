"""Text and rows that are in a report and that nobody sees."""

from __future__ import annotations

from pipeline.edited.draft import Draft
from pipeline.edited.xml import Element, all_of, is_on, remove, value, w

_STAYS = {w("rPr"), w("fldChar")}
_HIDING = ("vanish", "specVanish")


def remove_hidden_text(draft: Draft) -> None:
    """Take away hidden runs and table rows; the frame of a field stays."""
    styles = _hiding_styles(draft)
    for story in draft.stories():
        for row in [
            one for one in all_of(story, "tr") if is_on(one.find(f"{w('trPr')}/{w('hidden')}"))
        ]:
            remove(row)
        for run in [one for one in all_of(story, "r") if _is_hidden(one, styles)]:
            _empty(run)
        for table in [one for one in all_of(story, "tbl") if next(one.iter(w("tr")), None) is None]:
            remove(table)


def _is_hidden(run: Element, styles: set[str]) -> bool:
    own = [run.find(f"{w('rPr')}/{w(name)}") for name in _HIDING]
    if any(one is not None for one in own):
        return any(map(is_on, own))
    paragraph = next(run.iterancestors(w("p")), None)
    named = [run.find(f"{w('rPr')}/{w('rStyle')}")]
    if paragraph is not None:
        named.append(paragraph.find(f"{w('pPr')}/{w('pStyle')}"))
    return any(value(one) in styles for one in named)


def _empty(run: Element) -> None:
    for one in [one for one in run if one.tag not in _STAYS]:
        remove(one)
    if run.find(w("fldChar")) is None:
        remove(run)


def _hiding_styles(draft: Draft) -> set[str]:
    """Return the ids of styles that hide text, or that rest on one that does."""
    styles = [
        style
        for part in draft.package.related(draft.package.main, "styles")
        for style in all_of(draft.package.tree(part), "style")
    ]
    hiding: set[str] = set()
    for _ in range(len(styles)):
        more = {one.get(w("styleId"), "") for one in styles if _hides(one, hiding)} - hiding
        if not more:
            break
        hiding |= more
    return hiding


def _hides(style: Element, hiding: set[str]) -> bool:
    own = style.find(f"{w('rPr')}/{w('vanish')}")
    return is_on(own) if own is not None else value(style.find(w("basedOn"))) in hiding
