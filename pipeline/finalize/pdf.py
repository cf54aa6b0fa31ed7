"""A report as a tagged PDF, through LibreOffice where that is installed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from pipeline.finalize.alt import chart_texts
from pipeline.finalize.pdf_alt import with_alt_texts

_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
)
_PATIENCE = 180
_OPTIONS = {
    "UseTaggedPDF": True,
    "PDFUACompliance": True,
    "ExportBookmarks": True,
    "DisplayPDFDocumentTitle": True,
    "ExportFormFields": False,
    "ExportNotes": False,
}


class PdfFailedError(Exception):
    """LibreOffice is there and made no PDF."""


def pdf_of(docx: bytes) -> bytes | None:
    """Return a report as a tagged PDF; None where there is no LibreOffice.

    Raises PdfFailedError where it makes none.
    """
    program = _soffice()
    if program is None:
        return None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        source = Path(folder) / "rapport.docx"
        source.write_bytes(docx)
        _convert(program, source)
        made = source.with_suffix(".pdf")
        if not made.exists():
            raise PdfFailedError
        return with_alt_texts(made.read_bytes(), chart_texts(docx))


def _soffice() -> Path | None:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    places = (Path(place) for place in ((found,) if found else _PLACES))
    return next((place for place in places if place.exists()), None)


def _convert(program: Path, source: Path) -> None:
    """Run LibreOffice with a profile of its own, beside one that is open already."""
    options = {name: {"type": "boolean", "value": str(on).lower()} for name, on in _OPTIONS.items()}
    profile = (source.parent / "profiel").as_uri()
    process = subprocess.Popen(
        [
            program,
            "--headless",
            "--norestore",
            "--nologo",
            f"-env:UserInstallation={profile}",
            "--convert-to",
            f"pdf:writer_pdf_Export:{json.dumps(options)}",
            "--outdir",
            source.parent,
            source,
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice, which is more than one process."""
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
