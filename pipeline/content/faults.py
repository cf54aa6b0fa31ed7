"""What is wrong in content that could be read: windows, order, coverage, keys and links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from pipeline.model import WINDOW_ORDER, Content, Source, Stelling, Tip
from pipeline.problems import Code, Problem, problem, stelling_problem

Rule = Callable[[Content], Iterator[Problem]]


def find_faults(content: Content) -> tuple[Problem, ...]:
    """Return all faults, by file and line."""
    found = (fault for rule in RULES for fault in rule(content))
    return tuple(sorted(found, key=lambda p: (p.source.file, p.source.line or 0)))


def _order(content: Content) -> Iterator[Problem]:
    """Windows run from startend to gevorderd; going back needs a reason."""
    for stelling in content.stellingen:
        reached = (0, 0)
        for tip in stelling.tips:
            steps = (tip.window.first.step, tip.window.last.step)
            goes_back = steps[0] < reached[0] or steps[1] < reached[1]
            window = f"{tip.window.first}–{tip.window.last}"
            if goes_back and not tip.out_of_order:
                yield problem(Code.CONTENT_ORDER, tip.source, tip=tip.id, value=window)
            if tip.out_of_order and not goes_back and not _next_goes_back(stelling, tip):
                yield problem(Code.CONTENT_ORDER_NEEDLESS, tip.source, tip=tip.id)
            if not tip.out_of_order:
                reached = (max(reached[0], steps[0]), max(reached[1], steps[1]))


def _next_goes_back(stelling: Stelling, tip: Tip) -> bool:
    """Tell whether a tip stands too early: a later tip has an earlier window."""
    later = stelling.tips[stelling.tips.index(tip) + 1 :]
    return any(
        other.window.first.step < tip.window.first.step
        or other.window.last.step < tip.window.last.step
        for other in later
    )


def _coverage(content: Content) -> Iterator[Problem]:
    """Every answer has a tip, except where the source has none."""
    for stelling in content.stellingen:
        for antwoord in WINDOW_ORDER:
            covered = any(tip.window.holds(antwoord) for tip in stelling.tips)
            excepted = antwoord in stelling.without_tip
            if covered == excepted:
                code = Code.CONTENT_NO_TIP_NEEDLESS if covered else Code.CONTENT_NO_TIP
                yield stelling_problem(code, stelling.source, stelling.number, antwoord=antwoord)


def _links(content: Content) -> Iterator[Problem]:
    """Every link of a tip is in the table of links, and the other way round."""
    known = {link.key: link.source for link in content.links}
    used = set()
    for tip in _tips(content):
        for key in tip_links(tip):
            used.add(key)
            if key not in known:
                yield problem(Code.CONTENT_LINK_UNKNOWN, tip.source, value=key)
    for key in known.keys() - used:
        yield problem(Code.CONTENT_LINK_UNUSED, known[key], value=key)


def _references(content: Content) -> Iterator[Problem]:
    """What a tip leans on comes before it; its recurring advice exists."""
    advice = [advice.key for advice in content.recurring]
    for stelling in content.stellingen:
        before: list[str] = []
        for tip in stelling.tips:
            for key in tip.advice:
                yield from _known(tip.source, "advies", key, advice)
            yield from _known(tip.source, "leunt op", tip.leans_on, before)
            before.append(tip.id)


def _known(
    source: Source, what: str, value: str | None, allowed: Iterable[str]
) -> Iterator[Problem]:
    if value is not None and value not in allowed:
        choices = ", ".join(allowed) or "niets"
        yield problem(Code.CONTENT_VALUE_UNKNOWN, source, what=what, value=value, allowed=choices)


def _duplicates(content: Content) -> Iterator[Problem]:
    """Number, short name and start order are each used once."""
    stellingen = content.stellingen
    for what, value_of in (
        ("Het nummer", lambda s: str(s.number)),
        ("De korte naam", lambda s: s.short_name),
        ("De startvolgorde", lambda s: str(s.start_order)),
    ):
        counts = Counter(map(value_of, stellingen))
        for stelling in stellingen:
            if counts[value_of(stelling)] > 1:
                value = value_of(stelling)
                yield problem(Code.CONTENT_DUPLICATE, stelling.source, what=what, value=value)


def _themas(content: Content) -> Iterator[Problem]:
    """The key of a thema is used once, and the style document is there."""
    counts = Counter(thema.key for thema in content.themas)
    for thema in content.themas:
        if counts[thema.key] > 1:
            yield problem(Code.CONTENT_DUPLICATE, thema.source, what="De sleutel", value=thema.key)
    if not content.style.is_file():
        yield problem(Code.CONTENT_FILE_MISSING, Source(content.style.as_posix()))


def _tips(content: Content) -> Iterator[Tip]:
    return (tip for stelling in content.stellingen for tip in stelling.tips)


def tip_links(tip: Tip) -> tuple[str, ...]:
    """Return the keys of the links in a tip, in reading order."""
    parts = (tip.opening, tip.text, *tip.items)
    return tuple(span.link for part in parts for span in part if span.link)


RULES: tuple[Rule, ...] = (_order, _coverage, _links, _references, _duplicates, _themas)
