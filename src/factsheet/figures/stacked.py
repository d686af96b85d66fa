"""Stacked columns: the parts of a sum at several times, each sum over its column."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from ..model.content import Content, Picture
from ..options import Block, FactName, Flag, TextField
from .ends import room_for, set_ends
from .fills import CAP, CAP_GAP, cap_height, capped, fill
from .head import alt, headed, refuse
from .numerals import numeral
from .parts import (
    BASE,
    END_GAP,
    FOOT,
    MOST_END,
    PLOT,
    STRETCH,
    TIMES,
    Part,
    axis_of,
    latest_ends,
    parts_of,
    set_key,
    values_of,
)
from .plot import CLEAR, Levels, Tracks, Value, levels, lifted, over, tracks
from .reckoned import total
from .timeline import set_times, tick_choices, times

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.content import Surface
    from ..model.facts import Printed
    from ..model.words import Words

SIZE, LAST_SIZE, BOLD = 8.75, 10.0, 700
SEAM = 1.0
MISSING_SIZE = 7.5


class Stacked(Block):
    """Columns of two to four parts that make a sum; each sum is named, and each part at the end of the last column."""

    name: ClassVar[str] = "stacked"

    title: TextField = Field(description="What the parts show, as a finding.")
    measure: TextField = Field(description="What is measured, with its unit; the period is added to it.")
    parts: Annotated[
        tuple[FactName, ...],
        Field(min_length=2, max_length=4, description="Facts that can be summed, the lowest part of a column first."),
    ]
    highlight: FactName | None = Field(default=None, description="The part that is drawn in the accent.")
    rule: Flag = Field(default=True, description="Whether a rule stands over the title.")

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return head and picture; what cannot be summed is refused."""
        parts = parts_of(words, self.parts, self.highlight)
        self._check(parts)
        axis = axis_of(parts)
        totals = tuple(_total(words, parts, moment) for moment in axis)
        top, measure = headed(words, brand, self.title, self.measure, rule=self.rule, series=axis)
        chart = StackedChart(words, parts, axis, totals)
        said = alt(words, words.plain(self.title), measure, values_of(words, parts, totals))
        return (*top, Picture(chart.draw, PLOT, said, stretch=STRETCH, above=4))

    @staticmethod
    def _check(parts: tuple[Part, ...]) -> None:
        first = parts[0].fact
        for part in parts:
            fact = part.fact
            if (fact.unit, fact.scale) != (first.unit, first.scale):
                message = f"'{fact.id}' and '{first.id}' differ in unit or scale"
                refuse("parts-of-whole", message, "stack facts of one unit")
            if any((printed.value or 0) < 0 for _, printed in part.points.values()):
                message = f"'{fact.id}' has a value below zero, and what is stacked is summed"
                refuse("parts-of-whole", message, "take grouped columns")


def _total(words: Words, parts: tuple[Part, ...], moment: Printed) -> Printed | None:
    """Return the sum of all parts at a time; where one is not published there is none."""
    pairs = [(part.fact, part.points[moment.at][0]) for part in parts if part.at(moment.at) is not None]
    return total(words, pairs) if len(pairs) == len(parts) else None


@dataclass(frozen=True, slots=True)
class StackedChart:
    """The drawing; *axis* has a point for each time, *totals* its sum."""

    words: Words
    parts: tuple[Part, ...]
    axis: tuple[Printed, ...]
    totals: tuple[Printed | None, ...]

    def draw(self, surface: Surface) -> None:
        """Draw columns, axis, sums, times, and the names of the parts at the end or in a key."""
        base, plot = surface.height - FOOT, surface.in_time()
        ends = latest_ends(surface, self.parts, self.axis[-1].at, valued=True)
        room = room_for(surface, ends, surface.width * MOST_END)
        keyed = room > surface.width * MOST_END
        top = set_key(surface, self.parts, "stack") if keyed else 0.0
        width = surface.width if keyed else surface.width - room - END_GAP
        track = tracks(self.axis, width)
        level, sums = self._laid(plot, track, width, top, base)
        for index in range(len(self.axis)):
            self._column(plot, index, track, level)
        plot.line(((0, base), (width, base)), "ink", BASE)
        for value in sums:
            value.set(plot)
        self._missing(plot, track, level)
        choices = tick_choices(len(self.axis))
        set_times(plot, times(self.words, self.axis), track.middles, base + TIMES, choices=choices)
        if not keyed:
            placed = [replace(end, y=y) for end, y in zip(ends, self._middles(level), strict=True)]
            set_ends(plot, placed, surface.width - room, room, top, base)

    def _middles(self, level: Levels) -> list[float]:
        """Return the middle of each part of the last column."""
        found, height = [], 0.0
        for part in self.parts:
            printed = part.at(self.axis[-1].at)
            own = level.height(printed) if printed is not None else 0.0
            found.append(level.zero - height - own / 2)
            height += own
        return found

    def _sum(self, index: int) -> float:
        known = (part.at(self.axis[index].at) for part in self.parts)
        return sum(float(printed.value or 0) for printed in known if printed is not None)

    def _laid(
        self, surface: Surface, track: Tracks, width: float, top: float, base: float
    ) -> tuple[Levels, tuple[Value, ...]]:
        """Return the scale and the sums over their columns: all of them if they keep apart, else first and last."""
        named = [i for i, found in enumerate(self.totals) if found is not None]
        sums = [self._sum(i) for i in range(len(self.axis))]
        for chosen in (named, _ends_of(named)):
            more = 0.0
            for _ in range(2):
                level = levels(sums, top + more, base, self._over(surface, chosen), 0.0)
                values = self._values(surface, chosen, track, width, level)
                more = max((top - value.top for value in values if value.top < top), default=0.0)
            if len(chosen) <= 2 or not _crowded(values):
                break
        return level, lifted(values)

    def _over(self, surface: Surface, chosen: list[int]) -> float:
        numbers = (self.totals[i] for i in chosen)
        return max((over(numeral(surface, n, "value"), LAST_SIZE) for n in numbers if n is not None), default=CLEAR)

    def _values(
        self, surface: Surface, chosen: list[int], track: Tracks, width: float, level: Levels
    ) -> tuple[Value, ...]:
        found = []
        for index in chosen:
            printed = self.totals[index]
            if printed is None:
                continue
            last = index == len(self.axis) - 1
            size = LAST_SIZE if last else SIZE
            number = numeral(surface, printed, "value", size=size, weight=BOLD if last else None)
            x = max(0.0, min(track.middles[index] - number.stacked / 2, width - number.stacked))
            covered = [
                self._sum(i)
                for i, start in enumerate(track.starts)
                if start < x + number.stacked and start + track.width > x
            ]
            y = level.zero - max(covered, default=0.0) * level.unit - CLEAR - cap_height(printed)
            found.append(Value(number, size, x, y))
        return lifted(found) if len(chosen) <= 2 else tuple(found)

    def _column(self, surface: Surface, index: int, track: Tracks, level: Levels) -> None:
        """Draw the parts of a column from the axis up, a seam of paper between two, the cap of a bound over all."""
        foot, top = level.zero, ""
        for part in self.parts:
            printed = part.at(self.axis[index].at)
            height = level.height(printed) if printed is not None else 0.0
            if printed is None or height <= 0:
                continue
            seam = min(SEAM, height / 2) if foot < level.zero else 0.0
            box = (track.starts[index], foot - height, track.width, height - seam)
            fill(surface, printed, box, part.colour)
            foot -= height
            top = part.colour
        found = self.totals[index]
        if found is not None and capped(found) and foot < level.zero:
            surface.rectangle(track.starts[index], foot - CAP_GAP - CAP, track.width, CAP, top)

    def _missing(self, surface: Surface, track: Tracks, level: Levels) -> None:
        """Say of a column that has no sum because a part is not published that there is none."""
        free = 0.0
        for index, found in enumerate(self.totals):
            known = [part for part in self.parts if part.at(self.axis[index].at) is not None]
            if found is not None or len(known) == len(self.parts):
                continue
            text = self.words.phrase("not-published")
            width = surface.measure(text, "axis", size=MISSING_SIZE)
            x = max(free, track.middles[index] - width / 2)
            if x + width <= surface.width and x <= track.starts[index] + track.width:
                y = level.zero - self._sum(index) * level.unit - CLEAR
                surface.label(text, x, y, "axis", size=MISSING_SIZE)
                free = x + width + CLEAR


def _ends_of(indexes: list[int]) -> list[int]:
    return [indexes[0], indexes[-1]] if len(indexes) > 2 else indexes


def _crowded(values: tuple[Value, ...]) -> bool:
    return any(a.meets(b) for i, a in enumerate(values) for b in values[i + 1 :])
