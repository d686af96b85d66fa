"""The Unicode Bidirectional Algorithm (UAX #9, all of it): embedding levels, and the order of what stands on a line.

Characters are worked on as a string with a letter for the Bidi_Class of each, so that most rules are replacements by
regular expressions: strong L, R and A (AL); numbers E (EN), N (AN), + (ES), % (ET) and , (CS); m (NSM), b (BN);
P (B, which ends a paragraph), S, w (WS), o (ON); 1 to 5 (LRE, LRO, RLE, RLO, PDF); i j f k (LRI, RLI, FSI, PDI).

HarfBuzz itself puts mirror images where a run goes from right to left (L4), and keeps marks with their base (L3):
`MIRRORED` is for those who place characters one by one.

The rules themselves (`bidi_explicit`, `bidi_resolve`) are imported when a text first needs them: most sheets never do.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import compress
from typing import TYPE_CHECKING

from .properties import BRACKETS, MIRRORED, Ranges
from .unicode_tables import BIDI_CLASS

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["MIRRORED", "base_level", "levels", "line_levels", "needs_bidi", "visual_order"]

_LETTERS = {
    **{"L": "L", "R": "R", "AL": "A", "EN": "E", "AN": "N", "ES": "+", "ET": "%", "CS": ",", "NSM": "m", "BN": "b"},
    **{"B": "P", "S": "S", "WS": "w", "ON": "o", "LRE": "1", "LRO": "2", "RLE": "3", "RLO": "4", "PDF": "5"},
    **{"LRI": "i", "RLI": "j", "FSI": "f", "PDI": "k"},
}
_CLASSES = Ranges(BIDI_CLASS, _LETTERS)

_RIGHT_TO_LEFT = re.compile("[RAN34j]").search
_RIGHT_TO_LEFT_BLOCKS = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
).search
_BRACKETS = frozenset(BRACKETS) | frozenset(BRACKETS.values())
_EXPLICIT = re.compile("[1-5ijfk]").search
_BLANKS = re.compile("(?<![1-5bwijfk])[1-5bwijfk]*(?:[PS]|$)").finditer


def needs_bidi(text: str) -> bool:
    """Say whether anything in *text* runs from right to left in a paragraph that runs from left to right."""
    return _RIGHT_TO_LEFT_BLOCKS(text) is not None and _RIGHT_TO_LEFT(text.translate(_CLASSES)) is not None


def base_level(text: str) -> int:
    """Return the level that the first strong character of *text*, one paragraph, asks for (P2, P3); 0 without one."""
    return _base(text.translate(_CLASSES).partition("P")[0])


def levels(text: str, base: int | None) -> bytes:
    """Return the embedding level of each character (up to I2; L1 is for lines).

    Args:
        text: one paragraph or several; each is resolved by itself (P1).
        base: 0 or 1, the level of every paragraph; None lets the first strong character of each decide.

    Returns:
        A byte a character. What X9 removes has the level of what stands before it.
    """
    classes = text.translate(_CLASSES)
    if "P" not in classes:
        return _paragraph(classes, text, _base(classes) if base is None else base)
    found = bytearray()
    start = 0
    for part in classes.split("P"):
        level = _base(part) if base is None else base
        found += _paragraph(part, text[start : start + len(part)], level)
        found.append(level)
        start += len(part) + 1
    return bytes(found[:-1])


def line_levels(text: str, levels: Sequence[int], start: int, end: int, base: int) -> bytes:
    """Return the levels of a line, ``text[start:end]``, with tabs, breaks and the blanks before them at *base* (L1)."""
    classes = text[start:end].translate(_CLASSES)
    line = bytearray(levels[start:end])
    for blanks in _BLANKS(classes):
        first, last = blanks.span()
        line[first:last] = bytes([base]) * (last - first)
    return bytes(line)


def visual_order(levels: Sequence[int]) -> list[int]:
    """Return the indices of *levels* in the order in which a line shows them from left to right (L2).

    The levels are those of one line: of its characters, or of pieces of text that have one level each.
    """
    order = list(range(len(levels)))
    odd = [level for level in levels if level & 1]
    for lowest in range(max(levels), min(odd) - 1, -1) if odd else ():
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= lowest:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end + 1
    return order


def _base(classes: str) -> int:
    from .bidi_explicit import first_strong, isolates

    return first_strong(classes, 0, len(classes), isolates(classes)) or 0


def _paragraph(classes: str, text: str, base: int) -> bytes:
    """Return the levels of a paragraph without its separator. All that counts of its text are its brackets."""
    return _resolved(classes, classes if _BRACKETS.isdisjoint(text) else text, base)


def forget() -> None:
    """Let go of every known level: for measurements."""
    _resolved.cache_clear()


@lru_cache(maxsize=2_000)
def _resolved(classes: str, text: str, base: int) -> bytes:
    from .bidi_explicit import embedded
    from .bidi_resolve import resolved

    if _EXPLICIT(classes) is not None:
        return embedded(classes, text, base)
    edge = "R" if base else "L"
    if "b" not in classes:
        return resolved(classes, text, base, edge, edge)
    kept = [letter != "b" for letter in classes]  # X9: joiners and soft hyphens are out of it
    found = iter(resolved(classes.replace("b", ""), "".join(compress(text, kept)), base, edge, edge))
    whole = bytearray()
    level = base
    for keep in kept:
        level = next(found) if keep else level
        whole.append(level)
    return bytes(whole)
