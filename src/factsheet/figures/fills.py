"""Bars as status and qualifier want them: solid for what is published, pale with an edge for what is estimated."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model.content import Surface
    from ..model.facts import Printed

CAP, CAP_GAP = 1.5, 1.6
"""The floating cap of a bound, and what is free between it and its bar."""


def capped(printed: Printed) -> bool:
    """Whether a floating cap says that the bar is a lower bound; an estimate is none."""
    return printed.qualifier == "more-than" and printed.status == "published"


def cap_height(printed: Printed) -> float:
    """Return what the cap of *printed* takes past the end of its bar."""
    return CAP + CAP_GAP if capped(printed) else 0.0


def fill(surface: Surface, printed: Printed, box: tuple[float, float, float, float], colour: str) -> None:
    """Draw the bar of *printed* in *box* (x, y, width, height)."""
    if box[2] <= 0 or box[3] <= 0:
        return
    if printed.status == "published":
        surface.rectangle(*box, colour)
    else:
        surface.rectangle(*box, "estimate_accent" if colour == "accent" else "estimate", edge=colour)


def column(surface: Surface, printed: Printed, x: float, base: float, width: float, height: float, colour: str) -> None:
    """Draw a column from *base*, downwards where *height* is negative, with the cap of a bound."""
    top = base - max(height, 0.0)
    fill(surface, printed, (x, top, width, abs(height)), colour)
    if capped(printed) and height > 0:
        surface.rectangle(x, top - CAP_GAP - CAP, width, CAP, colour)


def row(surface: Surface, printed: Printed, x: float, y: float, width: float, height: float, colour: str) -> float:
    """Draw a bar along the reading direction with the cap of a bound; return where it ends."""
    fill(surface, printed, (x, y, width, height), colour)
    if not capped(printed):
        return x + max(width, 0.0)
    surface.rectangle(x + width + CAP_GAP, y, CAP, height, colour)
    return x + width + CAP_GAP + CAP
