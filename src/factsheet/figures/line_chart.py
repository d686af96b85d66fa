"""The drawing of lines: areas, lines, dots, the values of ends and peak, times."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .ends import End, room_for, set_ends, shortened
from .labels_of_lines import Named, lay
from .line_scale import Line, Scale, highest
from .numerals import numeral
from .timeline import gaps, months, runs, set_times, times, union

if TYPE_CHECKING:
    from ..model.content import Surface
    from ..model.words import Words

PLOT, TALLER, NOTE = 98.0, 110.0, 10.0
"""Height with its times: of one line; of several, whose names stand one under the other; of the note."""

FOOT, TIMES = 13.0, 11.0
TOP, HIGHER = 16.0, 11.0
"""Free over the highest point for its label; and what a second line of labels takes."""

LINE, FINE, BASE, BOLD = 2.0, 1.6, 0.8, 700
FIRST, PEAK, LAST, RING, LONE, PALE = 2.6, 2.6, 3.6, 1.2, 2.0, 1.9
GAP_RADIUS, GAP_RISE = 0.85, 3.0
MISSING_RISE, MISSING_SIZE = 9.0, 7.5
END_GAP, LEAST_END, MOST_END = 5.0, 30.0, 0.42
"""From the last dot to what stands at the end, and the least and the most that this takes of the width."""


@dataclass(frozen=True, slots=True)
class LineChart:
    """The drawing; *note* stands under the axis."""

    words: Words
    lines: tuple[Line, ...]
    note: str

    def draw(self, surface: Surface) -> None:
        """Draw areas, axis, lines, dots and labels."""
        base, plot = surface.height - FOOT - (NOTE if self.note else 0.0), surface.in_time()
        if not any(line.told for line in self.lines):
            plot.line(((0, base), (plot.width, base)), "ink", BASE)
        elif len(self.lines) == 1:
            self._one(plot, self.lines[0], base)
        else:
            self._several(plot, base)
        if self.note:
            self._note(surface)

    def _one(self, surface: Surface, line: Line, base: float) -> None:
        """Draw a line with its area and the values of its first, its highest and its last point."""
        named = Named.of(surface, line)
        end = max(LEAST_END, named.last.stacked + LAST + END_GAP)
        beside = end <= surface.width * MOST_END
        for top in (TOP + named.rise, TOP + named.rise + HIGHER):
            scale = self._scale(surface, base, top + (0.0 if beside else HIGHER), end if beside else LAST)
            spots, apart = lay(named, line, scale, surface.width, beside=beside)
            if apart:
                break
        self._areas(surface, line, scale)
        self._axis(surface, scale)
        self._missing(surface, line, scale)
        self._strokes(surface, line, scale, LINE)
        self._dots(surface, line, scale)
        named.set(surface, spots)
        self._times(surface, base + TIMES, scale, hot=True)

    def _several(self, surface: Surface, base: float) -> None:
        """Draw lines without areas, each named at its end in its own colour."""
        lines = [line for line in self.lines if line.told]
        last = [line.series[line.told[-1]] for line in lines]
        most = surface.width * MOST_END
        named = [
            End(numeral(surface, point, "value", weight=BOLD), line.label, line.text, 0.0, line.short)
            for point, line in zip(last, lines, strict=True)
        ]
        ends = shortened(surface, named, most)
        room = min(most, room_for(surface, ends, most))
        scale = self._scale(surface, base, FIRST, room + LAST + END_GAP)
        self._axis(surface, scale)
        for line in lines:
            self._strokes(surface, line, scale, FINE)
        for point, line in zip(last, lines, strict=True):
            self._pale(surface, line, scale)
            surface.dots((scale.point(point),), FIRST, line.colour)
        ends = tuple(replace(end, y=scale.point(point)[1]) for end, point in zip(ends, last, strict=True))
        set_ends(surface, ends, surface.width - room, room, 0.0, base)
        self._times(surface, base + TIMES, scale, hot=False)

    def _scale(self, surface: Surface, base: float, top: float, end: float) -> Scale:
        """Return the scale that leaves *top* over the highest point and *end* after the last time."""
        axis = union([line.series for line in self.lines])
        values = [float(point.value) for line in self.lines for point in line.series if point.value is not None]
        low, high = min(0.0, *values), max(0.0, *values)
        unit = (base - top) / (high - low) if high > low else 0.0
        inner = max(0.0, surface.width - FIRST - end)
        span = months(axis[0].at, axis[-1].at)
        return Scale(axis[0], FIRST, inner / span if span else 0.0, base + low * unit, unit)

    @staticmethod
    def _axis(surface: Surface, scale: Scale) -> None:
        surface.line(((0, scale.zero), (surface.width, scale.zero)), "ink", BASE)

    @staticmethod
    def _areas(surface: Surface, line: Line, scale: Scale) -> None:
        for run in runs(line.series):
            points = tuple(scale.point(line.series[i]) for i in run)
            if len(run) > 1:
                surface.area(((points[0][0], scale.zero), *points, (points[-1][0], scale.zero)), "pale")

    @staticmethod
    def _strokes(surface: Surface, line: Line, scale: Scale, width: float) -> None:
        """Draw what may be joined; a point between two gaps is a dot."""
        lone: list[tuple[float, float]] = []
        for run in runs(line.series):
            points = tuple(scale.point(line.series[i]) for i in run)
            if len(run) > 1:
                surface.line(points, line.colour, width)
            else:
                lone += points
        if lone:
            surface.dots(tuple(lone), LONE, line.colour)

    def _dots(self, surface: Surface, line: Line, scale: Scale) -> None:
        self._pale(surface, line, scale)
        first, peak, last = line.told[0], highest(line), line.told[-1]
        if first != last:
            surface.dots((scale.point(line.series[first]),), FIRST, line.colour)
        if peak is not None:
            surface.dots((scale.point(line.series[peak]),), PEAK, "paper", edge=line.colour, edge_width=LINE * 0.75)
        hot = (scale.point(line.series[last]),)
        surface.dots(hot, LAST + RING, "paper")
        if line.series[last].status == "published":
            surface.dots(hot, LAST, "accent")
        else:
            surface.dots(hot, LAST - 0.5, "estimate_accent", edge="accent", edge_width=1.0)

    @staticmethod
    def _pale(surface: Surface, line: Line, scale: Scale) -> None:
        points = tuple(scale.point(line.series[i]) for i in line.told if line.series[i].status != "published")
        if points:
            surface.dots(points, PALE, "estimate", edge=line.colour, edge_width=1.0)

    @staticmethod
    def _missing(surface: Surface, line: Line, scale: Scale) -> None:
        """Draw a dot for each year without a point, and say of each point without a value that it has none."""
        end = scale.x(line.series[-1])
        dots = [(scale.x0 + share * (end - scale.x0), scale.zero - GAP_RISE) for share in gaps(line.series)]
        if dots:
            surface.dots(tuple(dots), GAP_RADIUS, "gap")
        free = 0.0
        for point in line.series:
            if point.value is not None:
                continue
            width = surface.measure(point.number, "axis", size=MISSING_SIZE)
            x = min(max(scale.x(point) - width / 2, 0.0), surface.width - width)
            if x >= free:
                surface.label(point.number, x, scale.zero - MISSING_RISE, "axis", size=MISSING_SIZE)
                free = x + width + END_GAP

    def _times(self, surface: Surface, y: float, scale: Scale, *, hot: bool) -> None:
        """Set the first, the middle and the last time."""
        axis = union([line.series for line in self.lines])
        middles = [scale.x(point) for point in axis]
        half = (middles[0] + middles[-1]) / 2
        middle = min(range(len(axis)), key=lambda i: abs(middles[i] - half))
        last = len(axis) - 1
        loud = last if hot and axis[last].value is not None else None
        choices = (tuple(dict.fromkeys((0, middle, last))), tuple(dict.fromkeys((0, last))))
        set_times(surface, times(self.words, axis), middles, y, choices=choices, hot=loud)

    def _note(self, surface: Surface) -> None:
        y, x = surface.height - 2.5, 0.0
        if len(self.lines) == 1 and gaps(self.lines[0].series):
            surface.dots(((1.2, y - 2.4),), 1.2, "gap")
            x = 6.0
        surface.label(self.note, x, y, "caption", room=surface.width - x)
