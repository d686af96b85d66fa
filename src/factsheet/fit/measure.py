"""Measure: content items to boxes of a given width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.content import Cell, Columns, Heading, List, Paragraph, Picture, Rule, Space
from ..model.tag import Tag
from .boxes import ColumnsBox, PictureBox, RuleBox, SpaceBox, StackBox
from .texts import list_box, text_box

if TYPE_CHECKING:
    from ..model.content import Composed, Content
    from ..model.layout import Grid
    from ..text.typesetter import Typesetter
    from .boxes import Measured

BETWEEN_BLOCKS = 20.0


class Measurer:
    """Measures content on one grid with one typesetter."""

    def __init__(self, grid: Grid, typesetter: Typesetter) -> None:
        """Keep both."""
        self.grid, self.typesetter = grid, typesetter

    def area(self, blocks: tuple[Composed, ...], width: float) -> StackBox:
        """Return the blocks of one area, one under another, 20 pt apart."""
        return StackBox(width, tuple(self.block(block, width) for block in blocks), kind="area")

    def block(self, block: Composed, width: float) -> StackBox:
        """Return one block; it is a section of the document (Sect), so that its heading heads something."""
        boxes = tuple(self.item(item, width) for item in block.content)
        return StackBox(width, boxes, BETWEEN_BLOCKS, Tag("Sect"), block.where, "block")

    def item(self, item: Content, width: float) -> Measured:
        """Return one item."""
        match item:
            case Heading() | Paragraph():
                return text_box(item, width, self.typesetter)
            case List():
                return list_box(item, width, self.typesetter)
            case Picture():
                return PictureBox(width, item, Tag("Figure", alt=item.alt))
            case Rule():
                return RuleBox(width, item.weight, item.colour, item.above)
            case Space():
                return SpaceBox(width, item.height, item.above)
            case Columns():
                return self._columns(item, width)

    def _columns(self, item: Columns, width: float) -> ColumnsBox:
        gap = self.grid.gutter if item.gap is None else item.gap
        widths = [self._cell_width(cell) for cell in item.cells]
        left = width - gap * (len(widths) - 1) - sum(w for w in widths if w is not None)
        even = left / max(1, widths.count(None))
        x, cells = 0.0, []
        for cell, own in zip(item.cells, widths, strict=True):
            span = even if own is None else own
            cells.append((x, StackBox(span, tuple(self.item(content, span) for content in cell.content))))
            x += span + gap
        return ColumnsBox(width, tuple(cells), item.above)

    def _cell_width(self, cell: Cell) -> float | None:
        """A cell's own width: columns of the grid, or the width of its text; None takes what is left."""
        if cell.columns:
            return self.grid.span(cell.columns)
        if cell.columns is None:
            return None
        texts = (c for c in cell.content if isinstance(c, Heading | Paragraph))
        return max((self.typesetter.width(text.text, text.role) for text in texts), default=0.0) + 0.01
