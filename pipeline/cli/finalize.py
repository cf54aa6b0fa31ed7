"""`quickscan finalize`: the version that is sent."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.console import finish, open_content, open_sender, user_mistakes
from pipeline.cli.options import JSON, OPTIONS, common


@click.command(options_metavar=OPTIONS)
@common
@click.argument("reports", metavar="RAPPORT...", nargs=-1, required=True, type=Path)
@JSON
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
    with user_mistakes():
        from datetime import datetime

        from pipeline.as_json import dumps, final_json
        from pipeline.finalize import Faults, FinalStatus, Wishes, finalize_report
        from pipeline.screen import final_lines

        loaded, sender = open_content(content), open_sender(config)
        now = datetime.now().astimezone()
        wishes = Wishes(Faults.GO_ON if anyway else Faults.REFUSE, pdf, mail)
        outcomes = [finalize_report(path, loaded, sender, now, wishes) for path in _there(reports)]
        if as_json:
            click.echo(dumps(map(final_json, outcomes)))
        for outcome in outcomes:
            click.echo(final_lines(outcome), err=as_json)
        if any(outcome.status is not FinalStatus.FINAL for outcome in outcomes):
            raise SystemExit(1)
        finish(problem for outcome in outcomes for problem in outcome.problems)


def _there(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the paths; one that does not exist is a mistake of the user."""
    from pipeline.model import Source
    from pipeline.problems import Code, PipelineError, problem

    missing = [problem(Code.PATH_MISSING, Source(str(p))) for p in paths if not p.exists()]
    if missing:
        raise PipelineError(*missing)
    return paths
