"""A short text under a hairline and a heading: several side by side make a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from ..model.content import Content, Heading, Paragraph, Rule
from ..options import Block, TextField

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.words import Words

HAIRLINE = 0.5


class PassageBlock(Block):
    """A heading and a short text. Cut the texts of a row so that they differ by a line at most."""

    name: ClassVar[str] = "passage"

    title: TextField = Field(description="A few words.")
    text: TextField = Field(description="Two to seven lines.")

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return hairline, heading (H2) and text."""
        heading = Heading(words.text(self.title), 2, "h3", above=6)
        return Rule(HAIRLINE), heading, Paragraph(words.text(self.text), "body_small", above=2)
