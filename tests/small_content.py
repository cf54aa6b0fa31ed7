"""A second, small content folder: two themas and three stellingen about bicycles (tests/klein).

Its fixed texts are those that are shipped. Nothing in the code may need 24 stellingen or 4 themas.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.sheets import ROOT

SMALL = ROOT / "tests" / "klein"
SHIPPED = ROOT / "content"
TEXTS = ("rapport.md", "werkboek.md", "mails.md", "overzicht.md")
SHIPPED_PARTS = ("scan.md", *TEXTS, "huisstijl.docx")
THEMA_1, THEMA_2 = "thema-1-fietsen.md", "thema-2-stallen.md"


def small_folder(folder: Path) -> Path:
    """Copy the small content, with the fixed texts of the shipped one."""
    shutil.copytree(SMALL, folder)
    for name in SHIPPED_PARTS:
        shutil.copy(SHIPPED / name, folder)
    return folder


def changed(file: Path, text: str, into: str) -> int:
    """Change the one place where a text stands; return its line."""
    before = file.read_text(encoding="utf-8")
    assert before.count(text) == 1, f"{text} stands {before.count(text)} times in {file.name}"
    file.write_text(before.replace(text, into), encoding="utf-8")
    return before[: before.index(text)].count("\n") + 1
