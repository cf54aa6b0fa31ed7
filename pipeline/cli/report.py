"""`quickscan report`: the reports of a round."""

from __future__ import annotations

from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.console import (
    open_content,
    open_sender,
    progress_of,
    tell,
    tell_files,
    user_mistakes,
)
from pipeline.cli.options import ALIASES, ANY, FILE, FOLDER, JSON, NAME, OPTIONS, PATHS, common

if TYPE_CHECKING:
    from pipeline.aliases import Aliases
    from pipeline.crew import Crew
    from pipeline.intake import Intake
    from pipeline.model import Benchmark, Content, Invitation, Sender
    from pipeline.previous import Previous
    from pipeline.problems import Problem
    from pipeline.record import Said
    from pipeline.round import Round
    from pipeline.run import Desk
    from pipeline.teams import Advised

_SAID_IN_EACH_RUN = {"team-not-listed"}  # of a round: what else is said, is said once


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
@click.option(
    "--previous", **ANY, help="Eerder rapport, eerdere scan of map daarmee, om mee te vergelijken."
)
@click.option("--list", "listed", **FILE, help="Uitnodigingslijst: wie stuurde nog niets?")
@click.option("--mail", is_flag=True, help="Maak bij --list ook conceptmails als herinnering.")
@click.option(
    "--jobs",
    metavar="AANTAL",
    type=click.IntRange(min=1),
    help="Met hoeveel processen tegelijk (anders: zo veel als nuttig is).",
)
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
    jobs: int | None,
) -> None:
    """Maak per organisatie en onderdeel een adviesrapport in Word."""
    with user_mistakes():
        from pipeline.crew import Crew
        from pipeline.record import recall

        _check_use(listed, mail=mail)
        sender = open_sender(config)
        request = _Request(
            content,
            config,
            paths,
            output,
            organisation,
            style,
            short,
            agenda,
            fresh,
            aliases,
            benchmark,
            previous,
            listed,
            mail,
            replace(sender, style=style or sender.style),
        )
        key = request.key()
        said = None if fresh else recall(output, key)
        if said is None:
            with Crew(jobs) as crew:
                said = _make(request, crew, key)
        _say(said, as_json=as_json)


@dataclass(frozen=True, slots=True)
class _Request:
    """What is asked of one run."""

    content: Path | None
    config: Path | None
    paths: tuple[Path, ...]
    output: Path
    organisation: str | None
    style: Path | None
    short: bool
    agenda: bool
    fresh: bool
    aliases: Path | None
    benchmark: bool
    previous: Path | None
    listed: Path | None
    mail: bool
    sender: Sender

    def key(self) -> str:
        """Return a digest of all that the outcome depends on, but for the folder of reports."""
        from datetime import datetime

        from pipeline.content import shipped_folder
        from pipeline.record import key_of
        from pipeline.sender import CONFIG_NAME

        config = self.config or Path(CONFIG_NAME)
        files = (self.sender.style, self.aliases, self.previous, self.listed)
        sources = (self.content or shipped_folder(), config, *filter(None, files), *self.paths)
        today = datetime.now().astimezone().date()
        return key_of((*astuple(self), today), sources)

    def made_with(self) -> str:
        """Return a digest of the files that every report is made with."""
        from pipeline.content import shipped_folder
        from pipeline.record import key_of
        from pipeline.sender import CONFIG_NAME

        config = self.config or Path(CONFIG_NAME)
        style = (self.sender.style,) if self.sender.style else ()
        return key_of((), (self.content or shipped_folder(), config, *style))


def _make(request: _Request, crew: Crew, key: str) -> Said:
    """Read, advise and write; return what is to be said, and keep it for a next time."""
    from pipeline.round import Round, write_overview, write_reminders
    from pipeline.run import write_reports
    from pipeline.sender import missing_author
    from pipeline.shelf import prepare_folder
    from pipeline.teams import score_all
    from pipeline.told import said_of

    content, names = open_content(request.content), _names(request.aliases)
    invitations, of_list = _invitations(request.listed)
    prepare_folder(request.output)
    checked = _read(request, content, names, crew)
    advised = score_all(checked, content, names)
    previous = _previous(request.previous, content, names)
    desk = _desk(request, content, advised, previous)
    outcomes = write_reports(advised, desk, crew, progress_of("Rapporten"))
    round_ = Round(advised, outcomes, checked, invitations, desk)
    of_round = (write_reminders(round_) if request.mail else ()) + write_overview(round_)
    told = (*of_list, *missing_author(request.sender), *previous.problems, *of_round)
    again = {one.code.key for one in of_round} <= _SAID_IN_EACH_RUN
    _keep(round_, told if again else None, key)
    return said_of(outcomes, checked, told, request.output, content.overview["blad: vragen"])


def _names(path: Path | None) -> Aliases:
    from pipeline.aliases import NO_ALIASES, read_aliases

    return read_aliases(path) if path else NO_ALIASES


def _read(request: _Request, content: Content, names: Aliases, crew: Crew) -> Intake:
    """Return all that came in, under the names that were asked for."""
    from pipeline.intake import take_in
    from pipeline.teams import with_aliases, with_organisation

    checked = take_in(request.paths, content, crew, progress_of("Lezen"), request.output)
    if request.organisation:
        checked = with_organisation(checked, request.organisation)
    return with_aliases(checked, names) if request.aliases else checked


def _desk(
    request: _Request, content: Content, advised: tuple[Advised, ...], previous: Previous
) -> Desk:
    """Return what all reports are made with."""
    from datetime import datetime

    from pipeline.record import known_reports
    from pipeline.run import Desk, Wanted

    beside = _round(advised, content) if request.benchmark else None
    return Desk(
        content,
        request.sender,
        request.output,
        datetime.now().astimezone(),
        Wanted(request.short, request.agenda, request.fresh, previous.earlier, beside),
        request.made_with(),
        {} if request.fresh else known_reports(request.output),
    )


def _keep(round_: Round, told: tuple[Problem, ...] | None, key: str) -> None:
    """Keep what a next run need not do again, where the round is large enough to pay for it.

    `told` is None where a next run has more to do than to say it again.
    """
    from pipeline.record import WORTH_KEEPING, remember
    from pipeline.told import said_of

    if len(round_.checked) < WORTH_KEEPING:
        return
    outcomes, folder = round_.outcomes, round_.desk.folder
    said = None
    if told is not None and all(one.is_settled for one in outcomes):
        later = [one.as_unchanged() for one in outcomes]
        sheet = round_.desk.content.overview["blad: vragen"]
        said = said_of(later, round_.checked, told, folder, sheet)
    made = {one.written.path.name: one.fingerprint for one in outcomes if one.written.path}
    remember(folder, key, said, made)


def _say(said: Said, *, as_json: bool) -> None:
    for line in said.files:
        click.echo(line, err=True)
    if as_json:
        click.echo(said.as_json)
    else:
        for line in said.lines:
            click.echo(line)
    for line in said.notes:
        click.echo(line, err=True)
    if said.has_error:
        raise SystemExit(1)


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


def _previous(path: Path | None, content: Content, names: Aliases) -> Previous:
    """Return the earlier scans; tell what is wrong in the workbooks that were read for them."""
    from pipeline.previous import NO_PREVIOUS, read_previous

    if path is None:
        return NO_PREVIOUS
    previous = read_previous(path, content, names)
    tell_files(previous.checked)
    return previous
