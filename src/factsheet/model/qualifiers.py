"""What a derived figure may claim: the qualifier of a reckoning from the qualifiers of its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from .facts import Qualifier

_SOFT = {"about", "almost"}
_TURNED: dict[str, Qualifier] = {"more-than": "less-than", "less-than": "more-than"}
"""What a bound on the divisor, or on what is taken away, says of the result. "Up to" has no counterpart in words."""


class VagueError(Exception):
    """The parts leave nothing that could be said truly."""


def combined(operation: str, qualifiers: Sequence[Qualifier | None], least: Decimal) -> Qualifier | None:
    """Return the weakest qualifier of the parts as it holds for the result.

    "About" is the weakest. A bound holds on through a reckoning that has one bounded part, or through a sum of bounds
    in one direction; a bound of the second part of a ratio, share, rate or difference turns round.

    Args:
        operation: ratio, share, per, difference or sum.
        qualifiers: those of the parts, in order.
        least: the smallest value among the parts.

    Raises:
        VagueError: the bounds contradict each other, or the sign of a part is open.
    """
    bounds = {index: one for index, one in enumerate(qualifiers) if one is not None and one not in _SOFT}
    soft = {index: one for index, one in enumerate(qualifiers) if one is not None and one in _SOFT}
    if len(bounds) > 1 and (operation != "sum" or len({one == "more-than" for one in bounds.values()}) > 1):
        raise VagueError
    if soft:
        kept = set(soft.values()) == {"almost"} and not bounds and (operation == "sum" or set(soft) == {0})
        return "almost" if kept else "about"
    if not bounds:
        return None
    if operation in {"ratio", "share", "per"} and least <= 0:
        raise VagueError
    return _bound(operation, bounds)


def _bound(operation: str, bounds: dict[int, Qualifier]) -> Qualifier:
    if operation == "sum" or 0 in bounds:
        kinds = set(bounds.values())
        return kinds.pop() if len(kinds) == 1 else "less-than"
    if bounds[1] not in _TURNED:
        raise VagueError
    return _TURNED[bounds[1]]
