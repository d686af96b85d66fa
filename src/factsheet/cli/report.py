"""What the terminal shows: progress on one line, problems as a compiler would."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..problems import Problem


class Progress:
    """One line on standard error, and only where somebody looks at it."""

    def __init__(self, *, quiet: bool) -> None:
        """Stay silent when *quiet*, or when standard error is no terminal."""
        self._shown = not quiet and sys.stderr.isatty()

    def __call__(self, edition: str, stage: str) -> None:
        """Show the stage that begins."""
        if self._shown:
            click.echo(f"\r\x1b[K{edition}: {stage} …", nl=False, err=True)

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            click.echo("\r\x1b[K", nl=False, err=True)


def finish(problems: Sequence[Problem], code: int = 0) -> NoReturn:
    """Report *problems* on standard error and leave: with *code*, or 1 where something is wrong in project files."""
    for problem in problems:
        click.echo("\n".join(_lines(problem)), err=True)
    errors = sum(problem.severity == "error" for problem in problems)
    if problems:
        click.echo(f"{_count(errors, 'error')}, {_count(len(problems) - errors, 'warning')}", err=True)
    sys.exit(int(code) or (1 if errors else 0))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _lines(problem: Problem) -> Iterable[str]:
    colour = "red" if problem.severity == "error" else "yellow"
    yield click.style(f"{problem.severity}[{problem.rule}]", fg=colour, bold=True) + f": {problem.message}"
    position = problem.position
    if position is not None:
        yield f"  ┌─ {position.file}:{position.line}:{position.column}"
        if position.excerpt:
            yield f"  │ {position.excerpt}"
            yield f"  │ {_caret(position.excerpt, position.column, position.length)} {problem.caret}".rstrip()
    if problem.caret and not (position and position.excerpt):
        yield f"  = {problem.caret}"
    if problem.where:
        yield f"  = in {problem.where}"
    if problem.remedy:
        yield f"  = {problem.remedy}"


def _caret(excerpt: str, column: int, length: int) -> str:
    """Return the blanks and carets under *excerpt*; tabs stay tabs so that they line up."""
    lead = "".join("\t" if character == "\t" else " " for character in excerpt[: column - 1])
    return lead + "^" * max(1, min(length, len(excerpt) - column + 1))
