"""A mail that a person reads, completes and sends."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model.questionnaire import Mail


@dataclass(frozen=True, slots=True)
class Letter:
    """What a mail says and to whom; `to` and `cc` hold addresses with commas between, or nothing.

    `answers` is the mail to which this one is a reply, so that it stays in its thread.
    """

    subject: str
    text: str
    to: str = ""
    to_name: str = ""
    cc: str = ""
    answers: Mail | None = None
