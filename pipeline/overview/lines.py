"""A round as it stands, and the earlier overview -> what the new overview says.

The consultant's own notes and the stands that they chose are taken over; the rest is new.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from pipeline.model import Content, ThemaScore
from pipeline.overview.actions import Case, action_of, stand_of
from pipeline.overview.counts import counts_sheet
from pipeline.overview.files import ShortNames
from pipeline.overview.sources import sources_sheet
from pipeline.overview.values import (
    Earlier,
    EarlierLine,
    Key,
    Overview,
    RoundState,
    Sheet,
    Stand,
    Team,
    TeamLine,
)
from pipeline.problems import Problem, Severity

_BEFORE_THEMAS = ("organisatie", "onderdeel", "contactpersoon", "ontvangen", "stand", "actie")
_AFTER_THEMAS = ("onbekend", "leeg", "nvt", "beginnen", "rapport", "notitie")
# Where it is not known who set it: what this tool never does, or a person may have done before it.
_CHOSEN_ONLY = (Stand.RETURNED, Stand.SENT, Stand.DISCUSSED)
_FAR = date.max


def overview_of(state: RoundState, earlier: Earlier, content: Content) -> Overview:
    """Return the overview of a round, with what must be done first on top."""
    texts = content.overview
    stands = tuple(texts[f"stand: {stand.value}"] for stand in Stand)
    known = {line.key: line for line in earlier.lines}
    teams = (*state.teams, *_gone(state.before, known, content))
    lines = [_line(team, known.get(team.key), state, content) for team in teams]
    return Overview(
        texts["titel"],
        texts["blad: stand"],
        stand_header(content),
        tuple(sorted(lines, key=_order)),
        _faults(state, content),
        _missing(state, content),
        counts_sheet(state.teams, content),
        sources_sheet(content),
        stands,
    )


def stand_header(content: Content) -> tuple[str, ...]:
    """Return the columns of the sheet Stand."""
    texts = content.overview
    before = [texts[f"kolom: {name}"] for name in (*_BEFORE_THEMAS, "datum")]
    niveaus = [texts.fill("kolom: niveau van thema", thema=thema.title) for thema in content.themas]
    return (*before, *niveaus, *(texts[f"kolom: {name}"] for name in _AFTER_THEMAS))


def _order(line: TeamLine) -> tuple[object, ...]:
    action = line.action
    deadline = line.deadline or _FAR
    return action.urgency, action.rank, deadline, line.organisation, line.department or ""


def _gone(teams: Iterable[Team], known: dict[Key, EarlierLine], content: Content) -> Iterator[Team]:
    """Yield teams of before that have a report, or to which a person added something."""
    for team in teams:
        line = known[team.key]
        if team.report or line.note or _is_chosen(line, content):
            yield team


def _line(team: Team, before: EarlierLine | None, state: RoundState, content: Content) -> TeamLine:
    texts = content.overview
    team = _as_known(team, before, content)
    told = texts[f"stand: {stand_of(team).value}"]
    chosen = before.stand if before and _is_chosen(before, content) else None
    stand = chosen or told
    words = {texts[f"stand: {one.value}"] for one in Stand}
    case = Case(team, stand if stand in words else told, state.today, texts, state.reminders)
    report, overall = team.report, team.advice and team.advice.scores.overall
    return TeamLine(
        organisation=team.organisation,
        department=team.department,
        contact=team.contact,
        received=_received(team, content),
        stand=stand,
        told=told,
        action=action_of(case),
        day=max((day for day in (team.day, report and report.day) if day), default=None),
        niveaus=tuple(_niveaus(team, content)),
        unknown=overall.unknown if overall else None,
        empty=overall.empty if overall else None,
        nvt=overall.nvt if overall else None,
        start_with=", ".join(map(str, team.advice.start_with)) if team.advice else "",
        report=(report.final or report.path) if report else None,
        report_text=_report_text(team, content),
        note=before.note if before else "",
        respondents=team.received,
        expected=team.expected,
        deadline=team.deadline,
    )


def _as_known(team: Team, before: EarlierLine | None, content: Content) -> Team:
    """Return a team of which the report is still edited, where that was so and nobody looked."""
    report = team.report
    if before is None or report is None or report.path is None or report.edited is not None:
        return team
    stand = before.stand if before.told is None else before.told
    edited = stand == content.overview[f"stand: {Stand.EDITED.value}"]
    return replace(team, report=replace(report, edited=edited))


def _is_chosen(line: EarlierLine, content: Content) -> bool:
    """Tell whether a stand was chosen by the consultant: it is not what this tool wrote last."""
    if not line.stand:
        return False
    if line.told is not None:
        return line.stand != line.told
    own = [stand for stand in Stand if stand not in _CHOSEN_ONLY]
    return line.stand not in [content.overview[f"stand: {stand.value}"] for stand in own]


def _received(team: Team, content: Content) -> str | int:
    if team.together:
        return content.overview["ontvangen: samen"]
    if team.expected is None:
        return team.received
    say = content.overview.fill
    return say("ontvangen: van", ontvangen=team.received, verwacht=team.expected)


def _report_text(team: Team, content: Content) -> str:
    report = team.report
    if report is None or report.path is None:
        return ""
    return content.overview["rapport: definitief" if report.final else "rapport: concept"]


def _niveaus(team: Team, content: Content) -> Iterator[str]:
    for order, _ in enumerate(content.themas):
        yield _niveau(team.advice.scores.themas[order], content) if team.advice else ""


def _niveau(score: ThemaScore, content: Content) -> str:
    """Return a niveau in words, as the report says it."""
    if score.niveau is None:
        return content.report["niveau: geen"]
    label = next(one.label for one in content.niveaus if one.niveau is score.niveau)
    if not score.provisional:
        return label
    return content.report.fill("niveau: voorlopig", niveau=label)


def _faults(state: RoundState, content: Content) -> Sheet:
    """Return what is wrong, file by file, those with an error first."""
    told = [one for one in dict.fromkeys(state.problems) if one.severity is not Severity.INFO]
    bad = {one.source.file for one in told if one.severity is Severity.ERROR}
    places = {file: place for place, file in enumerate(dict.fromkeys(p.source.file for p in told))}
    told.sort(key=lambda one: (one.source.file not in bad, places[one.source.file]))
    texts = content.overview
    names = ShortNames((*state.files, *(one.source.file for one in told)))
    return Sheet(
        texts["blad: vragen"],
        tuple(texts[f"kolom: {name}"] for name in ("bestand", "cel", "wat", "doen")),
        tuple(_fault(names.told(one), content) for one in told),
        texts["vragen: geen"],
    )


def _fault(one: Problem, content: Content) -> tuple[str, ...]:
    key = "soort: fout" if one.severity is Severity.ERROR else "soort: let op"
    line = f"{content.overview['regel']} {one.source.line}" if one.source.line else ""
    said = content.overview.fill(key, melding=one.message)
    return one.source.file, one.source.place or line, said, one.suggestion


def _missing(state: RoundState, content: Content) -> Sheet:
    texts, missing = content.overview, state.missing or ()
    columns = ("organisatie", "onderdeel", "contactpersoon", "mail", "ontvangen", "deadline")
    ranked = sorted(missing, key=lambda one: (one.deadline or _FAR, one.invitation.organisation))
    rows = [
        (
            one.invitation.organisation,
            one.invitation.department,
            one.invitation.contact,
            one.invitation.email,
            texts.fill(
                "ontvangen: van", ontvangen=one.received, verwacht=one.invitation.expected or 1
            ),
            one.deadline,
        )
        for one in ranked
    ]
    return Sheet(
        texts["blad: ontbreekt"],
        tuple(texts[f"kolom: {name}"] for name in columns),
        tuple(rows),
        texts["ontbreekt: geen lijst" if state.missing is None else "ontbreekt: geen"],
    )
