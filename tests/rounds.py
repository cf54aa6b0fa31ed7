"""A round of many organisations: workbooks as LibreOffice filled one in, each with other answers.

    python -m tests.rounds MAP 60        60 organisations, 1 to 8 people, some with two teams

One file that LibreOffice wrote is taken apart once; per person only its cells are replaced, so that
ten thousand take a minute. The same seed gives the same round.
"""

from __future__ import annotations

import random
import re
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from tests.sheets import EXAMPLES

ANSWERS = (
    "Niet of nauwelijks",
    "Deels",
    "Grotendeels",
    "Volledig en geborgd",
    "Onbekend",
    "Niet van toepassing",
)
WEIGHTS = (20, 35, 25, 9, 11, 0)  # Niet van toepassing fits few stellingen
ROLES = ("Uitvoering", "Beleid", "Leiding")
TEAMS = ("Team Werk", "Team Participatie", "Afdeling Sociaal Domein", "Team Inburgering")
FAULTS = ("soms wel, soms niet", "ja en nee", "zie bijlage")
_STARTS = (
    *("Ooster", "Wester", "Noorder", "Zuider", "Duin", "Veen"),
    *("Heide", "Molen", "Linde", "Beek", "Wilg", "Eiken"),
)
_MIDDLES = ("berg", "kerk", "brug", "weerd", "hout", "burg", "werd")
_ENDS = ("dam", "veld", "meer", "dijk", "wolde", "broek", "zand", "horst")
_BASE = EXAMPLES / "startend.xlsx"
_NAME = re.compile(r'<definedName [^>]*name="(\w+)"[^>]*>(\w+)!\$([A-Z]+)\$(\d+)<')


@dataclass(frozen=True)
class Filled:
    """One workbook of a round."""

    name: str
    organisation: str
    department: str
    faulty: bool
    cells: tuple[tuple[str, str], ...]


@cache
def _base() -> tuple[dict[str, bytes], dict[str, tuple[str, str]]]:
    """Return the parts of the file, and of each name its part and cell."""
    with zipfile.ZipFile(_BASE) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    sheets = {"Gegevens": "xl/worksheets/sheet2.xml", "QuickScan": "xl/worksheets/sheet3.xml"}
    names = {
        name: (sheets[sheet], f"{column}{row}")
        for name, sheet, column, row in _NAME.findall(parts["xl/workbook.xml"].decode())
        if sheet in sheets
    }
    return parts, names


def planned(
    organisations: int, seed: int = 1, people: tuple[int, int] = (1, 8), faulty: float = 0.1
) -> Iterator[Filled]:
    """Yield the workbooks of a round: of every fifth organisation two teams."""
    dice = random.Random(seed)
    names = [f"{a}{b}{c}" for a in _STARTS for b in _MIDDLES for c in _ENDS]
    dice.shuffle(names)
    for number in range(organisations):
        organisation = f"Gemeente {names[number]}"
        teams = TEAMS[:2] if number % 5 == 0 else (TEAMS[number % len(TEAMS)],)
        is_faulty = dice.random() < faulty
        for team in teams:
            for person in range(1, dice.randint(*people) + 1):
                wrong = is_faulty and person == 1
                yield _person(dice, organisation, team, person, wrong)


def _person(dice: random.Random, organisation: str, team: str, number: int, wrong: bool) -> Filled:
    cells = {
        "organisatie": organisation,
        "onderdeel": team,
        "rol": dice.choice(ROLES),
        "invuller": f"Persoon {number} van {organisation} {team}",
        "aantal": "",
        "wijze": "Ik vul alleen in",
    }
    answers = dice.choices(ANSWERS, WEIGHTS, k=24)
    cells |= {f"antwoord_{at:02d}": answer for at, answer in enumerate(answers, 1)}
    cells |= {f"opmerking_{at:02d}": "" for at in range(1, 25)}
    if wrong:
        cells["antwoord_07"] = dice.choice(FAULTS)
    name = f"{organisation} {team} {number}.xlsx"
    return Filled(name, organisation, team, wrong, tuple(cells.items()))


def written(filled: Filled, folder: Path) -> Path:
    """Write one workbook."""
    parts, names = _base()
    changed: dict[str, bytes | str] = {}
    for name, text in filled.cells:
        part, cell = names[name]
        xml = str(changed.get(part) or parts[part].decode())
        changed[part] = _with_text(xml, cell, text)
    path = folder / filled.name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, part_content in parts.items():
            package.writestr(name, changed.get(name, part_content))
    return path


def _with_text(xml: str, cell: str, text: str) -> str:
    """Put text in one cell of a sheet."""
    start = xml.index(f'<c r="{cell}"')
    end = xml.index(">", start)
    style = re.search(r' s="\d+"', xml[start:end])
    after = end + 1 if xml[end - 1] == "/" else xml.index("</c>", end) + len("</c>")
    inside = f' t="inlineStr"><is><t>{escape(text)}</t></is></c>' if text else "/>"
    return f'{xml[:start]}<c r="{cell}"{style[0] if style else ""}{inside}{xml[after:]}'


def write_round(folder: Path, plans: list[Filled]) -> list[Filled]:
    """Write a whole round; return what stands in it."""
    folder.mkdir(parents=True, exist_ok=True)
    for one in plans:
        written(one, folder)
    return plans


if __name__ == "__main__":
    round_of = list(planned(int(sys.argv[2])))
    write_round(Path(sys.argv[1]), round_of)
    sys.stdout.write(f"{len(round_of)} werkboeken\n")
