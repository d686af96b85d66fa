"""Sparse columns: a series drawn only where it was published, in true time, each point with year, value, qualifier."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from ..model.content import Content, Paragraph, Picture, Span
from ..options import Block, FactName, Flag, TextField, head
from .head import alt
from .labels_of_columns import Bar, Spot, place, say_missing
from .numerals import QUALIFIER, numeral, set_number
from .plot import HEAD_CLEAR

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.content import Surface
    from ..model.facts import Date, Printed
    from ..model.words import Words

PLOT, NOTE = 98.0, 10.0  # height of the plot with its years, and of the line of keys under it
FOOT = 13.0  # from the baseline to the foot of the plot
WIDEST, NARROWEST, STEP_SHARE = 18.0, 7.0, 0.72
CAP, CAP_GAP = 1.5, 1.6
GAP_RADIUS, GAP_RISE, RIVAL_RADIUS, KEY_SIDE = 0.85, 3.0, 2.5, 7.0
YEAR_CLEAR = 2.0


class SparseColumns(Block):
    """Vertical bars for a series with gaps. Nothing is filled in, joined or estimated by the tool."""

    name: ClassVar[str] = "columns"

    fact: FactName = Field(description="The fact whose points are drawn.")
    title: TextField = Field(description="What the series shows, as a finding.")
    measure: TextField = Field(description="What is measured, with its unit; the period is added to it.")
    rule: Flag = Field(
        default=True, description="Whether a rule stands over the title; not under a ruled row of tiles."
    )
    gaps: Literal["note", "silent"] = Field(
        default="note", description="Whether a line under the axis explains years without a figure."
    )

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return head and picture; the period joins the measure, the keys of its marks stand under the axis."""
        fact = words.fact(self.fact)
        series = words.series(fact)
        rivals = tuple(words.printed(fact, point) for point in fact.rivals)
        chart = ColumnChart(words, series, rivals, gaps=self.gaps == "note")
        measure = self._measure(words, series)
        said = alt(words, words.plain(self.title), measure, _values(words, series, rivals))
        picture = Picture(chart.draw, PLOT + NOTE, said, stretch=36, share=chart.bar_width)
        top = head(words, brand.rule, self.title)
        return (*(top if self.rule else top[1:]), Paragraph((Span(measure),), "sub"), picture)

    def _measure(self, words: Words, series: tuple[Printed, ...]) -> str:
        measure, told = words.plain(self.measure), [p for p in series if p.value is not None]
        if len(told) < 2:
            return measure
        return words.phrase("period", measure=measure, first=told[0].when, last=told[-1].when)


def _values(
    words: Words, series: tuple[Printed, ...], rivals: tuple[Printed, ...]
) -> tuple[tuple[str, str] | str, ...]:
    told = ((printed.when, printed.prose) for printed in series)
    others = (words.phrase("alt-second-source", when=rival.when, value=rival.prose) for rival in rivals)
    return (*told, *others)


def moment(at: Date) -> float:
    """Return a date as a number of years."""
    return at.year + ((at.month or 1) - 1) / 12 + ((at.day or 1) - 1) / 366


@dataclass(frozen=True, slots=True)
class ColumnChart:
    """The drawing of one series."""

    words: Words
    series: tuple[Printed, ...]
    rivals: tuple[Printed, ...]
    gaps: bool

    def bar_width(self, width: float) -> float:
        """Return 0.72 of the smallest step, 7 to 18 pt: bars never touch, and a single one is no slab."""
        moments = [moment(p.at) for p in self.series]
        steps = [b - a for a, b in pairwise(moments)]
        if not steps:
            return WIDEST
        share = STEP_SHARE * min(steps) / (moments[-1] - moments[0])
        return max(NARROWEST, min(WIDEST, width * share / (1 + share)))

    @property
    def latest(self) -> int | None:
        """Index of the latest published point: the hot one."""
        told = [i for i, p in enumerate(self.series) if p.value is not None]
        return told[-1] if told else None

    def draw(self, surface: Surface) -> None:
        """Draw bars, gaps, labels, years and keys."""
        base, plot = surface.height - NOTE - FOOT, surface.in_time()
        bars = self._bars(plot, base)
        for bar in bars:
            self._bar(plot, bar, base)
        self._gap_dots(plot, bars, base)
        plot.line(((0, base), (plot.width, base)), "ink", 0.8)
        for index, (bar, spot) in enumerate(zip(bars, place(bars, plot.width, base), strict=True)):
            if bar.printed.value is None:
                say_missing(plot, bars, index, base)
            else:
                self._label(plot, bar, spot, base)
        self._years(plot, bars, base + 11)
        self._keys(surface, surface.height - 2.5)

    def _bars(self, surface: Surface, base: float) -> tuple[Bar, ...]:
        width = surface.shared or self.bar_width(surface.width)
        first, last = moment(self.series[0].at), moment(self.series[-1].at)
        span = (last - first) or 1.0
        bars = []
        for i, printed in enumerate(self.series):
            role = "latest" if i == self.latest else "value"
            x = (moment(printed.at) - first) / span * (surface.width - width)
            bars.append(Bar(printed, x, width, numeral(surface, printed, role), hot=i == self.latest))
        room = base - HEAD_CLEAR
        scale = min(((room - bar.label_height) / bar.value for bar in bars if bar.value > 0), default=0.0)
        return tuple(bar.scaled(scale) for bar in bars)

    def _bar(self, surface: Surface, bar: Bar, base: float) -> None:
        if bar.printed.value is None or bar.height <= 0:
            return
        top, colour = base - bar.height, "accent" if bar.hot else "data"
        if bar.printed.status == "published":
            surface.rectangle(bar.x, top, bar.width, bar.height, colour)
        else:
            fill = "estimate_accent" if bar.hot else "estimate"
            surface.rectangle(bar.x, top, bar.width, bar.height, fill, edge=colour)
        if bar.capped:
            surface.rectangle(bar.x, top - CAP_GAP - CAP, bar.width, CAP, colour)
        for rival in self.rivals:
            if rival.at == bar.printed.at and rival.value is not None and bar.value:
                y = base - bar.height * float(rival.value) / bar.value
                surface.dots(((bar.x + bar.width / 2, y),), RIVAL_RADIUS, "paper")

    def _gap_dots(self, surface: Surface, bars: tuple[Bar, ...], base: float) -> None:
        dots = tuple((x, base - GAP_RISE) for x in self._gap_places(bars))
        if dots:
            surface.dots(dots, GAP_RADIUS, "gap")

    def _gap_places(self, bars: tuple[Bar, ...]) -> list[float]:
        """The middles of the years without a point; none where points are finer than years."""
        if any(p.at.month for p in self.series) or len(bars) < 2:
            return []
        years, first = {p.at.year for p in self.series}, self.series[0].at.year
        step = (bars[-1].x - bars[0].x) / (self.series[-1].at.year - first)
        missing = (year for year in range(first, self.series[-1].at.year) if year not in years)
        return [bars[0].x + bars[0].width / 2 + (year - first) * step for year in missing]

    def _label(self, surface: Surface, bar: Bar, spot: Spot, base: float) -> None:
        y = base - bar.height - bar.clear + (spot.drop if spot.drop else 0)
        if bar.printed.word:
            middle = spot.x + bar.numeral.stacked_number / 2
            half = bar.numeral.word_width / 2
            middle = min(max(middle, half - 3), surface.width - half + 3)
            surface.label(bar.printed.word, middle, y - bar.word_rise, QUALIFIER, anchor="middle")
        set_number(surface, bar.numeral, spot.x, y)

    def _years(self, surface: Surface, bars: tuple[Bar, ...], y: float) -> None:
        size = 8.0
        while True:
            widths = [surface.measure(b.printed.when, "axis", weight=700 if b.hot else 400, size=size) for b in bars]
            starts = _spread([b.middle for b in bars], widths, surface.width)
            if size <= 7.5 or all(abs(s + w / 2 - b.middle) < w for s, w, b in zip(starts, widths, bars, strict=True)):
                break
            size -= 0.5
        for bar, x in zip(bars, starts, strict=True):
            colour, weight = ("accent_text", 700) if bar.hot else (None, 400)
            surface.label(bar.printed.when, x, y, "axis", colour=colour, weight=weight, size=size)

    def _keys(self, surface: Surface, y: float) -> None:
        x = 0.0
        for rival in self.rivals:
            surface.rectangle(x, y - 6, KEY_SIDE, KEY_SIDE, "data")
            surface.dots(((x + KEY_SIDE / 2, y - 6 + KEY_SIDE / 2),), 2.0, "paper")
            value = f"{rival.word} {rival.short}".strip()
            x = self._key(surface, self.words.phrase("second-source", when=rival.when, value=value), x + 10.5, y)
        if self.gaps and self._gap_places(self._bars(surface, y)):
            surface.dots(((x + 1.2, y - 2.4),), 1.2, "gap")
            said = [self.words.phrase("other-years")]
            if any(p.status == "estimated" for p in self.series):
                said.append(self.words.phrase("estimate-key", mark=self.words.phrase("estimate-mark")))
            self._key(surface, self.words.phrase("sentences").join(said), x + 6, y)

    def _key(self, surface: Surface, text: str, x: float, y: float) -> float:
        surface.label(text, x, y, "caption", room=surface.width - x)
        return x + surface.measure(text, "caption") + 10


def _spread(middles: list[float], widths: list[float], limit: float) -> list[float]:
    """Return the start of each text: under its middle, inside the limits, and clear of its neighbours."""
    starts = [min(max(m - w / 2, 0), limit - w) for m, w in zip(middles, widths, strict=True)]
    for i in range(len(starts) - 2, -1, -1):
        starts[i] = min(starts[i], starts[i + 1] - widths[i] - YEAR_CLEAR)
    for i in range(1, len(starts)):
        starts[i] = max(starts[i], starts[i - 1] + widths[i - 1] + YEAR_CLEAR) if starts[i - 1] >= 0 else starts[i]
    return starts
