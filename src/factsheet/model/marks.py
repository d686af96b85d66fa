"""Small marks that stand in lines and lists, each differing in shape, never by colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .drawing import Shape, circle, rectangle

if TYPE_CHECKING:
    from .content import MarkName

SIDE = 12.0
"""Width and height of the square that a mark stands in the middle of, in points."""

_MIDDLE = SIDE / 2


def mark(name: MarkName, colour: str) -> tuple[Shape, ...]:
    """Return a mark in its square, y up."""
    if name == "square":
        return (Shape(rectangle(_MIDDLE - 2.5, _MIDDLE - 2.5, 5, 5), fill=colour),)
    disc = Shape(circle(_MIDDLE, _MIDDLE, 2.5), fill=colour)
    if name == "ring":
        return disc, Shape(circle(_MIDDLE, _MIDDLE, 4.9), stroke=colour, width=1.0)
    return (disc,)
