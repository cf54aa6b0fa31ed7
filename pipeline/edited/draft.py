"""A report as it came back from its editor: parts, styles by name, and what is told in content/.

Programs rename and cut up what they save. So everything is found by what it says, and a style by
its name, not by its id.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pipeline.edited.package import BROKEN, Package
from pipeline.edited.xml import Element, all_of, text_of, value, w, without_spaces_around
from pipeline.model import Content, Role, Source
from pipeline.problems import Code, Problem, problem
from pipeline.properties import PROPERTY_NAME
from pipeline.word.styles import STYLE_OF_ROLE

FINAL_MARK = "definitief rapport"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
# A style by the name that Word stores, and by its name in Dutch Word and in LibreOffice.
_OTHER_NAMES = {
    "kop": "heading",
    "inhopg": "toc",
    "inhoudsopgave": "toc",
    "contents": "toc",
    "lijstopsomteken": "list bullet",
    "ondertitel": "subtitle",
}
_OWN_HEADINGS = ("deel a", "deel b", "stand", "begin", "agenda", "bijlage a")
_NAMES = 1_000  # styles of strangers that are remembered at once
_STORIES = ("header", "footer", "footnotes", "endnotes")


@dataclass
class Draft:
    """An edited report, to be changed in place."""

    package: Package
    source: Source
    content: Content

    @property
    def main(self) -> Element:
        """The main part."""
        return self.package.tree(self.package.main)

    @cached_property
    def body(self) -> Element:
        """The body of the report."""
        body = self.main.find(w("body"))
        if body is None:
            raise ValueError("body")
        return body

    def stories(self) -> Iterator[Element]:
        """Yield every part that holds text that a reader sees."""
        yield self.main
        for kind in _STORIES:
            for part in self.package.related(self.package.main, kind):
                yield self.package.tree(part)

    def custom_part(self, namespace: str) -> str | None:
        """Return the custom XML part of a namespace, under whatever name a program gave it."""
        package = self.package
        for part in package.related(package.main, "customXml"):
            if namespace.encode() in package.parts[part]:
                root = package.tree(part)
                if str(root.tag).startswith(f"{{{namespace}}}"):
                    return part
        return None

    def say(self, key: str, **values: object) -> str:
        """Return a text of the report as it is written in content/."""
        return self.content.report.fill(key, **values)

    def is_question_of_word(self, text: str) -> bool:
        """Tell whether a text is what Word itself asks in an empty place to fill in."""
        questions = self.say("finalize: vragen van Word").split(";")
        said = text.strip().casefold()
        return any(said.startswith(one.strip().casefold()) for one in questions)

    # Styles

    @cached_property
    def style_names(self) -> dict[str, str]:
        """The names of paragraph and character styles by id."""
        names: dict[str, str] = {}
        for part in self.package.related(self.package.main, "styles"):
            for style in all_of(self.package.tree(part), "style"):
                names[style.get(w("styleId"), "")] = canonical(value(style.find(w("name"))))
        return names

    def style_of(self, paragraph: Element) -> str:
        """Return the style of a paragraph, as `heading 3`."""
        properties = paragraph.find(w("pPr"))
        style = None if properties is None else properties.find(w("pStyle"))
        style_id = value(style)
        return self.style_names.get(style_id) or canonical(style_id)

    def has_role(self, paragraph: Element, role: Role) -> bool:
        """Tell whether a paragraph has the style of a role."""
        return self.style_of(paragraph) == canonical(STYLE_OF_ROLE[role])

    def style_id(self, name: str) -> str | None:
        """Return the id of a style; None where the report has none of that name."""
        wanted = canonical(name)
        return next((key for key, known in self.style_names.items() if known == wanted), None)

    def level_of(self, paragraph: Element) -> int | None:
        """Return the level of a heading; None for what is no heading."""
        return level_of_style(self.style_of(paragraph))

    def stelling_of(self, heading: Element) -> int | None:
        """Return the stelling that a heading is about: `7 Vertrouwen opbouwen`."""
        return self.stelling_in(text_of(heading))

    def stelling_in(self, text: str) -> int | None:
        """Return the stelling that a text names, by its number or else by its short name."""
        said = without_spaces_around(text)
        number = re.match(r"(\d+)(?![.,]?\d)", said)
        for stelling in self.content.stellingen:
            if number and int(number[1]) == stelling.number:
                return stelling.number
            if not number and said.casefold().startswith(stelling.short_name.casefold()):
                return stelling.number
        return None


@lru_cache(_NAMES)
def level_of_style(name: str) -> int | None:
    """Return the level of a heading by the name of its style: 3 for `heading 3`."""
    match = re.fullmatch(r"heading ?(\d)", name)
    return int(match[1]) if match else None


@lru_cache(_NAMES)
def canonical(name: str) -> str:
    """Return the name of a style as it is compared."""
    first, space, rest = name.strip().casefold().partition(" ")
    return f"{_OTHER_NAMES.get(first, first)}{space}{rest}"


def open_report(
    file: bytes, source: Source, content: Content
) -> tuple[Draft | None, tuple[Problem, ...]]:
    """Open an edited report; no Draft where it can't be made final, with the reason."""
    code = _fault_of_file(file)
    if code is None:
        try:
            draft = Draft(Package(file), source, content)
            code = _fault_of_draft(draft)
        except BROKEN:
            code = Code.REPORT_UNREADABLE
    return (None, (problem(code, source),)) if code else (draft, ())


def _fault_of_file(file: bytes) -> Code | None:
    if not file:
        return Code.REPORT_EMPTY
    if file.startswith(_OLE) and _ENCRYPTED in file:
        return Code.REPORT_ENCRYPTED
    return None if file.startswith(b"PK") else Code.REPORT_NOT_WORD


def _fault_of_draft(draft: Draft) -> Code | None:
    """Return why a Word document is no report to make final."""
    package = draft.package
    if package.type_of(package.main) != _WORD_TYPE or draft.main.find(w("body")) is None:
        return Code.REPORT_NOT_WORD
    mark = _mark(draft)
    if mark == FINAL_MARK:
        return Code.REPORT_ALREADY_FINAL
    return None if mark or _has_own_heading(draft) else Code.NOT_A_REPORT


def _mark(draft: Draft) -> str:
    """Return what the document property of this tool says."""
    for part in draft.package.related("", "custom-properties"):
        for one in draft.package.tree(part):
            if one.get("name") == PROPERTY_NAME:
                return "".join(map(str, one.itertext())).strip()
    return ""


def _has_own_heading(draft: Draft) -> bool:
    own = {draft.say(f"kop: {key}") for key in _OWN_HEADINGS}
    headings = [p for p in all_of(draft.body, "p") if draft.level_of(p)]
    texts = (without_spaces_around(text_of(one)) for one in headings)
    return any(re.sub(r"^\d+ ", "", text) in own for text in texts)
