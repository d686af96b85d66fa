"""Where the figures of an edition come from, and what its marks mean."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from ..model.content import Content, Paragraph, Span
from ..options import Block, TextField

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.facts import Source
    from ..model.words import Words


class Notes(Block):
    """Every source of the edition, then the author's notes. Footers of other pages point to it."""

    name: ClassVar[str] = "notes"
    lists_sources: ClassVar[bool] = True
    shorthand: ClassVar[str | None] = "text"

    title: TextField = Field(description="The bold words that the paragraph begins with.")
    text: TextField | None = Field(default=None, description="Notes after the sources.")

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return one paragraph."""
        heading = tuple(replace(span, bold=True) for span in words.text(self.title))
        listed = words.phrase("separator").join(_said(source) for source in words.sources() if source.short)
        notes = (Span(" "), *words.text(self.text)) if self.text is not None else ()
        return (Paragraph((*heading, Span(f" {listed}."), *notes), "caption"),)


def _said(source: Source) -> str:
    """Return a source in words: title, publisher, date."""
    parts = [source.title, "" if source.publisher in source.title else source.publisher, source.date]
    return ", ".join(part for part in parts if part)
