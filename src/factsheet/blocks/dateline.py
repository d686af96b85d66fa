"""The line under a masthead: which edition, and as of when."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from ..model.content import Content, Paragraph
from ..options import Block, TextField

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.words import Words


class Dateline(Block):
    """One line: the edition at the start, its date at the end. It stands well on a band of its own."""

    name: ClassVar[str] = "dateline"
    shorthand: ClassVar[str | None] = "start"

    start: TextField = Field(description="The name of the edition.")
    end: TextField | None = Field(default=None, description="As of when, or which years the figures cover.")

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return one paragraph with both."""
        end = words.text(self.end) if self.end is not None else ()
        return (Paragraph(words.text(self.start), "dateline", end=end),)
