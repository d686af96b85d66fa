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

    from icu4py.breakers import CharacterBreaker, LineBreaker
    from icu4py.messageformat import MessageFormat

    Argument = int | Decimal | str | date
    _Given = dict[str, int | float | str | Decimal | date | datetime]

_FALLBACK_LOCALE = "en"
_NOT_BMP = re.compile("[\ud800-\udfff\U00010000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ARGUMENT = re.compile(r"\{\s*([^\s{},#']+)\s*[,}]")

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


class _Icu(NamedTuple):
    lines: type[LineBreaker]
    graphemes: type[CharacterBreaker]
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
        from icu4py.breakers import CharacterBreaker, LineBreaker
        from icu4py.messageformat import MessageFormat

        MessageFormat("", "und")
    finally:
        if before is None:
            del os.environ["LC_ALL"]
        else:
            os.environ["LC_ALL"] = before
    return _Icu(LineBreaker, CharacterBreaker, MessageFormat)


def line_breaks(text: str, language: str) -> list[int]:
    """Return the end of each piece of *text* after which a line may end (UAX #14, tailored for *language*).

    Offsets are Python's; the last one is the length of the text. *language* is a BCP 47 tag.
    """
    special = _NOT_BMP.search(text) is not None
    if special:
        text = _SURROGATE.sub("\ufffd", text)
    ends = [end for _, end in _icu().lines(text, language).segments()]
    return _characters(text, ends) if special else ends


def grapheme_breaks(text: str, language: str) -> list[int]:
    """Return the end of each grapheme cluster of *text* (UAX #29): what a reader takes for one character."""
    special = _NOT_BMP.search(text) is not None
    if special:
        text = _SURROGATE.sub("\ufffd", text)
    ends = [end for _, end in _icu().graphemes(text, language).segments()]
    return _characters(text, ends) if special else ends


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
