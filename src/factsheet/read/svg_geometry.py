"""Numbers, transformations and paths of SVG 2 (chapters 8 and 9)."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
LARGEST = 1e6

_SEPARATOR = re.compile(r"[\s,]*")
_TRANSFORM = re.compile(r"[\s,]*([a-zA-Z]+)\s*\(([^()]*)\)[\s,]*")


class SvgError(Exception):
    """Something in an SVG file that is not painted."""

    def __init__(self, rule: str, message: str, remedy: str) -> None:
        """Keep the rule and what to do."""
        super().__init__(message)
        self.rule, self.remedy = rule, remedy


def number_of(text: str) -> float:
    """Read one number, user units (``px``) allowed.

    Raises:
        SvgError: it is none, or too large to be meant.
    """
    found = NUMBER.fullmatch(text.strip().removesuffix("px"))
    if found is None or not abs(value := float(found[0])) <= LARGEST:
        raise SvgError("svg-path", f"'{text[:20]}' is no number that can be drawn", "write plain numbers")
    return value


def numbers_of(text: str) -> list[float]:
    """Read numbers that blanks, commas or signs part."""
    values, at = [], _skip(text, 0)
    while at < len(text):
        found = NUMBER.match(text, at)
        if found is None:
            raise SvgError("svg-path", f"'{text[at : at + 20]}' is no number", "write plain numbers")
        values.append(number_of(found[0]))
        at = _skip(text, found.end())
    return values


def _skip(text: str, at: int) -> int:
    found = _SEPARATOR.match(text, at)
    return at if found is None else found.end()


@dataclass(frozen=True, slots=True)
class Matrix:
    """``x' = a x + c y + e``, ``y' = b x + d y + f`` (SVG 2, 8.4)."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def __matmul__(self, other: Matrix) -> Matrix:
        """Return the transformation that applies *other* first."""
        return Matrix(
            self.a * other.a + self.c * other.b,
            self.b * other.a + self.d * other.b,
            self.a * other.c + self.c * other.d,
            self.b * other.c + self.d * other.d,
            self.a * other.e + self.c * other.f + self.e,
            self.b * other.e + self.d * other.f + self.f,
        )

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point goes."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    @property
    def scale(self) -> float:
        """By how much lengths grow."""
        return math.sqrt(abs(self.a * self.d - self.b * self.c))

    @property
    def even(self) -> bool:
        """Whether circles stay circles, so that a stroke keeps one width."""
        first, second = math.hypot(self.a, self.b), math.hypot(self.c, self.d)
        across = abs(self.a * self.c + self.b * self.d)
        return abs(first - second) <= 1e-6 * max(first, 1.0) and across <= 1e-6 * max(first * second, 1.0)


IDENTITY = Matrix(1, 0, 0, 1, 0, 0)


def matrix_of(text: str) -> Matrix:
    """Read a ``transform`` attribute.

    Raises:
        SvgError: it is no list of transformations.
    """
    matrix, at = IDENTITY, 0
    while at < len(text):
        found = _TRANSFORM.match(text, at)
        one = None if found is None else _one(found[1], numbers_of(found[2]))
        if found is None or one is None:
            raise SvgError("svg-unsupported", f"'{text[at : at + 20]}' is no transformation", "flatten the drawing")
        matrix, at = matrix @ one, found.end()
    return matrix


def _one(name: str, values: list[float]) -> Matrix | None:
    match name, values:
        case "matrix", [a, b, c, d, e, f]:
            return Matrix(a, b, c, d, e, f)
        case "translate", [x, *rest] if len(rest) < 2:
            return Matrix(1, 0, 0, 1, x, rest[0] if rest else 0)
        case "scale", [x, *rest] if len(rest) < 2:
            return Matrix(x, 0, 0, rest[0] if rest else x, 0, 0)
        case "rotate", [angle]:
            return _rotation(angle)
        case "rotate", [angle, x, y]:
            return Matrix(1, 0, 0, 1, x, y) @ _rotation(angle) @ Matrix(1, 0, 0, 1, -x, -y)
        case "skewX", [angle]:
            return Matrix(1, 0, math.tan(math.radians(angle)), 1, 0, 0)
        case "skewY", [angle]:
            return Matrix(1, math.tan(math.radians(angle)), 0, 1, 0, 0)
    return None


def _rotation(angle: float) -> Matrix:
    turn = math.radians(angle)
    return Matrix(math.cos(turn), math.sin(turn), -math.sin(turn), math.cos(turn), 0, 0)
