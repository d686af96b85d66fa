"""The report as a JSON document. Keys are promises: version 1 gains some, but loses and changes none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..problems import Problem
    from .report import File

VERSION = 1


def document(problems: Iterable[Problem], files: Iterable[File]) -> dict[str, Any]:
    """Return the document: problems and the files that were written."""
    return {
        "version": VERSION,
        "problems": [_problem(problem) for problem in problems],
        "files": [file._asdict() for file in files],
    }


def _problem(problem: Problem) -> dict[str, Any]:
    position = problem.position
    return {
        "rule": problem.rule,
        "severity": problem.severity,
        "message": problem.message,
        "file": position.file if position else None,
        "line": position.line if position else None,
        "column": position.column if position else None,
        "length": position.length if position else None,
        "where": problem.where,
        "remedy": problem.remedy,
        "caret": problem.caret,
    }
