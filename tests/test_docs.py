"""What README, handleiding and the page on architecture say is true.

1. The table of commands holds each command and each option of the real one, and nothing else.
2. No text names a command, an option or a make target that does not exist.
3. Every example runs, and ends with the code that stands beside it (`# eindigt met 1`), else 0.
4. The example of quickscan.toml is read without a remark and holds every setting.
5. Every relative link and picture leads somewhere, also to its heading; every picture is small
   and used.
6. The handleiding tells the headings of a real report, the columns of its agenda and all kinds of
   comments; the states of `check`, real messages, and what `style` says.
7. The page on architecture names every module, and every part of report/ and word/.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import docx
import pytest

from pipeline.cli import quickscan
from pipeline.content import load_content, shipped_folder
from pipeline.problems import Code
from pipeline.workbook_layout import SETTINGS

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
HANDLEIDING = ROOT / "docs" / "handleiding.md"
ARCHITECTURE = ROOT / "docs" / "architecture.md"
DOCS = (README, HANDLEIDING, ARCHITECTURE, ROOT / "CHANGELOG.md")
PICTURES = ROOT / "docs" / "pictures"
EXAMPLES = ROOT / "input_templates" / "voorbeelden"
HOUSE_STYLE = ROOT / "tests" / "house_styles" / "gemeente.docx"

HELP = ("--help", "-h")
COMMON = ("--config", "--content", *HELP)
EVERY_COMMAND = "elke opdracht"
LARGEST_PICTURE = 150_000

FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
TO_HEADING = re.compile(r"\]\(([^)#\s]*)#([^)\s]+)\)")


def text(document: Path) -> str:
    return document.read_text(encoding="utf-8")


def fences(document: Path, language: str) -> list[str]:
    return [body for name, body in FENCE.findall(text(document)) if name == language]


def examples() -> Iterator[tuple[str, str]]:
    """Yield the name of the document and each line of an example that starts with quickscan."""
    for document in DOCS:
        for line in "".join(fences(document, "sh")).splitlines():
            if line.startswith("quickscan "):
                yield document.name, line


def code_said(document: Path) -> list[str]:
    """Return what stands in code, in a sentence or in an example."""
    plain = FENCE.sub("", text(document))
    lines = [line for body in fences(document, "sh") for line in body.splitlines()]
    return CODE.findall(plain) + lines


# 1, 2: commands and options


def options_of(command: click.Command) -> set[str]:
    flags = {flag for option in command.params for flag in option.opts if flag.startswith("-")}
    return flags | set(HELP)


def real_options() -> set[tuple[str, str]]:
    """Return pairs such as ("report", "--output"); what every command has under one name."""
    groups = {quickscan.name or "": options_of(quickscan), EVERY_COMMAND: set(COMMON)}
    for name, command in quickscan.commands.items():
        groups[name] = options_of(command) - set(COMMON)
    return {(name, option) for name, options in groups.items() for option in options}


def told_options() -> Iterator[tuple[str, str]]:
    """Yield the same from the table: a row without a command belongs to the one above it."""
    command = ""
    _, _, table = text(README).partition("| opdracht | optie | doet |")
    for row in table.split("\n\n")[0].splitlines()[2:]:
        first, options = row.split("|")[1:3]
        named = re.match(r"`quickscan(?: (\w+))?.*`", first.strip())
        command = (named[1] or "quickscan") if named else first.strip() or command
        for option in re.findall(r"`(--?[\w-]+)", options):
            yield command, option


def test_1_the_table_tells_all_options_and_no_other() -> None:
    assert set(told_options()) == real_options()


def test_1_the_table_tells_all_commands() -> None:
    told = {code.split()[1] for code in code_said(README) if code.startswith("quickscan ")}
    assert set(quickscan.commands) <= told


def test_1_every_command_has_the_options_that_every_command_should_have() -> None:
    for command in quickscan.commands.values():
        assert set(COMMON) <= options_of(command)


@pytest.mark.parametrize("document", DOCS, ids=lambda path: path.name)
def test_2_no_option_is_named_that_does_not_exist(document: Path) -> None:
    real = {option for _, option in real_options()}
    named = {
        word for code in code_said(document) for word in re.findall(r"(?<!\S)--?\w[\w-]*", code)
    }
    assert named <= real


@pytest.mark.parametrize("document", DOCS, ids=lambda path: path.name)
def test_2_no_command_is_named_that_does_not_exist(document: Path) -> None:
    named = {code.split()[1] for code in code_said(document) if code.startswith("quickscan ")}
    assert named <= set(quickscan.commands)


@pytest.mark.parametrize("document", DOCS, ids=lambda path: path.name)
def test_2_no_make_target_is_named_that_does_not_exist(document: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", text(ROOT / "Makefile"), re.MULTILINE))
    named = {code.split()[1] for code in code_said(document) if code.startswith("make ")}
    assert named <= targets


def test_2_the_readme_tells_all_make_targets() -> None:
    targets = set(re.findall(r"^([a-z-]+):", text(ROOT / "Makefile"), re.MULTILINE))
    named = {code.split()[1] for code in code_said(README) if code.startswith("make ")}
    assert targets - {"help"} == named


# 3, 4: examples


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a report as it was made, for `finalize`."""
    folder = tmp_path_factory.mktemp("made")
    run(f"quickscan report '{EXAMPLES / 'gemengd.xlsx'}'", folder)
    return folder / "output"


@pytest.fixture
def desk(tmp_path: Path, made: Path) -> Path:
    """A folder to work in: what came back, earlier workbooks, a report, a house style, names."""
    shutil.copytree(EXAMPLES.parent, tmp_path / "input_templates")
    (tmp_path / "uitnodigingen.csv").write_text("organisatie\nGemeente Toetsdam\n", "utf-8")
    for folder in ("binnengekomen", "vorige-ronde", "oude-ronde"):
        (tmp_path / folder).mkdir()
        for name in ("duo-1.xlsx", "duo-2.xlsx"):
            shutil.copy(EXAMPLES / name, tmp_path / folder)
    shutil.copytree(made, tmp_path / "output")
    shutil.copy(HOUSE_STYLE, tmp_path / "onze-huisstijl.docx")
    names = "Gem. Toetsdam;Gemeente Toetsdam\n"
    (tmp_path / "namen.csv").write_text(names, encoding="utf-8")
    return tmp_path


def run(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line as typed in a folder."""
    program, *arguments = shlex.split(line, comments=True)
    installed = Path(sys.executable).with_name(program)
    return subprocess.run(
        [installed, *arguments], cwd=folder, check=False, capture_output=True, encoding="utf-8"
    )


@pytest.mark.parametrize(("document", "line"), list(examples()))
def test_3_an_example_ends_as_it_says(desk: Path, document: str, line: str) -> None:
    said = re.search(r"# eindigt met (\d)", line)
    ended = run(line, desk)
    assert ended.returncode == int(said[1] if said else 0), f"{document}: {ended.stderr}"
    assert "Traceback" not in ended.stderr


def test_3_both_documents_for_users_have_examples() -> None:
    assert {document for document, _ in examples()} == {"README.md", "handleiding.md"}


def test_4_the_example_of_settings_is_complete_and_without_a_remark(desk: Path) -> None:
    (example,) = fences(README, "toml")
    (desk / "quickscan.toml").write_text(example, encoding="utf-8")
    names = re.findall(r"^(?:# )?(\w+) =", example, re.MULTILINE)
    assert sorted(names) == sorted([*(setting.name for setting in SETTINGS), "huisstijl"])
    assert run("quickscan template", desk).stderr == "Gemaakt: quickscan.xlsx\n"


# 5: links and pictures


@pytest.mark.parametrize("document", DOCS, ids=lambda path: path.name)
def test_5_every_link_leads_somewhere(document: Path) -> None:
    targets = [target for target in LINK.findall(text(document)) if ":" not in target]
    missing = [target for target in targets if not (document.parent / target).exists()]
    assert missing == []


def slug(heading: str) -> str:
    """Return the name by which GitHub lets one link to a heading."""
    return re.sub(r"[^\w -]", "", heading.casefold()).replace(" ", "-")


@pytest.mark.parametrize("document", DOCS, ids=lambda path: path.name)
def test_5_every_link_to_a_heading_leads_to_one(document: Path) -> None:
    for target, heading in TO_HEADING.findall(text(document)):
        other = document.parent / target if target else document
        headings = re.findall(r"^#+ (.+)$", FENCE.sub("", text(other)), re.MULTILINE)
        assert heading in map(slug, headings)


def test_5_every_picture_is_small_and_used() -> None:
    used = {Path(target).name for path in DOCS for target in LINK.findall(text(path))}
    for picture in PICTURES.iterdir():
        assert picture.name in used
        assert picture.stat().st_size <= LARGEST_PICTURE


# 6: the handleiding


def first_column(header: str) -> list[str]:
    """Return the first cells of the table in the handleiding that has this header."""
    _, _, table = text(HANDLEIDING).partition(header)
    assert table
    return [row.split("|")[1].strip() for row in table.split("\n\n")[0].splitlines()[2:]]


def told_headings() -> list[str]:
    return [cell.strip("*") for cell in first_column("| kop | voor wie en waarvoor |")]


def real_headings(report: Path) -> list[str]:
    """Return parts and chapters, without the number of a chapter."""
    wanted = ("heading 1", "heading 2")
    return [
        re.sub(r"^\d+ ", "", paragraph.text)
        for paragraph in docx.Document(str(report)).paragraphs
        if paragraph.style and str(paragraph.style.name).casefold() in wanted
    ]


def test_6_the_handleiding_tells_the_headings_of_a_report(desk: Path) -> None:
    run("quickscan report binnengekomen -o uit", desk)
    (report,) = (desk / "uit").glob("*.docx")
    assert told_headings() == real_headings(report)


def test_6_the_handleiding_tells_the_columns_of_the_agenda() -> None:
    texts = load_content(shipped_folder()).report.entries
    real = [told for key, told in texts if key.startswith("agenda: kolom ")]
    assert first_column("| kolom | wat u invult |") == real


def test_6_the_handleiding_tells_the_sheets_of_the_overview() -> None:
    texts = load_content(shipped_folder()).overview.entries
    real = [told for key, told in texts if key.startswith("blad: ")]
    assert [cell.strip("*") for cell in first_column("| blad | wat u ziet |")] == real


def test_6_the_handleiding_tells_every_kind_of_comment() -> None:
    texts = load_content(shipped_folder()).report.entries
    notes = [told.split(". ")[0] for key, told in texts if key.startswith("notitie: ")]
    patterns = [".+".join(map(re.escape, re.split(r"\{\w+\}", note))) for note in notes]
    _, *told = [cell.strip("*.") for cell in first_column("| opmerking | waar | wat u doet |")]
    assert len(told) == len(patterns)
    for comment, pattern in zip(told, patterns, strict=True):
        assert re.fullmatch(pattern, comment)


def test_6_the_handleiding_tells_what_style_says(desk: Path) -> None:
    printed = run("quickscan style onze-huisstijl.docx", desk).stdout
    said = [re.split("[:,]", line)[0] for line in printed.splitlines()]
    assert [label.strip("*") for label in first_column("| regel | betekenis |")] == said


def test_6_the_handleiding_tells_the_states_of_a_workbook(desk: Path) -> None:
    returned = desk / "binnengekomen"
    shutil.copy(EXAMPLES / "fouten.xlsx", returned)
    shutil.copy(ROOT / "input_templates" / "quickscan.xlsx", returned)
    printed = run("quickscan check binnengekomen", desk).stdout
    states = set(re.findall(r"^binnengekomen/\S+: (.+)$", printed, re.MULTILINE))
    told = set(re.findall(r"^\| \*\*([a-z ]+)\*\* \|", text(HANDLEIDING), re.MULTILINE))
    assert states == {"goed", "aandacht nodig", "niet bruikbaar"}
    assert told == states | {"zo gelezen"}


def message_patterns() -> Iterator[str]:
    for code in Code:
        words = re.split(r"\{\w+\}", code.value.message)
        yield ".+".join(map(re.escape, words))


@pytest.mark.parametrize("message", re.findall(r"^- \*([^*]+)\*", text(HANDLEIDING), re.MULTILINE))
def test_6_the_handleiding_quotes_real_messages(message: str) -> None:
    assert any(re.fullmatch(pattern, message) for pattern in message_patterns())


# 7: architecture


def test_7_the_page_on_architecture_names_every_module() -> None:
    package = ROOT / "pipeline"
    folders = {f"{path.parent.name}/" for path in package.glob("*/__init__.py")}
    modules = {path.name for path in package.glob("*.py")} - {"__init__.py"}
    told = re.findall(r"^\| `(\w+(?:\.py|/))` \|", text(ARCHITECTURE), re.MULTILINE)
    assert sorted(told) == sorted(folders | modules)


@pytest.mark.parametrize("package", ["report", "word"])
def test_7_the_page_on_architecture_names_every_part_of_a_report(package: str) -> None:
    folder = ROOT / "pipeline" / package
    folders = {f"{path.parent.name}/" for path in folder.glob("*/__init__.py")}
    modules = {path.name for path in folder.glob("*.py")} - {"__init__.py"}
    told = re.findall(rf"^\| `{package}/(\w+(?:\.py|/))` \|", text(ARCHITECTURE), re.MULTILINE)
    assert sorted(told) == sorted(folders | modules)
