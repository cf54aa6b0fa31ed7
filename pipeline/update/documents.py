"""A report as pieces, from the three places it stands in: now, freshly made, and as it was made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.edited.draft import Draft, canonical
from pipeline.edited.package import Relation, relations_part
from pipeline.edited.xml import Element, all_of, text_of, value, w
from pipeline.update.content import Eyes, looks
from pipeline.update.pieces import Piece, Reader, Remark
from pipeline.word.basis import BASIS_NAMESPACE
from pipeline.word.comments import COMMENTS_PART
from pipeline.word.house.package import MAIN_PART

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_B = f"{{{BASIS_NAMESPACE}}}"
_NOBODY = Remark("", "")
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Basis:
    """What a report was when it was generated.

    `gone` are pieces of earlier times that a person edited, and that no longer fit; `taken` the
    actions that were put in the agenda already, with the names of their tips.
    """

    root: Element
    pieces: tuple[Piece, ...]
    gone: tuple[Piece, ...]
    taken: Mapping[str, str]
    style_mark: str = ""


def pieces_of(draft: Draft) -> tuple[Piece, ...]:
    """Return the pieces of a report as it is in a file."""
    return reader_of(draft).pieces(draft.body)


def reader_of(draft: Draft) -> Reader:
    """Return what reads the pieces of a file."""
    package = draft.package
    relations = {one.key: one for one in package.relations[package.main]}
    remarks = [
        part
        for name in package.related(package.main, "comments")
        for part in all_of(package.tree(name), "comment")
    ]
    charts = {
        key: _chart(package.tree(one.target))
        for key, one in relations.items()
        if one.short_kind == "chart" and one.target in package.parts
    }
    styles = [
        style
        for part in package.related(package.main, "styles")
        for style in all_of(package.tree(part), "style")
    ]
    given = _given_by_styles(styles)
    return Reader(
        canonical(draft.style_names.get("", "")),
        Eyes(
            lambda style_id: draft.style_names.get(style_id) or canonical(style_id),
            lambda style: given.get(style, _NOTHING).__contains__,
            lambda key: relations[key].target if key in relations else "",
            lambda key: charts.get(key, ""),
        ),
        _remarks(remarks),
    )


def read_basis(draft: Draft) -> Basis | None:
    """Return the base that travels in a report; None where it holds none."""
    part = draft.custom_part(BASIS_NAMESPACE)
    return None if part is None else _basis(draft.package.tree(part))


def _basis(root: Element) -> Basis | None:
    parts = {one.get("naam", ""): one[0] for one in root.iter(f"{_B}deel") if len(one)}
    body = parts[MAIN_PART].find(w("body")) if MAIN_PART in parts else None
    if body is None:
        return None
    reader = _reader_of_basis(root, parts)
    gone = [piece for one in root.iter(f"{_B}verdwenen") for piece in reader.pieces(one)]
    taken = {one.get("actie", ""): one.get("tip", "") for one in root.iter(f"{_B}overgenomen")}
    return Basis(root, reader.pieces(body), tuple(gone), taken, root.get("huisstijl", ""))


def _reader_of_basis(root: Element, parts: Mapping[str, Element]) -> Reader:
    styles = {one.get("id", ""): canonical(one.get("naam", "")) for one in root.iter(f"{_B}stijl")}
    relations = {
        one.get("Id", ""): Relation(one.get("Id", ""), one.get("Type", ""), one.get("Target", ""))
        for one in parts.get(relations_part(MAIN_PART), ())
    }

    def name_of(style_id: str) -> str:
        return styles.get(style_id, canonical(style_id))

    def chart_of(key: str) -> str:
        part = f"word/{relations[key].target}" if key in relations else ""
        return _chart(parts[part]) if part in parts else ""

    comments = parts.get(COMMENTS_PART)
    return Reader(
        "",
        Eyes(
            name_of,
            lambda _style: _NOTHING.__contains__,
            lambda key: relations[key].target if key in relations else "",
            chart_of,
        ),
        _remarks([] if comments is None else all_of(comments, "comment")),
    )


def _remarks(comments: list[Element]) -> Callable[[str], Remark]:
    """Return what gives a comment by its number."""
    by_number = {
        one.get(w("id"), ""): Remark(
            one.get(w("author"), ""), "\n".join(map(text_of, all_of(one, "p")))
        )
        for one in comments
    }
    return lambda number: by_number.get(number, _NOBODY)


def _chart(root: Element) -> str:
    """Return what a chart shows: kind, names and values of its series, not how it looks."""
    kinds = [one.tag.rpartition("}")[2] for area in root.iter(f"{_C}plotArea") for one in area]
    said = [kind for kind in kinds if kind.endswith("Chart")]
    for series in root.iter(f"{_C}ser"):
        for name in ("tx", "cat", "val"):
            for part in series.findall(f"{_C}{name}"):
                said.append("|".join(_points(part)))
    return " ".join("; ".join(filter(None, said)).split())


def _points(part: Element) -> Iterator[str]:
    for point in part.iter(f"{_C}pt"):
        shown = "".join(one.text or "" for one in point.iter(f"{_C}v"))
        if shown.strip():
            yield f"{point.get('idx')}={shown.strip()}"


def _given_by_styles(styles: list[Element]) -> dict[str, frozenset[str]]:
    """Return per style, by its name, the looks that it and those it rests on give."""
    by_id = {one.get(w("styleId"), ""): one for one in styles}

    def given(style: Element | None, depth: int) -> frozenset[str]:
        if style is None or depth > len(by_id):
            return frozenset()
        properties = style.find(w("rPr"))
        own = frozenset(() if properties is None else looks(properties))
        rests_on = by_id.get(value(style.find(w("basedOn"))))
        return own | given(rests_on, depth + 1)

    return {canonical(value(one.find(w("name")))): given(one, 0) for one in styles}
