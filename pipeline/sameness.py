"""Whether two files hold the same, whenever they were made."""

from __future__ import annotations

import io
import zipfile

from pipeline.archives import BROKEN_ZIP
from pipeline.properties import CORE_PART


def same_file(one: bytes, other: bytes) -> bool:
    """Tell whether two files hold the same; the times in a .docx or .xlsx do not count."""
    return one == other or parts(one) == parts(other)


def parts(content: bytes) -> dict[str, bytes]:
    """Return the parts of a .docx or .xlsx without the time in its properties; else the file."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = [name for name in package.namelist() if name != CORE_PART]
            return {name: package.read(name) for name in names}
    except BROKEN_ZIP:
        return {"": content}
