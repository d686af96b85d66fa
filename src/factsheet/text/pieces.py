"""Pieces to boxes: which of them are shaped as one text, and what else their shapes depend on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .ideographs import neighbours

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .box import Box
    from .itemise import Manner, Piece
    from .shape import Shaper

Glue = dict[int, tuple[int, int]]
"""Of boxes shaped together: the first of them, and past the last."""

_CONTEXT = 5  # letters: HarfBuzz looks no farther


def alike(one: Manner, other: Manner) -> bool:
    """Say whether letters of the two are shaped together: in one manner, the colour aside."""
    return one is other or (one.shaper is other.shaper and one.scale == other.scale)


def shaped(pieces: Sequence[Piece]) -> tuple[list[Box], Glue]:
    """Return a box for each of *pieces*. Those with no blank between them are shaped together, where that matters."""
    boxes: list[Box] = []
    glue: Glue = {}
    count = len(pieces)
    start = 0
    while start < count:
        text, manner = pieces[start][:2]
        shaper = manner.shaper
        end = start + 1
        if not shaper.alone:
            while end < count and pieces[end - 1].text[-1] != " " and alike(manner, pieces[end].manner):
                end += 1
        before = after = ""
        if shaper.ideographic:  # a piece a character: most of a text, so without the detour
            following = pieces[end].text if end < count else ""
            before, after = neighbours(pieces[start - 1].text if start else "", text, text, following)
        elif shaper.contextual and (pieces[end - 1].text[-1] != " " or (start and pieces[start - 1].text[-1] != " ")):
            before, after = context(pieces, start, end)
        after_blank = start > 0 and boxes[-1].blank_count > 0 and alike(pieces[start - 1].manner, manner)
        if before or after:
            texts = tuple([piece.text for piece in pieces[start:end]])
            boxes += shaper.glued(texts, after_blank=after_blank, before=before, after=after)
        elif end == start + 1:
            boxes.append(shaper[text] if after_blank else shaper.first[text])
        else:
            texts = tuple([piece.text for piece in pieces[start:end]])
            boxes += shaper.glued(texts, after_blank=after_blank)
        if end > start + 1:
            glue |= dict.fromkeys(range(start, end), (start, end))
        start = end
    return boxes, glue


def context(pieces: Sequence[Piece], start: int, end: int) -> tuple[str, str]:
    """Return of the texts around pieces *start* to *end* what their shapes or spaces depend on."""
    before = pieces[start - 1].text if start else ""
    after = pieces[end].text if end < len(pieces) else ""
    return around(pieces[start].manner.shaper, before, pieces[start].text, pieces[end - 1].text, after)


def around(shaper: Shaper, before: str, first: str, last: str, after: str) -> tuple[str, str]:
    """Return what pieces from *first* to *last* take from the texts *before* and *after* them."""
    if shaper.ideographic:
        return neighbours(before, first, last, after)
    return (
        before[-_CONTEXT:] if before and before[-1].isalpha() and first[0].isalpha() else "",
        after[:_CONTEXT] if after and after[0].isalpha() and last[-1].isalpha() else "",
    )
