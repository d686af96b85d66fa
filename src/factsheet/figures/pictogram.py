"""Pictogram on a common scale: one glyph stands for a round number, and several measures share one axis."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from ..model.content import Content, Picture
from ..options import Block, FactName, Options, TextField, head
from .head import alt, refuse
from .numerals import numeral, set_inline

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.content import Surface
    from ..model.facts import Printed
    from ..model.words import Words

GLYPH, GLYPH_BOX = "person", (10.0, 23.0)  # a head over a torso; width and height of its outline
GLYPH_HEIGHT = 21.5
LINE_GAP, UNDER_HAIR, OVER_HAIR = 2.2, 7.8, 5.5
TOP, AXIS, AXIS_LABELS = 2.0, 11.0, 15.0
LOUD_LABEL, LOUD_NUMBER, LABEL, NUMBER = 38.0, 21.5, 20.7, 9.0  # baselines below the top of a row
COLUMN_GAP = 12.0
AXIS_CLEAR = 6.0
MOST_GLYPHS = 1200


class PictogramRow(Options):
    """One measure, and a note under its label."""

    fact: FactName = Field(description="The number of the row; its label stands beside it.")
    note: TextField | None = Field(default=None, description="A line under the label.")


class Pictogram(Block):
    """Rows of unit glyphs on one scale; a value past the end of the scale wraps to further lines and says so."""

    name: ClassVar[str] = "pictogram"

    title: TextField = Field(description="What the rows show, as a finding.")
    measure: TextField = Field(description="What is measured, with unit and year.")
    each: FactName = Field(description="A fact: how many one glyph stands for.")
    end: FactName = Field(description="A fact: where the common scale ends.")
    rows: Annotated[
        tuple[PictogramRow, ...], Field(min_length=1, description="One row each; the largest takes the accent.")
    ]

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return head and picture."""
        rows = tuple(self._row(words, row) for row in self.rows)
        chart = Chart(words, rows, _value(words, self.each), _value(words, self.end))
        chart.check()
        said = alt(
            words, words.plain(self.title), words.plain(self.measure), ((r.label, r.printed.prose) for r in rows)
        )
        picture = Picture(chart.draw, chart.height, said, stretch=9.0 * len(rows), above=8)
        return (*head(words, brand.rule, self.title, self.measure), picture)

    @staticmethod
    def _row(words: Words, row: PictogramRow) -> ChartRow:
        fact, point = words.point(row.fact)
        note = words.plain(row.note) if row.note is not None else ""
        return ChartRow(fact.label, words.printed(fact, point), note, fact.short)


def _value(words: Words, name: str) -> float:
    return float(words.point(name)[1].value or 1)


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A row as it is drawn."""

    label: str
    printed: Printed
    note: str
    short: str = ""  # of the label, for where that is too wide

    @property
    def value(self) -> float:
        """The value, never below zero: no glyph stands for less than nothing."""
        return max(0.0, float(self.printed.value or 0))


@dataclass(frozen=True, slots=True)
class Chart:
    """The drawing; *each* is what a glyph stands for, *end* the end of the scale."""

    words: Words
    rows: tuple[ChartRow, ...]
    each: float
    end: float

    def check(self) -> None:
        """Refuse a unit that would take thousands of glyphs: nobody counts them, and a mistyped value has many noughts.

        Raises:
            FactsheetError: what one glyph stands for, or the end of the scale, does not fit the values.
        """
        sound = self.each > 0 and self.end > 0
        glyphs = max(sum(row.value for row in self.rows), self.end) / self.each if sound else 0
        if not sound or glyphs > MOST_GLYPHS:
            remedy = "let a glyph stand for more, or show the values as bars"
            refuse("unit-count", f"the pictogram would have more than {MOST_GLYPHS} glyphs", remedy)

    @property
    def loud(self) -> int:
        """Index of the largest row: the only hot one."""
        return max(range(len(self.rows)), key=lambda i: self.rows[i].value)

    @property
    def per_line(self) -> int:
        """Glyphs on a full line."""
        return max(1, round(self.end / self.each))

    def lines(self, row: ChartRow) -> int:
        """Return how many lines the glyphs of *row* take."""
        return max(1, ceil(row.value / self.end))

    def row_height(self, index: int, glyph: float = GLYPH_HEIGHT) -> float:
        """Return the height of a row: glyph lines or label, whichever is taller."""
        row = self.rows[index]
        glyphs = self.lines(row) * (glyph + LINE_GAP) - LINE_GAP
        label = LOUD_LABEL + 4 if self._number_role(index) == "strip" else LABEL
        return max(glyphs, label + (23.0 if row.note else 0.0))

    @property
    def height(self) -> float:
        """Natural height."""
        rows = sum(self.row_height(i) for i in range(len(self.rows)))
        return TOP + rows + (len(self.rows) - 1) * (UNDER_HAIR + OVER_HAIR) + AXIS + AXIS_LABELS

    def draw(self, surface: Surface) -> None:
        """Draw rows, hairlines between them and the axis."""
        start = self._label_column(surface)
        pitch = (surface.width - start) / self.per_line
        glyph = min(GLYPH_HEIGHT, (pitch - 2.5) * GLYPH_BOX[1] / GLYPH_BOX[0])
        spare = max(0.0, surface.height - self.height) / max(1, 2 * (len(self.rows) - 1))
        y = TOP
        for index in range(len(self.rows)):
            if index:
                y += OVER_HAIR + spare
                surface.line(((0, y), (surface.width, y)), "hair", 0.5)
                y += UNDER_HAIR + spare
            self._row(surface, index, y, start, pitch, glyph)
            y += self.row_height(index, glyph)
        self._axis(surface, start, surface.height - AXIS_LABELS)

    def _label_column(self, surface: Surface) -> float:
        """The label column ends on a column of the page, so that the glyphs start on one."""
        needed = max(
            max(surface.measure(row.label, "h3"), numeral(surface, row.printed, self._number_role(i)).inline)
            for i, row in enumerate(self.rows)
        )
        return min(ceil((needed + COLUMN_GAP) / surface.pitch) * surface.pitch, surface.width / 2)

    def _number_role(self, index: int) -> str:
        return "strip" if index == self.loud and self.lines(self.rows[index]) > 1 else "row_number"

    def _row(self, surface: Surface, index: int, y: float, start: float, pitch: float, glyph: float) -> None:
        row, hot = self.rows[index], index == self.loud
        big = self._number_role(index) == "strip"
        number, label = (LOUD_NUMBER, LOUD_LABEL) if big else (NUMBER, LABEL)
        room = start - COLUMN_GAP
        set_inline(
            surface,
            numeral(surface, row.printed, self._number_role(index)),
            0,
            y + number,
            colour="accent_text" if hot else None,
            room=room,
        )
        surface.label(row.label, 0, y + label, "h3", room=room, short=row.short)
        for i, line in enumerate(surface.wrap(row.note, "note", room) if row.note else ()):
            surface.label(line, 0, y + label + 12 + i * surface.leading("note"), "note", room=room)
        self._glyphs(surface, row, y, start, pitch, glyph, "accent" if hot else "data")

    def _glyphs(
        self, surface: Surface, row: ChartRow, y: float, start: float, pitch: float, glyph: float, colour: str
    ) -> None:
        """Whole glyphs first, then the part of one: clipped from the reading start over a ghost of itself."""
        count, side = row.value / self.each, glyph * GLYPH_BOX[0] / GLYPH_BOX[1]
        feet = tuple(
            (
                start + (i % self.per_line) * pitch + (pitch - side) / 2,
                y + (i // self.per_line) * (glyph + LINE_GAP) + glyph,
            )
            for i in range(ceil(count))
        )
        whole = int(count)
        if whole:
            surface.stamp(GLYPH, feet[:whole], glyph, colour)
        if count > whole:
            surface.stamp(GLYPH, feet[whole:], glyph, "ghost")
            surface.stamp(GLYPH, feet[whole:], glyph, colour, share=count - whole)
        lines = self.lines(row)
        if lines > 1:
            x = start + (ceil(count) - (lines - 1) * self.per_line) * pitch + 8
            text = self.words.phrase("scale-wraps", value=self.words.number(self.end, 0))
            surface.label(text, x, y + (lines - 0.5) * (glyph + LINE_GAP) + 2, "note", room=surface.width - x)

    def _axis(self, surface: Surface, start: float, y: float) -> None:
        width = surface.width - start
        texts = {n: [self.words.number(self.end * i / n, 0) for i in range(n + 1)] for n in range(1, 6)}
        steps = next((n for n in _steps(self.end) if _clear(surface, texts[n], width)), 1)
        surface.line(((start, y), (surface.width, y)), "ink", 0.8)
        for i in range(steps + 1):
            x = start + width * i / steps
            tick = min(max(x, start + 0.4), surface.width - 0.4)
            surface.line(((tick, y), (tick, y + 3)), "ink", 0.8)
            anchor = "start" if not i else "end" if i == steps else "middle"
            surface.label(texts[steps][i], x, y + 12, "axis", anchor=anchor)  # type: ignore[arg-type] # one of the three


def _steps(end: float) -> list[int]:
    """Return ways to divide the axis, those with the roundest numbers first, three steps where several are as round."""
    return sorted((3, 4, 2, 5), key=lambda n: (len(f"{end / n:.10g}".rstrip("0").rstrip(".")), abs(n - 3)))


def _clear(surface: Surface, texts: list[str], width: float) -> bool:
    """Say whether these labels of an axis keep apart: those at the ends are flush with it, the others centred."""
    step, widths = width / (len(texts) - 1), [surface.measure(text, "axis") for text in texts]
    reach = [widths[0], *(w / 2 for w in widths[1:-1]), widths[-1]]
    return all(a + b + AXIS_CLEAR <= step for a, b in pairwise(reach))
