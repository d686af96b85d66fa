"""Labels at the reading end of series: each on a level with its mark, pushed apart where they would meet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .numerals import Numeral, set_inline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model.content import Surface

NAME, NAME_SIZE = "body_small", 8.5
GAP = 4.0
CAP = 0.7  # of a size, from the baseline to the top of capitals and digits
LINE, NEXT = 11.0, 10.0
"""Height of a line, and what each further one adds."""

CLEAR = 2.4
MOST_LINES = 2


@dataclass(frozen=True, slots=True)
class End:
    """What stands at the end of one series: its value if it is said there, its name, a colour that text may have."""

    numeral: Numeral | None
    name: str
    colour: str
    y: float  # the level of its mark
    short: str  # of its name, or empty

    @property
    def before(self) -> float:
        """What stands before the name on its line."""
        return self.numeral.inline + GAP if self.numeral else 0.0

    def one_line(self, surface: Surface) -> float:
        """Return the width of value and name side by side."""
        return self.before + surface.measure(self.name, NAME)

    def lines(self, surface: Surface, room: float) -> tuple[str, ...]:
        """Return the name in the lines that *room* makes of it, or in one if these were too many."""
        lines = surface.wrap(self.name, NAME, room) if room > 0 else ()
        return lines if 0 < len(lines) <= MOST_LINES else (self.name,)

    def stacked(self, surface: Surface, room: float) -> float:
        """Return the width of value over name in *room*."""
        widths = (surface.measure(line, NAME) for line in self.lines(surface, room))
        return max(self.numeral.inline if self.numeral else 0.0, *widths)


def shortened(surface: Surface, ends: Sequence[End], most: float) -> tuple[End, ...]:
    """Return *ends* with the short forms of their names where the full ones do not stand beside their values."""
    if all(end.one_line(surface) <= most for end in ends):
        return tuple(ends)
    return tuple(replace(end, name=end.short or end.name) for end in ends)


def room_for(surface: Surface, ends: Sequence[End], most: float) -> float:
    """Return the width that *ends* need: on one line each if that is within *most*, else value over name."""
    one = max((end.one_line(surface) for end in ends), default=0.0)
    return one if one <= most else max((end.stacked(surface, most) for end in ends), default=0.0)


def set_ends(surface: Surface, ends: Sequence[End], x: float, room: float, top: float, foot: float) -> None:
    """Set *ends* from *x*, between *top* and *foot*."""
    beside = all(end.one_line(surface) <= room + 0.01 for end in ends)
    names = [(end.name,) if beside else end.lines(surface, room) for end in ends]
    heights = _heights(ends, names, beside=beside)
    if sum(heights) + CLEAR * (len(ends) - 1) > foot - top:
        names = [(end.name,) for end in ends]
        heights = _heights(ends, names, beside=beside)
    middles = apart([end.y for end in ends], heights, top, foot)
    for end, lines, middle, height in zip(ends, names, middles, heights, strict=True):
        y = middle + CAP * NAME_SIZE / 2 - (height - LINE) / 2
        if end.numeral is not None:
            set_inline(surface, end.numeral, x, y, colour=end.colour, room=room)
        start = x + end.before if beside else x
        y += NEXT if end.numeral is not None and not beside else 0.0
        for i, line in enumerate(lines):
            surface.label(line, start, y + i * NEXT, NAME, colour=end.colour, room=x + room - start)


def _heights(ends: Sequence[End], names: Sequence[tuple[str, ...]], *, beside: bool) -> list[float]:
    counts = [len(lines) + (end.numeral is not None and not beside) for end, lines in zip(ends, names, strict=True)]
    return [LINE + NEXT * (count - 1) for count in counts]


def apart(levels: Sequence[float], heights: Sequence[float], top: float, foot: float) -> tuple[float, ...]:
    """Return the middles of labels of these *heights*, moved off their *levels* as little as needed to keep apart.

    They stay between *top* and *foot* if they fit there.
    """
    order = sorted(range(len(levels)), key=lambda i: levels[i])
    placed = [0.0] * len(levels)
    free = top
    for i in order:
        placed[i] = max(levels[i], free + heights[i] / 2)
        free = placed[i] + heights[i] / 2 + CLEAR
    limit = max(foot, top + sum(heights) + CLEAR * (len(heights) - 1))
    for i in reversed(order):
        placed[i] = min(placed[i], limit - heights[i] / 2)
        limit = placed[i] - heights[i] / 2 - CLEAR
    return tuple(placed)
