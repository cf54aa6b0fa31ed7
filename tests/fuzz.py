"""Offer broken workbooks, mails and zips, for as long as it may take:

    python -m tests.fuzz --seconds 30 [--seed 7]

Half of the time goes to seed 1, the rest to a seed that is printed. A package is broken inside and
zipped again, so that it opens. Whatever is offered must be read, or refused with a reason: no
traceback, no more than 24 answers, no answer that is none. What fails is kept, and its seed told.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import sys
import tempfile
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path

from pipeline.content import load_content
from pipeline.intake import Checked, take_in
from pipeline.model import Content
from pipeline.teams import score_all
from tests.sheets import EXAMPLES, ROOT

FIRST_SEED = 1
TAG = re.compile(rb"<[^<>]{1,200}>")
ATTRIBUTE = re.compile(rb'"[^"<>]{0,80}"')
ODD = (
    *(b"", b"0", b"-1", b"1e999", b"99999999999", b"#REF!", b"&#0;", b"&amp;", b"\xff", b"A1:XFD1"),
    *(b"<!DOCTYPE a>", b"<![CDATA[", b"XFD1048576", b"../../x", b't="s"', b"\x00", b"nan"),
)
SLOW = 5.0  # seconds for one file


def main() -> int:
    """Run; 1 where something failed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    given = parser.parse_args()
    content = load_content(ROOT / "content")
    tried = failed = 0
    for seed in (FIRST_SEED, given.seed):
        sys.stdout.write(f"seed {seed}\n")
        end = time.monotonic() + given.seconds / 2
        chance = random.Random(seed)
        while time.monotonic() < end and not failed:
            tried += 1
            failed += not survives(chance, content, f"{seed}-{tried}")
    sys.stdout.write(f"{tried} tried, {failed} failed\n")
    return 1 if failed else 0


def survives(chance: random.Random, content: Content, name: str) -> bool:
    """Offer one broken file; keep it where reading it fails."""
    source = chance.choice(sources())
    broken = break_file(chance, source)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x{source.suffix}"
        path.write_bytes(broken)
        started = time.monotonic()
        try:
            look(take_in([path], content), content)
        except Exception as error:  # noqa: BLE001  # this is what it looks for
            return keep(broken, f"{name}{source.suffix}", repr(error))
        took = time.monotonic() - started
    return took < SLOW or keep(broken, f"{name}{source.suffix}", f"{took:.1f} seconds")


def sources() -> list[Path]:
    """Return what is broken: the examples, and the mails that come along."""
    files = [*EXAMPLES.glob("*.xlsx"), *(EXAMPLES / "post").iterdir()]
    return sorted(file for file in files if file.is_file())


def look(checked: Sequence[Checked], content: Content) -> None:
    """Check that what was read makes sense, and that what was not is told."""
    numbers = [stelling.number for stelling in content.stellingen]
    assert checked, "silence"
    for one in checked:
        assert one.questionnaire or one.problems, "refused without a reason"
        for problem in one.problems:
            assert problem.message
            assert problem.suggestion is not None
        if one.questionnaire:
            assert [given.stelling for given in one.questionnaire.answers] == numbers
    score_all(checked, content)


def keep(content: bytes, name: str, reason: str) -> bool:
    """Keep a file that failed, and tell where."""
    path = Path(tempfile.gettempdir()) / f"quickscan-fuzz-{name}"
    path.write_bytes(content)
    sys.stdout.write(f"failed: {path}: {reason}\n")
    return False


def break_file(chance: random.Random, source: Path) -> bytes:
    """Return a file, broken: inside where it is a package, else in its bytes."""
    content = source.read_bytes()
    if not zipfile.is_zipfile(source):
        return break_bytes(chance, content)
    return break_package(chance, content) if chance.random() < 0.9 else break_bytes(chance, content)


def break_package(chance: random.Random, content: bytes) -> bytes:
    """Break some parts of a package and zip it again."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for _ in range(chance.randint(1, 4)):
        name = chance.choice(list(parts))
        if name.endswith(".xlsx"):
            parts[name] = break_package(chance, parts[name])
        else:
            parts[name] = break_xml(chance, parts[name])
    if chance.random() < 0.1:
        del parts[chance.choice(list(parts))]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return stream.getvalue()


def break_xml(chance: random.Random, part: bytes) -> bytes:
    """Break XML so that most of it is XML still."""
    for _ in range(chance.randint(1, 6)):
        pattern = chance.choice((TAG, ATTRIBUTE, ATTRIBUTE))
        found = [match.span() for match in pattern.finditer(part)]
        if not found:
            return break_bytes(chance, part)
        start, end = chance.choice(found)
        other, until = chance.choice(found)
        taken = chance.choice((b'"' + chance.choice(ODD) + b'"', part[other:until], b""))
        if pattern is TAG:
            taken = chance.choice((b"", part[start:end] * 2, part[other:until]))
        part = part[:start] + taken + part[end:]
    return part


def break_bytes(chance: random.Random, content: bytes) -> bytes:
    """Change, cut or double some bytes."""
    broken = bytearray(content)
    for _ in range(chance.randint(1, 20)):
        place = chance.randrange(len(broken) + 1)
        size = chance.choice((1, 1, 1, 4, 200))
        odd = chance.choice((*ODD, bytes([chance.randrange(256)])))
        twice = bytes(broken[place : place + size]) * 2
        broken[place : place + size] = chance.choice((odd, twice))
    whole = len(broken)
    return bytes(broken[: chance.choice((whole, whole, chance.randrange(whole + 1)))])


if __name__ == "__main__":
    sys.exit(main())
