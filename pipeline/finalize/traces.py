"""Traces of the people and programs that edited a report, and what it kept for later versions."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.edited.draft import Draft
from pipeline.edited.package import BROKEN, Package
from pipeline.edited.xml import W14, Element, all_of, remove, unwrap, w, w15, words
from pipeline.word.facts import FACTS_NAMES, FACTS_NAMESPACE

_DROPPED = words("""proofErr permStart permEnd lastRenderedPageBreak smartTagPr customXmlPr
    dataBinding placeholder fldData rsid""")
_WRAPPERS = ("smartTag", "customXml")
_SETTINGS = words("""rsids docVars attachedTemplate mailMerge trackRevisions revisionView
    writeProtection activeWritingStyle saveThroughXslt""")
_PARAGRAPH_IDS = (f"{{{W14}}}paraId", f"{{{W14}}}textId")
_LAST_VALUE = w("lastValue")
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}cNvPr"
_WORKBOOK_TRACES = ("absPath", "fileSharing")


def remove_traces(draft: Draft) -> None:
    """Take away what programs write beside the text of each part."""
    package = draft.package
    styles = [package.tree(part) for part in package.related(package.main, "styles")]
    numbering = [package.tree(part) for part in package.related(package.main, "numbering")]
    for root in (*draft.stories(), *styles, *numbering):
        _remove_traces(root)


def _remove_traces(root: Element) -> None:
    for one in [*all_of(root, *_DROPPED), *root.iter(w15("dataBinding"))]:
        remove(one)
    for one in all_of(root, *_WRAPPERS):
        unwrap(one, one)
    for one in root.iter():
        _forget(one, _is_trace)
    for one in root.iter(_PICTURE):
        one.set("name", "")
        _forget(one, "descr".__eq__)


def _forget(element: Element, is_meant: Callable[[str], bool]) -> None:
    for name in [str(name) for name in element.attrib if is_meant(str(name))]:
        del element.attrib[name]


def _is_trace(name: str) -> bool:
    return name.startswith(w("rsid")) or name == _LAST_VALUE or name in _PARAGRAPH_IDS


def clean_settings(draft: Draft) -> None:
    """Take away what the settings tell about who edited the report, and with what."""
    for part in draft.package.related(draft.package.main, "settings"):
        settings = draft.package.tree(part)
        for one in all_of(settings, *_SETTINGS):
            remove(one)
        for one in (*settings.iter(w15("docId")), *settings.iter(f"{{{W14}}}docId")):
            remove(one)
        for one in settings.iter():
            _forget(one, _is_trace)


# What the report kept unseen


def clean_parts(draft: Draft) -> None:
    """Keep of all that is stored unseen only what a later scan is put beside."""
    package = draft.package
    for source, relations in package.relations.items():
        package.relations[source] = [
            one
            for one in relations
            if one.short_kind != "customXml" or one.external or _is_facts(draft, one.target)
        ]


def _is_facts(draft: Draft, part: str) -> bool:
    """Tell whether a part holds the facts; if so, leave nothing else in it."""
    try:
        root = draft.package.tree(part)
    except BROKEN:
        return False
    if root.tag != f"{{{FACTS_NAMESPACE}}}quickscan":
        return False
    for one in list(root.iter()):
        _keep_facts(one)
    return True


def _keep_facts(element: Element) -> None:
    kept = FACTS_NAMES.get(str(element.tag).removeprefix(f"{{{FACTS_NAMESPACE}}}"))
    if kept is None:
        remove(element)
    else:
        _forget(element, lambda name: name not in kept)


def clean_embedded(draft: Draft) -> None:
    """Take the names of people out of the workbooks behind the charts."""
    package = draft.package
    for part in [one for one in package.parts if one.casefold().endswith((".xlsx", ".xlsm"))]:
        try:
            workbook = Package(package.parts[part])
            root = workbook.tree(workbook.main)
        except BROKEN:
            continue
        for one in list(root.iter()):
            if str(one.tag).rpartition("}")[2] in _WORKBOOK_TRACES:
                remove(one)
        workbook.relations[""] = [
            one for one in workbook.relations[""] if one.short_kind == "officeDocument"
        ]
        package.parts[part] = workbook.saved()
