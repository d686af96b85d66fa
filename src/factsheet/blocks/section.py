"""The opening of a section: a title larger than those of blocks, and a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from ..model.content import Content, Heading, Paragraph
from ..options import Block, TextField

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.words import Words


class Section(Block):
    """A large heading and a paragraph, without a rule; it stands well on a panel."""

    name: ClassVar[str] = "section"
    shorthand: ClassVar[str | None] = "title"

    title: TextField = Field(description="The heading, two lines at most.")
    text: TextField | None = Field(default=None, description="A paragraph under it.")

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return heading (H2) and paragraph."""
        heading = Heading(words.text(self.title), 2, "section")
        if self.text is None:
            return (heading,)
        return heading, Paragraph(words.text(self.text), "body", above=8)
