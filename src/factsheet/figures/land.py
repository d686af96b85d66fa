"""Where there is land: a table of half degrees, its source in its head, read from beside this module."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from importlib.resources import files

from .projection import stretch, turned

CELL, NORTH, SOUTH = 0.5, 73.0, -56.0
"""Degrees a cell, and the parallels at which the table ends: Antarctica and the high Arctic are left out."""

WIDE = 5
"""Cells of a run of land that a dot cannot miss; what is smaller does not decide where the map stands."""

Runs = tuple[tuple[int, int], ...]


@cache
def rows() -> tuple[Runs, ...]:
    """Return, from north to south, the runs of cells that are land: first cell and the one after the last."""
    text = files(__package__).joinpath("land.csv").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return tuple(tuple(_run(run) for run in line.partition(",")[2].split()) for line in lines)


def _run(text: str) -> tuple[int, int]:
    start, _, length = text.partition("+")
    return int(start), int(start) + int(length)


def is_land(longitude: float, latitude: float) -> bool:
    """Say whether a point is land; north and south of the table nothing is."""
    if not SOUTH < latitude < NORTH:
        return False
    runs = rows()[int((NORTH - latitude) / CELL)]
    cell = int((longitude + 180) % 360 / CELL)
    before = bisect_right(runs, (cell, 720)) - 1
    return before >= 0 and cell < runs[before][1]


@cache
def extent(meridian: float) -> tuple[float, float]:
    """Return where continents begin and end west and east of the central *meridian*, in radii of the globe."""
    edges = []
    for index, runs in enumerate(rows()):
        width = stretch(NORTH - (index + 0.5) * CELL)
        for cell in (cell for start, end in runs if end - start >= WIDE for cell in (start, end - 1)):
            edges.append(turned((cell + 0.5) * CELL - 180, meridian) * width)
    return min(edges), max(edges)
