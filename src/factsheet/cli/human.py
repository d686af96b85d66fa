"""Problems for people, as a compiler shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..problems import Problem


def lines(problem: Problem) -> Iterator[str]:
    """Yield what is wrong, where, the line with a caret under it, and what to do."""
    colour = "red" if problem.severity == "error" else "yellow"
    yield click.style(f"{problem.severity}[{problem.rule}]", fg=colour, bold=True) + f": {problem.message}"
    position = problem.position
    if position is not None:
        yield f"  ┌─ {position.file}:{position.line}:{position.column}"
        if position.excerpt:
            yield f"  │ {position.excerpt}"
            yield f"  │ {caret(position.excerpt, position.column, position.length)} {problem.caret}".rstrip()
    if problem.caret and not (position and position.excerpt):
        yield f"  = {problem.caret}"
    if problem.where:
        yield f"  = in {problem.where}"
    if problem.remedy:
        yield f"  = {problem.remedy}"


def summary(errors: int, warnings: int) -> str:
    """Return how many of each there are."""
    return f"{_count(errors, 'error')}, {_count(warnings, 'warning')}"


def caret(excerpt: str, column: int, length: int) -> str:
    """Return the blanks and carets under *excerpt*; tabs stay tabs so that they line up."""
    lead = "".join("\t" if character == "\t" else " " for character in excerpt[: column - 1])
    return lead + "^" * max(1, min(length, len(excerpt) - column + 1))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
