"""Validate Word and Excel files with the Open XML SDK.

python .ci/validate.py VALIDATOR FILE...
"""

from __future__ import annotations

import json
import re
import subprocess
import sys

# openpyxl writes the properties of a font in an order of its own. Excel takes it.
_FONT_ORDER = re.compile(r"/x:styleSheet\[1\]/(x:fonts|x:dxfs)\[1\]/(x:dxf\[\d+\]/)?x:font\[\d+\]")


def main(validator: str, *files: str) -> int:
    """Print what is wrong per file; return 1 where something is."""
    faults = [(file, fault) for file in files for fault in _faults(validator, file)]
    for file, fault in faults:
        place = f"{file}: {fault['path']} {fault.get('xPath')}"
        sys.stdout.write(f"{place}: {fault['description']}\n")
    sys.stdout.write(f"{len(files)} files validated, {len(faults)} faults\n")
    return 1 if faults else 0


def _faults(validator: str, file: str) -> list[dict[str, str]]:
    run = subprocess.run([validator, file], check=False, capture_output=True, encoding="utf-8")
    if run.returncode not in (0, 1):
        raise SystemExit(run.stderr)
    errors: list[dict[str, str]] = json.loads(run.stdout)["errors"]
    return [error for error in errors if not _is_font_order(error)]


def _is_font_order(error: dict[str, str]) -> bool:
    unexpected = error.get("id") == "Sch_UnexpectedElementContentExpectingComplex"
    return unexpected and bool(_FONT_ORDER.fullmatch(error.get("xPath") or ""))


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
