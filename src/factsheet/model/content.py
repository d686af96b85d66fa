"""What blocks compose: a small closed set of content items, each with its structure type.

Any number of blocks reduce to these; fit, pages and pdf know nothing else.
Texts are spans whose words are final: translated, figures filled in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .drawing import Anchor, Drawing
    from .facts import Printed

MarkName = Literal["dot", "ring", "square"]


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text in one manner. *role* takes another entry of the type scale than the paragraph's."""

    text: str
    bold: bool = False
    emphasis: bool = False
    role: str | None = None
    colour: str | None = None
    href: str | None = None
    mark: MarkName | None = None  # a small drawing in the line instead of text (a key)


Text = tuple[Span, ...]


def plain(text: Text) -> str:
    """Return the words of *text* alone."""
    return "".join(span.text for span in text)


@dataclass(frozen=True, slots=True)
class Heading:
    """H1 to H6. *end* is set at the reading end of the last line, on its baseline."""

    text: Text
    level: int
    role: str
    end: Text = ()
    above: float = 0.0
    colour: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """P. A paragraph is one string of text however many lines it has. *align* is where each of its lines is flush."""

    text: Text
    role: str
    end: Text = ()
    above: float = 0.0
    colour: str | None = None
    align: Literal["start", "end"] = "start"


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list. *mark* stands at its reading end and says *mark_alt*."""

    label: Text
    body: Text
    mark: MarkName | None = None
    mark_alt: str = ""


@dataclass(frozen=True, slots=True)
class List:
    """L with LI, Lbl and LBody. *numbering* is PDF's ListNumbering (ISO 32000-1, 14.8.5.5)."""

    items: tuple[Item, ...]
    numbering: Literal["Decimal", "LowerAlpha", "None"] = "Decimal"
    colour: str = "data"
    above: float = 0.0
    label_role: str = "list_number"


@dataclass(frozen=True, slots=True)
class Table:
    """Table with TR, TH and TD: a head row and rows of texts.

    Attributes:
        head: one text a column; the first column heads its rows.
        numeric: by column, whether its texts are numbers, which end on one edge in figures of one width.
        colour: of the rule under the head.
    """

    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    numeric: tuple[bool, ...]
    colour: str = "ink"
    above: float = 0.0


class Surface(Protocol):
    """What a figure draws on, from the reading start and the top, in points.

    Two of them exist: one records a Drawing through matplotlib, one collects the labels alone, so that a check needs
    no matplotlib. A third turns time round on either.
    """

    @property
    def width(self) -> float:
        """Its width."""
        ...

    @property
    def height(self) -> float:
        """Its height."""
        ...

    @property
    def pitch(self) -> float:
        """A column of the page's grid with its gutter, so that a figure can keep to the grid."""
        ...

    @property
    def shared(self) -> float | None:
        """What the figures of one row agreed on (see Picture.share)."""
        ...

    @property
    def turned(self) -> bool:
        """Whether x runs against the reading direction: then a reader meets last what stands first."""
        ...

    def in_time(self, start: float = 0.0, width: float | None = None) -> Surface:
        """Return the surface for marks along time, *width* points from *start* on, or all of it.

        It is this one, unless the edition lets time run against the reading direction (see Picture.turned).
        """
        ...

    def measure(self, text: str, role: str, *, weight: int | None = None, size: float | None = None) -> float:
        """Return the width of *text* on one line."""
        ...

    def wrap(self, text: str, role: str, width: float) -> tuple[str, ...]:
        """Return *text* broken into lines no wider than *width*."""
        ...

    def leading(self, role: str) -> float:
        """Return the leading of *role*."""
        ...

    def rectangle(self, x: float, y: float, width: float, height: float, fill: str, *, edge: str | None = None) -> None:
        """Draw a bar; *edge* is a 1 pt line inside it."""
        ...

    def line(self, points: tuple[tuple[float, float], ...], colour: str, width: float) -> None:
        """Draw a polyline."""
        ...

    def dots(
        self,
        points: tuple[tuple[float, float], ...],
        radius: float,
        fill: str,
        *,
        edge: str | None = None,
        edge_width: float = 0.0,
    ) -> None:
        """Draw discs of one size and colour as one series."""
        ...

    def stamp(
        self, glyph: str, points: tuple[tuple[float, float], ...], height: float, fill: str, *, share: float = 1.0
    ) -> None:
        """Stamp a unit glyph with its start foot at each point; *share* clips it from the reading start."""
        ...

    def area(self, points: tuple[tuple[float, float], ...], fill: str) -> None:
        """Fill a polygon."""
        ...

    def wedge(
        self, x: float, y: float, radius: float, hole: float, start: float, share: float, fill: str, *, gap: float = 0.0
    ) -> None:
        """Fill a slice of a ring from *start* clockwise: both are parts of the whole, 0 at 12 o'clock."""
        ...

    def squares(self, points: tuple[tuple[float, float], ...], side: float, fill: str) -> None:
        """Draw squares of one size and colour, named by their start upper corners, as one series."""
        ...

    def vectors(self, drawing: Drawing, x: float, y: float, width: float, *, colour: str | None = None) -> None:
        """Put a drawing (an icon, an SVG picture) with its start upper corner at a point, in one colour if given."""
        ...

    def image(self, data: bytes, x: float, y: float, width: float, height: float) -> None:
        """Put a picture file (JPEG or PNG) into a rectangle."""
        ...

    def label(
        self,
        text: str,
        x: float,
        y: float,
        role: str,
        *,
        anchor: Anchor = "start",
        colour: str | None = None,
        weight: int | None = None,
        size: float | None = None,
        room: float | None = None,
        short: str | None = None,
    ) -> None:
        """Set a text with its baseline at *y*; *short* stands in for it where it is wider than its *room*."""
        ...


class Draw(Protocol):
    """Draws a figure on a surface of final size."""

    def __call__(self, surface: Surface) -> None:
        """Draw it."""
        ...


@dataclass(frozen=True, slots=True)
class Picture:
    """Figure: drawn once its size is final. *height* is its natural height, *stretch* how much it may grow.

    *alt* is required: nothing that carries meaning is painted without words for it (ISO 14289-1, 7.3).
    """

    draw: Draw
    height: float  # 0 where *ratio* gives it
    alt: str
    ratio: float | None = None  # height over width, for what has proportions of its own
    tall: Callable[[float], float] | None = None  # width -> natural height, for what is laid out anew at each width
    stretch: float = 0.0
    above: float = 0.0
    mirror: bool = True
    turned: bool = False  # whether time, where a figure shows it, runs against the reading direction
    share: Callable[[float], float] | None = (
        None  # width -> a measure of which a row takes the least for all its figures
    )


@dataclass(frozen=True, slots=True)
class Ornament:
    """A drawing beside words that say it all: an artifact.

    Attributes:
        width: points.
        middle: whether it stands in the middle of its column, not at its start.
        hang: points that it begins before its column, so that its ink is flush with what stands under it.
    """

    drawing: Drawing
    width: float
    above: float = 0.0
    middle: bool = False
    hang: float = 0.0


@dataclass(frozen=True, slots=True)
class Part:
    """Contents under one structure element of a list whose entries are laid out freely.

    Lbl holds one paragraph, which becomes the label itself (ISO 32000-1, 14.8.4.3.3).
    """

    kind: Literal["L", "LI", "Lbl", "LBody"]
    content: tuple[Content, ...]
    above: float = 0.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line: an artifact."""

    weight: float
    colour: str = "ink"
    above: float = 0.0


@dataclass(frozen=True, slots=True)
class Space:
    """Nothing, so high."""

    height: float
    above: float = 0.0


@dataclass(frozen=True, slots=True)
class Cell:
    """One column of Columns.

    Attributes:
        columns: columns of the page's grid; 0 for as wide as its text; None for what the others leave.
        width: points, where neither fits.
        among: texts elsewhere that it is as wide as, too (0), so that what stands one under another starts at one edge.
        pad: points added to the width of its text (0).
    """

    content: tuple[Content, ...]
    columns: int | None = None
    width: float | None = None
    among: tuple[Paragraph, ...] = ()
    pad: float = 0.0


@dataclass(frozen=True, slots=True)
class Columns:
    """Contents side by side, tops aligned. *gap* in points, else the grid's gutter."""

    cells: tuple[Cell, ...]
    gap: float | None = None
    above: float = 0.0


Content = Heading | Paragraph | List | Table | Picture | Ornament | Part | Rule | Space | Columns


@dataclass(frozen=True, slots=True)
class Composed:
    """One block as content.

    Attributes:
        where: its name in problems: page.area.block.
        printed: what it prints, in order.
        flow: the areas that it runs through, its own first; empty where it stays in one.
        continued: the head over its further parts.
    """

    where: str
    content: tuple[Content, ...]
    printed: tuple[Printed, ...] = ()
    flow: tuple[str, ...] = ()
    continued: tuple[Content, ...] = ()


@dataclass(frozen=True, slots=True)
class ComposedPage:
    """One page as content: what fills each area of its template, and the texts of its furniture."""

    template: str
    areas: Mapping[str, tuple[Composed, ...]]
    title: Text
    section: Text
    note: Text
    folio: Text
