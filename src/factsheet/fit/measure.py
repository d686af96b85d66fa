"""Measure: content items to boxes of a given width."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..model.content import Cell, Columns, Heading, List, Ornament, Paragraph, Part, Picture, Rule, Space, Table
from ..model.tag import Tag
from .boxes import ColumnsBox, OrnamentBox, PictureBox, RuleBox, SpaceBox, StackBox
from .tables import table_box
from .texts import list_box, text_box

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.content import Composed, Content
    from ..model.layout import Frame
    from ..text.typesetter import Typesetter
    from .boxes import Measured

BETWEEN_BLOCKS = 20.0
LISTED = (("O", "/List"), ("ListNumbering", "/None"))
"""Attributes of a list whose entries are not numbered (ISO 32000-1, 14.8.5.5)."""


class Measurer:
    """Measures content for one frame of columns with one typesetter."""

    def __init__(self, frame: Frame, typesetter: Typesetter) -> None:
        """Keep both."""
        self.frame, self.typesetter = frame, typesetter

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
            case Table():
                return table_box(item, width, self.typesetter)
            case Picture():
                return PictureBox(width, item, Tag("Figure", alt=item.alt), self.frame.pitch)
            case Ornament():
                return OrnamentBox(width, item)
            case Part():
                return self._part(item, width)
            case Rule():
                return RuleBox(width, item.weight, item.colour, item.above)
            case Space():
                return SpaceBox(width, item.height, item.above)
            case Columns():
                return self._columns(item, width)

    def _part(self, item: Part, width: float) -> Measured:
        if item.kind == "Lbl" and isinstance(label := item.content[0], Paragraph):
            box = text_box(label, width, self.typesetter)
            return replace(box, tag=replace(box.tag, type="Lbl"))
        boxes = tuple(self.item(part, width) for part in item.content)
        return StackBox(width, boxes, item.above, Tag(item.kind, attributes=LISTED if item.kind == "L" else ()))

    def _columns(self, item: Columns, width: float) -> ColumnsBox:
        gap = self.frame.gutter if item.gap is None else item.gap
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
        """A cell's own width: points, columns of the frame, or the width of its text; None takes what is left."""
        if cell.width is not None:
            return cell.width
        if cell.columns:
            return self.frame.span(cell.columns)
        if cell.columns is None:
            return None
        texts = (*_texts(cell.content), *cell.among)
        return max((self.typesetter.width(text.text, text.role) for text in texts), default=0.0) + cell.pad + 0.01


def _texts(content: tuple[Content, ...]) -> Iterator[Heading | Paragraph]:
    for item in content:
        if isinstance(item, Heading | Paragraph):
            yield item
        elif isinstance(item, Part):
            yield from _texts(item.content)
