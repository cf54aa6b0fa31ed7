"""Mails and zips as programs of others write them: lines of text, put together by hand."""

from __future__ import annotations

import base64
import io
import zipfile
from itertools import count
from textwrap import dedent

from tests.sheets import EXAMPLES

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SCAN = (EXAMPLES / "gemengd.xlsx").read_bytes()
HEADERS = """
    From: Bo Bakker <bo@weerstad.example>
    To: quickscan@voorbeeld.example
    Subject: QuickScan van team Werk
    Date: Thu, 12 Nov 2026 10:30:00 +0100
    Message-ID: <een@weerstad.example>
    MIME-Version: 1.0
"""
_numbers = count()


def text(said: str = "Hierbij de scan.", kind: str = "plain") -> bytes:
    """Return the text of a mail as a part."""
    return f"Content-Type: text/{kind}; charset=utf-8\r\n\r\n{said}\r\n".encode()


def attachment(
    name: str = "scan.xlsx",
    content: bytes = SCAN,
    kind: str = EXCEL,
    disposition: str = "attachment",
    *lines: str,
) -> bytes:
    """Return an attachment as a part; `lines` are headers of its own."""
    headers = [
        f"Content-Type: {kind}",
        "Content-Transfer-Encoding: base64",
        f'Content-Disposition: {disposition}; filename="{name}"',
        *lines,
    ]
    return _part(headers, base64.encodebytes(content).replace(b"\n", b"\r\n"))


def part(headers: str, content: bytes) -> bytes:
    """Return a part with exactly these headers, its content in base64."""
    lines = [*dedent(headers).strip().splitlines(), "Content-Transfer-Encoding: base64"]
    return _part(lines, base64.encodebytes(content))


def forwarded(mail: bytes) -> bytes:
    """Return a mail within a mail, as most programs forward one."""
    return _part(["Content-Type: message/rfc822", "Content-Disposition: attachment"], mail)


def _part(headers: list[str], content: bytes) -> bytes:
    return "\r\n".join(headers).encode() + b"\r\n\r\n" + content + b"\r\n"


def mail(*parts: bytes, headers: str = HEADERS, kind: str = "mixed") -> bytes:
    """Return a mail of these parts."""
    boundary = f"grens{next(_numbers)}"
    lines = [
        *dedent(headers).strip().splitlines(),
        f'Content-Type: multipart/{kind}; boundary="{boundary}"',
    ]
    between = f"--{boundary}\r\n".encode()
    end = f"--{boundary}--\r\n".encode()
    return _part(lines, b"".join(between + part for part in parts) + end)


def zipped(**files: bytes) -> bytes:
    """Return a zip; a name is given with `_` for the dot before its suffix."""
    return zip_of({name[::-1].replace("_", ".", 1)[::-1]: body for name, body in files.items()})


def zip_of(files: dict[str, bytes]) -> bytes:
    """Return a zip of these files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()
