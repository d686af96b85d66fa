"""The fit ladder of a column of rows: what is tried, in order, before a page is said to be too full.

Gaps close first, down to 12 pt; that is the vertical fit's. Then all running text of the column goes down the ladder a
rung at a time, so that row mates keep one size; headings come along at the last step only. Figures keep their sizes.
What fits at once is not touched.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ..problems import Problem
from ..text.rungs import CLOSER, LEAST, RUNGS, SMALLER
from .nodes import walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..model.placed import Placed
    from ..text.typesetter import Typesetter

    Attempt = Callable[[Typesetter], tuple[tuple[Placed, ...], float]]

BODY = frozenset({"body", "body_small", "note", "strip_text"})
"""Roles of running text."""

HEADINGS = frozenset({"h1", "h2", "h3"})
REMEDY = "shorten a text, take a block out, or give the template fewer rows"


class Step(NamedTuple):
    """A rung, and the roles that stand on it."""

    rung: int
    roles: frozenset[str]

    @property
    def said(self) -> str:
        """What it has done to the text."""
        if percent := RUNGS[self.rung].percent:
            return f"set {percent} % smaller" + (", headings too," if self.roles & HEADINGS else "")
        return "set a little closer"


STEPS = (*(Step(rung, BODY) for rung in (CLOSER, SMALLER, LEAST)), Step(LEAST, BODY | HEADINGS))


@dataclass(frozen=True, slots=True)
class Fitted:
    """A column as it is placed.

    Attributes:
        over: points that it holds more than it has room for, as its text is set by the brand.
        left: the same with all of the ladder done.
        step: what made it fit, or None.
    """

    placed: tuple[Placed, ...]
    over: float = 0.0
    left: float = 0.0
    step: Step | None = None


def fitted(attempt: Attempt, typesetter: Typesetter) -> Fitted:
    """Return what *attempt* places with *typesetter*, or as little down the ladder as makes it fit.

    Where nothing makes it fit it is returned as it was.
    """
    placed, over = attempt(typesetter)
    left = over
    for step in STEPS if over else ():
        again, left = attempt(typesetter.lowered(step.rung, step.roles))
        if not left:
            return Fitted(again, step=step)
    return Fitted(placed, over, left)


def ladder_problems(fitted: Fitted, number: int) -> Iterator[Problem]:
    """Yield what is to be said of a column of page *number*: that it is too full, or what made it fit."""
    if fitted.over:
        yield _overflow(fitted, number)
    elif fitted.step is not None:
        message = f"the running text of page {number} is {fitted.step.said} to fit"
        remedy = "shorten a text of the page if it is to keep its size"
        quiet = not RUNGS[fitted.step.rung].percent
        where = f"page{number}"
        yield Problem("fit-ladder", message, None, remedy, "", where, severity="warning", quiet=quiet)


def _overflow(fitted: Fitted, number: int) -> Problem:
    """Name the tallest block: most is to be gained there."""
    message = f"page {number} holds {fitted.over:.1f} pt more than it has room for"
    if fitted.over - fitted.left >= 0.1:
        message += f", and {fitted.left:.1f} pt with its text {STEPS[-1].said.rstrip(',')}"
    blocks = [(node.box.height, where) for node, where in walk(fitted.placed) if node.kind == "block" and where]
    height, where = max(blocks, key=lambda block: block[0], default=(0.0, f"page{number}"))
    if blocks:
        message += f"; its tallest block, {where.partition('.')[2]}, takes {height:.1f} pt"
    return Problem("page-overflow", message, None, REMEDY, "", where)
