"""Facts: one indicator each, with points in time; what is printed about one is a Printed value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from decimal import Decimal

Qualifier = Literal["about", "almost", "more-than", "less-than", "up-to"]
Status = Literal["published", "provisional", "estimated"]


@dataclass(frozen=True, slots=True, order=True)
class Date:
    """A year, a month or a day: as precise as its source."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        """Spell it as ISO 8601 with reduced precision."""
        return "-".join(f"{part:02d}" for part in (self.year, self.month, self.day) if part is not None)


@dataclass(frozen=True, slots=True)
class Source:
    """Where figures come from. *short* names it where room is short."""

    id: str
    title: str
    publisher: str = ""
    date: str = ""
    url: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One value at one time, as its source prints it. *value* is None where a source says that none is published."""

    at: Date
    value: Decimal | None
    source: str
    qualifier: Qualifier | None = None
    status: Status = "published"
    note: str = ""
    preferred: bool = False
    edition: bool = False  # *at* is the year of the publication, not of the figure


@dataclass(frozen=True, slots=True)
class Fact:
    """One indicator. Points are in order of time; where sources differ, several stand at one time."""

    id: str
    label: str
    unit: str
    points: tuple[Point, ...]
    short: str = ""
    decimals: int | None = None
    scale: str = ""
    fictional: bool = False

    @property
    def drawn(self) -> tuple[Point, ...]:
        """One point a time: the preferred one, else the first written."""
        chosen: dict[Date, Point] = {}
        for point in self.points:
            if point.at not in chosen or point.preferred:
                chosen[point.at] = point
        return tuple(chosen[at] for at in sorted(chosen, key=lambda d: (d.year, d.month or 0, d.day or 0)))

    @property
    def rivals(self) -> tuple[Point, ...]:
        """Points of other sources at times that are drawn from another one."""
        drawn = set(map(id, self.drawn))
        return tuple(point for point in self.points if id(point) not in drawn)

    @property
    def latest(self) -> Point | None:
        """The last drawn point that has a value."""
        return next((point for point in reversed(self.drawn) if point.value is not None), None)


@dataclass(frozen=True, slots=True)
class Printed:
    """A value as it is printed in one language. The qualifier travels with it everywhere.

    Attributes:
        number: the digits, grouped (``2,600``).
        mark: what is joined to the number (``~``), or empty.
        word: the qualifier word that stands before or above the number (``over``), or empty.
        suffix: what follows it small (``e`` for an estimate), or empty.
        prose: the whole as running text says it (``about 345,000``).
        when: the time as printed (``2017``).
    """

    fact: str
    at: Date
    value: Decimal | None
    number: str
    mark: str
    word: str
    suffix: str
    prose: str
    when: str
    source: str
    qualifier: Qualifier | None = None
    status: Status = "published"

    @property
    def short(self) -> str:
        """The number with the mark that is joined to it."""
        return self.mark + self.number
