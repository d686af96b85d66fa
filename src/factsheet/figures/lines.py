"""Lines: one to four series with points close enough to be joined."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from ..model.content import Content, Picture
from ..options import Block, FactName, Flag, TextField
from .head import alt, headed
from .line_chart import NOTE, PLOT, TALLER, LineChart
from .line_scale import Line
from .timeline import gaps, union

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.facts import Printed
    from ..model.words import Words

COLOURS = (("data", "data"), ("ink", "ink"), ("muted", "muted"), ("gap", "muted"))
"""Role of each line, and one of the same hue that text may have."""

HOT = ("accent", "accent_text")
STRETCH = 36.0


class Lines(Block):
    """A line from zero with first, highest and last value named; or up to four lines, each named at its end.

    Only points that follow each other are joined: a missing year leaves the line open.
    """

    name: ClassVar[str] = "line"

    title: TextField = Field(description="What the lines show, as a finding.")
    measure: TextField = Field(description="What is measured, with its unit; the period is added to it.")
    facts: Annotated[
        tuple[FactName, ...], Field(min_length=1, max_length=4, description="The facts whose points are drawn.")
    ]
    highlight: FactName | None = Field(default=None, description="Of several lines the one in the accent.")
    rule: Flag = Field(default=True, description="Whether a rule stands over the title.")

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return head and picture."""
        others = iter(COLOURS)
        lines = []
        for name in self.facts:
            fact = words.fact(name)
            colours = HOT if name == self.highlight and len(self.facts) > 1 else next(others)
            lines.append(Line(fact.label, words.series(fact), *colours, fact.short))
        chart = LineChart(words, tuple(lines), _note(words, lines))
        top, measure = headed(
            words, brand, self.title, self.measure, rule=self.rule, series=union([line.series for line in lines])
        )
        said = alt(words, words.plain(self.title), measure, _values(words, lines))
        height = (PLOT if len(lines) == 1 else TALLER) + (NOTE if chart.note else 0.0)
        return (*top, Picture(chart.draw, height, said, stretch=STRETCH, above=4))


def _note(words: Words, lines: list[Line]) -> str:
    """Return what has to be said of marks that stand in the plot."""
    told = []
    if len(lines) == 1 and gaps(lines[0].series):
        told.append(words.phrase("other-years"))
    if any(point.status != "published" for line in lines for point in line.series):
        told.append(words.phrase("pale-dots"))
    return words.phrase("sentences").join(told)


def _values(words: Words, lines: list[Line]) -> list[tuple[str, str]]:
    if len(lines) == 1:
        return [(point.when, point.prose) for point in lines[0].series]
    return [(line.label, _told(words, line.series)) for line in lines]


def _told(words: Words, series: tuple[Printed, ...]) -> str:
    said = (words.phrase("alt-when", value=point.prose, when=point.when) for point in series)
    return words.phrase("comma").join(said)
