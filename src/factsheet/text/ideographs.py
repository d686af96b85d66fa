"""Spaces of Chinese and Japanese: half-width marks where two meet or a line ends, and a gap beside Latin.

A full-width mark has ink in one half of its square, or in the middle of it; the rest is blank. Where two marks meet,
half a square of blank is enough (Requirements for Chinese Text Layout, 3.1.6: https://www.w3.org/TR/clreq/), and at
the edge of a line none is. How much is blank on which side is what the font itself says by its ``halt`` feature.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .codes import Place
    from .face import Face

IDEOGRAPHIC = frozenset({"Bopo", "Hani", "Hira", "Kana"})
"""Scripts that are set in squares."""

EDGE = "\n"
"""Stands for the edge of a line where a neighbour is asked for."""

GAP = 1 / 6
"""Em between an ideograph and a Latin letter or digit: at most a quarter, says clreq, 3.2.4; an eighth is CSS's."""

SPREAD = 0.2
"""Em after an ideograph that count as a blank where a line is justified: it then grows by an eighth at most."""

_OPENING = "“‘（「『【《〈〔［｛〖"  # noqa: RUF001 # full-width marks are what this is about
_CLOSING = "”’）」』】》〉〕］｝〗、。，．：；！？"  # noqa: RUF001
_MARKS = frozenset(_OPENING + _CLOSING + "·・")


class _Kinds(dict[str, str]):
    """Character -> ``i`` for an ideograph or kana, ``m`` for a full-width mark, ``w`` for a western one, else none."""

    def __missing__(self, character: str) -> str:
        kind = "m" if character in _MARKS else "i" if _IDEOGRAPH(character) else "w" if _WESTERN(character) else ""
        self[character] = kind
        return kind


_IDEOGRAPH = re.compile("[\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]").match
_WESTERN = re.compile("[0-9A-Za-z%\u00b0\u00c0-\u024f\u0370-\u04ff]").match
_KIND = _Kinds({"": ""})


class Spaced(NamedTuple):
    """Glyphs of a piece, moved; the gaps at both ends, and what is blank there: all in font units."""

    places: list[Place]
    before: float = 0.0
    after: float = 0.0
    lead: float = 0.0
    hang: float = 0.0


def neighbours(before: str, first: str, last: str, after: str) -> tuple[str, str]:
    """Return of the texts around pieces *first* to *last* the characters that their spaces depend on."""
    left, right = before[-1:], after[:1]
    own, following = _KIND[last[-1]], _KIND[right]
    if own == "m":
        right = right if following == "m" else ""
    elif own != "i" or following != "w":
        right = ""
    return left if _KIND[left] == "w" and _KIND[first[0]] == "i" else "", right


def spaced(face: Face, ink: str, places: Sequence[Place], before: str, after: str) -> Spaced:
    """Return the glyphs of *ink*, one a character, between *before* and *after* (a character, EDGE or nothing)."""
    moved = list(places)
    for index, (mark, following) in enumerate(pairwise(ink)):
        moved[index] = _narrower(moved[index], _shared(face, mark, following))
    lead: float = _blank(face, ink[0])[0]
    hang: float = _blank(face, ink[-1])[1]
    gap = face.upem * GAP
    left = right = 0.0
    if before == EDGE:
        x, y, advance, up = moved[0]
        moved[0], lead = (x - int(lead), y, advance - int(lead), up), 0
    elif before:
        left, lead = gap, lead + gap
    if after == EDGE:
        moved[-1], hang = _narrower(moved[-1], hang), 0
    elif after in _MARKS:
        cut = _shared(face, ink[-1], after)
        moved[-1], hang = _narrower(moved[-1], cut), max(hang - cut, 0)
    elif after:
        right, hang = gap, hang + gap
    return Spaced(moved, left, right, lead, hang)


def _narrower(place: Place, cut: float) -> Place:
    return (*place[:2], place[2] - int(cut), place[3]) if cut else place


def _shared(face: Face, mark: str, following: str) -> int:
    """Return how much closer two characters move: by the blank between them, at most half a square."""
    if mark not in _MARKS or following not in _MARKS:
        return 0
    return min(_blank(face, mark)[1] + _blank(face, following)[0], face.upem // 2)


@cache
def _blank(face: Face, character: str) -> tuple[int, int]:
    """Return what is blank at the left and at the right of *character*, in font units."""
    if character not in _MARKS:
        return 0, 0
    whole, half = (face.shape(character, "ltr", "Hani", "zh", {"halt": on})[2][0] for on in (False, True))
    cut, left = whole[2] - half[2], whole[0] - half[0]
    if cut <= 0:  # the font does not say
        cut = whole[2] // 2 if whole[2] >= 0.9 * face.upem else 0
        left = cut if character in _OPENING else 0
    return left, cut - left
