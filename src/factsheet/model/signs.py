"""Signs that stand for roles on a map and in the list that is its key: each differs in shape and in colour."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, Literal

from .drawing import Drawing, Shape, circle, numbers, rectangle

if TYPE_CHECKING:
    from collections.abc import Callable

SignName = Literal["hq", "disc", "ring", "square", "triangle", "diamond", "cluster"]

SIDE = 16.0
"""Width and height of the square that a sign stands in the middle of, in points."""

EDGE = 1.0
RING = 1.9


def _polygon(x: float, y: float, corners: tuple[tuple[float, float], ...], scale: float) -> str:
    moves = [numbers(x + dx * scale, y + dy * scale) for dx, dy in corners]
    return " ".join((f"{moves[0]} m", *(f"{move} l" for move in moves[1:]), "h"))


def _disc(x: float, y: float, scale: float) -> tuple[Shape, ...]:
    return (Shape(circle(x, y, 4.5 * scale), fill="ink"),)


def _ring(x: float, y: float, scale: float) -> tuple[Shape, ...]:
    return ring(x, y, 4.0 * scale, RING * scale)


def _square(x: float, y: float, scale: float) -> tuple[Shape, ...]:
    side = 8.6 * scale - EDGE
    return (Shape(rectangle(x - side / 2, y - side / 2, side, side), fill="third", stroke="ink", width=EDGE),)


def _triangle(x: float, y: float, scale: float) -> tuple[Shape, ...]:
    return (Shape(_polygon(x, y, ((-5.1, -4.1), (5.1, -4.1), (0.0, 4.9)), scale), fill="data"),)


def _diamond(x: float, y: float, scale: float) -> tuple[Shape, ...]:
    return (Shape(_polygon(x, y, ((0.0, -5.4), (5.4, 0.0), (0.0, 5.4), (-5.4, 0.0)), scale), fill="accent"),)


def _hq(x: float, y: float, scale: float) -> tuple[Shape, ...]:
    return (Shape(circle(x, y, 4.3 * scale), fill="paper", stroke="accent", width=3.6 * scale),)


def _cluster(x: float, y: float, scale: float) -> tuple[Shape, ...]:
    pitch = 4.3 * scale
    round_it = tuple((x + pitch * cos(i * pi / 3), y + pitch * sin(i * pi / 3)) for i in range(6))
    return (Shape(circle(0, 0, 1.45 * scale), fill="data", at=((x, y), *round_it)),)


_DRAWN: dict[SignName, Callable[[float, float, float], tuple[Shape, ...]]] = {
    "hq": _hq,
    "disc": _disc,
    "ring": _ring,
    "square": _square,
    "triangle": _triangle,
    "diamond": _diamond,
    "cluster": _cluster,
}

REACH: dict[SignName, float] = {
    "hq": 6.1,
    "disc": 4.5,
    "ring": 4.95,
    "square": 4.7,
    "triangle": 5.0,
    "diamond": 5.4,
    "cluster": 5.8,
}
"""Points from the middle of a sign in its square to its edge."""


def sign(name: SignName, x: float, y: float, side: float = SIDE) -> tuple[Shape, ...]:
    """Return a sign with its middle at a point; *side* is that of its square."""
    return _DRAWN[name](x, y, side / SIDE)


def ring(x: float, y: float, radius: float, width: float) -> tuple[Shape, ...]:
    """Return a ring with its middle at a point; *radius* is that of the middle of its line."""
    return (Shape(circle(x, y, radius), fill="paper", stroke="data", width=width),)


def sign_drawing(name: SignName, side: float = SIDE) -> Drawing:
    """Return a sign alone in its square."""
    return Drawing(side, side, sign(name, side / 2, side / 2, side), mirror=False)
