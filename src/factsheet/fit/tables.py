"""Tables at a given width: numbers end on one edge, texts take what is left, a hairline under each row."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ..model.content import plain
from ..model.geometry import Box
from ..model.placed import Placed, PlacedLine
from ..model.tag import Tag
from .boxes import EPSILON, RuleBox
from .texts import linked

if TYPE_CHECKING:
    from ..model.content import Table, Text
    from ..text.lines import Lines
    from ..text.typesetter import Typesetter

ROW, BASELINE = 18.0, 12.0
HEAD_ROLE, TEXT_ROLE, NUMBER_ROLE = "table_head", "body", "table_number"
HEAD_RULE, HAIRLINE = 1.5, 0.5
GAP = 12.0
LEAST_SHARE = 0.3  # of the width, kept for the first column however wide the others are

Cells = tuple["Lines", ...]


@dataclass(frozen=True, slots=True)
class TableBox:
    """A table, its cells broken to their columns; *figures* are the widths of the widest number of each."""

    width: float
    item: Table
    widths: tuple[float, ...]
    figures: tuple[float, ...]
    head: Cells
    rows: tuple[Cells, ...]
    leading: float
    right_to_left: bool = False
    above: float = 0.0
    tag: Tag = field(default_factory=lambda: Tag("Table"))
    heads: bool = False
    stretch: float = 0.0
    shares: tuple[float, ...] = ()

    @property
    def height(self) -> float:
        """Head, rule and rows."""
        return self._row_height(self.head) + HEAD_RULE + sum(self._row_height(row) for row in self.rows)

    def split(self, height: float) -> tuple[TableBox, TableBox] | None:
        """Return the rows that fit into *height* and the rest, which repeats the head."""
        count, used = 0, self._row_height(self.head) + HEAD_RULE
        for row in self.rows:
            used += self._row_height(row)
            if used > height + EPSILON:
                break
            count += 1
        if not 0 < count < len(self.rows):
            return None
        return replace(self, rows=self.rows[:count]), replace(self, rows=self.rows[count:], above=0.0)

    def place(self, x: float, y: float, extra: float = 0.0, shared: float | None = None) -> Placed:
        """Return Table > TR > TH, TD with the rules as artifacts between the rows."""
        top, children = y, []
        for index, cells in enumerate((self.head, *self.rows)):
            height = self._row_height(cells)
            children.append(self._row(cells, Box(x, y, self.width, height), head=index == 0))
            y += height
            weight, colour = (HEAD_RULE, self.item.colour) if index == 0 else (HAIRLINE, "hair")
            y += HEAD_RULE if index == 0 else 0.0
            children.append(RuleBox(self.width, weight, colour).place(x, y - weight))
        return Placed(Box(x, top, self.width, y - top), self.tag, children=tuple(children), kind="table")

    def _row_height(self, cells: Cells) -> float:
        return ROW + (max((len(lines) for lines in cells), default=1) - 1) * self.leading

    def _row(self, cells: Cells, box: Box, *, head: bool) -> Placed:
        x, placed = box.x, []
        for column, (lines, width) in enumerate(zip(cells, self.widths, strict=True)):
            cell = Box(x, box.y, width, box.height)
            placed.append(self._cell(lines, cell, column, head=head))
            x += width + GAP
        return Placed(box, Tag("TR"), children=tuple(placed), kind="entry")

    def _cell(self, lines: Lines, box: Box, column: int, *, head: bool) -> Placed:
        number = self.item.numeric[column]
        role = HEAD_ROLE if head else NUMBER_ROLE if number else TEXT_ROLE
        x, end = (box.end, True) if number else (box.x, False)
        if number and not head and self.right_to_left:
            # Figures run from left to right in every language: the widest ends the column, units stand under units.
            x, end = box.end - self.figures[column], False
        spots = tuple(
            PlacedLine(line, x, box.y + BASELINE + i * self.leading, end=end, role=role) for i, line in enumerate(lines)
        )
        scope = "Column" if head else "Row" if column == 0 else ""
        attributes = (("O", "/Table"), ("Scope", f"/{scope}")) if scope else ()
        tag = Tag("TH" if scope else "TD", attributes=attributes)
        if self.right_to_left:
            tag = replace(tag, actual="".join(line.text for line in lines))
        return Placed(box, tag, lines=spots, cut=lines.overfull, kind="text")


def table_box(item: Table, width: float, typesetter: Typesetter) -> TableBox:
    """Return a table broken to *width*: number columns as wide as their widest figure, texts share what is left."""
    widths = _widths(item, width, typesetter)
    head = tuple(_set(text, HEAD_ROLE, w, typesetter) for text, w in zip(item.head, widths, strict=True))
    rows = tuple(
        tuple(
            _set(text, NUMBER_ROLE if number else TEXT_ROLE, w, typesetter)
            for text, w, number in zip(row, widths, item.numeric, strict=True)
        )
        for row in item.rows
    )
    columns = zip(*rows, strict=True)
    figures = tuple(max((line.width for lines in column for line in lines), default=0.0) for column in columns)
    leading = typesetter.style(TEXT_ROLE).leading
    return TableBox(width, item, widths, figures, head, rows, leading, typesetter.right_to_left, item.above)


def _set(text: Text, role: str, width: float, typesetter: Typesetter) -> Lines:
    text = (*text, text[-1].__class__(" ")) if plain(text) else text
    return typesetter.lines(linked(text), role, width + EPSILON)


def _widths(item: Table, width: float, typesetter: Typesetter) -> tuple[float, ...]:
    """Number columns take what they need, but leave the first column its share; texts share the rest evenly."""

    def needed(column: int) -> float:
        cells = [typesetter.width(row[column], NUMBER_ROLE) for row in item.rows]
        return max([typesetter.width(item.head[column], HEAD_ROLE), *cells])

    own = [needed(column) if number else 0.0 for column, number in enumerate(item.numeric)]
    free = width - GAP * (len(own) - 1)
    most = free * (1 - LEAST_SHARE)
    scale = min(1.0, most / sum(own)) if sum(own) else 1.0
    left = (free - sum(own) * scale) / max(1, item.numeric.count(False))
    return tuple(w * scale if number else left for w, number in zip(own, item.numeric, strict=True))
