"""What a run reports: progress on one line, then problems and files in the format asked for."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from .human import lines, summary

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType

    from ..problems import Problem

FORMATS = ("human", "json", "sarif")


class File(NamedTuple):
    """A file that was written."""

    edition: str
    language: str
    path: str
    bytes: int


class Progress:
    """One line on standard error, and only where somebody looks at it; it is gone when the run ends."""

    def __init__(self, *, quiet: bool) -> None:
        """Stay silent when *quiet*, or when standard error is no terminal."""
        self._shown = not quiet and sys.stderr.isatty()

    def __enter__(self) -> Progress:
        """Begin."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Take the line away."""
        if self._shown:
            click.echo("\r\x1b[K", nl=False, err=True)

    def __call__(self, edition: str, stage: str) -> None:
        """Show the stage that begins."""
        if self._shown:
            click.echo(f"\r\x1b[K{edition}: {stage} …", nl=False, err=True)


@dataclass
class Report:
    """What comes out of one run: for people on standard error, for programs as one document on standard output."""

    format: str
    files: list[File] = field(default_factory=list)

    def finished(self, problems: Sequence[Problem], code: int = 0) -> int:
        """Report *problems* and the files; return *code*, or 1 where something is wrong in project files."""
        errors = sum(problem.severity == "error" for problem in problems)
        code = int(code) or (1 if errors else 0)
        if self.format == "human":
            for line in (line for problem in problems for line in lines(problem)):
                click.echo(line, err=True)
            if problems:
                click.echo(summary(errors, len(problems) - errors), err=True)
        else:
            # UTF-8, whatever the terminal speaks; half a character of a file's name becomes JSON's own escape of it.
            click.echo(self._document(problems, code).encode("utf-8", "backslashreplace"))
        return code

    def finish(self, problems: Sequence[Problem]) -> None:
        """Report *problems* and leave."""
        sys.exit(self.finished(problems))

    def _document(self, problems: Sequence[Problem], code: int) -> str:
        import json

        if self.format == "json":
            from .machine import document

            return json.dumps(document(problems, self.files), ensure_ascii=False, indent=2)
        from ..editions.catalogue import rules
        from .sarif import log

        return json.dumps(log(problems, rules(), code), ensure_ascii=False, indent=2)


def _chosen(context: click.Context, _: click.Parameter, value: str) -> None:
    if isinstance(context.obj, Report):
        context.obj.format = value


def format_option(*formats: str) -> Callable[[Any], Any]:
    """Return the option ``--format``; the choice goes to the Report of the run."""
    return click.option(
        "--format",
        type=click.Choice(formats),
        default="human",
        expose_value=False,
        is_eager=True,
        callback=_chosen,
        help="How to report: for people, or as one document on standard output [human].",
    )
