"""Flow: one block through two or more areas of equal width, its further parts under a head of their own."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

from ..model.tag import ARTIFACT
from .boxes import EPSILON, StackBox
from .texts import TextBox

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..model.content import Composed
    from .measure import Measurer

STEP = 2.0
"""Points by which the height of balanced parts is tried: a sixth of a leading, so that no line is missed."""


@dataclass(slots=True)
class Flows:
    """The parts of flowing blocks that wait for their area."""

    measurer: Measurer
    waiting: dict[str, tuple[Composed, StackBox]] = field(default_factory=dict)

    def row(self, areas: Mapping[str, StackBox], blocks: Mapping[str, Composed], floor: float) -> dict[str, StackBox]:
        """Return the areas of a row with what flows into and out of them.

        Args:
            areas: every area of the row as it would be without flow.
            blocks: the flowing block that ends in an area, by the area where it starts.
            floor: the height that the row has in any case.
        """
        out = dict(areas)
        for name in areas:
            composed, part = self.waiting.pop(name, (blocks.get(name), None))
            if composed is None:
                continue
            rest = part or cast("StackBox", areas[name].boxes[-1])  # an area stacks blocks, and a block is a stack
            following = composed.flow[composed.flow.index(name) + 1 :]
            here = [other for other in following if other in areas]
            if here:
                parts = self._balanced(rest, composed, len(here) + 1)
            else:
                mates = max([box.height for other, box in out.items() if other != name], default=0.0)
                parts = self._filled(rest, composed, max(floor, mates), bool(following))
            before = areas[name].boxes if part else areas[name].boxes[:-1]
            out[name] = replace(areas[name], boxes=(*before, parts[0]))
            for other, piece in zip(here, parts[1:], strict=False):
                out[other] = replace(areas[other], boxes=(*areas[other].boxes, piece))
            if not here and len(parts) > 1:
                self.waiting[following[0]] = (composed, parts[1])
        return out

    def _filled(self, part: StackBox, composed: Composed, height: float, more: bool) -> list[StackBox]:
        """Return what fits into *height*, and the rest for the next area; all of it where there is none."""
        cut = part.split(height) if more else None
        return [part] if cut is None else [cut[0], self._headed(cut[1], composed)]

    def _balanced(self, part: StackBox, composed: Composed, count: int) -> list[StackBox]:
        """Return parts of nearly equal height: the least height into which *count* parts fit."""
        height = part.height / count
        while height < part.height:
            parts = self._parts(part, composed, height, count)
            if parts[-1].height <= height + EPSILON:
                return parts
            height += STEP
        return [part]

    def _parts(self, part: StackBox, composed: Composed, height: float, count: int) -> list[StackBox]:
        parts: list[StackBox] = []
        while len(parts) < count - 1 and (cut := part.split(height)) is not None:
            parts.append(cut[0])
            part = self._headed(cut[1], composed)
        return [*parts, part]

    def _headed(self, part: StackBox, composed: Composed) -> StackBox:
        """Return a further part under its head. The head is an artifact: a listener hears the block without a break."""
        heads = [self.measurer.item(item, part.width) for item in composed.continued]
        plain = [replace(box, tag=ARTIFACT) if isinstance(box, TextBox) else box for box in heads]
        first, *others = part.boxes
        # What follows the head stands as far under it as in the first part, so that first baselines meet.
        above = composed.content[len(heads)].above if len(heads) < len(composed.content) else 0.0
        return replace(part, boxes=(*plain, StackBox(part.width, (first,), above), *others))
