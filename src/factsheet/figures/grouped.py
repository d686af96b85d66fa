"""Grouped columns: two to four measures of one unit beside each other, at several times."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from ..model.content import Content, Picture
from ..options import Block, FactName, Flag, TextField
from .ends import room_for, set_ends
from .fills import cap_height, column
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
from .plot import CAP, CLEAR, Levels, Tracks, Value, levels, over, tracks
from .timeline import set_times, tick_choices, times

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.content import Surface
    from ..model.facts import Printed
    from ..model.words import Words

BAR, BAR_GAP, GROUP_GAP = 16.0, 1.0, 10.0
"""The widest bar, what is free between two of a group, and between two groups, in points."""

SIZE = 8.0


class Grouped(Block):
    """Two to four columns at each time, each named at the end of the last group."""

    name: ClassVar[str] = "grouped"

    title: TextField = Field(description="What the comparison shows, as a finding.")
    measure: TextField = Field(description="What is measured, with its unit; the period is added to it.")
    parts: Annotated[
        tuple[FactName, ...],
        Field(min_length=2, max_length=4, description="Facts of one unit, in the order in which they stand."),
    ]
    highlight: FactName | None = Field(default=None, description="The fact that is drawn in the accent.")
    rule: Flag = Field(default=True, description="Whether a rule stands over the title.")

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return head and picture; what cannot share a scale is refused."""
        parts = parts_of(words, self.parts, self.highlight)
        first = parts[0].fact
        for part in parts:
            if (part.fact.unit, part.fact.scale) != (first.unit, first.scale):
                message = f"'{part.fact.id}' and '{first.id}' differ in unit or scale"
                refuse("parts-of-whole", message, "compare facts of one unit")
        axis = axis_of(parts)
        top, measure = headed(words, brand, self.title, self.measure, rule=self.rule, series=axis)
        chart = GroupedChart(words, parts, axis)
        said = alt(words, words.plain(self.title), measure, values_of(words, parts))
        return (*top, Picture(chart.draw, PLOT, said, stretch=STRETCH, above=4))


@dataclass(frozen=True, slots=True)
class GroupedChart:
    """The drawing; *axis* has a point for each time."""

    words: Words
    parts: tuple[Part, ...]
    axis: tuple[Printed, ...]

    def draw(self, surface: Surface) -> None:
        """Draw columns, axis, values, times, and the names of the parts at the end or in a key."""
        base, plot = surface.height - FOOT, surface.in_time()
        named = latest_ends(surface, self.parts, self.axis[-1].at, valued=True)
        most = surface.width * MOST_END
        room = room_for(surface, named, most)
        keyed = room > most
        top = set_key(surface, self.parts, "group") if keyed else 0.0
        width = surface.width if keyed else surface.width - room - END_GAP
        track = self._tracks(width)
        pitch = (track.width + BAR_GAP) / len(self.parts)
        level, values = self._laid(plot, track, pitch, width, top, base)
        for index in range(len(self.axis)):
            self._group(plot, index, track, pitch, level)
        plot.line(((0, level.zero), (width, level.zero)), "ink", BASE)
        for value in values:
            value.set(plot)
        choices = tick_choices(len(self.axis))
        set_times(plot, times(self.words, self.axis), track.middles, base + TIMES, choices=choices)
        if not keyed:
            placed = [
                replace(end, y=self._end_level(part, level), numeral=None if values else end.numeral)
                for end, part in zip(named, self.parts, strict=True)
            ]
            set_ends(plot, placed, surface.width - room, room, top, base)

    def _tracks(self, width: float) -> Tracks:
        """Return the groups: as wide as their bars may be, and with a gap between two that is wider than one inside."""
        count = len(self.parts)
        return tracks(self.axis, width, widest=count * (BAR + BAR_GAP) - BAR_GAP, gap=GROUP_GAP)

    def _end_level(self, part: Part, level: Levels) -> float:
        printed = part.at(self.axis[-1].at)
        return level.zero - (level.height(printed) if printed is not None else 0.0)

    def _laid(
        self, surface: Surface, track: Tracks, pitch: float, width: float, top: float, base: float
    ) -> tuple[Levels, tuple[Value, ...]]:
        """Return the scale, and a value for each bar if all keep apart; else none, and the ends have the latest."""
        values = [float(p.value or 0) for part in self.parts for _, p in part.points.values() if p.value is not None]
        room = max(
            (
                over(numeral(surface, p, "value", size=SIZE), SIZE)
                for part in self.parts
                for _, p in part.points.values()
            ),
            default=CLEAR,
        )
        level = levels(values, top, base, room, CLEAR + SIZE)
        placed = self._values(surface, track, pitch, width, level)
        if placed is not None:
            return level, placed
        return levels(values, top, base, CLEAR, CLEAR), ()

    def _values(
        self, surface: Surface, track: Tracks, pitch: float, width: float, level: Levels
    ) -> tuple[Value, ...] | None:
        """Return a value over each bar, or None where one is wider than its bar has room for."""
        found = []
        for index, moment in enumerate(self.axis):
            for place, part in enumerate(self.parts):
                printed = part.at(moment.at)
                if printed is None:
                    continue
                number = numeral(surface, printed, "value", size=SIZE)
                if number.stacked > pitch - BAR_GAP + 1:
                    return None
                x = track.starts[index] + place * pitch + (pitch - BAR_GAP - number.stacked) / 2
                x = max(0.0, min(x, width - number.stacked))
                height = level.height(printed)
                y = level.zero - height + (CLEAR + CAP * SIZE if height < 0 else -CLEAR - cap_height(printed))
                found.append(Value(number, SIZE, x, y))
        return tuple(found)

    def _group(self, surface: Surface, index: int, track: Tracks, pitch: float, level: Levels) -> None:
        for place, part in enumerate(self.parts):
            printed = part.at(self.axis[index].at)
            if printed is None:
                continue
            x = track.starts[index] + place * pitch
            bar = max(0.1, pitch - BAR_GAP)
            column(surface, printed, x, level.zero, bar, level.height(printed), part.colour)
