"""Names of places beside their signs: never on another name, a sign or an edge, and never lost."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import atan2, hypot
from typing import TYPE_CHECKING, Literal

from ..model.geometry import Box
from .dot_map_lines import cross, touches
from .dot_map_spots import away, beside, forced

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .dot_map_spots import Name, Room, Spot

SIGN_CLEAR, NAME_CLEAR = 1.0, 2.0
HEAP = 60.0  # points round a sign: its neighbours there say which way is out
NEAR_OTHER, BESIDE_OTHER = 3.5, 0.8
"""Points from another sign within which a name might be taken for that sign's, and what standing there costs."""

ROUNDS, TRIES = 4, 6

Crossing = Literal["nothing", "signs", "lines"]
CROSSINGS: tuple[Crossing, ...] = ("nothing", "signs", "lines")
"""What a leader may cross: nothing, signs too, lines of other leaders too. It never crosses a name."""


def arrange(names: Sequence[Name], room: Room) -> tuple[Spot, ...]:
    """Return a spot for each name: the cheapest of a few orders of placing them, each then bettered one by one."""
    board = _Board(tuple(names), room)
    free = [len(list(board.clear(index, beside(name, room)))) for index, name in enumerate(names)]
    indices = range(len(names))
    orders = [
        sorted(indices, key=lambda i: (free[i], i)),
        sorted(indices, key=lambda i: (names[i].x, i)),
        sorted(indices, key=lambda i: (-names[i].y, i)),
    ]
    best = min((board.placed(order) for order in orders), key=_cost)
    early: list[int] = []
    for _ in range(TRIES):
        lost = [index for index in indices if best[index].lost and index not in early]
        if not lost:
            break
        early = [*lost, *early]
        best = min(best, board.placed([index for index in orders[0] if index not in early], early), key=_cost)
    return best


def _cost(spots: Sequence[Spot]) -> float:
    return sum(spot.cost for spot in spots)


@dataclass(slots=True)
class _Board:
    names: tuple[Name, ...]
    room: Room
    taken: dict[int, Spot] = field(default_factory=dict)
    signs: tuple[Box, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.signs = tuple(Box(n.x - n.reach, n.y - n.reach, 2 * n.reach, 2 * n.reach) for n in self.names)

    def placed(self, order: Sequence[int], early: Sequence[int] = ()) -> tuple[Spot, ...]:
        """Place the names in *order*, beside their signs where that can be; then lead to the others.

        Those that found no room before are led to *early*, and the others make room.
        """
        self.taken = {}
        for index in early:
            self.taken[index] = self._led(index)
        for _ in range(ROUNDS):
            before = dict(self.taken)
            for index in order:
                self._set_beside(index)
            if self.taken == before:
                break
        for index in order:
            if index not in self.taken:
                self.taken[index] = self._led(index)
        return tuple(self.taken[index] for index in range(len(self.names)))

    def _set_beside(self, index: int) -> None:
        self.taken.pop(index, None)
        spots = self.clear(index, beside(self.names[index], self.room))
        best = min((self._weighed(index, spot) for spot in spots), key=lambda spot: spot.cost, default=None)
        if best is not None:
            self.taken[index] = best

    def clear(self, index: int, spots: Iterator[Spot], crossing: Crossing = "nothing") -> Iterator[Spot]:
        """Yield those of *spots* at which name *index* covers nothing, and its leader crosses no more than it may."""
        signs = [sign for other, sign in enumerate(self.signs) if other != index]
        others = list(self.taken.values())
        lines = [other.leader for other in others if other.leader and crossing != "lines"]
        walls = [*self.room.walls, *(other.box for other in others), *(signs if crossing == "nothing" else ())]
        for spot in spots:
            if self.room.holds(spot.box) and _free(spot.box, signs, others):
                leader = spot.leader
                if leader is None or not (
                    any(cross(leader, line) for line in lines) or any(touches(leader, wall) for wall in walls)
                ):
                    yield spot

    def _weighed(self, index: int, spot: Spot) -> Spot:
        """Return *spot* at the cost of standing beside other signs, too."""
        near = sum(spot.box.meets(sign, -NEAR_OTHER) for other, sign in enumerate(self.signs) if other != index)
        return replace(spot, cost=spot.cost + BESIDE_OTHER * near)

    def _led(self, index: int) -> Spot:
        """Return a spot with a leader; in a heap it crosses signs, and lines if it must."""
        name = self.names[index]
        outwards = self._outwards(name)
        for crossing in CROSSINGS:
            if (spot := next(self.clear(index, away(name, outwards), crossing), None)) is not None:
                return spot
        return forced(name, self.room)

    def _outwards(self, name: Name) -> float:
        """Return the direction away from the neighbours of a sign, counted up from the right."""
        near = [other for other in self.names if hypot(other.x - name.x, other.y - name.y) < HEAP]
        across = name.x - sum(other.x for other in near) / len(near)
        up = sum(other.y for other in near) / len(near) - name.y
        return atan2(up, across) if across or up else 0.0


def _free(box: Box, signs: Sequence[Box], others: Sequence[Spot]) -> bool:
    if any(box.meets(sign, -SIGN_CLEAR) for sign in signs):
        return False
    return not any(box.meets(other.box, -NAME_CLEAR) or touches(other.leader, box) for other in others)
