"""What a mail tells of a team, in the overview.

1. A team of which only came in what can't be used stands on Stand, with what to do.
2. Whose a file is, is never guessed: the name in the workbook, or one row of the list. Else its
   row says that it is not known yet, with whom it came from.
3. The contact is who sent the mail, where list and workbook name nobody.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.mails import HEADERS, attachment, mail, text
from tests.sheets import complete, make, no_scan
from tests.test_overview import HEADER, of_team, opened, sheet_rows, stand, with_list
from tests.test_overview_asked import scan

UNUSABLE = "Wat binnenkwam, is zo niet te gebruiken. Kijk op het blad Vragen en fouten."
ROW = "Weerstad;Werk;;bo@weerstad.example;;;\n"
TEAM = "Weerstad - Werk"


def came(*parts: bytes, name: str = "een", sender: str = "Bo Bakker <bo@weerstad.example>") -> None:
    headers = HEADERS.replace("Bo Bakker <bo@weerstad.example>", sender)
    Path("box").mkdir(exist_ok=True)
    Path(f"box/{name}.eml").write_bytes(mail(*parts, headers=headers))


def sent(table: str, name: str = "een", **headers: str) -> None:
    """Let a workbook come in by mail."""
    came(attachment(content=make(Path("los.xlsx"), table).read_bytes()), name=name, **headers)


# 1. only of no use


@pytest.mark.parametrize(
    "part",
    [text("Komt nog."), attachment("scan.pdf", b"%PDF-1.7"), attachment("foto.jpg", b"beeld")],
    ids=["niets", "pdf", "foto"],
)
def test_1_a_sender_on_the_list_is_known(run: Run, part: bytes) -> None:
    scan("goed")
    came(part)
    with_list(run, ROW)
    row = of_team(TEAM)
    assert (row["Stand"], row["Wat moet ik nu doen?"]) == ("ontvangen", UNUSABLE)
    assert row["Contactpersoon"] == "Bo Bakker"
    assert [one["Organisatie"] for one in sheet_rows(opened()["Nog niet binnen"])] == ["Weerstad"]


def test_1_a_workbook_that_is_no_scan(run: Run) -> None:
    scan("goed")
    came(attachment(content=no_scan(Path("los.xlsx")).read_bytes()))
    with_list(run, ROW)
    assert of_team(TEAM)["Wat moet ik nu doen?"] == UNUSABLE


def test_1_a_scan_without_a_name(run: Run) -> None:
    scan("goed")
    sent(complete(organisatie="", onderdeel=""))
    with_list(run, ROW)
    assert of_team(TEAM)["Wat moet ik nu doen?"] == UNUSABLE


def test_1_who_sent_something_gets_no_reminder(run: Run) -> None:
    scan("goed")
    came(text("Komt nog."))
    with_list(run, ROW + "Elders;;;;;;\n", "--mail")
    drafts = [path.name for path in Path("output/herinneringen").iterdir()]
    assert drafts == ["Herinnering Elders.eml"]


def test_1_a_scan_that_counts_is_enough(run: Run) -> None:
    scan("goed", organisatie="Weerstad")
    came(attachment("scan.pdf", b"%PDF-1.7"))
    with_list(run, ROW)
    (row,) = stand()
    assert row["Wat moet ik nu doen?"] == "Bewerk het rapport."


# 2. never guessed


def test_2_one_address_in_two_rows_tells_nothing(run: Run) -> None:
    scan("goed")
    came(text("Komt nog."))
    with_list(run, ROW + ROW.replace("Werk", "Zorg"))
    assert {row["Stand"] for row in stand() if row["Organisatie"] == "Weerstad"} == {"uitgenodigd"}
    assert unknown() == ["Nog niet bekend (weerstad.example)"]


def test_2_a_domain_tells_nothing(run: Run) -> None:
    scan("goed")
    came(text("Komt nog."), sender="Iemand <iemand@weerstad.example>")
    with_list(run, ROW)
    assert of_team(TEAM)["Stand"] == "uitgenodigd"
    assert unknown() == ["Nog niet bekend (weerstad.example)"]


def unknown() -> list[object]:
    names = [row["Organisatie"] for row in stand()]
    return [name for name in names if str(name).startswith("Nog niet bekend")]


def test_2_without_a_list_the_row_says_from_whom_it_came(run: Run) -> None:
    scan("goed")
    came(text("Komt nog."))
    came(attachment("scan.pdf", b"%PDF-1.7"), name="twee", sender="Ina <ina@gmail.com>")
    run("report", "box")
    assert unknown() == ["Nog niet bekend (ina@gmail.com)", "Nog niet bekend (weerstad.example)"]
    row = of_team("Nog niet bekend (ina@gmail.com) - None")
    assert (row["Contactpersoon"], row["Wat moet ik nu doen?"]) == ("Ina", UNUSABLE)


def test_2_a_scan_without_a_name_is_told_by_its_file(run: Run) -> None:
    scan("noord/scan", organisatie="", onderdeel="")
    scan("zuid/scan", organisatie="", onderdeel="Zorg")
    run("report", "box")
    assert [row["Onderdeel"] for row in stand()] == [None, "Zorg"]
    assert unknown() == ["Nog niet bekend (noord/scan.xlsx)", "Nog niet bekend (zuid/scan.xlsx)"]


def test_2_a_file_that_nobody_sent_is_no_team(run: Run) -> None:
    scan("goed")
    Path("box/agenda.pdf").write_bytes(b"%PDF-1.7")
    make(Path("box/leeg.xlsx"), "")
    Path("quickscan.toml").write_text('mail = "bo@weerstad.example"\n', encoding="utf-8")
    came(text("Zelf bewaard."))
    run("report", "box")
    assert [row["Organisatie"] for row in stand()] == ["Gemeente Toetsdam"]


def test_2_who_sent_a_good_scan_too_needs_no_row(run: Run) -> None:
    sent(complete(onderdeel="Werk", organisatie="Weerstad"))
    came(text("Nog een vraag."), name="twee")
    run("report", "box")
    assert [row["Organisatie"] for row in stand()] == ["Weerstad"]


def test_2_a_row_ends_as_soon_as_the_scan_is_there(run: Run) -> None:
    came(text("Komt nog."))
    scan("goed")
    run("report", "box")
    assert unknown()
    sent(complete(onderdeel="Werk", organisatie="Weerstad"), "twee")
    run("report", "box")
    assert [row["Organisatie"] for row in stand()] == ["Gemeente Toetsdam", "Weerstad"]


def test_2_the_name_in_the_workbook_goes_before_the_list(run: Run) -> None:
    scan("goed")
    sent("organisatie: Hoogveld\nonderdeel: Zorg")
    with_list(run, ROW)
    assert of_team(TEAM)["Stand"] == "uitgenodigd"
    assert of_team("Hoogveld - Zorg")["Wat moet ik nu doen?"] == (
        "In het werkboek dat terugkwam, staat geen antwoord. Vraag om het ingevulde werkboek."
    )


# 3. the contact

NAMELESS = complete(onderdeel="Werk", organisatie="Weerstad", invuller="")


def contact(run: Run, *options: object) -> object:
    run("report", "box", *options)
    return of_team(TEAM)["Contactpersoon"]


def test_3_who_sent_the_mail(run: Run) -> None:
    sent(NAMELESS, sender='"Bakker, Bo" <bo@weerstad.example>')
    assert contact(run) == "Bo Bakker"


def test_3_who_filled_in_goes_before_who_sent(run: Run) -> None:
    sent(complete(onderdeel="Werk", organisatie="Weerstad", invuller="Bea Jansen"))
    assert contact(run) == "Bea Jansen"


def test_3_the_list_goes_before_who_sent(run: Run) -> None:
    sent(NAMELESS)
    Path("lijst.csv").write_text(HEADER + "Weerstad;Werk;Kim de Boer;;;;\n", encoding="utf-8")
    assert contact(run, "--list", "lijst.csv") == "Kim de Boer"


def test_3_one_sender_of_two_scans(run: Run) -> None:
    sent(NAMELESS)
    sent(NAMELESS, "twee")
    assert contact(run) == "Bo Bakker"


def test_3_of_two_senders_none_stands_for_the_other(run: Run) -> None:
    sent(NAMELESS)
    sent(NAMELESS, "twee", sender="Kim <kim@weerstad.example>")
    assert contact(run) is None


def test_3_a_mail_of_our_own_names_nobody(run: Run) -> None:
    Path("quickscan.toml").write_text('mail = "bo@weerstad.example"\n', encoding="utf-8")
    sent(NAMELESS)
    assert contact(run) is None
