"""Files as a run knows them -> how an overview names them: short, and each by a name of its own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from pipeline.problems import Problem

_WITHIN = " > "  # how an attachment is told from the mail or zip that it came in
_BETWEEN = re.compile(r"[/\\]")


class ShortNames:
    """The names of files without their folders, but for those that tell two apart."""

    def __init__(self, files: Iterable[str]) -> None:
        """Take the files that can be named; only these are shortened."""
        self._files = frozenset(files)
        self._short = _shortest({file.partition(_WITHIN)[0] for file in self._files})

    def of(self, file: str) -> str:
        """Return the short name of a file, or of an attachment with what it came in."""
        path, *within = file.split(_WITHIN)
        return _WITHIN.join((self._short.get(path, path), *within))

    def told(self, one: Problem) -> Problem:
        """Return a problem that names files by their short names, in what it says too."""
        source = replace(one.source, file=self.of(one.source.file))
        details = tuple(
            (name, self.of(value) if value in self._files else value) for name, value in one.details
        )
        return replace(one, source=source, details=details)


def _shortest(paths: Iterable[str]) -> dict[str, str]:
    """Return each path with as few folders as make it differ from all others."""
    parts = {path: [part for part in _BETWEEN.split(path) if part] for path in paths}
    short: dict[str, str] = {}
    shown = 0
    while len(short) < len(parts):
        shown += 1
        alike = defaultdict(list)
        for path in parts.keys() - short.keys():
            alike["/".join(parts[path][-shown:])].append(path)
        for name, group in alike.items():
            whole = [path for path in group if len(parts[path]) <= shown]
            short |= dict.fromkeys(group if len(group) == 1 else whole, name)
    return short
