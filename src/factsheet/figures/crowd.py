"""A hundred figures, of which as many stand out as the rest of a share counts."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from ..model.content import Content, Picture
from ..options import Block, FactName, TextField
from .head import refuse
from .numerals import numeral, set_inline
from .pictogram import GLYPH, GLYPH_BOX

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.content import Surface
    from ..model.facts import Fact, Printed
    from ..model.words import Words

ALL = 100
LINES = (2, 4, 5, 10)
GLYPH_HEIGHT, SMALLEST = 19.5, 15.0
BETWEEN, BESIDE = 5.0, 1.5
"""What is free between two lines of figures, and between two figures, in points."""

BASELINE, HEAD, LEADING = 22.0, 30.0, 12.0
NUMBER_GAP, REST_GAP, REST_DROP = 6.0, 12.0, 14.0
NARROW = 200.0
"""Below this width the words stand under the number and the rest under the crowd."""

TEXT, REST = "h3", "body"


class Crowd(Block):
    """A share drawn as exactly a hundred figures; those that it leaves out stand last, in the accent."""

    name: ClassVar[str] = "crowd"

    fact: FactName = Field(description="The share in per cent: so many figures of a hundred.")
    text: TextField = Field(description="What so many of a hundred are or do; it follows the number.")
    rest: TextField | None = Field(default=None, description="What the others are or do, at the end of the line.")

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return one picture; its words are its head."""
        fact, point = words.point(self.fact)
        printed = words.printed(fact, point)
        text = words.plain(self.text)
        rest = words.plain(self.rest) if self.rest is not None else ""
        chart = CrowdChart(printed, _count(fact, printed), text, rest)
        word = words.phrase(printed.qualifier) if printed.qualifier else ""
        title = " ".join(filter(None, (word, printed.number, text)))
        said = words.phrase("alt-untitled", title=title, values=rest) if rest else title
        return (Picture(chart.draw, 0.0, said, tall=chart.height),)


def _count(fact: Fact, printed: Printed) -> int:
    """Return how many figures of a hundred *printed* is."""
    of_hundred = fact.unit == "percent" or (fact.formula is not None and fact.formula.times == ALL)
    value = float(printed.value or 0)
    if not of_hundred or not 0 <= value <= ALL:
        refuse(
            "parts-of-whole",
            f"'{fact.id}' is {printed.number}, and a crowd shows so many of a hundred",
            "name a fact in per cent, between 0 and 100",
        )
    return round(value)


@dataclass(frozen=True, slots=True)
class CrowdChart:
    """The drawing; *count* figures of a hundred are the number."""

    printed: Printed
    count: int
    text: str
    rest: str

    def height(self, width: float) -> float:
        """Return the natural height at *width*: the narrower the block, the more lines its figures take."""
        lines, glyph = _arranged(width)
        words = 2 * LEADING if width < NARROW else 0.0
        rest = REST_DROP + LEADING if width < NARROW and self.rest else 0.0
        return HEAD + words + lines * (glyph + BETWEEN) - BETWEEN + rest

    def draw(self, surface: Surface) -> None:
        """Draw the words, then the figures."""
        number = numeral(surface, self.printed, "strip")
        set_inline(surface, number, 0, BASELINE, colour="data", room=surface.width)
        if surface.width < NARROW:
            under = self._set(surface, self.text, TEXT, None, BASELINE)
            foot = self._figures(surface, under + HEAD - BASELINE)
            if self.rest:
                self._set(surface, self.rest, REST, "accent_text", foot + REST_DROP - LEADING)
            return
        self._beside(surface, number.inline + NUMBER_GAP)
        self._figures(surface, HEAD)

    @staticmethod
    def _set(surface: Surface, text: str, role: str, colour: str | None, y: float) -> float:
        """Set *text* in up to two lines under the baseline *y*; return the baseline of the last one."""
        for line in _in_lines(surface, text, role, surface.width, 2):
            y += LEADING
            surface.label(line, 0, y, role, colour=colour, room=surface.width)
        return y

    def _beside(self, surface: Surface, x: float) -> None:
        """Text and rest on one baseline if both fit there; else one under the other, or the text in two lines."""
        room = surface.width - x
        rest = surface.measure(self.rest, REST) if self.rest else 0.0
        narrow = room - rest - REST_GAP if rest else room
        text = surface.measure(self.text, TEXT)
        lines = (self.text,) if text <= narrow else _in_lines(surface, self.text, TEXT, max(narrow, 1.0), 2)
        broken = max(surface.measure(line, TEXT) for line in lines) > narrow
        under = bool(rest) and text > narrow and (text <= room or broken)
        if under:
            lines, narrow = (self.text,), room
        top = BASELINE - LEADING * (len(lines) - 1 + under)
        for i, line in enumerate(lines):
            surface.label(line, x, top + i * LEADING, TEXT, room=narrow)
        if under:
            surface.label(self.rest, x, BASELINE, REST, colour="accent_text", room=room)
        elif rest:
            surface.label(self.rest, surface.width, BASELINE, REST, anchor="end", colour="accent_text", room=rest + 1)

    def _figures(self, surface: Surface, top: float) -> float:
        """Draw the figures; return where they end."""
        lines, glyph = _arranged(surface.width)
        each = ALL // lines
        side = glyph * GLYPH_BOX[0] / GLYPH_BOX[1]
        pitch = (surface.width - side) / (each - 1)
        feet = (
            (i % each * pitch, top + (i // each) * (glyph + BETWEEN) + glyph) for i in range(ALL)
        )  # the first figure stands on the edge of the block and the last one ends on it
        for colour, count in (("data", self.count), ("accent", ALL - self.count)):
            if count:
                surface.stamp(GLYPH, tuple(islice(feet, count)), glyph, colour)
        return top + lines * (glyph + BETWEEN) - BETWEEN


def _arranged(width: float) -> tuple[int, float]:
    """Return lines and height of figure: the fewest lines in which a figure is large enough, else the largest one."""
    sizes = {lines: min(GLYPH_HEIGHT, _largest(width, ALL // lines)) for lines in LINES}
    lines = next((n for n in LINES if sizes[n] >= SMALLEST), LINES[-1])
    return lines, max(sizes[lines], 1.0)


def _largest(width: float, each: int) -> float:
    return (width / each - BESIDE) * GLYPH_BOX[1] / GLYPH_BOX[0]


def _in_lines(surface: Surface, text: str, role: str, width: float, most: int) -> tuple[str, ...]:
    """Return *text* in up to *most* lines; what is more stands in the last one, and is too wide for it."""
    lines = surface.wrap(text, role, width)
    return lines if len(lines) <= most else (*lines[: most - 1], " ".join(lines[most - 1 :]))
