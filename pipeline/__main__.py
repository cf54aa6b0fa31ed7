"""The command `quickscan`, also `python -m pipeline`."""

from __future__ import annotations

import gettext
import io
import os
import sys
from pathlib import Path

_CLICK_DOMAIN = "messages"  # the domain in which click looks for its own sentences


def main() -> None:
    """Speak Dutch and UTF-8, whatever the terminal says, and run the command."""
    os.environ["LANGUAGE"] = "nl"
    gettext.bindtextdomain(_CLICK_DOMAIN, str(Path(__file__).parent / "locale"))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    from pipeline.cli import quickscan

    quickscan(prog_name="quickscan")


if __name__ == "__main__":
    main()
