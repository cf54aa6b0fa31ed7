"""Files that came in -> what was read of each, checked, and kept small until it is used."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeAlias, overload

from pipeline.check import check
from pipeline.crew import Crew
from pipeline.inbox import Incoming, Unusable, files_in, found_in, nothing_found
from pipeline.model import Content, Origin, Questionnaire, Source
from pipeline.problems import Code, PipelineError, Problem, problem
from pipeline.questionnaire import read_questionnaire

Tick: TypeAlias = Callable[[], None]
Progress: TypeAlias = Callable[[int], AbstractContextManager[Tick]]  # of so many pieces of work


@contextmanager
def quiet(_count: int) -> Iterator[Tick]:
    """Show nothing of how far a run is."""
    yield lambda: None


@dataclass(frozen=True, slots=True)
class Checked:
    """One file that came in: what was read, if it could be used, and all its problems.

    `origin` tells with what mail it came; None where that does not matter.
    """

    file: str
    questionnaire: Questionnaire | None
    problems: tuple[Problem, ...]
    origin: Origin | None = None

    @property
    def usable(self) -> Questionnaire | None:
        """The questionnaire, where it holds any answer at all."""
        one = self.questionnaire
        return None if one is None or one.is_blank else one


class Intake(Sequence[Checked]):
    """All that came in. Each is packed to a tenth of its size until somebody looks at it.

    What is packed never comes from a file: only from this run.
    """

    def __init__(self, packed: Iterable[bytes]) -> None:
        """Take what `pack` made."""
        self.packed = tuple(packed)

    @overload
    def __getitem__(self, place: int) -> Checked: ...
    @overload
    def __getitem__(self, place: slice) -> Intake: ...
    def __getitem__(self, place: int | slice) -> Checked | Intake:
        """Return one, opened; or a part."""
        if isinstance(place, slice):
            return Intake(self.packed[place])
        return unpack(self.packed[place])

    def __len__(self) -> int:
        """Return how many came in."""
        return len(self.packed)


def pack(checked: Checked) -> bytes:
    """Return one file that came in, made small."""
    return zlib.compress(pickle.dumps(checked, pickle.HIGHEST_PROTOCOL), 1)


def unpack(packed: bytes) -> Checked:
    """Return what was packed."""
    checked: Checked = pickle.loads(zlib.decompress(packed))
    return checked


def take_in(
    paths: Iterable[Path],
    content: Content,
    crew: Crew | None = None,
    progress: Progress = quiet,
    apart: Path | None = None,
) -> Intake:
    """Find, read and check everything under these paths, in order of the files.

    `apart` is where this tool writes. Raises PipelineError where there is nothing to read.
    """
    paths = tuple(paths)
    files = files_in(paths, apart)
    read: list[tuple[str, bytes]] = []
    crew = crew or Crew(1)
    with progress(len(files)) as tick:
        for of_file in crew.done_in_order(partial(_check_file, content), files, _lost):
            read += of_file
            tick()
    if not read:
        raise PipelineError(*nothing_found(paths))
    return Intake(packed for _, packed in sorted(read))


def _check_file(content: Content, file: Path) -> list[tuple[str, bytes]]:
    """Return all that is in a file, packed, each with its label."""
    return [(one.file, pack(one)) for one in _checked(content, file)]


def _checked(content: Content, file: Path) -> Iterator[Checked]:
    for found in found_in(file):
        yield _check_one(found, content)


def _check_one(found: Incoming | Unusable, content: Content) -> Checked:
    origin = found.origin
    if isinstance(found, Unusable):
        return Checked(origin.label, None, (found.problem,), origin)
    questionnaire, shape = read_questionnaire(origin, content, found.attached)
    if questionnaire is None:
        return Checked(origin.label, None, shape, origin)
    problems = shape + check(questionnaire, content)
    return Checked(origin.label, questionnaire, problems, origin)


def _lost(file: Path) -> list[tuple[str, bytes]]:
    """Return that reading a file ended the process that did it."""
    label = file.as_posix()
    fault = problem(Code.FILE_ENDED_PROCESS, Source(label))
    return [(label, pack(Checked(label, None, (fault,))))]
