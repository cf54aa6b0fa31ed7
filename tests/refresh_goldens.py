"""Write what the reports say now as what they are expected to say.

    python tests/refresh_goldens.py
    python tests/refresh_goldens.py samenvattingen

A golden case is a folder in tests/goldens: `answers.txt` (or `answers-1.txt`, `answers-2.txt` for
more people), in the notation of tests/voorbeelden, and the expected `outline.txt`. What has no
answers any more is deleted. A summary case is a file in tests/samenvattingen, which holds the
answers of each of the people and the expected summary; these were judged sentence by sentence, so
they are only written when asked for by name. Read the difference before you commit it.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from click.testing import CliRunner

from pipeline.cli import quickscan
from tests.outline import outline
from tests.sheets import ROOT, make

GOLDENS = ROOT / "tests" / "goldens"
SUMMARIES = ROOT / "tests" / "samenvattingen"
ANSWERS = "answers*.txt"
OUTLINE = "outline.txt"
NEXT_PERSON = "\n---\n"
EXPECTED = "\n===\n"


def main(*what: str) -> None:
    """Refresh the cases: the reports with what is stale among them, or the summaries."""
    refresh = refresh_summary if SUMMARIES.name in what else refresh_report
    every = sorted(SUMMARIES.glob("*.txt")) if refresh is refresh_summary else cases()
    for stale in stale_ones():
        shutil.rmtree(stale) if stale.is_dir() else stale.unlink()
    for case in every:
        with tempfile.TemporaryDirectory() as folder:
            refresh(case, Path(folder))


def refresh_report(case: Path, folder: Path) -> None:
    """Write the outline of the report on the answers of a case."""
    out = _report(fill_in(case, folder / "inbox"))
    (case / OUTLINE).write_text(outline_of_reports(out), encoding="utf-8")


def refresh_summary(case: Path, folder: Path) -> None:
    """Write the summary on the answers of a case below them."""
    out = _report(fill_in_people(case, folder / "inbox"))
    answers, *_ = case.read_text(encoding="utf-8").split(EXPECTED)
    text = f"{answers.rstrip()}\n{EXPECTED.lstrip()}{summary_of(out)}"
    case.write_text(text, encoding="utf-8")


def _report(inbox: Path) -> Path:
    out = inbox.parent / "out"
    arguments = ["report", str(inbox), "-o", str(out)]
    CliRunner().invoke(quickscan, arguments, catch_exceptions=False)
    return out


def cases() -> list[Path]:
    """Return the folders that hold answers."""
    return sorted({answers.parent for answers in GOLDENS.glob(f"*/{ANSWERS}")})


def stale_ones() -> list[Path]:
    """Return what does not belong to a case."""
    wanted = {file for case in cases() for file in (case / OUTLINE, *case.glob(ANSWERS))}
    others = [file for case in cases() for file in case.iterdir() if file not in wanted]
    return others + [path for path in GOLDENS.iterdir() if path not in cases()]


def fill_in(case: Path, inbox: Path) -> Path:
    """Make a workbook from each of the answers of a case, named as the shipped example is."""
    for answers in sorted(case.glob(ANSWERS)):
        name = answers.stem.replace("answers", case.name)
        make(inbox / f"{name}.xlsx", answers.read_text(encoding="utf-8"))
    return inbox


def outline_of_reports(folder: Path) -> str:
    """Return the reports in a folder, each under its name."""
    return "\n".join(
        f"{report.name}\n\n{outline(report)}" for report in sorted(folder.glob("*.docx"))
    )


def fill_in_people(case: Path, inbox: Path) -> Path:
    """Make a workbook for each of the people of a summary case; return their folder."""
    answers, *_ = case.read_text(encoding="utf-8").split(EXPECTED)
    for number, person in enumerate(answers.split(NEXT_PERSON), 1):
        make(inbox / f"scan-{number}.xlsx", person)
    return inbox


def expected_summary(case: Path) -> str:
    """Return the summary that a case expects."""
    return case.read_text(encoding="utf-8").split(EXPECTED)[1]


def summary_of(folder: Path) -> str:
    """Return the paragraphs of the summary of the one report in a folder, but those to fill in."""
    (report,) = folder.glob("*.docx")
    before_next, _, _ = outline(report).partition("Heading 2 | 2 ")
    _, _, chapter = before_next.partition("Heading 2 | 1 ")
    lines = (line.partition(" | ") for line in chapter.splitlines())
    texts = [text for style, _, text in lines if style == "Body Text"]
    return "".join(f"{text}\n" for text in texts if not text.startswith("⟦"))


if __name__ == "__main__":
    main(*sys.argv[1:])
