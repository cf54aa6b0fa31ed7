"""A whole round -> `overzicht.xlsx` and `overzicht.csv`: what is to be done now, per team.

What a person wrote in an earlier overview is read first and taken over.
"""

from pipeline.overview.draw import draw_overview
from pipeline.overview.files import ShortNames
from pipeline.overview.lines import overview_of
from pipeline.overview.read import digest_of, read_earlier
from pipeline.overview.table import overview_table
from pipeline.overview.values import (
    Earlier,
    EarlierLine,
    Hold,
    Key,
    Made,
    Missing,
    Overview,
    ReportState,
    RoundState,
    Stand,
    Team,
    key_of,
)
from pipeline.seal import digest

__all__ = [
    "Earlier",
    "EarlierLine",
    "Hold",
    "Key",
    "Made",
    "Missing",
    "Overview",
    "ReportState",
    "RoundState",
    "ShortNames",
    "Stand",
    "Team",
    "digest",
    "digest_of",
    "draw_overview",
    "key_of",
    "overview_of",
    "overview_table",
    "read_earlier",
]
