"""Record: pictures at their final size to drawings, all labels set as glyph lines."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from .labels import labels

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..model.drawing import Drawing
    from ..model.placed import Placed, PlacedPage
    from ..text.typesetter import Typesetter

    Draw = Callable[..., Drawing]


def record(pages: tuple[PlacedPage, ...], typesetter: Typesetter) -> tuple[PlacedPage, ...]:
    """Return *pages* with every picture drawn. matplotlib is imported here and nowhere before."""
    # Where no home can be written to, matplotlib says so on standard error; that is nothing a user can mend here.
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    from .surface import defaults, draw

    with defaults():
        return _recorded(pages, typesetter, draw)


def record_labels(pages: tuple[PlacedPage, ...], typesetter: Typesetter) -> tuple[PlacedPage, ...]:
    """Return *pages* with the labels of every picture alone: enough for a check, and no matplotlib."""
    return _recorded(pages, typesetter, labels)


def _recorded(pages: tuple[PlacedPage, ...], typesetter: Typesetter, draw: Draw) -> tuple[PlacedPage, ...]:
    def node(placed: Placed) -> Placed:
        children = tuple(node(child) for child in placed.children)
        if placed.picture is None:
            return replace(placed, children=children) if children else placed
        box = placed.box
        drawing = draw(placed.picture, box.width, box.height, typesetter, placed.pitch, placed.shared)
        return replace(placed, picture=None, drawing=drawing)

    return tuple(replace(page, placed=tuple(node(placed) for placed in page.placed)) for page in pages)
