"""Whose a mail address is: what its domain suggests, and where that says nothing."""

from __future__ import annotations

from pipeline.model import Mail

# Here anybody can have an address: what stands behind the @ says nothing about an organisation.
_PROVIDERS = """
    gmail.com googlemail.com outlook.com outlook.nl hotmail.com hotmail.nl live.com live.nl
    msn.com yahoo.com yahoo.nl ymail.com icloud.com me.com mac.com aol.com gmx.com gmx.net
    gmx.de web.de mail.com proton.me protonmail.com pm.me tutanota.com tuta.com zoho.com
    ziggo.nl kpnmail.nl kpnplanet.nl planet.nl hetnet.nl xs4all.nl telfort.nl tele2.nl upcmail.nl
    upc.nl home.nl casema.nl chello.nl quicknet.nl wanadoo.nl online.nl orange.nl solcon.nl
    caiway.nl caiway.net zeelandnet.nl delta.nl odido.nl t-mobilethuis.nl freedom.nl versatel.nl
    zonnet.nl tiscali.nl freeler.nl lijbrandt.nl kabelfoon.net filternet.nl telenet.be skynet.be
    proximus.be
"""
# These send on behalf of others: a file that is shared, a mail that is sealed, a form.
_SERVICES = """
    google.com microsoft.com office.com office365.com onmicrosoft.com sharepoint.com
    sharepointonline.com dropbox.com wetransfer.com zivver.com zivver.nl smartlockr.eu
    smartlockr.io cryptshare.com filecap.com secumailer.com surf.nl surfnet.nl apple.com
    docusign.net mailchimp.com sendgrid.net amazonses.com
"""
_SHARED = frozenset(f"{_PROVIDERS} {_SERVICES}".split())


def own_domain(address: str) -> str | None:
    """Return the domain of a mail address; None where it is shared with others, or there is none.

    A part of a shared domain is shared too: `weerstad.onmicrosoft.com`.
    """
    domain = address.rpartition("@")[2].strip().rstrip(".").casefold()
    labels = domain.split(".")
    endings = {".".join(labels[start:]) for start in range(len(labels))}
    known = "@" in address and len(labels) > 1 and all(labels)
    return domain if known and not endings & _SHARED else None


def sender_hint(mail: Mail | None) -> str:
    """Return the sentence that suggests an organisation by who sent it; empty without one."""
    domain = own_domain(mail.sender) if mail is not None else None
    return f" Volgens het mailadres misschien: {domain}." if domain else ""
