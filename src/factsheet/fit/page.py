"""Fit: composed pages to placed ones. The only paginator: nothing that paints decides where anything goes."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from ..model.drawing import Drawing, Shape, rectangle
from ..model.geometry import Box
from ..model.layout import Band
from ..model.placed import Placed, PlacedPage
from ..model.tag import ARTIFACT
from ..problems import Problem
from . import furniture
from .boxes import EPSILON, ColumnsBox
from .measure import Measurer
from .vertical import FLOOR, Strip, spread

if TYPE_CHECKING:
    from ..model.brand import Brand
    from ..model.content import ComposedPage
    from ..model.layout import Layout, Row
    from ..text.typesetter import Typesetter

FOOT_CLEAR = 8.0
"""What stays free over the footer, so that the note does not read as the last line of a block."""


@dataclass(frozen=True, slots=True)
class BandBox:
    """Rows on a tint from bleed to bleed; they stand in its middle."""

    rows: tuple[ColumnsBox, ...]
    role: str
    floor: float
    padding: float

    @property
    def content(self) -> float:
        """Height of the rows and the gaps between them."""
        return sum(row.height for row in self.rows) + FLOOR * (len(self.rows) - 1)

    @property
    def height(self) -> float:
        """Its height: a given one is a floor, never a ceiling."""
        return max(self.floor, self.content + 2 * self.padding)

    def place(self, x: float, y: float, page_width: float, bleed: float) -> Placed:
        """Return the tint, an artifact, and the rows on it."""
        width = page_width + 2 * bleed
        shape = Shape(rectangle(0, 0, width, self.height), fill=self.role)
        tint = Placed(
            Box(-bleed, y, width, self.height), ARTIFACT, drawing=Drawing(width, self.height, (shape,)), kind="band"
        )
        top, placed = y + (self.height - self.content) / 2, [tint]
        for row in self.rows:
            placed.append(row.place(x, top))
            top += row.height + FLOOR
        return Placed(Box(0, y, page_width, self.height), children=tuple(placed), kind="strip")


def fit(
    pages: tuple[ComposedPage, ...], layout: Layout, brand: Brand, typesetter: Typesetter
) -> tuple[tuple[PlacedPage, ...], tuple[Problem, ...]]:
    """Return every page placed, and a problem for each that holds more than it has room for."""
    fitter = _Fitter(layout, brand, typesetter)
    placed = tuple(fitter.page(page, number) for number, page in enumerate(pages, 1))
    return placed, tuple(fitter.problems)


class _Fitter:
    """Fits the pages of one edition."""

    def __init__(self, layout: Layout, brand: Brand, typesetter: Typesetter) -> None:
        self.layout, self.brand, self.typesetter = layout, brand, typesetter
        self.measurer = Measurer(layout.grid, typesetter)
        self.problems: list[Problem] = []

    def page(self, page: ComposedPage, number: int) -> PlacedPage:
        """Return one page: measure its rows, share out the spare height, place."""
        grid, template = self.layout.grid, self.layout.template(page.template)
        assert template is not None, "read checks that templates exist"
        rows = [self._strip(row, page) for row in template.rows]
        lead = self._lead(template.rows[0], rows[0])
        start = self.layout.body if lead is None else self.layout.body + lead
        rest = rows if lead is None else rows[1:]
        strips = tuple(Strip(r.height, getattr(r, "stretch", 0.0), isinstance(r, BandBox)) for r in rest)
        spots, over = spread(strips, start, self.layout.foot - FOOT_CLEAR, grid.module)
        if over > EPSILON:
            self._overflow(number, over)
        placed = [] if lead is None else [self._place(rows[0], self.layout.body, 0.0)]
        placed += [self._place(row, spot.top, spot.extra) for row, spot in zip(rest, spots, strict=True)]
        head = furniture.head(page, number, self.layout, template, self.brand, self.typesetter)
        foot = furniture.foot(page, number, self.layout, template, self.typesetter)
        nodes = (*((head,) if head else ()), *placed, *((foot,) if foot else ()))
        return PlacedPage(grid.width, grid.height, grid.bleed, nodes)

    def _strip(self, row: Row | Band, page: ComposedPage) -> ColumnsBox | BandBox:
        if isinstance(row, Band):
            rows = tuple(self._row(inner, page) for inner in row.rows)
            return BandBox(rows, row.role, row.height or 0.0, row.padding)
        return self._row(row, page)

    def _row(self, row: Row, page: ComposedPage) -> ColumnsBox:
        grid = self.layout.grid
        cells = []
        for area in row.areas:
            width = grid.span(area.columns)
            cells.append((grid.start(area.first) - grid.side, self.measurer.area(page.areas.get(area.name, ()), width)))
        return ColumnsBox(grid.measure, tuple(cells))

    def _lead(self, row: Row | Band, box: ColumnsBox | BandBox) -> float | None:
        """The height of an opening row: its floor, or the next multiple of the module that clears its text."""
        if isinstance(row, Band) or row.height is None or len(self.layout.templates) == 0:
            return None
        body, module = self.layout.body, self.layout.grid.module
        needed = ceil((body + box.height + FLOOR) / module) * module - body
        return max(row.height, needed)

    def _place(self, row: ColumnsBox | BandBox, top: float, extra: float) -> Placed:
        grid = self.layout.grid
        if isinstance(row, BandBox):
            return row.place(grid.side, top, grid.width, grid.bleed)
        shared = min(row.shares) if row.shares else None
        return row.place(grid.side, top, extra, shared)

    def _overflow(self, number: int, over: float) -> None:
        self.problems.append(
            Problem(
                "page-overflow",
                f"page {number} holds {over:.1f} pt more than it has room for",
                remedy="shorten a text, take a block out, or give the template fewer rows",
                where=f"page{number}",
            )
        )
