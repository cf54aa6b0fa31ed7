"""`quickscan clear`: what is past its retention, and its removal."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.console import finish, open_content, open_sender, tell, user_mistakes
from pipeline.cli.options import OPTIONS, common

if TYPE_CHECKING:
    from pipeline.model import Sender

_YES = frozenset({"ja", "j", "yes", "y"})


@click.command(options_metavar=OPTIONS)
@common
@click.argument("folder", metavar="MAP", type=Path)
@click.option(
    "--older-than",
    "days",
    metavar="DAGEN",
    type=click.IntRange(min=0, max=36_500),
    help="Ouder dan zoveel dagen (anders: de bewaartermijn in quickscan.toml).",
)
@click.option("--yes", is_flag=True, help="Verwijder zonder te vragen.")
def clear(
    content: Path | None, config: Path | None, folder: Path, days: int | None, yes: bool
) -> None:
    """Toon wat langer bewaard is dan mag, en verwijder het na een ja."""
    with user_mistakes():
        from datetime import datetime

        from pipeline.clearing import clear as clear_files
        from pipeline.clearing import past_retention
        from pipeline.screen import cleared_lines, nothing_past_line, past_lines

        loaded = open_content(content)
        term = _term(days, open_sender(config))
        today = datetime.now().astimezone().date()
        past = past_retention(_there(folder), loaded, today, term)
        if not past:
            click.echo(nothing_past_line(term), err=True)
            return
        click.echo(past_lines(past, today, term))
        if not yes and not _agreed(len(past)):
            click.echo("Er is niets verwijderd.", err=True)
            return
        cleared = clear_files(past, folder)
        click.echo(cleared_lines(cleared), err=True)
        tell(cleared.problems)
        finish(cleared.problems)


def _term(days: int | None, sender: Sender) -> int:
    """Return after how many days a file is past its retention: as asked, else as set."""
    from pipeline.clearing import days_of
    from pipeline.model import Source
    from pipeline.problems import Code, PipelineError, problem

    term = days if days is not None else days_of(sender.retention or "")
    if term is None:
        raise PipelineError(problem(Code.CLEAR_NO_TERM, Source("")))
    return term


def _there(folder: Path) -> Path:
    """Return the folder; one that is not there is a mistake of the user."""
    from pipeline.model import Source
    from pipeline.problems import Code, PipelineError, problem

    if not folder.is_dir():
        raise PipelineError(problem(Code.PATH_MISSING, Source(str(folder))))
    return folder


def _agreed(count: int) -> bool:
    """Ask, and tell whether the answer is yes. Raises PipelineError where nobody can answer."""
    from pipeline.model import Source
    from pipeline.problems import Code, PipelineError, problem
    from pipeline.screen import clear_question

    click.echo(clear_question(count), err=True, nl=False)
    answer = sys.stdin.readline()
    if not answer:
        click.echo(err=True)
        raise PipelineError(problem(Code.CLEAR_NEEDS_YES, Source("")))
    return answer.strip().casefold().rstrip(".!") in _YES
