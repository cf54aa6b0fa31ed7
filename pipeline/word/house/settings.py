"""Of the settings of a style document only those that change how pages look, in Dutch."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from pipeline.word.elements import w, words
from pipeline.word.namespaces import W

_LANGUAGE = "nl-NL"
# In the order in which Word wants them.
_SETTINGS_THAT_STAY = words("""embedTrueTypeFonts embedSystemFonts saveSubsetFonts mirrorMargins
    alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop
    defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps
    evenAndOddHeaders drawingGridHorizontalSpacing drawingGridVerticalSpacing
    displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery
    doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin
    characterSpacingControl compat themeFontLang clrSchemeMapping decimalSymbol
    listSeparator""")


def report_settings(settings: etree._Element) -> etree._Element:
    """Return the settings of a report in a style: what changes its look, in Dutch."""
    root = etree.Element(w("settings"), nsmap={"w": W})
    for name in _SETTINGS_THAT_STAY:
        found = settings.find(w(name))
        if name == "themeFontLang":
            root.append(_theme_language(found))
        elif found is not None:
            root.append(deepcopy(found))
    etree.cleanup_namespaces(root)
    return root


def _theme_language(found: etree._Element | None) -> etree._Element:
    """Return the language of the fonts of the theme, with those of Asia as they were."""
    language = etree.Element(w("themeFontLang")) if found is None else deepcopy(found)
    language.set(w("val"), _LANGUAGE)
    return language
