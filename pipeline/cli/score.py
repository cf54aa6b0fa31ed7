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
from pipeline.cli.options import FILE, JSON, OPTIONS, PATHS, common


@click.command(options_metavar=OPTIONS)
@common
@PATHS
@JSON
@click.option("-o", "--output", **FILE, help="Bewaar de scores als .xlsx of .csv.")
def score(
    content: Path | None,
    config: Path | None,
    paths: tuple[Path, ...],
    as_json: bool,
    output: Path | None,
) -> None:
    """Bereken de scores per organisatie en onderdeel."""
    with user_mistakes():
        from pipeline.as_json import dumps, scores_json
        from pipeline.run import score_all, take_in
        from pipeline.score_table import save_scores
        from pipeline.screen import score_lines

        open_sender(config)
        loaded = open_content(content)
        checked = take_in(paths, loaded)
        tell_files(checked)
        advised = score_all(checked, loaded)
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
