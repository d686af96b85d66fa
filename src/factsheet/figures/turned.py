"""A surface whose x runs against the reading direction: time, where an edition lets it run from left to right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .glyphs import width_of

if TYPE_CHECKING:
    from ..model.content import Surface
    from ..model.drawing import Anchor, Drawing

    Points = tuple[tuple[float, float], ...]

OPPOSITE: dict[Anchor, Anchor] = {"start": "end", "middle": "middle", "end": "start"}


@dataclass(frozen=True, slots=True)
class Turned:
    """Puts every mark and every label where its mirror image is, and turns none of them round itself.

    What stands *x* points from the *start* of a stretch *across* points wide is drawn as far from its end.
    """

    surface: Surface
    start: float
    across: float
    turned: bool = True

    @property
    def width(self) -> float:
        """Width of the whole surface in points."""
        return self.surface.width

    @property
    def height(self) -> float:
        """Its height in points."""
        return self.surface.height

    @property
    def pitch(self) -> float:
        """That of the page's columns."""
        return self.surface.pitch

    @property
    def shared(self) -> float | None:
        """What the figures of the row agreed on."""
        return self.surface.shared

    def in_time(self, start: float = 0.0, width: float | None = None) -> Surface:
        """Return itself: time is turned round once."""
        return self

    def measure(self, text: str, role: str, *, weight: int | None = None, size: float | None = None) -> float:
        """Return the width of *text* on one line."""
        return self.surface.measure(text, role, weight=weight, size=size)

    def wrap(self, text: str, role: str, width: float) -> tuple[str, ...]:
        """Return *text* broken into lines no wider than *width*."""
        return self.surface.wrap(text, role, width)

    def leading(self, role: str) -> float:
        """Return the leading of *role*."""
        return self.surface.leading(role)

    def rectangle(self, x: float, y: float, width: float, height: float, fill: str, *, edge: str | None = None) -> None:
        """Draw a bar."""
        self.surface.rectangle(self._other(x, width), y, width, height, fill, edge=edge)

    def line(self, points: Points, colour: str, width: float) -> None:
        """Draw a polyline."""
        self.surface.line(self._others(points), colour, width)

    def dots(
        self, points: Points, radius: float, fill: str, *, edge: str | None = None, edge_width: float = 0.0
    ) -> None:
        """Draw discs."""
        self.surface.dots(self._others(points), radius, fill, edge=edge, edge_width=edge_width)

    def stamp(self, glyph: str, points: Points, height: float, fill: str, *, share: float = 1.0) -> None:
        """Stamp unit glyphs; a part of one is still that from the reading start."""
        self.surface.stamp(glyph, self._others(points, width_of(glyph, height)), height, fill, share=share)

    def area(self, points: Points, fill: str) -> None:
        """Fill a polygon."""
        self.surface.area(self._others(points), fill)

    def wedge(
        self, x: float, y: float, radius: float, hole: float, start: float, share: float, fill: str, *, gap: float = 0.0
    ) -> None:
        """Fill a slice of a ring."""
        self.surface.wedge(self._other(x), y, radius, hole, start, share, fill, gap=gap)

    def squares(self, points: Points, side: float, fill: str) -> None:
        """Draw squares."""
        self.surface.squares(self._others(points, side), side, fill)

    def vectors(self, drawing: Drawing, x: float, y: float, width: float, *, colour: str | None = None) -> None:
        """Put a drawing."""
        self.surface.vectors(drawing, self._other(x, width), y, width, colour=colour)

    def image(self, data: bytes, x: float, y: float, width: float, height: float) -> None:
        """Put a picture file."""
        self.surface.image(data, self._other(x, width), y, width, height)

    def label(
        self,
        text: str,
        x: float,
        y: float,
        role: str,
        *,
        anchor: Anchor = "start",
        colour: str | None = None,
        weight: int | None = None,
        size: float | None = None,
        room: float | None = None,
        short: str | None = None,
    ) -> None:
        """Set a text on the other side of its anchor."""
        self.surface.label(
            text,
            self._other(x),
            y,
            role,
            anchor=OPPOSITE[anchor],
            colour=colour,
            weight=weight,
            size=size,
            room=room,
            short=short,
        )

    def _other(self, x: float, width: float = 0.0) -> float:
        """Return the start of the mirror image of what starts at *x* and is *width* wide."""
        return 2 * self.start + self.across - x - width

    def _others(self, points: Points, width: float = 0.0) -> Points:
        return tuple((self._other(x, width), y) for x, y in points)
