"""`quickscan score`: the figures."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from pipeline.cli.console import (
    finish,
    open_content,
    open_sender,
    tell,
    tell_files,
    user_mistakes,
)
from pipeline.cli.options import ALIASES, FILE, JSON, OPTIONS, PATHS, common


@click.command(options_metavar=OPTIONS)
@common
@PATHS
@JSON
@ALIASES
@click.option("-o", "--output", **FILE, help="Bewaar de scores als .xlsx of .csv.")
def score(
    content: Path | None,
    config: Path | None,
    paths: tuple[Path, ...],
    as_json: bool,
    aliases: Path | None,
    output: Path | None,
) -> None:
    """Bereken de scores per organisatie en onderdeel."""
    with user_mistakes():
        from pipeline.aliases import NO_ALIASES, read_aliases
        from pipeline.as_json import dumps, scores_json
        from pipeline.intake import take_in
        from pipeline.score_table import score_table
        from pipeline.screen import score_lines
        from pipeline.teams import score_all, with_aliases

        open_sender(config)
        loaded = open_content(content)
        names = read_aliases(aliases) if aliases else NO_ALIASES
        checked = with_aliases(take_in(paths, loaded), names)
        tell_files(checked)
        advised = score_all(checked, loaded, names)
        scores = tuple(one.advice.scores for one in advised)
        if output is not None:
            _save(score_table(scores, loaded, output), output)
        if as_json:
            click.echo(dumps(map(scores_json, advised)))
        elif output is None:
            click.echo(score_lines(scores, loaded))
        aside = [problem for one in advised for problem in one.problems]
        tell(aside)
        finish([problem for one in checked for problem in one.problems] + aside)


def _save(table: bytes, path: Path) -> None:
    """Write the table; an earlier one that differs is kept with date and time, and that is told."""
    from pipeline.problems import PipelineError
    from pipeline.sameness import same_file
    from pipeline.shelf import put

    written = put(path.parent, path.name, table, datetime.now().astimezone(), same_file)
    if written.path is None:
        raise PipelineError(*written.problems)
    tell(written.problems)
