"""The commands: the only echo, exit code and clock. What they do is in `run`.

Stages are imported inside the commands, so that `--help` answers at once.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from pipeline.model import Content, Scores, Sender
    from pipeline.problems import Problem
    from pipeline.run import Checked

Command = TypeVar("Command", bound=Callable[..., None])
FILE: dict[str, Any] = {"type": click.Path(dir_okay=False, path_type=Path), "metavar": "BESTAND"}
FOLDER: dict[str, Any] = {"type": click.Path(file_okay=False, path_type=Path), "metavar": "MAP"}
ANY: dict[str, Any] = {"type": click.Path(exists=True, path_type=Path), "metavar": "PAD"}
NAME = "NAAM"
OPTIONS = "[OPTIES]"

_CONTENT = click.option("--content", **FOLDER, help="Gebruik een andere map met inhoud.")
_CONFIG = click.option(
    "--config",
    **FILE,
    help="Instellingen (anders: quickscan.toml in deze map).",
)
_JSON = click.option("--json", "as_json", is_flag=True, help="Schrijf de uitkomst als JSON.")
_PATHS = click.argument("paths", metavar="PAD...", nargs=-1, required=True, type=Path)


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    options_metavar=OPTIONS,
    subcommand_metavar="OPDRACHT [OPTIES] [PAD]...",
)
@click.version_option(package_name="quickscan", message="%(prog)s %(version)s")
def quickscan() -> None:
    """Van ingevulde QuickScan naar adviesrapport in Word.

    PAD is een ingevuld werkboek (.xlsx of .xlsm) of een map met werkboeken.
    """


def _common(command: Command) -> Command:
    """Give a command the options that every command has."""
    return _CONTENT(_CONFIG(command))


@quickscan.command(options_metavar=OPTIONS)
@_common
@click.option(
    "-o",
    "--output",
    **FILE,
    default=Path("quickscan.xlsx"),
    show_default=True,
    help="Naam van het werkboek.",
)
@click.option(
    "--organisation", metavar=NAME, default="", help="Vul de naam van de organisatie alvast in."
)
@click.option("--department", metavar=NAME, default="", help="Vul het onderdeel alvast in.")
def template(
    content: Path | None,
    config: Path | None,
    output: Path,
    organisation: str,
    department: str,
) -> None:
    """Maak het lege werkboek om te versturen."""
    with _user_mistakes():
        from pipeline.screen import made_line
        from pipeline.sender import missing
        from pipeline.template import Prefill, make_template, missing_settings, save_template

        loaded = _content(content)
        sender = _sender(config)
        prefill = Prefill(organisation, department)
        with _writing(output):
            save_template(make_template(loaded, sender, prefill), output)
        _tell(missing(missing_settings(loaded, sender)))
        click.echo(made_line(output), err=True)


@quickscan.command(options_metavar=OPTIONS)
@_common
@_PATHS
@_JSON
def check(
    content: Path | None, config: Path | None, paths: tuple[Path, ...], as_json: bool
) -> None:
    """Lees en controleer werkboeken. Er verandert niets."""
    with _user_mistakes():
        from pipeline.as_json import checked_json, dumps
        from pipeline.run import take_in
        from pipeline.screen import checked_lines

        _sender(config)
        checked = take_in(paths, _content(content))
        if as_json:
            click.echo(dumps(map(checked_json, checked)))
        else:
            for one in checked:
                click.echo(checked_lines(one))
        _finish(problem for one in checked for problem in one.problems)


@quickscan.command(options_metavar=OPTIONS)
@_common
@_PATHS
@_JSON
@click.option("-o", "--output", **FILE, help="Bewaar de scores als .xlsx of .csv.")
def score(
    content: Path | None,
    config: Path | None,
    paths: tuple[Path, ...],
    as_json: bool,
    output: Path | None,
) -> None:
    """Bereken de scores per organisatie en onderdeel."""
    with _user_mistakes():
        from pipeline.as_json import dumps, scores_json
        from pipeline.run import score_all, take_in
        from pipeline.score_table import save_scores
        from pipeline.screen import score_lines

        _sender(config)
        loaded = _content(content)
        checked = take_in(paths, loaded)
        _tell_files(checked)
        advised = score_all(checked, loaded)
        scores = tuple(one.advice.scores for one in advised)
        if output is not None:
            with _writing(output):
                save_scores(scores, loaded, output)
        if as_json:
            click.echo(dumps(map(scores_json, advised)))
        elif output is None:
            click.echo(score_lines(scores, loaded))
        aside = [problem for one in advised for problem in one.problems]
        _tell(aside)
        _finish([problem for one in checked for problem in one.problems] + aside)


@quickscan.command(options_metavar=OPTIONS)
@_common
@_PATHS
@_JSON
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
@click.option("--previous", **ANY, help="Eerdere scan of map met scans, om mee te vergelijken.")
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
    previous: Path | None,
) -> None:
    """Maak per organisatie en onderdeel een adviesrapport in Word."""
    with _user_mistakes():
        from dataclasses import replace
        from datetime import datetime

        from pipeline.as_json import dumps, outcome_json
        from pipeline.run import Desk, Wanted, score_all, take_in, with_organisation, write_reports
        from pipeline.screen import outcome_line, report_summary
        from pipeline.sender import missing_author

        loaded = _content(content)
        sender = _sender(config)
        sender = replace(sender, style=style or sender.style)
        checked = take_in(paths, loaded)
        if organisation:
            checked = with_organisation(checked, organisation)
        _tell_files(checked)
        wanted = Wanted(short, agenda, _earlier(previous, loaded))
        desk = Desk(loaded, sender, output, datetime.now().astimezone(), wanted)
        outcomes = write_reports(score_all(checked, loaded), desk)
        if as_json:
            click.echo(dumps(map(outcome_json, outcomes)))
        else:
            for outcome in outcomes:
                click.echo(outcome_line(outcome))
            click.echo(report_summary(outcomes, checked, output), err=True)
        _tell(missing_author(sender))
        told = [problem for outcome in outcomes for problem in outcome.problems]
        _tell(told)
        _finish([problem for one in checked for problem in one.problems] + told)


def _earlier(path: Path | None, content: Content) -> tuple[Scores, ...]:
    """Return the figures of earlier scans."""
    if path is None:
        return ()
    from pipeline.run import score_all, take_in

    checked = take_in((path,), content)
    _tell_files(checked)
    return tuple(one.advice.scores for one in score_all(checked, content))


@quickscan.command("style", options_metavar=OPTIONS)
@_common
@click.argument("file", metavar="BESTAND", type=FILE["type"])
def show_style(content: Path | None, config: Path | None, file: Path) -> None:
    """Zeg wat een huisstijldocument geeft en wat het mist."""
    with _user_mistakes():
        from pipeline.screen import style_lines
        from pipeline.word import inspect_style

        click.echo(style_lines(inspect_style(file, _content(content).style)))


@quickscan.command(options_metavar=OPTIONS)
@_common
@click.argument("reports", metavar="RAPPORT...", nargs=-1, required=True, type=Path)
@_JSON
@click.option("--anyway", is_flag=True, help="Ga door, ook als er nog iets openstaat.")
@click.option("--pdf", is_flag=True, help="Maak ook een pdf (met LibreOffice).")
@click.option("--mail", is_flag=True, help="Maak ook een conceptmail met het rapport als bijlage.")
def finalize(
    content: Path | None,
    config: Path | None,
    reports: tuple[Path, ...],
    as_json: bool,
    anyway: bool,
    pdf: bool,
    mail: bool,
) -> None:
    """Maak van een bewerkt rapport de versie die u verstuurt."""
    with _user_mistakes():
        from datetime import datetime

        from pipeline.as_json import dumps, final_json
        from pipeline.finalize import Faults, FinalStatus, Wishes, finalize_report
        from pipeline.screen import final_lines

        loaded, sender = _content(content), _sender(config)
        now = datetime.now().astimezone()
        wishes = Wishes(Faults.GO_ON if anyway else Faults.REFUSE, pdf, mail)
        outcomes = [finalize_report(path, loaded, sender, now, wishes) for path in _there(reports)]
        if as_json:
            click.echo(dumps(map(final_json, outcomes)))
        for outcome in outcomes:
            click.echo(final_lines(outcome), err=as_json)
        if any(outcome.status is not FinalStatus.FINAL for outcome in outcomes):
            raise SystemExit(1)
        _finish(problem for outcome in outcomes for problem in outcome.problems)


def _there(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the paths; one that does not exist is a mistake of the user."""
    from pipeline.model import Source
    from pipeline.problems import Code, PipelineError, problem

    missing = [problem(Code.PATH_MISSING, Source(str(p))) for p in paths if not p.exists()]
    if missing:
        raise PipelineError(*missing)
    return paths


@quickscan.command("content", options_metavar=OPTIONS)
@_common
@click.option(
    "--preview",
    **FOLDER,
    help="Schrijf hier per antwoord een voorbeeldrapport.",
)
def check_content(content: Path | None, config: Path | None, preview: Path | None) -> None:
    """Controleer de map met inhoud: per fout het bestand en de regel."""
    with _user_mistakes():
        from pipeline.content import read_content, shipped_folder
        from pipeline.screen import content_summary, problem_line

        loaded, problems = read_content(content or shipped_folder())
        for problem in problems:
            click.echo(problem_line(problem))
        if loaded is not None:
            click.echo(content_summary(loaded), err=True)
        if preview is not None and loaded is not None and not _has_error(problems):
            _preview(loaded, config, preview)
        _finish(problems)


def _preview(content: Content, config: Path | None, folder: Path) -> None:
    from datetime import datetime

    from pipeline.preview import preview_questionnaires
    from pipeline.run import Checked, Desk, score_all, write_reports
    from pipeline.screen import outcome_line

    now = datetime.now().astimezone()
    checked = [Checked(one.origin.label, one, ()) for one in preview_questionnaires(content, now)]
    desk = Desk(content, _sender(config), folder, now)
    outcomes = write_reports(score_all(checked, content), desk)
    for outcome in outcomes:
        click.echo(outcome_line(outcome))


def _content(folder: Path | None) -> Content:
    from pipeline.content import load_content, shipped_folder

    gc.freeze()  # what was imported is never garbage: a quarter of the time of a cold report
    return load_content(folder or shipped_folder())


def _sender(config: Path | None) -> Sender:
    """Read the settings: those named, else quickscan.toml here, else none."""
    from pipeline.model import Sender
    from pipeline.sender import CONFIG_NAME, read_sender

    path = config or Path(CONFIG_NAME)
    if config is None and not path.exists():
        return Sender()
    sender, problems = read_sender(path)
    _tell(problems)
    return sender


@contextmanager
def _user_mistakes() -> Iterator[None]:
    """Tell a mistake because of which nothing can be done, and end with 2."""
    from pipeline.problems import PipelineError

    try:
        yield
    except PipelineError as mistake:
        _tell(mistake.problems)
        raise SystemExit(2) from None


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """Turn a file that can't be written into a mistake of the user."""
    from pipeline.model import Source
    from pipeline.problems import Code, PipelineError, problem

    try:
        yield
    except OSError as error:
        source = Source(str(path))
        fault = problem(Code.OUTPUT_NOT_WRITABLE, source, reason=error.strerror)
        raise PipelineError(fault) from None


def _tell(problems: Iterable[Problem]) -> None:
    from pipeline.screen import problem_line

    for problem in dict.fromkeys(problems):
        click.echo(problem_line(problem), err=True)


def _tell_files(checked: Iterable[Checked]) -> None:
    """Tell, beside data, the files in which something is wrong."""
    from pipeline.screen import checked_lines

    for one in checked:
        if one.problems:
            click.echo(checked_lines(one), err=True)


def _has_error(problems: Iterable[Problem]) -> bool:
    from pipeline.problems import Severity

    return any(problem.severity is Severity.ERROR for problem in problems)


def _finish(problems: Iterable[Problem]) -> None:
    """End with 1 if and only if there is a problem of severity error."""
    if _has_error(problems):
        raise SystemExit(1)
