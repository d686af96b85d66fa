"""The arithmetic of derived facts: exact values, rounded no finer than their parts allow and never past a bound."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal
from typing import TYPE_CHECKING

from .facts import SCALES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .facts import Fact, Formula, Point, Qualifier, Status

_EXACT = Context(prec=200)
_ROUNDING = {"more-than": ROUND_FLOOR, "less-than": ROUND_CEILING, "up-to": ROUND_CEILING, "almost": ROUND_CEILING}
"""A bound is rounded the way in which it stays true (half of over 7 is over 3, not 4); all else half to even."""

_ROUND = {"about", "almost"}
_LINEAR = {"sum", "difference"}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a reckoning: a point of a fact, and its value."""

    fact: Fact
    point: Point
    value: Decimal

    @property
    def decimals(self) -> int:
        """How many decimals the value was printed with."""
        exponent = self.value.as_tuple().exponent
        return max(0, -exponent) if isinstance(exponent, int) else 0

    @property
    def round(self) -> bool:
        """Whether its last zeros are no figures (some 700, almost 11,000)."""
        return self.point.qualifier in _ROUND

    @property
    def figures(self) -> int:
        """How many significant figures it has: some 700 has one, about 345,000 has three."""
        written = self.value if self.decimals else self.value.normalize(_EXACT)
        return len(written.as_tuple().digits)

    @property
    def last(self) -> int:
        """The power of ten of its last significant figure."""
        exponent = self.value.normalize(_EXACT).as_tuple().exponent
        return exponent if self.value and isinstance(exponent, int) else 0


def exact(formula: Formula, parts: Sequence[Part]) -> Decimal:
    """Return the value of *formula*, not yet rounded. Of ``per``, the parts may differ in scale."""
    first, second = parts[0].value, parts[1].value
    if formula.operation == "difference":
        return _EXACT.subtract(first, second)
    if formula.operation == "sum":
        total = Decimal(0)
        for part in parts:
            total = _EXACT.add(total, part.value)
        return total
    if formula.operation == "per":
        first, second = (part.value.scaleb(SCALES[part.fact.scale], _EXACT) for part in parts)
    times = 100 if formula.operation == "share" else formula.times
    return _EXACT.divide(_EXACT.multiply(first, Decimal(times)), second)


def most_decimals(formula: Formula, parts: Sequence[Part]) -> int | None:
    """Return how many decimals the result may have at most, or None where the parts set no bound.

    A round part leaves none (some hundreds by an exact number is about six); a sum has those of its coarsest part.
    """
    if any(part.round for part in parts):
        return 0
    return min(part.decimals for part in parts) if formula.operation in _LINEAR else None


def rounded(
    value: Decimal, formula: Formula, parts: Sequence[Part], decimals: int, qualifier: Qualifier | None
) -> Decimal:
    """Return *value* with *decimals*, and with no more figures than a round part has."""
    round_parts = [part for part in parts if part.round]
    place = -decimals
    if round_parts and formula.operation in _LINEAR:
        place = max(0, *(part.last for part in round_parts))
    elif round_parts and value:
        place = max(0, value.adjusted() + 1 - min(part.figures for part in round_parts))
    mode = _ROUNDING.get(qualifier or "", ROUND_HALF_EVEN)
    coarse = value.quantize(Decimal(1).scaleb(place), mode, _EXACT)
    return coarse.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_EVEN, _EXACT)


def status(parts: Sequence[Part]) -> Status:
    """Return the weakest status of the parts: estimate in, estimate out."""
    statuses = {part.point.status for part in parts}
    return "estimated" if "estimated" in statuses else "provisional" if "provisional" in statuses else "published"
