"""Problems: what is wrong, where, and what to do about it; exit codes.

A problem is a value, not an exception: stages collect all of them. FactsheetError carries the list to the caller.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Literal


class ExitCode(IntEnum):
    """What the shell sees.

    0 to 2 are promises: good, something wrong in project files, wrong usage or no such file. The others are no answers
    about the files: a fault of ours (EX_SOFTWARE of sysexits.h), and what a shell says of a command that a signal ended
    (128 and SIGINT, SIGPIPE).
    """

    GOOD = 0
    PROJECT = 1
    USAGE = 2
    FAULT = 70
    INTERRUPTED = 130
    PIPE = 141


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file: 1-based line and column, how many characters the caret underlines, and the line itself."""

    file: str
    line: int = 1
    column: int = 1
    length: int = 1
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    Attributes:
        rule: a stable id such as ``fact-unknown``, listed in RULES.
        message: what is wrong, in the words of whoever wrote the file.
        position: where, when a file is to blame.
        remedy: what to do.
        caret: a short remark under the underlined text (``did you mean 'staff'?``).
        where: the block, as page.area.block, when a page is to blame.
        quiet: whether only a check tells of it, because whoever builds has nothing to do about it.
    """

    rule: str
    message: str
    position: Position | None = None
    remedy: str = ""
    caret: str = ""
    where: str = ""
    severity: Literal["error", "warning"] = "error"
    quiet: bool = False


class FactsheetError(Exception):
    """Stops the line; carries every problem that was found."""

    exit_code = ExitCode.PROJECT

    def __init__(self, problems: list[Problem] | tuple[Problem, ...]) -> None:
        """Keep *problems*; they are reported by whoever called."""
        super().__init__("; ".join(f"{p.rule}: {p.message}" for p in problems))
        self.problems = tuple(problems)


class UsageError(FactsheetError):
    """The command was wrong, or a file it names does not exist or may not be read or written."""

    exit_code = ExitCode.USAGE
