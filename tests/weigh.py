"""Read one file in a process of its own: python -m tests.weigh FILE

Prints `read` or `refused`, and the most memory that it took, in bytes.
"""

from __future__ import annotations

import re
import resource
import sys
from pathlib import Path

from pipeline.content import load_content
from pipeline.intake import take_in
from tests.sheets import ROOT

_STATUS = Path("/proc/self/status")


def main(path: Path) -> None:
    """Check one file."""
    checked = take_in([path], load_content(ROOT / "content"))
    read = any(one.questionnaire is not None for one in checked)
    memory = _most_memory()
    sys.stdout.write(f"{'read' if read else 'refused'} {memory}\n")


def _most_memory() -> int:
    """Return the most memory of this process; on Linux without what its parent took."""
    if _STATUS.exists():
        (line,) = re.findall(r"VmHWM:\s+(\d+) kB", _STATUS.read_text(encoding="utf-8"))
        return int(line) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main(Path(sys.argv[1]))
