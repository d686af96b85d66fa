"""Rows and bands of a template as boxes of a frame."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..model.drawing import Drawing, Shape, rectangle
from ..model.geometry import Box
from ..model.placed import Placed
from ..model.tag import ARTIFACT
from .art import art
from .boxes import EPSILON
from .nodes import walk
from .vertical import FLOOR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.brand import Art
    from .boxes import ColumnsBox

GROUND = "ground"


def tint(box: Box, role: str, painted: tuple[Shape, ...] = ()) -> Placed:
    """Return a tinted rectangle with the brand's art on it, an artifact."""
    shape = Shape(rectangle(0, 0, box.width, box.height), fill=role)
    return Placed(box, ARTIFACT, drawing=Drawing(box.width, box.height, (shape, *painted)), kind="band")


def _tops_beyond(node: Placed, x: float) -> Iterator[float]:
    """Yield where the lines begin that reach past *x*: art has to end above them."""
    for text, _ in walk((node,)):
        for placed in text.lines:
            reach = placed.x if placed.end else placed.x + placed.line.width
            if reach > x + EPSILON:
                yield placed.y - placed.line.ascent


def on_tint(nodes: tuple[Placed, ...], role: str | None) -> tuple[Placed, ...]:
    """Return *nodes* knowing whether they stand on the dark ground."""
    return tuple(replace(node, ground=True) for node in nodes) if role == GROUND else nodes


@dataclass(frozen=True, slots=True)
class BandBox:
    """Rows on a tint; they stand in its middle."""

    rows: tuple[ColumnsBox, ...]
    role: str
    floor: float
    padding: float
    art: Art = "none"
    clear: float = 0.0  # the x up to which the art leaves the ground to words
    art_height: float | None = None
    top: bool = False
    gap: float = FLOOR
    floor_at: float | None = None  # where the tint ends, if not under its rows
    stretch: float = 0.0
    shares: tuple[float, ...] = ()

    @property
    def content(self) -> float:
        """Height of the rows and the gaps between them."""
        return sum(row.height for row in self.rows) + self.gap * (len(self.rows) - 1)

    @property
    def height(self) -> float:
        """Its height: a given one is a floor, never a ceiling."""
        paddings = 1 if self.floor_at is not None else 2  # a tint that runs on needs no air under its rows
        return max(self.floor, self.content + paddings * self.padding)

    def place(self, x: float, y: float, edges: tuple[float, float]) -> Placed:
        """Return the tint from edge to edge, and the rows on it from *x*."""
        start, end = edges
        top, rows = y + (self.padding if self.top else (self.height - self.content) / 2), []
        for row in self.rows:
            rows.append(row.place(x, top, shared=min(row.shares) if row.shares else None))
            top += row.height + self.gap
        upper = y + min(0.0, start) if y <= 0 else y  # at the top of the page it runs to the bleed as at the sides
        lower = y + self.height if self.floor_at is None else self.floor_at
        field = Box(start, upper, end - start, lower - upper)
        foot = max(0.0, field.height - self.art_height) if self.art_height is not None else 0.0
        words = min((top for node in rows for top in _tops_beyond(node, self.clear)), default=field.bottom)
        foot = max(foot, field.bottom - words)
        ground = tint(field, self.role, art(self.art, field, self.clear - start, foot))
        box = Box(start, y, end - start, self.height)
        return Placed(box, children=(ground, *on_tint(tuple(rows), self.role)), kind="strip")
