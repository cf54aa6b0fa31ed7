"""Work done by several processes, in order, of which none can take the others down.

With one job all is done in this process. A process that dies takes along what it was doing and
what was waiting; that is done again one by one, so that one bad piece of work costs itself alone.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing import get_context
from typing import Generic, TypeVar

Work = TypeVar("Work")
Done = TypeVar("Done")
_WORTH_A_PROCESS = 50  # pieces of work; starting a process takes as long as some twenty of them
_LARGEST_CHUNK = 16
_MOST = 61  # processes: Windows can't wait for more
_AHEAD = 3  # chunks per process that wait, so that none is idle and few stand in memory


class Crew:
    """So many processes; they are started when there is work that pays, and stay till the end."""

    def __init__(self, wanted: int | None = None) -> None:
        """Take how many processes are asked for; None for as many as pay off."""
        self._wanted = wanted
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Crew:
        """Return the crew."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let the processes end; what they are doing is finished, what waits is not begun."""
        self._end()

    def jobs_for(self, pieces: int) -> int:
        """Return with how many processes to do so many pieces of work."""
        if self._wanted is not None:
            return max(1, min(self._wanted, pieces, _MOST))
        return max(1, min(os.cpu_count() or 1, pieces // _WORTH_A_PROCESS, _MOST))

    def done_in_order(
        self, do: Callable[[Work], Done], pieces: Sequence[Work], lost: Callable[[Work], Done]
    ) -> Iterator[Done]:
        """Yield what `do` makes of each piece, in their order; `lost` where that killed a process.

        With more jobs than one, `do` and the pieces must be such that they can be sent.
        """
        jobs = self.jobs_for(len(pieces))
        if jobs == 1:
            yield from map(do, pieces)
            return
        shift = _Shift(do, jobs, deque(_chunks(pieces, jobs)))
        try:
            yield from shift.work(self._ready(jobs))
        except BrokenProcessPool:
            self._end()
            alone = _alone if _can_start() else _here
            yield from (alone(do, piece, lost) for piece in shift.left())

    def _ready(self, jobs: int) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = _pool(jobs)
        return self._pool

    def _end(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = None


@dataclass(slots=True)
class _Shift(Generic[Work, Done]):
    """What the processes are doing, and what comes next."""

    do: Callable[[Work], Done]
    jobs: int
    chunks: deque[Sequence[Work]]
    going: deque[tuple[Sequence[Work], Future[list[Done]]]] = field(default_factory=deque)

    def work(self, pool: ProcessPoolExecutor) -> Iterator[Done]:
        """Yield what is done, in order, until all is. Raises BrokenProcessPool."""
        while self.chunks or self.going:
            while self.chunks and len(self.going) < self.jobs * _AHEAD:
                chunk = self.chunks[0]
                self.going.append((chunk, pool.submit(_do_all, self.do, chunk)))
                self.chunks.popleft()
            done = self.going[0][1].result()
            self.going.popleft()
            yield from done

    def left(self) -> Iterator[Work]:
        """Yield what was begun or waits, and is not done."""
        for chunk, _ in self.going:
            yield from chunk
        for chunk in self.chunks:
            yield from chunk


def _alone(do: Callable[[Work], Done], piece: Work, lost: Callable[[Work], Done]) -> Done:
    """Do one piece in a process of its own."""
    with _pool(1) as pool:
        try:
            return pool.submit(do, piece).result()
        except BrokenProcessPool:
            return lost(piece)


def _here(do: Callable[[Work], Done], piece: Work, _lost: Callable[[Work], Done]) -> Done:
    """Do one piece in this process: on this computer no other can be started."""
    return do(piece)


def _can_start() -> bool:
    """Tell whether a process can be started at all."""
    with _pool(1) as pool:
        try:
            return pool.submit(bool, 1).result()
        except BrokenProcessPool:
            return False


def _pool(jobs: int) -> ProcessPoolExecutor:
    """Start processes that leave Ctrl-C to this one."""
    return ProcessPoolExecutor(
        jobs, get_context("spawn"), signal.signal, (signal.SIGINT, signal.SIG_IGN)
    )


def _do_all(do: Callable[[Work], Done], chunk: Sequence[Work]) -> list[Done]:
    return [do(piece) for piece in chunk]


def _chunks(pieces: Sequence[Work], jobs: int) -> Iterator[Sequence[Work]]:
    """Yield the pieces in chunks: large ones cost little, small ones keep all busy to the end."""
    size = max(1, min(_LARGEST_CHUNK, len(pieces) // (4 * jobs)))
    for start in range(0, len(pieces), size):
        yield pieces[start : start + size]
