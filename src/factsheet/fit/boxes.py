"""Content at a given width: heights known, places not yet. Every box can be placed, and some can stretch."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from ..model.drawing import Drawing, Shape, rectangle
from ..model.geometry import Box
from ..model.placed import Placed
from ..model.tag import ARTIFACT, Tag

if TYPE_CHECKING:
    from ..model.content import Ornament, Picture

EPSILON = 1e-6


class Measured(Protocol):
    """Something that knows its size. *stretch* is how many points it can take beyond *height*."""

    @property
    def width(self) -> float:
        """The width it was measured at."""
        ...

    @property
    def height(self) -> float:
        """Its natural height."""
        ...

    @property
    def above(self) -> float:
        """Space over it, inside a stack."""
        ...

    @property
    def stretch(self) -> float:
        """What it can take beyond its height."""
        ...

    @property
    def shares(self) -> tuple[float, ...]:
        """What its pictures ask their row mates to share (Picture.share)."""
        ...

    @property
    def heads(self) -> bool:
        """Whether it heads what follows, and so may not end a part."""
        ...

    def split(self, height: float) -> tuple[Measured, Measured] | None:
        """Return the part that fits into *height* and the rest, or None where it cannot be cut there."""
        ...

    def place(self, x: float, y: float, extra: float = 0.0, shared: float | None = None) -> Placed:
        """Return it at its final place, *extra* points taller than its natural height."""
        ...


@dataclass(frozen=True, slots=True)
class SpaceBox:
    """Nothing, so high."""

    width: float
    height: float
    above: float = 0.0
    stretch: float = 0.0
    shares: tuple[float, ...] = ()
    heads: bool = False

    def split(self, height: float) -> None:
        """Refuse."""

    def place(self, x: float, y: float, extra: float = 0.0, shared: float | None = None) -> Placed:
        """Return an empty node."""
        return Placed(Box(x, y, self.width, self.height), kind="space")


@dataclass(frozen=True, slots=True)
class RuleBox:
    """A line over or under something."""

    width: float
    height: float
    colour: str
    above: float = 0.0
    stretch: float = 0.0
    shares: tuple[float, ...] = ()
    heads: bool = True

    def split(self, height: float) -> None:
        """Refuse."""

    def place(self, x: float, y: float, extra: float = 0.0, shared: float | None = None) -> Placed:
        """Return an artifact."""
        shape = Shape(rectangle(0, 0, self.width, self.height), fill=self.colour)
        box = Box(x, y, self.width, self.height)
        return Placed(box, ARTIFACT, drawing=Drawing(self.width, self.height, (shape,)), kind="rule")


@dataclass(frozen=True, slots=True)
class PictureBox:
    """A figure; it is drawn when its height is final."""

    width: float
    picture: Picture
    tag: Tag
    pitch: float
    heads: bool = False

    def split(self, height: float) -> None:
        """Refuse: a figure is one picture."""

    @property
    def height(self) -> float:
        """Natural height."""
        picture = self.picture
        if picture.tall is not None:
            return picture.tall(self.width)
        return picture.height if picture.ratio is None else self.width * picture.ratio

    @property
    def above(self) -> float:
        """Space over it."""
        return self.picture.above

    @property
    def stretch(self) -> float:
        """How far it may grow."""
        return self.picture.stretch

    @property
    def shares(self) -> tuple[float, ...]:
        """Its measure for the row, if it has one."""
        return (self.picture.share(self.width),) if self.picture.share else ()

    def place(self, x: float, y: float, extra: float = 0.0, shared: float | None = None) -> Placed:
        """Return the picture with its final height."""
        box = Box(x, y, self.width, self.height + min(max(extra, 0.0), self.stretch))
        agreed = shared if self.picture.share else None
        return Placed(box, self.tag, picture=self.picture, shared=agreed, pitch=self.pitch, kind="figure")


@dataclass(frozen=True, slots=True)
class OrnamentBox:
    """A drawing beside words; it keeps its proportions."""

    width: float
    ornament: Ornament
    stretch: float = 0.0
    shares: tuple[float, ...] = ()
    heads: bool = False

    def split(self, height: float) -> None:
        """Refuse."""

    @property
    def height(self) -> float:
        """Its width in its drawing's proportions."""
        drawing = self.ornament.drawing
        return self.ornament.width * drawing.height / drawing.width

    @property
    def above(self) -> float:
        """Space over it."""
        return self.ornament.above

    def place(self, x: float, y: float, extra: float = 0.0, shared: float | None = None) -> Placed:
        """Return an artifact."""
        x += (self.width - self.ornament.width) / 2 if self.ornament.middle else -self.ornament.hang
        box = Box(x, y, self.ornament.width, self.height)
        return Placed(box, ARTIFACT, drawing=self.ornament.drawing, kind="ornament")


@dataclass(frozen=True, slots=True)
class StackBox:
    """Boxes one under another. The space above the first one counts only inside a stack."""

    width: float
    boxes: tuple[Measured, ...]
    above: float = 0.0
    tag: Tag | None = None
    where: str = ""
    kind: str = "stack"
    heads: bool = False

    def split(self, height: float) -> tuple[StackBox, StackBox] | None:
        """Return the boxes that fit into *height* and the rest; nothing that heads what follows is left behind."""
        used = 0.0
        for i, box in enumerate(self.boxes):
            top = used + (box.above if i else 0.0)
            used = top + box.height
            if used > height + EPSILON:
                parts = box.split(height - top)
                first = [*self.boxes[:i], *(parts[:1] if parts else ())]
                rest = [*(parts[1:] if parts else self.boxes[i : i + 1]), *self.boxes[i + 1 :]]
                while first and first[-1].heads:
                    rest.insert(0, first.pop())
                return (replace(self, boxes=tuple(first)), replace(self, boxes=tuple(rest))) if first else None
        return None

    @property
    def height(self) -> float:
        """Sum of heights and the spaces between."""
        return sum(box.height + (box.above if i else 0.0) for i, box in enumerate(self.boxes))

    @property
    def stretch(self) -> float:
        """Sum of what its boxes can take."""
        return sum(box.stretch for box in self.boxes)

    @property
    def shares(self) -> tuple[float, ...]:
        """Those of its boxes."""
        return tuple(value for box in self.boxes for value in box.shares)

    def place(self, x: float, y: float, extra: float = 0.0, shared: float | None = None) -> Placed:
        """Place the boxes; *extra* is dealt out by what each can take."""
        extra, total = min(max(extra, 0.0), self.stretch), self.stretch
        top, placed = y, []
        for i, box in enumerate(self.boxes):
            y += box.above if i else 0.0
            own = extra * box.stretch / total if total > EPSILON else 0.0
            placed.append(box.place(x, y, own, shared))
            y += box.height + own
        children = tuple(node for node in placed if node.kind != "space")
        return Placed(Box(x, top, self.width, y - top), self.tag, children=children, where=self.where, kind=self.kind)


@dataclass(frozen=True, slots=True)
class ColumnsBox:
    """Boxes side by side, tops aligned; each cell as (offset from the start edge, box)."""

    width: float
    cells: tuple[tuple[float, Measured], ...]
    above: float = 0.0
    heads: bool = False

    def split(self, height: float) -> None:
        """Refuse: what stands side by side belongs together."""

    @property
    def height(self) -> float:
        """Height of the tallest cell."""
        return max((box.height for _, box in self.cells), default=0.0)

    @property
    def stretch(self) -> float:
        """What a cell that can grow lets the whole grow by."""
        return max((box.height + box.stretch for _, box in self.cells), default=0.0) - self.height

    @property
    def shares(self) -> tuple[float, ...]:
        """Those of its cells."""
        return tuple(value for _, box in self.cells for value in box.shares)

    def place(self, x: float, y: float, extra: float = 0.0, shared: float | None = None) -> Placed:
        """Place the cells; a short one grows first, so that feet align."""
        height = self.height + min(max(extra, 0.0), self.stretch)
        children = tuple(box.place(x + offset, y, height - box.height, shared) for offset, box in self.cells)
        return Placed(Box(x, y, self.width, height), children=children, kind="columns")
