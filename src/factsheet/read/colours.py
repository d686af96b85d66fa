"""Colours: palette, builds for print, contrast, mixtures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..model.brand import Colour
from .css_colours import css_colour, hexadecimal
from .report import did_you_mean, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .document import Place
    from .report import Problems

WHITE, BLACK = Colour("#FFFFFF"), Colour("#000000")
BUILT_IN = {"white": WHITE.rgb, "black": BLACK.rgb}
"""Names that a brand file need not explain."""

Cmyk = tuple[float, float, float, float]
_NO_INK = (0.0, 0.0, 0.0, 0.0)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two sRGB colours (WCAG 2.2, definition of contrast ratio)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(rgb: str) -> float:
    """Relative luminance (WCAG 2.2, with the threshold of sRGB, IEC 61966-2-1)."""
    linear = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in _channels(rgb))
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _channels(rgb: str) -> tuple[float, ...]:
    return tuple(int(rgb[start : start + 2], 16) / 255 for start in (1, 3, 5))


def chroma(rgb: str) -> float:
    """Return how far a colour is from grey: the spread of its channels, 0 to 1."""
    channels = _channels(rgb)
    return max(channels) - min(channels)


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """Return *one* with a *share* (0 to 1) of *other*, by channel and, where both have builds, by plate.

    White has the build of no ink, so that a tint of a built colour is a tint in print too.
    """
    if not share:
        return one
    pairs = zip(_channels(one.rgb), _channels(other.rgb), strict=True)
    rgb = "".join(f"{round(255 * (a + (b - a) * share)):02X}" for a, b in pairs)
    first, second = _build(one), _build(other)
    if first is None or second is None:
        return Colour(f"#{rgb}")
    cyan, magenta, yellow, black = (round(a + (b - a) * share, 1) for a, b in zip(first, second, strict=True))
    return Colour(f"#{rgb}", (cyan, magenta, yellow, black))


def _build(colour: Colour) -> Cmyk | None:
    return _NO_INK if colour.cmyk is None and colour.rgb == WHITE.rgb else colour.cmyk


def black_build(rgb: str) -> Cmyk:
    """Return the build of black ink alone that is as light as *rgb*.

    It is what the grey of the same luminance lacks to white, as DeviceGray and DeviceCMYK go together (ISO 32000-1,
    10.3.3).
    """
    light = _luminance(rgb)
    grey = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return (0.0, 0.0, 0.0, float(round(100 * (1 - grey))))


@dataclass(frozen=True, slots=True)
class Prints:
    """How colours are printed, by palette or semantic name.

    Attributes:
        cmyk: builds in per cent.
        spot: names of spot inks.
        black: names of colours that black ink alone prints.
        all_black: whether it prints every colour that has no build.
    """

    cmyk: Mapping[str, Cmyk] = field(default_factory=dict)
    spot: Mapping[str, str] = field(default_factory=dict)
    black: frozenset[str] = frozenset()
    all_black: bool = False

    def colour(self, names: list[str], rgb: str) -> Colour:
        """Return the colour that *names*, one leading to the other, stand for: the first print of them counts."""
        cmyk = next((self.cmyk[name] for name in names if name in self.cmyk), None)
        if cmyk is None and (self.all_black or not self.black.isdisjoint(names)):
            cmyk = black_build(rgb)
        return Colour(rgb, cmyk, next((self.spot[name] for name in names if name in self.spot), None))


@dataclass(frozen=True, slots=True)
class Palette:
    """The named colours of a brand file. Semantic names (``primary``) and palette names share one name space.

    Attributes:
        palette: ``color.palette``; an entry is a colour or the name of another one.
        theme: the semantic colours under ``color``; looked up first, as brand.yml does.
        prints: how they are printed.
        place: where ``color`` stands.
        problems: takes what is wrong.
    """

    palette: Mapping[str, str]
    theme: Mapping[str, str]
    prints: Prints
    place: Place
    problems: Problems

    def colours(self) -> dict[str, Colour]:
        """Return the palette by name. What CSS writes otherwise than we read it is left out until a role needs it."""
        for table, place in ((self.palette, self.place.at("palette")), (self.theme, self.place)):
            for name, value in table.items():
                if value.startswith("#") and hexadecimal(value) is None:
                    message = f"{quoted(value)} is not a colour"
                    self.problems.add("colour-invalid", message, place.at(name).position, "write '#RRGGBB'")
        named = ((name, self.colour(name)) for name in self.palette)
        return {name: colour for name, colour in named if colour is not None}

    def colour(self, name: str) -> Colour | None:
        """Return the colour called *name*, through as many names as it takes, with its print.

        Names of CSS are colours where the palette or a semantic name takes one as its value; a role names a palette
        entry, so that a slip of the pen is no other colour.
        """
        *names, value = self._followed(name)
        rgb = css_colour(value) if names else hexadecimal(value)
        return None if rgb is None else self.prints.colour(names, rgb)

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
        return {"theme": self.theme, "palette": self.palette, "built in": BUILT_IN}

    def knows(self, name: str) -> bool:
        """Say whether the file gives *name* a meaning."""
        return name in self.palette or name in self.theme

    def named(self, name: str, place: Place) -> Colour | None:
        """Return the colour that a brand file names at *place*, or None and a problem."""
        colour = self.colour(name)
        broken = self.knows(name) and self._followed(name)[-1].startswith("#")
        if colour is None and not broken:  # a broken one is reported where it is written
            known = [*self.palette, *self.theme]
            message = f"{quoted(name)} leads to no colour" if name in known else f"no colour is called {quoted(name)}"
            remedy = f"the palette has {listed(self.palette)}" if self.palette else "write a palette under 'color:'"
            if name in known:
                remedy = "write '#RRGGBB', a name of CSS or rgb(0, 0, 0) where it ends"
            caret = "" if name in known else did_you_mean(name, known)
            self.problems.add("colour-unknown", message, place.position, remedy, caret)
        return colour
