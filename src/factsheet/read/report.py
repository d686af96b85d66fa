"""Collecting problems, and the remark that offers what was probably meant."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, NoReturn

from ..problems import FactsheetError, Position, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

LIMIT = 300
"""Problems after which reading stops, as compilers do: more help nobody, and a hostile file could make millions."""

_CANDIDATES = 300
_WORD = 64


class Problems:
    """Every problem of one reading, in the order in which it was found."""

    def __init__(self) -> None:
        """Start with none."""
        self._found: list[Problem] = []
        self._odd: list[Problem] = []

    def add(
        self, rule: str, message: str, position: Position | None, remedy: str = "", caret: str = "", where: str = ""
    ) -> None:
        """Note a problem, once: two texts may need the same missing font.

        Raises:
            FactsheetError: with everything so far, once there are LIMIT of them.
        """
        problem = Problem(rule, message, position, remedy, caret, where)
        if problem not in self._found:
            self._found.append(problem)
        if len(self._found) >= LIMIT:
            self.stop()

    def warn(self, rule: str, message: str, position: Position | None, remedy: str = "") -> None:
        """Note what is odd but may be meant: it is reported, and keeps nothing from being read."""
        problem = Problem(rule, message, position, remedy, severity="warning")
        if problem not in self._odd and len(self._odd) < LIMIT:
            self._odd.append(problem)

    def extend(self, others: Problems) -> None:
        """Note what *others* has, as if it had been found here.

        Raises:
            FactsheetError: with everything so far, once there are LIMIT of them.
        """
        for odd in others._odd:
            self.warn(odd.rule, odd.message, odd.position, odd.remedy)
        for wrong in others._found:
            self.add(wrong.rule, wrong.message, wrong.position, wrong.remedy, wrong.caret, wrong.where)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What is odd, by file, line and column."""
        return tuple(sorted(self._odd, key=_place))

    def stop(self) -> NoReturn:
        """Raise what was found, the odd with the wrong, by file, line and column."""
        raise FactsheetError(sorted((*self._found, *self._odd), key=_place))

    def finish(self) -> None:
        """Raise what was found, if anything is wrong."""
        if self._found:
            self.stop()

    def __len__(self) -> int:
        """How many things are wrong."""
        return len(self._found)


def _place(problem: Problem) -> Position:
    return problem.position or Position("", 0, 0)


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most like *word*, or None. Bounded, since both may come from a hostile file."""
    choices = [name for name in candidates if len(name) <= _WORD]
    if len(choices) > _CANDIDATES:
        choices = [name for name in choices if name[:1] == word[:1]][:_CANDIDATES]
    return next(iter(difflib.get_close_matches(word[:_WORD], choices, 1)), None)


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """Return the remark for under the caret, or nothing where no candidate is near."""
    found = nearest(word, candidates)
    return f"did you mean '{found}'?" if found else ""


def listed(names: Iterable[str], most: int = 12) -> str:
    """Return names for a remedy, shortened where there are many."""
    names = list(names)
    return ", ".join(names[:most]) + (", …" if len(names) > most else "")


def quoted(text: str, most: int = 40) -> str:
    """Return *text* in quotes, shortened where it is long."""
    return f"'{text}'" if len(text) <= most else f"'{text[:most]}…'"
