"""A page as one flowable: it fills its frame, paints what fit has placed, and never splits.

Fit alone paginates. With two paginators any difference between them moves content to a page that nobody planned, and
every validator stays green.
"""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from reportlab.platypus import Flowable

if TYPE_CHECKING:
    from ..model.canvas import Canvas
    from ..model.placed import Placed, PlacedPage


class Spread(Flowable):  # type: ignore[misc] # ReportLab is untyped
    """Paints one placed page through the four verbs of whatever canvas it gets."""

    def __init__(self, page: PlacedPage) -> None:
        """Take the page; its frame has the same size."""
        super().__init__()
        self.page = page
        self.width, self.height = page.width, page.height

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 # platypus passes no names
        """Return the size of the page."""
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Any]:  # noqa: N803 # as above
        """Refuse: a page that does not fit its frame is a fault of ours, not a reason for another page."""
        message = f"a page of {self.width:g} x {self.height:g} pt in a frame of {aW:g} x {aH:g} pt"
        raise AssertionError(message)

    def draw(self) -> None:
        """Paint the nodes in reading order."""
        for node in self.page.placed:
            paint_node(self.canv, node)


def paint_node(canvas: Canvas, node: Placed) -> None:
    """Paint *node* and what is in it under its tag."""
    drawn = node.tag is not None and node.tag.type == "Figure"
    with canvas.tagged(node.tag, node.box if drawn else None) if node.tag else nullcontext():
        if node.lines:
            canvas.text(node.lines)
        if node.drawing is not None:
            canvas.picture(node.drawing, node.box)
        for child in node.children:
            paint_node(canvas, child)
