"""Maps for tests: options with the coordinates of data/places.csv, and what a map draws, taken apart."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from stage import ROOT, Stage, brand, words

from factsheet.figures.dot_map import DotMap
from factsheet.model.content import Picture
from factsheet.model.drawing import Group, Shape
from factsheet.model.geometry import Box
from factsheet.model.places import Place
from factsheet.read.pages import rebuilt

if TYPE_CHECKING:
    from collections.abc import Iterable

with (ROOT / "data" / "places.csv").open(encoding="utf-8", newline="") as stream:
    PLACES = {
        row["name"]: Place(row["name"], float(row["latitude"]), float(row["longitude"]))
        for row in csv.DictReader(stream)
    }
PLACES |= {
    "Honolulu": Place("Honolulu", 21.31, -157.86),
    "Longyearbyen": Place("Longyearbyen", 78.22, 15.64),
    "Scott Base": Place("Scott Base", -77.85, 166.76),
}
GROUPS = (
    ("hq", "Headquarters", ["Geneva"]),
    (
        "disc",
        "Regional offices",
        ["Dakar", "Nairobi", "Cairo", "Pretoria", "San José", "Buenos Aires", "Bangkok", "Brussels", "Vienna"],
    ),
    ("square", "Administrative centres", ["Manila", "Panama"]),
    ("triangle", "Liaison offices", ["New York", "Addis Ababa"]),
    (
        "ring",
        "Coordinating offices",
        ["Berlin", "Helsinki", "Tokyo", "Washington, D.C.", "Astana", "Bangkok", "Canberra", "Georgetown", "Rome"],
    ),
    ("diamond", "Data centre", ["Berlin"]),
)
EUROPE = ["Geneva", "Brussels", "Vienna", "Berlin", "Helsinki", "Rome"]
INSET = {"label": "Europe, enlarged", "around": EUROPE}


def world_map(groups: Iterable[tuple[str, str, list[Any]]] = GROUPS, **options: Any) -> DotMap:
    """A map of *groups*: (mark, label, places)."""
    raw = [{"mark": mark, "label": label, "places": places} for mark, label, places in groups]
    block = DotMap.model_validate({"groups": raw, "disclaimer": "No side is taken.", **options})
    return rebuilt(block, "page1.map", lambda value, _: PLACES[value.name] if isinstance(value, Place) else value)


def picture(block: DotMap, sheet: str, **more: Any) -> Picture:
    content = block.compose(words((), **more), brand(sheet))
    return next(item for item in content if isinstance(item, Picture))


@dataclass(frozen=True)
class Drawn:
    """A map as it is drawn at one width."""

    stage: Stage

    @property
    def dots(self) -> tuple[tuple[float, float], ...]:
        ((points, _, _),) = self.stage.discs
        return tuple(points)

    @property
    def signs(self) -> list[Shape]:
        (group,) = self.stage.images
        assert isinstance(group, Group)
        return [item for item in group.items if isinstance(item, Shape)]

    @property
    def outlines(self) -> list[Box]:
        """The frames: of the inset, and on the map."""
        found = []
        for points, _, _ in self.stage.lines:
            if len(points) > 2:
                xs, ys = zip(*points, strict=True)
                found.append(Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)))
        return found

    @property
    def leaders(self) -> list[Any]:
        return [points for points, _, _ in self.stage.lines if len(points) == 2]

    def name(self, text: str) -> Box:
        """The box of a name."""
        found = [box for box in self.stage.boxes() if box[0] == text]
        assert len(found) == 1, f"{text} is set {len(found)} times"
        _, start, end, top, foot = found[0]
        return Box(start, top, end - start, foot - top)


def drawn(block: DotMap, width: float = 511.28, sheet: str = "iom-snapshot", **more: Any) -> Drawn:
    made = picture(block, sheet, **more)
    assert made.tall is not None
    stage = Stage(width, made.tall(width), sheet)
    made.draw(stage)
    return Drawn(stage)
