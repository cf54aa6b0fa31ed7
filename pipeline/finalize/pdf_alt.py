"""Alt text for the charts in a PDF of LibreOffice, which forgets it: added at the end of the file.

A PDF may be changed by writing an object again after what is there, with a list of where it
stands. What was there stays as it is.
"""

from __future__ import annotations

import re

_FIGURE = re.compile(rb"(\d+) 0 obj\s*<</Type/StructElem\s*/S/Figure\b(.*?)>>\s*endobj", re.DOTALL)
_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$", re.DOTALL)


def with_alt_texts(pdf: bytes, texts: list[str]) -> bytes:
    """Return a PDF in which its charts, in order, have these texts.

    Where the figures without a text are not as many as the texts, it is returned as it was.
    """
    figures = sorted((int(found[1]), found[2]) for found in _FIGURE.finditer(pdf))
    figures = [(number, inside) for number, inside in figures if b"/Alt" not in inside]
    trailer = _TRAILER.search(pdf)
    if trailer is None or not texts or len(figures) != len(texts):
        return pdf
    added = bytearray(pdf)
    table = b"xref\n0 1\n0000000000 65535 f \n"
    for (number, inside), text in zip(figures, texts, strict=True):
        table += b"%d 1\n%010d 00000 n \n" % (number, len(added))
        added += b"%d 0 obj\n<</Type/StructElem\n/S/Figure%s/Alt<%s>>>\nendobj\n\n" % (
            number,
            inside,
            _string(text),
        )
    start = len(added)
    added += table + b"trailer\n<<%s/Prev %s>>\n" % (trailer[1], trailer[2])
    added += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(added)


def _string(text: str) -> bytes:
    return f"\ufeff{text}".encode("utf-16-be").hex().upper().encode()
