"""What an organization is made of: how many of each kind, beside the marks that stand for them on the map."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field, model_validator

from ..model.content import Cell, Columns, Content, Ornament, Paragraph, Part, Rule, Space, Span
from ..model.signs import SignName, sign_drawing
from ..options import Block, FactName, Flag, Options, TextField
from .stat import figure

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.words import Words

HAIRLINE = 0.5
SIGN, LARGE, SLOT, TEXT = 16.0, 26.0, 22.0, 43.0  # sides of marks; where numerals and texts start
PAD = 7.0  # from a numeral to the text
MIDDLE = 14.0  # of the marks, under the top of a row: where the middle of a numeral is
PITCH, LEAST_GAP = 64.0, 8.0
OVER_SEAT, SEAT_DROP, SEAT = 3.0, 2.0, 28.0  # over the line of the seat, over its text, from its rule to the list


class Seat(Options):
    """Where the whole is run from: one line over the list."""

    mark: SignName = Field("hq", description="The mark of the seat on the map.")
    title: TextField = Field(description="What stands there, such as 'Headquarters'.")
    text: TextField = Field(description="Where it is, in a few words.")


class StructureItem(Options):
    """One kind of part: a count from the facts, or none where none is published."""

    mark: SignName = Field(description="The mark that stands for it on the map; 'cluster' for what is not on the map.")
    title: TextField = Field(description="What the parts are called.")
    text: TextField = Field(description="Where they are or what they do, in up to three lines.")
    fact: FactName | None = Field(None, description="How many there are.")
    uncounted: Flag = Field(False, description="Whether no count is published; the text then says so.")

    @model_validator(mode="after")
    def _counted_or_not(self) -> StructureItem:
        if (self.fact is None) != self.uncounted:
            message = "a part has 'fact:' with its count, or 'uncounted: true' where none is published"
            raise ValueError(message)
        return self


class Structure(Block):
    """A list in columns: mark, count, name, a few words. What is not counted has a larger mark and no numeral."""

    name: ClassVar[str] = "structure"
    shorthand: ClassVar[str | None] = "items"

    seat: Seat | None = Field(None, description="Where the whole is run from.")
    items: Annotated[tuple[StructureItem, ...], Field(min_length=1, max_length=12, description="The parts.")]
    columns: Annotated[int, Field(ge=1, le=4, description="How many stand side by side.")] = 3

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return the line of the seat, then the list row by row."""
        counts = [None if item.fact is None else self._count(words, item.fact) for item in self.items]
        numbers = tuple(count for count in counts if count is not None)
        parts = [self._part(words, item, count, numbers) for item, count in zip(self.items, counts, strict=True)]
        rows = [parts[i : i + self.columns] for i in range(0, len(parts), self.columns)]
        grid = tuple(self._row(row, first=not index, last=row is rows[-1]) for index, row in enumerate(rows))
        if self.seat is None:
            return (Part("L", grid),)
        line = self._seat(words, self.seat)
        return Rule(HAIRLINE), line, Part("L", grid, above=SEAT - HAIRLINE - OVER_SEAT - SIGN)

    @staticmethod
    def _count(words: Words, fact: str) -> Paragraph:
        return Paragraph(figure(words.printed(*words.point(fact))), "strip")

    @staticmethod
    def _seat(words: Words, seat: Seat) -> Columns:
        title = tuple(replace(span, role="h3") for span in words.text(seat.title))
        text = Paragraph((*title, Span("\N{NO-BREAK SPACE} "), *words.text(seat.text)), "sub")
        sign = Cell((Ornament(sign_drawing(seat.mark, SIGN), SIGN),), width=SLOT)
        return Columns((sign, Cell((Space(SEAT_DROP), text))), gap=0.0, above=OVER_SEAT)

    @staticmethod
    def _part(words: Words, item: StructureItem, count: Paragraph | None, numbers: tuple[Paragraph, ...]) -> Columns:
        """Return one entry; all texts start at one edge, that of the widest count."""
        title, text = Paragraph(words.text(item.title), "h3"), Paragraph(words.text(item.text), "sub")
        body = Cell((Part("LBody", (title, text)),))
        if count is not None:
            number = Cell((Part("Lbl", (count,)),), columns=0, among=numbers, pad=PAD)
            return Columns((_sign(item.mark, SIGN, SLOT), number, body), gap=0.0)
        large = _sign(item.mark, LARGE, TEXT)
        slot = replace(large, width=None, columns=0, among=numbers, pad=SLOT + PAD) if numbers else large
        return Columns((slot, body), gap=0.0)

    def _row(self, row: list[Columns], *, first: bool, last: bool) -> Columns:
        cells = [Cell((Part("LI", (part,)),)) for part in row]
        cells += [Cell(()) for _ in range(self.columns - len(row))]
        if not last:  # a row is as high as the pitch, or higher where a text is longer
            height = Space(PITCH - LEAST_GAP)
            cells[-1] = Cell((Columns((Cell(cells[-1].content), Cell((height,), width=0.0)), gap=0.0),))
        return Columns(tuple(cells), above=0.0 if first else LEAST_GAP)


def _sign(name: SignName, side: float, width: float) -> Cell:
    """Return a column with a mark: at its start, or in its middle where it stands for a numeral too."""
    drop = Space(MIDDLE - side / 2)
    return Cell((drop, Ornament(sign_drawing(name, side), side, middle=side > SIGN)), width=width)
