"""Fit: composed pages to placed ones. The only paginator: nothing that paints decides where anything goes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..model.geometry import Box
from ..model.layout import Frame, Side
from ..model.placed import Placed, PlacedPage
from .art import art
from .bands import on_tint, tint
from .column import ColumnFitter
from .furniture import Furniture
from .ladder import fitted, ladder_problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.brand import Brand
    from ..model.content import ComposedPage
    from ..model.layout import Band, Layout, Row, Split, Template
    from ..problems import Problem
    from ..text.typesetter import Typesetter


ART_CLEAR = 12.0
"""Points between the last words of a side and its art."""


def fit(
    pages: tuple[ComposedPage, ...], layout: Layout, brand: Brand, typesetter: Typesetter
) -> tuple[tuple[PlacedPage, ...], tuple[Problem, ...]]:
    """Return every page placed, and a problem for each that holds more than it has room for."""
    problems: list[Problem] = []
    placed = tuple(_Page(page, n, layout, brand, typesetter, problems).place() for n, page in enumerate(pages, 1))
    return placed, tuple(problems)


@dataclass(frozen=True, slots=True)
class _Page:
    """One page; what is wrong with it goes to *problems*."""

    page: ComposedPage
    number: int
    layout: Layout
    brand: Brand
    typesetter: Typesetter
    problems: list[Problem]

    def place(self) -> PlacedPage:
        """Return it with its columns between its furniture; a long note lifts the foot that they keep to."""
        grid, template = self.layout.grid, self.layout.template(self.page.template)
        assert template is not None, "read checks that templates exist"
        columns = tuple(_columns(template, self.layout))
        main = [frame for side, frame, _ in columns if _fill(side) is None]
        furniture = Furniture(
            self.page, self.number, self.layout, template, self.brand, self.typesetter, (main or [grid.frame])[-1]
        )
        layout = replace(self.layout, foot=furniture.note_top)
        nodes = [node for column in columns for node in self._column(*column, template, layout)]
        placed = tuple(node for node in (furniture.head(), *nodes, furniture.foot()) if node)
        return PlacedPage(grid.width, grid.height, grid.bleed, placed, self.typesetter.right_to_left)

    def _column(
        self, side: Side | Template, frame: Frame, edges: tuple[float, float], template: Template, layout: Layout
    ) -> Iterator[Placed]:
        """Yield the tint of a side, and the rows on it."""

        def attempt(typesetter: Typesetter) -> tuple[tuple[Placed, ...], float]:
            column = ColumnFitter(layout, frame, edges, typesetter, body=template.body, art=self.brand.art)
            return column.place(_rows(side), self.page)

        column, fill = fitted(attempt, self.typesetter), _fill(side)
        self.problems.extend(ladder_problems(column, self.number))
        if fill is not None:
            (start, end), grid = edges, layout.grid
            field = Box(start, -grid.bleed, end - start, grid.height + 2 * grid.bleed)
            name = self.brand.art if isinstance(side, Side) and side.art else "none"
            words = max((node.box.bottom for node in column.placed), default=0.0)
            yield tint(field, fill, art(name, field, 0.0, reach=field.bottom - words - ART_CLEAR))
        yield from on_tint(column.placed, fill)


def _fill(side: Side | Template) -> str | None:
    return side.fill if isinstance(side, Side) else None


def _rows(column: Side | Template) -> tuple[Row | Band, ...]:
    return column.rows  # type: ignore[return-value] # a template that is no split holds rows and bands alone


def _columns(template: Template, layout: Layout) -> Iterator[tuple[Side | Template, Frame, tuple[float, float]]]:
    """Yield what has rows of its own, its frame, and the edges of its tints: the page, or each side of a split."""
    grid = layout.grid
    if template.split is None:
        yield template, grid.frame, (-grid.bleed, grid.width + grid.bleed)
        return
    yield from _sides(template.split, layout)


def _sides(split: Split, layout: Layout) -> Iterator[tuple[Side, Frame, tuple[float, float]]]:
    """A side that bleeds reaches the edge of the page; its content keeps the margin there and the gap elsewhere."""
    grid, sides = layout.grid, split.sides
    known = sum(side.width or 0.0 for side in sides) + split.gap * (len(sides) - 1)
    bounds = (
        0.0 if sides[0].bleed else grid.side,
        grid.width if sides[-1].bleed else grid.width - grid.side,
    )
    free = (bounds[1] - bounds[0] - known) / max(1, sum(side.width is None for side in sides))
    x = bounds[0]
    for index, side in enumerate(sides):
        width = free if side.width is None else side.width
        at_start, at_end = index == 0 and side.bleed, index == len(sides) - 1 and side.bleed
        inner = split.gap if side.fill else 0.0
        start = grid.side if at_start else x + inner
        end = grid.width - grid.side if at_end else x + width - inner
        edges = (-grid.bleed if at_start else x, grid.width + grid.bleed if at_end else x + width)
        yield side, Frame(start, end - start, side.columns, side.gutter), edges
        x += width + split.gap
