"""A series as a line, and where its points are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .timeline import months

if TYPE_CHECKING:
    from ..model.facts import Printed

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """One series: its name, its points, the role of its line and that of its texts, its short name."""

    label: str
    series: tuple[Printed, ...]
    colour: str
    text: str
    short: str = ""

    @property
    def told(self) -> tuple[int, ...]:
        """Indexes of the points that have a value."""
        return tuple(i for i, point in enumerate(self.series) if point.value is not None)


@dataclass(frozen=True, slots=True)
class Scale:
    """Where time and values are: x of the first time and points a month, y of zero and points a unit."""

    start: Printed
    x0: float
    month: float
    zero: float
    unit: float

    def point(self, printed: Printed) -> Point:
        """Return the place of *printed*."""
        return self.x(printed), self.zero - float(printed.value or 0) * self.unit

    def x(self, printed: Printed) -> float:
        """Return the x of the time of *printed*."""
        return self.x0 + months(self.start.at, printed.at) * self.month


def highest(line: Line) -> int | None:
    """Return the index of a peak: a point that is higher than the first and the last one."""
    values = {i: line.series[i].value or 0 for i in line.told}
    top = max(values, key=lambda i: values[i])
    ends = (values[line.told[0]], values[line.told[-1]])
    return top if values[top] > max(ends) else None
