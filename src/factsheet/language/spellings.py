"""How a language may say a number in a text, and whether a text says it: in words, in digits, or in both."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import decimal

from ..icu import MessageError, format_message
from ..model.facts import SCALES
from ..problems import FactsheetError
from .locales import Locale
from .numbers import MINUS, number
from .phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from ..model.facts import Fact

SPACELESS = frozenset({"zh", "ja", "yue"})
"""Languages whose words have no blanks between them: there a number ends where no numeral follows."""

_RULE_SETS = ("", "%spellout-cardinal-masculine", "%spellout-cardinal-feminine", "%spellout-cardinal-neuter")
_POWERS = (0, 2, 3, 4, 5, 6, 7, 8, 9, 12)
_SAMPLE = tuple(Decimal(n) for n in (*range(21), *range(30, 100, 10), 200, 2000, *(10**power for power in _POWERS)))
"""Numbers whose words are all those that numbers are made of, where words are parted."""

_NEAR = 64  # characters in which the word beside a number is looked for
_WORD = re.compile(r"\w+(?:[.,]\w+)*")
_DIGITS = re.compile(
    r"\d[\d.,'\N{RIGHT SINGLE QUOTATION MARK}\N{ARABIC DECIMAL SEPARATOR}\N{ARABIC THOUSANDS SEPARATOR}]*"
)
_EXACT = Context(prec=60)
_HYPHENS = ("-", "\N{HYPHEN}", "\N{NON-BREAKING HYPHEN}", MINUS)
_UNSEEN = "\u00ad\u061c\u200e\u200f\u2066\u2067\u2068\u2069"  # soft hyphen, marks of direction
_SAME = str.maketrans(
    dict.fromkeys(_UNSEEN, "")
    | {"\N{RIGHT SINGLE QUOTATION MARK}": "'"}
    | {"\N{ARABIC DECIMAL SEPARATOR}": ".", "\N{ARABIC THOUSANDS SEPARATOR}": ","}
    | dict.fromkeys(_HYPHENS, " ")
)
_FOREIGN = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Spellings:
    """The ways to say one value: *words*, *digits*, both *mixed* (1.4 billion), and *other* words (twice, half)."""

    words: tuple[str, ...]
    digits: tuple[str, ...]
    mixed: tuple[str, ...]
    other: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Every way, the usual one first."""
        return (*self.words, *self.digits, *self.mixed, *self.other)


def magnitude(fact: Fact, value: Decimal) -> Decimal:
    """Return the whole of a value, 1,250 of a million being 1,250,000,000; without its sign, as in "fell by 4"."""
    return abs(value).scaleb(SCALES[fact.scale], _EXACT)


@lru_cache(2048)
def spellings(value: Decimal, scale: str, unit: str, language: str) -> Spellings:
    """Return the ways in which *language* says *value*.

    Args:
        value: as the fact has it, without its sign.
        scale: that of the fact, or empty.
        unit: that of the fact: fifty of ``percent`` is a half, and a year is never grouped.
        language: a BCP 47 tag.
    """
    whole = _plain(value.scaleb(SCALES[scale], _EXACT))
    own, locale = _own(language), Locale(language)
    words = [*_spelt(whole, language)]
    if unit == "year":
        words.append(_format("{n, spellout,%spellout-numbering-year}", whole, language))
    digits = [number(whole, locale, grouped=unit != "year"), number(whole, locale, grouped=False)]
    mixed = []
    compact = _format("{n, number,::compact-long precision-unlimited}", whole, language)
    if compact and (found := _DIGITS.search(compact)) is not None and found[0] != compact:
        mixed.append(compact)
        words += [compact.replace(found[0], said) for said in _mantissa(found[0], whole, language)]
    if scale:
        power = _power(own.get(scale, scale), value, language)
        mixed.append(f"{number(_plain(value), locale)} {power}")
        words += [f"{said} {power}" for said in _spelt(_plain(value), language)]
    words = [form for said in words for form in (said, *_with_article(said, own, language))]
    share = whole.scaleb(-2, _EXACT) if unit == "percent" else whole
    other = [said for said in own.get(f"said-{_plain(share)}", "").split("; ") if said]
    return Spellings(*(tuple(dict.fromkeys(map(_shown, forms))) for forms in (words, digits, mixed, other)))


def plainly(text: str) -> str:
    """Return *text* in small letters and European digits, with one apostrophe and blanks for hyphens: twenty one."""
    text = _FOREIGN.sub(lambda found: _european(found[0]), text.translate(_SAME))
    return " ".join(text.casefold().split())


@lru_cache(1024)
def _european(character: str) -> str:
    return str(decimal(character)) if character.isdecimal() else character


def says(text: str, form: str, language: str) -> bool:
    """Say whether *text* holds *form* as a number of its own: neither inside a word nor inside a longer number.

    *text* is given as ``plainly`` and ``joined`` leave it.
    """
    form = plainly(form)
    at = text.find(form)
    while at >= 0:
        end = at + len(form)
        if _whole(text[max(0, at - _NEAR) : at], text[end : end + _NEAR], form, language):
            return True
        at = text.find(form, at + 1)
    return False


def candidates(text: str, openers: Container[str], longest: int, language: str) -> Iterator[str]:
    """Yield the pieces of *text* that may be a number in words, so that each is looked up and none searched for.

    Args:
        text: as ``plainly`` and ``joined`` leave it.
        openers: words that a number may begin with.
        longest: how many words a number may have.
        language: a BCP 47 tag.
    """
    if language.partition("-")[0] in SPACELESS:
        yield from re.findall(rf"[\d.,]*[{re.escape(''.join(sorted(_numerals(language))))}]+", text)
        return
    words = _WORD.findall(text)
    for start in range(len(words)):
        if words[start] in openers:
            for size in range(1, longest + 1):
                yield " ".join(words[start : start + size])


def _shown(form: str) -> str:
    return " ".join(form.replace("\N{SOFT HYPHEN}", "").split())


def joined(text: str, language: str) -> str:
    """Return *text* without the language's "and" between words of one number (one hundred and two)."""
    joint = _own(language).get("number-joint")
    if not joint or joint not in text:
        return text
    numerals = _numerals(language)

    def closed(found: re.Match[str]) -> str:
        return f"{found[1]} " if {found[1], found[2]} <= numerals else found[0]

    return re.sub(rf"\b(\w+) {re.escape(joint)} (?=(\w+))", closed, text)


def _whole(before: str, after: str, form: str, language: str) -> bool:
    """Say whether *form* ends where a number does: *before* and *after* are what stands round it."""
    if form[0].isdecimal() and re.search(r"\d[.,]?$", before):
        return False
    if form[-1].isdecimal() and re.match(r"[.,]?\d", after):
        return False
    numerals = _numerals(language)
    if language.partition("-")[0] in SPACELESS:
        return before[-1:] not in numerals and after[:1] not in numerals
    if (form[0].isalnum() and re.search(r"\w$", before)) or (form[-1].isalnum() and re.match(r"\w", after)):
        return False
    previous, following = re.search(r"(\w+) $", before), re.match(r" (\w+)", after)
    return not (previous and previous[1] in numerals) and not (following and following[1] in numerals)


@lru_cache(64)
def _numerals(language: str) -> frozenset[str]:
    """Return the words that numbers are made of; in a language without blanks, the characters."""
    said = {plainly(form) for value in _SAMPLE for form in _spelt(value, language)}
    if language.partition("-")[0] in SPACELESS:
        return frozenset("".join(said)) - {" "}
    return frozenset(word for form in said for word in re.findall(r"\w+", form))


@lru_cache(64)
def _powers(language: str) -> frozenset[str]:
    """Return the words for powers of ten."""
    said = (form for power in _POWERS for form in _spelt(Decimal(10**power), language))
    return frozenset(form.split(" ")[-1] for form in said)


def _spelt(value: Decimal, language: str) -> Iterator[str]:
    for pattern in _patterns(language):
        if said := _format(pattern, value, language):
            yield said


@lru_cache(64)
def _patterns(language: str) -> tuple[str, ...]:
    """Return the patterns that spell some number differently: for what a language lacks, ICU takes its usual words.

    English has one, French has two, Russian three.
    """
    patterns = [f"{{n, spellout{',' if rule_set else ''}{rule_set}}}" for rule_set in _RULE_SETS]
    by_words = {tuple(_format(pattern, n, language) for n in _SAMPLE): pattern for pattern in reversed(patterns)}
    return tuple(pattern for pattern in patterns if pattern in by_words.values())


def _mantissa(digits: str, whole: Decimal, language: str) -> Iterator[str]:
    """Yield the number that ICU put before its word for a power of ten, in words."""
    most = whole.adjusted()
    for power in sorted(_POWERS, key=lambda power: (power > most, -power)):  # the likeliest first
        part = _plain(whole.scaleb(-power, _EXACT))
        if number(part, Locale(language)) == digits:
            yield from _spelt(part, language)
            return


def _with_article(said: str, own: dict[str, str], language: str) -> Iterator[str]:
    """Yield "a billion" for "one billion", where the language has such an article."""
    article, one, *rest = own.get("article-one", ""), *said.split(" ")
    if article and rest and one == _one(language) and rest[0] in _powers(language):
        yield " ".join((article, *rest))


@lru_cache(64)
def _one(language: str) -> str:
    return next(_spelt(Decimal(1), language), "")


def _plain(value: Decimal) -> Decimal:
    """Return *value* without zeros at the end of its decimals and without an exponent."""
    short = value.normalize(_EXACT)
    exponent = short.as_tuple().exponent
    return short.quantize(Decimal(1), context=_EXACT) if isinstance(exponent, int) and exponent > 0 else short


def _own(language: str) -> dict[str, str]:
    """Return the tool's phrases; ICU spells numbers in languages that it has none for, too."""
    try:
        return phrases(language)
    except FactsheetError:
        return {}


def _power(phrase: str, value: Decimal, language: str) -> str:
    """Return the word for a scale beside *value*: it may have a plural."""
    try:
        return format_message(phrase, language, {"n": value})
    except MessageError:
        return phrase


def _format(pattern: str, value: Decimal, language: str) -> str:
    try:
        return format_message(pattern, language, {"n": value})
    except MessageError:
        return ""
