"""`quickscan template`: the blank workbook."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.console import open_content, open_sender, tell, user_mistakes, writing
from pipeline.cli.options import FILE, NAME, OPTIONS, common


@click.command(options_metavar=OPTIONS)
@common
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
    with user_mistakes():
        from pipeline.screen import made_line
        from pipeline.sender import missing
        from pipeline.template import Prefill, make_template, missing_settings, save_template

        loaded = open_content(content)
        sender = open_sender(config)
        prefill = Prefill(organisation, department)
        with writing(output):
            save_template(make_template(loaded, sender, prefill), output)
        tell(missing(missing_settings(loaded, sender)))
        click.echo(made_line(output), err=True)
