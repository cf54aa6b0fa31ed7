"""`quickscan style`: what a house style gives and lacks."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.console import open_content, user_mistakes
from pipeline.cli.options import FILE, OPTIONS, common


@click.command("style", options_metavar=OPTIONS)
@common
@click.argument("file", metavar="BESTAND", type=FILE["type"])
def show_style(content: Path | None, config: Path | None, file: Path) -> None:
    """Zeg wat een huisstijldocument geeft en wat het mist."""
    with user_mistakes():
        from pipeline.screen import style_lines
        from pipeline.word import inspect_style

        click.echo(style_lines(inspect_style(file, open_content(content).style)))
