"""What is installed, shipped and checked out is what was meant.

1. Every dependency in pyproject.toml has one exact version in constraints.txt, within its bounds.
2. So has everything that those bring along.
3. messages.mo says what messages.po says.
4. The folder content/ and the messages are told to be part of the wheel (.ci/run installs one).
5. quickscan.cmd is what Windows takes: CRLF, ASCII, no jump into nothing, a command that exists.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib import import_module
from importlib.metadata import requires
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from pipeline.cli import quickscan

ROOT = Path(__file__).resolve().parent.parent
MESSAGES = ROOT / "pipeline" / "locale" / "nl" / "LC_MESSAGES"
CMD = ROOT / "quickscan.cmd"
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PIN = re.compile(r"([\w.-]+)==(\S+)")


def pins() -> dict[str, str]:
    """Return the version per package; a line that is no exact version is a fault."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    found = [PIN.fullmatch(line) for line in lines if not line.startswith("#")]
    return {canonicalize_name(pin[1]): pin[2] for pin in found if pin}


def named_dependencies() -> list[str]:
    project = PROJECT["project"]
    extras: Iterable[list[str]] = project["optional-dependencies"].values()
    together = [*project["dependencies"], *PROJECT["build-system"]["requires"]]
    return sorted({*together, *(one for extra in extras for one in extra)})


@pytest.mark.parametrize("dependency", named_dependencies())
def test_1_a_dependency_has_an_exact_version_within_its_bounds(dependency: str) -> None:
    requirement = Requirement(dependency)
    version = pins()[canonicalize_name(requirement.name)]
    assert requirement.specifier.contains(version)


def test_1_every_line_is_one_exact_version() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    packages = [line for line in lines if not line.startswith("#")]
    assert len(pins()) == len(packages)


def brought_along(requirement: Requirement, known: set[str]) -> None:
    """Add the name of a package, and of those that it needs on this machine, to the known ones."""
    name = canonicalize_name(requirement.name)
    if name in known:
        return
    known.add(name)
    for line in requires(name) or ():
        needed = Requirement(line)
        extras = requirement.extras or {""}
        if needed.marker is None or any(needed.marker.evaluate({"extra": one}) for one in extras):
            brought_along(needed, known)


def test_2_what_a_dependency_brings_along_has_an_exact_version_too() -> None:
    known: set[str] = set()
    project = PROJECT["project"]
    for line in [*project["dependencies"], *project["optional-dependencies"]["test"]]:
        brought_along(Requirement(line), known)
    assert known - set(pins()) == set()
    assert {"numpy", "lxml", "grimp"} <= known


def test_3_the_compiled_messages_are_those_of_the_source() -> None:
    polib: Any = import_module("polib")  # it has no types
    source = polib.pofile(str(MESSAGES / "messages.po"))
    compiled = polib.mofile(str(MESSAGES / "messages.mo"))
    told = {(one.msgid, one.msgstr, str(one.msgstr_plural)) for one in source.translated_entries()}
    shipped = {(one.msgid, one.msgstr, str(one.msgstr_plural)) for one in compiled}
    assert told == shipped
    assert told


def test_4_the_wheel_carries_the_content_where_the_code_looks_for_it() -> None:
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["packages"] == ["pipeline"]
    assert wheel["force-include"] == {"content": "pipeline/_content"}


def cmd_lines() -> list[str]:
    return CMD.read_bytes().decode("ascii").split("\r\n")


def test_5_the_command_file_has_the_line_ends_of_windows() -> None:
    assert not any("\n" in line for line in cmd_lines())
    assert "*.cmd text eol=crlf" in (ROOT / ".gitattributes").read_text(encoding="utf-8")


def test_5_the_command_file_jumps_only_to_labels_that_it_has() -> None:
    labels = {line.removeprefix(":") for line in cmd_lines() if line.startswith(":")}
    jumps = {jump for line in cmd_lines() for jump in re.findall(r"\bgoto (\w+)", line)}
    assert jumps
    assert jumps <= labels


def test_5_the_command_file_calls_a_command_that_exists() -> None:
    (call,) = [line for line in cmd_lines() if " -m pipeline " in line]
    name, option = call.split(" -m pipeline ")[1].split()[:2]
    options = [flag for one in quickscan.commands[name].params for flag in one.opts]
    assert option in options
    assert call.endswith("%*")
