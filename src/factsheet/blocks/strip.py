"""Figures side by side, each under an icon and over its label: a strip for a band of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field

from ..model.content import Cell, Columns, Content, Paragraph, Space
from ..options import Block, FactName, IconField, Options, TextField
from .icons import drawn
from .stat import figure

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.words import Words

ICON, UNDER_ICON = 20.0, 6.0


class StripCell(Options):
    """One number of the strip."""

    fact: FactName = Field(description="The number.")
    label: TextField = Field(description="What it counts, in a word or two under it.")
    icon: IconField | None = Field(None, description="The icon over it, by the name of its file in data/icons.")


class Strip(Block):
    """Two to five figures in a row, numbers on one line and labels on the next."""

    name: ClassVar[str] = "strip"
    shorthand: ClassVar[str | None] = "cells"

    cells: Annotated[tuple[StripCell, ...], Field(min_length=2, max_length=5, description="The figures, in order.")]
    colour: Literal["accent_text", "data", "ink"] = Field("accent_text", description="The colour of the icons.")

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return the cells as columns of equal width."""
        iconic = any(cell.icon is not None for cell in self.cells)
        return (Columns(tuple(Cell(self._cell(words, cell, iconic=iconic)) for cell in self.cells)),)

    def _cell(self, words: Words, cell: StripCell, *, iconic: bool) -> tuple[Content, ...]:
        number = Paragraph(figure(words.printed(*words.point(cell.fact))), "strip", above=UNDER_ICON if iconic else 0.0)
        label = Paragraph(words.text(cell.label), "body_small")
        if not iconic:
            return number, label
        icon = Space(ICON) if cell.icon is None else drawn(cell.icon, ICON, self.colour)
        return icon, number, label
