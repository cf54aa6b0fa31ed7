"""An edited report + the fresh one -> the edited one, with only untouched pieces renewed.

A three-way merge: the base, what was generated before, travels inside the report. A piece that
still equals its base is renewed; one that differs was edited by a person, and stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from xml.sax.saxutils import quoteattr

from lxml import etree

from pipeline.edited.agenda import fill_in
from pipeline.edited.draft import Draft, open_report
from pipeline.edited.facts import facts_in
from pipeline.edited.package import BROKEN, Package
from pipeline.edited.tips import EditedTip, find_tips
from pipeline.edited.xml import all_of, w
from pipeline.model import Content, Source
from pipeline.naming import team_key
from pipeline.problems import Code
from pipeline.update.content import comparable
from pipeline.update.contents import renew_contents
from pipeline.update.documents import Basis, read_basis
from pipeline.update.graft import Graft
from pipeline.update.merge import Merge
from pipeline.update.whole import check_whole, drop_unused_charts, restore_names
from pipeline.word.basis import BASIS_NAMESPACE, BASIS_PART
from pipeline.word.facts import FACTS_NAMESPACE, FACTS_PART

__all__ = ["NOTHING_UPDATED", "Updated", "update"]


@dataclass(frozen=True, slots=True)
class Updated:
    """A report brought up to date; no content where nothing had to change.

    The others are the names of pieces: edited and kept, renewed, new, and kept though they no
    longer fit. `edited` tells whether a person did anything at all in the report,
    `restyled` whether the fresh report is in another house style.
    """

    content: bytes | None
    kept: tuple[str, ...] = ()
    renewed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    edited: bool = False
    restyled: bool = False

    def without_content(self) -> Updated:
        """Return what was done, without the report itself."""
        return self if self.content is None else replace(self, content=b"")


NOTHING_UPDATED = Updated(None)


def update(edited: bytes, fresh: bytes, content: Content, source: Source) -> Updated | Code:
    """Bring an edited report up to date; else return why that can't be done.

    A report of another organisatie or onderdeel is never touched, whatever name it has.
    """
    draft, _ = open_report(edited, source, content)
    new = Draft(Package(fresh), source, content)
    if draft is None:
        return Code.REPORT_NOT_OURS
    try:
        if _whose(draft) not in {None, _whose(new)}:
            return Code.REPORT_OF_ANOTHER
        basis = read_basis(draft)
        return Code.REPORT_NOT_OURS if basis is None else _updated(edited, draft, new, basis)
    except BROKEN:
        return Code.REPORT_NOT_OURS


def _whose(draft: Draft) -> tuple[str, str] | None:
    facts = facts_in(draft)
    return team_key(facts.organisation, facts.department) if facts else None


def _updated(edited: bytes, draft: Draft, fresh: Draft, basis: Basis) -> Updated:
    merge = Merge(draft, fresh, basis, Graft(fresh, draft))
    merge.run()
    taken = _take_ticked(merge)
    restyled = _is_restyled(merge)
    if not merge.changed:
        kept = _ids(merge.kept)
        return Updated(None, kept=kept, edited=merge.edited, restyled=restyled)
    restore_names(merge)
    renew_contents(draft, merge.graft)
    drop_unused_charts(draft)
    _replace_unseen(merge, taken)
    after = draft.package.saved_whole()
    check_whole(edited, after)
    return Updated(
        after,
        _ids(merge.kept),
        _ids(merge.renewed),
        _ids(merge.added),
        _ids(merge.gone),
        merge.edited,
        restyled,
    )


def _is_restyled(merge: Merge) -> bool:
    mark = f'huisstijl="{merge.basis.style_mark}"'.encode()
    return mark not in merge.fresh.package.parts[BASIS_PART]


def _take_ticked(merge: Merge) -> dict[str, str]:
    """Put each tip that was ticked since the last time in the agenda.

    Return all that are ticked, by their texts, with their names.
    """
    if not merge.ticked:
        return {}
    tips = find_tips(merge.draft)
    texts = {comparable(tip.action) for tip in tips}
    edited = {name for text, name in merge.basis.taken.items() if text not in texts} - {""}
    ticked = [tip for tip in tips if tip.ticked]
    for tip in ticked:
        if comparable(tip.action) not in merge.basis.taken and _name(tip) not in edited:
            fill_in(merge.draft, tip.stelling, tip.heading, tip.action)
            merge.added.append(f"_agenda_{_name(tip)}" if _name(tip) else "_agenda")
    return {comparable(tip.action): _name(tip) for tip in ticked}


def _name(tip: EditedTip) -> str:
    names = (one.get(w("name"), "") for one in all_of(tip.paragraphs[0], "bookmarkStart"))
    return next((name for name in names if name.startswith("_")), "")


def _replace_unseen(merge: Merge, taken: Mapping[str, str]) -> None:
    """Put the facts and the base of the fresh report in the place of the old ones."""
    parts = merge.fresh.package.parts
    kept = "".join(
        f"<verdwenen>{etree.tostring(piece.element, encoding='unicode')}</verdwenen>"
        for piece in merge.left_over
    )
    kept += "".join(
        f"<overgenomen tip={quoteattr(name)} actie={quoteattr(text)}/>"
        for text, name in taken.items()
    )
    basis = parts[BASIS_PART].decode().removesuffix("</basis>")
    _put_unseen(merge.draft, BASIS_NAMESPACE, f"{basis}{kept}</basis>".encode())
    _put_unseen(merge.draft, FACTS_NAMESPACE, parts[FACTS_PART])


def _put_unseen(draft: Draft, namespace: str, content: bytes) -> None:
    part = draft.custom_part(namespace)
    if part is not None:
        draft.package.put(part, content, draft.package.type_of(part))


def _ids(names: list[str]) -> tuple[str, ...]:
    """Return pieces by the ids that the report gives them: `stelling-07.tip-3`."""
    shown = (name.removeprefix("_").replace("__", ".").replace("_", "-") for name in names)
    return tuple(dict.fromkeys(filter(None, shown)))
