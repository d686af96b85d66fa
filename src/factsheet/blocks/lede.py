"""The lede: the first paragraph of a cover, in large type."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from ..model.content import Content, Paragraph
from ..options import Block, TextField

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.words import Words


class Lede(Block):
    """One paragraph that says what the rest is about."""

    name: ClassVar[str] = "lede"
    shorthand: ClassVar[str | None] = "text"

    text: TextField = Field(description="The paragraph.")

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return the paragraph."""
        return (Paragraph(words.text(self.text), "lede"),)
