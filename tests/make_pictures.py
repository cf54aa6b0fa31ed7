"""Make the pictures of the documentation from a filled-in example: `make pictures`.

    python -m tests.make_pictures

The workbook and its report go through LibreOffice to pdf, and through pdftoppm to png.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.office import soffice

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "input_templates" / "voorbeelden"
EXAMPLE = EXAMPLES / "gemengd.xlsx"
FAULTY = EXAMPLE.with_name("fouten.xlsx")
PICTURES = ROOT / "docs" / "pictures"


@dataclass(frozen=True, slots=True)
class Picture:
    """A page of the example: the first one of this file of it that holds these words."""

    name: str
    of: str
    words: str
    width: int = 640
    height: int = 0  # of the upper part that is shown; 0 for the whole page


PAGES = (
    Picture("werkboek-gegevens", "workbook", "Waarom wij dit vragen"),
    Picture("werkboek-quickscan", "workbook", "Nog open:", width=820),
    Picture("werkboek-vragen", "questions", "Wat vragen wij u?", width=820),
    Picture("rapport-samenvatting", "report", "vulden op 12 november 2026"),
    Picture("rapport-stelling", "report", "huisvesting of een beperkt"),
    Picture("overzicht-stand", "overview", "Wat moet ik nu doen?", width=820, height=185),
)


def main() -> None:
    """Make all the pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pdfs = {
            "workbook": to_pdf(EXAMPLE, folder),
            "report": to_pdf(_report(folder), folder),
            "questions": to_pdf(_questions(folder), folder),
            "overview": to_pdf(_overview(folder / "ronde"), folder),
        }
        for picture in PAGES:
            pdf = pdfs[picture.of]
            _draw(pdf, _page_with(picture.words, pdf), picture)


def _report(folder: Path) -> Path:
    _run_report(EXAMPLE, folder)
    return next(folder.glob("*.docx"))


def _questions(folder: Path) -> Path:
    """Return the faulty example as it goes back, with questions."""
    command: list[str | Path] = [sys.executable, "-m", "pipeline", "check", FAULTY]
    run = subprocess.run([*command, "--return", folder], cwd=ROOT, check=False, capture_output=True)
    assert run.returncode == 1, run.stderr
    return next(folder.glob("Vragen *.xlsx"))


def _overview(folder: Path) -> Path:
    """Make the overview of all examples; one of them is faulty."""
    _run_report(EXAMPLES, folder)
    return folder / "overzicht.xlsx"


def _run_report(scans: Path, folder: Path) -> None:
    command: list[str | Path] = [sys.executable, "-m", "pipeline", "report", scans]
    command += ["--output", folder]
    if subprocess.run(command, cwd=ROOT, check=False).returncode > 1:
        raise RuntimeError("report")


def to_pdf(document: Path, folder: Path) -> Path:
    """Let LibreOffice, with a fresh profile, print a document to a pdf in a folder."""
    program = soffice()
    if program is None:
        raise FileNotFoundError("soffice")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command: list[str | Path] = [
        program,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        document,
    ]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return folder / f"{document.stem}.pdf"


def _page_with(words: str, pdf: Path) -> int:
    run = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, stdout=subprocess.PIPE)
    pages = run.stdout.decode().split("\f")
    return next(number for number, page in enumerate(pages, 1) if words in page)


def _draw(pdf: Path, page: int, picture: Picture) -> None:
    size = ["-scale-to-x", str(picture.width), "-scale-to-y", "-1"]
    if picture.height:
        size += ["-x", "0", "-y", "0", "-W", str(picture.width), "-H", str(picture.height)]
    where = ["-f", str(page), "-l", str(page), "-singlefile"]
    target = PICTURES / picture.name
    subprocess.run(["pdftoppm", "-png", *size, *where, pdf, target], check=True)


if __name__ == "__main__":
    main()
