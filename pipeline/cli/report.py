"""`quickscan report`: the reports of a round."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.console import finish, open_content, open_sender, tell, tell_files, user_mistakes
from pipeline.cli.options import ALIASES, ANY, FILE, FOLDER, JSON, NAME, OPTIONS, PATHS, common

if TYPE_CHECKING:
    from pipeline.aliases import Aliases
    from pipeline.model import Benchmark, Content, Invitation, Scores
    from pipeline.problems import Problem
    from pipeline.run import Advised


@click.command(options_metavar=OPTIONS)
@common
@PATHS
@JSON
@click.option(
    "-o",
    "--output",
    **FOLDER,
    default=Path("output"),
    show_default=True,
    help="Map voor de rapporten.",
)
@click.option(
    "--organisation", metavar=NAME, help="Naam van de organisatie, waar het werkboek die mist."
)
@click.option("--style", **FILE, help="Word-document met de huisstijl (.docx of .dotx).")
@click.option("--short", is_flag=True, help="Alleen deel A, voor bestuur en leiding.")
@click.option("--agenda", is_flag=True, help="Maak de verbeteragenda ook als Excelbestand.")
@click.option(
    "--fresh",
    is_flag=True,
    help="Maak het rapport helemaal opnieuw. Het oude blijft bewaard.",
)
@ALIASES
@click.option("--benchmark", is_flag=True, help="Zet elke organisatie naast de ronde (vanaf vijf).")
@click.option("--previous", **ANY, help="Eerdere scan of map met scans, om mee te vergelijken.")
@click.option("--list", "listed", **FILE, help="Uitnodigingslijst: wie stuurde nog niets?")
@click.option("--mail", is_flag=True, help="Maak bij --list ook conceptmails als herinnering.")
def report(
    content: Path | None,
    config: Path | None,
    paths: tuple[Path, ...],
    as_json: bool,
    output: Path,
    organisation: str | None,
    style: Path | None,
    short: bool,
    agenda: bool,
    fresh: bool,
    aliases: Path | None,
    benchmark: bool,
    previous: Path | None,
    listed: Path | None,
    mail: bool,
) -> None:
    """Maak per organisatie en onderdeel een adviesrapport in Word."""
    with user_mistakes():
        from dataclasses import replace
        from datetime import datetime

        from pipeline.aliases import NO_ALIASES, read_aliases
        from pipeline.as_json import dumps, outcome_json
        from pipeline.round import Round, write_overview, write_reminders
        from pipeline.run import (
            Desk,
            Wanted,
            score_all,
            take_in,
            with_aliases,
            with_organisation,
            write_reports,
        )
        from pipeline.screen import outcome_lines, report_summary
        from pipeline.sender import missing_author

        _check_use(listed, mail=mail)
        loaded = open_content(content)
        invitations, of_list = _invitations(listed)
        tell(of_list)
        sender = open_sender(config)
        sender = replace(sender, style=style or sender.style)
        names = read_aliases(aliases) if aliases else NO_ALIASES
        checked = take_in(paths, loaded)
        if organisation:
            checked = with_organisation(checked, organisation)
        checked = with_aliases(checked, names)
        tell_files(checked)
        advised = score_all(checked, loaded, names)
        beside = _round(advised, loaded) if benchmark else None
        wanted = Wanted(short, agenda, fresh, _earlier(previous, loaded, names), beside)
        desk = Desk(loaded, sender, output, datetime.now().astimezone(), wanted)
        outcomes = write_reports(advised, desk)
        round_ = Round(advised, outcomes, checked, invitations, desk)
        of_round = (write_reminders(round_) if mail else ()) + write_overview(round_)
        if as_json:
            click.echo(dumps(map(outcome_json, outcomes)))
        else:
            for outcome in outcomes:
                click.echo(outcome_lines(outcome))
            click.echo(report_summary(outcomes, checked, output), err=True)
        tell(missing_author(sender))
        told = [problem for outcome in outcomes for problem in outcome.problems]
        told += of_round
        tell(told)
        finish([*of_list, *(problem for one in checked for problem in one.problems), *told])


def _check_use(listed: Path | None, *, mail: bool) -> None:
    """Raise PipelineError where options do not go together."""
    from pipeline.model import Source
    from pipeline.problems import Code, PipelineError, problem

    if mail and listed is None:
        raise PipelineError(problem(Code.REMINDER_NEEDS_LIST, Source("")))


def _invitations(
    path: Path | None,
) -> tuple[tuple[Invitation, ...] | None, tuple[Problem, ...]]:
    """Return the rows of the list, None without a list, and what is wrong in it."""
    if path is None:
        return None, ()
    from pipeline.invitations import read_invitations

    return read_invitations(path)


def _round(advised: tuple[Advised, ...], content: Content) -> Benchmark | None:
    """Return the round of these organisations; tell where they are too few."""
    from pipeline.benchmark import benchmark, organisations_in
    from pipeline.model import Source
    from pipeline.problems import Code, problem

    scores = [one.advice.scores for one in advised]
    beside = benchmark(scores, content)
    if beside is None:
        count = organisations_in(scores)
        tell((problem(Code.ROUND_TOO_SMALL, Source("--benchmark"), count=count),))
    return beside


def _earlier(path: Path | None, content: Content, names: Aliases) -> tuple[Scores, ...]:
    """Return the figures of earlier scans; tell where none of them can be read."""
    if path is None:
        return ()
    from pipeline.model import Source
    from pipeline.problems import Code, problem
    from pipeline.run import score_all, take_in, with_aliases

    checked = with_aliases(take_in((path,), content), names)
    tell_files(checked)
    earlier = tuple(one.advice.scores for one in score_all(checked, content, names))
    if not earlier:
        tell((problem(Code.PREVIOUS_NOT_USABLE, Source(str(path))),))
    return earlier
