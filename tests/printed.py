"""What LibreOffice prints of reports: PDFs, and the pages in them."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.office import soffice


def printed(folder: Path) -> dict[str, bytes]:
    """Return what LibreOffice prints of the reports in a folder, by name without suffix."""
    program = soffice()
    if program is None:
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(program), "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder)]
    files = sorted(folder.glob("*.docx"))
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True)
    return {file.stem: file.with_suffix(".pdf").read_bytes() for file in files}


def page_objects(pdf: bytes) -> list[bytes]:
    """Return the numbers of the objects that are the pages of a PDF, in order."""
    (kids,) = re.findall(rb"/Kids\[([\d\sR]+)\]\s*/Count", pdf)
    return re.findall(rb"(\d+) 0 R", kids)


def page_of(pdf: bytes, heading: str) -> int:
    """Return the page, from 1, of the bookmark that begins like this; every heading has one."""
    marks = re.findall(rb"/Title<([0-9A-F]+)>\s*/Dest\[(\d+) 0 R", pdf)
    pages = {bytes.fromhex(title.decode()).decode("utf-16"): page for title, page in marks}
    (page,) = (page for title, page in pages.items() if title.startswith(heading))
    return page_objects(pdf).index(page) + 1
