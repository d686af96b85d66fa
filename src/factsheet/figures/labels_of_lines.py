"""Where the values of a line stand: over its first and its highest point, and beside or over its last one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from .line_scale import highest
from .numerals import QUALIFIER, Numeral, numeral, set_number

if TYPE_CHECKING:
    from ..model.content import Surface
    from .line_scale import Line, Scale

VALUE, LATEST, LATEST_SIZE = "value", "latest", 13.0
SIZES = {VALUE: 8.75, LATEST: LATEST_SIZE}
CLEAR, BETWEEN = 4.0, 2.4
DOT, LAST_DOT, BESIDE = 2.6, 3.6, 8.6
STEEP = 16.0
"""A value so far over its dot would be taken for that of another one."""

CAP, DESCENT, WORD_RISE, WORD_SIZE = 0.7, 0.16, 2.6, 7.25


class Spot(NamedTuple):
    """Where a value stands: its start and its baseline."""

    x: float
    y: float


class Extent(NamedTuple):
    """What a label covers."""

    start: float
    end: float
    top: float
    foot: float

    def meets(self, other: Extent) -> bool:
        """Whether two labels are nearer than they may be."""
        beside = self.end + BETWEEN > other.start and other.end + BETWEEN > self.start
        return beside and self.foot > other.top and other.foot > self.top


@dataclass(frozen=True, slots=True)
class Named:
    """The values that are named, measured; *peak* only where one is higher than the ends."""

    first: Numeral | None
    peak: Numeral | None
    last: Numeral

    @classmethod
    def of(cls, surface: Surface, line: Line) -> Named:
        """Return the values of *line* that are named."""
        series, told, top = line.series, line.told, highest(line)
        return cls(
            numeral(surface, series[told[0]], VALUE) if len(told) > 1 else None,
            None if top is None else numeral(surface, series[top], VALUE),
            numeral(surface, series[told[-1]], LATEST, size=LATEST_SIZE),
        )

    @property
    def rise(self) -> float:
        """What words over the numbers need."""
        worded = (number for number in (self.first, self.peak, self.last) if number is not None)
        return WORD_RISE + WORD_SIZE * CAP if any(number.printed.word for number in worded) else 0.0

    def set(self, surface: Surface, spots: dict[str, Spot]) -> None:
        """Set the values at *spots*, each with its word over it."""
        for name, spot in spots.items():
            number: Numeral = getattr(self, name)
            if number.printed.word:
                extent = extent_of(number, spot)
                y = spot.y - CAP * SIZES[number.role] - WORD_RISE
                surface.label(number.printed.word, (extent.start + extent.end) / 2, y, QUALIFIER, anchor="middle")
            set_number(surface, number, spot.x + (number.stacked - number.stacked_number) / 2, spot.y)


def extent_of(number: Numeral, spot: Spot) -> Extent:
    """Return what *number* covers at *spot*, its word included."""
    size = SIZES[number.role]
    top = spot.y - CAP * size - (WORD_RISE + CAP * WORD_SIZE if number.printed.word else 0.0)
    return Extent(spot.x, spot.x + number.stacked, top, spot.y + DESCENT * size)


def lay(named: Named, line: Line, scale: Scale, width: float, *, beside: bool) -> tuple[dict[str, Spot], bool]:
    """Return a spot for each value, and whether all keep apart from each other and from the line."""
    points = [scale.point(line.series[i]) for i in line.told]
    spots = {"last": _last(named.last, points[-1], scale, width, beside=beside)}
    if named.first is not None:
        spots["first"] = _first(named.first, points, scale)
    taken = [extent_of(getattr(named, name), spot) for name, spot in spots.items()]
    apart = len(taken) < 2 or not taken[0].meets(taken[1])
    top_index = highest(line)
    if named.peak is not None and top_index is not None:
        x, y = scale.point(line.series[top_index])
        spots["peak"], free = _peak(named.peak, x, y - DOT - CLEAR, taken, width)
        apart = apart and free
    if not apart:
        spots = _raised(named, spots)
    fits = all(extent_of(getattr(named, name), spot).top >= -0.5 for name, spot in spots.items())
    return spots, fits


def _first(number: Numeral, points: list[tuple[float, float]], scale: Scale) -> Spot:
    """Over the first dot and the line after it; where that climbs away from the dot, beside the dot and under it."""
    x, y = points[0]
    above = Spot(0.0, _over(points, 0.0, number.stacked) - DOT - CLEAR + 1)
    if y - above.y <= STEEP:
        return above
    beside = Spot(x + DOT + CLEAR, min(y + CAP * SIZES[VALUE] / 2, scale.zero - 3))
    extent = extent_of(number, beside)
    free = extent.end < points[-1][0] and _over(points, extent.start, extent.end, lowest=True) < extent.top - 1
    return beside if free else above


def _last(number: Numeral, point: tuple[float, float], scale: Scale, width: float, *, beside: bool) -> Spot:
    x, y = point
    size = SIZES[number.role]
    if beside:
        level = min(y + CAP * size / 2, scale.zero - 3)
        return Spot(min(x + BESIDE, width - number.stacked), max(level, CAP * size))
    return Spot(max(0.0, min(x - number.stacked / 2, width - number.stacked)), y - LAST_DOT - CLEAR)


def _peak(number: Numeral, x: float, y: float, taken: list[Extent], width: float) -> tuple[Spot, bool]:
    """Return the first place over the peak that is free: in its middle, or leaning to either side."""
    choices = (x - number.stacked / 2, x - number.stacked + DOT, x - DOT)
    spots = [Spot(min(max(start, 0.0), width - number.stacked), y) for start in choices]
    free = [spot for spot in spots if not any(extent_of(number, spot).meets(other) for other in taken)]
    return (free[0], True) if free else (spots[0], False)


def _raised(named: Named, spots: dict[str, Spot]) -> dict[str, Spot]:
    """Return *spots* with each label lifted over those that it meets, the lowest first."""
    placed: dict[str, Spot] = {}
    for name in sorted(spots, key=lambda n: -spots[n].y):
        number, spot = getattr(named, name), spots[name]
        for other in sorted(placed, key=lambda n: -placed[n].y):
            extent, taken = extent_of(number, spot), extent_of(getattr(named, other), placed[other])
            if extent.meets(taken):
                spot = Spot(spot.x, taken.top - BETWEEN - DESCENT * SIZES[number.role])
        placed[name] = spot
    return {name: placed[name] for name in spots}


def _over(points: list[tuple[float, float]], start: float, end: float, *, lowest: bool = False) -> float:
    """Return the highest y that the line through *points* reaches between *start* and *end*, or the lowest."""
    levels = [y for x, y in points if start <= x <= end]
    for (x0, y0), (x1, y1) in pairwise(points):
        levels += [y0 + (y1 - y0) * (x - x0) / (x1 - x0) for x in (start, end) if x0 < x < x1]
    return (max if lowest else min)(levels or [points[0][1]])
