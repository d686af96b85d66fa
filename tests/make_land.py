"""Make src/factsheet/figures/land.csv again from Natural Earth's land; run by hand, never by a test.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python tests/make_land.py package/land-50m.json

The table says for each half degree of latitude which half degrees of longitude are land: enough for maps up to three
times as large as a page is wide, and a fortieth of the outlines.
"""

from __future__ import annotations

import hashlib
import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

SOURCE = "Natural Earth 1:50m, land (public domain)"
PACKAGE = "npm world-atlas 2.0.2 (ISC), land-50m.json"
SHA256 = "619477ff690c086885e45cb91707d783805561bd75ae8e437b7d4694b0204e0f"
TARGET = Path(__file__).parents[1] / "src" / "factsheet" / "figures" / "land.csv"

CELL = 0.5
NORTH, SOUTH = 73.0, -56.0
COLUMNS = round(360 / CELL)

Point = tuple[float, float]


def rings(topology: dict[str, Any]) -> list[list[Point]]:
    """Return the rings of all polygons, outer ones and holes alike, in degrees (TopoJSON, 2.1.3 and 2.1.4)."""
    (scale_x, scale_y), (from_x, from_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs: list[list[Point]] = []
    for deltas in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in deltas:
            x, y = x + dx, y + dy
            arc.append((x * scale_x + from_x, y * scale_y + from_y))
        arcs.append(arc)
    found = []
    for polygon in (polygon for shape in topology["objects"]["land"]["geometries"] for polygon in shape["arcs"]):
        for indices in polygon:
            ring: list[Point] = []
            for index in indices:
                arc = arcs[index] if index >= 0 else arcs[~index][::-1]
                ring += arc[1:] if ring else arc
            found.append(ring)
    return found


def unwrapped(ring: list[Point]) -> list[Point]:
    """Return *ring* without its leaps across the antimeridian: else a line round the globe would fill the seas."""
    out = [ring[0]]
    for longitude, latitude in ring[1:]:
        leap = round((longitude - out[-1][0]) / 360)
        out.append((longitude - 360 * leap, latitude))
    return out


def row(found: list[list[Point]], latitude: float) -> list[bool]:
    """Return for each cell along a parallel whether it is land: an odd number of outlines lies before it."""
    cells = [False] * COLUMNS
    for ring in found:
        crossings = sorted(
            x0 + (latitude - y0) / (y1 - y0) * (x1 - x0)
            for (x0, y0), (x1, y1) in pairwise(ring)
            if (y0 > latitude) != (y1 > latitude)
        )
        for west, east in zip(crossings[::2], crossings[1::2], strict=True):
            for cell in range(round((west + 180) / CELL), round((east + 180) / CELL)):
                cells[cell % COLUMNS] ^= True
    return cells


def runs(cells: list[bool]) -> str:
    """Return ``start+length`` of each run of land."""
    edges = [i for i, (a, b) in enumerate(pairwise([False, *cells, False])) if a != b]
    return " ".join(f"{start}+{end - start}" for start, end in zip(edges[::2], edges[1::2], strict=True))


def main(path: Path) -> None:
    """Write the table."""
    data = path.read_bytes()
    if (found := hashlib.sha256(data).hexdigest()) != SHA256:
        sys.exit(f"{path} is not the file that the table was made from: SHA-256 {found}")
    outlines = [unwrapped(ring) for ring in rings(json.loads(data))]
    lines = [
        f"# Land by cells of {CELL} degrees: the latitude of a row's middle, then start+length of each run of cells,",
        "# counted eastwards from 180 W. Made by tests/make_land.py, not by hand.",
        f"# Source: {SOURCE}, as in {PACKAGE},",
        f"# SHA-256 {SHA256}",
    ]
    for index in range(round((NORTH - SOUTH) / CELL)):
        latitude = NORTH - CELL / 2 - index * CELL
        lines.append(f"{latitude:g},{runs(row(outlines, latitude))}")
    TARGET.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
