"""`quickscan check`: what is in the workbooks, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.console import finish, open_content, open_sender, user_mistakes
from pipeline.cli.options import JSON, OPTIONS, PATHS, common


@click.command(options_metavar=OPTIONS)
@common
@PATHS
@JSON
def check(
    content: Path | None, config: Path | None, paths: tuple[Path, ...], as_json: bool
) -> None:
    """Lees en controleer werkboeken. Er verandert niets."""
    with user_mistakes():
        from pipeline.as_json import checked_json, dumps
        from pipeline.run import take_in
        from pipeline.screen import checked_lines

        open_sender(config)
        checked = take_in(paths, open_content(content))
        if as_json:
            click.echo(dumps(map(checked_json, checked)))
        else:
            for one in checked:
                click.echo(checked_lines(one))
        finish(problem for one in checked for problem in one.problems)
