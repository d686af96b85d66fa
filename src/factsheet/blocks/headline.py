"""The headline of a page: its finding, and one sentence that says how to read what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from ..model.content import Content, Heading, Paragraph
from ..options import Block, TextField

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.words import Words


class Headline(Block):
    """The first heading of a page (H1) and a line of introduction, without a rule."""

    name: ClassVar[str] = "headline"
    shorthand: ClassVar[str | None] = "title"

    title: TextField = Field(description="What the page found, in one sentence.")
    intro: TextField | None = Field(default=None, description="How to read what follows, in a line or two under it.")

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return the heading, and the introduction 8 pt under it."""
        heading = Heading(words.text(self.title), 1, "h1")
        if self.intro is None:
            return (heading,)
        return heading, Paragraph(words.text(self.intro), "intro", above=8)
