"""The sheet De ronde: per stelling how often each answer was given, never traceable to one."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.model import Antwoord, Content
from pipeline.naming import normalise
from pipeline.overview.values import Counts, Sheet, Team

FEWEST_ORGANISATIONS = 5  # below this, figures could be traced to one


def counts_sheet(teams: Iterable[Team], content: Content) -> Counts:
    """Count the advice answers of all teams; none where there are too few organisations."""
    texts = content.overview
    advised = [team for team in teams if team.advice]
    organisations = len({normalise(team.organisation) for team in advised})
    enough = organisations >= FEWEST_ORGANISATIONS
    labels = [option.label for option in content.options]
    header = (texts["kolom: nummer"], texts["kolom: stelling"], *labels)
    table = Sheet(
        texts["blad: ronde"],
        (*header, texts["kolom: niet ingevuld"]),
        tuple(_rows(advised, content)) if enough else (),
        _too_few(organisations, content),
    )
    say = texts.fill
    title = say("ronde: titel", onderdelen=len(advised), organisaties=organisations)
    return Counts(table, title, texts["ronde: beschrijving"])


def _rows(teams: list[Team], content: Content) -> Iterable[tuple[str | int, ...]]:
    answers = [option.antwoord for option in content.options] + [Antwoord.LEEG]
    for stelling in content.stellingen:
        number = stelling.number
        given = [team.advice.scores.stelling(number).advice_answer for team in teams if team.advice]
        yield number, stelling.short_name, *(given.count(answer) for answer in answers)


def _too_few(organisations: int, content: Content) -> str:
    keys = {0: "ronde: te weinig", 1: "ronde: te weinig een"}
    key = keys.get(organisations, "ronde: te weinig meer")
    return content.overview.fill(key, minimum=FEWEST_ORGANISATIONS, aantal=organisations)
