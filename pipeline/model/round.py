"""A round: who is asked to fill in a scan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.model.scale import Source


@dataclass(frozen=True, slots=True)
class Invitation:
    """One row of the invitation list: an organisatie + onderdeel that is asked to take part.

    `expected` is the number of scans that should come back; None where the list does not say.
    """

    organisation: str
    department: str | None
    contact: str
    email: str
    cc: str
    expected: int | None
    deadline: date | None
    source: Source
