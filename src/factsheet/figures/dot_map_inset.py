"""The inset of a dot map: how large, where in the sea, and which part of the map it shows again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model.geometry import Box
from .dot_map_sheet import SIGN_CLEAR, grown

if TYPE_CHECKING:
    from collections.abc import Callable

    from .dot_map_sheet import View
    from .projection import Projection

LIKED = (0.25, 0.5)
"""How much of the map's width and height an inset may take before it enlarges less."""

LARGEST = (0.5, 0.8)
MOST, LEAST = 3.0, 2.0
"""Times that an inset enlarges: less shows nothing new, more shows the half degrees that the land is made of."""

ACROSS, DOWN = 26.0, 15.0  # points round the outermost places of an inset, for their names
CAPTION, CAPTION_GAP = 7.25, 4.0
SLIDE = 2.0


@dataclass(frozen=True, slots=True)
class Inset:
    """What an inset shows: places, or (*bounded*) the corners of a part of the Earth, as (longitude, latitude)."""

    label: str
    points: tuple[tuple[float, float], ...]
    bounded: bool
    at_left: bool


@dataclass(frozen=True, slots=True)
class Enlargement:
    """An inset in its place: *part* is the frame on the map, *frame* that of the inset, *factor* times as large."""

    part: Box
    frame: Box
    factor: float

    def projection(self, whole: Projection) -> Projection:
        """Return the map inside the frame."""
        return whole.enlarged(self.factor, _middle(self.part), _middle(self.frame))

    @property
    def caption(self) -> float:
        """The baseline of the line over it."""
        return self.frame.y - CAPTION_GAP


def enlarge(inset: Inset, whole: View, land: Callable[[Box], int]) -> Enlargement:
    """Return *inset* in the sea: where it hides no place, and the fewest dots of land.

    Args:
        inset: what it shows, and on which side it stands.
        whole: the map.
        land: counts the dots of the map in a box.
    """
    core = _core(inset, whole.projection)
    room = (0.0, 0.0) if inset.bounded else (2 * ACROSS, 2 * DOWN)
    sides = max(core.width, 1.0), max(core.height, 1.0)

    def fitting(shares: tuple[float, float]) -> float:
        """Return how many times larger the part may be to take these shares of the map."""
        free = (shares[0] * whole.frame.width - room[0], shares[1] * whole.frame.height - room[1])
        return min(length / side for length, side in zip(free, sides, strict=True))

    factor = min(max(LEAST, min(MOST, fitting(LIKED))), max(1.0, fitting(LARGEST)))
    width, height = (side * factor + more for side, more in zip(sides, room, strict=True))
    middle = _middle(core)
    part = Box(middle[0] - width / factor / 2, middle[1] - height / factor / 2, width / factor, height / factor)
    return Enlargement(part, _spot(inset, whole, part, (width, height), land), factor)


def _spot(inset: Inset, whole: View, part: Box, size: tuple[float, float], land: Callable[[Box], int]) -> Box:
    """Return the lowest of the best spots along its side of the map."""
    width, height = size
    x, foot = (0.0 if inset.at_left else whole.frame.width - width), whole.frame.height - height
    steps = int(max(0.0, foot - CAPTION - CAPTION_GAP) / SLIDE) + 1
    spots = [Box(x, foot - step * SLIDE, width, height) for step in range(steps)]
    signs = [Box(x - r, y - r, 2 * r, 2 * r) for x, y, r in whole.discs(SIGN_CLEAR) if not _inside(part, x, y)]

    def cost(spot: Box) -> tuple[int, int]:
        taken = Box(spot.x, spot.y - CAPTION - CAPTION_GAP, spot.width, spot.height + CAPTION + CAPTION_GAP)
        return sum(taken.meets(box) for box in (part, *signs)), land(grown(taken, SIGN_CLEAR))

    return min(spots, key=cost)


def _core(inset: Inset, projection: Projection) -> Box:
    """Return the box on the map round what the inset must show."""
    points = inset.points
    if inset.bounded:  # meridians are curved: the corners that lie farthest out count
        points = tuple((longitude, latitude) for longitude, _ in points for _, latitude in points)
    xs, ys = zip(*(projection.point(longitude, latitude) for longitude, latitude in points), strict=True)
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _middle(box: Box) -> tuple[float, float]:
    return box.x + box.width / 2, box.y + box.height / 2


def _inside(box: Box, x: float, y: float) -> bool:
    return box.x <= x <= box.end and box.y <= y <= box.bottom
