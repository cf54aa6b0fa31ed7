"""What a style is called elsewhere: in Dutch Word, and in LibreOffice."""

from __future__ import annotations

# The names in Dutch Word, the one to show first; then those of LibreOffice.
OTHER_NAMES = {
    "Title": ("Titel",),
    "Subtitle": ("Ondertitel",),
    "Body Text": ("Platte tekst",),
    "Quote": ("Citaat", "Quotations"),
    "List Bullet": ("Lijstopsomteken", "Lijst opsom.teken"),
    "List Bullet 2": ("Lijstopsomteken 2", "Lijst opsom.teken 2"),
    "Heading 1": ("Kop 1",),
    "Heading 2": ("Kop 2",),
    "Heading 3": ("Kop 3",),
    "toc 1": ("Inhopg 1", "Inhoudsopgave 1", "Contents 1"),
    "toc 2": ("Inhopg 2", "Inhoudsopgave 2", "Contents 2"),
    "toc 3": ("Inhopg 3", "Inhoudsopgave 3", "Contents 3"),
    "TOC Heading": ("Kop van inhoudsopgave", "Contents Heading"),
    "Caption": ("Bijschrift",),
    "annotation text": ("Tekst opmerking", "Comment Text"),
    "annotation reference": ("Verwijzing opmerking", "Comment Reference"),
    "Strong": ("Zwaar", "Strong Emphasis"),
    "Hyperlink": ("Hyperlink", "Internet Link"),
    "Placeholder Text": ("Tekst van tijdelijke aanduiding",),
    "Normal": ("Standaard",),
    "Header": ("Koptekst",),
    "Footer": ("Voettekst",),
    "Table Grid": ("Tabelraster",),
    "Default Paragraph Font": ("Standaardalinea-lettertype",),
    "Normal Table": ("Standaardtabel",),
    "No List": ("Geen lijst",),
}


def shown_name(name: str) -> str:
    """Return a style as a user of Dutch Word knows it."""
    return OTHER_NAMES.get(name, (name,))[0]
