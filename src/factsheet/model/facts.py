"""Facts: one indicator each, with points in time; what is printed about one is a Printed value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

Qualifier = Literal["about", "almost", "more-than", "less-than", "up-to"]
Status = Literal["published", "provisional", "estimated"]
Operation = Literal["ratio", "difference", "share", "sum", "per"]

ABOUT = "~"
"""What joins a number that is only about right, in every language."""

SCALES: Mapping[str, int] = {"": 0, "thousand": 3, "million": 6, "billion": 9}
"""Power of ten by which a value is multiplied, by the scale of its fact."""


@dataclass(frozen=True, slots=True, order=True)
class Date:
    """A year, a month or a day: as precise as its source."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        """Spell it as ISO 8601 with reduced precision."""
        return "-".join(f"{part:02d}" for part in (self.year, self.month, self.day) if part is not None)

    def meets(self, other: Date) -> bool:
        """Say whether both may be one time, as far as they say: 2017, and December 2017."""
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        return all(one is None or two is None or one == two for one, two in pairs)


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
    further: tuple[str, ...] = ()  # a derived value's other sources, in the order of its parts

    @property
    def sources(self) -> tuple[str, ...]:
        """Every source that the value rests on, none twice."""
        return tuple(dict.fromkeys((self.source, *self.further)))


@dataclass(frozen=True, slots=True)
class Formula:
    """How a derived fact is reckoned.

    Attributes:
        operation: what is done.
        parts: names of facts (``staff``) or of their points (``staff@1998``), in order.
        times: how many of the second part the first one is given for; 1 unless *operation* is ``per``.
    """

    operation: Operation
    parts: tuple[str, ...]
    times: int = 1

    def __str__(self) -> str:
        """Spell it as arithmetic."""
        if self.operation in {"sum", "difference"}:
            return (" + " if self.operation == "sum" else " - ").join(self.parts)
        ratio = " / ".join(self.parts)
        if self.operation == "share":
            return f"{ratio} in per cent"
        return f"{ratio} \N{MULTIPLICATION SIGN} {self.times}" if self.operation == "per" else ratio


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
    formula: Formula | None = None  # of a derived fact

    @property
    def parts(self) -> frozenset[str]:
        """Ids of the facts that a derived fact is reckoned from; none of any other."""
        names = () if self.formula is None else self.formula.parts
        return frozenset(name.partition("@")[0] for name in names)

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
    further: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """Every source that the value rests on, none twice: that of the point, or those of a derived value's parts."""
        return tuple(dict.fromkeys((self.source, *self.further)))

    @property
    def short(self) -> str:
        """The number with the mark that is joined to it."""
        return self.mark + self.number


def family(facts: Mapping[str, Fact], ids: Iterable[str]) -> frozenset[str]:
    """Return *ids* and the ids of every fact that is derived from one of them."""
    known = set(ids)
    while grown := {fact.id for fact in facts.values() if fact.parts & known} - known:
        known |= grown
    return frozenset(known)
