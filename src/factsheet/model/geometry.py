"""Boxes on a page: points, x from the reading start, y down from the trimmed page top."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle. In a right-to-left edition only the painter turns x into a distance from the left."""

    x: float
    y: float
    width: float
    height: float

    @property
    def end(self) -> float:
        """The x of the reading end."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height

    def meets(self, other: Box, clear: float = 0.0) -> bool:
        """Say whether the two overlap by more than *clear* points in both directions."""
        return (
            min(self.end, other.end) - max(self.x, other.x) > clear
            and min(self.bottom, other.bottom) - max(self.y, other.y) > clear
        )
