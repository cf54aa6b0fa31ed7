"""What the inbox finds under some paths, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pipeline.inbox import Incoming, Unusable, files_in, found_in


def find(paths: list[Path]) -> Iterator[Incoming | Unusable]:
    """Yield the workbooks in files and folders, and each file that is none."""
    return (found for file in files_in(paths) for found in found_in(file))
