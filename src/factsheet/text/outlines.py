"""Glyphs as paths in PDF's operators."""

from __future__ import annotations

from typing import Any

import uharfbuzz as hb


class _Pen:
    """Takes down what HarfBuzz draws."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.at = (0.0, 0.0)

    def add(self, operator: str, *points: tuple[float, float]) -> None:
        self.parts += [f"{value:.6g}" for point in points for value in point]
        self.parts.append(operator)
        if points:
            self.at = points[-1]

    def quadratic(self, control: tuple[float, float], end: tuple[float, float]) -> None:
        """Add a quadratic curve as the cubic one that it is."""
        first, second = (_between(point, control, 2 / 3) for point in (self.at, end))
        self.add("c", first, second, end)


def _between(start: tuple[float, float], end: tuple[float, float], share: float) -> tuple[float, float]:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _functions() -> Any:
    functions = hb.DrawFuncs()
    functions.set_move_to_func(lambda x, y, pen: pen.add("m", (x, y)))
    functions.set_line_to_func(lambda x, y, pen: pen.add("l", (x, y)))
    functions.set_quadratic_to_func(lambda a, b, x, y, pen: pen.quadratic((a, b), (x, y)))
    functions.set_cubic_to_func(lambda a, b, c, d, x, y, pen: pen.add("c", (a, b), (c, d), (x, y)))
    functions.set_close_path_func(lambda pen: pen.add("h"))
    return functions


def outline(font: Any, glyph: int) -> str:
    """Return the path of *glyph* of a HarfBuzz font, in font units; empty where it shows nothing."""
    pen = _Pen()
    font.draw_glyph(glyph, _functions(), pen)
    return " ".join(pen.parts)
