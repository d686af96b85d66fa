"""Numbers and dates through ICU's skeletons, so that text, tiles, axes and alt text agree in every language.

Skeletons: https://unicode-org.github.io/icu/userguide/format_parse/numbers/skeletons.html. Groups are set in numbers of
four digits too, in languages whose running text leaves them out there (Spanish, Polish): the same figure stands in
columns of figures, for which CLDR has this form (``group-on-aligned``), and so the United Nations print it.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from ..icu import format_message

if TYPE_CHECKING:
    from ..model.facts import Date, Qualifier
    from .locales import Locale

Rounding = Literal["half-even", "floor", "ceiling"]

MINUS = "\N{MINUS SIGN}"
_GROUPS = "group-on-aligned"
_STYLES = {"": f"::.### {_GROUPS}", "integer": f"::precision-integer {_GROUPS}"}
"""Styles that a text may leave to us, and what they are here."""

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
    locale: Locale,
    decimals: int | None = None,
    *,
    grouped: bool = True,
    mode: Rounding = "half-even",
) -> str:
    """Return *value* as *locale* writes it; *decimals* None keeps the digits that the source printed."""
    if decimals is None:
        exponent = value.as_tuple().exponent
        decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    # To a cache 4 and 4.0 are one key, though they print other digits: so these are settled first.
    return _written(value, locale, decimals, grouped, mode)


@lru_cache(4096)
def _written(value: Decimal, locale: Locale, decimals: int, grouped: bool, mode: Rounding) -> str:
    skeleton = "precision-integer" if not decimals else "." + "0" * decimals
    skeleton += f" rounding-mode-{mode} " + (_GROUPS if grouped else "group-off")
    return _told(format_message(f"{{n, number, ::{skeleton}}}", locale.tag, {"n": value}), locale)


def formatted(value: Decimal, locale: Locale, form: str, style: str = "") -> str:
    """Return *value* in a format that a text asks for: ``number`` with a style, ``spellout``, ``ordinal``.

    Raises:
        MessageError: ICU knows no such style.
    """
    style = _STYLES.get(style, style) if form == "number" else style
    said = format_message(f"{{n, {form}{',' if style else ''}{style}}}", locale.tag, {"n": value})
    return said if form == "spellout" else _told(said, locale)


def _told(text: str, locale: Locale) -> str:
    return locale.respelt(text).replace("-", MINUS)


@lru_cache(1024)
def when(at: Date, locale: Locale) -> str:
    """Return a date as precise as it is known: a year is never grouped, months are words."""
    if at.month is None:
        return number(Decimal(at.year), locale, 0, grouped=False)
    skeleton = "yMMMM" if at.day is None else "yMMMMd"
    return format_message(f"{{d, date, ::{skeleton}}}", locale.tag, {"d": date(at.year, at.month, at.day or 1)})
