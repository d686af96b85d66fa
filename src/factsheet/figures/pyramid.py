"""A pyramid: two groups back to back on one scale, a row for each class between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from ..model.content import Content, Picture
from ..options import Block, FactName, Flag, Options, TextField
from .fills import CAP, CAP_GAP, cap_height, capped, fill
from .head import alt, headed
from .numerals import Numeral, numeral, set_inline

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.content import Surface
    from ..model.facts import Printed
    from ..model.words import Words

CENTRE, CENTRE_PADDING = 44.0, 2.0
BAR, GAP = 13.8, 2.4
HEAD, NAMES = 16.0, 9.0
"""Height of the line of names over the bars, and its baseline."""

VALUE_GAP, VALUE_DROP, LABEL_DROP = 4.0, 3.0, 2.8
STRETCH = 3.0
SIDES = (("data", "data"), ("accent", "accent_text"))
"""Role of the bars of each side, and of its name."""


class PyramidRow(Options):
    """One class."""

    label: TextField = Field(description="What the class is, such as 25-34; it stands between the bars.")
    start: FactName = Field(description="The value on the side where reading starts.")
    end: FactName = Field(description="The value on the other side.")


class Pyramid(Block):
    """Two groups back to back: bars on one scale both ways, from a shared column of labels."""

    name: ClassVar[str] = "pyramid"

    title: TextField = Field(description="What the two groups show, as a finding.")
    measure: TextField = Field(description="What is measured, with unit and time.")
    start: TextField = Field(description="The name of the group on the side where reading starts.")
    end: TextField = Field(description="The name of the other group.")
    rows: Annotated[
        tuple[PyramidRow, ...], Field(min_length=1, max_length=24, description="The classes, from the top down.")
    ]
    rule: Flag = Field(default=True, description="Whether a rule stands over the title.")

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return head and picture."""
        names = (words.plain(self.start), words.plain(self.end))
        rows = tuple(self._row(words, row) for row in self.rows)
        chart = PyramidChart(names, rows)
        top, measure = headed(words, brand, self.title, self.measure, rule=self.rule)
        values = [(row.label, self._told(words, names, row)) for row in rows]
        said = alt(words, words.plain(self.title), measure, values)
        return (*top, Picture(chart.draw, chart.height, said, stretch=STRETCH * len(rows), above=6))

    @staticmethod
    def _row(words: Words, row: PyramidRow) -> Row:
        sides = tuple(words.printed(*words.point(name)) for name in (row.start, row.end))
        return Row(words.plain(row.label), (sides[0], sides[1]))

    @staticmethod
    def _told(words: Words, names: tuple[str, str], row: Row) -> str:
        said = (f"{name} {printed.prose}" for name, printed in zip(names, row.sides, strict=True))
        return words.phrase("comma").join(said)


@dataclass(frozen=True, slots=True)
class Row:
    """One class as it is drawn: its label, and its value on either side."""

    label: str
    sides: tuple[Printed, Printed]


@dataclass(frozen=True, slots=True)
class PyramidChart:
    """The drawing."""

    names: tuple[str, str]
    rows: tuple[Row, ...]

    @property
    def height(self) -> float:
        """Natural height."""
        return HEAD + len(self.rows) * (BAR + GAP) - GAP

    def draw(self, surface: Surface) -> None:
        """Draw names, bars, values and labels."""
        side = (surface.width - CENTRE) / 2
        pitch = (surface.height - HEAD + GAP) / len(self.rows)
        values = [[numeral(surface, printed, "value") for printed in row.sides] for row in self.rows]
        unit = self._unit(side, values)
        surface.label(self.names[0], side, NAMES, "value", anchor="end", colour=SIDES[0][1], room=side)
        surface.label(self.names[1], side + CENTRE, NAMES, "value", colour=SIDES[1][1], room=side)
        for i, (row, numbers) in enumerate(zip(self.rows, values, strict=True)):
            middle = HEAD + i * pitch + (pitch - GAP) / 2
            surface.label(
                row.label,
                side + CENTRE / 2,
                middle + LABEL_DROP,
                "axis",
                anchor="middle",
                room=CENTRE - 2 * CENTRE_PADDING,
            )
            for number, turned in zip(numbers, (True, False), strict=True):
                self._bar(surface, number, side, middle, unit, pitch - GAP, turned=turned)

    @staticmethod
    def _unit(side: float, values: list[list[Numeral]]) -> float:
        """Points a unit, the same both ways, so that every bar and its value fit."""
        fits = [
            (side - VALUE_GAP - number.inline - cap_height(number.printed)) / float(number.printed.value)
            for numbers in values
            for number in numbers
            if number.printed.value is not None and number.printed.value > 0
        ]
        return max(0.0, min(fits, default=0.0))

    @staticmethod
    def _bar(
        surface: Surface, number: Numeral, side: float, middle: float, unit: float, height: float, *, turned: bool
    ) -> None:
        """Draw one bar outwards from the labels, its value past its end."""
        printed, top = number.printed, middle - height / 2
        width = max(0.0, float(printed.value or 0)) * unit
        colour = SIDES[0 if turned else 1][0]
        reach = width + cap_height(printed) + VALUE_GAP
        inner = side if turned else side + CENTRE
        fill(surface, printed, (inner - width if turned else inner, top, width, height), colour)
        if capped(printed):
            cap = inner - width - CAP_GAP - CAP if turned else inner + width + CAP_GAP
            surface.rectangle(cap, top, CAP, height, colour)
        start = inner - reach - number.inline if turned else inner + reach
        set_inline(surface, number, start, middle + VALUE_DROP)
