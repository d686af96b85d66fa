"""Vertical fit: where the rows of a page start, and how much taller they become. Numbers only.

Spare height goes to the gaps first, then to the figures, then to wider gaps; leading is never stretched.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor

from .boxes import EPSILON

FLOOR, LIKED, LIKED_AT_BAND, CEILING = 12.0, 32.0, 20.0, 44.0
"""Gaps between rows in points: least, most before figures grow (less beside a band, which divides by itself), most."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A row or band to be placed: height, how far it may stretch, whether a band, whether straight under the last."""

    height: float
    stretch: float = 0.0
    band: bool = False
    flush: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a strip starts, from the page top, and what it takes beyond its natural height."""

    top: float
    extra: float


def spread(strips: tuple[Strip, ...], start: float, limit: float, module: float) -> tuple[tuple[Spot, ...], float]:
    """Return a spot for each strip between *start* and *limit*, and the overflow in points (0 when all fit).

    Every top lies on a multiple of *module* from the page top.
    """
    if not strips:
        return (), 0.0
    liked = [0.0 if b.flush else LIKED_AT_BAND if a.band or b.band else LIKED for a, b in pairwise(strips)]
    spare = limit - start - sum(s.height for s in strips)
    extras = _stretches(strips, spare - sum(liked))
    heights = [s.height + e for s, e in zip(strips, extras, strict=True)]
    gaps = _gaps(liked, limit - start - sum(heights))
    tops = _tops(heights, gaps, start, module)
    if tops[-1] + heights[-1] > limit + EPSILON:
        tops = _tops(heights, [min(FLOOR, gap) for gap in liked], start, module)
    over = max(0.0, tops[-1] + heights[-1] - limit)
    return tuple(Spot(top, extra) for top, extra in zip(tops, extras, strict=True)), over


def _stretches(strips: tuple[Strip, ...], spare: float) -> list[float]:
    """Deal out what the liked gaps leave over, by what each strip can take."""
    total = sum(s.stretch for s in strips)
    given = min(max(spare, 0.0), total)
    return [given * s.stretch / total if total > EPSILON else 0.0 for s in strips]


def _gaps(liked: list[float], spare: float) -> list[float]:
    """Return gaps between the floor and what is liked; beyond that, up to the ceiling."""
    if not liked:
        return []
    least = [min(FLOOR, gap) for gap in liked]
    room = sum(liked) - sum(least)
    share = (spare - sum(least)) / room if room > EPSILON else 0.0
    if share <= 1:
        return [low + max(0.0, share) * (gap - low) for gap, low in zip(liked, least, strict=True)]
    more = (spare - sum(liked)) / max(1, sum(gap > 0 for gap in liked))
    return [min(CEILING, gap + more) if gap else 0.0 for gap in liked]


def _tops(heights: list[float], gaps: list[float], start: float, module: float) -> list[float]:
    """Return tops on the module: down to it where the floor allows, so that the last strip still fits, else up."""
    tops, drift = [start], 0.0
    for height, gap in zip(heights, gaps, strict=False):
        foot = tops[-1] + height
        if not gap:
            tops.append(foot)
            continue
        want = foot + gap + drift
        top = floor((want + EPSILON) / module) * module
        if top - foot < FLOOR - EPSILON:
            top = ceil((foot + FLOOR - EPSILON) / module) * module
        while top - foot > max(CEILING, module) + EPSILON:
            top -= module  # what the module pushes past the ceiling stays free at the foot
        drift = min(want - top, module)
        tops.append(top)
    return tops
