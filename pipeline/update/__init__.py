"""An edited report + the fresh one -> the edited one, with only untouched pieces renewed.

A three-way merge: the base, what was generated before, travels inside the report. A piece that
still equals its base is renewed; one that differs was edited by a person, and stays.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from pipeline.edited.agenda import fill_in
from pipeline.edited.draft import Draft, open_report
from pipeline.edited.package import BROKEN, Package
from pipeline.edited.tips import EditedTip, find_tips
from pipeline.edited.xml import Element, all_of, w
from pipeline.model import Content, Source
from pipeline.update.content import comparable
from pipeline.update.contents import renew_contents
from pipeline.update.documents import Basis, read_basis
from pipeline.update.graft import Graft
from pipeline.update.merge import Merge
from pipeline.update.whole import check_whole, restore_names
from pipeline.word.basis import BASIS_NAMESPACE
from pipeline.word.facts import FACTS_NAMESPACE

__all__ = ["Updated", "update"]

_B = f"{{{BASIS_NAMESPACE}}}"


@dataclass(frozen=True, slots=True)
class Updated:
    """A report brought up to date; no content where nothing had to change.

    The others are the names of pieces: edited and kept, renewed, new, and kept though they no
    longer fit.
    """

    content: bytes | None
    kept: tuple[str, ...] = ()
    renewed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def update(edited: bytes, fresh: bytes, content: Content, source: Source) -> Updated | None:
    """Bring an edited report up to date; None where it is no report that can be updated."""
    draft, _ = open_report(edited, source, content)
    new = Draft(Package(fresh), source, content)
    if draft is None:
        return None
    try:
        basis = read_basis(draft)
        return None if basis is None else _updated(edited, draft, new, basis)
    except BROKEN:
        return None


def _updated(edited: bytes, draft: Draft, fresh: Draft, basis: Basis) -> Updated:
    merge = Merge(draft, fresh, basis, Graft(fresh, draft))
    merge.run()
    taken = _take_ticked(merge)
    if not merge.changed:
        return Updated(None, kept=_ids(merge.kept))
    restore_names(merge)
    renew_contents(draft, merge.graft)
    _replace_unseen(merge, taken)
    after = draft.package.saved_whole()
    check_whole(edited, after)
    return Updated(
        after, _ids(merge.kept), _ids(merge.renewed), _ids(merge.added), _ids(merge.gone)
    )


def _take_ticked(merge: Merge) -> dict[str, EditedTip]:
    """Put each tip that was ticked since the last time in the agenda."""
    ticked = {_key(tip): tip for tip in find_tips(merge.draft) if tip.ticked}
    for key, tip in ticked.items():
        if key not in merge.basis.taken:
            fill_in(merge.draft, tip.stelling, tip.heading, tip.action)
            merge.added.append(key if key.startswith("_") else "agenda")
    return ticked


def _key(tip: EditedTip) -> str:
    names = (one.get(w("name"), "") for one in all_of(tip.paragraphs[0], "bookmarkStart"))
    return next((name for name in names if name.startswith("_")), comparable(tip.action))


def _replace_unseen(merge: Merge, taken: dict[str, EditedTip]) -> None:
    """Put the facts and the base of the fresh report in the place of the old ones."""
    root = deepcopy(_unseen(merge.fresh, BASIS_NAMESPACE)[1])
    for piece in merge.left_over:
        etree.SubElement(root, f"{_B}verdwenen").append(deepcopy(piece.element))
    for key in taken:
        etree.SubElement(root, f"{_B}overgenomen", tip=key)
    _put_unseen(merge.draft, BASIS_NAMESPACE, root)
    _put_unseen(merge.draft, FACTS_NAMESPACE, _unseen(merge.fresh, FACTS_NAMESPACE)[1])


def _put_unseen(draft: Draft, namespace: str, root: Element) -> None:
    part, _ = _unseen(draft, namespace)
    written = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    draft.package.put(part, written, draft.package.type_of(part))


def _unseen(draft: Draft, namespace: str) -> tuple[str, Element]:
    """Return the custom XML part of a namespace. Raises KeyError where there is none."""
    package = draft.package
    for part in package.related(package.main, "customXml"):
        if namespace.encode() in package.parts[part]:
            root = package.tree(part)
            if str(root.tag).startswith(f"{{{namespace}}}"):
                return part, root
    raise KeyError(namespace)


def _ids(names: list[str]) -> tuple[str, ...]:
    """Return pieces by the ids that the report gives them: `stelling-07.tip-3`."""
    shown = (name.removeprefix("_").replace("__", ".").replace("_", "-") for name in names)
    return tuple(dict.fromkeys(filter(None, shown)))
