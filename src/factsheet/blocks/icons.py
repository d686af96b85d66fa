"""A short list whose entries are told apart by icons."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field

from ..model.content import Cell, Columns, Content, Heading, Ornament, Paragraph, Part, Rule, Space
from ..model.drawing import Drawing, Shape
from ..options import Block, IconField, Options, TextField

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.image import IconFile
    from ..model.words import Words

ICON, GAP = 12.0, 8.0
HAIRLINE, OVER, UNDER = 0.5, 1.7, 1.8  # with icon and line they make rows of 16.4 pt
UNDER_TITLE = 6.0
MARGIN = 0.095  # of an icon's square, left free by most icons on either side
DROP = 0.4  # from the top of a line to an icon that stands in the middle of its small letters


class IconEntry(Options):
    """One entry."""

    icon: IconField = Field(description="The icon, by the name of its file in data/icons.")
    text: TextField = Field(description="What the entry says, in a line if it can be.")


class Icons(Block):
    """A list with an icon before each entry and a hairline over it."""

    name: ClassVar[str] = "icons"

    title: TextField = Field(description="The heading of the list.")
    items: Annotated[tuple[IconEntry, ...], Field(min_length=1, max_length=12, description="The entries.")]
    colour: Literal["data", "accent_text", "ink"] = Field("data", description="The role of colour of the icons.")

    def compose(self, words: Words, brand: Brand) -> tuple[Content, ...]:
        """Return heading and list."""
        entries = tuple(self._entry(words, entry, first=not index) for index, entry in enumerate(self.items))
        return Heading(words.text(self.title), 2, "h3"), Part("L", entries, above=UNDER_TITLE)

    def _entry(self, words: Words, entry: IconEntry, *, first: bool) -> Part:
        icon = Cell((Space(DROP), drawn(entry.icon, ICON, self.colour)), width=ICON)
        text = Cell((Part("LBody", (Paragraph(words.text(entry.text), "body"),)),))
        row = Columns((icon, text), gap=GAP, above=OVER)
        return Part("LI", (Rule(HAIRLINE, "hair"), row), above=0.0 if first else UNDER)


def drawn(icon: IconFile, side: float, colour: str) -> Ornament:
    """Return *icon* in one colour, *side* points wide; its margin hangs before the column."""
    drawing = icon.drawing or Drawing(1.0, 1.0)
    shapes = (item for item in drawing.items if isinstance(item, Shape))
    painted = replace(drawing, items=tuple(_in_colour(shape, colour) for shape in shapes))
    return Ornament(painted, side, hang=MARGIN * side)


def _in_colour(shape: Shape, colour: str) -> Shape:
    return replace(shape, fill=colour if shape.fill else None, stroke=colour if shape.stroke else None)
