"""The four verbs: all that pages and flowables may do to a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from .drawing import Drawing, Shape
    from .geometry import Box
    from .placed import PlacedLine
    from .tag import Tag


class Canvas(Protocol):
    """Coordinates are the page's: x from the reading start, y down from the trimmed top."""

    def tagged(self, tag: Tag, box: Box | None = None) -> AbstractContextManager[None]:
        """Paint what follows under *tag*; *box* becomes the layout box of a figure."""
        ...

    def text(self, lines: tuple[PlacedLine, ...]) -> None:
        """Set lines as one text object, so that a paragraph is one string."""
        ...

    def shapes(self, *shapes: Shape) -> None:
        """Paint shapes whose paths are in page coordinates, y up from the foot."""
        ...

    def picture(self, drawing: Drawing, box: Box) -> None:
        """Paint a drawing into *box*."""
        ...
