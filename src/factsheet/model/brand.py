"""What a brand decides: colours by role, faces, type scale, rules, emblem, the words of qualifiers."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ..problems import Position
    from .drawing import Drawing
    from .style import Style

Art = Literal["dots", "rings", "none"]
"""Routines that paint a masthead's art, by name."""

ROLES = ("ink", "text", "muted", "data", "accent", "accent_text", "ground", "panel", "hair", "pale", "paper")
"""Roles that every brand fills; blocks and figures name these and nothing else."""

TEXT_ROLES = {"accent": "accent_text", "data": "data", "ink": "ink"}
"""Roles that fill marks, and their partners that may carry text (4.5:1 on paper)."""

FALLBACK_ROLES = {
    "paper": "white",
    "ghost": "pale",
    "land": "ghost",
    "third": "ghost",
    "gap": "muted",
    "estimate": "pale",
    "estimate_accent": "pale",
    "ground_text": "paper",
    "ground_muted": "pale",
    "ground_hair": "muted",
    "ground_accent": "accent",
    "ground_dot": "ground_hair",
    "ground_line": "ground_hair",
    "ground_tail": "ground_hair",
}
"""Roles a brand may leave out: each then takes the colour of another one.

ghost: the missing part of a unit glyph; land: the dots of a map; third: a rare third category, which stands inside an
edge; gap: a year without a figure; estimate, estimate_accent: fill of estimates;
ground_…: text, quiet text, hairlines and highlights on the dark ground, and the dots, lines and tails of its art.
"""

ON_GROUND = {
    "ink": "ground_text",
    "text": "ground_text",
    "muted": "ground_muted",
    "hair": "ground_hair",
    "accent_text": "ground_accent",
    "data": "ground_muted",
    "ghost": "ground_hair",
    "land": "ground_hair",
    "paper": "ground",
}
"""What roles become on the dark ground, so that a block need not know where it stands."""

SAME_SCRIPT = {"Hans": "Hani", "Hant": "Hani", "Jpan": "Hani", "Kore": "Hang"}
"""Codes of ISO 15924 for ways of writing, and the script that their letters have in Unicode (UAX #24)."""


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour.

    Attributes:
        rgb: sRGB as ``#RRGGBB``.
        cmyk: the build for print in per cent, where the brand gives or implies one.
        spot: the name of a spot ink, as printers know it (``PANTONE 300 C``); *cmyk* stands in where it is not loaded.
    """

    rgb: str
    cmyk: tuple[float, float, float, float] | None = None
    spot: str | None = None


@dataclass(frozen=True, slots=True)
class FaceFile:
    """One font file.

    Attributes:
        family: as the brand calls it.
        weight: of a variable file the one nearest to 400.
        italic: whether it is italic or oblique.
        path: absolute; read has checked it, or it is one of the tool's own.
        axes: where the axes of a variable file are pinned, by tag, in order; the others stay at their default.
        weights: lightest and boldest that a variable file is to be pinned at; None for a static file.
        position: where the brand asks for it, for problems that shaping finds.
        script: the script that it is there for (ISO 15924, as in Unicode: ``Arab``, ``Hani``); '' for the families
            that the brand sets Latin in, and for the fallback of every script.
    """

    family: str
    weight: int
    italic: bool
    path: Path
    axes: tuple[tuple[str, float], ...] = ()
    weights: tuple[int, int] | None = None
    position: Position | None = field(default=None, compare=False)
    script: str = ""

    def at(self, weight: int) -> FaceFile:
        """Return the file pinned at the weight nearest to *weight*; a static one is as it is."""
        if self.weights is None:
            return self
        nearest = min(max(weight, self.weights[0]), self.weights[1])
        axes = tuple(sorted({**dict(self.axes), "wght": float(nearest)}.items()))
        return replace(self, weight=nearest, axes=axes, weights=None)


@dataclass(frozen=True, slots=True)
class Separators:
    """Characters within numbers; None where those of the language stand. An empty *group* sets digits closely."""

    group: str | None = None
    decimal: str | None = None


@dataclass(frozen=True, slots=True)
class Brand:
    """A brand, checked.

    What depends on the language is kept by language tag; the entry under the empty tag holds for all that have none.

    Attributes:
        colours: by role and by palette name (roles win where a name is both).
        faces: by family role (``display``, ``text``): the brand's own faces first, then those of other scripts and
            the fallbacks, in the order in which a character is looked for.
        scale: the type scale by role, for Latin and its like.
        rule: weight of the rule over a block, in points.
        emblem: vectors for the running head, or None.
        qualifiers: words by qualifier, as the brand says them in the language of its editions.
        art: the routine that paints a masthead's art.
        digits: numbering systems (``latn``, ``arab``), ``native`` for the language's own.
        separators: characters within numbers.
        words: words by qualifier, by language; they win over *qualifiers*.
        scales: the type scales of other scripts (ISO 15924, as in Unicode); each has every role of *scale*.
    """

    name: str
    colours: Mapping[str, Colour]
    faces: Mapping[str, tuple[FaceFile, ...]]
    scale: Mapping[str, Style]
    rule: float = 1.5
    emblem: Drawing | None = None
    emblem_alt: str = ""
    qualifiers: Mapping[str, str] = field(default_factory=dict)
    art: Art = "none"
    digits: Mapping[str, str] = field(default_factory=dict)
    separators: Mapping[str, Separators] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    scales: Mapping[str, Mapping[str, Style]] = field(default_factory=dict)

    def scale_of(self, script: str) -> Mapping[str, Style]:
        """Return the type scale of a *script* (ISO 15924); scripts without one of their own have that of Latin."""
        return self.scales.get(SAME_SCRIPT.get(script, script), self.scale)
