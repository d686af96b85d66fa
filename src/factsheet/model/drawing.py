"""What the painter knows how to paint: GlyphLine, Shape, Image, Group; and the labels of a figure before they are set.

Paths are text in PDF's own path operators (``x y m``, ``l``, ``c``, ``re``, ``h``; ISO 32000-1, 8.5.2), y up from the
lower start corner of the drawing: plain, picklable, and painted by concatenation.
Colours are roles or palette names of the brand; only the painter knows their inks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

Anchor = Literal["start", "middle", "end"]


class Subset(Protocol):
    """A font program cut down to some glyphs: an sfnt of TrueType outlines, or a bare CFF table."""

    data: bytes
    glyphs: dict[int, int]  # old glyph id -> glyph id in the subset


class Face(Protocol):
    """One font file as the painter sees it; made by the text engine."""

    name: str  # a PDF resource name, the same on every machine
    postscript_name: str
    upem: int
    glyph_count: int
    ascent: float  # in em
    descent: float  # in em, negative
    cap_height: float  # in em
    italic_angle: float
    cff: bool

    def advance(self, glyph: int) -> int:
        """Return the advance of *glyph* in font units."""
        ...

    def text_of(self, glyph: int) -> str:
        """Return the text that *glyph* stands for when it is painted as itself."""
        ...

    def outline(self, glyph: int) -> str:
        """Return the path of *glyph* in PDF's operators, in font units."""
        ...

    def subset(self, glyphs: Iterable[int]) -> Subset:
        """Return a font program with these glyphs only, unhinted."""
        ...


class GlyphRun(NamedTuple):
    """Glyphs of one face, size and colour in visual order.

    Attributes:
        core: the inside of a hexadecimal string in a TJ array (ISO 32000-1, 9.4.3): four digits a glyph, adjustments
            between ``>`` and ``<`` in thousandths of an em; so it serves every size, place and document. Where a face
            lifts a mark it holds ``>]TJ 0.05 Ts[<``, and is back at ``0 Ts`` when it ends.
        glyphs: glyph ids painted as themselves.
        extras: (marker, glyph id, text): a marker character in *core* stands for a glyph whose text is not its own;
            the painter gives the pair a code of its own in each document.
        width: points, tracking and trailing blanks included.
        href: the address that it leads to, if it is a link.
        text: the logical text, trailing blanks included.
        late: (x, y, glyph id) in em from the left end of the run: marks to be painted as outlines after the text; the
            glyphs of *core* carry what they say.
    """

    face: Face
    size: float
    colour: str
    core: str
    glyphs: frozenset[int]
    extras: tuple[tuple[str, int, str], ...]
    width: float
    rise: float = 0.0
    track: float = 0.0
    href: str | None = None
    text: str = ""
    late: tuple[tuple[float, float, int], ...] = ()


@dataclass(frozen=True, slots=True)
class GlyphLine:
    """A line of text, shaped and in visual order.

    Attributes:
        width: points, without the blank at its end (which hangs outside the measure but is set: readers need it).
        lead: width of a hanging blank on the left of a right-to-left line.
        text: the logical text, the trailing blank included.
        missing: characters that no face of the brand has.
        ascent, descent: of the tallest run, in points; descent negative.
    """

    runs: tuple[GlyphRun, ...]
    width: float
    text: str
    ascent: float
    descent: float
    lead: float = 0.0
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """A path with fill or stroke; with *at*, the path is stamped at each of these points."""

    path: str
    fill: str | None = None
    stroke: str | None = None
    width: float = 0.0
    cap: int = 0
    join: int = 0
    dash: tuple[float, ...] = ()
    clip: str | None = None
    at: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Image:
    """Pixels (PNG or JPEG bytes) in a rectangle of the drawing."""

    data: bytes
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Label:
    """A text of a figure before it is set: an anchor, a role of the type scale and the room it was promised.

    *y* is its baseline; *room* the width in points that the figure keeps free for it: a wider text goes down the fit
    ladder, in the end to its *short* form, and is a problem where none of it fits. *weight* and *size* override the
    role where one label of a series is louder.
    """

    text: str
    x: float
    y: float
    role: str
    anchor: Anchor = "start"
    colour: str | None = None
    weight: int | None = None
    size: float | None = None
    room: float | None = None
    short: str | None = None


@dataclass(frozen=True, slots=True)
class SetLabel:
    """A label as a glyph line at its anchor; *rung* is how far down the fit ladder it had to go."""

    line: GlyphLine
    x: float
    y: float
    anchor: Anchor
    role: str
    room: float | None = None
    rung: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Items moved together; *mirror* off for what keeps its sides in a right-to-left edition (maps, logos).

    *width* is that of what it holds, before *scale*: in a mirrored drawing the whole still changes its place.
    """

    items: tuple[Item, ...]
    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0
    mirror: bool = True
    width: float = 0.0


Item = Shape | Image | Label | SetLabel | Group


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished picture, in points. *mirror*: whether a right-to-left edition turns it round."""

    width: float
    height: float
    items: tuple[Item, ...] = ()
    mirror: bool = True


def number(value: float) -> str:
    """Spell a number as PDF does: at most two decimals (0.01 pt is finer than any press), no exponent."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace("-0", "0", value > -0.005 and value < 0) or "0"


def numbers(*values: float) -> str:
    """Spell several numbers with blanks between them."""
    return " ".join(map(number, values))


def rectangle(x: float, y: float, width: float, height: float) -> str:
    """Return the path of a rectangle."""
    return f"{numbers(x, y, width, height)} re"


def segment(x0: float, y0: float, x1: float, y1: float) -> str:
    """Return the path of a straight line."""
    return f"{numbers(x0, y0)} m {numbers(x1, y1)} l"


def circle(x: float, y: float, radius: float) -> str:
    """Return the path of a circle as four Bézier curves (control points at 0.5523 r: under 0.03 % off)."""
    k = 0.5523 * radius
    east, north, west, south = x + radius, y + radius, x - radius, y - radius
    return " ".join(
        (
            f"{numbers(east, y)} m",
            f"{numbers(east, y + k, x + k, north, x, north)} c",
            f"{numbers(x - k, north, west, y + k, west, y)} c",
            f"{numbers(west, y - k, x - k, south, x, south)} c",
            f"{numbers(x + k, south, east, y - k, east, y)} c h",
        )
    )
