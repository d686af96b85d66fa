"""Posit's brand.yml, as far as it is used here, and what we add under ``defaults: factsheet:``.

The standard (https://posit-dev.github.io/brand-yml/) has more keys than these; they are accepted and not read. Only our
own part is closed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BeforeValidator, Field, RootModel

from ..model.brand import Art
from ..model.style import Align
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

SCRIPTS = (
    *("Arab", "Armn", "Beng", "Cyrl", "Deva", "Ethi", "Geor", "Grek", "Gujr", "Guru", "Hang", "Hani", "Hans", "Hant"),
    *("Hebr", "Jpan", "Khmr", "Knda", "Kore", "Laoo", "Latn", "Mlym", "Mymr", "Orya", "Sinh", "Taml", "Telu", "Thaa"),
    *("Thai", "Tibt"),
)
"""Scripts that may have families of their own, by ISO 15924 code."""

DIGITS = (
    *("native", "latn", "arab", "arabext", "beng", "deva", "gujr", "guru", "khmr", "knda", "laoo", "limb", "mlym"),
    *("mymr", "orya", "sinh", "tamldec", "telu", "thai", "tibt"),
)
"""Numbering systems of CLDR that write a number digit by digit, and ``native``, the language's own."""

DECIMALS = (".", ",", "\u00b7", "\u066b")
"""Decimal separators of CLDR: full stop, comma, middle dot, Arabic."""

GROUPS = (*DECIMALS[:2], "'", "\u2019", "\u066c", "\u00a0", "\u202f")
"""Separators of groups of digits. A space is a no-break one, since no line may end within a number."""

UNSEEN = {"none": "", "space": "\u00a0", "narrow-space": "\u202f"}
"""Names of what one does not see between groups of digits."""

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
        return (_rising(int(found[1]), int(found[2])),)
    weight = _weight(value)
    return ((weight, weight),)


def _file_weight(value: Any) -> tuple[tuple[int, int], ...]:
    """Read the weight of one file, or its range if it is variable: ``100..900``, or a list of both ends."""
    if isinstance(value, list) and len(value) == 2:
        return (_rising(_weight(value[0]), _weight(value[1])),)
    return _weights(value)


def _rising(low: int, high: int) -> tuple[int, int]:
    if not 1 <= low <= high <= 1000:
        raise unwanted("a range of weights from 1 to 1000, the lighter one first,", f"{low}..{high}")
    return low, high


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


def _group(value: Any) -> str:
    """Read what parts groups of digits: a character, or the name of one that is not seen."""
    if isinstance(value, str) and value in UNSEEN:
        return UNSEEN[value]
    if not isinstance(value, str) or value not in GROUPS:
        raise unwanted(f"one of {', '.join(UNSEEN)} or {' '.join(GROUPS[:-2])}", value)
    return value


def _decimal(value: Any) -> str:
    if not isinstance(value, str) or value not in DECIMALS:
        raise unwanted(f"one of {' '.join(DECIMALS)}", value)
    return value


def _digits(value: Any) -> str:
    if not isinstance(value, str) or value not in DIGITS:
        raise unwanted(f"a numbering system ({', '.join(DIGITS)})", value)
    return value


def _black(value: Any) -> str:
    if value != "K":
        raise unwanted("K, for black ink alone,", value)
    return "K"


Weight = Annotated[int, BeforeValidator(_weight)]
Digits = Annotated[str, BeforeValidator(_digits)]
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
    weight: Annotated[tuple[tuple[int, int], ...], BeforeValidator(_file_weight)] = ()
    style: Style | None = None


class FontFile(Options, extra="ignore"):
    """A family, and where its files are."""

    family: Text
    source: Literal["google", "bunny", "file", "system"] = "google"
    weight: Annotated[tuple[tuple[int, int], ...], BeforeValidator(_weights)] = ()
    style: Annotated[tuple[Style, ...], BeforeValidator(_styles)] = ()
    files: tuple[Annotated[FontPath, BeforeValidator(_path)], ...] = ()

    @property
    def single_weight(self) -> tuple[tuple[int, int], ...]:
        """The weight if there is one only: then it is that of files for which none is given."""
        return self.weight if len(self.weight) == 1 and self.weight[0][0] == self.weight[0][1] else ()

    @property
    def italic(self) -> bool | None:
        """Whether italics alone are wanted, or upright faces alone; None for both."""
        italics = {style != "normal" for style in self.style}
        return italics.pop() if len(italics) == 1 else None


class Typeface(Options, extra="ignore"):
    """A kind of text. Sizes and line heights speak of screens and are not read: those of pages are the type scale's."""

    family: Text | None = None
    weight: Weight | None = None
    style: Style | None = None
    color: ColourValue | None = None


TypefaceField = Annotated[Typeface, BeforeValidator(_family)]


class Typography(Options, extra="ignore"):
    """Families, and what they are for."""

    fonts: tuple[FontFile, ...] = ()
    base: TypefaceField = Typeface()
    headings: TypefaceField = Typeface()


class ScriptFaces(Options):
    """Families of one script by family role."""

    display: tuple[Text, ...] | None = None
    text: tuple[Text, ...] | None = None


class FacesFile(Options, extra="allow"):
    """Families by family role, in the order in which a letter is looked for; those of other scripts by script."""

    display: tuple[Text, ...] | None = None
    text: tuple[Text, ...] | None = None

    __pydantic_extra__: dict[str, ScriptFaces | None]

    @property
    def scripts(self) -> Mapping[str, ScriptFaces]:
        """The families of scripts, by ISO 15924 code."""
        return {script: faces for script, faces in self.__pydantic_extra__.items() if faces is not None}


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
    align: Align | None = None
    hyphens: Flag | None = None


class SeparatorsFile(Options):
    """Characters within numbers."""

    group: Annotated[str | None, BeforeValidator(_group)] = None
    decimal: Annotated[str | None, BeforeValidator(_decimal)] = None


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


class Spots(RootModel[dict[str, Text]]):
    """Spot inks by palette name, as printers know them: ``PANTONE 300 C``."""


class Inks(RootModel[dict[str, Annotated[str, BeforeValidator(_black)]]]):
    """Palette names that are printed with black ink alone: small type then lies on one plate."""


class Types(RootModel[dict[str, Any]]):
    """What is set differently, by role of the type scale; each entry is a TypeFile."""


class TypesByScript(RootModel[dict[str, Any]]):
    """What is set differently in other scripts: by ISO 15924 code what Types are by role."""


class Ours(Options, alias_generator=hyphenated):
    """``defaults: factsheet:``. What is a mapping is validated by itself, so that a mistake hides no other."""

    roles: Any = None
    cmyk: Any = None
    spot: Any = None
    ink: Any = None
    labelled: tuple[Literal["accent", "data"], ...] = ()
    faces: Any = None
    type: Any = None
    type_by_script: Any = Field(
        default=None, description="The same for other scripts, by ISO 15924 code (Arab, Hani, Cyrl)."
    )
    rule: Length = 1.5
    art: Art = "none"
    emblem: Text | None = None
    emblem_alt: Text | None = None
    digits: Any = None
    separators: Any = None
    qualifiers: Any = None
