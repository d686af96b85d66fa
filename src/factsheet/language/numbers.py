"""Numbers and dates through ICU's skeletons, so that text, tiles, axes and alt text agree in every language.

Skeletons: https://unicode-org.github.io/icu/userguide/format_parse/numbers/skeletons.html
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from ..icu import format_message

if TYPE_CHECKING:
    from decimal import Decimal

    from ..model.facts import Date

MINUS = "\N{MINUS SIGN}"


@lru_cache(4096)
def number(value: Decimal, language: str, decimals: int | None = None, *, grouped: bool = True) -> str:
    """Return *value* as *language* writes it; *decimals* None keeps the digits that the source printed."""
    if decimals is None:
        exponent = value.as_tuple().exponent
        decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    skeleton = "precision-integer" if not decimals else "." + "0" * decimals
    skeleton += " rounding-mode-half-even" + ("" if grouped else " group-off")
    return format_message(f"{{n, number, ::{skeleton}}}", language, {"n": value}).replace("-", MINUS)


@lru_cache(1024)
def when(at: Date, language: str) -> str:
    """Return a date as precise as it is known: a year is never grouped, months are words."""
    if at.month is None:
        return str(at.year)
    skeleton = "yMMMM" if at.day is None else "yMMMMd"
    return format_message(f"{{d, date, ::{skeleton}}}", language, {"d": date(at.year, at.month, at.day or 1)})
