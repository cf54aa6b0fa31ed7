"""Fixed texts by key, each with the `{names}` it may use."""

from __future__ import annotations

from string import Formatter

from pipeline.content.catalogue import TextSpec
from pipeline.content.files import Reader
from pipeline.markdown import Section
from pipeline.model import Texts
from pipeline.problems import Code


def read_texts(reader: Reader, name: str, specs: tuple[TextSpec, ...]) -> Texts:
    """Read a file of texts: the heading is the key. A text that code needs must be there."""
    sections: dict[str, Section] = {}
    for section in reader.sections(name):
        if section.title in sections:
            reader.fault(
                Code.CONTENT_DUPLICATE, name, section.line, what="De tekst", value=section.title
            )
        sections[section.title] = section
    for spec in specs:
        if spec.key not in sections:
            reader.fault(Code.CONTENT_TEXT_MISSING, name, None, value=spec.key)
        else:
            _check_fields(reader, name, sections[spec.key], spec)
    return Texts(tuple((key, "\n\n".join(s.paragraphs)) for key, s in sections.items()))


def _check_fields(reader: Reader, name: str, section: Section, spec: TextSpec) -> None:
    allowed = ", ".join(spec.fields) or "niets"
    for field in _fields("\n".join(section.paragraphs)):
        if field not in spec.fields:
            reader.fault(
                Code.CONTENT_TEXT_FIELD,
                name,
                section.line,
                value=spec.key,
                field=field,
                allowed=allowed,
            )


def _fields(text: str) -> tuple[str, ...]:
    """Return the names in braces; a brace without a partner counts as a name."""
    try:
        return tuple(field for _, field, _, _ in Formatter().parse(text) if field is not None)
    except ValueError:
        return ("{",)
