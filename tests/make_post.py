"""Make the fictional mails in input_templates/voorbeelden/post: python -m tests.make_post

LibreOffice fills in the workbooks as tests/post says, and messes one up; `cfb` writes the mail of
Outlook. The same mails come out each time, but for what LibreOffice writes in a workbook.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
import zipfile
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from tests.foreign_programs import part, write_msg
from tests.office import uno_python
from tests.sheets import EXAMPLES, ROOT, answer_cell, filled_in_by_office

POST = EXAMPLES / "post"
CASES = ROOT / "tests" / "post"
US = "Sam Bakker <quickscan@voorbeeld.example>"
EXCEL = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
ZIPPED_ON = (2026, 11, 17, 16, 20, 0)


def main() -> None:
    """Make all mails again."""
    POST.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        scans = fill_in(Path(folder))
        (POST / "Weerstad.eml").write_bytes(good(scans).as_bytes())
        (POST / "Doorgestuurd van Sluisoord.eml").write_bytes(forwarded(scans).as_bytes())
        (POST / "Dalland twee scans.eml").write_bytes(two(scans).as_bytes())
        (POST / "Duinrand pdf.eml").write_bytes(pdf().as_bytes())
        (POST / "Kreekdorp link.eml").write_bytes(link().as_bytes())
        nameless(POST / "Polderwijk.msg", scans)
        zip_up(POST / "Hoogveen.zip", scans)


def fill_in(folder: Path) -> dict[str, bytes]:
    """Return the workbooks by the names of their cases."""
    filled_in_by_office(CASES, folder)
    messy = folder / "hoogveen-2.xlsx"
    first, last = (answer_cell(number).rpartition("!")[2][1:] for number in (1, 9))
    steps = [["sort", "QuickScan", f"A{first}:F{last}", 1], ["insert_rows", "QuickScan", 1, 1]]
    job = {"source": str(messy), "target": str(folder / "messy.xlsx"), "steps": steps}
    (folder / "jobs.json").write_text(json.dumps([job]), encoding="utf-8")
    program = ROOT / "tests" / "mess_up.py"
    subprocess.run([uno_python() or "", program, folder / "jobs.json"], check=True, timeout=300)
    (folder / "messy.xlsx").replace(messy)
    return {path.stem: path.read_bytes() for path in sorted(folder.glob("*.xlsx"))}


def mail(sender: str, subject: str, date: str, text: str) -> EmailMessage:
    """Return a mail to us."""
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"] = sender, US
    message["Subject"], message["Date"] = subject, date
    number = sum(date.encode())
    message["Message-ID"] = f"<{number}.{sender.rpartition('@')[2].rstrip('>')}>".replace(
        ".", "@", 1
    )
    message.set_content(text)
    return message


def attach(message: EmailMessage, name: str, content: bytes) -> EmailMessage:
    """Attach a workbook."""
    message.add_attachment(content, maintype=EXCEL[0], subtype=EXCEL[1], filename=name)
    return message


def good(scans: dict[str, bytes]) -> EmailMessage:
    """Return a mail with a scan, and a logo in its text."""
    message = mail(
        "Bo Bakker <bo.bakker@weerstad.example>",
        "Re: QuickScan diversiteitsensitief begeleiden",
        "Thu, 12 Nov 2026 16:05:00 +0100",
        "Hierbij onze scan. Groet, Bo\n",
    )
    message["References"] = "<uitnodiging-1@voorbeeld.example>"
    message.add_alternative("<p>Hierbij onze scan.</p><img src='cid:logo1'>", subtype="html")
    body = message.get_body(("html",))
    assert isinstance(body, EmailMessage)
    body.add_related(PIXEL, maintype="image", subtype="png", cid="<logo1>")
    return attach(message, "QuickScan Weerstad.xlsx", scans["weerstad"])


def forwarded(scans: dict[str, bytes]) -> EmailMessage:
    """Return a mail in a mail."""
    inner = mail(
        "Zoë Visser <z.visser@sluisoord.example>",
        "Scan van de afdeling Werk",
        "Fri, 13 Nov 2026 11:40:00 +0100",
        "Samen ingevuld met vijf collega's.\n",
    )
    outer = mail(
        "Collega Jansen <jansen@voorbeeld.example>",
        "FW: Scan van de afdeling Werk",
        "Mon, 16 Nov 2026 08:15:00 +0100",
        "Deze kwam bij mij binnen.\n",
    )
    outer.add_attachment(attach(inner, "scan afdeling werk (ingevuld).xlsx", scans["sluisoord"]))
    return outer


def two(scans: dict[str, bytes]) -> EmailMessage:
    """Return a mail with two scans of one name."""
    message = mail(
        "Secretariaat <info@dalland.example>",
        "Twee scans Team Jongeren",
        "Mon, 16 Nov 2026 09:30:00 +0100",
        "Van Al en van Cor.\n",
    )
    attach(message, "quickscan.xlsx", scans["dalland-1"])
    return attach(message, "quickscan.xlsx", scans["dalland-2"])


def pdf() -> EmailMessage:
    """Return a mail with a scan as pdf."""
    message = mail(
        "Ina Duin <ina@duinrand.example>",
        "QuickScan",
        "Mon, 16 Nov 2026 13:00:00 +0100",
        "Onze scan, als pdf zodat de opmaak goed blijft.\n",
    )
    message.add_attachment(
        b"%PDF-1.7\n%%EOF\n", maintype="application", subtype="pdf", filename="QuickScan.pdf"
    )
    return message


def link() -> EmailMessage:
    """Return a mail with only a link."""
    return mail(
        "Team Kreekdorp <team@kreekdorp.example>",
        "Bestand gedeeld: QuickScan",
        "Tue, 17 Nov 2026 10:10:00 +0100",
        "U vindt het bestand hier: https://kreekdorp.sharepoint.com/:x:/s/team/voorbeeld\n",
    )


def nameless(path: Path, scans: dict[str, bytes]) -> None:
    """Write a mail of Outlook with a scan without the name of the organisation."""
    write_msg(
        path,
        subject="QuickScan team Inburgering",
        name="Els Polder",
        mail="els.polder@polderwijk.example",
        id="<polder-1@polderwijk.example>",
        sent="2026-11-16T14:20:00Z",
        text="Hierbij.",
        parts=[part("quickscan (1).xlsx", scans["polderwijk"])],
    )


def zip_up(path: Path, scans: dict[str, bytes]) -> None:
    """Write a zip with two scans."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("hoogveen-1", "hoogveen-2"):
            archive.writestr(zipfile.ZipInfo(f"scans/{name}.xlsx", ZIPPED_ON), scans[name])


if __name__ == "__main__":
    main()
