"""`quickscan score`: the figures."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.console import (
    finish,
    open_content,
    open_sender,
    tell,
    tell_files,
    user_mistakes,
    writing,
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
        from pipeline.score_table import save_scores
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
            with writing(output):
                save_scores(scores, loaded, output)
        if as_json:
            click.echo(dumps(map(scores_json, advised)))
        elif output is None:
            click.echo(score_lines(scores, loaded))
        aside = [problem for one in advised for problem in one.problems]
        tell(aside)
        finish([problem for one in checked for problem in one.problems] + aside)
