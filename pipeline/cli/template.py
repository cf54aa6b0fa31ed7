"""`quickscan template`: the blank workbook, for one organisation or for a list of them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.console import finish, open_content, open_sender, tell, user_mistakes
from pipeline.cli.options import FILE, NAME, OPTIONS, common

if TYPE_CHECKING:
    from pipeline.model import Content, Sender

_DEFAULT = Path("quickscan.xlsx")
_WORKBOOKS = (".xlsx", ".xlsm")


@click.command(options_metavar=OPTIONS)
@common
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="BESTAND|MAP",
    help="Naam van het werkboek (anders: quickscan.xlsx). Bij --list: de map.",
)
@click.option("--organisation", metavar=NAME, help="Vul de naam van de organisatie alvast in.")
@click.option("--department", metavar=NAME, help="Vul het onderdeel alvast in.")
@click.option("--list", "listed", **FILE, help="Maak een werkboek voor elke regel van deze lijst.")
@click.option("--mail", is_flag=True, help="Maak bij --list ook een conceptmail per regel.")
def template(
    content: Path | None,
    config: Path | None,
    output: Path | None,
    organisation: str | None,
    department: str | None,
    listed: Path | None,
    mail: bool,
) -> None:
    """Maak het lege werkboek, of een werkboek per regel van een lijst."""
    with user_mistakes():
        _check_use(output, listed, named=bool(organisation or department), mail=mail)
        loaded, sender = open_content(content), open_sender(config)
        if listed is None or output is None:
            _make_one(loaded, sender, output or _DEFAULT, organisation or "", department or "")
        else:
            _make_list(loaded, sender, listed, output, mail=mail)


def _check_use(output: Path | None, listed: Path | None, *, named: bool, mail: bool) -> None:
    """Raise PipelineError where options do not go together."""
    from pipeline.model import Source
    from pipeline.problems import Code, PipelineError, problem

    no_folder = output is None or output.suffix.casefold() in _WORKBOOKS
    of_folder = output is not None and output.is_dir()
    other = output is not None and output.suffix.casefold() != _WORKBOOKS[0]
    one, many = listed is None, listed is not None
    wrong = (
        (one and mail, Code.TEMPLATE_MAIL_NEEDS_LIST),
        (one and of_folder, Code.TEMPLATE_IS_FOLDER),
        (one and other and not of_folder, Code.TEMPLATE_OTHER_KIND),
        (many and no_folder, Code.TEMPLATE_NEEDS_FOLDER),
        (many and named, Code.TEMPLATE_NAME_AND_LIST),
    )
    faults = [problem(code, Source("")) for holds, code in wrong if holds]
    if faults:
        raise PipelineError(*faults)


def _make_one(
    content: Content, sender: Sender, path: Path, organisation: str, department: str
) -> None:
    from pipeline.problems import PipelineError
    from pipeline.sameness import same_file
    from pipeline.screen import made_line
    from pipeline.sender import missing
    from pipeline.shelf import prepare_folder, put
    from pipeline.template import Prefill, make_template, missing_settings, template_bytes

    prepare_folder(path.parent)
    file = template_bytes(make_template(content, sender, Prefill(organisation, department)))
    written = put(path.parent, path.name, file, datetime.now().astimezone(), same_file)
    if written.path is None:
        raise PipelineError(*written.problems)
    tell((*written.problems, *missing(missing_settings(content, sender))))
    click.echo(made_line(written.path), err=True)


def _make_list(content: Content, sender: Sender, listed: Path, folder: Path, *, mail: bool) -> None:
    from pipeline.invitations import read_invitations
    from pipeline.invite import InvitationDesk, require_settings, with_mails, write_scans
    from pipeline.screen import invited_lines
    from pipeline.sender import missing
    from pipeline.template import missing_settings

    invitations, problems = read_invitations(listed)
    desk = InvitationDesk(content, sender, folder, datetime.now().astimezone())
    tell(problems)
    if mail:
        require_settings(invitations, desk)
    invited = write_scans(invitations, desk)
    if mail:
        invited = with_mails(invited, desk)
    for one in invited:
        click.echo(invited_lines(one), err=True)
    told = [problem for one in invited for problem in one.problems]
    tell([*told, *missing(missing_settings(content, sender))])
    finish([*problems, *told])
