"""Comments beside the text, for the consultant's eyes only."""

from __future__ import annotations

from pipeline.word.text import run_text

COMMENTS_PART = "word/comments.xml"
COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
COMMENTS_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
AUTHOR = "QuickScan"
_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def comments_xml(notes: tuple[str, ...], text_style: str, reference_style: str) -> str:
    """Return the part with all comments, numbered from 0 in the order of the text."""
    comments = (comment_xml(*one, text_style, reference_style) for one in enumerate(notes))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<w:comments {_NAMESPACE}>{''.join(comments)}</w:comments>"
    )


def comment_xml(number: int, note: str, text_style: str, reference_style: str) -> str:
    """Return one comment, a paragraph for each line."""
    look = f'<w:rPr><w:rStyle w:val="{reference_style}"/></w:rPr>' if reference_style else ""
    mark = f"<w:r>{look}<w:annotationRef/></w:r>"
    first, *others = note.split("\n")
    style = f'<w:pPr><w:pStyle w:val="{text_style}"/></w:pPr>' if text_style else ""
    paragraphs = f"<w:p>{style}{mark}<w:r>{run_text(first)}</w:r></w:p>"
    paragraphs += "".join(f"<w:p>{style}<w:r>{run_text(line)}</w:r></w:p>" for line in others)
    return (
        f'<w:comment w:id="{number}" w:author="{AUTHOR}" w:initials="QS">{paragraphs}</w:comment>'
    )


def around(inner: str, number: int, reference_style: str) -> str:
    """Return runs with the marks of a comment around them."""
    return (
        f'<w:commentRangeStart w:id="{number}"/>{inner}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:rPr><w:rStyle w:val="{reference_style}"/></w:rPr>'
        f'<w:commentReference w:id="{number}"/></w:r>'
    )
