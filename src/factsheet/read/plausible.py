"""What a series of figures says about itself: digits that nobody printed, and values that jump."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from ..model.facts import Fact, Point
    from .document import Place
    from .report import Problems
    from .schema import PointFile

JUMP = 10
"""A change by this factor between neighbours is more often a slip (a zero, a scale) than news."""

_SILENCED = "say why in a 'note:' on the point, if it is right"


def check_decimals(
    decimals: int | None, points: Sequence[tuple[PointFile, Place]], place: Place, problems: Problems
) -> None:
    """Note a problem where a fact asks for more decimals than the source of one of its points printed.

    Args:
        decimals: what the fact asks for.
        points: its points and where they stand.
        place: where the fact stands.
        problems: takes what is wrong.
    """
    if decimals is None:
        return
    coarse = [(printed, point) for point, _ in points if (printed := _decimals(point.value)) < decimals]
    if coarse:
        printed, point = min(coarse, key=lambda pair: pair[0])
        count = f"{printed or 'no'} decimal{'' if printed == 1 else 's'}"
        message = f"the source printed {point.value} for {point.at}, with {count}"
        position = place.at("decimals").position
        problems.add("decimals-invented", message, position, f"write 'decimals: {printed}', or leave it out")


def _decimals(value: Decimal | None) -> int:
    exponent = 0 if value is None else value.as_tuple().exponent
    if value is None:
        return 999
    return max(0, -exponent) if isinstance(exponent, int) else 0


def check_jumps(fact: Fact, places: Mapping[int, Place], problems: Problems) -> None:
    """Warn of each drawn point that is ten times its neighbour or a tenth of it, and of a lone percentage over 100.

    A note on the point says that somebody knows why. *places* has the place of each point by its ``id()``.
    """
    drawn = [point for point in fact.drawn if point.value is not None]
    for before, point in pairwise(drawn):
        if (factor := _factor(before, point)) is not None and not point.note:
            message = f"'{fact.id}' goes from {before.value} ({before.at}) to {point.value} ({point.at}), {factor}"
            problems.warn("value-jump", message, places[id(point)].at("value").position, _SILENCED)
    if fact.unit == "percent":
        over = [point for point in drawn if point.value is not None and point.value > 100]
        for point in over if len(over) < len(drawn) else ():
            if not point.note:
                message = f"'{fact.id}' is {point.value} per cent ({point.at}), and over 100 only here"
                problems.warn("value-jump", message, places[id(point)].at("value").position, _SILENCED)


def _factor(before: Point, after: Point) -> str | None:
    """Say how far apart two values of one sign are, where it is ten times or more."""
    if not before.value or not after.value or (before.value < 0) is not (after.value < 0):
        return None
    ratio = abs(after.value / before.value)
    if ratio >= JUMP:
        return f"{_times(ratio)} times as much"
    return f"{_times(1 / ratio)} times less" if ratio * JUMP <= 1 else None


def _times(ratio: Decimal) -> str:
    return f"{ratio:,.0f}"
