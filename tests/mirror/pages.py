"""The samples as pages from the right: English words, so that only their places differ from those of the sheet itself.

What is painted is read back from the file: each marked part with the boxes of its paths and images, as a reader sees
them, in points from the left and from the foot.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest

import factsheet.pipeline
from factsheet.figures.record import record
from factsheet.language.words import EditionWords
from factsheet.pipeline import place, render
from factsheet.read import locate, read_edition
from factsheet.registry import BLOCKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factsheet.model.edition import Edition
    from factsheet.model.placed import Placed, PlacedPage

ROOT = Path(__file__).parents[2]
SHEETS = ("iom-snapshot", "meridian-brief", "meridian-profile")
WIDE, LOOSE = 0.25, 1.0
"""Points that a place may be off; and what depends on the width of a text.

A sign or a stroke alone among words runs with them and is spaced otherwise: "~ about", "2 / 4".
"""

Matrix = tuple[float, float, float, float, float, float]


class FromTheRight(EditionWords):
    """English as if it were written from right to left."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.right_to_left = True


@contextmanager
def from_the_right() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(factsheet.pipeline, "EditionWords", FromTheRight)
        yield


@cache
def edition(sheet: str) -> Edition:
    project, (path, *_) = locate([sheet], ROOT)
    return read_edition(path, project, BLOCKS)


@cache
def pages(sheet: str, *, mirrored: bool, time_axis: str = "reading") -> tuple[PlacedPage, ...]:
    """Placed pages with their pictures drawn."""
    made = replace(edition(sheet), time_axis=time_axis)  # type: ignore[arg-type]
    if not mirrored:
        laid = place(made, "en")
    else:
        with from_the_right():
            laid = place(made, "en")
    assert not laid.problems
    return record(laid.pages, laid.typesetter)


@cache
def file(sheet: str, *, mirrored: bool, time_axis: str = "reading") -> bytes:
    made = replace(edition(sheet), time_axis=time_axis)  # type: ignore[arg-type]
    if not mirrored:
        return render(made, "en")
    with from_the_right():
        return render(made, "en")


@dataclass(frozen=True)
class Area:
    """What a path or an image covers, its width and height never below zero; *turned* if it shows its back."""

    left: float
    foot: float
    right: float
    top: float
    turned: bool
    image: bool = False

    def mirrored(self, width: float) -> Area:
        return replace(self, left=width - self.right, right=width - self.left, turned=not self.turned)

    def like(self, other: Area) -> bool:
        """Whether both cover the same place."""
        level = max(abs(self.foot - other.foot), abs(self.top - other.top))
        return level <= WIDE and max(abs(self.left - other.left), abs(self.right - other.right)) <= LOOSE


Part = tuple[Area, ...]


def is_mirrored(part: Part, other: Part, width: float) -> bool:
    """Whether one part is the mirror image of the other on a page so wide."""
    return len(part) == len(other) and all(a.mirrored(width).like(b) for a, b in zip(part, other, strict=True))


def drawn(node: Placed) -> bool:
    """Whether a node has marks of its own, and so a marked part of the file."""
    return node.drawing is not None and any(not hasattr(item, "line") for item in node.drawing.items)


@cache
def painted(sheet: str, number: int, *, mirrored: bool, time_axis: str = "reading") -> tuple[Part, ...]:
    """The marked parts of a page that hold paths or images, in the order of painting."""
    with pikepdf.open(BytesIO(file(sheet, mirrored=mirrored, time_axis=time_axis))) as pdf:
        return tuple(part for part in _parts(pdf.pages[number]) if part)


def _parts(page: pikepdf.Page) -> Iterator[Part]:
    reader, depth = _Reader(), 0
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        depth += (name in {"BDC", "BMC"}) - (name == "EMC")
        reader.take(name, [float(o) for o in operands if isinstance(o, (int, float)) or _is_number(o)])
        if name == "EMC" and not depth:
            yield tuple(reader.areas)
            reader.areas = []


def _is_number(operand: Any) -> bool:
    try:
        float(operand)
    except (TypeError, ValueError):
        return False
    return True


class _Reader:
    """Follows the matrix; keeps the box of each path that is filled or stroked, and of each image."""

    def __init__(self) -> None:
        self.matrix: Matrix = (1, 0, 0, 1, 0, 0)
        self.saved: list[Matrix] = []
        self.points: list[tuple[float, float]] = []
        self.areas: list[Area] = []

    def take(self, name: str, numbers: list[float]) -> None:
        match name:
            case "q":
                self.saved.append(self.matrix)
            case "Q":
                self.matrix = self.saved.pop()
            case "cm":
                self.matrix = _times(numbers, self.matrix)
            case "re":
                x, y, width, height = numbers
                self._add(x, y, x + width, y, x + width, y + height, x, y + height)
            case "m" | "l" | "c" | "v" | "y":
                self._add(*numbers)
            case "f" | "f*" | "B" | "B*" | "S" | "s" | "b":
                self._close()
            case "n":
                self.points = []
            case "Do":
                self._add(0, 0, 1, 0, 1, 1, 0, 1)
                self._close(image=True)

    def _add(self, *numbers: float) -> None:
        a, b, c, d, e, f = self.matrix
        self.points += [
            (a * x + c * y + e, b * x + d * y + f) for x, y in zip(numbers[::2], numbers[1::2], strict=True)
        ]

    def _close(self, *, image: bool = False) -> None:
        if self.points:
            xs, ys = zip(*self.points, strict=True)
            self.areas.append(Area(min(xs), min(ys), max(xs), max(ys), self.matrix[0] < 0, image))
        self.points = []


def _times(own: list[float], outer: Matrix) -> Matrix:
    a, b, c, d, e, f = own
    g, h, i, j, k, m = outer
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)
