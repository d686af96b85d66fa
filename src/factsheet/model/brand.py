"""What a brand decides: colours by role, faces, type scale, rules, emblem, the words of qualifiers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from .drawing import Drawing
    from .style import Style

ROLES = ("ink", "text", "muted", "data", "accent", "accent_text", "ground", "panel", "hair", "pale", "paper")
"""Roles that every brand fills; blocks and figures name these and nothing else."""

FALLBACK_ROLES = {"paper": "white", "ghost": "pale", "gap": "muted", "estimate": "pale", "estimate_accent": "pale"}
"""Roles a brand may leave out: each then takes the colour of another one.

ghost: the missing part of a unit glyph; gap: a year without a figure; estimate, estimate_accent: fill of estimates.
"""


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour: sRGB as ``#RRGGBB``; CMYK in per cent where the brand gives a build for print."""

    rgb: str
    cmyk: tuple[float, float, float, float] | None = None
    spot: str | None = None


@dataclass(frozen=True, slots=True)
class FaceFile:
    """One font file: an absolute path that read has checked."""

    family: str
    weight: int
    italic: bool
    path: Path


@dataclass(frozen=True, slots=True)
class Brand:
    """A brand, checked.

    Attributes:
        colours: by role and by palette name (roles win where a name is both).
        faces: by family role (``display``, ``text``): the brand's own faces first, then those of other scripts and
            the fallbacks, in the order in which a character is looked for.
        scale: the type scale by role.
        rule: weight of the rule over a block, in points.
        emblem: vectors for the running head, or None.
    """

    name: str
    colours: Mapping[str, Colour]
    faces: Mapping[str, tuple[FaceFile, ...]]
    scale: Mapping[str, Style]
    rule: float = 1.5
    emblem: Drawing | None = None
    emblem_alt: str = ""
    qualifiers: Mapping[str, str] = field(default_factory=dict)
