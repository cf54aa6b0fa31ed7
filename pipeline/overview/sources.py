"""The sheet Bronnen zonder link: each source without an address once, with all its tips."""

from __future__ import annotations

from pipeline.model import Content, Link, Tip
from pipeline.overview.values import Sheet


def sources_sheet(content: Content) -> Sheet:
    """Return the sources that can't be clicked, with the tips where they stand."""
    texts = content.overview
    lost = sorted(
        (link for link in content.links if not link.clickable),
        key=lambda link: link.title.casefold(),
    )
    return Sheet(
        texts["blad: bronnen"],
        tuple(texts[f"kolom: {name}"] for name in ("bron", "maker", "bekend", "tips")),
        tuple((link.title, link.maker, link.known, _tips(link, content)) for link in lost),
        texts["bronnen: geen"],
    )


def _tips(link: Link, content: Content) -> str:
    tips = (tip for stelling in content.stellingen for tip in stelling.tips)
    return ", ".join(tip.id for tip in tips if link.key in _links(tip))


def _links(tip: Tip) -> set[str | None]:
    return {span.link for part in (tip.opening, tip.text, *tip.items) for span in part}
