"""Blanks that stretch: the word spaces of a justified line, U+00A0 among them; narrow no-break spaces stay.

Ideographs have no word spaces; they move apart a little instead.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .ideographs import SPREAD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .box import Box
    from .itemise import Manner
    from .shape import Shaper

NO_BREAK_SPACE = "\u00a0"
_TOKENS = re.compile(r">[^<]*<|[0-9A-F]{4}|.")


def blank_width(manner: Manner) -> float:
    """Return the points that one blank takes, its tracking included."""
    shaper = manner.shaper
    return (shaper.face.advance(shaper.blank_glyph) + shaper.track) * manner.scale


def inner_blanks(box: Box, manner: Manner) -> float:
    """Return the points that no-break spaces take within *box*; beside marks that are painted late they stay."""
    count = 0 if box.late else box.text.count(NO_BREAK_SPACE)
    return count * blank_width(manner) if count else 0.0


def outer_blanks(box: Box, manner: Manner) -> float:
    """Return the points after *box* that can stretch: its trailing blanks, or what an ideograph lends."""
    spread = SPREAD * manner.size if manner.shaper.ideographic and box.core else 0.0
    return box.blanks * manner.scale + spread


def stretchable(boxes: Sequence[Box], manners: Sequence[Manner]) -> list[float]:
    """Return the points that the blanks in and after each box of a line take; those that hang at its end are none."""
    last = max((index for index, box in enumerate(boxes) if box.core), default=-1)
    return [
        (inner_blanks(box, manner) if index <= last else 0.0) + (outer_blanks(box, manner) if index < last else 0.0)
        for index, (box, manner) in enumerate(zip(boxes, manners, strict=True))
    ]


def stretched(box: Box, shaper: Shaper, ratio: float, *, hangs: bool) -> str:
    """Return the core of *box* with its blanks, each of them *ratio* wider than it is; trailing ones that hang stay."""
    units = -ratio * (shaper.face.advance(shaper.blank_glyph) + shaper.track) * 1000 / shaper.face.upem
    wider = f">{units:.2f}<"
    core = _widened(box, shaper, wider) if NO_BREAK_SPACE in box.text and not box.late else box.core
    if shaper.ideographic and box.core and not hangs:
        core += f">{-ratio * SPREAD * 1000:.2f}<"
    blanks = (shaper.blank if hangs else shaper.blank + wider) * box.blank_count
    return blanks + core if shaper.leftward else core + blanks


def _widened(box: Box, shaper: Shaper, wider: str) -> str:
    texts = {marker: text for marker, _, text in box.extras}

    def said(token: str) -> str:
        if token[0] == ">":
            return ""
        return shaper.face.text_of(int(token, 16)) if len(token) == 4 else texts.get(token, "")

    tokens = _TOKENS.findall(box.core)
    return "".join(token + wider if said(token) == NO_BREAK_SPACE else token for token in tokens)
