"""Mail addresses as people write them in lists and workbooks."""

from __future__ import annotations

import re

from pipeline.naming import visible

# What mail programs take everywhere; letters with accents before the @ they mostly do not.
_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9-]+(\.[a-z0-9-]+)+", re.ASCII | re.I)
_BETWEEN = re.compile(r"[;,\n]")
_IN_BRACKETS = re.compile(r"<([^<>]*)>")


def split_addresses(text: str) -> tuple[str, ...]:
    """Return the parts of a text that holds one or more addresses, without names around them.

    Parts stand between semicolons, commas or line ends: `Sam <sam@stad.example>; x@y.example`.
    """
    parts = (_bare(part) for part in _BETWEEN.split(visible(text)))
    return tuple(part for part in parts if part)


def _bare(part: str) -> str:
    within = _IN_BRACKETS.search(part)
    return (within[1] if within else part).strip().removeprefix("mailto:").strip()


def is_address(text: str) -> bool:
    """Tell whether a mail can be sent to this text as it is."""
    return _ADDRESS.fullmatch(text) is not None
