"""Nothing of the source document was lost or changed without being told.

1. Per stelling: its text and all its tips, in order, with every row of `verbeteringen.md` undone,
   are the text of the source document.
2. The same for the introduction, and for the titles of the themas with their stellingen.
3. Every row of `verbeteringen.md` names a place that exists and text that stands there once.
4. The source document holds 24 stellingen in 4 themas, and 144 tips.

In the source a ⏎ stands for a blank line inside a sentence, and • divides tips.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.content import shipped_folder
from pipeline.model import Content, Span, Stelling, Thema, Tip

SOURCE = Path(__file__).parent / "bron" / "overzicht-tips-quickscan.md"
INTRODUCTION = "inleiding"
BREAK = " ⏎ "
BETWEEN_TIPS = " • "

_STELLING = re.compile(r"#*\s*\**(\d+)\. (.+?)\**\s*")
_THEMA = re.compile(r"## (\w+)\s*")
_LINK = re.compile(r"\]\([^)]*\)")
_ROW = re.compile(r"\| (\S+) \| `(.+)` \| `(.+)` \| (.+) \|")


@dataclass(frozen=True)
class Mend:
    """One row of verbeteringen.md: at a place, `source` reads `here`."""

    place: str
    source: str
    here: str


@dataclass(frozen=True)
class Part:
    """A piece of the source document: a stelling with its tips."""

    thema: str
    number: int
    text: str
    bullets: tuple[str, ...]

    @property
    def tips(self) -> tuple[tuple[str, ...], ...]:
        """The tips, each as its bullets: bullets of one link that a colon announces are one tip."""
        tips: list[tuple[str, ...]] = []
        for bullet in self.bullets:
            if tips and tips[-1][0].endswith(":") and bullet.startswith("["):
                tips[-1] += (bullet,)
            else:
                tips.append((bullet,))
        return tuple(tips)


def read_source() -> tuple[str, tuple[Part, ...]]:
    """Return the introduction and the stellingen of the source document."""
    introduction, thema, parts = "", "", list[Part]()
    for block in re.split(r"\n(?=#|\*\*\d)", SOURCE.read_text(encoding="utf-8")):
        first, _, rest = block.strip().partition("\n")
        if match := _STELLING.fullmatch(first):
            parts.append(Part(thema, int(match[1]), match[2], tuple(bullets(rest))))
        elif match := _THEMA.fullmatch(first):
            thema = match[1]
        elif first:
            introduction = joined(rest)
    return introduction, tuple(parts)


def bullets(text: str) -> Iterator[str]:
    for bullet in re.split(r"^- ", text, flags=re.MULTILINE)[1:]:
        yield joined(bullet)


def joined(text: str) -> str:
    """Return a text on one line, with its broken places and the targets of its links marked."""
    paragraphs = re.split(r"\n\s*\n", text.strip())
    unescaped = BREAK.join(paragraphs).replace(r"\(", "(").replace(r"\)", ")")
    return " ".join(unescaped.split())


def read_mends() -> tuple[Mend, ...]:
    """Return the rows of verbeteringen.md; a line of the table that can't be read fails."""
    text = (shipped_folder() / "verbeteringen.md").read_text(encoding="utf-8")
    table = [line for line in text.splitlines() if line.startswith("|")][2:]
    rows = [_ROW.fullmatch(line) for line in table]
    unreadable = [line for line, row in zip(table, rows, strict=True) if row is None]
    assert unreadable == []
    return tuple(
        Mend(row[1], row[2].replace(r"\|", "|"), row[3].replace(r"\|", "|")) for row in rows if row
    )


INTRODUCTION_TEXT, PARTS = read_source()
MENDS = read_mends()


def as_in_source(text: str, place: str) -> str:
    """Undo the mends of a place; each must stand there exactly once, and none in another."""
    mends = [mend for mend in MENDS if mend.place == place]
    assert [(m.here, text.count(m.here)) for m in mends] == [(m.here, 1) for m in mends]
    found = sorted((text.index(mend.here), mend) for mend in mends) if mends else []
    undone, reached = "", 0
    for start, mend in found:
        assert start >= reached, f"{place}: {mend.here} overlaps another row"
        undone += text[reached:start] + mend.source
        reached = start + len(mend.here)
    return undone + text[reached:]


def written(spans: Iterable[Span]) -> str:
    return "".join(f"[{span.text}](#)" if span.link else span.text for span in spans)


def tip_text(tip: Tip) -> str:
    parts = (tip.opening, tip.text, *tip.items)
    return " ".join(written(part).strip() for part in parts if part)


def stelling_text(stelling: Stelling) -> str:
    """Return a stelling as the source document has it: its text and its tips."""
    tips = (as_in_source(tip_text(tip), tip.id) for tip in stelling.tips)
    return BETWEEN_TIPS.join((as_in_source(stelling.text, str(stelling.number)), *tips))


def source_text(part: Part) -> str:
    return BETWEEN_TIPS.join((part.text, *(_LINK.sub("](#)", b) for b in part.bullets)))


def thema_with_numbers(thema: Thema) -> tuple[str, tuple[int, ...]]:
    return thema.title, tuple(stelling.number for stelling in thema.stellingen)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: f"stelling-{part.number}")
def test_stelling_and_tips_are_those_of_the_source(content: Content, part: Part) -> None:
    assert stelling_text(content.stelling(part.number)) == source_text(part)


def test_introduction_is_that_of_the_source(content: Content) -> None:
    assert as_in_source(content.about, INTRODUCTION) == INTRODUCTION_TEXT


def test_themas_hold_the_stellingen_of_the_source(content: Content) -> None:
    titles = dict.fromkeys(part.thema for part in PARTS)
    of_source = [(title, tuple(p.number for p in PARTS if p.thema == title)) for title in titles]
    assert list(map(thema_with_numbers, content.themas)) == of_source


def test_every_row_of_verbeteringen_is_about_a_place_and_there_are_no_double_rows(
    content: Content,
) -> None:
    places = {INTRODUCTION} | {str(stelling.number) for stelling in content.stellingen}
    places |= {tip.id for stelling in content.stellingen for tip in stelling.tips}
    assert [mend for mend in MENDS if mend.place not in places] == []
    assert len(set(MENDS)) == len(MENDS)
    assert [mend for mend in MENDS if mend.source == mend.here] == []


def test_every_row_of_verbeteringen_is_used_exactly_once(content: Content) -> None:
    texts = [(INTRODUCTION, content.about)]
    texts += [(str(stelling.number), stelling.text) for stelling in content.stellingen]
    texts += [(tip.id, tip_text(tip)) for s in content.stellingen for tip in s.tips]
    uses = {mend: sum(t.count(mend.here) for p, t in texts if p == mend.place) for mend in MENDS}
    assert [mend for mend, count in uses.items() if count != 1] == []


def test_source_holds_24_stellingen_in_4_themas_and_144_tips() -> None:
    assert [part.number for part in PARTS] == list(range(1, 25))
    assert len({part.thema for part in PARTS}) == 4
    assert sum(len(part.tips) for part in PARTS) == 144


def test_content_holds_the_tips_of_the_source_one_by_one(content: Content) -> None:
    counted = [(part.number, len(part.tips)) for part in PARTS]
    assert [(s.number, len(s.tips)) for s in content.stellingen] == counted
