"""Work by several processes: in order, and a process that dies costs one piece of work.

1. The outcome does not depend on the number of processes.
2. A piece that kills its process is told; all others are done, each once.
3. As many processes as pay off; a few pieces are done in this process.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence

import pytest

from pipeline.crew import Crew

DEADLY = 13


def double(number: int) -> int:
    return number * 2


def double_or_die(number: int) -> int:
    if number == DEADLY:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * 2


def own_process(_: int) -> int:
    return os.getpid()


def lost(number: int) -> int:
    return -number


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_1_pieces_come_back_in_order(jobs: int) -> None:
    with Crew(jobs) as crew:
        assert list(crew.done_in_order(double, range(50), lost)) == [2 * n for n in range(50)]


def test_1_a_crew_works_more_than_once() -> None:
    with Crew(2) as crew:
        first = list(crew.done_in_order(double, range(20), lost))
        assert list(crew.done_in_order(double, range(20), lost)) == first


def test_2_a_process_that_dies_costs_one_piece() -> None:
    with Crew(2) as crew:
        done = list(crew.done_in_order(double_or_die, range(40), lost))
        assert done == [-n if n == DEADLY else 2 * n for n in range(40)]


def test_2_after_a_process_died_the_crew_goes_on() -> None:
    with Crew(2) as crew:
        list(crew.done_in_order(double_or_die, range(20), lost))
        assert list(crew.done_in_order(double, range(20), lost)) == [2 * n for n in range(20)]


@pytest.mark.parametrize(("wanted", "pieces", "jobs"), [(4, 2, 2), (1, 500, 1), (3, 500, 3)])
def test_3_as_many_as_asked_and_no_more_than_there_is_work(
    wanted: int, pieces: int, jobs: int
) -> None:
    assert Crew(wanted).jobs_for(pieces) == jobs


def test_3_a_few_pieces_are_done_in_this_process() -> None:
    with Crew() as crew:
        work: Sequence[int] = range(5)
        assert set(crew.done_in_order(own_process, work, lost)) == {os.getpid()}
