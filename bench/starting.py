"""Starting cold: `quickscan` in a new process, next to nothing but importing its libraries."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

from bench.example import WORKBOOK

IMPORT_CLICK = 'python -c "import click"'
HELP = "quickscan --help"
IMPORT_LIBRARIES = 'python -c "import pandas, openpyxl, docx"'
REPORT = "quickscan report, one scan to one new report"
_COMPILE_ANEW = "PYTHONDONTWRITEBYTECODE"


def help_contenders(folder: Path) -> dict[str, Callable[[], object]]:
    """Return what `--help` is measured against, and `--help` itself."""
    return {
        IMPORT_CLICK: lambda: _python(folder, "-c", "import click"),
        HELP: lambda: _python(folder, "-m", "pipeline", "--help"),
    }


def report_contenders(folder: Path) -> dict[str, Callable[[], object]]:
    """Return what a report is measured against, and the report itself, in `folder`."""
    return {
        IMPORT_LIBRARIES: lambda: _python(folder, "-c", "import pandas, openpyxl, docx"),
        REPORT: lambda: one_report(folder),
    }


def one_report(folder: Path) -> Path:
    """Make one new report in a folder of its own, and return that."""
    output = Path(mkdtemp(dir=folder))
    _python(folder, "-m", "pipeline", "report", str(WORKBOOK), "-o", str(output))
    return output


def _python(folder: Path, *arguments: str) -> None:
    """Run Python in a folder without settings; stop with what it says where it fails.

    What was compiled once is kept, as it is for a user: the libraries came compiled.
    """
    command = [sys.executable, *arguments]
    kept = {name: value for name, value in os.environ.items() if name != _COMPILE_ANEW}
    done = subprocess.run(
        command, cwd=folder, env=kept, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(arguments)}\n{done.stderr}")
