"""What must be true of every placed page before it is painted. No PDF is needed to know it.

A validator of PDF sees none of these: text on text, text outside the page, a character that no font has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.drawing import SetLabel
from ..model.geometry import Box
from ..problems import Problem
from .nodes import texts, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.placed import PlacedPage
    from .nodes import PlacedText

SAFE = 14.0
"""Points inside the trim that a knife or a desktop printer may take."""

OVERLAP = 0.5
"""Boxes that meet by less than this are neighbours, not an overlap: the ink of most letters is smaller than its box."""

SHORTEN = "shorten the text, or give it more room in the layout"


def check_pages(pages: tuple[PlacedPage, ...]) -> tuple[Problem, ...]:
    """Return what is wrong with *pages*, whose pictures must have been recorded."""
    return tuple(problem for page in pages for problem in _page(page))


def _page(page: PlacedPage) -> Iterator[Problem]:
    found = list(texts(page))
    yield from _missing(found)
    yield from _outside(page, found)
    yield from _overlaps(found)
    yield from _rooms(page)
    yield from _cuts(page)


def _missing(found: list[PlacedText]) -> Iterator[Problem]:
    for character, where in sorted({(c, text.where) for text in found for c in text.line.missing}):
        yield Problem(
            "glyph-missing",
            f"no face of the brand has '{character}' (U+{ord(character):04X})",
            remedy="add a face that has it to the brand's faces, or write another character",
            where=where,
        )


def _cuts(page: PlacedPage) -> Iterator[Problem]:
    for node, where in walk(page.placed):
        for word in node.cut:
            yield Problem("word-cut", f"'{word}' is wider than its column and had to be cut", None, SHORTEN, "", where)


def _outside(page: PlacedPage, found: list[PlacedText]) -> Iterator[Problem]:
    safe = Box(SAFE, SAFE, page.width - 2 * SAFE, page.height - 2 * SAFE)
    for text in found:
        over = max(
            safe.x - text.box.x, text.box.end - safe.end, safe.y - text.box.y, text.box.bottom - safe.bottom, 0.0
        )
        if over > 0.01:
            yield Problem(
                "text-outside",
                f"'{text.text}' stands {over:.1f} pt outside the safe area",
                None,
                SHORTEN,
                "",
                text.where,
            )


def _overlaps(found: list[PlacedText]) -> Iterator[Problem]:
    ordered = sorted((text for text in found if text.text), key=lambda text: text.box.y)
    for i, text in enumerate(ordered):
        for other in ordered[i + 1 :]:
            if other.box.y >= text.box.bottom - OVERLAP:
                break
            if text.box.meets(other.box, OVERLAP):
                message = f"'{text.text}' and '{other.text}' overlap"
                yield Problem("text-overlap", message, None, SHORTEN, "", text.where or other.where)


def _rooms(page: PlacedPage) -> Iterator[Problem]:
    """A label wider than the room its figure promised it; one that stands outside its figure's block."""
    for node, where in walk(page.placed):
        for item in node.drawing.items if node.drawing is not None else ():
            if isinstance(item, SetLabel) and item.room is not None and item.line.width > item.room + 0.01:
                needs = f"needs {item.line.width:.1f} pt and has {item.room:.1f}"
                yield Problem("label-too-wide", f"'{item.line.text.strip()}' {needs}", None, SHORTEN, "", where)
