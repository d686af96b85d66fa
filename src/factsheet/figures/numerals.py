"""A value as it stands in a figure: number, the word before or above it, the mark after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model.content import Surface
    from ..model.facts import Printed

WORD_GAP, SUFFIX_GAP = 3.0, 1.5
QUALIFIER = "qualifier"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A printed value in one role, measured on a surface. All widths in points."""

    printed: Printed
    role: str
    width: float
    word_width: float
    suffix_width: float
    text: str
    size: float | None = None
    weight: int | None = None

    @property
    def inline(self) -> float:
        """Width with the word before the number and the suffix after it."""
        return (self.word_width + WORD_GAP if self.word_width else 0) + self.stacked_number

    @property
    def stacked_number(self) -> float:
        """Width of number and suffix, the word standing above."""
        return self.width + (SUFFIX_GAP + self.suffix_width if self.suffix_width else 0)

    @property
    def stacked(self) -> float:
        """Width with the word above the number."""
        return max(self.stacked_number, self.word_width)


def numeral(
    surface: Surface,
    printed: Printed,
    role: str,
    *,
    text: str | None = None,
    size: float | None = None,
    weight: int | None = None,
) -> Numeral:
    """Measure *printed* set in *role*; *text* stands for its number where a sign of its unit is joined to it."""
    text = printed.short if text is None else text
    return Numeral(
        printed,
        role,
        surface.measure(text, role, weight=weight, size=size),
        surface.measure(printed.word, QUALIFIER) if printed.word else 0.0,
        surface.measure(printed.suffix, QUALIFIER) if printed.suffix else 0.0,
        text,
        size,
        weight,
    )


def set_inline(
    surface: Surface, numeral: Numeral, x: float, y: float, *, colour: str | None = None, room: float | None = None
) -> None:
    """Set word, number and suffix on one baseline from *x*. *room* is what the whole was promised."""
    if not numeral.printed.word:
        set_number(surface, numeral, x, y, colour=colour, room=room)
        return
    before = numeral.word_width + WORD_GAP
    surface.label(numeral.printed.word, _read(surface, x, numeral.inline, 0.0, numeral.word_width), y, QUALIFIER)
    start = _read(surface, x, numeral.inline, before, numeral.stacked_number)
    set_number(surface, numeral, start, y, colour=colour, room=room and room - before)


def set_number(
    surface: Surface, numeral: Numeral, x: float, y: float, *, colour: str | None = None, room: float | None = None
) -> None:
    """Set number and suffix from *x*; the word is set by whoever stacks it."""
    start = _read(surface, x, numeral.stacked_number, 0.0, numeral.width)
    surface.label(
        numeral.text, start, y, numeral.role, colour=colour, weight=numeral.weight, size=numeral.size, room=room
    )
    if numeral.printed.suffix:
        start = _read(surface, x, numeral.stacked_number, numeral.width + SUFFIX_GAP, numeral.suffix_width)
        surface.label(numeral.printed.suffix, start, y, QUALIFIER, colour=colour)


def _read(surface: Surface, x: float, whole: float, before: float, width: float) -> float:
    """Return where a part is set that is read after *before* points of a whole that starts at *x*.

    Time may run against the reading direction, but what is said of one time is read as everything else.
    """
    return x + (whole - before - width if surface.turned else before)
