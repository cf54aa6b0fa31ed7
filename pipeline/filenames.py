"""File names from outside, made such that Windows takes them and they stay in their folder."""

from __future__ import annotations

import hashlib
import unicodedata

from pipeline.naming import normalise, visible

_LONGEST_NAME = 60  # letters; with a OneDrive path in front, Windows stops at 260
_SIGN = 4  # hexadecimal digits
_LONGEST_BYTES = 90  # twice this, and what stands around it, stay within the 255 of Linux


def clean_name(name: str) -> str:
    """Return one name, without a suffix, that Windows takes as part of a file name.

    No separators, no reserved names, no dots or spaces at the end, at most 60 letters. What has
    nothing left is empty.
    """
    return _short(_clean(name), _LONGEST_NAME, _LONGEST_BYTES)


def distinct_name(name: str) -> str:
    """Return a clean name; one that was too long ends in four signs that go with the whole of it.

    So two long names that begin alike differ, whoever else is in the folder.
    """
    whole, short = _clean(name), clean_name(name)
    if whole.strip(" .") == short:
        return short
    sign = hashlib.sha256(normalise(name).encode()).hexdigest()[:_SIGN]
    room = _SIGN + 1
    return f"{_short(whole, _LONGEST_NAME - room, _LONGEST_BYTES - room)} {sign}"


def _clean(name: str) -> str:
    from pathvalidate import sanitize_filename

    one_line = " ".join(visible(unicodedata.normalize("NFC", name)).split())
    return sanitize_filename(one_line, platform="windows", replacement_text="_")


def _short(name: str, letters: int, most_bytes: int) -> str:
    return name[:letters].encode()[:most_bytes].decode(errors="ignore").strip(" .")


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
