"""The line of a file that a problem points at, for whoever shows the problem."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from ..problems import Problem

LONGEST = 160
"""Characters shown: a longer line is data, not something to read in a terminal."""

_BLANKS = "\t\u00a0\u202f"


def with_excerpts(problems: Iterable[Problem], root: Path) -> tuple[Problem, ...]:
    """Return *problems* with the line each position is in; a file that cannot be read as text gives none."""
    files: dict[str, list[str]] = {}

    def quoted(problem: Problem) -> Problem:
        position = problem.position
        if position is None or position.excerpt:
            return problem
        if position.file not in files:
            files[position.file] = _lines(root / position.file)
        lines = files[position.file]
        if position.line > len(lines) or position.column > LONGEST:
            return problem
        return replace(problem, position=replace(position, excerpt=lines[position.line - 1][:LONGEST]))

    return tuple(quoted(problem) for problem in problems)


def _lines(path: Path) -> list[str]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return []
    # Control characters would let a file steer the reader's terminal.
    return ["".join(c if c.isprintable() or c in _BLANKS else "\ufffd" for c in line) for line in text.split("\n")]
