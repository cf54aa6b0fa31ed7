"""What our mails say: content/mails.md, filled in for one reader, with the privacy text below."""

from pipeline.letters.invitation import (
    invitation_letter,
    missing_for_invitations,
    with_deadline_of,
)
from pipeline.letters.reply import (
    Addressee,
    Refused,
    addressee,
    missing_for_replies,
    question_letter,
    unusable_letter,
    without_past_deadline,
)
from pipeline.letters.report import report_letter
from pipeline.letters.stationery import Stationery, whose

__all__ = [
    "Addressee",
    "Refused",
    "Stationery",
    "addressee",
    "invitation_letter",
    "missing_for_invitations",
    "missing_for_replies",
    "question_letter",
    "report_letter",
    "unusable_letter",
    "whose",
    "with_deadline_of",
    "without_past_deadline",
]
