"""The drawing of a donut: ring, total, list of parts, note."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import radians, sqrt
from typing import TYPE_CHECKING, NamedTuple

from .numerals import QUALIFIER, Numeral, numeral, set_inline

if TYPE_CHECKING:
    from ..model.content import Surface
    from ..model.facts import Printed

HOLE, GAP = 0.61, 2.0
"""Radius of the hole as a share of the ring's, and degrees between two slices."""

LEAST_HEIGHT, PITCH, CLOSE_PITCH, RING, RING_SHARE, RING_GAP = 84.0, 26.0, 22.0, 96.0, 0.48, 12.0
NARROW, ONE_LINE = 140.0, 200.0
"""Below the one width the list stands under the ring; below the other the note may need two lines."""

BAR, BAR_GAP, NAME_GAP = 3.0, 6.0, 4.0
ENTRY, UNDER, LINE = 12.0, 9.6, 10.0
"""Height of a number with its name beside it; what a name under it takes, and each further line of a name."""

LOOSE, TIGHT, NUMBER = 6.0, 2.0, 9.8
"""What is free between two entries, if there is room and at least; the baseline of a number in its entry."""

SIZE, WEIGHT, NAME = 11.0, 700, "body_small"
TOTAL_SIZE, HOLE_PADDING, WORD_RISE = 14.0, 1.5, 12.5
UNIT, UNIT_DROP, UNIT_LOW = 8.5, 10.0, 11.5
"""Leading of the unit, its baseline under that of the total, and how far down from the middle its foot is."""

NOTE, NOTE_GAP, NOTE_FOOT = 10.0, 6.0, 2.5
RAMP, HOT, QUIET = ("ink", "data", "ghost"), "accent", "muted"


@dataclass(frozen=True, slots=True)
class Part:
    """One part; *text* is its number with the sign of the per cent."""

    name: str
    label: str
    printed: Printed
    text: str

    @property
    def value(self) -> Decimal:
        """The value; nothing published counts as nothing to draw."""
        return self.printed.value or Decimal(0)


class Names(NamedTuple):
    """The names of the parts in lines, from *column* after the start of the number, or under it."""

    lines: tuple[tuple[str, ...], ...]
    column: float

    def height(self, index: int) -> float:
        """Return the height of an entry."""
        count = len(self.lines[index])
        return ENTRY + (LINE * (count - 1) if self.column else UNDER + LINE * (count - 1))


@dataclass(frozen=True, slots=True)
class DonutChart:
    """The drawing; *unit* stands under *total* in the hole."""

    parts: tuple[Part, ...]
    highlight: str | None
    total: Printed | None
    unit: str
    note: str
    clockwise: bool = True  # a mirrored page turns drawings round, but a donut runs clockwise everywhere

    def height(self, width: float) -> float:
        """Return the natural height at *width*: of the list if every name stands under its number."""
        listed = max(LEAST_HEIGHT, PITCH * len(self.parts))
        if width < NARROW:
            listed = min(width, RING) + RING_GAP + CLOSE_PITCH * len(self.parts)
        return listed + self._note_height(width)

    def _note_height(self, width: float) -> float:
        return (NOTE_GAP + NOTE * (1 if width >= ONE_LINE else 2)) if self.note else 0.0

    def colours(self) -> tuple[str, ...]:
        """Return the role of each part: at most one is hot."""
        named = any(part.name == self.highlight for part in self.parts)
        others = iter((*RAMP, QUIET) if named else (*RAMP, HOT, QUIET))
        return tuple(HOT if part.name == self.highlight else next(others) for part in self.parts)

    def draw(self, surface: Surface) -> None:
        """Draw ring, total, list, note."""
        space = surface.height - self._note_height(surface.width)
        under = surface.width < NARROW
        diameter = min(RING, surface.width) if under else min(space, surface.width * RING_SHARE)
        middle = diameter / 2 if under else space / 2
        self._ring(surface, diameter / 2, middle)
        if self.total is not None:
            self._hole(surface, self.total, diameter / 2, middle)
        if under:
            foot = self._list(surface, 0.0, diameter + RING_GAP, space)
        else:
            foot = self._list(surface, diameter + RING_GAP, 0.0, space)
        y = max(foot, middle + diameter / 2) + NOTE_GAP + NOTE - NOTE_FOOT
        for i, line in enumerate(_lines(surface, self.note, "caption", surface.width)):
            surface.label(line, 0, y + i * NOTE, "caption", room=surface.width)

    def _ring(self, surface: Surface, radius: float, middle: float) -> None:
        whole = sum((part.value for part in self.parts), Decimal(0)) or Decimal(1)
        start = 0.0
        for part, colour in zip(self.parts, self.colours(), strict=True):
            share = float(part.value / whole)
            first = start if self.clockwise else 1 - start - share
            gap = min(radius * radians(GAP), share * radius)  # a slice thinner than its gap stays a slice
            if share > 0:
                surface.wedge(radius, middle, radius, radius * HOLE, first, share, colour, gap=gap)
            start += share

    def _hole(self, surface: Surface, total: Printed, radius: float, middle: float) -> None:
        """Set the total in the middle of the hole, its word over it and the unit under it in one line or two."""
        number = numeral(surface, total, "value", size=TOTAL_SIZE, weight=WEIGHT)
        hole = radius * HOLE - HOLE_PADDING
        units = _lines(surface, self.unit, QUALIFIER, _chord(hole, UNIT_LOW)) if self.unit else ()
        y = middle + (4.5 if not units else 1.5 - (len(units) - 1) * UNIT / 2)
        start, room = radius - number.stacked_number / 2, _chord(hole, abs(y - middle) + TOTAL_SIZE / 2)
        surface.label(number.text, start, y, "value", size=TOTAL_SIZE, weight=WEIGHT, room=room)
        if total.suffix:
            surface.label(total.suffix, radius + number.stacked_number / 2, y, QUALIFIER, anchor="end", room=room)
        if total.word:
            surface.label(total.word, radius, y - WORD_RISE, QUALIFIER, anchor="middle", room=room)
        for i, line in enumerate(units):
            low = y + UNIT_DROP + i * UNIT
            surface.label(line, radius, low, QUALIFIER, anchor="middle", room=_chord(hole, low - middle))

    def _list(self, surface: Surface, x: float, top: float, foot: float) -> float:
        """Set the list between *top* and *foot*; return where it ends."""
        start = x + BAR + BAR_GAP
        numbers = [
            numeral(surface, part.printed, "value", text=part.text, size=SIZE, weight=WEIGHT) for part in self.parts
        ]
        names = self._names(surface, numbers, surface.width - start, foot - top)
        heights = [names.height(i) for i in range(len(self.parts))]
        gap = max(TIGHT, min(LOOSE, (foot - top - sum(heights)) / max(1, len(heights) - 1)))
        y = top + max(0.0, (foot - top - sum(heights) - gap * (len(heights) - 1)) / 2) * (x > 0)
        for number, lines, height, colour in zip(numbers, names.lines, heights, self.colours(), strict=True):
            surface.rectangle(x, y, BAR, height, colour)
            set_inline(surface, number, start, y + NUMBER, room=surface.width - start)
            for i, line in enumerate(lines):
                at, down = start + names.column, NUMBER + i * LINE + (0.0 if names.column else UNDER)
                surface.label(line, at, y + down, NAME, room=surface.width - at)
            y += height + gap
        return y - gap

    def _names(self, surface: Surface, numbers: list[Numeral], room: float, space: float) -> Names:
        """Return the first of these ways that fits: beside the numbers in one line or two, under them in one or two."""
        column = max(number.inline for number in numbers) + NAME_GAP
        labels = [part.label for part in self.parts]
        for most in (1, 2):
            for at in (column, 0.0):
                lines = tuple(_lines(surface, label, NAME, room - at) for label in labels)
                names = Names(lines, at)
                tall = sum(names.height(i) for i in range(len(lines))) + TIGHT * (len(lines) - 1)
                wide = (surface.measure(line, NAME) for each in lines for line in each)
                if max(map(len, lines)) <= most and tall <= space and max(wide) <= room - at:
                    return names
        return Names(tuple((label,) for label in labels), 0.0)


def _lines(surface: Surface, text: str, role: str, width: float) -> tuple[str, ...]:
    return surface.wrap(text, role, width) if text and width > 0 else (text,) if text else ()


def _chord(radius: float, off: float) -> float:
    """Return how wide a circle is so far off its middle."""
    return 2 * sqrt(max(0.0, radius * radius - off * off))
