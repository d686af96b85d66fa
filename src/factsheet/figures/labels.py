"""The labels of a figure without its marks: what a check needs, with no matplotlib."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.drawing import Drawing, Label, SetLabel

if TYPE_CHECKING:
    from ..model.content import Picture
    from ..model.drawing import Anchor
    from ..text.typesetter import Typesetter


class LabelSurface:
    """Collects labels; marks are let go. The recording surface builds on it."""

    def __init__(
        self, width: float, height: float, typesetter: Typesetter, pitch: float, shared: float | None = None
    ) -> None:
        """Take the final size in points."""
        self.width, self.height, self.pitch, self.shared = width, height, pitch, shared
        self.labels: list[Label] = []
        self._type = typesetter

    def measure(self, text: str, role: str, *, weight: int | None = None, size: float | None = None) -> float:
        """Return the width of *text* on one line."""
        return self._type.width(text, role, weight=weight, size=size)

    def wrap(self, text: str, role: str, width: float) -> tuple[str, ...]:
        """Return *text* broken into lines no wider than *width*."""
        return tuple(line.text for line in self._type.lines(text, role, width))

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
    ) -> None:
        """Keep a label; its y turns upwards here."""
        self.labels.append(Label(text, x, self.height - y, role, anchor, colour, weight, size, room))


def set_label(label: Label, typesetter: Typesetter) -> SetLabel:
    """Return *label* as a glyph line; a blank ends it, so that labels are words apart to whoever reads the text."""
    line = typesetter.line(
        label.text.rstrip() + " ", label.role, colour=label.colour, weight=label.weight, size=label.size
    )
    return SetLabel(line, label.x, label.y, label.anchor, label.role, label.room)


def labels(
    picture: Picture, width: float, height: float, typesetter: Typesetter, pitch: float, shared: float | None = None
) -> Drawing:
    """Return the labels of *picture* at its final size, set, as a drawing without marks."""
    surface = LabelSurface(width, height, typesetter, pitch, shared)
    picture.draw(surface)
    return Drawing(width, height, tuple(set_label(label, typesetter) for label in surface.labels), picture.mirror)
