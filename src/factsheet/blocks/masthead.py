"""The masthead of a cover: emblem and name, the finding of the whole, a line that explains the art."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from ..model.content import Cell, Columns, Content, Heading, Paragraph, Picture, Space, Span
from ..options import Block, TextField

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.content import Surface
    from ..model.drawing import Drawing
    from ..model.words import Words

EMBLEM, NAME_GAP, TOP = 34.0, 9.0, 36.0
NAME_DROP = 4.0  # two lines of the name stand in the middle of the emblem
TITLE_GAP, CAPTION_GAP = 17.0, 8.0


class Masthead(Block):
    """Emblem, name and a large title; made to stand on a band with the brand's art."""

    name: ClassVar[str] = "masthead"
    shorthand: ClassVar[str | None] = "title"

    title: TextField = Field(description="The finding of the whole, in three lines at most.")
    owner: TextField | None = Field(default=None, description="Whose factsheet it is; the brand's name if left out.")
    caption: TextField | None = Field(default=None, description="A line under the title that explains the art.")

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return emblem and name side by side, then the title (H1) and the caption."""
        owner = words.text(self.owner) if self.owner is not None else (Span(brand.name),)
        name = Cell((Space(NAME_DROP), Paragraph(owner, "wordmark")))
        content: list[Content] = [Space(TOP), Columns(((*_emblem(brand), name)), gap=NAME_GAP)]
        content.append(Heading(words.text(self.title), 1, "masthead", above=TITLE_GAP))
        if self.caption is not None:
            content.append(Paragraph(words.text(self.caption), "masthead_caption", above=CAPTION_GAP))
        return tuple(content)


def _emblem(brand: Brand) -> tuple[Cell, ...]:
    if brand.emblem is None:
        return ()
    picture = Picture(Emblem(brand.emblem).draw, EMBLEM, brand.emblem_alt, mirror=False)
    return (Cell((picture,), width=EMBLEM),)


@dataclass(frozen=True, slots=True)
class Emblem:
    """Draws the emblem as wide as its surface."""

    drawing: Drawing

    def draw(self, surface: Surface) -> None:
        """Draw it."""
        surface.vectors(self.drawing, 0, 0, surface.width)
