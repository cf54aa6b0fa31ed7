"""What every command opens, tells and ends with: the only echo and exit code."""

from __future__ import annotations

import errno
import gc
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

STOPPED = "Gestopt. Wat klaar is, blijft staan. Geef de opdracht nog eens voor de rest."
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_WORTH_SHOWING = 10  # pieces of work; fewer are done before anybody has read the bar

if TYPE_CHECKING:
    from pipeline.intake import Checked, Progress, Tick
    from pipeline.model import Content, Sender
    from pipeline.problems import Problem


def open_content(folder: Path | None) -> Content:
    """Read the content: this folder, else our own."""
    from pipeline.content import load_content, shipped_folder

    if not gc.get_freeze_count():  # once: what is frozen later on is never cleared away
        gc.freeze()  # what was imported is never garbage: a quarter of the time of a cold report
    return load_content(folder or shipped_folder())


def open_sender(config: Path | None) -> Sender:
    """Read the settings: those named, else quickscan.toml here, else none."""
    from pipeline.model import Sender
    from pipeline.sender import CONFIG_NAME, read_sender

    path = config or Path(CONFIG_NAME)
    if config is None and not path.exists():
        return Sender()
    sender, problems = read_sender(path)
    tell(problems)
    return sender


@contextmanager
def user_mistakes() -> Iterator[None]:
    """Tell a mistake because of which nothing can be done, and end with 2."""
    from pipeline.problems import PipelineError

    try:
        yield
    except OSError as error:
        if error.filename is None and error.errno not in _NO_ROOM:
            raise
        tell([_of_disk(error)])
        raise SystemExit(2) from None
    except PipelineError as mistake:
        tell(mistake.problems)
        raise SystemExit(2) from None
    except KeyboardInterrupt:
        click.echo(STOPPED, err=True)
        raise SystemExit(1) from None


def _of_disk(error: OSError) -> Problem:
    """Return what is wrong with a disk, a folder or a file that nobody foresaw."""
    from pipeline.model import Source
    from pipeline.problems import Code, problem
    from pipeline.reasons import reason_of

    source = Source(str(error.filename or tempfile.gettempdir()))
    if error.errno in _NO_ROOM:
        return problem(Code.DISK_FULL, source)
    return problem(Code.FILE_SYSTEM, source, reason=reason_of(error))


def progress_of(label: str) -> Progress:
    """Return what shows how far a run is, on a terminal alone."""

    @contextmanager
    def show(count: int) -> Iterator[Tick]:
        if count < _WORTH_SHOWING or not sys.stderr.isatty():
            yield lambda: None
            return
        with click.progressbar(length=count, label=label, show_pos=True, file=sys.stderr) as bar:
            yield lambda: bar.update(1)

    return show


def tell(problems: Iterable[Problem]) -> None:
    """Tell problems beside the data, each once."""
    from pipeline.screen import problem_line

    for problem in dict.fromkeys(problems):
        click.echo(problem_line(problem), err=True)


def tell_files(checked: Iterable[Checked]) -> None:
    """Tell, beside data, the files in which something is wrong."""
    from pipeline.screen import checked_lines

    for one in checked:
        if one.problems:
            click.echo(checked_lines(one), err=True)


def has_error(problems: Iterable[Problem]) -> bool:
    """Tell whether any problem is of severity error."""
    from pipeline.problems import Severity

    return any(problem.severity is Severity.ERROR for problem in problems)


def finish(problems: Iterable[Problem]) -> None:
    """End with 1 if and only if there is a problem of severity error."""
    if has_error(problems):
        raise SystemExit(1)
