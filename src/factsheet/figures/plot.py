"""Columns along time: where they stand and how wide they are, what they are scaled by, the values over them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .fills import cap_height
from .numerals import QUALIFIER, Numeral, set_number
from .timeline import months, offsets, smallest_step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model.content import Surface
    from ..model.facts import Printed

WIDEST, GAP, GAP_SHARE = 24.0, 2.6, 0.25
"""The widest column, what is free between two, and the most that this takes of a slot."""

CLEAR, BETWEEN, CAP, DESCENT = 4.0, 2.4, 0.7, 0.16
WORD_RISE, WORD_SIZE = 2.6, 7.25
HEAD_CLEAR = 4.0
"""Free at the top of a figure, so that no value touches its head: a long measure reaches over the latest one."""


@dataclass(frozen=True, slots=True)
class Tracks:
    """The start of each column, and the width of all."""

    starts: tuple[float, ...]
    width: float

    @property
    def middles(self) -> tuple[float, ...]:
        """The middle of each column."""
        return tuple(start + self.width / 2 for start in self.starts)


def tracks(series: Sequence[Printed], width: float, widest: float = WIDEST, gap: float = GAP) -> Tracks:
    """Return columns in true time: the first starts at 0 and the last ends at *width*; a lone one starts at 0."""
    step = smallest_step(series)
    slots = round(months(series[0].at, series[-1].at) / step) + 1 if step else 1
    free = min(gap, width / slots * GAP_SHARE)
    bar = max(0.1, min(widest, (width - free * (slots - 1)) / slots))
    return Tracks(tuple(offset * (width - bar) for offset in offsets(series)), bar)


@dataclass(frozen=True, slots=True)
class Levels:
    """The y of zero, and points a unit."""

    zero: float
    unit: float

    def height(self, printed: Printed) -> float:
        """Return the height of a column, below zero for a negative value."""
        return float(printed.value or 0) * self.unit


def levels(values: Sequence[float], top: float, base: float, over: float, under: float) -> Levels:
    """Return the scale on which *values* and zero stand between *top* and *base*.

    *over* is kept for the label over the highest one, *under* for that of a value below zero.
    """
    low, high = min(0.0, *values, 0.0), max(0.0, *values, 0.0)
    foot = base - (under if low < 0 else 0.0)
    unit = max(0.0, foot - top - over) / (high - low) if high > low else 0.0
    return Levels(foot + low * unit, unit)


@dataclass(frozen=True, slots=True)
class Value:
    """A value at a column: the number, its size, the start of its text and its baseline."""

    numeral: Numeral
    size: float
    x: float
    y: float
    colour: str | None = None

    @property
    def top(self) -> float:
        """The upper edge, that of its word included."""
        return self.y - height(self.numeral, self.size)

    @property
    def foot(self) -> float:
        """The lower edge."""
        return self.y + DESCENT * self.size

    def meets(self, other: Value) -> bool:
        """Whether two values are nearer than they may be."""
        beside = self.x + self.numeral.stacked + BETWEEN > other.x
        return beside and other.x + other.numeral.stacked + BETWEEN > self.x and self._level(other)

    def _level(self, other: Value) -> bool:
        return self.foot > other.top and other.foot > self.top

    def set(self, surface: Surface) -> None:
        """Set the number, its word over its middle."""
        number = self.numeral
        if number.printed.word:
            y = self.y - CAP * self.size - WORD_RISE
            surface.label(number.printed.word, self.x + number.stacked / 2, y, QUALIFIER, anchor="middle")
        x = self.x + (number.stacked - number.stacked_number) / 2
        set_number(surface, number, x, self.y, colour=self.colour)


def height(numeral: Numeral, size: float) -> float:
    """Return the height of a value over its baseline, its word included."""
    return CAP * size + (WORD_RISE + CAP * WORD_SIZE if numeral.printed.word else 0.0)


def over(numeral: Numeral, size: float) -> float:
    """Return what a value needs over its column."""
    return CLEAR + cap_height(numeral.printed) + height(numeral, size)


def lifted(values: Sequence[Value]) -> tuple[Value, ...]:
    """Return *values* in their order, each lifted over those before it in height that it meets."""
    placed: dict[int, Value] = {}
    for index in sorted(range(len(values)), key=lambda i: -values[i].y):
        value = values[index]
        for other in sorted(placed.values(), key=lambda v: -v.y):
            if value.meets(other):
                value = replace(value, y=other.top - BETWEEN - DESCENT * value.size)
        placed[index] = value
    return tuple(placed[i] for i in range(len(values)))
