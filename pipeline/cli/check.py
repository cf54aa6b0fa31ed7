"""`quickscan check`: what is in the workbooks, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.console import finish, open_content, open_sender, tell, user_mistakes
from pipeline.cli.options import FOLDER, JSON, OPTIONS, PATHS, common

if TYPE_CHECKING:
    from pipeline.intake import Checked
    from pipeline.model import Content, Sender
    from pipeline.problems import Problem


@click.command(options_metavar=OPTIONS)
@common
@PATHS
@JSON
@click.option(
    "--return", "returned", **FOLDER, help="Map voor werkboeken met vragen en conceptmails."
)
def check(
    content: Path | None,
    config: Path | None,
    paths: tuple[Path, ...],
    as_json: bool,
    returned: Path | None,
) -> None:
    """Lees en controleer werkboeken. Er verandert niets aan."""
    with user_mistakes():
        from pipeline.as_json import checked_json, dumps
        from pipeline.intake import take_in
        from pipeline.screen import checked_lines

        loaded, sender = open_content(content), open_sender(config)
        checked = take_in(paths, loaded)
        told = _send_back(checked, loaded, sender, returned) if returned else ()
        if as_json:
            click.echo(dumps(map(checked_json, checked)))
        else:
            for one in checked:
                click.echo(checked_lines(one))
        finish([*(problem for one in checked for problem in one.problems), *told])


def _send_back(
    checked: Sequence[Checked], content: Content, sender: Sender, folder: Path
) -> tuple[Problem, ...]:
    """Write what goes back to people; return what is to be told about it."""
    from datetime import datetime

    from pipeline.letters import missing_for_replies
    from pipeline.returns import ReturnDesk, send_back
    from pipeline.screen import written_line
    from pipeline.sender import missing

    desk = ReturnDesk(content, sender, folder, datetime.now().astimezone())
    sent = send_back(checked, desk)
    for one in sent.written:
        if one.path is not None:
            click.echo(written_line(one), err=True)
    tell((*sent.problems, *missing(missing_for_replies(content, sender))))
    return sent.problems
