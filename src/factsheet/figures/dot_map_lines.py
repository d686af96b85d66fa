"""Straight lines among boxes: whether one touches a box, or crosses another."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model.geometry import Box

Point = tuple[float, float]
Line = tuple[Point, Point]


def touches(line: Line | None, box: Box) -> bool:
    """Say whether a line runs through a box: it is cut at each side in turn (Liang and Barsky)."""
    if line is None:
        return False
    (x0, y0), (x1, y1) = line
    enter, leave = 0.0, 1.0
    for start, change, low, high in ((x0, x1 - x0, box.x, box.end), (y0, y1 - y0, box.y, box.bottom)):
        if abs(change) < 1e-9:
            if not low <= start <= high:
                return False
            continue
        first, last = sorted(((low - start) / change, (high - start) / change))
        enter, leave = max(enter, first), min(leave, last)
    return enter <= leave


def cross(one: Line, other: Line) -> bool:
    """Say whether two lines cross: the ends of each lie on both sides of the other."""
    return _parts(one, other) and _parts(other, one)


def _parts(line: Line, ends: Line) -> bool:
    (x0, y0), (x1, y1) = line
    first, last = ((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0) for x, y in ends)
    return first * last <= 0
