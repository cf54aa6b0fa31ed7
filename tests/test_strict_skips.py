"""With QUICKSCAN_CI=1 nothing is skipped without somebody seeing it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

SKIPS_ITSELF = """
import pytest

def test_that_skips_itself():
    pytest.skip("no LibreOffice here")
"""
SKIPPED_BY_MARK = """
import pytest

@pytest.mark.skipif(True, reason="no LibreOffice here")
def test_that_is_skipped():
    pass
"""
SKIPPED_FILE = """
import pytest

pytest.skip("no LibreOffice here", allow_module_level=True)
"""
PASSES = """
def test_that_passes():
    assert 1 + 1 == 2
"""


def run_pytest(folder: Path, test: str, switch: str) -> tuple[int, str]:
    """Run a file with one test; return the exit code and what was printed."""
    (folder / "test_case.py").write_text(test, encoding="utf-8")
    tried = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.strict_skips", folder],
        cwd=ROOT,
        env=os.environ | {"QUICKSCAN_CI": switch},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    return tried.returncode, tried.stdout


@pytest.mark.parametrize("test", [SKIPS_ITSELF, SKIPPED_BY_MARK, SKIPPED_FILE])
def test_a_skip_fails_where_everything_should_be_installed(tmp_path: Path, test: str) -> None:
    code, printed = run_pytest(tmp_path, test, switch="1")
    assert code != 0
    assert "no LibreOffice here" in printed


@pytest.mark.parametrize("test", [SKIPS_ITSELF, SKIPPED_BY_MARK])
def test_a_skip_is_only_told_on_another_machine(tmp_path: Path, test: str) -> None:
    code, printed = run_pytest(tmp_path, test, switch="")
    assert code == 0
    assert "1 skipped" in printed


def test_a_test_that_passes_passes_everywhere(tmp_path: Path) -> None:
    assert run_pytest(tmp_path, PASSES, switch="1")[0] == 0
