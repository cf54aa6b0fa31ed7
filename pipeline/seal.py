"""A seal on a workbook of ours: has anybody saved it since, and what was it made from?

The seal is a document property with a digest of all other parts that do not tell the time. Any
program that saves the file writes those parts anew and so breaks the seal, but keeps the property.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile

from openpyxl import Workbook

from pipeline.archives import BROKEN_ZIP
from pipeline.cells import set_property
from pipeline.properties import CORE_PART, PROPERTIES_PART

_SEAL = "QuickScanZegel"
_UNSEALED = "0" * 64
_SEALED = re.compile(rf'name="{_SEAL}"[^>]*>\s*<[\w:]*lpwstr[^>]*>(\w{{64}})<')


def digest(data: bytes) -> str:
    """Return by what a file is known."""
    return hashlib.sha256(data).hexdigest()


def prepare_seal(workbook: Workbook) -> None:
    """Set the property that will hold the seal."""
    set_property(workbook, _SEAL, _UNSEALED)


def sealed(parts: dict[str, bytes]) -> bytes:
    """Return a file of these parts, with the seal filled in."""
    seal = _digest_of_parts(parts).encode()
    parts = parts | {PROPERTIES_PART: parts[PROPERTIES_PART].replace(_UNSEALED.encode(), seal)}
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return saved.getvalue()


def has_whole_seal(file: bytes) -> bool:
    """Tell whether nobody saved a file since this tool wrote it."""
    seal = seal_of(file)
    return bool(seal) and seal == _digest_of_parts(parts_of(file))


def seal_of(file: bytes) -> str:
    """Return the seal on a file, whole or broken: two from one content have the same.

    Empty where there is none.
    """
    try:
        part = parts_of(file).get(PROPERTIES_PART, b"")
    except (*BROKEN_ZIP, OSError):
        return ""
    found = _SEALED.search(part.decode("utf-8", "replace"))
    return found[1] if found else ""


def parts_of(file: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _digest_of_parts(parts: dict[str, bytes]) -> str:
    told = hashlib.sha256()
    for name, part in sorted(parts.items()):
        if name not in (PROPERTIES_PART, CORE_PART):
            told.update(name.encode() + b"\0" + digest(part).encode())
    return told.hexdigest()
