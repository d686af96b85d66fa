"""Posit's brand.yml, as far as it is used here, and what we add under ``defaults: factsheet:``.

The standard (https://posit-dev.github.io/brand-yml/) has more keys than these; they are accepted and not read. Only our
own part is closed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BeforeValidator, Field, RootModel

from ..options import Flag, Options
from .schema import hyphenated
from .values import Length, PositiveLength, SignedLength, Text, number, unwanted, whole

if TYPE_CHECKING:
    from collections.abc import Mapping

WEIGHTS = {
    "thin": 100,
    "extra-light": 200,
    "ultra-light": 200,
    "light": 300,
    "normal": 400,
    "regular": 400,
    "medium": 500,
    "semi-bold": 600,
    "demi-bold": 600,
    "bold": 700,
    "extra-bold": 800,
    "ultra-bold": 800,
    "black": 900,
}
"""Weights by name, as brand.yml has them."""

_RANGE = re.compile(r"(\d{1,4})\.\.(\d{1,4})", re.ASCII)


def _name(value: Any) -> Any:
    """A name is a text, or short and full forms of it: the full one, which documents carry as their author."""
    if isinstance(value, dict):
        value = value.get("full") or value.get("short")
    return value


def _light(value: Any) -> Any:
    """Colours may have a form for light and one for dark pages; paper is light."""
    if isinstance(value, dict) and value.keys() <= {"light", "dark"}:
        value = value.get("light", value.get("dark"))
    if not isinstance(value, str):
        raise unwanted("a colour", value)
    return value


def _weight(value: Any) -> int:
    if isinstance(value, str) and value in WEIGHTS:
        return WEIGHTS[value]
    return whole(1, 1000)(value)


def _weights(value: Any) -> tuple[tuple[int, int], ...]:
    """Read a weight, a list of weights or a range (``300..700``) as ranges."""
    if isinstance(value, list):
        return tuple(part for entry in value for part in _weights(entry))
    if value in {None, "auto"}:
        return ()
    if isinstance(value, str) and (found := _RANGE.fullmatch(value)) is not None:
        return ((int(found[1]), int(found[2])),)
    weight = _weight(value)
    return ((weight, weight),)


def _file_weight(value: Any) -> int | None:
    """Read the weight of one file; of a range, as variable fonts have it, the one nearest to 400."""
    ranges = _weights(value)
    return min(max(400, ranges[0][0]), ranges[0][1]) if ranges else None


def _family(value: Any) -> Any:
    return {"family": value} if isinstance(value, str) else value


def _path(value: Any) -> Any:
    return {"path": value} if isinstance(value, str) else value


def _styles(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


def _cmyk(value: Any) -> tuple[float, float, float, float]:
    parts = [float(number(part)) for part in value] if isinstance(value, list) and len(value) == 4 else []
    if not parts or not all(0 <= part <= 100 for part in parts):
        raise unwanted("a list of cyan, magenta, yellow and black in per cent", value)
    return parts[0], parts[1], parts[2], parts[3]


Weight = Annotated[int, BeforeValidator(_weight)]
ColourValue = Annotated[str, BeforeValidator(_light)]
Style = Literal["normal", "italic", "oblique"]


class Meta(Options, extra="ignore"):
    """Who the brand is."""

    name: Annotated[Text | None, BeforeValidator(_name)] = None


class ColourFile(Options, extra="ignore"):
    """The palette and the semantic colours."""

    palette: dict[str, ColourValue] = Field(default_factory=dict)
    foreground: ColourValue | None = None
    background: ColourValue | None = None
    primary: ColourValue | None = None
    secondary: ColourValue | None = None
    tertiary: ColourValue | None = None
    success: ColourValue | None = None
    info: ColourValue | None = None
    warning: ColourValue | None = None
    danger: ColourValue | None = None
    light: ColourValue | None = None
    dark: ColourValue | None = None
    link: ColourValue | None = None

    @property
    def theme(self) -> Mapping[str, str]:
        """The semantic colours that are given."""
        names = (name for name in type(self).model_fields if name != "palette")
        return {name: value for name in names if (value := getattr(self, name)) is not None}


class FontPath(Options, extra="ignore"):
    """A file of a family."""

    path: Text
    weight: Annotated[int | None, BeforeValidator(_file_weight)] = None
    style: Style = "normal"


class FontFile(Options, extra="ignore"):
    """A family, and where its files are."""

    family: Text
    source: Literal["google", "bunny", "file", "system"] = "google"
    weight: Annotated[tuple[tuple[int, int], ...], BeforeValidator(_weights)] = ()
    style: Annotated[tuple[Style, ...], BeforeValidator(_styles)] = ()
    files: tuple[Annotated[FontPath, BeforeValidator(_path)], ...] = ()

    @property
    def single_weight(self) -> int:
        """The weight of files that say none."""
        return self.weight[0][0] if len(self.weight) == 1 and self.weight[0][0] == self.weight[0][1] else 400

    @property
    def italic(self) -> bool | None:
        """Whether italics alone are wanted, or upright faces alone; None for both."""
        italics = {style != "normal" for style in self.style}
        return italics.pop() if len(italics) == 1 else None

    def wanted(self, weight: int) -> bool:
        """Say whether the brand asks for *weight*; one that asks for none takes all that there are."""
        return not self.weight or any(low <= weight <= high for low, high in self.weight)


class Typeface(Options, extra="ignore"):
    """The family of a kind of text; its sizes and weights are the type scale's."""

    family: Text | None = None


TypefaceField = Annotated[Typeface, BeforeValidator(_family)]


class Typography(Options, extra="ignore"):
    """Families, and what they are for."""

    fonts: tuple[FontFile, ...] = ()
    base: TypefaceField = Typeface()
    headings: TypefaceField = Typeface()


class FacesFile(Options):
    """Families by family role, in the order in which a letter is looked for."""

    display: tuple[Text, ...] | None = None
    text: tuple[Text, ...] | None = None


class TypeFile(Options):
    """What a role of the type scale is set in, where it differs from the usual."""

    family: Literal["display", "text"] | None = None
    size: PositiveLength | None = None
    leading: PositiveLength | None = None
    weight: Weight | None = None
    colour: Text | None = None
    track: SignedLength | None = None
    tabular: Flag | None = None
    italic: Flag | None = None


class Qualifiers(Options, alias_generator=hyphenated):
    """The brand's own words for qualifiers."""

    about: Text | None = None
    almost: Text | None = None
    more_than: Text | None = None
    less_than: Text | None = None
    up_to: Text | None = None


class Roles(RootModel[dict[str, Text]]):
    """Colours by role."""


class Builds(RootModel[dict[str, Annotated[tuple[float, float, float, float], BeforeValidator(_cmyk)]]]):
    """Builds for print by palette name."""


class Types(RootModel[dict[str, Any]]):
    """What is set differently, by role of the type scale; each entry is a TypeFile."""


class Ours(Options, alias_generator=hyphenated):
    """``defaults: factsheet:``. What is a mapping is validated by itself, so that a mistake hides no other."""

    roles: Any = None
    cmyk: Any = None
    faces: Any = None
    type: Any = None
    rule: Length = 1.5
    emblem: Text | None = None
    emblem_alt: Text | None = None
    qualifiers: Any = None
