"""The one door to ICU (icu4py): places where text may break, and MessageFormat.

ICU is imported on first use, because it costs 15 to 40 ms.
"""

from __future__ import annotations

import os
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime
    from decimal import Decimal

    from icu4py.breakers import CharacterBreaker, LineBreaker, WordBreaker
    from icu4py.messageformat import MessageFormat

    Argument = int | Decimal | str | date
    _Given = dict[str, int | float | str | Decimal | date | datetime]

_FALLBACK_LOCALE = "en"
_NOT_BMP = re.compile("[\ud800-\udfff\U00010000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ARGUMENT = re.compile(r"\{\s*([^\s{},#']+)\s*[,}]")

_SYLLABIC = "[\u0e01-\u0eff\u1000-\u109f\u1780-\u17df\ua9e0-\ua9ff\uaa60-\uaa7f]"  # Thai, Lao, Burmese, Khmer
_MAY_NEED_GUARD = re.compile("[^\u0000-\u0e00\u2000-\u20ff]").search  # those, Han and more; large ranges compile slowly
_UNITS = (
    "个百分点|個百分點|百分点|百分點|平方公里|平方千米|平方米|立方米|人民币|年度|年代|世纪|世紀|季度|个月|個月|小时|小時|分钟|分鐘|公里|千米|"
    "公斤|千克|公顷|公頃|美元|欧元|歐元|人次|[かヶカヵ][月国國所]|"
    "[年月日号號时時分秒人名位个個家所项項次天周週岁歲元円圆倍成期届屆季级級度点點台户戶口吨噸克米里亩畝升条條件种種国國省市县縣区區村页頁回本枚歳冊]"
)

_UNREADABLE = {
    "U_PATTERN_SYNTAX_ERROR": "the words between braces cannot be read: check names, commas and nested braces",
    "U_UNMATCHED_BRACES": "a brace { is opened but not closed",
    "U_DEFAULT_KEYWORD_MISSING": "a plural or select has no 'other' branch; every language needs one",
    "U_NUMBER_SKELETON_SYNTAX_ERROR": "the number format after '::' is not one that ICU knows",
    "U_ILLEGAL_ARGUMENT_ERROR": "a format after the comma is unknown: number, date, plural, selectordinal, select, "
    "spellout and ordinal are known",
    "U_INDEX_OUTOFBOUNDS_ERROR": "the text is too long or nested too deeply",
}
_UNUSABLE = {
    "U_ILLEGAL_ARGUMENT_ERROR": "a figure has the wrong kind: number, plural and spellout need a number, date a date",
}


class MessageError(ValueError):
    """A message that ICU cannot read or fill in, said in words for whoever translates it."""


class _Guard(NamedTuple):
    """Where a line does not end, though ICU lets it: at places in a syllable, and inside of quantities."""

    syllable: re.Pattern[str]
    quantity: re.Pattern[str]


@cache
def _guard() -> _Guard:
    """Compile the patterns, for the texts that need them."""
    marks = (
        "\u0e2f-\u0e3a\u0e45-\u0e4e\u0eaf-\u0ebc\u0ec6-\u0ece\u17b4-\u17d3\u17dd"
        "\u102b-\u103e\u1056-\u1059\u105e-\u1060\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d\u108f\u109a-\u109d"
        "\ua9e5\ua9e6\uaa7b-\uaa7d"
    )
    stacking = "\u1039\u17d2"
    before_their_letter = "\u0e40-\u0e44\u0ec0-\u0ec4"  # vowels
    final = "[\u1000-\u1021\u103f][\u103b-\u103e]*\u1037?[\u1039\u103a]"  # a letter that ends a Burmese syllable
    syllable = f"(?<=[{stacking}{before_their_letter}])|(?<={_SYLLABIC})(?=[{marks}]|{final})"
    digit, sign = "0-9\uff10-\uff19", "\uff0b\uff0d"
    number = (
        f"[第{sign}{digit}][{sign}]?(?:[.,\uff0e]?[{digit}])*(?<=[{digit}])[多余餘几幾]?[十百千万萬亿億兆]*[多余餘]?"
    )
    return _Guard(re.compile(syllable), re.compile(f"{number}(?:{_UNITS})?"))


class _Icu(NamedTuple):
    lines: type[LineBreaker]
    graphemes: type[CharacterBreaker]
    words: type[WordBreaker]
    message: type[MessageFormat]


@cache
def _icu() -> _Icu:
    """Import ICU and fix its default locale.

    ICU formats in the machine's locale whatever it has no data for (spelling out in Kinyarwanda, say). It reads that
    locale from the environment when it first needs it and keeps it; so it is given one that is the same everywhere.
    """
    before = os.environ.get("LC_ALL")
    os.environ["LC_ALL"] = _FALLBACK_LOCALE
    try:
        from icu4py.breakers import CharacterBreaker, LineBreaker, WordBreaker
        from icu4py.messageformat import MessageFormat

        MessageFormat("", "und")
    finally:
        if before is None:
            del os.environ["LC_ALL"]
        else:
            os.environ["LC_ALL"] = before
    return _Icu(LineBreaker, CharacterBreaker, WordBreaker, MessageFormat)


def line_breaks(text: str, language: str) -> list[int]:
    """Return the end of each piece of *text* after which a line may end.

    Offsets are Python's; the last one is the length of the text. *language* is a BCP 47 tag. Two kinds of ICU's breaks
    (`bare_line_breaks`) are left out: those within a syllable of Thai, Lao, Burmese or Khmer, where its dictionaries
    meet a word that they do not know; and those within a Chinese or Japanese quantity (第|3|季度, 1410|万|人).
    """
    ends = bare_line_breaks(text, language)
    if text.isascii() or _MAY_NEED_GUARD(text) is None:
        return ends
    within = set[int]()
    for quantity in _guard().quantity.finditer(text):
        within.update(range(quantity.start() + 1, quantity.end()))
    return [end for end in _between_syllables(text, ends) if end not in within]


def phrase_breaks(text: str, language: str) -> list[int]:
    """Return those of `line_breaks` that part no word, as ICU's dictionaries know words: for headings in Chinese."""
    special = _NOT_BMP.search(text) is not None
    plain = _SURROGATE.sub("\ufffd", text) if special else text
    ends = [end for _, end in _icu().words(plain, language).segments()]
    words = set(_characters(plain, ends) if special else ends)
    return [end for end in line_breaks(text, language) if end in words]


def bare_line_breaks(text: str, language: str) -> list[int]:
    """Return line breaks as ICU has them (UAX #14, tailored for *language*).

    Japanese is set strictly, without small kana and the sound mark ー at the start of a line (JIS X 4051), unless its
    tag has extensions of its own.
    """
    special = _NOT_BMP.search(text) is not None
    if special:
        text = _SURROGATE.sub("\ufffd", text)
    if language.startswith("ja") and language[2:3] in {"", "-"} and "-u-" not in language:
        language += "-u-lb-strict"
    ends = [end for _, end in _icu().lines(text, language).segments()]
    return _characters(text, ends) if special else ends


def grapheme_breaks(text: str, language: str) -> list[int]:
    """Return the end of each grapheme cluster of *text*: what a reader takes for one character.

    UAX #29, tailored: in Thai, Lao, Burmese and Khmer, what cannot begin or end a line stays with its syllable.
    """
    special = _NOT_BMP.search(text) is not None
    if special:
        text = _SURROGATE.sub("\ufffd", text)
    ends = [end for _, end in _icu().graphemes(text, language).segments()]
    return _between_syllables(text, _characters(text, ends) if special else ends)


def _between_syllables(text: str, ends: list[int]) -> list[int]:
    if _MAY_NEED_GUARD(text) is None:
        return ends
    within = _guard().syllable.match
    return [end for end in ends if end == len(text) or within(text, end) is None]


def _characters(text: str, ends: Iterable[int]) -> list[int]:
    """Turn UTF-16 offsets into offsets of characters."""
    index = {}
    units = 0
    for position, character in enumerate(text):
        index[units] = position
        units += 2 if character > "\uffff" else 1
    index[units] = len(text)
    return [index[end] for end in ends]


def format_message(pattern: str, language: str, arguments: Mapping[str, Argument]) -> str:
    """Fill in an ICU MessageFormat pattern.

    Args:
        pattern: as ICU reads it; an apostrophe that is meant as one is doubled.
        language: a BCP 47 tag, for plurals, numbers and dates.
        arguments: by the names between braces. A date stands for its day in any time zone.

    Raises:
        MessageError: the pattern cannot be read, an argument has the wrong kind, or one that is printed has no value
            (ICU would print its name in braces).
    """
    message = _compiled(pattern, language)
    given: _Given = dict(arguments)
    try:
        text = message.format(given)
    except (RuntimeError, ValueError) as error:
        raise MessageError(_explain(error, _UNUSABLE)) from error
    for name in _ARGUMENT.findall(pattern):
        if name not in given and f"{{{name}}}" in text and _prints(message, given, name, text):
            explanation = f"there is no value for {{{name}}}"
            raise MessageError(explanation)
    return text


@lru_cache(maxsize=4096)
def _compiled(pattern: str, language: str) -> MessageFormat:
    try:
        return _icu().message(pattern, language)
    except (RuntimeError, ValueError) as error:
        raise MessageError(_explain(error, _UNREADABLE)) from error


def _prints(message: MessageFormat, given: _Given, name: str, text: str) -> bool:
    """Say whether *text* shows argument *name*: braces in it may also be meant as braces."""
    try:
        return message.format({**given, name: 0}) != text
    except (RuntimeError, ValueError):
        return True


def _explain(error: Exception, words: Mapping[str, str]) -> str:
    if isinstance(error, UnicodeError):
        return "the text holds half a character (a lone surrogate)"
    found = re.search(r"U_\w+", str(error))
    code = found.group() if found else ""
    return words.get(code, f"ICU cannot use this text ({code or error})")
