"""Columns of several parts: what they are made of, their colours, and the key where no label fits at their end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from .ends import End, shortened
from .numerals import numeral
from .timeline import union

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model.content import Surface
    from ..model.facts import Date, Fact, Point, Printed
    from ..model.words import Words

COLOURS = (("data", "data"), ("ink", "ink"), ("ghost", "muted"), ("muted", "muted"))
"""Role of each part, and one near it that text may have."""

HOT = ("accent", "accent_text")
KEY_LINE, KEY_BASE, MARK, MARK_GAP, KEY_GAP = 13.0, 8.0, 7.0, 4.0, 12.0
KEY_ROLE = "axis"
PLOT, FOOT, TIMES, STRETCH = 110.0, 13.0, 11.0, 36.0
BASE, MOST_END, END_GAP, BOLD = 0.8, 0.4, 6.0, 700
"""Weight of the axis; the most that labels at the end take of the width, what is free before them, their weight."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its fact, its printed points by time, the role of its bars and that of its texts."""

    fact: Fact
    points: dict[Date, tuple[Point, Printed]]
    colour: str
    text: str

    def at(self, time: Date) -> Printed | None:
        """Return its value at *time* if one is published."""
        found = self.points.get(time)
        return found[1] if found is not None and found[1].value is not None else None


def parts_of(words: Words, names: Sequence[str], highlight: str | None) -> tuple[Part, ...]:
    """Return the parts that *names* name, in their order."""
    others = iter(COLOURS)
    found = []
    for name in names:
        fact = words.fact(name)
        points = {point.at: (point, words.printed(fact, point)) for point in fact.drawn}
        found.append(Part(fact, points, *(HOT if name == highlight else next(others))))
    return tuple(found)


def axis_of(parts: Sequence[Part]) -> tuple[Printed, ...]:
    """Return one point for each time that any part has."""
    return union([tuple(printed for _, printed in part.points.values()) for part in parts])


def values_of(words: Words, parts: Sequence[Part], totals: Sequence[Printed | None] = ()) -> list[tuple[str, str]]:
    """Return, for an alt text, every time with the values of all parts, and its total if there is one."""
    found = []
    for index, moment in enumerate(axis_of(parts)):
        said = [words.phrase("alt-value", name=part.fact.label, value=_prose(words, part, moment)) for part in parts]
        total = totals[index] if totals else None
        if total is not None:
            said.append(words.phrase("alt-value", name=words.phrase("total"), value=total.prose))
        found.append((moment.when, words.phrase("comma").join(said)))
    return found


def _prose(words: Words, part: Part, moment: Printed) -> str:
    printed = part.at(moment.at)
    return words.phrase("not-published-long") if printed is None else printed.prose


def latest_ends(surface: Surface, parts: Sequence[Part], time: Date, *, valued: bool) -> tuple[End, ...]:
    """Return name and, with *valued*, the value at *time* of each part, its level still open."""
    found = []
    for part in parts:
        printed = part.at(time) if valued else None
        number = numeral(surface, printed, "value", weight=BOLD) if printed is not None else None
        found.append(End(number, part.fact.label, part.text, 0.0, part.fact.short))
    return shortened(surface, found, surface.width * MOST_END)


def set_key(surface: Surface, parts: Sequence[Part], way: Literal["stack", "group"]) -> float:
    """Set the key over the columns and return its height.

    Its marks are small columns of which one part has its colour, so that it is told by its place too.
    """
    x, row = 0.0, 0
    for part in parts:
        name = _name(surface, part)
        width = MARK + MARK_GAP + surface.measure(name, KEY_ROLE)
        if x > 0 and x + width > surface.width:
            x, row = 0.0, row + 1
        y, start = KEY_BASE + row * KEY_LINE, x + MARK + MARK_GAP
        _mark(surface, parts, part, x, y, way)
        surface.label(name, start, y, KEY_ROLE, room=surface.width - start)
        x += width + KEY_GAP
    return KEY_LINE * (row + 1)


def _name(surface: Surface, part: Part) -> str:
    fits = MARK + MARK_GAP + surface.measure(part.fact.label, KEY_ROLE) <= surface.width
    return part.fact.label if fits or not part.fact.short else part.fact.short


def _mark(
    surface: Surface, parts: Sequence[Part], own: Part, x: float, foot: float, way: Literal["stack", "group"]
) -> None:
    share = (MARK - 0.6 * (len(parts) - 1)) / len(parts)
    plot = surface.in_time(x, MARK)  # the columns of a group stand in it as they do in the figure
    for index, part in enumerate(parts):
        colour = part.colour if part is own else "hair"
        if way == "stack":
            plot.rectangle(x, foot - index * (share + 0.6) - share, MARK, share, colour)
        else:
            plot.rectangle(x + index * (share + 0.6), foot - MARK, share, MARK, colour)
