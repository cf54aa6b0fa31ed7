"""`quickscan content`: is the content right?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.console import finish, has_error, open_sender, user_mistakes
from pipeline.cli.options import FOLDER, OPTIONS, common

if TYPE_CHECKING:
    from pipeline.model import Content


@click.command("content", options_metavar=OPTIONS)
@common
@click.option(
    "--preview",
    **FOLDER,
    help="Schrijf hier per antwoord een voorbeeldrapport.",
)
def check_content(content: Path | None, config: Path | None, preview: Path | None) -> None:
    """Controleer de map met inhoud: per fout het bestand en de regel."""
    with user_mistakes():
        from pipeline.content import read_content, shipped_folder
        from pipeline.screen import content_summary, problem_line

        loaded, problems = read_content(content or shipped_folder())
        for problem in problems:
            click.echo(problem_line(problem))
        if loaded is not None:
            click.echo(content_summary(loaded), err=True)
        if preview is not None and loaded is not None and not has_error(problems):
            _preview(loaded, config, preview)
        finish(problems)


def _preview(content: Content, config: Path | None, folder: Path) -> None:
    from datetime import datetime

    from pipeline.intake import Checked
    from pipeline.preview import preview_questionnaires
    from pipeline.run import Desk, write_reports
    from pipeline.screen import outcome_lines
    from pipeline.teams import score_all

    now = datetime.now().astimezone()
    checked = [Checked(one.origin.label, one, ()) for one in preview_questionnaires(content, now)]
    desk = Desk(content, open_sender(config), folder, now)
    outcomes = write_reports(score_all(checked, content), desk)
    for outcome in outcomes:
        click.echo(outcome_lines(outcome))
