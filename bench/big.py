"""Memory of a large round: `python -m bench.big`, ten thousand scans against a hundred."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.table import machine
from tests.rounds import planned, written

SMALL, BIG = 100, 10_000
_PEOPLE = (12, 28)
_MEASURE = (
    "import resource, sys; from pipeline.__main__ import main\n"
    "try: main()\n"
    "except SystemExit: pass\n"
    "finally: print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
)


def main(small: int = SMALL, big: int = BIG) -> None:
    """Run both rounds in a process of their own and print time and peak memory."""
    sys.stdout.write(f"{machine()}\n\n")
    peaks = [_measured(scans) for scans in (small, big)]
    sys.stdout.write(f"Peak memory: {peaks[1] / peaks[0]:.2f} times; at most 1.5\n")


def _measured(scans: int) -> int:
    with TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "in").mkdir()
        organisations = scans // 15 + 1
        plans = list(planned(organisations, people=_PEOPLE, faulty=0))[:scans]
        for one in plans:
            written(one, place / "in")
        start = perf_counter()
        peak = _peak_of_report(place)
        seconds = perf_counter() - start
    sys.stdout.write(f"{len(plans)} scans: {seconds:.0f} s, peak {peak / 1024:.0f} MB\n")
    return peak


def _peak_of_report(place: Path) -> int:
    """Return the peak memory of the process that leads, in kB."""
    arguments = ["report", str(place / "in"), "-o", str(place / "uit")]
    command = [sys.executable, "-c", _MEASURE, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=place)
    return int(done.stderr.strip().splitlines()[-1])


if __name__ == "__main__":
    main()
