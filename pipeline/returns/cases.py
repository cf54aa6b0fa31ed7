"""What came in -> one case per reply: to whom, about what, with which workbook.

A workbook that a newer one stands for is not asked about. Of a mail from which a workbook could
be used, what else was attached is not asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from pipeline.feedback import annotated_copy, filled_copy, questions
from pipeline.intake import Checked
from pipeline.letters import Addressee, Refused, addressee, question_letter, unusable_letter
from pipeline.model import Content, Letter, Mail, Question, Questionnaire, Sender, Topic
from pipeline.problems import Code, Problem, Severity
from pipeline.score import group
from pipeline.shelf import owner_by_file
from pipeline.template import make_template, template_bytes

# What the consultants settle themselves: the people who filled in have nothing to send again.
_FOR_US = frozenset(
    {
        Code.FILE_NO_ACCESS,
        Code.EDITION_NEWER,
        Code.FILE_IS_ARCHIVE,
        Code.FILE_IS_SEALED,
        Code.MAIL_UNREADABLE,
        Code.MAIL_TOO_LARGE,
        Code.ZIP_ENCRYPTED,
        Code.TOO_MUCH_INSIDE,
        Code.TOO_DEEP,
    }
)
_LINKS = frozenset({Code.MAIL_WITH_LINK, Code.FILE_IS_LINK})
_WITHIN = " > "  # how an attachment is told from the mail or zip that it came in
_MAILS = (".eml", ".msg")


@dataclass(frozen=True, slots=True)
class Case:
    """One reply. `copy` is a workbook for these people alone; else they get the blank one."""

    checked: Checked
    to: Addressee
    letter: Letter
    questions: tuple[Question, ...]
    copy: bytes | None

    @property
    def is_annotated(self) -> bool:
        """Whether the copy has our questions in it."""
        return self.copy is not None and any(one.name for one in self.questions)

    @property
    def owner(self) -> tuple[str, str | None]:
        """Organisatie and onderdeel; where these are not known, what the file is called."""
        organisation, department = self.names
        if organisation:
            return organisation, department or None
        return owner_by_file(self.checked.file)

    @property
    def names(self) -> tuple[str, str]:
        """Organisatie and onderdeel as they were filled in."""
        one = self.checked.questionnaire
        if one is None:
            return "", ""
        return one.profile.organisation.text, one.profile.department.text


@dataclass(frozen=True, slots=True)
class CaseBook:
    """Makes the cases, with the words and the sender of one run."""

    content: Content
    sender: Sender

    def cases(self, checked: Sequence[Checked]) -> Iterator[Case]:
        """Yield a case for each workbook that needs a person, in order of the files."""
        replaced = _replaced(checked)
        answered = {_mail_of(one) for one in checked if one.usable is not None} - {None}
        for one in checked:
            if one.questionnaire is not None and id(one.questionnaire) not in replaced:
                yield from self._of_workbook(one, one.questionnaire)
        for together in _by_mail(one for one in checked if one.questionnaire is None):
            if _mail_of(together[0]) not in answered:
                yield self._of_files(together)

    def blank(self) -> bytes:
        """Return the workbook for who has to begin again."""
        return template_bytes(make_template(self.content, self.sender))

    def _of_workbook(self, one: Checked, questionnaire: Questionnaire) -> Iterator[Case]:
        asked = questions(questionnaire, one.problems, self.content)
        faults = [found for found in one.problems if found.severity is Severity.ERROR]
        if one.usable is None and faults and not _about_answers(asked):
            yield self._of_nothing(one, questionnaire, faults[0])
        elif any(question.is_open for question in asked):
            to = self._addressee(questionnaire)
            letter = question_letter(questionnaire, asked, to, self.content, self.sender)
            copy = annotated_copy(questionnaire, asked, self.content, self.sender)
            yield Case(one, to, letter, asked, copy)

    def _of_nothing(self, one: Checked, questionnaire: Questionnaire, fault: Problem) -> Case:
        """Return the case of a workbook without any answer: perhaps it is the wrong file."""
        to = self._addressee(questionnaire)
        reason = "" if fault.code is Code.ALL_EMPTY else fault.message
        letter = unusable_letter((Refused(_name(one), reason),), to, self.content, self.sender)
        known = questionnaire.profile.organisation.text
        copy = filled_copy(questionnaire, self.content, self.sender) if known else None
        return Case(one, to, letter, (self._send_again(fault),), copy)

    def _of_files(self, together: list[Checked]) -> Case:
        """Return the case of what can't be used, of one mail or a file by itself."""
        first = together[0]
        faults = [found for one in together for found in one.problems]
        told = tuple(_refused(one) for one in together)
        to = addressee(_mail_of(first), "", "", self.sender)
        letter = unusable_letter(told, to, self.content, self.sender)
        asked = tuple(map(self._send_again, faults))
        return Case(first, to, letter, asked, None)

    def _addressee(self, one: Questionnaire) -> Addressee:
        profile = one.profile
        return addressee(one.origin.mail, profile.email.text, profile.name.text, self.sender)

    def _send_again(self, fault: Problem) -> Question:
        say = self.content.workbook
        about, ask = say["vraag: bij alles"], say["vraag: stuur opnieuw"]
        return Question(Topic.FIELD, None, about, fault.message, ask)


def _refused(one: Checked) -> Refused:
    fault = one.problems[0]
    return Refused(_name(one), fault.message, fault.code in _LINKS)


def _about_answers(asked: Iterable[Question]) -> bool:
    return any(question.stelling is not None for question in asked)


def _replaced(checked: Iterable[Checked]) -> set[int]:
    """Return which questionnaires do not count, because a newer one stands for them."""
    groups = group(one.usable for one in checked if one.usable is not None)
    return {id(aside) for one in groups for aside in one.set_aside}


def _by_mail(unusable: Iterable[Checked]) -> Iterator[list[Checked]]:
    """Yield what is for one reply: files of one mail together, any other by itself."""
    by_mail: dict[Mail, list[Checked]] = {}
    for one in unusable:
        mail = _mail_of(one)
        nobody = mail is None and not _name(one)
        if nobody or any(found.code in _FOR_US for found in one.problems):
            continue
        if mail is None:
            yield [one]
        else:
            by_mail.setdefault(mail, []).append(one)
    yield from by_mail.values()


def _mail_of(one: Checked) -> Mail | None:
    return one.origin.mail if one.origin else None


def _name(one: Checked) -> str:
    """Return the name of a file as its sender knows it; none for a mail by itself."""
    name = PurePosixPath(one.file.rpartition(_WITHIN)[2]).name
    return "" if name.casefold().endswith(_MAILS) else name
