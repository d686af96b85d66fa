"""Walking placed pages: every node with the block it belongs to, every text with its box."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model.drawing import SetLabel
from ..model.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.drawing import Drawing, GlyphLine
    from ..model.placed import Placed, PlacedPage

OVER, UNDER = 0.70, 0.16
"""How far the ink of a line reaches over and under its baseline, in em: capitals and digits, and a comma."""


@dataclass(frozen=True, slots=True)
class PlacedText:
    """One line of text on the page: its words, its box, the smallest size in it, and the block it belongs to."""

    text: str
    box: Box
    size: float
    where: str
    role: str
    line: GlyphLine
    label: bool = False


def walk(nodes: tuple[Placed, ...], where: str = "") -> Iterator[tuple[Placed, str]]:
    """Yield every node, parents first, with the block that it is in."""
    for node in nodes:
        block = node.where or where
        yield node, block
        yield from walk(node.children, block)


def texts(page: PlacedPage) -> Iterator[PlacedText]:
    """Yield every line on the page, those in pictures too."""
    for node, where in walk(page.placed):
        for placed in node.lines:
            start = placed.x - placed.line.width if placed.end else placed.x
            yield _text(placed.line, start, placed.y, where, placed.role)
        if node.drawing is not None:
            turned = page.right_to_left and not node.drawing.mirror
            yield from _labels(node.drawing, node.box, where, turned=turned)


def _labels(drawing: Drawing, box: Box, where: str, *, turned: bool) -> Iterator[PlacedText]:
    """Yield the labels of a drawing; *turned* where its x counts from the other side than that of the page."""
    for item in drawing.items:
        if isinstance(item, SetLabel):
            width = item.line.width
            x = item.x - {"start": 0.0, "middle": width / 2, "end": width}[item.anchor]
            start = box.end - x - width if turned else box.x + x
            yield _text(item.line, start, box.bottom - item.y, where, item.role, label=True)


def _text(line: GlyphLine, x: float, baseline: float, where: str, role: str, *, label: bool = False) -> PlacedText:
    sizes = [run.size for run in line.runs] or [0.0]
    tallest = max(sizes)
    box = Box(x, baseline - OVER * tallest, line.width, (OVER + UNDER) * tallest)
    return PlacedText(line.text.strip(), box, min(sizes), where, role, line, label)
