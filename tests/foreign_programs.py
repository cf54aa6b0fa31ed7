"""Node and the programs of others that `make foreign` fetches: where they are, and running one."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.sheets import ROOT

SCRIPTS = ROOT / "tests" / "foreign"
PACKAGES = ROOT / ".venv" / "foreign" / "node_modules"


def missing() -> str:
    """Return why the programs can't be run here; empty where they can."""
    if shutil.which("node") is None:
        return "Node is not installed here"
    wanted = json.loads((SCRIPTS / "package.json").read_text(encoding="utf-8"))["dependencies"]
    absent = [name for name in wanted if not (PACKAGES / name).is_dir()]
    return f"not fetched here, run `make foreign`: {', '.join(absent)}" if absent else ""


def node(script: str, *arguments: object, given: str = "") -> None:
    """Run a script of tests/foreign."""
    subprocess.run(
        ["node", SCRIPTS / script, *map(str, arguments)],
        input=given,
        env=os.environ | {"NODE_PATH": str(PACKAGES)},
        encoding="utf-8",
        check=True,
        timeout=120,
    )


def faults_of(path: Path) -> set[str]:
    """Return what the Open XML SDK has against a file, whatever the place."""
    validator = PACKAGES / ".bin" / "ooxml-validator"
    ran = subprocess.run(
        [validator, path], check=False, capture_output=True, encoding="utf-8", timeout=120
    )
    assert ran.returncode in {0, 1}, ran.stderr
    return {f"{one['path']}: {one['description']}" for one in json.loads(ran.stdout)["errors"]}


def write_msg(path: Path, **mail: Any) -> Path:
    """Write a mail as Outlook saves it; the fields are told in tests/foreign/write_msg.js."""
    path.parent.mkdir(parents=True, exist_ok=True)
    node("write_msg.js", path, given=json.dumps(mail))
    return path


def part(name: str, content: bytes, **more: object) -> dict[str, object]:
    """Return an attachment of a mail for `write_msg`."""
    return {"name": name, "data": base64.b64encode(content).decode()} | more
