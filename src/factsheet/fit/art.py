"""Named art: what a brand lets be painted on its dark ground. Vectors alone, the same on every machine.

``dots``: a hexagonal field in which every seventh dot has gone its way, leaving a ring and a tail. ``rings``: circles
round one point, cut by the edges. Dots keep free what the layout keeps for words: no text stands on art.
"""

from __future__ import annotations

from math import cos, hypot, sin, sqrt
from typing import TYPE_CHECKING

from ..model.drawing import Shape, circle, rectangle, segment

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..model.brand import Art
    from ..model.geometry import Box

PITCH = 15.2
LEAST, MOST, GROWN_OVER = 0.7, 2.8, 150.0  # radii of the dots, and the way over which they grow
RUN, NEAREST, FARTHEST = 7, 7.0, 42.0
RING_STEP, RING_WIDTH = 16.0, 0.8
LEAST_ROOM = 48.0
"""Points of height under which there is room for nothing but a scrap."""

RING_PLACE = (0.86, 0.40)  # centre of the rings, as shares of width and height from the lower start corner


def art(name: Art, box: Box, start: float, foot: float = 0.0, reach: float | None = None) -> tuple[Shape, ...]:
    """Return the art called *name* for a ground, or nothing where the brand has none or words leave it no room.

    Args:
        name: the routine.
        box: the ground; shapes count from its lower start corner.
        start: how far from its start edge the words reach.
        foot: how far from its lower edge they reach.
        reach: how far up from its lower edge the art may come; None for all of it.
    """
    paint, height = _ART.get(name), box.height if reach is None else min(box.height, reach)
    return () if paint is None or height < LEAST_ROOM else paint(box.width, height, start, foot)


def _dots(width: float, height: float, start: float, foot: float) -> tuple[Shape, ...]:
    still: list[str] = []
    rings: list[str] = []
    tails: list[str] = []
    moved: list[str] = []
    rows, columns = int((height - foot) / (PITCH * sqrt(3) / 2)) + 2, int((width - start) / PITCH) + 2
    for row in range(rows):
        for column in range(columns):
            x = start + column * PITCH + (PITCH / 2 if row % 2 else 0.0)
            y = height - (row + 0.5) * PITCH * sqrt(3) / 2  # no row of dots is cut in half by the edge
            if y < foot + FARTHEST / 3:
                continue
            radius = LEAST + (MOST - LEAST) * min(1.0, (x - start) / GROWN_OVER)
            if (column + 3 * row) % RUN:
                still.append(circle(x, y, radius))
                continue
            away, angle = _moved(x, y)
            end = (x + away * cos(angle), y + away * sin(angle))
            rings.append(circle(x, y, max(0.3, radius - 0.4)))
            tails.append(segment(x, y, *end))
            moved.append(circle(*end, radius + 0.5))
    edge = rectangle(0, 0, width, height)
    return (
        Shape(" ".join(still), fill="ground_dot", clip=edge),
        Shape(" ".join(rings), stroke="ground_hair", width=RING_WIDTH, clip=edge),
        Shape(" ".join(tails), stroke="ground_tail", width=1.1, clip=edge),
        Shape(" ".join(moved), fill="ground_accent", clip=edge),
    )


def _moved(x: float, y: float) -> tuple[float, float]:
    """Return how far and in which direction a dot has moved: a smooth field, so that neighbours go the same way."""
    share = (1 + sin(x / 61 + y / 37)) / 2
    return NEAREST + (FARTHEST - NEAREST) * share, 0.25 + 0.45 * sin(x / 140 + y / 90)


def _rings(width: float, height: float, start: float, foot: float) -> tuple[Shape, ...]:
    x, y = width * RING_PLACE[0], height * RING_PLACE[1]
    farthest = min(width, hypot(width, height) / 2, height - y) * 0.98
    radii = (RING_STEP * step for step in range(2, int(farthest / RING_STEP) + 1))
    path = " ".join(circle(x, y, radius) for radius in radii)
    return (Shape(path, stroke="ground_line", width=RING_WIDTH, clip=rectangle(0, 0, width, height)),)


_ART: dict[str, Callable[[float, float, float, float], tuple[Shape, ...]]] = {"dots": _dots, "rings": _rings}
