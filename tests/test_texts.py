"""The fixed texts: what content/ holds is what the code asks for, no more and no less.

1. The keys of `rapport.md` and `werkboek.md` are those of the catalogue, each once.
2. Every text is used: its key stands in the code, whole or as `f"kop: {…}"` with the rest of the
   key as a word of the code.
3. A call that names its key fills in exactly the `{names}` that the catalogue allows an editor.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest

from pipeline.content.catalogue import (
    MAIL_TEXTS,
    OVERVIEW_TEXTS,
    REPORT_TEXTS,
    WORKBOOK_TEXTS,
)
from tests.sheets import ROOT

TEXTS = {
    "rapport.md": REPORT_TEXTS,
    "werkboek.md": WORKBOOK_TEXTS,
    "mails.md": MAIL_TEXTS,
    "overzicht.md": OVERVIEW_TEXTS,
}
CALLS = {"say", "fill", "texts"}  # the ways in which the code asks for a text
SPECS = {spec.key: spec for specs in TEXTS.values() for spec in specs}


def keys_of(name: str) -> list[str]:
    text = (ROOT / "content" / name).read_text(encoding="utf-8")
    return re.findall(r"^## (.+?)\s*$", text, flags=re.MULTILINE)


@cache
def code() -> tuple[ast.Module, ...]:
    files = sorted((ROOT / "pipeline").rglob("*.py"))
    texts = [file.read_text(encoding="utf-8") for file in files if file.parent.name != "catalogue"]
    return tuple(map(ast.parse, texts))


def nodes() -> Iterator[ast.AST]:
    return (node for module in code() for node in ast.walk(module))


@cache
def words() -> frozenset[str]:
    """Return every text that stands in the code by itself."""
    found = (n.value for n in nodes() if isinstance(n, ast.Constant) and isinstance(n.value, str))
    return frozenset(found)


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """Return every text with a gap, such as f"kop: {key}", as a pattern."""
    joined = (node.values for node in nodes() if isinstance(node, ast.JoinedStr))
    keys = (parts for parts in joined if isinstance(parts[0], ast.Constant))
    return tuple(re.compile("".join(map(_pattern, parts))) for parts in keys)


def _pattern(part: ast.expr) -> str:
    return re.escape(str(part.value)) if isinstance(part, ast.Constant) else "(.+)"


def is_used(key: str) -> bool:
    if key in words():
        return True
    matches = (pattern.fullmatch(key) for pattern in patterns())
    return any(match and set(match.groups()) <= words() for match in matches)


def calls_with_a_key() -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the key of each call that names one, with the names that it fills in."""
    for node in nodes():
        if isinstance(node, ast.Call) and _name(node.func) in CALLS and node.args:
            first, *_ = node.args
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value, frozenset(word.arg or "**" for word in node.keywords)


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


@pytest.mark.parametrize("name", TEXTS)
def test_texts_are_those_of_the_catalogue_each_once(name: str) -> None:
    assert Counter(keys_of(name)) == Counter(spec.key for spec in TEXTS[name])


@pytest.mark.parametrize("name", TEXTS)
def test_every_text_is_used_in_the_code(name: str) -> None:
    assert [key for key in keys_of(name) if not is_used(key)] == []


def test_every_text_that_the_code_asks_for_is_in_the_catalogue() -> None:
    assert {key for key, _ in calls_with_a_key()} - set(SPECS) == set()


def test_report_gets_exactly_the_names_that_an_editor_may_use() -> None:
    reports = {spec.key: frozenset(spec.fields) for spec in REPORT_TEXTS}
    calls = [(key, names) for key, names in calls_with_a_key() if key in reports]
    assert len(calls) > 50
    assert [(key, names) for key, names in calls if names != reports[key]] == []
