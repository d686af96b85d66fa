"""A table of texts and figures under a head of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field, model_validator

from ..model.content import Content, Table
from ..options import Block, Flag, Options, TextField, head

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.words import Words


class Column(Options):
    """One column."""

    title: TextField = Field(description="The head of the column.")
    number: Flag = Field(default=False, description="Whether it holds figures, which end on one edge.")


class TableBlock(Block):
    """Rows of texts; figures come from facts by their placeholders."""

    name: ClassVar[str] = "table"

    title: TextField = Field(description="What the table shows, as a finding.")
    measure: TextField | None = Field(default=None, description="What is measured, with its unit.")
    columns: Annotated[tuple[Column, ...], Field(min_length=1, max_length=12, description="The columns.")]
    rows: Annotated[
        tuple[tuple[TextField, ...], ...], Field(min_length=1, description="The rows, a text for each column.")
    ]

    @model_validator(mode="after")
    def _rows_fit(self) -> TableBlock:
        """Refuse a row that is shorter or longer than the columns: its figures would stand under a wrong head."""
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.columns):
                message = f"row {number} has {len(row)} cells for {len(self.columns)} columns"
                raise ValueError(message)
        return self

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return head and table."""
        titles = tuple(words.text(column.title) for column in self.columns)
        rows = tuple(tuple(words.text(cell) for cell in row) for row in self.rows)
        table = Table(titles, rows, tuple(column.number for column in self.columns), above=6)
        return (*head(words, brand.rule, self.title, self.measure), table)
