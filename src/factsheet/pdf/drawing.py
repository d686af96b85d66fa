"""Drawings to operators. Mirroring is one matrix for paths and flipped anchors for labels.

No glyph is ever flipped, no photograph and nothing that says of itself that it keeps its sides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.drawing import Group, Image, SetLabel, Shape, number, numbers
from .text import Spot, text_object

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..model.drawing import Drawing, Item
    from .fonts import DocumentFonts
    from .inks import ScreenInks


def shape_operators(shape: Shape, inks: ScreenInks) -> str:
    """Return the operators of one shape."""
    head, paint = [], ""
    if shape.fill:
        head.append(inks.fill(shape.fill))
        paint = "f"
    if shape.stroke:
        head += [inks.stroke(shape.stroke), f"{number(shape.width)} w {shape.cap} J {shape.join} j"]
        if shape.dash:
            head.append(f"[{numbers(*shape.dash)}] 0 d")
        paint = "B" if shape.fill else "S"
    if not paint:
        return ""
    code = " ".join((*head, *_placed(shape, paint)))
    if shape.clip:
        return f"q {shape.clip} W n {code} Q"
    return f"q {code} Q" if shape.at or shape.dash else code


def _placed(shape: Shape, paint: str) -> list[str]:
    """The path once in place, or stamped at each point: each matrix starts from the one before."""
    if not shape.at:
        return [f"{shape.path} {paint}"]
    out, px, py = [], 0.0, 0.0
    for x, y in shape.at:
        dx, dy = round(x - px, 2), round(y - py, 2)
        out.append(f"1 0 0 1 {numbers(dx, dy)} cm {shape.path} {paint}")
        px, py = px + dx, py + dy
    return out


def drawing_operators(
    drawing: Drawing,
    x: float,
    y: float,
    scale: float,
    mirrored: bool,
    fonts: DocumentFonts,
    inks: ScreenInks,
    image: Callable[[Image], str] = lambda image: "",
) -> str:
    """Return *drawing* with its lower left corner at (x, y) of the page; one chunk, so that one tag holds it.

    *image* enters a picture file in the document and returns the operators that paint it.
    """
    mirrored = mirrored and drawing.mirror
    matrix = (-scale, 0, 0, scale, x + drawing.width * scale, y) if mirrored else (scale, 0, 0, scale, x, y)
    shapes = " ".join(filter(None, (_item(item, mirrored, inks, image) for item in drawing.items)))
    spots = [_spot(item, drawing.width, x, y, mirrored) for item in drawing.items if isinstance(item, SetLabel)]
    parts = [f"q {numbers(*matrix)} cm {shapes} Q"] if shapes else []
    return " ".join(filter(None, [*parts, text_object(spots, fonts, inks)]))


def _item(item: Item, mirrored: bool, inks: ScreenInks, image: Callable[[Image], str]) -> str:
    """Return the operators of one item; what keeps its sides is turned round a second time, in its mirrored place."""
    if isinstance(item, Shape):
        return shape_operators(item, inks)
    if isinstance(item, Image):
        code = image(item)
        return f"q {numbers(-1, 0, 0, 1, 2 * item.x + item.width, 0)} cm {code} Q" if mirrored and code else code
    if isinstance(item, Group):
        back = mirrored and not item.mirror
        inner = " ".join(filter(None, (_item(child, mirrored and not back, inks, image) for child in item.items)))
        across, start = (-item.scale, item.x + item.width * item.scale) if back else (item.scale, item.x)
        return f"q {numbers(across, 0, 0, item.scale, start, item.y)} cm {inner} Q" if inner else ""
    return ""


def _spot(label: SetLabel, width: float, x: float, y: float, mirrored: bool) -> Spot:
    """Return where the left edge of a label is: start and end change sides in a mirrored drawing."""
    place = width - label.x if mirrored else label.x
    at_left = (label.anchor == "start") != mirrored
    if label.anchor == "middle":
        place -= label.line.width / 2
    elif not at_left:
        place -= label.line.width
    return Spot(label.line, x + place, y + label.y)
