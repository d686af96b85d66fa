"""Equal Earth: areas are true, shapes look familiar, parallels are straight.

B. Šavrič, T. Patterson, B. Jenny: The Equal Earth map projection. International Journal of Geographical Information
Science 33 (2019), 454-465, https://doi.org/10.1080/13658816.2018.1504949 (equations 7 to 9).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, degrees, radians, sin, sqrt

A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2
_STEPS = 12  # Newton's method needs five from anywhere on the globe


def _height(theta: float) -> float:
    square = theta * theta
    return theta * (A1 + A2 * square + square**3 * (A3 + A4 * square))


def _slope(theta: float) -> float:
    square = theta * theta
    return A1 + 3 * A2 * square + square**3 * (7 * A3 + 9 * A4 * square)


def _theta(latitude: float) -> float:
    return asin(_M * sin(radians(latitude)))


def northing(latitude: float) -> float:
    """Return how far a parallel lies north of the equator, in radii of the globe."""
    return _height(_theta(latitude))


def stretch(latitude: float) -> float:
    """Return radii of the globe a degree of longitude along a parallel."""
    theta = _theta(latitude)
    return radians(1) * cos(theta) / (_M * _slope(theta))


def latitude_of(north: float) -> float:
    """Return the latitude of a parallel, in degrees; what lies past a pole takes the pole's."""
    theta = north / A1
    for _ in range(_STEPS):
        theta -= (_height(theta) - north) / _slope(theta)
    return degrees(asin(max(-1.0, min(1.0, sin(theta) / _M))))


WIDTH = 360 * stretch(0)
"""Width of the whole Earth in radii of the globe."""


def turned(longitude: float, meridian: float) -> float:
    """Return degrees east of *meridian*, from -180 up to 180."""
    return (longitude - meridian + 180) % 360 - 180


@dataclass(frozen=True, slots=True)
class Projection:
    """Equal Earth on a sheet with y down.

    Attributes:
        scale: points a radius of the globe.
        x, y: where the central meridian meets the equator.
        meridian: the central one, in degrees; the map is cut opposite to it.
    """

    scale: float
    x: float
    y: float
    meridian: float = 0.0

    def point(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return where a place is."""
        east = turned(longitude, self.meridian) * stretch(latitude)
        return self.x + self.scale * east, self.y - self.scale * northing(latitude)

    def latitude(self, y: float) -> float:
        """Return the latitude of every point at *y*."""
        return latitude_of((self.y - y) / self.scale)

    def longitudes(self, latitude: float) -> tuple[float, float]:
        """Return, along a parallel, the x of the central meridian and points a degree."""
        return self.x, self.scale * stretch(latitude)

    def enlarged(self, factor: float, at: tuple[float, float], to: tuple[float, float]) -> Projection:
        """Return this map *factor* times larger, the point *at* of it having moved to *to*."""
        x, y = (target + factor * (own - point) for target, own, point in zip(to, (self.x, self.y), at, strict=True))
        return Projection(self.scale * factor, x, y, self.meridian)
