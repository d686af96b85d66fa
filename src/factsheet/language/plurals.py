"""Which plural branches a language needs (CLDR's plural rules, as ICU knows them)."""

from __future__ import annotations

from functools import lru_cache

from ..icu import MessageError, format_message
from ..model.placeholders import KEYWORDS

_NUMBERS = (*range(201), 1_000, 1_000_000)
_SHOWN = 4


@lru_cache(64)
def categories(language: str, kind: str = "plural") -> dict[str, tuple[int, ...]]:
    """Return the categories that *language* puts whole numbers in, with the numbers of each up to 200.

    Args:
        language: a BCP 47 tag.
        kind: ``plural``, or ``selectordinal`` for first, second, third.
    """
    branches = " ".join(f"{word} {{{word}}}" for word in KEYWORDS)
    found: dict[str, list[int]] = {}
    for number in _NUMBERS:
        try:
            word = format_message(f"{{n, {kind}, {branches}}}", language, {"n": number})
        except MessageError:
            word = "other"
        found.setdefault(word, []).append(number)
    usual = {word: numbers for word, numbers in found.items() if min(numbers) <= _NUMBERS[200]}
    return {word: tuple(usual[word]) for word in KEYWORDS if word in usual}


def examples(language: str, word: str, kind: str = "plural") -> str:
    """Return numbers of a category, as a remedy lists them: ``2, 3, 4, 22 …``."""
    numbers = categories(language, kind).get(word, ())
    return ", ".join(map(str, numbers[:_SHOWN])) + (" …" if len(numbers) > _SHOWN else "")
