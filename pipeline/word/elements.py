"""Elements of WordprocessingML: their names, their values, and their order in Word."""

from __future__ import annotations

from functools import cache

from lxml import etree

from pipeline.word.namespaces import W


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text; a long list of names reads best as one."""
    return tuple(text.split())


STYLE_ORDER = words("""name aliases basedOn next link autoRedefine hidden uiPriority semiHidden
    unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr
    tcPr tblStylePr""")
PARAGRAPH_ORDER = words("""pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr
    suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct
    topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind
    contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
    textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange""")
AFTER_COLOUR = words("""spacing w kern position sz szCs highlight u effect bdr shd fitText
    vertAlign rtl cs em lang eastAsianLayout specVanish oMath""")
AFTER_FONTS = (
    words("""b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint
    noProof snapToGrid vanish webHidden color""")
    + AFTER_COLOUR
)
NUMBERING_ORDER = words("numPicBullet abstractNum num numIdMacAtCleanup")


@cache
def w(name: str) -> str:
    """Return a name of WordprocessingML as lxml knows it."""
    return f"{{{W}}}{name}"


def value(element: etree._Element | None) -> str:
    """Return the w:val of an element; empty where there is no such element or value."""
    return "" if element is None else element.get(w("val"), "")


def child_of(style: etree._Element, tag: str) -> etree._Element:
    """Return the child of a style with this tag, made where there is none."""
    found = style.find(w(tag))
    if found is None:
        found = etree.Element(w(tag))
        put(style, found, STYLE_ORDER)
    return found


def put(
    parent: etree._Element, child: etree._Element, order: tuple[str, ...], several: bool = False
) -> None:
    """Put a child where the order of Word wants it, in place of the one that is there."""
    if not several:
        for old in parent.findall(child.tag):
            parent.remove(old)
    rank = order.index(etree.QName(child).localname)
    later = {w(tag) for tag in order[rank + 1 :]}
    place = next((index for index, one in enumerate(parent) if one.tag in later), len(parent))
    parent.insert(place, child)
