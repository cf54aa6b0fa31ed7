"""Notes beside the text, for the consultant's eyes: what to look at before sending."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from pipeline.model import Link, Questionnaire, StellingScore
from pipeline.naming import normalise
from pipeline.report.material import Material
from pipeline.report.spread import spread_in_words

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
# A Dutch number of ten digits, or with +31; spaces, dashes and brackets as people write them.
_PHONE = re.compile(r"(?<![\d.,])(?:\+31|0031|\(?0)(?:[\s()./-]*\d){8,10}(?!\d)")
_SHORTEST_NAME = 3  # a name of fewer letters is found in too many words
# What people write first in the field for a name and is no name, and names that are words too.
_NO_FIRST_NAME = """
    afdeling alle beleid coach collega collega's consulent dhr directie drs een gemeente groep
    heer het hoofd ing leiding manager medewerker meneer mevr mevrouw namens ons senior samen team
    teamleider teammanager uitvoering vanuit werk wij
    bas beer ben bloem boy dag fee floor fleur jet lente linde lot mark mees merel noor rein roos
    ster storm vos wil wolf zon
"""


def answer_notes(material: Material, score: StellingScore) -> tuple[str, ...]:
    """Return what is missing or interpreted in the answers to a stelling, and if they differ."""
    notes = [
        f"{found.message} {found.suggestion} ({PurePosixPath(found.source.file).name})"
        for found in material.problems
        if found.stelling == score.stelling
    ]
    if material.differ(score.stelling):
        spread = spread_in_words(material, score)
        notes.append(material.say("notitie: verschil", spreiding=spread))
    return tuple(notes)


def remark_notes(material: Material, remark: str, one: Questionnaire) -> tuple[str, ...]:
    """Return which personal data a remark or example holds, found literally."""
    return tuple(material.say(f"notitie: {key}") for key in _personal(remark, one))


def _personal(remark: str, one: Questionnaire) -> Iterator[str]:
    if _MAIL.search(remark):
        yield "mailadres"
    if _PHONE.search(remark):
        yield "telefoonnummer"
    name = one.profile.name.text
    names = [name, one.profile.email.text.partition("@")[0], _first_name(name)]
    if any(_holds(remark, name) for name in names):
        yield "naam"


def _first_name(name: str) -> str:
    """Return the first word of a name; empty where that is no name, or a word of Dutch as well."""
    first = normalise(name).partition(" ")[0]
    return "" if first in _NO_FIRST_NAME.split() or not first.replace("-", "").isalpha() else first


def _holds(remark: str, name: str) -> bool:
    wanted = normalise(name)
    return (
        len(wanted) >= _SHORTEST_NAME
        and re.search(rf"\b{re.escape(wanted)}\b", normalise(remark)) is not None
    )


def sources_note(material: Material, links: list[Link]) -> tuple[str, ...]:
    """Return the one note on all sources without a target."""
    lacking = [_told(link) for link in links if not link.clickable]
    return ("\n".join((material.say("notitie: bronnen"), *lacking)),) if lacking else ()


def _told(link: Link) -> str:
    """Return which source it is, whose, and what is known of its place."""
    maker = "" if link.maker.casefold() == link.title.casefold() else link.maker
    return " ".join(_ended(part) for part in (link.title, maker, link.known) if part)


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
