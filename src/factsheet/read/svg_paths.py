"""Path data of SVG 2 (9.3) as absolute lines and cubic Béziers."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .svg_geometry import NUMBER, SvgError, number_of

if TYPE_CHECKING:
    from collections.abc import Iterator

Segment = tuple[str, tuple[float, ...]]
"""An operator of PDF (``m``, ``l``, ``c``, ``h``) and its absolute coordinates."""

_COMMAND = re.compile(r"[\s,]*([MmZzLlHhVvCcSsQqTtAa])")
_SEPARATOR = re.compile(r"[\s,]*")
_FLAG = re.compile(r"[01]")
_NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_FLAGS = {3, 4}  # of an arc: one digit each, nothing need part them


def segments(data: str) -> list[Segment]:
    """Return path data as segments.

    Raises:
        SvgError: it does not follow the grammar.
    """
    pen = _Pen()
    for command, values in _commands(data):
        pen.draw(command, values)
    return pen.drawn


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each command with the numbers of one repetition; what follows a moveto is linetos."""
    at, end = 0, len(data.rstrip(" \t\n,"))
    while at < end:
        found = _COMMAND.match(data, at)
        if found is None:
            raise SvgError("svg-path", f"'{data[at : at + 20].strip()}' is no path command", "export the drawing anew")
        command, at = found[1], found.end()
        count, first = _NUMBERS[command.upper()], True
        while first or (count and _more(data, at)):
            values = []
            for index in range(count):
                value, at = _value(data, at, flag=command in "Aa" and index in _FLAGS)
                values.append(value)
            yield command, values
            command, first = {"M": "L", "m": "l"}.get(command, command), False


def _more(data: str, at: int) -> bool:
    return NUMBER.match(data, _skip(data, at)) is not None


def _skip(data: str, at: int) -> int:
    found = _SEPARATOR.match(data, at)
    return at if found is None else found.end()


def _value(data: str, at: int, *, flag: bool) -> tuple[float, int]:
    found = (_FLAG if flag else NUMBER).match(data, _skip(data, at))
    if found is None:
        message = f"a number is missing before '{data[at : at + 20].strip()}'"
        raise SvgError("svg-path", message, "export the drawing anew")
    return number_of(found[0]), found.end()


@dataclass(slots=True)
class _Pen:
    """Where drawing stands: the point, the start of the subpath, the control point that a smooth curve reflects."""

    x: float = 0.0
    y: float = 0.0
    start: tuple[float, float] = (0.0, 0.0)
    control: tuple[str, float, float] = ("", 0.0, 0.0)
    drawn: list[Segment] = field(default_factory=list)

    def draw(self, command: str, values: list[float]) -> None:
        """Add one command."""
        kind = command.upper()
        if not self.drawn and kind != "M":
            raise SvgError("svg-path", "a path begins with a moveto", "export the drawing anew")
        if command.islower():
            values = self._absolute(kind, values)
        if self.drawn and self.drawn[-1][0] == "h" and kind not in "MZ":
            self.drawn.append(("m", self.start))  # a new subpath begins where the closed one did
        control, self.control = self.control, ("", 0.0, 0.0)
        match kind:
            case "Z":
                self.drawn.append(("h", ()))
                self.x, self.y = self.start
            case "M":
                self.start = (values[0], values[1])
                self._to("m", *values)
            case "H":
                self._to("l", values[0], self.y)
            case "V":
                self._to("l", self.x, values[0])
            case "L":
                self._to("l", *values)
            case "C":
                self._curve(*values)
            case "S":
                self._curve(*self._reflected(control, "C"), *values)
            case "Q":
                self._quadratic(*values)
            case "T":
                self._quadratic(*self._reflected(control, "Q"), *values)
            case "A":
                self._arc(*values)

    def _absolute(self, kind: str, values: list[float]) -> list[float]:
        if kind == "H":
            return [values[0] + self.x]
        if kind == "V":
            return [values[0] + self.y]
        if kind == "A":
            return [*values[:5], values[5] + self.x, values[6] + self.y]
        return [value + (self.y if index % 2 else self.x) for index, value in enumerate(values)]

    def _to(self, operator: str, *values: float) -> None:
        self.drawn.append((operator, values))
        self.x, self.y = values[-2:]

    def _reflected(self, control: tuple[str, float, float], kind: str) -> tuple[float, float]:
        if control[0] != kind:
            return self.x, self.y
        return 2 * self.x - control[1], 2 * self.y - control[2]

    def _curve(self, x1: float, y1: float, x2: float, y2: float, x: float, y: float) -> None:
        self._to("c", x1, y1, x2, y2, x, y)
        self.control = ("C", x2, y2)

    def _quadratic(self, x1: float, y1: float, x: float, y: float) -> None:
        """A quadratic is a cubic whose control points lie two thirds of the way to its own."""
        near = (self.x + 2 * (x1 - self.x) / 3, self.y + 2 * (y1 - self.y) / 3)
        far = (x + 2 * (x1 - x) / 3, y + 2 * (y1 - y) / 3)
        self._to("c", *near, *far, x, y)
        self.control = ("Q", x1, y1)

    def _arc(self, rx: float, ry: float, turn: float, large: float, sweep: float, x: float, y: float) -> None:
        if (x, y) == (self.x, self.y):
            return
        rx, ry = abs(rx), abs(ry)
        if not rx or not ry:
            self._to("l", x, y)
            return
        for curve in arc((self.x, self.y), (x, y), (rx, ry), math.radians(turn), large=bool(large), sweep=bool(sweep)):
            self._to("c", *curve)
        self.x, self.y = x, y


def arc(
    start: tuple[float, float],
    end: tuple[float, float],
    radii: tuple[float, float],
    turn: float,
    *,
    large: bool,
    sweep: bool,
) -> Iterator[tuple[float, ...]]:
    """Yield cubic Béziers for an elliptical arc, at most a quarter turn each (SVG 2, appendix B.2.4)."""
    cosine, sine = math.cos(turn), math.sin(turn)
    half_x, half_y = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cosine * half_x + sine * half_y, cosine * half_y - sine * half_x
    rx, ry = radii
    too_small = (x / rx) ** 2 + (y / ry) ** 2
    if too_small > 1:
        rx, ry = rx * math.sqrt(too_small), ry * math.sqrt(too_small)
    across = (rx * y) ** 2 + (ry * x) ** 2
    root = math.sqrt(max(0.0, ((rx * ry) ** 2 - across) / across)) * (-1 if large == sweep else 1)
    centre_x, centre_y = root * rx * y / ry, -root * ry * x / rx
    first = math.atan2((y - centre_y) / ry, (x - centre_x) / rx)
    extent = math.atan2((-y - centre_y) / ry, (-x - centre_x) / rx) - first
    extent += 2 * math.pi if sweep and extent < 0 else -2 * math.pi if not sweep and extent > 0 else 0
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    origin = (cosine * centre_x - sine * centre_y + middle[0], sine * centre_x + cosine * centre_y + middle[1])

    def placed(u: float, v: float) -> tuple[float, float]:
        return origin[0] + cosine * rx * u - sine * ry * v, origin[1] + sine * rx * u + cosine * ry * v

    parts = max(1, math.ceil(abs(extent) / (math.pi / 2) - 1e-9))
    step = extent / parts
    reach = 4 / 3 * math.tan(step / 4)
    for index in range(parts):
        a, b = first + index * step, first + (index + 1) * step
        leaving = placed(math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a))
        arriving = placed(math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b))
        yield (*leaving, *arriving, *(end if index == parts - 1 else placed(math.cos(b), math.sin(b))))
