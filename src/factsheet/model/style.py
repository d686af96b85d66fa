"""Entries of the type scale, resolved for a brand and a language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Style:
    """How a role is set. Sizes and leading in points, *track* in points between letters (0 in Arabic and CJK)."""

    family: str  # a family role of the brand: display or text
    size: float
    leading: float
    weight: int = 400
    colour: str = "text"
    track: float = 0.0
    tabular: bool = False  # figures of one width, for axes and columns
    italic: bool = False

    def but(self, **changes: Any) -> Style:
        """Return a copy with *changes*."""
        return replace(self, **changes)
