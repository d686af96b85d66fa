"""A surface that keeps labels and marks and measures with a brand's own faces; facts and words to draw from."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from factsheet.figures.labels import LabelSurface
from factsheet.figures.rooms import set_labels
from factsheet.figures.tiles import Tiles
from factsheet.language.words import EditionWords
from factsheet.model.brand import Brand
from factsheet.model.content import Picture
from factsheet.model.facts import Date, Fact, Point
from factsheet.read import locate, read_edition
from factsheet.registry import BLOCKS
from factsheet.text.typesetter import Typesetter

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factsheet.options import Block

ROOT = Path(__file__).parents[2]
BRANDS = ("iom-snapshot", "meridian-brief")
WIDTHS = {3: 118.82, 5: 206.04, 6: 249.64, 7: 293.25, 12: 511.28}
"""Points of so many columns of an A4 page."""

PITCH = 43.607
OVER, UNDER, TOUCH = 0.70, 0.16, 0.5
LONG = "People who came by one of the longer roads in these parts ab"


@lru_cache
def brand(sheet: str) -> Brand:
    project, paths = locate([sheet], ROOT)
    return read_edition(paths[0], project, BLOCKS).brand


@lru_cache
def typesetter(sheet: str) -> Typesetter:
    return Typesetter(brand(sheet).faces, brand(sheet).scale, "en")


def fact(name: str, *points: Any, first: int = 2010, step: int = 1, **more: Any) -> Fact:
    """A fact of values a year, None for one that is not published; or of ready points."""
    made = tuple(p if isinstance(p, Point) else point(first + i * step, p) for i, p in enumerate(points))
    known = {"label": name.replace("_", " ").capitalize(), "unit": "person"} | more
    return Fact(name, points=made, **known)


def point(year: int | Date, value: float | str | None, **more: Any) -> Point:
    at = year if isinstance(year, Date) else Date(year)
    return Point(at, None if value is None else Decimal(str(value)), "s", **more)


def words(facts: Iterable[Fact], *, right_to_left: bool = False) -> EditionWords:
    edition = SimpleNamespace(
        facts={one.id: one for one in facts}, brand=Brand("House", {}, {}, {}), position=lambda where: None
    )
    made = EditionWords(edition, "en")  # type: ignore[arg-type]
    made.right_to_left = right_to_left
    return made


@dataclass
class Stage(LabelSurface):
    """Keeps what is drawn; y runs down, as figures draw."""

    width: float
    height: float
    sheet: str = BRANDS[0]
    pitch: float = PITCH
    shared: float | None = None
    against: bool = False
    rectangles: list[tuple[float, float, float, float, str, str | None]] = field(default_factory=list)
    lines: list[tuple[Any, str, float]] = field(default_factory=list)
    discs: list[tuple[Any, float, str]] = field(default_factory=list)
    stamps: list[tuple[Any, float, str]] = field(default_factory=list)
    areas: list[tuple[Any, str]] = field(default_factory=list)
    wedges: list[tuple[float, float, float, float, float, float, str, float]] = field(default_factory=list)
    cells: list[tuple[Any, float, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        sizes = (self.width, self.height, typesetter(self.sheet), self.pitch, self.shared)
        super().__init__(*sizes, against=self.against)

    def rectangle(self, x: float, y: float, width: float, height: float, fill: str, *, edge: str | None = None) -> None:
        self.rectangles.append((x, y, width, height, fill, edge))

    def line(self, points: tuple[tuple[float, float], ...], colour: str, width: float) -> None:
        self.lines.append((points, colour, width))

    def dots(
        self,
        points: tuple[tuple[float, float], ...],
        radius: float,
        fill: str,
        *,
        edge: str | None = None,
        edge_width: float = 0.0,
    ) -> None:
        self.discs.append((points, radius, fill))

    def stamp(
        self, glyph: str, points: tuple[tuple[float, float], ...], height: float, fill: str, *, share: float = 1.0
    ) -> None:
        self.stamps.append((points, height, fill))

    def area(self, points: tuple[tuple[float, float], ...], fill: str) -> None:
        self.areas.append((points, fill))

    def wedge(
        self, x: float, y: float, radius: float, hole: float, start: float, share: float, fill: str, *, gap: float = 0.0
    ) -> None:
        self.wedges.append((x, y, radius, hole, start, share, fill, gap))

    def squares(self, points: tuple[tuple[float, float], ...], side: float, fill: str) -> None:
        self.cells.append((points, side, fill))

    @property
    def texts(self) -> list[str]:
        return [label.text for label in self.labels]

    def boxes(self) -> list[tuple[str, float, float, float, float]]:
        """Text, start, end, top and foot of each label as the checks of pages see it."""
        found = []
        for label in set_labels(self.labels, typesetter(self.sheet)):
            size = max((run.size for run in label.line.runs), default=0.0)
            shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor] * label.line.width
            x, y = label.x - shift, self.height - label.y
            text = label.line.text.strip()
            found.append((text, x, x + label.line.width, y - OVER * size, y + UNDER * size))
        return found

    def too_wide(self) -> list[str]:
        """Labels that no rung of the ladder brings into their room: each is a located problem of the page."""
        labels = set_labels(self.labels, typesetter(self.sheet))
        return [o.line.text.strip() for o in labels if o.room is not None and o.line.width > o.room + 0.01]

    def faults(self) -> list[str]:
        """What no figure may do: labels on each other, ink outside the block."""
        boxes, said = self.boxes(), []
        for i, (text, start, end, top, foot) in enumerate(boxes):
            if start < -3.1 or end > self.width + 3.1 or top < -1.5 or foot > self.height + 1.5:
                said.append(f"{text!r} stands outside: {start:.1f} to {end:.1f}, {top:.1f} to {foot:.1f}")
            for other, start2, end2, top2, foot2 in boxes[i + 1 :]:
                if min(end, end2) - max(start, start2) > TOUCH and min(foot, foot2) - max(top, top2) > TOUCH:
                    said.append(f"{text!r} meets {other!r}")
        for x, y, width, height, fill, _ in self.rectangles:
            if width < 0 or height < 0 or min(x, y) < -0.01 or x + width > self.width + 0.01:
                said.append(f"a bar of {fill} is {width:.1f} by {height:.1f} at {x:.1f}, {y:.1f}")
            if y + height > self.height + 0.01:
                said.append(f"a bar of {fill} ends at {y + height:.1f} of {self.height:.1f}")
        return said


def picture(block: Block, facts: Iterable[Fact], sheet: str = BRANDS[0], **more: Any) -> Picture:
    content = block.compose(words(facts, **more), brand(sheet))
    return next(item for item in content if isinstance(item, Picture))


def drawn(
    block: Block,
    facts: Iterable[Fact],
    width: float = 249.64,
    sheet: str = BRANDS[0],
    *,
    taller: float = 0.0,
    against: bool = False,
) -> Stage:
    """The picture of *block* as it is drawn at *width*, at its natural height."""
    made = picture(block, facts, sheet)
    height = made.tall(width) if made.tall is not None else made.height
    stage = Stage(width, height + taller, sheet, against=against)
    made.draw(stage)
    return stage


def build(kind: type[Block], options: Mapping[str, Any]) -> Block:
    """A block with *options*, title and measure filled in where it has them."""
    filled = {name: "Words" for name in ("title", "measure") if name in kind.model_fields}
    return kind.model_validate({**filled, **options})


def row(*items: Any) -> Tiles:
    """A row of tiles as an author writes it."""
    return Tiles.model_validate({"items": items})
