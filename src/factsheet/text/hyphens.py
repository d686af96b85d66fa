"""Where a word may be hyphenated: by the patterns of its language, loaded when somebody first asks.

The patterns are those of LibreOffice, as pyphen carries them. Loading costs 2 ms (Italian) to 0.8 s (Hungarian).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from unicodedata import is_normalized

from .scripts import SOFT_HYPHEN, script_of_language

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

BEFORE, AFTER = 2, 3
"""Letters that stay on a line before a hyphen, and that go on to the next one: fewer are not worth a hyphen."""

_SCRIPTS = frozenset({"Cyrl", "Grek", "Latn"})
_NAMES = {"no": "nb"}  # what pyphen calls otherwise
_NO_WORD = re.compile(rf"[/@\\_\d{SOFT_HYPHEN}]|\w[.:]\w")
_LETTERS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=10_000)
def hyphens(text: str, language: str) -> tuple[int, ...]:
    """Return the offsets at which *text*, a piece between blanks, may be hyphenated; often there are none.

    Never in web and mail addresses, with digits, in capitals and names like ``McKay``, nor where the author has put
    soft hyphens. Nor where a hyphen changes the spelling (Hungarian ``asszony``, ``asz-szony``): the text would not be
    what was written. A language without patterns has no hyphens (BCP 47 tag; scripts other than Latin, Cyrillic and
    Greek do without).
    """
    if len(text) < BEFORE + AFTER or _NO_WORD.search(text) or not is_normalized("NFC", text):
        return ()
    find = _patterns(language)
    if find is None:
        return ()
    return tuple(
        word.start() + point
        for word in _LETTERS.finditer(text)
        if not any(letter.isupper() for letter in word[0][1:])
        for point in find(word[0])
    )


@cache
def _patterns(language: str) -> Callable[[str], Sequence[int]] | None:
    if script_of_language(language) not in _SCRIPTS:
        return None
    from pyphen import Pyphen, language_fallback

    name = language_fallback(_NAMES.get(language, language))
    if name is None:
        return None
    patterns = Pyphen(lang=name, left=BEFORE, right=AFTER)
    return lambda word: [int(point) for point in patterns.positions(word) if point.data is None]
