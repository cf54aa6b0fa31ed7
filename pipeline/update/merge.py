"""The plan carried out in an edited report: what nobody touched is renewed, all else stays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.edited.draft import Draft
from pipeline.edited.xml import Element, all_of, remove, value, w
from pipeline.update.align import in_order
from pipeline.update.carry import carry_over, replace_cell
from pipeline.update.columns import columns_of, rebuilt
from pipeline.update.content import comparable
from pipeline.update.documents import Basis, pieces_of
from pipeline.update.graft import Graft
from pipeline.update.pieces import Kind, Piece
from pipeline.update.plan import Fate, Plan, Step, decide, plan


@dataclass(slots=True)
class Merge:
    """An edited report, to be changed in place, and what became of its pieces by their names."""

    draft: Draft
    fresh: Draft
    basis: Basis
    graft: Graft
    kept: list[str] = field(default_factory=list)
    renewed: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    left_over: list[Piece] = field(default_factory=list)
    remarked: bool = False
    ticked: bool = False
    edited: bool = False

    @property
    def changed(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.renewed or self.added or self.gone or self.remarked)

    def run(self) -> None:
        """Bring all pieces of the report up to date."""
        base = (*self.basis.pieces, *self.basis.gone)
        now = pieces_of(self.draft)
        self.ticked = any(piece.ticked for piece in now)
        spoken = any(piece.spoken for piece in now)
        self.edited = self.ticked or spoken or not _all_mean(now, base)
        self._apply(plan(base, now, pieces_of(self.fresh)), now, self.draft.body)

    def _apply(self, made: Plan, now: Sequence[Piece], holder: Element) -> None:
        """Carry out a plan inside the element that holds its pieces."""
        places = {id(piece): place for place, piece in enumerate(now)}
        standing: list[tuple[Element, int | None]] = []
        for step in made.steps:
            place = places[id(step.now)] if step.now is not None else None
            standing.append((self._carry_out(step), place))
        for piece in made.removed:
            self.renewed.append(piece.name)
            self.graft.remarks.take_away(piece.element, set(piece.notes))
            remove(piece.element)
        _put_in_order(standing, holder)

    def _carry_out(self, step: Step) -> Element:
        """Do what one step says; return the element that stands there then."""
        if step.fate is Fate.ADDED and step.fresh is not None:
            return self._added(step.fresh)
        if step.now is None:
            raise ValueError(step)
        self._forget_remarks(step, step.now)
        if step.fate is Fate.GONE and step.base is not None:
            self._gone(step.base, step.now)
        elif step.fate is Fate.KEPT:
            self._kept(step, step.now)
        elif step.fate is Fate.RENEWED and step.base is not None and step.fresh is not None:
            return self._renewed(step.base, step.now, step.fresh)
        if step.fresh is not None:
            _rename(step.now, step.fresh)
        return step.now.element

    def _added(self, fresh: Piece) -> Element:
        element = self.graft.taken_over(fresh.element)
        self.added.append(fresh.name)
        self._note(element, fresh.notes)
        return element

    def _gone(self, base: Piece, now: Piece) -> None:
        self.left_over.append(base)
        if base in self.basis.gone:
            return
        self.gone.append(now.name or base.name)
        self._remark(now, self.draft.say("bijwerken: verdwenen"))

    def _forget_remarks(self, step: Step, now: Piece) -> None:
        """Take away what an earlier update said and is no longer so."""
        paragraph = _first_paragraph(now.element)
        if step.fresh is None or paragraph is None or not now.notes:
            return
        if step.base in self.basis.gone:
            over = {self.draft.say("bijwerken: verdwenen")}
            self.remarked |= self.graft.remarks.take_away(paragraph, over)
        if step.differs and _says_the_same(now, step.fresh):
            self.graft.remarks.take_away_from(paragraph, self._start_of_remark())

    def _kept(self, step: Step, now: Piece) -> None:
        base, fresh = step.base, step.fresh
        if base is None or fresh is None:
            return
        self.kept.append(fresh.name)
        if not fresh.means(base) and not _says_the_same(now, fresh):
            self._remark(now, self._new_text(fresh.text.strip()))
        for note in fresh.notes:
            if note not in base.notes:
                self._remark(now, note)

    def _new_text(self, text: str) -> str:
        if text:
            return self.draft.say("bijwerken: bewerkt", tekst=text)
        return self.draft.say("bijwerken: bewerkt grafiek")

    def _remark(self, piece: Piece, text: str) -> None:
        """Put a comment beside a piece, in place of what was said there at an earlier update."""
        paragraph = _first_paragraph(piece.element)
        if paragraph is None or self.graft.remarks.says(paragraph, text):
            return
        start = self._start_of_remark()
        if text.startswith(start):
            self.graft.remarks.take_away_from(paragraph, start)
        self.graft.remarks.add(paragraph, text)
        self.remarked = True

    def _start_of_remark(self) -> str:
        """Return how the remark on a text that was edited begins."""
        return self.draft.content.report["bijwerken: bewerkt"].partition("{")[0]

    def _note(self, element: Element, notes: Iterable[str]) -> None:
        paragraph = _first_paragraph(element)
        for note in notes:
            if paragraph is not None:
                self.graft.remarks.add(paragraph, note)

    # Renewing

    def _renewed(self, base: Piece, now: Piece, fresh: Piece) -> Element:
        match now.kind:
            case Kind.TABLE:
                return self._table(base, now, fresh)
            case Kind.ROW:
                return self._row(base, now, fresh)
            case Kind.CELL:
                return self._cell(base, now, fresh)
            case Kind.PARAGRAPH:
                return self._paragraph(base, now, fresh)

    def _paragraph(self, base: Piece, now: Piece, fresh: Piece) -> Element:
        self.renewed.append(fresh.name)
        over = set(base.notes) - set(fresh.notes)
        self.graft.remarks.take_away(now.element, over)
        element = self.graft.taken_over(fresh.element)
        carry_over([now.element], element, now.ticked, _own_names(base, fresh))
        self._note(element, [note for note in fresh.notes if note not in base.notes])
        _replace(now.element, element)
        return element

    def _cell(self, base: Piece, now: Piece, fresh: Piece) -> Element:
        self.renewed.append(fresh.name)
        self.graft.remarks.take_away(now.element, set(base.notes) - set(fresh.notes))
        replace_cell(now.element, self.graft.taken_over(fresh.element), _own_names(base, fresh))
        new = [note for note in fresh.notes if note not in base.notes]
        self._note(now.element, new)
        return now.element

    def _table(self, base: Piece, now: Piece, fresh: Piece) -> Element:
        _describe(now.element, fresh.element)
        if columns_of(base) == columns_of(fresh):
            self._apply(plan(base.parts, now.parts, fresh.parts), now.parts, now.element)
            return now.element
        element = rebuilt(base, now, fresh, self.graft)
        if element is None:
            self._kept(Step(Fate.KEPT, base, now, fresh), now)
            return now.element
        self.renewed.append(fresh.name)
        self._note(element, fresh.notes)
        _replace(now.element, element)
        return element

    def _row(self, base: Piece, now: Piece, fresh: Piece) -> Element:
        if not len(base.parts) == len(now.parts) == len(fresh.parts):
            if not now.means(base) or not fresh.means(base):
                self._kept(Step(Fate.KEPT, base, now, fresh), now)
            return now.element
        for cells in zip(base.parts, now.parts, fresh.parts, strict=True):
            self._carry_out(decide(*cells))
        return now.element


def _all_mean(now: Sequence[Piece], base: Sequence[Piece]) -> bool:
    return len(now) == len(base) and all(map(Piece.means, now, base))


def _says_the_same(now: Piece, fresh: Piece) -> bool:
    """Tell whether a text that a person edited has the words of the fresh one."""
    said = comparable(now.text)
    return bool(said) and said == comparable(fresh.text)


def _own_names(*pieces: Piece) -> set[str]:
    return {name for piece in pieces for name in piece.names}


def _rename(now: Piece, fresh: Piece) -> None:
    """Give a piece that stays its new name, where another tip was put before it."""
    if len(now.names) == len(fresh.names) == 1 and now.names != fresh.names:
        for one in all_of(now.element, "bookmarkStart"):
            if one.get(w("name")) == now.name:
                one.set(w("name"), fresh.name)


def _first_paragraph(element: Element) -> Element | None:
    return element if element.tag == w("p") else next(element.iter(w("p")), None)


def _replace(old: Element, new: Element) -> None:
    parent = old.getparent()
    if parent is not None:
        parent.replace(old, new)


def _describe(table: Element, fresh: Element) -> None:
    """Say again what a table is about, where a program lost that."""
    properties = table.find(w("tblPr"))
    said = fresh.find(f"{w('tblPr')}/{w('tblDescription')}")
    if properties is not None and said is not None and not all_of(properties, "tblDescription"):
        own = properties.makeelement(w("tblDescription"), {w("val"): value(said)})
        changed = properties.find(w("tblPrChange"))
        properties.append(own) if changed is None else changed.addprevious(own)


def _put_in_order(standing: Sequence[tuple[Element, int | None]], holder: Element) -> None:
    """Make elements follow each other, moving as few as can be; those without a place are new."""
    stays = in_order([place for _, place in standing if place is not None])
    before: Element | None = None
    waiting: list[Element] = []
    for element, place in standing:
        if place is not None and place in stays:
            for one in waiting:
                element.addprevious(one)
            waiting, before = [], element
        elif before is None:
            waiting.append(element)
        else:
            before.addnext(element)
            before = element
    for one in waiting:
        holder.insert(0, one)
