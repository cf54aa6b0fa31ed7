"""Reading content files and collecting their faults, so that all are told in one run."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from pipeline.markdown import Section, TableRow, read_sections
from pipeline.model import Source
from pipeline.problems import Code, Problem, problem

Choice = TypeVar("Choice", bound=StrEnum)


class Reader:
    """One run over a content folder: opens its files and collects what is wrong in them."""

    def __init__(self, folder: Path) -> None:
        """Start without faults."""
        self.folder = folder
        self.faults: list[Problem] = []

    def sections(self, name: str) -> tuple[Section, ...]:
        """Read the sections of a file; a file that is not there or empty is a fault."""
        path = self.folder / name
        try:
            sections = read_sections(path)
        except FileNotFoundError:
            sections = ()
        except (UnicodeDecodeError, OSError) as error:
            self.fault(Code.CONTENT_UNREADABLE, name, None, reason=error)
            return ()
        if not sections:
            self.fault(Code.CONTENT_FILE_MISSING, name, None)
        return sections

    def fault(self, code: Code, name: str, line: int | None, **details: object) -> None:
        """Remember a fault at a line of a file."""
        self.faults.append(problem(code, self.source(name, line), **details))

    def source(self, name: str, line: int | None) -> Source:
        """Return the place of a line as shown to the editor."""
        return Source((self.folder / name).as_posix(), line=line)

    def choice(self, kind: type[Choice], value: str, what: str, name: str, line: int) -> Choice:
        """Return the member that a word stands for; another word is a fault."""
        try:
            return kind(value)
        except ValueError:
            allowed = ", ".join(kind)
            self.fault(
                Code.CONTENT_VALUE_UNKNOWN, name, line, what=what, value=value, allowed=allowed
            )
            return next(iter(kind))

    def number(self, value: str, what: str, name: str, line: int) -> int:
        """Return a whole number; anything else is a fault, and 0."""
        if value.isdecimal():
            return int(value)
        self.fault(
            Code.CONTENT_VALUE_UNKNOWN, name, line, what=what, value=value, allowed="een getal"
        )
        return 0


class Tables:
    """The tables of one file, by the title of their section."""

    def __init__(self, reader: Reader, name: str) -> None:
        """Read the file."""
        self.reader = reader
        self.name = name
        self._sections = reader.sections(name)

    def rows(self, *columns: str, title: str | None = None) -> tuple[TableRow, ...]:
        """Return the rows under a title (None: the first) that has all these columns."""
        section = self._section(title)
        if section is None or not set(columns) <= set(section.columns):
            what = f"De tabel {title or ''} met de kolommen {', '.join(columns)}"
            line = section.line if section else None
            if self._sections:
                self.reader.fault(Code.CONTENT_PART_MISSING, self.name, line, what=what)
            return ()
        return section.rows

    def paragraphs(self, title: str) -> str:
        """Return the running text under a title."""
        section = self._section(title)
        return "\n\n".join(section.paragraphs) if section else ""

    def _section(self, title: str | None) -> Section | None:
        fits = (s for s in self._sections if s.title == title or (title is None and s.columns))
        return next(fits, None)
