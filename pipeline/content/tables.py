"""scan.md, bronnen.md, adviezen.md and begrippen.md: one table per kind of value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from pipeline.content.files import Tables
from pipeline.markdown import TableRow
from pipeline.model import (
    CLICKABLE,
    NOT_CLICKABLE,
    Antwoord,
    Explanation,
    FillingMode,
    KindOfExplanation,
    Link,
    Niveau,
    NiveauLabel,
    Option,
    OrganisationKind,
    RecurringAdvice,
    Term,
    Thresholds,
)
from pipeline.problems import Code

EXPLANATIONS = "Uitleg van de antwoorden"
_ANSWERS = tuple(antwoord for antwoord in Antwoord if antwoord is not Antwoord.LEEG)


@dataclass(frozen=True, slots=True)
class Scan:
    """What stands in scan.md."""

    title: str
    edition: str
    about: str
    options: tuple[Option, ...]
    explanations: tuple[KindOfExplanation, ...]
    niveaus: tuple[NiveauLabel, ...]
    thresholds: Thresholds
    kinds: tuple[OrganisationKind, ...]
    modes: tuple[FillingMode, ...]
    roles: tuple[str, ...]


def read_scan(tables: Tables) -> Scan:
    """Read title, edition, scale, thresholds and the lists to choose from."""
    rows = tables.rows("gegeven", "waarde")
    about = {row["gegeven"]: row["waarde"] for row in rows}
    for what in ("titel", "editie"):
        if not about.get(what):
            line = next((row.line for row in rows if row["gegeven"] == what), 1)
            tables.reader.fault(Code.CONTENT_PART_MISSING, tables.name, line, what=what)
    return Scan(
        title=about.get("titel", ""),
        edition=about.get("editie", ""),
        about=tables.paragraphs("Over de QuickScan"),
        options=tuple(_option(tables, row) for row in _option_rows(tables)),
        explanations=_explanations(tables),
        niveaus=_niveaus(tables),
        thresholds=_thresholds(tables),
        kinds=tuple(
            OrganisationKind(row["soort"], row["gemeente"] == "ja")
            for row in tables.rows("soort", "gemeente", title="Soorten organisatie")
        ),
        modes=tuple(
            FillingMode(row["wijze"], row["samen"] == "ja")
            for row in tables.rows("wijze", "samen", title="Wijze van invullen")
        ),
        roles=tuple(row["rol"] for row in tables.rows("rol", title="Rollen")),
    )


def _option_rows(tables: Tables) -> tuple[TableRow, ...]:
    columns = ("sleutel", "label", "cijfer", "score", "synoniemen")
    rows = tables.rows(*columns, title="Antwoorden")
    _all_there(tables, rows, "Het antwoord", _ANSWERS)
    return rows


def _all_there(tables: Tables, rows: tuple[TableRow, ...], what: str, keys: Iterable[str]) -> None:
    """Name each key that a table lacks."""
    found = {row["sleutel"] for row in rows}
    for key in keys:
        if rows and key not in found:
            lacking = f"{what} {key}"
            tables.reader.fault(Code.CONTENT_PART_MISSING, tables.name, rows[0].line, what=lacking)


def _niveaus(tables: Tables) -> tuple[NiveauLabel, ...]:
    rows = tables.rows("sleutel", title="Niveaus")
    _all_there(tables, rows, "Het niveau", (n for n in Niveau if n is not Niveau.ONBEKEND))
    return tuple(_niveau(tables, row) for row in rows)


def _option(tables: Tables, row: TableRow) -> Option:
    reader, name, line = tables.reader, tables.name, row.line
    return Option(
        reader.choice(Antwoord, row["sleutel"], "antwoord", name, line),
        row["label"],
        reader.number(row["cijfer"], "cijfer", name, line) if row["cijfer"] else None,
        reader.number(row["score"], "score", name, line) if row["score"] else None,
        tuple(word.strip() for word in row["synoniemen"].split(";") if word.strip()),
    )


def _explanations(tables: Tables) -> tuple[KindOfExplanation, ...]:
    rows = tables.rows("sleutel", title=EXPLANATIONS)
    _all_there(tables, rows, "De uitleg van het antwoord", _ANSWERS)
    kinds = [column for column, _ in rows[0].cells if column != "sleutel"] if rows else []
    asked = tables.rows("soort", "vraag", title="Vraag voor het gesprek")
    questions = {row["soort"]: row["vraag"] for row in asked}
    for kind in kinds:
        if asked and not questions.get(kind):
            what = f"De vraag voor het gesprek bij {kind}"
            tables.reader.fault(Code.CONTENT_PART_MISSING, tables.name, asked[0].line, what=what)
    choice = tables.reader.choice
    return tuple(
        KindOfExplanation(
            kind,
            questions.get(kind, ""),
            tuple(
                Explanation(
                    choice(Antwoord, row["sleutel"], "antwoord", tables.name, row.line), row[kind]
                )
                for row in rows
            ),
        )
        for kind in kinds
    )


def _niveau(tables: Tables, row: TableRow) -> NiveauLabel:
    niveau = tables.reader.choice(Niveau, row["sleutel"], "niveau", tables.name, row.line)
    start = _fraction(tables, row, "vanaf") if row["vanaf"] else None
    return NiveauLabel(niveau, row["label"], start)


def _thresholds(tables: Tables) -> Thresholds:
    rows = tables.rows("gegeven", "waarde", title="Drempels")
    values = {row["gegeven"]: _fraction(tables, row, "waarde") for row in rows}

    def value(what: str) -> Fraction:
        if rows and what not in values:
            tables.reader.fault(
                Code.CONTENT_PART_MISSING, tables.name, rows[0].line, what=f"De drempel {what}"
            )
        return values.get(what, Fraction(0))

    return Thresholds(
        scored_share=value("aandeel met score"),
        provisional_share=value("voorlopig"),
        disagreement=value("verschil"),
        start_count=int(value("om mee te beginnen")),
        start_per_thema=int(value("per thema")),
        discuss_count=int(value("gespreksagenda")),
    )


def _fraction(tables: Tables, row: TableRow, column: str) -> Fraction:
    try:
        return Fraction(row[column].replace(",", "."))
    except ValueError:
        tables.reader.fault(
            Code.CONTENT_VALUE_UNKNOWN,
            tables.name,
            row.line,
            what=column,
            value=row[column],
            allowed="een getal",
        )
        return Fraction(0)


def read_links(tables: Tables) -> tuple[Link, ...]:
    """Read the table of links; a clickable one must have an address."""
    rows = tables.rows("sleutel", "titel", "maker", "adres", "soort", "bekend")
    for row in rows:
        _check_link(tables, row)
    _no_duplicates(tables, rows, "De sleutel")
    return tuple(
        Link(
            key=row["sleutel"],
            title=row["titel"],
            maker=row["maker"],
            url=row["adres"],
            match=row["soort"],
            known=row["bekend"],
            source=tables.reader.source(tables.name, row.line),
        )
        for row in rows
    )


def _check_link(tables: Tables, row: TableRow) -> None:
    if row["soort"] not in CLICKABLE | NOT_CLICKABLE:
        tables.reader.fault(
            Code.CONTENT_VALUE_UNKNOWN,
            tables.name,
            row.line,
            what="soort",
            value=row["soort"],
            allowed=", ".join(sorted(CLICKABLE | NOT_CLICKABLE)),
        )
    if row["soort"] in CLICKABLE and not row["adres"]:
        what = f"Het adres van {row['sleutel']}"
        tables.reader.fault(Code.CONTENT_PART_MISSING, tables.name, row.line, what=what)


def read_recurring(tables: Tables) -> tuple[RecurringAdvice, ...]:
    """Read the recurring advice."""
    rows = tables.rows("sleutel", "naam", "uitleg")
    _no_duplicates(tables, rows, "De sleutel")
    return tuple(RecurringAdvice(row["sleutel"], row["naam"], row["uitleg"]) for row in rows)


def read_terms(tables: Tables) -> tuple[Term, ...]:
    """Read the glossary."""
    return tuple(
        Term(row["begrip"], row["betekenis"]) for row in tables.rows("begrip", "betekenis")
    )


def _no_duplicates(tables: Tables, rows: tuple[TableRow, ...], what: str) -> None:
    seen: set[str] = set()
    for row in rows:
        if row["sleutel"] in seen:
            tables.reader.fault(
                Code.CONTENT_DUPLICATE, tables.name, row.line, what=what, value=row["sleutel"]
            )
        seen.add(row["sleutel"])
