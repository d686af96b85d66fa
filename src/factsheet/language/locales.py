"""What numbers and dates of one document look like: its language, its digits, a house's separators."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar
from unicodedata import bidirectional

from ..icu import format_message
from ..model.edition import from_right_to_left

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..model.brand import Brand

Value = TypeVar("Value")

LEFT_MARK, ARABIC_MARK = "\N{LEFT-TO-RIGHT MARK}", "\N{ARABIC LETTER MARK}"
ISOLATE, END_ISOLATE = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"

_TRADITIONAL = {"Hant", "TW", "HK", "MO"}
_SAMPLE = "1234567.8"


@dataclass(frozen=True, slots=True)
class Locale:
    """A language with the house style of numbers.

    Attributes:
        language: a BCP 47 tag.
        digits: a numbering system of CLDR (``latn``, ``arab``), ``native``, or '' for what CLDR says of the language.
        group: what parts groups of digits; None for what CLDR says.
        decimal: what parts the decimals; None for what CLDR says.
    """

    language: str
    digits: str = ""
    group: str | None = None
    decimal: str | None = None

    @property
    def tag(self) -> str:
        """The locale as ICU takes it: with the Gregorian calendar, which sources date by, and with its digits.

        Keywords are those of Unicode's extension of BCP 47 (RFC 6067).
        """
        digits = f"-nu-{self.digits}" if self.digits else ""
        return f"{self.language}-u-ca-gregory{digits}"

    @property
    def right_to_left(self) -> bool:
        """Whether the language is written so."""
        return from_right_to_left(self.language)

    def respelt(self, text: str) -> str:
        """Return a text of ICU's with the separators of the house between its digits."""
        if self.group is None and self.decimal is None:
            return text
        group, decimal = separators(self.tag)
        new = {group: group if self.group is None else self.group, decimal: self.decimal or decimal}
        if new[group] == new[decimal]:  # a house's group that is the language's decimal would change the figure
            return text
        return re.sub(r"(?<=\d)[^\d\w](?=\d)", lambda found: new.get(found[0], found[0]), text)

    def sign(self, text: str) -> str:
        """Return a sign that is joined to a number, so that it stays before its digits where text runs leftwards.

        CLDR does the same with minus and percent in Arabic: a left-to-right mark for European digits, an Arabic letter
        mark for Arabic ones (UAX #9 lets the former run rightwards, the latter take signs at the reading start).
        """
        if not self.right_to_left or not text:
            return text
        return (ARABIC_MARK if bidirectional(zero(self.tag)) == "AN" else LEFT_MARK) + text

    def isolated(self, text: str) -> str:
        """Return *text* in an isolate where its letters all run the other way, so that its neighbours stay in order."""
        if not self.right_to_left or text.startswith(ISOLATE):
            return text
        directions = {bidirectional(character) for character in text if character.isalpha()}
        return f"{ISOLATE}{text}{END_ISOLATE}" if directions == {"L"} else text


def locale(language: str, brand: Brand | None = None) -> Locale:
    """Return the locale of a document in *language* under *brand*, whose digits and separators win over CLDR's."""
    if brand is None:
        return Locale(language)
    own = by_language(brand.separators, language)
    digits = by_language(brand.digits, language) or ""
    return Locale(language, digits, None if own is None else own.group, None if own is None else own.decimal)


def fallbacks(language: str) -> Iterator[str]:
    """Yield *language* and its broader tags (RFC 4647, 3.4): ``fr-CA``, ``fr``.

    Chinese without a script is simplified; traditional Chinese never falls back to it.
    """
    parts = language.split("-")
    for size in range(len(parts), 0, -1):
        tag = "-".join(parts[:size])
        if tag == "zh" and _TRADITIONAL & set(parts):
            return
        yield tag
        if tag == "zh":
            yield "zh-Hans"


def by_language(values: Mapping[str, Value], language: str) -> Value | None:
    """Return the entry of *language*, of a broader tag, or the one for every language (under '')."""
    return next((values[tag] for tag in (*fallbacks(language), "") if tag in values), None)


@lru_cache(64)
def separators(tag: str) -> tuple[str, str]:
    """Return what CLDR puts between groups of digits, and before decimals; '' where it groups nothing."""
    text = format_message("{n, number, ::.0 group-on-aligned}", tag, {"n": Decimal(_SAMPLE)})
    found = re.findall(r"(?<=\d)[^\d\w](?=\d)", text)
    return (found[0] if len(found) > 1 else ""), found[-1]


@lru_cache(64)
def zero(tag: str) -> str:
    """Return the digit zero of a locale."""
    return format_message("{n, number}", tag, {"n": 0})[-1:]
