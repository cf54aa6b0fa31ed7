"""The whole way, from mailed workbooks to reports. Start reading here.

workbook --read--> Questionnaire --check-->  --score--> Scores --advise--> Advice
         --compose--> Report --draw--> .docx

`intake` does the first two steps for all files, `teams` the next two for all teams, and this module
the rest for each report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from pipeline.agenda_sheet import draw_agenda
from pipeline.crew import Crew
from pipeline.domains import sender_hint
from pipeline.earlier import Chosen, choose, compare, team_of
from pipeline.facts import facts_of
from pipeline.fingerprints import Fingerprint, digest_of, fingerprint
from pipeline.intake import Progress, quiet
from pipeline.model import (
    Benchmark,
    Content,
    Earlier,
    Report,
    Sender,
    Source,
)
from pipeline.problems import Code, Problem, Severity, problem
from pipeline.report import Material, compose, compose_short
from pipeline.sameness import same_file
from pipeline.shelf import (
    Status,
    Written,
    agenda_name,
    prepare_folder,
    put,
    put_anew,
    put_beside,
    put_form,
    put_over,
    read,
    report_name,
    report_stems,
    short_name,
)
from pipeline.teams import Advised
from pipeline.update import NOTHING_UPDATED, Updated, update
from pipeline.word import StyleDocument, draw, open_style, verify


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to make: all of a report or Deel A alone, anew or in place, with what beside it."""

    short: bool = False
    agenda: bool = False
    anew: bool = False
    previous: tuple[Earlier, ...] = ()
    benchmark: Benchmark | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the report of one organisatie + onderdeel.

    `fingerprint` is that of the report on the shelf, where nobody edited it.
    """

    organisation: str | None
    department: str | None
    written: Written
    problems: tuple[Problem, ...]
    updated: Updated = NOTHING_UPDATED
    fingerprint: Fingerprint | None = None

    @property
    def is_settled(self) -> bool:
        """Whether a next run with the same input has nothing to do."""
        faulty = any(one.severity is Severity.ERROR for one in self.written.problems)
        beside = self.written.status in {Status.BESIDE, Status.FAILED}
        return not (beside or faulty) or not self.organisation

    def as_unchanged(self) -> Outcome:
        """Return what a next run with the same input makes of the report."""
        if self.written.path is None:
            return self
        again = Written(self.written.path, Status.UNCHANGED)
        lasting = tuple(one for one in self.problems if one not in self.written.problems)
        return replace(self, written=again, problems=lasting, updated=NOTHING_UPDATED)


@dataclass(frozen=True, slots=True)
class Desk:
    """What every report of one run is made with, where it goes, and when it was made.

    `made_with` is a digest of the files behind content, sender and style; `known` are the reports
    that an earlier run put in the folder, by their names.
    """

    content: Content
    sender: Sender
    folder: Path
    now: datetime
    wanted: Wanted = Wanted()
    made_with: str = ""
    known: Mapping[str, Fingerprint] = field(default_factory=dict)

    def report_name(self, stem: str) -> str:
        """Return the file name of a report."""
        return short_name(stem) if self.wanted.short else report_name(stem)

    def open_style(self) -> StyleDocument:
        """Open the style document of the sender, else our own."""
        return open_style(self.sender.style or self.content.style, self.content.style)

    def compose(self, one: Advised, previous: Earlier | None = None) -> Report:
        """Write the text of one report, beside the earlier scan where there is one."""
        advice = one.opened()
        compared = compare(advice.scores, previous, self.content) if previous else None
        whole = not self.wanted.short
        beside = self.wanted.benchmark
        material = Material(advice, self.content, one.answers, compared, whole, beside)
        write = compose if whole else compose_short
        return write(material, self.sender)

    def put_report(self, name: str, fresh: bytes) -> tuple[Written, Updated]:
        """Put a report on the shelf; one that stands there is updated in place."""
        path = self.folder / name
        before = read(path)
        if isinstance(before, Written):
            return before, NOTHING_UPDATED
        if before is None or self.wanted.anew:
            return put_anew(path, fresh, self.now), NOTHING_UPDATED
        if same_file(before, fresh):
            return Written(path, Status.UNCHANGED), NOTHING_UPDATED
        updated = update(before, fresh, self.content, Source(str(path)))
        if isinstance(updated, Code):
            return put_beside(path, fresh, self.now, updated), NOTHING_UPDATED
        if updated.restyled and not updated.edited:
            return put_over(path, before, fresh, self.now), updated
        written = self._put_updated(path, before, updated)
        if updated.restyled:
            kept = problem(Code.STYLE_KEPT, Source(str(path)))
            written = replace(written, problems=(*written.problems, kept))
        return written, updated

    def _put_updated(self, path: Path, before: bytes, updated: Updated) -> Written:
        if updated.content is None:
            return Written(path, Status.UNCHANGED)
        return put_over(path, before, updated.content, self.now)

    def put_agenda(self, name: str, fresh: bytes) -> Written:
        """Put an agenda on the shelf; one that was filled in stays as it is."""
        put_it = put_anew if self.wanted.anew else put_form
        return put_it(self.folder / name, fresh, self.now)

    def put(self, name: str, file: bytes) -> Written:
        """Put a file on the shelf."""
        return put(self.folder, name, file, self.now, same_file)


@dataclass(frozen=True, slots=True)
class Order:
    """One report to make: on what, under which name, what it is put beside, and what is there."""

    advised: Advised
    stem: str
    previous: Chosen | None
    known: Fingerprint | None

    @property
    def earlier(self) -> Earlier | None:
        """The earlier scan to put it beside."""
        return self.previous.best if self.previous else None

    def made_of(self, desk: Desk) -> str:
        """Return a digest of all that the report says and looks like."""
        wanted, one = desk.wanted, self.advised
        said = (one.opened(), one.answers, self.earlier, wanted.benchmark, wanted.short)
        return digest_of(desk.made_with, *said)


def write_reports(
    advised: Iterable[Advised], desk: Desk, crew: Crew | None = None, progress: Progress = quiet
) -> tuple[Outcome, ...]:
    """Write the report of each organisatie + onderdeel; one without a name gets none."""
    prepare_folder(desk.folder)
    advised = tuple(advised)
    outcomes = [_without_name(one) for one in advised if not one.advice.scores.organisation]
    orders = list(_orders(advised, desk))
    if orders:
        outcomes += _write_all(orders, desk, crew or Crew(1), progress)
    return tuple(outcomes)


def _write_all(
    orders: Sequence[Order], desk: Desk, crew: Crew, progress: Progress
) -> Iterator[Outcome]:
    style = desk.open_style()
    lacks = _lacks(style, desk)
    light = replace(desk, wanted=replace(desk.wanted, previous=()), known={})
    write = partial(_write, light, style)
    with progress(len(orders)) as tick:
        written = crew.done_in_order(write, orders, _ended)
        for order, outcome in zip(orders, written, strict=True):
            told = lacks + _about_previous(order, desk)
            yield replace(outcome, problems=outcome.problems + told)
            tick()


def _orders(advised: Iterable[Advised], desk: Desk) -> Iterator[Order]:
    named = [one for one in advised if one.advice.scores.organisation]
    stems = report_stems(_owner(one) for one in named)
    by_team: dict[tuple[str, str], list[Earlier]] = defaultdict(list)
    for earlier in desk.wanted.previous:
        by_team[team_of(earlier)].append(earlier)
    for one, stem in zip(named, stems, strict=True):
        facts = facts_of(one.advice.scores, desk.content)
        previous = choose(facts, by_team.get(team_of(facts), ()))
        yield Order(one, stem, previous, desk.known.get(desk.report_name(stem)))


def _about_previous(order: Order, desk: Desk) -> tuple[Problem, ...]:
    """Return what is told about the earlier scan, where one was to be put beside this one."""
    if order.previous:
        return order.previous.problems
    if not desk.wanted.previous:
        return ()
    source = Source(order.advised.advice.scores.used[0].origin.label)
    return (problem(Code.PREVIOUS_NOT_FOUND, source),)


def _lacks(style: StyleDocument, desk: Desk) -> tuple[Problem, ...]:
    """Return what the house style lacked, where it is not our own."""
    if not style.added or desk.sender.style is None:
        return ()
    source = Source(str(desk.sender.style))
    return (problem(Code.STYLE_LACKS, source, styles=", ".join(style.added)),)


def _owner(one: Advised) -> tuple[str, str | None]:
    return one.advice.scores.organisation or "", one.advice.scores.department


def _write(desk: Desk, style: StyleDocument, order: Order) -> Outcome:
    """Put one report on the shelf, with its agenda where that is wanted.

    A report that would become as it is, and that nobody touched, is not made again.
    """
    one, path = order.advised, desk.folder / desk.report_name(order.stem)
    made_of = order.made_of(desk)
    if order.known is not None and order.known == fingerprint(made_of, path):
        there = Written(path, Status.UNCHANGED)
        outcome = replace(_outcome(one, there), fingerprint=order.known)
    else:
        outcome = _write_report(desk, style, order, made_of)
    return _with_agenda(outcome, desk, order) if desk.wanted.agenda else outcome


def _write_report(desk: Desk, style: StyleDocument, order: Order, made_of: str) -> Outcome:
    """Draw one report and put it on the shelf."""
    one, path = order.advised, desk.folder / desk.report_name(order.stem)
    report = desk.compose(one, order.earlier)
    docx = draw(report, style, desk.now)
    verify(docx, report)
    written, updated = desk.put_report(path.name, docx)
    untouched = written.path == path and not updated.edited
    return replace(
        _outcome(one, written),
        updated=updated.without_content(),
        fingerprint=fingerprint(made_of, path) if untouched else None,
    )


def _with_agenda(outcome: Outcome, desk: Desk, order: Order) -> Outcome:
    """Put the agenda beside the report, and tell what there is to tell of it."""
    one, written = order.advised, outcome.written
    agenda = draw_agenda(one.advice, desk.content)
    beside = desk.put_agenda(agenda_name(order.stem), agenda)
    written = replace(written, problems=written.problems + beside.problems)
    return replace(outcome, written=written, problems=one.problems + written.problems)


def _ended(order: Order) -> Outcome:
    """Return that making a report ended the process that did it."""
    fault = problem(Code.REPORT_ENDED_PROCESS, Source(order.stem))
    return _outcome(order.advised, Written(None, Status.FAILED, (fault,)))


def _without_name(one: Advised) -> Outcome:
    used = one.advice.scores.used[0]
    hint = sender_hint(used.origin.mail)
    unknown = problem(Code.ORGANISATION_UNKNOWN, Source(used.origin.label), hint=hint)
    written = Written(None, Status.FAILED, (unknown,))
    return _outcome(one, written)


def _outcome(one: Advised, written: Written) -> Outcome:
    scores = one.advice.scores
    problems = one.problems + written.problems
    return Outcome(scores.organisation, scores.department, written, problems)
