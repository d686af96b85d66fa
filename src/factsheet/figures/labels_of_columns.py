"""Where the values of a column chart stand: the cheapest placement of each label that meets no neighbour.

A label leans before it moves, and moves before it is lost; it is never lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model.content import Surface
    from ..model.facts import Printed
    from .numerals import Numeral

CLEAR, CLEAR_OVER_CAP = 4.0, 7.0
WORD_OVER_NUMBER, DEEPER = 2.6, 2.6  # points; letters of Arabic reach so much farther down
CAP_HEIGHT = {"value": 5.8, "latest": 8.4}  # of the digits, in points
WORD_HEIGHT, UNDER_NUMBER = 5.4, 2.0
_DEEP = re.compile("[\u0590-\u08ff]")
BETWEEN, FROM_BAR, BESIDE, FURTHER = 2.4, 0.8, 3.0, 4.0
COLLISION = 1000.0
MISSING_SIZE, MISSING_LINE, MISSING_RISE, MISSING_CLEAR = 7.5, 8.0, 9.0, 1.5


@dataclass(frozen=True, slots=True)
class Bar:
    """A column before and after its height is known. *x* is its start edge."""

    printed: Printed
    x: float
    width: float
    numeral: Numeral
    hot: bool
    height: float = 0.0

    @property
    def value(self) -> float:
        """The value drawn; below zero and unpublished draw nothing."""
        return max(0.0, float(self.printed.value or 0))

    @property
    def middle(self) -> float:
        """The x of its middle."""
        return self.x + self.width / 2

    @property
    def capped(self) -> bool:
        """Whether a floating cap says that the bar is a bound; an estimate is none."""
        return self.printed.qualifier == "more-than" and self.printed.status == "published"

    @property
    def clear(self) -> float:
        """From the top of the bar to the baseline of its number."""
        return CLEAR_OVER_CAP if self.capped else CLEAR

    @property
    def word_rise(self) -> float:
        """From the baseline of the number to that of the word above it."""
        deep = DEEPER if _DEEP.search(self.printed.word) else 0.0
        return CAP_HEIGHT.get(self.numeral.role, 6.0) + WORD_OVER_NUMBER + deep

    @property
    def label_height(self) -> float:
        """From the top of the bar to the top of its label."""
        if self.printed.word:
            return self.clear + self.word_rise + WORD_HEIGHT
        return self.clear + CAP_HEIGHT.get(self.numeral.role, 6.0)

    def scaled(self, scale: float) -> Bar:
        """Return the bar with its height at *scale* points a unit."""
        return replace(self, height=self.value * scale)


@dataclass(frozen=True, slots=True)
class Spot:
    """A placement: the x of the number, its cost, and how far it drops below the usual baseline."""

    x: float
    cost: float
    drop: float = 0.0


def place(bars: tuple[Bar, ...], limit: float, base: float) -> tuple[Spot, ...]:
    """Return a spot for each bar: the cheapest chain of placements in which neighbours keep 2.4 pt."""
    if not bars:
        return ()
    best: list[tuple[float, tuple[Spot, ...]]] = [(0.0, ())]
    for i, bar in enumerate(bars):
        nexts = []
        for spot in _spots(bar, limit):
            own = spot.cost + _over_bars(bars, i, spot)
            ways = (
                (cost + own + (_meets(bars[i - 1], path[-1], bar, spot) if path else 0), (*path, spot))
                for cost, path in best
            )
            nexts.append(min(ways, key=lambda way: way[0]))
        best = nexts
    return min(best, key=lambda way: way[0])[1]


def _spots(bar: Bar, limit: float) -> list[Spot]:
    """The placements of one label; the number never hangs past the block."""
    width = bar.numeral.stacked_number
    ways = [
        Spot(bar.middle - width / 2, 0.0),
        Spot(bar.x, 0.8),
        Spot(bar.x + bar.width - width, 0.8),
        Spot(bar.x + FURTHER, 1.2),
        Spot(bar.x + bar.width - width - FURTHER, 1.2),
        Spot(bar.x - BESIDE - width, 2.5, drop=bar.clear + 6.5),
    ]
    inside = [way for way in ways if -0.01 <= way.x <= limit - width + 0.01]
    return inside or [Spot(min(max(bar.middle - width / 2, 0.0), max(0.0, limit - width)), 3.0)]


def _extent(bar: Bar, spot: Spot) -> tuple[float, float, float, float]:
    """Start, end, lower and upper edge of a label; heights count from the baseline of the chart."""
    half = max(bar.numeral.stacked_number, bar.numeral.word_width) / 2
    middle = spot.x + bar.numeral.stacked_number / 2
    low = bar.height + bar.clear - UNDER_NUMBER - spot.drop
    return middle - half, middle + half, low, bar.height + bar.label_height - spot.drop


def _meets(left: Bar, spot: Spot, right: Bar, other: Spot) -> float:
    a0, a1, low_a, high_a = _extent(left, spot)
    b0, b1, low_b, high_b = _extent(right, other)
    apart = b0 - a1 >= BETWEEN or a0 - b1 >= BETWEEN
    return 0.0 if apart or high_a <= low_b or high_b <= low_a else COLLISION


def _over_bars(bars: tuple[Bar, ...], index: int, spot: Spot) -> float:
    """What it costs to lie on a taller neighbour, or on a neighbour's year slot where nothing was published."""
    start, end, low, _ = _extent(bars[index], spot)
    for j, other in enumerate(bars):
        top = other.height + (CLEAR_OVER_CAP - CLEAR if other.capped else 0)
        if j == index or top <= low:
            continue
        if start < other.x + other.width + FROM_BAR and end > other.x - FROM_BAR:
            return COLLISION
    return 0.0


def say_missing(surface: Surface, bars: tuple[Bar, ...], index: int, base: float) -> None:
    """Say between the neighbours of a bar that its value is not published, in two lines where they leave no room."""
    start = bars[index - 1].x + bars[index - 1].width + MISSING_CLEAR if index else 0.0
    end = bars[index + 1].x - MISSING_CLEAR if index + 1 < len(bars) else surface.width
    text = bars[index].printed.number
    wide = surface.measure(text, "axis", size=MISSING_SIZE) > end - start
    lines = text.split(" ", 1) if wide else [text]
    for row, line in enumerate(reversed(lines)):
        width = surface.measure(line, "axis", size=MISSING_SIZE)
        x = max(min(max(bars[index].middle - width / 2, start), end - width), 0.0)
        surface.label(line, x, base - MISSING_RISE - row * MISSING_LINE, "axis", size=MISSING_SIZE)
