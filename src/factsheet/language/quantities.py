"""What stands round a number: its scale, its currency, its sign of a per cent, in the order of each language.

House style of the phrases: a currency keeps its code where the language has the habit (``USD 1,250 million``,
``1 250 millions USD``), else its name in CLDR. A value keeps the scale of its source, so that its last printed digit
stays its last digit: 1,250 million is never 1.3 billion. Languages that count in other powers (``scales = "compact"``:
10,000 in Chinese) get the same value in theirs, exactly: 12.5亿 for 1,250 million.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from ..icu import format_message
from ..model.facts import SCALES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..model.facts import Fact
    from .locales import Locale

    Say = Callable[..., str]
    """Fills in a phrase: its key, then its arguments by name."""

_CURRENCY = re.compile(r"[A-Z]{3}")
_EXACT = Context(prec=60)  # twice the digits that a figure may have
_MANY = Decimal(1_000_000)
NBSP = "\N{NO-BREAK SPACE}"


def is_money(fact: Fact) -> bool:
    """Say whether the unit of *fact* is a currency (a code of ISO 4217)."""
    return _CURRENCY.fullmatch(fact.unit) is not None


def quantity(fact: Fact, value: Decimal, digits: str, phrases: Mapping[str, str], say: Say, locale: Locale) -> str:
    """Return a value with its unit as running text has it; no line may end inside.

    Args:
        fact: whose value it is.
        value: rounded to what is printed, in the scale of the fact.
        digits: the same as it is printed.
        phrases: those of the language.
        say: fills in one of them.
        locale: for scales and names of currencies.
    """
    amount = digits if not fact.scale else scaled(value, fact.scale, digits, phrases, say, locale)
    if fact.unit == "percent":
        return say("percent", number=amount)
    if not is_money(fact):
        return amount
    key = "money-scaled" if fact.scale else "money"
    return say(key, amount=amount, currency=currency(fact, value, phrases, locale))


def scaled(value: Decimal, scale: str, digits: str, phrases: Mapping[str, str], say: Say, locale: Locale) -> str:
    """Return *digits* with the word of their scale, or the same value in the powers that the language counts in."""
    if phrases.get("scales") == "compact":
        whole = value.scaleb(SCALES[scale], _EXACT)
        pattern = "{n, number, ::compact-long precision-unlimited group-on-aligned}"
        said = format_message(pattern, locale.tag, {"n": whole}).replace(" ", NBSP)  # no line ends within it
        return locale.respelt(said)
    return say("scaled", number=digits, scale=say(scale, n=value))


def unit(fact: Fact, phrases: Mapping[str, str], say: Say, locale: Locale) -> str:
    """Return the unit as it stands apart from its number: a currency and a scale (``USD million``).

    A unit that is a word is none of it: the label of the fact says what is counted.
    """
    scale = say(fact.scale, n=_MANY) if fact.scale else ""
    if not is_money(fact):
        return scale
    named = currency(fact, _MANY, phrases, locale)
    return say("money-unit", currency=named, scale=scale) if scale else named


def currency(fact: Fact, value: Decimal, phrases: Mapping[str, str], locale: Locale) -> str:
    """Return how the language calls the currency of *fact* beside *value*."""
    own = phrases.get(f"currency-{fact.unit}", "")
    if own or phrases.get("currencies") != "names":
        return own or fact.unit
    return _name(fact.unit, _MANY if fact.scale else value, locale.tag)


@lru_cache(256)
def _name(code: str, value: Decimal, tag: str) -> str:
    """Return CLDR's name of a currency, in the form that it has beside *value*."""
    said = format_message(f"{{n, number, ::currency/{code} unit-width-full-name .00}}", tag, {"n": value})
    return re.sub(r"^\W*\d.*\d\W*|\W*\d.*\d\W*$", "", said).strip().replace(" ", NBSP) or code
