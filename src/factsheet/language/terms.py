"""Official names in translations: where a source text has a term, its translation has the name of that language.

A name is there when its words are, one after the other, in letters of any case. Where names decline, each word may end
otherwise: two words are one where the letters that both begin with are three fifths of the longer one (Глобальный
договор, Глобального договора). In Arabic the article and the particles that are written together with a word ("and",
"for", "in", "as") do not count (المنظمة, للمنظمة). The languages of ``_FIXED`` do not decline names; in those of
``_UNSPACED`` no blanks part words, and the name stands as the table has it.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING
from unicodedata import category, normalize

from ..model.content import plain
from .locales import by_language, fallbacks
from .markup import spans
from .spellings import SPACELESS, plainly

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.terms import Term

STEM = 0.6

_FIXED = frozenset({*("ca", "en", "es", "fr", "gl", "id", "it"), *("ms", "nl", "pt", "vi")})
_UNSPACED = SPACELESS | {"bo", "dz", "km", "lo", "my", "th"}
_WORD = re.compile(r"[^\W_]+")
_JOINED = ("و", "ف")
_PREFIXES = ("ال", "بال", "كال", "لل", "ب", "ك", "ل")
_TAKEN = "\N{OBJECT REPLACEMENT CHARACTER}"


def in_language(terms: Iterable[Term], language: str) -> tuple[Term, ...]:
    """Return the terms that hold in *language*, the longest first; where its tag has none, those of a broader one."""
    found: dict[str, dict[str, Term]] = {}
    for term in terms:
        if term.language in fallbacks(language):
            found.setdefault(term.term, {})[term.language] = term
    chosen = (by_language(names, language) for names in found.values())
    return tuple(sorted(filter(None, chosen), key=lambda term: (-len(term.term), term.term)))


def unnamed(source: str, text: str, terms: Iterable[Term], language: str) -> Iterator[Term]:
    """Yield the terms of *source* whose names *text* does not have.

    Args:
        source: what its author wrote; terms are looked for as whole words, in their own case.
        text: its translation.
        terms: those of *language*, the longest first: what is part of a longer one is not looked for again.
        language: that of *text*.
    """
    said = " ".join(plain(spans(source)).split())
    for term in terms:
        said, times = re.subn(rf"(?<!\w){re.escape(term.term)}(?!\w)", _TAKEN, said)
        if times and not any(names(text, name, language) for name in term.texts):
            yield term


def names(text: str, name: str, language: str) -> bool:
    """Say whether *text* has *name*, as *language* may decline it."""
    main = language.partition("-")[0]
    if main in _UNSPACED:
        return _joined(name) in _joined(text)
    wanted, given = _words(name), _words(text)
    if main in _FIXED:
        return any(given[at : at + len(wanted)] == wanted for at in range(len(given)))
    starts = range(len(given) - len(wanted) + 1)
    return any(all(map(_alike, wanted, given[at:], [main] * len(wanted))) for at in starts)


def _alike(word: str, other: str, language: str) -> bool:
    return any(
        _shared(one, two) >= STEM * max(len(one), len(two))
        for one in _stems(word, language)
        for two in _stems(other, language)
    )


def _shared(one: str, two: str) -> int:
    """Return how many letters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False)))


def _stems(word: str, language: str) -> set[str]:
    """Return *word* with and without what Arabic writes together with it."""
    if language != "ar":
        return {word}
    heads = {word} | {word.removeprefix(joined) for joined in _JOINED}
    stems = heads | {head.removeprefix(prefix) for head in heads for prefix in _PREFIXES}
    return {stem for stem in stems if len(stem) > 2} or {word}


def _words(text: str) -> list[str]:
    """Return the words in small letters, without vowel signs, which not everybody writes."""
    bare = normalize("NFC", plainly(plain(spans(text)))).casefold()
    return _WORD.findall("".join(c for c in bare if category(c) not in {"Mn", "Mc"}))


def _joined(text: str) -> str:
    return "".join(normalize("NFC", plain(spans(text))).casefold().split())
