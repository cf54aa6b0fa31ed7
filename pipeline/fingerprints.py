"""Of what a report was made, and how the file stood then: nothing needs to be made again after.

A report that a person edited has none: it is looked at in each run.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A digest of all that a report says and looks like; size in bytes and time of its file."""

    made_of: str
    size: int
    changed_ns: int


def digest_of(*values: object) -> str:
    """Return a digest of values of which the text says everything, as frozen values do."""
    return hashlib.sha256(repr(values).encode(errors="surrogateescape")).hexdigest()


def fingerprint(made_of: str, path: Path) -> Fingerprint | None:
    """Return the fingerprint of a report as it stands now; None where there is none."""
    try:
        of_file = path.stat()
    except OSError:
        return None
    return Fingerprint(made_of, of_file.st_size, of_file.st_mtime_ns)
