"""Unit glyphs: outlines of our own in a small box, y up, feet on zero; codes are those of matplotlib's paths."""

from __future__ import annotations

MOVE, LINE, CURVE, CLOSE = 1, 2, 4, 79

_K = 0.5523 * 2.75  # control points of a circle of radius 2.75

PERSON = (
    # head: a circle round (5, 19.8)
    (MOVE, (7.75, 19.8)),
    (CURVE, (7.75, 19.8 + _K)),
    (CURVE, (5 + _K, 22.55)),
    (CURVE, (5.0, 22.55)),
    (CURVE, (5 - _K, 22.55)),
    (CURVE, (2.25, 19.8 + _K)),
    (CURVE, (2.25, 19.8)),
    (CURVE, (2.25, 19.8 - _K)),
    (CURVE, (5 - _K, 17.05)),
    (CURVE, (5.0, 17.05)),
    (CURVE, (5 + _K, 17.05)),
    (CURVE, (7.75, 19.8 - _K)),
    (CURVE, (7.75, 19.8)),
    (CLOSE, (7.75, 19.8)),
    # torso and legs
    (MOVE, (5.0, 16.1)),
    (CURVE, (7.5, 16.1)),
    (CURVE, (8.9, 14.5)),
    (CURVE, (8.9, 12.1)),
    (LINE, (8.9, 5.8)),
    (LINE, (7.3, 5.8)),
    (LINE, (7.3, 0.0)),
    (LINE, (2.7, 0.0)),
    (LINE, (2.7, 5.8)),
    (LINE, (1.1, 5.8)),
    (LINE, (1.1, 12.1)),
    (CURVE, (1.1, 14.5)),
    (CURVE, (2.5, 16.1)),
    (CURVE, (5.0, 16.1)),
    (CLOSE, (5.0, 16.1)),
)

GLYPHS = {"person": (PERSON, 10.0, 23.0)}
"""Outline, width and height of its box by name."""


def width_of(glyph: str, height: float) -> float:
    """Return the width of a glyph so high, in points."""
    _, across, up = GLYPHS[glyph]
    return height * across / up
