"""The labels of a figure without its marks: what a check needs, with no matplotlib."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..model.drawing import Drawing, Group, Image, Label, Shape
from .rooms import blanked, set_labels
from .turned import Turned

if TYPE_CHECKING:
    from ..model.content import Picture, Surface
    from ..model.drawing import Anchor, Item
    from ..text.typesetter import Typesetter


class LabelSurface:
    """Collects labels; marks are let go. The recording surface builds on it."""

    turned = False

    def __init__(
        self,
        width: float,
        height: float,
        typesetter: Typesetter,
        pitch: float,
        shared: float | None = None,
        *,
        against: bool = False,
    ) -> None:
        """Take the final size in points; *against*: whether time runs against the reading direction."""
        self.width, self.height, self.pitch, self.shared = width, height, pitch, shared
        self._against = against
        self.labels: list[Label] = []
        self.images: list[Image | Group] = []
        self._type = typesetter

    def in_time(self, start: float = 0.0, width: float | None = None) -> Surface:
        """Return the surface for marks along time, *width* points from *start* on, or all of it."""
        return Turned(self, start, self.width if width is None else width) if self._against else self

    def measure(self, text: str, role: str, *, weight: int | None = None, size: float | None = None) -> float:
        """Return the width of *text* on one line."""
        return self._type.width(blanked(text), role, weight=weight, size=size)

    def wrap(self, text: str, role: str, width: float) -> tuple[str, ...]:
        """Return *text* broken into lines no wider than *width*."""
        return tuple(line.text for line in self._type.lines(text, role, width, plain=True))

    def leading(self, role: str) -> float:
        """Return the leading of *role*."""
        return self._type.style(role).leading

    def rectangle(self, x: float, y: float, width: float, height: float, fill: str, *, edge: str | None = None) -> None:
        """Let a bar go."""

    def line(self, points: tuple[tuple[float, float], ...], colour: str, width: float) -> None:
        """Let a line go."""

    def dots(
        self,
        points: tuple[tuple[float, float], ...],
        radius: float,
        fill: str,
        *,
        edge: str | None = None,
        edge_width: float = 0.0,
    ) -> None:
        """Let discs go."""

    def stamp(
        self, glyph: str, points: tuple[tuple[float, float], ...], height: float, fill: str, *, share: float = 1.0
    ) -> None:
        """Let unit glyphs go."""

    def area(self, points: tuple[tuple[float, float], ...], fill: str) -> None:
        """Let a polygon go."""

    def wedge(
        self, x: float, y: float, radius: float, hole: float, start: float, share: float, fill: str, *, gap: float = 0.0
    ) -> None:
        """Let a slice go."""

    def squares(self, points: tuple[tuple[float, float], ...], side: float, fill: str) -> None:
        """Let squares go."""

    def vectors(self, drawing: Drawing, x: float, y: float, width: float, *, colour: str | None = None) -> None:
        """Keep a drawing; no matplotlib is needed for it."""
        scale = width / drawing.width
        items = tuple(_recoloured(item, colour) for item in drawing.items) if colour else drawing.items
        top = self.height - y - drawing.height * scale
        self.images.append(Group(items, x, top, scale, drawing.mirror, drawing.width))

    def image(self, data: bytes, x: float, y: float, width: float, height: float) -> None:
        """Keep a picture file; no matplotlib is needed for it."""
        self.images.append(Image(data, x, self.height - y - height, width, height))

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
        """Keep a label; its y turns upwards here."""
        self.labels.append(Label(text, x, self.height - y, role, anchor, colour, weight, size, room, short))


def _recoloured(item: Item, colour: str) -> Item:
    if not isinstance(item, Shape):
        return item
    return replace(item, fill=colour if item.fill else None, stroke=colour if item.stroke else None)


def labels(
    picture: Picture, width: float, height: float, typesetter: Typesetter, pitch: float, shared: float | None = None
) -> Drawing:
    """Return the labels of *picture* at its final size, set, as a drawing without marks."""
    surface = LabelSurface(width, height, typesetter, pitch, shared, against=picture.turned)
    picture.draw(surface)
    return Drawing(width, height, set_labels(surface.labels, typesetter), picture.mirror)
