"""The commands: the only echo, exit code and clock. What they do is in `run`.

Stages are imported inside the commands, so that `--help` answers at once.
"""

from __future__ import annotations

import click

from pipeline.cli.check import check
from pipeline.cli.clear import clear
from pipeline.cli.content import check_content
from pipeline.cli.finalize import finalize
from pipeline.cli.options import OPTIONS
from pipeline.cli.report import report
from pipeline.cli.score import score
from pipeline.cli.style import show_style
from pipeline.cli.template import template


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    options_metavar=OPTIONS,
    subcommand_metavar="OPDRACHT [OPTIES] [PAD]...",
)
@click.version_option(package_name="quickscan", message="%(prog)s %(version)s")
def quickscan() -> None:
    """Van ingevulde QuickScan naar adviesrapport in Word.

    PAD is een ingevuld werkboek (.xlsx of .xlsm), een mail (.eml of .msg), een zipbestand
    of een map daarmee.
    """


for _command in (
    template,
    check,
    score,
    report,
    show_style,
    finalize,
    clear,
    check_content,
):
    quickscan.add_command(_command)
