"""Numbers that stand in a text as digits, and how much they are."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ..icu import MessageError, format_message
from ..model.facts import SCALES
from ..problems import FactsheetError
from .locales import Locale, separators
from .phrases import phrases
from .spellings import SPACELESS, plainly

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLANKS = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
_MARKS = "\N{RIGHT SINGLE QUOTATION MARK}\N{ARABIC DECIMAL SEPARATOR}\N{ARABIC THOUSANDS SEPARATOR}"
_TYPED = re.compile(rf"\d+(?:[.,'{_MARKS}{_BLANKS}]\d+)*")
_SPACED = re.compile(rf"\d{{1,3}}(?:[ {_BLANKS}]\d{{3}})+(?:[.,]\d+)?(?!\d)|{_TYPED.pattern}")
_NEGATIVE = re.compile(r"(?<![^\W_])[-\N{MINUS SIGN}]$")
_EXACT = Context(prec=60)
_STEM = 4
"""Letters that a word for a power of ten has at least where it may have another ending: миллион, миллионам."""

_BESIDE = tuple(Decimal(number) for number in ("1", "1.5", "2", "3", "5", "11", "100"))
"""Numbers beside which a word for a power of ten may have different forms."""


class Figure(NamedTuple):
    """A number in a text: where, its digits in European ones, and its value where the language reads it as one."""

    offset: int
    length: int
    digits: str
    value: Decimal | None


def figures_in(text: str, locale: Locale) -> Iterator[Figure]:
    """Yield the numbers of *text*, which is in the language of *locale*, in order."""
    group, _ = _marks(locale)
    for token in (_SPACED if group.isspace() else _TYPED).finditer(text):
        yield Figure(token.start(), len(token[0]), plainly(token[0]), parsed(token[0], locale))


def parsed(text: str, locale: Locale) -> Decimal | None:
    """Return the value of a printed number (``10 978``), or None where *locale* does not read it as one.

    A mark between groups of digits counts before three of them alone: ``10.7`` is no number of Spanish.
    """
    group, decimal = (plainly(mark) or " " for mark in _marks(locale))
    plain, mark = plainly(text), re.escape(group)
    wanted = rf"(?:\d{{1,3}}(?:{mark}\d{{2,3}})*{mark}\d{{3}}|\d+)(?:{re.escape(decimal)}\d+)?"
    if re.fullmatch(wanted, plain) is None:
        return None
    return Decimal(plain.replace(group, "").replace(decimal, "."))


def amounts_in(text: str, locale: Locale) -> Iterator[Figure]:
    """Yield the same with their signs and their powers of ten: 1,552 million and 15.52亿 are both 1,552,000,000."""
    for figure in figures_in(text, locale):
        end = figure.offset + figure.length
        scale, length = _scale_at(text, end, locale.language)
        value = figure.value
        if value is not None:
            negative = _NEGATIVE.search(text[: figure.offset]) is not None
            value = value.scaleb(scale, _EXACT) * (-1 if negative else 1)
        yield figure._replace(length=figure.length + length, value=value)


def scale_of(unit: str, language: str) -> int:
    """Return the power of ten in a unit that stands apart from its number (``USD million``): 0 where it has none."""
    found = _powers(language).pattern.search(plainly(unit))
    return _powers(language).exponent(found[0]) if found is not None else 0


def _scale_at(text: str, end: int, language: str) -> tuple[int, int]:
    """Return the power of ten of the words after a number, and how many characters they take: mil millones."""
    powers, scale, at = _powers(language), 0, end
    while (found := powers.following.match(text, at)) is not None:
        scale += powers.exponent(found[1])
        at = found.end()
    return scale, at - end


class _Powers(NamedTuple):
    """The words of a language for powers of ten; *following* one stands after a number, or after another one."""

    words: dict[str, int]
    pattern: re.Pattern[str]
    following: re.Pattern[str]

    def exponent(self, word: str) -> int:
        """Return the power of a word, whatever its ending."""
        said = plainly(word)
        return self.words.get(said) or next(self.words[stem] for stem in self.words if said.startswith(stem))


@lru_cache(64)
def _powers(language: str) -> _Powers:
    """Return the words that CLDR has, and those of the tool's phrases where CLDR has no such word; longest first."""
    try:
        own = phrases(language)
    except FactsheetError:
        own = {}
    found = dict(_compact(language))
    for name, exponent in SCALES.items():
        for number in _BESIDE if name else ():
            found.setdefault(plainly(_said(own.get(name, ""), language, number)), exponent)
    words = {word: found[word] for word in sorted(found, key=len, reverse=True) if word}
    spaceless = language.partition("-")[0] in SPACELESS
    any_end = r"\w*" if own.get("inflected") else ""
    ends = "" if spaceless else r"(?!\w)"
    begins = "" if spaceless else r"(?<!\w)"
    said = [re.escape(word).replace(r"\ ", r"\s+") + (any_end if len(word) >= _STEM else "") + ends for word in words]
    pattern = "|".join(said) or "(?!)"
    return _Powers(words, re.compile(f"{begins}(?:{pattern})"), re.compile(rf"\s*({pattern})", re.IGNORECASE))


def _compact(language: str) -> Iterator[tuple[str, int]]:
    """Yield each word that CLDR puts after a number instead of its zeros, and how many these are."""
    locale = Locale(language)
    for power in range(3, 13):
        for beside in _BESIDE:
            number = beside.scaleb(power)
            said = _said("{n, number, ::compact-long}", language, number)
            for figure in figures_in(said, locale):
                word = plainly(said[: figure.offset] + said[figure.offset + figure.length :])
                if figure.value and word and (exponent := (number / figure.value).log10()) % 1 == 0:
                    yield word, int(exponent)


def _said(pattern: str, language: str, number: Decimal) -> str:
    try:
        return format_message(pattern.replace("'", "''"), language, {"n": number})
    except MessageError:
        return ""


def _marks(locale: Locale) -> tuple[str, str]:
    group, decimal = separators(locale.tag)
    return (group if locale.group is None else locale.group), locale.decimal or decimal
