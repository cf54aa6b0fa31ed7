"""Text as programs of others save it -> str."""

from __future__ import annotations

_UTF16_STARTS = (b"\xff\xfe", b"\xfe\xff")


def decoded(content: bytes) -> str | None:
    """Return the text of a csv: as most programs write it, else as Excel in Dutch does.

    None where it is no text.
    """
    encodings = ("utf-16",) if content.startswith(_UTF16_STARTS) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    return None
