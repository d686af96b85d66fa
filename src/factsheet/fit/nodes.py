"""Walking placed pages: every node with the block it belongs to, every text with its box."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model.drawing import SetLabel
from ..model.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.drawing import GlyphLine
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
        for item in node.drawing.items if node.drawing is not None else ():
            if isinstance(item, SetLabel):
                shift = {"start": 0.0, "middle": item.line.width / 2, "end": item.line.width}[item.anchor]
                x, y = node.box.x + item.x - shift, node.box.bottom - item.y
                yield _text(item.line, x, y, where, item.role, label=True)


def _text(line: GlyphLine, x: float, baseline: float, where: str, role: str, *, label: bool = False) -> PlacedText:
    sizes = [run.size for run in line.runs] or [0.0]
    tallest = max(sizes)
    box = Box(x, baseline - OVER * tallest, line.width, (OVER + UNDER) * tallest)
    return PlacedText(line.text.strip(), box, min(sizes), where, role, line, label)
