"""What the commands print with --json. The shape is the interface contract, "JSON"."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pipeline.figures import rounded_down
from pipeline.finalize import FinalOutcome
from pipeline.intake import Checked
from pipeline.model import Advice, Antwoord, Given, StellingScore, Tally
from pipeline.problems import Problem, Severity, worst
from pipeline.run import Outcome
from pipeline.teams import Advised


def dumps(objects: Iterable[dict[str, Any]]) -> str:
    """Return the objects as readable JSON."""
    return json.dumps(list(objects), ensure_ascii=False, indent=2)


def problem_json(problem: Problem) -> dict[str, Any]:
    """Return one problem."""
    return {
        "code": problem.code.key,
        "severity": problem.severity.value,
        "cell": problem.source.place,
        "stelling": problem.stelling,
        "message": problem.message,
        "suggestion": problem.suggestion,
    }


def checked_json(checked: Checked) -> dict[str, Any]:
    """Return one file as `check` tells it."""
    one = checked.questionnaire
    severity = worst(checked.problems)
    return {
        "file": checked.file,
        "organisation": one.profile.organisation.text or None if one else None,
        "department": one.profile.department.text or None if one else None,
        "status": "ok" if severity is Severity.INFO else severity.value,
        "answers": {str(given.stelling): answer_json(given) for given in one.answers}
        if one
        else {},
        "problems": [problem_json(problem) for problem in checked.problems],
    }


def answer_json(given: Given) -> str | None:
    """Return the key of an answer; null for one that was not understood."""
    return None if given.is_unread else given.antwoord.value


def scores_json(advised: Advised) -> dict[str, Any]:
    """Return the figures and advice of one organisatie + onderdeel."""
    advice = advised.advice
    scores = advice.scores
    return {
        "organisation": scores.organisation,
        "department": scores.department,
        "files": [one.origin.label for one in scores.used],
        "respondents": len(scores.used),
        "stellingen": {str(s.stelling): _stelling_json(s, advice) for s in scores.stellingen},
        "themas": {
            score.thema: _tally_json(score.tally)
            | {"niveau": score.niveau, "provisional": score.provisional}
            for score in scores.themas
        },
        "overall": _tally_json(scores.overall),
        "start_with": list(advice.start_with),
        "discuss": list(advice.discuss),
    }


def _stelling_json(score: StellingScore, advice: Advice) -> dict[str, Any]:
    return {
        "answers": [_key(answer) for answer in score.answers],
        "advice_answer": score.advice_answer.value,
        "also_answer": _key(score.also_answer),
        "score": None if score.score is None else rounded_down(score.score),
        "spread": score.spread,
        "disagreement": None if score.disagreement is None else rounded_down(score.disagreement),
        "niveau": score.niveau,
        "tips": [tip.id for tip in advice.stelling(score.stelling).tips],
    }


def _key(antwoord: Antwoord | None) -> str | None:
    return None if antwoord is None else antwoord.value


def _tally_json(tally: Tally) -> dict[str, Any]:
    return {
        "score": None if tally.score is None else rounded_down(tally.score),
        "scored": tally.scored,
        "unknown": tally.unknown,
        "empty": tally.empty,
        "nvt": tally.nvt,
    }


def outcome_json(outcome: Outcome) -> dict[str, Any]:
    """Return what became of one report."""
    path = outcome.written.path
    return {
        "organisation": outcome.organisation,
        "department": outcome.department,
        "report": _path(path),
        "status": outcome.written.status.value,
        "kept": list(outcome.updated.kept),
        "renewed": list(outcome.updated.renewed),
        "added": list(outcome.updated.added),
        "gone": list(outcome.updated.gone),
        "problems": [problem_json(problem) for problem in outcome.problems],
    }


def final_json(outcome: FinalOutcome) -> dict[str, Any]:
    """Return what became of making a report final."""
    return {
        "source": str(outcome.source.resolve()),
        "status": outcome.status.value,
        "report": _path(outcome.report),
        "pdf": _path(outcome.pdf),
        "mail": _path(outcome.mail),
        "problems": [problem_json(problem) for problem in outcome.problems],
    }


def _path(path: Path | None) -> str | None:
    return None if path is None else str(path.resolve())
