"""A picture from a file, edge to edge in its columns, with its caption and credit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from ..model.content import Content, Paragraph, Picture
from ..options import Block, PictureField, TextField

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.content import Surface
    from ..model.image import PictureFile
    from ..model.words import Words


class PictureBlock(Block):
    """A photograph or illustration. It needs an alt text and a credit: without them it is not printed."""

    name: ClassVar[str] = "picture"

    file: PictureField = Field(description="A JPEG, PNG or SVG file, named from the folder of the sheet.")
    alt: TextField = Field(description="What the picture shows, for those who do not see it.")
    credit: TextField = Field(description="Who made it, and under what licence it is used.")
    caption: TextField | None = Field(
        default=None, description="A line under the picture; begin it with a bold lead-in."
    )

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return the picture in its own proportions, then caption and credit."""
        ratio = self.file.height / max(1, self.file.width)
        content: list[Content] = [
            Picture(Photograph(self.file).draw, 0.0, words.plain(self.alt), ratio=ratio, mirror=False)
        ]
        if self.caption is not None:
            content.append(Paragraph(words.text(self.caption), "body", above=6))
        content.append(Paragraph(words.text(self.credit), "caption", above=2 if self.caption is not None else 6))
        return tuple(content)


@dataclass(frozen=True, slots=True)
class Photograph:
    """Draws the file over the whole surface."""

    file: PictureFile

    def draw(self, surface: Surface) -> None:
        """Draw it."""
        if self.file.drawing is not None:
            surface.vectors(self.file.drawing, 0, 0, surface.width)
        else:
            surface.image(self.file.data, 0, 0, surface.width, surface.height)
