"""Where a name may stand: round its sign, or farther away at the end of a leader."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin
from typing import TYPE_CHECKING

from ..model.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from .dot_map_lines import Line

SIZE = 7.75
OVER, UNDER, CAP = 0.70 * SIZE, 0.16 * SIZE, 0.66 * SIZE  # ink over and under the baseline, height of capitals
GAP = 2.6
ON_LAND = 0.9
"""Cost of a name that stands on land, whose dots have to give way: over the sea the coasts stay whole."""

LED, LOST = 4.0, 1000.0  # costs of a name at the end of a leader, and of one that covers something
NEAREST, FARTHEST, FARTHER, DIRECTIONS = 9.0, 150.0, 4.0, 16


@dataclass(frozen=True, slots=True)
class Name:
    """A name and the sign that it belongs to: the sign's middle, and how far that reaches."""

    text: str
    x: float
    y: float
    reach: float
    width: float
    loud: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a name stands: the start of its baseline, the box of its ink, and the line that leads to it, if any."""

    x: float
    y: float
    box: Box
    cost: float
    leader: Line | None = None

    @property
    def lost(self) -> bool:
        """Whether no free place was found."""
        return self.cost >= LOST


@dataclass(frozen=True, slots=True)
class Room:
    """What names must keep clear of: the edges of *frame*, and *walls*. *land* is the share of a box that is land."""

    frame: Box
    walls: Sequence[Box]
    land: Callable[[Box], float]

    def holds(self, box: Box) -> bool:
        """Say whether *box* lies inside the frame and on no wall."""
        frame = self.frame
        inside = box.x >= frame.x and box.end <= frame.end and box.y >= frame.y and box.bottom <= frame.bottom
        return inside and not any(box.meets(wall) for wall in self.walls)


def _spot(x: float, y: float, width: float, cost: float, leader: Line | None = None) -> Spot:
    return Spot(x, y, Box(x, y - OVER, width, OVER + UNDER), cost, leader)


def beside(name: Name, room: Room) -> Iterator[Spot]:
    """Yield the eight spots round a sign: after it, before it, under and over it, at its corners."""
    after, before, middle = name.x + name.reach + GAP, name.x - name.reach - GAP - name.width, name.x - name.width / 2
    lean = 0.2 * name.reach
    rise, drop = name.y - 0.55 * name.reach, name.y + 0.55 * name.reach + CAP
    for x, y, cost in (
        (after, name.y + CAP / 2, 0.0),
        (before, name.y + CAP / 2, 0.6),
        (after - lean, rise, 0.5),
        (after - lean, drop, 0.5),
        (middle, name.y + name.reach + GAP + CAP, 0.8),
        (middle, name.y - name.reach - GAP, 0.9),
        (before + lean, rise, 1.0),
        (before + lean, drop, 1.0),
    ):
        covered = room.land(Box(x, y - OVER, name.width, OVER + UNDER))
        yield _spot(x, y, name.width, cost + ON_LAND * covered)


def away(name: Name, outwards: float) -> Iterator[Spot]:
    """Yield spots farther and farther away, each with its leader; at each distance those *outwards* first."""
    turns = sorted((turn * 2 * pi / DIRECTIONS for turn in range(DIRECTIONS)), key=lambda turn: abs(turn - pi))
    distance = NEAREST
    while distance <= FARTHEST:
        for turn in reversed(turns):
            across, up = cos(outwards + turn), sin(outwards + turn)
            x, y = name.x + across * (name.reach + distance), name.y - up * (name.reach + distance)
            level = abs(across) > 0.3
            start = x - name.width / 2 if not level else x + 1 if across > 0 else x - 1 - name.width
            base = y + CAP / 2 if level else y - GAP if up > 0 else y + CAP + GAP
            leader = ((name.x + across * name.reach, name.y - up * name.reach), (x, y))
            yield _spot(start, base, name.width, LED + distance / 10, leader)
        distance += FARTHER


def forced(name: Name, room: Room) -> Spot:
    """Return a spot inside the frame although something stands there: the checks of placed pages then say so."""
    frame = room.frame
    x = max(frame.x, min(name.x + name.reach + GAP, frame.end - name.width))
    y = max(frame.y + OVER, min(name.y + CAP / 2, frame.bottom - UNDER))
    return _spot(x, y, name.width, LOST)
