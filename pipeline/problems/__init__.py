"""What is wrong with what a person made, as a value with a place; a bug keeps its traceback."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.model import Source
from pipeline.problems.codes import NEAREST_ANSWER, Code, Severity

__all__ = [
    "NEAREST_ANSWER",
    "Code",
    "PipelineError",
    "Problem",
    "Severity",
    "problem",
    "stelling_problem",
    "worst",
]


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem at one place."""

    code: Code
    source: Source
    details: tuple[tuple[str, str], ...] = ()
    stelling: int | None = None

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return self.code.value.severity

    @property
    def message(self) -> str:
        """What is wrong, in Dutch."""
        return self.code.value.message.format(**dict(self.details))

    @property
    def suggestion(self) -> str:
        """What to do about it, in Dutch."""
        return self.code.value.suggestion.format(**dict(self.details))


def problem(code: Code, source: Source, **details: object) -> Problem:
    """Make a problem; `details` fill the `{names}` of its message."""
    return Problem(code, source, tuple((name, str(value)) for name, value in details.items()))


def stelling_problem(code: Code, source: Source, number: int, **details: object) -> Problem:
    """Make a problem about one stelling; its number is the `{number}` of the message."""
    return replace(problem(code, source, number=number, **details), stelling=number)


def worst(problems: tuple[Problem, ...]) -> Severity:
    """Return the highest severity; INFO when there are no problems."""
    order = tuple(Severity)
    return min((p.severity for p in problems), key=order.index, default=Severity.INFO)


class PipelineError(Exception):
    """A mistake of the user because of which a command can't go on: exit code 2."""

    def __init__(self, *problems: Problem) -> None:
        """Carry the problems to the one place that prints them."""
        super().__init__("; ".join(p.message for p in problems))
        self.problems = problems
