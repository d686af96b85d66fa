"""Fit one column of rows: the whole page between its margins, or one side of a split page."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from ..model.layout import Band
from .bands import BandBox
from .boxes import EPSILON, ColumnsBox
from .flow import Flows
from .measure import Measurer
from .vertical import FLOOR, Strip, spread

if TYPE_CHECKING:
    from ..model.brand import Art
    from ..model.content import ComposedPage
    from ..model.layout import Frame, Layout, Row
    from ..model.placed import Placed
    from ..text.typesetter import Typesetter

FOOT_CLEAR = 8.0
"""What stays free over the footer, so that the note does not read as the last line of a block."""


class ColumnFitter:
    """Places the rows of one frame from the body's top to the foot."""

    def __init__(
        self,
        layout: Layout,
        frame: Frame,
        edges: tuple[float, float],
        typesetter: Typesetter,
        *,
        body: float | None = None,
        art: Art = "none",
    ) -> None:
        """Take the frame, the edges from which to which its bands run, where its content starts, the brand's art."""
        self.layout, self.frame, self.edges, self.art = layout, frame, edges, art
        self.body = layout.body if body is None else body
        self._measurer = Measurer(frame, typesetter)
        self._flows = Flows(self._measurer)

    def place(self, rows: tuple[Row | Band, ...], page: ComposedPage) -> tuple[tuple[Placed, ...], float]:
        """Return the placed rows, and by how many points they overflow."""
        boxes = [self._box(row, page) for row in rows]
        lead = self._lead(rows[0], boxes[0]) if rows else None
        start = self.body + (lead or 0.0)
        rest = boxes if lead is None else boxes[1:]
        flush = [row.flush for row in rows][len(boxes) - len(rest) :]
        strips = tuple(
            Strip(box.height, box.stretch, isinstance(box, BandBox), flat)
            for box, flat in zip(rest, flush, strict=True)
        )
        spots, over = spread(strips, start, self.layout.foot - FOOT_CLEAR, self.layout.grid.module)
        placed = [] if lead is None else [self._placed(boxes[0], self.body, 0.0)]
        placed += [self._placed(box, spot.top, spot.extra) for box, spot in zip(rest, spots, strict=True)]
        return tuple(placed), over if over > EPSILON else 0.0

    def _box(self, row: Row | Band, page: ComposedPage) -> ColumnsBox | BandBox:
        if isinstance(row, Band):
            rows = tuple(self._row(inner, page) for inner in row.rows)
            return self._band(row, rows)
        return self._row(row, page)

    def _band(self, band: Band, rows: tuple[ColumnsBox, ...]) -> BandBox:
        frame, grid = self.frame, self.layout.grid
        return BandBox(
            rows,
            band.role,
            band.height or 0.0,
            band.padding,
            art=self.art if band.art else "none",
            clear=frame.x + frame.offset(band.clear + 1),
            art_height=band.art_height,
            top=band.top,
            gap=band.gap,
            floor_at=grid.height + grid.bleed if band.floor else None,
        )

    def _row(self, row: Row, page: ComposedPage) -> ColumnsBox:
        filled = {area.name: page.areas.get(area.name, ()) for area in row.areas}
        boxes = {area.name: self._measurer.area(filled[area.name], self.frame.span(area.columns)) for area in row.areas}
        flowing = {name: blocks[-1] for name, blocks in filled.items() if blocks and blocks[-1].flow}
        boxes = self._flows.row(boxes, flowing, row.height or 0.0)
        cells = tuple((self.frame.offset(area.first), boxes[area.name]) for area in row.areas)
        return ColumnsBox(self.frame.width, cells)

    def _lead(self, row: Row | Band, box: ColumnsBox | BandBox) -> float | None:
        """The height of an opening row: its floor, or what brings the next row to the module and clears its text."""
        if isinstance(row, Band) or row.height is None:
            return None
        body, module = self.body, self.layout.grid.module
        return max(row.height, ceil((body + box.height + FLOOR) / module) * module - body)

    def _placed(self, box: ColumnsBox | BandBox, top: float, extra: float) -> Placed:
        if isinstance(box, BandBox):
            return box.place(self.frame.x, top, self.edges)
        return box.place(self.frame.x, top, extra, min(box.shares) if box.shares else None)
