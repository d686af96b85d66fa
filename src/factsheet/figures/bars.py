"""Ranked bars: one measure, several facts, the largest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from ..model.content import Content, Picture
from ..options import Block, FactName, TextField, head
from .head import alt
from .numerals import numeral, set_inline

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.content import Surface
    from ..model.facts import Printed
    from ..model.words import Words

PITCH, BAR, DENSE_PITCH, DENSE_BAR, DENSE_FROM = 18.0, 9.0, 15.4, 8.0, 8
OVERSHOOT, LABEL_GAP, VALUE_GAP, STEM = 3.0, 8.0, 4.0, 0.8
CAP, CAP_GAP = 1.5, 1.6


class Bars(Block):
    """Horizontal bars from zero, sorted, each with its value: no axis and no grid are needed."""

    name: ClassVar[str] = "bars"

    title: TextField = Field(description="What the bars show, as a finding.")
    measure: TextField = Field(description="What is measured, with unit and year.")
    facts: Annotated[tuple[FactName, ...], Field(min_length=1, description="One bar each; the tool sorts them.")]
    last: FactName | None = Field(
        default=None, description="The fact that stays last whatever its value, such as 'Other'."
    )
    highlight: FactName | None = Field(default=None, description="The fact that is drawn in the accent.")

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return head and picture. *last* (an 'Other') stays at the foot whatever its value."""
        rows = [self._row(words, name) for name in self.facts]
        rows.sort(key=lambda row: (row.name == self.last, -row.value))
        chart = RankedChart(tuple(rows))
        values = ((row.label, row.printed.prose) for row in rows)
        said = alt(words, words.plain(self.title), words.plain(self.measure), values)
        picture = Picture(chart.draw, chart.height, said, stretch=4.0 * len(rows), above=8)
        return (*head(words, brand.rule, self.title, self.measure), picture)

    def _row(self, words: Words, name: str) -> RankedRow:
        fact, point = words.point(name)
        return RankedRow(name, fact.label, words.printed(fact, point), name == self.highlight, fact.short)


@dataclass(frozen=True, slots=True)
class RankedRow:
    """One bar."""

    name: str
    label: str
    printed: Printed
    hot: bool
    short: str = ""  # of the label, for where that is too wide

    @property
    def value(self) -> float:
        """The value; nothing published counts as nothing to draw."""
        return float(self.printed.value or 0)


@dataclass(frozen=True, slots=True)
class RankedChart:
    """The drawing."""

    rows: tuple[RankedRow, ...]

    @property
    def _dense(self) -> bool:
        return len(self.rows) >= DENSE_FROM

    @property
    def height(self) -> float:
        """Natural height: the stem overshoots the bars at both ends."""
        pitch, bar = (DENSE_PITCH, DENSE_BAR) if self._dense else (PITCH, BAR)
        return pitch * (len(self.rows) - 1) + bar + 2 * OVERSHOOT

    def draw(self, surface: Surface) -> None:
        """Draw labels, bars and values, then the stem at zero."""
        bar = DENSE_BAR if self._dense else BAR
        pitch = (surface.height - bar - 2 * OVERSHOOT) / max(1, len(self.rows) - 1)
        numerals = [numeral(surface, row.printed, "value") for row in self.rows]
        room = max(surface.measure(row.label, "body_small") for row in self.rows)
        zero = min(room + LABEL_GAP, surface.width / 2)
        scale = self._scale(surface.width - zero, [n.inline for n in numerals])
        for i, (row, value) in enumerate(zip(self.rows, numerals, strict=True)):
            y, width = OVERSHOOT + i * pitch, max(0.0, row.value * scale)
            colour = "accent" if row.hot else "data"
            surface.label(row.label, 0, y + bar - 1.2, "body_small", room=zero - LABEL_GAP, short=row.short)
            surface.rectangle(zero, y, width, bar, colour)
            if row.printed.qualifier == "more-than":
                surface.rectangle(zero + width + CAP_GAP, y, CAP, bar, colour)
                width += CAP + CAP_GAP
            set_inline(surface, value, zero + width + VALUE_GAP, y + bar - 1.4)
        surface.line(((zero, 0), (zero, surface.height)), "ink", STEM)

    def _scale(self, width: float, labels: list[float]) -> float:
        """Points a unit, so that the longest bar and its value still fit."""
        fits = [
            (width - VALUE_GAP - CAP - CAP_GAP - label) / row.value
            for row, label in zip(self.rows, labels, strict=True)
            if row.value > 0
        ]
        return max(0.0, min(fits, default=0.0))
