"""What is in a stranger's workbook besides answers: weighed first, never run, and named.

1. A document type, or XML nested without end, is refused, wherever in the package it hides.
2. What unpacks far larger than it is, holds too many parts or elements, is refused before parsing.
3. A million rows with only a layout are no reason to refuse.
4. Macros are named and not run; DDE and links to other files are named and not followed.
5. What only bears the name of a workbook is named as what it is.
6. Nothing takes more memory than 200 MB.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.limits import MAX_ELEMENTS, MAX_MEMBERS, MAX_NESTING, MAX_PART, MAX_WORKBOOK, MEGABYTE
from tests.conftest import Run
from tests.mails import attachment, mail, text
from tests.sheets import ROOT, make

SHEET = "xl/worksheets/sheet3.xml"
STRINGS = "xl/sharedStrings.xml"
STYLES = "xl/styles.xml"
MOST_MEMORY = 200 * MEGABYTE
LAUGHS = (
    '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "'
    + "&b;" * 50
    + '"><!ENTITY d "'
    + "&c;" * 50
    + '">]>'
)
Change = Callable[[bytes], bytes]


def changed(path: Path, **changes: Change | bytes) -> Path:
    """Change parts of a workbook, or add some; a part is named by its last word."""
    make(path)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for word, change in changes.items():
        name = next((name for name in parts if word in name), word)
        parts[name] = change if isinstance(change, bytes) else change(parts.get(name, b"<sst/>"))
    return packed(path, parts)


def packed(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return path


def added(path: Path, **parts: bytes) -> Path:
    """Add parts to a workbook; `__` stands for a slash, the last `_` for a dot."""
    make(path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name.replace("__", "/")[::-1].replace("_", ".", 1)[::-1], part)
    return path


def told(run: Run, path: Path) -> list[str]:
    (one,) = run("check", path, "--json").data
    return [problem["code"] for problem in one["problems"]]


def with_type(declared: str, encoding: str = "utf-8") -> Change:
    def put(part: bytes) -> bytes:
        body = re.sub(r"^<\?xml.*?\?>\s*", "", part.decode())
        return f"{declared}{body}".encode(encoding)

    return put


@pytest.mark.parametrize(
    "part", ["sheet3", "xl/sharedStrings.xml", "styles", "workbook.xml", "Content_T"]
)
@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        (LAUGHS, "utf-8"),
        ('<?xml version="1.0"?>\n<!-- x -->\n<!DOCTYPE a>', "utf-8"),
        ('<!DOCTYPE a SYSTEM "file:///etc/passwd">', "utf-8"),
        ('<!DOCTYPE a SYSTEM "http://voorbeeld.example/a.dtd">', "utf-16"),
        ('<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a>', "utf-16"),
    ],
)
def test_1_a_document_type_is_refused(run: Run, part: str, declared: str, encoding: str) -> None:
    path = changed(Path("scan.xlsx"), **{part: with_type(declared, encoding)})
    assert told(run, path) == ["file-not-safe"]


def test_1_a_document_type_in_a_part_of_another_name_is_refused(run: Run) -> None:
    path = changed(Path("scan.xlsx"), **{"xl/media/foto.png": LAUGHS.encode() + b"<a>&d;</a>"})
    assert told(run, path) == ["file-not-safe"]


@pytest.mark.parametrize("part", ["sheet3", "sharedStrings", "styles", "docProps/core"])
def test_1_endless_nesting_is_refused(run: Run, part: str) -> None:
    deep = b"<a>" * (MAX_NESTING + 1) + b"</a>" * (MAX_NESTING + 1)
    path = changed(Path("scan.xlsx"), **{part: deep})
    assert told(run, path) == ["file-not-safe"]


def in_sheet(rows: str) -> Change:
    return lambda part: part.replace(b"</sheetData>", f"{rows}</sheetData>".encode())


BOMBS: dict[str, dict[str, Change | bytes]] = {
    "nothing but spaces": {"sheet3": b" " * 250_000_000},
    "a long text": {"sheet3": in_sheet(f"<row><c><is><t>{'x' * 45_000_000}</t></is></c></row>")},
    "many texts": {"sharedStrings": b"<sst>" + b"<si><t>x</t></si>" * MAX_ELEMENTS + b"</sst>"},
    "many cells": {"sheet3": in_sheet("<row>" + "<c/>" * MAX_ELEMENTS + "</row>")},
    "many layouts": {"styles": b"<styleSheet>" + b" " * MAX_PART + b"</styleSheet>"},
    "a large picture": {"xl/media/a.png": bytes(290_000_000)},
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_2_a_bomb_is_refused(run: Run, bomb: str) -> None:
    path = changed(Path("scan.xlsx"), **BOMBS[bomb])
    assert path.stat().st_size < 2 * MEGABYTE
    assert told(run, path) == ["file-too-large"]


def test_2_too_many_parts_are_refused(run: Run) -> None:
    make(Path("scan.xlsx"))
    with zipfile.ZipFile("scan.xlsx", "a") as package:
        for number in range(MAX_MEMBERS):
            package.writestr(f"xl/media/{number}.png", b"")
    assert told(run, Path("scan.xlsx")) == ["file-too-large"]


def test_2_a_directory_that_says_it_is_endless_is_refused(run: Run) -> None:
    content = bytearray(make(Path("scan.xlsx")).read_bytes())
    end = content.rfind(b"PK\x05\x06")
    content[end + 12 : end + 16] = b"\xff\xff\xff\x7f"
    Path("scan.xlsx").write_bytes(content)
    assert told(run, Path("scan.xlsx")) == ["file-too-large"]


def test_2_a_file_that_is_too_large_is_not_opened(run: Run) -> None:
    Path("scan.xlsx").write_bytes(b"PK\x03\x04" + bytes(MAX_WORKBOOK))
    assert told(run, Path("scan.xlsx")) == ["file-too-large"]


ROW = '<row r="{}" customFormat="false" ht="12.8" hidden="false" outlineLevel="0"/>'
CELLS = '<row r="{0}"><c r="A{0}" s="1"/><c r="B{0}" s="1"/><c r="C{0}" s="1"/></row>'


@pytest.mark.parametrize("row", [ROW, CELLS])
def test_3_a_million_rows_with_only_a_layout_are_read(run: Run, row: str) -> None:
    rows = "".join(row.format(number) for number in range(100, 1_048_577))
    path = changed(Path("scan.xlsx"), sheet3=in_sheet(rows))
    assert told(run, path) == []


def test_4_macros_are_named(run: Run) -> None:
    path = added(Path("scan.xlsm"), xl__vbaProject_bin=b"\xd0\xcf\x11\xe0")
    (one,) = run("check", path, "--json").data
    (problem,) = one["problems"]
    assert (problem["code"], problem["severity"]) == ("file-has-macros", "warning")
    assert len(one["answers"]) == 24
    assert "niet uitgevoerd" in problem["message"]


def test_4_macros_of_excel_4_are_named(run: Run) -> None:
    part = b'<xm:macrosheet xmlns:xm="x"/>'
    path = added(Path("scan.xlsx"), xl__macrosheets__sheet1_xml=part)
    assert told(run, path) == ["file-has-macros"]


LINK = b'<externalLink xmlns="x"><externalBook/></externalLink>'
DDE = b'<externalLink xmlns="x"><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>'


@pytest.mark.parametrize(
    ("part", "code", "status"), [(LINK, "file-has-links", "ok"), (DDE, "file-has-dde", "warning")]
)
def test_4_links_and_dde_are_named_and_not_followed(
    run: Run, part: bytes, code: str, status: str
) -> None:
    path = added(Path("scan.xlsx"), xl__externalLinks__externalLink1_xml=part)
    ran = run("check", path, "--json")
    (one,) = ran.data
    assert ([p["code"] for p in one["problems"]], one["status"], ran.code) == ([code], status, 0)


@pytest.mark.parametrize(
    ("member", "code"),
    [
        ("content.xml", "file-is-ods"),
        ("word/document.xml", "file-is-word"),
        ("xl/workbook.bin", "file-is-xlsb"),
        ("Index/Document.iwa", "file-is-numbers"),
        ("iets/anders.txt", "file-unreadable"),
    ],
)
def test_5_what_bears_the_name_of_a_workbook_is_named(run: Run, member: str, code: str) -> None:
    assert told(run, packed(Path("scan.xlsx"), {member: b"x"})) == [code]


def test_5_a_member_behind_a_password_is_refused(run: Run) -> None:
    content = bytearray(make(Path("scan.xlsx")).read_bytes())
    for place in [found.start() for found in re.finditer(b"PK\x01\x02", bytes(content))]:
        content[place + 8] |= 1
    Path("scan.xlsx").write_bytes(content)
    assert told(run, Path("scan.xlsx")) == ["file-unreadable"]


def heavy_mail(path: Path) -> None:
    random = io.BytesIO()
    with Path("/dev/urandom").open("rb") as source:
        random.write(source.read(15_500_000))
    path.write_bytes(mail(text(), attachment("groot.pdf", random.getvalue()), attachment()))


def heavy_cells(path: Path) -> None:
    row = "<row>" + "<c><v>1</v></c>" * 60 + "</row>"
    changed(path, sheet3=in_sheet(row * 2300))


def heavy_styles(path: Path) -> None:
    fonts = "".join(f'<font><sz val="{n}"/></font>' for n in range(80_000))[: MAX_PART - 50_000]
    whole = fonts[: fonts.rindex("</font>")] + "</font>"
    changed(path, styles=lambda part: re.sub(rb"<font>", whole.encode() + b"<font>", part, count=1))


def heavy_rows(path: Path) -> None:
    changed(path, sheet3=in_sheet("".join(CELLS.format(n) for n in range(100, 1_048_577))))


@pytest.mark.parametrize(
    ("name", "make_heavy"),
    [
        ("mail.eml", heavy_mail),
        ("cells.xlsx", heavy_cells),
        ("styles.xlsx", heavy_styles),
        ("rows.xlsx", heavy_rows),
    ],
)
def test_6_the_heaviest_that_is_read_stays_within_its_memory(
    tmp_path: Path, name: str, make_heavy: Callable[[Path], None]
) -> None:
    make_heavy(tmp_path / name)
    done = subprocess.run(
        [sys.executable, "-m", "tests.weigh", tmp_path / name],
        cwd=ROOT,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    read, memory = done.stdout.split()
    assert read == "read"
    assert int(memory) < MOST_MEMORY
