"""The fixed texts that the code needs, each with the `{names}` that an editor may use in it."""

from __future__ import annotations

from pipeline.content.catalogue.mails import MAIL_TEXTS
from pipeline.content.catalogue.management import MANAGEMENT_TEXTS
from pipeline.content.catalogue.overview import OVERVIEW_TEXTS
from pipeline.content.catalogue.spec import TextSpec
from pipeline.content.catalogue.team import TEAM_TEXTS
from pipeline.content.catalogue.workbook import WORKBOOK_TEXTS

__all__ = ["MAIL_TEXTS", "OVERVIEW_TEXTS", "REPORT_TEXTS", "WORKBOOK_TEXTS", "TextSpec"]

REPORT_TEXTS = (*MANAGEMENT_TEXTS, *TEAM_TEXTS)
