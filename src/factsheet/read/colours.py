"""The colours of a brand: palette, roles, inks, contrast."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model.brand import FALLBACK_ROLES, ROLES, Colour
from .report import did_you_mean, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .document import Place
    from .report import Problems

ENOUGH = 4.5
"""Contrast of text against what it stands on (WCAG 2.2, success criterion 1.4.3, level AA)."""

_TEXT_ROLES = ("ink", "text", "muted", "data", "accent_text")
_GROUNDS = ("paper", "panel")
_BUILT_IN = {"white": "#FFFFFF", "black": "#000000"}
_HEX = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")

Cmyk = tuple[float, float, float, float]


def hexadecimal(value: str) -> str | None:
    """Return ``#RGB`` or ``#RRGGBB`` as ``#RRGGBB`` in capitals, or None."""
    found = _HEX.fullmatch(value)
    if found is None:
        return None
    digits = found[1].upper()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two sRGB colours (WCAG 2.2, definition of contrast ratio)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(rgb: str) -> float:
    """Relative luminance (WCAG 2.2, with the threshold of sRGB, IEC 61966-2-1)."""
    channels = (int(rgb[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@dataclass(frozen=True, slots=True)
class Palette:
    """The named colours of a brand file. Semantic names (``primary``) and palette names share one name space.

    Attributes:
        palette: ``color.palette``; an entry is a colour or the name of another one.
        theme: the semantic colours under ``color``; looked up first, as brand.yml does.
        cmyk: builds for print in per cent, by palette name.
        place: where ``color`` stands.
        problems: takes what is wrong.
    """

    palette: Mapping[str, str]
    theme: Mapping[str, str]
    cmyk: Mapping[str, Cmyk]
    place: Place
    problems: Problems

    def colours(self) -> dict[str, Colour]:
        """Return the palette by name. Notations of CSS other than hexadecimal are left out until a role needs one."""
        for table, place in ((self.palette, self.place.at("palette")), (self.theme, self.place)):
            for name, value in table.items():
                if value.startswith("#") and hexadecimal(value) is None:
                    message = f"{quoted(value)} is not a colour"
                    self.problems.add("colour-invalid", message, place.at(name).position, "write '#RRGGBB'")
        named = ((name, self.colour(name)) for name in self.palette)
        return {name: colour for name, colour in named if colour is not None}

    def colour(self, name: str) -> Colour | None:
        """Return the colour called *name*, through as many names as it takes, with the first build for print."""
        *names, value = self._followed(name)
        rgb = hexadecimal(value)
        build = next((self.cmyk[name] for name in names if name in self.cmyk), None)
        return None if rgb is None else Colour(rgb, build)

    def _followed(self, name: str) -> list[str]:
        """Return *name*, what it stands for, what that stands for, and so on to the end."""
        followed, visited = [name], set[tuple[str, str]]()
        while True:
            value = followed[-1]
            table = next(
                (key for key in self._tables if value in self._tables[key] and (key, value) not in visited), ""
            )
            if not table:
                return followed
            visited.add((table, value))
            followed.append(self._tables[table][value])

    @property
    def _tables(self) -> dict[str, Mapping[str, str]]:
        """Where a name is looked up. The semantic colour ``dark: dark`` takes the palette's: nothing is met twice."""
        return {"theme": self.theme, "palette": self.palette, "built in": _BUILT_IN}

    def named(self, name: str, place: Place) -> Colour | None:
        """Return the colour that a brand file names at *place*, or None and a problem."""
        colour = self.colour(name)
        broken = (name in self.palette or name in self.theme) and self._followed(name)[-1].startswith("#")
        if colour is None and not broken:  # a broken one is reported where it is written
            known = [*self.palette, *self.theme]
            message = f"{quoted(name)} leads to no colour" if name in known else f"no colour is called {quoted(name)}"
            remedy = f"the palette has {listed(self.palette)}" if self.palette else "write a palette under 'color:'"
            caret = "" if name in known else did_you_mean(name, known)
            self.problems.add("colour-unknown", message, place.position, remedy, caret)
        return colour


def role_colours(roles: Mapping[str, tuple[str, Place]], palette: Palette, place: Place) -> dict[str, Colour]:
    """Return the colours by role, fallbacks filled in; check that none is missing and that texts can be read.

    Args:
        roles: role to the colour's name and where it is written.
        palette: what the names mean.
        place: where the roles stand.
    """
    found = {}
    for role, (name, at) in roles.items():
        if (colour := palette.named(name, at)) is not None:
            found[role] = colour
    if "paper" not in roles:
        found["paper"] = palette.colour(FALLBACK_ROLES["paper"]) or Colour(_BUILT_IN["white"])
    missing = [role for role in ROLES if role not in roles and role != "paper"]
    if missing:
        remedy = "give each a palette entry under defaults.factsheet.roles"
        message = f"no colour is given for {listed(missing)}"
        palette.problems.add("role-missing", message, place.key, remedy)
    for role, other in FALLBACK_ROLES.items():
        if role not in roles and other in found:
            found[role] = found[other]
    _check_contrast(found, roles, palette, place)
    return found


def _check_contrast(
    colours: Mapping[str, Colour], roles: Mapping[str, tuple[str, Place]], palette: Palette, place: Place
) -> None:
    for role in _TEXT_ROLES:
        grounds = [ground for ground in _GROUNDS if role in colours and ground in colours]
        ratios = {ground: contrast(colours[role].rgb, colours[ground].rgb) for ground in grounds}
        ground = min(ratios, key=lambda name: ratios[name], default="")
        if ground and ratios[ground] < ENOUGH:
            position = roles[role][1].position if role in roles else place.position
            message = f"{role} on {ground} has a contrast of {int(ratios[ground] * 100) / 100:.2f}:1"
            remedy = f"text needs {ENOUGH}:1; take a darker colour for {role} or a lighter one for {ground}"
            palette.problems.add("contrast-low", message, position, remedy)
