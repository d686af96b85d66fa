"""A donut: the parts of one whole, and only of one."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from ..model.content import Content, Picture
from ..options import Block, FactName, Flag, TextField
from .donut_chart import DonutChart, Part
from .head import alt, headed, refuse, shown, unit_words

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.facts import Printed
    from ..model.words import Words

ALL = Decimal(100)
OFF = Decimal(1)
"""How far rounded parts may be off a hundred together."""


class Donut(Block):
    """Two to five parts of a hundred per cent as slices of a ring, clockwise from the top, the largest first.

    For more parts, or to compare two wholes, take bars.
    """

    name: ClassVar[str] = "donut"

    title: TextField = Field(description="What the parts show, as a finding.")
    measure: TextField = Field(description="What they are parts of, with the time.")
    facts: Annotated[
        tuple[FactName, ...],
        Field(min_length=2, max_length=5, description="The parts in per cent; the tool sorts them."),
    ]
    last: FactName | None = Field(
        default=None, description="The part that stays last whatever its value, such as 'Other'."
    )
    highlight: FactName | None = Field(default=None, description="The part that is drawn in the accent.")
    total: FactName | None = Field(default=None, description="The whole as a number, for the hole.")
    unit: TextField | None = Field(
        default=None, description="What stands under the total; currency and scale if left out."
    )
    rule: Flag = Field(default=True, description="Whether a rule stands over the title.")

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return head and picture; parts that are none of one whole are refused."""
        parts = [self._part(words, name) for name in self.facts]
        parts.sort(key=lambda part: (part.name == self.last, -part.value))
        rounded = _checked(parts)
        top, measure = headed(words, brand, self.title, self.measure, rule=self.rule)
        note = words.phrase("rounding-note") if rounded else ""
        chart = DonutChart(tuple(parts), self.highlight, *self._total(words), note, clockwise=not words.right_to_left)
        said = alt(words, words.plain(self.title), measure, ((part.label, part.printed.prose) for part in parts))
        return (*top, Picture(chart.draw, 0.0, said, tall=chart.height, above=12))

    @staticmethod
    def _part(words: Words, name: str) -> Part:
        fact, point = words.point(name)
        printed = words.printed(fact, point)
        if fact.unit != "percent" or (printed.value or 0) < 0:
            refuse(
                "parts-of-whole",
                f"'{name}' is {printed.prose}, and no part of a hundred",
                "write it as a share in per cent",
            )
        return Part(name, fact.label, printed, shown(words, fact, printed))

    def _total(self, words: Words) -> tuple[Printed | None, str]:
        unit = words.plain(self.unit) if self.unit is not None else ""
        if self.total is None:
            return None, unit
        fact, point = words.point(self.total)
        return words.printed(fact, point), unit or unit_words(words, fact) or fact.short or fact.label


def _checked(parts: list[Part]) -> bool:
    """Return whether the parts miss a hundred by their rounding."""
    whole = sum((part.value for part in parts), Decimal(0))
    if abs(whole - ALL) > OFF:
        names = ", ".join(part.name for part in parts)
        refuse(
            "parts-of-whole",
            f"{names} add up to {whole}, and the parts of a donut to 100",
            "name all parts of one whole, or take bars",
        )
    return whole != ALL
