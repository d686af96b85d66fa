"""A closing statement in large type over columns that support it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from ..model.content import Cell, Columns, Content, Paragraph
from ..options import Block, Options, TextField

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.words import Words

COLUMNS_GAP = 14.0


class Support(Options):
    """One column under the statement."""

    title: TextField = Field(description="One word, or two.")
    text: TextField = Field(description="A sentence.")


class Quote(Block):
    """A statement of three lines at most, and up to four columns; made to stand on a dark band."""

    name: ClassVar[str] = "quote"
    shorthand: ClassVar[str | None] = "text"

    text: TextField = Field(
        description="The statement. No quotation marks round words that nobody is on record as saying."
    )
    span: Annotated[int, Field(ge=1, le=48, description="How many columns of the page the statement may take.")] = 9
    columns: Annotated[tuple[Support, ...], Field(max_length=4, description="What supports it.")] = ()

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return the statement, then the columns."""
        statement = Paragraph(words.text(self.text), "quote")
        content: list[Content] = [Columns((Cell((statement,), columns=self.span), Cell(())))]
        if self.columns:
            cells = tuple(Cell(self._column(words, column)) for column in self.columns)
            content.append(Columns(cells, above=COLUMNS_GAP))
        return tuple(content)

    @staticmethod
    def _column(words: Words, column: Support) -> tuple[Content, ...]:
        title = Paragraph(words.text(column.title), "quote_label")
        return title, Paragraph(words.text(column.text), "body")
