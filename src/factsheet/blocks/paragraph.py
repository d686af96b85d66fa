"""A paragraph on its own, to stand beside or under something larger."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from ..model.content import Content, Paragraph
from ..options import Block, TextField

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.words import Words


class ParagraphBlock(Block):
    """Running text without a heading."""

    name: ClassVar[str] = "paragraph"
    shorthand: ClassVar[str | None] = "text"

    text: TextField = Field(description="The text.")

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return the paragraph."""
        return (Paragraph(words.text(self.text), "body"),)
