"""A table whose columns are other ones now: the fresh table, with what a person wrote in it."""

from __future__ import annotations

from copy import deepcopy

from pipeline.edited.xml import Element, all_of, remove, w
from pipeline.update.graft import Graft
from pipeline.update.pieces import Piece
from pipeline.update.plan import plan


def columns_of(table: Piece) -> tuple[tuple[str, ...], ...]:
    """Return the columns of a table by the names of its head."""
    return tuple(cell.names for cell in table.parts[0].parts) if table.parts else ()


def rebuilt(base: Piece, now: Piece, fresh: Piece, graft: Graft) -> Element | None:
    """Return the fresh table with the edits and rows of a person.

    None where a person wrote in a column that is no longer there, or changed the columns.
    """
    fresh_columns = columns_of(fresh)
    places = {
        at: fresh_columns.index(names)
        for at, names in enumerate(columns_of(base))
        if names in fresh_columns
    }
    if any(len(row.parts) != len(base.parts[0].parts) for row in (*base.parts, *now.parts)):
        return None
    rows = [
        _row(step.base, step.now, step.fresh or fresh.parts[-1], places, graft)
        for step in plan(base.parts, now.parts, fresh.parts).steps
    ]
    table = graft.taken_over(fresh.element)
    for row in all_of(table, "tr"):
        remove(row)
    for new in rows:
        if new is None:
            return None
        table.append(new)
    return table


def _row(
    base: Piece | None, now: Piece | None, fresh: Piece, places: dict[int, int], graft: Graft
) -> Element | None:
    row = graft.taken_over(fresh.element)
    if now is None:
        return row
    if base is None:
        _empty(row)
    cells = [one for one in row if one.tag == w("tc")]
    for at, cell in enumerate(now.parts):
        before = base.parts[at] if base is not None else None
        is_own = cell.key if before is None else not cell.means(before)
        if is_own and at not in places:
            return None
        if is_own:
            _fill(cells[places[at]], cell.element)
    return row


def _empty(row: Element) -> None:
    for one in all_of(row, "r", "sdt", "hyperlink", "bookmarkStart", "bookmarkEnd"):
        remove(one)


def _fill(cell: Element, filled: Element) -> None:
    """Make a cell hold what another one holds."""
    for one in [one for one in cell if one.tag != w("tcPr")]:
        remove(one)
    cell.extend(deepcopy(one) for one in filled if one.tag != w("tcPr"))
