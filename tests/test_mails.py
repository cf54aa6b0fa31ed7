"""What comes in by mail or zip: every workbook is found, with who sent it, and the rest is named.

1. A workbook in a mail or zip is found, also in a mail in a mail, in a zip in a mail, and so on.
2. Its label is the way to it: `box/een.eml > scan.xlsx`; no two are the same.
3. Sender, subject, thread and date of the mail are remembered, of a forwarded mail its own.
4. Other attachments are named, each with what to ask for; pictures in the text are not.
5. A mail without workbook is named; so is one with only a link.
6. What was never sent, and what this tool made itself, is skipped without a word.
7. Names, texts and headers of all ages are read; a broken mail is named.
8. Names from outside never leave their folder, and Windows takes them.
9. No more is taken out of one file than fits.
10. The newest scan of a person is told by the date of the mail.
11. A missing organisation: the domain of the sender is suggested, but never that of a provider.
12. No name, address or remark is told beside the data.
13. The fictional mails that come along are read as their cases say.
"""

from __future__ import annotations

import pickle
from dataclasses import replace
from datetime import UTC, date, datetime
from email import policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from pipeline import limits
from pipeline.content import load_content
from pipeline.domains import own_domain
from pipeline.inbox import Incoming, Unusable
from pipeline.mail import draft
from pipeline.model import Content, Letter, Mail, Sender
from pipeline.score import group
from tests.conftest import Run
from tests.fill_scans import read_case
from tests.finding import find
from tests.mails import (
    HEADERS,
    SCAN,
    attachment,
    forwarded,
    mail,
    part,
    text,
    zip_of,
    zipped,
)
from tests.people import person
from tests.sheets import EXAMPLES, ROOT, complete, make

PICTURE = b"\x89PNG\r\n\x1a\n"


def put(content: bytes, name: str = "een.eml") -> Path:
    path = Path("box", name)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    return path


def found(content: bytes, name: str = "een.eml") -> list[tuple[str, str]]:
    """Return the label within the box of all that is found, with `workbook` or what is wrong."""
    all_found = list(find([put(content, name)]))
    return [
        (
            one.origin.label.removeprefix("box/"),
            "workbook" if isinstance(one, Incoming) else one.problem.code.key,
        )
        for one in all_found
    ]


def origin_mail(content: bytes, name: str = "een.eml") -> Mail:
    (one,) = find([put(content, name)])
    assert one.origin.mail is not None
    return one.origin.mail


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


WORKBOOK = "workbook"
REPLY = Letter("Terug", "Tekst", "bo@weerstad.example")


@pytest.mark.parametrize(
    ("name", "content", "labels"),
    [
        ("een.eml", mail(text(), attachment()), ["een.eml > scan.xlsx"]),
        (
            "een.eml",
            mail(text(), attachment("a.xlsx"), attachment("b.xlsm")),
            ["een.eml > a.xlsx", "een.eml > b.xlsm"],
        ),
        ("a.zip", zipped(scan_xlsx=SCAN), ["a.zip > scan.xlsx"]),
        ("a.zip", zip_of({"team/een.eml": mail(attachment())}), ["a.zip > een.eml > scan.xlsx"]),
        ("een.eml", mail(attachment("b.zip", zipped(s_xlsx=SCAN))), ["een.eml > b.zip > s.xlsx"]),
        (
            "fw.eml",
            mail(text(), forwarded(mail(text(), attachment()))),
            ["fw.eml > QuickScan van team Werk.eml > scan.xlsx"],
        ),
        (
            "fw.eml",
            mail(attachment("oud.eml", mail(attachment()), "application/octet-stream")),
            ["fw.eml > oud.eml > scan.xlsx"],
        ),
        (
            "fw.eml",
            mail(attachment("oud.eml", mail(attachment()), "message/rfc822")),
            ["fw.eml > oud.eml > scan.xlsx"],
        ),
    ],
)
def test_1_2_a_workbook_is_found_however_deep(name: str, content: bytes, labels: list[str]) -> None:
    assert found(content, name) == [(label, WORKBOOK) for label in labels]


def test_1_a_mail_that_is_nothing_but_a_workbook() -> None:
    headers = HEADERS + '    Content-Type: application/octet-stream; name="scan.xlsx"'
    assert found(part(headers, SCAN)) == [("een.eml > scan.xlsx", WORKBOOK)]


@pytest.mark.parametrize("name", ["scan", "scan.bin", "scan.zip", "ATT00001"])
def test_1_a_workbook_that_lost_its_suffix_is_found(name: str) -> None:
    assert found(mail(attachment(name, kind="application/octet-stream"))) == [
        (f"een.eml > {name}", WORKBOOK)
    ]


def test_1_an_attachment_is_read_as_a_file_is(run: Run) -> None:
    put(mail(text(), attachment()))
    put(SCAN, "los.xlsx")
    in_mail, on_disk = run("check", "box", "--json").data
    assert in_mail == on_disk | {"file": "box/een.eml > scan.xlsx"}
    assert (in_mail["status"], len(in_mail["answers"])) == ("ok", 24)


def test_1_a_report_is_made_from_a_mail(run: Run) -> None:
    put(mail(text(), attachment()))
    ran = run("report", "box", "--json")
    assert (ran.code, [one["status"] for one in ran.data]) == (0, ["new"])


def test_1_what_is_found_can_go_to_another_process() -> None:
    (one,) = find([put(mail(attachment()))])
    assert pickle.loads(pickle.dumps(one)) == one


def test_2_two_attachments_of_one_name_have_two_labels() -> None:
    labels = [label for label, _ in found(mail(*[attachment()] * 3))]
    ends = ["scan.xlsx", "scan (2).xlsx", "scan (3).xlsx"]
    assert labels == [f"een.eml > {end}" for end in ends]


def test_2_files_of_one_name_in_two_folders_of_a_zip_have_two_labels() -> None:
    content = zip_of({"a/scan.xlsx": SCAN, "b/scan.xlsx": SCAN})
    labels = [label for label, _ in found(content, "r.zip")]
    assert labels == ["r.zip > scan.xlsx", "r.zip > scan (2).xlsx"]


def test_3_the_mail_is_remembered() -> None:
    headers = HEADERS + "    References: <nul@voorbeeld.example>\n"
    assert origin_mail(mail(text(), attachment(), headers=headers)) == Mail(
        sender="bo@weerstad.example",
        sender_name="Bo Bakker",
        subject="QuickScan van team Werk",
        message_id="<een@weerstad.example>",
        references="<nul@voorbeeld.example>",
        sent=datetime(2026, 11, 12, 9, 30, tzinfo=UTC),
    )


def test_3_of_a_forwarded_mail_the_first_sender_is_remembered() -> None:
    headers = HEADERS.replace("bo@weerstad.example>", "al@toren.example>", 1)
    inside = mail(attachment(), headers=headers)
    assert origin_mail(mail(text(), forwarded(inside))).sender == "al@toren.example"


def test_3_a_file_that_can_t_be_used_has_its_mail_too() -> None:
    assert origin_mail(mail(attachment("scan.pdf"))).sender == "bo@weerstad.example"


@pytest.mark.parametrize(
    ("written", "sender", "name"),
    [
        ("bo@weerstad.example", "bo@weerstad.example", ""),
        ('"Bakker, Bo" <bo@weerstad.example>', "bo@weerstad.example", "Bakker, Bo"),
        ("=?utf-8?q?Zo=C3=AB?= <zoe@a.example>", "zoe@a.example", "Zoë"),
        ("=?iso-8859-1?Q?Zo=EB?= <zoe@a.example>", "zoe@a.example", "Zoë"),
        ("=?onzin?Q?Zo=EB?= <zoe@a.example>", "zoe@a.example", "Zoë"),
        ("=?utf-8?b?kapot?= <a@b.example>", "a@b.example", "=?utf-8?b?kapot?="),
        ("zonder adres", "", "zonder adres"),
    ],
)
def test_3_7_a_sender_is_read_however_it_is_written(written: str, sender: str, name: str) -> None:
    headers = HEADERS.replace("Bo Bakker <bo@weerstad.example>", written)
    read = origin_mail(mail(attachment(), headers=headers))
    if sender:
        assert (read.sender, read.sender_name) == (sender, name)
    assert read.sender == sender


def test_3_a_mail_without_date_has_the_date_on_which_it_came_in() -> None:
    route = "Received: from a by b; Fri, 13 Nov 2026 08:00:00 +0000"
    headers = HEADERS.replace("Date: Thu, 12 Nov 2026 10:30:00 +0100", route)
    read = origin_mail(mail(attachment(), headers=headers))
    assert read.sent == datetime(2026, 11, 13, 8, tzinfo=UTC)


def test_3_a_mail_without_any_date_has_the_time_of_its_file() -> None:
    headers = HEADERS.replace("Date: Thu, 12 Nov 2026 10:30:00 +0100", "Date: gisteren")
    path = put(mail(attachment(), headers=headers))
    (one,) = find([path])
    assert one.origin.received.timestamp() == pytest.approx(path.stat().st_mtime)
    assert one.origin.mail is not None
    assert one.origin.mail.sent is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("scan.pdf", "file-is-pdf"),
        ("scan.docx", "file-is-word"),
        ("foto.JPG", "file-is-picture"),
        ("foto.heic", "file-is-picture"),
        ("scan.xls", "file-is-xls"),
        ("scan.xlsb", "file-is-xlsb"),
        ("scan.ods", "file-is-ods"),
        ("scan.numbers", "file-is-numbers"),
        ("winmail.dat", "file-is-winmail"),
        ("Winmail.DAT", "file-is-winmail"),
        ("smime.p7m", "file-is-sealed"),
        ("scan.url", "file-is-link"),
        ("scans.rar", "file-is-archive"),
        ("scan.csv", "file-not-usable"),
        ("zonder", "file-not-usable"),
    ],
)
def test_4_an_attachment_that_is_no_workbook_is_named(run: Run, name: str, code: str) -> None:
    put(mail(text(), attachment(name, b"iets", "application/octet-stream")))
    (one,) = run("check", "box", "--json").data
    (problem,) = one["problems"]
    assert (one["file"], one["status"], one["answers"]) == (f"box/een.eml > {name}", "error", {})
    assert problem["code"] == code
    assert problem["suggestion"].endswith(".")


def test_4_winmail_is_known_by_its_kind_too() -> None:
    content = mail(part("Content-Type: application/ms-tnef", b"iets"))
    assert found(content) == [("een.eml > winmail.dat", "file-is-winmail")]


def test_4_a_good_workbook_beside_it_is_read_all_the_same() -> None:
    content = mail(text(), attachment("brief.docx", b"x"), attachment())
    assert found(content) == [
        ("een.eml > brief.docx", "file-is-word"),
        ("een.eml > scan.xlsx", WORKBOOK),
    ]


def shown(disposition: str, *lines: str) -> bytes:
    return attachment("logo.png", PICTURE, "image/png", disposition, *lines)


@pytest.mark.parametrize(
    "picture",
    [
        shown("inline"),
        shown("inline", "Content-ID: <logo1>"),
        shown("attachment", "Content-ID: <LOGO1>"),
        attachment(
            "logo.png", PICTURE, "application/octet-stream", "attachment", "Content-ID: <logo1>"
        ),
    ],
)
def test_4_a_picture_in_the_text_is_skipped_without_a_word(picture: bytes) -> None:
    body = text('<img src="cid:logo1">', "html")
    assert found(mail(mail(body, picture, headers="", kind="related"), attachment())) == [
        ("een.eml > scan.xlsx", WORKBOOK)
    ]


def test_4_a_picture_that_is_attached_is_named() -> None:
    assert found(mail(text(), shown("attachment", "Content-ID: <elders>"))) == [
        ("een.eml > logo.png", "file-is-picture")
    ]


def test_4_what_seals_a_mail_is_skipped_without_a_word() -> None:
    seal = attachment("smime.p7s", b"x", "application/pkcs7-signature")
    assert found(mail(text(), attachment(), seal)) == [("een.eml > scan.xlsx", WORKBOOK)]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (mail(text("Ik stuur hem morgen.")), "mail-without-workbook"),
        (mail(), "mail-without-workbook"),
        (mail(text("<img src='cid:a'>", "html"), shown("inline")), "mail-without-workbook"),
        (part(HEADERS + "    Content-Type: text/plain", b"Hoi"), "mail-without-workbook"),
        (mail(text("Zie https://docs.google.com/spreadsheets/d/1")), "mail-with-link"),
        (mail(text("<a href='https://x-my.sharepoint.com/:x:/g/1'>", "html")), "mail-with-link"),
        (mail(text("Kijk op https://www.voorbeeld.example/")), "mail-without-workbook"),
    ],
)
def test_5_a_mail_without_workbook_is_named(content: bytes, code: str) -> None:
    assert found(content) == [("een.eml", code)]


def test_5_a_link_beside_another_file_is_told_too() -> None:
    content = mail(text("https://we.tl/t-1"), attachment("logo.gif", b"x"))
    assert [code for _, code in found(content)] == ["file-is-picture", "mail-with-link"]


def test_5_an_empty_zip_is_named() -> None:
    assert found(zip_of({}), "leeg.zip") == [("leeg.zip", "zip-without-workbook")]


def test_6_a_draft_of_this_tool_is_skipped() -> None:
    put(draft(REPLY, Sender(mail="q@voorbeeld.example")))
    put(mail(attachment()), "goed.eml")
    assert [one.origin.label for one in find([Path("box")])] == ["box/goed.eml > scan.xlsx"]


def test_6_only_a_draft_is_nothing(run: Run) -> None:
    put(draft(REPLY, Sender()))
    assert run("check", "box").code == 2


def test_6_a_report_in_a_mail_is_skipped(run: Run) -> None:
    make(Path("scan.xlsx"))
    run("report", "scan.xlsx", "-o", "out")
    (report,) = Path("out").glob("*.docx")
    assert found(mail(text(), attachment(report.name, report.read_bytes()), attachment())) == [
        ("een.eml > scan.xlsx", WORKBOOK)
    ]


@pytest.mark.parametrize("name", ["~$scan.xlsx", "Thumbs.db", ".DS_Store", "__MACOSX/._scan.xlsx"])
def test_6_what_a_program_left_in_a_zip_is_skipped(name: str) -> None:
    content = zip_of({name: b"x", "scan.xlsx": SCAN})
    assert found(content, "a.zip") == [("a.zip > scan.xlsx", WORKBOOK)]


NAMES = [
    ('name="=?utf-8?b?w6nDqW4ueGxzeA==?="', "één.xlsx"),
    ("name*=UTF-8''%C3%A9%C3%A9n.xlsx", "één.xlsx"),
    ("name*0*=UTF-8''%C3%A9%C3%A9;\r\n name*1*=n.xlsx", "één.xlsx"),
    ("name*=onzin''%E9%E9n.xlsx", "één.xlsx"),
    ("name=scan.xlsx", "scan.xlsx"),
    ('name="scan  van\tons.xlsx"', "scan van ons.xlsx"),
    ('name="=?iso-8859-15?Q?=E9=E9n?= =?iso-8859-15?Q?=2Exlsx?="', "één.xlsx"),
]


@pytest.mark.parametrize(("written", "name"), NAMES)
def test_7_the_name_of_an_attachment_is_read_in_all_its_forms(written: str, name: str) -> None:
    headers = f"Content-Type: application/octet-stream; {written}"
    content = base_part(headers)
    assert found(mail(text(), content)) == [(f"een.eml > {name}", WORKBOOK)]


def base_part(headers: str) -> bytes:
    return part(headers.replace("\r\n", "\n"), SCAN)


def test_7_a_workbook_without_any_name_is_found_by_its_kind() -> None:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert found(mail(part(f"Content-Type: {kind}", SCAN))) == [
        ("een.eml > bijlage.xlsx", WORKBOOK)
    ]


BROKEN_HEADERS = [
    "X: y",
    "Content-Disposition: attachment; filename*0*=x; filename*0*=y",
    "Message-ID: <<<>>@[",
    "Date: Foo, 99 Bar 20266 99:99:99 +9999",
    "From: <<>>,,:;",
    "Subject: " + "=?utf-8?q?a?= " * 30,
    "To: " + "x" * 200_000,
    "From: \udcff\udcfe <a@b.example>",
]


@pytest.mark.parametrize("header", BROKEN_HEADERS)
def test_7_a_broken_header_does_not_stop_the_reading(header: str) -> None:
    first = header.encode("utf-8", "surrogateescape") + b"\r\n"
    assert WORKBOOK in [code for _, code in found(first + mail(text(), attachment()))]


# With these it can't be told any more where the parts of the mail are.
LOST_HEADERS = [
    "Content-Type: ;;;=",
    "Content-Type: application/octet-stream; name*x=1; name*=''%",
    "Geen dubbele punt",
]


@pytest.mark.parametrize("header", LOST_HEADERS)
def test_7_a_mail_that_can_t_be_read_is_named(header: str) -> None:
    ((_, code),) = found(header.encode() + b"\r\n" + mail(text(), attachment()))
    assert code in ("mail-unreadable", "mail-without-workbook", "file-not-usable")


@pytest.mark.parametrize("header", BROKEN_HEADERS + LOST_HEADERS)
def test_7_a_broken_header_of_a_part_does_not_stop_the_reading(header: str) -> None:
    broken = header.encode("utf-8", "surrogateescape") + b"\r\n\r\niets\r\n"
    assert WORKBOOK in [code for _, code in found(mail(broken, attachment()))]


@pytest.mark.parametrize("content", [b"", b"x", b"\x00" * 500, SCAN, b"PK\x03\x04 half"])
@pytest.mark.parametrize("name", ["een.eml", "een.msg"])
def test_7_what_is_no_mail_is_named(content: bytes, name: str) -> None:
    assert found(content, name) == [(name, "mail-unreadable")]


@pytest.mark.parametrize("content", [b"", b"x", b"PK\x03\x04 half"])
def test_7_what_is_no_zip_is_named(content: bytes) -> None:
    assert found(content, "a.zip") == [("a.zip", "zip-unreadable")]


def test_7_half_a_mail_is_read_as_far_as_it_goes() -> None:
    whole = mail(text(), attachment("a.pdf", b"x"), attachment("b.xlsx"))
    half = whole[: whole.index(b"b.xlsx") + 1000]
    assert found(half) == [("een.eml > a.pdf", "file-is-pdf"), ("een.eml > b.xlsx", WORKBOOK)]


def test_7_a_mail_of_the_standard_library_is_read() -> None:
    message = EmailMessage(policy=policy.SMTP)
    message["From"] = "Zoë <zoe@weerstad.example>"
    message["Subject"] = "Één scan, voor u"
    message.set_content("Hoi")
    message.add_attachment(SCAN, maintype="application", subtype="x", filename="één & twee.xlsx")
    assert found(message.as_bytes()) == [("een.eml > één & twee.xlsx", WORKBOOK)]


OUTSIDE = [
    ("../../../etc/scan.xlsx", "scan.xlsx"),
    ("C:\\Users\\bo\\scan.xlsx", "scan.xlsx"),
    ("/etc/scan.xlsx", "scan.xlsx"),
    ("CON.xlsx", "CON_.xlsx"),
    ("a<b>c|d?.xlsx", "a_b_c_d_.xlsx"),
    ("scan .xlsx", "scan.xlsx"),
    ("a > b.xlsx", "a _ b.xlsx"),
    ("x" * 300 + ".xlsx", "x" * 60 + ".xlsx"),
]


@pytest.mark.parametrize(("written", "name"), OUTSIDE)
def test_8_a_name_from_outside_stays_in_its_folder(written: str, name: str) -> None:
    escaped = written.replace("\\", "\\\\")
    assert found(mail(attachment(escaped))) == [(f"een.eml > {name}", WORKBOOK)]
    assert found(zip_of({written: SCAN}), "a.zip") == [(f"a.zip > {name}", WORKBOOK)]


def test_8_reading_writes_nothing(tmp_path: Path, run: Run) -> None:
    put(zip_of({"../../buiten.xlsx": SCAN, "a/b.xlsx": SCAN}), "a.zip")
    run("check", "box")
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["a.zip"]


def test_9_a_mail_of_ten_thousand_attachments_is_cut_off() -> None:
    told = found(mail(*[attachment("a.pdf", b"x")] * 10_000))
    assert len(told) == limits.MAX_PARTS_OF_MAIL + 1
    assert told[-1] == ("een.eml", "too-much-inside")


def test_9_a_zip_of_too_many_files_is_cut_off() -> None:
    content = zip_of({f"{number}.txt": b"" for number in range(limits.MAX_PARTS_OF_ZIP + 1)})
    assert found(content, "a.zip") == [("a.zip", "too-much-inside")]


def test_9_zips_in_zips_end_somewhere() -> None:
    content = zipped(scan_xlsx=SCAN)
    for _ in range(limits.MAX_DEPTH):
        content = zipped(a_zip=content)
    ((label, code),) = found(content, "a.zip")
    assert (label.count(" > "), code) == (limits.MAX_DEPTH, "too-deep")


def test_9_mails_in_mails_end_somewhere() -> None:
    content = mail(attachment())
    for _ in range(limits.MAX_DEPTH):
        content = mail(forwarded(content))
    assert [code for _, code in found(content)] == ["too-deep"]


def test_9_a_thousand_mails_in_a_mail_are_no_traceback() -> None:
    content = b""
    for _ in range(1000):
        content = b"From: a@b.example\nContent-Type: message/rfc822\n\n" + content
    assert {code for _, code in found(content)} <= {"mail-unreadable", "too-deep"}


def test_9_a_thousand_parts_within_parts_are_no_traceback() -> None:
    lines = [f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(1000)]
    content = ("From: a@b.example\n" + "".join(lines)).encode()
    assert {code for _, code in found(content)} <= {"mail-unreadable", "mail-without-workbook"}


def test_9_a_file_that_unpacks_far_larger_is_not_taken_out_of_a_zip() -> None:
    content = zip_of({"bom.xlsx": bytes(limits.MAX_MAIL + 1), "scan.xlsx": SCAN})
    assert found(content, "a.zip") == [
        ("a.zip > bom.xlsx", "too-much-inside"),
        ("a.zip > scan.xlsx", WORKBOOK),
    ]


def test_9_a_mail_that_is_too_large_is_not_read() -> None:
    content = mail(text("x" * limits.MAX_MAIL))
    assert found(content) == [("een.eml", "mail-too-large")]


def with_mail(content: Content, letters: str, sent: datetime | None, day: date) -> object:
    one = person(content, letters, file=f"{letters}.xlsx", day=day, email="bo@weerstad.example")
    mailed = Mail("bo@weerstad.example", "", "", sent=sent)
    received = sent or one.origin.received
    return replace(one, origin=replace(one.origin, mail=mailed, received=received))


@pytest.mark.parametrize(
    ("first", "second", "newest"),
    [
        # date of the mail, date filled in
        (((2026, 11, 12), (2026, 11, 1)), ((2026, 11, 10), (2026, 11, 9)), "first"),
        (((2026, 11, 10), (2026, 11, 9)), ((2026, 11, 12), (2026, 11, 1)), "second"),
        ((None, (2026, 11, 9)), (None, (2026, 11, 1)), "first"),
        ((None, (2026, 11, 11)), ((2026, 11, 10), (2026, 11, 20)), "first"),
        ((None, (2026, 11, 9)), ((2026, 11, 10), (2026, 11, 1)), "second"),
    ],
)
def test_10_the_newest_is_told_by_the_date_of_the_mail(
    content: Content,
    first: tuple[tuple[int, int, int] | None, tuple[int, int, int]],
    second: tuple[tuple[int, int, int] | None, tuple[int, int, int]],
    newest: str,
) -> None:
    people = [
        with_mail(content, letters, datetime(*sent, 9, tzinfo=UTC) if sent else None, date(*day))
        for letters, (sent, day) in (("D", first), ("N", second))
    ]
    (one,) = group(people)  # type: ignore[arg-type]
    (used,) = one.used
    assert used.origin.label == {"first": "D.xlsx", "second": "N.xlsx"}[newest]


def nameless(sender: str) -> bytes:
    scan = make(Path("zonder.xlsx"), complete(organisatie="")).read_bytes()
    headers = HEADERS.replace("bo@weerstad.example>", f"{sender}>", 1)
    return mail(text(), attachment("scan.xlsx", scan), headers=headers)


def test_11_the_domain_of_the_sender_is_suggested_and_not_filled_in(run: Run) -> None:
    put(nameless("bo@weerstad.example"))
    ran = run("check", "box", "--json")
    (one,) = ran.data
    (problem,) = one["problems"]
    assert (one["organisation"], problem["severity"], ran.code) == (None, "warning", 0)
    assert problem["code"] == "organisation-missing"
    assert "Volgens het mailadres misschien: weerstad.example." in problem["suggestion"]


def test_11_without_a_name_there_is_no_report_and_the_domain_is_suggested(run: Run) -> None:
    put(nameless("bo@weerstad.example"))
    ran = run("report", "box", "--json")
    (one,) = ran.data
    assert (one["status"], one["organisation"], ran.code) == ("failed", None, 1)
    assert "weerstad.example" in one["problems"][-1]["suggestion"]


def test_11_a_name_that_is_given_counts(run: Run) -> None:
    put(nameless("bo@weerstad.example"))
    ran = run("report", "box", "--organisation", "Gemeente Weerstad", "--json")
    assert [(one["organisation"], one["status"]) for one in ran.data] == [
        ("Gemeente Weerstad", "new")
    ]


@pytest.mark.parametrize("provider", ["gmail.com", "ziggo.nl", "x.onmicrosoft.com", "zivver.com"])
def test_11_a_provider_is_never_suggested(run: Run, provider: str) -> None:
    put(nameless(f"bo@{provider}"))
    (one,) = run("check", "box", "--json").data
    assert provider not in str(one)


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("bo@toetsdam.nl", "toetsdam.nl"),
        ("Bo@Mail.Toetsdam.NL", "mail.toetsdam.nl"),
        ("bo@HOTMAIL.com", None),
        ("bo@post.kpnmail.nl", None),
        ("bo@nietgmail.com", "nietgmail.com"),
        ("bo@localhost", None),
        ("toetsdam.nl", None),
        ("", None),
        ("bo@", None),
        ("bo@.nl", None),
    ],
)
def test_11_whose_a_domain_is(address: str, domain: str | None) -> None:
    assert own_domain(address) == domain


def test_12_who_sent_it_is_not_told_beside_the_data(run: Run) -> None:
    put(mail(text("Geheim van Bo"), attachment("scan.pdf"), attachment()))
    for command in ("check", "score", "report"):
        ran = run(command, "box")
        for secret in ("Geheim", "weerstad.example", "Bakker"):
            assert secret not in ran.err + ran.out


def test_4_every_fault_is_one_problem_with_what_to_do() -> None:
    load_content(ROOT / "content")
    faults = [one for one in find([put(mail(attachment("a.pdf")))]) if isinstance(one, Unusable)]
    assert [fault.problem.suggestion[-1] for fault in faults] == ["."]


def test_13_the_mails_that_come_along_show_what_can_happen(run: Run) -> None:
    ran = run("check", EXAMPLES / "post", "--json")
    told = {
        one["file"].rpartition("post/")[2]: (one["status"], len(one["answers"])) for one in ran.data
    }
    forwarded_scan = "Scan van de afdeling Werk.eml > scan afdeling werk (ingevuld).xlsx"
    assert told == {
        "Dalland twee scans.eml > quickscan (2).xlsx": ("ok", 24),
        "Dalland twee scans.eml > quickscan.xlsx": ("ok", 24),
        f"Doorgestuurd van Sluisoord.eml > {forwarded_scan}": ("warning", 24),
        "Duinrand pdf.eml > QuickScan.pdf": ("error", 0),
        "Hoogveen.zip > hoogveen-1.xlsx": ("error", 24),
        "Hoogveen.zip > hoogveen-2.xlsx": ("warning", 24),
        "Kreekdorp link.eml": ("error", 0),
        "Polderwijk.msg > quickscan (1).xlsx": ("warning", 24),
        "Weerstad.eml > QuickScan Weerstad.xlsx": ("ok", 24),
    }
    assert ran.code == 1


@pytest.mark.parametrize(
    ("case", "label"),
    [
        ("weerstad", "Weerstad.eml > QuickScan Weerstad.xlsx"),
        ("polderwijk", "Polderwijk.msg > quickscan (1).xlsx"),
        ("hoogveen-2", "Hoogveen.zip > hoogveen-2.xlsx"),
        ("dalland-2", "Dalland twee scans.eml > quickscan (2).xlsx"),
    ],
)
def test_13_a_mail_that_comes_along_reads_back_as_its_case_says(
    run: Run, content: Content, case: str, label: str
) -> None:
    typed = dict(read_case((ROOT / "tests" / "post" / f"{case}.txt").read_text(encoding="utf-8")))
    keys = {option.label: option.antwoord.value for option in content.options}
    data = run("check", EXAMPLES / "post", "--json").data
    (one,) = [one for one in data if one["file"].endswith(f"post/{label}")]
    assert one["answers"] == {str(n): keys[typed[f"antwoord_{n:02d}"]] for n in range(1, 25)}
    assert one["organisation"] == typed.get("organisatie")


def test_5_a_mail_whose_charset_has_a_name_that_none_can_have() -> None:
    body = b'Content-Type: text/plain; charset="utf\x00-8"\r\n\r\nHierbij de scan.\r\n'
    assert found(mail(body, attachment()), "een.eml") == [("een.eml > scan.xlsx", "workbook")]
