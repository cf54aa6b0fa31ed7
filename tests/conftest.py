"""What every test file may use: the shipped content, and the real command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import settings

from pipeline.cli import quickscan
from pipeline.content import load_content
from pipeline.model import Content
from tests.sheets import ROOT


@dataclass(frozen=True)
class Ran:
    """What a command said, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """What it wrote as JSON."""
        return json.loads(self.out)


Run = Callable[..., Ran]

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def content() -> Content:
    """Return the content that is shipped."""
    return load_content(ROOT / "content")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs the real command in an empty folder of its own."""
    monkeypatch.chdir(tmp_path)

    def command(*arguments: object) -> Ran:
        result = CliRunner().invoke(
            quickscan, [str(one) for one in arguments], catch_exceptions=False
        )
        return Ran(result.exit_code, result.stdout, result.stderr)

    return command


@pytest.fixture
def run_program(tmp_path: Path) -> Run:
    """Return a function that runs `python -m pipeline` as a program of its own."""

    def command(*arguments: object, **environment: str) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "pipeline", *map(str, arguments)],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
            capture_output=True,
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return command
