"""Fills and strokes of SVG: presentation attributes, inherited, in colours of the brand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from .css_colours import hexadecimal
from .report import quoted
from .svg_geometry import SvgError, number_of, numbers_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..model.brand import Colour

_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_VARIABLE = re.compile(r"var\(\s*--([A-Za-z0-9_-]+)\s*\)")
_OPAQUE = ("opacity", "fill-opacity", "stroke-opacity")
_REFUSED = ("clip-path", "mask", "filter", "marker-start", "marker-mid", "marker-end")
_BLACK = "#000000"

DIRECTIONAL = "directional"
"""Class of the root of a drawing that points in the reading direction; all others are names of colours."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The brand's colours as SVG may name them."""

    colours: Mapping[str, Colour]

    def name(self, value: str) -> str:
        """Return the brand's name of a colour.

        Raises:
            SvgError: the brand has no such colour.
        """
        if (found := _VARIABLE.fullmatch(value)) is not None and (name := self.known(found[1])) is not None:
            return name
        rgb = hexadecimal(value)
        found_name = next((name for name, colour in self.colours.items() if colour.rgb == rgb), None)
        if found_name is None:
            remedy = 'write fill="var(--ink)" with a role or a palette entry, or the exact colour of one'
            raise SvgError("svg-colour-unknown", f"the brand has no colour {quoted(value)}", remedy)
        return found_name

    def known(self, name: str) -> str | None:
        """Return the role or palette entry called *name*, with either kind of dash."""
        return next((known for known in (name, name.replace("-", "_")) if known in self.colours), None)


@dataclass(frozen=True, slots=True)
class Paint:
    """What an element is painted with. Its colours are looked up only where something is painted with them."""

    fill_value: str = _BLACK
    stroke_value: str = "none"
    width: float = 1.0
    cap: int = 0
    join: int = 0
    dash: tuple[float, ...] = field(default=())
    even_odd: bool = False

    def but(self, attributes: Mapping[str, str], palette: Palette) -> Paint:
        """Return this paint with what an element says itself; a class that is a colour's name is its fill.

        Raises:
            SvgError: it says what cannot be painted.
        """
        _check(attributes)
        changed = replace(
            self,
            fill_value=attributes.get("fill", self._class_colour(attributes, palette)).strip(),
            stroke_value=attributes.get("stroke", self.stroke_value).strip(),
            even_odd=attributes.get("fill-rule", "evenodd" if self.even_odd else "nonzero") == "evenodd",
        )
        if "stroke-width" in attributes:
            changed = replace(changed, width=number_of(attributes["stroke-width"]))
        if "stroke-dasharray" in attributes:
            changed = replace(changed, dash=_dash(attributes["stroke-dasharray"]))
        cap, join = attributes.get("stroke-linecap"), attributes.get("stroke-linejoin")
        return replace(
            changed,
            cap=self.cap if cap is None else _choice(cap, _CAPS),
            join=self.join if join is None else _choice(join, _JOINS),
        )

    def _class_colour(self, attributes: Mapping[str, str], palette: Palette) -> str:
        for name in (name for name in attributes.get("class", "").split() if name != DIRECTIONAL):
            if palette.known(name) is None:
                raise SvgError(
                    "svg-colour-unknown", f"the brand has no colour {quoted(name)}", "name a role or a palette entry"
                )
            return f"var(--{name})"
        return self.fill_value

    @property
    def invisible(self) -> bool:
        """Whether nothing is painted."""
        return self.fill_value == "none" and (self.stroke_value == "none" or not self.width)

    def fill(self, palette: Palette) -> str | None:
        """Return the brand's name of the fill, or None."""
        if self.fill_value == "none":
            return None
        if self.even_odd:
            remedy = "let the outlines of holes run the other way round (nonzero)"
            raise SvgError("svg-unsupported", "the fill rule evenodd is not painted", remedy)
        return palette.name(self.fill_value)

    def stroke(self, palette: Palette) -> str | None:
        """Return the brand's name of the stroke, or None."""
        return None if self.stroke_value == "none" or not self.width else palette.name(self.stroke_value)


def _check(attributes: Mapping[str, str]) -> None:
    for name in _REFUSED:
        if attributes.get(name, "none") != "none":
            raise SvgError("svg-unsupported", f"{quoted(name)} is not painted", "flatten the drawing")
    for name in _OPAQUE:
        if attributes.get(name, "1").strip() not in {"1", "1.0", "100%"}:
            raise SvgError("svg-unsupported", "transparency is not painted", "use a solid colour of the brand")
    if attributes.get("display", "inline") == "none" or attributes.get("visibility", "visible") != "visible":
        raise SvgError("svg-unsupported", "a part of the drawing is hidden", "delete it")


def _choice(value: str, choices: Mapping[str, int]) -> int:
    if value not in choices:
        raise SvgError("svg-unsupported", f"{quoted(value)} is not painted", f"write one of {', '.join(choices)}")
    return choices[value]


def _dash(value: str) -> tuple[float, ...]:
    values = () if value.strip() == "none" else tuple(numbers_of(value.replace("px", " ")))
    if any(part < 0 for part in values):
        raise SvgError("svg-unsupported", f"{quoted(value)} is no dash pattern", "write lengths of zero or more")
    return values
