"""A column of short texts, each under a heading of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from ..model.content import Content, Heading, Paragraph, Rule
from ..options import Block, Options, TextField

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.words import Words


class Passage(Options):
    """A short text under its heading."""

    title: TextField = Field(description="The heading of the passage.")
    text: TextField = Field(description="The passage: one paragraph.")


class TextColumn(Block):
    """Short texts one under another, below the block's own heading."""

    name: ClassVar[str] = "text"

    title: TextField = Field(description="The heading of the block.")
    items: Annotated[tuple[Passage, ...], Field(min_length=1, description="The passages, one under another.")]

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return the heading, then heading and body of each passage."""
        content: list[Content] = [Rule(brand.rule), Heading(words.text(self.title), 2, "h2", above=6)]
        for index, passage in enumerate(self.items):
            content.append(Heading(words.text(passage.title), 3, "h3", above=4 if index else 6))
            content.append(Paragraph(words.text(passage.text), "body_small"))
        return tuple(content)
