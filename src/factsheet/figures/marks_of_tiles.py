"""The mark under a key figure: a sparkline, bars of then and now, or a caption that says why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from .fills import cap_height, row
from .head import shown
from .numerals import numeral, set_inline
from .timeline import before, even, offsets, times

if TYPE_CHECKING:
    from ..model.content import Surface
    from ..model.facts import Fact, Point, Printed
    from ..model.words import Words

LEAST_POINTS = 6
"""From how many points on a line says more than bars; fewer are read one by one."""

TOP = 82.5
YEAR_SIZE, YEAR_FOOT = 7.5, 114.0
STEM, STEM_GAP, VALUE_GAP = 0.8, 4.0, 4.0
VALUE_SIZE = 8.0
BOLD, BOLDER = 600, 700
PITCHES = {1: (6.0, 14.0, 7.0), 2: (6.0, 14.0, 7.0), 3: (5.0, 11.6, 4.8)}
"""Bar, pitch, and the stem's reach past the middles of the first and the last bar, by the number of rows."""

SPARK, FIRST, LAST, RING = 1.5, 1.8, 3.0, 1.0
SPARK_TOP, SPARK_FOOT = 86.5, 101.0
NOTE_TOP, NOTE_LINES = 91.5, 3


class Mark(Protocol):
    """What a tile asks of its mark."""

    def times(self, surface: Surface) -> float:
        """Return the width that its times need before a stem; 0 where it has none."""
        ...

    def draw(self, surface: Surface, x: float, width: float, stem: float) -> None:
        """Draw it into the tile that starts at *x*."""
        ...

    def said(self, words: Words) -> list[str]:
        """Return what an alt text says of it."""
        ...


def mark_of(words: Words, fact: Fact, then: Point | None, now: Point) -> Mark | None:
    """Return the mark that the published points of *fact* from *then* to *now* allow, or None.

    A line joins six points or more without a gap. Bars from zero need two values that are not below it; a published
    value between them that is higher than the latest one is a third row, so that no peak is hidden.
    """
    if then is None or now.value is None or then.value is None:
        return None
    between = [p for p in fact.drawn if not before(p.at, then.at) and not before(now.at, p.at)]
    if len(between) >= LEAST_POINTS:
        series = tuple(words.printed(fact, point) for point in between)
        if even(series):
            return Sparkline(series, times(words, series))
    inner = [point for point in between[1:-1] if point.value is not None and point.value > now.value]
    peak = max(inner, key=lambda point: point.value or 0, default=None)
    points = [point for point in (then, peak, now) if point is not None]
    if min(then.value, now.value) < 0:
        return None
    rows = tuple(words.printed(fact, point) for point in points)
    return ThenAndNow(rows, times(words, rows), tuple(shown(words, fact, printed) for printed in rows))


@dataclass(frozen=True, slots=True)
class Sparkline:
    """A line on a scale of its own, so without a baseline; only the times of its ends are named."""

    series: tuple[Printed, ...]
    labels: tuple[str, ...]

    def times(self, surface: Surface) -> float:
        """Return 0: it has no stem."""
        return 0.0

    def draw(self, surface: Surface, x: float, width: float, stem: float) -> None:
        """Draw line, dots and times."""
        plot = surface.in_time(x, width)
        values = [float(printed.value or 0) for printed in self.series]
        low, span = min(values), max(values) - min(values)
        inner = width - FIRST - LAST - RING
        points = tuple(
            (
                x + FIRST + offset * inner,
                SPARK_FOOT - ((value - low) / span if span else 0.5) * (SPARK_FOOT - SPARK_TOP),
            )
            for value, offset in zip(values, offsets(self.series), strict=True)
        )
        plot.line(points, "data", SPARK)
        plot.dots(points[:1], FIRST, "data")
        plot.dots(points[-1:], LAST + RING, "paper")
        if self.series[-1].status == "published":
            plot.dots(points[-1:], LAST, "accent")
        else:
            plot.dots(points[-1:], LAST - 0.5, "estimate_accent", edge="accent", edge_width=1.0)
        plot.label(self.labels[0], x, YEAR_FOOT, "axis", size=YEAR_SIZE, room=width)
        plot.label(
            self.labels[-1],
            x + width,
            YEAR_FOOT,
            "axis",
            anchor="end",
            size=YEAR_SIZE,
            weight=BOLD,
            colour="accent_text",
            room=width - surface.measure(self.labels[0], "axis", size=YEAR_SIZE) - VALUE_GAP,
        )

    def said(self, words: Words) -> list[str]:
        """Return every value with its time."""
        return [words.phrase("alt-when", value=p.prose, when=p.when) for p in self.series[:-1]]


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """Two or three bars from one zero; the last has no value, because it is the number of the tile."""

    rows: tuple[Printed, ...]
    labels: tuple[str, ...]
    numbers: tuple[str, ...]

    def times(self, surface: Surface) -> float:
        """Return the width of the widest time."""
        return max(self._time(surface, i) for i in range(len(self.rows)))

    def _time(self, surface: Surface, index: int) -> float:
        return surface.measure(self.labels[index], "axis", size=YEAR_SIZE, weight=self._weight(index))

    def _weight(self, index: int) -> int | None:
        return BOLDER if index == len(self.rows) - 1 else None

    def draw(self, surface: Surface, x: float, width: float, stem: float) -> None:
        """Draw times, bars and values, then the stem."""
        bar, pitch, reach = PITCHES[len(self.rows)]
        zero, last = x + stem, len(self.rows) - 1
        values = [
            numeral(surface, printed, "value", text=text, size=VALUE_SIZE, weight=BOLD)
            for printed, text in zip(self.rows, self.numbers, strict=True)
        ]
        needs = [0.0 if i == last else VALUE_GAP + value.inline for i, value in enumerate(values)]
        scale = self._scale(x + width - zero, needs)
        for i, (printed, value) in enumerate(zip(self.rows, values, strict=True)):
            middle = TOP + reach + i * pitch
            colour = "accent" if i == last else "data"
            end = row(surface, printed, zero, middle - bar / 2, float(printed.value or 0) * scale, bar, colour)
            surface.label(
                self.labels[i],
                x,
                middle + 2.7,
                "axis",
                size=YEAR_SIZE,
                weight=self._weight(i),
                colour="accent_text" if i == last else None,
                room=stem - 1,
            )
            if i != last:
                start = end + VALUE_GAP
                set_inline(surface, value, start, middle + 2.8, room=max(0.0, x + width - start))
        foot = TOP + 2 * reach + last * pitch
        surface.line(((zero, TOP), (zero, foot)), "ink", STEM)

    def _scale(self, width: float, needs: list[float]) -> float:
        """Points a unit, so that every bar with its cap and its value stays in the tile."""
        fits = [
            (width - need - cap_height(printed)) / float(printed.value)
            for printed, need in zip(self.rows, needs, strict=True)
            if printed.value
        ]
        return max(0.0, min(fits, default=0.0))

    def said(self, words: Words) -> list[str]:
        """Return every value but the latest with its time."""
        return [words.phrase("alt-when", value=p.prose, when=p.when) for p in self.rows[:-1]]


@dataclass(frozen=True, slots=True)
class Note:
    """A caption."""

    text: str

    def times(self, surface: Surface) -> float:
        """Return 0: it has no stem."""
        return 0.0

    def draw(self, surface: Surface, x: float, width: float, stem: float) -> None:
        """Set up to three lines; what is more stands in the last one, and is too wide for it."""
        lines = surface.wrap(self.text, "caption", width)
        if len(lines) > NOTE_LINES:
            lines = (*lines[: NOTE_LINES - 1], " ".join(lines[NOTE_LINES - 1 :]))
        for i, line in enumerate(lines):
            surface.label(line, x, NOTE_TOP + i * surface.leading("caption"), "caption", room=width)

    def said(self, words: Words) -> list[str]:
        """Return the caption."""
        return [self.text]
