"""A dense series as columns: many points without a gap, of which the first and the last are named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from ..model.content import Content, Picture
from ..options import Block, FactName, Flag, TextField
from .fills import cap_height, column
from .head import alt, headed, shown
from .numerals import Numeral, numeral
from .plot import CAP, CLEAR, HEAD_CLEAR, Levels, Tracks, Value, levels, lifted, over, tracks
from .timeline import gaps, set_times, tick_choices, times

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.content import Surface
    from ..model.facts import Printed
    from ..model.words import Words

PLOT, NOTE, FOOT, TIMES = 98.0, 10.0, 13.0, 11.0
BASE, GAP_RADIUS, GAP_RISE = 0.8, 0.85, 3.0
FIRST_SIZE, LAST_SIZE, BOLD = 10.0, 12.0, 700
LEAST_OVER, STRETCH = 16.0, 36.0
MISSING_SIZE, MISSING_RISE = 7.5, 9.0


class Series(Block):
    """Columns from zero, close together: the first and the last value are named, the latest one is in the accent.

    For a handful of points, or for years far apart, take columns.
    """

    name: ClassVar[str] = "series"

    fact: FactName = Field(description="The fact whose points are drawn.")
    title: TextField = Field(description="What the series shows, as a finding.")
    measure: TextField = Field(description="What is measured, with its unit; the period is added to it.")
    rule: Flag = Field(default=True, description="Whether a rule stands over the title.")

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return head and picture."""
        fact = words.fact(self.fact)
        series = words.series(fact)
        top, measure = headed(words, brand, self.title, self.measure, rule=self.rule, series=series)
        open_years = bool(gaps(series)) or any(point.value is None for point in series)
        note = words.phrase("other-years") if open_years else ""
        chart = SeriesChart(words, series, tuple(shown(words, fact, point) for point in series), note)
        said = alt(words, words.plain(self.title), measure, ((point.when, point.prose) for point in series))
        natural = PLOT + (NOTE if note else 0.0)
        return (*top, Picture(chart.draw, natural, said, stretch=STRETCH))


@dataclass(frozen=True, slots=True)
class SeriesChart:
    """The drawing; *numbers* are the texts of the values, *note* stands under the axis."""

    words: Words
    series: tuple[Printed, ...]
    numbers: tuple[str, ...]
    note: str

    @property
    def told(self) -> tuple[int, ...]:
        """Indexes of the points that have a value."""
        return tuple(i for i, point in enumerate(self.series) if point.value is not None)

    def draw(self, surface: Surface) -> None:
        """Draw columns, gaps, axis, values, times, note."""
        base, plot = surface.height - FOOT - (NOTE if self.note else 0.0), surface.in_time()
        track = tracks(self.series, plot.width)
        named = self._named(plot)
        level = self._levels(named, base, HEAD_CLEAR)
        values = self._values(plot, named, track, level)
        if any(value.top < HEAD_CLEAR for value in values):
            level = self._levels(named, base, 2 * HEAD_CLEAR - min(value.top for value in values))
            values = self._values(plot, named, track, level)
        self._columns(plot, track, level)
        plot.line(((0, level.zero), (plot.width, level.zero)), "ink", BASE)
        self._missing(plot, track, level)
        for value in values:
            value.set(plot)
        last = len(self.series) - 1
        hot = last if self.series[last].value is not None else None
        choices = tick_choices(last + 1)
        set_times(plot, times(self.words, self.series), track.middles, base + TIMES, choices=choices, hot=hot)
        if self.note:
            y = surface.height - 2.5
            surface.dots(((1.2, y - 2.4),), 1.2, "gap")
            surface.label(self.note, 6, y, "caption", room=surface.width - 6)

    def _named(self, surface: Surface) -> list[tuple[int, Numeral, float]]:
        """Return index, number and size of the values that are named: the first, the last, and that there is none."""
        named, end = [], len(self.series) - 1
        if self.told:
            first, last = self.told[0], self.told[-1]
            named.append((last, self._numeral(surface, last, LAST_SIZE), LAST_SIZE))
            if first != last:
                named.append((first, self._numeral(surface, first, FIRST_SIZE), FIRST_SIZE))
        if self.series[end].value is None:
            named.append((end, numeral(surface, self.series[end], "axis", size=MISSING_SIZE), MISSING_SIZE))
        return named

    def _numeral(self, surface: Surface, index: int, size: float) -> Numeral:
        role = "latest" if index == self.told[-1] else "value"
        return numeral(surface, self.series[index], role, text=self.numbers[index], size=size, weight=BOLD)

    def _levels(self, named: list[tuple[int, Numeral, float]], base: float, more: float) -> Levels:
        values = [float(self.series[i].value or 0) for i in self.told]
        room = max((over(number, size) for _, number, size in named), default=0.0)
        below = any((self.series[i].value or 0) < 0 for i, _, _ in named)
        return levels(values, more, base, max(LEAST_OVER, room), LEAST_OVER if below else 0.0)

    def _values(
        self, surface: Surface, named: list[tuple[int, Numeral, float]], track: Tracks, level: Levels
    ) -> tuple[Value, ...]:
        """Place the named values: over the columns that they cover, or under one that is below zero."""
        found = []
        for index, number, size in named:
            start, width = track.starts[index], number.stacked
            x = start if index in self.told[:1] and index != self.told[-1] else start + track.width - width
            x = max(0.0, min(x, surface.width - width))
            own = level.height(self.series[index])
            if index not in self.told:
                covered = self._most(track, level, x, x + width)
                y = level.zero - max(MISSING_RISE, covered + CLEAR if covered else 0.0)
            elif own < 0:
                y = level.zero - self._least(track, level, x, x + width) + CLEAR + CAP * size
            else:
                y = level.zero - self._most(track, level, x, x + width) - CLEAR
            found.append(Value(number, size, x, y))
        return lifted(found)

    def _most(self, track: Tracks, level: Levels, start: float, end: float) -> float:
        heights = (
            max(0.0, level.height(self.series[i])) + cap_height(self.series[i])
            for i in self.told
            if track.starts[i] < end and track.starts[i] + track.width > start
        )
        return max(heights, default=0.0)

    def _least(self, track: Tracks, level: Levels, start: float, end: float) -> float:
        heights = (
            level.height(self.series[i])
            for i in self.told
            if track.starts[i] < end and track.starts[i] + track.width > start
        )
        return min(0.0, *heights, 0.0)

    def _columns(self, surface: Surface, track: Tracks, level: Levels) -> None:
        for i in self.told:
            point, colour = self.series[i], "accent" if i == self.told[-1] else "data"
            column(surface, point, track.starts[i], level.zero, track.width, level.height(point), colour)

    def _missing(self, surface: Surface, track: Tracks, level: Levels) -> None:
        """Draw a dot for each time without a value but the last one, which was asked for, and says that it has none."""
        first, last = track.middles[0], track.middles[-1]
        places = [first + share * (last - first) for share in gaps(self.series)]
        places += [track.middles[i] for i, point in enumerate(self.series[:-1]) if point.value is None]
        if places:
            surface.dots(tuple((x, level.zero - GAP_RISE) for x in sorted(places)), GAP_RADIUS, "gap")
