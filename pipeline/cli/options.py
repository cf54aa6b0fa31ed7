"""Options and arguments that commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., None])
FILE: dict[str, Any] = {"type": click.Path(dir_okay=False, path_type=Path), "metavar": "BESTAND"}
FOLDER: dict[str, Any] = {"type": click.Path(file_okay=False, path_type=Path), "metavar": "MAP"}
ANY: dict[str, Any] = {"type": click.Path(exists=True, path_type=Path), "metavar": "PAD"}
NAME = "NAAM"
OPTIONS = "[OPTIES]"

JSON = click.option("--json", "as_json", is_flag=True, help="Schrijf de uitkomst als JSON.")
PATHS = click.argument("paths", metavar="PAD...", nargs=-1, required=True, type=Path)
ALIASES = click.option(
    "--aliases", **FILE, help="Lijst met namen: zoals geschreven, en die u gebruikt."
)
_CONTENT = click.option("--content", **FOLDER, help="Gebruik een andere map met inhoud.")
_CONFIG = click.option(
    "--config",
    **FILE,
    help="Instellingen (anders: quickscan.toml in deze map).",
)


def common(command: Command) -> Command:
    """Give a command the options that every command has."""
    return _CONTENT(_CONFIG(command))
