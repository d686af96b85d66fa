"""A waffle: one square for each thing that is counted."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from pydantic import Field

from ..model.content import Cell, Columns, Content, Paragraph, Picture, Span
from ..options import Block, FactName, Flag, Options, TextField
from .head import alt, headed, refuse

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.content import Surface
    from ..model.facts import Fact, Printed
    from ..model.words import Words

FEWEST, MOST = 12, 1200
GAP, GAP_SHARE = 1.9, 0.33
"""What is free between two squares, in points, and the most that it takes of their pitch."""

TARGET, LARGEST = 84.0, 26.0
"""The height that rows and columns are chosen for, and the largest side of a square, in points."""

RAGGED = 30.0
"""A last row that is not full costs as much as so many points off the target."""


class Aside(Options):
    """A number beside the text, with what it counts."""

    fact: FactName = Field(description="The number.")
    label: TextField = Field(description="What it counts.")


class Waffle(Block):
    """As many squares as a number counts, over the whole width; some of them may stand out."""

    name: ClassVar[str] = "waffle"

    title: TextField = Field(description="What is counted, as a finding.")
    measure: TextField = Field(description="What one square is, with unit and time.")
    fact: FactName = Field(description="The number of squares: a whole one from 12 to 1200.")
    highlight: FactName | None = Field(
        default=None, description="How many of them stand out in the accent; the words beside it say what they are."
    )
    text: TextField | None = Field(default=None, description="A paragraph under the squares.")
    aside: Aside | None = Field(default=None, description="A number beside that paragraph.")
    rule: Flag = Field(default=True, description="Whether a rule stands over the title.")

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return head and picture."""
        fact, point = words.point(self.fact)
        printed = words.printed(fact, point)
        count = _whole(fact, printed, FEWEST, MOST)
        values = [(fact.label, printed.prose)]
        hot = 0
        if self.highlight is not None:
            other, at = words.point(self.highlight)
            part = words.printed(other, at)
            hot = _whole(other, part, 1, count)
            values.append((other.label, part.prose))
        top, measure = headed(words, brand, self.title, self.measure, rule=self.rule)
        chart = WaffleChart(count, hot)
        said = alt(words, words.plain(self.title), measure, values)
        return (*top, Picture(chart.draw, 0.0, said, tall=chart.height, above=8), *self._under(words))

    def _under(self, words: Words) -> tuple[Content, ...]:
        """Return paragraph and number side by side."""
        cells = [Cell((Paragraph(words.text(self.text), "body"),))] if self.text is not None else []
        if self.aside is not None:
            printed = words.printed(*words.point(self.aside.fact))
            word = (Span(printed.word + "\N{NO-BREAK SPACE}", role="h3"),) if printed.word else ()
            number = Paragraph((*word, Span(printed.short)), "strip", colour="accent_text")
            cells.append(Cell((number, Paragraph(words.text(self.aside.label), "body"))))
        return (Columns(tuple(cells), above=8),) if cells else ()


def _whole(fact: Fact, printed: Printed, low: int, high: int) -> int:
    value = printed.value
    if fact.scale or value is None or value != int(value) or not low <= value <= high:
        refuse(
            "unit-count",
            f"'{fact.id}' is {printed.prose}, and there can be {low} to {high} squares",
            "name a fact that counts so many, or show it as bars",
        )
    return int(value or 0)


class Grid(NamedTuple):
    """How squares are arranged: how many a row, how many rows, the side of one and what is free between two."""

    columns: int
    rows: int
    side: float
    gap: float

    @property
    def height(self) -> float:
        """Height of all rows."""
        return self.rows * (self.side + self.gap) - self.gap


@dataclass(frozen=True, slots=True)
class WaffleChart:
    """The drawing of *count* squares, the first *hot* of them in the accent."""

    count: int
    hot: int = 0

    def height(self, width: float) -> float:
        """Return the natural height at *width*."""
        return self.grid(width).height

    def grid(self, width: float) -> Grid:
        """Return the arrangement that fills *width*, with full rows if it can be, and a height near the target."""
        grids = [self._grid(width, columns) for columns in range(1, self.count + 1)]
        fitting = [grid for grid in grids if grid.side <= LARGEST] or grids[-1:]
        return min(fitting, key=lambda g: abs(g.height - TARGET) + (RAGGED if self.count % g.columns else 0))

    def _grid(self, width: float, columns: int) -> Grid:
        pitch = width / (columns - GAP_SHARE)
        gap = min(GAP, pitch * GAP_SHARE)
        return Grid(columns, ceil(self.count / columns), (width + gap) / columns - gap, gap)

    def draw(self, surface: Surface) -> None:
        """Draw the squares, row by row."""
        columns, _, side, gap = self.grid(surface.width)
        corners = tuple((i % columns * (side + gap), i // columns * (side + gap)) for i in range(self.count))
        if self.hot:
            surface.squares(corners[: self.hot], side, "accent")
        if self.count > self.hot:
            surface.squares(corners[self.hot :], side, "data")
