"""Entries of the type scale, resolved for a brand and a language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

Align = Literal["start", "justify"]


@dataclass(frozen=True, slots=True)
class Style:
    """How a role is set. Sizes and leading in points, *track* in points between letters (0 in Arabic and CJK).

    Attributes:
        align: ragged, or in lines of one width whose word spaces stretch. Ragged is the default: it keeps the spaces
            even, and narrow columns cannot do without.
        spare: points of the leading that a script needs between its lines, but not above the first and below the last,
            where gaps are those of every language.
        hyphens: whether words may be hyphenated. Off by default: up to three columns wide, most languages read better
            without; German, Finnish and Hungarian need them.
    """

    family: str  # a family role of the brand: display or text
    size: float
    leading: float
    weight: int = 400
    colour: str = "text"
    track: float = 0.0
    tabular: bool = False  # figures of one width, for axes and columns
    italic: bool = False
    align: Align = "start"
    hyphens: bool = False
    spare: float = 0.0

    def but(self, **changes: Any) -> Style:
        """Return a copy with *changes*."""
        return replace(self, **changes)
