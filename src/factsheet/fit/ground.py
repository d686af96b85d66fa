"""Colours on the dark ground: a block names roles and does not know where it stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..model.brand import ON_GROUND
from ..model.drawing import Group, SetLabel, Shape

if TYPE_CHECKING:
    from ..model.drawing import GlyphLine, Item
    from ..model.placed import Placed, PlacedPage


def turn(pages: tuple[PlacedPage, ...]) -> tuple[PlacedPage, ...]:
    """Return *pages*, whose pictures are recorded, with the roles of what stands on the ground turned."""
    return tuple(replace(page, placed=tuple(_node(node, on=False) for node in page.placed)) for page in pages)


def _node(node: Placed, *, on: bool) -> Placed:
    on = on or node.ground
    children = tuple(_node(child, on=on) for child in node.children)
    if not on:
        return replace(node, children=children) if children != node.children else node
    lines = tuple(replace(placed, line=_line(placed.line)) for placed in node.lines)
    drawing = node.drawing
    if drawing is not None and node.kind != "emblem":
        drawing = replace(drawing, items=tuple(_item(item) for item in drawing.items))
    return replace(node, children=children, lines=lines, drawing=drawing)


def _line(line: GlyphLine) -> GlyphLine:
    return replace(line, runs=tuple(run._replace(colour=ON_GROUND.get(run.colour, run.colour)) for run in line.runs))


def _item(item: Item) -> Item:
    if isinstance(item, SetLabel):
        return replace(item, line=_line(item.line))
    if isinstance(item, Group):
        return replace(item, items=tuple(_item(child) for child in item.items))
    if isinstance(item, Shape):
        fill, stroke = (ON_GROUND.get(colour, colour) if colour else None for colour in (item.fill, item.stroke))
        return replace(item, fill=fill, stroke=stroke)
    return item
