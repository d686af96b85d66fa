"""What a dot map is made of: pins, dots of land, and views that show both."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate, combinations
from math import hypot, sqrt
from typing import TYPE_CHECKING

from ..model.geometry import Box
from ..model.signs import REACH, SIDE, ring, sign
from .land import is_land

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model.drawing import Shape
    from ..model.places import Place
    from ..model.signs import SignName
    from .projection import Projection

PITCH, DOT, LEAST_PITCH = 3.55, 1.32, 2.4
FULL = 511.0
"""Width at which dots have their full pitch; on narrower maps they lie closer, so that continents keep their shapes."""

SIGN = 14.0  # side of the square of a sign; in the list under the map it is SIDE
NEST, NEST_LINE = 1.7, 1.6  # between a sign and the ring round it, and the line of that ring
SIGN_CLEAR, SIGNS_APART = 1.2, 0.6
ROUNDS = 6  # of moving signs apart: three in a heap need a few


@dataclass(frozen=True, slots=True)
class Pin:
    """A place on the map: its name as printed, and its signs in the order of their groups."""

    place: Place
    label: str
    signs: tuple[SignName, ...]

    @property
    def loud(self) -> bool:
        """Whether its name is bold: that of a headquarters is."""
        return "hq" in self.signs

    @property
    def reach(self) -> float:
        """From its middle to its edge, in points."""
        return self._core_reach + (NEST + NEST_LINE if self._nested else 0.0)

    def shapes(self, x: float, y: float) -> tuple[Shape, ...]:
        """Return its signs with their middle at a point, y up."""
        found: list[Shape] = []
        if self._nested:
            found += ring(x, y, self._core_reach + NEST + NEST_LINE / 2, NEST_LINE)
        widths = [2 * _reach(name) for name in self._cores]
        for name, width, end in zip(self._cores, widths, accumulate(widths), strict=True):
            found += sign(name, x - self._core_reach + end - width / 2, y, SIGN)
        return tuple(found)

    @property
    def _cores(self) -> tuple[SignName, ...]:
        """Signs that stand side by side; a ring goes round them, and stands alone where there are none."""
        return tuple(name for name in self.signs if name != "ring") or ("ring",)

    @property
    def _nested(self) -> bool:
        return "ring" in self.signs and self._cores != ("ring",)

    @property
    def _core_reach(self) -> float:
        return sum(_reach(name) for name in self._cores)


def _reach(name: SignName) -> float:
    return REACH[name] * SIGN / SIDE


@dataclass(frozen=True, slots=True)
class View:
    """A part of the picture with a map in it, and the pins that are drawn there.

    Attributes:
        room: where their names may stand.
        walls: where they may not.
        hidden: where the map itself is not drawn.
    """

    frame: Box
    room: Box
    projection: Projection
    pins: tuple[Pin, ...]
    walls: tuple[Box, ...] = ()
    hidden: tuple[Box, ...] = ()

    def points(self) -> tuple[tuple[float, float], ...]:
        """Return where each pin stands: at its place, or a little beside it where two would cover each other."""
        true = [self.projection.point(pin.place.longitude, pin.place.latitude) for pin in self.pins]
        points = list(true)
        for _ in range(ROUNDS):
            for one, other in combinations(range(len(points)), 2):
                apart = self.pins[one].reach + self.pins[other].reach + SIGNS_APART
                points[one], points[other] = _parted(points[one], points[other], apart)
        return tuple(_within(point, place) for point, place in zip(points, true, strict=True))

    def discs(self, clear: float) -> tuple[tuple[float, float, float], ...]:
        """Return middle and radius of each pin with *clear* points round it."""
        return tuple((*point, pin.reach + clear) for point, pin in zip(self.points(), self.pins, strict=True))


def _within(point: tuple[float, float], place: tuple[float, float]) -> tuple[float, float]:
    """Return *point*, no farther than a dot from the place that it stands for."""
    across, down = point[0] - place[0], point[1] - place[1]
    share = min(1.0, PITCH / max(hypot(across, down), PITCH))
    return place[0] + across * share, place[1] + down * share


def _parted(one: tuple[float, float], other: tuple[float, float], apart: float) -> tuple[tuple[float, float], ...]:
    """Return two points moved away from each other, both as far, until they are *apart*."""
    across, down = other[0] - one[0], other[1] - one[1]
    distance = hypot(across, down)
    if distance >= apart:
        return one, other
    across, down = (across / distance, down / distance) if distance > 0.01 else (1.0, 0.0)
    move = (apart - distance) / 2
    return (one[0] - across * move, one[1] - down * move), (other[0] + across * move, other[1] + down * move)


@dataclass(frozen=True, slots=True)
class Dots:
    """Dots of land in rows from the top: the y of each row and its x in order; *pitch* is between two of a row."""

    rows: tuple[tuple[float, tuple[float, ...]], ...]
    pitch: float

    def count(self, box: Box) -> int:
        """Return how many have their middle in *box*."""
        inside = (xs for y, xs in self.rows if box.y <= y <= box.bottom)
        return sum(bisect_right(xs, box.end) - bisect_left(xs, box.x) for xs in inside)

    def share(self, box: Box) -> float:
        """Return how much of *box* is land, 0 to 1."""
        area = max(box.width * box.height, 1.0)
        return min(1.0, self.count(box) * self.pitch**2 * sqrt(3) / 2 / area)

    def without(
        self, boxes: Sequence[Box], discs: Sequence[tuple[float, float, float]]
    ) -> tuple[tuple[float, float], ...]:
        """Return the middles of those that lie in none of *boxes* and on none of *discs* (x, y, radius)."""
        left = []
        for y, xs in self.rows:
            across = [box for box in boxes if box.y <= y <= box.bottom]
            near = [(x, radius**2 - (y - at) ** 2) for x, at, radius in discs if abs(y - at) < radius]
            for x in xs:
                if any(box.x <= x <= box.end for box in across) or any((x - at) ** 2 < most for at, most in near):
                    continue
                left.append((x, y))
        return tuple(left)


def pitch_of(width: float) -> float:
    """Return the pitch of dots on a map *width* points wide."""
    return max(LEAST_PITCH, min(PITCH, PITCH * width / FULL))


def dots_of(view: View, pitch: float) -> Dots:
    """Return the dots of a hexagonal grid in the frame of *view* that are land; each lies in it wholly."""
    radius, rows = DOT * pitch / PITCH, []
    frame, projection, y, odd = view.frame, view.projection, view.frame.y + DOT * pitch / PITCH, False
    while y <= frame.bottom - radius:
        latitude = projection.latitude(y)
        middle, degree = projection.longitudes(latitude)
        x, xs = frame.x + radius + (pitch / 2 if odd else 0.0), []
        while x <= frame.end - radius:
            east = (x - middle) / degree
            if -180 <= east < 180 and is_land(projection.meridian + east, latitude):
                xs.append(x)
            x += pitch
        rows.append((y, tuple(xs)))
        y, odd = y + pitch * sqrt(3) / 2, not odd
    return Dots(tuple(rows), pitch)


def grown(box: Box, by: float) -> Box:
    """Return *box*, larger on every side."""
    return Box(box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by)
