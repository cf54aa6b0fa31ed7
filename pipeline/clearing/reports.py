"""A Word document -> whether it is a report of this tool, whose, and the scores in it."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.archives import BROKEN_ZIP, TooMuchError, open_zip, read_member
from pipeline.edited.draft import FINAL_MARK
from pipeline.limits import MAX_MEMBERS, MEGABYTE
from pipeline.model import Facts, StellingFact
from pipeline.naming import normalise
from pipeline.properties import CORE_PART, PROPERTIES_PART, PROPERTY_NAME
from pipeline.word.facts import FACTS_NAMESPACE, read_facts

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_WORKING_MARK = "adviesrapport"
_MARK = re.compile(rf'name="{PROPERTY_NAME}"[^>]*>\s*<[\w:]+[^>]*>([^<]*)<')
_SUBJECT = "{http://purl.org/dc/elements/1.1/}subject"
_OWN = f"{{{FACTS_NAMESPACE}}}"


@dataclass(frozen=True, slots=True)
class Scan:
    """One scan of an organisatie – onderdeel; that of another year is another one.

    `answers` tell scans apart of which no day is known.
    """

    whose: str
    edition: str
    day: date | None
    answers: tuple[StellingFact, ...] | None = None


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A report as it lies on the disk; `whose` is its organisatie – onderdeel.

    `facts` is None where an editor lost them.
    """

    is_final: bool
    whose: str
    facts: Facts | None

    @property
    def scan(self) -> Scan:
        """Of which scan this is a report: a working one, an earlier version and the final one."""
        if self.facts is None:
            return Scan(normalise(self.whose), "", None)
        answers = None if self.facts.day else self.facts.stellingen
        return Scan(normalise(self.whose), self.facts.edition, self.facts.day, answers)


def read_report(path: Path) -> ReportFile | None:
    """Read a report of this tool; None for any other document, and one that can't be read."""
    try:
        with path.open("rb") as stream, open_zip(stream, MAX_MEMBERS) as package:
            mark = _MARK.search(_text(package, PROPERTIES_PART))
            kind = mark[1].strip() if mark else ""
            if kind not in (_WORKING_MARK, FINAL_MARK):
                return None
            return ReportFile(kind == FINAL_MARK, _whose(package), _facts(package))
    except (TooMuchError, OSError, *BROKEN_ZIP):
        return None


def _text(package: zipfile.ZipFile, name: str) -> str:
    if name not in package.NameToInfo:
        return ""
    return read_member(package, package.getinfo(name), MEGABYTE).decode("utf-8", "replace")


def _parsed(text: str) -> Element | None:
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        root: Element = fromstring(text, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError):
        return None
    return root


def _whose(package: zipfile.ZipFile) -> str:
    core = _parsed(_text(package, CORE_PART))
    return (core.findtext(_SUBJECT) or "").strip() if core is not None else ""


def _facts(package: zipfile.ZipFile) -> Facts | None:
    """Return the facts, in whatever part a program put them."""
    for name in package.namelist():
        if name.startswith("customXml/") and FACTS_NAMESPACE in (text := _text(package, name)):
            root = _parsed(text)
            if root is not None and root.tag == f"{_OWN}quickscan":
                return read_facts(root)
    return None
