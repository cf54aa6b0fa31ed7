"""File names from outside, made such that Windows takes them and they stay in their folder."""

from __future__ import annotations

import unicodedata

from pipeline.naming import visible

_LONGEST_NAME = 60  # letters; with a OneDrive path in front, Windows stops at 260
_LONGEST_BYTES = 90  # twice this, and what stands around it, stay within the 255 of Linux


def clean_name(name: str) -> str:
    """Return one name, without a suffix, that Windows takes as part of a file name.

    No separators, no reserved names, no dots or spaces at the end, at most 60 letters. What has
    nothing left is empty.
    """
    from pathvalidate import sanitize_filename

    one_line = " ".join(visible(unicodedata.normalize("NFC", name)).split())
    cleaned = sanitize_filename(one_line, platform="windows", replacement_text="_")
    short = cleaned[:_LONGEST_NAME].encode()[:_LONGEST_BYTES].decode(errors="ignore")
    return short.strip(" .")


def base_name(path: str) -> str:
    """Return the last part of a path as a stranger wrote it, on Windows or elsewhere."""
    return path.replace("\\", "/").rstrip("/").rpartition("/")[2]


def clean_file_name(name: str) -> str:
    """Return the last part of a path as a name that Windows takes, with its suffix.

    Whatever folders a stranger put in front of it are left out; `bestand` where nothing is left.
    """
    last = base_name(name)
    stem, dot, suffix = last.rpartition(".")
    if not dot or not suffix.strip().isalnum():
        return clean_name(last) or "bestand"
    return f"{clean_name(stem) or 'bestand'}.{clean_name(suffix)[:10]}"
