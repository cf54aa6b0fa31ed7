"""Answers by role, only where nobody can be found by them.

Every role that is shown has three people or more, and so has what is left when they are taken
from all: who is left out must not be found by subtraction. The same holds for each stelling, of
those who answered it. Only the middle answer of a role is shown, no counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.model import Block, Paragraph, Role, Row, Run, Stelling, Table
from pipeline.report.material import Material, row

_FEWEST = 3
_NOT_SHOWN = "–"
_NUMBER, _NAME, _ANSWER = 10, 50, 32  # widths in millimetres


def roles_shown(people: Mapping[str, int]) -> tuple[str, ...]:
    """Return the roles that can be shown, of how many people have each; the nameless never are.

    Where one or two people would be left over, the smallest role that is shown joins them.
    """
    shown = [role for role, count in people.items() if role and count >= _FEWEST]
    while 0 < sum(people.values()) - sum(people[role] for role in shown) < _FEWEST and shown:
        shown.remove(min(shown, key=lambda role: people[role]))
    return tuple(shown)


def answers_by_role(material: Material) -> Iterator[Block]:
    """Yield the table of answers by role; nothing where fewer than two roles can be shown."""
    shown = roles_shown({one.role: one.people for one in material.scores.roles})
    if len(shown) < 2:
        return
    about = material.say("bijlage a: rollen")
    yield Paragraph("bijlage-a.rollen.inleiding", Role.NOTE, (Run(about),))
    yield _table(material, shown)


def _table(material: Material, shown: tuple[str, ...]) -> Table:
    header = [material.say("kolom: nummer"), material.say("kolom: stelling"), *shown]
    return Table(
        "bijlage-a.rollen",
        material.say("tabel: rollen"),
        (_NUMBER, _NAME, *(_ANSWER for _ in shown)),
        row("bijlage-a.rollen.kop", *header),
        tuple(_role_row(material, one, shown) for one in material.content.stellingen),
    )


def _role_row(material: Material, stelling: Stelling, shown: tuple[str, ...]) -> Row:
    by_role = {
        one.role: answer
        for one in material.scores.roles
        for answer in one.stellingen
        if answer.stelling == stelling.number
    }
    safe = roles_shown({role: answer.given for role, answer in by_role.items()})
    answers = [
        material.label(by_role[role].advice_answer) if role in safe else _NOT_SHOWN
        for role in shown
    ]
    name = material.broken(stelling.short_name)
    row_id = f"bijlage-a.rollen.stelling-{stelling.number:02d}"
    return row(row_id, str(stelling.number), name, *map(material.broken, answers))
