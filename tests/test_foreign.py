"""What programs of others write: SheetJS, exceljs, and mails as Outlook saves them.

Marked `foreign`; `make foreign` fetches the programs.

1. A workbook that was opened and saved by another program is read as before, or told.
2. A mail of Outlook (.msg): its workbooks, its sender, a mail within it, pictures in its text.
3. A broken mail of Outlook is named, never a traceback.
"""

from __future__ import annotations

import random
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.inbox import Incoming
from pipeline.model import Content, Mail
from tests.finding import find
from tests.foreign_programs import missing, node, part, write_msg
from tests.mails import SCAN
from tests.sheets import EXAMPLES
from tests.test_mails import WORKBOOK, found
from tests.test_office_mess import read

pytestmark = [
    pytest.mark.foreign,
    pytest.mark.skipif(bool(missing()), reason=missing() or "here"),
]
SOURCE = EXAMPLES / "gemengd.xlsx"
BY_TEXT = {"read-by-text", "fields-by-label"}

SAVED = [
    ("sheetjs.js", "", set()),
    ("sheetjs.js", "numbers", set()),
    ("sheetjs.js", "shifted", BY_TEXT),
    ("sheetjs.js", "values", BY_TEXT),
    ("exceljs.js", "", set()),
    ("exceljs.js", "rich", set()),
    ("exceljs.js", "bare", BY_TEXT),
]


@pytest.mark.parametrize(("program", "change", "told"), SAVED)
def test_1_a_workbook_saved_by_another_program_is_read(
    tmp_path: Path, content: Content, program: str, change: str, told: set[str]
) -> None:
    node(program, SOURCE, tmp_path / "scan.xlsx", change)
    answers, fields, codes = read(tmp_path / "scan.xlsx", content)
    as_it_was = read(SOURCE, content)
    assert (answers, fields) == as_it_was[:2]
    assert codes - as_it_was[2] == told


def test_1_a_row_that_another_program_deleted_is_told(tmp_path: Path, content: Content) -> None:
    node("exceljs.js", SOURCE, tmp_path / "scan.xlsx", "rows")
    answers, _, codes = read(tmp_path / "scan.xlsx", content)
    as_it_was, _, _ = read(SOURCE, content)
    changed = {number for number in answers if answers[number] != as_it_was[number]}
    assert len(changed) == 1
    assert [answers[number] for number in changed] == ["leeg"]
    assert "stelling-missing" in codes


@pytest.mark.parametrize(("suffix", "code"), [(".xls", "file-is-xls"), (".ods", "file-is-ods")])
def test_1_an_old_format_by_a_new_name_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, code: str
) -> None:
    node("sheetjs.js", SOURCE, tmp_path / f"scan{suffix}")
    monkeypatch.chdir(tmp_path)
    assert [told for _, told in found(Path(f"scan{suffix}").read_bytes(), f"scan{suffix}")] == [
        code
    ]


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def found_in(path: Path) -> list[tuple[str, str]]:
    return [
        (
            one.origin.label.removeprefix("box/"),
            WORKBOOK if isinstance(one, Incoming) else one.problem.code.key,
        )
        for one in find([path])
    ]


def test_2_a_mail_of_outlook_is_read() -> None:
    path = write_msg(
        Path("box/een.msg"),
        subject="QuickScan van Weerstad",
        name="Zoë Bakker",
        mail="zoe@weerstad.example",
        id="<een@weerstad.example>",
        sent="2026-11-12T09:30:00Z",
        html="<img src='cid:logo1'>",
        parts=[
            part("één scan.xlsx", SCAN),
            part("logo.png", b"x", shown="logo1"),
            part("foto.jpg", b"x"),
            part("scan.pdf", b"x"),
        ],
    )
    assert found_in(path) == [
        ("een.msg > één scan.xlsx", WORKBOOK),
        ("een.msg > foto.jpg", "file-is-picture"),
        ("een.msg > scan.pdf", "file-is-pdf"),
    ]
    (first, *_) = find([path])
    assert first.origin.mail == Mail(
        sender="zoe@weerstad.example",
        sender_name="Zoë Bakker",
        subject="QuickScan van Weerstad",
        message_id="<een@weerstad.example>",
        sent=datetime(2026, 11, 12, 9, 30, tzinfo=UTC),
    )


def test_2_the_attachment_is_whole() -> None:
    (one,) = find([write_msg(Path("box/een.msg"), subject="x", parts=[part("s.xlsx", SCAN)])])
    assert isinstance(one, Incoming)
    assert one.attached == SCAN


def test_2_a_mail_within_a_mail_of_outlook_is_opened() -> None:
    inner = {"subject": "Onze scan", "mail": "al@toren.example", "parts": [part("s.xlsx", SCAN)]}
    path = write_msg(
        Path("box/fw.msg"), subject="FW", mail="bo@weerstad.example", parts=[{"message": inner}]
    )
    assert found_in(path) == [("fw.msg > Onze scan.eml > s.xlsx", WORKBOOK)]
    (one,) = find([path])
    assert one.origin.mail is not None
    assert one.origin.mail.sender == "al@toren.example"


def test_2_an_address_of_exchange_is_no_mail_address() -> None:
    headers = "From: Bo <bo@weerstad.example>\r\nDate: Thu, 12 Nov 2026 10:30:00 +0100\r\n"
    path = write_msg(
        Path("box/een.msg"),
        subject="x",
        exchange="/O=EXCHANGELABS/CN=BO@X",
        headers=headers,
        parts=[part("s.xlsx", SCAN)],
    )
    (one,) = find([path])
    assert one.origin.mail is not None
    assert one.origin.mail.sender == "bo@weerstad.example"
    assert one.origin.mail.sent == datetime(2026, 11, 12, 9, 30, tzinfo=UTC)


def test_2_a_short_name_will_do() -> None:
    content = part("", SCAN, short="SCAN~1.XLS") | {"name": None}
    assert found_in(write_msg(Path("box/een.msg"), subject="x", parts=[content])) == [
        ("een.msg > SCAN~1.XLS", "file-is-xls")
    ]


@pytest.mark.parametrize(
    ("mail", "code"),
    [
        ({"subject": "leeg"}, "mail-without-workbook"),
        ({"subject": "x", "text": "zie https://1drv.ms/x/s!a"}, "mail-with-link"),
        ({"subject": "x", "parts": [{"name": "scan.xlsx", "method": 7}]}, "mail-with-link"),
    ],
)
def test_2_a_mail_of_outlook_without_workbook_is_named(mail: dict[str, object], code: str) -> None:
    assert found_in(write_msg(Path("box/een.msg"), **mail)) == [("een.msg", code)]


def test_3_a_broken_mail_of_outlook_is_no_traceback() -> None:
    path = write_msg(Path("box/een.msg"), subject="x", text="y", parts=[part("s.xlsx", SCAN)])
    whole = path.read_bytes()
    chance = random.Random(5)
    for _ in range(150):
        broken = bytearray(whole)
        for _ in range(chance.randint(1, 12)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        path.write_bytes(broken[: chance.choice((len(broken), chance.randrange(len(broken))))])
        assert found_in(path) != []
