"""Text as it stands in the XML of Word."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape
from zlib import crc32

_LONGEST_BOOKMARK = 40
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Leave out what XML can't hold."""
    return _NOT_IN_XML.sub("", text)


def xml_text(text: str) -> str:
    """Return text as it stands in XML."""
    return escape(clean(text))


def run_text(text: str) -> str:
    """Return the inside of a run; a line end or tab in the text becomes that of Word."""
    text = xml_text(text)
    if "\n" not in text and "\t" not in text:
        return f'<w:t xml:space="preserve">{text}</w:t>'
    lines = text.replace("\r", "").split("\n")
    tabbed = (line.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">') for line in lines)
    return "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in tabbed)


def bookmark_name(block_id: str) -> str:
    """Return the bookmark that marks a block; the underscore in front hides it in Word."""
    name = "_" + block_id.replace(".", "__").replace("-", "_").replace(" ", "_")
    if len(name) <= _LONGEST_BOOKMARK:
        return name
    return f"{name[: _LONGEST_BOOKMARK - 9]}_{crc32(name.encode()):08x}"
