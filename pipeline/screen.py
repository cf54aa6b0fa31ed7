"""What the commands say on the screen, in Dutch. Only words; `cli` is what prints them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from pipeline.clearing import Cleared, Kind, Past
from pipeline.dates import in_words
from pipeline.figures import shown
from pipeline.finalize import FinalOutcome
from pipeline.intake import Checked
from pipeline.invite import Invited
from pipeline.model import Content, Scores
from pipeline.places import where
from pipeline.problems import Problem, worst
from pipeline.run import Outcome
from pipeline.shelf import Written
from pipeline.update import Updated
from pipeline.word import StyleFindings

SIGNS = {"error": "FOUT", "warning": "let op", "info": "ter info"}
_STATES = {"error": "aandacht nodig", "warning": "zo gelezen", "info": "goed"}
_FEW = 3  # texts that are named one by one
STATUSES = {
    "new": "nieuw",
    "updated": "vernieuwd",
    "unchanged": "ongewijzigd",
    "beside": "ernaast gezet",
    "failed": "niet gemaakt",
}


def problem_line(problem: Problem) -> str:
    """Return a problem with its file, cell or line, and what to do."""
    source = problem.source
    line = f":{source.line}" if source.line else ""
    file = f"{source.file}{line}: " if source.file else ""
    return f"{file}{_without_file(problem)}"


def _without_file(problem: Problem) -> str:
    place = f"{problem.source.place}: " if problem.source.place else ""
    sign = SIGNS[problem.severity.value]
    return f"{sign}: {place}{problem.message} {problem.suggestion}".rstrip()


def checked_lines(one: Checked) -> str:
    """Return how a file was read, with its problems below it."""
    state = _STATES[worst(one.problems).value] if one.usable else "niet bruikbaar"
    lines = [f"{one.file}: {state}"]
    lines += [f"  {_without_file(problem)}" for problem in one.problems]
    return "\n".join(lines)


def outcome_lines(outcome: Outcome) -> str:
    """Return what became of a report, where it is, and what an update did in it."""
    whose = " - ".join(part for part in (outcome.organisation, outcome.department) if part)
    status = STATUSES[outcome.written.status.value]
    lines = [f"{status}: {outcome.written.path or whose or 'zonder naam'}"]
    if outcome.updated.content is not None:
        lines += [f"  {line}" for line in _update_lines(outcome.updated)]
    return "\n".join(lines)


def _update_lines(updated: Updated) -> Iterator[str]:
    """Yield what an update did: how much is new, and where a person's own work is."""
    yield f"vernieuwd: {_pieces(updated.renewed)}"
    if updated.kept:
        yield f"behouden, want u hebt het bewerkt: {where(updated.kept)}"
    if updated.gone:
        yield f"verdwenen uit het advies, maar bij u blijven staan: {where(updated.gone)}"
    if updated.added:
        yield f"nieuw: {_pieces(updated.added)}"


def _pieces(ids: tuple[str, ...]) -> str:
    """Return how many texts there are, or where they stand where they are few."""
    if len(ids) > _FEW:
        return f"{len(ids)} teksten"
    return where(ids) or "niets"


def content_summary(content: Content) -> str:
    """Return what a content folder holds."""
    tips = sum(len(stelling.tips) for stelling in content.stellingen)
    stellingen = len(content.stellingen)
    return f"{len(content.themas)} thema's, {stellingen} stellingen, {tips} tips."


def made_line(path: Path) -> str:
    """Return that a file was made."""
    return f"Gemaakt: {path}"


def invited_lines(one: Invited) -> str:
    """Return what was made for one row of the list, and where it is."""
    written = [one.workbook, *([one.mail] if one.mail else [])]
    return "\n".join(written_line(file) for file in written if file.path)


def written_line(written: Written) -> str:
    """Return what became of a file, and where it is."""
    return f"{STATUSES[written.status.value]}: {written.path}"


def score_lines(scores: Iterable[Scores], content: Content) -> str:
    """Return the scores per thema."""
    return "\n".join(line for one in scores for line in _score_lines(one, content))


def _score_lines(scores: Scores, content: Content) -> Iterator[str]:
    whose = " - ".join(name for name in (scores.organisation, scores.department) if name)
    yield f"{whose or scores.used[0].origin.label} (invullers: {len(scores.used)})"
    for thema, score in zip(content.themas, scores.themas, strict=True):
        figure = "–" if score.tally.score is None else shown(score.tally.score)
        provisional = " (voorlopig)" if score.provisional else ""
        yield f"  {thema.title}: {figure} {score.niveau or 'nog geen niveau'}{provisional}"


def style_lines(findings: StyleFindings) -> str:
    """Return what a house-style document gives and lacks."""
    given = [name for name, has in _parts_of_page(findings) if has]
    lines = [
        f"Bladzijde: {findings.page}.",
        f"Gaat mee: {', '.join(given) or 'geen koptekst, voettekst of logo'}.",
        *(f"Komt in elk rapport op de bladzijden te staan: “{text}”." for text in findings.printed),
        f"Stijlen gevonden: {', '.join(findings.found) or 'geen'}.",
        f"Stijlen die ontbreken: {', '.join(findings.added) or 'geen'}.",
    ]
    if findings.added:
        lines.append("Wat ontbreekt, komt uit de eigen stijl van de QuickScan.")
    if findings.left_out:
        lines.append(f"Gaat niet mee: {', '.join(findings.left_out)}.")
    return "\n".join(lines)


def _parts_of_page(findings: StyleFindings) -> tuple[tuple[str, bool], ...]:
    return (
        ("koptekst", findings.header),
        ("voettekst", findings.footer),
        ("logo", findings.logo),
    )


_KINDS = {
    Kind.WORKBOOK: "ingevuld werkboek",
    Kind.MAIL: "mail",
    Kind.ZIP: "zip met werkboeken",
    Kind.DRAFT: "conceptmail",
    Kind.REPORT: "werkversie van een rapport",
}


def past_lines(past: Iterable[Past], today: date, days: int) -> str:
    """Return what is past its retention, file by file, with what to think of first."""
    return "\n".join(_past_line(one, today, days) for one in past)


def _past_line(one: Past, today: date, days: int) -> str:
    file, final = one.file, one.final_day
    line = f"{file.path.as_posix()}: {_KINDS[file.kind]}, {in_words(file.day)}"
    if one.keeps_scores:
        return f"{line}; geen definitieve versie in deze map, de scores worden bewaard"
    if final is not None and (today - final).days <= days:
        return f"{line}; let op: het rapport is pas definitief sinds {in_words(final)}"
    return line


def nothing_past_line(days: int) -> str:
    """Return that nothing is past its retention."""
    return f"Er is niets ouder dan {_counted(days, 'dag', 'dagen')}."


def more_line(count: int, sheet: str) -> str:
    """Return that there is more than what was told, and where it stands."""
    return f"En nog {count}. Zie het blad {sheet}."


def round_line(made: int, statuses: Sequence[str], folder: Path, faulty: int) -> str:
    """Return how a round ended: how many reports, what became of them, how many files are wrong."""
    reports = "1 rapport" if made == 1 else f"{made} rapporten"
    counts = Counter(STATUSES[status] for status in statuses)
    became = ", ".join(f"{count} {status}" for status, count in counts.items())
    asks = "1 bestand vraagt aandacht." if faulty == 1 else f"{faulty} bestanden vragen aandacht."
    told = f"{reports} in {folder}{f' ({became})' if len(statuses) > 1 else ''}."
    return f"{told} {asks}" if faulty else told


def clear_question(count: int) -> str:
    """Return the question before anything is removed."""
    files = "dit bestand" if count == 1 else f"deze {count} bestanden"
    return f"Wilt u {files} voorgoed verwijderen? Typ ja of nee: "


def cleared_lines(cleared: Cleared) -> str:
    """Return how much was removed, and where scores were kept."""
    lines = [f"{_counted(len(cleared.removed), 'bestand', 'bestanden')} verwijderd."]
    if cleared.scores is not None:
        lines.append(f"Bewaarde scores: {cleared.scores}")
    return "\n".join(lines)


def _counted(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"


_FINAL = {"final": "definitief", "refused": "nog niet definitief", "failed": "niet gemaakt"}


def final_lines(outcome: FinalOutcome) -> str:
    """Return what became of a report, where its versions are, and what is still to be done."""
    made = [path for path in (outcome.report, outcome.pdf, outcome.mail) if path is not None]
    lines = [f"{_FINAL[outcome.status.value]}: {path}" for path in made or [outcome.source]]
    lines += [f"  {_without_file(problem)}" for problem in outcome.problems]
    return "\n".join(lines)
