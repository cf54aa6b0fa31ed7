"""LibreOffice for tests: where it is, and starting and stopping one with a profile of its own.

Runs under any Python; connecting needs one that has `uno` (Debian: python3-uno).
"""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

_PLACES = (
    "/usr/bin/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
)
_PATIENCE = 60


@cache
def soffice() -> Path | None:
    """Return the program of LibreOffice; None where it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    places = (Path(place) for place in ((found,) if found else _PLACES))
    return next((place for place in places if place.exists()), None)


@cache
def uno_python() -> Path | None:
    """Return a Python that can talk to LibreOffice; None where there is none."""
    beside = soffice()
    places = [Path("/usr/bin/python3")]
    if beside:
        places.append(beside.resolve().parent / "python")
    return next((place for place in places if place.exists() and _has_uno(place)), None)


def _has_uno(python: Path) -> bool:
    tried = subprocess.run([python, "-c", "import uno"], check=False, capture_output=True)
    return tried.returncode == 0


@contextmanager
def running_office() -> Iterator[Any]:
    """Start LibreOffice with a fresh profile; give its desktop; stop it again."""
    program = soffice()
    if program is None:
        raise FileNotFoundError("soffice")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        pipe = f"quickscan{uuid.uuid4().hex}"
        process = start_office(program, Path(folder), pipe)
        try:
            yield connect(pipe)
        finally:
            stop_office(process, pipe)


def start_office(program: Path, profile: Path, pipe: str) -> subprocess.Popen[bytes]:
    """Start LibreOffice without windows, listening on a pipe."""
    return subprocess.Popen(
        [
            program,
            "--headless",
            "--norestore",
            "--nologo",
            f"-env:UserInstallation={profile.as_uri()}",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def connect(pipe: str) -> Any:
    """Return the desktop of the LibreOffice that listens on a pipe, as soon as it does."""
    uno: Any = importlib.import_module("uno")
    local = uno.getComponentContext()
    name = "com.sun.star.bridge.UnoUrlResolver"
    resolver = local.ServiceManager.createInstanceWithContext(name, local)
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            break
        except uno.getClass("com.sun.star.connection.NoConnectException"):
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
    return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)


def stop_office(process: subprocess.Popen[bytes], pipe: str) -> None:
    """Ask LibreOffice to end; end the processes that were started here when it does not."""
    with suppress(Exception):
        connect(pipe).terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(15)
        return
    with suppress(ProcessLookupError):
        os.killpg(process.pid, 9)
    process.wait(15)


def office_property(name: str, value: object) -> Any:
    """Return a value as LibreOffice takes it: with its name."""
    uno: Any = importlib.import_module("uno")
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made
