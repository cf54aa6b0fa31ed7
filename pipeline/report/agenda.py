"""Chapter 'Verbeteragenda': a table that the organisation fills in, begun with the first five."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import (
    Block,
    Cell,
    Control,
    ControlKind,
    Heading,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
)
from pipeline.report.material import Material, row

COLUMNS = ("stelling", "actie", "wie", "klaar", "stand")
_WIDTHS = (49, 40, 20, 32, 25)


def agenda(material: Material, chapter: int) -> Iterator[Block]:
    """Yield the chapter under its number."""
    yield Heading("agenda", 2, f"{chapter} {material.say('kop: agenda')}")
    yield Paragraph("agenda.inleiding", Role.INTRO, (Run(material.say("agenda: inleiding")),))
    header = row("agenda.kop", *(material.say(f"agenda: kolom {column}") for column in COLUMNS))
    numbers = material.advice.start_with
    count = material.content.thresholds.start_count
    rows = [_row(material, place, number) for place, number in enumerate(numbers, 1)]
    rows += [_row(material, place, None) for place in range(len(numbers) + 1, count + 1)]
    yield Table("agenda.tabel", material.say("tabel: agenda"), _WIDTHS, header, tuple(rows))


def _row(material: Material, place: int, number: int | None) -> Row:
    """Return a row of the agenda; with a stelling that is known, or one to fill in."""
    row_id = f"agenda.rij-{place}" if number is None else f"agenda.stelling-{number:02d}"
    first = _text(material, row_id, "stelling") if number is None else _known(material, number)
    controls = (
        first,
        _text(material, row_id, "actie"),
        _text(material, row_id, "wie"),
        Control(
            f"{row_id}.klaar",
            ControlKind.DATE,
            material.say("agenda: kolom klaar"),
            material.say("agenda: vraag klaar"),
        ),
        _state(material, row_id),
    )
    return Row(
        tuple(
            Cell(f"{row_id}.{column}", (inline,))
            for column, inline in zip(COLUMNS, controls, strict=True)
        )
    )


def _known(material: Material, number: int) -> Run:
    return Run(f"{number} {material.stelling(number).short_name}")


def _text(material: Material, row_id: str, column: str) -> Control:
    return Control(
        f"{row_id}.{column}",
        ControlKind.TEXT,
        material.say(f"agenda: kolom {column}"),
        material.say(f"agenda: vraag {column}"),
    )


def _state(material: Material, row_id: str) -> Control:
    states = tuple(part.strip() for part in material.say("agenda: standen").split(";"))
    return Control(
        f"{row_id}.stand",
        ControlKind.CHOICE,
        material.say("agenda: kolom stand"),
        states[0],
        states[0],
        states,
    )
