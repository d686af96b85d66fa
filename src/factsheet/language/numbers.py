"""Numbers and dates through ICU's skeletons, so that text, tiles, axes and alt text agree in every language.

Skeletons: https://unicode-org.github.io/icu/userguide/format_parse/numbers/skeletons.html
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from ..icu import format_message

if TYPE_CHECKING:
    from decimal import Decimal

    from ..model.facts import Date, Qualifier

Rounding = Literal["half-even", "floor", "ceiling"]

MINUS = "\N{MINUS SIGN}"
_SAFE: dict[Qualifier, Rounding] = {
    "more-than": "floor",
    "less-than": "ceiling",
    "up-to": "ceiling",
    "almost": "ceiling",
}


def rounding(qualifier: Qualifier | None) -> Rounding:
    """Return how a value is rounded: a bound stays true (more than 733.7 is over 733), all else is half to even."""
    return _SAFE.get(qualifier, "half-even") if qualifier is not None else "half-even"


def number(
    value: Decimal,
    language: str,
    decimals: int | None = None,
    *,
    grouped: bool = True,
    mode: Rounding = "half-even",
) -> str:
    """Return *value* as *language* writes it; *decimals* None keeps the digits that the source printed."""
    if decimals is None:
        exponent = value.as_tuple().exponent
        decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    # To a cache 4 and 4.0 are one key, though they print other digits: so these are settled first.
    return _written(value, language, decimals, grouped, mode)


@lru_cache(4096)
def _written(value: Decimal, language: str, decimals: int, grouped: bool, mode: Rounding) -> str:
    skeleton = "precision-integer" if not decimals else "." + "0" * decimals
    skeleton += f" rounding-mode-{mode}" + ("" if grouped else " group-off")
    return format_message(f"{{n, number, ::{skeleton}}}", language, {"n": value}).replace("-", MINUS)


@lru_cache(1024)
def when(at: Date, language: str) -> str:
    """Return a date as precise as it is known: a year is never grouped, months are words."""
    if at.month is None:
        return str(at.year)
    skeleton = "yMMMM" if at.day is None else "yMMMMd"
    return format_message(f"{{d, date, ::{skeleton}}}", language, {"d": date(at.year, at.month, at.day or 1)})
