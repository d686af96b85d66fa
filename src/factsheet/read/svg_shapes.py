"""Basic shapes of SVG 2 (chapter 10) as segments, and segments as a path of our drawings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.drawing import numbers
from .svg_geometry import LARGEST, SvgError, number_of, numbers_of
from .svg_paths import segments

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from .svg_geometry import Matrix
    from .svg_paths import Segment

ROUND = 0.5523
"""Reach of the control points of a quarter circle, in radii: under 0.03 % off."""


def path_text(outline: Sequence[Segment], matrix: Matrix) -> str:
    """Return *outline*, moved by *matrix*, in PDF's path operators."""
    return " ".join(f"{_moved(values, matrix)} {operator}".strip() for operator, values in outline)


def _moved(values: Sequence[float], matrix: Matrix) -> str:
    points = (matrix.point(values[index], values[index + 1]) for index in range(0, len(values), 2))
    moved = [part for point in points for part in point]
    if not all(abs(part) <= LARGEST for part in moved):
        raise SvgError("svg-path", "a point lies too far out to be drawn", "export the drawing anew")
    return numbers(*moved)


def _given(attributes: Mapping[str, str], *names: str) -> list[float]:
    return [number_of(attributes.get(name, "0")) for name in names]


def _path(attributes: Mapping[str, str]) -> list[Segment]:
    return segments(attributes.get("d", ""))


def _line(attributes: Mapping[str, str]) -> list[Segment]:
    x1, y1, x2, y2 = _given(attributes, "x1", "y1", "x2", "y2")
    return [("m", (x1, y1)), ("l", (x2, y2))]


def _polyline(attributes: Mapping[str, str]) -> list[Segment]:
    values = numbers_of(attributes.get("points", ""))
    if len(values) % 2:
        raise SvgError("svg-path", "a point lacks its second number", "export the drawing anew")
    return [("l" if index else "m", (values[index], values[index + 1])) for index in range(0, len(values), 2)]


def _polygon(attributes: Mapping[str, str]) -> list[Segment]:
    corners = _polyline(attributes)
    return [*corners, ("h", ())] if corners else []


def _circle(attributes: Mapping[str, str]) -> list[Segment]:
    x, y, radius = _given(attributes, "cx", "cy", "r")
    return _rounded(x - radius, y - radius, 2 * radius, 2 * radius, radius, radius)


def _ellipse(attributes: Mapping[str, str]) -> list[Segment]:
    x, y, rx, ry = _given(attributes, "cx", "cy", "rx", "ry")
    return _rounded(x - rx, y - ry, 2 * rx, 2 * ry, rx, ry)


def _rectangle(attributes: Mapping[str, str]) -> list[Segment]:
    x, y, width, height = _given(attributes, "x", "y", "width", "height")
    rx = attributes.get("rx", attributes.get("ry", "0"))
    ry = attributes.get("ry", rx)
    return _rounded(x, y, width, height, min(number_of(rx), width / 2), min(number_of(ry), height / 2))


def _rounded(x: float, y: float, width: float, height: float, rx: float, ry: float) -> list[Segment]:
    """Return a rectangle with elliptical corners; with radii of half its sides it is an ellipse."""
    if width <= 0 or height <= 0:
        return []
    right, bottom = x + width, y + height
    if rx <= 0 or ry <= 0:
        corners = (("m", (x, y)), ("l", (right, y)), ("l", (right, bottom)), ("l", (x, bottom)))
        return [*corners, ("h", ())]
    u, v = rx * (1 - ROUND), ry * (1 - ROUND)
    outline: list[Segment] = [
        ("m", (x + rx, y)),
        ("l", (right - rx, y)),
        ("c", (right - u, y, right, y + v, right, y + ry)),
        ("l", (right, bottom - ry)),
        ("c", (right, bottom - v, right - u, bottom, right - rx, bottom)),
        ("l", (x + rx, bottom)),
        ("c", (x + u, bottom, x, bottom - v, x, bottom - ry)),
        ("l", (x, y + ry)),
        ("c", (x, y + v, x + u, y, x + rx, y)),
        ("h", ()),
    ]
    before = [("", ()), *outline]
    return [
        segment
        for segment, last in zip(outline, before, strict=False)
        if segment[0] != "l" or not _still(segment, last)
    ]


def _still(line: Segment, before: Segment) -> bool:
    """Say whether *line* leads nowhere: the sides of an ellipse have no straight part."""
    return all(abs(here - there) < 1e-9 for here, there in zip(line[1], before[1][-2:], strict=True))


SHAPES: dict[str, Callable[[Mapping[str, str]], list[Segment]]] = {
    "path": _path,
    "line": _line,
    "polyline": _polyline,
    "polygon": _polygon,
    "circle": _circle,
    "ellipse": _ellipse,
    "rect": _rectangle,
}
"""Readers of the elements that are painted."""
