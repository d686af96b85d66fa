"""Texts as translations may turn out, before there is one: longer, or from right to left.

Placeholders, plurals, markup, links and addresses stay as they are; words alone change.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import bidirectional, normalize

if TYPE_CHECKING:
    from collections.abc import Callable

SHARE = 0.45
"""How much longer texts become: French headings of this genre are as much longer than English ones, and sentences 38
per cent; shorter texts of interfaces grow more (IBM's table says 80 to 100 per cent for 11 to 20 characters)."""

_LEAST = 3  # characters that make another word, with the blank before it
_TOKEN = re.compile(
    r"""
    \\.                                                                            # a character that is meant as one
    | \{\s*[^\s,{}]+\s*,\s*(?:plural|selectordinal)\s*,(?:\s*offset\s*:\s*\d+)?\s*[^\s{}]+\s*\{   # a plural begins
    | \{[^{}]*\}                                                                   # a placeholder
    | \}\s*[^\s{}]+\s*\{ | \}\s*\}                                        # the next branch, the end of a plural
    | \]\([^()\s]*\)                                                               # where a link leads
    | https?://\S+ | [^\s@]+@[^\s@]+\.[^\s@]+                                      # addresses
    | (?P<word>[^\W\d_]+(?:['\u2019][^\W\d_]+)*)
    | (?P<mark>[,;?](?!\d))
    """,
    re.VERBOSE | re.DOTALL,
)
_VOWEL = re.compile("[aeiouy]")
_ACCENTED = str.maketrans(
    "acdeghijklnoprstuwyzACDEGHIJKLNOPRSTUWYZ",
    "åçðéĝĥîĵķļñöþŕšţûŵýžÅÇÐÉĜĤÎĴĶĻÑÖÞŔŠŢÛŴÝŽ",
)
"""Letters of Latin-1 and Latin Extended-A, which every typeface for Central Europe has."""

_ARABIC = "ابصدهفغحيجكلمنوثقرستعشطخضز"
"""One letter for each of the Latin ones, some by their sound; together they take all forms, and join as Arabic does."""

_MARKS = {",": "\N{ARABIC COMMA}", ";": "\N{ARABIC SEMICOLON}", "?": "\N{ARABIC QUESTION MARK}"}


def longer(text: str) -> str:
    """Return *text* in accented letters, 45 per cent longer and in brackets, so that what is cut off is seen.

    Every few words are followed by the beginning of one of them again. A single word becomes a longer word.
    """
    if _words(text) < 2:
        return f"[{_changed(text, _stretched)}]"
    debt = 0.0

    def word(said: str) -> str:
        nonlocal debt
        debt += SHARE * (len(said) + 1)
        again = said[: max(0, int(debt) - 1)].lower() if debt >= _LEAST else ""
        debt -= len(again) + 1 if again else 0
        return f"{said} {again}".rstrip().translate(_ACCENTED)

    return f"[{_changed(text, word)}]"


def leftward(text: str) -> str:
    """Return *text* in brackets and in Arabic letters, a letter for a letter. Acronyms stay, as on Arabic pages."""
    return f"[{_changed(text, _in_arabic, _MARKS)}]"


def has_words(text: str) -> bool:
    """Say whether *text* has a word outside of its placeholders."""
    return _words(text) > 0


def _words(text: str) -> int:
    return sum(found["word"] is not None for found in _TOKEN.finditer(text))


def _changed(text: str, word: Callable[[str], str], marks: dict[str, str] | None = None) -> str:
    def said(found: re.Match[str]) -> str:
        if found["word"] is not None:
            return word(found[0])
        return found[0] if found["mark"] is None or marks is None else marks[found[0]]

    return _TOKEN.sub(said, text)


def _stretched(word: str) -> str:
    """Return a word with its vowels doubled, as many as it takes, and else its end once more."""
    more = round(SHARE * len(word) + 0.5)
    doubled = _VOWEL.sub(lambda vowel: vowel[0] * 2, word, count=more)
    return (doubled + word[: max(0, len(word) + more - len(doubled))].lower()).translate(_ACCENTED)


def _in_arabic(word: str) -> str:
    return word if len(word) > 1 and word.isupper() else "".join(map(_arabic, word))


@lru_cache(1024)
def _arabic(letter: str) -> str:
    """Return the Arabic letter that stands for *letter*: for é as for e, and any for those of other scripts."""
    base = normalize("NFD", letter)[0].casefold()
    if not letter.isalpha() or bidirectional(base) in {"R", "AL"}:
        return letter
    return _ARABIC[ord(base) - ord("a") if "a" <= base <= "z" else ord(base) % len(_ARABIC)]
